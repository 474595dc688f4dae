// What opens under “Aa”: colours, sizes, space, and a voice. Fetched when it is first asked for, then kept.
const CHOICES = {
  Colours: ["colours", ["", "As on my device"], ["light", "Light"], ["dark", "Dark"]],
  "Text size": ["size", ["", "Normal"], ["large", "Large"], ["huge", "Larger"]],
  "Space between words and lines": ["space", ["", "Normal"], ["airy", "More"]],
};
// Its own style, by the two tokens that every page has. What was tapped stays under the thumb; the form opens below.
const STYLE = `.top { position: relative }
  .reading[open] { flex-basis: 100% }
  .reading[open] summary { position: absolute; inset-block-start: .75rem; inset-inline-end: min(1.25rem, 6.25vw) }
  .reading form { display: flex; flex-wrap: wrap; gap: 1.25rem 2rem; margin-block-start: .5rem; padding: 1.25rem;
    border: 2px solid; border-radius: 1rem }
  .reading fieldset { min-inline-size: 0; padding: 0; border: 0 }
  .reading legend, .reading button { font-weight: 700 }
  .reading label { display: flex; gap: .5rem; align-items: center; min-block-size: 2.75rem }
  .reading input { inline-size: 1.25em; block-size: 1.25em; accent-color: var(--ink) }
  .reading button { min-block-size: 2.75rem; padding: .5rem 1.25rem; border: 2px solid; border-radius: 99rem;
    background: var(--paper); color: inherit; font-family: inherit; font-size: inherit; cursor: pointer }`;
const root = document.documentElement, voices = self.speechSynthesis;

const choices = ([legend, [name, ...options]]) => `<fieldset><legend>${legend}</legend>${options.map(([value, words]) =>
  `<label><input type="radio" name="${name}" value="${value}"> ${words}</label>`).join(" ")}</fieldset>`;

// The empty choice comes first in its group, so that whatever is worn is taken after it.
export default (box, wear) => {
  if (box.querySelector("form")) return;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {} // Safari before 16.4 shows the form as it comes.
  box.insertAdjacentHTML("beforeend", `<form autocomplete="off">${Object.entries(CHOICES).map(choices).join("")
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
