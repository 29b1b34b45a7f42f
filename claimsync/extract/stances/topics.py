"""Topics: whom a sentence without a cue speaks of, so that a pronoun after it can mean them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.speech.chains import OWN, actor
from claimsync.extract.speech.labels import SPEAKERS
from claimsync.extract.speech.mentions import BODIES, OFFICES, ROLES, head_of
from claimsync.extract.speech.names import EITHER
from claimsync.extract.speech.referents import IT
from claimsync.extract.text.clauses import appended, phrase_end
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    GENITIVES,
    HAVE,
    HOLDERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    SUBORDINATORS,
    TIMES,
    VERBS,
    WEEKDAYS,
    acting,
    is_adverb,
    is_past,
)
from claimsync.extract.text.stems import without_genitive

if TYPE_CHECKING:
    from claimsync.extract.speech.names import Names
    from claimsync.extract.text.words import Words

_NOBODY = PRONOUNS | frozenset("there this that these all also some its his her their of".split())
_COUNTERS = frozenset(
    "counted counts put puts recorded registered lists gave gives speaks spoke tallied measured"
    " documented estimates estimated knows had have has".split()
)
_SEES = frozenset({"saw", "heard", "watched", "witnessed"})  # for themselves
_MORE = frozenset({"further", "additional", "dozens", "hundreds", "thousands"})
_NONE = frozenset({"none", "nobody", "no-one", "half", "dozens", "hundreds", "thousands"})
_EVERY = frozenset({"each", "every"})  # *each tent sleeps six*
_CLOSED = DETERMINERS | PREPOSITIONS | TIMES | SUBORDINATORS | PRONOUNS
_NO_NAMES = DETERMINERS | WEEKDAYS
_ITS = frozenset({"it", "its"})
_PEOPLE = ROLES | OFFICES | HOLDERS
_WIDEST, _LONGEST = 8, 4  # words of a noun phrase, of a name
_AGE, _FAR = 2, 20  # digits; words


def topic(cut: Words, first: int, last: int, names: Names) -> None:
    """Note whom a sentence without a cue speaks of: it, in the next one, may mean that."""
    if (called := _called(cut, first, last)) is not None:
        names.acts(*cut.span(*called))
    else:
        _note(cut, first, last, names)


def _note(cut: Words, first: int, last: int, names: Names) -> None:
    """Note whom a sentence speaks of that no body opens by its name."""
    if cut.low[first] in EITHER:
        if cut.low[first] not in _NONE:  # *none of the crew was hurt, he said*
            names.meant(cut.low[first])
        return
    first += len(("Label", ":")) * (cut.low[first + 1 : first + 2] == [":"])
    stop = phrase_end(cut, first, min(last, first + _WIDEST))
    if not first < stop < last or _counted(cut, first, stop):
        if (some := _some_of(cut, first, last)) is not None:
            names.meant(cut.text[slice(*some)], some[0])
        return
    body = actor(cut, first, last) or _body(cut, first, stop, last) or _firm(cut, first, last)
    if body is not None:
        names.acts(*cut.span(*body))
        return
    if (name := _presented(cut, first, last)) is not None:
        names.note(cut.text[slice(*name)], name[0])
        return
    if (name := _person(cut, first, last)) is not None:
        names.note(cut.text[slice(*name)], name[0], speaks=False)
        bare = all(map(cut.capital, range(first, stop)))
        if bare and not _ITS.isdisjoint(cut.low[stop : last + 1]):
            names.acts(*name)  # *Kessel Coal has withdrawn its statement*
        return
    if cut.low[first + 1] in GENITIVES:
        names.owns(cut.text[slice(*cut.span(first, first))], cut.starts[first])
    if stop == first + 1 and cut.low[first] in DETERMINERS:
        names.known.forget(IT)  # *That is fair, but it explains three*
        return
    named = appended(cut, stop, last)
    stands = cut.low[first] in DETERMINERS and cut.low[stop] in AUXILIARIES
    if stands or (named > stop and cut.capital(named - 1)):
        start, end = cut.span(first, max(named, stop) - 1)
        names.note(cut.text[start:end], start, speaks=False)


def _behind_aside(cut: Words, comma: int, last: int) -> int:
    """Return where the verb stands behind an aside: *Alder, which owns it, has*; or ``comma``."""
    low, end = cut.low, min(last - 1, comma + _ASIDE)
    if low[comma] != "," or (_TELLS_MORE | DETERMINERS).isdisjoint(low[comma + 1 : comma + 2]):
        return comma
    return next((at + 1 for at in range(comma + 2, end) if low[at] == ","), comma)


_TELLS_MORE, _ASIDE = frozenset({"which", "known", "based", "owned"}), 14  # words


def _firm(cut: Words, first: int, last: int) -> tuple[int, int] | None:
    """Return the name of one word that does something: *Alder, which owns it, has 40 pits*."""
    low, verb = cut.low, first + 1
    if not cut.capital(first) or low[first] in _CLOSED or verb + 1 >= last:
        return None
    verb = _behind_aside(cut, verb, last)
    return (first, first) if low[verb] in HAVE - GENITIVES or low[verb] in VERBS else None


def _body(cut: Words, first: int, stop: int, last: int) -> tuple[int, int] | None:
    """Return the body that opens a sentence and does something: *Mardu's general staff gave*."""
    while stop - 1 > first and is_adverb(cut.low[stop - 1]):
        stop -= 1
    verb, kind = cut.low[_behind_aside(cut, stop, last)], head_of(cut.low[first:stop])
    acts = acting(verb) or (verb.endswith("s") and verb not in STOPS)
    return (first, stop - 1) if acts and kind in BODIES else None


