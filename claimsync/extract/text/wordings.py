"""Wordings: patterns over words, for rules that need more than one fixed phrase.

A pattern is a line of elements: ``word`` or ``one|other`` as they stand, ``@verb`` any form of a
verb, ``NOT`` a negation, ``<class>`` a word of a named class, ``?x`` x if it is there, ``=x`` x if
seen but not taken, ``...`` up to four words of one clause, and ``....`` up to twelve. It is tried
where its first element stands and walks on once, so its cost is bounded wherever it is tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.extract.text.closed_words import STOPS
from claimsync.extract.text.cues import forms

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
    many = len(low)
    for element in elements[step:] if step else elements:
        step += 1
        if element.gap:
            return _after_gap(elements, step, low, index, element.gap)
        if index < many and low[index] in element.words:
            index += not element.ahead
        elif not element.optional:
            return 0
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


_EVERYWHERE = frozenset("the a of to and in that for on said , . “ ”".split())
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Wordings:
    """Patterns with their ids, found by a word without which they cannot stand in a sentence.

    ``needed`` are the words of each pattern's other steps, one of each of which must be there too.
    """

    patterns: tuple[tuple[str, Wording], ...]
    needed: tuple[tuple[frozenset[str], ...], ...]
    keys: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, patterns: Iterable[tuple[str, Wording]]) -> Wordings:
        """Return the patterns, ready to be looked up."""
        told = tuple(patterns)
        steps = [_needed(pattern) for _, pattern in told]
        keys: dict[str, tuple[int, ...]] = {}
        for index, (key, *_) in enumerate(steps):
            for word in key:
                keys[word] = (*keys.get(word, ()), index)
        return cls(told, tuple(tuple(others) for _, *others in steps), keys)

    def possible(self, low: Sequence[str]) -> dict[str, list[tuple[str, Wording]]]:
        """Return the patterns that the words of a sentence leave possible, by their first word."""
        found: dict[str, list[tuple[str, Wording]]] = {}
        seen = self.keys.keys() & low
        if not seen:
            return found
        near = {at for word in seen for at in self.keys[word]}
        words = set(low)
        for at in sorted(near):
            for needed in self.needed[at]:
                if needed.isdisjoint(words):
                    break
            else:
                for word in self.patterns[at][1].elements[0].words & words:
                    found.setdefault(word, []).append(self.patterns[at])
        return found


def _needed(pattern: Wording) -> list[frozenset[str]]:
    """Return the words of the elements that must be there, the rarest in ordinary text first."""
    needed = [one.words for one in pattern.elements if not one.optional and not one.gap]
    return sorted(needed, key=_frequency)


def _frequency(taken: frozenset[str]) -> tuple[int, int]:
    """Return how often one of some words is met, roughly."""
    return len(taken & _COMMON) + _OFTEN * len(taken & _EVERYWHERE), len(taken)
