"""Each channel alone, and none: a mark all through a story is in exactly the files that its storyteller allowed."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.site.press import Built, SiteFolder
from tests.site.test_nothing_wrong_is_published import GOOD
from tests.site.test_only_what_may_be_seen_is_written import ISSUE

MARK = "Zebrafinch"
COLOUR = (13, 203, 77)
STORY = (
    GOOD.replace("title: First keys", f"title: Keys of {MARK}title")
    .replace("summary: What it was like", f"summary: What {MARK}summary was like")
    .replace("storyteller: Ana", f"storyteller: {MARK}name")
    .replace("I turned the key", f"{MARK}quote turned the key")
    .replace("Nobody told me", f"{MARK}body told me")
    .replace(
        "told_by:",
        f"image: first-keys-1.png\nimage_alt: {MARK}alt on a ribbon\nimage_consent: illustration\ntold_by:",
    )
)
OTHER = (
    GOOD.replace("first-keys", "other-keys")
    .replace("First keys", "Other keys")
    .replace("I turned the key three times.", "My sofa came up the stairs in two halves.")
    .replace("Nobody told me not to.", "The cat chose the better one.")
    .replace("themes: [first-home]", "themes: [first-home, college]\nrelated: [story:first-keys]")
    .replace("[web, feed, email]", "[web, feed, email, search-engines, social]")
)
ISSUE_WITH_IT = ISSUE.replace(
    "/// story | first-keys\n    show: SHOW\n    only: web\n///",
    "/// story | first-keys\n    show: quote\n    only: ONLY\n///\n\n/// stories | all\n///",
)
EVERYTHING = ("web", "feed", "email", "search-engines", "social", "print", "press", "partners")
PAGE = "stories/first-keys/index.html"
CARD = "cards/stories/first-keys.png"


def picture() -> bytes:
    """Draw a picture of one colour, which can be found again after it was drawn anew."""
    out = io.BytesIO()
    Image.new("RGB", (320, 240), COLOUR).save(out, "PNG")
    return out.getvalue()


def built(site: SiteFolder, *channels: str, related: bool = False, only: str = "web") -> Built:
    """Build a site with the marked story, another one, and an issue that quotes it and lists all."""
    scope = f"[{', '.join(channels)}]" if channels else "[press]"
    other = OTHER if related else OTHER.replace("\nrelated: [story:first-keys]", "")
    issue = ISSUE_WITH_IT.replace("ONLY", only)
    if only not in channels:
        issue = issue.replace(f"/// story | first-keys\n    show: quote\n    only: {only}\n///\n", "")
    site.write(STORY.replace("[web, feed, email]", scope)).write(other).write(issue)
    (site.content / "images").mkdir(exist_ok=True)
    (site.content / "images/first-keys-1.png").write_bytes(picture())
    done = site.build()
    assert done.code == 0, done.said
    return done


def pictured(done: Built) -> set[str]:
    """Give the pictures that show the story's own."""
    found = set()
    for path, data in done.files().items():
        if path.endswith((".avif", ".jpg")):
            red, green, blue = Image.open(io.BytesIO(data)).convert("RGB").resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
            if abs(red - COLOUR[0]) + abs(green - COLOUR[1]) + abs(blue - COLOUR[2]) < 40:
                found.add(path)
    return found


def traces(done: Built) -> set[str]:
    """Give every file that holds any of the marks, the story's address or its picture."""
    return done.holding(MARK) | done.holding("first-keys") | pictured(done)


@pytest.mark.parametrize("channel", ["search-engines", "social", "print", "press", "partners", ""])
def test_without_web_feed_or_email_a_story_is_nowhere(site: SiteFolder, channel: str) -> None:
    assert traces(built(site, *filter(None, [channel]))) == set()


def test_with_web_alone_it_is_on_pages_that_search_engines_may_not_keep(site: SiteFolder) -> None:
    done = built(site, "web")
    found = traces(done)
    assert PAGE in found
    assert "stories/unlisted/index.html" in found
    assert "newsletters/2026-11/index.html" in found
    assert {path.partition("/")[0] for path in found} == {"stories", "newsletters", "images"}
    for path in found:
        if path.endswith(".html"):
            assert 'content="noindex' in done.text(path), path
            assert "application/ld+json" not in done.text(path), path
    assert "og:title" not in done.text(PAGE)
    assert "stories/index.html" not in found
    assert "themes/first-home/index.html" not in found
    assert "archive/2026/index.html" not in found


def test_with_feed_alone_it_is_in_the_feeds_and_leads_to_no_page(site: SiteFolder) -> None:
    done = built(site, "feed")
    found = traces(done)
    assert {"feeds/all.rss.xml", "feeds/stories.atom.xml", "feeds/all.json"} <= found
    assert {path.partition("/")[0] for path in found} == {"feeds", "images"}
    assert not done.holding("/stories/first-keys/")


def test_with_email_alone_it_is_in_the_edition_and_leads_to_no_page(site: SiteFolder) -> None:
    done = built(site, "email", only="email")
    found = traces(done)
    assert {path.partition("/")[0] for path in found} == {"editions", "images"}
    assert not done.holding("/stories/first-keys/")


def test_web_with_search_engines_is_listed_mapped_and_described(site: SiteFolder) -> None:
    done = built(site, "web", "search-engines", related=True)
    found = traces(done)
    assert {PAGE, "stories/index.html", "themes/first-home/index.html", "sitemap.xml"} <= found
    assert "stories/other-keys/index.html" in found
    assert "noindex" not in done.text(PAGE)
    assert "application/ld+json" in done.text(PAGE)
    assert not [path for path in found if path.startswith(("feeds/", "editions/"))]


def test_a_page_that_points_to_an_unlisted_story_is_kept_out_of_search_engines_too(site: SiteFolder) -> None:
    done = built(site, "web", related=True)
    assert "may not be shown to search engines" in done.said
    assert 'content="noindex' in done.text("stories/other-keys/index.html")
    assert "other-keys" not in done.text("sitemap.xml")


@pytest.mark.parametrize("channels", [("web",), ("web", "feed", "email", "search-engines"), ("social",)])
def test_without_social_there_is_no_card_and_nothing_is_said_to_social_media(
    site: SiteFolder, channels: tuple[str, ...]
) -> None:
    done = built(site, *channels, only="email" if "email" in channels else "web")
    assert CARD not in done.files()
    assert PAGE not in done.files() or "og:" not in done.text(PAGE)


def test_with_social_there_is_a_card_and_the_page_leads_to_it(site: SiteFolder) -> None:
    done = built(site, "web", "social")
    assert f'<meta property="og:image" content="https://clnm.example.org/{CARD}">' in done.text(PAGE)
    assert Image.open(io.BytesIO(done.files()[CARD])).size == (1200, 630)


def test_with_every_channel_it_is_everywhere(site: SiteFolder) -> None:
    found = traces(built(site, *EVERYTHING, only="email"))
    assert {PAGE, "stories/index.html", "feeds/all.rss.xml", "sitemap.xml", "editions/2026-11/edition.html"} <= found


@pytest.mark.parametrize("channels", [("web",), ("feed",), ("email",), ("web", "search-engines"), EVERYTHING])
def test_no_name_of_a_pseudonymous_storyteller_is_told_to_machines(site: SiteFolder, channels: tuple[str, ...]) -> None:
    done = built(site, *channels, only="email" if "email" in channels else "web")
    for path in done.files():
        if path.endswith((".html", ".xml", ".json")):
            text = done.text(path)
            assert '"@type":"Person"' not in text
            assert 'name="author"' not in text
            assert "dc:creator" not in text
