"""What is asked about each kind, in plain words: about six things, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.desk.samples import Value


@dataclass(frozen=True, slots=True)
class Question:
    """A field, the question about it, and the answers to another one without which it makes no sense."""

    place: str
    ask: str
    where: str = ""
    among: tuple[str, ...] = ()

    def fits(self, given: Mapping[str, Value]) -> bool:
        """Say whether it is worth asking after what was answered."""
        if not self.where:
            return True
        met = given.get(self.where)
        return met is not None and (not self.among or met in self.among)


_SUMMARY = Question("summary", "What is it about, in one or two sentences?")
_FORM = (
    Question("consent.ref", "What is the reference of their signed form? If there is none yet, go on with Enter."),
    Question("consent.given", "On which day did they say yes?", "consent.ref"),
    Question("consent.scope", "Which channels did they say yes to? Only those.", "consent.ref"),
)

QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "story": (
        Question("storyteller", "What name do they want to have here? It need not be their own."),
        Question("identity", "How are they named?"),
        Question("told_by", "How did the words come about?"),
        Question("what_helped", "Who or what helped?"),
        _SUMMARY,
        *_FORM,
    ),
    "event": (
        Question("event_kind", "What sort of event is it?"),
        Question("start", "On which day and at what time does it start?"),
        Question("end", "When does it end?", "start"),
        Question("mode", "Do people meet in a building, online, or both?"),
        Question("venue", "Which building is it in?", "mode", ("in-person", "both")),
        Question("postcode", "What is its postcode?", "mode", ("in-person", "both")),
        Question("online_how", "How do people get the link? Never the link itself.", "mode", ("online", "both")),
        Question("who_for", "Who is it for?"),
        Question("travel_paid", "Is travel paid?"),
    ),
    "offer": (
        Question("provider", "Who gives it?"),
        Question("offer_kind", "What sort of offer is it?"),
        Question("category", "Where would people look for it?"),
        Question("value", "What is it worth, in words?"),
        Question("where_rule", "Which place counts: the council that looked after you, or where you live now?"),
        Question("age_note", "Up to which age, in words with one reading?"),
        Question("link", "At which web address can people get it? If there is none, go on with Enter."),
    ),
    "newsletter": (
        Question("send_on", "On which day and at what time does the email go out?"),
        Question("subject", "What is the email's subject?"),
        Question("preheader", "What else is in it? Inboxes show this line after the subject."),
        Question("signed_by", "Who signs it? A role, or a name as they agreed."),
        Question("reply_to", "Which address answers?"),
        _SUMMARY,
    ),
    "area": (
        Question("area_kind", "What sort of area is it?"),
        Question("nation", "In which nation is it?"),
        Question("region", "In which region?"),
        Question("authorities", "Which councils belong to it, by their codes?"),
        Question("contact_email", "What is the team's address?"),
        _SUMMARY,
    ),
    "person": (
        Question("display_name", "What name do they want to have here? For reps a first name."),
        Question("role", "What do they do?"),
        Question("region", "In which region?"),
        Question("term_from", "On which day did their term begin?"),
        _SUMMARY,
        *_FORM,
    ),
    "publication": (
        Question("publication_kind", "What sort of publication is it?"),
        Question("authors", "Who made it? Organisations, or names as they agreed."),
        _SUMMARY,
        Question("link", "At which web address is the file or film? If there is none, go on with Enter."),
        Question("file_format", "What is the file?", "link"),
        Question("file_size", "How big is it?", "link"),
    ),
    "objective": (
        Question("order", "What is its number?"),
        Question("strapline", "What is it, in a few words?"),
        Question("what_it_means", "What does it mean, in plain words?"),
        _SUMMARY,
    ),
    "page": (
        Question("page_kind", "What sort of page is it?"),
        _SUMMARY,
    ),
}
