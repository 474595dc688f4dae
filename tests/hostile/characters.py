"""Letters: bytes that are none, letters that nobody sees, and letters that look like others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.hostile.case import Case, Outcome, Promise, of_pages, page

_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"]
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSEEN = {
    0x00AD: "soft hyphen",
    0x034F: "grapheme joiner",
    0x115F: "Hangul filler",
    0x1160: "Hangul vowel filler",
    0x17B4: "Khmer vowel that is not written",
    0x180B: "Mongolian variation selector",
    0x180E: "Mongolian vowel separator",
    0x200B: "zero-width space",
    0x200C: "zero-width non-joiner",
    0x200D: "zero-width joiner",
    0x2028: "line separator",
    0x2029: "paragraph separator",
    0x2060: "word joiner",
    0x2061: "function application",
    0x206A: "deprecated format character",
    0x2800: "empty Braille pattern",
    0x3164: "Hangul letter filler",
    0xFE00: "variation selector",
    0xFE0F: "emoji selector behind a letter",
    0xFEFF: "byte-order mark inside",
    0xFFA0: "half-width Hangul filler",
    0xFFF9: "interlinear anchor",
    0xFFFC: "object that is not there",
    0xFFFD: "letter that was lost",
    0xFFFE: "character that there is not",
    0xE000: "private use, ours",
    0xF8FF: "private use, a firm's sign",
    0xE0001: "language tag",
    0xE0041: "letter of a tag",
    0xE0100: "variation selector for ideographs",
    0x10FFFF: "the last code point",
    0x1D173: "musical format character",
}


def _letters() -> Iterator[Case]:
    named = {code: f"control character U+{code:04X}" for code in _CONTROLS}
    named |= {code: f"mark of direction U+{code:04X}" for code in _DIRECTIONS}
    for code, what in {**named, **_UNSEEN}.items():
        for where, text in {
            "title": page(title=f"A co{chr(code)}ld week"),
            "body": page(f"It was co{chr(code)}ld."),
        }.items():
            name = f"letter-{code:04x}-{where}"
            files = {f"pages/{name}.md": text.encode()}
            line = 2 if where == "title" else 6
            yield Case(name, f"{what} in a {where}", Promise.TEXT, Outcome.REFUSED, files, line=line if code else None)


_REFUSED: Mapping[str, tuple[str, str | bytes]] = {
    "utf-16": ("UTF-16", page().encode("utf-16")),
    "utf-16-le": ("UTF-16 without a mark", page().encode("utf-16-le")),
    "utf-16-be": ("UTF-16, the other way round", page().encode("utf-16-be")),
    "utf-32": ("UTF-32", page().encode("utf-32")),
    "latin-1": ("Latin-1", page("Zoë was cold.").encode("latin-1")),
    "windows-1252": ("Windows-1252", page("It’s £5.").encode("windows-1252")),
    "mac-roman": ("Mac Roman", page("Zoë was cold.").encode("mac-roman")),
    "utf-7": ("UTF-7, which is ASCII to the eye", page(title="+ADw-script+AD4-").encode() + b"\xff"),
    "shift-jis": ("Shift JIS", page("寒い").encode("shift-jis")),
    "overlong": ("an overlong slash", page().encode() + b"\xc0\xaf\n"),
    "overlong-null": ("an overlong NUL", page().encode() + b"\xc0\x80\n"),
    "cesu": ("an emoji as two halves", page().encode() + b"\xed\xa0\xbd\xed\xb8\x80\n"),
    "surrogate-high": ("half of an emoji", page().encode() + b"\xed\xa0\xbd\n"),
    "surrogate-low": ("the other half", page().encode() + b"\xed\xb8\x80\n"),
    "beyond": ("a letter beyond Unicode", page().encode() + b"\xf4\x90\x80\x80\n"),
    "cut-letter": ("a letter that is cut off", page().encode() + b"\xf0\x9f\x98"),
    "lone-continuation": ("the rest of a letter", page().encode() + b"\x80\n"),
    "five-bytes": ("a letter of five bytes", page().encode() + b"\xf8\x88\x80\x80\x80\n"),
    "two-marks": ("two byte-order marks", b"\xef\xbb\xbf" + page().encode("utf-8-sig")),
    "accents-flood": ("a thousand accents on a letter", page("Co" + "\u0301" * 1000 + "ld.")),
    "accents-flood-title": ("twenty accents on each letter", page(title="".join(f"{c}{'̷' * 20}" for c in "Cold week"))),
    "accents-mixed": ("a heap of many accents", page("a" + "\u0315\u0300" * 50_000)),
    "joiner-behind-accent": ("a joiner behind an accented letter", page(title="Zoë\u200d was cold")),
    "direction-behind-quote": ("a mark of direction behind a quote mark", page(title="It’\u200es a cold week")),
    "tag-letters-hidden": (
        "words hidden behind a flag",
        page("🏴 cold" + "".join(chr(0xE0000 + ord(c)) for c in "obey")),
    ),
    "selectors-flood": ("bytes hidden in selectors", page("😀" + "".join(chr(0xE0100 + n) for n in range(100)))),
    "title-blank": ("a title of spaces", page(title='"          "')),
    "title-hard-spaces": ("a title of hard spaces", page(title='"\u00a0\u00a0\u2003\u3000\u00a0\u00a0"')),
    "title-signs": ("a title without a letter", page(title='"- - - ..."')),
    "title-emoji": ("a title of pictures", page(title="🎉🎉🎉🎉🎉🎉")),
    "title-long": ("a title of a thousand words", page(title="cold " * 1000)),
    "title-accents-only": ("a title of accents", page(title='"\u0301\u0301\u0301\u0301\u0301\u0301"')),
    "line-long": ("a line of a million letters", page("a" * 1_000_000)),
    "line-long-words": ("a line of thirty thousand words", page("cold " * 30_000)),
    "file-long": ("more than two million bytes", page("cold\n" * 500_000)),
    "body-long": ("more than 200,000 characters", page("It was cold.\n\n" * 20_000)),
    "file-empty": ("an empty file", b""),
    "file-blank": ("a file of spaces", b" \n\n \n"),
    "file-nulls": ("a file of zeros", b"\0" * 5000),
    "file-random": ("bytes at random", bytes((n * 7919) % 251 for n in range(5000))),
    "file-zip": ("a zip by the name of a text", b"PK\x03\x04" + bytes(100)),
    "file-word": ("a Word file by the name of a text", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
    "file-pdf": ("a PDF by the name of a text", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
    "file-html": ("a web page by the name of a text", b"<!doctype html><title>A cold week</title><p>Cold."),
    "file-rtf": ("RTF by the name of a text", rb"{\rtf1\ansi A cold week}"),
}
_LOOKALIKE = {
    "mixed-alphabets-title": ("Latin letters with Cyrillic ones among them", page(title="A сold wеek for Pаypal")),
    "mixed-alphabets-greek": ("Latin letters with Greek ones among them", page(title="A cοld week in Νorth")),
    "mixed-alphabets-body": ("a name with a foreign letter in it", page("Аnna was cold.")),
}
_HARMLESS = {
    "nfd": ("letters in parts", page("Zoe\u0308 was cold.")),
    "full-width": ("letters of full width", page(title="Ａ ｃｏｌｄ ｗｅｅｋ")),
    "mathematical": ("letters of mathematics", page(title="𝐀 𝐜𝐨𝐥𝐝 𝐰𝐞𝐞𝐤")),
    "ligatures": ("ligatures", page(title="A ﬁrst cold week")),
    "persian": ("Persian, with the joints it needs", page("می\u200cخواهم خانه داشته باشم.")),
    "arabic-accents": ("Arabic with its vowels", page("سَلَامٌ عَلَيْكُم")),
    "hindi-joint": ("Hindi with a joint", page("क्\u200dष और क्\u200cष")),
    "hebrew-marks": ("Hebrew with a mark of direction", page("שלום\u200f, world")),
    "emoji-family": ("a family of four", page("👨\u200d👩\u200d👧\u200d👦 came.")),
    "emoji-skin": ("an emoji with a colour of skin and a job", page("👩🏽\u200d🍳 cooked.")),
    "emoji-rainbow": ("a flag with a selector and a joint", page("🏳\ufe0f\u200d🌈 and ❤\ufe0f\u200d🔥")),
    "emoji-keycap": ("a figure on a key", page("Press 1\ufe0f\u20e3.")),
    "emoji-scotland": ("the flag of Scotland", page("🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f")),
    "emoji-title": ("an emoji in a title", page(title="A cold week 🥶 in November")),
    "hard-spaces": ("spaces that do not break", page("10\u00a0000 and 5\u202f%")),
    "vietnamese": ("two accents on a letter", page("Tiê\u0301ng Viê\u0323t")),
    "line-separators-of-python": ("a form feed's neighbours", page("a\tb")),
    "cyrillic": ("a sentence in Cyrillic", page("Було холодно.")),
    "notes-of-music": ("a letter beyond the first plane", page("𝄞 and 𠜎")),
}

CASES = (
    *_letters(),
    *of_pages(Promise.TEXT, Outcome.REFUSED, _REFUSED),
    *of_pages(Promise.TEXT, Outcome.CORRECTED, _LOOKALIKE),
    *of_pages(Promise.TEXT, Outcome.HARMLESS, _HARMLESS),
)
