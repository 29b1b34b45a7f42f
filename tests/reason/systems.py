"""Random small systems of cells, bounds and rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from tests.oracles import Bound, Row, System, acyclic

some = settings(max_examples=max(50, settings().max_examples // 4))  # each asks a solver

MOST = 7  # no number of a system with a lid exceeds it
LID = 100  # the tag of the bound that says so for cell 0; those of the other cells follow


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


# ------------------------------------------------------- systems that enumeration can follow


@dataclass(frozen=True)
class Shape:
    """Which kinds of rows and numbers a system may have."""

    cyclic: bool = False
    factors: bool = False
    product: bool = False
    steps: tuple[int, ...] = (1,)
    most_rows: int = 4


FOREST = Shape()
CIRCLE = Shape(cyclic=True)
FACTORS = Shape(cyclic=True, factors=True, most_rows=3)
PRODUCT = Shape(cyclic=True, factors=True, product=True, most_rows=2)
MULTIPLES = Shape(cyclic=True, steps=(1, 1, 2), most_rows=3)
MIXED = Shape(cyclic=True, factors=True, steps=(0, 0, 1), most_rows=3)

LIDDED = pytest.mark.parametrize(
    "shape",
    [FOREST, CIRCLE, FACTORS, MULTIPLES],
    ids=["forest", "circle", "factors", "multiples"],
)
OPEN = pytest.mark.parametrize(
    "shape",
    [FOREST, CIRCLE, FACTORS, MULTIPLES, MIXED],
    ids=["forest", "circle", "factors", "multiples", "mixed"],
)

_FACTORS = tuple(map(Fraction, ("1", "1", "2", "3", "-1", "1/2", "2/3")))


@st.composite
def claimed(draw, shape: Shape = FOREST, *, lid: bool = True, most: int = 9) -> System:
    """Two to five cells with up to ``most`` bounds of claims, several of which may be one claim's.

    Under a ``lid`` every cell has a bound of a claim of its own that numbers end at ``MOST``.
    """
    count = draw(st.integers(2, 5))
    steps = tuple(draw(st.sampled_from(shape.steps)) for _ in range(count))
    rows = draw(st.lists(_row(count, shape), min_size=1, max_size=shape.most_rows))
    if not shape.cyclic:
        rows = [row for at, row in enumerate(rows) if _grows(rows[:at], row, count)]
    tags = draw(st.integers(2, 8))
    bounds = draw(st.lists(_claim(count, tags, steps), min_size=3, max_size=most))
    if lid:
        bounds += [Bound(cell, None, MOST // (s or 1) * (s or 1), LID + cell)
                   for cell, s in enumerate(steps)]  # fmt: skip
    return System((0,) * count, tuple(bounds), tuple(rows), steps)


def _grows(rows: list[Row], row: Row, count: int) -> bool:
    """Return whether a row keeps those before it that were kept without circles."""
    kept: list[Row] = []
    for each in (*rows, row):
        fits = acyclic(System((0,) * count, (), (*kept, each)))
        if fits:
            kept.append(each)
    return row in kept[-1:]


@st.composite
def _row(draw, count: int, shape: Shape) -> Row:
    whole, *others = draw(st.permutations(range(count)))
    many = draw(st.integers(1, min(3, count - 1)))
    row = Row(whole, tuple(sorted(others[:many])), draw(st.integers(0, 4)) > 0)
    if shape.product and count > 2 and draw(st.booleans()):
        factor = draw(st.sampled_from((Fraction(1), Fraction(2), Fraction(1, 2))))
        return replace(row, parts=tuple(others[:2]), factors=(factor,), product=True)
    if shape.factors and draw(st.booleans()):
        return replace(row, factors=tuple(draw(st.sampled_from(_FACTORS)) for _ in row.parts))
    return row


@st.composite
def _claim(draw, count: int, tags: int, steps: tuple[int, ...]) -> Bound:
    cell, tag = draw(st.integers(0, count - 1)), draw(st.integers(0, tags - 1))
    low = draw(st.integers(0, 5))
    high = draw(st.sampled_from((low, low, low + 1, low + 3, None)))
    step = steps[cell]
    if not step:
        is_open = draw(st.booleans()) and high != low
        return Bound(cell, low, high, tag, open=is_open)
    ends = (low - low % step, None if high is None else min(high, MOST) // step * step)
    return Bound(cell, *ends, tag)


def weights(system: System) -> st.SearchStrategy[dict[int, int | Fraction]]:
    """What setting aside each claim costs; pinned claims, and lids, are left out."""
    tags = [tag for tag in system.tags if tag < LID]
    costs = st.sampled_from((1, 1, 1, 1, 2, Fraction(1, 2), None))
    costed = st.lists(costs, min_size=len(tags), max_size=len(tags))
    return costed.map(
        lambda drawn: {t: c for t, c in zip(tags, drawn, strict=True) if c is not None}
    )
