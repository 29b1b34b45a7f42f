"""Topics: whom a sentence without a cue speaks of, so that a pronoun after it can mean them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.chains import actor
from claimsync.extract.clauses import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIMES,
    VERBS,
    WEEKDAYS,
    appended,
    phrase_end,
)
from claimsync.extract.labels import SPEAKERS
from claimsync.extract.names import BODIES, EITHER
from claimsync.extract.number_words import SMALL

if TYPE_CHECKING:
    from claimsync.extract.names import Names
    from claimsync.extract.words import Words

_NOBODY = PRONOUNS | frozenset("there this that these all also some its his her their of".split())
_COUNTERS = frozenset(
    "counted counts put puts recorded registered lists gave gives speaks spoke tallied measured"
    " documented estimates estimated knows had have has".split()
)
_OWNED = frozenset("its his her their".split())
_NO_NAMES = DETERMINERS | WEEKDAYS
_WIDEST, _LONGEST = 8, 4  # words of a noun phrase, of a name


def topic(cut: Words, first: int, last: int, names: Names) -> None:
    """Note whom a sentence without a cue speaks of: it, in the next one, may mean that."""
    if cut.low[first] in EITHER:
        names.meant(cut.low[first])
        return
    first += len(("Label", ":")) * (cut.low[first + 1 : first + 2] == [":"])
    stop = phrase_end(cut, first, min(last, first + _WIDEST))
    if not first < stop < last:
        return
    if (acting := actor(cut, first, last)) is not None:
        names.acts(*cut.span(*acting))
        return
    if (name := _person(cut, first, last)) is not None:
        names.note(cut.text[slice(*name)], name[0])
        return
    stands = cut.low[first] in DETERMINERS and cut.low[stop] in AUXILIARIES
    named = appended(cut, stop, last)
    if stands or (named > stop and cut.capital(named - 1)):
        start, end = cut.span(first, max(named, stop) - 1)
        names.note(cut.text[start:end], start)


def rival(cut: Words, first: int, last: int) -> bool:
    """Return whether a sentence opens with somebody else, who may count for himself.

    *The fire is 15 percent contained* goes on with the fire service that spoke; *Police put the
    crowd at 900*, *Kolm Rail has 12 engines* do not.
    """
    low = cut.low
    stop = phrase_end(cut, first, min(last, first + _WIDEST))
    kin = low[first] in _OWNED and any(map(cut.capital, range(first + 1, stop)))
    if low[first] in _NOBODY and not kin:
        return False
    if not _COUNTERS.isdisjoint(low[first : min(stop + 3, last)]):
        return True
    closed = low[first] in DETERMINERS | PREPOSITIONS | TIMES | SUBORDINATORS
    for index in range(first, stop):
        word = low[index].removesuffix("’s").removesuffix("'s")
        if word in SPEAKERS or word in BODIES:
            return True
        if index > first and cut.capital(index) and low[index - 1] not in PREPOSITIONS:
            return True
    named = stop == first + 1 or low[first + 1 : first + 2] in (["’s"], ["'s"])
    return not closed and named and low[first] not in SMALL and not low[first].endswith("s")


def _person(cut: Words, first: int, last: int) -> tuple[int, int] | None:
    """Return the name that opens a sentence and does something: *Engineer Tor Mo* fixed it."""
    stop = first
    while stop < last and cut.capital(stop) and cut.low[stop] not in _NO_NAMES:
        stop += 1
    if not 1 < stop - first <= _LONGEST or stop >= last:
        return None
    acts = cut.low[stop].endswith("ed") or cut.low[stop] in VERBS
    return cut.span(first, stop - 1) if acts else None
