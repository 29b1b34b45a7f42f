"""Who says what about which question: parties × questions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from claimsync.findings.nonconfirmation import covers
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from claimsync.findings.case import Case
    from claimsync.findings.telling import Telling

SILENT = "silent"


class Confirmation(NamedTuple):
    """A matrix in words: ``cells[party][question]`` is a stance, ``silent``, or empty.

    Empty says that nothing was expected.
    """

    parties: tuple[str, ...]
    questions: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]

    def at(self, party: str, question: str) -> str:
        """Return what ``party`` does about ``question``."""
        return self.cells[self.parties.index(party)][self.questions.index(question)]

    def to_records(self) -> list[dict[str, str]]:
        """Return one record a party."""
        return [
            {"party": party, **dict(zip(self.questions, row, strict=True))}
            for party, row in zip(self.parties, self.cells, strict=True)
        ]

    def __str__(self) -> str:
        """Return the matrix as lines ``party: question: stance``."""
        return "\n".join(
            f"{party}: {question}: {cell}"
            for party, row in zip(self.parties, self.cells, strict=True)
            for question, cell in zip(self.questions, row, strict=True)
            if cell
        )


def confirmation_of(case: Case, telling: Telling) -> Confirmation:
    """Return the matrix of the current claims: sides and declared parties against questions."""
    table = case.frame.table
    context = table.claimset.context
    stances: dict[tuple[str, str], list[Stance]] = defaultdict(list)
    silent: set[tuple[str, str]] = set()
    for row in case.rows:
        asked = telling.option(row).question
        question = str(table.question(int(case.question[row])))
        side = table.origins.origins[int(table.origins.origin_of_claim[row])].side
        stances[side, question].append(table.claims[row].stance)
        silent.update((p.source, question) for p in context.parties if covers(p.question, asked))
    parties = tuple(sorted({party for party, _ in (*stances, *silent)}))
    questions = tuple(sorted({question for _, question in (*stances, *silent)}))

    def cell(party: str, question: str) -> str:
        said = stances.get((party, question), [])
        if said:
            return " / ".join(sorted(set(said)))
        return SILENT if (party, question) in silent else ""

    return Confirmation(
        parties, questions, tuple(tuple(cell(p, q) for q in questions) for p in parties)
    )
