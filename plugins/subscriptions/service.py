"""What the application does for people, without knowing how they reached it; each answer is a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from plugins.delivery.leaving import erased, landed
from plugins.subscribers import Purpose, Store, person, requests, rights
from plugins.subscribers.person import DEFAULT_LIST, Refused
from plugins.subscribers.requests import Request
from plugins.subscriptions.pages import Choice, Notice, Pages, SignUp

SHOW, ERASE, STOP = "show", "erase", "stop"
"""What may be done with what is held: the values of the buttons."""


@dataclass(frozen=True)
class Service:
    """Where people sign up, leave, and ask about themselves."""

    store: Store
    pages: Pages
    address: str
    """Where the application is reached: https://news.example.org, without a slash at the end."""
    now: Callable[[], datetime]

    def sign_up(self, token: str) -> SignUp:
        """Show the form to sign up with."""
        frame = self.pages.frame
        return SignUp(
            frame=frame,
            title=f"Get {frame.newsletter}",
            lede="Put in your email address. We send you a letter with a link, and you get the newsletter when you "
            "have opened it and pressed the button. You can stop at any time.",
            token=token,
            button="Send me the letter",
            areas=self.pages.areas,
            audiences=self.pages.audiences,
        )

    def yours(self, token: str) -> SignUp:
        """Show the form to ask with for what is held."""
        return SignUp(
            frame=self.pages.frame,
            title="What we hold about you",
            lede="Put in your email address. We send you a letter with a link: there you can see what we hold about "
            "you, have it erased, or stop our emails.",
            token=token,
            button="Send me the link",
        )

    def ask(self, purpose: Purpose, given: dict[str, str]) -> str:
        """Write down what somebody asks for; give what is wrong with it, or nothing. Nobody learns who is known."""
        try:
            address = person.address(given.get("email", ""))
        except Refused as refused:
            return f"{refused} {refused.fix}"
        request = Request(purpose=purpose, address=address, list=DEFAULT_LIST, source=f"form at {self.address}/")
        if purpose is Purpose.CONFIRM:
            request = replace(
                request,
                area=_one_of(self.pages.areas, given.get("area", "")),
                audience=_one_of(self.pages.audiences, given.get("audience", "")),
            )
        requests.ask(self.store, request, self.now())
        return ""

    def sent(self) -> Notice:
        """Say that a letter is on its way, whoever it is for."""
        return self._notice(
            "Look into your emails",
            "If you can get a letter from us at that address, it is there in a few minutes. Open the link in it.",
            f"Nothing there? Look among what was filtered out, or write to {self.pages.frame.email}.",
        )

    def to_confirm(self) -> Notice:
        """Ask for the press of a button: programs that look into letters open links, but press nothing."""
        news = self.pages.frame.newsletter
        return self._notice(
            f"Do you want {news}?", "Press the button, and you get it.", buttons=(Choice("", f"Yes, send me {news}"),)
        )

    def confirm(self, ref: str) -> Notice:
        """Put somebody on the list."""
        if requests.confirm(self.store, ref, self.now()):
            return self._notice(
                "You are on the list",
                f"You get {self.pages.frame.newsletter} from the next issue on. Each issue says how to stop.",
            )
        return self._notice("This was done already", "If you do not get our emails, sign up once more.")

    def to_stop(self) -> Notice:
        """Ask for the press of a button, as ``to_confirm`` does."""
        return self._notice(
            "Do you want no more emails from us?",
            "Press the button, and you get none, from this moment on.",
            buttons=(Choice("", "Stop all emails"),),
        )

    def stop(self, ref: str) -> Notice:
        """Let somebody get nothing any more."""
        landed(self.store.folder, self.store.stop(ref, self.now()))
        return self._notice("You get no more emails from us", "Should you ever want them again, sign up again.")

    def to_open(self) -> Notice:
        """Offer what somebody may do with what is held about them."""
        return self._notice(
            "What we hold about you",
            "See it: you get a file with everything that we hold about your email address.",
            "Stop: you get no more emails, and we keep a record that you did not want them.",
            "Erase: we delete everything. What stays is a mark that keeps your address off our lists, "
            "and that nobody can read your address from.",
            buttons=(Choice(SHOW, "See it"), Choice(STOP, "Stop all emails"), Choice(ERASE, "Erase everything")),
        )

    def open(self, ref: str, wish: str) -> Notice | dict[str, object]:
        """Do what somebody wishes with what is held about them; give a page, or everything that is held."""
        request = requests.opened(self.store, ref)
        if request is None or request.purpose is not Purpose.YOURS:
            return self._notice("It is erased", "We hold nothing about your email address.")
        if wish == SHOW:
            return rights.held(self.store, request.address)
        if wish == ERASE:
            rights.erase(self.store, request.address, self.now())
            erased(self.store.folder, request.address, self.store.mark(request.address))
            return self._notice("It is erased", "We hold nothing about your email address any more.")
        if wish == STOP:
            self.store.suppress(request.address, "left", self.now())
            landed(self.store.folder, request.address)
            return self._notice("You get no more emails from us", "Should you ever want them again, sign up again.")
        return self.to_open()

    def no_link(self) -> Notice:
        """Say that a link is not one of ours, is for something else, or has run out."""
        return self._notice(
            "This link does not work any more",
            "It has run out, or a part of it is missing. Ask for a new one, or copy the whole of it.",
            f"If you want no more emails from us, write to {self.pages.frame.email}, and we see to it.",
        )

    def wrong(self, status: int) -> Notice:
        """Say that something went wrong."""
        told = {
            404: ("There is no such page", "Go back, or write to us."),
            405: ("There is nothing to see here", "Go back, or write to us."),
            429: ("That was very often", "Wait an hour, then try again."),
            500: ("Something went wrong here", "It is not your fault. Try again in a few minutes, or write to us."),
        }
        title, said = told.get(status, ("We could not read that", "Go back and try again, or write to us."))
        return self._notice(title, said, f"Our address is {self.pages.frame.email}.")

    def _notice(self, title: str, *said: str, buttons: tuple[Choice, ...] = ()) -> Notice:
        return Notice(frame=self.pages.frame, title=title, said=said, buttons=buttons)


def _one_of(choices: tuple[Choice, ...], value: str) -> str:
    """Give a value if it is one of those that were offered; nothing else is kept."""
    return value if value in {choice.value for choice in choices} else ""
