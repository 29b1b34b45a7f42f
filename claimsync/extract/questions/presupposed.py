"""Numbers that a sentence takes for granted: how things are, which ones are meant, and where.

*A nine-storey block*, *a father of two*, *those held are 16 or 17*, *the two trains*, *over five
regions* tell what is spoken of; nobody counts storeys, children, years, trains or regions there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import plural
from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.questions.place_words import AREAS, MANY
from claimsync.extract.questions.subject_words import KINDS
from claimsync.extract.text.closed_words import AUXILIARIES, PREPOSITIONS, is_adverb
from claimsync.extract.text.tokens import low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.text.tokens import Token

_HYPHENS = frozenset({"-", "‑", "–"})
# A 300-strong crowd counts its members, a 180-seat chamber its seats.
_COUNTED = frozenset("strong odd plus seat bed room member vehicle car".split())
_KIN = frozenset(
    "father mother parent dad mum mom grandfather grandmother parents widow widower single".split()
)
_BE = frozenset({"is", "are", "was", "were"})
_SOME = frozenset("some most many both several others all".split())
_PERSONS = frozenset(
    "he she who youngest oldest eldest victim victims suspect suspects man woman boy girl teenager"
    " child children pupil pupils student students girls boys men women driver those".split()
)
_CLOSING = frozenset({"", ",", ".", ";", ")", "”", '"', "?", "!", "—", "–", "when", "at", "and"})
_OLDEST = 120
_DEFINITE = frozenset("the these those its their his her our both".split())
_DOSES = frozenset("doses dose jabs jab shots".split())
_GENERAL = frozenset("protect protects give gives offer offers provide provides work last".split())
_WHERE = PREPOSITIONS - {"of", "for", "by", "with", "to", "from", "as", "into", "like", "than"}
_REGIONS = (
    AREAS
    | MANY
    | frozenset(
        "airports plants factories sites stations districts cities towns villages regions provinces"
        " states countries counties hospitals schools ports mines depots stores shops branches"
        " venues places prisons camps buildings warehouses yards bases wards offices".split()
    )
)
_FEW, _NEAR = 12, 6  # a number of things at hand; words
_AGES, _SPANS = frozenset({"aged", "ages"}), frozenset({"between", "from", "the", "of"})
_JOINS = frozenset({"and", "to", "or"})
_PARTIES = frozenset(
    "sides delegations partners allies countries parties governments neighbours neighbors nations"
    " states rivals powers leaders"
    " ministries capitals companies firms camps".split()
)
_MOST = frozenset(
    "largest biggest smallest busiest oldest youngest tallest richest poorest nearest main leading"
    " highest longest".split()
)
_MADE = frozenset(
    "founded established started created run owned written composed designed directed edited"
    " invented built".split()
)
_AFTER = frozenset({"after", "following", "despite", "in", "through", "for", "of"})
_TRIES = frozenset("attempts tries efforts seasons rounds ballots sittings innings".split())
_FAILED = frozenset(
    "failed straight consecutive successive unsuccessful abortive fruitless previous".split()
)
_HOLDING = frozenset(
    "holding carrying resting clutching wearing leaning balancing lifting pushing dragging waving"
    " wheeling sipping".split()
)
_HELD = frozenset("people hostages soldiers civilians prisoners policemen officers".split())
_LEADS = frozenset({"", ",", ":", "as", "after", "when", "while", "—", "–"})


def presupposed(
    one: Quantity, words: Sequence[Token], at: int, before: Sequence[Quantity] = ()
) -> bool:
    """Return whether the number at word ``at`` only describes what the sentence speaks of.

    ``before`` are the figures told before it in its sentence.

    >>> from claimsync.extract.figures.quantities import quantities
    >>> from claimsync.extract.questions.sentences import cut
    >>> def asked(text):
    ...     [one] = quantities(text)
    ...     return presupposed(one, cut(text, 0, len(text)), 1)
    >>> asked("A four-lane road was shut."), asked("The two roads were shut.")
    (True, False)
    """
    if one.kind != "count":
        return False
    end = _end(one, words, at)
    return (
        _attribute(words, end)
        or _family(one, words, at)
        or _aged(one, words, at, end)
        or _of_age(words, at)
        or _ranked(words, at, end)
        or (low_at(words, at), low_at(words, end)) == ("two", "sides")  # *as two sides swap*
        or _at_hand(words, at, end)
        or _between(words, at, end)
        or _regimen(one, words, at, end)
        or _makers(words, at, end)
        or _tried(words, at, end)
        or _in_hand(words, at, end)
        or (bool(before) and _spread_over(words, at, end, before))
    )


def _end(one: Quantity, words: Sequence[Token], at: int) -> int:
    """Return the position behind the number."""
    end = at
    while end < len(words) and words[end].start < one.number_end:
        end += 1
    return end


def _attribute(words: Sequence[Token], end: int) -> bool:
    """Return whether a number is part of a word that describes: *nine-storey*, *four-lane*."""
    if low_at(words, end) not in _HYPHENS or words[end].start != words[end - 1].end:
        return False
    glued = end + 1 < len(words) and words[end + 1].start == words[end].end
    word = low_at(words, end + 1)
    return glued and word.isalpha() and word not in _COUNTED and not plural(word)


def _family(one: Quantity, words: Sequence[Token], at: int) -> bool:
    """Return whether a number is that of somebody's children: *a father of two*."""
    kin = low_at(words, at - 1) == "of" and low_at(words, at - 2) in _KIN
    return kin and (one.noun is None or low_at(words, at + 1) in {"children", "young", "small"})


