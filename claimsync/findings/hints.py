"""Names that may be typos: a missing finding is the worst kind of error, since nobody sees it."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from claimsync.model.codelist import Partition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.model.claimset import ClaimSet

_CLOSE, _MOST, _SHORTEST = 0.85, 400, 5


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
    hints = []
    for sort, used in sorted(_used(claims).items()):
        hints.extend(_near_misses(sort, used, declared.get(sort, set())))
    return tuple(hints)


def _used(claims: ClaimSet) -> dict[str, Counter[str]]:
    """Return how often each name of each sort is used."""
    used: dict[str, Counter[str]] = {}
    for claim in claims.claims:
        for speaker in claim.attribution.chain:
            used.setdefault("source", Counter())[speaker.name] += 1
        question = claim.question
        if question is not None:
            used.setdefault("measure", Counter())[question.measure] += 1
            for name, codes in question.dimensions:
                used.setdefault("dimension", Counter())[name] += 1
                used.setdefault(f"code of {name!r}", Counter()).update(codes)
    return used


def _near_misses(sort: str, used: Counter[str], declared: set[str]) -> Iterator[str]:
    """Yield hints for one sort of name; long lists of codes are not searched pair by pair."""
    known = sorted(set(used) | declared)
    strangers = [name for name in sorted(used) if name not in declared and len(name) >= _SHORTEST]
    if len(known) > _MOST:
        return
    for name in strangers:
        for other in known:
            rarer = (used[name], name) < (used[other] + len(used) * (other in declared), other)
            if other != name and rarer and _nearly(name, other):
                yield f"{sort} {name!r} looks like {other!r}; if they are one, use one name"
                break


def _nearly(one: str, other: str) -> bool:
    """Return whether two names differ by about a letter, and not in a number."""
    if [c for c in one if c.isdigit()] != [c for c in other if c.isdigit()]:
        return False
    matcher = SequenceMatcher(None, one.casefold(), other.casefold())
    return matcher.real_quick_ratio() >= _CLOSE and matcher.quick_ratio() >= _CLOSE and matcher.ratio() >= _CLOSE
