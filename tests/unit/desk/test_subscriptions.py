"""``clnm subscriptions`` runs as a server's administrator starts it, and says what is missing."""

from __future__ import annotations

import email
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from email.policy import default
from pathlib import Path
from urllib.parse import urlencode

import pytest

from plugins.subscribers import Store
from tests.rooms.mailbox import mailbox
from tests.unit.desk.conftest import ROOT, Ask

WAIT = 60
Form = dict[str, str] | None


def ask_server(port: int, method: str, path: str, form: Form = None, cookie: str = "") -> tuple[int, str, str]:
    """Ask as a browser does; give the status, the page and the cookie."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
    connection.request(method, path, urlencode(form or {}), headers if form is not None else {})
    answer = connection.getresponse()
    page = answer.read().decode()
    connection.close()
    return answer.status, page, (answer.headers["Set-Cookie"] or "").partition(";")[0]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def until_it_answers(port: int, process: subprocess.Popen[str]) -> None:
    for _ in range(WAIT * 10):
        assert process.poll() is None
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("it does not listen")


@pytest.fixture
def data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a data folder outside of the project."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("CLNM_DATA", str(folder))
    monkeypatch.delenv("CLNM_RELAY", raising=False)
    return folder


def reached_at(address: str, project: Path) -> None:
    """Put into the settings where the application is reached."""
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f'SUBSCRIPTIONS_URL = "{address}"\n')


def test_it_serves_until_it_is_stopped_and_names_nobody(project: Path, data: Path) -> None:
    port = free_port()
    reached_at(f"http://localhost:{port}", project)
    with mailbox() as letters:
        more = {"CLNM_RELAY": f"smtp+plain://127.0.0.1:{letters.port}", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "plugins.desk", "subscriptions", "--settings", "pelicanconf.py"]
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            cwd=project,
            env=os.environ | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            until_it_answers(port, process)
            _, page, cookie = ask_server(port, "GET", "/")
            token = re.findall(r'name="token" value="([^"]*)"', page)[0]
            form = {"email": "ana@example.org", "token": token}
            assert ask_server(port, "POST", "/", form, cookie)[0] == 303
            letter = email.message_from_string(letters.next(), policy=default)
            found = re.search(r"/confirm/\S+", letter.get_content())
            assert found
            assert ask_server(port, "GET", found[0])[0] == 200
            assert not list(Store(data).members("news"))
            assert ask_server(port, "POST", found[0])[0] == 200
        finally:
            process.send_signal(signal.SIGTERM)
            said = process.communicate(timeout=WAIT)[0]
    assert [member.address for member in Store(data).members("news")] == ["ana@example.org"]
    assert process.returncode in {0, -signal.SIGTERM}
    assert "@" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", "SUBSCRIPTIONS_URL"),
        ("http://news.example.org", "https://"),
        ("https://news.example.org", "No relay is set"),
    ],
)
def test_what_is_missing_is_named(ask: Ask, project: Path, data: Path, address: str, told: str) -> None:
    del data
    reached_at(address, project)
    answer = ask("subscriptions", "--settings", "pelicanconf.py")
    assert answer.code == 2
    assert told in answer.err
