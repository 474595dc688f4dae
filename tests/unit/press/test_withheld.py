"""What stands for all that may not be seen is another whenever something else may not."""

from __future__ import annotations

from pathlib import Path

from plugins.library import Library
from plugins.model import Document
from plugins.model.picture import Original
from plugins.press.withheld import surroundings, suspected
from tests import samples

PICTURE = {"image": "door.png", "image_alt": "A drawing of a door", "image_consent": "illustration"}


def shelved(*documents: Document) -> Library:
    """Shelve documents beside a picture."""
    return samples.library(*documents, pictures=[Original("door.png", 900, 600, "0" * 64, Path("door.png"))])


def marks(*documents: Document) -> dict[str, str]:
    """Give what stands for what may not be seen of documents."""
    return surroundings(shelved(*documents), ["furniture"])


def test_whoever_takes_back_their_yes_to_social_media_alone_is_heard() -> None:
    scopes = ("[web, feed, email, search-engines, social]", "[web, feed, email, search-engines]")
    everywhere, but_social = (samples.document("story", consent={"scope": scope}) for scope in scopes)
    assert marks(everywhere) != marks(but_social)
    assert suspected(shelved(everywhere)) != suspected(shelved(but_social))


def test_a_picture_is_hidden_with_the_last_that_showed_it_whoever_was_the_first() -> None:
    first = samples.document("event", "a-draft", status="draft", **PICTURE)
    shown, hidden = (samples.document("event", "meet-up", status=status, **PICTURE) for status in ("ready", "draft"))
    before, after = marks(first, shown), marks(first, hidden)
    changed = {name for name, mark in after.items() if before.get(name) != mark}
    found = suspected(shelved(first, hidden), names=changed)
    assert any("images/door-600" in one.marks for one in found)
