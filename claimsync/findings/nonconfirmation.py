"""Who speaks to a question without saying yes or no, who is silent, and who stands alone."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from claimsync.findings.columns import Batch, Findings
from claimsync.findings.kinds import Basis, Finding, Kind, NonConfirmation
from claimsync.table.columns import POLAR, WITHHOLDS
from claimsync.table.groups import Groups
from claimsync.table.keys import EVENT, MEASURE, find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.findings.telling import Telling
    from claimsync.model.measure import Party
    from claimsync.model.question import Question
    from claimsync.table.keys import Ints

_JOINING = {Kind.AGREEMENT, Kind.DIVERGENCE, Kind.TENSION}


def nonconfirmation_findings(
    case: Case, telling: Telling, told: Sequence[Finding | Batch]
) -> Iterator[Finding | Batch]:
    """Yield explicit stances, silence, missing information, and single origins, in this order."""
    judge = _Silences(case, telling)
    explicit = [*judge.stances(), *judge.silent(), *judge.no_information()]
    yield from explicit
    yield judge.single_origins(Findings.of([*told, *explicit]))


class _Silences:
    """The claims of a case by question (dates merged)."""

    def __init__(self, case: Case, telling: Telling) -> None:
        self.case, self.telling, self.table = case, telling, case.frame.table
        rows, ways = case.standing, self.table.ways
        self.polar = POLAR[self.table.stance]
        self.uninformed = np.zeros(len(self.table), dtype=bool)
        self.uninformed[rows] = ways.uninformed[ways.start[rows] + case.choice[rows]]
        self.answers = self.polar & ~self.uninformed

    def _by_question(self, those: NDArray[np.bool_]) -> Iterator[tuple[int, list[int]]]:
        """Yield the questions to which some of ``those`` claims speak, and all claims on each."""
        case = self.case
        wanted = np.unique(case.question[case.standing[those[case.standing]]])
        at = find(wanted, case.question[case.standing])
        groups = Groups.of(at[at >= 0], case.standing[at >= 0], len(wanted))
        for group, key in enumerate(wanted.tolist()):
            yield key, groups[group].tolist()

    def stances(self) -> Iterator[Finding]:
        """Yield one finding for each origin that withholds yes and no, with what it leaves open."""
        origin = self.table.origins.origin_of_claim
        withholding = WITHHOLDS[self.table.stance]
        for key, rows in self._by_question(withholding):
            withheld: dict[tuple[int, str], list[int]] = defaultdict(list)
            for row in rows:
                if withholding[row]:
                    withheld[int(origin[row]), self.table.claims[row].stance].append(row)
            for (who, stance), own in sorted(withheld.items()):
                others = [row for row in rows if self.answers[row] and origin[row] != who]
                told = (*others, *own)
                yield NonConfirmation(
                    Basis(stance), told, key, self.telling, assumptions=self.case.assumptions(told)
                )

    def no_information(self) -> Iterator[Finding]:
        """Yield one finding for each question on which someone has no information."""
        for key, rows in self._by_question(self.uninformed):
            empty = tuple(row for row in rows if self.uninformed[row])
            yield NonConfirmation(Basis.NO_INFORMATION, empty, key, self.telling)

    def silent(self) -> Iterator[Finding]:
        """Yield, for every party that would know, the events on which nobody speaks for it."""
        for party in sorted(self.table.claimset.context.parties, key=str):
            events: dict[int, list[int]] = defaultdict(list)
            for row in self._fitting(party):
                events[self._event(row)].append(row)
            for key, rows in sorted(events.items()):
                if not any(self._belongs(row, party.source) for row in rows):
                    answers = tuple(sorted(row for row in rows if self.answers[row]))
                    if answers:
                        yield NonConfirmation(
                            Basis.SILENT, answers, key, self.telling, detail=party
                        )

    def _fitting(self, party: Party) -> Iterator[int]:
        """Yield the claims on questions that a party would know about."""
        for row in self.case.rows:
            if covers(party.question, self.telling.option(row).question):
                yield row

    def _event(self, row: int) -> int:
        """Return the key of a claim's measure and event alone."""
        space = self.table.space
        codes = space.row(int(self.case.question[row]))
        return codes[MEASURE] * space.radices[MEASURE] + codes[EVENT] * space.radices[EVENT]

    def _belongs(self, row: int, party: str) -> bool:
        """Return whether a claim is the party's, or of one who speaks for it or is part of it."""
        origin = self.table.origins.origins[int(self.table.origins.origin_of_claim[row])]
        return party in self.table.claimset.context.memberships(origin.name)

    def single_origins(self, told: Findings) -> Batch:
        """Return the questions that one origin answers and that nothing else joins."""
        case, question = self.case, self.case.question
        joining = told.only((*_JOINING, Kind.NON_CONFIRMATION)).joins.member
        rows = case.standing[self.answers[case.standing]]
        joined = np.unique(question[joining])
        rows = rows[find(joined, question[rows]) < 0]
        keys, at = np.unique(question[rows], return_inverse=True)
        answers = Groups.of(at, rows, len(keys))
        alone = np.flatnonzero(self.telling.origin_sets(answers).most == 1)
        answers, keys = answers.take(alone), keys[alone]
        made = partial(_alone, case, self.telling, answers, keys)
        kind = Kind.NON_CONFIRMATION
        return Batch.of_kind(kind, Basis.SINGLE_ORIGIN, keys, answers, made)


def _alone(case: Case, telling: Telling, answers: Groups, keys: Ints, at: int) -> Finding:
    """Return the finding on one of the questions that one origin answers."""
    own = tuple(answers[at].tolist())
    assumed = case.assumptions(own)
    return NonConfirmation(Basis.SINGLE_ORIGIN, own, keys[at], telling, assumptions=assumed)


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
