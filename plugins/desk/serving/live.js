// The desk's own part of a page that an editor looks at: who can see it, what is wrong, and each change by itself.
(() => {
  const own = document.currentScript;
  let version = Number(own.dataset.version);
  const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more);
  const host = make("div", "", { id: "clnm-desk" });
  const root = host.attachShadow({ mode: "open" });
  const style = make("style", `
    :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; font: 15px/1.4 system-ui, sans-serif }
    .strip { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; padding: .4rem .8rem;
      background: #24303a; color: #fff; max-height: 40vh; overflow: auto }
    .strip.alone { background: #a8121f }
    .wrong { background: #fff; color: #1b1b1b; border-top: 6px solid #a8121f; padding: .8rem 1rem; max-height: 70vh;
      overflow: auto; box-shadow: 0 -4px 24px #0006 }
    .wrong li { margin: .6rem 0 } .wrong ul { padding-left: 1.1rem; margin: .3rem 0 } h2 { font-size: 1.15rem; margin: 0 }
    code { font: 14px ui-monospace, monospace; background: #eee; padding: 0 .2rem } pre { white-space: pre-wrap;
      font: inherit; margin: .2rem 0 0 }
    select, input, button { font: inherit; min-height: 24px } a { color: inherit }
    details { font-size: 14px } details[open] { flex-basis: 100% } summary { cursor: pointer; min-height: 24px }
    details ul { margin: .2rem 0; padding-left: 1.1rem } details li { margin: .3rem 0 } details pre { opacity: .85 }
    details code { color: #1b1b1b }
    progress { width: 8rem } [hidden] { display: none !important }
    @media print { :host { display: none } }`);
  const strip = make("div", "", { className: "strip" });
  strip.setAttribute("role", "status");
  const wrong = make("div", "", { className: "wrong", hidden: true });
  wrong.setAttribute("role", "alert");
  const working = make("progress", "", { hidden: true });
  working.setAttribute("aria-label", "The site is being built");
  root.append(style, wrong, strip);
  document.body.append(host);

  const see = (what) => {
    document.cookie = `clnm-see=${what}; path=/; SameSite=Strict`;
    const kept = document.cookie; // to read it is to wait until it is written, which some browsers do later
    if (kept.includes("@")) location.href = "/";
    else location.reload();
  };

  const choices = (who) => {
    const select = make("select", "");
    select.setAttribute("aria-label", "See as");
    const offer = (value, text, chosen) => select.append(make("option", text, { value, selected: !!chosen }));
    const there = who.area ? `@${who.area}` : "";
    offer("all", "See as: you, drafts too", who.seeing === "all");
    offer("public", "the website today", who.seeing === "public");
    offer("day", who.seeing.includes("-") ? `the website on ${who.seeing}` : "the website on a day …", who.seeing.includes("-"));
    if (who.id) for (const part of ["feed", "email", "social"]) offer(`proof#${part}`, part === "social" ? "social media" : part);
    if (who.area) offer(who.seeing, "the whole site");
    for (const [title, slug] of who.areas) offer(`${who.seeing}@${slug}`, `area: ${title}`, slug === who.area);
    const day = make("input", "", { type: "date", hidden: true, min: "2000-01-01", max: "2099-12-31" });
    day.setAttribute("aria-label", "The day");
    day.addEventListener("change", () => day.value && day.checkValidity() && see(day.value + there));
    select.addEventListener("change", () => {
      const chosen = select.value;
      if (chosen === "day") { day.hidden = false; day.focus(); }
      else if (chosen.startsWith("proof")) location.href = `/.desk/proof/${who.id}${chosen.slice(5)}`;
      else if (["all", "public"].includes(chosen)) see(chosen + (chosen === who.seeing ? "" : there));
      else see(chosen);
    });
    return [select, day];
  };

  const details = make("details", "", { hidden: true });
  const about = async (what) => (await fetch(`/.desk/${what}?path=${encodeURIComponent(location.pathname)}`)).text();
  let known = "";
  const ask = async () => {
    const answer = await about("who");
    const who = JSON.parse(answer);
    if (answer !== known) describe(who);
    known = answer;
    if (who.id) note(JSON.parse(await about("notes")));
  };

  const describe = (who) => {
    strip.classList.toggle("alone", !!who.why);
    const yes = who.channels.filter((one) => one[1]).map((one) => one[0]).join(", ");
    const no = who.channels.filter((one) => !one[1]).map((one) => one[0]).join(", ");
    const where = no ? `Shown on: ${yes || "nothing"}. Not on: ${no}.` : "Shown everywhere.";
    const first = who.why ? make("strong", who.why) : make("span", who.channels.length ? where : "A page that makes itself.");
    strip.replaceChildren(first, ...choices(who), working);
    if (who.id) strip.append(make("a", "Proof", { href: `/.desk/proof/${who.id}` }), details);
  };

  const note = (notes) => {
    details.hidden = !notes.length;
    const many = notes.length === 1 ? "One note on the words" : `${notes.length} notes on the words`;
    details.replaceChildren(make("summary", many), listed(notes));
  };

  const tell = (news) => {
    wrong.replaceChildren();
    wrong.hidden = !news.problems.length;
    if (!news.problems.length) return;
    const many = news.problems.length + news.more;
    wrong.append(make("h2", many === 1 ? "One thing to put right" : `${many} things to put right`));
    wrong.append(make("p", "What you see behind this is the last version that was whole."));
    wrong.append(listed(news.problems));
  };

  const listed = (problems) => {
    const list = make("ul", "");
    for (const one of problems) {
      const item = make("li", "");
      item.append(make("code", one.place), make("span", ` ${one.field ? one.field + ": " : ""}${one.message} [${one.code}]`),
        make("pre", one.fix));
      list.append(item);
    }
    return list;
  };

  let leaving = -Infinity;
  addEventListener("beforeunload", () => { leaving = performance.now(); });
  const again = () => {
    const wait = leaving + 2000 - performance.now(); // whoever follows a link is not called back
    if (wait > 0) setTimeout(again, wait);
    else location.reload();
  };

  const swap = import("/.desk/again.js");
  let newest = null, renewing = false, interrupted = false;
  const load = () => {
    source.close();
    again();
  };
  // Puts what changed of the page in the place of what it was, until it is the newest; or loads it again.
  const renew = async () => {
    if (renewing) return;
    renewing = true;
    while (newest.version > version) {
      const taken = newest.loaded > version ? null : await swap.then((swap) => swap.take()).catch(() => null);
      if (taken === null) return load();
      version = taken;
    }
    renewing = false;
    ask();
  };

  const source = new EventSource("/.desk/events");
  source.addEventListener("error", () => { interrupted = true; });
  source.addEventListener("message", (event) => {
    newest = JSON.parse(event.data);
    working.hidden = !newest.busy;
    tell(newest);
    if (interrupted && newest.version !== version) load(); // another process may count from 0 again
    else if (!newest.problems.length && newest.version > version) renew();
    interrupted = false;
  });
  addEventListener("pagehide", () => source.close());
  addEventListener("load", () => swap.then((swap) => swap.begin(version)).catch(() => {}));
  ask();
})();
