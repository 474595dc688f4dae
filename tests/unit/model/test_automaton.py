"""An automaton finds exactly what stands in a text, whatever else it is asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.model.automaton import Automaton

WORDS = st.text(alphabet="ab é", min_size=1, max_size=5)


@given(st.lists(WORDS, max_size=8), st.text(alphabet="ab é", max_size=40))
def test_everything_that_stands_in_a_text_is_found_once(words: list[str], text: str) -> None:
    automaton = Automaton({word.encode(): [word, f"{word} too"] for word in words})
    found = list(automaton.found(text.encode()))
    standing = {word for word in words if word in text}
    assert sorted(found) == sorted([*standing, *(f"{word} too" for word in standing)])
