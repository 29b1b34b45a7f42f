"""*One* and *nobody* as pronouns, which count nothing: *one of the largest*, *at any one time*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.ones import HARM
from claimsync.extract.text.closed_words import AUXILIARIES, PASTS, STOPS
from claimsync.extract.text.tokens import low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

_THINGS = frozenset("thing step time way hand point reason example word".split())
_COUNTED = HARM - {"one"} | frozenset(
    "missing dead freed released found closed destroyed damaged sunk lost hospitalised recovered"
    " cancelled charged rescued".split()
)
_HOURS = frozenset({"morning", "afternoon", "evening", "night"})
_WIDE, _RANKED = 12, 3  # words
_WHILE = frozenset("when as after before because where while since".split())
_RANKS = frozenset("most least best worst first last only few".split())


def stands_for(words: Sequence[Token], at: int, *, told: bool = False) -> bool:
    """Return whether the number at word ``at`` is a pronoun or an hour, and counts nothing.

    *One of them was hurt* counts, and so does *one of them by a dog* behind what was ``told``.

    >>> from claimsync.extract.questions.sentences import cut
    >>> [stands_for(cut(text, 0, len(text)), 0) for text in
    ...  ("One of the largest banks met its rivals.", "One of the sailors died.")]
    [True, False]
    """
    low, after = words[at].low, low_at(words, at + 1)
    if low in {"nobody", "none"}:
        return after == "who"
    if low_at(words, at - 1) == "at" and after == "in":
        return low_at(words, at + 2) == "the" and low_at(words, at + 3) in _HOURS  # at four in the
    ranked = any(map(_superlative, (low_at(words, at + step) for step in range(2, 2 + _RANKED))))
    loose = not told or ranked or low_at(words, at - 1) in _WHILE
    part = after == "of" and loose and (ranked or not _befalls(words, at + 2))
    return low == "one" and (after in _THINGS or part)


def _superlative(word: str) -> bool:
    """Return whether a word ranks things: *one of the largest*, *one of its most remote*."""
    return word in _RANKS or (word.endswith("est") and len(word) > len("rest"))


def _befalls(words: Sequence[Token], first: int) -> bool:
    """Return whether something that is counted befalls what a clause goes on with."""
    for word in words[first : first + _WIDE]:
        if word.text in STOPS or word.low in _COUNTED:
            return word.text not in STOPS
    return False


def them(words: Sequence[Token], at: int, end: int) -> tuple[int, int] | None:
    """Return the word for those that the figure in words ``at`` to ``end`` is a part of.

    >>> from claimsync.extract.questions.sentences import cut
    >>> [them(cut(t, 0, len(t)), 1, 2) for t in ("rescued 71 of them", "saw 71 of those who left")]
    [(14, 18), None]
    >>> text = "Of these, 41 were ill."
    >>> them(cut(text, 0, len(text)), 3, 4)
    (3, 8)
    """
    opens = at == len(("of", "these", ",")) and low_at(words, 0) == "of" and low_at(words, 2) == ","
    part = 1 if opens else end + 1
    if low_at(words, part - 1) != "of" or low_at(words, part) not in _THEM:
        return None
    behind = low_at(words, part + 1)
    named = behind in _NAMING  # of those who left, of it all
    if low_at(words, part) in {"that", "this"} and behind.isalpha():
        named = behind not in AUXILIARIES and behind not in PASTS  # of that sum; of that has gone
    return None if named else (words[part].start, words[part].end)


_THEM = frozenset("them these those whom which it that this".split())
_NAMING = frozenset({"who", "that", "which", "in", "on"})
