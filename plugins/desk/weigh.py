"""What an edition weighs and how it will fare, in lines for the terminal, read from the message that is sent."""

from __future__ import annotations

import email
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from plugins.checks.contrast import least_contrast
from plugins.checks.inboxes import facts, gaps, inbox_problems
from plugins.checks.styles import tree
from plugins.editions.edition import MOST
from plugins.editions.preview import part
from plugins.editions.signing import KEY


def weigh(path: Path) -> Iterator[str]:
    """Say what a reader's mail program will think of a message."""
    data = path.read_bytes()
    read = email.message_from_bytes(data, policy=default)
    html = part(read, "html")
    yield f"{path.stem}: {read['Subject']}"
    yield f"  from       {read['From']}, answers to {read['Reply-To']}"
    yield f"  size       {_size(html)}; the message {len(data):,}"
    yield f"  support    {_support(html)}"
    light, dark = least_contrast(html), least_contrast(html, dark=True)
    yield f"  contrast   {light:.1f} to 1 in light, {dark:.1f} to 1 in dark, where it is least"
    yield f"  signature  {_signature(read)}"
    yield from (f"  note: {problem}" for problem in inbox_problems(path.name, gaps(html)))


def _size(html: str) -> str:
    size = len(html.encode())
    words = " ".join("".join(tree(html).xpath("//body//text()")).split())
    return f"{size:,} bytes of HTML of {MOST:,}, {size / max(1, len(words.encode())):.1f} times its words"


def _support(html: str) -> str:
    found = Counter(gap.client for gap in gaps(html))
    if not found:
        return "every program supports all of it"
    client, most = found.most_common(1)[0]
    programs = len(facts().clients)
    return f"{found.total()} gaps in {programs} mail programs, {most} at the most ({client}), as of {facts().updated}"


def _signature(read: EmailMessage) -> str:
    if "DKIM-Signature" not in read:
        return f"none: {KEY} is not set. Most senders sign by themselves."
    tags = dict(tag.strip().split("=", 1) for tag in str(read["DKIM-Signature"]).split(";") if "=" in tag)
    return f"DKIM, {tags['a']}, checked against {tags['s']}._domainkey.{tags['d']}"
