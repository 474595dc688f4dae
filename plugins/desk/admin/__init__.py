"""A form in the browser for those who do not use git: Decap CMS, on this machine alone, made from the content model."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from argparse import Namespace
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from plugins import source
from plugins.desk.admin.config import config
from plugins.desk.admin.desk import Form
from plugins.desk.admin.installed import installed
from plugins.desk.commands import WrongUse
from plugins.desk.preview import HOST, server, stopped_in_peace
from plugins.desk.project import project


def run(asked: Namespace) -> int:
    """Serve the form until somebody stops it. What it saves is in the content folder; git and the check see it."""
    found = project(asked.settings, asked.content)
    beside = found.content.resolve().parent
    if found.content.name != "content":
        message = f"The form writes into a folder called content, and this is {found.content}."
        raise WrongUse(message)
    program = installed(beside)
    port = _free_port()
    handler = partial(
        Form,
        program=program / "node_modules" / "decap-cms" / "dist",
        content=found.content,
        keeper=f"http://{HOST}:{port}/api/v1",
        settings=partial(_settings, found.content),
    )
    stopped_in_peace()
    with _served(asked.port, handler) as http, _keeper(program, beside, port, http.server_port) as keeper:
        try:
            print(f"Open http://{HOST}:{http.server_port}/admin/ (to stop: Ctrl and C)", flush=True)
            print(
                "What you save is in the content folder at once. To see what is wrong with it: clnm check", flush=True
            )
            http.serve_forever()
        except KeyboardInterrupt:
            print("\nStopped.", flush=True)
        finally:
            keeper.terminate()
    return 0


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def _served(port: int, handler: Any) -> ThreadingHTTPServer:
    try:
        return server(port, handler)
    except OSError as error:
        message = f"Port {port} is taken. Use another: clnm admin --port {port + 1}"
        raise WrongUse(message) from error


def _keeper(program: Path, beside: Path, port: int, form: int) -> subprocess.Popen[bytes]:
    """Start decap-server, which reads and writes files below a folder; it listens to this machine alone."""
    node = shutil.which("node") or "node"
    settings = {"PORT": str(port), "BIND_HOST": HOST, "ORIGIN": f"http://{HOST}:{form}", "LOG_LEVEL": "error"}
    environment = {**os.environ, **settings, "GIT_REPO_DIRECTORY": str(beside), "MODE": "fs"}
    script = program / "node_modules" / "decap-server" / "dist" / "index.js"
    return subprocess.Popen([node, str(script)], cwd=beside, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - pinned


def _settings(content: Path) -> dict[str, Any]:
    """Make the form's settings from the model, and from what there is to point to now."""
    reading = source.read(content)
    names: dict[str, list[str]] = {}
    for record in reading.records:
        names.setdefault(record.kind, []).append(record.id)
    for document in reading.documents:
        names.setdefault(document.kind, []).append(document.slug)
    return config(names, "/admin/api")
