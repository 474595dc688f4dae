"""Fixtures for whole sites."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.property.small_site import Site
from tests.site.forge import Forge
from tests.site.press import Built, SiteFolder, sample_site
from tests.site.publishing import publish, published_site


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """Give an empty site in a folder of its own."""
    (tmp_path / "content").mkdir()
    return SiteFolder(tmp_path)


@pytest.fixture
def sample(tmp_path: Path) -> SiteFolder:
    """Give a copy of the sample site that a test may change."""
    return sample_site(tmp_path)


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the sample site, built once; tests only read it."""
    return sample_site(tmp_path_factory.mktemp("sample")).build()


@pytest.fixture(scope="session")
def forge() -> Iterator[Forge]:
    """Give what works in processes of their own."""
    with Forge() as found:
        yield found


@pytest.fixture(scope="session")
def first(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give a small site that was published once; tests copy it."""
    site = published_site(tmp_path_factory.mktemp("published"))
    done = publish(forge, site)
    assert done.code == 0, done.said
    return site
