"""Sums over a page: taken where the numbers say so, and only there."""

import pytest

import claimsync as cs

THREE = """Storm damage

The government said 90 homes were destroyed.

In Kolm 40 homes were destroyed, the mayor said.

In Vester 30 homes were destroyed, the council said.

In Norra {third} homes were destroyed, police said.
"""
TWO = """The airline said {whole} flights were cancelled.

In Kolm {one} flights were cancelled, the airport said.

The weather was calm again by noon, and most of those who had waited in the halls went home by
train, by bus or on foot, while others stayed behind and slept on the benches until the evening,
to the regret of the cleaners, who had hoped for a quiet shift after a long week of it.

In Vester {other} flights were cancelled, the town said.
"""


def found(text):
    """Return the findings of a text by kind and basis."""
    result = cs.reconcile(cs.link(cs.extract(text, said_at="2026-02-05")))
    return {(str(each.kind), str(each.basis)) for each in result.findings}


def test_parts_told_by_others_that_add_up_agree_with_the_whole():
    assert ("agreement", "aggregation") in found(THREE.format(third="20"))


def test_parts_that_do_not_add_up_are_no_sum():
    told = found(THREE.format(third="45"))
    assert ("agreement", "aggregation") not in told
    assert not [kind for kind, _ in told if kind == "divergence"]


@pytest.mark.parametrize(
    ("whole", "one", "other", "sums"), [("214", "150", "64", True), ("38", "16", "22", False)]
)
def test_two_parts_far_apart_need_a_number_that_is_hardly_chance(whole, one, other, sums):
    told = found(TWO.format(whole=whole, one=one, other=other))
    assert (("agreement", "aggregation") in told) is sums


@pytest.mark.parametrize(
    "speakers",
    [
        ("the Ransk defence ministry", "President Anton Vale of Oldia"),
        ("Ransk’s envoy", "the Oldian president’s office"),
    ],
)
def test_a_side_whose_office_has_spoken_is_not_silent(speakers):
    one, other = speakers
    text = f"Ransk and Oldia exchanged 205 prisoners each on Saturday, {one} said. "
    told = found(f"{text}{other[0].upper()}{other[1:]} said 205 prisoners had been exchanged.")
    assert ("agreement", "exact") in told
    assert ("non-confirmation", "silent") not in told
