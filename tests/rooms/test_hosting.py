"""What hosts say of the files, whom to tell of a fault, and the snippets in docs/hosting, which must agree."""

from __future__ import annotations

import getpass
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins import headers, wellknown
from plugins.library import Library
from plugins.render import SITE_POLICY
from plugins.view import Site
from tests.rooms.shelves import ROOT, moment, printed, small

NGINX, CADDY = (ROOT / "docs/hosting" / name for name in ("nginx.conf", "Caddyfile"))
SAID = [*headers.EVERYWHERE.items(), *(("Cache-Control", kept) for kept in headers.KEPT.values())]


def rules(text: str) -> dict[str, dict[str, str]]:
    """Read a file of headers as hosts do: a path, and set in under it what is said there."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            found[list(found)[-1]][name] = value
    return found


def security(site: Site, as_of: str = "2026-11-21 12:00") -> dict[str, str]:
    """Read security.txt."""
    text = printed(wellknown.artefacts(small("", as_of), site, Path()))[wellknown.SECURITY].decode()
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_every_file_is_sent_with_what_keeps_readers_safe(sample: Library, site: Site) -> None:
    found = rules(printed(headers.artefacts(sample, site, Path()))["_headers"].decode())
    assert found["/*"]["Content-Security-Policy"] == SITE_POLICY
    assert "frame-ancestors 'none'" in SITE_POLICY
    assert found["/*"]["X-Content-Type-Options"] == "nosniff"
    assert found["/*"]["Referrer-Policy"] == "no-referrer"
    assert "immutable" in found["/static/*"]["Cache-Control"]


def test_no_header_is_said_twice_of_one_file() -> None:
    found = rules(headers.headers().decode())
    several = [name for path, said in found.items() if path != "/*" for name in said]
    assert not set(several) & set(found["/*"])


def test_a_picture_is_never_kept_between_for_longer_than_minutes() -> None:
    kept = headers.KEPT["/images/*"]
    assert "immutable" not in kept
    assert int(re.search(r"s-maxage=(\d+)", kept)[1]) <= 600  # type: ignore[index]  # the line itself fails without


@pytest.mark.parametrize(("name", "value"), SAID)
def test_the_snippets_for_nginx_and_caddy_say_the_same(name: str, value: str) -> None:
    nginx, caddy = NGINX.read_text("utf-8"), CADDY.read_text("utf-8")
    if name == "Cache-Control":
        path = next(path for path, kept in headers.KEPT.items() if kept == value)
        assert f'~^{path.rstrip("*")} "{value}";' in nginx
        assert f'header {path} {name} "{value}"' in caddy
    else:
        assert f'add_header {name} "{value}" always;' in nginx
        assert f'\t\t{name} "{value}"\n' in caddy


def test_the_page_on_hosting_explains_every_header() -> None:
    told = (ROOT / "docs/hosting.md").read_text("utf-8")
    assert [name for name, _ in SAID if f"| `{name}` |" not in told] == []


def test_whoever_finds_a_fault_is_told_whom_to_tell(site: Site) -> None:
    found = security(site)
    assert found["Contact"] == f"mailto:{site.contact_email}"
    assert found["Canonical"] == f"{site.siteurl}/.well-known/security.txt"
    assert security(replace(site, security_contact="https://example.org/tell"))["Contact"] == "https://example.org/tell"


@pytest.mark.parametrize("as_of", ["2026-01-01 00:00", "2026-11-30 23:59", "2028-02-29 12:00"])
def test_security_txt_is_good_for_a_while_but_under_a_year(site: Site, as_of: str) -> None:
    left = datetime.fromisoformat(security(site, as_of)["Expires"]) - moment(as_of)
    assert timedelta(days=300) < left <= timedelta(days=366)


def test_security_txt_is_the_same_all_month(site: Site) -> None:
    assert security(site, "2026-11-01 00:00") == security(site, "2026-11-30 23:59")


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not on this machine")
def test_nginx_takes_the_snippet_and_says_it_all(tmp_path: Path) -> None:
    (tmp_path / "public/static").mkdir(parents=True)
    for name in ("index.html", "404.html", "_headers", "static/a.js"):
        (tmp_path / "public" / name).write_text("<p>Here</p>", "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "nginx.conf").write_text(whole(NGINX.read_text("utf-8"), tmp_path, port), "utf-8")
    server = subprocess.Popen(["nginx", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf"), "-g", "daemon off;"])  # noqa: S607 - the machine's own
    try:
        said, missing = asked(f"http://127.0.0.1:{port}/"), asked(f"http://127.0.0.1:{port}/nothing")
        static, rules = asked(f"http://127.0.0.1:{port}/static/a.js"), asked(f"http://127.0.0.1:{port}/_headers")
    finally:
        server.terminate()
        server.wait(10)
    assert (said.status, missing.status, rules.status) == (200, 404, 404)
    for answer in (said, missing, static):
        assert {name: answer.headers[name] for name in headers.EVERYWHERE} == headers.EVERYWHERE
    assert static.headers["Cache-Control"] == headers.KEPT["/static/*"]
    assert said.headers["Cache-Control"] == "no-cache"


def whole(snippet: str, folder: Path, port: int) -> str:
    """Make a configuration of its own of the snippet: without certificates, on a free port."""
    first = re.sub(
        r"^\s*(ssl_|listen \[).*\n", "", snippet.partition("\nserver {\n    listen 80;")[0], flags=re.MULTILINE
    )
    first = first.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};").replace(
        "/srv/clnm/public", f"{folder}/public"
    )
    return (
        f"user {getpass.getuser()};\npid {folder}/pid;\nerror_log {folder}/errors;\nevents {{}}\nhttp {{\n{first}\n}}\n"
    )


def asked(url: str) -> Any:
    """Ask for an address, until the server is up."""
    for _ in range(50):
        try:
            return urllib.request.urlopen(url, timeout=5)  # noqa: S310 - our own server
        except urllib.error.HTTPError as error:
            return error
        except OSError:
            time.sleep(0.1)
    raise AssertionError(url)


def test_what_github_pages_gets_has_the_folders_that_begin_with_a_dot() -> None:
    steps = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]["build"]["steps"]
    (packed,) = [step["run"] for step in steps if step.get("run", "").startswith("tar ")]
    assert packed.endswith('--directory public --file "$RUNNER_TEMP/artifact.tar" .')
    assert "--exclude" not in packed
