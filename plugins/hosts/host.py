"""What every host can do."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Protocol

from plugins.releases.release import Release


class NotOnline(Exception):  # noqa: N818 - it names what happened
    """A release could not be brought to its host; the message says why, and what visitors see now."""


class WrongHost(Exception):  # noqa: N818 - it names what happened
    """The settings of a host cannot be used; the message says what is wrong with them."""


class Host(Protocol):
    """Brings releases to where visitors see them."""

    def put_online(self, release: Release, folder: Path, keep: Collection[Release]) -> None:
        """Make a release, which lies whole in a folder, what visitors see; doing it twice changes nothing.

        ``keep`` are the releases that may stay there beside it; whatever else was there goes, because somebody in it
        may have taken their story back. Raises NotOnline.
        """
