// Narrows the list of a page down to the cards that hold every word. Fetched when somebody first types.
export default form => {
  const words = form.elements[0].value.toLowerCase().split(/\s+/), all = document.querySelectorAll(".group .cards > li");
  let left = 0;
  for (const one of all) {
    one.hidden = !words.every(word => one.textContent.toLowerCase().includes(word));
    left += !one.hidden;
  }
  for (const group of document.querySelectorAll(".group:has(.cards)")) group.hidden = !group.querySelector("li:not([hidden])");
  form.elements[1].value = left + " of " + all.length;
};
