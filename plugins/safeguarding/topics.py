"""The words that tell of each topic of a content note, and the sayings that only sound like it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from plugins.model.taxonomy import ContentNote
from plugins.safeguarding.texts import Said, Text, sought

_SELF = r"(?:my|him|her|them|your|our)sel(?:f|ves)"
_OWN = r"(?:my|his|her|their|your|our)"
_KIN = (
    r"(?:mum|mam|mom|dad|mother|father|nan|nana|gran|grand\w+|brother|sister|friend|carer|aunt|auntie|uncle|cousin"
    r"|baby|son|daughter|partner|boyfriend|girlfriend|stepdad|stepmum|parents?)"
)


def _whole(words: str) -> re.Pattern[str]:
    return sought(rf"\b(?:{words})\b", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Topic:
    """One topic: its words, what is not meant although it sounds like it, and whether it counts everywhere."""

    note: ContentNote
    words: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    grave: bool = False


@lru_cache(maxsize=64)
def told(topic: Topic, text: Text) -> tuple[str, Said] | None:
    """Find the first words that tell of a topic, and where; None where none do."""
    for match, piece in text.all(topic.words):
        if topic.unless is None:
            return match[0], piece
        if meant := topic.words.search(topic.unless.sub("…", piece.text)):
            return meant[0], piece
    return None


TOPICS = (
    Topic(
        ContentNote.SUICIDE,
        _whole(
            rf"suicid(?:e|es|al)|kill(?:ed|ing)? {_SELF}"
            rf"|(?:take|took|taken|taking|end|ended|ending) {_OWN} (?:own )?li(?:fe|ves)"
            r"|want(?:ed)? to (?:die|be dead)|(?:did not|didn't|do not|don't) want to (?:be alive|live any ?more)"
            r"|better off (?:dead|without me)"
        ),
        _whole(
            rf"suicide squad|(?:career|political|social|commercial) suicide|kill(?:ed|ing)? {_SELF} laughing"
            rf"|(?:take|took|taking) {_OWN} (?:own )?li(?:fe|ves) (?:back|forward|in|into|seriously|to the)"
            r"|want(?:ed)? to die (?:laughing|of (?:embarrassment|shame))"
        ),
        grave=True,
    ),
    Topic(
        ContentNote.SELF_HARM,
        _whole(rf"self[- ](?:harm\w*|injur\w*)|(?:cut|cutting|burn|burned|burnt|burning|harm|harmed|harming) {_SELF}"),
        _whole(
            rf"(?:cut|cutting|burn|burned|burnt|burning) {_SELF} "
            r"(?:a|an|some|shaving|on|off|out|loose|free|while|when|cooking|another)"
        ),
        grave=True,
    ),
    Topic(
        ContentNote.ABUSE,
        _whole(
            r"abus(?:e|es|ed|er|ers|ing|ive)|(?:was|were|been) neglected|neglected (?:me|us)"
            r"|(?:dad|mum|stepdad|stepmum|father|mother|carer) (?:used to )?beat (?:me|us)"
        ),
        _whole(
            r"(?:sexual|sexually|domestic|racial|racially|drug|substance|alcohol) abus\w+|abuse of (?:power|trust)"
            rf"|{_KIN} (?:used to )?beat (?:me|us) (?:at|in|to|by)"
        ),
        grave=True,
    ),
    Topic(
        ContentNote.SEXUAL_HARM,
        _whole(
            r"rape[ds]?|raping|rapists?|sexual(?:ly)? (?:assault|abus|exploit|harm|violen|harass|offen)\w*|molest\w*"
            r"|incest|groomed (?:me|us|by|online)|(?:was|were|been) groomed"
        ),
        _whole(
            r"(?:oilseed )?rape ?(?:seed|field|oil)s?|oilseed rape|(?:dog|cat|pony|horse)s? (?:was|were|been) groomed"
        ),
        grave=True,
    ),
    Topic(
        ContentNote.VIOLENCE_AT_HOME,
        _whole(
            r"domestic violence|domestic abuse"
            r"|violent (?:home|dad|mum|father|mother|stepdad|partner|ex|boyfriend|girlfriend)"
            rf"|(?:hit|hitting|punched|strangled) (?:my|our) {_KIN}|women's refuge"
            r"|(?:dad|stepdad|mum|stepmum|father|mother|partner|boyfriend|girlfriend) "
            r"(?:hit|punched|kicked|strangled) (?:me|us)"
        ),
        grave=True,
    ),
    Topic(
        ContentNote.PREGNANCY_LOSS,
        _whole(
            r"miscarr(?:y|ied|iages?)|stillb(?:irths?|orn)|lost (?:the|my|our) baby|abortions?"
            r"|(?:terminated|termination of) (?:the|my|a) pregnancy|ectopic"
        ),
        _whole(r"miscarriages? of justice"),
        grave=True,
    ),
    Topic(
        ContentNote.EATING,
        _whole(
            rf"anorexi\w+|bulimi\w+|eating disorders?|binge[- ]eating|starv(?:e|ed|ing) {_SELF}"
            rf"|ma(?:de|ke|king) {_SELF} sick"
        ),
        grave=True,
    ),
    Topic(ContentNote.RACISM, _whole(r"racis(?:m|ts?)|racial(?:ly)? (?:abus|harass|slur)\w*")),
    Topic(
        ContentNote.DISCRIMINATION,
        _whole(
            r"(?:homo|trans|bi|islamo)phob\w+|antisemiti\w+|hate crimes?|discriminated against"
            r"|(?:be|been|being|was|were) discriminated"
        ),
    ),
    Topic(
        ContentNote.DRUGS_ALCOHOL,
        _whole(
            r"heroin|cocaine|ketamine|crystal meth|overdos\w+|county lines|(?:on|took|taking|selling|dealing) drugs"
            r"|(?:drug|substance|alcohol) (?:use|misuse|abuse|deal\w*|addict\w*)"
            r"|addicted to (?:drugs|drink|alcohol|pills)|alcoholi(?:sm|cs?)|(?:got|getting) (?:drunk|stoned)"
        ),
        _whole(
            r"(?:non-|low-)alcoholic|alcoholic (?:drinks?|ginger beer)"
            r"|overdosed? on (?:cake|chocolate|sugar|sweets|biscuits|coffee|tea|pizza|cheese)"
        ),
    ),
    Topic(
        ContentNote.DEATH_GRIEF,
        _whole(
            rf"(?:{_KIN}|he|she|they|who) (?:had |has |have |just |had just )?(?:died|passed away)"
            rf"|(?:death of|lost) {_OWN} {_KIN}|{_KIN}'s death|funerals?|grief|griev(?:e|ed|ing)|bereave\w*"
        ),
        _whole(
            r"(?:nearly |almost |just )?died (?:laughing|of (?:laughter|embarrassment|shame|boredom))|good grief"
            rf"|lost {_OWN} {_KIN} (?:in|at) the (?:shop|shops|crowd|supermarket|park|market|station)"
            r"|(?:nearly|almost) died"
        ),
    ),
    Topic(
        ContentNote.HOMELESSNESS,
        _whole(
            r"homeless\w*|(?:sleep|slept|sleeping) rough|rough sleep\w*|sofa[- ]surf\w*|evict(?:ed|ion)"
            r"|(?:slept|sleeping|lived|living|live) (?:on the streets?|in (?:a|my|the) (?:car|doorway))"
            r"|(?:kicked|thrown) out of (?:home|my home|the house)"
        ),
    ),
    Topic(
        ContentNote.PRISON_POLICE,
        _whole(
            r"prisons?|prisoners?|jail|in (?:police )?custody|young offenders?\w*|on remand|arrested"
            r"|police (?:cell|station)s?|stopped and searched"
        ),
        _whole(r"arrested development|prison break|prison of (?:my|his|her|their|our) own"),
    ),
    Topic(
        ContentNote.FAMILY_SEPARATION,
        _whole(
            rf"taken into care|(?:taken|taken away|removed|separated|split up) from {_OWN} (?:\w+ )?"
            rf"(?:{_KIN}|family|home|brothers|sisters|siblings|children)"
            rf"|(?:not allowed|never allowed) to see {_OWN} (?:{_KIN}|family)"
            rf"|lost (?:contact|touch) with {_OWN} (?:{_KIN}|family|brothers|sisters)"
        ),
    ),
    Topic(
        ContentNote.ASYLUM_WAR,
        _whole(
            r"wars?|bomb(?:s|ed|ing|ings)?|asylum|refugees?|traffick\w+|tortured?"
            r"|(?:fled|flee|fleeing) (?:my|our|the|from) \w+"
        ),
        _whole(
            r"star wars|tug[- ]of[- ]war|war (?:on|of words|paint|games?|horse|memorial|room)"
            r"|(?:price|culture|turf) wars?|(?:first|second) world war|world war (?:one|two|i|ii|[12])"
            r"|(?:bath|photo|seed|glitter|cherry) bombs?"
            r"|bombed (?:my|the|it|out)|cost a bomb|torture(?:d)? (?:the|that|my) (?:guitar|piano|song)"
        ),
    ),
)
