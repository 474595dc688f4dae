"""Shows the site on this machine, and builds it again whenever something it is made of changes."""

from __future__ import annotations

import errno
import threading
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from time import sleep

from plugins.desk.commands import WrongUse
from plugins.desk.preflight import look
from plugins.desk.preview import server, stopped_in_peace
from plugins.desk.project import Project, WrongSettings, moment, project, site_of, theme
from plugins.desk.serving.backstage import Backstage
from plugins.desk.serving.builder import Builder
from plugins.desk.serving.live import Live
from plugins.desk.serving.news import Board
from plugins.desk.serving.rooms import code_mark
from plugins.desk.serving.seeing import Seeing
from plugins.desk.serving.watching import MEANWHILE, SETTINGS, UNSURE, Changed, changes
from plugins.model import Problem
from plugins.press.porch import shown
from plugins.press.report import tell

SETTLED = 0.05
"""Seconds after which a program has written all of a file."""


def run(asked: Namespace) -> int:
    """Serve until somebody stops it; the last site that was whole stays while something is wrong."""
    found = project(asked.settings, asked.content, asked.output)
    theme(found)
    moment()
    site_of(found)
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
    builder = Builder(found, board, lambda: backstage.retired)
    stopped_in_peace()
    with http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        try:
            before = look(found)
            builder.build()
            _tell(found, backstage, board)
            print(f"See it at http://127.0.0.1:{http.server_port}/ (to stop: Ctrl and C)", flush=True)
            builder.begin()
            backstage.warm()
            wrong: list[Problem] = []
            for changed in changes(found, before, late=lambda: backstage.late):
                if not {SETTINGS, MEANWHILE}.isdisjoint(changed.more):
                    wrong = _settle(asked, backstage)
                if _tell(found, backstage, board, changed, wrong):
                    builder.want()
                print(f"\nChanged: {changed}", flush=True)
                backstage.warm()
        except KeyboardInterrupt:
            print("\nStopped.", flush=True)
        builder.stop()
        board.close()
        http.shutdown()
    return 0


def _settle(asked: Namespace, backstage: Backstage) -> list[Problem]:
    """Show the site by its new settings, or say why they cannot be read."""
    try:
        new = project(asked.settings, asked.content, asked.output)
        theme(new)
        _as_watched(new, backstage.found)
        backstage.settle(new)
    except WrongSettings as wrong:
        return list(wrong.problems)
    except Exception as error:  # noqa: BLE001 - settings are a program, and may hold anything
        message = str(error) if isinstance(error, WrongUse) else f"These settings cannot be used: {error}."
        fix = "Undo the last change of the settings. Until then the site is shown by those from before."
        return [Problem(path=str(asked.settings), line=0, field="", message=message, fix=fix, code="T03")]
    return []


def _as_watched(new: Project, found: Project) -> None:
    """Raise WrongUse where settings name other folders than those that are watched and built."""
    if (new.content, new.output, new.theme) != (found.content, found.output, found.theme):
        message = "The settings name other folders now. Stop this and begin it again to see them."
        raise WrongUse(message)


def _tell(
    found: Project, backstage: Backstage, board: Board, changed: Changed = UNSURE, wrong: Sequence[Problem] = ()
) -> bool:
    """Tell open browsers what has changed or is wrong, and the terminal what is wrong; say whether it can be built.

    ``wrong`` is what is wrong besides, with the settings.
    """
    names = changed.within(found.content)
    if names is None and backstage.code != code_mark():
        backstage.retire()
        return True
    stopping = [one for one in backstage.look(names) if one.stops]
    if stopping and names:  # it may be half of what a program is writing
        sleep(SETTLED)
        stopping = [one for one in backstage.look() if one.stops]
    folder = shown(str(found.content))
    stopping = [*wrong, *backstage.wrong, *(replace(one, path=f"{folder}/{one.path}") for one in stopping)]
    if not stopping and (names is None or board.now.problems):
        stopping = backstage.try_out()
    board.shown(stopping, words=names is not None and all(name.endswith(".md") for name in names))
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
