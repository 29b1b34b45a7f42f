"""The exact engine against enumeration and elimination."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from claimsync.reason.certificates import derive_clash, minimal_conflict
from claimsync.reason.forest import components
from claimsync.reason.propagate import propagate
from tests.oracles import Bound, Row, System, acyclic, feasible, hull, solutions
from tests.reason.systems import systems


def refuted(found) -> bool:
    """Return whether the engine found that the bounds cannot all hold."""
    return bool(found.own.clash.any()) or bool(found.clashes)


def ends(found, cell):
    """Return the final ends of a cell, None for infinity."""
    problem = found.problem
    pair = (found.final.low[cell], found.final.high[cell])
    return tuple(int(end) if problem.finite(end) else None for end in pair)


def conflicts(found):
    """Return the minimal conflict behind each clash."""
    return [minimal_conflict(found, derive_clash(found, clash)) for clash in found.clashes]


@given(systems(closed=True, span=3))
def test_the_two_oracles_agree_on_closed_systems(system):
    found = solutions(system)
    assert feasible(system) == bool(len(found))
    if len(found):
        for cell in range(len(system.floors)):
            assert hull(system, cell) == (found[:, cell].min(), found[:, cell].max())


@given(systems(closed=True, span=3))
def test_a_closed_system_is_refuted_exactly_if_no_whole_numbers_solve_it(system):
    found = propagate(system.problem())
    integers = solutions(system)
    assert refuted(found) == (len(integers) == 0)
    if len(integers):
        for cell in range(len(system.floors)):
            assert ends(found, cell) == (integers[:, cell].min(), integers[:, cell].max())


@given(systems())
def test_a_system_with_infinite_ends_is_refuted_exactly_if_nothing_solves_it(system):
    found = propagate(system.problem())
    assert refuted(found) == (not feasible(system))
    if not refuted(found):
        for cell in range(len(system.floors)):
            assert ends(found, cell) == hull(system, cell)


@given(systems(sharing=False))
def test_conflicts_are_infeasible_and_every_claim_of_them_is_needed(system):
    found = propagate(system.problem())
    for conflict in conflicts(found):
        assert conflict.gap > 0
        assert_minimal(system, conflict, torn=found.own.clash.any())


@given(systems(sharing=True))
@example(System((0, 0), (Bound(1, 1, 1, 0), Bound(0, 0, 0, 1), Bound(0, 0, 0, 0)), (Row(0, (1,)),)))
@example(
    System(
        (0, 0, 0),
        (
            Bound(0, 300, 300, 0),
            Bound(1, 157, 157, 1),
            Bound(1, 157, 157, 2),
            Bound(2, 157, 157, 2),
        ),
        (Row(0, (1, 2)),),
    )
)
def test_conflicts_of_claims_with_several_bounds_need_every_claim_too(system):
    found = propagate(system.problem())
    for conflict in conflicts(found):
        assert_minimal(system, conflict, torn=found.own.clash.any())


def assert_minimal(system, conflict, *, torn):
    """Assert that the claims cannot all hold, and (unless cells are torn) that any but one can."""
    assert not feasible(system.only(set(conflict.tags)))
    for tag in () if torn else conflict.tags:
        assert feasible(system.only(set(conflict.tags) - {tag}))


@given(systems())
def test_conflicts_found_in_one_pass_share_no_row(system):
    found = propagate(system.problem())
    rows = [clash.row for clash in found.clashes]
    assert len(rows) == len(set(rows))
    assert sorted(rows) == np.flatnonzero(found.refused).tolist()


@given(systems(), st.integers(0, 12))
def test_powers_of_ten_change_nothing(system, power):
    factor = 10**power
    plain, large = propagate(system.problem()), propagate(system.scaled(factor).problem())
    assert refuted(plain) == refuted(large)
    assert [c.tags for c in conflicts(plain)] == [c.tags for c in conflicts(large)]
    for cell in range(len(system.floors)):
        scaled = tuple(None if end is None else end * factor for end in ends(plain, cell))
        assert ends(large, cell) == scaled


@given(systems())
def test_numbers_beyond_64_bits_change_nothing(system):
    factor = 10**30 + 7
    plain, large = propagate(system.problem()), propagate(system.scaled(factor).problem())
    assert refuted(plain) == refuted(large)
    assert [c.tags for c in conflicts(plain)] == [c.tags for c in conflicts(large)]
    for cell in range(len(system.floors)):
        scaled = tuple(None if end is None else end * factor for end in ends(plain, cell))
        assert ends(large, cell) == scaled


@given(systems())
def test_python_integers_and_machine_integers_agree(system):
    machine, python = propagate(system.problem()), propagate(system.problem(objects=True))
    assert [tuple(c) for c in machine.clashes] == [tuple(c) for c in python.clashes]
    for cell in range(len(system.floors)):
        assert ends(machine, cell) == ends(python, cell)


@given(systems(), st.data())
def test_the_order_of_bounds_and_rows_changes_nothing(system, data):
    bounds = tuple(data.draw(st.permutations(system.bounds)))
    rows = tuple(data.draw(st.permutations(system.rows)))
    one, other = (
        propagate(system.problem()),
        propagate(System(system.floors, bounds, rows).problem()),
    )
    assert refuted(one) == refuted(other)
    if not refuted(one):
        for cell in range(len(system.floors)):
            assert ends(one, cell) == ends(other, cell)


@given(systems(), st.data())
def test_a_bound_that_all_others_imply_changes_nothing(system, data):
    found = propagate(system.problem())
    assume(not refuted(found))
    cell = data.draw(st.integers(0, len(system.floors) - 1))
    low, high = ends(found, cell)
    more = System(system.floors, (*system.bounds, Bound(cell, low, high, 999)), system.rows)
    again = propagate(more.problem())
    assert not refuted(again)
    assert [ends(again, c) for c in range(len(system.floors))] == [
        ends(found, c) for c in range(len(system.floors))
    ]


@given(systems(cyclic=True))
def test_circles_are_named_and_nothing_wrong_is_said_of_them(system):
    found = propagate(system.problem())
    assert bool(len(found.forest.cyclic)) == (not acyclic(system))
    possible = feasible(system)
    if refuted(found):
        assert not possible
    if possible:
        for cell in range(len(system.floors)):
            (low, high), (least, most) = ends(found, cell), hull(system, cell)
            assert low is None or (least is not None and low <= least)
            assert high is None or (most is not None and high >= most)
    for conflict in conflicts(found):
        assert not feasible(system.only(set(conflict.tags)))


@given(systems(cyclic=True))
def test_rows_that_are_worked_are_those_that_lie_on_no_circle(system):
    found = propagate(system.problem())
    worked = sorted(row for batch in found.forest.rounds for row in batch.rows.tolist())
    assert sorted([*worked, *found.forest.cyclic.tolist()]) == list(range(len(system.rows)))
    for batch in found.forest.rounds:
        parents = batch.parent.tolist()
        assert len(parents) == len(set(parents))


@given(systems(cyclic=True))
def test_components_are_what_rows_connect(system):
    label = components(system.problem()).tolist()
    reach = {cell: {cell} for cell in range(len(system.floors))}
    for _ in system.floors:
        for row in system.rows:
            together = set().union(*(reach[cell] for cell in row.cells))
            reach.update(dict.fromkeys(together, together))
    assert label == [min(reach[cell]) for cell in range(len(system.floors))]


@given(systems(), systems())
def test_unconnected_systems_do_not_touch_each_other(one, other):
    count = len(one.floors)
    moved = System(
        one.floors + other.floors,
        (*one.bounds, *(Bound(b.cell + count, b.low, b.high, b.tag + 50) for b in other.bounds)),
        (
            *one.rows,
            *(
                Row(r.whole + count, tuple(p + count for p in r.parts), r.complete)
                for r in other.rows
            ),
        ),
    )
    alone, together = propagate(one.problem()), propagate(moved.problem())
    assert [ends(together, cell) for cell in range(count)] == [
        ends(alone, cell) for cell in range(count)
    ]
    assert [c.tags for c in conflicts(alone)] == [
        c.tags for c in conflicts(together) if max(c.tags, default=0) < 50
    ]


def chain(*figures, complete=True):
    """Return a whole (cell 0, the first figure) and its parts, a point claim each."""
    parts = tuple(range(1, len(figures)))
    bounds = tuple(Bound(cell, figure, figure, cell) for cell, figure in enumerate(figures))
    return System((0,) * len(figures), bounds, (Row(0, parts, complete),))


@pytest.mark.parametrize("size", [10**7, 10**12, 10**18, 10**40])
def test_off_by_one_is_seen_at_any_size(size):
    fits, too_much = chain(2 * size, size, size), chain(2 * size, size, size + 1)
    too_little = chain(2 * size, size, size - 1)
    assert not refuted(propagate(fits.problem()))
    assert refuted(propagate(too_much.problem()))
    assert refuted(propagate(too_little.problem()))
    assert not refuted(propagate(chain(2 * size, size, size - 1, complete=False).problem()))


def test_of_many_parts_that_exceed_the_whole_only_the_largest_that_suffice_conflict():
    found = propagate(chain(10, 1, 7, 2, 6, 3).problem())
    (conflict,) = conflicts(found)
    assert conflict.tags == (0, 2, 4)
    assert conflict.gap == 9  # of all parts together, also those that the conflict does not need


def test_parts_that_fall_short_are_all_needed():
    (conflict,) = conflicts(propagate(chain(10, 1, 2, 3).problem()))
    assert conflict.tags == (0, 1, 2, 3)
    assert conflict.gap == 4


def test_two_sums_of_one_unclaimed_whole_conflict():
    bounds = tuple(Bound(cell, n, n, cell) for cell, n in ((1, 4), (2, 5), (3, 3), (4, 3)))
    system = System((0,) * 5, bounds, (Row(0, (1, 2)), Row(0, (3, 4))))
    (conflict,) = conflicts(propagate(system.problem()))
    assert not feasible(system.only(set(conflict.tags)))
    assert conflict.gap == 3


def test_claims_that_exclude_each_other_leave_the_hull_of_their_positions():
    bounds = (Bound(0, 3, 5, 0), Bound(0, 8, 9, 1), Bound(0, 2, 4, 2))
    found = propagate(System((0,), bounds, ()).problem())
    assert found.own.clash.tolist() == [True]
    assert ends(found, 0) == (3, 9)


@example(size=2)
@given(st.integers(2, 60))
def test_a_deep_chain_of_wholes_carries_its_bounds_up_and_down(size):
    rows = tuple(Row(cell, (cell + 1,)) for cell in range(size - 1))
    found = propagate(
        System((0,) * size, (Bound(size - 1, 3, 7, 0), Bound(0, 5, None, 1)), rows).problem()
    )
    assert {ends(found, cell) for cell in range(size)} == {(5, 7)}


def test_a_square_table_whose_margins_differ_is_a_circle_and_says_so():
    cells = {(i, j): 1 + 4 * i + j for i, j in itertools.product(range(4), range(4))}
    rows = [Row(17 + i, tuple(cells[i, j] for j in range(4))) for i in range(4)]
    columns = [Row(21 + j, tuple(cells[i, j] for i in range(4))) for j in range(4)]
    system = System((0,) * 25, (), (*rows, *columns))
    assert len(propagate(system.problem()).forest.cyclic) == 8


def test_numbers_beyond_64_bits_are_kept_as_python_integers():
    assert propagate(chain(10**30, 10**30).problem()).final.low.dtype == object
