"""A relay is talked to safely or not at all, and nothing that it says breaks us."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from plugins.delivery.connecting import conversation
from plugins.delivery.outlet import Outlet
from plugins.delivery.relay import NoRelay, Relay, Safety, relay
from plugins.delivery.smtp import Lost, Unusable, Waits
from tests.delivery.sink import Sink

PASSWORD = "s3cret words"  # noqa: S105 - of a relay that is no relay
QUICK = Waits(connect=3, reply=0.5, end=0.5)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Give somebody who signs certificates."""
    return trustme.CA()


@pytest.fixture
def certificates(authority: trustme.CA, tmp_path: Path) -> str:
    """Give the file of those whom to trust."""
    path = tmp_path / "authority.crt"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


def server(authority: trustme.CA, name: str = "localhost") -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


@pytest.fixture(params=[Safety.STARTTLS, Safety.TLS])
def safety(request: pytest.FixtureRequest) -> Safety:
    """Give each way to be safe."""
    return Safety(request.param)


@pytest.fixture
def sink(authority: trustme.CA, safety: Safety) -> Iterator[Sink]:
    """Give a relay that has a certificate."""
    with Sink(tls=server(authority), implicit=safety is Safety.TLS, users={"news": PASSWORD}) as found:
        yield found


def talk(to: Relay) -> dict[str, str]:
    """Connect and part; give what the relay offered at last."""

    async def run() -> dict[str, str]:
        outlet = Outlet(to, "news@clnm.example.org", "sender.example.org", waits=QUICK)
        async with conversation(to, outlet.name, QUICK, outlet.context()) as found:
            return found.offers

    return asyncio.run(run())


def test_it_is_spoken_to_in_tls_and_told_who_we_are(sink: Sink, safety: Safety, certificates: str) -> None:
    assert "PIPELINING" in talk(sink.relay(safety, "localhost", "news", certificates))
    assert sink.spoke[-2:] == ["AUTH", "QUIT"]
    assert sink.spoke.count("STARTTLS") == (safety is Safety.STARTTLS)


def test_it_may_know_login_only(sink: Sink, safety: Safety, certificates: str) -> None:
    sink.offers = ("AUTH LOGIN",)
    talk(sink.relay(safety, "localhost", "news", certificates))
    assert sink.spoke[-2:] == ["AUTH", "QUIT"]


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(sink: Sink, safety: Safety) -> None:
    with pytest.raises(Unusable, match="not to be trusted"):
        talk(sink.relay(safety, "localhost", "news"))
    assert "AUTH" not in sink.spoke


def test_a_certificate_for_another_name_is_not_trusted(sink: Sink, safety: Safety, certificates: str) -> None:
    with pytest.raises(Unusable, match="not to be trusted"):
        talk(sink.relay(safety, "127.0.0.1", "news", certificates))


def test_a_wrong_password_is_said_to_be_one_and_not_shown(sink: Sink, safety: Safety, certificates: str) -> None:
    to = Relay("localhost", sink.port, safety, "news", "another secret", certificates)
    with pytest.raises(Unusable, match=r"user and password: 535 5\.7\.8") as why:
        talk(to)
    assert "another secret" not in f"{why.value}{to!r}"


def test_a_relay_without_tls_gets_no_password(certificates: str) -> None:
    with Sink(users={"news": "s3cret"}) as sink:
        with pytest.raises(Unusable, match="does not offer TLS"):
            talk(sink.relay(Safety.STARTTLS, "localhost", "news", certificates))
        assert [line.partition(" ")[0] for line in sink.spoke] == ["EHLO"]


def test_tls_on_the_wrong_port_is_told(authority: trustme.CA, certificates: str) -> None:
    with Sink(tls=server(authority)) as sink, pytest.raises(Unusable, match="try smtp://"):
        talk(sink.relay(Safety.TLS, "localhost", authority=certificates))


