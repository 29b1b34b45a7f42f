"""Names that may be typos: a missing finding is the worst kind of error, since nobody sees it."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import numpy as np

from claimsync.model.codelist import Partition, PathPartition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.model.claimset import ClaimSet
    from claimsync.model.columns import Column

_CHANGED, _MOST, _SHORTEST, _RARER = 2, 400, 5, 3


def hints_of(claims: ClaimSet) -> tuple[str, ...]:
    """Return a hint for every undeclared name that nearly is another one of its sort."""
    context = claims.context
    declared: dict[str, set[str]] = {
        "source": set(context.source_by_name),
        "measure": set(context.measure_by_name),
    }
    for partition in context.partitions:
        if isinstance(partition, Partition):
            codes = declared.setdefault(f"code of {partition.dimension!r}", set())
            codes.update((partition.whole, *partition.parts))
    paths = {f"code of {p.dimension!r}" for p in context.partitions if isinstance(p, PathPartition)}
    hints: list[str] = []
    for sort, used in sorted(_used(claims).items()):
        if sort in paths:
            continue
        hints.extend(_near_misses(sort, used, declared.get(sort, set())))
    return tuple(hints)


def _used(claims: ClaimSet) -> dict[str, Counter[str]]:
    """Return how often each name of each sort is used."""
    used: dict[str, Counter[str]] = {
        "source": Counter(),
        "measure": Counter(),
        "dimension": Counter(),
    }
    columns = claims.columns
    for attribution, count in _counted(columns.attribution):
        for speaker in attribution.chain:
            used["source"][speaker.name] += count
    for party in claims.context.parties:
        used["source"][party.source] += 0
        used["measure"][party.question.measure] += 0
    for measure, count in _counted(columns.measure):
        used["measure"][measure] += count
    for name, column in columns.dimensions.items():
        counter = used.setdefault(f"code of {name!r}", Counter())
        for codes, count in _counted(column):
            used["dimension"][name] += count
            for code in codes:
                counter[code] += count
    return used


def _counted(column: Column) -> Iterator[tuple[Any, int]]:
    """Yield what a column holds, and of how many claims."""
    counts = np.bincount(column.code, minlength=len(column.values)).tolist()
    for value, count in zip(column.values, counts, strict=True):
        if value is not None and count:
            yield value, count


def _near_misses(sort: str, used: Counter[str], declared: set[str]) -> Iterator[str]:
    """Yield hints for one sort of name; long lists of codes are not searched pair by pair."""
    known = sorted(set(used) | declared)
    strangers = [name for name in sorted(used) if name not in declared and len(name) >= _SHORTEST]
    if len(known) > _MOST:
        return
    for name in strangers:
        for other in known:
            rarer = other in declared or used[name] * _RARER <= used[other]
            rarer = rarer or (name.casefold() == other.casefold() and name > other)
            if other != name and rarer and _nearly(name, other):
                yield f"{sort} {name!r} looks like {other!r}; if they are one, use one name"
                break


def _nearly(one: str, other: str) -> bool:
    """Return whether two names differ by one letter (replaced, moved, left out), not in a digit."""
    if abs(len(one) - len(other)) > _CHANGED or [c for c in one if c.isdigit()] != [
        c for c in other if c.isdigit()
    ]:
        return False
    matcher = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    total = len(one) + len(other)
    return (
        matcher.quick_ratio() * total >= total - _CHANGED
        and matcher.ratio() * total >= total - _CHANGED
    )
