"""Which cells are made between claimed parts and wholes."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

import claimsync as cs

SPLITS = """
measure killed: unit person
partition place: all = north + south
partition sex: both = men + women
partition age: any = old + young
"""
CODES = {"place": ("north", "south"), "sex": ("men", "women"), "age": ("old", "young")}
WHOLE = {"place": "all", "sex": "both", "age": "any"}


def crossed(numbers: list[int], total: int, *names: str) -> str:
    """Return every cell of a table of some dimensions, and the grand total of another source."""
    cells = itertools.product(*(CODES[name] for name in names))
    asked = [", ".join(f"{n}={c}" for n, c in zip(names, cell, strict=True)) for cell in cells]
    whole = ", ".join(f"{name}={WHOLE[name]}" for name in names)
    parts = [f"A: killed [{at}] = {n}" for at, n in zip(asked, numbers, strict=True)]
    return "\n".join([SPLITS, *parts, f"B: killed [{whole}] = {total}"])


NUMBERS = st.lists(st.integers(0, 9), min_size=8, max_size=8)


@given(numbers=NUMBERS, off=st.integers(-2, 2), three=st.booleans())
def test_a_grand_total_is_compared_to_the_crossed_cells(numbers, off, three):
    names = ("place", "sex", "age") if three else ("place", "sex")
    numbers = numbers[: 2 ** len(names)]
    result = cs.reconcile(cs.parse(crossed(numbers, max(0, sum(numbers) + off), *names)))
    fits = max(0, sum(numbers) + off) == sum(numbers)
    assert len(result.divergences) == (not fits)
    assert [str(a.basis) for a in result.agreements] == ["aggregation"] * fits
    assert not result.undecided


@given(numbers=NUMBERS)
def test_a_claimed_margin_is_the_way_up_and_no_circle_arises(numbers):
    table = crossed(numbers[:4], sum(numbers[:4]), "place", "sex")
    margin = f"\nC: killed [place=north, sex=both] = {numbers[0] + numbers[1]}"
    result = cs.reconcile(cs.parse(table + margin))
    assert not result.divergences
    assert not result.undecided


def test_parts_of_one_dimension_alone_make_no_cells_of_another():
    result = cs.reconcile(cs.parse(SPLITS + "A: killed [place=north] = 1\nB: killed [sex=men] = 2"))
    assert not result.implied
    assert not result.undecided
