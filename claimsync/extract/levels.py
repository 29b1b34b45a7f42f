"""What a figure measures where no term of the vocabulary is near: the noun before or behind it."""

from __future__ import annotations

from claimsync.extract.clauses import is_adverb
from claimsync.extract.surroundings import (
    AUXILIARY,
    FEW,
    FIGURE_WORDS,
    GENERIC,
    MOVES,
    STEPS,
    VERBS,
    Predicate,
    Surroundings,
    head_of,
)

# A noun that no term or verb explains is read, and left for somebody to look at.
ALONE, BESIDE = "measure/noun alone", "measure/words beside"
_LEADING = GENERIC | VERBS
_FRAMES = frozenset({"of", "for", "in", "at", "to"})
_LONG = 5  # words of a noun phrase with its complement
_LEVELS = (
    MOVES
    | STEPS
    | AUXILIARY
    | frozenset(
        "by from down at to of “ \" ‘ ' last year month week quarter truth in only just closer"
        " nearer put".split()
    )
)
_PRONOUNS = frozenset("it she he they there this that which who".split())


class Levels(Surroundings):
    """Finds the nouns that figures of one sentence measure."""

    def _framed(self, which: int) -> Predicate | None:
        """Return the noun that a figure measures, where no term of the vocabulary is near."""
        one = self._rivals[which]
        if one.kind == "count" and self._noun_span(which) is None:
            return self._level(which) or self._beside(which)
        if one.kind == "count":
            return self._alone(self._noun_span(which), ALONE)
        found = self._of(which) or self._behind_of(which) or self._level(which)
        unit = one.unit if one.kind == "measure" else None
        return found or self._alone(one.noun or unit, ALONE) or self._beside(which)

    def _alone(self, noun: tuple[int, int] | None, rule: str) -> Predicate | None:
        """Return a noun as the measure."""
        if noun is None:
            return None
        return Predicate(head_of(self._text[noun[0] : noun[1]]), None, noun, None, None, rule)

    def _of(self, which: int) -> Predicate | None:
        """Return the noun of *61 percent of precincts*, *4.5 kilograms of explosives*."""
        first = self._after[which]
        if first >= len(self._low) or self._low[first] != "of":
            return None
        first += 1
        while first < len(self._low) and self._low[first] in GENERIC:
            first += 1
        last = first
        while last < len(self._words) and last - first < FEW and self._is_noun(last):
            last += 1
        if last == first:
            return None
        span = self._words[first].start, self._words[last - 1].end
        share = " share" if self._rivals[which].kind == "share" else ""
        told = head_of(self._text[span[0] : span[1]])
        return Predicate(f"{told}{share}", span, span, None, None, "measure/figure of noun")

    def _behind_of(self, which: int) -> Predicate | None:
        """Return the noun of *a budget of £18bn*."""
        last = self._first[which] - 1
        if last < 1 or self._low[last] != "of" or not self._is_noun(last - 1):
            return None
        return self._phrase(last - 1, "measure/noun of figure")

    def _level(self, which: int) -> Predicate | None:
        """Return what stands at a level: *unemployment rose to 5 %*, *put the cost at £5m*."""
        last = first = self._first[which] - 1
        while last >= 0 and (self._low[last] in _LEVELS or is_adverb(self._low[last])):
            last -= 1
        if last == first or last < 0 or last in self._taken or self._low[last] in FIGURE_WORDS:
            return None
        return self._phrase(last, "measure/level") if self._is_noun(last) else None

    def _beside(self, which: int) -> Predicate | None:
        """Return the words right before a figure, which may be what it is of: *schools £5.1bn*."""
        first = self._first[which] - 1
        if first < 0 or not self._is_noun(first):
            return None
        while first > 0 and self._first[which] - first < FEW + 1 and self._is_noun(first - 1):
            first -= 1
        span = self._words[first].start, self._words[self._first[which] - 1].end
        return self._alone(span, BESIDE)

    def _phrase(self, last: int, rule: str) -> Predicate | None:
        """Return the noun phrase that ends at ``last``: *shares in Voss*, *number of stations*."""
        first = last
        while first > 0 and last - first < _LONG and (
            self._is_noun(first - 1)
            or (self._low[first - 1] in _FRAMES and first > 1 and self._is_noun(first - 2))
        ):  # fmt: skip
            first -= 1
        while first < last and self._low[first] in _LEADING:
            first += 1
        if self._low[last] in _PRONOUNS:
            return None
        span = self._words[first].start, self._words[last].end
        told = head_of(self._text[span[0] : span[1]])
        return Predicate(told, span, span, None, None, rule) if told else None
