"""Runs the web application by which people sign up and leave, on this machine, behind a server that speaks HTTPS."""

from __future__ import annotations

import logging
import os
from argparse import Namespace
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from plugins import source
from plugins.delivery.relay import NoRelay, relay
from plugins.desk.commands import WrongUse
from plugins.desk.project import Project, moment, project, site_of, theme
from plugins.press.porch import library_of
from plugins.subscribers import NoFolder, Store, data_folder

if TYPE_CHECKING:
    from plugins.subscriptions import Service


def run(asked: Namespace) -> int:
    """Serve until it is stopped. Raises WrongUse, in words for whoever sets up the server."""
    if not (find_spec("starlette") and find_spec("uvicorn")):
        message = "The web application needs two packages more: make extras"
        raise WrongUse(message)
    import uvicorn  # noqa: PLC0415 - only servers have it

    from plugins.subscriptions import application, through  # noqa: PLC0415 - needs the same

    found = project(asked.settings, asked.content)
    try:
        made = application(_service(found), through(relay(os.environ)))
    except (NoFolder, NoRelay) as why:
        raise WrongUse(str(why)) from None
    logging.basicConfig(level=logging.WARNING)
    print(f"Listening at http://{asked.host}:{asked.port} for {found.facts['SUBSCRIPTIONS_URL']}", flush=True)
    uvicorn.run(
        made,
        host=asked.host,
        port=asked.port,
        access_log=False,  # an address of ours is a key to somebody's data
        log_level="warning",
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1,::1",
        limit_concurrency=1000,
        timeout_keep_alive=10,
    )
    return 0


def _service(found: Project) -> Service:
    from plugins.subscriptions import Service, pages  # noqa: PLC0415 - needs what only servers have

    address = str(found.facts.get("SUBSCRIPTIONS_URL", "")).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in {"localhost", "127.0.0.1"}:
        message = f"SUBSCRIPTIONS_URL in {found.settings} must say where people reach it: https://news.example.org"
        raise WrongUse(message)
    library = library_of(source.read(found.content), moment())
    drawn = pages.Pages(theme(found), pages.frame(site_of(found), library), pages.areas(library))
    return Service(Store(data_folder()), drawn, address, moment)
