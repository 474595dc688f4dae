"""One edition of an issue: its parts, each drawn once and only if a file needs it, and the files made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from plugins.editions.message import message
from plugins.editions.preview import preview
from plugins.editions.senders import ADDRESS, Sender
from plugins.editions.signing import Signer
from plugins.model import Newsletter, Problem
from plugins.model.readers import Readers
from plugins.press import CannotMake, Drawn, Seen, fingerprint
from plugins.render import Renderer, Target, inlined, tidy
from plugins.view import EditionView, Site

MOST = 90_000
"""Bytes of HTML: at 102 KB, Gmail cuts the rest off, and with it the way out."""

_PAGE, _TEXT, _SHEET, _DARK = "edition/base.html", "edition/base.txt", "edition/style.css", "edition/dark.css"


class Faces:
    """What the theme draws an edition with."""

    def __init__(self, theme: Path) -> None:
        """Open a theme for email and for plain text."""
        self.email = Renderer(theme, Target.EMAIL)
        self.text = Renderer(theme, Target.TEXT)
        self._last: Parts | None = None

    @cached_property
    def sheets(self) -> tuple[str, str]:
        """Write the sheet that goes into the elements, and the one for dark mode."""
        return self.email.render(_SHEET), self.email.render(_DARK)

    @cached_property
    def digest(self) -> tuple[object, ...]:
        """Stand for everything in the theme that an edition can draw on."""
        return self.email.digest(_PAGE), self.sheets, self.text.digest(_TEXT)

    def html(self, view: EditionView) -> str:
        """Draw the HTML part."""
        return inlined(self.email.render(_PAGE, edition=view), *self.sheets)

    def plain(self, view: EditionView) -> str:
        """Draw the plain text part."""
        return tidy(self.text.render(_TEXT, edition=view))

    def parts(self, edition: Edition, view: EditionView) -> Parts:
        """Give the parts of an edition, kept while its files are made, which is one after another."""
        last = self._last
        if last is None or last.edition is not edition or last.view is not view:
            self._last = last = Parts(edition, view)
        return last


@dataclass(frozen=True)
class Edition:
    """One issue as email, for some readers or for everybody."""

    issue: Newsletter
    readers: Readers
    site: Site
    faces: Faces
    signer: Signer | None = None

    @property
    def folder(self) -> str:
        """Give where its files are, in the output."""
        return "/".join(filter(None, ("editions", self.issue.slug, self.readers.slug)))

    @property
    def name(self) -> str:
        """Name it among all editions: ``2027-03-lhp-staff``."""
        return "-".join(filter(None, (self.issue.slug, self.readers.slug)))

    def files(self, seen: Seen, senders: Iterable[Sender]) -> Iterator[Drawn]:
        """Give its files: both parts, both as a message, a look at that message, and both parts for each sender."""
        parts = partial(self.faces.parts, self)
        key = (self.signer.selector, self.signer.public) if self.signer else ()
        stamp = fingerprint(self.name, self.issue.send_on, self.site, self.faces.digest, key)
        made: dict[str, Callable[[Parts], bytes]] = {
            "edition.html": Parts.page,
            "edition.txt": Parts.plain,
            f"{self.name}.eml": Parts.mail,
            "preview.html": Parts.look,
        }
        for sender in senders:
            made[f"for-{sender.name}/edition.html"] = partial(Parts.page_for, sender=sender)
            made[f"for-{sender.name}/edition.txt"] = partial(Parts.plain_for, sender=sender)
        for name, make in made.items():
            yield Drawn(
                path=f"{self.folder}/{name}",
                seen=seen,
                draw=partial(_drawn, parts, make),
                stamp=fingerprint(stamp, name),
                own=(self.issue.id,),
            )


@dataclass(frozen=True)
class Parts:
    """What an edition is made of, each part drawn once and only if a file needs it."""

    edition: Edition
    view: EditionView

    def page(self) -> bytes:
        """Write the HTML part. Raises CannotMake where a mail program would cut it off."""
        return self._html.encode()

    def plain(self) -> bytes:
        """Write the plain text part."""
        return self._text.encode()

    def mail(self) -> bytes:
        """Write both parts as a message. Raises CannotMake as ``page`` does."""
        return self._message

    def look(self) -> bytes:
        """Write the page that shows the message. Raises CannotMake as ``page`` does."""
        up = "../" * (self.edition.folder.count("/") + 1)
        return preview(self._message, self.edition.site.siteurl, up).encode()

    def page_for(self, sender: Sender) -> bytes:
        """Write the HTML part with a sender's own tags. Raises CannotMake as ``page`` does."""
        view = self._addressed(sender)
        return sender.html(self._fitting(self.edition.faces.html(view)), view).encode()

    def plain_for(self, sender: Sender) -> bytes:
        """Write the plain text part with a sender's own tags."""
        view = self._addressed(sender)
        return sender.text(self.edition.faces.plain(view), view).encode()

    def _addressed(self, sender: Sender) -> EditionView:
        return replace(self.view, postal_address=ADDRESS if sender.address else self.view.postal_address)

    @cached_property
    def _html(self) -> str:
        return self._fitting(self.edition.faces.html(self.view))

    @cached_property
    def _text(self) -> str:
        return self.edition.faces.plain(self.view)

    @cached_property
    def _message(self) -> bytes:
        made = message(self.edition.issue, self.view, self.edition.site, self._html, self._text, self.edition.name)
        signer = self.edition.signer
        return signer.signed(made, self.view.sender_address) if signer else made

    def _fitting(self, html: str) -> str:
        """Give the HTML back if mail programs show it whole."""
        size = len(html.encode())
        if size > MOST:
            which = f" for {self.edition.readers.slug}" if self.edition.readers.slug else ""
            what = f"The email{which} would have {size:,} bytes. Above {MOST:,}, some mail programs cut its end off."
            fix = "Move a part to a page of its own and link to it, or give a block the option only: web."
            raise CannotMake(Problem(path=self.edition.issue.path, line=0, field="", message=what, fix=fix, code="N04"))
        return html


def _drawn(parts: Callable[[EditionView], Parts], make: Callable[[Parts], bytes], view: EditionView) -> bytes:
    return make(parts(view))
