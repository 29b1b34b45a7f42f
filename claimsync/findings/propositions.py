"""Occurrences asserted and denied, denied figures, and counts whose own event is denied."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from claimsync.findings.echoes import PairDetail
from claimsync.findings.kinds import (
    Agreement,
    Basis,
    Divergence,
    Finding,
    Modifier,
    NotComparable,
    Tension,
)
from claimsync.model.period import Overlap
from claimsync.model.stance import LinkVerb, Phase, Stance
from claimsync.table.columns import AFFIRMS
from claimsync.table.keys import AS_OF, PHASE, WHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.findings.case import Case
    from claimsync.findings.telling import Telling
    from claimsync.model.claim import Link
    from claimsync.model.meaning import Meaning
    from claimsync.model.period import Period
    from claimsync.model.question import Question


def proposition_findings(case: Case, telling: Telling) -> Iterator[Finding]:
    """Yield what assertions and denials say about each other."""
    judge = _Propositions(case, telling)
    if not judge.bare and not judge.denying:
        return
    yield from judge.occurrences()
    yield from judge.denied_figures()
    yield from judge.presuppositions()


class _Propositions:
    """The claims that tell no figure, or deny one, or whose figure presupposes an event."""

    def __init__(self, case: Case, telling: Telling) -> None:
        self.case, self.telling = case, telling
        self.table = case.frame.table
        rows, table = case.standing, self.table
        bare, denies = table.bare[rows], table.takes(Stance.DENIES)[rows]
        affirms = AFFIRMS[table.stance[rows]]
        linked = [row for row in table.linking if any(map(_denies, table.claims[row].links))]
        self.bare = rows[bare].tolist()
        self.yes = rows[bare & affirms].tolist()
        self.no = rows[bare & denies].tolist()
        self.denying = rows[denies | np.isin(rows, linked)].tolist()
        self.counted = rows[~bare & affirms].tolist() if self.bare or self.denying else []

    def _stance(self, row: int) -> Stance:
        return self.table.claims[row].stance

    def _apart(self, one: int, other: int) -> bool:
        """Return whether two claims have different origins."""
        origin = self.table.origins.origin_of_claim
        return bool(origin[one] != origin[other])

    def _ambiguous(self, row: int) -> bool:
        """Return whether a claim can be read in several ways."""
        return len(self.table.options[row]) > 1

    def _opposed(self, one: list[int], other: list[int]) -> tuple[list[int], list[int]]:
        """Return the claims of two sides that have someone of another origin against them."""
        origin = self.table.origins.origin_of_claim
        ones, others = ({int(origin[row]) for row in rows} for rows in (one, other))
        return (
            [row for row in one if others - {int(origin[row])}],
            [row for row in other if ones - {int(origin[row])}],
        )

    def _code(self, row: int, column: int) -> Any:
        space = self.table.space
        return space.codes[column].names[space.row(self.case.key[row])[column]]

    def _grouped(self, rows: Sequence[int], *ignored: int) -> dict[int, list[int]]:
        """Return rows by their key, some columns left out."""
        radices = self.table.space.radices
        groups: dict[int, list[int]] = defaultdict(list)
        for row in rows:
            key = int(self.case.key[row])
            codes = self.table.space.row(key)
            groups[key - sum(codes[c] * radices[c] for c in ignored)].append(row)
        return groups

    def occurrences(self) -> Iterator[Finding]:
        """Yield divergence where an occurrence is both asserted and denied, else agreement."""
        denied = self._grouped(self.no, WHEN, AS_OF)
        contested: set[int] = set()
        for key, yes in self._grouped(self.yes, WHEN, AS_OF).items():
            for denials in self._by_key(denied.get(key, [])):
                when = [row for row in yes if self._overlap(row, denials[0])]
                against, no = self._opposed(when, denials)
                if against:
                    contested.update(against)
                    yield self._pair(Divergence, Basis.POLARITY, against, no)
        for yes in self._by_key(self.yes):
            if len(yes) > 1 and not contested & set(yes):
                yield from self._agreed(yes, Basis.EXACT)
        yield from self._across_phases(contested)

    def _by_key(self, rows: Sequence[int]) -> list[list[int]]:
        return list(self._grouped(rows).values())

    def _overlap(self, one: int, other: int) -> bool:
        """Return whether the periods of two claims share time (one left out may be any)."""
        first: Period | None = self._code(one, WHEN)
        second: Period | None = self._code(other, WHEN)
        return first is None or second is None or first.overlap(second) is not Overlap.DISJOINT

    def _pair(
        self,
        kind: type[Finding],
        basis: Basis,
        one: list[int],
        other: list[int],
        assumed: tuple[str, ...] = (),
    ) -> Finding:
        """Return a finding about the first claims of two sides, naming all who stand with them.

        Claims that can be read in one way only come first, so that ties between readings of others
        change nothing. How the origins relate is worked out over all: ids decide who comes first.
        """
        one, other = (sorted(side, key=self._ambiguous) for side in (one, other))
        against = next((row for row in other if self._apart(one[0], row)), other[0])
        rows, everyone = (one[0], against), (*one, *other)
        return kind(
            basis, rows, self.case.key[rows[0]], self.telling, self.telling.relation_of(everyone),
            (*self.case.assumptions(everyone), *assumed), PairDetail((tuple(one), tuple(other))),
        )  # fmt: skip

    def _agreed(self, rows: Sequence[int], basis: Basis, *more: Modifier) -> Iterator[Finding]:
        """Yield the agreement of claims of independent origins, or of one side."""
        least, most = self.telling.independent(rows)
        relation = self.telling.relation_of(rows)
        if (least > 1 or least == most == 1) and Modifier.SAME_ORIGIN not in relation:
            yield Agreement(
                basis,
                tuple(rows),
                self.case.key[rows[0]],
                self.telling,
                (*more, *relation),
                self.case.assumptions(rows),
            )

    def _across_phases(self, contested: set[int]) -> Iterator[Finding]:
        """Yield agreement of plan and outcome, and tension of an outcome with a cancellation."""
        free = [row for row in self.yes if row not in contested]
        for rows in self._grouped(free, PHASE).values():
            phases: dict[int, Phase | None] = {row: self._code(row, PHASE) for row in rows}
            outcomes = [row for row in rows if (phase := phases[row]) and phase.outcome]
            plans = [row for row in rows if (phase := phases[row]) and phase.plan]
            cancelled = [row for row in rows if phases[row] is Phase.CANCELLED]
            if plans and outcomes:
                yield from self._agreed([*plans, *outcomes], Basis.EXACT, Modifier.CROSS_PHASE)
            if cancelled and outcomes:
                yield self._pair(Tension, Basis.PLAN_AND_OUTCOME, cancelled, outcomes)

    def denied_figures(self) -> Iterator[Finding]:
        """Yield whether each denied figure denies what others assert, or leaves it open."""
        asserted = self._grouped(self.counted)
        for row, denied in self._denials():
            alike = asserted.get(int(self.case.key[row]), [])
            others = [other for other in alike if self._apart(row, other)]
            own = self.telling.figure(row) if self._stance(row).affirms else None
            hit = []
            for other in others:
                meant = self.telling.figure(other)
                fits_own = own is None or not own.logical.disjoint(meant.logical)
                if fits_own and meant.usual.within(denied.logical):
                    hit.append(other)
            if hit:
                yield self._pair(Divergence, Basis.DENIED_FIGURE, [row], hit)
            elif others and own is None:
                yield self._pair(NotComparable, Basis.DENIAL_LEAVES_OPEN, [row], others)

    def _denials(self) -> Iterator[tuple[int, Meaning]]:
        """Yield (claim, the figure it denies): by its stance, or by a link to who tells it."""
        claims = self.table.claims
        for row in self.denying:
            if claims[row].stance is Stance.DENIES and claims[row].readings:
                yield row, self.telling.figure(row)
        for row, target in sorted(self.case.denied_by_link):
            if claims[row].stance.affirms and claims[row].readings and claims[target].readings:
                yield row, self.telling.figure(target)

    def presuppositions(self) -> Iterator[Finding]:
        """Yield, for positive counts, what is said of the event that they presuppose."""
        positive = {row for row in self.counted if self.telling.figure(row).positive}
        deniers, asserters = self._grouped(self.no), self._grouped(self.yes)
        for key, rows in self._grouped(self.counted).items():
            positive_rows = [row for row in rows if row in positive]
            against, no = self._opposed(positive_rows or rows, deniers.get(key, []))
            if no and positive_rows:
                yield self._pair(Divergence, Basis.PRESUPPOSITION_DENIED, against, no)
            elif no:
                yield self._pair(NotComparable, Basis.DENIAL_LEAVES_OPEN, against, no)
            elif positive_rows and key in asserters:
                yield from self._agreed([*positive_rows, *asserters[key]], Basis.ENTAILMENT)
        if self.bare:
            for rows in self._by_key(sorted(positive)):
                yield from self._own_event(rows)

    def _own_event(self, rows: list[int]) -> Iterator[Finding]:
        """Yield what others say of the event that the measure of ``rows`` implies."""
        implied = self.table.measure(self.case.key[rows[0]]).implies
        if implied is None:
            return
        asked = self.telling.option(rows[0]).question

        def about(rows: list[int]) -> list[int]:
            """Return the claims that are about that event."""
            told = ((row, self.telling.option(row).question) for row in rows)
            return [row for row, event in told if same_event(asked, implied, event)]

        against, no = self._opposed(rows, about(self.no))
        _, yes = self._opposed(rows, about(self.yes))
        if no:
            yield self._pair(Divergence, Basis.PRESUPPOSITION_DENIED, against, no)
        elif yes:
            yield from self._agreed([*rows, *yes], Basis.ENTAILMENT)


def _denies(link: Link) -> bool:
    """Return whether a link denies the claim that it leads to."""
    return link.verb is LinkVerb.DENIES


def same_event(count: Question, implied: Question, event: Question) -> bool:
    """Return whether ``event`` asks for the very event that a count presupposes."""
    codes = dict(count.dimensions)
    inside = all(
        codes.get(name) == code
        for name, code in event.dimensions
        if name in codes or name not in dict(implied.dimensions)
    )
    periods = (
        count.when is None
        or event.when is None
        or count.when.overlap(event.when) is not Overlap.DISJOINT
    )
    same = event.measure == implied.measure and event.event in {count.event, implied.event}
    return same and inside and periods and (event.phase is None or event.phase == count.phase)
