"""The list of all pictures: the file's name, without `.png`, and the function that draws it."""

from __future__ import annotations

from collections.abc import Callable

from tools.illustrations import logos
from tools.illustrations.canvas import Canvas
from tools.illustrations.scenes import (
    a_language_of_my_own,
    conference_small_steps,
    cook_and_share_online,
    data_sim,
    first_radiator,
    issue_2026_11,
    issue_2026_12,
    issue_2027_03,
    lantern_walk,
    larkfield_second_try,
    our_front_doors,
    small_steps_fund,
    spring_residential,
    stall_number_nine,
    sunday_calls,
    the_interview_panel,
    two_suitcases_one_cat,
    warm_bundle,
    what_young_people_told_us,
    winter_meet_up,
    words_we_choose,
)

PICTURES: dict[str, Callable[[], Canvas]] = {
    "2026-11-1": issue_2026_11.draw,
    "2026-12-1": issue_2026_12.draw,
    "2027-03-1": issue_2027_03.draw,
    "a-language-of-my-own-1": a_language_of_my_own.draw,
    "conference-small-steps-1": conference_small_steps.draw,
    "cook-and-share-online-1": cook_and_share_online.draw,
    "data-sim-1": data_sim.draw,
    "first-radiator-1": first_radiator.draw,
    "lantern-walk-1": lantern_walk.draw,
    "larkfield-second-try-1": larkfield_second_try.draw,
    "our-front-doors-1": our_front_doors.draw,
    "small-steps-fund-1": small_steps_fund.draw,
    "spring-residential-1": spring_residential.draw,
    "stall-number-nine-1": stall_number_nine.draw,
    "sunday-calls-1": sunday_calls.draw,
    "the-interview-panel-1": the_interview_panel.draw,
    "two-suitcases-one-cat-1": two_suitcases_one_cat.draw,
    "warm-bundle-1": warm_bundle.draw,
    "what-young-people-told-us-1": what_young_people_told_us.draw,
    "winter-meet-up-1": winter_meet_up.draw,
    "words-we-choose-1": words_we_choose.draw,
    "merecombe-logo": logos.merecombe,
    "northbridge-logo": logos.northbridge,
    "strathallow-logo": logos.strathallow,
}
