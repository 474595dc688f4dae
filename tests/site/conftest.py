"""Fixtures for whole sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.property.small_site import Site
from tests.site.forge import Forge
from tests.site.press import Built, SiteFolder, sample_site
from tests.site.publishing import publish, published_site
from tests.sites import once, site_in


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """Give an empty site in a folder of its own."""
    (tmp_path / "content").mkdir()
    return SiteFolder(tmp_path)


@pytest.fixture
def sample(home: Path, tmp_path: Path) -> SiteFolder:
    """Give a copy of the sample site that a test may change; its pictures are drawn."""
    return sample_site(tmp_path, drawn=home)


@pytest.fixture(scope="session")
def built_sample(home: Path) -> Built:
    """Give the sample site, built once; tests only read it."""
    return Built(0, "", home / "output")


@pytest.fixture(scope="session")
def first(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give a small site that was published once; tests copy it."""

    def fill(folder: Path) -> None:
        done = publish(forge, published_site(folder))
        assert done.code == 0, done.said

    return site_in(once(tmp_path_factory, "published", fill))
