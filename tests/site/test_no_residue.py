"""After a build every byte is read for what may not be there; whatever hides it, it is found and stopped."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import struct
import time
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from plugins import source
from plugins.checks.residue import hits, residue, told
from plugins.desk import main
from plugins.desk.project import project
from plugins.library import Library
from plugins.model import Document
from plugins.model.picture import Original
from plugins.model.withheld import Withheld
from plugins.press.clock import as_of
from plugins.press.looking import furniture
from plugins.press.porch import library_of
from plugins.press.weighing import withheld
from plugins.view import Site as Facts
from tests.property.small_site import Site
from tests.samples import document, library, text
from tests.site.forge import Forge
from tests.site.press import NOW, ROOT, Built, SiteFolder
from tests.sites import copied, taken

LONGEST = 12
"""So many times as long as to parse the pages once may it take to look into every file."""
SAID = "I can’t say it – “but” Zoë & I do."
BODY = f"{SAID}\n\nThe second line of it is here as well.\n"


def hidden() -> tuple[Withheld, ...]:
    """Give what is withheld of one paused story."""
    story = document("story", body=BODY, storyteller="Sorush", consent={"status": "paused"})
    return withheld(library(story), ())


def codes(folder: Path, found: tuple[Withheld, ...] | None = None) -> dict[str, str]:
    problems = tuple(residue(folder, hidden() if found is None else found))
    assert all(problem.code == "X02" and problem.stops for problem in problems)
    assert not [
        problem for problem in problems if "Sorush" in problem.message + problem.fix or "say it" in str(problem)
    ]
    return {problem.path: problem.message for problem in problems}


def put(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def letter(encoding: str) -> bytes:
    made = EmailMessage()
    made["Subject"] = "News"
    made.set_content(f"A line before.\n\n{SAID}\n", charset="utf-8", cte=encoding)
    return made.as_bytes()


def subject() -> bytes:
    made = EmailMessage()
    made["Subject"] = "What Sorush said, and what came of it – a long line that is folded in the middle of the words"
    made.set_content("Nothing here.")
    return made.as_bytes()


def photo(kind: str = "JPEG", **metadata: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((64, 64), 90).convert("RGB").save(out, kind, **metadata)
    return out.getvalue()


def in_the_pixels(words: bytes) -> bytes:
    """Give an AVIF picture between whose pixels chance has spelt something."""
    data = photo("AVIF")
    middle = (data.index(b"mdat") + len(data)) // 2
    return data[:middle] + b"\x01" + words + b"\x01" + data[middle + len(words) + 2 :]


def exif() -> bytes:
    found = Image.Exif()
    found[0x9C9C] = "Sorush at home".encode("utf-16-le")
    return found.tobytes()


def png() -> bytes:
    packed = b"Comment\0\0" + zlib.compress(f"By Sorush. {SAID}".encode())
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    data = out.getvalue()
    chunk = struct.pack(">I", len(packed)) + b"zTXt" + packed + struct.pack(">I", zlib.crc32(b"zTXt" + packed))
    return data[:33] + chunk + data[33:]


PAGE = "<p>I can&rsquo;t <em>say</em>\n  it &#8211; &#x201C;but&#x201D; Zo&euml; &amp; I do.</p>"
PLANTED: dict[str, str | bytes | Callable[[], bytes]] = {
    "page/index.html": PAGE,
    "alt/index.html": '<img alt="I can\'t say it - &quot;but&quot; Zo\u00eb &amp; I do.">',
    "comment/index.html": "<p>Nothing</p><!-- Sorush -->",
    "data/index.html": '<script type="application/ld+json">{"text":"I can\\u2019t say it \\u2013 but Zo\\u00eb \\u0026 I do"}</script>',  # noqa: E501
    "soft/index.html": "<p>So\u00adru\u200bsh</p>",
    "mail/index.html": '<a href="mailto:?body=I%20can%E2%80%99t%20say%20it%20but%20Zo%C3%AB%20%26%20I%20do">',
    "feeds/all.rss.xml": f"<rss><description>{PAGE.replace('&', '&amp;').replace('<', '&lt;')}</description></rss>",
    "feeds/all.atom.xml": f"<feed><content><![CDATA[{PAGE}]]></content></feed>",
    "feeds/all.json": json.dumps({"items": [{"content_html": PAGE}]}),
    "feeds/key.json": json.dumps({"Sorush": 1}),
    "calendars/all.ics": "BEGIN:VCALENDAR\r\nDESCRIPTION:Read\\nI can’t say it – “but” Zo\r\n ë & I\\nd\r\n o.\r\n",
    "editions/a.eml": lambda: letter("base64"),
    "editions/b.eml": lambda: letter("quoted-printable"),
    "editions/subject.eml": subject,
    "search.json.gz": lambda: gzip.compress(json.dumps({"words": SAID}).encode("ascii")),
    "index.html.gz": lambda: gzip.compress(PAGE.encode()),
    "robots.txt": f"# {SAID.upper()}",
    "images/comment.jpg": lambda: photo(comment=b"Sorush", progressive=True),
    "images/exif.jpg": lambda: photo(exif=exif(), progressive=True),
    "images/behind.jpg": lambda: photo(progressive=True) + b"Sorush",
    "images/exif.avif": lambda: photo("AVIF", exif=exif()),
    "images/xmp.avif": lambda: photo("AVIF", xmp=b"<dc:creator>Sorush</dc:creator>"),
    "images/behind.avif": lambda: photo("AVIF") + b"Sorush",
    "images/between.avif": lambda: in_the_pixels(b"The second line of it is here as well."),
    "images/text.png": png,
    "images/drawn.svg": "<svg><title>Sorush</title></svg>",
    "images/inside.html": f'<img src="data:image/jpeg;base64,{base64.b64encode(b"____ Sorush ____").decode()}">',
    "stories/Sorush.txt": "",
    "links/index.html": '<a href="../stories/first-keys/">Nothing</a>',
    "listed/index.html": '<a href="first-keys/">Nothing</a>',
    "feeds/id.xml": "<id>tag:clnm.example.org,2026:story/first-keys</id>",
    "stories/first-keys/index.html": "Nothing",
}


@pytest.mark.parametrize(("name", "data"), PLANTED.items(), ids=PLANTED)
def test_a_residue_is_found_whatever_it_hides_in(
    tmp_path: Path, name: str, data: str | bytes | Callable[[], bytes]
) -> None:
    assert set(codes(put(tmp_path, name, data() if callable(data) else data))) == {name}


@pytest.mark.parametrize("name", PLANTED)
def test_the_same_files_are_nobodys_business_where_nothing_is_withheld(tmp_path: Path, name: str) -> None:
    data = PLANTED[name]
    assert codes(put(tmp_path, name, data() if callable(data) else data), ()) == {}


def test_noise_in_pixels_is_no_residue(tmp_path: Path) -> None:
    put(tmp_path, "images/noise.jpg", photo(quality=95, progressive=True))
    put(tmp_path, "images/noise.avif", in_the_pixels(b"Ari"))
    assert codes(tmp_path, (Withheld(document_id="story:one", names={"Ari": "storyteller"}),)) == {}


@pytest.mark.parametrize("name", ["index.html.br", "files.zip", "broken.txt.gz"])
def test_a_file_that_nobody_can_look_into_may_not_go_online(tmp_path: Path, name: str) -> None:
    assert "nobody can say what is in it" in codes(put(tmp_path, name, b"\x0b\x02\x80"))[name]


def test_the_place_is_named_and_never_the_words(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "Sorush")
    put(tmp_path, "b.txt", "The second line of it is here as well.")
    told = codes(tmp_path)
    assert told["a.txt"] == "The storyteller of story:first-keys is in this file, where it may not be seen."
    assert "line" in told["b.txt"]


def test_a_name_that_is_somebody_elses_too_is_no_residue(tmp_path: Path) -> None:
    gone = document("story", storyteller="Sorush", consent={"status": "paused"})
    page = document("page", "about", body="Sorush is a word that this page has.")
    put(tmp_path, "about/index.html", "Sorush")
    assert codes(tmp_path, withheld(library(gone, page), ())) == {}


def test_somebodys_sentence_is_a_residue_even_where_an_issue_repeats_it(tmp_path: Path) -> None:
    gone = document("story", body=BODY, consent={"status": "paused"})
    issue = document("newsletter", body=f"## News\n\n{BODY}\n\n/// get-help\n///")
    put(tmp_path, "newsletters/2026-12/index.html", "<p>The second line of it is here as well.</p>")
    assert codes(tmp_path, withheld(library(gone, issue), ()))


def test_what_a_template_says_anyway_is_no_residue(tmp_path: Path) -> None:
    gone = document("page", "draft", title="What helped", status="draft")
    put(tmp_path, "stories/index.html", "<h2>What helped</h2>")
    assert codes(tmp_path, withheld(library(gone), ["<h2>What helped</h2>"])) == {}


@pytest.mark.parametrize(
    ("scope", "wrong"),
    [
        ("[web, feed, email]", set()),
        ("[web]", {"feeds/all.json", "editions/a.txt"}),
        ("[email]", {"feeds/all.json", "index.html"}),
        ("[feed]", {"index.html", "editions/a.txt"}),
        ("[press]", {"feeds/all.json", "editions/a.txt", "index.html"}),
    ],
)
def test_each_channel_holds_only_what_it_may(tmp_path: Path, scope: str, wrong: set[str]) -> None:
    story = document("story", body=BODY, consent={"scope": scope})
    for name in ("feeds/all.json", "editions/a.txt", "index.html"):
        put(tmp_path, name, json.dumps({"text": SAID}))
    assert set(codes(tmp_path, withheld(library(story), ()))) == wrong


def test_search_engines_are_asked_to_leave_out_what_is_not_for_them(tmp_path: Path) -> None:
    found = withheld(library(document("story", consent={"scope": "[web]"})), ())
    page = "stories/first-keys/index.html"
    put(tmp_path, page, '<meta name="robots" content="noindex, nofollow">')
    assert codes(tmp_path, found) == {}
    put(tmp_path, page, "<p>Nothing</p>")
    put(tmp_path, "sitemap.xml", "<loc>https://clnm.example.org/stories/first-keys/</loc>")
    assert set(codes(tmp_path, found)) == {page, "sitemap.xml"}


@pytest.mark.parametrize("scope", ["[web]", "[web, social]"])
def test_social_media_are_told_only_of_what_is_for_them(tmp_path: Path, scope: str) -> None:
    found = withheld(library(document("story", consent={"scope": scope})), ())
    page, drawn = "stories/first-keys/index.html", "cards/stories/first-keys.png"
    put(tmp_path, page, '<meta name="robots" content="noindex"><meta property="og:site_name" content="CLNM">')
    put(tmp_path, drawn, b"\x89PNG")
    assert set(codes(tmp_path, found)) == (set() if "social" in scope else {page, drawn})


def test_the_name_behind_an_anonymous_story_is_in_no_file(tmp_path: Path) -> None:
    story = document("story", storyteller="Sorush", identity="anonymous")
    put(tmp_path, "stories/first-keys/index.html", "<p>By Sorush</p>")
    assert codes(tmp_path, withheld(library(story), ()))


@pytest.mark.parametrize("status", ["active", "paused"])
def test_what_everybody_without_a_name_is_called_is_nobodys_name(tmp_path: Path, status: str) -> None:
    story = document("story", storyteller="A young person", identity="anonymous", consent={"status": status})
    assert not library(story).entries[story.id].spine.anonymous
    put(tmp_path, "stories/other/index.html", "<p>By A young person, as all who tell without a name</p>")
    assert not codes(tmp_path, withheld(library(story), ()))


def look(content: Path) -> Library:
    return library_of(source.read(content), as_of())


def test_pictures_of_what_is_hidden_and_all_originals_are_kept_back(
    sample: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AS_OF", NOW)
    found = withheld(look(sample.content), ())
    output = put(sample.root / "output", "images/a-language-of-my-own-1-600.jpg", photo())
    shown = (sample.content / "images/first-radiator-1.png").read_bytes()
    put(output, "images/copy.png", shown)
    put(output, "inside.html", f"<img src='data:image/png;base64,{base64.b64encode(shown).decode()}'>")
    put(output, "images/first-radiator-1-600.jpg", photo())
    assert set(codes(output, found)) == {"images/a-language-of-my-own-1-600.jpg", "images/copy.png", "inside.html"}


SAVED = photo()
"""A picture as the site has it, and as somebody took it from there."""
FIGURES = "\n\n".join(
    f"/// figure | {name}-1.jpg\n    alt: A door\n    image_consent: stock\n///" for name in ("door", "first-keys")
)
BOTH, DOOR = {"body": FIGURES}, {"body": FIGURES.partition("\n\n")[0]}
HIDDEN = {"image": "first-keys-1.jpg", "image_alt": "A door", "image_consent": "stock"}


def with_two_pictures(*documents: Document) -> tuple[Withheld, ...]:
    """Give what is withheld where one of two originals was taken from the site."""
    digests = {"door-1.jpg": "0" * 64, "first-keys-1.jpg": hashlib.sha256(SAVED).hexdigest()}
    pictures = [Original(name, 64, 64, digest, Path(name)) for name, digest in digests.items()]
    return withheld(library(*documents, pictures=pictures), ())


def draft() -> Document:
    """Give a page that nobody sees yet, with the second picture."""
    return document("page", "new", status="draft", **HIDDEN)


@pytest.mark.parametrize(
    ("path", "documents"),
    [
        ("images/door-1-64.jpg", [document("page", **BOTH)]),
        ("images/first-keys-1-64.jpg", [document("page", **BOTH)]),
        ("images/door-1-64.jpg", [document("page", **DOOR), draft()]),
        ("images/door-1-64.jpg", [document("page", **DOOR)]),
    ],
    ids=["drawn of the first", "drawn of itself", "in a draft as well", "used by nobody"],
)
def test_a_picture_saved_from_the_site_and_used_again_is_no_residue(
    tmp_path: Path, path: str, documents: list[Document]
) -> None:
    assert codes(put(tmp_path, path, SAVED), with_two_pictures(*documents)) == {}


@pytest.mark.parametrize(
    "path", ["images/copy.jpg", "images/copy-1-64.jpg", "images/door-1-63.jpg", "images/door-1-640.jpg", "a.eml"]
)
def test_a_copy_of_it_anywhere_else_is_one(tmp_path: Path, path: str) -> None:
    attached = EmailMessage()
    attached.add_attachment(SAVED, "image", "jpeg")
    put(tmp_path, path, attached.as_bytes() if path.endswith(".eml") else SAVED)
    assert set(codes(tmp_path, with_two_pictures(document("page", **BOTH)))) == {path}


@pytest.mark.parametrize(
    "data",
    [photo(comment=b"A"), photo(exif=exif()), photo(icc_profile=b"A" * 64), SAVED + b"behind"],
    ids=["comment", "exif", "profile", "behind"],
)
def test_an_original_that_says_more_than_it_shows_is_one_even_where_it_is_drawn(tmp_path: Path, data: bytes) -> None:
    pictures = [Original("door-1.jpg", 64, 64, hashlib.sha256(data).hexdigest(), Path("door-1.jpg"))]
    shown = library(document("page", **DOOR), pictures=pictures)
    assert codes(put(tmp_path, "images/door-1-64.jpg", data), withheld(shown, ()))


def test_a_picture_of_somebody_who_no_longer_agrees_is_one_even_where_it_is_drawn_of_another(tmp_path: Path) -> None:
    story = document("story", consent={"status": "paused"}, **HIDDEN)
    put(tmp_path, "images/door-1-64.jpg", SAVED)
    found = hits(tmp_path, with_two_pictures(document("page", **DOOR), story))
    (problem,) = told(found, {"story:first-keys": "The words"})
    assert problem.message == "The original picture of story:first-keys is in this file, where it may not be seen."
    assert "same picture" in problem.fix


def read_all(output: Path) -> None:
    """Read every page with the parser of HTML in Python's own library: a yardstick as slow as the machine is."""
    for path in output.rglob("*.html"):
        HTMLParser().feed(path.read_text("utf-8"))


