"""What the application shows: its pages and letters as values, and the theme that draws them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from plugins.library import Library
from plugins.model import Area, Channel
from plugins.model.taxonomy import Audience
from plugins.render import Renderer, Target, strict_policy, tidy
from plugins.view import Site


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a question: what is sent, and what is read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round every page: whose it is, and where they say what they do with data."""

    sitename: str
    short_name: str
    newsletter: str
    home: str
    publisher: str
    charity_number: str
    postal_address: str
    email: str
    privacy: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp:
    """The form to sign up with, or to ask with for what is held."""

    frame: Frame
    title: str
    lede: str
    token: str
    """Shows that the form was sent from here."""
    button: str
    email: str = ""
    wrong: str = ""
    """What to put right; nothing at first."""
    areas: tuple[Choice, ...] = ()
    area: str = ""
    audiences: tuple[Choice, ...] = ()
    audience: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A page that says something, and may have buttons: each sends its value to the page's own address."""

    frame: Frame
    title: str
    said: tuple[str, ...]
    buttons: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The words of a letter with one link."""

    frame: Frame
    subject: str
    before: tuple[str, ...]
    link: str
    after: tuple[str, ...]


@dataclass(frozen=True)
class Pages:
    """The theme, the site and its areas: everything that pages are drawn with."""

    theme: Path
    frame: Frame
    areas: tuple[Choice, ...]
    audiences: tuple[Choice, ...] = field(
        default=tuple(Choice(str(term), term.label) for term in Audience if term is not Audience.EVERYONE)
    )

    @cached_property
    def _web(self) -> Renderer:
        return Renderer(self.theme, Target.WEB)

    @cached_property
    def _text(self) -> Renderer:
        return Renderer(self.theme, Target.TEXT)

    def drawn(self, page: SignUp | Notice) -> tuple[str, str]:
        """Draw a page; give it with its policy (Content Security Policy 3)."""
        name = "sign_up" if isinstance(page, SignUp) else "notice"
        made = self._web.page(f"subscriptions/{name}.html", page)
        return made, strict_policy(made)

    def written(self, letter: Letter) -> str:
        """Write a letter as plain text."""
        return tidy(self._text.render("subscriptions/letter.txt", letter=letter))


def frame(site: Site, library: Library) -> Frame:
    """Make what stands round every page."""
    privacy = library.on(Channel.WEB).get("page:privacy")
    return Frame(
        sitename=site.sitename,
        short_name=site.short_name,
        newsletter=site.newsletter_name,
        home=f"{site.siteurl}/",
        publisher=site.publisher,
        charity_number=site.charity_number,
        postal_address=site.postal_address,
        email=site.contact_email,
        privacy=site.siteurl + privacy.url if privacy else "",
        language=site.language,
    )


def areas(library: Library) -> tuple[Choice, ...]:
    """Give the areas that somebody may say they live in."""
    found = library.on(Channel.WEB).all(Area.kind)
    return tuple(Choice(entry.document.slug, entry.document.title) for entry in found)
