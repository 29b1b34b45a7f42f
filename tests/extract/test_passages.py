"""Passages put together from a lead that tells a day and sentences with figures behind it."""

from itertools import product

import pytest

from claimsync.extract.extractor import extract

PAGE = "2026-03-12"  # a Thursday
# What opens a page, and the day on which it says that something happened.
LEADS = (
    ("A coach overturned near Orlen on Tuesday.", "2026-03-10"),
    ("A warehouse in Orlen collapsed early on Wednesday, crushing parked cars.", "2026-03-11"),
    ("Gales swept the coast around Orlen overnight.", "2026-03-11/2026-03-12"),
    ("Fans clashed outside the arena in Orlen on Sunday, the mayor said on Monday.", "2026-03-08"),
    ("The mayor said on Wednesday that a pier in Orlen had given way on Monday.", "2026-03-09"),
)
# What is told of it, with a figure and no day, or with the day on which it was told.
TOLD = (
    "Nine people were killed.",
    "Police said nine people were hurt.",
    "Nine people were injured, the fire service said on Thursday.",
    "The clinic said on Wednesday that it had treated nine people.",
    "Rescuers freed nine passengers, a spokeswoman told reporters in Orlen on Thursday.",
    "Firefighters rescued nine people from the upper floor.",
    "According to the council, nine cars were destroyed.",
    "On Thursday, police said nine people had been arrested.",
    "Nine people died, according to a statement on Thursday by the ministry.",
)
BREAKS = (" ", "\n\n", " The road is closed. ", "\n\nThe mayor thanked the crews.\n\n")


def when(text, figure="nine"):
    """Return the time of a figure of a page."""
    found = [
        d for d in extract(text, said_at=PAGE) if d.figure and d.figure.text.casefold() == figure
    ]
    assert len(found) == 1, text
    return found[0].when and found[0].when.code


@pytest.mark.parametrize(("lead", "told"), list(product(LEADS, TOLD)), ids=str)
def test_a_figure_of_what_happened_is_of_the_day_that_the_page_tells(lead, told):
    assert {when(lead[0] + apart + told) for apart in BREAKS} == {lead[1]}


NOT_OF_THEN = (
    "Nine people are still missing.",
    "The arena has room for nine coaches.",
    "The firm will hire nine people.",
    "Nine people had been killed in the war.",
    "The coach company owns nine garages.",
    "The mayor expects nine people to be charged.",
    "Tickets cost nine euros.",
)


@pytest.mark.parametrize("told", NOT_OF_THEN)
def test_what_is_so_now_or_yet_to_come_is_of_no_day_told_before(told):
    assert when(f"{LEADS[0][0]}\n\n{told}") is None


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("In 2019 a blaze swept through the same hall. Nine people died.", "2019"),
        ("Nine people died in a blaze at the same hall in 2019.", "2019"),
        ("A storm hit the port in January. Nine people were killed.", "2026-01"),
        ("The hall burned down on 3 May 2021. Nine people were hurt.", "2021-05-03"),
        ("The next day nine people were arrested.", "2026-03-11"),
        ("The day before, nine people were arrested.", "2026-03-09"),
    ],
)
def test_a_paragraph_that_tells_another_time_is_of_that(told, day):
    assert when(f"{LEADS[0][0]}\n\n{told}") == day


@pytest.mark.parametrize(
    "page",
    [
        "Police said on Tuesday that a coach had overturned. Nine people were hurt.",
        "A coach overturned, police said at a briefing in Orlen on Tuesday.\n\nNine were hurt.",
        "The toll from the floods rose to 212 on Tuesday.\n\nNine people were hurt in Orlen.",
        "A coach overturned on Tuesday, a day after a crash on Monday.\n\nNine people were hurt.",
    ],
)
def test_a_day_on_which_somebody_spoke_or_a_toll_rose_and_one_of_two_is_not_carried(page):
    assert when(page) is None
