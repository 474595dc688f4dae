// What opens under “Aa”: colours, sizes, space, and a voice. Fetched when it is first asked for, then kept.
const CHOICES = {
  Colours: ["colours", ["", "As on my device"], ["light", "Light"], ["dark", "Dark"]],
  "Text size": ["size", ["", "Normal"], ["large", "Large"], ["huge", "Larger"]],
  "Space between words and lines": ["space", ["", "Normal"], ["airy", "More"]],
};
const root = document.documentElement, voices = self.speechSynthesis;

const choices = ([legend, [name, ...options]]) => `<fieldset><legend>${legend}</legend>${options.map(([value, words]) =>
  `<label><input type="radio" name="${name}" value="${value}"> ${words}</label>`).join(" ")}</fieldset>`;

// The empty choice comes first in its group, so that whatever is worn is taken after it.
export default (box, wear) => {
  if (box.querySelector("form")) return;
  box.insertAdjacentHTML("beforeend", `<form class="box" autocomplete="off">${Object.entries(CHOICES).map(choices).join("")
    }<button type="button" class="aloud" hidden>Read this page to me, or stop</button></form>`);
  const form = box.querySelector("form"), aloud = form.querySelector("button");
  for (const input of form.querySelectorAll("input")) input.checked = !input.value || root.classList.contains(input.value);
  form.onchange = () => {
    wear([...new FormData(form).values()].join(" ").trim());
    localStorage.reading = root.className;
  };

  // Only a voice that lives on the device: others would send the text to somebody.
  const voice = () => voices?.getVoices().find(one => one.localService && one.lang.slice(0, 2) === root.lang.slice(0, 2));
  const offer = () => aloud.hidden = !voice();
  offer();
  voices?.addEventListener("voiceschanged", offer);
  aloud.onclick = () => {
    if (voices.speaking) return voices.cancel();
    document.querySelectorAll("main :is(h1,h2,h3,p,li,dt,dd):not(:has(p,li))").forEach(part => {
      const words = new SpeechSynthesisUtterance(part.innerText);
      words.voice = voice();
      voices.speak(words);
    });
  };
};
