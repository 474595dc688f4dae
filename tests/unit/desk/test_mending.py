"""``clnm check --fix`` mends what only one answer fits, and the words stay."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from plugins import source
from plugins.desk.mending import bodies, undo
from plugins.desk.mending.files import mended
from plugins.model import DOCUMENT_TYPES, Document
from plugins.source import documents
from plugins.source.noted import notes
from tests.samples import text
from tests.unit.desk.conftest import Ask

KINDS = {kind.kind: kind for kind in DOCUMENT_TYPES}
GOOD = text("page", body="Ring us.\n\n## Help\n\nWe are here.")
STORY = text("story")
EVENT = text("event")


def changed(whole: str, *pairs: tuple[str, str]) -> bytes:
    for old, new in pairs:
        assert old in whole, old
        whole = whole.replace(old, new, 1)
    return whole.encode()


def body(words: str) -> bytes:
    return text("page", body=words).encode()


TITLE = "title: A first cold week"
MENDED: dict[str, tuple[str, bytes, str]] = {
    "a colon in a title": ("page", changed(GOOD, (TITLE, "title: Moving in: what I learned")), ""),
    "a title that begins with a mark": ("page", changed(GOOD, (TITLE, "title: *Keys* and what came next")), ""),
    "a hash that hides the title": ("page", changed(GOOD, (TITLE, "title: #NCLM is here again")), ""),
    "a hash that hides the end": ("page", changed(GOOD, (TITLE, "title: We are number #1 this year")), ""),
    "curly quotes round a colon": ("page", changed(GOOD, (TITLE, "title: “Moving in: what I learned")), ""),
    "quotes round a part": ("page", changed(GOOD, (TITLE, 'title: "First" keys and more')), ""),
    "no space after the colon": ("page", changed(GOOD, (TITLE, "title:A first cold week")), ""),
    "a Tab": ("story", changed(STORY, ("  ref:", "\tref:"), ("  given:", "\tgiven:")), ""),
    "the same line twice": ("page", changed(GOOD, (TITLE, f"{TITLE}\n{TITLE}")), ""),
    "a slip in a field's name": ("page", changed(GOOD, ("summary:", "sumary:")), ""),
    "a field's name with a space and capitals": ("story", changed(STORY, ("told_by:", "Told by:")), ""),
    "no closing line": ("page", re.sub(r"\n---\n(?=\nRing)", "\n", GOOD).encode(), ""),
    "no opening line": ("page", GOOD.removeprefix("---\n").encode(), ""),
    "a long dash for the hyphens": ("page", changed(GOOD, ("\n---\n", "\n—\n")), ""),
    "an older encoding": ("page", body("It’s £5 – café.").decode().encode("cp1252"), ""),
    "an encoding of Windows": ("page", body("It’s £5.").decode().encode("utf-16"), ""),
    "hidden spaces": ("page", body("Ring\u200b us\u00ad now\ufeff."), ""),
    "line breaks of a word processor": ("page", body("Ring us.\x0b\x0bWe are here."), ""),
    "a day in words": ("page", changed(GOOD, (TITLE, f"{TITLE}\ndate: 31 October 2026")), "date: 2026-10-31"),
    "a day with one reading": ("page", changed(GOOD, (TITLE, f"{TITLE}\ndate: 31/10/2026")), "date: 2026-10-31"),
    "a moment with pm": ("event", re.sub(rb"start: .*", b"start: 2026-12-04 4pm", EVENT.encode()), "16:00"),
    "an empty field": ("page", changed(GOOD, (TITLE, f"{TITLE}\nimage:")), ""),
    "another way to say yes": ("page", changed(GOOD, (TITLE, f"{TITLE}\ndecorative: Y")), ""),
    "a number with words": ("newsletter", re.sub(rb"issue: .*", b"issue: No. 14", text("newsletter").encode()), ""),
    "a choice with capitals": ("story", changed(STORY, ("told_by: own-words", "told_by: Own Words")), ""),
    "a telephone number with hyphens": ("event", re.sub(
        rb"contact_email: .*", b"contact_phone: 01632-960-123", EVENT.encode()), "01632 960 123"),
    "bullets of a word processor": ("page", body("We have:\n\n• tea\n•\tcake\n"), "- tea\n- cake"),
    "web code of a word processor": ("page", body(
        "<p class=MsoNormal><b>Keys</b> and <i>tea</i><o:p></o:p></p>\n<!--[if gte mso 9]>x<![endif]-->\n"), "**Keys** and *tea*"),
    "a list in web code": ("page", body("<ul>\n<li>tea</li>\n<li>cake</li>\n</ul>\n"), "- tea\n- cake"),
    "a link in web code": ("page", body('See <a href="https://example.org/x">our list</a>.'), "[our list](https://example.org/x)"),
    "a heading without a space": ("page", body("Hello.\n\n##Help\n\nUs."), "## Help"),
    "a heading of the first level": ("page", body("# Help\n\nUs.\n\n## More\n\nAnd so on."), "## Help\n\nUs.\n\n### More"),
    "a level left out": ("page", body("## Help\n\n#### More\n\nUs."), "### More"),
    "an option that is not indented": ("page", body("/// button | Book a place\nlink: https://example.org/x\n///"), "    link:"),
    "a block's name with a slip": ("page", body("/// qoute | Ari\n\nHello.\n///"), "/// quote"),
    "a mailbox as a link": ("page", body("[Write to us](team@example.org)."), "mailto:team@example.org"),
    "an address without its beginning": ("page", body("[Our list](www.example.org/a)."), "https://www.example.org/a"),
}  # fmt: skip


def stopping(kind: type[Document], data: bytes) -> list[str]:
    return [f"{p}" for p in documents.read(kind, place(kind), data)[1] if p.stops]


def place(kind: type[Document]) -> str:
    return f"{kind.folder}/{'2026-12' if kind.kind == 'newsletter' else 'keys'}.md"


@pytest.mark.parametrize("name", MENDED)
def test_what_only_one_answer_fits_is_mended(name: str) -> None:
    kind_name, before, holds = MENDED[name]
    kind = KINDS[kind_name]
    assert stopping(kind, before) or holds.startswith("- ")
    after = mended(kind, place(kind), before, {})
    assert stopping(kind, after.data) == []
    assert after.said
    assert holds in after.data.decode()


WHOLE = {"page": GOOD, "story": STORY, "event": EVENT, "newsletter": text("newsletter")}
SAME_BODY = [
    name for name, (kind, before, _) in MENDED.items() if WHOLE[kind].split("\n---\n")[1].strip().encode() in before
]
"""Those whose slip is above the words, so that the words must come out as if there had been none."""


@pytest.mark.parametrize("name", SAME_BODY)
def test_what_was_mended_is_read_as_if_nothing_had_been_wrong(name: str) -> None:
    kind = KINDS[MENDED[name][0]]
    after, _ = documents.read(kind, place(kind), mended(kind, place(kind), MENDED[name][1], {}).data)
    meant, _ = documents.read(kind, place(kind), WHOLE[kind.kind].encode())
    assert after
    assert meant
    assert len(SAME_BODY) >= 20
    assert [(block.name, block.words) for block in after.body] == [(block.name, block.words) for block in meant.body]


@pytest.mark.parametrize("name", MENDED)
def test_what_was_mended_is_not_mended_again(name: str) -> None:
    kind = KINDS[MENDED[name][0]]
    once = mended(kind, place(kind), MENDED[name][1], {}).data
    assert mended(kind, place(kind), once, {}).said == []


@pytest.mark.parametrize(
    "before",
    [
        body("See https://example.org/a?utm_source=x&id=2 and [us](https://example.org/?fbclid=abc#top)."),
        body("Tea&nbsp;and cake, it&rsquo;s free."),
    ],
)
def test_what_passes_may_still_be_tidied(before: bytes) -> None:
    after = mended(KINDS["page"], "pages/keys.md", before, {})
    assert after.said
    assert b"utm_" not in after.data
    assert b"fbclid" not in after.data
    assert b"&nbsp;" not in after.data
    if b"id=2" in before:
        assert b"https://example.org/a?id=2 and [us](https://example.org/#top)" in after.data


@pytest.mark.parametrize(
    "before",
    [
        changed(GOOD, (TITLE, f"{TITLE}\ndate: 03/04/2026")),
        changed(GOOD, (TITLE, f"{TITLE}\ntitle: Another title here")),
        changed(GOOD, ("summary:", "abcdef:")),
        body("<script>alert(1)</script>"),
        body("<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> main"),
        body("#hashtag of ours"),
        re.sub(rb"start: .*", b"start: 2026-12-04 12pm", EVENT.encode()),
        bytes(range(256)),
        b"",
    ],
)
def test_what_somebody_must_decide_stays_byte_for_byte(before: bytes) -> None:
    kind = KINDS["event"] if b"start:" in before else KINDS["page"]
    after = mended(kind, f"{kind.folder}/keys.md", before, {})
    assert after.data == before
    assert after.said == []


def test_nothing_is_touched_where_nothing_is_wrong() -> None:
    for kind in DOCUMENT_TYPES:
        for path in sorted(Path(__file__).parents[3].joinpath("content", kind.folder).glob("*.md")):
            assert mended(kind, f"{kind.folder}/{path.name}", path.read_bytes(), {}).said == [], path


def test_line_ends_stay_as_they_were() -> None:
    before = changed(GOOD, (TITLE, "title: Moving in: what I learned")).replace(b"\n", b"\r\n")
    assert mended(KINDS["page"], "pages/keys.md", before, {}).data.count(b"\r\n") == before.count(b"\r\n")


def test_names_and_pictures_are_mended_in_the_folder_and_can_be_put_back(ask: Ask, project: Path) -> None:
    content = project / "content"
    for folder in ("pages", "images"):
        (content / folder).mkdir()
    picture = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    Image.new("RGB", (5200, 100), "red").save(picture, "JPEG", exif=exif)
    (content / "images/IMG 2031.PNG").write_bytes(picture.getvalue())
    page = text("page", image="IMG 2031.PNG", image_alt="A red line across", image_consent="illustration")
    (content / "pages/Nov Page FINAL (2).md").write_text(page.replace(TITLE, "title: Keys: and more"), "utf-8")
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    answer = ask("check", "--fix")
    assert answer.code == 0, answer
    assert sorted(path.name for path in content.rglob("*.*")) == ["img-2031.jpg", "nov-page-final-2.md"]
    assert 'title: "Keys: and more"\n' in (content / "pages/nov-page-final-2.md").read_text("utf-8")
    assert "image: img-2031.jpg\n" in (content / "pages/nov-page-final-2.md").read_text("utf-8")
    with Image.open(content / "images/img-2031.jpg") as shrunk:
        assert (shrunk.width, dict(shrunk.getexif())) == (2400, {})
    assert "To go back: clnm check --undo" in answer.out
    assert ask("check", "--undo").code == 0
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before
    assert undo.restore(content) == 0
    assert source.read(content).problems


def photo(content: Path, name: str) -> None:
    (content / "images").mkdir(exist_ok=True)
    Image.new("RGB", (1200, 800), "red").save(content / "images" / name)


def story(content: Path, slug: str, **fields: str) -> Path:
    (content / "stories").mkdir(exist_ok=True)
    path = content / f"stories/{slug}.md"
    path.write_text(text("story", image_alt="Two keys", image_consent="illustration", **fields), "utf-8")
    return path


def test_a_picture_of_a_story_is_named_after_it_as_a_form_cannot_do(ask: Ask, project: Path) -> None:
    content = project / "content"
    for name in ("two-keys.png", "first-keys-1.png"):
        photo(content, name)
    path = story(content, "first-keys", image="two-keys.png")
    answer = ask("check", "--fix")
    assert answer.code == 0, answer
    assert "image: first-keys-2.png\n" in path.read_text("utf-8")
    assert sorted(one.name for one in (content / "images").iterdir()) == ["first-keys-1.png", "first-keys-2.png"]
    assert ask("check", "--undo").code == 0
    assert "image: two-keys.png\n" in path.read_text("utf-8")


def test_a_picture_of_two_stories_has_no_one_answer(ask: Ask, project: Path) -> None:
    content = project / "content"
    photo(content, "two-keys.png")
    paths = [story(content, slug, image="two-keys.png") for slug in ("first-keys", "second-keys")]
    before = [path.read_text("utf-8") for path in paths]
    assert ask("check", "--fix").code == 1
    assert [path.read_text("utf-8") for path in paths] == before


FOLLOWING = [
    "utm_source",
    "UTM_Medium",
    "fbclid",
    "gclid",
    "dclid",
    "msclkid",
    "ttclid",
    "twclid",
    "yclid",
    "irclickid",
    "gbraid",
    "wbraid",
    "mc_cid",
    "mc_eid",
    "igsh",
    "igshid",
    "_hsenc",
    "_hsmi",
    "mkt_tok",
    "vero_id",
    "s_cid",
    "_gl",
]


@pytest.mark.parametrize("code", [*FOLLOWING, "id", "page", "my_utm_source", "glad"])
@pytest.mark.parametrize(
    ("line", "clean"),
    [
        ("[Film](https://example.org/film?{}=mail)", "[Film](https://example.org/film)"),
        ("See HTTPS://example.org/?a=2&{}=mail#top, or ring.", "See HTTPS://example.org/?a=2#top, or ring."),
        ("link: 'https://example.org/?{}=mail&amp;a=2'", "link: 'https://example.org/?a=2'"),
        ("[https://example.org/?a=2&{}=mail, https://example.org]", "[https://example.org/?a=2, https://example.org]"),
        ("*https://example.org/#!/film?{}=mail*.", "*https://example.org/#!/film*."),
    ],
)
def test_what_follows_readers_is_taken_out_wherever_it_is_named(code: str, line: str, clean: str) -> None:
    before = line.format(code)
    after = [before]
    bodies.mend(after, 1)
    assert after == [clean if code in FOLLOWING else before]
    named = {problem.code for problem in notes("pages/keys.md", [before])}
    assert ("A11" in named) == (code in FOLLOWING)
