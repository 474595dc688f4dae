"""The small good site that each bad input is put into."""

from __future__ import annotations

from pathlib import Path

from tests import samples
from tests.hostile.pictures import drawn

AS_OF = "2026-11-21T12:00"


def good_site(content: Path) -> None:
    """Write an issue, a story, an event, an offer, a picture and the records they need into a folder."""
    for name, words in {"supports": samples.RECORDS, "providers": samples.PROVIDERS, "facts": samples.FACTS}.items():
        _write(content / f"data/{name}.yml", words)
    for kind in ("newsletter", "story", "event", "offer"):
        slug = "2026-12" if kind == "newsletter" else f"good-{kind}"
        body = None if kind == "newsletter" else f"The best {kind}."
        text = samples.text(kind, body, title=f"A good {kind} here")
        _write(content / samples.KINDS[kind].folder / f"{slug}.md", text)
    (content / "images").mkdir()
    (content / "images/drawing-1.png").write_bytes(drawn())


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
