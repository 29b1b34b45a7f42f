"""The claims of a result as one who asks about them looks at them: who said what, who may know."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from claimsync.findings.kinds import Kind
from claimsync.findings.nonconfirmation import covers
from claimsync.findings.replies import Content
from claimsync.model.figure import Qualifier
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimsync.findings.case import Case
    from claimsync.findings.kinds import Finding
    from claimsync.findings.result import Reconciliation
    from claimsync.findings.telling import Telling


class Desk:
    """The claims of a result as one who asks about them looks at them."""

    def __init__(self, result: Reconciliation, case: Case, telling: Telling) -> None:
        """Look at ``result``, which ``case`` and ``telling`` belong to."""
        self.result, self.case, self.telling = result, case, telling
        self.table = telling.table
        self.row_of = {claim_id: row for row, claim_id in enumerate(self.table.ids)}
        self.questions = dict(zip(self.case.rows, self._keys(), strict=True))

    def _keys(self) -> list[int]:
        """Return the key of the question of each current claim."""
        return [int(self.case.question[row]) for row in self.case.rows]

    def name(self, row: int) -> str | None:
        """Return the name of the origin of a claim, if it has one and can be asked."""
        origin = self.table.origins.origins[int(self.table.origins.origin_of_claim[row])]
        return None if origin.anonymous or origin.unknown else origin.name

    def side(self, name: str) -> str:
        """Return the side that a source belongs to."""
        return self.table.claimset.context.side(name)

    def parties(self, row: int) -> Iterator[str]:
        """Yield the declared parties that would know about the question of a claim."""
        asked = self.telling.option(row).question
        for party in sorted(self.table.claimset.context.parties, key=str):
            declared = self.table.claimset.context.source_by_name.get(party.source)
            if covers(party.question, asked) and not (declared and declared.anonymous):
                yield party.source

    def participants(self, row: int) -> Iterator[str]:
        """Yield the named origins of other claims about the same named event."""
        event = self.telling.option(row).question.event
        for other in self.case.rows if event else ():
            if self.telling.option(other).question.event == event:
                name = self.name(other)
                if name:
                    yield name

    def content(self, row: int) -> Content:
        """Return what a claim says yes or no to, as it is read."""
        option = self.telling.option(row)
        figure = option.reading.figure if option.reading else None
        return Content(option.question, figure, self.table.claims[row].as_of)

    def contents(self, rows: Iterable[int]) -> list[Content]:
        """Return what claims say, each once, in the order of the words."""
        return sorted(set(map(self.content, rows)), key=str)

    def rows(self, finding: Finding) -> list[int]:
        """Return the claims of a finding, with everyone who stands with either side."""
        ids = (*finding.claims, *chain.from_iterable(finding.positions))
        return sorted({self.row_of[claim_id] for claim_id in ids})

    def ids(self, rows: Iterable[int]) -> list[str]:
        """Return the ids of claims."""
        return [self.table.ids[row] for row in rows]

    def question(self, row: int) -> str:
        """Return the question of a claim, as it is read."""
        return str(self.telling.option(row).question)

    def polarity(self, row: int) -> Stance:
        """Return the stance of a claim, affirming ones being alike."""
        stance = self.table.claims[row].stance
        return Stance.ASSERTS if stance.affirms else stance

    def answers(self, row: int) -> bool:
        """Return whether a claim says yes, no or how many."""
        return self.table.claims[row].stance.polar and can_be_said(self.content(row))

    def weight(self, row: int) -> tuple[int, int]:
        """Return how much rests on a claim: agreements and divergences, then other findings."""
        found = self.result.about(self.table.ids[row])
        news = sum(f.kind in {Kind.AGREEMENT, Kind.DIVERGENCE} for f in found)
        done = self.telling.option(row).question.phase
        return news, int(done is None or done.outcome)

    def date(self, row: int) -> tuple[float, float]:
        """Return for which date, and when, a claim was made; the unknown first."""
        claim = self.table.claims[row]
        dates = (claim.as_of, claim.said_at)
        first, second = (date.span[0] if date else float("-inf") for date in dates)
        return first, second


def can_be_said(content: Content) -> bool:
    """Return whether something is said at all: no information is no answer."""
    return content.figure is None or content.figure.qualifier is not Qualifier.NO_INFORMATION
