"""The parts of a proof: the page on two screens, each channel as it arrives, and what can be counted."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html  # type: ignore[import-untyped]

from plugins.desk.project import Project, moment
from plugins.desk.proof import counted
from plugins.desk.proof.counted import table
from plugins.desk.proof.enclosed import data_address, enclosed, frame
from plugins.desk.proof.mail import mail_parts
from plugins.desk.serving.seeing import channels, not_public
from plugins.desk.serving.stage import Stage
from plugins.library import Entry
from plugins.model import Channel, Event
from plugins.model.clock import day_in_words
from plugins.view import output_path

FEED = "feeds/all.atom.xml"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a proof."""

    id: str
    title: str
    html: str


def parts(found: Project, stage: Stage, entry: Entry) -> Iterator[Part]:
    """Give every part of a document's proof, who may see it first."""
    at = output_path(entry.url)
    page = (stage.file(at) or b"").decode()
    yield Part("consent", "Who can see it", _consent(entry))
    if page:
        whole = enclosed(page, stage, at)
        yield Part("phone", "On a phone", frame(whole, "Phone", "phone"))
        yield Part("desktop", "On a large screen", frame(whole, "Large screen", "desktop"))
    else:
        yield Part("page", "On the website", "<p>It has no page.</p>")
    for name, title, shown in mail_parts(stage, entry):
        yield Part(name, title, shown)
    yield Part("feed", "In the feeds", _feed(stage, entry, found.facts.get("SITEURL", "")))
    yield Part("social", "On social media", _social(page, stage))
    if isinstance(entry.document, Event):
        yield Part("calendar", "In a calendar", _calendar(stage, entry))
    yield Part("reading", "How it reads", counted.reading(found, entry))
    yield Part("links", "Where it leads", counted.links(page))
    yield Part("size", "What it weighs", counted.size(page, stage, at))


def _consent(entry: Entry) -> str:
    document, now = entry.document, moment()
    said = {True: '<span class="yes">yes</span>', False: '<span class="no">no</span>'}
    rows = [(name, said[yes]) for name, yes in channels(document, now)]
    if document.agreed:
        days = {"The yes ends": document.agreed.expires, "To look at again": document.agreed.review_by}
        rows += [(what, html.escape(day_in_words(day))) for what, day in days.items()]
    why = not_public(document, now)
    return (f'<p class="no">{html.escape(why)}</p>' if why else "") + table(rows)


def _feed(stage: Stage, entry: Entry, siteurl: str) -> str:
    """Show the document's own entry of the feed of everything."""
    if not entry.document.allowed(Channel.FEED, moment()):
        return "<p>Not in the feeds: the people in it did not agree.</p>"
    data = stage.file(FEED)
    for item in lxml.html.etree.fromstring(data).iter("{*}entry", "{*}item") if data else ():
        links = [link.get("href") or link.text or "" for link in item.iter("{*}link")]
        if f"{siteurl}{entry.url}" in links:
            words = [(node.tag.rpartition("}")[2], "".join(node.itertext())) for node in item if not len(node)]
            return table((name, html.escape(re.sub(r"<[^>]+>|\s+", " ", text)[:600])) for name, text in words if text)
    return "<p>Not in the newest entries of the feeds.</p>"


def _social(page: str, stage: Stage) -> str:
    """Show what the page tells social media."""
    tags = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"', page))
    if not tags.get("og:image"):
        return "<p>Social media are told nothing: a link shows no picture.</p>"
    picture = data_address(tags["og:image"], stage)
    alt = tags.get("og:image:alt", "")
    return (
        f'<img src="{picture}" alt="{alt}" width="600">'
        f"<p><strong>{tags.get('og:title', '')}</strong><br>{tags.get('og:description', '')}</p>"
    )


def _calendar(stage: Stage, entry: Entry) -> str:
    wanted = f"/{entry.document.slug}.ics"
    found = next((path for path in stage.paths() if path.endswith(wanted)), "")
    data = stage.file(found) if found else None
    return f"<pre>{html.escape(data.decode())}</pre>" if data else "<p>It is in no calendar.</p>"
