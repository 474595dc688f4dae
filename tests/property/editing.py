"""Steps that change a small site, as editors, programs and time would change it.

Each takes two numbers that say what it falls on, so that any list of steps is a story that can be told again.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from tests import samples
from tests.property.small_site import NOW, PICTURE, Site, drawing

MOMENTS = (NOW, "2026-11-30T23:59", "2026-12-04T16:30", "2026-12-05", "2027-10-01", "2028-10-02")
"""Instants on both sides of what is published, begins, ends and runs out on the site."""
DAYS = ("2026-11-20", "2026-11-19", "2025-03-01", "2026-12-01")
ENDS = ("2026-12-04 19:30", "2026-12-31 23:30", "2027-01-01 01:00")
THEMES = ("first-home", "money", "sport", "college")
SCOPES = (
    "[web, feed, email, search-engines, social]",
    "[web, feed, email, search-engines]",
    "[web]",
    "[web, feed]",
    "[email]",
    "[web, email, search-engines]",
)
CONSENTS = (
    ("status", "paused"),
    ("status", "active"),
    ("expires", "2026-11-25"),
    ("expires", "2028-09-30"),
    ("review_by", "2026-11-01"),
    ("images", "none"),
)
"""What people change their minds about, and what time does to what they agreed to."""
KINDS = ("newsletter", "story", "event", "offer", "publication", "page", "area", "person", "objective")
DATED, LED = KINDS[:5], KINDS[1:4]
"""The kinds with a day of their own, and those that old addresses lead to."""
TEMPLATES = (
    "base.html",
    "document.html",
    "components/card/web.html",
    "components/quote/email.html",
    "edition/base.html",
)

Step = Callable[[Site, int, int], None]


def _chosen(found: Sequence[str], number: int) -> str:
    return found[number % len(found)]


def _lines(site: Site, path: str, pattern: str, line: str) -> None:
    """Put a field's line in the place of another, or above the end of the front matter."""
    text = site.files[path].decode()
    if re.search(pattern, text, re.MULTILINE):
        text = re.sub(pattern, line.replace("\\", "\\\\"), text, count=1, flags=re.MULTILINE)
    else:
        text = text.replace("\n---\n", f"\n{line}\n---\n", 1)
    site.put(path, text.replace("\n\n---\n", "\n---\n", 1).encode())


def say_more(site: Site, a: int, b: int) -> None:
    """Add a sentence to a body."""
    path = _chosen(site.documents(), a)
    site.put(path, site.files[path] + f"\nSentence number {b} was written later.\n".encode())


def retitle(site: Site, a: int, b: int) -> None:
    """Change a title."""
    _lines(site, _chosen(site.documents(), a), r"^title: .*$", f"title: Another title, number {b}")


def resum(site: Site, a: int, b: int) -> None:
    """Change a summary."""
    _lines(
        site,
        _chosen(site.documents(), a),
        r"^summary: .*$",
        f"summary: What happened {b} times that week, and came next.",
    )


def retag(site: Site, a: int, b: int) -> None:
    """Change the themes."""
    _lines(site, _chosen(site.documents(), a), r"^themes: .*$", f"themes: [{THEMES[b % len(THEMES)]}]")


def redate(site: Site, a: int, b: int) -> None:
    """Change the day something is from; one of the days is still to come."""
    found = site.documents(_chosen(DATED, a)) or site.documents()
    _lines(site, _chosen(found, b), r"^date: .*$", f"date: {DAYS[(a + b) % len(DAYS)]}")


def move_the_end(site: Site, a: int, b: int) -> None:
    """Change when an event ends: its year is that of another list."""
    found = site.documents("event")
    if found:
        _lines(site, _chosen(found, a), r"^end: .*$", f"end: {ENDS[b % len(ENDS)]}")


def draft(site: Site, a: int, b: int) -> None:
    """Make something a draft, or ready."""
    _lines(site, _chosen(site.documents(), a), r"^status: .*$", f"status: {'draft' if b % 2 else 'ready'}")


def rescope(site: Site, a: int, b: int) -> None:
    """Change where a story may go."""
    found = [path for path in site.documents("story") if b"\nconsent:\n" in site.files[path]]
    if found:
        _lines(site, _chosen(found, a), r"^  scope: .*$", f"  scope: {SCOPES[b % len(SCOPES)]}")


def reconsider(site: Site, a: int, b: int) -> None:
    """Let somebody of a story or a person's page change what they agreed to."""
    name, value = CONSENTS[b % len(CONSENTS)]
    found = [path for path in site.documents() if b"\nconsent:\n" in site.files[path]]
    if found:
        _lines(site, _chosen(found, a), rf"^  {name}: .*$", f"  {name}: {value}")


def lead_on(site: Site, a: int, b: int) -> None:
    """Say where something went that was at an address before, or that it is gone."""
    now = site.documents(_chosen(LED, a))
    there = Path(_chosen(now, b)).stem if now else ""
    lines = [f"old-{a % 4}:", f"  was: /old/{a % 4}/", f"  why: It was there until number {b}."]
    lines += [f"  now: {_chosen(LED, a)}:{there}"] if there and b % 2 else []
    site.put("content/data/moved.yml", "".join(f"{line}\n" for line in lines).encode())


def illustrate(site: Site, a: int, b: int) -> None:
    """Give a document another picture."""
    path = _chosen(site.documents("event") + site.documents("newsletter"), a)
    for name, value in (PICTURE | {"image": f"drawing-{b % 3}.png"}).items():
        _lines(site, path, rf"^{name}: .*$", f"{name}: {value}")


