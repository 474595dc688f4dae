"""A site on another machine changes in one step, over a connection that trusts one key and asks nobody."""

from __future__ import annotations

import getpass
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.hosts import NotOnline, WrongHost, host
from plugins.hosts.rsync import Rsync
from tests.hosts.conftest import Lay

SSHD = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")
pytestmark = pytest.mark.skipif(
    not (SSHD and shutil.which("rsync") and shutil.which("ssh-keygen")),
    reason="sshd or rsync is not on this machine (on Debian: apt install openssh-server rsync)",
)
OLD = {"index.html": "<p>old</p>", "static/a.js": "a", "stories/first-keys/index.html": "<p>her words</p>"}
NEW = {"index.html": "<p>new</p>", "static/a.js": "a"}


def key(path: Path) -> str:
    """Make a pair of keys; give the public one."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)  # noqa: S607 - the machine's own
    return " ".join(path.with_suffix(".pub").read_text("utf-8").split()[:2])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Rsync]:
    """Give a server of ssh on this machine, that knows one key, and how to publish there."""
    machine, own = key(tmp_path / "machine"), key(tmp_path / "own")
    (tmp_path / "keys").write_text(own, "utf-8")
    (tmp_path / "keys").chmod(0o600)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = ["UsePAM no", "StrictModes no", "PasswordAuthentication no", f"AuthorizedKeysFile {tmp_path}/keys"]
    said += [f"Port {port}", "ListenAddress 127.0.0.1", f"HostKey {tmp_path}/machine", "PidFile none"]
    (tmp_path / "sshd").write_text("\n".join([*said, "PermitRootLogin prohibit-password", ""]), "utf-8")
    Path("/run/sshd").mkdir(exist_ok=True)
    log = (tmp_path / "log").open("w")
    running = subprocess.Popen([str(SSHD), "-D", "-e", "-f", tmp_path / "sshd"], stderr=log)
    for _ in range(100):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    to = f"{getpass.getuser()}@127.0.0.1:{tmp_path}/srv/public"
    yield Rsync(to=to, host_key=machine, key=str(tmp_path / "own"), port=port)
    running.terminate()
    running.wait(10)


def online(tmp_path: Path) -> dict[str, str]:
    """Give what visitors see there."""
    folder = (tmp_path / "srv/public").resolve()
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def test_a_release_becomes_the_site_there_and_what_is_the_same_is_sent_once(
    server: Rsync, lay: Lay, tmp_path: Path
) -> None:
    first, folder = lay(1, OLD)
    server.put_online(first, folder, [])
    assert online(tmp_path) == OLD
    before = (tmp_path / "srv/public/static/a.js").stat().st_ino
    second, folder = lay(2, NEW)
    server.put_online(second, folder, [first])
    assert online(tmp_path) == NEW
    assert (tmp_path / "srv/public").is_symlink()
    releases = list((tmp_path / "srv/.public.releases").iterdir())
    assert len(releases) == 2
    assert (tmp_path / "srv/public/static/a.js").stat().st_ino == before


def test_a_release_that_may_not_stay_is_deleted_there(server: Rsync, lay: Lay, tmp_path: Path) -> None:
    first, folder = lay(1, OLD)
    server.put_online(first, folder, [])
    second, folder = lay(2, NEW)
    server.put_online(second, folder, [])
    held = [path for path in (tmp_path / "srv").rglob("*") if path.is_file() and "her words" in path.read_text("utf-8")]
    assert held == []
    server.put_online(second, folder, [])
    assert online(tmp_path) == NEW


def test_what_is_left_of_a_sending_that_was_cut_off_does_no_harm(server: Rsync, lay: Lay, tmp_path: Path) -> None:
    half = tmp_path / "srv/.public.releases/.making/stories"
    half.mkdir(parents=True)
    (half / "index.html").write_text("half of it", "utf-8")
    first, folder = lay(1, NEW)
    server.put_online(first, folder, [])
    assert online(tmp_path) == NEW


def test_a_machine_with_another_key_is_not_trusted(server: Rsync, lay: Lay, tmp_path: Path) -> None:
    other = server.model_copy(update={"host_key": key(tmp_path / "somebody")})
    with pytest.raises(NotOnline, match="Host key verification failed"):
        other.put_online(*lay(1, NEW), [])
    assert not (tmp_path / "srv").exists()


def test_a_folder_in_the_way_of_the_link_is_said_and_left_alone(server: Rsync, lay: Lay, tmp_path: Path) -> None:
    (tmp_path / "srv/public").mkdir(parents=True)
    (tmp_path / "srv/public/index.html").write_text("older", "utf-8")
    with pytest.raises(NotOnline, match="public"):
        server.put_online(*lay(1, NEW), [])
    assert online(tmp_path) == {"index.html": "older"}


@pytest.mark.parametrize(
    "to",
    ["host:/srv/public", "-oProxyCommand=x@h:/srv/p", "a@h:/srv/$(x)", "a@h:srv/public", "a@h:/srv/public/", "a@-h:/p"],
)
def test_an_address_that_could_mean_something_else_is_refused(to: str) -> None:
    with pytest.raises(WrongHost, match="to"):
        host({"kind": "rsync", "to": to, "host_key": "ssh-ed25519 AAAA"})
