"""A look at everything that decides whether mail from an address arrives, as far as it can be seen from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.delivery.advice import Advice, look, mend, well
from plugins.delivery.connecting import conversation
from plugins.delivery.dkim_record import dkim_record
from plugins.delivery.dmarc import dmarc
from plugins.delivery.names import Names, Unanswered
from plugins.delivery.outlet import Outlet
from plugins.delivery.relay import NoRelay, Safety
from plugins.delivery.smtp import Lost, Unusable
from plugins.delivery.spf import spf


def of_domain(domain: str, names: Names, selector: str, key: str = "") -> Iterator[Advice]:
    """Look at what a domain says in the name system."""
    looks: dict[str, Callable[[], Iterator[Advice]]] = {
        "SPF": lambda: spf(domain, names),
        "DKIM": lambda: dkim_record(domain, selector, names, key),
        "DMARC": lambda: dmarc(domain, names),
        "MX": lambda: _replies(domain, names),
    }
    for what, ask in looks.items():
        try:
            yield from list(ask())
        except Unanswered as why:
            yield look(what, f"No name server answers ({why}).", "Is this machine online? Try again later.")


def of_way_out(url: str) -> Advice:
    """Look at how readers unsubscribe (RFC 8058)."""
    if url.startswith("https://") and "{token}" in url:
        return well("Exit", "Readers unsubscribe with one step.")
    fix = "Above 5,000 messages a day, Gmail and Yahoo ask for SUBSCRIPTIONS_URL: docs/sending.md"
    return look("Exit", "Readers unsubscribe by writing to you. Do it within two days.", fix)


async def of_relay(outlet: Outlet) -> Advice:
    """Look whether the relay lets us in and would take mail from our address; nothing is sent."""
    relay = outlet.relay
    try:
        async with conversation(relay, outlet.name, outlet.waits, outlet.context()) as talk:
            reply = await talk.ask(f"MAIL FROM:<{outlet.sender}>")
            await talk.start_over()
    except Lost as why:
        fix = f"See that {relay.host} and port {relay.port} are right, and that your network lets it through."
        return mend("Relay", f"It cannot be reached, or hangs up ({why}).", fix)
    except (Unusable, NoRelay) as why:
        return mend("Relay", str(why), "Its help says which port, user and password.")
    if not reply.good:
        return mend("Relay", f"It takes no mail from {outlet.sender}: {reply.shown}.", "Let it know this sender first.")
    safe = "without TLS, on this machine" if relay.safety is Safety.NONE else "in TLS"
    return well("Relay", f"{relay.host} takes our mail, {safe}.")


def _replies(domain: str, names: Names) -> Iterator[Advice]:
    """Look whether what readers answer arrives (RFC 5321, section 5.1; RFC 7505)."""
    exchangers = names.exchangers(domain)
    if exchangers == ["."]:
        yield mend("MX", f"{domain} says that it takes no mail, so answers come back.", "Use one that can answer.")
    elif exchangers:
        yield well("MX", f"Answers go to {exchangers[0]}.")
    elif names.addresses(domain):
        yield look("MX", f"{domain} has no MX record: answers go to the machine.", "Add one if mail is elsewhere.")
    else:
        yield mend("MX", f"Nothing takes mail for {domain}, so answers come back.", "Add an MX record.")
