"""What every command that changes the site online does: alone, with the host of the settings, or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from plugins.desk.commands import WrongUse
from plugins.desk.project import Project
from plugins.disk.locking import alone
from plugins.hosts import Host, NotOnline, WrongHost, host
from plugins.releases.making import Harmed
from plugins.releases.release import Release
from plugins.releases.shelves import InTheWay, Releases

STAYS = "What is online stays as it is."


@contextmanager
def releases_of(found: Project) -> Iterator[Releases]:
    """Give the releases of a project to whoever wants to change them, one at a time.

    Where the disk or the host fails, that is said. Raises WrongUse, or SystemExit with code 1.
    """
    releases = Releases(found.output)
    try:
        with alone(releases.places.lock, _waiting):
            releases.prepare()
            yield releases
    except InTheWay as wrong:
        raise WrongUse(str(wrong)) from None
    except NotOnline as wrong:
        _stop(str(wrong))
    except Harmed as wrong:
        _stop(f"{wrong} changed while it was published. {STAYS} Publish again.")
    except OSError as error:
        if error.errno is None:  # a missing template calls itself an OSError too
            raise
        _stop(f"The site could not be written: {error}. {STAYS}")


def host_of(found: Project) -> Host:
    """Give the host that a project's settings name. Raises WrongUse."""
    try:
        return host(found.facts.get("HOST", {}))
    except WrongHost as wrong:
        raise WrongUse(str(wrong)) from None


def put_online(release: Release, releases: Releases, to: Host, others: Sequence[Release], most: int) -> None:
    """Bring a release to its host and make it the site; of the others, the newest stay, and no more than ``most``.

    What was the site until then is the newest of them. Raises NotOnline, or OSError.
    """
    current = releases.current()
    order = sorted(others, key=lambda one: (current is None or one.name != current.name, -one.number))
    stay = [one for one in order if one.name != release.name][:most]
    to.put_online(release, releases.path(release), stay)
    releases.switch(release)
    names = {one.name for one in stay}
    releases.drop([one for one in releases.all() if one.name not in names])


def _waiting() -> None:
    print("Somebody else publishes this site right now. Waiting until that is done …", file=sys.stderr, flush=True)


def _stop(message: str) -> NoReturn:
    print(message, file=sys.stderr)
    raise SystemExit(1)
