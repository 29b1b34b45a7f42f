"""The checker: it follows true proofs of every kind, and none that is changed anywhere."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimsync.errors import ProofError
from claimsync.reason.check import verify
from claimsync.reason.check_rows import clashing, exact, inwards, transferred
from claimsync.reason.check_steps import USUAL
from tests.mutations import changed, references, spoilt
from tests.reason.sheets import Sheet, carried, clash, point, proof, row, supposed
from tests.reason.sheets import given as claimed

PAIRS = {"ab": ("a", "b"), "bc": ("b", "c"), "ac": ("a", "c")}
CYCLE_ROWS = {name: row(name, *parts) for name, parts in PAIRS.items()}
CYCLE = Sheet({name: point(name, 1) for name in PAIRS}, list(CYCLE_ROWS.values()), least=None)
LOW_CASE = (
    claimed("ab", "ab", low=1), claimed("ac", "ac", low=1), claimed("bc", "bc", high=1),
    supposed("a", high=0),
    carried(CYCLE_ROWS["ab"], [0, 3], "b", low=1), carried(CYCLE_ROWS["ac"], [1, 3], "c", low=1),
    carried(CYCLE_ROWS["bc"], [4, 5], "bc", low=2), clash(6, 2),
)  # fmt: skip
HIGH_ENDS = (
    claimed("ab", "ab", high=1), claimed("ac", "ac", high=1), claimed("bc", "bc", low=1),
)  # fmt: skip


def high_case(start, above):
    """Return why a cannot be at least 1 either, once that stands at number ``above``."""
    return (
        carried(CYCLE_ROWS["ab"], [start, above], "b", high=0),
        carried(CYCLE_ROWS["ac"], [start + 1, above], "c", high=0),
        carried(CYCLE_ROWS["bc"], [start + 4, start + 5], "bc", high=0),
        clash(start + 2, start + 6),
    )


SPLIT = proof(
    *LOW_CASE, *HIGH_ENDS, supposed("a", low=1), *high_case(8, 11),
    {"step": "either way", "from": [7, 15], "suppose": [3, 11]},
)  # fmt: skip
HENCE = proof(
    *LOW_CASE, *HIGH_ENDS,
    {"step": "hence", "from": [7], "suppose": 3, "question": "a", "low": 1}, *high_case(8, 11),
)  # fmt: skip

LINES, COLUMNS = ("r1", "r2", "r3", "r4"), ("c1", "c2", "c3", "c4")
TABLE_ROWS = [
    *(row(line, *(f"{line}{column}" for column in COLUMNS)) for line in LINES),
    *(row(column, *(f"{line}{column}" for line in LINES)) for column in COLUMNS),
]
SUMS = dict(zip((*LINES, *COLUMNS), (9, 8, 7, 6, 5, 7, 8, 7), strict=True))
TABLE = Sheet({name: point(name, number) for name, number in SUMS.items()}, TABLE_ROWS)
MARGINS = proof(
    *(claimed(line, line, low=SUMS[line]) for line in LINES),
    *(claimed(column, column, high=SUMS[column]) for column in COLUMNS),
    {
        "step": "rows combine", "from": list(range(8)), "times": [1] * 8,
        "rows": [{**each, "times": -1 if each["whole"] in LINES else 1} for each in TABLE_ROWS],
    },
)  # fmt: skip

TWICE, THRICE = row("x", "y", factors=[2]), row("x", "z", factors=[3])
MULTIPLES = Sheet(
    {"y": {"question": "y", "low": 4}, "z": {"question": "z", "high": 2}, "x": point("x", 7)},
    [TWICE, THRICE],
)
TIMES = proof(
    claimed("y", "y", low=4), claimed("z", "z", high=2), carried(TWICE, [0], "x", low=8),
    carried(THRICE, [1], "x", high=6), clash(2, 3),
)  # fmt: skip
COMBINED = proof(
    claimed("y", "y", low=4), claimed("z", "z", high=2),
    {"step": "rows combine", "from": [0, 1], "times": [2, 3],
     "rows": [{**TWICE, "times": 1}, {**THRICE, "times": -1}]},
)  # fmt: skip
HALVES = proof(
    claimed("x", "x", low=7, high=7), carried(TWICE, [0], "y", low=4),
    carried(TWICE, [0], "y", high=3), clash(1, 2),
)  # fmt: skip

SHARE = row("cast", "turnout", "registered", product=True, factors=[0.01])
BETWEEN = {"low": 64.5, "high": 65.5, "low_open": True, "high_open": True}
TURNOUT = claimed("t", "turnout", **BETWEEN)
SHARES = Sheet(
    {
        "t": {"question": "turnout", **BETWEEN},
        "r": point("registered", 1000), "c": {"question": "cast", "low": 655, "high": 655},
        "o": {"question": "registered", "high": 1000}, "s": {"question": "cast", "low": 660},
    },
    [SHARE], wholes=False,
)  # fmt: skip
PRODUCT = proof(
    TURNOUT,
    claimed("o", "registered", high=1000), carried(SHARE, [0, 1], "cast", high=655, high_open=True),
    claimed("c", "cast", low=655), clash(3, 2),
)  # fmt: skip
DIVIDED = proof(
    TURNOUT,
    claimed("s", "cast", low=660),
    carried(SHARE, [0, 1], "registered", low="132000/131", low_open=True),
    claimed("o", "registered", high=1000), clash(2, 3),
)  # fmt: skip

OPEN = row("all", "n", "s", complete=False)
OPEN_SUM = Sheet(
    {"n": {"question": "n", "low": 3, "low_open": True}, "s": point("s", 4),
     "all": point("all", 7)},
    [OPEN], wholes=False,
)  # fmt: skip
STRICT = proof(
    claimed("n", "n", low=3, low_open=True), claimed("s", "s", low=4),
    claimed("all", "all", high=7),
    {"step": "rows combine", "from": [0, 1, 2], "times": [1, 1, 1], "rows": [{**OPEN, "times": 1}]},
)  # fmt: skip
ACROSS = Sheet({"l": point("left", 5), "r": {"question": "right", "low": 4}})
COMPARED = proof(
    claimed("l", "left", low=5, high=5), claimed("r", "right", low=4, high=None),
    {"step": "compared across", "assuming": ["left = right"], "from": [0, 1], "meet": True},
)  # fmt: skip
SAYING = Sheet({
    "yes": {"says": "Yes: swap", "does": {"affirms"}},
    "no": {"says": "No: ! swap", "does": {"denies"}},
})  # fmt: skip
POLARITY = proof(
    {"step": "claim", "claim": "yes", "says": "Yes: swap"},
    {"step": "claim", "claim": "no", "says": "No: ! swap"}, {"step": "polarity", "from": [0, 1]},
)  # fmt: skip

PROOFS = {
    "an odd cycle, by a case split": (SPLIT, CYCLE),
    "an odd cycle, one case after the other": (HENCE, CYCLE),
    "a table whose rows say 30 and whose columns 27": (MARGINS, TABLE),
    "a number twice one and three times another": (TIMES, MULTIPLES),
    "likewise by multiples of the rows": (COMBINED, MULTIPLES),
    "an odd number is twice no whole one": (HALVES, MULTIPLES),
    "a share of its denominator": (PRODUCT, SHARES),
    "a denominator from a share": (DIVIDED, SHARES),
    "an open sum with an open end": (STRICT, OPEN_SUM),
    "two questions made one": (COMPARED, ACROSS),
    "yes and no": (POLARITY, SAYING),
}


def names(told):
    """Return the claims that a proof names."""
    return {step["claim"] for step in told["steps"] if "claim" in step}


def shown_by(story):
    """Return what the proof of a story shows."""
    told, facts = PROOFS[story]
    return verify(told, facts, names(told)).kind


def refused(told, facts, claims, kind):
    """Return whether a proof is refused, or shows another thing."""
    try:
        shown = verify(told, facts, claims)
    except ProofError:
        return True
    else:
        return shown.kind != kind or USUAL in shown.under


@pytest.mark.parametrize("story", PROOFS)
def test_a_true_proof_is_followed(story):
    last = PROOFS[story][0]["steps"][-1]["step"]
    assert shown_by(story) == (last if last in {"polarity", "compared across"} else "contradiction")


@pytest.mark.parametrize("story", PROOFS)
def test_a_proof_with_anything_changed_is_refused(story):
    (told, facts), kind = PROOFS[story], shown_by(story)
    bent = [*spoilt(told), *references(told)]
    kept = [how for how, other in bent if not refused(other, facts, names(told), kind)]
    assert len(bent) > 10
    assert kept == []


def test_a_supposition_that_stays_is_refused():
    told = proof(*LOW_CASE)
    with pytest.raises(ProofError, match="no supposition left"):
        verify(told, CYCLE, names(told))


def test_a_case_split_with_a_number_between_is_refused():
    steps = [dict(step) for step in SPLIT["steps"]]
    gap = Sheet(CYCLE.claims, CYCLE.rows, least=None, wholes=False)
    with pytest.raises(ProofError, match="nothing between"):
        verify({"steps": steps}, gap, names(SPLIT))


def border(*, low_open):
    """Return why nothing can be both 1 and 3: it is at most 2, or at least (or more than) 2."""
    return proof(
        claimed("one", "x", high=1), claimed("three", "x", low=3),
        supposed("x", high=2), clash(1, 2), supposed("x", low=2, low_open=low_open), clash(4, 0),
        {"step": "either way", "from": [3, 5], "suppose": [2, 4]},
    )  # fmt: skip


@pytest.mark.parametrize("low_open", [True, False])
def test_two_cases_may_share_their_border_or_just_meet(low_open):
    claims = {"one": {"question": "x", "high": 1}, "three": {"question": "x", "low": 3}}
    told = border(low_open=low_open)
    assert verify(told, Sheet(claims, wholes=False), names(told)).kind == "contradiction"
    apart = changed(told, 2, high_open=True)
    assert refused(apart, Sheet(claims, wholes=False), names(told), "contradiction") is low_open


def test_a_claim_is_taken_in_one_way_throughout():
    class Torn(Sheet):
        def ways(self, _claim):
            return [{"x": ((1, 0), (1, 0)), "y": ((1, 0), (1, 0))}, {"x": ((2, 0), (2, 0))}]

    facts = Torn({}, [row("x", "y")])
    two = claimed("c", "x", low=2)
    one = claimed("c", "y", high=1)
    transferred = carried(row("x", "y"), [1], "x", high=1)
    with pytest.raises(ProofError, match="one of"):
        verify(proof(two, one, transferred, clash(0, 2)), facts, {"c"})


@pytest.mark.parametrize(
    "told",
    [
        {"steps": []}, {"steps": [{}]}, {"steps": [{"n": 0}]},
        {"steps": [{"n": True, "step": "claim", "claim": "c", "says": ""}]},
        {"steps": [{"n": 0, "step": "bounds clash", "low": 0, "high": 0}]},
        {"steps": [{"n": 0, "step": "floor", "question": "x", "low": None}]},
        {"steps": [{"n": 0, "step": "floor", "question": "x"}]},
        {"steps": [{"n": 0, "step": "polarity", "from": []}]},
        {"steps": [{"n": 0, **claimed("c", "x", low="z")}]},
    ],
)  # fmt: skip
def test_what_is_no_proof_is_refused_with_expected_got_and_where(told):
    with pytest.raises(ProofError) as raised:
        verify(told, Sheet({"c": point("x", 1)}), set())
    error = raised.value
    assert str(error) == f"{error.where}: expected {error.expected}, got {error.got}"


# ------------------------------------------------------------------- what a row says of its cells


@st.composite
def bounds(draw):
    """Bounds of small numbers, open or closed, perhaps without an end."""
    low, high = sorted((draw(st.integers(-3, 3)), draw(st.integers(-3, 3))))
    open_low, open_high = draw(st.booleans()), draw(st.booleans())
    assume(low < high or not (open_low or open_high))
    return (
        None if draw(st.integers(0, 5)) == 0 else (low, int(open_low)),
        None if draw(st.integers(0, 5)) == 0 else (high, -int(open_high)),
    )


def within(number, ends):
    """Return whether a number lies between two ends."""
    return not clashing((ends[0], (number, 0))) and not clashing(((number, 0), ends[1]))


HALF_STEPS = [Fraction(n, 2) for n in range(-10, 11)]
FACTORS = st.sampled_from((1, -1, 2, Fraction(-1, 2)))


@given(bounds(), bounds(), FACTORS, FACTORS, st.booleans())
def test_no_solution_of_a_sum_lies_outside_what_it_transfers(one, other, first, second, complete):
    told = row("w", "a", "b", complete=complete, factors=[str(first), str(second)])
    to_whole = transferred(told, "w", {"a": one, "b": other})
    inside = [pair for pair in itertools.product(HALF_STEPS, repeat=2)
              if within(pair[0], one) and within(pair[1], other)]  # fmt: skip
    for a, b in inside:
        whole = first * a + second * b
        for above in (0, 1) if not complete else (0,):
            to_part = transferred(told, "a", {"w": ((whole + above, 0),) * 2, "b": other})
            assert within(whole + above, to_whole)
            assert within(a, to_part)


@given(bounds(), bounds(), st.sampled_from((1, -2)), st.booleans())
def test_no_solution_of_a_product_lies_outside_what_it_transfers(one, other, factor, complete):
    told = row("w", "a", "b", complete=complete, product=True, factors=[factor])
    to_whole = transferred(told, "w", {"a": one, "b": other})
    for a, b in itertools.product(HALF_STEPS, repeat=2):
        if within(a, one) and within(b, other):
            for above in (0, 1) if not complete else (0,):
                whole = factor * a * b + above
                to_part = transferred(told, "a", {"w": ((whole, 0),) * 2, "b": other})
                assert within(whole, to_whole)
                assert within(a, to_part)


@given(bounds(), bounds(), FACTORS)
def test_the_ends_of_a_sum_are_reached_where_they_are_closed(one, other, factor):
    told = row("w", "a", "b", factors=["1", str(factor)])
    for end in transferred(told, "w", {"a": one, "b": other}):
        if end is not None and end[1] == 0:
            ends = itertools.product([e for e in one if e], [e for e in other if e])
            assert end[0] in {a[0] + factor * b[0] for a, b in ends}


@given(bounds(), bounds())
def test_the_ends_of_a_product_are_reached_where_they_are_closed(one, other):
    told = row("w", "a", "b", product=True)
    inside = [a * b for a, b in itertools.product(HALF_STEPS, repeat=2)
              if within(a, one) and within(b, other)]  # fmt: skip
    for end in transferred(told, "w", {"a": one, "b": other}):
        if end is not None and end[1] == 0 and None not in (*one, *other):
            assert end[0] in inside


@given(st.integers(-20, 20), st.booleans(), st.booleans())
def test_whole_numbers_inside_an_end_are_all_that_it_allows(tenths, is_open, low):
    end = (Fraction(tenths, 4), (1 if low else -1) * is_open)
    number = inwards(end, low=low)[0]
    outside = number - 1 if low else number + 1
    ends = (end, None) if low else (None, end)
    assert within(number, ends)
    assert not within(outside, ends)


def test_numbers_of_json_are_exact():
    assert [exact(0.1), exact("1/3"), exact(7)] == [Fraction(1, 10), Fraction(1, 3), 7]
    with pytest.raises(ValueError, match="True"):
        exact(True)  # noqa: FBT003 - a number that is none


def test_a_step_that_is_told_twice_is_refused():
    told = proof(*PROOFS["yes and no"][0]["steps"])
    with pytest.raises(ProofError, match="each once"):
        verify(changed(told, 2, **{"from": [0, 0, 1]}), SAYING, names(told))
