"""Where a release goes to be seen: each kind of host is a module, chosen by ``HOST`` in publishconf.py.

``clnm publish`` makes and checks a release on this machine; a host brings it to where visitors are, so that they see
all of the old site or all of the new one, as far as that host can.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from pydantic import ValidationError

from plugins.hosts.host import Host, NotOnline, WrongHost

__all__ = ["Host", "NotOnline", "WrongHost", "host"]

KINDS = {"folder": "Folder", "rsync": "Rsync", "s3": "S3"}
"""Each kind, and the class in the module of its name."""


def host(settings: Mapping[str, Any]) -> Host:
    """Make the host that ``HOST`` describes: its kind, and what that kind needs. Raises WrongHost, in plain words."""
    rest = dict(settings)
    kind = rest.pop("kind", "folder")
    if kind not in KINDS:
        raise WrongHost(f"HOST in publishconf.py has the kind “{kind}”. There are: {', '.join(KINDS)}.")
    made: type[Host] = getattr(import_module(f"plugins.hosts.{kind}"), KINDS[kind])
    try:
        return made(**rest)
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise WrongHost(f"HOST in publishconf.py: {wrong}. docs/publishing.md says what {kind} needs.") from None
