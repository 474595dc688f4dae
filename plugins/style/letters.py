"""Letters that stand for words, and are not explained where a reader first meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.model import Document
from plugins.style.house_words import Note
from plugins.style.passages import Passage, Shape

IN_FULL = {
    "CAMHS": "Child and Adolescent Mental Health Services",
    "CLNM": "Care Leavers National Movement",
    "DfE": "Department for Education",
    "DWP": "Department for Work and Pensions",
    "EET": "education, employment and training",
    "EHCP": "education, health and care plan",
    "ETE": "education, training and employment",
    "ICB": "integrated care board",
    "IRO": "independent reviewing officer",
    "LA": "council",
    "LHP": "Local House Project",
    "NEET": "not in work, learning or training",
    "NHP": "National House Project",
    "OOA": "away from your home area",
    "PA": "personal adviser",
    "PEP": "personal education plan",
    "SEND": "special educational needs and disabilities",
    "SW": "social worker",
    "UASC": "young person who came to the UK alone",
    "UC": "Universal Credit",
    "VSH": "virtual school head",
}
"""What the letters stand for that offices use most."""
KNOWN = frozenset(
    """UK NHS BBC TV DVD CD PDF GP OK USB SIM ID FAQ DJ DIY PIN ATM MP GCSE AM PM GB EU USA US PC VAT BSL RSVP PS AD BC
    CV MSP UN HIV SOS GPS HTML SMS QR LED MOT ITV IKEA PE RE IT HQ CEO""".split()  # noqa: SIM905 - words are read as words
)
"""Letters that everybody reads as a word."""
_HOUSE = frozenset({"CLNM"})
"""The site's own name stands in the head of each page."""
_LETTERS = re.compile(r"(?<![\w#/.@-])(?:[A-Z]{2,6}s?|DfE)(?![\w/-]|\.\w|’[A-Z])")
_ROMAN = re.compile(r"[IVX]+")


def letter_notes(document: Document, passages: Sequence[Passage]) -> Iterator[Note]:
    """Point at the first place of each abbreviation that the document nowhere gives in full."""
    whole = "\n".join(passage.text for passage in passages)
    seen: set[str] = set()
    for passage in passages:
        for match in _LETTERS.finditer(passage.text):
            letters = match[0].removesuffix("s")
            if letters in seen or _plain(letters) or _shouted(passage.text, match):
                continue
            seen.add(letters)
            if passage.shape is Shape.ROW or _explained(letters, whole, document):
                continue
            full = IN_FULL.get(letters, "")
            fix = "Write it in full the first time, then the letters in brackets" + (f": {full}." if full else ".")
            yield passage, match.start(), "R03", f"“{match[0]}” is not explained.", fix


def _plain(letters: str) -> bool:
    return letters in KNOWN or letters in _HOUSE or bool(_ROMAN.fullmatch(letters))


def _shouted(text: str, match: re.Match[str]) -> bool:
    """Say whether it is one of several words in capitals, which stand for nothing but loudness."""
    around = text[max(0, match.start() - 12) : match.end() + 12]
    return len(re.findall(r"\b[A-Z]{2,}\b", around)) > 1 and "(" not in around


def _explained(letters: str, whole: str, document: Document) -> bool:
    """Say whether the text has it in brackets, or brackets after it, or the words that its letters begin."""
    if re.search(rf"\({re.escape(letters)}s?\)|\b{re.escape(letters)}s? \([^)]{{6,}}\)", whole):
        return True
    full = IN_FULL.get(letters, "")
    if full and full.lower() in f"{whole}\n{document.title}".lower():
        return True
    begun = r"\w*[\s-]+(?:(?:of|the|and|for|in|to|a)\s+)?".join(re.escape(letter) for letter in letters)
    return re.search(rf"\b{begun}\w+", re.sub(rf"\b{re.escape(letters)}s?\b", "", whole), re.IGNORECASE) is not None
