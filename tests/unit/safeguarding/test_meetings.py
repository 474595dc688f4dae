"""A link that lets strangers into a meeting goes out in nothing that young people read."""

from __future__ import annotations

import pytest

from plugins.safeguarding.meetings import meeting_problems
from tests import samples

LINKS = (
    "https://us02web.zoom.us/j/81234567890?pwd=abc",
    "https://zoom.us/my/clnm",
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
    "https://teams.live.com/meet/9312345",
    "https://meet.google.com/abc-defg-hij",
    "https://clnm.webex.com/clnm/j.php?MTID=m1",
    "https://meet.jit.si/clnm",
    "https://chat.whatsapp.com/AbCdEf",
)


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("kind", ["newsletter", "page", "offer"])
def test_a_joining_link_stops_whatever_it_stands_in(kind: str, link: str) -> None:
    document = samples.document(kind, body=f"Come and [join us on screen]({link}).\n\n/// get-help\n///")
    (problem,) = meeting_problems(document)
    assert (problem.code, problem.field) == ("E01", "")


def test_what_only_staff_read_and_other_links_may_stand() -> None:
    staff = samples.document("page", body=f"Join [the call]({LINKS[0]}).", audience="[lhp-staff]")
    other = samples.document("page", body="See [how Zoom works](https://zoom.us/accessibility).")
    assert [*meeting_problems(staff), *meeting_problems(other)] == []


@pytest.mark.parametrize("link", LINKS)
def test_an_event_for_young_people_refuses_it_itself(link: str) -> None:
    assert "E01" in {problem.code for problem in samples.problems("event", body=f"Join [here with us]({link}).")}
