"""A headline's figures held against the body: given, rounded, summed, or not there."""

import pytest

from claimsync.extract.linking.headlines import unsupported

BODY = """Two brothers and their sister died in Lyman on Wednesday, 14 March 2019.
The fire burned 9,870 acres and destroyed 12 houses; the damage is put at $1.23 million.
It is the worst fire there since 1999. Fifteen men and 16 women were hurt.
"""


@pytest.mark.parametrize(
    "headline",
    ["12 houses burn", "Fire burns 10,000 acres", "Fire costs $1.2M", "31 people hurt in fire",
     "Worst fire in 20 years", "Fire in 2019 burns houses"],
)  # fmt: skip
def test_what_the_body_gives_is_supported(headline):
    assert unsupported(headline, BODY) == []


@pytest.mark.parametrize(
    "headline",
    ["13 houses burn", "Fire burns 8,000 acres", "Fire costs $1.6M", "33 people hurt in fire",
     "Worst fire in 23 years", "Fire in 2018 burns houses"],
)  # fmt: skip
def test_what_the_body_does_not_give_is_not(headline):
    assert len(unsupported(headline, BODY)) == 1
