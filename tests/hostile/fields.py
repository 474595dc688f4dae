"""Fields: those that there are not, those that are no editor's, values of another sort, and data files of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests import samples
from tests.hostile.case import Case, Outcome, Promise, header, of_pages, page

_FORBIDDEN = (
    "slug", "path", "url", "save_as", "kind", "type", "permalink", "digest", "body", "lines", "original", "template",
    "layout", "css", "class", "author", "email", "phone", "tags", "tag", "keywords", "category", "categories", "draft",
    "published", "aliases", "alias", "redirect_from", "redirect_to", "head", "script", "style", "html", "robots",
    "_rest", "__class__", "__dict__", "model_config", "model_fields", "live", "findings", "from_the_file",
)  # fmt: skip
_REFUSED = {
    "field-misspelt": ("a field misspelt", page().replace("summary:", "sumary:")),
    "field-unknown": ("a field that there is not", header("mood: sunny")),
    "field-spaced": ("a field of two words", header("image alt: A door")),
    "field-homoglyph": ("a field with a Cyrillic letter", page().replace("title:", "titlе:")),
    "field-full-width": ("a field in letters of full width", page().replace("title:", "ｔｉｔｌｅ:")),
    "field-hyphen": ("a hyphen for an underscore", header("publish-on: 2026-12-01 10:00")),
    "title-list": ("a list for a title", page(title="[A cold, week]")),
    "title-nested": ("lines under a title", page(title="\n  en: A cold week")),
    "summary-list": ("a list for a summary", page(summary="\n  - What happened in the first cold week, and after")),
    "status-unknown": ("a status that there is not", header("status: published")),
    "status-hidden": ("Pelican's hidden", header("status: hidden")),
    "status-list": ("a list for a status", header("status: [ready, draft]")),
    "status-nested": ("lines under a status", header("status:", "  web: ready")),
    "truth-word": ("a truth that is none", header("example: maybe")),
    "truth-on": ("YAML's on", header("example: on")),
    "truth-number": ("1 for yes", header("example: 1")),
    "truth-list": ("a list of truths", header("example: [true]")),
    "themes-unknown": ("a theme that there is not", header("themes: [first-hom]")),
    "themes-many": ("a hundred themes", header(f"themes: [{', '.join(['money'] * 100)}]")),
    "themes-nested": ("lines under a list", header("themes:", "  money: yes")),
    "themes-lists": ("a list of lists", header("themes: [[money], [sport]]")),
    "lang-wrong": ("a language with markup in it", header('lang: "en\\" onload=\\"alert(1)"')),
    "lang-path": ("a language that climbs", header("lang: ../../etc")),
    "translations-list": ("a list for lines", header("translations: [fr, de]")),
    "translations-climb": ("a translation that climbs out", header("translations:", "  fr: ../../about")),
    "related-nothing": ("a neighbour that is not there", header("related: [story:nobody]")),
    "related-kind": ("a neighbour of no kind", header("related: [secret:nobody]")),
    "related-self-climb": ("a neighbour that climbs out", header("related: [story:../../etc]")),
    "supports-nothing": ("a help line that is not there", header("supports: [nobody]")),
    "areas-nothing": ("an area that is not there", header("areas: [atlantis]")),
    "image-climbs": ("a picture outside its folder", header("image: ../../secret.png", "image_alt: A door")),
    "image-absolute": ("a picture by its whole path", header("image: /etc/passwd", "image_alt: A door")),
    "image-elsewhere": ("a picture from elsewhere", header("image: https://example.org/a.png", "image_alt: A door")),
    "image-data": ("a picture in its own address", header('image: "data:image/png;base64,AAAA"', "image_alt: A door")),
    "image-svg": ("an SVG for a picture", header("image: a.svg", "image_alt: A door")),
    "image-missing": (
        "a picture that is not there",
        header("image: image-missing-1.png", "image_alt: A door", "image_consent: illustration"),
    ),
    "image-alt-is-name": (
        "a file's name for a description",
        header("image: drawing-1.png", "image_alt: IMG_2031.jpg", "image_consent: illustration"),
    ),
    "page-kind-unknown": ("a sort of page that there is not", header("page_kind: admin")),
    "review-word": ("a day in words", header("last_checked: tomorrow")),
}
_STORY: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "story-region-unknown": ("a region that there is not", {"region": "mordor"}),
    "story-identity-unknown": ("an identity that there is not", {"identity": "secret"}),
    "story-quote-not-said": ("a quote that nobody said", {"pull_quote": "I never said this."}),
    "story-quote-markup": ("a quote of markup", {"pull_quote": '"<script>alert(1)</script>"'}),
    "story-storyteller-lines": ("a storyteller of two lines", {"storyteller": '"Bryn\\nSmith"'}),
    "story-storyteller-signs": ("a storyteller without a letter", {"storyteller": '"..."'}),
    "story-next-step-address": ("an address for a next step", {"next_step": "https://example.org"}),
}
_NEWSLETTER: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "issue-word": ("a word for a number", {"issue": "fourteen"}),
    "issue-negative": ("a negative issue", {"issue": "-1"}),
    "issue-zero": ("issue nought", {"issue": "0"}),
    "issue-huge": ("an issue of twenty figures", {"issue": "9" * 20}),
    "issue-endless": ("an issue of four thousand figures", {"issue": "9" * 4500}),
    "issue-float": ("half an issue", {"issue": "15.5"}),
    "issue-float-whole": ("a whole number with a point", {"issue": "15.0"}),
    "issue-exponent": ("an exponent", {"issue": "1e2"}),
    "issue-hex": ("a number in hex", {"issue": "0x10"}),
    "issue-grouped": ("a number with an underscore", {"issue": "1_5"}),
    "issue-octal": ("a number with a nought before it", {"issue": "0015"}),
    "issue-plus": ("a number with a plus", {"issue": "+15"}),
    "issue-full-width": ("figures of full width", {"issue": "１５"}),
    "issue-arabic": ("Arabic figures", {"issue": "١٥"}),
    "issue-list": ("two numbers", {"issue": "[14, 15]"}),
    "month-thirteenth": ("a thirteenth month", {"month": "2026-13"}),
    "subject-lines": ("a subject that brings a header", {"subject": '"Warm homes\\nBcc: all@example.org"'}),
    "subject-return": ("a subject with a carriage return", {"subject": '"Warm homes\\rBcc: all@example.org"'}),
    "subject-block": ("a subject of two lines", {"subject": "|\n  Warm homes\n  Bcc: all@example.org"}),
    "preheader-lines": ("a preheader of two lines", {"preheader": '"Two stories, four dates\\nand three offers soon"'}),
    "reply-to-two": ("two addresses for answers", {"reply_to": "a@example.org, b@example.org"}),
    "reply-to-lines": ("an address that brings a header", {"reply_to": '"a@example.org\\nBcc: b@example.org"'}),
    "reply-to-none": ("an address without a host", {"reply_to": "news"}),
    "sender-lines": ("a sender that brings a header", {"from": '"News <a@example.org>\\nBcc: b@example.org"'}),
    "send-on-day": ("a day without a time", {"send_on": "2026-11-30"}),
}
_RECORDS: Mapping[str, tuple[str, str | bytes, int | None]] = {
    "data-twice": ("an id twice", "x-line:\n  name: Line\nx-line:\n  name: Other\n", 3),
    "data-list": ("a list of records", "- name: Line\n", 1),
    "data-scalar": ("a sentence", "Ring us\n", 1),
    "data-record-word": ("a word for a record", "x-line: Ring us\n", 1),
    "data-field-unknown": ("a field that there is not", "x-line:\n  nmae: Line\n", 2),
    "data-anchor": ("an anchor", "x-line: &a\n  name: Line\n", 1),
    "data-merge": ("a merge key", "x-line:\n  <<: *a\n", 2),
    "data-tag": ("a tag that runs a command", 'x-line: !!python/object/apply:os.system ["true"]\n', 1),
    "data-bomb": ("a billion laughs", "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1),
    "data-tab": ("a tab", "x-line:\n\tname: Line\n", 2),
    "data-control": ("a control character", "x-line:\n  name: Li\x07ne\n", 2),
    "data-latin-1": ("Latin-1", b"x-line:\n  name: Zo\xeb\n", 2),
    "data-climbs": ("an id that climbs out", "../etc:\n  name: Line\n", 1),
    "data-capital": ("an id with a space and capitals", "X Line:\n  name: Line\n", 1),
    "data-prototype": ("an id that programs know", "__proto__:\n  name: Line\n", 1),
    "data-phone": ("a number with letters", "x-line:\n  phone: ring us\n", 2),
    "data-deep": ("a hundred indents", "".join(f"{' ' * n}k{n}:\n" for n in range(100)), None),
    "data-fence": ("hyphens as in a page", "---\nx-line:\n  name: Line\n---\n", None),
    "data-long": ("more than two million bytes", "# a note\n" * 250_000, None),
    "data-many": ("forty thousand records", "".join(f"k{n}:\n  name: Line\n" for n in range(40_000)), None),
    "data-value-long": ("a value of a million letters", f"x-line:\n  name: {'k' * 1_000_000}\n", None),
    "data-flow-deep": ("a hundred thousand brackets", f"x-line: {'[' * 100_000}\n", None),
}
_PROVIDERS = {
    "data-script-address": (
        "a script for an address",
        "x-firm:\n  name: Firm\n  about: A firm.\n  web: javascript:alert(1)\n",
    ),
    "data-plain-address": (
        "an address that anybody on the way can read",
        "x-firm:\n  name: Firm\n  web: http://example.org\n",
    ),
    "data-user-address": ("an address with a password", "x-firm:\n  name: Firm\n  web: https://a:b@example.org\n"),
}


def _forbidden() -> Iterator[Case]:
    for name in _FORBIDDEN:
        case = f"forbidden-{name.replace('_', '-').replace('--', 'x')}"
        text = header(f"{name}: ../../etc/passwd").encode()
        what = f"a field that is no editor's: {name}"
        yield Case(case, what, Promise.FIELDS, Outcome.REFUSED, {f"pages/{case}.md": text}, line=4)


def _of_kind(kind: str, table: Mapping[str, tuple[str, Mapping[str, object]]]) -> Iterator[Case]:
    for name, (what, changed) in table.items():
        slug = name if kind != "newsletter" else "2027-03"
        more = {"issue": "15", "month": "2027-03"} if kind == "newsletter" else {}
        path = f"{samples.KINDS[kind].folder}/{slug}.md"
        text = samples.text(kind, None if more else "It was cold.", **{**more, **changed}).encode()
        yield Case(name, what, Promise.FIELDS, Outcome.REFUSED, {path: text}, alone=True)


def _records() -> Iterator[Case]:
    for name, (what, text, line) in _RECORDS.items():
        data = text if isinstance(text, bytes) else text.encode()
        files = {"data/supports.yml": data}
        yield Case(name, what, Promise.FIELDS, Outcome.REFUSED, files, line=line, alone=True)
    for name, (what, text) in _PROVIDERS.items():
        data = (samples.PROVIDERS + text).encode()
        yield Case(name, what, Promise.FIELDS, Outcome.REFUSED, {"data/providers.yml": data}, alone=True)


CASES = (
    *_forbidden(),
    *of_pages(Promise.FIELDS, Outcome.REFUSED, _REFUSED),
    *_of_kind("story", _STORY),
    *_of_kind("newsletter", _NEWSLETTER),
    *_records(),
)
