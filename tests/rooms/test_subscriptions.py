"""People sign up, leave and ask about themselves; a link that is only opened does nothing."""

from __future__ import annotations

import json
import smtplib
import threading
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from pathlib import Path

import html5lib
import pytest

from plugins.subscribers import Basis, Joining, Purpose
from plugins.subscriptions import application
from plugins.subscriptions.postman import Postman
from plugins.view import Site
from tests.rooms.answering import ADDRESS, Asked

ANA, BO = "ana@example.org", "bo@example.org"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def asked(tmp_path: Path, site: Site) -> Asked:
    """Give an application with nobody in it."""
    return Asked(tmp_path, site)


def test_somebody_signs_up_confirms_and_is_on_the_list_with_the_record_of_it(asked: Asked) -> None:
    link = asked.link(ANA, area="northbridge", audience="young-people")
    assert asked.members() == []
    assert asked.browser.post(link).status_code == 200
    (ana,) = asked.store.members("news")
    assert (ana.address, ana.area, ana.audience) == (ANA, "northbridge", "young-people")
    with asked.store.connected() as connection:
        row = connection.execute("SELECT basis, given_on, source FROM subscriber").fetchone()
    assert (row["basis"], row["given_on"]) == ("consent", "2026-11-21")
    assert row["source"].startswith(f"form at {ADDRESS}/, asked 2026-11-21T12:00")


def test_what_was_not_offered_is_not_kept(asked: Asked) -> None:
    asked.join(ANA, area="<script>", audience="king")
    (ana,) = asked.store.members("news")
    assert (ana.area, ana.audience) == ("", "")


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_a_link_that_is_opened_by_a_scanner_confirms_nothing_and_stops_nothing(asked: Asked, method: str) -> None:
    link = asked.link(ANA)
    scanner = asked.new_browser()
    for _ in range(3):
        assert scanner.request(method, link).status_code in {200, 405}
    assert asked.members() == []
    asked.browser.post(link)
    for path in (asked.way_out(ANA), asked.link(ANA, "/yours")):
        for _ in range(3):
            assert scanner.request(method, path).status_code in {200, 405}
    assert asked.members() == [ANA]
    assert "<button" in scanner.get(asked.way_out(ANA)).text


@pytest.mark.parametrize("how", [{"data": ONE_CLICK}, {"files": {"List-Unsubscribe": (None, "One-Click")}}, {}])
def test_one_click_in_a_mail_program_stops_everything_without_a_cookie(asked: Asked, how: dict[str, object]) -> None:
    asked.join(ANA)
    asked.join(BO)
    path = asked.way_out(ANA)
    for _ in range(2):
        answer = asked.new_browser().post(path, **how, follow_redirects=False)  # type: ignore[arg-type]
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
    assert asked.members() == [BO]
    assert asked.store.suppressed(ANA) == "left"
    asked.join(ANA)
    assert asked.members() == [ANA, BO]


def test_a_hundred_people_leave_at_once(asked: Asked) -> None:
    people = [f"person{number}@example.org" for number in range(120)]
    day = asked.now.date()
    asked.store.join(
        [Joining(address=p, basis=Basis.CONSENT, given_on=day, source="A sheet") for p in people], asked.now
    )
    paths = [f"/stop/{member.token}" for member in asked.store.members("news")][:100]
    with asked.new_browser() as browser, ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(lambda path: browser.post(path, data=ONE_CLICK).status_code, paths))
    assert statuses == [200] * 100
    assert asked.members() == people[100:]


@pytest.mark.parametrize("path", ["confirm", "stop", "yours"])
def test_a_token_of_another_purpose_or_with_another_letter_is_refused(asked: Asked, path: str) -> None:
    asked.join(ANA)
    asked.link(ANA, "/yours")
    good = asked.way_out(ANA).removeprefix("/stop/")
    others = [asked.token(purpose) for purpose in Purpose if purpose != path]
    changed = [good[:at] + ("A" if good[at] != "A" else "B") + good[at + 1 :] for at in range(0, len(good) - 1, 4)]
    for token in (*others, *changed, "a" * 5000, "%00", "é"):
        for method in ("GET", "POST"):
            answer = asked.browser.request(method, f"/{path}/{token}", data={"do": "erase"})
            assert answer.status_code == 404, token[:80]
    assert asked.members() == [ANA]


