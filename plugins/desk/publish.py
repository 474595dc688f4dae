"""Publishes: builds beside the site that is online, reads every file of it, and only then switches it in."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace

from plugins.desk import preflight
from plugins.desk.preflight import Look
from plugins.desk.project import PELICANS, Project, judge, unjudged
from plugins.desk.wishes import Wish, staged
from plugins.releases.places import Places


def run(asked: Namespace) -> int:
    """Publish, unless a look at the files says that all of it is online; give 1 where the old site must stay."""
    found = unjudged(asked.settings, asked.content, asked.output)
    wish = Wish(asked.demo, asked.fewer_pages, asked.again)
    before = look(found, wish)
    known = None if wish.again or not _online(found) else preflight.recall(staged(found), before)
    if known is not None:
        sys.stderr.write(known.noted)
        print(known.said)
        return 0
    judge(found, PELICANS)
    from plugins.desk.releasing import published  # noqa: PLC0415 - who has nothing to publish does not wait for the press

    return published(found, wish, before)


def look(found: Project, wish: Wish) -> Look:
    """Look at everything that a publish is made of."""
    seen = preflight.look(found)
    return replace(seen, mark=f"{seen.mark} {wish.demo}")


def _online(found: Project) -> bool:
    """Say whether visitors see what the last publish that ended well brought them."""
    places = Places(found.output)
    try:
        return bool(places.current()) and places.online.read_text("utf-8") == places.current()
    except OSError:
        return False
