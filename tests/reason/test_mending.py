"""Repairs against enumeration and another solver: the least weight, and every set of it."""

import pytest
from hypothesis import given, settings, event, reject
from hypothesis import strategies as st

from tests.oracles import Enumerated, Solved, TooHard
from tests.reason.engine import groups, lightest
from tests.reason.systems import CIRCLE, FACTORS, FOREST, MIXED, MOST, MULTIPLES, claimed, weights

settings.register_profile  # noqa: B018


@given(claimed(FOREST), st.data())
def test_on_forests(system, data):
    weight = data.draw(weights(system))
    assert lightest(system, weight) == Enumerated(system, MOST).lightest(weight)

@pytest.mark.parametrize("shape", [CIRCLE, FACTORS, MULTIPLES])
@given(st.data())
def test_on_shapes(shape, data):
    system = data.draw(claimed(shape))
    weight = data.draw(weights(system))
    assert lightest(system, weight) == Enumerated(system, MOST).lightest(weight)

@pytest.mark.parametrize("shape", [FOREST, CIRCLE, FACTORS, MULTIPLES, MIXED])
@given(st.data())
def test_on_open(shape, data):
    system = data.draw(claimed(shape, lid=False, most=7))
    weight = data.draw(weights(system))
    try:
        exp = Solved(system).lightest(weight)
    except TooHard:
        event('hard'); reject()
    assert lightest(system, weight) == exp