def test_a_link_runs_out_and_a_used_one_does_nothing_more(asked: Asked) -> None:
    link, late, own = asked.link(ANA), asked.link(BO), asked.link(ANA, "/yours")
    asked.browser.post(link)
    asked.browser.post(asked.way_out(ANA))
    assert "done already" in asked.browser.post(link).text
    assert asked.members() == []
    asked.later(days=1)
    assert asked.browser.post(own, data={"do": "erase"}).status_code == 404
    asked.later(days=6)
    assert asked.browser.post(late).status_code == 404
    assert asked.members() == []


def test_the_way_out_never_runs_out(asked: Asked) -> None:
    asked.join(ANA)
    path = asked.way_out(ANA)
    asked.later(days=3650)
    assert asked.browser.post(path).status_code == 200
    assert asked.members() == []


@pytest.mark.parametrize("path", ["/", "/yours"])
def test_nobody_learns_from_an_answer_or_its_work_who_is_known(asked: Asked, path: str) -> None:
    asked.join(ANA)
    asked.join("left@example.org")
    asked.browser.post(asked.way_out("left@example.org"))
    done: dict[str, list[str]] = {}
    answers = set()
    real = asked.store.connected
    for address in (ANA, "left@example.org", "stranger@example.org"):
        statements: list[str] = []

        def watched(statements: list[str] = statements) -> object:
            context = real()
            connection = context.__enter__()
            connection.set_trace_callback(lambda said: statements.append(said.split(" VALUES")[0]))
            context.__enter__ = lambda: connection  # type: ignore[method-assign]
            return _Within(connection, context)

        asked.store.connected = watched  # type: ignore[assignment, method-assign]
        answer = asked.ask(address, path)
        asked.store.connected = real  # type: ignore[method-assign]
        headers = tuple(sorted((k, v) for k, v in answer.headers.items() if k != "date"))
        answers.add((answer.status_code, answer.text, headers))
        done[address] = statements
    assert len(answers) == 1
    assert done[ANA] == done["left@example.org"] == done["stranger@example.org"]
    assert done[ANA]


class _Within:
    def __init__(self, connection: object, context: object) -> None:
        self.connection, self.context = connection, context

    def __enter__(self) -> object:
        return self.connection

    def __exit__(self, *_: object) -> None:
        self.connection.close()  # type: ignore[attr-defined]


def test_an_address_gets_few_letters_whoever_asks(asked: Asked) -> None:
    for _ in range(10):
        asked.ask(ANA)
    asked.postman.deliver()
    assert len(asked.letters) == 3
    asked.later(days=1, seconds=1)
    asked.store.suppress(ANA, "left", asked.now)
    for _ in range(3):
        asked.ask(ANA)
    asked.postman.deliver()
    assert len(asked.letters) == 4


def test_a_visitor_who_asks_too_often_waits_and_others_do_not(asked: Asked) -> None:
    slow = asked.slower(3)
    answers = [slow.ask(f"person{number}@example.org") for number in range(4)]
    assert [answer.status_code for answer in answers] == [303, 303, 303, 429]
    assert answers[3].headers["retry-after"] == "3600"
    slow.later(hours=1)
    assert slow.ask(ANA).status_code == 303


def test_a_form_of_another_site_does_nothing_but_show_the_form(asked: Asked) -> None:
    stranger = asked.new_browser()
    from_site = stranger.post("/", data={"email": ANA})
    assert from_site.status_code == 200
    assert f'value="{ANA}"' in from_site.text
    theirs = asked.form()
    assert stranger.post("/", data=theirs | {"email": ANA}).status_code == 403
    cross = asked.browser.post("/", data=asked.form() | {"email": ANA}, headers={"Sec-Fetch-Site": "cross-site"})
    assert cross.status_code == 403
    old = asked.form()
    asked.later(hours=2)
    assert asked.browser.post("/", data=old | {"email": ANA}).status_code == 403
    asked.postman.deliver()
    assert asked.letters == []


