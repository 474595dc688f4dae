"""What a browser sends: small forms, and the proof that they come from one of our own pages."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime, timedelta
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from plugins.subscribers import BadToken, Purpose, Tokens

LARGEST = 8192
"""Bytes of a form; ours need less than one tenth."""
MOST_FIELDS = 20
COOKIE = "__Host-clnm-form"
"""Lives as long as the browser is open, and says nothing of its owner: it only ties a form to the browser it is in."""
OPEN_FOR = timedelta(hours=2)
_FORM = "application/x-www-form-urlencoded"


async def fields(request: Request) -> dict[str, str]:
    """Read a form (HTML, section 4.10.21); the first value counts. Raises HTTPException for what is none."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise HTTPException(415)
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > LARGEST:
            raise HTTPException(413)
    try:
        pairs = parse_qsl(data.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise HTTPException(400) from None
    return dict(reversed(pairs))


class Proof:
    """Ties a form to a browser: a cookie that other sites cannot have sent, and its signed copy in the form."""

    def __init__(self, request: Request, tokens: Tokens, now: datetime) -> None:
        """Take the browser's cookie, or begin one."""
        self._request, self._tokens, self._now = request, tokens, now
        self._kept = request.cookies.get(COOKIE, "")
        self._name = self._kept or secrets.token_urlsafe(16)

    def token(self) -> str:
        """Give what the form carries."""
        return self._tokens.make(Purpose.FORM, self._name, self._now + OPEN_FOR)

    def holds(self, token: str) -> bool:
        """Say whether a form was sent from a page of ours, in the browser that it was opened in."""
        if self._request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return False
        try:
            name = self._tokens.read(Purpose.FORM, token, self._now)
        except BadToken:
            return False
        return bool(self._kept) and hmac.compare_digest(name.encode(), self._kept.encode())

    def keep(self, response: Response) -> Response:
        """Have the browser keep the cookie."""
        if not self._kept:
            response.set_cookie(COOKIE, self._name, path="/", secure=True, httponly=True, samesite="strict")
        return response
