// An open page takes in what changed of it, where neither its reader nor its scripts could tell; else it says no.

const HELD = "script, form, button, input, select, textarea, [data-script]"; // what a script may have taken hold of
const OWN = "script[data-version]"; // the desk's own, which is in no file of the output
const COST = "footer :has(> data)"; // what loading the page took, which the reader's script counts on from there

let last = null;

// Gives the page at this address as it is now, without the desk's own script, and the version of the site that says so.
const asked = async () => {
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const own = page.querySelector(OWN);
  own?.remove();
  return { page, version: Number(own?.dataset.version) };
};

const parts = (node) => [...node.childNodes].filter((one) => one.id !== "clnm-desk" && !one.matches?.(OWN));
const held = (node) => node.nodeType === Node.ELEMENT_NODE && (node.matches(HELD) || !!node.querySelector(HELD));
const opened = (one, other) => one.cloneNode(false).isEqualNode(other.cloneNode(false));
const paired = (one, other) => one.isEqualNode(other) ||
  (one.nodeType === other.nodeType && (one.nodeType === Node.TEXT_NODE || (one.hasChildNodes() && opened(one, other))));
const same = (some, others) => some.length === others.length && some.every((one, at) => one.isEqualNode(others[at]));

// Gives how many nodes of two rows are the same at their beginning, and how many of the rest at their end.
const around = (before, after) => {
  const most = Math.min(before.length, after.length);
  let first = 0, rest = 0;
  while (first < most && before[first].isEqualNode(after[first])) first += 1;
  while (rest < most - first && before.at(-1 - rest).isEqualNode(after.at(-1 - rest))) rest += 1;
  return [first, rest];
};

// Gives the change that puts nodes into one in the place of others, which are still `there` as they were `before`.
const change = (into, before, after, there, next) =>
  same(before, there) && ![...before, ...after].some(held) ? [{ into, there, after, next }] : null;

// Gives what must be put where, so that `shown`, which was loaded as `old`, becomes `now`; null where only loading helps.
const differences = (old, now, shown) => {
  if (old.isEqualNode(now) || (old.matches?.(COST) && now.matches?.(COST))) return [];
  if (old.nodeType === Node.TEXT_NODE) return change(shown.parentNode, [old], [now], [shown], shown.nextSibling);
  const rows = [old, now, shown].map(parts);
  if (rows[0].length !== rows[2].length) return null;
  const [first, rest] = around(rows[0], rows[1]);
  const [before, after, there] = rows.map((row) => row.slice(first, row.length - rest));
  if (before.length === after.length && before.every((one, at) => paired(one, after[at]))) {
    const found = before.map((one, at) => differences(one, after[at], there[at]));
    return found.includes(null) ? null : found.flat();
  }
  return change(shown, before, after, there, rows[2][first + there.length] ?? null);
};

// Learns the page as it was loaded, unless another version of it has come since.
export const begin = async (version) => {
  const now = await asked();
  last = now.version === version ? now.page : null;
};

// Takes in what changed, and gives the version that is shown then; null where the page must be loaded again.
export const take = async () => {
  const { page, version } = await asked();
  const alike = last && last.head.isEqualNode(page.head) && opened(last.documentElement, page.documentElement);
  if (!alike || !opened(last.body, page.body) || !version) return null;
  const found = differences(last.body, page.body, document.body);
  if (!found) return null;
  for (const { into, there, after, next } of found) {
    for (const one of after) into.insertBefore(document.importNode(one, true), next);
    for (const one of there) one.remove();
  }
  last = page;
  return version;
};
