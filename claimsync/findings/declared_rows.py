"""All rows that the declarations make hold among some questions, for checking numbers by them."""

from __future__ import annotations

import math
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING, Any

from claimsync.findings.related import date_of
from claimsync.findings.ways import in_time
from claimsync.model.codelist import Completeness, Partition, PathPartition, Sharing
from claimsync.model.period import Overlap
from claimsync.table.equations import Equation, equation_of
from claimsync.table.series import date_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimsync.findings.asked import Asked
    from claimsync.findings.facts import ClaimFacts
    from claimsync.model.period import Period
    from claimsync.table.equations import Entry

    _Dated = dict[Period | None, list[str]]

Row = dict[str, Any]


def rows_among(facts: ClaimFacts, questions: Iterable[str]) -> Iterator[Row]:
    """Yield each row whose questions are all among ``questions``."""
    asked = {label: facts.asked(label) for label in questions}
    added = ((_in_scope(facts, whole, asked), _in_time(whole, asked)) for whole in asked)
    for row in chain(chain.from_iterable(chain.from_iterable(added)), _related(facts, asked)):
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


def _related(facts: ClaimFacts, asked: Mapping[str, Asked]) -> Iterator[Row]:
    """Yield the rows by which a relation may make up a question of others, date by date."""
    groups: dict[tuple[object, ...], dict[str, _Dated]] = {}
    for label, one in asked.items():
        series = groups.setdefault(_beside(one), {}).setdefault(one.question.measure, {})
        series.setdefault(date_of(facts, one), []).append(label)
    for relation, by_measure in product(facts.context.relations, groups.values()):
        equation = equation_of(relation, facts.claims.measures)
        if isinstance(equation, Equation):
            dates = dict.fromkeys(chain.from_iterable(by_measure.values()))
            yield from _joined(equation, by_measure, dates)


def _joined(
    equation: Equation, by_measure: Mapping[str, _Dated], dates: Iterable[Period | None]
) -> Iterator[Row]:
    """Yield what an equation joins on each date; a question without a date is of any."""
    factors = [part.factor for part in equation.parts]
    told = {"factors": [str(math.prod(factors))], "product": True}
    more = told if equation.product else {"factors": [str(factor) for factor in factors]}
    seen = set()
    for date in dates:
        fitting = [
            _at(entry, by_measure.get(entry.measure, {}), date) for entry in equation.entries
        ]
        for cells in product(*fitting):
            if len(set(cells)) == len(cells) and cells not in seen:
                seen.add(cells)
                yield _row(cells[0], cells[1:], complete=equation.complete, **more)


def _at(entry: Entry, series: _Dated, date: Period | None) -> list[str]:
    """Return the questions that an entry may ask on a date: of that day, or the last one before."""
    if entry.shift is None:
        return [label for of in dict.fromkeys((date, None)) for label in series.get(of, ())]
    there = date_before(date, entry.shift) if date else None
    if date is None or there in series:
        return series.get(there, [])
    earlier = [of for of in series if of is not None and in_time(of) < in_time(date)]
    return series[max(earlier, key=in_time)] if earlier else []


def _beside(asked: Asked) -> tuple[object, ...]:
    """Return what the questions of one relation share."""
    question = asked.question
    return question.event, question.phase, question.unit, question.dimensions
