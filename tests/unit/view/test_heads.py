"""What machines read of a page: languages that name each other, addresses that are whole, and data that can be read."""

from __future__ import annotations

import json
from typing import Any

from plugins.library import Library
from plugins.model import Channel, Document
from plugins.view.frame import Head
from plugins.view.heads import head, site_head
from tests import samples
from tests.unit.view import looking

ENGINES = {"scope": "[web, search-engines, social]"}
WEB = "https://clnm.example.org"


def of(library: Library, name: str) -> Head:
    """Give the head of a page."""
    entry = library.on(Channel.WEB).get(name)
    assert entry is not None
    return head(entry, looking.from_page(library, entry.url))


def pair(**more: Any) -> Library:
    """Shelve a page and its translation into Dari."""
    original = samples.document("page", "rights", title="What you can ask for")
    dari = samples.document("page", "rights-dari", title="حق شما چیست", lang="prs", translation_of="rights", **more)
    return looking.library(original, dari)


def test_languages_of_a_page_name_each_other_and_themselves() -> None:
    library = pair()
    first, second = of(library, "page:rights"), of(library, "page:rights-dari")
    assert first.alternates == second.alternates
    assert [(found.language, found.href) for found in first.alternates] == [
        ("en-GB", f"{WEB}/rights/"),
        ("prs", f"{WEB}/rights-dari/"),
        ("x-default", f"{WEB}/rights/"),
    ]
    assert second.canonical == f"{WEB}/rights-dari/"


def test_a_page_in_one_language_names_none() -> None:
    assert of(looking.library(samples.document("page", "rights")), "page:rights").alternates == ()
    assert of(pair(status="draft"), "page:rights").alternates == ()


def test_a_version_that_engines_may_not_keep_is_not_named_to_them() -> None:
    quiet = samples.document("story", "quiet-keys", consent={"scope": "[web]"})
    original = samples.document("page", "rights", title="What you can ask for")
    dari = samples.document("page", "rights-dari", lang="prs", translation_of="rights", related=["story:quiet-keys"])
    library = looking.library(quiet, original, dari)
    assert not of(library, "page:rights-dari").indexed
    assert of(library, "page:rights").alternates == of(library, "page:rights-dari").alternates == ()


def test_a_list_is_shared_only_where_it_may_be_kept() -> None:
    here = looking.from_page(looking.library(), "/archive/")
    assert site_head("Archive", "All of it.", here).card is not None
    kept_out = site_head("Offline", "No signal.", here, "/offline/", indexed=False)
    assert (kept_out.card, kept_out.canonical) == (None, f"{WEB}/offline/")


def structured(document: Document) -> dict[str, Any]:
    """Read what engines are told of a document."""
    found: dict[str, Any] = json.loads(of(looking.library(document), document.id).data)
    return found


def test_words_that_would_end_the_script_do_not() -> None:
    raw = of(looking.library(samples.document("page", "rights", title='Rights </script> & "more"')), "page:rights").data
    assert not {"<", ">", "&"} & set(raw)
    assert json.loads(raw)["name"] == 'Rights </script> & "more"'


def test_engines_are_told_what_each_page_is() -> None:
    assert structured(samples.document("story", consent=ENGINES))["@type"] == "Article"
    assert structured(samples.document("event"))["@type"] == "Event"
    assert structured(samples.document("newsletter"))["@type"] == "PublicationIssue"
    assert structured(samples.document("page", "rights"))["url"] == f"{WEB}/rights/"
