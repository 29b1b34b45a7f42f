"""Questions as proofs name them: by a label that also holds the date, where there is one."""

from __future__ import annotations

from typing import NamedTuple

from claimsync.model.period import Period
from claimsync.model.question import Question


class Asked(NamedTuple):
    """A question, and the date that sets it apart from the others of its series.

    >>> print(Asked(Question(measure="killed"), Period.parse("2026-02-04")))
    killed as of 2026-02-04
    """

    question: Question
    as_of: Period | None = None

    def __str__(self) -> str:
        """Return the label by which proofs name it."""
        return str(self.question) + (f" as of {self.as_of}" if self.as_of else "")

    @classmethod
    def parse(cls, label: str) -> Asked:
        """Return what a label names; raises NotationError."""
        question, mark, date = label.rpartition(" as of ")
        if mark and not set('"]') & set(date):
            return cls(Question.parse(question), Period.parse(date))
        return cls(Question.parse(label))

    def beside(self, key: str) -> tuple[object, ...]:
        """Return all that it specifies besides one dimension or its period (``when``)."""
        asked = self.question
        others = tuple(pair for pair in asked.dimensions if pair[0] != key)
        when = None if key == "when" else asked.when
        return asked.measure, asked.event, asked.phase, when, asked.unit, others, self.as_of


def without(question: Question, ignored: frozenset[str]) -> Question:
    """Return a question without some dimensions."""
    kept = tuple(pair for pair in question.dimensions if pair[0] not in ignored)
    return question.model_copy(update={"dimensions": kept})
