"""Sentences with their marks filled in: what may be seen is linked, what may not loses its address, not its words."""

from __future__ import annotations

from plugins.model import Channel, Document, Page
from plugins.model.blocks import Running
from plugins.view import sources
from plugins.view.parts import ProseView
from plugins.view.passages import Html, Passage, passage, quoted
from tests import samples
from tests.unit.view import looking

STORY = samples.document("story", body="## The end")
QUIET = samples.document("story", "quiet", consent={"scope": "[web]"})


def shown(text: str, *others: Document, channel: Channel = Channel.WEB) -> Passage:
    """Show one paragraph of a page."""
    (view,) = looking.body(text, *others, channel=channel)
    assert isinstance(view, ProseView)
    return view.body


def test_our_own_things_are_linked_from_where_they_are_looked_at() -> None:
    found = shown("See [the *story*](story:first-keys#the-end) & [us](/about/).", STORY)
    href = "../stories/first-keys/#the-end"
    assert found.html == f'<p>See <a href="{href}">the <em>story</em></a> &amp; <a href="./">us</a>.</p>'
    whole = "https://clnm.example.org"
    assert found.text == f"See the story ({whole}/stories/first-keys/#the-end) & us ({whole}/about/)."


def test_from_an_email_every_address_is_whole() -> None:
    found = shown("See [the story](story:first-keys).", STORY, channel=Channel.EMAIL)
    assert '<a href="https://clnm.example.org/stories/first-keys/">' in found.html


def test_a_link_to_what_may_not_be_seen_here_keeps_its_words() -> None:
    for link in ("story:quiet", "/stories/quiet/"):
        assert "<a " in shown(f"See [the story]({link}).", QUIET).html
        found = shown(f"See [the story]({link}).", QUIET, channel=Channel.EMAIL)
        assert found == Passage(Html("<p>See the story.</p>"), "See the story.")


def test_a_link_to_what_is_gone_or_empty_keeps_its_words() -> None:
    for link in ("story:nobody", "/stories/nobody/", "/stories/", "/themes/money/", "/archive/2019/"):
        assert shown(f"[Look there]({link})").html == "<p>Look there</p>"


def test_addresses_of_files_are_linked_as_they_are() -> None:
    assert 'href="../calendars/all.ics"' in shown("[The calendar](/calendars/all.ics)").html


def test_what_leads_out_is_left_as_it_is() -> None:
    found = shown("[A site](https://example.org/?a=1&b=2) and [a letter](mailto:team@example.org)")
    assert '<a href="https://example.org/?a=1&amp;b=2">' in found.html
    assert found.text == "A site (https://example.org/?a=1&b=2) and a letter (team@example.org)"


def test_help_lines_and_facts_are_filled_in_from_the_one_list() -> None:
    found = shown("Ring {support: samaritans} or {support: shout}: {fact: young-people-asked}.")
    assert found.text == "Ring Samaritans: 116 123 or Shout: Text SHOUT to 85258: 61 young people."
    assert found.html == f"<p>{found.text}</p>"


def test_a_preview_of_what_is_not_right_yet_shows_the_names() -> None:
    assert shown("{support: nyas} {fact: projects}").text == "nyas projects"


def test_the_documents_behind_the_links_are_remembered() -> None:
    found = shown("[A](story:first-keys) [B](/stories/quiet/) [C](story:nobody) [D](https://example.org)", STORY, QUIET)
    assert found.document_ids == ("story:first-keys", "story:quiet")


def test_nothing_an_editor_types_becomes_markup() -> None:
    text = '&lt;script&gt;alert(1)&lt;/script&gt; `<img src=x>` 5 < 6 "quotes" {fact: young-people-asked}'
    found = shown(text)
    assert "<script" not in found.html
    assert "<img" not in found.html


def test_a_quote_is_one_paragraph_whatever_is_in_it() -> None:
    assert quoted("a < b & <c>") == Passage(Html("<p>a &lt; b &amp; &lt;c&gt;</p>"), "a < b & <c>")


def test_the_words_of_an_empty_passage_are_nothing() -> None:
    assert not Passage()
    assert quoted("a")


def test_every_document_that_shows_in_a_view_is_found_again() -> None:
    body = (
        "[A](story:first-keys)\n\n/// story | quiet\n///\n\n/// button | Go\n    link: page:contact\n///\n\n"
        "/// film | Doors\n    link: https://video.example.org\n    poster: keys-1.png\n    poster_alt: Doors\n"
        "    image_consent: stock\n    transcript: publication:words\n///\n\n/// offers | all\n///"
    )
    others = (
        samples.document("page", "contact"),
        samples.document("publication", "words"),
        samples.document("offer", "data-sim"),
    )
    view = looking.page(samples.document("page", "about", body), STORY, QUIET, *others)
    assert sources(view, "page:about") == (
        "offer:data-sim",
        "page:about",
        "page:contact",
        "publication:words",
        "story:first-keys",
        "story:quiet",
    )


def test_prose_is_shown_whatever_document_it_comes_from() -> None:
    found = samples.document("page", body="Hello.")
    assert isinstance(found, Page)
    (block,) = found.body
    assert isinstance(block, Running)
    assert passage(block.prose, looking.from_page(looking.library(found))).text == "Hello."
