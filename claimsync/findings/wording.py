"""Figures, questions and voices in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.model.figure import Qualifier
from claimsync.model.unit import Kind, unit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.findings.telling import Telling
    from claimsync.model.figure import Figure
    from claimsync.model.question import Question

_SHAPES = {
    Qualifier.AROUND: "about {n}",
    Qualifier.NEARLY: "nearly {n}",
    Qualifier.AT_LEAST: "at least {n}",
    Qualifier.MORE_THAN: "more than {n}",
    Qualifier.AT_MOST: "at most {n}",
    Qualifier.UNDER: "under {n}",
    Qualifier.UP_TO: "up to {n}",
    Qualifier.EXACTLY: "{n}",
    Qualifier.RANGE: "{n} to {to}",
    Qualifier.MARGIN: "{n}, give or take {margin}",
    Qualifier.WORD: "{word}",
    Qualifier.CATEGORY: '"{word}"',
    Qualifier.NO_INFORMATION: "no information",
}


def figure_text(figure: Figure) -> str:
    """Return a figure in words.

    >>> from claimsync.model.figure import Figure
    >>> figure_text(Figure(qualifier="at least", number="21"))
    'at least 21'
    """
    to = figure.to
    shape = "{n}" if to is not None and to == figure.number else _SHAPES[figure.qualifier]
    text = shape.format(n=figure.number, to=to, margin=figure.margin, word=figure.word)
    counts = figure.unit is None or unit_of(figure.unit).kind is Kind.COUNT
    unit = "" if counts else f" {figure.unit}"
    return f"{text}{unit}{spread_text(figure)}"


def spread_text(figure: Figure) -> str:
    """Return whether the figure holds for each part or for all together."""
    return {"each": f" for each {figure.over}", "total": " in total"}.get(figure.spread or "", "")


def scope_text(question: Question) -> str:
    """Return what a question specifies besides its measure, in brackets.

    >>> from claimsync.model.question import Question
    >>> scope_text(Question(measure="killed", dimensions={"place": "Donetsk"}, when="2026-02-04"))
    ' (Donetsk, 2026-02-04)'
    """
    codes = [" or ".join(codes) for _, codes in question.dimensions]
    named = [question.event, *codes, question.phase, question.when, question.unit]
    told = ", ".join(str(part) for part in named if part is not None)
    return f" ({told})" if told else ""


def who(telling: Telling, row: int) -> str:
    """Return who is heard in a claim, and on whose word."""
    claim = telling.table.claims[row]
    names = [
        s.name + (f" on behalf of {s.on_behalf_of}" if s.on_behalf_of else "")
        for s in claim.attribution.chain
    ]
    mark = " (anonymous)" if claim.attribution.anonymous else ""
    return ", citing ".join(names) + mark


def listed(parts: Sequence[str]) -> str:
    """Return parts joined as in speech."""
    if not parts:
        return "nothing"
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else str(last)
