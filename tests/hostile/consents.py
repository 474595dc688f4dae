"""Consents: slips by which somebody might be shown who did not agree to it."""

from __future__ import annotations

from collections.abc import Iterator

from tests import samples
from tests.hostile.case import Case, Outcome, Promise

_REFUSED: dict[str, tuple[str, dict[str, object]]] = {
    "none": ("no consent at all", {"consent": None}),
    "word": ("a yes for a consent", {"consent": "yes"}),
    "list": ("a list for a consent", {"consent": "[web, feed]"}),
    "misspelt": ("consent misspelt", {"consent": None, "consnet": "yes"}),
    "field-misspelt": ("a field of it misspelt", {"consent": {"expires": None, "expiers": "2028-09-30"}}),
    "channel-misspelt": ("a channel misspelt", {"consent": {"scope": "[web, fed]"}}),
    "channel-unknown": ("a channel that there is not", {"consent": {"scope": "[web, instagram]"}}),
    "channel-everything": ("everything for a channel", {"consent": {"scope": "everything"}}),
    "channel-star": ("a star for a channel", {"consent": {"scope": '"*"'}}),
    "channel-none": ("no channel", {"consent": {"scope": "[]"}}),
    "channel-nested": ("lines under the channels", {"consent": {"scope": "\n    web: true"}}),
    "reference-name": ("a name for a reference", {"consent": {"ref": "Ana Smith"}}),
    "reference-short": ("a reference that is too short", {"consent": {"ref": "CR-2026-1"}}),
    "reference-small": ("a reference in small letters", {"consent": {"ref": "cr-2026-014"}}),
    "reference-arabic": ("a reference in other figures", {"consent": {"ref": "CR-٢٠٢٦-٠١٤"}}),
    "given-no-day": ("a day that there is not", {"consent": {"given": "2026-02-30"}}),
    "given-two-readings": ("a day with two readings", {"consent": {"given": "03/04/2026"}}),
    "given-long-ago": ("a day before anything began", {"consent": {"given": "0001-01-01"}}),
    "ends-first": ("an end before the beginning", {"consent": {"expires": "2026-09-30"}}),
    "ends-late": ("an end after more than two years", {"consent": {"expires": "2030-09-30"}}),
    "ends-never": ("never for an end", {"consent": {"expires": "never"}}),
    "ends-far": ("the year 9999", {"consent": {"expires": "9999-12-31"}}),
    "review-late": ("a review after more than a year", {"consent": {"review_by": "2028-09-30"}}),
    "minor-word": ("a truth that is none", {"consent": {"under_18_when_given": "sort of"}}),
    "minor-long": ("two years for somebody under 18", {"consent": {"under_18_when_given": "true"}}),
    "status-unknown": ("a status that there is not", {"consent": {"status": "fine"}}),
    "status-withdrawn": ("withdrawn, with all its words", {"consent": {"status": "withdrawn"}}),
    "images-none": (
        "a photo of somebody who said no",
        {
            "consent": {"images": "none"},
            "image": "drawing-1.png",
            "image_alt": "A face",
            "image_consent": "CR-2026-014",
        },
    ),
    "inside-twice": ("a field of it twice", {"consent": "\n  ref: CR-2026-014\n  ref: CR-2026-015"}),
    "not-approved": ("words that the storyteller has not seen", {"storyteller_approved_on": None}),
}
_REQUIRED = ("ref", "given", "scope", "images", "review_by", "expires", "under_18_when_given", "status")
_HIDDEN: dict[str, tuple[str, dict[str, object]]] = {
    "expired": (
        "a consent that has run out",
        {"consent": {"given": "2025-10-01", "review_by": "2026-09-30", "expires": "2026-11-20"}},
    ),
    "paused": ("a consent that is paused", {"consent": {"status": "paused"}}),
    "no-web": ("a consent to email alone", {"consent": {"scope": "[email]"}}),
    "given-tomorrow": ("a yes that is still to come", {"consent": {"given": "2027-01-01", "expires": "2028-01-01"}}),
    "draft": ("a draft", {"status": "draft"}),
    "still-to-come": ("a story from tomorrow", {"date": "2026-11-22"}),
}


def _cases() -> Iterator[Case]:
    refused = _REFUSED | {
        f"without-{name.replace('_', '-')}": (f"no {name}", {"consent": {name: None}}) for name in _REQUIRED
    }
    for name, (what, changed) in refused.items():
        path = f"stories/consent-{name}.md"
        text = samples.text("story", "It was cold.", **changed).encode()
        yield Case(f"consent-{name}", what, Promise.FIELDS, Outcome.REFUSED, {path: text})
    for name, (what, changed) in _HIDDEN.items():
        words = f"Unmistakable{name.title().replace('-', '')}"
        text = samples.text("story", f"{words} it was.", title=f"{words} and me", **changed).encode()
        files = {f"stories/consent-{name}.md": text}
        yield Case(f"consent-{name}", what, Promise.FIELDS, Outcome.HARMLESS, files, hides=words)


CASES = tuple(_cases())
