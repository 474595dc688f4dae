"""“What can I get?” answers on the device, as the rule does, with the network gone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.model.eligibility import Answer
from tests import people
from tests.browser.serving import links

ASK = """
([lives, cared, age, care]) => {
  const pick = (id, text) => {
    const field = document.getElementById(id);
    const option = [...field.options].find(one => one.text.toLowerCase().endsWith(text));
    field.value = text && option ? option.value : "";
  };
  pick("lives", lives);
  pick("cared", cared);
  document.getElementById("care").selectedIndex = care;
  document.getElementById("age").value = age;
  document.getElementById("age").dispatchEvent(new Event("input", {bubbles: true}));
  return [...document.querySelectorAll(".found ul.cards")].map(list =>
    [...list.querySelectorAll("a")].map(link => link.getAttribute("href").split("/").at(-2)));
}
"""
CARE = ("-", "eligible", "relevant", "former", "qualifying", "some", "after-16")
"""In the order of the page."""


@pytest.fixture(scope="module")
def finder(browser: Browser, address: str) -> Iterator[Page]:
    """Open the page, then take the network away."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, service_workers="block")
    page = context.new_page()
    page.goto(f"{address}/what-can-i-get/")
    page.wait_for_selector(".finder[data-ready]")
    context.set_offline(True)
    yield page
    context.close()


def answers(finder: Page, row: people.Row) -> dict[str, Answer]:
    words = ["" if word == "-" else word.replace("-", " ") for word in (row.lives, row.cared)]
    age = "" if row.age == "-" else row.age
    yes, ask = finder.evaluate(ASK, [*words, age, CARE.index(row.care)])
    known = dict.fromkeys(yes, Answer.YES) | dict.fromkeys(ask, Answer.ASK)
    return {slug: known.get(slug, Answer.NO) for slug in people.OFFERS.values()}


@pytest.mark.browser
def test_everybody_gets_the_answers_that_the_pages_give_and_nothing_is_asked_of_the_network(finder: Page) -> None:
    asked: list[str] = []
    finder.on("request", lambda request: asked.append(request.url))
    wrong = {str(row): found for row in people.PEOPLE if (found := answers(finder, row)) != row.answers}
    assert wrong == {}
    assert asked == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("typed", "place", "said"),
    [
        ("mc1", "Merecombe", "That is Merecombe."),
        ("  NB1 2AB ", "Northbridge", "That is Northbridge."),
        ("SY90", "Strathallow", "That is Strathallow."),
        ("ZZ99", "I have not said", "We do not know ZZ99. Pick a place below."),
        ("", "I have not said", ""),
    ],
)
def test_half_a_postcode_finds_the_council_or_says_that_we_do_not_know(
    finder: Page, typed: str, place: str, said: str
) -> None:
    finder.fill("#outcode", typed)
    assert finder.locator("#lives option:checked").inner_text() == place
    assert finder.locator("#where").inner_text() == said


@pytest.mark.browser
def test_a_postcode_of_several_councils_asks_which(finder: Page) -> None:
    finder.fill("#outcode", "NB9")
    which = finder.get_by_role("group", name="It is in more than one place. Which is yours?")
    assert [label.strip() for label in which.locator("label").all_inner_texts()] == ["Merecombe", "Northbridge"]
    assert finder.locator("#lives").input_value() == ""
    which.get_by_label("Northbridge").check()
    assert finder.locator("#lives option:checked").inner_text() == "Northbridge"
    finder.fill("#outcode", "MC8")
    assert [label.strip() for label in which.locator("label").all_inner_texts()] == ["Merecombe", "Another council"]
    which.get_by_label("Another council").check()
    assert finder.locator("#lives").input_value() == ""


@pytest.mark.browser
def test_for_a_council_without_a_page_it_says_what_we_do_not_know(finder: Page) -> None:
    finder.fill("#outcode", "")
    finder.select_option("#cared", label="Another council in England")
    box = finder.get_by_role("heading", name="What we do not know").locator("..")
    assert "We do not know what that council gives" in box.inner_text()
    finder.select_option("#cared", label="Northbridge")
    assert "We do not know what that" not in box.inner_text()
    assert box.get_by_role("link", name="All that Northbridge says it gives").is_visible()


@pytest.mark.browser
def test_without_a_script_the_same_answers_are_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/what-can-i-get/")
    assert not page.locator(".finder").is_visible()
    page.get_by_role("link", name="Merecombe").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Offers in Merecombe"
    context.close()


def test_each_offer_is_three_steps_from_home_without_a_script(address: str) -> None:
    near, reached = {f"{address}/"}, {f"{address}/"}
    for _ in range(3):
        found = {link for url in near for link in links(url, "//*[self::main or self::nav]//a/@href")}
        near = {url for url in found if url.startswith(address) and url.endswith("/")} - reached
        reached |= near
        offers = {f"{address}/offers/{slug}/" for slug in people.OFFERS.values()}
        if offers <= reached:
            break
    assert offers <= reached


@pytest.mark.browser
def test_the_list_narrows_down_in_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/offers/")
    page.fill("#filter", "council tax northbridge")
    shown = page.locator(".group li:visible h3")
    expect(shown).to_have_text(["Northbridge pays your council tax until 25"])
    expect(page.locator(".filter output")).to_have_text("1 of 10")
    page.fill("#filter", "")
    expect(shown).to_have_count(10)
