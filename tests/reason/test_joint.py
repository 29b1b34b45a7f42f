"""Joint reasoning against enumeration, elimination and another solver."""

import itertools
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from claimsync.reason import exact, refutation
from claimsync.reason.joint import NO_SOLVER, Joint
from claimsync.reason.sweep import sweep
from claimsync.reason.system import system_of
from tests.oracles import Bound, Enumerated, Row, Solved, System, TooHard, hull
from tests.reason.engine import Engine
from tests.reason.systems import (
    CIRCLE,
    FACTORS,
    LID,
    LIDDED,
    MIXED,
    MOST,
    OPEN,
    PRODUCT,
    claimed,
    some,
)


@pytest.fixture(autouse=True, scope="module")
def few_cases():
    """Give up soon where cases go on for ever."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(refutation, "MOST_CASES", 12)
        yield


def asked(system):
    """Return all cells of a system for joint reasoning alone."""
    return Joint(system_of(system.problem(), range(len(system.floors))))


# ------------------------------------------------------------------------ against the oracles


@LIDDED
@some
@given(st.data())
def test_numbers_under_a_lid_are_as_enumeration_finds_them(shape, data):
    system = data.draw(claimed(shape))
    engine, tried = Engine(system), Enumerated(system, MOST)
    assert engine.holds() == tried.holds(system.tags)
    for conflict in () if engine.torn else engine.conflicts():
        assert not tried.holds(conflict)
    held = mended(system, tried)
    engine = Engine(held)
    assert engine.holds()
    for cell in range(len(system.floors)):
        ends = tuple((end, 0) for end in tried.hull(cell, held.tags))
        assert engine.reach(cell) == ends
        assert not engine.plain or engine.hull(cell) == ends


def mended(system, oracle):
    """Return a system without the claims of one lightest repair."""
    _, repairs = oracle.lightest({tag: 1 for tag in system.tags if tag < LID})
    return system.only(set(system.tags) - min(repairs, key=sorted))


@OPEN
@some
@given(st.data())
def test_numbers_without_end_are_as_another_solver_finds_them(shape, data):
    system = data.draw(claimed(shape, lid=False))
    engine, solved = Engine(system), Solved(system)
    try:
        assert engine.holds() == solved.holds(system.tags)
        for conflict in () if engine.torn else engine.conflicts():
            assert solved.minimal(conflict)
        held = mended(system, solved)
        engine = Engine(held)
        assert engine.holds()
        # Where whole numbers meet open ends, the solver that the engine asks misses some ends.
        exactly = not any(bound.open for bound in system.bounds)
        for cell, low in itertools.product(range(len(system.floors)), (True, False)):
            end = engine.reach(cell)[not low]
            assert not solved.passed(cell, held.tags, end, low=low)
            assert not exactly or solved.reached(cell, held.tags, end, low=low)
            assert not engine.plain or engine.hull(cell)[not low] == end
    except TooHard:
        reject()


@some
@given(claimed(replace(FACTORS, steps=(0, 1)), lid=False))
def test_what_all_claims_force_is_true_also_where_no_proof_of_the_exact_end_is_found(system):
    solved = Solved(system)
    try:
        held = mended(system, solved)
        engine = Engine(held)
        for cell, low in itertools.product(range(len(system.floors)), (True, False)):
            end = engine.hull(cell)[not low]
            assert not solved.passed(cell, held.tags, end, low=low)
    except TooHard:
        reject()


@some
@given(claimed(replace(MIXED, steps=(0,)), lid=False))
def test_numbers_of_any_size_between_whole_ones_are_as_elimination_finds_them(system):
    closed = replace(system, bounds=tuple(replace(b, open=False) for b in system.bounds))
    engine = Engine(closed)
    possible = hull(closed, 0) is not None
    assert engine.holds() == possible
    for cell in range(len(closed.floors)) if possible else ():
        ends = tuple(None if end is None else (end, 0) for end in hull(closed, cell))
        assert engine.hull(cell) == engine.reach(cell) == ends


@some
@given(claimed(PRODUCT))
def test_what_is_said_of_products_is_true(system):
    engine, tried = Engine(system), Enumerated(system, MOST)
    for joint in engine.joint:
        answer = joint.ask(joint.system.tags)
        if isinstance(answer, exact.Holds) and not engine.torn:
            assert tried.holds(joint.system.tags)
        if isinstance(answer, exact.Fails):
            assert not tried.holds(answer.tags)
        for conflict in () if engine.torn else joint.judged().conflicts:
            assert not tried.holds(conflict.tags)
    held = mended(system, tried)
    for joint in Engine(held).joint:
        reach = sweep(joint.system, joint.system.tags)
        assert reach.clash is None
        for cell in joint.system.cells:
            low, high = tried.hull(cell, held.tags)
            assert reach.low[cell].value <= (low, 0)
            assert reach.high[cell].value >= (high, 0)


@some
@given(claimed(replace(CIRCLE, factors=True)), st.data())
def test_whatever_is_asked_of_some_claims_is_true(system, data):
    joint, tried = asked(system), Enumerated(system, MOST)
    lids = {tag for tag in system.tags if tag >= LID}
    tags = lids | data.draw(st.sets(st.sampled_from(system.tags)))
    match joint.ask(tags):
        case exact.Holds(numbers):
            assert tried.holds(tags)
            assert tried.holds([t for t in system.tags if fits(system, numbers, t)])
        case exact.Fails(fewer):
            assert fewer <= tags
            assert not tried.holds(fewer)
            assert not tried.holds(joint.minimal(fewer))
            assert joint.minimal(fewer) <= fewer


def fits(system, numbers, tag):
    """Return whether numbers satisfy the bounds of one claim."""
    return all(
        (b.low is None or numbers[b.cell] >= b.low)
        and (b.high is None or numbers[b.cell] <= b.high)
        for b in system.bounds
        if b.tag == tag
    )


@some
@given(claimed(CIRCLE, lid=False))
def test_disjoint_conflicts_are_told_until_the_rest_holds(system):
    joint, solved = asked(system), Solved(system)
    told = [frozenset(conflict.tags) for conflict in joint.judged().conflicts]
    assert len(frozenset().union(*told)) == sum(map(len, told))
    try:
        assert solved.holds(set(system.tags).difference(*told))
        assert all(map(solved.minimal, told))
    except TooHard:
        reject()


# ----------------------------------------------------------------------- what changes nothing


@some
@given(claimed(CIRCLE, lid=False), st.integers(0, 12))
def test_powers_of_ten_change_nothing(system, power):
    factor = 10**power
    plain, large = Engine(system), Engine(system.scaled(factor))
    assert plain.holds() == large.holds()
    assert plain.conflicts() == large.conflicts()
    for cell in range(len(system.floors)) if plain.holds() else ():
        scaled = tuple(None if end is None else (end[0] * factor, 0) for end in plain.reach(cell))
        assert large.reach(cell) == scaled


@some
@given(claimed(CIRCLE), st.data())
def test_the_order_of_bounds_and_rows_changes_nothing(system, data):
    bounds = tuple(data.draw(st.permutations(system.bounds)))
    rows = tuple(data.draw(st.permutations(system.rows)))
    one, other = Engine(system), Engine(replace(system, bounds=bounds, rows=rows))
    assert one.holds() == other.holds()
    for cell in range(len(system.floors)) if one.holds() else ():
        assert one.hull(cell) == other.hull(cell)


@some
@given(claimed(CIRCLE), st.data())
def test_a_bound_that_all_others_imply_changes_nothing(system, data):
    held = mended(system, Enumerated(system, MOST))
    engine = Engine(held)
    cell = data.draw(st.integers(0, len(system.floors) - 1))
    (low, _), (high, _) = engine.hull(cell)
    more = replace(held, bounds=(*held.bounds, Bound(cell, int(low), int(high), 999)))
    again = Engine(more)
    assert again.holds()
    for each in range(len(system.floors)):
        assert again.hull(each) == engine.hull(each)


@some
@given(claimed(CIRCLE))
def test_the_same_question_has_the_same_steps(system):
    one, other = asked(system).judged(), asked(system).judged()
    assert one == other


# ------------------------------------------------------------------------------------------- traps


def points(figures, rows, *, steps=()):
    """Return cells with a point claim each (None: nobody claims it), tagged by cell."""
    bounds = tuple(Bound(cell, n, n, cell) for cell, n in enumerate(figures) if n is not None)
    return System((0,) * len(figures), bounds, tuple(rows), steps)


def table(rows, columns):
    """Return the margins of a table whose inner cells and grand total nobody claims."""
    high, wide = len(rows), len(columns)
    inner = {at: 1 + n for n, at in enumerate(itertools.product(range(high), range(wide)))}
    first = 1 + high * wide
    sums = [
        Row(0, tuple(range(first, first + high))),
        Row(0, tuple(range(first + high, first + high + wide))),
        *(Row(first + i, tuple(inner[i, j] for j in range(wide))) for i in range(high)),
        *(Row(first + high + j, tuple(inner[i, j] for i in range(high))) for j in range(wide)),
    ]
    return points([None, *(None for _ in inner), *rows, *columns], sums)


ODD = (Row(3, (0, 1)), Row(4, (1, 2)), Row(5, (0, 2)))


def odd_cycle(number, step):
    """Return a + b = b + c = a + c = number."""
    return points([None, None, None, number, number, number], ODD, steps=(step,) * 6)


def test_an_odd_cycle_has_no_whole_numbers():
    (conflict,) = asked(odd_cycle(1, 1)).judged().conflicts
    assert conflict.tags == (3, 4, 5)
    assert "EitherWay" in {type(step).__name__ for step in conflict.steps}


def test_an_odd_cycle_of_any_numbers_has_halves():
    joint = asked(odd_cycle(1, 0))
    answer = joint.ask(joint.system.tags)
    assert isinstance(answer, exact.Holds)
    assert [answer.numbers[cell] for cell in range(3)] == [Fraction(1, 2)] * 3
    assert joint.judged() == ((), None)


@pytest.mark.parametrize("size", [10**7, 10**12, 10**18, 10**40])
def test_off_by_one_on_a_circle_is_seen_at_any_size(size):
    margins = [size, 2 * size, 3 * size]
    fits = Engine(table(margins, [2 * size, 2 * size, 2 * size]))
    fails = Engine(table(margins, [2 * size, 2 * size, 2 * size + 1]))
    assert fits.holds()
    assert not fails.holds()
    (conflict,) = fails.conflicts()
    assert len(conflict) == 6
    assert Engine(odd_cycle(2 * size, 1)).holds()
    assert not Engine(odd_cycle(2 * size + 1, 1)).holds()


@some
@given(
    st.lists(st.integers(0, 30), min_size=2, max_size=5),
    st.lists(st.integers(0, 30), min_size=2, max_size=5),
)
def test_margins_of_a_table_hold_exactly_if_their_sums_meet(rows, columns):
    engine = Engine(table(rows, columns))
    assert engine.holds() == (sum(rows) == sum(columns))
    for conflict in engine.conflicts():
        assert minimal_margins(engine.problem, rows, columns, conflict)


def minimal_margins(problem, rows, columns, conflict):
    """Return whether some margins conflict only together: one side, all; the other as needed."""
    first = problem.cells - len(rows) - len(columns)
    margins = [*rows, *columns]
    by_side = [
        [at for at in conflict if (at - first < len(rows)) == side] for side in (True, False)
    ]
    whole = [len(by_side[0]) == len(rows), len(by_side[1]) == len(columns)]
    total = [sum(margins[at - first] for at in side) for side in by_side]
    least = [min((margins[at - first] for at in side), default=0) for side in by_side]
    return any(
        whole[one] and total[one] < total[1 - one] and total[1 - one] - least[1 - one] <= total[one]
        for one in (0, 1)
    )


def test_a_square_table_whose_rows_say_30_and_columns_27_conflicts():
    rows, columns = [9, 8, 7, 6], [9, 7, 6, 5]
    engine = Engine(table(rows, columns))
    assert not engine.holds()
    (conflict,) = engine.conflicts()
    first = engine.problem.cells - 8
    assert minimal_margins(engine.problem, rows, columns, conflict)
    assert {first + 4 + j for j in range(4)} <= conflict


def test_a_grand_total_that_somebody_claims_conflicts_with_one_side_alone():
    system = table([9, 8, 7, 6], [9, 7, 6, 5])
    more = replace(system, bounds=(*system.bounds, Bound(0, 27, 27, 0)))
    found = Engine(more).conflicts()
    first = len(more.floors) - 8
    assert frozenset({0, *range(first, first + 4)}) in found


def test_cells_without_upper_ends_are_open_above():
    bounds = (Bound(0, 5, None, 0), Bound(1, 3, None, 1))
    engine = Engine(System((0,) * 6, bounds, ODD))
    assert engine.holds()
    assert engine.hull(3) == ((8, 0), None)
    assert engine.hull(2) == ((0, 0), None)


def test_cells_that_nobody_claims_carry_what_others_say():
    engine = Engine(points([None, None, None, 7, 5, 4], ODD))
    assert engine.holds()
    assert [engine.hull(cell) for cell in range(3)] == [((n, 0), (n, 0)) for n in (3, 4, 1)]


def test_factors_are_exact():
    third = System(
        (0, 0),
        (Bound(0, 10**12, 10**12, 0), Bound(1, 3 * 10**12 - 1, 3 * 10**12 - 1, 1)),
        (Row(0, (1,), factors=(Fraction(1, 3),)),),
    )
    assert not Engine(third).holds()
    fits = replace(third, bounds=(third.bounds[0], Bound(1, 3 * 10**12, 3 * 10**12, 1)))
    assert Engine(fits).holds()


def test_ends_that_are_open_touch_no_closed_one():
    system = System(
        (0, 0),
        (Bound(0, 0, 1, 0, open=True), Bound(1, 2, 2, 1)),
        (Row(1, (0,), factors=(Fraction(2),)),),
        steps=(0, 0),
    )
    assert not Engine(system).holds()
    assert Engine(replace(system, bounds=system.bounds[:1])).hull(1) == ((0, 1), (2, -1))


# --------------------------------------------------------------------------- without the solver


def test_without_the_solver_nothing_is_silently_consistent(monkeypatch):
    monkeypatch.setattr(exact, "installed", lambda: False)
    joint = asked(odd_cycle(1, 1))
    assert joint.judged() == ((), NO_SOLVER)
    assert joint.forced == ()
    assert isinstance(joint.ask(joint.system.tags), exact.Open)


@some
@given(claimed(CIRCLE))
def test_without_the_solver_all_that_is_told_is_true(system):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exact, "installed", lambda: False)
        joint, tried = asked(system), Enumerated(system, MOST)
        judged = joint.judged()
        assert all(not tried.holds(conflict.tags) for conflict in judged.conflicts)
        assert judged.undecided in {None, NO_SOLVER}
        if judged.undecided is None:
            told = [conflict.tags for conflict in judged.conflicts]
            assert tried.holds(set(system.tags).difference(*told))
        for end in joint.forced:
            low, high = tried.hull(end.cell, system.tags)
            assert end.value <= (low, 0) if end.low else end.value >= (high, 0)


def test_lids_stand_apart_from_claims():
    system = System((0, 0), (Bound(0, 1, 2, 5), Bound(1, None, MOST, LID + 1)), (Row(0, (1,)),))
    assert Engine(system).hull(1) == ((1, 0), (2, 0))
