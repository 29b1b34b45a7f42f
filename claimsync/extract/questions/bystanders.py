"""Numbers that only stand beside what is told: ages behind a name, clock times, parts of a name."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

from claimsync.extract.questions.bounds import bounds
from claimsync.extract.questions.likenings import likens
from claimsync.extract.questions.presupposed import happenings, presupposed
from claimsync.extract.questions.pronouns import stands_for
from claimsync.extract.text.tokens import low_at
from claimsync.model.figure import Figure, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.place_phrases import Place
    from claimsync.extract.text.tokens import Token

Span = tuple[int, int]
_OLDEST = 120
_AGED = frozenset({"aged", "age", "ages"})
_YOUNG = frozenset("children child people those boys girls are is were was infected".split())
_OLD = frozenset("them those people men women anyone patients residents all adults".split())
_NEAR = 3  # words
_TIMES = frozenset("mornings evenings afternoons nights weekends".split())
_CLOCK = frozenset({"at", "by", "until", "from", "after", "before", "around", "since"})
_HANDING = frozenset("handed hand handing took taken turned turn carried held gave taking".split())
_UPWARD = frozenset(
    "pick picks picked picking go goes going went gone climb climbed climbing move moved moving add"
    " adds added adding speed speeding edge edged creep crept".split()
)
_TALKING = frozenset("talk talks talked talking".split())
_PARTICLES = {
    Qualifier.MORE_THAN: _HANDING, Qualifier.AT_LEAST: _HANDING, Qualifier.UP_TO: _UPWARD,
    Qualifier.AROUND: _TALKING,
}  # fmt: skip
_RIDES = frozenset("express train bus ferry flight service tram sailing boat coach".split())
_DIALLING = frozenset("call phone dial tel telephone ring contact hotline helpline".split())
_TOLD = frozenset("told tell tells telling informed".split())
_MAY = frozenset({"may", "can", "could", "might"})
_HOLDING = frozenset("have hold own need use carry".split())
_MANY = frozenset("dozens several many hundreds thousands two three four five ten".split())
_MANY_OF = frozenset("people men women children police staff dead missing wounded injured".split())
_WHO = frozenset({"who", "which", "whose"})
_WIDE = 5  # words


def told_of(
    found: Sequence[Quantity], words: Sequence[Token], located: Sequence[Place],
    apart: Sequence[Span],
) -> Iterator[Quantity]:  # fmt: skip
    """Yield the figures of a sentence that tell something, without those that stand beside it.

    ``apart`` are the spans, in order, of who says it: *two diplomats* count nothing.
    """
    inside = [span for span in apart if words and span[1] > words[0].start]
    aged = -1  # where the last of several ages ends
    before: list[Quantity] = []
    for one in found:
        position = _position(words, one.number_start)
        if one.kind == "age":
            aged = one.end
            continue
        if _named(one, located, inside, words) or position is None:
            if position is None:
                yield one
            continue
        near = aged >= 0 and sum(aged <= w.start < one.start for w in words) <= len((",", "and"))
        aged = one.end if near and _joined(words, position) else -1
        if aged >= 0 or _beside(one, words, position) or likens(one, words, position):
            continue
        if presupposed(one, words, position, before) or bounds(one, words, position, before):
            continue
        if stands_for(words, position, told=bool(before)):
            continue
        if happenings(one, words, position, found):
            continue
        before.append(one)
        yield _handed(one, words)


def _position(words: Sequence[Token], start: int) -> int | None:
    """Return the position of the word that begins at ``start``."""
    position = bisect_left(words, start, key=itemgetter(1))
    return position if position < len(words) and words[position].start == start else None


def _named(
    one: Quantity, located: Sequence[Place], apart: Sequence[Span], words: Sequence[Token]
) -> bool:
    """Return whether a number is part of a name: *the three districts*, *two diplomats said*.

    What is told of who says it is none: *the mayor, who won 48%, said*.
    """
    if any(place.start <= one.start < place.end for place in located):
        return True
    return any(
        start <= one.start < end
        and not (start >= one.start and one.kind == "share")  # 45% opposed it
        and not any(word.low in _WHO for word in words if start <= word.start < one.start)
        for start, end in apart
    )


def _beside(one: Quantity, words: Sequence[Token], position: int) -> bool:
    """Return whether a number stands beside what is told: an age, a clock time, a call number."""
    if _example(words, position) or _nothing(one, words, position) or _rode(words, position):
        return True
    if _spent(one, words) or _among_none(words, position):
        return True
    number = one.figure.number
    if one.kind == "count" and _model(one, words, position):
        return True
    if one.kind != "count" or one.noun is not None or number is None:
        return False
    small = number.exponent == 0 and 0 < number.digits < _OLDEST
    return (
        _clock(words, position)
        or _called(words, position)
        or (small and _age(one, words, position))
    )


def _spent(one: Quantity, words: Sequence[Token]) -> bool:
    """Return whether a number only says how long something took: *on two wet mornings*."""
    if one.kind != "count" or one.noun is None:
        return False
    last = next((word.text.casefold() for word in words if word.end == one.noun[1]), "")
    return last in _TIMES


def _among_none(words: Sequence[Token], position: int) -> bool:
    """Return whether *none* only leaves something out: *it is in none of these sums*."""
    if low_at(words, position) != "none" or low_at(words, position + 1) != "of":
        return False
    return low_at(words, position - 1) in {"in", "to", "from", "with", "at", "on"}


def _clock(words: Sequence[Token], position: int) -> bool:
    """Return whether a number is a clock time: *at 19.05*."""
    before = words[position - 1].low if position else ""
    hour, dot, minute = words[position].text.partition(".")
    timed = bool(dot) and len(minute) == len("05") and len(hour) <= len("19")
    rated = low_at(words, position + 1) == "to"  # traded at 11.32 to the euro
    return timed and ((before in _CLOCK and not rated) or before == "modified")


def _rode(words: Sequence[Token], position: int) -> bool:
    """Return whether a number is when a train leaves: *the 7.42 express*."""
    hour, dot, minute = words[position].text.partition(".")
    timed = bool(dot) and len(minute) == len("42") and len(hour) <= len("19")
    return timed and low_at(words, position - 1) == "the" and low_at(words, position + 1) in _RIDES


def _called(words: Sequence[Token], position: int) -> bool:
    """Return whether a number only names something: *555 0142*, *no. 2,417*."""
    if _dialled(words[position].text):
        return True
    before = [word.low for word in words[max(position - 2, 0) : position]]
    if before == ["no", "."]:
        return True
    beside = [word.text for word in words[max(position - 1, 0) : position + 2]]
    if sum(text.isdecimal() for text in beside) < len("55"):
        return False
    near = {word.low for word in words[max(position - _WIDE, 0) : position]}
    return any(map(_dialled, beside)) or not near.isdisjoint(_DIALLING)


def _dialled(text: str) -> bool:
    """Return whether digits begin with a zero that nobody counts: *0142*."""
    return text.startswith("0") and text.isdecimal() and len(text) > 1


def _model(one: Quantity, words: Sequence[Token], position: int) -> bool:
    """Return whether a number names what is built: *the Falke 330 came*, *the Falke 330 fleet*."""
    after = low_at(words, position + 1)
    if one.noun is not None and (after.endswith("s") or after in _MANY_OF or not after.isalpha()):
        return False
    if low_at(words, position - 2) not in {"the", "a", "an"} or words[position - 1].kind != "word":
        return False
    named = words[position - 1].text[0].isupper() and words[position].text.isdecimal()
    return named and low_at(words, position - 3) not in _TOLD


def _example(words: Sequence[Token], position: int) -> bool:
    """Return whether a number only says what may be so: *one person may have dozens*."""
    for first in (position, position - len("person may have".split()) - 1):
        if first < 0 or low_at(words, first) != "one":
            continue
        holds = low_at(words, first + 2) in _MAY and low_at(words, first + 3) in _HOLDING
        more = low_at(words, first + 4)
        if holds and (more.isdecimal() or more in _MANY):
            return True
    return False


def _nothing(one: Quantity, words: Sequence[Token], position: int) -> bool:
    """Return whether nobody is no figure: *nobody had won anything yet*."""
    after = [word.low for word in words[position + 1 : position + 1 + _WIDE]]
    return low_at(words, position) == "nobody" and one.noun is None and "anything" in after


def _age(one: Quantity, words: Sequence[Token], position: int) -> bool:
    """Return whether a number is an age: *Greta Fohn, 58,*, *children under five*."""
    before = words[position - 1].low if position else ""
    after = words[position + 1].text if position + 1 < len(words) else ""
    near = {word.low for word in words[max(position - _NEAR, 0) : position]}
    young = one.figure.qualifier is Qualifier.UNDER and not near.isdisjoint(_YOUNG)
    old = low_at(words, position - 1) == "over" and low_at(words, position - 2) in _OLD
    young = young or (old and not after.isalpha())
    if before in _AGED or young or (near & _AGED and before in {"is", "was", "of"}):
        return True
    named = position > 1 and words[position - 2].kind == "word"
    return named and before == "," and after in {",", "."}


def _joined(words: Sequence[Token], position: int) -> bool:
    """Return whether a number goes on with a list: *aged 24 and 27*."""
    return position > 0 and words[position - 1].text in {"and", "or", ","}


def _handed(one: Quantity, words: Sequence[Token]) -> Quantity:
    """Return *88* of *handed over 88*, *talking about 88*: the preposition belongs to the verb."""
    verbs = _PARTICLES.get(one.figure.qualifier)
    if verbs is None or one.figure.number is None:
        return one
    position = _position(words, one.start) or 0
    if not position or words[position].text not in {"over", "up", "about"}:
        return one
    if words[position - 1].low not in verbs:
        return one
    plain = Figure(number=one.figure.number, unit=one.figure.unit)
    first = position + 1 + (words[position + 1].low == "to")
    return one._replace(start=words[first].start, figure=plain, change="=")