def _called(cut: Words, first: int, last: int) -> tuple[int, int] | None:
    """Return the name of the body that opens a sentence: *The aid group Red Tent* published."""
    low = cut.low
    for at in range(first + 1, min(last - 2, first + _WIDEST)) if low[first] == "the" else ():
        if low[at] in BODIES and not cut.capital(at):
            stop = at + 1
            while stop < last and cut.capital(stop):
                stop += 1
            acts = stop < last and (is_past(low[stop]) or low[stop] in HAVE)
            return (at + 1, stop - 1) if acts and stop > at + 1 else None
    return None


def _some_of(cut: Words, first: int, last: int) -> tuple[int, int] | None:
    """Return some of a group who do something: *Two of the survivors* disputed this."""
    if cut.low[first + 1 : first + 3] != ["of", "the"]:
        return None
    near = range(first + 3, min(last, first + _LONGEST + 3))
    verb = next((at for at in near if cut.low[at].endswith("ed") or cut.low[at] in VERBS), 0)
    return cut.span(first, verb - 1) if verb > first + 3 else None


def _counted(cut: Words, first: int, stop: int) -> bool:
    """Return whether a phrase is a number of people or things: *A further 1,340 people*."""
    phrase = cut.low[first : min(stop, first + _LONGEST)]
    if phrase[:1] and _number(phrase[0]):
        return phrase[0] != "one"
    led = phrase[:1] and (phrase[0] in DETERMINERS or phrase[0][0].isdigit())
    return bool(led) and any(word in _MORE or word[0].isdigit() for word in phrase)


def _number(word: str) -> bool:
    """Return whether a word is a number, or none: *forty-one*, *41*, *none of them*."""
    return word[0].isdigit() or word.partition("-")[0] in SMALL or word in _NONE


def _presented(cut: Words, first: int, last: int) -> tuple[int, int] | None:
    """Return the person whom a sentence presents with an age: *among them was Ana Roe, 58,*."""
    for at in range(first + 2, last - 2):
        aged = cut.low[at] == "," and cut.low[at + 1].isdecimal() and len(cut.low[at + 1]) <= _AGE
        if aged and cut.low[at + 2] in {",", "."} and cut.capital(at - 1) and cut.capital(at - 2):
            start = at - 2
            while start > first and cut.capital(start - 1) and at - start < _LONGEST:
                start -= 1
            return cut.span(start, at - 1)
    return None


def rival(cut: Words, first: int, last: int) -> bool:
    """Return whether a sentence opens with somebody else, who may count for himself.

    *The fire is 15 percent contained* goes on with the fire service that spoke; *Police put the
    crowd at 900*, *Kolm Rail has 12 engines* do not.
    """
    low = cut.low
    if low[first] in OWN or low[first] in _EVERY or _named_acts(cut, first, last):
        return True
    stop = phrase_end(cut, first, min(last, first + _WIDEST))
    kin = low[first] in POSSESSIVES and any(map(cut.capital, range(first + 1, stop)))
    if low[first] in _NOBODY and not kin:
        return False
    counts = not _COUNTERS.isdisjoint(low[first : min(stop + 3, last)])
    counts = counts or not _SEES.isdisjoint(low[first : min(stop + _WIDEST, last)])
    if counts or (_number(low[first]) and low[first] != "one"):
        return counts  # *nine MPs abstained* tells of those counted
    closed = low[first] in _CLOSED
    for index in range(first, stop):
        word = without_genitive(low[index])
        if word in SPEAKERS or word in BODIES:
            return True
        if index > first and cut.capital(index) and low[index - 1] not in PREPOSITIONS:
            return True
    named = stop == first + 1 or low[first + 1 : first + 2] in (["’s"], ["'s"])
    return not closed and named and not low[first].endswith("s")


def _named_acts(cut: Words, first: int, last: int) -> bool:
    """Return whether a name of one word does something: *Ferrow plans a warehouse*."""
    low = cut.low
    if first + 2 >= last or low[first] in _CLOSED or low[first].endswith("s"):
        return False
    acts = low[first + 1].endswith(("s", "ed")) and low[first + 1] not in BE
    return acts and (low[first + 2] in DETERMINERS or low[first + 2][0].isdigit())


def _person(cut: Words, first: int, last: int) -> tuple[int, int] | None:
    """Return who opens a sentence and does something: *Engineer Tor Mo* fixed it."""
    low, far = cut.low, min(last, first + _FAR)
    end = next((at for at in range(first + 1, far) if low[at] == "," or _acts(cut, at)), 0)
    if not end or low[first] in _CLOSED - DETERMINERS:
        return None
    close = next((at for at in range(end + 1, far) if low[at] == ","), 0) if low[end] == "," else 0
    verb = close + 1 if low[end] == "," else end
    if verb in {1, last} or not _acts(cut, verb):
        return None
    somebody = head_of(low[first:end]) in _PEOPLE or _named(cut, first, end)
    held = close and (low[end + 1] in DETERMINERS or cut.capital(end + 1))  # *Roe, the mayor,*
    return cut.span(first, (close if held else end) - 1) if somebody else None


def _acts(cut: Words, at: int) -> bool:
    """Return whether a word is the verb of what stands before it."""
    word, after = cut.low[at], cut.low[at + 1 : at + 2]
    now = word.endswith("s") and not DETERMINERS.isdisjoint(after)  # *Ana Roe runs a port*
    return (acting(word) or now) and word not in GENITIVES and not cut.capital(at)


def _named(cut: Words, first: int, end: int) -> bool:
    """Return whether a phrase is a name, or ends with one behind an office: *manager Tor Mo*."""
    start = end
    while start > first and cut.capital(start - 1) and cut.low[start - 1] not in _NO_NAMES:
        start -= 1
    office = start > first and cut.low[start - 1] in _PEOPLE
    return 1 < end - start <= _LONGEST and (start == first or office)
