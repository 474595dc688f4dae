"""A build becomes a release, and a release the site; whatever is wrong before that, the old site stays."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace

from plugins.checks.built import tell as judge
from plugins.desk import preflight
from plugins.desk.building import build
from plugins.desk.online import STAYS, host_of, put_online, releases_of
from plugins.desk.preflight import Look
from plugins.desk.project import Project, setting
from plugins.desk.wishes import Wish, staged
from plugins.disk import write_whole
from plugins.hosts import Host
from plugins.library import Library
from plugins.model import Problem
from plugins.press.manifest import read_manifest
from plugins.press.porch import shown
from plugins.press.report import tell
from plugins.releases.agreements import agreements, barred, keep_withdrawals, kept_withdrawals, returned, withdrawn
from plugins.releases.leaving import keep_pages, last_pages, pages, shrunk, too_large, vanished
from plugins.releases.making import carried, make, mend, whole
from plugins.releases.release import Release, printed
from plugins.releases.shelves import Releases


def published(found: Project, wish: Wish, before: Look) -> int:
    """Publish a project; give the exit code. Raises WrongUse for settings that cannot be, or SystemExit."""
    most, to = setting(found, "KEPT_RELEASES"), host_of(found)
    with releases_of(found) as releases:
        staging = staged(found)
        mend(staging.output)
        said, noted = preflight.Tee(sys.stdout), preflight.Tee(sys.stderr)
        with redirect_stdout(said), redirect_stderr(noted):
            library = build(staging, *(["EXAMPLES_ALLOWED=true"] if wish.demo else []), afresh=True)
            release = _drafted(library, releases, wish)
            wrong = judge(staging.output)
            if tell(_objections(release, releases, library, found, wish), shown(str(found.content))) or wrong:
                print(f"Do not put this online. {STAYS}", file=sys.stderr)
                return 1
            release = _made(release, releases)
            _switch(release, releases, library, to, most)
            print("\n".join(_summary(release, releases, found)))
        write_whole(releases.places.online, release.name.encode())
        preflight.keep(staging, before, said.text, noted.text, library.as_of, library.until())
    return 0


def _switch(release: Release, releases: Releases, library: Library, to: Host, most: int) -> None:
    """Make a release the site, and delete those that may not come back; who agreed anew is no longer withdrawn."""
    kept = kept_withdrawals(releases.places.private)
    still = {name: day for name, day in kept.items() if name not in release.shown}
    gone = withdrawn(library, still)
    others = [one for one in releases.all() if not barred(one, release.shown, gone)]
    put_online(release, releases, to, others, most)
    keep_withdrawals(releases.places.private, still)
    keep_pages(releases.places.last, release.pages)


def _drafted(library: Library, releases: Releases, wish: Wish) -> Release:
    """Describe the release that the staging folder would be."""
    files = printed(read_manifest(releases.places.staging))
    return Release(
        number=max((one.number for one in releases.all()), default=0) + 1,
        day=library.as_of.date().isoformat(),
        files=files,
        pages=pages(library, files),
        shown=agreements(library),
        sample=wish.demo,
    )


def _objections(
    release: Release, releases: Releases, library: Library, found: Project, wish: Wish
) -> Iterator[Problem]:
    """Give what speaks against a release, beside what its own files say."""
    yield from too_large(release, setting(found, "LARGEST_SITE"))
    online, kept = releases.current(), kept_withdrawals(releases.places.private)
    before = online.pages if online else last_pages(releases.places.last)
    yield from returned(library, kept)
    yield from vanished(before, release, library, withdrawn(library, kept))
    if not wish.fewer_pages:
        yield from shrunk(before, release)


def _made(release: Release, releases: Releases) -> Release:
    """Lay a release out, or take one that is there already with the same files. Raises Harmed, or OSError."""
    for known in releases.all():
        if known.digest == release.digest and whole(releases, known):
            same = replace(release, number=known.number, day=known.day, carried=known.carried)
            releases.record(same)
            return same
    online = releases.current()
    release = replace(release, carried=carried(release, online))
    make(releases, release, online)
    return release


def _summary(release: Release, releases: Releases, found: Project) -> Iterator[str]:
    demo = ", as a demo" if release.sample else ""
    yield f"Every page was checked. The site lies in {found.output}{demo or '/'}."
    yield f"Online is release {release.number}: {len(release.pages)} pages, {len(release.files)} files."
    others = [str(one.number) for one in releases.all() if one.name != release.name]
    if others:
        yield f"Kept to go back to: {', '.join(others)}. To go back: make rollback"
