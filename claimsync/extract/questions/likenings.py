"""Numbers that only relate what is told to something else: half that, three times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.text.tokens import Token

_THAT = frozenset({"that", "this", "what", "as", "it"})
_AMOUNTS = frozenset("sum number figure amount level rate total size price value cost".split())
_WHOSE = frozenset("the its their his her our last previous current of".split())
_LIKENED = frozenset("as more the larger bigger higher greater likelier its their faster".split())
_WAS = frozenset("was were is are had has did does used once".split())
_NEAR = 4  # words


def likens(one: Quantity, words: Sequence[Token], at: int) -> bool:
    """Return whether a number counts nothing that the page tells of.

    >>> from claimsync.extract.figures.quantities import quantities
    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "It may raise half that sum."
    >>> [likens(one, cut(text, 0, len(text)), 3) for one in quantities(text)]
    [True]
    """
    behind = [word.low for word in words[at + 1 : at + 1 + _NEAR]]
    if one.kind == "money":
        return _exchanged(one, words)
    if one.kind == "share":
        return words[at].kind == "word" and _compared(one, words)
    if words[at].low not in SMALL or one.kind not in {"count", "measure"}:
        return False
    instead = at > 0 and words[at - 1].low == "not"  # *twice, not four times*
    times = behind[:1] == ["times"] and not instead
    return times and (behind[1:2] == [] or behind[1] not in _LIKENED)


def _exchanged(one: Quantity, words: Sequence[Token]) -> bool:
    """Return whether money is only exchanged: *($1 = 0.91 euros)*."""
    ends = [word.end for word in words]
    last = max(one.end, one.unit[1] if one.unit else 0)
    return any(
        word.text == "=" and ((at and ends[at - 1] == one.start) or word.start >= last
                              or (at + 1 < len(words) and words[at + 1].start <= one.start))
        for at, word in enumerate(words)
    )  # fmt: skip


def _compared(one: Quantity, words: Sequence[Token]) -> bool:
    """Return whether a share is one of a figure told before: *half that sum*, *a third as many*."""
    behind = [word.low for word in words if word.start >= one.number_end][:_NEAR]
    while behind and behind[0] in _WHOSE:
        behind.pop(0)
    if behind[:1] == ["what"]:
        return not _WAS.isdisjoint(behind)  # half of what it was, but a third of what it needs
    return behind[:1] != [] and (behind[0] in _THAT or behind[0] in _AMOUNTS)
