"""What judges from elsewhere say of the published site, where this machine has them: Lighthouse, and the Nu checker.

``npm install lighthouse@13.5.0 vnu-jar@26.9.27`` in any folder, and ``JUDGES`` naming that folder, is all they need.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.kinds import KINDS
from tools.find_browser import find

JUDGES = Path(os.environ.get("JUDGES", "."), "node_modules")
LIGHTHOUSE, NU = JUDGES / ".bin/lighthouse", JUDGES / "vnu-jar/build/dist/vnu.jar"
SLOW_3G = ("--throttling.rttMs=400", "--throttling.throughputKbps=400", "--throttling.cpuSlowdownMultiplier=4")
SCORES = ("performance", "accessibility", "best-practices", "seo")
LOADED, LEAST = 1800, 1.0
"""Milliseconds until the largest thing is there (LCP), and the score in each category."""

needs_lighthouse = pytest.mark.skipif(not (shutil.which("node") and LIGHTHOUSE.exists()), reason="no Lighthouse here")
needs_nu = pytest.mark.skipif(not (shutil.which("java") and NU.exists()), reason="no Nu checker here")


def lighthouse(url: str, *options: str) -> dict[str, Any]:
    """Ask Lighthouse about a page on a phone."""
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic"
    command = [str(LIGHTHOUSE), url, "--quiet", "--output=json", flags, *options]
    environment = os.environ | {"CHROME_PATH": str(find())}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=300)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@needs_lighthouse
@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.quick])
def test_lighthouse_has_nothing_to_say(public: str, name: str, record_property: Callable[[str, object], None]) -> None:
    found, slow = lighthouse(public + KINDS[name].path), lighthouse(public + KINDS[name].path, *SLOW_3G)
    scores = {one: found["categories"][one]["score"] for one in SCORES}
    loaded = slow["audits"]["largest-contentful-paint"]["numericValue"]
    moved = found["audits"]["cumulative-layout-shift"]["numericValue"]
    line = "".join(f"{round(score * 100):>16}" for score in scores.values()) + f"{loaded:8.0f}{moved:6.2f}"
    head = f"{'':17}{''.join(f'{one:>16}' for one in SCORES)}{'LCP ms':>8}{'CLS':>6}"
    record_property("table", ("Lighthouse on a phone; LCP at 400 kbps and 400 ms", head, f"{name:17}{line}"))
    if found["audits"]["is-crawlable"]["score"] == 0:
        scores.pop("seo")  # the page shows somebody who did not want search engines to
    assert {one: score for one, score in scores.items() if score < LEAST} == {}
    assert (moved, loaded <= LOADED) == (0, True), f"LCP {loaded:.0f} ms"


@needs_nu
@pytest.mark.browser
@pytest.mark.slow
def test_the_nu_checker_finds_no_error_on_any_page(published: Path) -> None:
    pages = [str(path) for path in sorted(published.rglob("*.html"))]
    command = ["java", "-jar", str(NU), "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=600)
    said = [(one["url"].rpartition("/output/")[2], one["message"]) for one in json.loads(done.stderr)["messages"]]
    assert said == []
