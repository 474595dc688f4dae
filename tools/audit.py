"""Asks whether what we install has known faults, and says plainly where nobody could be asked."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("build.lock", "run.lock", "dev.lock")


def main(words: list[str] | None = None) -> int:
    """Print every known fault; give 1 where there is one, or with ``--must`` where not everything could be asked."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--must", action="store_true", help="fail where advisories cannot be had")
    must, faults = asked.parse_args(words).must, 0
    unknown: set[str] = set()
    known: set[str] = set()
    for lock in LOCKS:
        for package in _audited(ROOT / "requirements" / lock):
            name = f"{package['name']} {package.get('version', '')}".strip()
            (unknown if "skip_reason" in package else known).add(name)
            for fault in package.get("vulns", ()):
                better = ", ".join(fault["fix_versions"]) or "no version yet"
                print(f"{lock}: {name} has {fault['id']}; it is put right in {better}.")
                faults += 1
    unknown -= known
    if not known:
        print("Nothing was audited: no advisories can be had from here. The Audit workflow asks every week.")
    elif unknown:
        print(f"{len(unknown)} packages could not be asked about: {', '.join(sorted(unknown))}.")
    print(f"{len(known)} packages asked about, {faults} known faults.")
    return int(bool(faults) or (must and bool(unknown or not known)))


def _audited(lock: Path) -> list[dict[str, Any]]:
    """Ask pip-audit about a lock; nothing where it reaches nobody."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--require-hashes", "--disable-pip"]
    done = subprocess.run(
        [*command, "--no-deps", "--format", "json", "--progress-spinner", "off"],
        check=False,
        capture_output=True,
        text=True,
    )
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"{lock.name}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'no answer'}")
        return []
    return found


if __name__ == "__main__":
    sys.exit(main())