def test_what_is_held_is_given_to_its_owner_and_erased(asked: Asked) -> None:
    asked.join(ANA, area="northbridge")
    asked.join(BO)
    way_out, own = asked.way_out(ANA), asked.link(ANA, "/yours")
    given = asked.browser.post(own, data={"do": "show"})
    assert given.headers["content-disposition"].startswith("attachment")
    held = json.loads(given.content)
    assert held["lists"][0]["address"] == ANA
    assert BO not in given.text
    assert "It is erased" in asked.browser.post(own, data={"do": "erase"}).text
    assert asked.members() == [BO]
    assert asked.store.suppressed(ANA) == "erased"
    assert asked.browser.post(way_out).status_code == 200
    assert "It is erased" in asked.browser.post(own, data={"do": "show"}).text


def test_every_answer_says_what_nobody_may_do_with_it(asked: Asked) -> None:
    asked.join(ANA)
    for path in ("/", "/yours", "/sent", asked.way_out(ANA), "/stop/x", "/nothing", "/robots.txt"):
        headers = asked.browser.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
    cookie = asked.new_browser().get("/").headers["set-cookie"]
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))


def test_pages_are_light_whole_and_run_no_script(asked: Asked) -> None:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    for path in ("/", "/yours", "/sent", f"/stop/{asked.token(Purpose.STOP)}", f"/yours/{asked.token(Purpose.YOURS)}"):
        page = asked.browser.get(path)
        tree = parser.parse(page.text)
        assert len(page.content) < 14_000
        assert tree.find(".//script") is None
        assert len(tree.findall(".//h1")) == 1
        asked_for = {label.get("for") for label in tree.iter("label")}
        assert asked_for == {field.get("id") for field in tree.iter() if field.tag in {"input", "select"}} - {None}


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"content": b"email=a", "headers": {"Content-Type": "text/plain"}}, 415),
        ({"content": b"x" * 9000, "headers": {"Content-Type": "application/x-www-form-urlencoded"}}, 413),
        ({"content": b"a&" * 100, "headers": {"Content-Type": "application/x-www-form-urlencoded"}}, 400),
        ({"content": b"\xff=\xff", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}, 400),
        ({"json": {"email": ANA}}, 415),
    ],
)
def test_what_is_no_form_is_refused_in_words(asked: Asked, sent: dict[str, object], status: int) -> None:
    answer = asked.browser.post("/", **sent)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_a_wrong_address_is_said_and_kept_in_its_field(asked: Asked) -> None:
    answer = asked.ask('ana"><b>@')
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert "<b>" not in answer.text


def test_letters_wait_for_the_relay_and_nobody_is_named_in_a_log(
    asked: Asked, caplog: pytest.LogCaptureFixture
) -> None:
    down = True

    def post(letter: EmailMessage) -> None:
        if down:
            raise smtplib.SMTPServerDisconnected(ANA)
        if letter["To"] == BO:
            raise smtplib.SMTPRecipientsRefused({BO: (550, b"no such user")})
        asked.letters.append(letter)

    postman = Postman(asked.store, asked.service.pages, post, ADDRESS, lambda: asked.now)
    asked.ask(BO)
    asked.ask(ANA)
    assert postman.deliver() == 0
    down = False
    assert postman.deliver() == 1
    assert postman.deliver() == 0
    assert [letter["To"] for letter in asked.letters] == [ANA]
    assert "@" not in caplog.text


def test_a_letter_goes_by_itself_soon_after_it_was_asked_for(asked: Asked) -> None:
    came = threading.Event()
    asked.app = application(asked.service, lambda _: came.set())
    with asked.new_browser() as asked.browser:
        asked.ask(ANA)
        assert came.wait(20)
