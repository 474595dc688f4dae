// Eleventy by itself, with lean templates, at the addresses our press has.
const LISTED = ["newsletters", "stories", "events", "offers", "publications"];
const ON_A_PAGE = 50;
const IN_A_FEED = 30;
const TOLD = ["start", "end", "venue", "address", "cost", "who_for", "value", "age_note", "link", "storyteller", "issue"];

const newestFirst = (a, b) => b.date - a.date || (a.url < b.url ? -1 : 1);

function bySection(api) {
  const found = Object.fromEntries(LISTED.map((name) => [name, []]));
  for (const item of api.getAll()) {
    if (found[item.data.section]) found[item.data.section].push(item);
  }
  for (const items of Object.values(found)) items.sort(newestFirst);
  return found;
}

function byTheme(api) {
  const found = {};
  for (const items of Object.values(bySection(api))) {
    for (const item of items) {
      for (const theme of item.data.themes) (found[theme] ??= []).push(item);
    }
  }
  for (const items of Object.values(found)) items.sort(newestFirst);
  return found;
}

function pagesOf(name, title, items) {
  const count = Math.ceil(items.length / ON_A_PAGE);
  return Array.from({ length: count }, (_, page) => ({
    title,
    url: page ? `/${name}/page/${page + 1}/` : `/${name}/`,
    next: page + 1 < count ? `/${name}/page/${page + 2}/` : "",
    items: items.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE),
  }));
}

export default function (config) {
  config.setQuietMode(true);
  config.addPassthroughCopy("content/images");
  config.addCollection("lists", (api) => [
    ...Object.entries(bySection(api)).flatMap(([name, items]) => pagesOf(name, name, items)),
    ...Object.entries(byTheme(api)).flatMap(([name, items]) => pagesOf(`themes/${name}`, name, items)),
  ]);
  config.addCollection("themes", (api) => Object.entries(byTheme(api)).map(([name, items]) => ({ name, count: items.length })));
  config.addCollection("newest", (api) => Object.values(bySection(api)).flat().sort(newestFirst).slice(0, IN_A_FEED));
  config.addCollection("feeds", (api) => [
    { name: "all", items: Object.values(bySection(api)).flat().sort(newestFirst).slice(0, IN_A_FEED) },
    ...Object.entries(bySection(api)).map(([name, items]) => ({ name, items: items.slice(0, IN_A_FEED) })),
    ...Object.entries(byTheme(api)).map(([name, items]) => ({ name: `themes/${name}`, items: items.slice(0, IN_A_FEED) })),
  ]);
  config.addFilter("day", (date) => new Date(date).toISOString().slice(0, 10));
  config.addFilter("stamp", (date) => new Date(date).toUTCString());
  config.addGlobalData("eleventyComputed", {
    told: (data) => TOLD.filter((name) => data[name]).map((name) => ({ name, value: data[name] })),
    permalink: (data) => data.permalink || `${data.section === "pages" ? "" : `/${data.section}`}/${data.slug}/index.html`,
  });
  config.addGlobalData("layout", "document.njk");
  return { markdownTemplateEngine: false, dir: { input: "content", includes: "../_includes", output: "output" } };
}
