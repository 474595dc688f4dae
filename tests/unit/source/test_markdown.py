"""What sentences become: markup without anything an editor did not mean, and plain text that says the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from plugins.model import Prose
from plugins.model.blocks import Divider, Grid, Heading, Numbers, Poem, Recipe, Running, Steps, YouSaidWeDid
from tests import samples


def prose(body: str) -> Prose:
    """Read a body that is running text only."""
    (block,) = samples.document("page", body=body).body
    assert isinstance(block, Running)
    return block.prose


def mark(name: str) -> str:
    """Write what stands in prose for something that only the library knows."""
    return f"{Prose.OPEN}{name}{Prose.CLOSE}"


@pytest.mark.parametrize(
    ("body", "html", "text"),
    [
        ("Hello *you* and **you**.", "<p>Hello <em>you</em> and <strong>you</strong>.</p>", "Hello you and you."),
        ("a\nb", "<p>a\nb</p>", "a b"),
        ("a  \nb", "<p>a<br>\nb</p>", "a\nb"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>", "a\n\nb"),
        ("Q&A, 5 < 6 & 7 > 6", "<p>Q&amp;A, 5 &lt; 6 &amp; 7 &gt; 6</p>", "Q&A, 5 < 6 & 7 > 6"),
        ("&lt;b&gt; &eacute;", "<p>&lt;b&gt; é</p>", "<b> é"),
        ("`<b>` is code", "<p><code>&lt;b&gt;</code> is code</p>", "<b> is code"),
        (
            "See [the site](https://example.org).",
            '<p>See <a href="https://example.org">the site</a>.</p>',
            "See the site (https://example.org).",
        ),
        (
            '[Our site](https://example.org "A tip")',
            '<p><a href="https://example.org">Our site</a></p>',
            "Our site (https://example.org)",
        ),
        (
            "Ring [01632 960 123](tel:01632960123)",
            '<p>Ring <a href="tel:01632960123">01632 960 123</a></p>',
            "Ring 01632 960 123",
        ),
        (
            "[Ana](story:ana)",
            f'<p><a href="{mark("url:story:ana")}">Ana</a></p>',
            f"Ana ({mark('url:story:ana')})",
        ),
        ("{support: shout}", f"<p>{mark('support:shout')}</p>", mark("support:shout")),
        ("{ fact : projects }", f"<p>{mark('fact:projects')}</p>", mark("fact:projects")),
        ("`{support: shout}`", "<p><code>{support: shout}</code></p>", "{support: shout}"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>', "3. a\n4. b"),
        ("Bring:\n- a\n- b", "<p>Bring:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "Bring:\n\n- a\n- b"),
        ("In the year\n2019. It began.", "<p>In the year\n2019. It began.</p>", "In the year 2019. It began."),
        ("> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>", "> a\n> b"),
        ("Text\n===", "<p>Text\n===</p>", "Text ==="),
        (
            "| a | b |\n|---|:-:|\n| 1 | 2 |",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>",
            "a | b\n1 | 2",
        ),
        (
            "*[PA]: personal adviser\n\nAsk your PA.",
            '<p>Ask your <abbr title="personal adviser">PA</abbr>.</p>',
            "Ask your PA.",
        ),
    ],
)
def test_markup_and_plain_text_say_the_same(body: str, html: str, text: str) -> None:
    found = prose(body)
    assert found.html == html
    assert found.text == text


def test_a_list_in_a_list_keeps_its_depth_in_plain_text() -> None:
    assert prose("- a\n\n    - b\n    - c\n\n- d").text == "- a\n  - b\n  - c\n- d"


def test_sections_parts_and_dividers_are_blocks() -> None:
    body = "Start.\n\n## Who can come?\n\nYou.\n\n### Who **else**\n\n---\n\n## Who can come?"
    found = samples.document("page", body=body).body
    assert [type(block) for block in found] == [Running, Heading, Running, Heading, Divider, Heading]
    headings = [block for block in found if isinstance(block, Heading)]
    assert [(block.level, block.text, block.anchor, block.line) for block in headings] == [
        (2, "Who can come?", "who-can-come", 8),
        (3, "Who else", "who-else", 12),
        (2, "Who can come?", "who-can-come-2", 16),
    ]


def test_headings_in_other_letters_have_anchors_of_their_own() -> None:
    found = samples.document("page", body="## سلام\n\n## درود\n\n## Part 2\n\n## Part").body
    anchors = [block.anchor for block in found if isinstance(block, Heading)]
    assert anchors == ["part", "part-2", "part-2-2", "part-3"]


def test_three_hyphens_under_a_line_divide_and_make_no_heading() -> None:
    found = samples.document("page", body="A line\n\n---\n\nAnother").body
    assert [block.name for block in found] == ["prose", "divider", "prose"]


def texts(parts: Sequence[Prose]) -> list[str]:
    """Give the plain text of each."""
    return [part.text for part in parts]


def test_steps_and_grids_hold_the_items_of_a_list() -> None:
    body = "/// steps | How\n1. Ring us.\n2. Say [hello](page:about).\n///\n\n/// grid\n- **Warmth.** A.\n\n- B\n///"
    steps, grid = samples.document("page", body=body).body
    assert isinstance(steps, Steps)
    assert isinstance(grid, Grid)
    assert texts(steps.items) == ["Ring us.", f"Say hello ({mark('url:page:about')})."]
    assert steps.items[0].html == "<p>Ring us.</p>"
    assert texts(grid.items) == ["Warmth. A.", "B"]


def test_pairs_are_the_terms_of_a_definition_list() -> None:
    body = "/// numbers\n61\n:   people *asked*\n\n9\n:   projects\n///"
    (numbers,) = samples.document("page", body=body).body
    assert isinstance(numbers, Numbers)
    assert [(pair.term.text, pair.detail.text) for pair in numbers.pairs] == [("61", "people asked"), ("9", "projects")]
    assert numbers.pairs[0].term.html == "61"
    assert numbers.pairs[0].detail.html == "<p>people <em>asked</em></p>"


def test_what_was_said_on_two_lines_is_not_lost() -> None:
    body = "/// you-said-we-did\nTravel money\ncame late.\n:   Now it is early.\n:   And it is more.\n///"
    (replies,) = samples.document("page", body=body).body
    assert isinstance(replies, YouSaidWeDid)
    assert [pair.term.text for pair in replies.pairs] == ["Travel money came late."] * 2
    assert [pair.detail.text for pair in replies.pairs] == ["Now it is early.", "And it is more."]


def test_a_recipe_holds_what_goes_in_and_then_what_to_do() -> None:
    body = "/// recipe | Tea\n    serves: 4\n\n- lentils\n- water\n\n1. Boil.\n2. Drink.\n///"
    (recipe,) = samples.document("page", body=body).body
    assert isinstance(recipe, Recipe)
    assert recipe.serves == "4"
    assert [texts(items) for items in recipe.lists] == [["lentils", "water"], ["Boil.", "Drink."]]


def test_a_poem_keeps_its_lines_and_verses_as_they_are() -> None:
    body = "/// poem | Spare key\n    by: a rep\n\nFirst *line*\n  second\n\n\nThird & last\n///"
    (poem,) = samples.document("page", body=body).body
    assert isinstance(poem, Poem)
    assert poem.verses == (("First *line*", "second"), ("Third & last",))
    assert poem.words == "First *line*\nsecond\n\nThird & last"


def test_capital_letters_and_more_slashes_still_open_a_block() -> None:
    (quote,) = samples.document("page", body="//// Quote | Ari\nHi.\n////").body
    assert quote.name == "quote"
