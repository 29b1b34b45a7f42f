"""All rows that the declarations make hold among some questions, for checking numbers by them."""

from __future__ import annotations

import math
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING, Any

from claimsync.findings.ways import in_time
from claimsync.model.codelist import Completeness, Partition, PathPartition, Sharing
from claimsync.model.period import Overlap
from claimsync.table.equations import Equation, equation_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimsync.findings.asked import Asked
    from claimsync.findings.facts import ClaimFacts

Row = dict[str, Any]


def rows_among(facts: ClaimFacts, questions: Iterable[str]) -> Iterator[Row]:
    """Yield each row whose questions are all among ``questions``, wholes in their order."""
    asked = {label: facts.asked(label) for label in questions}
    for whole in asked:
        found = (_in_scope(facts, whole, asked), _in_time(whole, asked))
        for row in chain(*found, _related(facts, whole, asked)):
            if row["parts"] and facts.declares(row):
                yield row


def _row(whole: str, parts: Sequence[str], *, complete: bool, **more: object) -> Row:
    return {"whole": whole, "parts": list(parts), "complete": complete, **more}


def _in_scope(facts: ClaimFacts, whole: str, asked: Mapping[str, Asked]) -> Iterator[Row]:
    """Yield the rows by which a question may be made up of its parts on some dimension."""
    for partition in facts.context.partitions:
        dimension, top = partition.dimension, asked[whole].question.code(partition.dimension)
        beside = asked[whole].beside(dimension)
        below = {
            code: label
            for label, part in asked.items()
            if (code := part.question.code(dimension)) and part.beside(dimension) == beside
        }
        closed = partition.completeness is not Completeness.OPEN
        if isinstance(partition, PathPartition):
            parts = [label for code, label in below.items() if code.rpartition("/")[0] == top]
            yield _row(whole, parts, complete=closed)
        elif partition.whole == top:
            parts = [below[code] for code in partition.parts if code in below]
            yield from _listed(partition, whole, parts, closed=closed)


def _listed(partition: Partition, whole: str, parts: list[str], *, closed: bool) -> Iterator[Row]:
    """Yield the row of parts that may be added, else one for each part."""
    if partition.sharing is not Sharing.DISJOINT:
        yield from (_row(whole, [part], complete=False) for part in parts)
    elif not closed or len(parts) == len(partition.parts):
        yield _row(whole, parts, complete=closed)


def _in_time(whole: str, asked: Mapping[str, Asked]) -> Iterator[Row]:
    """Yield the rows of the periods inside a question's: each, and the outermost together."""
    around, beside = asked[whole].question.when, asked[whole].beside("when")
    if around is None:
        return
    inside = {
        label: when
        for label, part in asked.items()
        if (when := part.question.when)
        and part.beside("when") == beside
        and when.overlap(around) is Overlap.WITHIN
    }
    yield from (_row(whole, [label], complete=False) for label in inside)
    outer = [
        label
        for label, when in inside.items()
        if not when.unnamed
        and not any(when.overlap(other) is Overlap.WITHIN for other in inside.values())
    ]
    outer.sort(key=lambda label: in_time(inside[label]))
    apart = all(inside[a].span[1] <= inside[b].span[0] for a, b in pairwise(outer))
    for complete in (True, False) if apart else ():
        yield _row(whole, outer, complete=complete)


def _related(facts: ClaimFacts, whole: str, asked: Mapping[str, Asked]) -> Iterator[Row]:
    """Yield the rows by which a relation may make up a question of others."""
    for relation in facts.context.relations:
        equation = equation_of(relation, facts.claims.measures)
        if not isinstance(equation, Equation):
            continue
        if equation.whole.measure != asked[whole].question.measure:
            continue
        alike = [label for label in asked if _beside(asked[label]) == _beside(asked[whole])]
        of = [
            [label for label in alike if asked[label].question.measure == part.measure]
            for part in equation.parts
        ]
        factors = [part.factor for part in equation.parts]
        told = {"factors": [str(math.prod(factors))], "product": True}
        more = told if equation.product else {"factors": [str(factor) for factor in factors]}
        for parts in product(*of):
            if len({whole, *parts}) == len(parts) + 1:
                yield _row(whole, parts, complete=equation.complete, **more)


def _beside(asked: Asked) -> tuple[object, ...]:
    """Return what the questions of one relation share."""
    question = asked.question
    return question.event, question.phase, question.unit, question.dimensions
