"""Who speaks to a question without saying yes or no, who is silent, and who stands alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimsync.findings.kinds import Basis, Finding, Kind, NonConfirmation
from claimsync.model.figure import Qualifier
from claimsync.table.keys import EVENT, MEASURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimsync.findings.case import Case
    from claimsync.findings.telling import Telling
    from claimsync.model.measure import Party
    from claimsync.model.question import Question

_JOINING = {Kind.AGREEMENT, Kind.DIVERGENCE, Kind.TENSION}


def nonconfirmation_findings(
    case: Case, telling: Telling, told: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield explicit stances, silence, missing information, and single origins, in this order."""
    judge = _Silences(case, telling)
    explicit = [*judge.stances(), *judge.silent(), *judge.no_information()]
    yield from explicit
    yield from judge.single_origins([*told, *explicit])


class _Silences:
    """The claims of a case by question (dates merged)."""

    def __init__(self, case: Case, telling: Telling) -> None:
        self.case, self.telling, self.table = case, telling, case.frame.table
        self.question = case.question.tolist()
        self.by_question: dict[int, list[int]] = defaultdict(list)
        for row in case.rows:
            self.by_question[self.question[row]].append(row)

    def _answers(self, row: int) -> bool:
        """Return whether a claim says yes, no or how many."""
        return self.table.claims[row].stance.polar and not self._uninformed(row)

    def _uninformed(self, row: int) -> bool:
        reading = self.telling.option(row).reading
        return reading is not None and reading.figure.qualifier is Qualifier.NO_INFORMATION

    def stances(self) -> Iterator[Finding]:
        """Yield one finding for each origin that withholds yes and no, with what it leaves open."""
        origin = self.table.origins.origin_of_claim
        for key, rows in self.by_question.items():
            withheld: dict[tuple[int, str], list[int]] = defaultdict(list)
            for row in rows:
                if self.table.claims[row].stance.withholds:
                    withheld[int(origin[row]), self.table.claims[row].stance].append(row)
            for (who, stance), own in sorted(withheld.items()):
                others = [row for row in rows if self._answers(row) and origin[row] != who]
                told = (*others, *own)
                yield NonConfirmation(
                    Basis(stance), told, key, self.telling, assumptions=self.case.assumptions(told)
                )

    def no_information(self) -> Iterator[Finding]:
        """Yield one finding for each question on which someone has no information."""
        for key, rows in self.by_question.items():
            empty = tuple(row for row in rows if self._uninformed(row))
            if empty:
                yield NonConfirmation(Basis.NO_INFORMATION, empty, key, self.telling)

    def silent(self) -> Iterator[Finding]:
        """Yield, for every party that would know, the events on which nobody speaks for it."""
        for party in sorted(self.table.claimset.context.parties, key=str):
            events: dict[int, list[int]] = defaultdict(list)
            for row in self._fitting(party):
                events[self._event(row)].append(row)
            for key, rows in sorted(events.items()):
                if not any(self._belongs(row, party.source) for row in rows):
                    answers = tuple(sorted(row for row in rows if self._answers(row)))
                    if answers:
                        yield NonConfirmation(
                            Basis.SILENT, answers, key, self.telling, detail=party
                        )

    def _fitting(self, party: Party) -> Iterator[int]:
        """Yield the claims on questions that a party would know about."""
        for rows in self.by_question.values():
            for row in rows:
                if covers(party.question, self.telling.option(row).question):
                    yield row

    def _event(self, row: int) -> int:
        """Return the key of a claim's measure and event alone."""
        space = self.table.space
        codes = space.row(self.question[row])
        return codes[MEASURE] * space.radices[MEASURE] + codes[EVENT] * space.radices[EVENT]

    def _belongs(self, row: int, party: str) -> bool:
        """Return whether a claim is the party's, or of one who speaks for it or is part of it."""
        origin = self.table.origins.origins[int(self.table.origins.origin_of_claim[row])]
        return party in self.table.claimset.context.memberships(origin.name)

    def single_origins(self, told: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the questions that one origin answers and that nothing else joins."""
        joined: set[int] = set()
        for finding in told:
            if finding.kind in _JOINING or finding.kind is Kind.NON_CONFIRMATION:
                joined.update(self.question[row] for row in finding.joins)
        for key, rows in self.by_question.items():
            answers = tuple(row for row in rows if self._answers(row))
            if key not in joined and answers and self.telling.independent(answers)[1] == 1:
                yield NonConfirmation(
                    Basis.SINGLE_ORIGIN,
                    answers,
                    key,
                    self.telling,
                    assumptions=self.case.assumptions(answers),
                )


def covers(asked: Question, question: Question) -> bool:
    """Return whether ``question`` fits the measure, and whatever else ``asked`` names."""
    codes = dict(question.dimensions)
    fixed = (
        asked.measure == question.measure,
        asked.event in {None, question.event},
        asked.phase in {None, question.phase},
        asked.when is None or asked.when == question.when,
    )
    return all(fixed) and all(codes.get(name) == code for name, code in asked.dimensions)
