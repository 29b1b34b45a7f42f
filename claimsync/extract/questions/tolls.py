"""What leads up to a figure: *the death toll rose to 12*, *the number of its injured at 29*.

A toll may stand far ahead of its figure, with all that tells of what it is the toll; so may what
*the number of* is the number of.
"""

from __future__ import annotations

from claimsync.extract.figures.nouns import plural
from claimsync.extract.questions.deeds import HAS, IRREGULAR, code
from claimsync.extract.questions.leading import MODALS
from claimsync.extract.questions.levels import NUMBER, Levels
from claimsync.extract.questions.surroundings import AUXILIARY, FEW, FIGURE_WORDS, MOVES, Predicate
from claimsync.extract.questions.vocabulary import who_of
from claimsync.extract.text.closed_words import is_past

_LINKS = MOVES | frozenset(
    "to at of as hits reaches reach exceed top hit total amounts amounted totalled totaled : - – —"
    " now".split()
)
_EXCEEDS = frozenset("passes tops topped surpassed exceeds exceeded exceeding".split())
_FAR = frozenset({"toll", "tolls", "number"})  # heads that may stand far from their figure
_NEAR_BY, _FAR_OFF = 10, 20  # words between them
_NOUNS = 5  # words of what a number is the number of
_SCALES = frozenset({"magnitude"})  # scales whose numbers count nothing
_RELATIVES, _JOINTS = frozenset({"that", "which"}), frozenset({",", "and", "but", "while"})
_STEPS = frozenset("at least most about some the all these another nearly around".split()) - {"at"}
_PLACED = frozenset({"in", "at", "across"})
_OWNERS = frozenset("its their his her our the".split())


class Tolls(Levels):
    """Finds what leads up to the figures of one sentence."""

    def _scaled(self, which: int) -> Predicate | None:
        """Return the scale that a number stands on, which counts nothing: *a magnitude of 6.4*."""
        first = self._first[which]
        at = first - 1 - (self._low[first - 1 : first] == ["of"])
        behind = self._after[which] + (self._low[self._after[which] :][:1] == ["-"])
        for position in (at, behind):
            if 0 <= position < len(self._low) and self._low[position] in _SCALES:
                span = self._words[position].start, self._words[position].end
                return Predicate(self._low[position], span, span, None, None, "measure/level")
        return None

    def _toll(self, which: int) -> Predicate | None:
        """Return what leads up to a figure: *the death toll rose to 12*."""
        first = self._first[which]
        fled = which and self._low[first - 1] == "as"  # *12 dead as thousands flee*
        if fled or self._where(which) or self._done_to(first - 1):
            return None
        linked = self._low[first] in _EXCEEDS
        for position in range(first - 1, max(first - _FAR_OFF, 0) - 1, -1):
            word = self._low[position]
            if word in {".", ";", "!", "?"} or (
                position in self._taken and not self._aside(position, first)
            ):
                return None
            linked = linked or (word in _LINKS and first - position <= _NEAR_BY)
            if not linked or (first - position > _NEAR_BY and word not in _FAR):
                continue
            if word == "number" and (told := self._counted_number(which, position)) is not None:
                return told
            for phrase, term in self._vocabulary.tolls.get(word, ()):
                after = position + len(phrase)
                found = after <= first and tuple(self._low[position:after]) == phrase
                named = self._words[position].text == "Toll" and self._low[after] not in _LINKS
                if found and not named and self._may_ask(which, term):
                    span = self._words[position].start, self._words[after - 1].end
                    return self._asked(term, span, None)._replace(noun=span)
        return None

    def _done_to(self, at: int) -> bool:
        """Return whether the verb before a figure does something to those counted: *affects 12*."""
        while at > 0 and self._low[at] in _STEPS | {"more", "than"}:
            at -= 1
        verb, before = self._low[at], self._low[at - 1] if at > 0 else ""
        plain = code(verb) not in {"", HAS} and verb not in _LINKS | FIGURE_WORDS
        return plain and (before in MODALS or is_past(verb) or verb in IRREGULAR)

    def _where(self, which: int) -> bool:
        """Return whether a figure counts where something happened: *deaths in 12 districts*."""
        at = self._first[which] - 1
        while at > 0 and self._low[at] in _STEPS:
            at -= 1
        noun = self._rivals[which].noun
        told = noun is not None and who_of(self._text[slice(*noun)]) is not None
        stands = self._low[at] == "at" and not MOVES.isdisjoint(self._low[max(at - 2, 0) : at])
        return told and self._low[at] in _PLACED and not stands

    def _counted_number(self, which: int, number: int) -> Predicate | None:
        """Return what *the number of* tells: of *people killed in Kolm*, of *injured members*."""
        first = number + 2
        if self._low[number + 1 : first] != ["of"]:
            return None
        first += self._low[first] in _OWNERS
        for position in range(first, min(first + _NOUNS, self._first[which])):
            if self._low[position] in _LINKS:
                break
            for phrase, term in self._vocabulary.after.get(self._low[position], ()):
                after = position + len(phrase)
                if tuple(self._low[position:after]) == phrase and self._may_ask(which, term):
                    span = self._words[position].start, self._words[after - 1].end
                    counted = (first, position) if position > first else (after, after + 1)
                    return self._asked(term, span, self._counted_in(*counted))
        if (known := self._known(which, first, min(first + FEW, self._first[which]))) is not None:
            return known
        if self._low[first] == "those" and (code(self._low[first + 1]) or "") not in {"", HAS}:
            deed = self._words[first + 1].start, self._words[first + 1].end  # of those caught
            return Predicate("people", None, deed, None, None, NUMBER, deed=deed)
        last = next((at for at in range(first, first + FEW) if plural(self._low[at])), None)
        if last is None or last >= self._first[which] or self._low[last] == "people":
            return None
        return self._alone((self._words[first].start, self._words[last].end), NUMBER)

    def _aside(self, crossed: int, first: int) -> bool:
        """Return whether a figure only tells more of a toll: *that swept two villages, rose to*."""
        before = self._low[max(crossed - _NEAR_BY, 0) : crossed]
        behind = self._low[crossed:first]
        return not _RELATIVES.isdisjoint(before) and _JOINTS.isdisjoint(behind)

    def _counted_in(self, first: int, after: int) -> tuple[int, int] | None:
        """Return the noun between two positions: *its injured members* are members."""
        while after > first and self._low[after - 1] in AUXILIARY | {"who"}:
            after -= 1
        nouns = after > first and all(self._is_noun(at) for at in range(first, after))
        return (self._words[first].start, self._words[after - 1].end) if nouns else None
