"""Each room that makes something can be taken away, and the rest builds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.samples import FACTS, KINDS, PROVIDERS, RECORDS, text
from tests.site.press import NOW, ROOT, with_compiled_templates

PLURAL = {
    "pages": "index.html",
    "search": "search/index.json",
    "offline": "sw.js",
    "feeds": "feeds/all.rss.xml",
    "editions": "editions/2026-12/edition.html",
    "calendars": "calendars/all.ics",
    "images": "images/a-story-1-*.avif",
    "assets": "static/icon-*.svg",
    "cards": "cards/stories/a-story.png",
    "icons": "site.webmanifest",
    "sitemaps": "sitemap.xml",
    "wellknown": ".well-known/security.txt",
    "headers": "_headers",
}
PICTURED = {"image": "a-story-1.png", "image_alt": "A window", "image_consent": "illustration"}


def a_copy(folder: Path) -> Path:
    """Copy what a build needs, with one document of each kind, and nothing else."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name)  # with what Python has compiled
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder / name)
    write_content(folder / "content")
    return with_compiled_templates(folder)


def write_content(content: Path) -> None:
    """Write one document of each kind, the story with a picture, and the records that they name."""
    for name, records in {"supports": RECORDS, "providers": PROVIDERS, "facts": FACTS}.items():
        written(content / "data" / f"{name}.yml", records)
    for kind, of in KINDS.items():
        named = {"title": f"The {kind} of this site"}
        slug = "2026-12" if kind == "newsletter" else f"a-{kind}"
        written(content / of.folder / f"{slug}.md", text(kind, **named, **(PICTURED if kind == "story" else {})))
    (content / "images").mkdir()
    Image.new("RGB", (320, 200), "#315a72").save(content / "images/a-story-1.png")


def written(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a copy in a process of its own, as an editor would."""
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors"]
    environment = os.environ | {"AS_OF": NOW, "PYTHONPATH": ""}
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("room", PLURAL)
def test_without_one_room_the_rest_builds(room: str, tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    shutil.rmtree(folder / "plugins" / room)
    conf = folder / "pelicanconf.py"
    line = f'    "plugins.{room}",\n'
    text = conf.read_text("utf-8")
    assert line in text
    conf.write_text(text.replace(line, ""), "utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    for other, file in PLURAL.items():
        assert any((folder / "output").glob(file)) == (other != room), file


def test_adding_a_kind_takes_one_file_one_line_and_one_folder(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    (folder / "plugins/model/shoutout.py").write_text(
        '"""A shout-out."""\n\n'
        "from plugins.model.document import Document\n\n\n"
        "class ShoutOut(Document):\n"
        '    """A word of thanks."""\n\n'
        '    kind = "shoutout"\n    folder = "shoutouts"\n    label = "Shout-out"\n'
        '    plural = "Shout-outs"\n    index_title = "Shout-outs"\n'
    )
    init = folder / "plugins/model/__init__.py"
    text = init.read_text("utf-8")
    text = text.replace("    Page,\n)", "    Page,\n    ShoutOut,\n)")
    text = text.replace("DOCUMENT_TYPES: ", "from plugins.model.shoutout import ShoutOut\n\nDOCUMENT_TYPES: ", 1)
    init.write_text(text, "utf-8")
    (folder / "content/shoutouts").mkdir()
    (folder / "content/shoutouts/thanks.md").write_text(
        "---\ntitle: Thanks to everybody\nsummary: A word of thanks to all who carried chairs at the last meet-up.\n"
        "date: 2026-11-01\nthemes: [friendship]\nexample: true\n---\n\n## Chairs\n\nYou carried sixty chairs.\n",
        "utf-8",
    )
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    output = folder / "output"
    assert "sixty chairs" in (output / "shoutouts/thanks/index.html").read_text("utf-8")
    assert "Thanks to everybody" in (output / "shoutouts/index.html").read_text("utf-8")
    assert "sixty chairs" in (output / "feeds/shoutouts.rss.xml").read_text("utf-8")
    assert "Thanks to everybody" in (output / "themes/friendship/index.html").read_text("utf-8")
    assert "/shoutouts/thanks/" in (output / "sitemap.xml").read_text("utf-8")
