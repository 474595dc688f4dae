"""A real Postfix with a real OpenDKIM, in a folder and on ports of their own; the machine's own are not touched."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PATHS = "/usr/sbin:/usr/local/sbin:/usr/lib/postfix/sbin"
POSTFIX, OPENDKIM = shutil.which("postfix", path=PATHS), shutil.which("opendkim", path=PATHS)
WAIT = 30.0

MAIN = """\
compatibility_level = 3.6
queue_directory = {root}/queue
data_directory = {root}/data
maillog_file = {root}/mail.log
maillog_file_prefixes = {root}
myhostname = relay.example.org
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
alias_database =
virtual_mailbox_domains = example.org
virtual_mailbox_base = {root}/mail
virtual_mailbox_maps = static:box/
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_milters = inet:127.0.0.1:{milter}
milter_default_action = tempfail
"""
MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
proxymap unix - - n - - proxymap
tlsmgr unix - - n 1000? 1 tlsmgr
smtp unix - - n - - smtp
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""
DKIM = """\
Domain clnm.example.org
Selector news
KeyFile {root}/key
Mode s
Canonicalization relaxed/relaxed
SignHeaders *,+list-unsubscribe,+list-unsubscribe-post
Socket inet:{milter}@127.0.0.1
InternalHosts 127.0.0.1
RequireSafeKeys no
UserID {user}
Syslog no
"""


def missing() -> str:
    """Say why there can be no relay here; nothing where there can."""
    if not POSTFIX or not OPENDKIM:
        return "There is no Postfix or no OpenDKIM here; on Debian: apt install postfix opendkim."
    return "" if os.geteuid() == 0 else "Postfix can be started by root only."


@dataclass(frozen=True)
class Postfix:
    """A relay that runs."""

    root: Path
    port: int

    @property
    def log(self) -> list[str]:
        """Give its log."""
        return (self.root / "mail.log").read_text("utf-8").splitlines()

    def box(self, number: int) -> list[bytes]:
        """Give the messages of the mailbox, once there are so many."""
        folder = self.root / "mail/box/new"
        until(lambda: folder.is_dir() and len(list(folder.iterdir())) >= number)
        return [path.read_bytes() for path in sorted(folder.iterdir())]


@contextlib.contextmanager
def postfix(key: str) -> Iterator[Postfix]:
    """Start both, with a private key to sign with; stop them at the end."""
    owner = pwd.getpwnam("postfix")
    root = Path(tempfile.mkdtemp(prefix="clnm-postfix-"))
    root.chmod(0o755)
    port, milter = _free(), _free()
    words: dict[str, object] = {
        "root": root,
        "user": owner.pw_name,
        "uid": owner.pw_uid,
        "gid": owner.pw_gid,
        "port": port,
        "milter": milter,
    }
    for name in ("queue", "data", "mail"):
        (root / name).mkdir()
    for name in ("data", "mail"):
        shutil.chown(root / name, owner.pw_uid, owner.pw_gid)
    for name, text in {"main.cf": MAIN, "master.cf": MASTER, "dkim.conf": DKIM}.items():
        (root / name).write_text(text.format(**words), "utf-8")
    (root / "key").write_text(key, "ascii")
    (root / "key").chmod(0o600)
    shutil.chown(root / "key", owner.pw_uid, owner.pw_gid)
    signing = subprocess.Popen([str(OPENDKIM), "-f", "-x", str(root / "dkim.conf")])
    try:
        until(lambda: _listens(milter))
        subprocess.run([str(POSTFIX), "-c", str(root), "start"], check=True, capture_output=True)
        until(lambda: _listens(port))
        yield Postfix(root, port)
    finally:
        subprocess.run([str(POSTFIX), "-c", str(root), "stop"], check=False, capture_output=True)
        signing.terminate()
        signing.wait()
        shutil.rmtree(root, ignore_errors=True)


def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so. Raises TimeoutError."""
    end = time.monotonic() + WAIT
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)


def _free() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False
