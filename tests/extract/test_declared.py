"""What a page declares is found with work that grows as the page does."""

import sys

import pytest

import claimsync as cs
from claimsync.extract.linking.declared import declarations
from claimsync.extract.questions.vocabulary import newsroom


def calls(function, *given):
    """Return how many calls a function makes, those into C included."""
    made = 0

    def count(_frame, event, _called):
        nonlocal made
        made += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function(*given)
    finally:
        sys.setprofile(before)
    return made


def page(size):
    """Return the drafts of a page where as many ministries speak by their spokesmen."""
    return cs.extract(
        "\n\n".join(
            f"The {_name(at)} ministry said {at + 2} men died."
            f" A spokesman for the {_name(at)} ministry said {at + 2} men died."
            for at in range(size)
        )
    )


def _name(at):
    return "Qu" + "".join("aeiou"[int(digit) % 5] + "bcdfghklmn"[int(digit)] for digit in str(at))


def spoken_for(drafts):
    told = declarations(drafts, newsroom()).context
    return {one.name: one.speaks_for for one in told.sources if one.speaks_for}


def test_whom_spokesmen_speak_for_costs_twice_as_much_for_twice_as_many():
    small, large = page(60), page(120)

    few, many = (calls(declarations, drafts, newsroom()) for drafts in (small, large))

    assert len(spoken_for(large)) == 2 * len(spoken_for(small)) > 100
    assert many < 2.5 * few


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "The war ministry said 12 men died. A ministry spokesman said 12 men died.",
            "war ministry",
        ),
        (
            (
                "The Ministry said 12 men died. The war ministry said nine men died."
                " A spokesman for the ministry said 12 men died."
            ),
            "Ministry",
        ),
        (
            (
                "The war ministry said 12 men died. The trade ministry said nine men died."
                " A ministry spokesman said 12 men died."
            ),
            None,
        ),
    ],
)
def test_a_spokesman_speaks_for_the_one_name_that_ends_so(text, meant):
    told = set(spoken_for(cs.extract(text)).values())

    assert told == ({meant} if meant else set())
