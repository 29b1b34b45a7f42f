"""What a page tells that it wrote itself, and what it says in its place."""

from itertools import product

import pytest

import claimsync as cs

WROTE = (
    "In last week's paper we said {told}.",
    "In Tuesday's issue we wrote that {told}.",
    "An earlier version of this report said {told}.",
    "Yesterday we reported that {told}.",
)
TOLD = (
    ("60 homes had been sold", "16"),
    ("the bridge would cost £4.2m", "£2.4m"),
    ("21 people had been arrested", "12"),
)
RIGHT = ("The correct number is {right}.", "It should have read {right}.", "It is {right}.")
APART = (
    "In last week's paper we said 60 homes had been sold. Three people were killed on Monday.",
    "Ana said 60 homes had been sold. We now hear of 16.",
    "In last week's paper we said 60 homes had been sold.\n\nThe fair is on. It has 16 stalls.",
    "“Last week we said 60 homes had been sold,” Ana said. Ben said 16 people were arrested.",
)


def bases(text):
    found = cs.reconcile(cs.link(cs.extract(text, said_at="2026-03-12"))).findings
    return [str(each.basis) for each in found]


@pytest.mark.parametrize(("wrote", "told", "right"), list(product(WROTE, TOLD, RIGHT)), ids=str)
def test_what_a_page_wrote_is_corrected_by_what_it_says_in_its_place(wrote, told, right):
    text = f"{wrote.format(told=told[0])} {right.format(right=told[1])}"

    assert "correction" in bases(text)


@pytest.mark.parametrize("text", APART)
def test_another_figure_corrects_nothing(text):
    assert not {"correction", "value", "self-contradiction"} & set(bases(text))
