"""Refuses what must never enter a repository: keys, and lists of people. It repeats nothing of what it finds."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

KEYS = {
    "a private key": r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\n[A-Za-z0-9+/=\n]{64}",
    "a key of Amazon's": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "a token of GitHub's": r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})\b",
    "a token of GitLab's": r"\bglpat-[A-Za-z0-9_-]{20,}\b",
    "a token of Slack's": r"\bxox[abprs]-[A-Za-z0-9-]{10,}\b",
    "a key of Google's": r"\bAIza[0-9A-Za-z_-]{35}\b",
    "a key of Mailchimp's": r"\b[0-9a-f]{32}-us\d{1,2}\b",
    "a key of Stripe's": r"\b[rs]k_live_[0-9a-zA-Z]{20,}\b",
    "a password in an address": r"\b[a-z][a-z0-9+]*://[^\s/:@\"'{}$<>]+:[^\s/@\"'{}$<>]{6,}@[a-z0-9.-]+",
    "a password": r"""(?i)\b(?:password|passwd|secret_access_key|api_?key)["']?\s*[:=]\s*["'][^"'\s{}$<>]{12,}["']""",
}
PEOPLE = {
    "addresses": (r"\b[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}\b", 5),
    "mobile numbers": (r"(?<![\d.])(?:\+44\s?|0)7(?!700\s?900)\d{3}\s?\d{3}\s?\d{3}(?![\d.])", 3),
    "National Insurance numbers": (r"\b[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b", 2),
}
"""What stands in lists of people, and how many different ones make a list. 07700 900 is for drama."""
INVENTED = re.compile(r"@(?:[\w-]+\.)*(?:example(?:\.\w+)?|test|invalid|localhost|users\.noreply\.github\.com)$")
LARGEST = 5_000_000
"""Bytes; what is larger is no text of ours."""
MEANT = "guard: meant"
"""A line that says so is left alone: an invented key, in a test."""


def findings(text: str) -> Iterator[tuple[int, str]]:
    """Give what must not be in a text: the line, and what it is."""
    lines = text.splitlines()
    for what, pattern in KEYS.items():
        for match in re.finditer(pattern, text):
            line = text.count("\n", 0, match.start()) + 1
            if MEANT not in lines[line - 1]:
                yield line, what
    for what, (pattern, many) in PEOPLE.items():
        found = {match[0].casefold(): match.start() for match in re.finditer(pattern, text)}
        real = [place for words, place in found.items() if not INVENTED.search(words)]
        if len(real) >= many:
            yield text.count("\n", 0, min(real)) + 1, f"{len(real)} {what} of people"


def main(names: list[str]) -> int:
    """Look into the named files; give 1 where one must not be in a repository."""
    wrong = 0
    for name in names:
        path = Path(name)
        if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
            continue
        data = path.read_bytes()
        for line, what in findings(data.decode("utf-8", "replace")) if b"\0" not in data else ():
            print(f"{name}:{line}: This looks like {what}.", file=sys.stderr)
            wrong += 1
    if wrong:
        print(
            "\nThis must not enter the repository. A key that has, must be changed: git forgets nothing.",
            file=sys.stderr,
        )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
