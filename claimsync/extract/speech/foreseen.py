"""What others foresaw, told beside what came: *short of the €2bn that analysts had expected*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.text.clauses import phrase_end
from claimsync.extract.text.closed_words import BE, DETERMINERS, STOPS, before_auxiliaries
from claimsync.extract.text.sentence import Found

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Range, Sentence

FORESAW = frozenset("expected expecting forecast predicted projected anticipated".split())
FORESEES = frozenset({"foreseen"})
_BESIDE = frozenset(
    "of below above than against with beating missing topping exceeding under over beat missed"
    " beats misses topped exceeded under".split()
)
_FORECASTERS = frozenset(
    "analysts economists experts forecasters markets investors traders observers pollsters".split()
)
_RELATIVES = frozenset({"that", "which"})
_LONG, _FAR, _NEAR = 14, 4, 5  # words: from figure to verb, of a figure, to what it is told beside


def foreseen(sentence: Sentence, index: int) -> Found | None:
    """Return the frame ``the N (that) X had expected``, ``the N expected by X``."""
    told = _by(sentence, index) or _relative(sentence, index)
    if told is None or not _compared(sentence, told[1][0]):
        return None
    source, content = told
    return Found((index, index), source, [content], "foreseen", FORESEES)


def _by(sentence: Sentence, index: int) -> tuple[Range, Range] | None:
    """Return who foresaw, and what: *the 6% expected by analysts*."""
    words = sentence.words
    if words.low[index + 1 : index + 2] != ["by"] or index + 2 >= sentence.last:
        return None
    opens = index + 2
    named = words.capital(opens) or words.low[opens] in DETERMINERS | _FORECASTERS
    figure = _figure(sentence, index, _FAR)
    if figure is None or not named:
        return None
    source = opens, phrase_end(words, opens, sentence.last) - 1
    return source, (figure, index - 1)


def _relative(sentence: Sentence, index: int) -> tuple[Range, Range] | None:
    """Return who foresaw, and what: *the €2bn that analysts had been expecting*."""
    low = sentence.words.low
    before = before_auxiliaries(low, index - 1, sentence.first + 1)
    going = not BE.isdisjoint(low[before + 1 : index])
    if going != (low[index] == "expecting"):
        return None  # *12 were expected* tells of nobody who did
    figure = _figure(sentence, before + 1, _LONG)
    opens = _opening(sentence, figure, before) if figure is not None else None
    if figure is None or opens is None:
        return None
    return (opens, before), (figure, opens - 1 - (low[opens - 1] in _RELATIVES))


def _opening(sentence: Sentence, figure: int, last: int) -> int | None:
    """Return where who foresaw begins, behind the figure."""
    words = sentence.words
    for at in range(figure + 1, last + 1):
        if words.low[at] in _RELATIVES:
            return at + 1 if at < last else None
        if words.low[at] in DETERMINERS | _FORECASTERS or words.capital(at):
            return at
    return None


def _figure(sentence: Sentence, stop: int, most: int) -> int | None:
    """Return where the last figure before ``stop`` stands in one phrase with it."""
    low = sentence.words.low
    for at in range(stop - 1, max(sentence.first, stop - most), -1):
        if is_number(low[at]):
            return at
        if low[at] in STOPS:
            return None
    return None


def _compared(sentence: Sentence, figure: int) -> bool:
    """Return whether a figure is set beside another: *short of the 12*."""
    low = sentence.words.low
    return not _BESIDE.isdisjoint(low[max(figure - _NEAR, sentence.first) : figure])
