"""All inputs, in the order of what they try."""

from __future__ import annotations

from tests.hostile import characters, consents, fields, files, front_matter, markdown, pictures, times, web_code
from tests.hostile.case import Case, Outcome

CASES: tuple[Case, ...] = (
    *files.CASES,
    *front_matter.CASES,
    *fields.CASES,
    *consents.CASES,
    *characters.CASES,
    *markdown.CASES,
    *web_code.CASES,
    *times.CASES,
    *pictures.CASES,
)

TOGETHER = tuple(case for case in CASES if case.outcome in {Outcome.CORRECTED, Outcome.HARMLESS} and not case.alone)
"""Those that are published and can share a site, so that one build shows what becomes of them."""
