"""A web server on this machine, nginx or Caddy, that serves the link ``public``: nothing need be brought anywhere."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from plugins.releases.release import Release


class Folder(BaseModel):
    """The link itself is what visitors see; switching it is what publishes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def put_online(self, release: Release, folder: Path, keep: Collection[Release]) -> None:
        """Do nothing: the release lies where it is served from."""
