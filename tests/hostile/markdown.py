"""Markdown: texts on which parsers take very long or go very deep, and blocks that do not close."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tests.hostile.case import Case, Outcome, Promise, of_pages, page

_HEAVY: Mapping[str, tuple[str, Callable[[], str]]] = {
    "brackets": ("opening square brackets", lambda: "[" * 60_000),
    "brackets-few": ("as many brackets as pass", lambda: "[" * 999),
    "brackets-paired": ("brackets in brackets", lambda: "[" * 480 + "a" + "]" * 480),
    "brackets-lines": ("brackets on many lines", lambda: "[\n" * 30_000),
    "links-nested": ("links in links", lambda: "[a](" * 900),
    "links-open": ("links that do not close", lambda: "[a](b" * 900),
    "links-titles": ("links with titles that do not close", lambda: '[a](b "' * 900),
    "link-parentheses": ("parentheses in a link", lambda: "[a](" + "(" * 19_000),
    "link-spaces": ("spaces in a link", lambda: "[a](<" + " " * 19_000),
    "images-nested": ("pictures in pictures", lambda: "![" * 900),
    "references": ("references without end", lambda: "".join(f"[r{n}]: https://example.org/{n}\n" for n in range(900))),
    "references-one": ("one reference used without end", lambda: "[r]: https://example.org\n\n" + "[r] " * 800),
    "reference-long": ("a reference of a long title", lambda: '[r]: https://example.org "' + "a " * 9_000),
    "emphasis": ("stars", lambda: "*" * 19_000),
    "emphasis-words": ("stars round words", lambda: "*a **a " * 2_800),
    "emphasis-nested": ("emphasis in emphasis", lambda: "*_" * 4_000 + "a" + "_*" * 4_000),
    "emphasis-open": ("emphasis that does not close", lambda: "**a *b " * 2_500),
    "emphasis-inside": ("stars inside words", lambda: "a*" * 9_000),
    "underscores": ("underscores", lambda: "_a" * 9_000),
    "underscores-only": ("nothing but underscores", lambda: "_" * 19_000),
    "backticks": ("backticks of every length", lambda: "\n".join("`" * n for n in range(600))),
    "backticks-open": ("backticks that do not close", lambda: "`a" * 9_000),
    "backslashes": ("backslashes", lambda: "\\*" * 9_000),
    "entities": ("entities", lambda: "&amp;" * 4_000),
    "entities-open": ("ampersands", lambda: "&a" * 9_000),
    "angles": ("angle brackets", lambda: "<" * 19_000),
    "angles-addresses": ("addresses in angle brackets", lambda: "<https://example.org/" * 900),
    "breaks": ("line breaks", lambda: "a  \n" * 40_000),
    "quotes": ("quotes in quotes", lambda: ">" * 19_000),
    "quotes-spaced": ("quotes in quotes, with spaces", lambda: "> " * 9_000 + "a"),
    "quotes-few": ("as many quotes as pass, on each line", lambda: "> > > > > > > > a\n" * 5_000),
    "quotes-rising": ("one quote more on each line", lambda: "".join("> " * n + "a\n" for n in range(200))),
    "quotes-lazy": ("a quote that goes on by itself", lambda: "> a\n" + "a\n" * 60_000),
    "lists-deep": ("lists in lists on one line", lambda: "- " * 9_000 + "a"),
    "lists-numbered-deep": ("numbers in numbers on one line", lambda: "1. " * 6_000 + "a"),
    "lists-rising": ("one indent more on each line", lambda: "".join(" " * 4 * n + "- a\n" for n in range(300))),
    "lists-stairs": ("lists up and down", lambda: "".join(" " * 4 * (n % 10) + "- a\n\n" for n in range(4_000))),
    "lists-long": ("a list without end", lambda: "- a\n" * 40_000),
    "lists-loose": ("a loose list without end", lambda: "- a\n\n" * 30_000),
    "lists-and-quotes": ("lists in quotes in lists", lambda: "- > " * 4_000 + "a"),
    "list-number": ("a number of many figures", lambda: "9" * 5_000 + ". a"),
    "code-long": ("indented code without end", lambda: "    a\n" * 30_000),
    "code-in-lists": ("code in lists", lambda: "".join(" " * (n % 40) + "- `a\n" for n in range(5_000))),
    "table-wide": ("a table of thousands of columns", lambda: "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|b" * 5_000),
    "table-long": ("a table of thousands of rows", lambda: "| a | b |\n|---|---|\n" + "| a | b |\n" * 15_000),
    "table-both": ("a table wide and long", lambda: "|a" * 99 + "\n" + "|-" * 99 + "\n" + ("|a" * 99 + "\n") * 900),
    "table-backticks": ("a table of backticks", lambda: "|`" * 5_000 + "\n" + "|-" * 5_000),
    "definitions": ("definitions without end", lambda: "a\n:   b\n\n" * 15_000),
    "definitions-deep": (
        "definitions in definitions",
        lambda: "".join(" " * 4 * n + "a\n" + " " * 4 * n + ":   b\n" for n in range(9)),
    ),
    "abbreviations": (
        "abbreviations without end",
        lambda: "".join(f"*[a{n}]: b\n" for n in range(900)) + "a1 a2 " * 9_000,
    ),
    "abbreviations-alike": (
        "abbreviations that begin alike",
        lambda: "".join(f"*[{'a' * n}]: b\n" for n in range(1, 500)) + "a" * 15_000,
    ),
    "headings": ("headings without end", lambda: "## Same\n\n" * 20_000),
    "headings-marks": ("a heading of hashes", lambda: "## a" + "#" * 19_000),
    "rules": ("dividers without end", lambda: "---\n\n" * 30_000),
    "rule-spaced": ("a divider that is none", lambda: "* " * 9_000 + "a"),
    "blanks": ("empty lines without end", lambda: "a" + "\n" * 150_000 + "b"),
    "spaces": ("spaces without end", lambda: "a" + " " * 19_000 + "b"),
    "indent": ("an indent without end", lambda: " " * 19_000 + "b"),
    "supports": ("help lines without end", lambda: "{support: shout}" * 10_000),
    "braces-open": ("curly brackets that do not close", lambda: "{support: " * 9_000),
    "braces": ("curly brackets", lambda: "{" * 19_000),
    "blocks-many": ("thousands of blocks", lambda: "/// details | A\n\nb\n///\n\n" * 5_000),
    "blocks-some": ("as many blocks as pass", lambda: "/// details | A\n\nb\n///\n\n" * 499),
    "blocks-open": ("thousands of blocks that do not close", lambda: "/// details | A\n" * 10_000),
    "block-options": ("an option's billion laughs", lambda: "/// quote | A\n    a: &a [x]\n    b: [*a, *a]\n\nc\n///"),
    "block-options-long": ("options without end", lambda: "/// quote | A\n" + "    a: b\n" * 9_000 + "\nc\n///"),
    "words-prose": ("the longest text that passes", lambda: ("The key turned and it was cold. " * 20 + "\n\n") * 300),
    "sentence-long": ("one sentence of four thousand words", lambda: "and then it was cold " * 900),
    "words-joined": ("a word of nineteen thousand letters", lambda: "cold" * 4_800),
    "figures": ("a number of nineteen thousand figures", lambda: "1" * 19_000),
    "figures-spaced": ("figures and spaces", lambda: "0 1 " * 4_800),
    "ats": ("addresses that are none", lambda: "a@" * 9_000),
    "dots": ("dots", lambda: "a." * 9_000),
    "capitals": ("names without end", lambda: "Ana Ben Cy " * 1_700),
}
_REFUSED = {
    "block-open": ("a block that does not close", page("/// details | Who?\n\nYou.")),
    "block-closed-twice": ("a block that closes twice", page("/// details | Who?\n\nYou.\n///\n\n///")),
    "block-in-block": ("a block in a block", page("/// details | Who?\n\n/// quote | A\n\nb\n///\n\n///")),
    "block-in-quote": ("a block in a quote", page("> /// details | Who?\n> You.\n> ///")),
    "block-in-list": ("a block in a list", page("- /// details | Who?\n\n    You.\n    ///")),
    "block-unknown": ("a block that there is not", page("/// iframe | https://example.org\n///")),
    "block-html": ("a block of HTML, as others have it", page("/// html | script\nalert(1)\n///")),
    "block-two-slashes": ("two slashes", page("// details | Who?\n\nYou.\n//")),
    "block-option-unknown": ("an option that there is not", page("/// quote | A\n    onclick: alert(1)\n\nb\n///")),
    "block-option-attributes": (
        "attributes, as others have them",
        page("/// details | A\n    attrs: {id: x}\n\nb\n///"),
    ),
    "block-option-twice": ("an option twice", page("/// quote | A\n    credit: a\n    credit: b\n\nc\n///")),
    "block-option-outside": ("an option where the text begins", page("/// quote | A\norganisation: b\n\nc\n///")),
    "block-empty": ("a block without its text", page("/// quote | A\n///")),
    "block-wrong-text": ("a text where a list belongs", page("/// steps | How\n\nJust go.\n///")),
    "block-link-script": ("a button that is a script", page("/// button | Go\n    link: javascript:alert(1)\n///")),
    "block-link-lines": (
        "a link that brings a line",
        page('/// button | Go\n    link: "https://example.org\\nx"\n///'),
    ),
    "block-reference-nothing": ("a reference to nothing", page("/// story | nobody\n///")),
    "block-reference-climbs": ("a reference that climbs", page("/// story | ../../etc/passwd\n///")),
    "block-listing-nonsense": ("a list of nonsense", page("/// events | next 99999999999999999999\n///")),
    "block-listing-negative": ("a list of less than nothing", page("/// events | next -4\n///")),
    "block-figure-climbs": (
        "a picture outside its folder",
        page("/// figure | ../../a.png\n    alt: A door\n    image_consent: illustration\n///"),
    ),
    "block-film-elsewhere": (
        "a film by a script",
        page("/// film | Doors\n    link: javascript:alert(1)\n    length: 1 minute\n///"),
    ),
    "block-mail": (
        "an address that brings a header",
        page('/// ask | What?\n    email: "a@example.org?bcc=b@example.org"\n\nSay.\n///'),
    ),
    "heading-one": ("a heading of the first level", page("# A heading")),
    "heading-skipped": ("a level left out", page("## One\n\n#### Three")),
    "heading-empty": ("a heading without words", page("## \n\nText")),
    "heading-link": ("a link in a heading", page("## [A link](https://example.org)")),
    "heading-tight": ("a heading without a space", page("##Heading")),
    "heading-in-list": ("a heading in a list", page("- ## Heading")),
    "fact-nothing": ("a fact that there is not", page("There were {fact: nobody-knows}.")),
    "fact-climbs": ("a fact that climbs", page("There were {fact: ../../etc}.")),
    "fact-nested": ("a fact in a fact", page("There were {fact: a{fact: b}}.")),
    "fact-open": ("a fact that does not close", page("There were {fact: young-people-asked.")),
    "fact-capital": ("a fact in capitals", page("There were {FACT: young-people-asked}.")),
    "fact-template": ("a template in a fact", page("There were {fact: {{ config }} }.")),
    "support-nothing": ("a help line that is not there", page("Ring {support: nobody}.")),
    "named-unknown": ("a name that there is not", page("Ring {secret: key}.")),
    "footnote": ("a footnote, as others have it", page("Cold.[^1]\n\n[^1]: It was.")),
    "attributes": ("attributes, as others have them", page("Cold.\n{: onclick=alert(1) .red }")),
    "attributes-heading": ("attributes of a heading", page("## Cold {#cold .red}")),
    "picture-elsewhere": ("a picture from elsewhere", page("![A door](https://example.org/door.png)")),
    "picture-data": ("a picture in its own address", page("![A door](data:image/png;base64,AAAA)")),
    "picture-own": ("a picture without its consent", page("![A door](/images/drawing-1.png)")),
    "picture-reference": ("a picture by reference", page("![A door][d]\n\n[d]: https://example.org/door.png")),
    "two-versions-body": ("two versions in a text", page("<<<<<<< HEAD\nCold.\n=======\nWarm.\n>>>>>>> other")),
    "second-front": (
        "another document's fields in a text",
        page("---\ntitle: Another\nconsent:\n  ref: CR-2026-014\n---"),
    ),
}
_HARMLESS = {
    "template-jinja": ("an expression of a template", page("{{ config.items() }} {{ 7 * 7 }} {{ self.__init__ }}")),
    "template-block": ("a statement of a template", page("{% for a in b %}{% include '/etc/passwd' %}{% endfor %}")),
    "template-note": ("a note of a template", page("{# hidden #} seen")),
    "template-others": ("expressions of others", page("${7*7} #{7*7} <%= 7*7 %> %(a)s {0.__class__} $(id) `id`")),
    "template-pelican": (
        "Pelican's words",
        page("{static}/a.png {filename}b.md {attach}c |filename|d.md {index} {tag}x"),
    ),
    "code": ("markup as code", page("Write `<script>alert(1)</script>`.")),
    "emphasis-odd": ("stars that fit nothing", page("**a*b_c** d*")),
    "escapes": ("everything escaped", page(r"\*a\* \[b\](c) \< \`e\` \# \\")),
    "rule-of-equals": ("an underlined line", page("A line\n===")),
    "dash-lines": ("hyphens under a line", page("A line\n\n---\n\nAnother")),
    "formula": ("a formula", page("=1+1|cmd")),
}


def _heavy() -> Iterator[Case]:
    for name, (what, make) in _HEAVY.items():
        path = f"pages/heavy-{name}.md"

        def data(make: Callable[[], str] = make) -> bytes:
            return page(make()).encode()

        yield Case(f"heavy-{name}", what, Promise.MARKDOWN, Outcome.ENDED, {path: data})


CASES = (
    *_heavy(),
    *of_pages(Promise.MARKDOWN, Outcome.REFUSED, _REFUSED),
    *of_pages(Promise.MARKDOWN, Outcome.HARMLESS, _HARMLESS),
)
