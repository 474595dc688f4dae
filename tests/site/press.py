"""A small site in a folder of its own: written from one string, built by Pelican in this process, read back."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pelican.plugins.signals
from pelican import Pelican
from pelican.settings import read_settings

from plugins.images.kept import FOLDER
from plugins.press import printing
from plugins.render.compiled import FOLDER as COMPILED

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-21T12:00"


@dataclass(frozen=True)
class Built:
    """What a build said and left."""

    code: int
    said: str
    output: Path

    def files(self) -> dict[str, bytes]:
        """Give every file of the output with its bytes."""
        found = sorted(path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in found}

    def text(self, path: str) -> str:
        """Give one file of the output as text."""
        return (self.output / path).read_text("utf-8")

    def holding(self, words: str) -> set[str]:
        """Give the files that hold these words, however they are encoded."""
        return {path for path, data in self.files().items() if words.encode() in decoded(path, data)}


def decoded(path: str, data: bytes) -> bytes:
    """Undo the encodings that could hide words: quoted-printable, base64 and the folding of calendars."""
    if path.endswith(".eml"):
        import email  # noqa: PLC0415 - only for editions
        import email.policy  # noqa: PLC0415

        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = [part.get_payload(decode=True) or b"" for part in message.walk() if not part.is_multipart()]
        return data + b"\n".join(parts) + str(message["subject"]).encode()  # type: ignore[arg-type]
    if path.endswith(".ics"):
        return re.sub(rb"\r\n[ \t]", b"", data)
    return data


@dataclass
class SiteFolder:
    """A folder that holds a site's content and its output."""

    root: Path

    @property
    def content(self) -> Path:
        """Give the content folder."""
        return self.root / "content"

    def write(self, text: str) -> SiteFolder:
        """Write files from one string: each begins with a line ``-- stories/ana.md --``."""
        for name, body in re.findall(r"^-- (\S+) --\n(.*?)(?=^-- \S+ --\n|\Z)", text, re.MULTILINE | re.DOTALL):
            path = self.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, "utf-8")
        return self

    def change(self, name: str, before: str, after: str) -> SiteFolder:
        """Change words in a file, which must be there."""
        path = self.content / name
        text = path.read_text("utf-8")
        assert before in text, f"{before!r} is not in {name}"
        path.write_text(text.replace(before, after), "utf-8")
        return self

    def build(
        self, as_of: str = NOW, output: str = "output", conf: str = "pelicanconf.py", **settings: object
    ) -> Built:
        """Build with the product's own settings and theme; give what was said and made."""
        said = io.StringIO()
        code = 0
        folder = self.root / output
        heard = contextlib.redirect_stderr(said), contextlib.redirect_stdout(said)
        with _environment(AS_OF=as_of), _fresh_signals(), heard[0], heard[1]:
            try:
                _pelican(self.content, folder, conf, settings).run()
            except SystemExit as stop:
                code = stop.code if isinstance(stop.code, int) else 1
                said.write(stop.code if isinstance(stop.code, str) else "")
        return Built(code, said.getvalue(), folder)


def sample_site(root: Path, drawn: Path = ROOT) -> SiteFolder:
    """Copy the sample content into a folder, and the pictures that were drawn where it was built before."""
    shutil.copytree(ROOT / "content", root / "content")
    if (drawn / FOLDER).is_dir():
        shutil.copytree(drawn / FOLDER, root / FOLDER)
    return SiteFolder(root)


def with_compiled_templates(root: Path) -> Path:
    """Let a project with the product's own theme have what its templates were compiled to; give it back."""
    (root / COMPILED.parent).mkdir(parents=True, exist_ok=True)
    (ROOT / COMPILED).mkdir(parents=True, exist_ok=True)
    (root / COMPILED).symlink_to(ROOT / COMPILED)
    return root


def _pelican(content: Path, output: Path, conf: str, settings: dict[str, object]) -> Pelican:
    override = {"PATH": str(content), "OUTPUT_PATH": str(output), "THEME": str(ROOT / "theme"), **settings}
    return Pelican(read_settings(str(ROOT / conf), override=override))


@contextlib.contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


@contextlib.contextmanager
def _fresh_signals() -> Iterator[None]:
    """Forget who listens: signals outlive a build in one process."""
    every = [value for value in vars(pelican.plugins.signals).values() if hasattr(value, "receivers")]
    for found in (*every, printing):
        _forget(found)
    yield
    for found in (*every, printing):
        _forget(found)


def _forget(found: object) -> None:
    for receiver in list(found.receivers_for(None)) if hasattr(found, "receivers_for") else []:
        found.disconnect(receiver)  # type: ignore[attr-defined]
