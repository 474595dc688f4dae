"""The site's fixed facts, from the settings: the same on every page."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Site:
    """What the site is and who publishes it. Each field is a setting of the same name in capitals."""

    siteurl: str
    """Where the site stands, without a slash at the end: https://clnm.example.org"""
    sitename: str
    """The publisher's name in full."""
    short_name: str
    """The name where there is little room, as on the doors of the wordmark."""
    tagline: str
    """One sentence for feeds and search engines."""
    newsletter_name: str
    """What the newsletter is called, in its masthead."""
    publisher: str
    """The charity that publishes the site."""
    charity_number: str
    """Its number, as the register writes it."""
    postal_address: str
    """Where letters reach it, on one line."""
    contact_email: str
    """The team's address."""
    why_you_get_it: str
    """Why a subscriber gets the newsletter, in a sentence."""
    navigation: tuple[tuple[str, str], ...]
    """The links at the top: words and address."""
    sign_up_url: str = ""
    """Where the form goes that takes an email address for the newsletter; without one, people are asked to write."""
    sign_up_field: str = "email"
    """The name by which that form's keeper knows the address: Mailchimp says EMAIL, most others email."""
    subscriptions_url: str = ""
    """Where ``clnm subscriptions`` is reached from outside; its form takes the place of ``sign_up_url``."""
    follow: tuple[tuple[str, str], ...] = ()
    """Where else to follow: words and address."""
    senders: tuple[str, ...] = ()
    """Who sends the editions, by the names that plugins/editions/senders.py has."""
    security_contact: str = ""
    """Whom to tell of a fault in the site, as a mailto: or https: address; without one, it is the team's."""
    area: str = ""
    """The one area whose own site it is, by its slug; of a site for all areas, nothing."""
    language: str = "en-GB"
    """The language of the site, RFC 5646."""
    picture_speed: int = 9
    """How quickly AVIF pictures are made, up to 10; below 9 they have fewer bytes, and take far longer."""

    @classmethod
    def of(cls, settings: dict[str, Any]) -> Self:
        """Take the fields from settings. Raises KeyError for one that is missing."""
        taken: dict[str, Any] = {}
        for field in fields(cls):
            if field.default is MISSING:
                taken[field.name] = settings[field.name.upper()]
            else:
                taken[field.name] = settings.get(field.name.upper(), field.default)
        return cls(**{name: frozen(value) for name, value in taken.items()})

    def is_about(self, document_id: str) -> bool:
        """Say whether it is the own site of an area, by the area's id."""
        return bool(self.area) and document_id == f"area:{self.area}"


def frozen(value: Any) -> Any:
    """Give a setting's value with tuples for lists, and a web address without the slash at its end."""
    if isinstance(value, list | tuple):
        return tuple(frozen(part) for part in value)
    return value.rstrip("/") if isinstance(value, str) and value.startswith("http") else value
