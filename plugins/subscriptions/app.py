"""The application's addresses (ASGI): what is opened only shows, what is pressed does."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from plugins.subscribers import BadToken, Purpose
from plugins.subscriptions.forms import Proof, fields
from plugins.subscriptions.headers import Guarded
from plugins.subscriptions.pages import Notice, SignUp
from plugins.subscriptions.posting import Post
from plugins.subscriptions.postman import Postman
from plugins.subscriptions.service import Service
from plugins.subscriptions.throttle import Throttle

Page = SignUp | Notice


def application(service: Service, post: Post, throttle: Throttle | None = None) -> Guarded:
    """Make the application; ``post`` takes letters to a relay, while the application runs."""
    rung = asyncio.Event()
    doors = _Doors(service, rung, throttle or Throttle(time.monotonic))

    @contextlib.asynccontextmanager
    async def open_hours(_: Starlette) -> AsyncIterator[None]:
        postman = Postman(service.store, service.pages, post, service.address, service.now)
        walking = asyncio.create_task(postman.walk(rung))
        yield
        walking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await walking

    routes = [
        Route("/", doors.form(Purpose.CONFIRM), methods=["GET", "POST"]),
        Route("/yours", doors.form(Purpose.YOURS), methods=["GET", "POST"]),
        Route("/sent", doors.sent),
        Route("/confirm/{token}", doors.link(Purpose.CONFIRM), methods=["GET", "POST"]),
        Route("/stop/{token}", doors.link(Purpose.STOP), methods=["GET", "POST"]),
        Route("/yours/{token}", doors.yours, methods=["GET", "POST"]),
        Route("/robots.txt", doors.robots),
    ]
    handlers: dict[Any, Any] = {HTTPException: doors.wrong, 500: doors.broken}
    return Guarded(Starlette(routes=routes, exception_handlers=handlers, lifespan=open_hours))


class _Doors:
    """What stands behind each address."""

    def __init__(self, service: Service, rung: asyncio.Event, throttle: Throttle) -> None:
        self.service, self.rung, self.throttle = service, rung, throttle

    def form(self, purpose: Purpose) -> Callable[[Request], Any]:
        """Give the page with a form, which takes it, too."""
        show = self.service.sign_up if purpose is Purpose.CONFIRM else self.service.yours

        async def answer(request: Request) -> Response:
            proof = Proof(request, self.service.store.tokens, self.service.now())
            page = show(proof.token())
            if request.method != "POST":
                return proof.keep(self.page(page))
            given = await fields(request)
            self.count(request)
            page = replace(page, email=given.get("email", "")[:254], area=given.get("area", ""))
            page = replace(page, audience=given.get("audience", ""))
            if not proof.holds(given.get("token", "")):
                return proof.keep(self._once_more(page, sent_from_here="token" in given))
            wrong = await run_in_threadpool(self.service.ask, purpose, given)
            if wrong:
                return self.page(replace(page, wrong=wrong), 422)
            self.rung.set()
            return RedirectResponse("sent", 303)

        return answer

    def _once_more(self, page: SignUp, *, sent_from_here: bool) -> Response:
        """Show a form with what was put in: it came from the site, which cannot prove anything, or its time ran out."""
        if sent_from_here:
            return self.page(replace(page, wrong="This page was open for long. Please press the button again."), 403)
        return self.page(page)

    def link(self, purpose: Purpose) -> Callable[[Request], Any]:
        """Give the page that a letter leads to; a press of its button, or one click in a mail program, does it.

        A click is a POST without a cookie (RFC 8058, section 3.1), and what it sends says nothing more.
        """
        show, do = {
            Purpose.CONFIRM: (self.service.to_confirm, self.service.confirm),
            Purpose.STOP: (self.service.to_stop, self.service.stop),
        }[purpose]

        async def answer(request: Request) -> Response:
            ref = self.ref(purpose, request)
            if ref is None:
                return self.page(self.service.no_link(), 404)
            return self.page(await run_in_threadpool(do, ref) if request.method == "POST" else show())

        return answer

    async def yours(self, request: Request) -> Response:
        """Show what may be done with what is held, and do it."""
        ref = self.ref(Purpose.YOURS, request)
        if ref is None:
            return self.page(self.service.no_link(), 404)
        if request.method != "POST":
            return self.page(self.service.to_open())
        wish = (await fields(request)).get("do", "")
        found = await run_in_threadpool(self.service.open, ref, wish)
        if isinstance(found, Notice):
            return self.page(found)
        headers = {"Content-Disposition": 'attachment; filename="what-we-hold.json"'}
        text = json.dumps(found, ensure_ascii=False, indent=2)
        return Response(text, media_type="application/json", headers=headers)

    async def sent(self, _: Request) -> Response:
        """Say that a letter is on its way."""
        return self.page(self.service.sent())

    async def robots(self, _: Request) -> Response:
        """Keep search engines out (RFC 9309)."""
        return PlainTextResponse("User-agent: *\nDisallow: /\n")

    async def wrong(self, _: Request, error: HTTPException) -> Response:
        """Say in words what a status means."""
        response = self.page(self.service.wrong(error.status_code), error.status_code)
        response.headers.update(error.headers or {})
        return response

    async def broken(self, _: Request, __: Exception) -> Response:
        """Say that it is our fault."""
        return self.page(self.service.wrong(500), 500)

    def count(self, request: Request) -> None:
        """Count a visitor's wish. Raises HTTPException where it is one too many."""
        if not self.throttle.allows(request.client.host if request.client else ""):
            raise HTTPException(429, headers={"Retry-After": "3600"})

    def ref(self, purpose: Purpose, request: Request) -> str | None:
        """Give whom a link is for; None where it is not good for this, or not any more."""
        try:
            return self.service.store.tokens.read(purpose, request.path_params["token"], self.service.now())
        except BadToken:
            return None

    def page(self, page: Page, status: int = 200) -> Response:
        """Draw a page."""
        markup, policy = self.service.pages.drawn(page)
        headers = {"Content-Security-Policy": policy}
        return Response(markup, status, media_type="text/html", headers=headers)
