"""Items behind a colon that add up to a sum are told as it is; what a projection tells is ahead."""

import pytest

from claimsync.extract.extractor import extract


def told(text):
    return [
        (one.stance.value, one.when.code if one.when else None, one.code("subject"), one.origin)
        for one in extract(text, said_at="2030-02-15")
        if one.figure
    ]


@pytest.mark.parametrize(
    ("text", "stance", "when"),
    [
        (("Costs will rise by 30 million euros next year, the council said in a statement:"
         " 12 million in roads, 10 million in schools and 8 million in parks."), "expects", "2031"),
        (("Losses came to 30 million euros last year, the firm said: 12 million in roads,"
         " 10 million in schools and 8 million in parks."), "asserts", "2029"),
        (("The plan would cost 30 million euros, Ana Roe said on Monday: 12 million for roads,"
         " 10 million for schools and 8 million for parks."), "expects", None),
    ],
)  # fmt: skip
def test_the_items_of_a_sum_are_of_its_time_and_its_stance(text, stance, when):
    head, *items = told(text)
    assert head[:2] == (stance, when)
    assert [item[:3] for item in items] == [
        (stance, when, part) for part in ("roads", "schools", "parks")
    ]
    assert {item[3] for item in items} == {head[3]}


def test_what_does_not_add_up_is_no_list_of_items():
    text = "Costs will rise by 30 million euros, the council said: it spent 12 million on roads."
    assert [one[0] for one in told(text)] == ["expects", "asserts"]


def test_items_of_several_days_keep_them():
    text = "The fair drew 70 visitors, the club said: 30 on Monday and 40 on Tuesday."
    days = [one.code("day") for one in extract(text, said_at="2030-02-15") if one.figure]
    assert days[1:] == ["2030-02-11", "2030-02-12"]
    assert [one[2] for one in told(text)][1:] == [None, None]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("A forecast by Arden puts growth at 2%.", "expects"),
        ("The latest projection gives the Greens 40 seats.", "expects"),
        ("According to a projection by Arden, the Greens won 40 seats.", "expects"),
        ("A survey by Arden puts support at 2%.", "asserts"),
        ("According to the projection room staff, the film drew 40 people.", "asserts"),
    ],
)
def test_what_a_projection_tells_is_expected(text, stance):
    assert [one[0] for one in told(text)] == [stance]


def test_a_whole_is_of_those_of_whom_its_first_part_is():
    *_, whole = extract("Nine firefighters were hurt in Oxley, four in Brae. That is 13 in all.")
    who = next(scope for scope in whole.scopes if scope.dimension == "who")

    assert (whole.figure.text, who.slot.text, who.slot.start) == ("13", "firefighters", 5)
