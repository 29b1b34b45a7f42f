"""Which claims still stand: later sayings of an origin replace earlier ones, links say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.model.stance import LinkVerb, Stance
from claimsync.table.keys import paired, shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from claimsync.model.period import Period
    from claimsync.table.columns import Table


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

    def without(self, aside: frozenset[int]) -> Timeline:
        """Return the changes between claims that are not set ``aside``; what is gone stays gone."""
        if not aside:
            return self
        kept = [
            change._replace(older=tuple(row for row in change.older if row not in aside))
            for change in self.changes
            if change.newer not in aside
        ]
        return Timeline(self.current, [change for change in kept if change.older])


def timeline_of(table: Table) -> Timeline:
    """Return what still stands, per question, date and origin; input order is never time."""
    timeline = Timeline(~table.takes(Stance.RETRACTS))
    linked = {
        row: {
            target: link.verb
            for link in table.claims[row].links
            if (target := table.row_of.get(link.target)) is not None
            and (link.verb.change is None or may_unsay(table, row, target))
        }
        for row in table.linking
    }
    for rows in _groups(table):
        _Series(table, timeline, linked, rows).run()
    _links_left(table, timeline, linked)
    return timeline


def _groups(table: Table) -> Iterable[list[int]]:
    """Yield the rows that share question, date and origin, where there are at least two."""
    first = np.zeros(len(table), dtype=np.int64)
    pair = paired(table.keys(first), table.origins.origin_of_claim)
    yield from shared(pair, np.arange(len(table)))


class Said(NamedTuple):
    """What a claim says, apart from who said it and when; affirming stances are alike."""

    stance: Stance
    meant: tuple[object, ...]
    bare: bool


def content(table: Table, row: int) -> Said:
    """Return what a claim says."""
    claim = table.claims[row]
    stance = Stance.ASSERTS if claim.stance.affirms else claim.stance
    meant = tuple(
        (option.key, option.over, option.each, _allowed(table, option.meaning))
        for option in table.options[row]
    )
    return Said(stance, meant, not claim.readings)


def _allowed(table: Table, code: int) -> object:
    """Return what a figure allows, or None for an occurrence."""
    return table.meanings[code][1] if code >= 0 else None


class _Series:
    """What one origin says on one question: sayings of one moment together, moments in order."""

    def __init__(
        self,
        table: Table,
        timeline: Timeline,
        linked: dict[int, dict[int, LinkVerb]],
        rows: list[int],
    ) -> None:
        self.table, self.timeline, self.linked = table, timeline, linked
        self.given_up: dict[Said, int] = {}
        self.moments: dict[Period | None, dict[Said, list[int]]] = {}
        for row in sorted(rows, key=self._when):
            moment = self.moments.setdefault(table.claims[row].said_at, {})
            moment.setdefault(content(table, row), []).append(row)

    def _when(self, row: int) -> tuple[float, int]:
        said = self.table.claims[row].said_at
        return (said.span[0] if said else float("inf"), row)

    def run(self) -> None:
        """Let the sayings of every moment replace the earlier ones that they contradict."""
        standing: dict[Said, list[int]] = {}
        for moment, said in self.moments.items():
            self._stale(said, standing)
            older: dict[int, list[int]] = {}
            for earlier, rows in list(standing.items()):
                newer = next(
                    (now for now in said if now != earlier and self._replaces(now, earlier)), None
                )
                gone = [row for row in rows if newer and self._gives_way(row, said[newer], moment)]
                if newer and gone:
                    self.given_up[earlier] = said[newer][0]
                    older.setdefault(said[newer][0], []).extend(gone)
                    standing[earlier] = [row for row in rows if row not in set(gone)]
            for row, gone in sorted(older.items()):
                self._change(row, gone)
            for now, rows in said.items():
                standing.setdefault(now, []).extend(
                    row for row in rows if self.timeline.current[row]
                )
            standing = {now: rows for now, rows in standing.items() if rows}
        self._retracted(standing)

    def _gives_way(self, row: int, newer: list[int], moment: Period | None) -> bool:
        """Return whether a claim was said before ``moment`` and does not unsay the newer."""
        said = self.table.claims[row].said_at
        unsaid = self.linked.get(row, {})
        if any(other in unsaid and unsaid[other].change for other in newer):
            return False
        return said is not None and moment is not None and said.before(moment)

    def _stale(self, said: dict[Said, list[int]], standing: dict[Said, list[int]]) -> None:
        """Take out late relays of what the origin gave up: their time is not the origin's."""
        for now, rows in list(said.items()):
            newer = self.given_up.get(now)
            if newer is None or now in standing:
                continue
            late = [
                row for row in rows if self._relays(row) and self._voice(row) != self._voice(newer)
            ]
            if late:
                self._change(newer, late)
                said[now] = [row for row in rows if row not in late]
                if not said[now]:
                    del said[now]

    def _relays(self, row: int) -> bool:
        """Return whether somebody else's word is passed on."""
        return len(self.table.claims[row].attribution.chain) > 1

    def _voice(self, row: int) -> str:
        return self.table.claims[row].attribution.voice

    def _replaces(self, now: Said, earlier: Said) -> bool:
        """Return whether what is said now takes the place of what was said earlier."""
        if now.stance is Stance.RETRACTS:
            return now.meant == earlier.meant or now.bare
        if now.stance.withholds:
            return earlier.stance.withholds
        same = now.meant == earlier.meant or now.bare or earlier.bare
        return earlier.stance.withholds or now.stance.affirms == earlier.stance.affirms or same

    def _retracted(self, standing: dict[Said, list[int]]) -> None:
        """Let a retraction without a link or a time take back what stands."""
        for now, rows in self.moments.get(None, {}).items():
            if now.stance is Stance.RETRACTS:
                taken = [
                    r for said, mine in standing.items() if self._replaces(now, said) for r in mine
                ]
                for row in rows:
                    if taken and not self.linked.get(row):
                        self._change(row, taken)

    def _change(self, row: int, older: list[int]) -> None:
        """Note that ``row`` took the place of ``older``."""
        self.timeline.current[older] = False
        self.timeline.changes.append(Change(self._basis(row, older), tuple(sorted(older)), row))

    def _basis(self, row: int, older: list[int]) -> str:
        """Return what kind of change it is."""
        linked = self.linked.get(row, {})
        said = {linked[other].change for other in older if other in linked}
        for change in ("retraction", "correction", "update"):
            if change in said:
                return change
        now = self.table.claims[row].stance
        if now is Stance.RETRACTS:
            return "retraction"
        thens = [self.table.claims[other].stance for other in older]
        turned = any(then.polar and now.polar and then.affirms != now.affirms for then in thens)
        return "position changed" if turned else "update"


