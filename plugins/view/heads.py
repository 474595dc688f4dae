"""What machines read of a page: its title, its address, whether it may be kept or shared."""

from __future__ import annotations

from plugins.library import Entry
from plugins.view import social
from plugins.view.data import structured
from plugins.view.frame import Alternate, Head
from plugins.view.versions import versions
from plugins.view.viewpoint import Viewpoint


def head(entry: Entry, here: Viewpoint) -> Head:
    """Make what machines read of an entry's page."""
    found = entry.document
    return Head(
        title=found.title,
        description=found.summary,
        canonical=here.links.whole(here.place(entry)),
        language=found.lang,
        indexed=here.library.searchable(entry),
        card=social.picture(entry, here),
        alternates=_alternates(entry, here),
        data=structured(entry, here),
    )


def site_head(title: str, summary: str, here: Viewpoint, url: str = "", *, indexed: bool = True) -> Head:
    """Make what machines read of a page that is no document's; it is shared where it may be kept, too.

    ``url`` is for a page that is not looked at from its own address.
    """
    return Head(
        title=title,
        description=summary,
        canonical=here.site.siteurl + (url or here.links.page or "/"),
        language=here.site.language,
        indexed=indexed,
        card=social.site_picture(here) if indexed else None,
    )


def _alternates(entry: Entry, here: Viewpoint) -> tuple[Alternate, ...]:
    """Give the languages of a page that search engines may keep, the original's also as that for everybody else."""
    found = [
        Alternate(version.code, version.url)
        for version in versions(entry, here).languages
        if (other := here.shelf.get(version.document_id)) and version.url and here.library.searchable(other)
    ]
    if len(found) < 2 or entry.url not in {alternate.href.removeprefix(here.site.siteurl) for alternate in found}:  # noqa: PLR2004 - one language has no other
        return ()
    return (*found, Alternate("x-default", found[0].href))
