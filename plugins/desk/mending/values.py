"""Values that can be read in one way only, written as the site writes them; an empty text where there are more ways."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from plugins.model.addresses import email
from plugins.model.dates import day

_TIME = re.compile(
    r"(?i)(?:,? +| ?T|,)(?:at +)?(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>\d{2}))?"
    r" ?(?P<half>am|pm|a\.m\.|p\.m\.)?\.?(?::00)?Z?\Z"
)
_SAID = "Change it to: "


def moment(value: str) -> str:
    """Read a day, or a day and a time, written in any way that has one reading."""
    match = _TIME.search(value)
    if match and (match["half"] or match["minute"]):
        on, time = _day(value[: match.start()]), _time(match)
        if on and time:
            return f"{on} {time}"
    return _day(value)


def _day(text: str) -> str:
    text = re.sub(r"(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? +(?:the +)?", "", text.strip(" ,"))
    try:
        return day(text).isoformat()
    except PydanticCustomError as error:
        fix = str((error.context or {}).get("fix", ""))
        return fix.removeprefix(_SAID) if fix.startswith(_SAID) else ""


def _time(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    if half and not 1 <= hour < 12:  # noqa: PLR2004 - the hours of half a day; 12am is read in two ways
        return ""
    hour += 12 if half == "pm" else 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004 - the hours and minutes of a clock


def yes_or_no(value: str) -> str:
    """Read other ways to say yes and no."""
    return {"y": "true", "yes": "true", "on": "true", "yep": "true", "n": "false", "off": "false", "none": "false"}.get(
        value.lower().strip(" .!"), ""
    )


def whole_number(value: str) -> str:
    """Read the one number in a few words."""
    found = re.findall(r"\d+", value)
    return found[0] if len(found) == 1 and not re.search(r"[-.,/]\d|%", value) else ""


def mailbox(value: str) -> str:
    """Read an address without what programs put round it."""
    framed = re.search(r"<([^<>]+)>$", value)
    bare = re.sub(r"(?i)^mailto:", "", framed[1] if framed else value.strip("<> ")).rstrip(".,;").strip()
    try:
        return email(bare) if bare != value else ""
    except PydanticCustomError:
        return ""


def phone(value: str) -> str:
    """Read a number without brackets and hyphens; its figures stay."""
    bare = re.sub(r"\s+", " ", re.sub(r"(?i)^tel:|[-()./–]", " ", value)).strip().replace("+44 0 ", "+44 ")
    return bare if bare != value and re.fullmatch(r"\+?[0-9][0-9 ]{2,18}", bare) else ""


def digits_only(value: str) -> str:
    """Read a consent's reference that has other marks between its parts."""
    match = re.fullmatch(r"(?i)CR[ ._/–-]*(\d{4})[ ._/–-]+(\d{3,})", value)
    return f"CR-{match[1]}-{match[2]}" if match else ""


def postcode(value: str) -> str:
    """Read a postcode in small letters, or without its space."""
    bare = re.sub(r"\W", "", value).upper()
    return f"{bare[:-3]} {bare[-3:]}" if re.fullmatch(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}", bare) else ""
