"""What the hours overtake: a morning's count is no rival of an evening's, by whomever."""

import pytest

import claimsync as cs
from claimsync.extract.linking.link import linked

DAY = "2026-03-12"

PASSED = {
    "a toll": "20:10\nThe ministry says 17 people have died.\n\n"
    "08:15\nThe hospital director says four people were killed.",
    "arrests": "18:00\nThe minister says 312 people have been arrested.\n\n"
    "13:00\nPolice say 150 people have been arrested so far.",
    "a state that wavers": "5pm\nThe grid operator says 4,000 homes are without power.\n\n"
    "9am\nThe energy ministry says 12,000 homes are without power.",
    "turnout": "18:20\nThe interior ministry says turnout is 54%.\n\n"
    "12:10\nTurnout stood at 28%, the election commission said.",
    "hours ago, with the clock": "11m ago (21:40 GMT)\nThe agency says 312 people are dead.\n\n"
    "9h ago (12:40 GMT)\nThe governor says 120 people are dead.",
    "the head of a page": "Storm live: 45 dead, 200 hurt\n\n"
    "20:15 GMT\nDoctors say they have run out of beds.\n\n"
    "08:40 GMT\nTwelve people have died, the fire service says.",
    "parts of a day": "On Monday morning, police said four people had died. "
    "On Monday evening, the interior ministry said 17 were dead.",
    "days": "On Monday the governor said 12 people had died. "
    "On Thursday the ministry put the toll at 30.",
    "up to a day": "Twelve people were killed on Monday, the ministry said. "
    "By Tuesday evening the toll had reached 30, the governor said.",
    "noon and nightfall": "At noon, the mayor said four people were missing. "
    "By nightfall the coast guard said 11 were missing.",
}
RIVALS = {
    "within the hour": "20:10\nThe ministry says 17 people have died.\n\n"
    "20:00\nThe fire service says 24 people have died.",
    "a toll does not fall": "20:10\nThe ministry says 17 people have died.\n\n"
    "12:00\nThe fire service says 24 people have died.",
    "what does not go on": "20:10\nThe firm says 281 people were on board.\n\n"
    "09:00\nThe minister says 310 people were on board.",
    "an old one beside two new ones": "16:00\nThe ministry says 12 people were killed. "
    "The governor says 19 were killed.\n\n09:10\nThe fire service says four were killed.",
}


def _divergences(text):
    return cs.reconcile(cs.link(cs.extract(text, said_at=DAY))).divergences


@pytest.mark.parametrize("text", PASSED.values(), ids=PASSED)
def test_an_older_figure_of_a_count_that_goes_on_is_no_rival(text):
    assert _divergences(text) == ()
    found = linked(cs.extract(text, said_at=DAY))
    assert "it was said before, and not what is said now" in found.doubts


@pytest.mark.parametrize("text", RIVALS.values(), ids=RIVALS)
def test_what_no_hours_explain_diverges(text):
    (found,) = _divergences(text)
    assert found.basis == "value"


def test_what_a_source_updates_itself_stays_an_update():
    text = (
        "20:10\nThe ministry says 17 people have died.\n\n"
        "12:00\nThe ministry says nine people have died.\n\n"
        "08:00\nThe mayor says four people have died."
    )
    (found,) = cs.reconcile(cs.link(cs.extract(text, said_at=DAY))).revisions
    assert found.basis == "update"


@pytest.mark.parametrize(
    "text",
    [
        (
            "The survey gave the quake a magnitude of 7.1.\n\n"
            "The institute counted 30 tremors since then, the biggest with a magnitude of 5.8."
        ),
        "Health officials reported 18 new cases on Tuesday, bringing the total to 240.",
        (
            "Six people were killed on Monday, police said. "
            "So far 41 people have been killed in all, the ministry said."
        ),
        (
            "The health ministry said 320 people had died in the war. "
            "The hospital said 14 people were killed in the strike."
        ),
        (
            "Police arrested 45 people overnight, they said. "
            "The interior ministry said 300 people had been arrested since the protests began."
        ),
    ],
)
def test_what_is_of_more_or_of_one_of_several_is_no_rival(text):
    assert _divergences(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        (
            "An earlier post on this page said 450 people had been hurt in Kolm. "
            "The correct figure, according to the city's hospital, is 145."
        ),
        (
            "Correction: an earlier entry gave the number of injured as 60. "
            "It is 16, according to the ministry."
        ),
        (
            "A previous entry in this blog said 12 people had died. "
            "The right number is two, police say."
        ),
    ],
)
def test_the_page_sets_its_own_entry_right_by_what_somebody_says(text):
    found = cs.reconcile(cs.link(cs.extract(text, said_at=DAY)))
    assert found.divergences == ()
    assert [each.basis for each in found.revisions] == ["correction"]


@pytest.mark.parametrize(
    "text",
    [
        "The fire service says four people have been killed.",
        "Twelve people died, the flood warning centre said.",
        "The march organisers said 9,000 people had gathered.",
    ],
)
def test_who_is_called_after_an_event_tells_of_none(text):
    (draft,) = cs.extract(text, said_at=DAY)
    assert draft.code("event") is None


def test_one_voice_may_be_told_by_its_initials():
    text = (
        "The CPA says 40 people are hurt.\n\n"
        "Oria's Civil Protection Authority says eight people are missing."
    )
    claims = cs.link(cs.extract(text, said_at=DAY))
    assert {claim.attribution.origin for claim in claims} == {"Oria's Civil Protection Authority"}


def test_the_police_of_a_town_are_the_police_of_its_page():
    text = (
        "21:30\nFive people are still missing, police say.\n\n"
        "12:05\nEight people are missing, police in Dorne say."
    )
    (found,) = cs.reconcile(cs.link(cs.extract(text, said_at=DAY))).revisions
    assert found.basis == "update"
