"""Which rows between questions follow from the declarations: scopes, periods, series, relations."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimsync.findings.related import related
from claimsync.findings.ways import in_time
from claimsync.model.codelist import Completeness, PathPartition, Sharing
from claimsync.model.measure import Additivity
from claimsync.model.period import Overlap
from claimsync.table.assumptions import specified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimsync.findings.asked import Asked
    from claimsync.findings.facts import ClaimFacts
    from claimsync.model.measure import Measure


def declared(facts: ClaimFacts, row: Mapping[str, Any]) -> bool:
    """Return whether the declarations make ``row`` hold, and as complete as it is told."""
    whole, parts = facts.asked(row["whole"]), [facts.asked(part) for part in row["parts"]]
    twice = row.get("product") and len(set(row["parts"])) == 1  # a square
    if not parts or len({row["whole"], *row["parts"]}) != (1 if twice else len(parts)) + 1:
        return False
    measures = {asked.question.measure for asked in (whole, *parts)}
    if any(related(facts, relation, row) for relation in facts.context.relations):
        return True
    if len(measures) > 1 or "factors" in row or row.get("product"):
        return False
    measure = facts.measure(row["whole"])
    if measure.cumulative and _rises(whole, parts):
        return row["complete"] is False
    key = _key(whole, parts)
    if key is None or measure.adds is Additivity.NONE or facts.dates((whole, *parts)) > 1:
        return False
    split = _over_time(measure, whole, parts) if key == "when" else _scope(facts, key, whole, parts)
    positive = measure.floor is not None and measure.floor >= 0
    return any(row["complete"] is complete and (complete or positive) for complete in split)


def _key(whole: Asked, parts: Sequence[Asked]) -> str | None:
    """Return the one key in which all parts differ from the whole: a dimension or the period."""
    codes, other = (dict(specified(asked.question)) for asked in (whole, parts[0]))
    keys = [key for key in {**codes, **other} if codes.get(key) != other.get(key)]
    alike = all(part.beside(keys[0]) == whole.beside(keys[0]) for part in parts) if keys else False
    return keys[0] if alike else None


def _scope(
    facts: ClaimFacts, dimension: str, whole: Asked, parts: Sequence[Asked]
) -> Iterator[bool]:
    """Yield, for each partition by which the parts make up the whole, whether it is complete."""
    top, codes = whole.question.code(dimension), {p.question.code(dimension) for p in parts}
    for partition in facts.context.partitions:
        if partition.dimension != dimension:
            continue
        closed = partition.completeness is not Completeness.OPEN
        if isinstance(partition, PathPartition):
            below = all(code and code.rpartition("/")[0] == top for code in codes)
            # More parts than are listed would only weaken a row, fewer would make it false.
            if below and (not closed or facts.listed(dimension, whole) <= codes):
                yield closed
        elif partition.whole == top and codes <= set(partition.parts):
            disjoint = partition.sharing is Sharing.DISJOINT
            if closed and disjoint:
                yield from (True for _ in [0] if len(codes) == len(partition.parts))
            elif disjoint or len(codes) == 1:
                yield False


def _over_time(measure: Measure, whole: Asked, parts: Sequence[Asked]) -> Iterator[bool]:
    """Yield whether the periods of the parts fill that of the whole, if they lie apart inside."""
    around, inside = whole.question.when, [part.question.when for part in parts]
    if measure.adds is not Additivity.FLOW or measure.cumulative or around is None:
        return
    periods = sorted((p for p in inside if p is not None), key=in_time)
    within = all(p.overlap(around) is Overlap.WITHIN for p in periods) and not around.unnamed
    vague = any(p.unnamed for p in periods)
    apart = not vague and all(one.span[1] <= two.span[0] for one, two in pairwise(periods))
    if within and len(periods) == len(parts) and (apart or len(parts) == 1):
        filled = sum(p.span[1] - p.span[0] for p in periods)
        yield apart and filled == around.span[1] - around.span[0]


def _rises(whole: Asked, parts: Sequence[Asked]) -> bool:
    """Return whether the whole is a later point of one series than its only part."""
    earlier, later = parts[0].as_of, whole.as_of
    if len(parts) > 1 or earlier is None or later is None:
        return False
    return parts[0].question == whole.question and in_time(earlier) < in_time(later)