def said(*lines: bytes) -> Exception | None:
    """Connect to somebody who says these lines, one for each of ours, and hangs up; give what was raised."""

    async def run() -> Exception | None:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            for number, line in enumerate(lines):
                if number:
                    await reader.readline()
                writer.write(line)
                await writer.drain()
            writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        to = Relay("127.0.0.1", server.sockets[0].getsockname()[1], Safety.NONE)
        try:
            async with conversation(to, "sender.example.org", QUICK, None):
                return None
        except (Lost, Unusable) as error:
            return error
        finally:
            server.close()

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ((b"220 hi\r\n", b"250 sink\r\n"), None),
        ((b"220-hi\r\n220 there\r\n", b"250-sink\r\n250-SIZE\r\n250 HELP\r\n"), None),
        ((b"220 hi\n", b"250 sink\n"), None),
        ((b"220\r\n", b"250\r\n"), None),
        ((), Lost),
        ((b"",), Lost),
        ((b"HTTP/1.1 400 Bad Request\r\n",), Lost),
        ((b"220 hi",), Lost),
        ((b"220-hi\r\n250 there\r\n",), Lost),
        ((b"220-hi\r\n" * 500,), Lost),
        ((b"220 " + b"x" * 100_000,), Lost),
        ((b"\xff\xfe\r\n",), Lost),
        ((b"421 busy\r\n",), Lost),
        ((b"554 go away\r\n",), Unusable),
        ((b"220 hi\r\n", b"502 what?\r\n"), Unusable),
        ((b"220 hi\r\n", b"451 later\r\n"), Lost),
    ],
)
def test_whatever_it_says_we_know_what_it_means(lines: tuple[bytes, ...], kind: type[Exception] | None) -> None:
    assert type(said(*lines)) is (kind or type(None))


def test_what_was_said_before_tls_is_forgotten(authority: trustme.CA, certificates: str) -> None:
    """Somebody on the way may add replies to the last one that can be read (CVE-2011-0411, the client's side)."""

    async def run() -> dict[str, str]:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"220 hi\r\n")
            await reader.readline()
            writer.write(b"250-sink\r\n250 STARTTLS\r\n")
            await reader.readline()
            writer.write(b"220 go\r\n250-evil\r\n250 AUTH PLAIN\r\n")
            await writer.start_tls(server(authority))
            await reader.readline()
            writer.write(b"250-sink\r\n250 HELP\r\n")
            await reader.read()

        listening = await asyncio.start_server(answer, "127.0.0.1", 0)
        port = listening.sockets[0].getsockname()[1]
        to = Relay("localhost", port, Safety.STARTTLS, authority=certificates)
        async with conversation(to, "sender.example.org", QUICK, to.context()) as found:
            return found.offers

    with contextlib.suppress(Lost, Unusable):  # TLS itself may notice
        assert asyncio.run(run()) == {"HELP": ""}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("smtp://mail.example.org", Relay("mail.example.org", 587, Safety.STARTTLS)),
        ("smtps://mail.example.org", Relay("mail.example.org", 465, Safety.TLS)),
        ("smtp://mail.example.org:2525", Relay("mail.example.org", 2525, Safety.STARTTLS)),
        ("smtp+plain://localhost", Relay("localhost", 25, Safety.NONE)),
        ("smtp+plain://[::1]:26", Relay("::1", 26, Safety.NONE)),
        ("smtps://a%40b@mail.example.org", Relay("mail.example.org", 465, Safety.TLS, "a@b", "pass")),
    ],
)
def test_a_relay_is_named_by_an_address(given: str, expected: Relay) -> None:
    assert relay({"CLNM_RELAY": given, "CLNM_RELAY_PASSWORD": "pass"}) == expected


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", "No relay is set"),
        ("mail.example.org", "must be like"),
        ("http://mail.example.org", "must be like"),
        ("smtp://", "must be like"),
        ("smtp://mail.example.org:port", "must be like"),
        ("smtp://mail.example.org/x", "must be like"),
        ("smtp://news:s3cret@mail.example.org", "holds a password"),  # guard: meant
        ("smtp+plain://mail.example.org", "has no TLS"),
        ("smtp+plain://192.0.2.1", "has no TLS"),
        ("smtp://news@mail.example.org", "CLNM_RELAY_PASSWORD is not set"),
    ],
)
def test_a_relay_that_cannot_be_used_is_said_to_be_so(given: str, told: str) -> None:
    with pytest.raises(NoRelay, match=told) as why:
        relay({"CLNM_RELAY": given})
    assert "s3cret" not in str(why.value)


def test_a_password_may_be_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "password").write_text(f"{PASSWORD}\n", "utf-8")
    environment = {"CLNM_RELAY": "smtp://news@mail.example.org", "CLNM_RELAY_PASSWORD": f"@{tmp_path / 'password'}"}
    assert relay(environment).password == PASSWORD
    environment["CLNM_RELAY_PASSWORD"] += "-not"
    with pytest.raises(NoRelay, match="cannot be read"):
        relay(environment)


def test_a_file_of_certificates_must_be_one(tmp_path: Path) -> None:
    (tmp_path / "ca").write_text("none", "utf-8")
    with pytest.raises(NoRelay, match="no file of certificates"):
        Relay("localhost", 1, Safety.TLS, authority=str(tmp_path / "ca")).context()
