"""Valuing: how long somebody goes to prison, and at how much somebody, or something, is valued."""

from __future__ import annotations

from claimsync.extract.questions.behind import LONG
from claimsync.extract.questions.leading import ARTICLES
from claimsync.extract.questions.shifts import LEVEL
from claimsync.extract.questions.shorts import Shorts
from claimsync.extract.questions.surroundings import Predicate, sort
from claimsync.extract.questions.verdicts import PRISON_TERM, verdict
from claimsync.extract.text.closed_words import OBJECTS

_VALUES = frozenset("values valued valuing".split())


class Valuing(Shorts):
    """Finds the verdicts and values that the figures of one sentence are."""

    def _sentenced(self, which: int) -> Predicate | None:
        """Return that so much is how long somebody goes to prison: *jailed for 12 years*."""
        term = self._vocabulary.term(PRISON_TERM)
        if term is None or sort(self._rivals[which]) != term.of:
            return None
        found = verdict(self._words, self._low, self._first[which])
        told, got = self._span(found.verb), found.whose
        whose = (self._words[got[0]].start, self._words[got[1] - 1].end) if got else None
        return self._asked(term, told, None)._replace(measure=found.measure, whose=whose)

    def _span(self, at: int | None) -> tuple[int, int] | None:
        """Return where a word begins and ends."""
        return None if at is None else (self._words[at].start, self._words[at].end)

    def _valuing(self, which: int) -> Predicate | None:
        """Return whom somebody values at so much: *the deal values Borg at $4 billion*."""
        last = self._before_steps(which)
        term = self._vocabulary.term("worth")
        if self._rivals[which].kind != "money" or self._low[last] != "at" or term is None:
            return None
        for verb in range(last - 2, max(last - LONG - 1, -1), -1):
            if self._low[verb] in _VALUES:
                told = self._asked(term, self._span(verb), None)
                if self._low[verb + 1] in OBJECTS:
                    return told  # valued them at
                whose = self._words[verb + 1].start, self._words[last - 1].end
                return told._replace(whose=whose)
            if self._words[verb + 1].kind != "word":
                return None
        return None

    def _valued(self, which: int) -> Predicate | None:
        """Return what so much is the size of: *a savings package worth €6.2 billion*."""
        worth = self._before_steps(which)
        if self._rivals[which].kind != "money" or self._low[worth] != "worth":
            return None
        first = worth - 1
        while first > 0 and self._is_noun(first) and self._low[first] not in ARTICLES:
            first -= 1
        led = self._low[first] in {"a", "an"} and first < worth - 1
        return self._phrase(worth - 1, LEVEL) if led else None
