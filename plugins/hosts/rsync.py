"""Another machine, over ssh: a new folder beside the old ones, in which what is the same is a second name, then a link.

Nobody is asked for a password or whether to trust a key: the machine's own key stands in the settings.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Collection, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from plugins.hosts.host import NotOnline
from plugins.releases.release import Release

STAYS = "Visitors see what they saw before."
MAKING = ".making"
_ALIAS = "clnm-host"
"""What ssh calls the machine when it compares keys, whatever its address and port."""


class Rsync(BaseModel):
    """A folder on another machine, behind a web server that serves the link in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    to: Annotated[str, Field(pattern=r"^[a-z_][a-z0-9_-]*@[A-Za-z0-9][A-Za-z0-9.-]*:/[A-Za-z0-9._/-]*[A-Za-z0-9_]$")]
    """Who, where, and the link that the web server there serves: ``deploy@host.example.org:/srv/clnm/public``."""
    host_key: Annotated[str, Field(pattern=r"^(ssh-ed25519|ecdsa-sha2-nistp\d+|ssh-rsa) [A-Za-z0-9+/]+=*$")]
    """The machine's public key, as ``ssh-keyscan`` prints it, compared with what its owner says."""
    key: str = ""
    """The file of the private key to come in with; without one, those that ssh finds."""
    port: Annotated[int, Field(gt=0, lt=2**16)] = 22

    def put_online(self, release: Release, folder: Path, keep: Collection[Release]) -> None:
        """Send a release into a new folder there, then rename a link to it over the old one (see ``Host``)."""
        with TemporaryDirectory() as beside:
            trusted = Path(beside) / "known_hosts"
            trusted.write_text(f"{_ALIAS} {self.host_key}\n", "utf-8")
            ssh = self._ssh(trusted)
            there = self._ask(ssh, self._look(release))
            if "whole" not in there:
                self._send(ssh, folder, [name for name in there if name != "whole"])
            self._ask(ssh, self._switch(release, keep))

    @property
    def _machine(self) -> str:
        return self.to.partition(":")[0]

    @property
    def _link(self) -> PurePosixPath:
        return PurePosixPath(self.to.partition(":")[2])

    @property
    def _folder(self) -> PurePosixPath:
        return self._link.with_name(f".{self._link.name}.releases")

    def _ssh(self, trusted: Path) -> list[str]:
        said = {
            "BatchMode": "yes",
            "StrictHostKeyChecking": "yes",
            "UserKnownHostsFile": str(trusted),
            "GlobalKnownHostsFile": "/dev/null",
            "HostKeyAlias": _ALIAS,
            "ConnectTimeout": "20",
            "ServerAliveInterval": "15",
        }
        options = [word for name, value in said.items() for word in ("-o", f"{name}={value}")]
        options += ["-i", str(Path(self.key).expanduser()), "-o", "IdentitiesOnly=yes"] if self.key else []
        return ["ssh", *options, "-p", str(self.port)]

    def _look(self, release: Release) -> str:
        """Ask whether the release is there whole, and for the folder that the link leads to."""
        folder, name = (shlex.quote(str(path)) for path in (self._folder, self._folder / _name(release)))
        link = shlex.quote(str(self._link))
        return f"mkdir -p {folder} && {{ test ! -d {name} || echo whole; readlink {link} | sed 's|.*/||'; true; }}"

    def _send(self, ssh: Sequence[str], folder: Path, same: Sequence[str]) -> None:
        words = ["-rtp", "--checksum", "--delete", "--chmod=D755,F644", "-e", shlex.join(ssh)]
        words += [f"--link-dest={self._folder / name}" for name in same]
        self._run(["rsync", *words, f"{folder}/", f"{self._machine}:{self._folder / MAKING}/"])

    def _switch(self, release: Release, keep: Collection[Release]) -> str:
        """Write what makes the folder a release and the link lead to it, and then takes the rest away."""
        name, link, stay = _name(release), self._link, [_name(one) for one in (release, *keep)]
        new = link.with_name(f".{link.name}.link")
        steps = [
            f"cd {shlex.quote(str(self._folder))}",
            f"{{ test -d {name} || mv -T {MAKING} {name}; }}",
            f"rm -f {shlex.quote(str(new))}",
            f"ln -s {shlex.quote(f'{self._folder.name}/{name}')} {shlex.quote(str(new))}",
            f"mv -T {shlex.quote(str(new))} {shlex.quote(str(link))}",
            f'for one in * .making; do case $one in {"|".join(stay)}) ;; *) rm -rf -- "$one" ;; esac; done',
        ]
        return " && ".join(steps)

    def _ask(self, ssh: Sequence[str], script: str) -> list[str]:
        return self._run([*ssh, self._machine, script]).split()

    def _run(self, command: list[str]) -> str:
        if not shutil.which(command[0]):
            message = f"{command[0]} is not on this machine; on Debian: apt install rsync openssh-client."
            raise NotOnline(f"{message} {STAYS}")
        done = subprocess.run(command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)  # noqa: S603 - words from the settings, whose letters are checked
        if done.returncode:
            why = "\n".join(done.stderr.strip().splitlines()[-3:]) or f"{command[0]} ended with {done.returncode}."
            raise NotOnline(f"The site could not be brought to {self.to}:\n{why}\n{STAYS}")
        return done.stdout


def _name(release: Release) -> str:
    """Name a release there by what is in it, too: whoever publishes from another machine counts from 1 again."""
    return f"{release.name}-{release.digest[:12]}"
