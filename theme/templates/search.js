{# Looks through the index that plugins/search leaves in shards. Nothing is sent anywhere; words are folded as there. #}
{
  const form = document.querySelector("form.search"), found = document.querySelector("#found");
  const [said, list, more] = found.children, card = found.querySelector("template").content;
  const root = new URL(form.dataset.root, location), kept = new Map();
  let contents, results = [], shown = 0, asked = 0;

  {# Each file is loaded once; one that failed is asked for again next time. #}
  const load = name => {
    if (!kept.has(name)) {
      kept.set(name, fetch(new URL("search/" + name, root)).then(answer => {
        if (!answer.ok) throw answer.status;
        return answer.json();
      }).catch(error => { kept.delete(name); throw error; }));
    }
    return kept.get(name);
  };
  const part = name => load(name + ".json?" + contents.version);
  const begin = async () => { contents ??= await load("index.json"); };

  const words = text => (text.normalize("NFKD").replace(/\p{M}|['’ʼ]/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [])
    .filter(word => /../u.test(word) || !/[a-z]/.test(word)).map(word => [...word].slice(0, 24).join(""));
  const file = prefix => "w-" + [...prefix].map(sign => sign < "\x80" ? sign : "_" + sign.codePointAt().toString(16)).join("");

  {# The shard whose letters the word begins with, and those that go on where the word ends. #}
  const shards = word => {
    const own = contents.shards.filter(prefix => word.startsWith(prefix)).sort((a, b) => b.length - a.length).slice(0, 1);
    return own.concat(contents.shards.filter(prefix => prefix !== word && prefix.startsWith(word)));
  };

  {# How well each document fits one word. A word with so many places that some are not looked at leaves nobody out.
     The newest are in no shard: their own texts are looked through. #}
  const scores = async word => {
    const stem = word.length > 3 ? word.replace(/s$/, "") : word, all = shards(stem), fits = new Map();
    const fit = (key, field, number) => {
      const exact = key === word ? 2 : key === stem ? 1.5 : key.startsWith(stem) ? 1 : 0, score = exact * [8, 3, 1][field];
      if (score > (fits.get(number) || 0)) fits.set(number, score);
    };
    let common = all.length > 4;
    for (const lines of await Promise.all(all.slice(0, 4).map(prefix => part(file(prefix))))) {
      for (const [key, line] of Object.entries(lines)) {
        if (!key.startsWith(stem)) continue;
        common ||= line[0] === "*";
        line.replace("*", "").split("|").forEach((numbers, field) => {
          for (const number of numbers ? numbers.split(",") : []) fit(key, field, +number);
        });
      }
    }
    contents.newest.forEach(([title, summary, , , , , rest], place) => [title, summary, rest].forEach((text, field) => {
      for (const key of words(text)) fit(key, field, contents.count + place);
    }));
    return { fits, common };
  };

  const search = async text => {
    const each = await Promise.all(words(text).slice(0, 8).map(scores)), total = new Map();
    for (const { fits } of each) for (const [number, score] of fits) total.set(number, (total.get(number) || 0) + score);
    return [...total].filter(([number]) => each.every(({ fits, common }) => common || fits.has(number)))
      .sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([number]) => number);
  };

  const show = async count => {
    const mine = asked, next = results.slice(shown, shown + count), size = contents.cards;
    const cards = await Promise.all(next.map(async number =>
      contents.newest[number - contents.count] || (await part("c-" + Math.floor(number / size)))[number % size]));
    if (mine !== asked) return;
    const fresh = cards.map(([title, summary, url, kind, label, language]) => {
      const item = card.cloneNode(true), link = item.querySelector("a");
      item.querySelector("div").className = "card kind-" + kind;
      item.querySelector("span").textContent = label;
      link.href = new URL(url, root);
      link.textContent = title;
      link.lang = item.querySelector("h3 + p").lang = language;
      item.querySelector("h3 + p").textContent = summary;
      return item;
    });
    const at = list.children.length;
    list.append(...fresh);
    shown += next.length;
    more.hidden = shown >= results.length;
    return list.children[at];
  };

  const run = async () => {
    const text = form.q.value.trim(), mine = ++asked;
    try {
      history.replaceState(null, "", text ? "?q=" + encodeURIComponent(text) : "./");
      await begin();
      const numbers = text ? await search(text) : [];
      if (mine !== asked) return;
      results = numbers;
      shown = 0;
      list.replaceChildren();
      more.hidden = true;
      found.hidden = !text;
      said.textContent = results.length === 1 ? "One thing found" : results.length ? results.length + " things found"
        : "Nothing found. Try fewer or other words, or the list from A to Z.";
      await show(10);
    } catch {
      if (mine !== asked) return;
      found.hidden = false;
      list.replaceChildren();
      more.hidden = true;
      said.textContent = "The search did not load. Try again when you have signal.";
    }
  };

  let waiting;
  form.addEventListener("focusin", () => begin().catch(() => {}));
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(run, 200); });
  form.addEventListener("submit", event => { event.preventDefault(); clearTimeout(waiting); run(); });
  more.addEventListener("click", async () => (await show(10).catch(() => {}))?.querySelector("a").focus());
  form.hidden = false;
  form.q.value = new URLSearchParams(location.search).get("q") || "";
  if (form.q.value) run();
}