def _aged(one: Quantity, words: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a bare number behind *is* is how old people are: *the youngest is 11*."""
    number = one.figure.to or one.figure.number
    first = at
    while first > 0 and words[first - 1].start >= one.start:
        first -= 1
    while first > 0 and is_adverb(low_at(words, first - 1)):
        first -= 1
    if one.noun is not None or number is None or not 0 < number.value < _OLDEST:
        return False
    behind = max(end, at + 1)
    while behind < len(words) and words[behind].start < one.end:
        behind += 1
    if low_at(words, first - 1) not in _BE or low_at(words, behind) not in _CLOSING:
        return False
    clause = _clause(words, first - 1)
    if not clause or clause[0] == "there":
        return False
    many = low_at(words, first - 1) in {"are", "were"}
    part = clause[0] in _SOME or (one.figure.to is not None and not _PERSONS.isdisjoint(clause))
    return part if many else not _PERSONS.isdisjoint(clause)


def _of_age(words: Sequence[Token], at: int) -> bool:
    """Return whether numbers are ages: *aged between 52 and 80*, *the ages of six and 11*."""
    first, joined = at - 1, False
    while at - first <= _NEAR and (
        low_at(words, first) in _SPANS | _JOINS or (first >= 0 and words[first].kind == "number")
    ):
        joined = joined or low_at(words, first) in _JOINS
        first -= 1
    between = "between" in {low_at(words, at) for at in range(first - 2, at + 1)}
    ends = low_at(words, at + 1) in _CLOSING - {"and"}  # brothers, ages six and nine, died
    return low_at(words, first) in _AGES and (between or not joined or ends)


def happenings(one: Quantity, words: Sequence[Token], at: int, others: Sequence[Quantity]) -> bool:
    """Return whether what is counted only brings about what is: *two wildfires forced 900 out*.

    >>> from claimsync.extract.figures.quantities import quantities
    >>> from claimsync.extract.questions.sentences import cut
    >>> def asked(text):
    ...     told = list(quantities(text))
    ...     return happenings(told[0], cut(text, 0, len(text)), 0, told)
    >>> asked("Two wildfires forced 900 people out."), asked("Two blasts were heard at 12 sites.")
    (True, False)
    """
    if one.noun is None or SMALL.get(low_at(words, at), _FEW + 1) > _FEW or len(others) <= 1:
        return False
    noun = next((at for at, word in enumerate(words) if word.end == one.noun[1]), None)
    if noun is None or low_at(words, at - 1) not in _LEADS:
        return False
    happens = low_at(words, noun) in KINDS or low_at(words, noun).removesuffix("s") in KINDS
    return happens and low_at(words, noun + 1) not in AUXILIARIES


def _clause(words: Sequence[Token], at: int) -> list[str]:
    """Return the words of the clause that leads up to ``at``."""
    first = at
    while first > 0 and words[first - 1].kind in {"word", "number"} and at - first < _NEAR:
        first -= 1
    return [word.low for word in words[first:at]]


def _noun(words: Sequence[Token], end: int) -> int | None:
    """Return the position of the plural that a number counts, over an adjective or two."""
    for at in range(end, min(end + 3, len(words))):
        if words[at].kind != "word" or words[at].low in PREPOSITIONS | AUXILIARIES:
            return None
        if plural(words[at].low):
            return at
    return None


def _ranked(words: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a number is that of the first of their kind: *its three largest ports*."""
    lead = low_at(words, at - 1)
    owned = lead in _DEFINITE - {"these", "those"} or lead.endswith(("’s", "'s"))
    return owned and low_at(words, at) in SMALL and low_at(words, end) in _MOST


def _at_hand(words: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a number tells which things are meant: *on the two trains*.

    What *of* takes a part of, and what the sentence is about, may still be counted.
    """
    every = low_at(words, at - 1) == "all"
    if SMALL.get(low_at(words, at), _FEW + 1) > _FEW or not (
        every or low_at(words, at - 1) in _DEFINITE
    ):
        return False
    noun = _noun(words, end)
    if noun is None or every:  # for all three partners
        return noun is not None and words[noun].low in _PARTIES
    if words[noun].low in _PARTIES and low_at(words, at - 1) == "the":
        return True  # the two sides exchanged prisoners
    lead = low_at(words, at - 2)
    if lead in PREPOSITIONS and lead not in {"of", "to"}:
        return True
    if lead != "," or at < len(("X", ",", "the")) or not words[at - 3].text[0].isupper():
        return False
    after = low_at(words, noun + 1)  # *Hadra and Tolun, the two provinces struck by the quake*
    return (
        after.endswith(("ed", "ck", "en", "t"))
        or after in PREPOSITIONS
        or after in _CLOSING | {"where"}
    )


def _between(words: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a number tells how many sides something has: *between two trains*."""
    sides = low_at(words, at) in SMALL and low_at(words, at - 1) == "between"
    return sides and _noun(words, end) is not None


def _regimen(one: Quantity, words: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a number is a rule of use: *two doses protect most people*."""
    if low_at(words, at) not in SMALL or one.noun is None or low_at(words, end) not in _DOSES:
        return False
    return any(word.low in _GENERAL for word in words[end + 1 : end + 1 + _NEAR])


def _makers(words: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a number is that of who made or ran something: *founded by two brothers*."""
    if low_at(words, at) not in SMALL or low_at(words, at - 1) != "by":
        return False
    near = [word.low for word in words[max(at - 1 - _NEAR, 0) : at - 1]]
    return not _MADE.isdisjoint(near) and _noun(words, end) is not None


def _tried(words: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a number is how often something was tried: *after three failed rounds*."""
    noun = _noun(words, end)
    if low_at(words, at) not in SMALL or low_at(words, at - 1) not in _AFTER or noun is None:
        return False
    described = {word.low for word in words[end:noun]}
    return words[noun].low in _TRIES or not _FAILED.isdisjoint(described)


def _in_hand(words: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a number is of what somebody holds in a scene: *, resting two cans on her*."""
    noun = _noun(words, end)
    scene = low_at(words, at - 1) in _HOLDING and low_at(words, at - 2) == ","
    people = noun is not None and words[noun].low in _PERSONS | _HELD
    return scene and low_at(words, at) in SMALL and noun is not None and not people


def _spread_over(words: Sequence[Token], at: int, end: int, before: Sequence[Quantity]) -> bool:
    """Return whether a number of regions is where another figure is told of."""
    noun = _noun(words, end)
    if noun is None or words[noun].low not in _REGIONS:
        return False
    first = at
    while first > 0 and low_at(words, first - 1) in {"than", "least", "more", "some", "about"}:
        first -= 1 + (low_at(words, first - 1) == "least")
    told = before[-1]
    told_end = told.noun[1] if told.noun else told.end
    near = [word for word in words if told_end <= word.start < words[first].start]
    where = low_at(words, first - 1) in _WHERE
    return where and len(near) <= _FEW and all(word.kind == "word" for word in near)
