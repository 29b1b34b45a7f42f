"""Names of places as they are written: *Rio Grande do Sul*, *St. John's*, *al-Hasakah*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.questions.place_words import (
    NAMED_OF,
    NO_PLACES,
    NUMBERED,
    PARTICLES,
    PREFIXES,
    SAINTS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

_LONGEST = 9  # words of a name, its hyphens and stops with them
_SHORT_MONTH = len("mar")
_HYPHENS = frozenset({"-", "‑"})


class Names:
    """Reads the names in the words of a sentence (tokens without gaps)."""

    def __init__(self, words: Sequence[Token], low: Sequence[str]) -> None:
        """Take the words, and the same without case."""
        self._words, self._low = words, low

    def stop(self, first: int) -> int:
        """Return the position behind the name that begins at ``first``; ``first`` if none does.

        >>> from claimsync.extract.text.tokens import tokens
        >>> words = [t for t in tokens("Rio Grande do Sul on Monday") if t.kind != "space"]
        >>> Names(words, [word.low for word in words]).stop(0)
        4
        """
        position = first
        end = min(first + _LONGEST, len(self._words))
        while position < end:
            step = self._step(position, inside=position > first)
            if not step:
                break
            position += step
        if position > first and self._low[position - 1] in NUMBERED:
            position += self._kind(position) == "number"
        return position

    def spelt(self, first: int, stop: int) -> str:
        """Return the words from ``first`` to ``stop`` with the gaps that stood between them."""
        parts = [self._words[first].text]
        both = zip(self._words[first:stop], self._words[first + 1 : stop], strict=False)
        for before, word in both:
            parts.append((" " if word.start > before.end else "") + word.text)
        return "".join(parts)

    def _step(self, position: int, *, inside: bool) -> int:
        """Return how many words of a name stand at a position; 0 where it is over."""
        if self._capital(position):
            return self._large(position, inside=inside)
        low = self._low[position]
        if low in PREFIXES and self._text(position + 1) == "-" and self._capital(position + 2):
            return 2
        return self._small(position) if inside else 0

    def _large(self, position: int, *, inside: bool) -> int:
        """Return how many words of a name stand where one with a capital does."""
        low, following = self._low[position], self._text(position + 1)
        if initials := self._initials(position):
            return initials
        if low in SAINTS and following == "." and self._capital(position + 2):
            return 2
        if len(low) == 1 and self._kind(position + 1) == "number" and self._glued(position):
            return 2  # the A5
        named = low not in NO_PLACES or following in PARTICLES  # Mar del Plata
        return int(named or (inside and self._undated(position)))

    def _small(self, position: int) -> int:
        """Return how many small words or hyphens go on with a name: Rio *de* Janeiro."""
        low = self._low[position]
        if low in _HYPHENS:
            return self._hyphened(position)
        if low == "of" and self._low[position - 1] in NAMED_OF:
            the = self._text(position + 1) == "the"
            return 1 + the if self._capital(position + 1 + the) else 0
        ahead = position + 1 + (self._text(position + 1) in PARTICLES)
        glued = self._text(ahead) in PREFIXES and self._text(ahead + 1) == "-"
        return int(low in PARTICLES and (self._capital(ahead) or glued))

    def _undated(self, position: int) -> bool:
        """Return whether a short month is part of a name: Corvada del *Mar*."""
        dated = self._kind(position + 1) == "number"
        return not dated and len(self._low[position]) == _SHORT_MONTH

    def _initials(self, position: int) -> int:
        """Return how many words *U.S.* or *D.C.* takes."""
        end = position
        while self._capital(end) and len(self._low[end]) == 1 and self._text(end + 1) == ".":
            end += 2
        return end - position if end - position > len("U.") else 0

    def _hyphened(self, position: int) -> int:
        """Return how many words a hyphen joins to a name: Port*-au-*Prince, Nof*-*Brin."""
        if not (self._glued(position - 1) and self._glued(position)):
            return 0
        following = self._text(position + 1)
        if following[:1].isupper() or "’" in following or "'" in following:
            return 2 if following[-1:].isalpha() else 0
        far = self._text(position + 2) in _HYPHENS and self._capital(position + 3)
        return 3 if far and self._glued(position + 1) else 0

    def _glued(self, position: int) -> bool:
        """Return whether no gap stands behind a word."""
        both = self._words[position : position + 2]
        return len(both) > 1 and both[0].end == both[1].start

    def _capital(self, position: int) -> bool:
        return self._text(position)[:1].isupper()

    def _text(self, position: int) -> str:
        return self._words[position].text if position < len(self._words) else ""

    def _kind(self, position: int) -> str:
        return self._words[position].kind if position < len(self._words) else ""
