"""What machines read of a document's page: its title, its address, whether it may be kept or shared."""

from __future__ import annotations

from plugins.library import Entry
from plugins.model import Channel
from plugins.view.data import structured
from plugins.view.frame import Head
from plugins.view.pictures import portrait, published, widths
from plugins.view.viewpoint import Viewpoint


def head(entry: Entry, here: Viewpoint) -> Head:
    """Make what machines read of an entry's page."""
    found = entry.document
    shared = here.library.on(Channel.SOCIAL).get(entry.id) is not None
    original = here.shelf.pictures.get(portrait(found, here.today))
    shown = published(original, widths(original)[-1]) if original and shared else ""
    return Head(
        title=found.title,
        description=found.summary,
        canonical=here.links.whole(entry.url),
        language=found.lang,
        indexed=here.library.searchable(entry),
        shared=shared,
        image=here.links.whole(shown),
        data=structured(entry, here),
    )
