"""Two more engines, where a machine has them: Gecko through Marionette, WebKit through the WebDriver protocol.

Neither needs a package of Python: both protocols are a few lines of JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds that a browser may take to start on a busy machine."""
_MINI = "/usr/lib/*-linux-gnu/webkit2gtk-4.1/MiniBrowser"


def missing(engine: str) -> str:
    """Say what a machine lacks for an engine; nothing where it has all."""
    if engine == "gecko":
        return "" if _firefox() else "Firefox is not installed: apt-get install firefox-esr"
    if not shutil.which("WebKitWebDriver") or not list(Path("/").glob(_MINI[1:])):
        return "WebKit is not installed: apt-get install webkit2gtk-driver"
    return "" if _screen() is not None else "There is no screen for WebKit: apt-get install xvfb xauth"


def asked(engine: str, page: Path, script: str) -> Any:
    """Open a page from the disk in an engine and give what a script returns. Raises OSError if it does not start."""
    return _gecko(page, script) if engine == "gecko" else _webkit(page, script)


def _firefox() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


def _screen() -> list[str] | None:
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return []
    return ["xvfb-run", "--auto-servernum"] if shutil.which("xvfb-run") else None


def _gecko(page: Path, script: str) -> Any:
    port, profile = _free_port(), page.parent / "profile"
    profile.mkdir()
    (profile / "user.js").write_text(f'user_pref("marionette.port", {port});\n', "utf-8")
    command = [_firefox() or "", "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with _running(command), _connected(port) as wire:
        _heard(wire)
        for number, (name, values) in enumerate(
            (
                ("WebDriver:NewSession", {}),
                ("WebDriver:Navigate", {"url": page.as_uri()}),
                ("WebDriver:ExecuteScript", {"script": script, "args": []}),
            )
        ):
            said = json.dumps([0, number, name, values])
            wire.sendall(f"{len(said.encode())}:{said}".encode())
            _, _, error, found = _heard(wire)
            if error:
                raise OSError(error)
        return found["value"]


def _heard(wire: socket.socket) -> Any:
    """Read one message: its length in bytes, a colon, and JSON."""
    length = b""
    while not length.endswith(b":"):
        length += wire.recv(1)
    said, wanted = b"", int(length[:-1])
    while len(said) < wanted:
        said += wire.recv(wanted - len(said))
    return json.loads(said)


def _webkit(page: Path, script: str) -> Any:
    port, browser = _free_port(), next(Path("/").glob(_MINI[1:]))
    options = {"binary": str(browser), "args": ["--automation"]}
    with _running([*(_screen() or []), "WebKitWebDriver", f"--port={port}"]), _connected(port):
        root = f"http://127.0.0.1:{port}/session"
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        session = f"{root}/{_posted(root, wanted)['sessionId']}"
        try:
            _posted(f"{session}/url", {"url": page.as_uri()})
            return _posted(f"{session}/execute/sync", {"script": script, "args": []})
        finally:
            urllib.request.urlopen(urllib.request.Request(session, method="DELETE"), timeout=PATIENCE).close()  # noqa: S310 - this machine


def _posted(url: str, values: dict[str, Any]) -> Any:
    request = urllib.request.Request(url, json.dumps(values).encode())  # noqa: S310 - this machine
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - this machine
        return json.load(answer)["value"]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def _running(command: list[str]) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 15)
        process.wait(PATIENCE)


@contextlib.contextmanager
def _connected(port: int) -> Iterator[socket.socket]:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            wire = socket.create_connection(("127.0.0.1", port), PATIENCE)
            break
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
    with wire:
        yield wire
