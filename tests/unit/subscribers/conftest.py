"""A data folder of its own for each test, and people to put into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from plugins.subscribers import Basis, Joining, Store

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
Someone = Callable[..., Joining]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Give a store with nobody in it."""
    return Store(tmp_path)


def joining(address: str = "ana@example.org", **changed: str) -> Joining:
    """Give somebody who joins a list."""
    return Joining(
        address=address, basis=Basis.CONSENT, given_on=date(2026, 10, 1), source="Sign-up sheet, meet-up", **changed
    )
