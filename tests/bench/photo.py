"""Measures what one photo of 12 megapixels costs to make, beside sharp's defaults at the same likeness."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import time
from pathlib import Path

from PIL import Image

from plugins.images import drawing, encoding, studio
from plugins.images.likeness import likeness
from plugins.model.picture import Original
from plugins.source import pictures
from plugins.view.pictures import WIDTHS, Format
from tests.bench import photograph, tools
from tests.bench.measuring import Sitting

SPEED = 9
"""As while editing; publishing takes longer and gives fewer bytes."""
OURS, SHARP, DEARER = "CPU s, ours", "CPU s, sharp", "bytes as good as sharp's, {}"


def measure(sitting: Sitting) -> None:
    """Make one photo in every width and format with ours and with sharp, in turn; compare the bytes once."""
    found, folder = sitting.found, sitting.folder
    try:
        command = tools.sharp()
    except tools.Missing as why:
        print(f"  sharp is missing: {why}", flush=True)
        return
    found.versions["sharp"] = tools.version(command)
    if found.rounds >= sitting.rounds:
        return
    photo = taken(folder)
    for _ in range(found.rounds, sitting.rounds):
        load = os.getloadavg()[0]
        found.figures[SHARP].append(cpu_of(command, photo.path, folder))
        found.figures[OURS].append(cpu_of_ours(photo))
        found.loads.append(load)
        sitting.keep()
    for kind in Format:
        us, them = bytes_as_good(photo, kind, folder)
        found.figures[DEARER.format(kind.name)] = [us / them]
    sitting.keep()


def taken(folder: Path) -> Original:
    """Give a photo of 12 megapixels in a content folder."""
    path = folder / "content/images/photo-1.jpg"
    path.parent.mkdir(parents=True)
    path.write_bytes(photograph.jpeg())
    found, _ = pictures.read("images/photo-1.jpg", path)
    assert found is not None
    return found


def cpu_of_ours(photo: Original) -> float:
    """Give the CPU seconds in which our studio makes every file of a photo."""
    start = time.process_time()
    studio.files(photo, SPEED)
    return time.process_time() - start


def cpu_of(command: list[str], original: Path, folder: Path) -> float:
    """Have sharp write its files into a folder; give the CPU seconds (user and system) that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    widths = [str(width) for width in WIDTHS]
    subprocess.run([*command, str(original), str(folder), *widths], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def bytes_as_good(photo: Original, kind: Format, theirs: Path) -> tuple[int, int]:
    """Give the bytes of all widths in a format, each as like the photo as sharp's or more; and sharp's own."""
    with Image.open(photo.path) as whole:
        whole.load()
    us = them = 0
    for picture in drawing.drawn(photo.path.read_bytes(), WIDTHS):
        best = whole.resize(picture.size, Image.Resampling.LANCZOS)
        other = (theirs / f"{picture.width}.{kind.name.lower()}").read_bytes()
        wanted = likeness(best, Image.open(io.BytesIO(other)))
        us, them = us + _bytes_for(wanted, picture, best, kind), them + len(other)
    return us, them


def _bytes_for(wanted: float, picture: Image.Image, best: Image.Image, kind: Format) -> int:
    """Find the lowest quality at which a picture is like enough; give its bytes."""
    low, high = 1, 99
    while low < high:
        middle = (low + high) // 2
        data = encoding.written(picture, kind, middle, SPEED)
        if likeness(best, Image.open(io.BytesIO(data))) >= wanted:
            high = middle
        else:
            low = middle + 1
    return len(encoding.written(picture, kind, low, SPEED))
