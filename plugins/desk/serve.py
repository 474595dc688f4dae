"""Shows the site on this machine, and builds it again whenever something it is made of changes."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import watchfiles

from plugins.desk.commands import WrongUse
from plugins.desk.preflight import Look, look
from plugins.desk.preview import server
from plugins.desk.project import Project, moment, project, theme
from plugins.desk.serving.builder import Builder
from plugins.desk.serving.live import Live
from plugins.desk.serving.news import Board
from plugins.desk.serving.seeing import Seeing
from plugins.desk.serving.stage import Backstage, code_mark
from plugins.press.porch import shown
from plugins.press.report import tell

LOOK = 500
"""Milliseconds after which the settings are looked at, however quiet the folders are."""


def run(asked: Namespace) -> int:
    """Serve until somebody stops it; the last site that was whole stays while something is wrong."""
    found = project(asked.settings, asked.content, asked.output)
    theme(found)
    moment()
    backstage, board = Backstage(found), Board()
    handler = partial(
        Live, backstage=backstage, board=board, proof=partial(_proof, backstage), directory=str(found.output)
    )
    try:
        http = server(asked.port, handler)
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
            raise
        message = f"Port {asked.port} is taken. Use another: clnm serve --port {asked.port + 1}"
        raise WrongUse(message) from None
    with http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        before = look(found)
        _build(found)
        _tell(found, backstage, board)
        print(f"See it at http://127.0.0.1:{http.server_port}/ (to stop: Ctrl and C)", flush=True)
        builder = Builder(lambda: _build(found), board, lambda: backstage.retired)
        try:
            for names in changes(found, before):
                print(f"\nChanged: {names}", flush=True)
                if _tell(found, backstage, board):
                    builder.want()
        except KeyboardInterrupt:
            print("\nStopped.")
        board.close()
        http.shutdown()
    return 0


def _tell(found: Project, backstage: Backstage, board: Board) -> bool:
    """Tell open browsers what has changed or is wrong, and the terminal what is wrong; say whether it can be built."""
    if backstage.code != code_mark():
        backstage.retire()
        return True
    folder = shown(str(found.content))
    stopping = [replace(one, path=f"{folder}/{one.path}") for one in backstage.look() if one.stops]
    board.shown(stopping)
    if stopping:
        tell(stopping)
    return not stopping


def _proof(backstage: Backstage, name: str) -> str:
    """Give the proof page of a document, as it stands now. Raises KeyError where there is none."""
    from plugins.desk.proof import sheet  # noqa: PLC0415 - only who asks for a proof waits for it

    stage = backstage.stage(Seeing())
    if stage is None or name not in stage.library.entries:
        raise KeyError(name)
    return sheet(backstage.found, stage, backstage.as_written(name) or stage.library.entries[name])


def changes(found: Project, seen: Look | None, stop: threading.Event | None = None) -> Iterator[str]:
    """Give, each time that something changes which the site is made of, the names of what did; until told to stop.

    ``seen`` is how everything looked before the build that went on until now: what was saved meanwhile has changed too.
    """
    folders = [folder for folder in (found.content, found.theme, Path("plugins")) if folder.is_dir()]
    before = _settings(found)
    for changed in watchfiles.watch(*folders, stop_event=stop, rust_timeout=LOOK, yield_on_timeout=True, debounce=200):
        names = _named(Path(path) for _, path in changed)
        after = _settings(found)
        if after != before:
            names.append("the settings")
            before = after
        if seen and not names and seen != look(found):
            names.append("what was saved meanwhile")
        seen = None
        if names:
            yield ", ".join(names)


def _named(paths: Iterable[Path]) -> list[str]:
    """Name files that changed; what an editing program left for a moment only counts where nothing else is."""
    every = set(paths)
    return sorted({path.name for path in every if path.exists()} or {path.name for path in every})


def _settings(found: Project) -> list[tuple[str, int]]:
    """Note when each settings file was written: editors replace files, and a watch on one file would lose it."""
    files = sorted({found.settings, *found.settings.parent.glob("*conf.py")})
    return [(str(path), path.stat().st_mtime_ns) for path in files if path.is_file()]


def _build(found: Project) -> None:
    """Build in a process of its own, so that changed code counts and nothing of the last build stays."""
    words = [sys.executable, "-m", "plugins.desk", "build", "--settings", str(found.settings)]
    words += ["--content", str(found.content), "--output", str(found.output)]
    done = subprocess.run(words, check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own command
    if done.returncode == 0:
        print(done.stdout.splitlines()[0] if done.stdout else "Built.", flush=True)
