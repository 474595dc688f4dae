"""The application for subscribers, asked as browsers and mail programs do, with its letters caught."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from plugins.subscribers import Purpose, Store
from plugins.subscriptions import Service, application, pages
from plugins.subscriptions.postman import Postman
from plugins.subscriptions.throttle import Throttle
from plugins.view import Site
from tests import samples
from tests.rooms import shelves

ADDRESS = "https://news.example.org"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LINK = re.compile(rf"^{ADDRESS}(/\S+)$", re.MULTILINE)
TOKEN = re.compile(r'name="token" value="([^"]*)"')


@cache
def drawing(site: Site) -> pages.Pages:
    """Give the product's theme with one area."""
    library = samples.library(samples.document("area", "northbridge", title="Northbridge House Project"))
    return pages.Pages(shelves.ROOT / "theme", pages.frame(site, library), pages.areas(library))


@dataclass
class Asked:
    """An application with nobody in it, its clock, and whatever letters it sent."""

    folder: Path
    site: Site
    now: datetime = NOW
    each: int = 10_000
    letters: list[EmailMessage] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Open it."""
        self.store = Store(self.folder)
        self.service = Service(self.store, drawing(self.site), ADDRESS, lambda: self.now)
        throttle = Throttle(lambda: self.now.timestamp(), self.each, 100_000)  # noqa: PLW0108 - now changes
        self.app = application(self.service, self.letters.append, throttle)
        self.postman = Postman(self.store, self.service.pages, self.letters.append, ADDRESS, lambda: self.now)
        self.browser = self.new_browser()

    def new_browser(self) -> TestClient:
        """Give a browser with no cookies; a fault of the application is an answer to it, not an exception here."""
        return TestClient(self.app, base_url=ADDRESS, raise_server_exceptions=False)

    def later(self, **much: int) -> None:
        """Let time pass."""
        self.now += timedelta(**much)

    def form(self, path: str = "/") -> dict[str, str]:
        """Open a form; give what its hidden field holds."""
        found = TOKEN.search(self.browser.get(path).text)
        assert found
        return {"token": found[1]}

    def ask(self, address: str, path: str = "/", **more: str) -> Any:
        """Fill in a form and send it."""
        return self.browser.post(path, data=self.form(path) | {"email": address} | more, follow_redirects=False)

    def link(self, address: str, path: str = "/", **more: str) -> str:
        """Ask for a letter, and give the path of the link in it."""
        assert self.ask(address, path, **more).status_code == 303
        self.postman.deliver()
        found = LINK.search(self.letters[-1].get_content())
        assert found
        return found[1]

    def join(self, address: str, **more: str) -> None:
        """Sign up and confirm."""
        assert self.browser.post(self.link(address, **more)).status_code == 200

    def way_out(self, address: str) -> str:
        """Give the path by which somebody leaves."""
        return next(f"/stop/{member.token}" for member in self.store.members("news") if member.address == address)

    def members(self) -> list[str]:
        """Give everybody who gets the newsletter."""
        return [member.address for member in self.store.members("news")]

    def token(self, purpose: Purpose, ref: str = "nobody") -> str:
        """Make a token, as the application does."""
        return self.store.tokens.make(purpose, ref)

    def slower(self, each: int) -> Asked:
        """Give the same with another limit for each visitor."""
        return replace(self, each=each, letters=[])
