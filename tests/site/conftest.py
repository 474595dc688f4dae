"""Fixtures for whole sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.press import Built, SiteFolder, sample_site


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
