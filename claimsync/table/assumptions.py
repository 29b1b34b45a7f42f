"""Declared assumptions: which code stands for which, and what a dimension left out stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.model.codelist import UNSPECIFIED, Assumption, Partition
from claimsync.model.policy import Unspecified
from claimsync.model.stance import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimsync.model.claimset import ClaimSet
    from claimsync.model.policy import Policy
    from claimsync.model.question import Question


class Granted(NamedTuple):
    """What a question specifies once assumptions are granted, and which were."""

    parts: dict[str, object]
    used: tuple[str, ...]


class Assumptions:
    """The declared assumptions of a claim set, and those its policy grants."""

    def __init__(self, claimset: ClaimSet, policy: Policy) -> None:
        """Index the assumptions by key and code."""
        declared = claimset.context.assumptions
        self._means = {(a.key, a.code): a for a in declared if a.code != UNSPECIFIED}
        self._left_out = [a for a in declared if a.code == UNSPECIFIED]
        if policy.unspecified is Unspecified.TOTAL:
            self._left_out += list(_totals(claimset))
        self._siblings = _dimensions_by_event(claimset) if self._left_out else {}

    @property
    def any(self) -> bool:
        """Whether there are some."""
        return bool(self._means or self._left_out)

    def granted(self, question: Question) -> Granted:
        """Return what an unambiguous ``question`` specifies under the assumptions."""
        if not self.any:
            return Granted(dict(specified(question)), ())
        used: list[str] = []
        parts = {name: self._meant(name, code, used) for name, code in specified(question)}
        asked = self._siblings.get((question.measure, question.event), set())
        for assumption in self._left_out:
            fitting = assumption.key in {"event", "phase"} or assumption.key in asked
            if fitting and assumption.key not in parts:
                parts[assumption.key] = _typed(assumption.key, assumption.means)
                used.append(str(assumption))
        return Granted(parts, tuple(used))

    def _meant(self, name: str, code: object, used: list[str]) -> object:
        """Return the code that ``code`` stands for, noting each assumption on the way."""
        while (assumption := self._means.get((name, str(code)))) and str(assumption) not in used:
            used.append(str(assumption))
            code = _typed(name, assumption.means)
        return code


def specified(question: Question) -> Iterable[tuple[str, object]]:
    """Yield the name and code of everything that an unambiguous question specifies."""
    yield "measure", question.measure
    fixed = (("event", question.event), ("phase", question.phase), ("when", question.when))
    yield from ((name, code) for name, code in fixed if code is not None)
    yield from ((name, codes[0]) for name, codes in question.dimensions)


def _typed(key: str, code: str) -> object:
    """Return ``code`` as its column holds it."""
    return Phase(code) if key == "phase" else code


def _dimensions_by_event(claimset: ClaimSet) -> dict[tuple[str, str | None], set[str]]:
    """Return the dimensions that some claim specifies, by measure and event."""
    found: dict[tuple[str, str | None], set[str]] = {}
    for claim in claimset.claims:
        if claim.question is not None:
            asked = found.setdefault((claim.question.measure, claim.question.event), set())
            asked.update(name for name, _ in claim.question.dimensions)
    return found


def _totals(claimset: ClaimSet) -> Iterable[Assumption]:
    """Yield ``DIM: unspecified = WHOLE`` for every dimension with one root whole."""
    listed = [p for p in claimset.context.partitions if isinstance(p, Partition)]
    for dimension in sorted({p.dimension for p in listed}):
        parts = {part for p in listed if p.dimension == dimension for part in p.parts}
        roots = {p.whole for p in listed if p.dimension == dimension} - parts
        if len(roots) == 1:
            yield Assumption(key=dimension, code=UNSPECIFIED, means=roots.pop())
