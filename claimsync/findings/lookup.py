"""Which cell a question means, though it may leave out what is plain; and what a cell asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.errors import AmbiguousQuestionError, did_you_mean
from claimsync.findings.nonconfirmation import covers
from claimsync.model.question import Question
from claimsync.table.keys import AS_OF

if TYPE_CHECKING:
    from claimsync.findings.case import Case


def asked_by(case: Case, cell: int) -> str:
    """Return the question of a cell in the notation."""
    return str(case.frame.table.question(case.cells.keys[cell]))


def dated(case: Case, cell: int) -> str:
    """Return the question of a cell and, where it has one in a series, its date."""
    date = case.date_in_series(cell)
    return asked_by(case, cell) + (f" as of {date}" if date else "")


def cell_of(case: Case, question: str | Question) -> int:
    """Return the one cell that a possibly partial question fits.

    Raises AmbiguousQuestionError where it fits none, or several.
    """
    asked = Question.parse(question) if isinstance(question, str) else question
    table, keys = case.frame.table, case.cells.keys
    fitting = [cell for cell in range(len(keys)) if covers(asked, table.question(keys[cell]))]
    exact = [cell for cell in fitting if table.question(keys[cell]) == asked]
    latest = exact or fitting
    if len(latest) > 1 and len({asked_by(case, cell) for cell in latest}) == 1:
        latest = [max(latest, key=lambda cell: table.space.row(keys[cell])[AS_OF])]
    if len(latest) == 1:
        return latest[0]
    known = [asked_by(case, cell) for cell in (latest or range(len(keys)))]
    shown = "; ".join(sorted(set(known))[:5])
    hint = did_you_mean(str(asked), known)
    raise AmbiguousQuestionError(
        f"expected a question that fits exactly one, got {str(asked)!r},"
        f" which fits {len(latest)} ({'such as' if latest else 'claimed:'} {shown})"
        f"{'; ' + hint if hint else ''}"
    )
