"""Wordings: patterns over words, for rules that need more than one fixed phrase.

A pattern is a line of elements: ``word`` or ``one|other`` as they stand, ``@verb`` any form of a
verb, ``NOT`` a negation, ``<class>`` a word of a named class, ``?x`` x if it is there, ``=x`` x if
seen but not taken, ``...`` up to four words of one clause, and ``....`` up to twelve. It is tried
where its first element stands and walks on once, so its cost is bounded wherever it is tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.extract.clauses import STOPS
from claimsync.extract.cues import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_GAPS = {"...": 4, "....": 12}
NOT = frozenset("not n’t ’t 't never cannot nor hardly".split())


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern: words that it takes, or a gap of other words."""

    words: frozenset[str]
    optional: bool = False
    gap: int = 0
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern ready to be walked.

    >>> found = wording("could NOT ... @verify", {})
    >>> found.end(["it", "could", "not", "independently", "verify", "it"], 1)
    5
    """

    elements: tuple[Element, ...]

    def end(self, low: Sequence[str], start: int) -> int:
        """Return where the pattern ends if it stands at ``start``, else 0."""
        return _walk(self.elements, 0, low, start)


def _walk(elements: tuple[Element, ...], step: int, low: Sequence[str], index: int) -> int:
    """Return where the rest of a pattern ends if it stands at ``index``, else 0."""
    while step < len(elements):
        element = elements[step]
        if element.gap:
            return _after_gap(elements, step + 1, low, index, element.gap)
        if index < len(low) and low[index] in element.words:
            index += not element.ahead
        elif not element.optional:
            return 0
        step += 1
    return index


def _after_gap(
    elements: tuple[Element, ...], step: int, low: Sequence[str], index: int, widest: int
) -> int:
    """Return where a pattern ends once some words are left out."""
    for skipped in range(widest + 1):
        if end := _walk(elements, step, low, index + skipped):
            return end
        if index + skipped >= len(low) or low[index + skipped] in STOPS:
            return 0
    return 0


def wording(pattern: str, classes: Mapping[str, frozenset[str]]) -> Wording:
    """Return a pattern ready to be walked; ``classes`` holds the words of ``<class>``."""
    return Wording(tuple(_element(part, classes) for part in pattern.split()))


def _element(part: str, classes: Mapping[str, frozenset[str]]) -> Element:
    """Return one step."""
    if part in _GAPS:
        return Element(frozenset(), gap=_GAPS[part])
    ahead = part.startswith("=")
    part = part.removeprefix("=")
    optional = part.startswith("?") and len(part) > 1
    taken: set[str] = set()
    for one in part.replace("?", "").split("|") if optional else part.split("|"):
        if one == "NOT":
            taken |= NOT
        elif one.startswith("@"):
            taken.update(form for _, form in forms(one[1:]))
        elif one.startswith("<"):
            taken |= classes[one[1:-1]]
        else:
            taken.add(one)
    return Element(frozenset(taken), optional, ahead=ahead)


# Words that stand in nearly every sentence: a pattern is looked for by some other word of it.
_COMMON = NOT | frozenset(
    "is are was were be been being has have had do does did to of on in at for by that the a an and"
    " or it its his her their he she they we i us him them no any this if what who as with from up"
    " will would could can may might more new first one two be ? . , some out back about had"
    " so".split()
)


_NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Wordings:
    """Patterns with their ids, found by a word without which they cannot stand in a sentence."""

    first: Mapping[str, tuple[tuple[int, str, Wording], ...]]
    keys: Mapping[str, frozenset[int]]
    words: frozenset[str]

    @classmethod
    def of(cls, patterns: Iterable[tuple[str, Wording]]) -> Wordings:
        """Return the patterns, ready to be looked up."""
        keys: dict[str, set[int]] = {}
        first: dict[str, list[tuple[int, str, Wording]]] = {}
        for index, (id, pattern) in enumerate(patterns):
            for word in _key(pattern):
                keys.setdefault(word, set()).add(index)
            for word in pattern.elements[0].words:
                first.setdefault(word, []).append((index, id, pattern))
        return cls(
            {word: tuple(row) for word, row in first.items()},
            {word: frozenset(row) for word, row in keys.items()},
            frozenset(keys),
        )

    def possible(self, low: Sequence[str]) -> frozenset[int]:
        """Return which patterns the words of a sentence leave possible."""
        present = self.words.intersection(low)
        return frozenset().union(*(self.keys[word] for word in present)) if present else _NOTHING


def _key(pattern: Wording) -> frozenset[str]:
    """Return the words of the element that is rarest in ordinary text."""
    needed = [one.words for one in pattern.elements if not one.optional and not one.gap]
    return min(needed, key=lambda taken: (len(taken & _COMMON), len(taken)))
