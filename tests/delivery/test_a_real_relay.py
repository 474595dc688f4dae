"""A real relay takes an issue, signs it and delivers it: what is in the mailbox is what was shown before."""

from __future__ import annotations

import email
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import dkim
import pytest

from plugins.delivery.ledger import Ledger, Step
from plugins.delivery.postfix_log import read_log
from plugins.delivery.settling import reconcile
from plugins.delivery.states import State
from plugins.desk import main
from plugins.editions.preview import part
from plugins.view.editions import UNSUBSCRIBE
from tests import samples
from tests.delivery.lists import subscribe
from tests.delivery.postfix import Postfix, missing, postfix
from tests.inbox.test_signing import KEYS
from tests.site.press import ROOT, SiteFolder

KEY, RECORD = KEYS["rsa, old"]
AS_OF = "2026-12-01T12:00"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=missing() or "It is there.")]


@pytest.fixture(scope="module")
def relay() -> Iterator[Postfix]:
    """Start a relay."""
    with postfix(KEY) as found:
        yield found


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Build one issue; give its folder."""
    (tmp_path / "content").mkdir()
    body = "## Warm homes\n\nA letter helped, “they said”.\n\n.\n\n/// get-help\n///\n"
    site = SiteFolder(tmp_path).write(f"-- newsletters/2026-12.md --\n{samples.text('newsletter', body=body)}")
    assert site.build(as_of=AS_OF, PLUGINS=["plugins.press", "plugins.editions"]).code == 0
    return tmp_path


def test_what_arrives_is_what_was_shown_and_is_signed(
    relay: Postfix, built: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    readers = subscribe(folder, 25)
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")
    way_out = "https://lists.example.org/stop/{token}"
    conf = tmp_path / "project/pelicanconf.py"  # a data folder may not lie in a project
    conf.parent.mkdir()
    conf.write_text(
        f'{settings}\nTHEME = "{ROOT / "theme"}"\nSUBSCRIPTIONS_URL = "https://lists.example.org"\n', "utf-8"
    )
    for name, value in {
        "CLNM_RELAY": f"smtp+plain://127.0.0.1:{relay.port}",
        "CLNM_DATA": str(folder),
        "AS_OF": AS_OF,
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdin", io.StringIO("2026-12\n"))
    words = ["--settings", str(conf), "--content", str(built / "content"), "--output", str(built / "output")]
    assert main(["send", "2026-12", "--list", "news", *words]) == 0

    shown = read((built / "output/editions/2026-12/2026-12.eml").read_bytes())
    arrived = relay.box(len(readers))
    assert len(arrived) == len(readers)
    for data in arrived:
        mail = read(data)
        token = re.search(r"/stop/([^>\s]+)>", str(mail["List-Unsubscribe"]))
        assert token
        for sort in ("html", "plain"):
            assert part(mail, sort) == part(shown, sort).replace(UNSUBSCRIBE, way_out.format(token=token[1]))
        assert verifies(data)
        covered = re.search(r";h=([^;]*)", re.sub(r"\s", "", str(mail["DKIM-Signature"])))
        assert covered
        assert {"list-unsubscribe", "list-unsubscribe-post"} <= set(covered[1].lower().split(":"))
    assert settled_by_its_log(relay, folder) == (25, 0)


def settled_by_its_log(relay: Postfix, folder: Path) -> tuple[int, int]:
    """Forget what became of every copy, and let the relay's own log tell; give how many were sent, and were not."""
    with Ledger(folder, "2026-12") as ledger:
        ledger._database.execute("UPDATE delivery SET state = 'uncertain'")
        settled = reconcile(ledger, read_log(relay.log, datetime.now(UTC)))  # noqa: TID251 - the true time
        assert ledger.take([Step("nobody@example.org", State.SENT)]) == [False]
        return len(settled.sent), len(settled.again) + len(settled.open)


def read(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def verifies(data: bytes) -> bool:
    return bool(dkim.verify(data, dnsfunc=lambda *_, **__: RECORD.encode()))
