"""Fixtures for single rooms: a site, the sample content, and a theme as small as a feed needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.library import Library
from plugins.view import Site
from tests.rooms import shelves

ENTRY = """\
{% if page.note %}
<p>Content note: {{ page.note }}.</p>
{% endif %}
{% if page.help %}
{% for line in page.help.lines %}
<p>{{ line.name }}: {{ line.phone }} {{ line.text }}</p>
{% endfor %}
{% endif %}
{% for block in page.blocks %}
{% if block.component in ("prose", "panel") %}
{{ block.body.html }}
{% elif block.component == "heading" %}
<h{{ block.level }} id="{{ block.anchor }}">{{ block.text }}</h{{ block.level }}>
{% elif block.component == "quote" %}
{{ block.said.html }}
{% elif block.component == "cards" %}
{% for card in block.cards %}
<p><a href="{{ card.href }}">{{ card.title }}</a> {{ card.summary }}</p>
{% endfor %}
{% endif %}
{% endfor %}
"""


@pytest.fixture(scope="session")
def site() -> Site:
    """Give the facts of a site."""
    return Site(
        siteurl="https://clnm.example.org",
        sitename="Care Leavers National Movement",
        short_name="CLNM",
        tagline="Young people leaving care, changing what comes next.",
        newsletter_name="CLNM News",
        publisher="Care Leavers National Movement (sample)",
        charity_number="0000000",
        postal_address="CLNM, 1 Example Street, Northbridge NB1 2AB",
        contact_email="hello@clnm.example.org",
        why_you_get_it="You get this because you asked us to.",
        navigation=(("Home", "/"), ("Stories", "/stories/")),
    )


@pytest.fixture(scope="session")
def sample() -> Library:
    """Give the sample content on the day it is written for; tests only look at it."""
    return shelves.sample()


@pytest.fixture(scope="session")
def theme() -> Path:
    """Give the product's own theme."""
    return shelves.ROOT / "theme"


@pytest.fixture
def plain_theme(tmp_path: Path) -> Path:
    """Give a theme that draws a feed's entry and nothing else, which a test may change."""
    folder = tmp_path / "theme"
    (folder / "static/css").mkdir(parents=True)
    (folder / "static/css/tokens.css").write_text(":root { --ink: #221c35; }\n", "utf-8")
    (folder / "templates/feed").mkdir(parents=True)
    (folder / "templates/feed/entry.html").write_text(ENTRY, "utf-8")
    return folder
