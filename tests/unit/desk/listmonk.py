"""As much of listmonk's API as handing over meets; it sends what Go's templates make of a campaign."""

from __future__ import annotations

import base64
import contextlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.inbox import gosender

WAY_OUT = "https://lists.example.org/subscription/0123456789abcdef/0123456789abcdef"
LOGIN = "Basic " + base64.b64encode(b"press:a-token").decode()
Sent = dict[str, Any]


class Listmonk:
    """What it holds, and whatever it sent."""

    def __init__(self) -> None:
        """Begin with the template that it brings along."""
        self.templates: list[Sent] = [{"id": 1, "name": "Default", "body": '<b>{{ template "content" . }}</b>'}]
        self.campaigns: list[Sent] = []
        self.sent: list[Sent] = []
        self.asked: list[str] = []
        self.breaks_after = ""
        """The method and path after which it answers nothing, once."""

    def answer(self, method: str, path: str, data: Sent) -> tuple[int, Any]:
        """Do what is asked; give the status and what is answered."""
        parts = path.partition("?")[0].removeprefix("/api/").split("/")
        match method, parts:
            case _, ["templates"]:
                return self.on_templates(method, data)
            case "GET", ["campaigns"]:
                return 200, {"results": [{k: v for k, v in one.items() if k != "body"} for one in self.campaigns]}
            case "POST", ["campaigns"]:
                if not set(data["lists"]) <= {1, 2, 3}:
                    return 400, None
                self.campaigns.append(self.kept(data, 10 + len(self.campaigns)) | {"status": "draft"})
                return 200, self.campaigns[-1]
        return self.on_campaign(method, *parts[1:], data=data)

    def on_templates(self, method: str, data: Sent) -> tuple[int, Any]:
        """Answer what concerns templates."""
        if method == "GET":
            return 200, self.templates
        self.templates.append(data | {"id": len(self.templates) + 1})
        return 200, self.templates[-1]

    def on_campaign(self, method: str, number: str, *what: str, data: Sent) -> tuple[int, Any]:
        """Answer what concerns one campaign."""
        campaign = next((one for one in self.campaigns if str(one["id"]) == number), None)
        if campaign is None:
            return 404, None
        match method, what:
            case "PUT", ():
                campaign.update(self.kept(data, campaign["id"]))
            case "POST", ("test",):
                self.send(self.kept(data, 0), data["subscribers"])
            case "PUT", ("status",):
                campaign["status"] = data["status"]
                self.send(campaign, ["everybody@example.org"])
        return 200, campaign

    def kept(self, data: Sent, number: int) -> Sent:
        """Give a campaign as it is kept: the lists with their names."""
        return data | {"id": number, "lists": [{"id": one, "name": f"List {one}"} for one in data["lists"]]}

    def send(self, campaign: Sent, to: list[str]) -> None:
        """Send a campaign, as Go's templates execute it."""
        template = next(one["body"] for one in self.templates if one["id"] == campaign["template_id"])
        before, _, after = template.partition('{{ template "content" . }}')
        html = before + gosender.sent(campaign["body"], WAY_OUT) + after
        subject = campaign["subject"]
        subject = gosender.sent(subject, WAY_OUT) if "{{" in subject else subject
        text = gosender.sent(campaign["altbody"], WAY_OUT)
        self.sent.append({"to": to, "subject": subject, "html": html, "text": text, "headers": campaign["headers"]})


@contextlib.contextmanager
def running() -> Iterator[tuple[Listmonk, str]]:
    """Give a listmonk, and where it answers."""
    engine = Listmonk()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            data = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
            engine.asked.append(f"{self.command} {self.path}")
            allowed = self.headers["Authorization"] == LOGIN
            status, found = engine.answer(self.command, self.path, data) if allowed else (403, None)
            if engine.breaks_after and engine.asked[-1].startswith(engine.breaks_after):
                engine.breaks_after = ""
                self.close_connection = True
                return
            self.send_response(status)
            self.end_headers()
            answered = {"data": found} if found is not None else {"message": "it cannot be done"}
            self.wfile.write(json.dumps(answered).encode())

        do_GET = do_POST = do_PUT = answer  # noqa: N815 - http.server's names

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield engine, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
