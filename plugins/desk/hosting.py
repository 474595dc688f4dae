"""Who begins a run of the press: Pelican; after it has settled everything once, and only words changed, the desk."""

from __future__ import annotations

import importlib
import os
from contextlib import suppress
from pathlib import Path

from plugins.desk.preflight import MOMENT, Look
from plugins.desk.project import Project
from plugins.disk import write_whole
from plugins.press.manifest import manifest_path
from plugins.press.porch import Press, stop_on_problems
from plugins.press.runs import whole_run
from plugins.view import Site

OURS = "plugins."
"""What is added to Pelican from elsewhere may ask for any of its parts."""


def by_pelican(found: Project, settings: tuple[str, ...]) -> None:
    """Let Pelican run the press. Raises SystemExit where a build must stop."""
    import pelican  # noqa: PLC0415 - dear to load, and often not needed
    from pelican.log import console  # noqa: PLC0415

    console.quiet = True
    words = [str(found.content), "--settings", str(found.settings), "--output", str(found.output)]
    words += ["--fatal", "errors", "--log-handler", "plain"]
    pelican.main([*words, "--extra-settings", *settings])  # of two such options the second alone would count


def by_ourselves(found: Project) -> None:
    """Run the press as Pelican would, where ``settled`` says that there is nothing of its own for it to do."""
    for name in found.facts["PLUGINS"]:
        if name != "plugins.press":
            importlib.import_module(name).register()
    content, theme, output = (os.path.abspath(path) for path in (found.content, found.theme, found.output))  # noqa: PTH100 - as Pelican does: links stay
    press = Press(context={}, settings=found.facts, path=content, theme=theme, output_path=output)
    with whole_run(Path(output)):
        press.generate_context()
        stop_on_problems([press])
        press.generate_output(None)


def settle(found: Project, before: Look, site: Site) -> None:
    """Note that Pelican made of these settings just what stands in them, if it did."""
    ours = all(str(name).startswith(OURS) for name in found.facts.get("PLUGINS", ("",)))
    with suppress(OSError, KeyError):
        if ours and Site.of(found.facts) == site:
            write_whole(_path(found), before.frame.encode())


def settled(found: Project, before: Look) -> bool:
    """Say whether nothing but the content has changed since Pelican settled everything."""
    path = _path(found)
    try:
        return path.read_text("utf-8") == before.frame and before.frame_newest < path.stat().st_mtime_ns - MOMENT
    except (OSError, ValueError):
        return False


def _path(found: Project) -> Path:
    return manifest_path(found.output).with_name("settled")
