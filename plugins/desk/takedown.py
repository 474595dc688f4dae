"""The takedown sheet: every place where something was, and how to chase what a build cannot reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.model.clock import day_in_words
from plugins.press.history import Appearance

SORTS = (
    ("editions/", "Emails"),
    ("feeds/", "Feeds"),
    ("images/", "Pictures"),
    ("cards/", "Social cards"),
    ("calendars/", "Calendars"),
    ("search/", "Search"),
    ("sitemap.xml", "Sitemap"),
)
"""What sort of place a file is, by how its path begins; everything else is a page."""

CLOSE = "References are left out already. Take out what else is said there: no build can know it."

BEYOND = """\
## What we cannot reach from here

- [ ] Search engines keep copies. Google: search.google.com/search-console/remove-outdated-content.
      Bing: www.bing.com/webmasters/tools/contentremoval. Enter each page address above.
- [ ] The Internet Archive: write to info@archive.org with the page addresses, and say that the person
      asked for removal.
- [ ] Social media: delete each post of ours that shows or links it, and ask partners who shared it.
- [ ] Partners and the press: write to each who was given it, with the day it was withdrawn.
- [ ] Mailboxes: an email that was sent cannot be called back. Tell the person so, plainly.
- [ ] Feed readers keep copies. For 30 days our feeds say in its place that it was taken down.
- [ ] Print: take what is left from where it lies, and say so in the next issue if the person wants that.
- [ ] Git keeps what a file once held. Ask the person who looks after the repository to rewrite its history
      (git filter-repo --invert-paths --path {path}), to ask the host to drop its caches, and to ask everybody
      with a clone or a fork to make a new one.
"""


@dataclass(frozen=True, slots=True)
class Takedown:
    """What was withdrawn, and where it was."""

    name: str
    path: str
    ref: str
    day: date
    places: tuple[Appearance, ...]
    gaps: tuple[str, ...]
    """Where other documents still point to it, ``newsletters/2026-12.md:17``."""
    sent: Mapping[str, str]
    """When each issue was sent, by the folder of its edition."""
    siteurl: str


def sheet(takedown: Takedown) -> str:
    """Write the sheet as Markdown that can be ticked off and kept; it holds no word of what was withdrawn."""
    lines = [
        f"# Taken down: {takedown.name}",
        "",
        f"Withdrawn on {day_in_words(takedown.day)}. Consent: {takedown.ref or 'no reference found'}.",
        "",
        "## Where it was",
        "",
        *_places(takedown),
        "",
    ]
    if takedown.gaps:
        lines += ["## Where other texts point to it, name it or repeat it", "", CLOSE, ""]
        lines += [f"- [ ] {gap}" for gap in takedown.gaps] + [""]
    return "\n".join(lines) + "\n" + BEYOND.format(path=takedown.path)


def _places(takedown: Takedown) -> Iterable[str]:
    if not takedown.places:
        yield "No record says that it was ever in a site built here."
    sorts: dict[str, list[Appearance]] = {}
    for place in takedown.places:
        sort = next((name for start, name in SORTS if place.path.startswith(start)), "Pages")
        sorts.setdefault(sort, []).append(place)
    for sort in ("Pages", *(name for _, name in SORTS)):
        if sort in sorts:
            yield f"{sort}:"
            yield from (f"- {_place(place, takedown)}" for place in sorts[sort])
            yield ""


def _place(place: Appearance, takedown: Takedown) -> str:
    address = f"{takedown.siteurl}/{place.path.removesuffix('index.html')}"
    since = day_in_words(place.first)
    words = f"{address} (since {since}"
    if place.last != place.first:
        words += f", last on {day_in_words(place.last)}"
    sent = next((f"; sent {when}" for folder, when in takedown.sent.items() if place.path.startswith(folder)), "")
    return f"{words}){sent}"
