"""What one photo costs: to make, beside sharp's defaults at the same likeness; and to whoever opens its page."""

from __future__ import annotations

import gzip
import time
from pathlib import Path
from statistics import median

import pytest

from plugins.images import drawing, encoding
from plugins.images.encoding import encoded
from plugins.model.picture import Original
from plugins.view.pictures import WIDTHS, Format
from tests.bench import tools
from tests.bench.photo import SPEED, bytes_as_good, cpu_of, cpu_of_ours, taken
from tests.site.press import sample_site

pytestmark = pytest.mark.slow

LESS_WORK = 8
"""So many times less CPU than sharp takes."""
MORE_BYTES = 1.15
"""So many bytes a picture may have for each of sharp's that is as good."""
THREE = (320, 640, 960)
MOST_FOR_THREE = 0.60
"""CPU seconds for three widths in both formats: twice the 0.30 of a machine that does nothing else."""
MOST_ON_THE_WIRE = 45_000
ROUNDS = 3


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Original:
    """Give a photo of 12 megapixels in a content folder."""
    return taken(tmp_path_factory.mktemp("photo"))


def test_a_photo_is_an_eighth_of_the_work_that_sharp_has_with_it_and_hardly_more_bytes(
    photo: Original, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        command = tools.sharp()
    except tools.Missing as why:
        pytest.skip(f"sharp is not installed: {why}")
    theirs = cpu_of(command, photo.path, tmp_path)
    ours = median(cpu_of_ours(photo) for _ in range(ROUNDS))
    sizes = {kind: bytes_as_good(photo, kind, tmp_path) for kind in Format}
    with capsys.disabled():
        print(f"\n{photo.path.stat().st_size / 1000:.0f} kB of 12 megapixels → {len(WIDTHS)} widths × AVIF + JPEG")
        print(f"CPU: sharp {theirs:.2f} s, ours {ours:.2f} s: {theirs / ours:.1f} times less")
        for kind, (us, them) in sizes.items():
            print(f"{kind.name} as good as sharp's: {us} bytes for {them}: {us / them - 1:+.1%}")
    assert theirs >= LESS_WORK * ours
    assert all(us <= MORE_BYTES * them for us, them in sizes.values())


def test_three_widths_of_a_photo_are_a_fraction_of_a_second(
    photo: Original, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for picture in drawing.drawn(photo.path.read_bytes(), THREE):
            for kind in Format:
                encoded(picture, kind, SPEED)
        taken.append(time.process_time() - start)
    with capsys.disabled():
        print(f"\n{len(THREE)} widths × AVIF + JPEG: {median(taken):.2f} s of CPU")
    assert median(taken) <= MOST_FOR_THREE


def test_an_issue_with_one_photo_is_light(photo: Original, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample = sample_site(tmp_path)
    (sample.content / "images/photo-1.jpg").write_bytes(photo.path.read_bytes())
    sample.change("newsletters/2026-12.md", "image: 2026-12-1.png", "image: photo-1.jpg")
    files = sample.build().files()
    page = len(gzip.compress(files["newsletters/2026-12/index.html"]))
    shown = {width: len(files[f"images/photo-1-{width}.avif"]) for width in WIDTHS}
    with capsys.disabled():
        print(f"\npage {page} bytes, photo {shown}: {page + shown[640]} on a phone")
    assert page + shown[640] <= MOST_ON_THE_WIRE
    assert shown[640] <= encoding.BYTES_ON_CARDS
    assert max(shown.values()) <= encoding.BYTES
