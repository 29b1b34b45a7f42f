"""Lightest hitting sets against trying every set."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsync.reason.hitting import lightest, linked

TAGS = range(8)
conflicts = st.lists(st.frozensets(st.sampled_from(TAGS), min_size=1, max_size=4), max_size=7)
costs = st.sampled_from((1, 1, 1, 2, Fraction(1, 2), None))
weights = st.lists(costs, min_size=len(TAGS), max_size=len(TAGS)).map(
    lambda drawn: {tag: cost for tag, cost in zip(TAGS, drawn, strict=True) if cost is not None}
)


def tried(wanted, weight, blocked=()):
    """Return the least weight of all sets that hit every conflict, and those sets; None: none."""
    found: dict[frozenset[int], Fraction] = {}
    for count in range(len(weight) + 1):
        for chosen in map(frozenset, itertools.combinations(sorted(weight), count)):
            if all(chosen & each for each in wanted) and not any(b <= chosen for b in blocked):
                found[chosen] = Fraction(sum(weight[tag] for tag in chosen))
    if not found:
        return None
    least = min(found.values())
    return least, {chosen for chosen, heavy in found.items() if heavy == least}


@given(conflicts, weights)
def test_all_lightest_sets_are_found_and_no_others(wanted, weight):
    found, expected = lightest(wanted, weight, most=1000), tried(wanted, weight)
    assert found.finished
    if expected is None:
        assert found.sets == ()
    else:
        assert (found.weight, set(found.sets)) == expected
        assert len(set(found.sets)) == len(found.sets)


@given(conflicts, weights, st.lists(st.frozensets(st.sampled_from(TAGS), min_size=1), max_size=3))
def test_no_set_contains_a_blocked_one(wanted, weight, blocked):
    found = lightest(wanted, weight, most=1000, blocked=blocked)
    expected = tried(wanted, weight, blocked)
    assert set(found.sets) == (expected[1] if expected else set())


@given(conflicts, weights, st.data())
def test_the_order_of_conflicts_changes_nothing(wanted, weight, data):
    other = data.draw(st.permutations(wanted))
    assert lightest(wanted, weight, most=1000) == lightest(other, weight, most=1000)


@given(conflicts, weights, st.integers(1, 3))
def test_a_search_that_ends_early_says_so_and_bounds_the_weight_from_below(wanted, weight, nodes):
    expected = tried(wanted, weight)
    found = lightest(wanted, weight, most=1, nodes=nodes)
    if found.finished:
        assert set(found.sets) == (expected[1] if expected else set())
    elif expected:
        assert found.weight <= expected[0]


@given(conflicts)
def test_groups_share_no_tag_and_keep_every_conflict(wanted):
    groups = linked(wanted)
    assert sorted(map(sorted, itertools.chain(*groups))) == sorted(map(sorted, wanted))
    for one, other in itertools.combinations(groups, 2):
        assert frozenset().union(*one).isdisjoint(frozenset().union(*other))
    for group in groups:
        assert len(linked(group)) == 1


@pytest.mark.parametrize("count", [2, 5, 9])
def test_ties_are_all_listed(count):
    pairs = [frozenset({2 * at, 2 * at + 1}) for at in range(count)]
    found = lightest(pairs, dict.fromkeys(range(2 * count), 1), most=1000)
    assert (len(found.sets), found.weight, found.finished) == (2**count, count, True)


def test_one_tag_in_every_conflict_is_the_only_answer():
    star = [frozenset({0, at}) for at in range(1, 60)]
    found = lightest(star, dict.fromkeys(range(60), 1), most=1000)
    assert found.sets == (frozenset({0}),)
