"""Relations over series: which cells stand beside one another, and what that decides."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimsync as cs
from claimsync.findings.case import frame_of
from claimsync.model.measure import Measure, Shift
from claimsync.model.period import Period
from claimsync.notation import parse_declaration
from claimsync.table.columns import table_of
from claimsync.table.equations import Equation, equation_of
from claimsync.table.series import LONGEST_GAP, date_before

GROWS = (
    "measure total: unit person, cumulative\nmeasure new: unit person\n"
    "relation new = total - total [previous day]\n"
)


def day(number: int) -> str:
    return (date(2023, 12, 20) + timedelta(days=number)).isoformat()


def reconciled(text: str) -> cs.Reconciliation:
    return cs.reconcile(cs.parse(text))


def gist(result: cs.Reconciliation) -> Counter:
    """Return what is told, by kind, basis and claims."""
    return Counter((f.kind, f.basis, frozenset(f.claims)) for f in result.findings)


@pytest.mark.parametrize(
    ("at", "shift", "before"),
    [
        ("2024-01-01", Shift.DAY, "2023-12-31"),
        ("2024-03-01", Shift.WEEK, "2024-02-23"),
        ("2024-03-15", Shift.MONTH, "2024-02-15"),
        ("2024-03-30", Shift.MONTH, "2024-02-29"),
        ("2024-02-29", Shift.MONTH, "2024-01-31"),
        ("2024-01-31", Shift.MONTH, "2023-12-31"),
        ("2024-02-29", Shift.YEAR, "2023-02-28"),
        ("2024-01", Shift.MONTH, "2023-12"),
        ("2024-01", Shift.YEAR, "2023-01"),
        ("2024", Shift.YEAR, "2023"),
        ("2024", Shift.MONTH, None),
        ("2024-01", Shift.DAY, None),
        ("2024-01-01T10:00Z", Shift.DAY, None),
        ("2024-01-XX", Shift.MONTH, None),
        ("0001-01-01", Shift.DAY, None),
        ("0001-01", Shift.YEAR, None),
    ],
)
def test_the_date_before(at, shift, before):
    assert date_before(Period.parse(at), shift) == (before and Period.parse(before))


def equation(line: str, *measures: str) -> Equation:
    told = parse_declaration(line)
    declared = {m.name: m for m in map(parse_declaration, measures)}
    known = {name: declared.get(name) or Measure(name=name) for name in told.measures}
    return equation_of(told, known)


@pytest.mark.parametrize(
    ("line", "whole", "parts"),
    [
        ("relation a = b + c", "a", ["b", "c"]),
        ("relation a = b - c", "b", ["a", "c"]),
        ("relation new = total - total [previous day]", "total", ["total", "new"]),
        ("relation a >= b + c", "a", ["b", "c"]),
        ("relation a = b", "a", ["b"]),
    ],
)
def test_a_sum_with_one_measure_alone_is_plain(line, whole, parts):
    found = equation(line)
    assert (found.whole.measure, [part.measure for part in found.parts]) == (whole, parts)
    assert found.plain
    assert all(part.factor == 1 for part in found.parts)


@pytest.mark.parametrize(
    ("line", "factors"),
    [
        ("relation eggs = 12 * dozens", [12]),
        ("relation a = b + c - d - e", [1, 1, -1, -1]),
        ("relation a >= b - c", [1, -1]),
        ("relation a = 0.5 * b + c", [Fraction(1, 2), 1]),
        ("relation a = 2 * b - 2 * c", [1, Fraction(1, 2)]),
    ],
)
def test_other_equations_are_links(line, factors):
    found = equation(line)
    assert not found.plain
    assert sorted(part.factor for part in found.parts) == sorted(factors)


def test_shares_and_units_of_a_product_are_converted():
    found = equation("relation cast = turnout * voters", "measure turnout: unit %")
    assert [part.factor for part in found.parts] == [Fraction(1, 100), 1]
    units = ("measure cast: unit t", "measure turnout: unit %", "measure voters: unit kg")
    found = equation("relation cast = turnout * voters", *units)
    assert found.parts[0].factor == Fraction(1, 100_000)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("relation a = b + c", "measure b: unit kg"),
        ("relation a = b + c", "measure b: categories"),
        ("relation a = b * c", "measure b: unit kg"),
        ("relation a = b + c", "measure b: unit EUR"),
        ("relation a = a [previous day] - a [previous day]", ""),
    ],
)
def test_a_relation_that_cannot_be_used_is_told(line, unit):
    result = reconciled(f"{line}\n{unit}\nX: a = 3\nX: c = 4")
    assert [note.partition(": ")[0] for note in result.notes] == [
        f"'{line}' was declared and not used"
    ]
    assert not result.divergences


def chain(totals: dict[int, int], news: dict[int, int], *, by_day: bool = False) -> str:
    """Return a running total and its days as claims."""
    lines = [f"A: total = {n}  as of {day(d)}  ^t{d}" for d, n in totals.items()]
    asked = "new [when={}] = {}  ^n{}" if by_day else "new = {1}  as of {0}  ^n{2}"
    return GROWS + "\n".join(
        [*lines, *(f"B: {asked.format(day(d), n, d)}" for d, n in news.items())]
    )


def broken_stretches(totals: dict[int, int], news: dict[int, int]) -> int:
    """Return how many stretches between two told totals their days do not fit: the slow way."""
    told, count = sorted(totals), 0
    first = told[0] if told else 0
    day_before = first
    while day_before in news:
        day_before -= 1
    led = range(day_before + 1, first + 1)  # days that lead up to the first total
    count += first in totals and sum(news[d] for d in led) > totals[first]
    for early, late in pairwise(told):
        inside = [news[d] for d in range(early + 1, late + 1) if d in news]
        grown = totals[late] - totals[early]
        everything = len(inside) == late - early
        if not any(d in news for d in range(early + 1, late)):  # the last total stands for the day
            count += news[late] != grown if late in news else grown < 0
            continue
        count += sum(inside) != grown if everything else sum(inside) > grown
    return count


SERIES = st.dictionaries(st.integers(0, 9), st.integers(0, 12), max_size=7)


@given(totals=SERIES, news=SERIES, by_day=st.booleans())
def test_a_chain_of_days_breaks_where_adding_up_says_so(totals, news, by_day):
    result = reconciled(chain(totals, news, by_day=by_day))
    assert len(result.divergences) == broken_stretches(totals, news)
    assert {str(d.basis) for d in result.divergences} <= {"relation broken"}


@given(totals=SERIES, news=SERIES, turn=st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(totals, news, turn):
    lines = chain(totals, news).splitlines()
    claims = lines[3:]
    turn.shuffle(claims)
    assert gist(reconciled("\n".join([*lines[:3], *claims]))) == gist(reconciled("\n".join(lines)))


@given(totals=SERIES, news=SERIES, power=st.integers(1, 12))
def test_a_power_of_ten_changes_no_verdict(totals, news, power):
    larger = [{d: n * 10**power for d, n in each.items()} for each in (totals, news)]
    assert gist(reconciled(chain(*larger))) == gist(reconciled(chain(totals, news)))


@given(totals=SERIES, news=SERIES, share=st.integers(0, 12))
def test_splitting_a_measure_into_two_that_sum_breaks_nothing_more(totals, news, share):
    plain = reconciled(chain(totals, news))
    men = {d: min(n, share) for d, n in news.items()}
    split = [f"C: men = {n}  as of {day(d)}" for d, n in men.items()]
    split += [f"D: women = {news[d] - n}  as of {day(d)}" for d, n in men.items()]
    text = "\n".join(["relation new = men + women", chain(totals, news), *split])
    assert len(reconciled(text).divergences) == len(plain.divergences)


@given(totals=SERIES, news=SERIES)
def test_places_do_not_affect_one_another(totals, news):
    alone = chain(totals, news)
    head, claims = alone.splitlines()[:3], alone.splitlines()[3:]
    here = [line.replace(" =", " [place=north] =", 1) for line in claims]
    there = [line.replace(" =", " [place=south] =", 1).replace("^", "^s") for line in claims]
    both = reconciled("\n".join([*head, *here, *there]))
    assert len(both.divergences) == 2 * len(reconciled(alone).divergences)


def test_a_gap_is_bridged_up_to_its_limit_and_no_further():
    def told(gap: int) -> int:
        return len(reconciled(chain({0: 1, gap: 5}, {2: 9})).divergences)

    assert told(LONGEST_GAP + 1) == 1
    assert told(LONGEST_GAP + 2) == 0


def test_where_nobody_speaks_of_the_days_between_the_last_total_stands_for_the_day_before():
    (broken,) = reconciled(chain({0: 16248, 2: 17177}, {2: 350})).divergences
    assert set(broken.claims) == {"t0", "t2", "n2"}
    assert "off by 579" in broken.why()
    assert not reconciled(chain({0: 16248, 2: 17177}, {2: 929})).divergences


def test_what_a_day_in_a_gap_must_have_been_is_implied_where_others_speak_of_the_gap():
    result = reconciled(chain({0: 16248, 3: 17277}, {2: 350, 3: 100}))
    told = {bound.question: str(bound.interval) for bound in result.implied}
    assert not result.divergences
    assert told[f"new as of {day(1)}"] == "exactly 579"
    assert told[f"total as of {day(1)}"] == "exactly 16,827"


def test_a_dimension_that_one_measure_is_never_told_by_does_not_count_where_it_is_plain():
    hours = "A: total = 10  as of {0}\nA: total = 15  as of {1}\nB: new [hours=24] = 4  as of {1}"
    lines = hours.format(day(0), day(1))
    assert len(reconciled(GROWS + lines).divergences) == 1
    twice = f"\nB: new [hours=12] = 2  as of {day(1)}"
    assert not reconciled(GROWS + lines + twice).divergences
    scope = "partition hours: all = 24 + 12\n"
    assert not reconciled(scope + GROWS + lines).divergences


def test_figures_of_two_dates_are_never_added():
    line = "relation casualties = killed + injured\n"
    apart = "A: killed = 5  as of 2024-01-01\nB: casualties = 4  as of 2024-01-02"
    assert not reconciled(line + apart).divergences
    same = "A: killed = 5  as of 2024-01-01\nB: casualties = 4  as of 2024-01-01"
    assert len(reconciled(line + same).divergences) == 1


def test_a_figure_without_a_date_stands_beside_the_one_date_that_others_name():
    line = "relation casualties = killed + injured\n"
    dated = "A: killed = 5  as of 2024-01-01\nB: injured = 8  as of 2024-01-01\n"
    assert len(reconciled(line + dated + "C: casualties = 14").divergences) == 1
    later = "A: killed = 5  as of 2024-01-01\nB: injured = 8  as of 2024-01-02\n"
    assert not reconciled(line + later + "C: casualties = 14").divergences


def test_a_relation_reaches_into_a_partition():
    told = """
