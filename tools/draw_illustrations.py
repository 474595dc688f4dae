#!/usr/bin/env python3
"""Draw every picture of the sample content into content/images, or check that those there are the ones drawn here."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PIL import Image, ImageChops

# So that `python tools/draw_illustrations.py` finds its own package.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.illustrations.gallery import PICTURES

STRAY_PIXELS = 1 / 10_000  # releases of Pillow round a pixel here and there in their own way
IMAGES = Path(__file__).resolve().parent.parent / "content" / "images"


def main(arguments: list[str] | None = None) -> int:
    """Draw the pictures, or with `--check` compare them; return 1 when a picture differs or is missing, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="draw nothing; exit 1 if a picture differs")
    parser.add_argument("names", nargs="*", metavar="name", help="a picture, such as data-sim-1 (none named: all)")
    options = parser.parse_args(arguments)
    if unknown := sorted(set(options.names) - PICTURES.keys()):
        parser.error(f"no such picture: {', '.join(unknown)}")
    names = options.names or list(PICTURES)
    return check(names) if options.check else draw(names)


def draw(names: list[str]) -> int:
    """Draw the named pictures as PNG files and say how large each one is; return 0."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name in names:
        path = IMAGES / f"{name}.png"
        PICTURES[name]().picture().save(path, optimize=True)
        sys.stdout.write(f"{path.name}: {path.stat().st_size / 1000:.1f} kB\n")
    return 0


def check(names: list[str]) -> int:
    """Compare the named pictures with what this script draws, pixel by pixel; return 1 when one differs, else 0."""
    wrong = [name for name in names if not _is_as_drawn(name)]
    for name in wrong:
        sys.stderr.write(f"{name}.png is not what this script draws; run: python tools/draw_illustrations.py {name}\n")
    return 1 if wrong else 0


def _is_as_drawn(name: str) -> bool:
    """Say whether the file exists and has, but for stray pixels, the colours that would be drawn now."""
    path = IMAGES / f"{name}.png"
    if not path.is_file():
        return False
    drawn = PICTURES[name]().picture().convert("RGB")
    with Image.open(path) as opened:
        kept = opened.convert("RGB")
    if kept.size != drawn.size:
        return False
    same, *different = ImageChops.difference(kept, drawn).convert("L").histogram()
    return sum(different) <= STRAY_PIXELS * (same + sum(different))


if __name__ == "__main__":
    sys.exit(main())
