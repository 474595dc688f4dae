"""Brings an earlier release back online, unless somebody in it no longer agrees to be there."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date

from plugins import source
from plugins.checks.report import say
from plugins.checks.residue import residue
from plugins.desk.commands import WrongUse
from plugins.desk.online import STAYS, host_of, put_online, releases_of
from plugins.desk.project import Project, moment, project, setting, site_of
from plugins.library import Library
from plugins.model.clock import day_in_words
from plugins.model.withheld import Withheld
from plugins.press.looking import furniture
from plugins.press.porch import library_of
from plugins.press.weighing import withheld
from plugins.releases.agreements import agreements, barred, kept_withdrawals, withdrawn
from plugins.releases.making import whole
from plugins.releases.release import Release, hashed
from plugins.releases.shelves import Releases


def run(asked: Namespace) -> int:
    """Go back to a release; give 1 where it may not come back, and then what is online stays."""
    found = project(asked.settings, asked.content, asked.output)
    if asked.list:
        print("\n".join(_list(Releases(found.output))))
        return 0
    most, to = setting(found, "KEPT_RELEASES"), host_of(found)
    with releases_of(found) as releases:
        release = _chosen(releases, asked.number)
        library = library_of(source.read(found.content), moment())
        gone = withdrawn(library, kept_withdrawals(releases.places.private))
        if _may_not(release, releases, library, gone, found):
            print(STAYS, file=sys.stderr)
            return 1
        releases.places.online.unlink(missing_ok=True)
        others = [one for one in releases.all() if not gone & one.shown.keys()]
        put_online(release, releases, to, others, most)
    print(f"Online is release {release.number} again, as of {_day(release)}.")
    print("The next publish brings what is in content/ now: put that right first.")
    return 0


def _chosen(releases: Releases, wanted: int) -> Release:
    """Give the release that was named; if none was, the newest that is older than the one online."""
    online = releases.current()
    for one in releases.all():
        if one.number == wanted or (not wanted and (online is None or one.number < online.number)):
            return one
    there = ", ".join(str(one.number) for one in releases.all()) or "none"
    message = f"There is no {f'release {wanted}' if wanted else 'earlier release'} to go back to. Kept are: {there}."
    raise WrongUse(message)


def _may_not(release: Release, releases: Releases, library: Library, gone: frozenset[str], found: Project) -> bool:
    """Say why a release may not come back, if it may not. One that holds what was taken back is deleted at once."""
    folder, against = releases.path(release), barred(release, agreements(library), gone)
    if against:
        named = {hashed(name): name for name in (*library.entries, *(stone.id for stone in library.tombstones))}
        for name in against:
            what = named.get(name, "something that is no longer in content/")
            why = "which was withdrawn" if name in gone else "whose people do not agree, now, to all that it shows"
            print(f"Release {release.number} holds {what}, {why}. It cannot come back.", file=sys.stderr)
        releases.drop([one for one in releases.all() if gone & one.shown.keys()])
        return True
    if not whole(releases, release):
        print(f"Release {release.number} is damaged: its files are not what was published.", file=sys.stderr)
        return True
    return say(residue(folder, _of_people(library, found)), folder)


def _of_people(library: Library, found: Project) -> Iterable[Withheld]:
    """Give what may not be seen because of somebody's will; what is merely over may come back with its release."""
    people = {name for name, entry in library.entries.items() if entry.document.agreed}
    people |= {stone.id for stone in library.tombstones}
    said = furniture(found.theme, site_of(found))
    return (one for one in withheld(library, said) if one.document_id in people)


def _list(releases: Releases) -> Iterator[str]:
    online = releases.current()
    for one in releases.all():
        mark = "  (online)" if online and one.name == online.name else ""
        yield f"{one.number:>5}  {_day(one)}, {len(one.pages)} pages{mark}"
    if online is None:
        yield f"Nothing was published at {releases.places.link}."


def _day(release: Release) -> str:
    return day_in_words(date.fromisoformat(release.day))
