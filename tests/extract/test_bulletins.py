"""Who tells a figure, and how, in headlines, bulletins and lines that go on with one."""

import pytest

from claimsync.extract.extractor import extract


def read(text, figure, said_at="2026-02-05"):
    """Return the draft of one figure."""
    [draft] = [d for d in extract(text, said_at=said_at) if d.figure and d.figure.text == figure]
    return draft


@pytest.mark.parametrize(
    ("text", "figure", "who"),
    [
        ("- Rescue agency raises toll to 41\n- Roads reopen", "41", "Rescue agency"),
        ("- Ministry lowers estimate to 40 dead", "40", "Ministry"),
        ("The ministry on Monday raised the death toll to 45.", "45", "ministry"),
        ("The bakers' union is demanding a raise of 14%.", "14", "bakers' union"),
        ("The relief office has appealed for $54m.", "$54m", "relief office"),
        ("“It was a scratch,” army spokesman Ivo Brand said. None of the crew was hurt, he said.",
         "None", "Ivo Brand"),
        ("Sixty-two people were hurt, the fire service said. Forty-one were treated at home.",
         "Forty-one", "fire service"),
        ("The motion passed by 61 votes, the clerk, Ivo Brand, announced. Nine MPs abstained.",
         "Nine", "Ivo Brand"),
    ],
)  # fmt: skip
def test_who_raises_a_toll_asks_for_money_or_just_spoke_tells_the_figure(text, figure, who):
    assert read(text, figure).origin == who


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Two people were hurt, the mayor said. Police counted nine.", "nine"),
        ("The road was raised by 41 centimetres.", "41"),
        ("Nobody asked the guards. 14 tents burned.", "14"),
    ],
)
def test_who_does_something_else_tells_no_figure(text, figure):
    drafts = [d for d in extract(text) if d.figure and d.figure.text.startswith(figure)]
    assert all(draft.origin in {None, "Police"} for draft in drafts)


def test_who_raises_a_toll_is_not_whose_it_is():
    assert read("Rescue agency raises death toll to 41", "41").code("subject") is None


@pytest.mark.parametrize(
    ("text", "figure", "stance"),
    [
        ("The bank said it expected annual savings of 18 million euros.", "18 million", "expects"),
        ("The board says it expects record sales of 18 million euros.", "18 million", "expects"),
        ("The merger needs the votes of 75% of members at a meeting that is expected in May.",
         "75", "asserts"),
        ("The clinic said 850 planned operations had been postponed.", "850", "asserts"),
        ("The firm told us of 850 planned redundancies.", "850", "expects"),
        ("The union said it had been told to prepare for 150 job losses.", "150", "expects"),
        ("The union said 90 jobs were at risk.", "90", "expects"),
        ("Police said 90 people were at risk of flooding.", "90", "asserts"),
        ("Forecasters say there is a 60% chance of rain.", "60", "expects"),
        ("The firm expects 14 launches this year, down from 22 in 2024.", "22", "asserts"),
        ("Prices rise 4.7% as bank and ministry differ on outlook", "4.7", "asserts"),
        ("Kolm Rail to cut 12 posts as fares fall", "12", "expects"),
    ],
)  # fmt: skip
def test_what_is_yet_to_come_is_told_of_the_figure_itself(text, figure, stance):
    assert str(read(text, figure).stance) == stance


def test_what_was_hit_worst_is_a_place():
    assert read("Upper Sel worst hit, with nine deaths", "nine").code("place") == "Upper Sel"
    assert read("In the worst storm in years nine people died", "nine").code("place") is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The league said it was not in a position to confirm who had won.", "cannot verify"),
        ("The league said it was not in a position to comment.", "no comment"),
        ("The coach says his team won. The league, its host, disputes this.", "denies"),
    ],
)
def test_what_a_body_cannot_confirm_or_disputes_is_a_stance(text, stance):
    assert stance in {str(draft.stance) for draft in extract(text)}
