"""Noun phrases around a figure: where the name of a holder or an event begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import POWERS, SMALL
from claimsync.extract.questions.subject_words import (
    APART,
    ARTICLES,
    DAYS,
    EVENT,
    HAPPENING,
    HARD,
    KINDS,
    MARKS,
    NO_NAMES,
    PRONOUNS,
    SUBJECT,
    TIMES,
)
from claimsync.extract.text.closed_words import CONNECTIVES, PREPOSITIONS, VERBS, is_adverb
from claimsync.extract.text.stems import without_genitive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

Span = tuple[int, int]
_JOINTS = frozenset({"of", "at", "for", "in"})
_WHERE = frozenset({"in", "at", "near", "on", "outside", "across"})
# Means by which an army acts: whoever speaks tells whose they are.
_MEANS = frozenset("defenses defences interceptors guns".split())
LONGEST, WIDE = 8, 14  # words of a name; words looked at for an event


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose a figure is: where it stands, its name, and whether it is somebody or an event."""

    start: int
    end: int
    code: str
    dimension: str
    rule: str


_EACH, _SIDES = frozenset({"each", "both", "either", "two"}), frozenset({"side", "sides"})


class Phrases:
    """The noun phrases of a sentence, as one figure sees them."""

    def __init__(self, words: Sequence[Token], low: list[str], first: int, after: int) -> None:
        self._words, self._low, self._first, self._after = words, low, first, after

    def word(self, at: int) -> str:
        """Return the word at a position, without case."""
        return self._low[at]

    def named(self, span: Span, rule: str) -> tuple[Holder, ...]:
        """Return the holder that a phrase names, if it names one."""
        first, last = span
        while first < last and self._low[first] in ARTICLES:
            first += 1
        last -= first < last and self._low[last - 1] == "each"  # *Norra and Osk each lost ten*
        if first >= last or self._low[first] == "number" or self._low[last - 1] in _MEANS:
            return ()
        if self._low[first] in _EACH and self._low[last - 1] in _SIDES:
            return ()  # *each side lost ten*: the spread of a figure holds that
        kind = next((at for at in range(last - 1, first - 1, -1) if self._low[at] in KINDS), None)
        if kind is not None and self._low[kind + 1 : kind + 2] and self._low[kind + 1] in _WHERE:
            last = kind + 1  # *last week's march in Alvora* is the march
        start, end = self._words[first].start, self._words[last - 1].end
        if kind is not None and not self._words[kind].text[0].isupper() and kind == last - 1:
            marks = [self._bare(at).casefold() for at in range(first, kind) if self._told_apart(at)]
            code = " ".join((*marks, KINDS[self._low[kind]]))
            return (Holder(start, end, code, HAPPENING, EVENT),)
        if rule == EVENT:
            return ()
        told = " ".join(self._bare(at) for at in range(first, last) if self._low[at] not in MARKS)
        return (Holder(start, end, told, SUBJECT, rule),) if told else ()

    def _bare(self, at: int) -> str:
        """Return a word without the mark of an owner."""
        return without_genitive(self._words[at].text)

    def _told_apart(self, at: int) -> bool:
        """Return whether a word tells one event from others: *last year's*, *second*, *2019*."""
        return self._low[at] in APART or self._low[at].isdecimal() or (
            self._low[at].endswith(("’s", "'s")) and self._low[at - 1] != "this"
            and without_genitive(self._low[at]) in TIMES - DAYS
        )  # fmt: skip

    def _timed(self, at: int) -> bool:
        """Return whether a word only tells when: *today’s 12*."""
        return self._bare(at).casefold() in TIMES

    def _phrase(self, last: int) -> Span | None:
        """Return the noun phrase that ends at ``last``, over what is set between two commas."""
        if last >= 0 and self._low[last] in {"which", "who", "that"} and last:
            last -= 1 + (self._low[last - 1] == ",")
        elif last > 0 and self._low[last] == ",":
            opened = next((at for at in range(last - 1, max(last - WIDE, 0), -1)
                           if self._low[at] == ","), None)  # fmt: skip
            if opened is None:
                return None
            last = opened - 1
        if last < 0:
            return None
        first = self._begins(last)
        return None if first is None else (first, last + 1)

    def _begins(self, last: int) -> int | None:
        """Return where the noun phrase that ends at ``last`` begins; None where none does."""
        if self._low[last] in PRONOUNS:
            return last
        if self._low[last] in NO_NAMES or self._low[last] in HARD | PREPOSITIONS:
            return None
        if self._low[last] in VERBS and not self._titled(last):
            return None
        first = last + 1
        while first > 0 and last - first < LONGEST and self._goes_on(first - 1, last):
            first -= 1
        return self._trimmed(first, last)

    def _titled(self, at: int) -> bool:
        """Return whether what looks like a verb is a name: *the Left*."""
        opened = at > 0 and (self._low[at - 1] in ARTICLES or self._capital(at - 1))
        return opened and self._capital(at)

    def _goes_on(self, at: int, last: int) -> bool:
        """Return whether the word at ``at`` belongs to the phrase that ends at ``last``."""
        word = self._low[at]
        if word == "and":
            return at > 0 and self._capital(at - 1) and self._capital(at + 1)
        if self._words[at].kind == "number":
            return word.isdecimal() and len(word) == len("2019") and self._low[at + 1] in KINDS
        if self._words[at].kind != "word":
            glued = at < last and self._words[at].end == self._words[at + 1].start
            return word in MARKS and glued
        verb = word in VERBS and not self._titled(at)
        return not (word in HARD or verb or self._first <= at < self._after)

    def _capital(self, at: int) -> bool:
        """Return whether a word begins with a capital."""
        return self._words[at].text[:1].isupper()

    def _trimmed(self, first: int, last: int) -> int | None:
        """Return where the phrase begins without what only tells when or where."""
        while first < last and self._low[first] not in APART and (
            self._low[first] in CONNECTIVES | TIMES or is_adverb(self._low[first])
        ):  # fmt: skip
            first += 1
        if first > last:
            return None
        if self._low[first] in PREPOSITIONS:
            behind = [at for at in range(first + 1, last + 1)
                      if self._low[at] in ARTICLES or self._bare(at).casefold() in TIMES
                      or self._low[at].isdecimal()]  # fmt: skip
            if not behind:
                return None
            first = behind[-1] + (self._low[behind[-1]] not in ARTICLES)
        if first > last or self._low[last] in NO_NAMES:
            return None
        if "and" in self._low[first : last + 1] and first and self._low[first - 1] == ",":
            return None  # a list: *Alpha, Bravo and Delta*
        return first if all(self._fits(at, first) for at in range(first, last + 1)) else None

    def _fits(self, at: int, first: int) -> bool:
        """Return whether a word may stand in a name that begins at ``first``."""
        word = self._low[at]
        if word in SMALL or word in POWERS or (word in PREPOSITIONS and word not in _JOINTS):
            return False
        return word not in ARTICLES or at == first or self._low[at - 1] in _JOINTS

    def _ends(self, at: int) -> int:
        """Return where the noun phrase from ``at`` ends."""
        end = at
        while end < len(self._low) and end - at < LONGEST and (
            (self._words[end].kind == "word" or (self._low[end] in MARKS and self._glued(end)))
            and self._low[end] not in PREPOSITIONS and self._low[end] not in HARD
            and self._bare(end).casefold() not in TIMES - {"year", "week", "month"}
        ):  # fmt: skip
            end += 1
        return end

    def _glued(self, at: int) -> bool:
        """Return whether a mark touches the words on both sides."""
        beside = at + 1 < len(self._words)
        return beside and self._words[at].end == self._words[at + 1].start
