"""Whose a figure is: of the bridge, of Alder Steel, of last year's flood, as the clause says it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import STATES, STOPS, plural
from claimsync.extract.questions.counters import put_at
from claimsync.extract.questions.subject_phrases import LONGEST, WIDE, Holder, Phrases, Span
from claimsync.extract.questions.subject_words import (
    ACTS,
    AFTER_KINDS,
    ARTICLES,
    BY,
    CAUSE,
    CHANGING,
    COSTS,
    COUNTING,
    EVENT,
    EVENT_LEADS,
    HAPPENING,
    HARD,
    HAVING,
    ILLS,
    INTENDS,
    KEEPING,
    KINDS,
    LEVEL_ENDS,
    MARKS,
    OF,
    OWN,
    OWNER,
    PAYER,
    RULES,
    STANDS,
    SUBJECT,
    TIMES,
)
from claimsync.extract.questions.surroundings import STEPS
from claimsync.extract.text.closed_words import (
    ADVERBS,
    AUXILIARIES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimsync.extract.text.tokens import Token

__all__ = ["RULES", "Holder", "holders"]

_FEW = 3  # words of a cause


def holders(
    words: Sequence[Token],
    figure: Span,
    asked: Span | None,
    *,
    acts: bool = True,
    has: bool = True,
    whose: Span | None = None,
    off: frozenset[str] = frozenset(),
) -> tuple[Holder, ...]:
    """Return whose a figure is; ``asked`` are the words that ask for it (*killed*, *the cost*).

    With ``acts`` they are a verb that somebody does (*killed*, and not *died*); with ``has`` what
    is counted may be somebody's, as the dead are not. ``whose`` are words known to name the holder.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "Alder Steel has 900 employees."
    >>> [one.code for one in holders(cut(text, 0, len(text)), (16, 19), None)]
    ['Alder Steel']
    """
    low = [word.text.casefold() for word in words]
    first = _position(words, figure[0])
    after = _position(words, figure[1])
    told = (_position(words, asked[0]), _position(words, asked[1])) if asked else None
    clause = _Clause(words, low, first, after)
    known = (_position(words, whose[0]), _position(words, whose[1])) if whose else None
    ways: tuple[tuple[str, Callable[[], Span | None]], ...] = (
        (STANDS, lambda: known),
        (OWNER, lambda: clause.owner(first)),
        (OF, lambda: clause.level(told) if told and told[1] <= first else None),
        (ACTS, lambda: clause.actor(told if acts else None, has=has)),
        (BY, lambda: clause.agent(told)),
    )
    found: list[Holder] = []
    if told is not None:
        sides = ((PAYER, clause.payer, "for"), (CAUSE, clause.cause, "cause"))
        found += _beside(clause, told, tuple(one for one in sides if one[0] not in off))
    for rule, way in ways:
        held = any(one.dimension in {SUBJECT, HAPPENING} for one in found)
        span = way() if rule not in off and not held else None
        found += clause.named(span, rule) if span is not None else ()
    if EVENT not in off and all(one.dimension != HAPPENING for one in found):
        span = clause.event()
        found += clause.named(span, EVENT) if span is not None else ()
    return tuple(found)


_WITHIN = frozenset("in at on near of from".split())


def _beside(
    clause: _Clause,
    told: Span,
    sides: tuple[tuple[str, Callable[[Span], Span | None], str], ...],
) -> Iterator[Holder]:
    """Yield whom something costs so much, and what people die of."""
    verb = clause.word(told[1] - 1)
    for rule, way, dimension in sides:
        fits = verb in COSTS if rule == PAYER else verb in ILLS
        span = way(told) if fits else None
        for one in clause.named(span, rule) if span is not None else ():
            yield replace(one, dimension=dimension, rule=rule)


def _position(words: Sequence[Token], offset: int) -> int:
    """Return the position of the first word at ``offset`` or behind it."""
    return next((at for at, word in enumerate(words) if word.start >= offset), len(words))


class _Clause(Phrases):
    """What the clause of one figure says of whose it is."""

    def owner(self, at: int) -> Span | None:
        """Return the phrase before ``at`` that ends as an owner does: *the Greens’*."""
        last = at - 1
        while last > 0 and self._low[last] in STEPS | {"nearly", "new", "own", "-"}:
            last -= 1
        if last < 0:
            return None
        if self._low[last] in OWN:
            return last, last + 1
        bare = self._low[last] in {"’", "'"} and last and self._low[last - 1].endswith("s")
        if not bare and not self._low[last].endswith(("’s", "'s")):
            return None
        end = last if bare else last + 1
        first = self._begins(end - 1)
        return (first, end) if first is not None and not self._timed(end - 1) else None

    def level(self, told: Span) -> Span | None:
        """Return what a level is the level of: *the cost of the bridge*, *the bridge’s cost*."""
        at = told[1]
        leads = {"of", "for", "to"} if self._low[at - 1] in {"damage", "damages"} else {"of", "for"}
        if at < self._first and self._low[at] in leads:
            end = at + 1
            while end < self._first and self._low[end] not in LEVEL_ENDS and (
                self._words[end].kind == "word" or self._low[end] in MARKS
            ):  # fmt: skip
                end += 1
            return (at + 1, end) if at + 1 < end <= at + 1 + LONGEST else None
        lead = self._low[told[0] - 1] if told[0] else ""
        verb = told[0] - 1 - (lead in ARTICLES | OWN)
        if verb > 0 and self._low[verb] in (CHANGING | KEEPING if lead in OWN else CHANGING):
            return self._phrase(verb - 1)
        return self.owner(told[0] + (self._low[told[0]] == "the"))

    def payer(self, told: Span) -> Span | None:
        """Return whom something costs so much: *cost the port €3 million*."""
        first, last = told[1], self._first
        named = last - first > 1 and (self._low[first] in ARTICLES | OWN or self._capital(first))
        plain = all(
            self._words[at].kind == "word" and self._low[at] not in HARD | PREPOSITIONS | STEPS
            for at in range(first + 1, last)
        )
        return (first, last) if named and plain else None

    def cause(self, told: Span) -> Span | None:
        """Return what people die or fall ill of: *died of cholera*, *deaths from the heat*."""
        at = told[1]
        if self._low[at : at + 1] not in (["of"], ["from"]) or at + 1 >= len(self._low):
            return None
        first = at + 1 + (self._low[at + 1] in {"the", "their"})
        end = self._ends(first)
        plain = first < end <= first + _FEW and all(
            self._words[i].kind == "word" and not self._capital(i) for i in range(first, end)
        )
        timed = any(self._low[i] in TIMES | STOPS for i in range(first, end))
        return (first, end) if plain and not timed else None

    def actor(self, told: Span | None, *, has: bool) -> Span | None:
        """Return who has or does what is counted."""
        having = self._having() if has else None
        verb = told[0] if told is not None and told[1] <= self._first else having
        if verb is None:
            return None
        last = verb - 1
        if self._low[verb].endswith("ing") and last >= 0 and self._low[last] not in AUXILIARIES:
            return None
        while last >= 0 and (
            self._low[last] in AUXILIARIES
            or self._low[last] in ADVERBS
            or is_adverb(self._low[last])
            or (self._low[last] == "to" and self._low[last - 1] in INTENDS | AUXILIARIES)
            or (self._low[last] in INTENDS and self._low[last + 1] == "to")
        ):
            last -= 1
        span = self._phrase(last)
        return None if span is None or self._inside(span[0]) else span

    def _inside(self, first: int) -> bool:
        """Return whether a phrase only ends a longer one: *a raid on a market in the city*."""
        led = first - 1 - (first > 0 and self._low[first - 1] in ARTICLES)
        return led > 0 and self._low[led] in _WITHIN

    def _having(self) -> int | None:
        """Return the position of the verb right before a figure that somebody has."""
        at = self._first - 1
        while at >= 0 and (self._low[at] in STEPS or is_adverb(self._low[at])):
            at -= 1
        if at < 0 or self._words[at].kind != "word":
            return None
        word = self._low[at]
        if at and self._low[at + 1] == "of" and self._low[at - 1] in AUXILIARIES:
            return None  # what it was notified of is not its own
        acts = word.endswith("ed") and at > 0 and word not in COUNTING | STATES
        return at if word in HAVING or acts else None

    def agent(self, told: Span | None) -> Span | None:
        """Return by whom something is done, or for whom it counts."""
        start = max(self._after, told[1] if told is not None else 0)
        if put_at(self._words[max(self._first - WIDE, 0) : self._after]):
            return None  # by whom it is put at a number, as told
        for at in range(start, min(start + WIDE, len(self._low))):
            word = self._low[at]
            if self._words[at].kind != "word" and word not in MARKS:
                return None
            if word in {"by", "for"}:
                end = self._ends(at + 1)
                named = end > at + 1 and (
                    self._low[at + 1] in {"the", "a", "an"}
                    or self._capital(at + 1)
                    or (word == "by" and plural(self._low[end - 1]))
                )
                timed = self._timed(at + 1) or self._timed(end - 1)  # *for the day*
                return (at + 1, end) if named and not timed else None
            if word in SUBORDINATORS:
                return None
        return None

    def event(self) -> Span | None:
        """Return the event that a clause names: *in the fire*, *when the blast*."""
        ahead = range(self._after, min(self._after + WIDE, len(self._low)))
        back = range(self._first - 1, max(self._first - WIDE, -1), -1)
        for stretch in (ahead, back):
            for at in stretch:
                if self._words[at].kind == "number" or self._low[at] in {";", ".", "“", "”", '"'}:
                    break
                out = self._low[at - 1 : at + 1] == ["on", "strike"]
                body = not AFTER_KINDS.isdisjoint(self._low[at + 1 : at + 2])
                if self._low[at] in KINDS and not self._capital(at) and not (out or body):
                    first = self._event_begins(at)
                    counted = first is not None and first < self._after <= at  # *39 missiles*
                    if first is not None and not counted:
                        return first, at + 1
        return None

    def _event_begins(self, at: int) -> int | None:
        """Return where the phrase of the event at ``at`` begins, if it is led by *in* or *by*."""
        for first in range(at - 1, max(at - LONGEST, -2), -1):
            if first < 0 or self._low[first] in EVENT_LEADS or self._low[first] in {"that", "“"}:
                return first + 1
            if self._words[first].kind not in {"word", "number"} or self._low[first] in HARD:
                return None
        return None
