"""What a link in a letter carries: for whom and for what it is, until when, and a signature (itsdangerous)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from itsdangerous import BadData, URLSafeSerializer

LONGEST = 300
"""Characters of a token; whatever is longer was not made here."""


class Purpose(StrEnum):
    """What a token is good for, and nothing else."""

    CONFIRM = "confirm"
    STOP = "stop"
    YOURS = "yours"
    FORM = "form"


class BadToken(Exception):  # noqa: N818 - it names what happened
    """A token was not made here, not for this, or not for now."""


class Tokens:
    """Makes tokens, and reads those that it made."""

    def __init__(self, secrets: Sequence[bytes]) -> None:
        """Take the secrets, the oldest first: the last one signs, and all are known."""
        self._serializers = {
            purpose: URLSafeSerializer(
                list(secrets), salt=f"clnm-press {purpose}", signer_kwargs={"digest_method": hashlib.sha256}
            )
            for purpose in Purpose
        }

    def make(self, purpose: Purpose, ref: str, expires: datetime | None = None) -> str:
        """Make a token of letters, figures, ``-``, ``_`` and ``.``; without ``expires`` it is good for ever."""
        made: str = self._serializers[purpose].dumps([ref, int(expires.timestamp()) if expires else 0])
        return made

    def read(self, purpose: Purpose, token: str, now: datetime) -> str:
        """Give whom a token is for. Raises BadToken."""
        if len(token) > LONGEST or not token.isascii():
            raise BadToken
        try:
            ref, expires = self._serializers[purpose].loads(token)
        except (BadData, ValueError, TypeError):
            raise BadToken from None
        if expires and now.timestamp() >= expires:
            raise BadToken
        return str(ref)
