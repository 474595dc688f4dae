"""Web servers of this machine, asked all the while the link changes: every answer is one whole release."""

from __future__ import annotations

import getpass
import http.client
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.releases.release import Release
from plugins.releases.shelves import Releases

SWITCHES = 60
WORDS = 10_000
"""So many to a page, so that one that is cut would be noticed."""
PAGES = ("/", "/about/", "/stories/first-keys/")


def nginx(root: Path, port: int) -> list[str]:
    """Write the settings of an nginx that serves the link."""
    (root / "nginx.conf").write_text(
        f"user {getpass.getuser()};\npid {root}/pid;\nerror_log {root}/errors;\nevents {{}}\n"
        f"http {{ access_log off; sendfile on; server {{ listen 127.0.0.1:{port}; root {root}/public; }} }}\n",
        "utf-8",
    )
    return ["nginx", "-p", str(root), "-c", str(root / "nginx.conf"), "-g", "daemon off;"]


def caddy(root: Path, port: int) -> list[str]:
    """Write the settings of a Caddy that serves the link."""
    text = f"{{\n\tadmin off\n}}\nhttp://127.0.0.1:{port} {{\n\troot * {root}/public\n\tfile_server\n}}\n"
    (root / "Caddyfile").write_text(text, "utf-8")
    return ["caddy", "run", "--config", str(root / "Caddyfile"), "--adapter", "caddyfile"]


@pytest.fixture
def releases(tmp_path: Path) -> tuple[Releases, list[Release]]:
    """Give two releases, each of whose pages says which it is, one of them online."""
    found, made = Releases(tmp_path / "public"), []
    found.prepare()
    for number in (1, 2):
        release = Release(number=number, day="2026-11-21", files={})
        for page in PAGES:
            path = found.path(release) / page.strip("/") / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"release {number}\n" * WORDS, "utf-8")
        made.append(release)
    found.switch(made[0])
    return found, made


@pytest.fixture(params=[nginx, caddy], ids=["nginx", "caddy"])
def port(request: pytest.FixtureRequest, tmp_path: Path, releases: object) -> Iterator[int]:  # noqa: ARG001 - served
    """Give the port of a web server that serves the link."""
    settings: Callable[[Path, int], list[str]] = request.param
    if not shutil.which(settings.__name__):
        pytest.skip(f"{settings.__name__} is not on this machine")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(settings(tmp_path, number), stdout=log, stderr=log)
        for _ in range(200):
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", number)) == 0:
                    break
            time.sleep(0.05)
        yield number
        server.terminate()
        server.wait(10)


def read(port: int, stop: threading.Event, seen: list[str]) -> None:
    """Ask for pages until told to stop, and note what each answer was."""
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    turn = 0
    while not stop.is_set():
        asking.request("GET", PAGES[turn % len(PAGES)])
        answer = asking.getresponse()
        lines = set(answer.read().decode().splitlines())
        seen.append(lines.pop() if answer.status == http.client.OK and len(lines) == 1 else f"{answer.status} {lines}")
        turn += 1


def test_whoever_asks_gets_one_whole_release(releases: tuple[Releases, list[Release]], port: int) -> None:
    found, made = releases
    stop, seen = threading.Event(), [[], []]  # type: ignore[var-annotated]  # filled by the readers
    readers = [threading.Thread(target=read, args=(port, stop, own)) for own in seen]
    for reader in readers:
        reader.start()
    for turn in range(SWITCHES):
        found.switch(made[turn % 2])
        time.sleep(0.005)
    stop.set()
    for reader in readers:
        reader.join()
    assert {*seen[0], *seen[1]} == {"release 1", "release 2"}
    assert len(seen[0]) + len(seen[1]) > SWITCHES
