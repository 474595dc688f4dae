"""The doctor sees what keeps mail from arriving, in the records of a name server of our own and at a relay."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from plugins.delivery.advice import Advice, Health
from plugins.delivery.checkup import of_domain, of_way_out
from plugins.delivery.names import Resolver
from plugins.desk import main
from tests.delivery.sink import Sink
from tests.inbox.test_signing import KEYS
from tests.site.press import ROOT

DOMAIN = "clnm.example.org"
Zone = dict[tuple[str, str], list[str]]
RSA = KEYS["rsa, new"][1]
GOOD: Zone = {
    (DOMAIN, "TXT"): ["some-site-verification=1", "v=spf1 include:_spf.relay.example ~all"],
    ("_spf.relay.example", "TXT"): ["v=spf1 ip4:192.0.2.0/24 -all"],
    (f"news._domainkey.{DOMAIN}", "TXT"): [RSA],
    (f"_dmarc.{DOMAIN}", "TXT"): ["v=DMARC1; p=quarantine; rua=mailto:dmarc@clnm.example.org"],
    (DOMAIN, "MX"): ["20 mx2.example.org.", "10 mx1.example.org."],
}


class Server(socketserver.ThreadingUDPServer):
    """A name server of our own: it answers from a table, and says nothing for names that are down."""

    zone: Zone
    down: frozenset[str] = frozenset()


class Handler(socketserver.BaseRequestHandler):
    """Answers one question."""

    server: Server

    def handle(self) -> None:
        data, socket = self.request
        query = dns.message.from_wire(data)
        question = query.question[0]
        name, kind = question.name.to_text(omit_final_dot=True).lower(), question.rdtype.name
        answer = dns.message.make_response(query)
        answer.flags |= dns.flags.RA
        if name in self.server.down:
            answer.set_rcode(dns.rcode.SERVFAIL)
        elif (name, kind) in self.server.zone:
            values = [_written(kind, value) for value in self.server.zone[name, kind]]
            answer.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *values))
        elif not any(known == name for known, _ in self.server.zone):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        socket.sendto(answer.to_wire(), self.client_address)


def _written(kind: str, value: str) -> str:
    """Write a text in pieces, as long ones must be."""
    if kind != "TXT":
        return value
    return " ".join(f'"{value[start : start + 200]}"' for start in range(0, len(value), 200))


@pytest.fixture
def server() -> Iterator[Server]:
    """Start the name server on a free port."""
    with Server(("127.0.0.1", 0), Handler) as found:
        found.zone = dict(GOOD)
        threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield found
        found.shutdown()


def asked(server: Server, selector: str = "news", domain: str = DOMAIN, key: str = "") -> list[Advice]:
    return list(of_domain(domain, Resolver(f"127.0.0.1:{server.server_address[1]}"), selector, key))


def of(server: Server, what: str, **more: str) -> list[tuple[Health, str]]:
    return [(advice.health, advice.said + advice.fix) for advice in asked(server, **more) if advice.what == what]


def test_what_is_well_is_said_to_be_so(server: Server) -> None:
    found = asked(server)
    assert {advice.health for advice in found if advice.what != "DKIM"} == {Health.WELL}
    assert {advice.what for advice in found} == {"SPF", "DKIM", "DMARC", "MX"}
    assert next(advice.said for advice in found if advice.what == "MX") == "Answers go to mx1.example.org."


@pytest.mark.parametrize(
    ("records", "health", "told"),
    [
        ([], Health.MEND, "does not say who"),
        (["v=spf10 all"], Health.MEND, "does not say who"),
        (["v=spf1 ~all", "v=spf1 -all"], Health.MEND, "2 records, so none counts"),
        (["v=spf1 +all"], Health.MEND, "anybody on earth"),
        (["v=spf1 all"], Health.MEND, "anybody on earth"),
        (["v=spf1 includes:x.example ~all"], Health.MEND, "“includes:x.example” is no term"),
        (["v=spf1 ip4:192.0.2.1"], Health.LOOK, "End it with ~all"),
        (["v=spf1 ?all"], Health.LOOK, "End it with ~all"),
        (["v=spf1 ptr ~all"], Health.LOOK, "slow"),
        (["v=spf1 " + "a:x.example " * 11 + "~all"], Health.MEND, "11 questions"),
        ([f"v=spf1 include:{DOMAIN} ~all"], Health.MEND, "receivers give up"),
        (["v=spf1 redirect=_spf.relay.example"], Health.WELL, "says who"),
        (["V=SPF1 MX -ALL"], Health.WELL, "says who"),
    ],
)
def test_each_fault_of_spf_is_told(server: Server, records: list[str], health: Health, told: str) -> None:
    server.zone[DOMAIN, "TXT"] = [*records, "other words"]
    assert [(found, told in said) for found, said in of(server, "SPF")] == [(health, True)]


@pytest.mark.parametrize(
    ("records", "health", "told"),
    [
        ([], Health.MEND, "There is no key"),
        (["v=DKIM1; p="], Health.MEND, "revoked"),
        (["v=DKIM1; p=no key!"], Health.MEND, "cut off"),
        ([RSA[:60]], Health.MEND, "cut off"),
        ([RSA, f"{RSA} "], Health.MEND, "2 records"),
        ([KEYS["ed25519"][1]], Health.LOOK, "Ed25519"),
        ([RSA], Health.LOOK, "1886 bits"),
    ],
)
def test_each_fault_of_dkim_is_told(server: Server, records: list[str], health: Health, told: str) -> None:
    server.zone[f"news._domainkey.{DOMAIN}", "TXT"] = [*records, "other words"]
    assert [(found, told in said) for found, said in of(server, "DKIM")] == [(health, True)]


def test_a_key_that_is_not_ours_is_told(server: Server) -> None:
    assert any("not the other half" in said for _, said in of(server, "DKIM", key="0" * 64))


def test_without_a_name_nobody_can_look_for_the_key(server: Server) -> None:
    assert of(server, "DKIM", selector="")[0][0] is Health.LOOK


@pytest.mark.parametrize(
    ("records", "health", "told"),
    [
        ([], Health.MEND, "v=DMARC1; p=none"),
        (["v=DMARC1; p=none; rua=mailto:a@b.example"], Health.LOOK, "p=quarantine"),
        (["v=DMARC1; p=reject"], Health.LOOK, "rua="),
        (["v=DMARC1; rua=mailto:a@b.example"], Health.MEND, "no policy"),
        (["v=DMARC1; p=reject", "v=DMARC1; p=none"], Health.MEND, "2 records"),
    ],
)
def test_each_fault_of_dmarc_is_told(server: Server, records: list[str], health: Health, told: str) -> None:
    server.zone[f"_dmarc.{DOMAIN}", "TXT"] = [*records, "other words"]
    assert [(found, told in said) for found, said in of(server, "DMARC")] == [(health, True)]


def test_the_policy_of_the_domain_above_counts(server: Server) -> None:
    server.zone["_dmarc.example.org", "TXT"] = server.zone.pop((f"_dmarc.{DOMAIN}", "TXT"))
    assert of(server, "DMARC")[0][0] is Health.WELL


def test_an_address_of_a_free_mailbox_is_no_sender(server: Server) -> None:
    assert of(server, "DMARC", domain="gmail.com")[0][0] is Health.MEND


@pytest.mark.parametrize(
    ("zone", "health"),
    [
        ({(DOMAIN, "MX"): ["0 ."]}, Health.MEND),
        ({}, Health.MEND),
        ({(DOMAIN, "A"): ["192.0.2.1"]}, Health.LOOK),
    ],
)
def test_answers_must_arrive(server: Server, zone: Zone, health: Health) -> None:
    del server.zone[DOMAIN, "MX"]
    server.zone.update(zone)
    assert [found for found, _ in of(server, "MX")] == [health]


def test_a_name_server_that_is_down_says_nothing_of_the_domain(server: Server) -> None:
    server.down = frozenset({DOMAIN})
    assert {health for what in ("SPF", "MX") for health, _ in of(server, what)} == {Health.LOOK}


def test_the_way_out_is_looked_at() -> None:
    assert of_way_out("https://lists.example.org/u/{token}").health is Health.WELL
    assert of_way_out("").health is Health.LOOK


def test_the_command_says_what_to_do_and_fails_while_something_must_be_mended(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    words = ["doctor", "--selector", "news", "--nameserver", f":{server.server_address[1]}"]
    with Sink() as sink:
        monkeypatch.setenv("CLNM_RELAY", f"smtp+plain://127.0.0.1:{sink.port}")
        assert main(words) == 0
        assert "well  Relay 127.0.0.1 takes our mail" in capsys.readouterr().out
        assert sink.taken == []
        server.zone[DOMAIN, "TXT"] = ["other words"]
        assert main(words) == 1
        assert "Add a TXT record to clnm.example.org: v=spf1" in capsys.readouterr().out
    assert main(words) == 1
    assert "mend  Relay It cannot be reached" in capsys.readouterr().out
    assert main([*words[:3], "--nameserver", "not an address", "--no-relay"]) == 2
