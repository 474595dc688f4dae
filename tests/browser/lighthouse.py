"""Lighthouse, where this machine has it: what it says of a page on a phone, and when the largest thing is there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import pytest

from tools.find_browser import find

JUDGES = Path(os.environ.get("JUDGES", "."), "node_modules")
PROGRAM = JUDGES / ".bin/lighthouse"
SLOW_3G = ("--throttling.rttMs=400", "--throttling.throughputKbps=400", "--throttling.cpuSlowdownMultiplier=4")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 1.0
"""The least score in each category."""
LOADED = 1800
"""Milliseconds until the largest thing is there (LCP), at 400 kbps and 400 ms."""

needs_lighthouse = pytest.mark.skipif(not (shutil.which("node") and PROGRAM.exists()), reason="no Lighthouse here")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What Lighthouse said of a page."""

    scores: dict[str, float]
    faults: dict[str, list[str]]
    """For each category, the audits that cost it points."""
    loaded: float
    """Milliseconds until the largest thing is there, on slow 3G."""
    moved: float
    """How far things jumped while the page loaded (CLS)."""

    @classmethod
    def of(cls, url: str) -> Self:
        """Ask about a page twice: as phones mostly are, and on slow 3G."""
        found, slow = _asked(url), _asked(url, "--only-categories=performance", *SLOW_3G)
        return cls(
            {one: found["categories"][one]["score"] for one in CATEGORIES},
            {one: _faults(found, one) for one in CATEGORIES},
            slow["audits"]["largest-contentful-paint"]["numericValue"],
            found["audits"]["cumulative-layout-shift"]["numericValue"],
        )

    @property
    def table(self) -> tuple[str, str]:
        """Give the head and the rest of a line of the table of all pages."""
        head = f"{'':17}{''.join(f'{one:>16}' for one in CATEGORIES)}{'LCP ms':>8}{'CLS':>6}"
        scores = "".join(f"{round(score * 100):>16}" for score in self.scores.values())
        return head, f"{scores}{self.loaded:8.0f}{self.moved:6.2f}"

    @property
    def wrong(self) -> dict[str, object]:
        """Name what is past a goal."""
        low = {one: (score, self.faults[one]) for one, score in self.scores.items() if score < LEAST}
        late = {"LCP": round(self.loaded)} if self.loaded > LOADED else {}
        return {**low, **late, **({"CLS": self.moved} if self.moved else {})}


def _asked(url: str, *options: str) -> dict[str, Any]:
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic"
    command = [str(PROGRAM), url, "--quiet", "--output=json", flags, *options]
    environment = os.environ | {"CHROME_PATH": str(find())}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=300)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _faults(found: dict[str, Any], category: str) -> list[str]:
    judged = (part["id"] for part in found["categories"][category]["auditRefs"] if part["weight"])
    return [one for one in judged if (score := found["audits"][one]["score"]) is not None and score < LEAST]
