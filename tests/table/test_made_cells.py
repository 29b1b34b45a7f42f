"""Rows that stand on cells which other rows made: what they join, and what they do not."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimsync as cs

PLACES = "partition place: C = n + s\nrelation cas = k + inj\n"


def reconciled(text: str) -> cs.Reconciliation:
    result = cs.reconcile(cs.parse(text))
    assert not result.verify()
    return result


@pytest.mark.parametrize(
    ("relations", "claims"),
    [
        ("relation a = b + c\nrelation b = p + q", "A: a = 5\nB: p = 3\nC: q = 3"),
        (
            "relation a = b + c\nrelation b = p + q\nrelation c = r + s",
            "A: a = 10\nB: p = 3\nC: q = 3\nD: r = 3\nE: s = 3",
        ),
        (
            "relation total = dead + injured\nrelation dead >= children + women",
            "A: total = 5\nB: children = 3\nC: women = 4",
        ),
        (PLACES, "A: cas[place=C] = 5\nB: k[place=n] = 3\nC: k[place=s] = 3"),
        (PLACES, "A: cas[place=C] = 5\nB: k[place=n] = 3\nC: inj[place=s] = 3"),
        (PLACES, "A: cas[place=C] = 5\nB: k[place=n] = 6"),
        (
            PLACES + "relation tot = cas + x",
            "A: tot[place=C] = 5\nB: k[place=n] = 3\nC: inj[place=s] = 3",
        ),
    ],
)
def test_what_cells_between_rows_force_is_told_as_broken(relations, claims):
    result = reconciled(f"{relations}\n{claims}")
    assert {len(found.claims) for found in result.divergences} == {len(claims.splitlines())}


def test_a_row_over_two_made_cells_implies():
    result = reconciled(
        "relation a = 2*b + c\nrelation d = b + 3*c\nrelation e = a + d\n"
        "A: c = 2\nB: d = 9\nC: e >= 17"
    )
    implied = {bound.question: str(bound.interval) for bound in result.implied}
    assert implied["a"] == "exactly 8"


def test_repairs_respect_rows_over_made_cells():
    result = reconciled(
        "relation p = a + b\nrelation q = b + c\nrelation r = a + c\nrelation s = p + c\n"
        "A: r = 9\nB: q = 7\nC: p = 8\nD: s = 13\nE: a = 5"
    )
    assert result.divergences


def test_figures_that_make_up_a_day_in_a_gap_speak_of_it():
    result = reconciled(
        "measure total: unit person, cumulative\nrelation new = total - total [previous day]\n"
        "relation new = men + women\nA: total = 3 as of 2023-02-01\nB: men = 0 as of 2023-02-02\n"
        "C: women = 4 as of 2023-02-02\nD: total = 10 as of 2023-02-03\nE: new = 3 as of 2023-02-03"
    )
    assert not result.divergences


def test_a_lone_claim_makes_nothing():
    result = reconciled("relation a = b + c\nrelation b = p + q\nA: a = 5")
    assert not result.implied


@pytest.mark.parametrize(("root", "broken"), [(3, 0), (4, 1)])
def test_a_square_is_proven(root, broken):
    result = reconciled(f"relation a = b * b\nA: a = 9\nB: b = {root}")
    assert len(result.divergences) == broken


def test_nothing_of_anything_is_nothing():
    result = reconciled("relation a = b * c\nA: a = 5\nB: b = 0")
    assert len(result.divergences) == 1


NAMES = "abcdef"
MOST = 4


@st.composite
def systems(draw):
    """Return sums over six measures, and what some of these measures are."""
    sums = []
    for _ in range(draw(st.integers(2, 4))):
        whole, *parts = draw(st.permutations(NAMES))
        sums.append((whole, tuple(sorted(parts[: draw(st.integers(1, 2))]))))
    told = draw(st.dictionaries(st.sampled_from(NAMES), st.integers(0, MOST), max_size=4))
    return list(dict.fromkeys(sums)), told


def _holds(numbers, sums):
    """Return whether numbers fit all sums."""
    return all(numbers[whole] == sum(numbers[part] for part in parts) for whole, parts in sums)


@settings(max_examples=25, deadline=None)
@given(systems())
def test_small_systems_say_what_trying_all_numbers_does(system):
    sums, told = system
    lines = [f"relation {whole} = {' + '.join(parts)}" for whole, parts in sums]
    # Bounds on all that is not told keep the numbers few.
    lines += [f"A: {n} = {told[n]}" if n in told else f"A: {n} <= {MOST}" for n in NAMES]
    options = [[told[name]] if name in told else range(MOST + 1) for name in NAMES]
    tried = (dict(zip(NAMES, values, strict=True)) for values in product(*options))
    fits = [numbers for numbers in tried if _holds(numbers, sums)]
    result = reconciled("\n".join(lines))
    assert bool(result.divergences) is not bool(fits)
    for bound in result.implied if fits else ():
        found = [numbers[bound.question] for numbers in fits]
        assert (bound.interval.low, bound.interval.high) == (min(found), max(found))
