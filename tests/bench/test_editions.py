"""How long an edition takes to draw: both parts of it, from its view, with everything warm."""

from __future__ import annotations

import runpy
import time

import pytest

from plugins.editions.edition import Faces
from plugins.model import Channel, Newsletter
from plugins.view import EditionView, Site, Viewpoint, edition
from tests.inbox.letters import WEIGHED, shelved
from tests.rooms.shelves import ROOT

MOST = 0.100
"""Seconds an edition may take."""
ROUNDS = 20


def view(slug: str) -> EditionView:
    """Show an issue as an edition."""
    library = shelved(slug)
    site = Site.of(runpy.run_path(str(ROOT / "pelicanconf.py")))
    here = Viewpoint.afar(library, site, Channel.EMAIL)
    entry = here.shelf.get(f"{Newsletter.kind}:{slug}")
    assert entry is not None
    return edition(entry, here)


@pytest.mark.slow
@pytest.mark.parametrize("slug", WEIGHED)
def test_an_edition_is_drawn_in_a_tenth_of_a_second(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    faces, shown = Faces(ROOT / "theme"), view(slug)
    faces.html(shown)
    faces.plain(shown)
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        faces.html(shown)
        faces.plain(shown)
        taken.append(time.process_time() - start)
    taken.sort()
    with capsys.disabled():
        print(f"\n{slug}: {taken[0] * 1000:.1f} ms at the least, {taken[ROUNDS // 2] * 1000:.1f} ms as a rule")
    assert taken[ROUNDS // 2] <= MOST