partition place: all = n + s
relation casualties = killed + injured
A: killed [place=n] = 3
B: injured [place=n] = 2
C: casualties [place=s] = 4
"""
    result = reconciled(told + "D: casualties [place=all] = 10")
    assert [str(d.basis) for d in result.divergences] == ["relation broken"]
    assert not reconciled(told + "D: casualties [place=all] = 9").divergences


def test_a_row_needs_two_claimed_measures():
    claims = cs.parse("relation casualties = killed + injured\nA: killed = 5")
    frame = frame_of(table_of(claims, cs.Policy()))
    assert frame.relations.equations
    assert not cs.reconcile(claims).implied


def test_units_of_one_kind_share_a_scale_and_whole_numbers_keep_their_step():
    claims = cs.parse("""
measure grain: unit t
measure wheat: unit kg
measure rye: unit lb
measure sacks: unit sack, integer
relation grain = wheat + rye
relation sacks = 0.5 * grain
A: grain = 2.5..2.6
A: wheat = 2,000 kg
A: rye = 1,200..1,300 lb
A: sacks = 5
""")
    frame = frame_of(table_of(claims, cs.Policy()))
    amounts, measures = frame.amounts, claims.measures
    grain, wheat, rye = (amounts.scale(measures[name]) for name in ("grain", "wheat", "rye"))
    assert (grain, Fraction(rye, wheat)) == (1000 * wheat, Fraction(45359237, 10**8))
    assert amounts.ticks(measures["grain"]) == amounts.ticks(measures["sacks"])
    assert amounts.step(measures["sacks"]) == amounts.scale(measures["sacks"]) > 0
    assert amounts.step(measures["grain"]) == 0


def test_a_rate_is_named_where_it_serves_a_relation_over_a_series():
    days = "\n".join(
        f"A: aid = {n}..{n} EUR  as of {day(n)}\nB: given = {11 * n}..{11 * n} USD  as of {day(n)}"
        for n in range(1, 6)
    )
    head = "unit EUR = 1.10 USD\nmeasure aid: unit USD\nmeasure given: unit USD\n"
    result = reconciled(f"{head}relation given = 10 * aid\n{days}")
    assert not result.notes
    result = reconciled(f"{head}relation given = aid\n{days}")
    assert len(result.divergences) == 5
    assert {d.assumptions for d in result.divergences} == {("rate: EUR = 1.10 USD",)}
