"""What judges from elsewhere say of the published site, where this machine has them: Lighthouse, and the Nu checker.

``npm install lighthouse@13.5.0 vnu-jar@26.9.27`` in any folder, and ``JUDGES`` naming that folder, is all they need.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser.kinds import KINDS
from tests.browser.lighthouse import JUDGES, Judgement, needs_lighthouse

JUDGED = [*(name for name, kind in KINDS.items() if kind.quick), "area"]
NU = JUDGES / "vnu-jar/build/dist/vnu.jar"
HIDDEN = b'<meta name="robots" content="noindex">'

needs_nu = pytest.mark.skipif(not (shutil.which("java") and NU.exists()), reason="no Nu checker here")


@needs_lighthouse
@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("name", JUDGED)
def test_lighthouse_has_nothing_to_say(public: str, name: str, record_property: Callable[[str, object], None]) -> None:
    found = Judgement.of(public + KINDS[name].path)
    wrong, (head, line) = found.wrong, found.table
    record_property("table", ("Lighthouse on a phone; LCP at 400 kbps and 400 ms", head, f"{name:17}{line}"))
    with urlopen(public + KINDS[name].path, timeout=30) as answer:  # noqa: S310 - our own server
        if HIDDEN in answer.read():  # the page shows somebody who wants no search engines: that alone costs it points
            assert found.faults["seo"] == ["is-crawlable"]
            wrong.pop("seo")
    assert wrong == {}


UNHEARD_OF = frozenset(
    {"CSS: “container-type”: Property “container-type” doesn't exist.", "CSS: Unrecognized at-rule “@container”"}
)
"""What the checker does not know of CSS, though browsers have had it since 2023 (CSS Conditional Rules 5)."""


@needs_nu
@pytest.mark.browser
@pytest.mark.slow
def test_the_nu_checker_finds_no_error_on_any_page(published: Path) -> None:
    pages = [str(path) for path in sorted(published.rglob("*.html"))]
    command = ["java", "-jar", str(NU), "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=600)
    said = {(one["url"].rpartition("/output/")[2], one["message"]) for one in json.loads(done.stderr)["messages"]}
    assert sorted(one for one in said if one[1] not in UNHEARD_OF) == []
