"""Figures that the text limits differently are not compared; those limited alike are."""

import pytest

import claimsync as cs

APART = [
    "Police said 15 people were killed. The mayor said another 3 people were killed.",
    "Police said 15 people were killed. The mayor said three more people had died.",
    "The clinic said 25 people were injured. Police said 12 of the 30 injured were children.",
    (
        "Ana said profit was 3 million euros in the first quarter."
        " Ben said profit was 9 million euros in the second quarter."
    ),
    (
        "Ana said profit was 3 million euros in the first half."
        " Ben said profit was 9 million euros for the full year."
    ),
    (
        "Ana said profit was 3 million euros before tax."
        " Ben said profit was 2 million euros after tax."
    ),
    (
        "Police said 12 people were killed in road accidents."
        " The ministry said 90 people were killed in fires."
    ),
    (
        "Police said 12 people were killed by the flood."
        " The ministry said 90 people were killed by lightning."
    ),
    (
        "The club said 38,000 people attended the match."
        " The league said the average attendance this season was 27,400."
    ),
    "Ana said 12 of her soldiers were killed. Ben said 200 of his soldiers were killed.",
    "The union said unemployment fell to 5 percent. The bank said unemployment fell by 1 percent.",
    (
        "Ana said the records of 1,200 patients had been stolen."
        " Ben said two patients were harmed because of the outage."
    ),
    (
        "The ministry said 412 people had died nationwide."
        " The mayor of Porto said 130 people had died in the city."
    ),
    (
        "The ministry said 24 people died in the first week."
        " The union said 33 people died in the first phase."
    ),
    "Ana said 24 people died in the morning. Ben said 33 people died by the evening.",
]
TOGETHER = [
    "Police said 15 people were killed in the crash. The mayor said 18 people were killed.",
    (
        "The firm said profit was 3 million euros in the first quarter."
        " An analyst said profit was 9 million euros in the first quarter."
    ),
    (
        "The firm said profit was 3 million euros before tax."
        " An analyst said profit was 2 million euros before tax."
    ),
    "The union said unemployment fell to 5 percent. The bank said unemployment rose to 6 percent.",
    "Ana said 15 people were taken to hospital. Ben said 18 people were taken to hospital.",
    "Ana said 12 people died in hospital. Ben said 13 people died in total.",
]


def divergences(text):
    """Return how many divergences a text gives."""
    return len(cs.reconcile(cs.link(cs.extract(text, said_at="2026-07-23"))).divergences)


@pytest.mark.parametrize("text", APART)
def test_what_is_limited_otherwise_is_not_compared(text):
    assert divergences(text) == 0


@pytest.mark.parametrize("text", TOGETHER)
def test_what_is_limited_alike_is_compared(text):
    assert divergences(text) == 1


def test_a_month_that_is_over_is_not_when_the_news_of_a_page_happened():
    text = (
        "Four people died in the avalanche, Morelli said.\n\n"
        "An avalanche on the same slope in January killed three people."
    )
    assert [d.when and d.when.code for d in cs.extract(text, said_at="2026-03-05")] == [
        None,
        "2026-01",
    ]
    assert divergences(text) == 0
