// What every page carries: reading settings, and a hand where the device has one to give. All pages do without it.
{
  const root = document.documentElement, dark = [],
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

  // What needs a script is shown from the first paint on, so that nothing moves.
  root.dataset.script = "";

  addEventListener("DOMContentLoaded", () => {
    // What few people use is fetched when it is first used.
    all("body [data-script]", box => {
      box.onsubmit = () => false;
      box.oninput = box.ontoggle = () => import(new URL(box.dataset.script, location))
        .then(script => script.default(box, wear), () => box.open = false);
    });

    all(".share button", button => {
      button.hidden = !navigator.share;
      button.onclick = () => navigator.share({ title: document.title, url: location.href });
    });

    // A page is written before its pictures are drawn, so what they cost is added as they come.
    all("footer data", cost => new PerformanceObserver(list => {
      for (const one of list.getEntries()) if (one.initiatorType === "img") cost.value = +cost.value + one.encodedBodySize;
      cost.textContent = Math.ceil(cost.value / 1000) + " KB";
      cost.nextElementSibling?.remove();
    }).observe({ type: "resource", buffered: true }));

    navigator.serviceWorker?.register(new URL("sw.js", document.querySelector(".brand").href)).catch(() => {});
  });

  // What the site says of itself as an app waits until the words are painted.
  addEventListener("load", () => setTimeout(
    () => document.head.insertAdjacentHTML("beforeend", document.querySelector("noscript").textContent), 1000));
}
