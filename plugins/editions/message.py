"""An edition as a message that mail programs open and senders take: RFC 5322 and MIME, the same bytes each time."""

from __future__ import annotations

import hashlib
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from urllib.parse import urlsplit

from plugins.model import Newsletter
from plugins.view import EditionView, Site

LONGEST_LINE = 76
"""Characters in a line of an encoded body (RFC 2045, section 6.7), and in a header that may be folded."""


class _Wire(EmailPolicy):
    """Writes the headers of lists in one line each.

    Python folds a long address inside List-Unsubscribe into an encoded word, which no mail program
    can read, and one-click unsubscribing is gone without a sign (CPython issue 85725). RFC 5322 lets
    a line have 998 characters.
    """

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.startswith("List-"):
            return f"{name}: {value}\r\n".encode("ascii")
        return super().fold_binary(name, value)


_WIRE = _Wire(linesep="\r\n", max_line_length=LONGEST_LINE, raise_on_defect=True)


def message(issue: Newsletter, view: EditionView, site: Site, html: str, text: str, name: str) -> bytes:  # noqa: PLR0913, PLR0917 - the parts of a message
    """Write an edition as a message of two parts, plain text first, lines ended by CRLF.

    ``name`` tells it from all other editions: ``2027-03-lhp-staff``.

    The address to unsubscribe at, ``view.unsubscribe``, is a placeholder until a sender puts in the
    reader's own; whoever sends also puts in the reader's address. Raises UnicodeEncodeError for an
    address with letters beyond ASCII.
    """
    host = urlsplit(site.siteurl).hostname or "localhost"
    made = EmailMessage(policy=_WIRE)
    made["From"] = Address(view.sender, addr_spec=view.sender_address)
    made["Reply-To"] = Address(addr_spec=view.reply_to)
    made["To"] = "undisclosed-recipients:;"
    made["Subject"] = view.subject
    made["Date"] = format_datetime(issue.send_on)
    made["Message-ID"] = f"<{issue.kind}.{name}@{host}>"
    for header, value in _list_headers(view, site, host).items():
        made[header] = value
    made.set_content(text, charset="utf-8", cte="quoted-printable")
    made.add_alternative(html, subtype="html", charset="utf-8", cte="quoted-printable")
    made["Content-Language"] = view.language
    made.set_boundary(_boundary(f"{issue.kind}:{name}"))
    return made.as_bytes()


def _list_headers(view: EditionView, site: Site, host: str) -> dict[str, str]:
    """Give what mail programs read to offer a way out (RFC 2369, RFC 2919, RFC 8058)."""
    mailbox = f"mailto:{view.reply_to}"
    return {
        "List-ID": f"<{Newsletter.folder}.{host}>",
        "List-Unsubscribe": f"<{view.unsubscribe}>, <{mailbox}?subject=unsubscribe>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Help": f"<{mailbox}?subject=help>",
        "List-Archive": f"<{site.siteurl}/{Newsletter.folder}/>",
    }


def _boundary(name: str) -> str:
    """Name what stands between the parts; quoted-printable text cannot hold ``=_`` (RFC 2045, section 6.7)."""
    return f"=_{hashlib.sha256(name.encode()).hexdigest()[:24]}"
