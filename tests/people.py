"""People who look for what they can get, with the right answers, worked out by hand from the sample offers.

Each row: who looked after them, where they live, their age, their time in care; then the offers they can get, and
those of which they must ask. A place is an area, a nation for some council there without a page, or ``-`` for what
they did not tell. Offers go by a letter.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.model.eligibility import ELSEWHERE, Answer, Applicant, Place
from plugins.model.offer_terms import CareRule
from plugins.model.taxonomy import Nation

OFFERS = {
    "M": "council-tax-merecombe",
    "N": "council-tax-northbridge",
    "S": "council-tax-scotland",
    "D": "data-sim",
    "F": "free-swim",
    "L": "larkfield-bursary",
    "R": "rail-third-off",
    "H": "setting-up-home-money",
    "W": "warm-bundle",
    "T": "young-trainer-role",
}
AREAS = {
    "northbridge": Nation.ENGLAND,
    "merecombe": Nation.ENGLAND,
    "strathallow": Nation.SCOTLAND,
}
CARE = {
    "eligible": CareRule.ELIGIBLE,
    "relevant": CareRule.RELEVANT,
    "former": CareRule.FORMER_RELEVANT,
    "qualifying": CareRule.QUALIFYING,
    "some": CareRule.ANY_CARE_EXPERIENCE,
    "after-16": CareRule.ON_OR_AFTER_16TH_BIRTHDAY,
    "-": None,
}

TABLE = """\
northbridge       northbridge       19  former      NDFLRHWT   .
northbridge       northbridge       19  -           DFLRWT     NH
northbridge       merecombe         19  former      MNDFLRHWT  .
northbridge       merecombe         21  former      NDFLRHWT   .
northbridge       merecombe         20  -           DFLRWT     MNH
northbridge       merecombe         -   -           F          MNDLRHWT
merecombe         northbridge       19  former      DFLRHWT    .
merecombe         merecombe         17  eligible    DFLRHW     .
merecombe         merecombe         18  relevant    DFLRHWT    .
merecombe         merecombe         18  former      MDFLRHWT   .
merecombe         merecombe         20  qualifying  MDFLRWT    .
merecombe         merecombe         21  qualifying  DFLRWT     .
merecombe         merecombe         -   former      F          MDLRHWT
merecombe         strathallow       25  former      SRWT       .
northbridge       northbridge       15  eligible    F          .
northbridge       northbridge       16  eligible    DFLRHW     .
northbridge       northbridge       18  -           DFLRWT     NH
northbridge       northbridge       19  some        DFLRWT     .
northbridge       northbridge       19  after-16    DFLRWT     NH
northbridge       northbridge       24  former      NDFLRHWT   .
northbridge       northbridge       25  former      FLRWT      .
northbridge       northbridge       26  former      FL         .
northbridge       northbridge       60  some        FL         .
northbridge       strathallow       19  former      NSDRHWT    .
northbridge       strathallow       19  qualifying  NSDRWT     .
strathallow       strathallow       15  eligible    .          .
strathallow       strathallow       16  eligible    DRW        .
strathallow       strathallow       17  after-16    DRW        .
strathallow       strathallow       19  after-16    SDRWT      .
strathallow       strathallow       19  some        DRWT       .
strathallow       strathallow       19  -           DRWT       S
strathallow       strathallow       25  after-16    SRWT       .
strathallow       strathallow       26  after-16    .          .
strathallow       northbridge       19  after-16    DFLRWT     .
strathallow       merecombe         19  after-16    DFLRWT     M
england           northbridge       19  former      DFLRHWT    .
england           merecombe         19  former      MDFLRHWT   .
scotland          merecombe         19  former      MDFLRWT    .
northern-ireland  northbridge       20  qualifying  DFLRWT     .
northbridge       england           22  former      NDFLRHWT   .
northbridge       scotland          22  former      NSDRHWT    .
northbridge       wales             22  former      NH         .
wales             wales             20  former      .          .
-                 northbridge       19  former      DFLRWT     NH
-                 merecombe         19  former      MDFLRWT    NH
northbridge       -                 19  former      NH         MSDFLRWT
-                 -                 19  former      .          MNSDFLRHWT
-                 -                 -   -           .          MNSDFLRHWT
"""


@dataclass(frozen=True)
class Row:
    """One of them, in words and as the rule sees them, with the right answer for each offer's slug."""

    cared: str
    lives: str
    age: str
    care: str
    answers: dict[str, Answer]

    @property
    def person(self) -> Applicant:
        """Give them as the rule sees them."""
        return Applicant(
            place(self.cared), place(self.lives), None if self.age == "-" else int(self.age), CARE[self.care]
        )

    def __str__(self) -> str:
        """Name them in a test's report."""
        return f"{self.cared}/{self.lives}/{self.age}/{self.care}"


def place(word: str) -> Place:
    """Give the place that a word in the table stands for."""
    if word == "-":
        return Place()
    return Place(word, AREAS[word]) if word in AREAS else Place(ELSEWHERE, Nation(word))


def _row(line: str) -> Row:
    cared, lives, age, care, yes, ask = line.split()
    known = dict.fromkeys(yes.strip("."), Answer.YES) | dict.fromkeys(ask.strip("."), Answer.ASK)
    return Row(cared, lives, age, care, {slug: known.get(letter, Answer.NO) for letter, slug in OFFERS.items()})


PEOPLE = tuple(map(_row, TABLE.splitlines()))
