"""What SpamAssassin thinks of an edition with its local rules alone; skipped where it is not installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from email.utils import formatdate

import pytest

from plugins.view import Site
from tests.inbox.letters import WEIGHED, letter, shelved
from tests.rooms import shelves

SPAMASSASSIN = shutil.which("spamassassin")


@pytest.mark.slow
@pytest.mark.skipif(SPAMASSASSIN is None, reason="SpamAssassin is not installed: apt-get install spamassassin")
@pytest.mark.parametrize("slug", WEIGHED)
def test_nothing_in_an_edition_looks_like_spam(slug: str, site: Site) -> None:
    sent = letter(shelved(slug), site, shelves.ROOT / "theme", slug)
    on_time = re.sub(rb"(?m)^Date: [^\r\n]*", f"Date: {formatdate()}".encode(), sent.eml)
    asked = [SPAMASSASSIN or "", "--local", "--test-mode"]
    done = subprocess.run(asked, input=on_time, check=True, capture_output=True)
    said = done.stdout.decode("utf-8", "replace")
    score = re.search(
        r"^X-Spam-Status: \w+, score=(-?[\d.]+).*?tests=(.*?) (?:autolearn|version)", said, re.MULTILINE | re.DOTALL
    )
    assert score is not None, said[:2000]
    assert float(score[1]) <= 0, score[2]
