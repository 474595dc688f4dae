"""What is left of something withdrawn: that it was there, whose yes it was, and the day it went. No words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from plugins.model.clock import start_of
from plugins.model.fields import ConsentRef, Day, YesNo

SAID_FOR = timedelta(days=30)
"""So long feeds say that it was taken down, so that readers which keep a copy replace it."""


class Tombstone(BaseModel):
    """A neutral mark at the place of a withdrawn document."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    kind: str
    slug: str
    path: str
    status: Annotated[str, Field(pattern="^withdrawn$")]
    ref: ConsentRef | None = Field(default=None, description="The reference of the consent that was taken back.")
    withdrawn_on: Day = Field(description="The day it was taken down.")
    in_feeds: YesNo = Field(default=False, description="Whether feeds ever held it.")
    example: YesNo = Field(default=False, description="Sample content, which the live site refuses.")

    @property
    def id(self) -> str:
        """Name what was there: ``story:first-keys``."""
        return f"{self.kind}:{self.slug}"

    def said(self, as_of: datetime) -> bool:
        """Say whether feeds still tell their readers that it was taken down."""
        return self.in_feeds and start_of(self.withdrawn_on) <= as_of < start_of(self.withdrawn_on) + SAID_FOR
