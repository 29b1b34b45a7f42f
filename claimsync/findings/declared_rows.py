"""All rows that the declarations make hold among some questions, for checking numbers by them."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from claimsync.findings.declared import factors_of, stands
from claimsync.findings.ways import in_time
from claimsync.model.codelist import Completeness, Partition, PathPartition, Sharing
from claimsync.model.period import Overlap

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
    """Yield the rows by which relations make up a question of others."""
    by_measure: dict[str, list[str]] = defaultdict(list)
    for label, part in asked.items():
        by_measure[part.question.measure].append(label)
    for relation in facts.context.relations:
        if relation.measure == asked[whole].question.measure:
            parts = [
                label
                for term in relation.terms
                for label in by_measure[term.measure]
                if stands(term, asked[whole], asked[label])
            ]
            if len(parts) == len(relation.terms):
                factors = [str(factor) for factor in factors_of(relation, facts, parts)]
                more = {"product": True} if relation.product else {}
                yield _row(whole, parts, complete=True, factors=factors, **more)
