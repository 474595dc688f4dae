"""Whatever is sent to the application, and in whatever order: no fault, and only those who pressed are on the list."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from plugins.subscribers import Purpose
from plugins.view import Site
from tests.rooms.answering import Asked

SITE = Site(
    siteurl="https://clnm.example.org",
    sitename="Care Leavers National Movement",
    short_name="CLNM",
    tagline="A sentence.",
    newsletter_name="CLNM News",
    publisher="CLNM",
    charity_number="0",
    postal_address="1 Example Street",
    contact_email="hello@clnm.example.org",
    why_you_get_it="You asked.",
    navigation=(),
)
PEOPLE = st.sampled_from([f"person{number}@example.org" for number in range(5)])
PATHS = st.sampled_from(["/", "/yours", "/sent", "/confirm/x", "/stop/x", "/yours/x", "/robots.txt", "/nothing"])
METHODS = st.sampled_from(["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
NAMES = st.sampled_from(["email", "area", "audience", "token", "do", "x"])
KINDS = st.sampled_from(
    ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json", ""]
)
LETTERS = st.text(st.characters(codec="utf-8", exclude_characters="/?#\\"), max_size=40)


class People(RuleBasedStateMachine):
    """People and scanners, and a model of who should be on the list."""

    confirmations = Bundle("confirmations")

    def __init__(self) -> None:
        """Open the application with nobody in it."""
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.asked = Asked(Path(self.folder.name), SITE)
        self.here: set[str] = set()
        self.ways_out: dict[str, str] = {}

    def teardown(self) -> None:
        """Close it."""
        self.folder.cleanup()

    def send(self, method: str, path: str, **more: Any) -> Any:
        answer = self.asked.browser.request(method, path, follow_redirects=False, **more)
        assert answer.status_code < 500, (method, path, more)
        assert answer.headers["x-content-type-options"] == "nosniff"
        return answer

    @rule(target=confirmations, address=PEOPLE)
    def ask(self, address: str) -> tuple[str, str]:
        self.asked.later(days=1)
        return address, self.asked.link(address)

    @rule(confirmation=consumes(confirmations), looks=st.integers(0, 2))
    def confirm(self, confirmation: tuple[str, str], looks: int) -> None:
        address, link = confirmation
        for _ in range(looks):
            self.send("GET", link)
        known = self.send("POST", link)
        if "You are on the list" in known.text:
            self.here.add(address)
            self.ways_out[address] = self.asked.way_out(address)

    @rule(address=PEOPLE)
    def scan(self, address: str) -> None:
        if address in self.ways_out:
            self.send("GET", self.ways_out[address])

    @rule(address=PEOPLE)
    def leave(self, address: str) -> None:
        if address in self.ways_out:
            assert self.send("POST", self.ways_out[address]).status_code == 200
            self.here.discard(address)

    @rule(address=PEOPLE, wish=st.sampled_from(["show", "erase", "stop", "", "x"]))
    def use_rights(self, address: str, wish: str) -> None:
        self.asked.later(days=1)
        link = self.asked.link(address, "/yours")
        self.send("GET", link)
        answer = self.send("POST", link, data={"do": wish})
        assert wish != "show" or address in answer.text
        if wish in {"erase", "stop"}:
            self.here.discard(address)
        if wish == "erase":
            self.ways_out.pop(address, None)

    @rule(method=METHODS, path=PATHS, body=st.binary(max_size=200), kind=KINDS)
    def send_bytes(self, method: str, path: str, body: bytes, kind: str) -> None:
        self.send(method, path, content=body, headers={"Content-Type": kind})

    @rule(path=PATHS, form=st.dictionaries(NAMES, LETTERS, max_size=5), ours=st.booleans())
    def send_form(self, path: str, form: dict[str, str], ours: bool) -> None:  # noqa: FBT001 - Hypothesis chooses
        token = self.asked.form("/") if ours else {}
        self.send("POST", path, data=form | token)

    @rule(purpose=st.sampled_from(Purpose), for_what=st.sampled_from(Purpose), ref=LETTERS)
    def use_a_token(self, purpose: Purpose, for_what: Purpose, ref: str) -> None:
        token = self.asked.token(purpose, ref)
        self.send("POST", f"/{for_what}/{token}", data={"do": "erase"})

    @invariant()
    def exactly_those_are_on_the_list_who_pressed_and_did_not_leave(self) -> None:
        assert set(self.asked.members()) == self.here


TestPeople = People.TestCase
TestPeople.settings = settings(
    max_examples=8, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
