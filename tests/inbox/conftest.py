"""The sample issues as email, and what they are made with."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from plugins.library import Library
from plugins.view import Site
from tests.inbox.letters import ISSUES, Letter, letter, shelved
from tests.rooms import shelves


@pytest.fixture(scope="session")
def site() -> Site:
    """Give the facts of the sample site."""
    return Site.of(runpy.run_path(str(shelves.ROOT / "pelicanconf.py")))


@pytest.fixture(scope="session")
def theme() -> Path:
    """Give the product's own theme."""
    return shelves.ROOT / "theme"


@pytest.fixture(scope="session", params=ISSUES)
def slug(request: pytest.FixtureRequest) -> str:
    """Give each issue in turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def library(slug: str) -> Library:
    """Give the sample content with the issue, on a day when it may be made."""
    return shelved(slug)


@pytest.fixture(scope="session")
def sent(library: Library, site: Site, theme: Path, slug: str) -> Letter:
    """Give an issue as email; tests only look at it."""
    return letter(library, site, theme, slug)
