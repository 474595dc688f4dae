"""What was drawn once is not drawn again: unless it, its original or the way to draw it has changed."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.images import artefacts, studio
from plugins.images.kept import FOLDER
from plugins.model.picture import Original, Tone
from plugins.press import CannotMake
from plugins.source import pictures
from plugins.view import Site
from tests import photos, samples

ROOT = Path(__file__).resolve().parents[3]
SAID = {"image_alt": "A scene", "image_consent": "stock"}
SPOILT: tuple[Callable[[bytes], bytes], ...] = (
    lambda _: b"",
    lambda data: data[:300],
    lambda data: data.replace(b"ftyp", b"fytp"),
)


class Project:
    """A content folder with pictures, all of them shown."""

    def __init__(self, folder: Path) -> None:
        """Begin with two pictures."""
        self.folder = folder
        self.images = folder / "content/images"
        self.images.mkdir(parents=True)
        self.site = Site.of(runpy.run_path(str(ROOT / "pelicanconf.py")))
        self.write("door-1.jpg", photos.jpeg())
        self.write("keys-1.png", photos.png())

    def write(self, name: str, data: bytes) -> None:
        (self.images / name).write_bytes(data)

    def made(self) -> dict[str, bytes]:
        """Make every picture, as a build into an empty folder does."""
        found = [pictures.read(f"images/{path.name}", path)[0] for path in sorted(self.images.iterdir())]
        originals = [original for original in found if original]
        shown = [
            samples.document("page", slug=f"page-{number}", image=original.name, **SAID)
            for number, original in enumerate(originals)
        ]
        library = samples.library(*shown, pictures=originals)
        return {artefact.path: artefact.make() for artefact in artefacts(library, self.site, self.folder)}

    def albums(self) -> list[Path]:
        return sorted((self.folder / FOLDER).glob("*"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count what is drawn, in this process."""
    names: list[str] = []
    files = studio.files

    def counting(original: Original, speed: int) -> dict[str, bytes]:
        names.append(original.name)
        return files(original, speed)

    monkeypatch.setattr(studio, "files", counting)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setattr("plugins.images.together.alone", lambda: True)
    return names


def test_each_original_is_drawn_once_for_all_widths_and_formats_and_then_never_again(
    project: Project, drawn: list[str]
) -> None:
    first = project.made()
    assert drawn == ["door-1.jpg", "keys-1.png"]
    assert set(first) == {f"images/{stem}-64.{end}" for stem in ("door-1", "keys-1") for end in ("avif", "jpg")}
    assert project.made() == first
    assert drawn == ["door-1.jpg", "keys-1.png"]


def test_only_what_is_new_is_drawn_and_what_is_gone_is_forgotten(project: Project, drawn: list[str]) -> None:
    project.made()
    drawn.clear()
    project.write("door-1.jpg", photos.mpo())
    project.made()
    assert drawn == ["door-1.jpg"]
    assert len(project.albums()) == 2


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_was_spoiled_on_the_disk_is_drawn_again(
    project: Project, drawn: list[str], spoil: Callable[[bytes], bytes]
) -> None:
    first = project.made()
    drawn.clear()
    spoiled = project.albums()[0]
    spoiled.write_bytes(spoil(spoiled.read_bytes()))
    assert project.made() == first
    assert len(drawn) == 1
    assert project.made() == first
    assert len(drawn) == 1


def test_another_way_to_draw_draws_again_and_publishing_does_not_spoil_editing(
    project: Project, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project.made()
    drawn.clear()
    project.site = Site.of(runpy.run_path(str(ROOT / "publishconf.py")))
    project.made()
    assert len(drawn) == 2
    project.site = Site.of(runpy.run_path(str(ROOT / "pelicanconf.py")))
    project.made()
    assert len(drawn) == 2
    monkeypatch.setattr(studio, "recipe", lambda _: "another Pillow")
    project.made()
    assert len(drawn) == 4


def test_a_site_can_be_made_where_nothing_can_be_kept(project: Project, drawn: list[str]) -> None:
    (project.folder / FOLDER.parent).write_text("a file where the folder should be")
    assert len(project.made()) == 4
    assert drawn == ["door-1.jpg", "keys-1.png"]


def test_several_processes_draw_what_one_would(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = project.made()
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert Project(tmp_path / "other").made() == together


def test_one_broken_picture_is_named_and_the_others_are_kept(
    project: Project, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "tone", lambda *_: Tone.GREY)  # it breaks after it was looked at
    whole = photos.jpeg()
    project.write("a-broken-1.jpg", whole[: whole.rindex(b"\xff\xda") + 40])
    with pytest.raises(CannotMake) as fault:
        project.made()
    assert fault.value.problem.path == "images/a-broken-1.jpg"
    assert len(project.albums()) == 2
    (project.images / "a-broken-1.jpg").unlink()
    drawn.clear()
    project.made()
    assert drawn == []


def test_two_who_ask_at_once_are_given_what_was_drawn_once(project: Project, drawn: list[str]) -> None:
    with ThreadPoolExecutor(2) as both:
        first, second = both.map(lambda _: project.made(), range(2))
    assert first == second
    assert sorted(drawn) == ["door-1.jpg", "keys-1.png"]


def test_a_process_with_other_threads_is_not_copied_and_does_not_draw_itself(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setattr("os.fork", lambda: pytest.fail("This copies whatever locks the other threads hold."))
    with ThreadPoolExecutor(1) as other:
        found = other.submit(project.made).result()
    monkeypatch.undo()
    assert found == Project(tmp_path / "other").made()