def _links_left(table: Table, timeline: Timeline, linked: dict[int, dict[int, LinkVerb]]) -> None:
    """Honour the links across questions or origins; a correction takes relays along."""
    told = {
        (older, change.newer): at
        for at, change in enumerate(timeline.changes)
        for older in change.older
    }
    peers = _peers(table) if linked else {}
    for row, targets in sorted(linked.items()):
        for target, verb in sorted(targets.items()):
            if verb.change is None:
                continue
            corrects = verb is not LinkVerb.UPDATES
            relays = _relays(table, timeline, target, row, peers) if corrects else []
            at = told.get((target, row))
            older = {target, *relays, *(timeline.changes[at].older if at is not None else ())}
            change = Change(verb.change, tuple(sorted(older)), row)
            timeline.current[list(older)] = False
            if at is None:
                timeline.changes.append(change)
            else:
                timeline.changes[at] = change


def _peers(table: Table) -> dict[int, list[int]]:
    """Return, for every claim that has some, the rows that share its question, date and origin."""
    return {row: rows for rows in _groups(table) for row in rows}


def _relays(
    table: Table, timeline: Timeline, target: int, row: int, peers: dict[int, list[int]]
) -> list[int]:
    """Return the standing claims of other voices that cite the same origin for the same thing."""
    voice = table.origins.voice_of_claim
    others = [
        other
        for other in peers.get(target, ())
        if timeline.current[other] and voice[other] not in {voice[target], voice[row]}
    ]
    said = content(table, target) if others else None
    return [other for other in others if content(table, other) == said]


def may_unsay(table: Table, row: int, target: int) -> bool:
    """Return whether a claim can take ``target`` back: one's own word, or one's own relay."""
    origin, voice = table.origins.origin_of_claim, table.origins.voice_of_claim
    return bool(origin[row] == origin[target] or voice[row] == voice[target])


def foreign_links(table: Table) -> Iterable[tuple[str, str]]:
    """Yield (claim id, target id) of links that would take back what somebody else said."""
    for row in table.linking:
        for link in table.claims[row].links:
            target = table.row_of.get(link.target)
            if target is not None and link.verb.change and not may_unsay(table, row, target):
                yield table.ids[row], link.target
