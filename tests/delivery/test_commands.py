"""What a person does to send an issue: see it, prove it, send it, go on, settle; and that no command says addresses."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.delivery.ledger import Ledger
from plugins.delivery.states import State
from plugins.desk import main, watching
from plugins.desk.outgoing import outgoing
from plugins.desk.project import project
from tests import samples
from tests.delivery.lists import subscribe, suppress
from tests.delivery.sink import Fault, Sink, Taken
from tests.delivery.test_sending import AT
from tests.site.press import ROOT, SiteFolder

ISSUE = "2026-12"
AS_OF = "2026-12-01T12:00"
STORY = "stories/first-keys.md"


@dataclass
class Desk:
    """A site with one issue, built, and the command line before it."""

    site: SiteFolder
    sink: Sink
    folder: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, *words: str, typed: str = "") -> tuple[int, str]:
        """Run a command; give its exit code and all that it said, in which there is never an address of a reader."""
        command = [*words]
        if words[0] == "send":
            command += ["--content", str(self.site.content), "--output", str(self.site.root / "output")]
            command += ["--settings", str(ROOT / "pelicanconf.py")]
        self.monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = main(command)
        heard = self.capsys.readouterr()
        assert "reader-" not in heard.out + heard.err
        return code, heard.out + heard.err

    def send(self, typed: str = f"{ISSUE}\n") -> tuple[int, str]:
        """Send the issue to the list."""
        return self("send", ISSUE, "--list", "news", typed=typed)

    def build(self) -> None:
        """Build the editions."""
        built = self.site.build(as_of=AS_OF, PLUGINS=["plugins.press", "plugins.editions"])
        assert built.code == 0, built.said


@pytest.fixture
def desk(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """Give a desk, with a relay on this machine and twelve readers."""
    body = "## Warm homes\n\nA letter helped.\n\n/// story | first-keys\n///\n\n/// get-help\n///\n"
    (tmp_path / "content").mkdir()
    site = SiteFolder(tmp_path).write(
        f"-- newsletters/{ISSUE}.md --\n{samples.text('newsletter', body=body)}-- {STORY} --\n{samples.text('story')}"
    )
    monkeypatch.setenv("AS_OF", AS_OF)
    monkeypatch.setenv("CLNM_DATA", str(folder))
    subscribe(folder, 12)
    with Sink() as sink:
        monkeypatch.setenv("CLNM_RELAY", f"smtp+plain://127.0.0.1:{sink.port}")
        made = Desk(site, sink, folder, capsys, monkeypatch)
        made.build()
        yield made


def test_a_proof_goes_to_whoever_checks_and_is_marked(desk: Desk) -> None:
    code, said = desk("send", ISSUE, "--to", "me@example.org")
    assert (code, "1 sent, marked [Proof]" in said) == (0, True)
    (proof,) = desk.sink.taken
    assert proof.recipient == "me@example.org"
    assert b"Subject: [Proof] Warm homes and a winter meet-up\r\n" in proof.data
    assert not (desk.folder / "ledger.db").exists()


def test_a_trial_says_who_would_get_it_and_sends_nothing(desk: Desk) -> None:
    suppress(desk.folder, "reader-00003@example.org", "unsubscribed", AT)
    code, said = desk("send", ISSUE, "--list", "news", "--dry-run")
    assert code == 0
    assert "11 would get it" in said
    assert "1 left out: wants no mail" in said
    assert desk.sink.spoke == []
    kept = desk.folder / "reports" / f"{ISSUE}-dry-run.csv"
    assert "reader-00003@example.org,,wants no mail" in kept.read_text("utf-8")
    assert kept.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("typed", ["", "\n", "yes\n", "2026-11\n"])
def test_it_goes_out_only_after_its_name_was_typed(desk: Desk, typed: str) -> None:
    code, said = desk.send(typed)
    assert (code, desk.sink.spoke) == (1, [])
    assert "Nothing was sent." in said


def test_everybody_gets_it_once_however_often_it_is_sent(desk: Desk) -> None:
    assert desk.send()[0] == 0
    assert desk.send(typed="")[0] == 0
    assert set(desk.sink.got().values()) == {1}
    assert len(desk.sink.taken) == 12
    code, said = desk("status")
    assert (code, "12 sent" in said) == (0, True)


def change(path: str, before: str, after: str) -> Callable[[Desk], object]:
    return lambda desk: desk.site.change(path, before, after)


def withdraw(desk: Desk) -> None:
    (desk.site.content / STORY).write_text(
        "---\nstatus: withdrawn\nwithdrawn_on: 2026-12-01\nref: CR-2026-014\n---\n", "utf-8"
    )


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        pytest.param(withdraw, "is not what the content gives now", id="a withdrawn story"),
        pytest.param(change(STORY, "expires: 2028-09-30", "expires: 2026-11-30"), "", id="a consent that has run out"),
        pytest.param(change(STORY, "scope: [web, feed, email,", "scope: [web, feed,"), "", id="a yes without email"),
        pytest.param(
            change(f"newsletters/{ISSUE}.md", "A letter helped.", "Two letters helped."),
            "is not what the content gives now",
            id="another text",
        ),
        pytest.param(
            change(f"newsletters/{ISSUE}.md", "preheader:", "preheadr:"),
            "cannot be read",
            id="a slip",
        ),
        pytest.param(
            lambda desk: (desk.site.root / f"output/editions/{ISSUE}/{ISSUE}.eml").unlink(),
            "is not there",
            id="no edition",
        ),
        pytest.param(lambda desk: desk.monkeypatch.setenv("AS_OF", "2026-11-01"), "", id="not yet"),
    ],
)
def test_what_is_not_as_the_content_stands_is_sent_to_nobody(
    desk: Desk, edit: Callable[[Desk], object], told: str
) -> None:
    edit(desk)
    for code, said in (desk.send(), desk("send", ISSUE, "--to", "me@example.org")):
        assert code in {1, 2}
        assert told in said
    assert desk.sink.spoke == []


def test_other_words_are_refused_once_somebody_has_the_first(desk: Desk) -> None:
    desk.send()
    subscribe(desk.folder, 14)
    desk.site.change(f"newsletters/{ISSUE}.md", "A letter helped.", "Two letters helped.")
    desk.build()
    code, said = desk.send()
    assert code == 1
    assert "12 readers may have issue 2026-12 already" in said
    assert len(desk.sink.taken) == 12


def test_a_story_that_is_withdrawn_meanwhile_stops_the_rest(desk: Desk) -> None:
    subscribe(desk.folder, 60)
    desk.monkeypatch.setattr("plugins.delivery.delivering.RECHECK", 0.05)

    def arrived(_: Taken) -> None:
        if len(desk.sink.taken) == 3:
            withdraw(desk)

    desk.sink.on_taken, desk.sink.delay = arrived, 0.1
    desk.monkeypatch.setenv("COLUMNS", "80")
    code, said = desk("send", ISSUE, "--list", "news", "--connections", "1", typed=f"{ISSUE}\n")
    assert code == 1
    assert "has changed since this send began" in said
    assert 3 <= len(desk.sink.taken) < 60


def test_a_change_that_the_email_does_not_show_stops_nothing(desk: Desk) -> None:
    found = project(str(ROOT / "pelicanconf.py"), str(desk.site.content), str(desk.site.root / "output"))
    ask = watching.objection(found, outgoing(found, ISSUE))
    desk.site.write(f"-- stories/another.md --\n{samples.text('story')}")
    assert ask() == ""
    withdraw(desk)
    assert "has changed since" in ask()


def test_what_is_uncertain_is_told_and_settled_from_the_relays_log(desk: Desk, tmp_path: Path) -> None:
    faults = [Fault.CUT_AFTER, Fault.CUT_UNTAKEN]
    desk.sink.plan = lambda recipient: faults.pop() if faults and recipient.startswith("reader") else None
    code, said = desk.send()
    assert (code, "2 uncertain" in said) == (6, True)
    assert desk("status", ISSUE)[1].count("Uncertain: <") == 2
    desk.sink.write("smtpd", "disconnect from unknown[127.0.0.1]")
    (tmp_path / "mail.log").write_text("\n".join(desk.sink.log), "utf-8")
    code, said = desk("reconcile", "--log", str(tmp_path / "mail.log"))
    assert (code, "1 were sent, 1 were not and wait again" in said) == (3, True)
    assert desk.send()[0] == 0
    assert set(desk.sink.got().values()) == {1}


def test_what_is_uncertain_is_settled_by_hand(desk: Desk) -> None:
    faults = [Fault.CUT_UNTAKEN]
    desk.sink.plan = lambda recipient: faults.pop() if faults and recipient.startswith("reader") else None
    assert desk.send()[0] == 6
    with Ledger(desk.folder, ISSUE) as ledger:
        (copy,) = ledger.copies(State.UNCERTAIN)
    assert desk("resolve", ISSUE, copy.message_id, "--again")[0] == 0
    assert desk("resolve", ISSUE, copy.message_id, "--again")[0] == 1
    assert desk.send()[0] == 0
    assert len(desk.sink.got()) == 12


def test_what_became_of_each_is_written_where_only_its_owner_looks(desk: Desk) -> None:
    desk.sink.plan = lambda recipient: Fault.RCPT_NEVER if "00007" in recipient else None
    code, said = desk.send()
    assert (code, "1 failed" in said) == (6, True)
    code, said = desk("status", ISSUE, "--save")
    assert "Failed, 1: 550 5.1.1" in said
    kept = desk.folder / "reports" / f"{ISSUE}.csv"
    assert "reader-00007@example.org,failed,550 5.1.1" in kept.read_text("utf-8")
    assert kept.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("words", "environment", "code", "told"),
    [
        (("send", ISSUE), {}, 2, "Say to whom"),
        (("send", ISSUE, "--to", "a@b.example", "--list", "news"), {}, 2, "Say to whom"),
        (("send", "2031-01", "--list", "news"), {}, 2, "There is no issue"),
        (("send", ISSUE, "--list", "other"), {}, 2, "Nobody is on a list “other”"),
        (("send", ISSUE, "--list", "../news"), {}, 2, "Nobody is on a list"),
        (("send", ISSUE, "--to", "nobody"), {}, 2, "not one that mail can go to"),
        (("send", ISSUE, "--list", "news"), {"CLNM_RELAY": ""}, 2, "No relay is set"),
        (("send", ISSUE, "--list", "news"), {"CLNM_DATA": str(ROOT)}, 2, "could be committed"),
        (("send", ISSUE, "--to", "a@b.example"), {"CLNM_RELAY": "smtp+plain://127.0.0.1:1"}, 4, "cannot be reached"),
        (("status", "2031-01"), {}, 2, "was not sent from here"),
        (("status",), {}, 0, "No issue was sent"),
        (("resolve", ISSUE, "--sent"), {}, 2, "Name copies"),
        (("resolve", ISSUE, "--sent", "--failed", "--all"), {}, 2, "was not sent"),
        (("reconcile", "--log", "/no/such/log"), {}, 2, "cannot be read"),
        (("reconcile", "--log", str(ROOT / "README.md")), {}, 2, "not one line of Postfix"),
    ],
)
def test_each_way_to_use_it_wrongly_has_an_answer(
    desk: Desk, words: tuple[str, ...], environment: dict[str, str], code: int, told: str
) -> None:
    for name, value in environment.items():
        desk.monkeypatch.setenv(name, value)
    found, said = desk(*words)
    assert (found, told in said) == (code, True), said
    assert desk.sink.taken == []


def test_a_second_command_stops_while_one_sends(desk: Desk) -> None:
    second: list[int] = []
    command = [sys.executable, "-m", "plugins.desk", "send", ISSUE, "--list", "news"]
    command += ["--content", str(desk.site.content), "--output", str(desk.site.root / "output")]

    def arrived(_: Taken) -> None:
        if not second:
            second.append(subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode)

    desk.sink.on_taken = arrived
    assert desk.send()[0] == 0
    assert second == [5]
    assert set(desk.sink.got().values()) == {1}
