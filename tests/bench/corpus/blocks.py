"""Every block there is, as an editor writes it, with words that are filled in."""

from __future__ import annotations

from collections.abc import Mapping

IN_EACH = """\
/// in-short | In short

- {one}
- {two}
- {three}
///
====
/// story | {story}
    show: {show}
///
====
/// events | next 4
///
====
/// event | {event}
    show: {event_show}
///
====
/// offer | {offer}
///

/// offer | {other_offer}
///
====
/// quote | A rep from the north
    organisation: The Tuesday group

{one} {two} {three}
///
"""
"""What every issue has."""

IN_TURN = """\
/// button | Book a place for number {number}
    link: event:{event}
    note: Free.
///
====
/// notice | The office is shut, number {number}
    until: 2027-01-04
    review: 2026-12-20

{one}
///
====
/// details | Who can come to number {number}?

{one} {two}

{three}
///
====
/// steps | How to begin

1. {one}
2. {two}
3. {three}
///
====
/// grid | What is needed

1. **A {thing}.** {one}
2. **A {other_thing}.** {two}
///
====
/// numbers | What we found
    source: A survey of the corpus

61
:   young people asked

9
:   projects took part
///
====
/// you-said-we-did

{one}
:   {two}

{three}
:   {four}
///
====
/// timeline

May 2019
:   {one} [Where it is written](https://example.org/{number}).

June 2021
:   {two}
///
====
/// cohorts

Phase 1
:   Northbridge, Merecombe

Phase 2
:   Strathallow
///
====
/// recipe | Soup number {number}
    serves: 4
    cost: £1.60 a bowl
    time: 35 minutes

- 200 g red lentils
- 1 onion

1. {one}
2. {two}
///
====
/// poem | The {thing}
    by: a rep from the north

The {thing}
by the {other_thing}

and rain
///
====
/// ask | What should number {number} be followed by?
    email: news@clnm.example.org
    only: email

{one}
///
====
/// contact | The team
    email: hello@clnm.example.org
    phone: 01632 960 114
    hours: 10am to 4pm

{one}
///
====
/// stories | new 3
    theme: {theme}
    only: web
///
====
/// offers | new 3
    area: {area}
///
====
/// person | person-1
///

/// publication | publication-1
///

/// objective | objective-1
///
====
---

{one} There are {{fact: projects}} projects; {{support: helpline-0}} answers at night.
"""
"""What issues have by turns, three in each."""

IN_TURN_WITH_PICTURES = """\
====
/// film | The {thing}
    link: https://video.example.org/{number}
    poster: drawing-1.png
    poster_alt: A drawing of a door
    image_consent: illustration
    length: 3 minutes
    transcript: publication:publication-1

{one}
///
====
/// figure | drawing-2.png
    alt: A drawing of a {thing}
    image_consent: illustration
    credit: Drawn for the corpus

{one}
///
"""


def written(templates: str, words: Mapping[str, object]) -> list[str]:
    """Give each block of a text with its words filled in."""
    return [block.strip("\n").format_map(words) for block in templates.split("====\n")]
