{# Narrows the list of this page down to the cards that hold every word; nothing is loaded. #}
{
  const form = document.querySelector(".filter"), all = document.querySelectorAll(".group .cards > li");
  form.hidden = false;
  form.onsubmit = () => false;
  form.oninput = () => {
    const words = form.elements[0].value.toLowerCase().split(/\s+/);
    let left = 0;
    for (const one of all) {
      one.hidden = !words.every(word => one.textContent.toLowerCase().includes(word));
      left += !one.hidden;
    }
    for (const group of document.querySelectorAll(".group:has(.cards)")) group.hidden = !group.querySelector("li:not([hidden])");
    form.elements[1].value = left + " of " + all.length;
  };
}
