"""Which claims can affect each other, however the ambiguous ones are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from claimsync.findings.bridges import bridges_of
from claimsync.findings.case import Frame, case_of
from claimsync.model.codelist import UNSPECIFIED
from claimsync.model.policy import Unspecified
from claimsync.model.stance import Stance
from claimsync.reason.forest import connected
from claimsync.table.columns import Ways
from claimsync.table.keys import AS_OF, EVENT, PHASE, UNIT, WHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.model.policy import Policy
    from claimsync.table.columns import Option

Node = int | tuple[object, ...]  # a claim row, or anything that joins some
Edge = tuple[Node, Node]


def in_all_ways(
    frame: Frame, ways: Sequence[tuple[int, int]], aside: frozenset[int] = frozenset()
) -> Case:
    """Return the case in which claims are taken in several ways (row, option) at once.

    Its claim rows are positions in ``ways``. Whatever cell, sum or bridge some choice among these
    has is in it: more claimed questions never take one away. Dates are left out, since which of
    them are merged depends on the choice.
    """
    table = frame.table
    options: list[tuple[Option, ...]] = []
    for row, at in ways:
        option = table.options[row][at]
        options.append((option._replace(key=_key(frame, option, AS_OF)),))
    claims = table.claims.take(np.array([row for row, _ in ways], dtype=np.int64))
    ids = tuple(table.ids[row] for row, _ in ways)
    columns = Ways.of(options, table.space.dtype)
    wide = replace(table, ids=ids, claims=claims, options=options, ways=columns)
    gone = frozenset(at for at, (row, _) in enumerate(ways) if row in aside)
    first = np.zeros(len(ways), dtype=np.int64)
    return case_of(replace(frame, table=wide), np.arange(len(ways)), first, gone)


def _every_way(frame: Frame, rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return all ways (row, option) to take some claims."""
    return [(row, at) for row in rows for at in range(len(frame.table.options[row]))]


def _key(frame: Frame, option: Option, *ignored: int) -> int:
    """Return the key of an option, some columns left out."""
    space = frame.table.space
    used = [column for column in ignored if len(space.codes[column]) > 1]
    if not used:
        return option.key
    codes = space.row(option.key)
    return option.key - sum(codes[column] * space.radices[column] for column in used)


def connections(frame: Frame, rows: Sequence[int]) -> NDArray[np.int64]:
    """Return the component of each of ``rows``: what can affect it in figures or in statements."""
    return _labels(rows, _edges(frame, _every_way(frame, rows)))


def families(frame: Frame, rows: Sequence[int], policy: Policy) -> NDArray[np.int64]:
    """Return the component of each of ``rows`` with all that findings of any kind look at.

    Beyond ``connections`` these are claims about one event, and about what a party would know, and
    what a figure that is denied, or withheld, would be connected with if it were affirmed.
    """
    ways = _every_way(frame, rows)
    return _labels(rows, [*_edges(_affirmed(frame), ways), *_events(frame, ways, policy)])


def _affirmed(frame: Frame) -> Frame:
    """Return a frame in which every figure is affirmed."""
    claims = frame.table.claims
    others = claims.readings.marked(len) & ~claims.stance.marked(lambda stance: stance.affirms)
    affirmed = claims.with_column("stance", others, Stance.ASSERTS)
    return replace(frame, table=replace(frame.table, claims=affirmed))


def _edges(frame: Frame, ways: Sequence[tuple[int, int]]) -> list[Edge]:
    """Return the edges between claims that can affect each other."""
    case = in_all_ways(frame, ways)
    cells = _cells(case, [row for row, _ in ways])
    return [*cells, *_statements(frame, ways), *_links(frame)]


def _labels(rows: Sequence[int], edges: Sequence[Edge]) -> NDArray[np.int64]:
    """Return the component of each row; edges to rows that are not among them do not count."""
    node: dict[Node, int] = {row: at for at, row in enumerate(rows)}
    inside = set(rows)
    known = [
        tuple(node.setdefault(each, len(node)) for each in edge)
        for edge in edges
        if all(each in inside for each in edge if isinstance(each, int))
    ]
    ends = np.array(known, dtype=np.int64).reshape(-1, 2)
    return connected(len(node), ends[:, 0], ends[:, 1])[: len(rows)]


def _cells(case: Case, row_of: Sequence[int]) -> Iterator[Edge]:
    """Yield the edges from claims to their cells, and between cells that something joins."""
    for at, cell in zip(case.row.tolist(), case.cell.tolist(), strict=True):
        yield row_of[at], ("cell", cell)
    own = dict(zip(case.cells.keys.tolist(), range(len(case.cells.keys)), strict=True))
    for at in case.rows:
        key = int(case.key[at])
        yield row_of[at], ("cell", own[key]) if key in own else ("key", key)
    shape = case.cells.rows
    for row, whole in enumerate(shape.whole.tolist()):
        yield from ((("cell", whole), ("cell", part)) for part in shape.parts(row).tolist())
    for link in case.found.problem.links:
        yield from ((("cell", link.whole), ("cell", part)) for part in link.parts)
    yield from ((("cell", bridge.one), ("cell", bridge.other)) for bridge in bridges_of(case))


def _statements(frame: Frame, ways: Sequence[tuple[int, int]]) -> Iterator[Edge]:
    """Yield the edges between statements that may deny each other, and counts of their events."""
    table = frame.table
    implied = {m.implies.measure for m in table.claimset.measures.values() if m.implies}
    for row, at in ways:
        option = table.options[row][at]
        if not table.claims[row].readings:
            yield row, ("said", _key(frame, option, WHEN, AS_OF, PHASE))
            if option.question.measure in implied:
                yield row, ("event", option.question.measure)
        elif implied and (event := table.measure(option.key).implies):
            yield row, ("event", event.measure)


def _links(frame: Frame) -> Iterator[Edge]:
    """Yield the edges between claims of which one speaks of the other."""
    table = frame.table
    for row in table.linking:
        for link in table.claims[row].links:
            if link.target in table.row_of:
                yield row, table.row_of[link.target]


def _events(frame: Frame, ways: Sequence[tuple[int, int]], policy: Policy) -> Iterator[Edge]:
    """Yield the edges between claims that one finding may speak of, though no figure joins them."""
    table, context = frame.table, frame.table.claimset.context
    whole = policy.unspecified is Unspecified.TOTAL or any(
        assumption.code == UNSPECIFIED for assumption in context.assumptions
    )
    watched = {party.question.measure for party in context.parties}
    for row, at in ways:
        option = table.options[row][at]
        measure, event = option.question.measure, table.space.row(option.key)[EVENT]
        if event:
            yield row, ("named", event)
        if whole or event or measure in watched:
            yield row, ("asked", measure, event)
        else:
            yield row, ("alike", _key(frame, option, WHEN, UNIT, AS_OF))
