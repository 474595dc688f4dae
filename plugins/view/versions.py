"""The same text in other languages and in Easy Read: where each is, in its own name, and whether it is behind."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.library import Entry
from plugins.model import Channel, languages
from plugins.view.frame import Link
from plugins.view.viewpoint import Viewpoint

BEHIND = "The original has changed since this was written."
_BEHIND_IN = {
    "ar": "تغيّر النص الأصلي بعد هذه الترجمة.",
    "cy": "Mae’r testun gwreiddiol wedi newid ers y cyfieithiad hwn.",
    "en": BEHIND,
    "fa": "متن اصلی پس از این ترجمه تغییر کرده است.",
    "fr": "Le texte original a changé depuis cette traduction.",
    "prs": "متن اصلی پس از این ترجمه تغییر کرده است.",
}
"""The same in the languages that we are sure of; readers of others get English."""


@dataclass(frozen=True, slots=True)
class Version:
    """One language that a text can be read in."""

    code: str
    """RFC 5646: en-GB, prs."""
    name: str
    """What the language calls itself."""
    direction: str
    """ltr or rtl."""
    href: str
    url: str
    """The whole address, for machines."""
    current: bool
    document_id: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What a page says of its own versions; all of it is empty where there is only the one."""

    languages: tuple[Version, ...] = ()
    """Every language there is, the original first, this page's own among them."""
    easy_read: Link | None = None
    """The Easy Read version."""
    original: Link | None = None
    """What this is a version of."""
    is_easy_read: bool = False
    behind: str = ""
    """Says that the original has changed since; nothing while this is up to date."""
    behind_language: str = "en"


def versions(entry: Entry, here: Viewpoint) -> Versions:
    """Find the versions of an entry that may be seen from here."""
    found, shelf = entry.document, here.shelf
    original = (shelf.get(found.version_of) if found.version_of else None) or entry
    others = shelf.versions(original.id)
    spoken = (original, *(other for other in others if other.document.translation_of))
    easy = next((other for other in others if other.document.easy_read_of and other.id != entry.id), None)
    language = found.lang.partition("-")[0]
    return Versions(
        languages=tuple(_version(one, entry, here) for one in spoken) if len(spoken) > 1 else (),
        easy_read=_link(easy, here) if easy and original is entry else None,
        original=_link(original, here) if original is not entry else None,
        is_easy_read=found.easy_read_of is not None,
        behind=_BEHIND_IN.get(language, BEHIND) if found.behind else "",
        behind_language=language if language in _BEHIND_IN else "en",
    )


def _version(entry: Entry, page: Entry, here: Viewpoint) -> Version:
    code = entry.document.lang
    return Version(
        code=code,
        name=languages.name(code) or code,
        direction=languages.direction(code),
        href=here.href(entry),
        url=here.links.whole(entry.url) if here.library.on(Channel.WEB).get(entry.id) else "",
        current=entry.id == page.id,
        document_id=entry.id,
    )


def _link(entry: Entry, here: Viewpoint) -> Link:
    return Link(entry.document.title, here.href(entry), document_id=entry.id)
