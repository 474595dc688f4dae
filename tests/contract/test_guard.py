"""What must never enter a repository is seen before it does, and what looks like it is left alone."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tools.guard import findings, main

ROOT = Path(__file__).resolve().parents[2]
KEY = "-----BEGIN " + "PRIVATE KEY-----\n" + "A" * 64 + "\n"


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "token: ghp_" + "a" * 36,
        "https://anna:" + "secret-word@host.org/x",
        'password = "' + "correct-horse-battery" + '"',
        "\n".join(f"{name}@gmail.com" for name in ("ana", "bo", "cy", "di", "ed")),
        "\n".join(f"0{7}123 45678{digit}" for digit in range(3)),
    ],
)
def test_keys_and_lists_of_people_are_seen_and_not_repeated(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file.txt").write_text(f"First line\n{text}", "utf-8")
    assert main([str(tmp_path / "file.txt")]) == 1
    said = capsys.readouterr().err
    assert re.search(r"file\.txt:2: This looks like", said)
    assert text.splitlines()[-1] not in said


@pytest.mark.parametrize(
    "text",
    [
        "Write to hello@clnm.example.org, news@clnm.example.org, a@example.com, b@example.com, c@example.org",
        "07700 900123, 07700 900124, 07700 900125, 07700 900126",
        "https://example.org:8080/path",
        "password: ${{ secrets.PASSWORD }}",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA",
    ],
)
def test_what_is_invented_or_public_is_left_alone(text: str) -> None:
    assert list(findings(text)) == []


def test_nothing_of_the_kind_is_in_this_repository() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=False, capture_output=True, text=True)  # noqa: S607 - the machine's own
    if listed.returncode:
        pytest.skip("this is no repository")
    assert main([str(ROOT / name) for name in listed.stdout.split("\0") if name]) == 0


@pytest.mark.parametrize("path", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=lambda path: path.stem)
def test_workflows_run_only_what_is_pinned_and_may_do_only_what_they_name(path: Path) -> None:
    text = path.read_text("utf-8")
    flow = yaml.safe_load(text)
    assert flow["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in flow["jobs"].values())
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert [name for name, note in used if not re.search(r"@[0-9a-f]{40}$", name) or " # v" not in note] == []
    assert "pull_request_target" not in text
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")
    assert "secrets." not in text
