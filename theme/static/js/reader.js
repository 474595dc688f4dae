// What every page carries: reading settings, and a hand where the device has one to give. All pages do without it.
{
  const root = document.documentElement, dark = [], voices = self.speechSynthesis,
    all = (what, act) => document.querySelectorAll(what).forEach(act);

  // Settings are classes of the page. The colours of the dark are those that the device would ask for by itself.
  const gather = rules => {
    for (const rule of rules) /dark/.test(rule.media?.mediaText) ? dark.push(rule) : gather(rule.cssRules || []);
  };
  const wear = worn => {
    root.className = worn;
    for (const one of dark) one.media = /dark/.test(worn) ? "all" : /light/.test(worn) ? "not all" : "(prefers-color-scheme:dark)";
  };
  try {
    for (const sheet of document.styleSheets) gather(sheet.cssRules);
    all("meta[media*=dark]", meta => dark.push(meta));
    wear(localStorage.reading || "");
  } catch {}

  addEventListener("DOMContentLoaded", () => {
    all(".reading", box => {
      const form = box.querySelector("form");
      box.hidden = false;
      for (const input of form) input.checked ||= root.classList.contains(input.value);
      form.onchange = () => {
        wear([...new FormData(form).values()].join(" ").trim());
        localStorage.reading = root.className;
      };
    });

    all(".share button", button => {
      button.hidden = !navigator.share;
      button.onclick = () => navigator.share({ title: document.title, url: location.href });
    });

    // The page leaves the history's last place and what the device has kept; no script can clear the rest.
    all(".exit a", link => link.onclick = () => {
      voices?.cancel();
      self.caches?.keys().then(names => names.forEach(async name => (await caches.open(name)).delete(location.href)));
      location.replace(link.href);
      return false;
    });

    // Only a voice that lives on the device: others would send the text to somebody.
    all(".aloud", button => {
      const voice = () => voices?.getVoices().find(one => one.localService && one.lang.slice(0, 2) === root.lang.slice(0, 2));
      const offer = () => button.hidden = !voice();
      offer();
      voices?.addEventListener("voiceschanged", offer);
      button.onclick = () => {
        if (voices.speaking) return voices.cancel();
        all("main :is(h1,h2,h3,p,li,dt,dd):not(:has(p,li))", part => {
          const words = new SpeechSynthesisUtterance(part.innerText);
          words.voice = voice();
          voices.speak(words);
        });
      };
    });

    all("[data-film]", link => link.onclick = () => {
      const film = document.createElement("iframe");
      film.allow = "autoplay;fullscreen";
      film.referrerPolicy = "strict-origin"; // without it, YouTube refuses to play
      film.title = link.textContent;
      film.src = link.dataset.film;
      link.replaceWith(film);
      film.focus();
      return false;
    });

    navigator.serviceWorker?.register(new URL("sw.js", document.querySelector(".brand").href)).catch(() => {});
  });
}