def test_the_sample_site_has_no_residue_and_the_scan_is_fast(
    built_sample: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AS_OF", NOW)
    said = furniture(ROOT / "theme", Facts.of(project(str(ROOT / "pelicanconf.py")).facts))
    found = withheld(look(ROOT / "content"), said)
    assert {one.document_id for one in found if one.phrases} >= {"story:a-language-of-my-own", "newsletter:2027-03"}
    start = time.process_time()
    read_all(built_sample.output)
    once = time.process_time() - start
    assert codes(built_sample.output, found) == {}
    assert time.process_time() - start < LONGEST * once


@pytest.fixture
def desk(public_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    """Stand in a copy of the sample site, which was built and published."""
    monkeypatch.chdir(copied(public_home, tmp_path))
    monkeypatch.setenv("AS_OF", NOW)
    return SiteFolder(tmp_path)


@pytest.mark.parametrize("words", [["build"], ["publish", "--demo"]], ids=str)
def test_one_residue_stops_a_build_and_a_publish(
    desk: SiteFolder, capfd: pytest.CaptureFixture[str], words: list[str]
) -> None:
    said = "In the first months I had an interpreter."
    about = desk.content / "pages/about.md"
    about.write_text(f"{about.read_text('utf-8')}\n{said}\n", "utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 1
    told = capfd.readouterr().err
    assert "about/index.html: The line" in told
    assert "story:a-language-of-my-own" in told
    assert "[X02]" in told
    assert "interpreter" not in told
    assert "content/stories/a-language-of-my-own.md may not be seen there" in told
    assert "the same words stand in content/pages/about.md (line " in told


def test_words_that_stood_in_public_by_right_are_a_residue_once_they_do_not(
    forge: Forge, small_home: Site, tmp_path: Path
) -> None:
    said, site = "Nobody but my sister and the cat knew that I kept the old door key.", taken(small_home, tmp_path)
    told = site.files["content/stories/third-keys.md"]
    hidden = text("story", said, title="A paused week", consent={"status": "paused"})
    site.put("content/stories/paused.md", hidden.encode())
    site.put("content/stories/third-keys.md", told + f"\n{said}\n".encode())
    quoting = text("page", said, title="Quoting", summary="What others told us of the keys that they have kept.")
    site.put("content/pages/quoting.md", quoting.encode())
    assert forge.run(site.root).code == 0, "somebody who tells it too agreed"
    site.put("content/stories/third-keys.md", told)
    ended = forge.run(site.root)
    assert ended.code == 1, ended.said
    assert "quoting/index.html: The line" in ended.said


@pytest.mark.slow
@pytest.mark.parametrize("day", ["2026-11-21T12:00", "2026-12-02", "2027-03-15", "2028-11-09"])
@pytest.mark.usefixtures("desk")
def test_whatever_the_day_a_clean_build_is_found_clean(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("AS_OF", day)
    assert main(["build"]) == 0
