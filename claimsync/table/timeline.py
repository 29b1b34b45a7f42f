"""Which claims still stand: later sayings of one origin replace earlier ones, links say so explicitly."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.model.stance import LinkVerb, Stance
from claimsync.table.keys import shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from claimsync.model.period import Period
    from claimsync.table.columns import Table

UNSAYING = {
    LinkVerb.UPDATES: "update",
    LinkVerb.CORRECTS: "correction",
    LinkVerb.RETRACTS: "retraction",
}


class Change(NamedTuple):
    """One claim (``newer``) that takes the place of ``older`` ones, and how."""

    basis: str
    older: tuple[int, ...]
    newer: int


@dataclass
class Timeline:
    """Which rows are current, and the changes that made the others history."""

    current: NDArray[np.bool_]
    changes: list[Change] = field(default_factory=list)


def timeline_of(table: Table) -> Timeline:
    """Return what still stands, per question, date and origin; input order is never time."""
    timeline = Timeline(
        np.array([c.stance is not Stance.RETRACTS for c in table.claims], dtype=bool)
    )
    row_of = {claim_id: row for row, claim_id in enumerate(table.ids)}
    linked = {
        row: {row_of[link.target]: link.verb for link in claim.links if link.target in row_of}
        for row, claim in enumerate(table.claims)
        if claim.links
    }
    for rows in _groups(table):
        _Series(table, timeline, linked, rows).run()
    _links_left(table, timeline, linked)
    return timeline


def _groups(table: Table) -> Iterable[list[int]]:
    """Yield the rows that share question, date and origin, where there are at least two."""
    for rows in shared(table.keys([0] * len(table)), range(len(table))):
        yield from shared(table.origins.origin_of_claim, rows)


def content(table: Table, row: int) -> tuple[object, ...]:
    """Return what a claim says, apart from who said it and when."""
    claim = table.claims[row]
    polarity = "yes" if claim.stance.affirms else str(claim.stance)
    meanings = [
        (option.key, option.over, option.each, _allowed(table, option.meaning))
        for option in table.options[row]
    ]
    return (polarity, *meanings)


def _allowed(table: Table, code: int) -> object:
    """Return what a figure allows, or None for an occurrence."""
    return table.meanings[code][1] if code >= 0 else None


class _Series:
    """What one origin says on one question, as time goes on."""

    def __init__(
        self,
        table: Table,
        timeline: Timeline,
        linked: dict[int, dict[int, LinkVerb]],
        rows: list[int],
    ) -> None:
        self.table, self.timeline, self.linked = table, timeline, linked
        self.rows = sorted(rows, key=self._when)
        self.standing: list[int] = []

    def _when(self, row: int) -> tuple[float, int, int]:
        """Sort by time of saying, links after what they link to."""
        said = self.table.claims[row].said_at
        return (said.span[0] if said else float("inf"), len(self.linked.get(row, ())), row)

    def run(self) -> None:
        """Let every saying replace the earlier ones that it replaces."""
        latest: dict[int, tuple[object, ...]] = {}
        for row in self.rows:
            said = content(self.table, row)
            older = [
                other for other in self.standing if self._replaces(row, other, said, latest[other])
            ]
            if older:
                self.standing = [other for other in self.standing if other not in older]
                self.timeline.current[older] = False
                self.timeline.changes.append(
                    Change(self._basis(row, older), tuple(sorted(older)), row)
                )
            if self.timeline.current[row]:
                self.standing.append(row)
                latest[row] = said

    def _replaces(
        self, row: int, other: int, said: tuple[object, ...], earlier: tuple[object, ...]
    ) -> bool:
        """Return whether ``row`` takes the place of ``other``."""
        if self.linked.get(row, {}).get(other) in UNSAYING:
            return True
        if said == earlier or not _before(
            self.table.claims[other].said_at, self.table.claims[row].said_at
        ):
            return False
        now, then = self.table.claims[row].stance, self.table.claims[other].stance
        if now is Stance.RETRACTS:
            return said[1:] == earlier[1:] or not self.table.claims[row].readings
        if now.withholds:
            return then.withholds
        figures = bool(self.table.claims[row].readings) + bool(self.table.claims[other].readings)
        same_figure = said[1:] == earlier[1:] or figures < 2  # noqa: PLR2004 - two claims
        return then.withholds or now.affirms == then.affirms or same_figure

    def _basis(self, row: int, older: list[int]) -> str:
        """Return what kind of change it is."""
        verbs = [self.linked.get(row, {}).get(other) for other in older]
        for verb in (LinkVerb.RETRACTS, LinkVerb.CORRECTS, LinkVerb.UPDATES):
            if verb in verbs:
                return UNSAYING[verb]
        now = self.table.claims[row].stance
        if now is Stance.RETRACTS:
            return "retraction"
        thens = [self.table.claims[other].stance for other in older]
        turned = any(then.polar and now.polar and then.affirms != now.affirms for then in thens)
        return "position changed" if turned else "update"


def _before(one: Period | None, other: Period | None) -> bool:
    """Return whether ``one`` certainly lies before ``other``."""
    return one is not None and other is not None and one.before(other)


def _links_left(table: Table, timeline: Timeline, linked: dict[int, dict[int, LinkVerb]]) -> None:
    """Honour the links between claims of other questions or origins; a correction takes relays along."""
    told = {(older, change.newer): change for change in timeline.changes for older in change.older}
    for row, targets in sorted(linked.items()):
        for target, verb in sorted(targets.items()):
            if verb not in UNSAYING:
                continue
            relays = _relays(table, timeline, target, row) if verb is not LinkVerb.UPDATES else []
            change = told.get((target, row))
            if change is not None:
                timeline.changes.remove(change)
            older = {target, *relays, *(change.older if change else ())}
            timeline.current[list(older)] = False
            timeline.changes.append(Change(UNSAYING[verb], tuple(sorted(older)), row))


def _relays(table: Table, timeline: Timeline, target: int, row: int) -> list[int]:
    """Return the standing claims that cite the same origin for the same thing."""
    said, origin = content(table, target), table.origins.origin_of_claim
    same = np.flatnonzero(timeline.current & (origin == origin[target])).tolist()
    return [other for other in same if other not in {row, target} and content(table, other) == said]
