"""Targets: what exactly a stance bears on, before or after the words that take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.stances.senses import SPEECH
from claimsync.extract.stances.stance_words import CLASSES
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    BE,
    DO,
    HAVE,
    MODALS,
    RELATIVES,
    STOPS,
    TIMES,
    VERBS,
)
from claimsync.extract.text.cues import forms
from claimsync.extract.text.wordings import NOT
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Range
    from claimsync.extract.text.words import Words

Span = tuple[int, int]
_OPENING = frozenset("that whether if of on about to over".split())
_REPORTS = frozenset("reports report claims claim suggestions rumours rumors allegations".split())
_NEW_CLAUSES = frozenset(
    "nor but and while although though because saying adding citing he she it they said".split()
)
_TELLING_MORE = frozenset({"where", "whose", "which", "who"})
POINTERS = frozenset("it this that these those them".split())
_CLOSING = frozenset(
    ". , ; as on in at by when after but and outright either too calling saying".split()
)
_JOINS = frozenset({"but", "while", "and", "although", "though"})
_ACTIVE = frozenset({"no-comment", "cannot-verify", "unaware"})  # whose subject takes the stance
_SELVES = frozenset({"i", "we"})
_LATE = frozenset("also later so still".split())
_FENCES = frozenset({";", "—", "–", ":", ",", "“", '"'})
_SHORT = 4
_FINITE = BE | HAVE | MODALS | DO | VERBS | {"died"}
_NO_CLAUSE = RELATIVES | STOPS | {"and", "but"}
_SUBJECT = 6  # words of a subject before its verb
_NOUNS = frozenset({"forecast", "forecasts", "outlook", "guidance"})
_AFTERWARDS = frozenset("after as because since when amid following".split())
_OF = (["that"], ["of"])
_COMING = frozenset({"will", "expects", "may"})
_AND_THAT = (["and", "that"], ["but", "that"])  # *none will go and that 31 have left*
_CLAUSES = (["that"], ["whether"], ["if"])


def target(words: Words, start: int, stop: int, rule: str, *, passive: bool) -> Span | None:
    """Return what the words of a rule, the end not included, bear on.

    >>> from claimsync.extract.text.words import words
    >>> text = "The toll could not be verified."
    >>> text[slice(*target(words(text, 0, len(text)), 2, 6, "cannot-verify-before", passive=True))]
    'The toll'
    """
    enclosed = _enclosed(words.low, start, stop)
    if enclosed is not None:
        return words.span(*enclosed)
    after = None if passive else _after(words, _object(words, start, stop, rule), start, rule)
    return after or _ahead_of(words, start, passive=passive, acts=rule in _ACTIVE)


_CONTRASTS = frozenset({"while", "whereas"})
_TURNS_ON = frozenset(
    form
    for verb in ("accuse", "blame", "insist", "urge", "demand", "vow", "criticise", "condemn",
                 "stress", "maintain", "call", "describe", "dismiss", "warn", "argue", "complain")
    for _, form in forms(verb)
)  # fmt: skip
_NAMING = frozenset(
    form
    for verb in ("call", "describe", "brand", "label", "dismiss", "reject", "denounce", "decry")
    for _, form in forms(verb)
)
_LEADING = frozenset("as a an pure mere complete total “ ‘".split()) | {'"', QUOTE}


def _enclosed(low: list[str], start: int, stop: int) -> Range | None:
    """Return what stands within the words of a rule: *called reports of 12 dead a lie*."""
    if low[start] not in _NAMING or low[stop - 1] not in CLASSES["fake"] | CLASSES["doubtful"]:
        return None
    last = stop - 2
    while last > start and low[last] in _LEADING:
        last -= 1
    return (start + 1, last) if last > start else None


def clause_end(words: Words, start: int) -> int:
    """Return where the clause goes to that begins after a cue."""
    low = words.low
    index = start
    while index < len(low):
        word = low[index]
        if word in {";", "—", "–", "?", "!", "”", '"'}:
            return index
        if (
            word in {"and", "but"}
            and index > start
            and not (SPEECH | _TURNS_ON).isdisjoint(low[index + 1 : index + 2])
        ):
            return index  # denied that it was so and said, accused, insisted that …
        anew = word in {"and", "so"} and low[index + 1 : index + 2] and low[index + 1] in _SELVES
        if (word == "," and _leaves(low, index + 1)) or (word in _CONTRASTS and index > start):
            return index
        if anew and index > start:
            return index  # We don't comment on visits and I cannot confirm this one
        if word == "." and (index + 1 == len(low) or words.capital(index + 1)):
            return index
        index += 1
    return index


def _tells_more(low: list[str], index: int) -> bool:
    """Return whether a relative clause ends the sentence: *its plant in Orm, where 740 work*."""
    at = index + (low[index : index + 2] in (["in", "which"], ["of", "whom"], ["at", "which"]))
    return low[at : at + 1] != [] and low[at] in _TELLING_MORE and "," not in low[at:]


def told_until(words: Words, first: int, last: int) -> int:
    """Return the last word of what is not spoken to, without what is told of it besides."""
    low = words.low[: last + 1]
    commas = (at for at in range(first + 1, last) if low[at] == ",")
    return next((at - 1 for at in commas if _tells_more(low, at + 1)), last)


def _leaves(low: list[str], index: int) -> bool:
    """Return whether what follows a comma is no longer part of the clause."""
    if low[index : index + 1] and low[index] in _NEW_CLAUSES:
        return True
    if _tells_more(low, index):
        return True
    return not SPEECH.isdisjoint(low[index : index + 7])


def _object(words: Words, start: int, stop: int, rule: str) -> int:
    """Return where what a stance bears on begins: a statement that the rule names is part of it."""
    low = words.low
    if rule == "expects" and low[start].startswith("expect"):
        return start + 1
    last = stop - 1
    if last > start and _points(low, last):
        return last
    named = last > start and (low[last] in CLASSES["saying"] or low[last] in CLASSES["stated"])
    if named and low[stop : stop + 1] != ["that"]:
        verb = start
        while verb + 1 < last and (low[verb] in NOT or low[verb] in AUXILIARIES):
            verb += 1
        return verb + 1
    return stop


def _points(low: list[str], at: int) -> bool:
    """Return whether a word is all that a stance bears on: *denied that on Monday*."""
    if low[at : at + 1] == [] or low[at] not in POINTERS:
        return False
    after = low[at + 1 :]
    if after and after[0] not in _CLOSING:
        return False
    return low[at] != "that" or after[:1] == [","] or not any(
        word in _FINITE or word.endswith("ed") or is_number(word) for word in after
    )  # fmt: skip


def _joined_end(low: list[str], start: int, end: int, cue: int) -> int:
    """Return where another clause is joined to a negated one: *was not closed and 12 were hurt*."""
    for at in range(start, end - 1):
        if low[at] == "but" or (low[at] == "and" and _clause(low, at + 1, cue, start)):
            return at
    return end


def _thing_end(low: list[str], start: int, end: int) -> int:
    """Return where a thing ends that a verb of its own follows: *the report and arrested 12*."""
    for at in range(start, end - 2):
        if low[at] in _FINITE or low[at] == "that":
            return end
        acts = low[at] in {"and", "but"} and low[at + 1].endswith("ed")
        if acts and at > start and is_number(low[at + 2]):
            return at
    return end


def _clause(low: list[str], at: int, cue: int, start: int) -> bool:
    """Return whether a clause with its own verb begins at ``at``, which no *not* before reaches."""
    if low[at] == "that":
        return low[start] not in {"that", "whether"}
    if low[at].endswith("ed"):
        shares = low[start].endswith(("ed", "en")) or not HAVE.isdisjoint(low[cue:start])
        return not shares
    for word in low[at + 1 : at + 1 + _SUBJECT]:
        if word in _NO_CLAUSE:
            return False
        if word in _FINITE:
            return True
    return False


def _after(words: Words, start: int, cue: int, rule: str) -> Span | None:
    """Return what a stance bears on, after its cue."""
    low = words.low
    end = clause_end(words, start)
    if words.low[start : start + 1] in (["and"], ["but"]):
        return None
    if start < end and low[start] in {",", ":", "“", '"', "”", "by"}:
        return None
    if _points(low, start):
        return words.span(start, start)
    if low[start : start + 1] in (["on"], ["in"], ["at"]) and _times(low, start + 1, end):
        return None
    clause = low[start : start + 1] in _CLAUSES
    while start < end and (
        low[start] in _OPENING or (low[start] in _REPORTS and low[start + 1 : start + 2] in _OF)
    ):
        start += 1
    if rule in _COMING:
        end = next((at for at in range(start, end - 1) if low[at : at + 2] in _AND_THAT), end)
    if rule == "negates":
        end = _joined_end(low, start, end, cue)
    elif not clause:
        end = _thing_end(low, start, end)
    if rule == "expects" and low[cue] in _NOUNS and not clause:
        end = next((at for at in range(start, end) if low[at] in _AFTERWARDS), end)
    while end > start and low[end - 1] in STOPS:
        end -= 1
    return words.span(start, end - 1) if start < end else None


def _times(low: list[str], start: int, end: int) -> bool:
    """Return whether only a time stands between two words."""
    return end - start <= _SHORT and any(word in TIMES or word.isdigit() for word in low[start:end])


def _ahead_of(words: Words, stop: int, *, passive: bool, acts: bool) -> Span | None:
    """Return what a stance bears on, before its cue: the subject of a passive, or a quotation.

    The subject of a verb that ``acts`` is who takes the stance.
    """
    low = words.low
    last = stop - 1
    while last >= 0 and (low[last] in AUXILIARIES or low[last] in STOPS or low[last] in _LATE):
        last -= 1
    first = last
    while (
        first > 0
        and low[first - 1] not in _FENCES
        and not (low[first - 1] in SPEECH and low[first - 1] != "according")
    ):
        first -= 1
    behind = not passive and low[first] not in _JOINS
    if behind and first > 1 and last - first < _SHORT and low[first - 1] in {",", "”", '"'}:
        last = first - 1
        while last >= 0 and low[last] in STOPS:
            last -= 1
        first = last
        while first > 0 and low[first - 1] not in {";", ":", "“", '"'}:
            first -= 1
        if low[first] in {"yes", "no"} and low[first + 1 : first + 2] == [","]:
            first += 2
    elif acts:
        return None
    while first < last and low[first] in _OPENING:
        first += 1
    return words.span(first, last) if 0 <= first <= last else None
