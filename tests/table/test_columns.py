"""Claims as columns: amounts as integers and back, keys, periods, origins, rates."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsync.model.interval import Interval
from claimsync.model.meaning import Meaning
from claimsync.model.measure import Measure, Rate
from claimsync.model.period import Overlap, Period
from claimsync.notation import parse
from claimsync.table.amounts import Amounts
from claimsync.table.keys import FIXED, Codes, KeySpace, find
from claimsync.table.origins import Origins
from claimsync.table.periods import _complete
from claimsync.table.rates import Rates

WAY = Measure(name="way", unit="km")


def ends():
    """Ends of intervals: none, or decimals of any size."""
    return st.none() | st.builds(
        Fraction, st.integers(-(10**15), 10**15), st.sampled_from((1, 2, 10, 1000))
    )


@st.composite
def intervals(draw):
    """Intervals that hold a number."""
    low, high = draw(ends()), draw(ends())
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    opens = (False, False) if low == high else (draw(st.booleans()), draw(st.booleans()))
    return Interval(low, high, *opens)


@given(st.lists(intervals(), min_size=1, max_size=6))
def test_intervals_come_back_from_integers_as_they_went_in(found):
    amounts = Amounts([(WAY, Meaning(i, i)) for i in found], len(found))
    for interval, (low, high) in zip(found, amounts.logical.tolist(), strict=True):
        assert amounts.interval(WAY, low, high) == interval


@given(st.lists(intervals(), min_size=2, max_size=6))
def test_encoded_ends_exclude_each_other_exactly_if_the_intervals_do(found):
    amounts = Amounts([(WAY, Meaning(i, i)) for i in found], len(found))
    encoded = amounts.logical.tolist()
    for one, (low, high) in zip(found, encoded, strict=True):
        for other, (least, most) in zip(found, encoded, strict=True):
            assert (low > most or least > high) == one.disjoint(other)


@given(st.lists(intervals(), min_size=2, max_size=6))
def test_sums_of_encoded_low_ends_compare_as_the_exact_sums_do(found):
    bounded = [i for i in found if i.low is not None]
    *parts, whole = [*bounded, Interval(0, sum((i.low for i in bounded), Fraction(0)))]
    amounts = Amounts([(WAY, Meaning(i, i)) for i in (*parts, whole)], len(found) + 1)
    low = sum(amounts.logical[at, 0] for at in range(len(parts)))
    assert (low > amounts.logical[len(parts), 1]) == any(i.low_open for i in parts)


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 8), min_size=1, max_size=20), st.booleans())
def test_keys_pack_and_unpack_and_change_one_column_at_a_time(rows, large):
    names = [f"n{at}" for at in range(4)]
    more = [f"d{at}" for at in range(40 if large else 0)]
    space = KeySpace((*FIXED, "x", "y", *more), tuple(Codes(names) for _ in range(8 + len(more))))
    padded = [(*row, *[3] * len(more)) for row in rows]
    keys = space.pack(padded)
    assert space.dtype is (object if large else np.int64)
    assert [space.row(key) for key in keys.tolist()] == padded
    changed = space.replaced(keys, 6, np.full(len(keys), 2))
    assert [space.row(key) for key in changed.tolist()] == [(*r[:6], 2, *r[7:]) for r in padded]
    known = np.unique(keys)
    assert (known[find(known, keys)] == keys).all()
    assert (find(known[:0], keys) == -1).all()


def test_codes_do_not_depend_on_the_order_of_names():
    assert Codes(["b", "a", "b"]).names == Codes(["a", "b"]).names == (None, "a", "b")


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_the_days_of_any_month_are_complete_and_a_day_fewer_is_not(year, month):
    whole = Period.parse(f"{year}-{month:02}")
    days = []
    for day in range(1, 32):
        try:
            found = Period.parse(f"{year}-{month:02}-{day:02}")
        except ValueError:
            break
        days.append(found)
    assert all(day.overlap(whole) is Overlap.WITHIN for day in days)
    assert _complete(whole, days)
    assert not _complete(whole, days[1:])
    assert not _complete(whole, days[:-1])


def test_twelve_months_are_a_year_and_so_are_its_halves():
    year, months = Period.parse("2026"), [Period.parse(f"2026-{m:02}") for m in range(1, 13)]
    assert _complete(year, months)
    assert not _complete(year, months[:11])
    assert _complete(
        year, [Period.parse("2026-01-01/2026-06-30"), Period.parse("2026-07-01/2026-12-31")]
    )


@pytest.mark.parametrize(
    ("stated", "wanted", "factor", "used"),
    [
        ("EUR", "USD", Fraction(11, 10), 1),
        ("USD", "EUR", Fraction(10, 11), 1),
        ("EUR", "JPY", Fraction(165), 2),
        ("JPY", "EUR", Fraction(1, 165), 2),
        ("EUR", "EUR", Fraction(1), 0),
        ("mile", "km", Fraction(1609344, 1000000), 0),
        ("km", "mile", Fraction(1000000, 1609344), 0),
    ],
)
def test_rates_work_in_both_directions_over_several_steps(stated, wanted, factor, used):
    rates = Rates(
        [Rate(unit="EUR", number="1.10", other="USD"), Rate(unit="USD", number="150", other="JPY")]
    )
    found = rates.conversion(stated, wanted)
    assert (found.factor, len(found.assumptions), found.stays) == (factor, used, None)


def test_money_without_a_rate_stays_in_its_currency():
    assert Rates([]).conversion("GBP", "USD").stays == "GBP"


def test_counts_of_independent_origins_grow_with_every_origin():
    text = """
    source A: part of X
    source B: part of X
    A: swap
    B: swap
    C: swap
    V citing w (anonymous): swap
    W citing w (anonymous): swap
    unknown: swap
    """
    claimset = parse("\n".join(line.strip() for line in text.splitlines()))
    origins = Origins(claimset.context, claimset.columns.attribution)
    codes = origins.origin_of_claim.tolist()
    counts = [origins.at_least_and_most(codes[: at + 1]) for at in range(len(codes))]
    assert counts == [(1, 1), (1, 1), (2, 2), (3, 3), (3, 4), (3, 5)]
