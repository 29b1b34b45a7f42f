"""Numbers that set a bound, an hour or a score, or tell who speaks: nobody counts them.

*Schools with fewer than 70 pupils*, *those in line by eight*, *two goals down*, *two of the
survivors disputed this* tell which ones are meant, when, how a match stands, or who speaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import plural
from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.questions.people import humans
from claimsync.extract.text.closed_words import AUXILIARIES, DETERMINERS
from claimsync.extract.text.tokens import low_at, position
from claimsync.model.figure import Qualifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.text.tokens import Token

_BOUNDS = frozenset({
    Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.UNDER,
    Qualifier.UP_TO,
})  # fmt: skip
_WITH = frozenset("with employing earning making owning holding".split())
_HAVE = frozenset({"have"})
_STOPS = frozenset(',;.:()—–“”"')
_GOALS = frozenset("goal goals point points set sets run runs try tries length lengths".split())
_BEHIND = frozenset("down up behind ahead clear adrift".split())
_UNTIL, _MOVES = frozenset({"by", "until", "till"}), frozenset(
    "rose risen rise fell fall fallen grew grow increased increase decreased reduced reduce cut up"
    " down won win lost lose led lead ahead behind short lower higher beaten beat raised"
    " outnumbered multiplied divided shrank shrunk dropped drop climbed jumped".split()
)  # fmt: skip
_HOURS = 12
_DISPUTES = frozenset(
    "disputed disputes dispute denied denies deny contradicted contradicts contradict rejected"
    " rejects reject recalled insisted".split()
)
_ANYONE = frozenset("those anyone anybody people everyone".split())
_DAYTIMES = frozenset("morning afternoon evening".split())
_CLOCK = frozenset({"o'clock", "o’clock"})
_CITING = frozenset("citing quoting".split())
_WATCHERS = frozenset("reporters correspondents journalists photographers witnesses".split())
_SAW = frozenset("saw heard watched witnessed counted".split())
_WIDE, _NEAR = 10, 6  # words


def bounds(one: Quantity, words: Sequence[Token], at: int, before: Sequence[Quantity]) -> bool:
    """Return whether the number at word ``at`` counts nothing, but sets something.

    >>> from claimsync.extract.figures.quantities import quantities
    >>> from claimsync.extract.questions.sentences import cut
    >>> def asked(text):
    ...     [one] = quantities(text)
    ...     words = cut(text, 0, len(text))
    ...     return bounds(one, words, position(words, one.number_start), ())
    >>> asked("It shuts schools with fewer than 70 pupils."), asked("It has 70 pupils.")
    (True, False)
    >>> asked("Those in line by eight may vote."), asked("The toll fell by eight.")
    (True, False)
    """
    first = position(words, one.start)
    if one.kind == "money":
        return one.figure.qualifier in _BOUNDS and _generic(words, first)
    return (
        _threshold(one, words, first, before)
        or low_at(words, at + 1) in _CLOCK
        or (one.kind == "count" and one.noun is None and _hour(words, at))
        or _scored(words, at)
        or _tellers(words, at)
    )


def _threshold(
    one: Quantity, words: Sequence[Token], first: int, before: Sequence[Quantity]
) -> bool:
    """Return whether a number tells which ones are meant: *firms with more than 250 staff*."""
    if one.figure.qualifier not in _BOUNDS or one.noun is None:
        return False
    lead = low_at(words, first - 1)
    if lead in _HAVE:
        told = before[-1].end if before else 0
        return bool(before) and not any(
            word.text in _STOPS for word in words if told <= word.start < words[first].start
        )
    return lead in _WITH and _generic(words, first)


def _generic(words: Sequence[Token], first: int) -> bool:
    """Return whether a bound tells which of all there are: *households making over $90,000*."""
    lead, kind, owner = (low_at(words, first - step) for step in (1, 2, 3))
    if lead not in _WITH or owner in DETERMINERS or owner.isdecimal() or owner in SMALL:
        return False
    return kind in _ANYONE or (plural(kind) and not words[first - 2].text[:1].isupper())


def _hour(words: Sequence[Token], at: int) -> bool:
    """Return whether a number in words is an hour: *those who are in line by eight may vote*."""
    hour = 0 < SMALL.get(low_at(words, at), 0) <= _HOURS
    after = low_at(words, at + 1)
    timed = hour and low_at(words, at - 1) in _UNTIL
    if timed and after == "in" and low_at(words, at + 3) in _DAYTIMES:
        return True  # until six in the morning
    ends = after in AUXILIARIES or after in {"", ".", ",", "tonight", "today", "tomorrow"}
    near = {word.low for word in words[max(at - _WIDE, 0) : at - 1]}
    return timed and ends and near.isdisjoint(_MOVES)


def _scored(words: Sequence[Token], at: int) -> bool:
    """Return whether a number is how a match stands: *two goals down*, *pulled one back*."""
    after, behind = low_at(words, at + 1), low_at(words, at + 2)
    if low_at(words, at) == "one" and after == "back":
        return low_at(words, at - 1) in {"pulled", "pull", "pulls", "pulling"}
    goals = [low_at(words, at - step) for step in (3, 2, 1)]
    if goals[0] in SMALL and goals[1] in _GOALS and goals[2] == "to":
        return True  # by two goals to one
    won = behind == "to" and low_at(words, at + 3) in SMALL
    return after in _GOALS and (behind in _BEHIND or won)


def _tellers(words: Sequence[Token], at: int) -> bool:
    """Return whether a number is that of who speaks: *two of the survivors disputed this*."""
    if low_at(words, at) not in SMALL:
        return False
    end = at + 1 + 2 * (low_at(words, at + 1) == "of" and low_at(words, at + 2) in DETERMINERS)
    if low_at(words, at - 1) in _CITING:
        return plural(low_at(words, end)) and humans(low_at(words, end))
    if at:
        return False
    watch = {low_at(words, here) for here in range(end, end + _NEAR)}
    if not _WATCHERS.isdisjoint(watch) and not _SAW.isdisjoint(watch):
        return True  # two reporters at the scene saw
    return plural(low_at(words, end)) and low_at(words, end + 1) in _DISPUTES
