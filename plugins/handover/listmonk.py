"""listmonk (https://listmonk.app/docs/apis/campaigns): a campaign as a draft, a test of it, and its start."""

from __future__ import annotations

import base64
import json
import os
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from plugins.editions.senders import SENDERS
from plugins.handover.package import Package

USER, TOKEN = "CLNM_LISTMONK_USER", "CLNM_LISTMONK_TOKEN"
TEMPLATE, CONTENT = "clnm-press", '{{ template "content" . }}'
"""The template that adds nothing: its name there, and all that it says."""
PATIENCE = 60.0


class EngineSaid(Exception):  # noqa: N818 - it names what happened
    """The engine did not do what it was asked for; the message says what it said."""

    def __init__(self, message: str, status: int = 0) -> None:
        """Carry the message, and the status of HTTP if there was an answer."""
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Listmonk:
    """One listmonk, and whoever we are to it."""

    address: str
    user: str
    token: str = field(repr=False)

    @classmethod
    def of(cls, address: str) -> Listmonk:
        """Take its address, and the rest from the environment. Raises EngineSaid for what is missing."""
        parts = urlsplit(address.rstrip("/"))
        if not parts.hostname or (parts.scheme != "https" and parts.hostname not in {"localhost", "127.0.0.1", "::1"}):
            raise EngineSaid("LISTMONK_URL must say where your listmonk is: https://lists.example.org")
        user, token = os.environ.get(USER, ""), os.environ.get(TOKEN, "")
        if not (user and token):
            raise EngineSaid(f"Set {USER} and {TOKEN}: listmonk makes them under Admin, Users, API.")
        return cls(address.rstrip("/"), user, token)

    def draft(self, package: Package, lists: Sequence[int], before: str = "") -> str:
        """Leave an edition as a draft, or bring the draft that is there up to date; give its number.

        ``before`` is the number that it had, if any. Raises EngineSaid, also where it is no draft any
        more, or is gone: it may have been sent before somebody deleted it.
        """
        wanted = self._campaign(package, lists)
        known = self.found(package)
        if known is None and before:
            raise EngineSaid(f"listmonk has no campaign {before} any more. If nobody got it, see: clnm handover --help")
        if known is None:
            return str(self._ask("POST", "campaigns", wanted)["id"])
        self._still_draft(known)
        self._ask("PUT", f"campaigns/{known['id']}", wanted)
        return str(known["id"])

    def test(self, package: Package, lists: Sequence[int], number: str, address: str) -> None:
        """Send an edition to one subscriber of theirs. Raises EngineSaid."""
        self._ask("POST", f"campaigns/{number}/test", self._campaign(package, lists) | {"subscribers": [address]})

    def start(self, package: Package, lists: Sequence[int], number: str) -> None:
        """Start a draft that says what the content says today. Raises EngineSaid where it does not, or is no draft."""
        there = self._ask("GET", f"campaigns/{number}")
        self._still_draft(there)
        wanted = self._campaign(package, lists)
        other = [
            name for name in ("subject", "from_email", "body", "altbody", "template_id") if there[name] != wanted[name]
        ]
        other += ["lists"] if {one["id"] for one in there["lists"]} != set(lists) else []
        if other:
            raise EngineSaid(f"The draft {number} has another {', '.join(other)}. Hand it over again, and look at it.")
        self._ask("PUT", f"campaigns/{number}/status", {"status": "running"})

    def found(self, package: Package) -> dict[str, Any] | None:
        """Give the campaign of an edition, whatever became of it; None where there is none. Raises EngineSaid."""
        every = self._ask("GET", "campaigns?per_page=all&no_body=true")["results"] or []
        return next((one for one in every if one["name"] == _named(package)), None)

    def _campaign(self, package: Package, lists: Sequence[int]) -> dict[str, Any]:
        return {
            "name": _named(package),
            "subject": SENDERS["listmonk"].keeps_html(package.subject),
            "from_email": package.sender,
            "lists": list(lists),
            "type": "regular",
            "content_type": "html",
            "messenger": "email",
            "body": package.html,
            "altbody": package.text,
            "headers": [{name: value} for name, value in package.headers],
            "template_id": self._template(),
            "tags": [TEMPLATE],
        }

    def _template(self) -> int:
        """Give the number of the template that adds nothing; make it if need be. Raises EngineSaid for another."""
        for template in self._ask("GET", "templates") or []:
            if template["name"] == TEMPLATE:
                if template["body"].strip() != CONTENT:
                    raise EngineSaid(
                        f"Their template “{TEMPLATE}” must hold nothing but {CONTENT}. Put it right there."
                    )
                return int(template["id"])
        made = self._ask("POST", "templates", {"name": TEMPLATE, "type": "campaign", "body": CONTENT})
        return int(made["id"])

    def _still_draft(self, campaign: dict[str, Any]) -> None:
        if campaign["status"] != "draft":
            raise EngineSaid(
                f"listmonk has it as campaign {campaign['id']}, {campaign['status']}. Nothing was changed."
            )

    def _ask(self, method: str, path: str, data: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(  # noqa: S310 - https, or this machine: see of()
            f"{self.address}/api/{path}", method=method, data=None if data is None else json.dumps(data).encode()
        )
        login = base64.b64encode(f"{self.user}:{self.token}".encode()).decode()
        request.add_header("Authorization", f"Basic {login}")
        request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - as above
                return json.load(answer)["data"]
        except urllib.error.HTTPError as error:
            raise EngineSaid(f"listmonk said {error.code}: {_reason(error)}", error.code) from None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EngineSaid(f"listmonk did not answer as it should ({type(error).__name__}).") from None


def _named(package: Package) -> str:
    """Name an edition there: always the same, so that it is found again."""
    return f"{TEMPLATE} {package.name}"


def _reason(error: urllib.error.HTTPError) -> str:
    try:
        return str(json.load(error)["message"])[:200]
    except (ValueError, KeyError, TypeError, OSError):
        return str(error.reason)
