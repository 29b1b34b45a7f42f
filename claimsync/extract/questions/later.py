"""Later and other: whether *earlier* tells of another event, and whether time has gone by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.tokens import position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

_HAPPENINGS = frozenset(
    "attack attacks strike strikes raid raids blast explosion bombing shooting crash collision"
    " accident fire blaze flood floods quake earthquake storm avalanche landslide incident"
    " outbreak round wave swap exchange protest march rally clash collapse derailment".split()
)


def another(words: Sequence[Token], start: int) -> bool:
    """Return whether *earlier* at ``start`` tells of another event: *an earlier attack*.

    >>> from claimsync.extract.questions.sentences import cut
    >>> [another(cut(text, 0, len(text)), 3) for text in ("An earlier raid", "An earlier toll")]
    [True, False]
    """
    first = position(words, start + 1)
    after = [word.low for word in words[first : first + 3]]
    return not _HAPPENINGS.isdisjoint(after)


_SPANS = frozenset("minute minutes hour hours day days week weeks month months".split())
_OPENS = 5  # words before the comma


def hours_later(words: Sequence[Token]) -> bool:
    """Return whether a sentence opens later than the one before: *two hours later, police said*.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "Two hours later, police said 15."
    >>> hours_later(cut(text, 0, len(text)))
    True
    """
    low = [word.low for word in words[:_OPENS]]
    if "later" not in low:
        return False
    at = low.index("later")
    return (at == 0 or low[at - 1] in _SPANS) and low[at + 1 : at + 2] == [","]
