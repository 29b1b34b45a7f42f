"""Repairs added up over trees of sums, against the search for them and against enumeration."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimsync.reason.adding import UNSHOWN, added_up
from claimsync.reason.repairs import Search
from claimsync.reason.spans import meet, meets, minus, plus, spans, turned
from claimsync.reason.trials import Propagated
from tests.oracles import Bound, Row, System
from tests.reason.engine import MANY, groups, lightest
from tests.reason.systems import FOREST, claimed, some, weights

FAR = 1000
sets = st.lists(st.tuples(st.integers(-20, 20), st.integers(0, 4)), max_size=4).map(
    lambda drawn: spans([(low, low + width) for low, width in drawn])
)


def numbers(told):
    """Return a set of spans as a set of numbers."""
    return {number for low, high in told for number in range(low, high + 1)}


@given(sets, sets)
def test_spans_are_sets_of_numbers(one, other):
    ours, theirs = numbers(one), numbers(other)
    assert numbers(meet(one, other)) == ours & theirs
    assert meets(one, other) == bool(ours & theirs)
    assert numbers(turned(one)) == {-number for number in ours}
    assert numbers(plus(one, other, FAR)) == {a + b for a, b in product(ours, theirs)}
    assert numbers(minus(one, other, FAR)) == {a - b for a, b in product(ours, theirs)}
    assert all(high + 1 < low for (_, high), (low, _) in pairwise(one))


@some
@given(st.data())
def test_adding_up_and_searching_find_the_same_repairs(data):
    system = data.draw(claimed(FOREST, lid=False, most=9))
    weight = data.draw(weights(system))
    for mending, _ in groups(system, weight):
        assume(mending.plain and not mending.one_question)
        made = [Search([], mending.weights, Propagated(mending.small), MANY, 1) for _ in range(2)]
        added, found = added_up(mending.small, mending.weights, made[0]), made[1].found()
        assert added is None or told(added) == told(found)
        assert (added is None) <= any(group.weight is None for group in found)


def told(found):
    """Return the weight of what some groups set aside together, and all sets of it."""
    asides = product(*(group.asides for group in found))
    weight = sum((Fraction(group.weight) for group in found), start=Fraction(0))
    return weight, {frozenset().union(*each) for each in asides}


def rivals(places: int, sources: int, *, beside: int = 0) -> System:
    """Return places with several figures each, and a total that some of them make up, or nearly."""
    drawn = np.random.default_rng(1)
    bounds: list[Bound] = []
    total = beside
    for place in range(1, places + 1):
        least = int(drawn.integers(10, 1000))
        figures = (least + drawn.integers(0, 10, size=sources)).tolist()
        bounds += [Bound(place, n, n, len(bounds) + at) for at, n in enumerate(figures)]
        total += int(drawn.choice(figures))
    bounds.append(Bound(0, total, total, len(bounds)))
    return System((0,) * (places + 1), tuple(bounds), (Row(0, tuple(range(1, places + 1))),))


def test_which_of_many_rivals_fit_a_total_is_found():
    system = rivals(60, 5)
    found = groups(system, dict.fromkeys(system.tags, 1), budget=2_000_000)
    assert all(group.weight == group.at_least and not group.why for _, group in found)
    values = {bound.tag: (bound.cell, bound.low) for bound in system.bounds}
    aside = frozenset().union(*(mending.spelt(group.asides[-1]) for mending, group in found))
    kept = [values[tag] for tag in system.tags if tag not in aside]
    assert len({cell for cell, _ in kept}) == len(set(kept)) == 61
    (total,) = (number for cell, number in kept if cell == 0)
    assert total == sum(number for cell, number in set(kept) if cell)


def test_repairs_that_conflicts_cannot_show_are_found_without_a_proof():
    system = rivals(12, 4, beside=5_000)
    found = [group for _, group in groups(system, dict.fromkeys(system.tags, 1), budget=50_000)]
    assert any(group.why == UNSHOWN for group in found)
    assert all(group.weight == group.at_least for group in found)


def wrong(*errors: int) -> System:
    """Return a total of sums of four parts each, one part of each wrong by so much."""
    count = len(errors)
    bounds = [Bound(0, count * 100, count * 100, 0)]
    rows = [Row(0, tuple(range(1, count + 1)))]
    for at, error in enumerate(errors):
        cells = tuple(range(1 + count + 4 * at, 1 + count + 4 * at + 4))
        figures = (25 + error, 25, 25, 25)
        bounds.append(Bound(1 + at, 100, 100, 1 + at))
        bounds += [Bound(cell, n, n, cell) for cell, n in zip(cells, figures, strict=True)]
        rows.append(Row(1 + at, cells))
    return System((0,) * (1 + 5 * count), tuple(bounds), tuple(rows))


def test_sums_that_are_wrong_by_themselves_are_mended_by_themselves():
    system = wrong(1, 2, 4, 8)
    found = [group for _, group in groups(system, dict.fromkeys(system.tags, 1))]
    assert [(group.weight, len(group.asides)) for group in found] == [(1, 4)] * 4


def test_sums_under_a_total_that_nobody_claims_stay_apart_however_many_repairs_there_are():
    system = wrong(1, 2, 4, 8, 16)
    unclaimed = replace(system, bounds=system.bounds[1:])
    found = [group for _, group in groups(unclaimed, dict.fromkeys(unclaimed.tags, 1))]
    assert [(group.weight, len(group.asides)) for group in found] == [(1, 5)] * 5
    assert not any(group.more for group in found)


def test_sums_whose_errors_make_up_for_each_other_are_mended_together():
    system = wrong(3, -3)
    weight = dict.fromkeys(system.tags, 1)
    (group,) = (group for _, group in groups(system, weight))
    assert frozenset({1, 2}) in group.asides
    assert len(group.asides) == 17
    assert lightest(system, weight) == (2, set(group.asides))


@pytest.mark.parametrize("size", [10**7, 10**12, 10**25])
def test_costs_add_up_at_any_size(size):
    bounds = [Bound(0, 3 * size + 1, 3 * size + 1, 0)]
    for cell in (1, 2, 3):
        bounds += [Bound(cell, n, n, 10 * cell + at) for at, n in enumerate((size, size + 1))]
    system = System((0,) * 4, tuple(bounds), (Row(0, (1, 2, 3)),))
    fits = {frozenset({10, 21, 31}), frozenset({11, 20, 31}), frozenset({11, 21, 30})}
    assert lightest(system, dict.fromkeys(system.tags, 1)) == (3, fits)
