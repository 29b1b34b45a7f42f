"""Random small systems of cells, bounds and rows."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.oracles import Bound, Row, System, acyclic


@st.composite
def systems(
    draw, *, cyclic: bool = False, closed: bool = False, sharing: bool | None = None, span: int = 6
) -> System:
    """Systems of two to six cells; ``closed`` ones give every cell both ends.

    With ``sharing``, one claim may bound several cells.
    """
    count = draw(st.integers(2, 6))
    floor = st.sampled_from((0, -2) if closed else (0, 0, 0, None, -2))
    floors = tuple(draw(floor) for _ in range(count))
    rows = _rows(draw, count, cyclic=cyclic)
    cells = st.integers(0, count - 1)
    tags = st.integers(0, 5)
    chosen = draw(st.lists(st.tuples(cells, tags), max_size=9))
    shared = draw(st.booleans()) if sharing is None else sharing
    bounds = [
        _bound(draw, cell, tag if shared else at, floors[cell], span, closed=closed)
        for at, (cell, tag) in enumerate(chosen)
    ]
    if closed:
        bounds += [
            _bound(draw, cell, 100 + cell, floors[cell], span, closed=True) for cell in range(count)
        ]
    return System(floors, tuple(bounds), tuple(rows))


def _rows(draw, count: int, *, cyclic: bool) -> list[Row]:
    """Rows over ``count`` cells; without circles unless ``cyclic``."""
    rows: list[Row] = []
    for _ in range(draw(st.integers(1, 4))):
        order = draw(st.permutations(range(count)))
        many = draw(st.integers(1, min(3, count - 1)))
        row = Row(order[0], tuple(sorted(order[1 : 1 + many])), draw(st.booleans()))
        if cyclic or acyclic(System((None,) * count, (), (*rows, row))):
            rows.append(row)
    return rows


def _bound(draw, cell: int, tag: int, floor: int | None, span: int, *, closed: bool) -> Bound:
    """One bound that reaches above the floor, as every figure that was accepted does."""
    least = -3 if floor is None else floor
    low = draw(st.integers(least, least + span))
    high = low + draw(st.integers(0, 3))
    if closed:
        return Bound(cell, low, high, tag)
    kind = draw(st.sampled_from(("both", "both", "point", "low", "high")))
    match kind:
        case "low":
            return Bound(cell, low, None, tag)
        case "high":
            return Bound(cell, floor, high, tag)
        case "point":
            return Bound(cell, low, low, tag)
        case _:
            return Bound(cell, low, high, tag)
