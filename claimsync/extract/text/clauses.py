"""Clauses: where a noun phrase beside a cue begins and ends, and what only joins clauses.

There is no grammar here, only closed classes of words: what may stand inside a noun phrase is
whatever is not on one of these lists, so that a name nobody has heard of is read like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    CONNECTIVES,
    CONTRACTING,
    DETERMINERS,
    GENITIVES,
    HOLDERS,
    MANNER,
    PERIODS,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    STOPS,
    SUBORDINATORS,
    TIMES,
    VERBS,
    WEEKDAYS,
    is_adverb,
    is_past,
)

if TYPE_CHECKING:
    from claimsync.extract.text.words import Words

Range = tuple[int, int]

_LONGEST_ASIDE = 9


_CLAUSE_WORDS = SUBORDINATORS | VERBS | AUXILIARIES | {"said", "says", "say"}


def clause_start(words: Words, last: int, first: int) -> int:
    """Return where the clause piece that ends with ``last`` begins, ``first`` or later."""
    low = words.low
    index = last
    while index > first:
        word = low[index - 1]
        if word in STOPS and not _joined(words, index - 1, first):
            return index
        if (
            word in _CLAUSE_WORDS
            and not _inside(words, index - 1, first)
            and not _points(low, index - 1, first)
        ):
            relative = _relative(low, index - 1, first)
            if not relative:
                return index
            index = relative
        index -= 1
    return index


def _points(low: list[str], index: int, first: int) -> bool:
    """Return whether *that* only points at a noun: *a survey in that year*."""
    return low[index] == "that" and index > first and low[index - 1] in PREPOSITIONS


def _relative(low: list[str], verb: int, first: int) -> int:
    """Return where the relative clause of a verb begins (companies that had insured), or 0."""
    if low[verb] in SUBORDINATORS:
        return 0
    for index in range(verb - 1, max(first, verb - 3) - 1, -1):
        if low[index] in {"who", "which", "that"} and index > first and low[index - 1] not in STOPS:
            return 0 if low[index - 1] in _CLAUSE_WORDS else index
    return 0


def _joined(words: Words, index: int, first: int) -> bool:
    """Return whether a stop only belongs to a name: Sen. Poe, (D-Ohio), St. Louis."""
    low = words.low
    if low[index] == ".":
        return index + 1 < len(low) and index > first
    if low[index] == "/":
        return index > first and index + 1 < len(low) and low[index + 1] not in STOPS
    if low[index] == ")":
        return "(" in low[max(first, index - _LONGEST_ASIDE) : index]
    if low[index] == "(":
        return ")" in low[index + 1 : index + _LONGEST_ASIDE]
    return low[index] == "," and index > first and "(" in low[max(first, index - 4) : index]


def _inside(words: Words, index: int, first: int) -> bool:
    """Return whether a joining word or verb form stands within a noun phrase."""
    word = words.low[index]
    if word in {"and", "or"}:
        return _coordinates(words, index, first)
    if word in {"’s", "'s", "’d", "'d"}:
        return word[1] == "s" and index > first and words.low[index - 1] not in CONTRACTING
    if word in VERBS:
        return names(words, index)
    if word == "being":
        return index > first and words.low[index + 1].endswith("ed")
    if word in {"will", "may", "might", "can"}:
        return words.capital(index) and index > first
    return False


def names(words: Words, index: int) -> bool:
    """Return whether a verb with a capital behind a small word is part of a name: the Met Office.

    >>> from claimsync.extract.text.words import words
    >>> names(words("the Met Office"), 1), names(words("Police met him"), 1)
    (True, False)
    """
    opens = index > 0 and words.low[index - 1] in DETERMINERS | PREPOSITIONS
    return opens and words.capital(index) and not words.capital(index - 1)


def _coordinates(words: Words, index: int, first: int) -> bool:
    """Return whether ``and`` joins two noun phrases and not two clauses."""
    low = words.low
    if low[index - 1] in TIMES and low[index + 1 : index + 2] and low[index + 1] not in TIMES:
        return False  # *fell on Thursday and the bank said*
    for left in range(index - 1, max(first, index - 12) - 1, -1):
        word = low[left]
        if word in STOPS and word not in {".", ")", "("}:
            return left < index - 1 and word == "," and _opens(words, left + 1)
        if word in SUBORDINATORS:
            return word == "that"
        if _acts(words, left):
            return False
    return index > first


def _acts(words: Words, index: int) -> bool:
    """Return whether a word is the verb of a clause."""
    word = words.low[index]
    auxiliary = word in AUXILIARIES and word not in GENITIVES
    return word in VERBS or auxiliary or (is_past(word) and not words.capital(index))


def _opens(words: Words, index: int) -> bool:
    """Return whether a word may open a noun phrase that speaks: *the lake and river patrol*."""
    return words.low[index] in _ARTICLES or bool(words.capital(index))


_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our"})
_NO_HEADS = (
    PREPOSITIONS
    | AUXILIARIES
    | frozenset("the a an when while if whether because since unless although".split())
)


def subject(words: Words, last: int, first: int) -> Range | None:
    """Return the noun phrase that ends with ``last``, if the words before a verb form one."""
    low = words.low
    if last < first or (low[last] in STOPS and low[last] not in {")", "."}):
        return None
    if low[last] in PRONOUNS or low[last] in {"this", "that", "those", "others", "some"}:
        return last, last
    start = _trimmed(words, clause_start(words, last, first), last)
    if start > last or (low[last] in _NO_HEADS and low[last] not in GENITIVES):
        return None
    return _second(words, start, last), last


def _second(words: Words, start: int, last: int) -> int:
    """Return where the second of two noun phrases begins: *a toll* | *the ministry* says will rise.

    An article stands within one only behind what joins nouns.
    """
    low = words.low
    for at in range(last, start, -1):
        before = low[at - 1]
        joined = before in _JOINING or before in STOPS or before.endswith("ing")
        if low[at] in _ARTICLES and not joined and not words.capital(at):
            return at
        if before in _TOLD_OF and words.capital(at):
            return at
    return start


_JOINING = (
    PREPOSITIONS
    | GENITIVES
    | frozenset(
        "and or all both half ’ ' not than around behind above below beyond off plus".split()
    )
)
_TOLD_OF = frozenset(
    "number figure charge claim issue toll total sum amount move decision case problem step level"
    " rate share something cost price".split()
)


def _trimmed(words: Words, start: int, last: int) -> int:
    """Return where the noun phrase begins once connectives and adverbials are left out."""
    low = words.low
    while start < last:
        word = low[start]
        if word in CONNECTIVES or (
            is_adverb(word) and words.capital(start + 1) is not None and _adverbial(words, start)
        ):
            start += 1
        elif word in {"last", "this", "earlier", "late", "next"} and low[start + 1] in PERIODS:
            start += 2
        elif word in PREPOSITIONS or word in {"speaking", "asked"}:
            return _local(words, start, last)
        else:
            return start
    return start


def _adverbial(words: Words, index: int) -> bool:
    """Return whether an adverb at the head of a clause bears on the clause."""
    return words.low[index] not in {"first", "last", "further"}


def _local(words: Words, start: int, last: int) -> int:
    """Return where the last noun phrase after a prepositional opening begins."""
    low = words.low
    index = last
    if words.capital(last):
        while (
            index - 1 > start
            and (words.capital(index - 1) or low[index - 1] in {".", "-", "&"})
            and low[index - 1] not in WEEKDAYS
        ):
            index -= 1
    while index - 1 > start:
        word = low[index - 1]
        if word in PREPOSITIONS or word in TIMES or word in STOPS or word.isdigit():
            break
        lower = not words.capital(index) and low[index] not in GENITIVES
        if words.capital(index - 1) and lower and word not in DETERMINERS:
            break
        index -= 1
        if word in DETERMINERS:
            break
    return index


def phrase_end(words: Words, first: int, end: int) -> int:
    """Return the end, not included, of the noun phrase that begins with ``first``."""
    low = words.low
    index = first
    while index < end:
        word = low[index]
        if word in STOPS:
            if word == "." and index + 1 == end:
                break
            if not _joined(words, index, first) or (word == "(" and not _short(low, index)):
                break
            index += 1
            continue
        if index > first and (
            word in _PHRASE_ENDS
            or word in WEEKDAYS
            or (word in AUXILIARIES and not _inside(words, index, first))
            or (word in VERBS and not names(words, index))
            or (word in {"in", "on", "at", "during"} and _adjunct(words, index, end))
        ):
            break
        index += 1
    return index


_PHRASE_ENDS = frozenset(
    "that which who whom whose when where while because if since until though although as after"
    " before but so than said says told saying adding yesterday today earlier later during".split()
)


def _adjunct(words: Words, index: int, end: int) -> bool:
    """Return whether a preposition opens a time, a place of speech or a manner."""
    for word in words.low[index + 1 : min(end, index + 6)]:
        if word in WEEKDAYS or word in MANNER or word.isdigit():
            return True
        if word in STOPS or word in PREPOSITIONS:
            return False
    return False


def _short(low: list[str], index: int) -> bool:
    """Return whether a bracket holds no more than a party and a state: (D-Ohio)."""
    return ")" in low[index : index + 8]


def before_time(low: list[str], before: int, first: int) -> int:
    """Return the last word before a time that is set behind a noun: *X this week said*."""
    if before - 1 > first and low[before] in PERIODS and low[before - 1] in _WHICH_TIME:
        before -= 2
        return before - (low[before] == "late")
    if before - 1 > first and low[before].isdigit() and low[before - 1] in _DATING:
        return before - 2
    return before


_WHICH_TIME = WEEKDAYS | {"this", "last", "yesterday", "earlier", "late"}
_DATING = frozenset({"in", "from", "since"})


def antecedent(words: Words, last: int, first: int) -> Range | None:
    """Return the noun phrase just before a relative pronoun."""
    low = words.low
    last = before_time(low, last, first)
    if low[last] in STOPS or low[last] in _CLAUSE_WORDS or low[last] in PREPOSITIONS:
        return None
    last -= last > first and _tells(words, last) and bool(words.capital(last - 1))
    start = _local(words, clause_start(words, last, first) - 1, last)
    start += start < last and _tells(words, start) and not words.capital(start)
    acts = low[start].endswith("ing") and start > first and low[start - 1] == ","
    return start + (acts and start < last), last  # "…, contradicting police, who said nine"


def _tells(words: Words, index: int) -> bool:
    """Return whether a verb of speech stands beside a name: *P, the Post reports, which says Q*."""
    cue = words.cues.get(words.low[index])
    return cue is not None and cue.form in {"s", "past"}


def appended(words: Words, comma: int, end: int) -> int:
    """Return where what tells more of a name after ``comma`` ends, or ``comma`` if nothing does."""
    low = words.low
    if comma >= end or low[comma] != "," or comma + 2 >= end:
        return comma
    opening = low[comma + 1]
    if low[comma + 2] == "than" or opening == "that":
        return comma  # "according to X, more than twice as many"; "said, according to X, that P"
    if (
        opening not in {"who", "whose", "now", "then", "formerly"}
        and opening not in DETERMINERS
        and ROLES.isdisjoint(low[comma + 1 : comma + 4])
        and not _person(words, comma, end)
    ):
        return comma
    if opening == "who" and _speaks(low, comma + 2):
        return comma
    index = comma + 1
    while index < end and (low[index] not in STOPS or _joined(words, index, comma + 1)):
        index += 1
    return index - 1 if index == end and low[index - 1] == "." else index


def _person(words: Words, comma: int, end: int) -> bool:
    """Return whether the name of who holds an office follows it: Kolm's coach, Ulla Brink."""
    low, first = words.low, comma + 1
    stop = first
    while stop < end and words.capital(stop):
        stop += 1
    if not 1 < stop - first <= _LONGEST_NAME or not (stop == end or low[stop] in STOPS):
        return False
    if low[stop : stop + 1] in ([], ["."]) and not words.capital(comma - 1):
        return True  # "said the park's warden, Joel Banda."
    return not HOLDERS.isdisjoint(low[max(comma - _OFFICE, 0) : comma])


_LONGEST_NAME, _OFFICE = 3, 6  # words


def _speaks(low: list[str], index: int) -> bool:
    """Return whether a relative clause tells what else its subject says."""
    return any(word in _SPEECH for word in low[index : index + 3])


_SPEECH = frozenset("said says added told asked noted emphasized stressed insisted argued".split())
