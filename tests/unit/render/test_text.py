"""Plain text that people can read: lines that fit, lists that hang, parts with air between them."""

from __future__ import annotations

from plugins.render.text import COLUMNS, tidy, wrapped

LONG = "Somebody in the house had already put the kettle on, and so we sat down and talked until it got dark."
ADDRESS = f"https://clnm.example.org/{'a-long-way-' * 8}home/"


def test_a_long_paragraph_becomes_lines_that_fit() -> None:
    lines = wrapped(LONG).splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= COLUMNS
    assert " ".join(lines) == LONG


def test_each_line_of_the_text_is_a_paragraph_of_its_own() -> None:
    assert wrapped("One.\n\nTwo.") == "One.\n\nTwo."


def test_an_address_is_never_broken() -> None:
    assert ADDRESS in wrapped(f"{LONG} {ADDRESS} {LONG}").splitlines()


def test_words_are_not_broken_at_their_hyphens() -> None:
    assert all(line.startswith("peer-led") for line in wrapped(" ".join(["peer-led"] * 30)).splitlines())


def test_what_follows_a_mark_hangs_under_its_words() -> None:
    for mark in ("- ", "10. ", "• "):
        first, *others = wrapped(mark + LONG).splitlines()
        assert first.startswith(mark)
        assert others
        assert all(line.startswith(" " * len(mark)) and line[len(mark)] != " " for line in others)


def test_a_row_of_a_table_that_needs_two_lines_can_be_told_from_two_rows() -> None:
    first, *others = wrapped(f"Question | {LONG} | Yes").splitlines()
    assert first.startswith("Question |")
    assert all(line.startswith("  ") and line[2] != " " for line in others)


def test_a_list_in_a_list_keeps_its_depth() -> None:
    assert wrapped(f"- One\n  - {LONG}").splitlines()[2].startswith("    ")


def test_a_quotation_is_marked_on_each_line() -> None:
    assert all(line.startswith("> ") for line in wrapped(f"> {LONG}").splitlines())


def test_a_first_mark_is_given_once_and_the_rest_hangs() -> None:
    first, *others = wrapped(LONG, "Where: ").splitlines()
    assert first.startswith("Where: Somebody")
    assert all(line.startswith("       ") for line in others)


def test_every_line_can_be_set_in() -> None:
    assert all(line.startswith("    ") for line in wrapped(f"{LONG}\n{LONG}", "    ", "    ").splitlines())


def test_a_line_without_words_stays_empty() -> None:
    assert wrapped("One.\n\nTwo.", "  ", "  ") == "  One.\n\n  Two."


def test_tidy_leaves_one_empty_line_between_parts_and_none_at_the_ends() -> None:
    assert tidy("\n\nOne.  \n\n\n\nTwo.\n\n") == "One.\n\nTwo.\n"


def test_tidy_keeps_the_mark_of_a_signature() -> None:
    assert tidy("One.\n\n-- \nUs \n") == "One.\n\n-- \nUs\n"
