{# Answers from the one file that came with the page; nothing is sent. The rule is plugins/model/eligibility.py again. #}
{
  const form = document.querySelector(".finder"), found = document.querySelector(".found");
  const [outcode, lives, cared, age, care] = ["outcode", "lives", "cared", "age", "care"].map(id => document.getElementById(id));
  const where = document.getElementById("where"), which = form.querySelector("fieldset"), said = document.getElementById("said");
  const [fits, may, unknown] = found.querySelectorAll("section"), card = found.querySelector("template").content;
  const [ENGLAND, AFTER_16, ANY, ASK] = [[0, 1, 2, 3], 5, 4, 6], ELSEWHERE = -2;
  let data;

  {# 0 is no, 1 is that something is missing to know, 2 is yes. #}
  const place = (nations, areas, one) =>
    one.nation != null && nations.length && !nations.includes(one.nation) ? 0
      : areas.length ? one.area == null ? 1 : areas.includes(one.area) ? 2 : 0
      : one.nation == null ? 1 : 2;
  const both = (rule, nations, byCared, byLives, person) => {
    const a = place(nations, byCared, person.cared), b = place(nations, byLives, person.lives);
    return [a, b, Math.min(a, b), Math.max(a, b), place(nations, [], person.lives)][rule];
  };
  const years = (youngest, oldest, own) =>
    youngest == null && oldest == null ? 2 : own == null ? 1 : own >= (youngest ?? 0) && own <= (oldest ?? 999) ? 2 : 0;
  const time = (wanted, own) => {
    if (wanted.includes(ANY) || wanted.includes(own)) return 2;
    if (own == null || wanted.includes(ASK)) return 1;
    if (wanted.includes(AFTER_16) && ENGLAND.includes(own)) return 2;
    return own === AFTER_16 && wanted.some(one => ENGLAND.includes(one)) ? 1 : 0;
  };
  const judge = ([rule, nations, byCared, byLives, youngest, oldest, wanted], person) =>
    [both(rule, nations, byCared, byLives, person), years(youngest, oldest, person.age), time(wanted, person.care)];

  const number = field => field.value === "" ? null : +field.value;
  const told = value => value[0] === "a" ? { area: +value.slice(1), nation: data.areas[value.slice(1)][1] }
    : value ? { area: ELSEWHERE, nation: +value.slice(1) } : { area: null, nation: null };
  const lacking = ([at, old, spent]) => [at === 1 && "where you live, or who looked after you", old === 1 && "your age",
    spent === 1 && "your time in care"].filter(Boolean).join("; ");

  const draw = (section, rows) => {
    section.hidden = !rows.length;
    section.querySelector("ul").replaceChildren(...rows.map(([offer, answers]) => {
      const [title, href, kind, status, lines] = offer.slice(7), one = card.cloneNode(true), link = one.querySelector("a");
      one.querySelector(".chip").textContent = kind;
      status ? one.querySelector(".status").textContent = status : one.querySelector(".status").remove();
      link.href = href;
      link.textContent = title;
      const list = one.querySelector(".lines"), line = list.firstElementChild;
      list.replaceChildren(...lines.map(text => Object.assign(line.cloneNode(), { textContent: text })));
      const rest = lacking(answers), missing = one.querySelector(".missing");
      rest ? missing.textContent = "It depends on " + rest + "." : missing.remove();
      return one;
    }));
  };

  const honest = () => {
    const homes = [cared, lives].map(field => field.value).filter(Boolean), link = unknown.querySelector("a");
    const own = homes.filter(value => value[0] === "a").map(value => data.areas[value.slice(1)]).find(area => area[2]);
    const strange = homes.some(value => value[0] === "n");
    unknown.hidden = !homes.length;
    unknown.querySelector("p").textContent = (strange ? "We do not know what that council gives. Ask your personal adviser, or look for its “local offer”. " : "")
      + "There may be more than we have heard of.";
    link.parentNode.hidden = !own;
    if (own) {
      link.href = own[2];
      link.textContent = "All that " + own[0] + " says it gives";
    }
  };

  const answer = () => {
    const person = { lives: told(lives.value), cared: told(cared.value), age: number(age), care: number(care) };
    const rows = data.offers.map(offer => [offer, judge(offer, person)]), least = row => Math.min(...row[1]);
    const asked = [lives, cared, age, care].some(field => field.value);
    const [yes, maybe] = [2, 1].map(wanted => rows.filter(row => least(row) === wanted));
    found.hidden = !asked;
    draw(fits, yes);
    draw(may, maybe);
    honest();
    said.textContent = yes.length + maybe.length ? `${yes.length} for you, ${maybe.length} to ask about` : "We know of nothing for you yet";
  };

  {# Only the first half counts: of a whole postcode, the last three are left out. #}
  const locate = () => {
    const typed = outcode.value.toUpperCase().replace(/\W/g, ""), half = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(typed) ? typed.slice(0, -3) : typed;
    const fitting = data.outcodes.flatMap((codes, area) => codes.split(" ").includes(half) && half ? ["a" + area] : []);
    const shared = fitting.length && data.shared.split(" ").includes(half);
    const options = [...fitting, ...(shared ? [""] : [])];
    which.hidden = options.length < 2;
    which.lastElementChild.replaceChildren(...(which.hidden ? [] : options.map(value => {
      const label = document.createElement("label"), pick = document.createElement("input");
      Object.assign(pick, { type: "radio", name: "which", value });
      label.append(pick, " " + (value ? data.areas[value.slice(1)][0] : "Another council"));
      return label;
    })));
    lives.value = options.length === 1 ? options[0] : "";
    where.textContent = !half ? "" : options.length === 1 ? "That is " + data.areas[options[0].slice(1)][0] + "." : options.length ? ""
      : /^[A-Z]{1,2}\d[A-Z\d]?$/.test(half) ? "We do not know " + half + ". Pick a place below." : "";
  };

  {# The questions are there at once, so that nothing moves when the data is. #}
  const begin = async () => {
    form.hidden = false;
    data = await (await fetch(form.dataset.from)).json();
    form.onsubmit = () => false;
    form.oninput = event => {
      if (event.target === outcode) locate();
      if (event.target === lives) { outcode.value = where.textContent = ""; which.hidden = true; }
      if (event.target.name === "which") {
        lives.value = event.target.value;
        where.textContent = lives.value ? "" : "Then pick your nation below: “Somewhere else in …”.";
      }
      answer();
    };
    form.dataset.ready = "";
    if (outcode.value) locate();
    answer();
  };
  begin().catch(() => { form.hidden = true; });
}