def redraw(site: Site, a: int, b: int) -> None:
    """Change the pixels of a picture under its name."""
    site.put(f"content/images/drawing-{a % 3}.png", drawing(b))


def add(site: Site, a: int, b: int) -> None:
    """Write something new."""
    kind = KINDS[a % len(KINDS)]
    slug, more = f"new-{b}", {"title": f"Something new, number {b}", "date": DAYS[b % len(DAYS)]}
    more["summary"] = f"What is new about number {a} of {b}, and who wrote it."
    if kind == "newsletter":
        slug = f"2027-{b % 12 + 1:02d}"
        more |= {"month": slug, "issue": f"{20 + b % 12}", "send_on": f"{slug}-03 10:00"}
    site.put(f"content/{samples.KINDS[kind].folder}/{slug}.md", samples.text(kind, **more).encode())


def delete(site: Site, a: int, b: int) -> None:  # noqa: ARG001 - a step's signature
    """Delete something."""
    site.drop(_chosen(site.documents(), a))


def rename(site: Site, a: int, b: int) -> None:
    """Give something another address, and change whatever points to it."""
    path = _chosen([path for path in site.documents() if "/newsletters/" not in path], a)
    slug = Path(path).stem
    data = site.files[path]
    site.drop(path)
    site.put(str(Path(path).with_stem(f"{slug}-{b}")), data)
    for other in site.documents():
        text = site.files[other].decode()
        new = re.sub(rf"(?<=[:|\[ ]){re.escape(slug)}(?=[\])\n,])", f"{slug}-{b}", text)
        if new != text:
            site.put(other, new.encode())


def retouch(site: Site, a: int, b: int) -> None:
    """Write a letter over another: the file is as long as before."""
    path = _chosen(site.documents(), a)
    head, mark, text = site.files[path].rpartition(b"\n---\n")
    place = b % max(len(text), 1)
    if text[place : place + 1].isalpha():
        site.put(path, head + mark + text[:place] + b"x" + text[place + 1 :])


def replace(site: Site, a: int, b: int) -> None:
    """Move another file into the place of one, as long and as old, as programs that save or sync do."""
    path = _chosen(site.documents(), a)
    before = (site.root / path).stat()
    retouch(site, a, b)
    aside = site.root / "aside"
    aside.write_bytes(site.files[path])
    os.utime(aside, ns=(before.st_atime_ns, before.st_mtime_ns))
    aside.replace(site.root / path)


def touch(site: Site, a: int, b: int) -> None:
    """Save a file as it is."""
    path = _chosen(sorted(site.files), a * 31 + b)
    site.put(path, site.files[path])


def template(site: Site, a: int, b: int) -> None:
    """Change what a template says."""
    path = f"theme/templates/{TEMPLATES[a % len(TEMPLATES)]}"
    site.put(path, site.files[path].replace(b"</", f"<i>{b}</i></".encode(), 1))


def token(site: Site, a: int, b: int) -> None:
    """Change a colour."""
    path = "theme/static/css/tokens.css"
    text = site.files[path].decode()
    colours = list(re.finditer(r"#[0-9a-fA-F]{6}\b", text))
    at = colours[a % len(colours)]
    site.put(path, f"{text[: at.start()]}#{b * 40503 % 0x1000000:06x}{text[at.end() :]}".encode())


def restyle(site: Site, a: int, b: int) -> None:
    """Change a style sheet."""
    path = _chosen(sorted(path for path in site.files if path.endswith(".css")), a)
    site.put(path, site.files[path] + f"\n/* {b} */\n".encode())


def restate(site: Site, a: int, b: int) -> None:
    """Change a fact, a provider or a help line."""
    path, before = (("facts", r"text: .*"), ("providers", r"name: .*"), ("supports", r"hours: .*"))[a % 3]
    field_name = before.partition(":")[0]
    name = f"content/data/{path}.yml"
    site.put(name, re.sub(before, f"{field_name}: Number {b}", site.files[name].decode(), count=1).encode())


def resettle(site: Site, a: int, b: int) -> None:
    """Change the site's settings."""
    name = ("SITENAME", "TAGLINE", "CONTACT_EMAIL", "SITEURL")[a % 4]
    value = {"CONTACT_EMAIL": f"team{b}@example.org", "SITEURL": f"https://n{b}.example.org"}.get(name, f"Number {b}")
    settings = site.files["pelicanconf.py"].decode()
    site.put("pelicanconf.py", re.sub(rf"^{name} = .*$", f'{name} = "{value}"', settings, flags=re.MULTILINE).encode())


def wait(site: Site, a: int, b: int) -> None:
    """Let time pass, or look at an earlier day."""
    site.as_of = MOMENTS[(a + b) % len(MOMENTS)]


def spoil(site: Site, a: int, b: int) -> None:
    """Delete a file of the output, write over it, or cut it short."""
    found = sorted(site.output())
    if not found:
        return
    path = site.root / "output" / _chosen(found, a)
    if b % 3 == 0:
        path.unlink()
    else:
        path.write_bytes(b"scribble" if b % 3 == 1 else path.read_bytes()[:-1])


def nothing(site: Site, a: int, b: int) -> None:
    """Change nothing."""


STEPS: tuple[Step, ...] = (
    say_more, retitle, resum, retag, redate, move_the_end, draft, rescope, illustrate, redraw, add, delete, rename,
    retouch, replace, touch, template, token, restyle, restate, resettle, reconsider, lead_on, wait, spoil, nothing,
)  # fmt: skip
