"""Repairs against enumeration and another solver: the least weight, and every set of it."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from claimsync.reason import exact
from claimsync.reason.joint import NO_SOLVER
from claimsync.reason.repairs import PINNED, SPENT
from tests.oracles import Bound, Enumerated, Row, Solved, System, TooHard
from tests.reason.engine import groups, lightest
from tests.reason.systems import (
    CIRCLE,
    LIDDED,
    MOST,
    OPEN,
    claimed,
    some,
    weights,
)


@LIDDED
@some
@given(st.data())
def test_repairs_under_a_lid_are_as_enumeration_finds_them(shape, data):
    system = data.draw(claimed(shape))
    weight = data.draw(weights(system))
    assert lightest(system, weight) == Enumerated(system, MOST).lightest(weight)


@OPEN
@some
@given(st.data())
def test_repairs_of_numbers_without_end_are_as_another_solver_finds_them(shape, data):
    system = data.draw(claimed(shape, lid=False, most=7))
    weight = data.draw(weights(system))
    try:
        expected = Solved(system).lightest(weight)
    except TooHard:
        reject()
    assert lightest(system, weight) == expected


@some
@given(claimed(CIRCLE, most=11), st.integers(0, 12), st.data())
def test_scaling_and_order_change_no_repair(system, power, data):
    weight = data.draw(weights(system))
    bounds = tuple(data.draw(st.permutations(system.bounds)))
    rows = tuple(data.draw(st.permutations(system.rows)))
    other = replace(system, bounds=bounds, rows=rows).scaled(10**power)
    assert lightest(other, weight) == lightest(system, weight)


@some
@given(claimed(CIRCLE), st.data())
def test_a_spent_budget_gives_a_marked_part_with_a_true_lower_bound(system, data):
    weight = data.draw(weights(system))
    expected = Enumerated(system, MOST).lightest(weight)
    found = [group for _, group in groups(system, weight, budget=1)]
    least = sum((Fraction(group.at_least) for group in found), start=Fraction(0))
    assert all(group.why in {"", SPENT, PINNED} for group in found)
    if expected is not None:
        assert least <= expected[0]
    if expected is not None and not any(group.more for group in found):
        assert least == expected[0]


@some
@given(claimed(CIRCLE))
def test_without_the_solver_no_repair_is_promised_that_is_none(system):
    weight = dict.fromkeys((tag for tag in system.tags if tag < 100), 1)
    tried = Enumerated(system, MOST)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exact, "installed", lambda: False)
        found = groups(system, weight)
    least = sum((Fraction(group.at_least) for _, group in found), start=Fraction(0))
    expected = tried.lightest(weight)
    assert least <= expected[0]
    assert all(group.why == NO_SOLVER for _, group in found if group.more)
    if found and not any(group.more for _, group in found):
        first = [mending.spelt(group.asides[0]) for mending, group in found]
        assert tried.holds(set(system.tags).difference(*first))


def test_claims_that_say_the_same_go_together():
    same = [Bound(0, 12, 12, tag) for tag in range(400)]
    odd = [Bound(0, tag, tag, tag) for tag in range(400, 1000)]
    system = System((0,), (*same, *odd), ())
    weight = dict.fromkeys(range(1000), 1)
    assert lightest(system, weight) == (600, {frozenset(range(400, 1000))})


def test_one_bound_that_all_conflicts_share_is_the_only_repair():
    rows = tuple(Row(1 + 2 * at, (0, 2 + 2 * at)) for at in range(20))
    bounds = [Bound(0, 38, 38, 0)]
    for at in range(20):
        bounds += [Bound(1 + 2 * at, 10 + at, 10 + at, 1 + 2 * at)]
        bounds += [Bound(2 + 2 * at, at, at, 2 + 2 * at)]
    system = System((0,) * 41, tuple(bounds), rows)
    assert lightest(system, dict.fromkeys(range(41), 1)) == (1, {frozenset({0})})


@pytest.mark.parametrize("size", [10**7, 10**12, 10**25])
def test_off_by_one_is_repaired_at_any_size(size):
    figures = (3 * size, size + 1, size, size)
    bounds = tuple(Bound(cell, n, n, cell) for cell, n in enumerate(figures))
    system = System((0,) * 4, bounds, (Row(0, (1, 2, 3)),))
    alone = {frozenset({tag}) for tag in range(4)}
    assert lightest(system, dict.fromkeys(range(4), 1)) == (1, alone)
