"""Senses: whether words that look like a stance take one where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.speech.speaking import REFUSED
from claimsync.extract.text.closed_words import (
    BE,
    DETERMINERS,
    GENITIVES,
    HAVE,
    PREPOSITIONS,
    PRONOUNS,
)
from claimsync.extract.text.wordings import NOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimsync.extract.text.words import Words

SPEECH = frozenset("said says say told tells announced warned wrote added according".split())
_COMPARES = frozenset(
    "beating beat beats above below than missing missed topping topped exceeding under over against"
    " with".split()
)
_REPORTS = frozenset(
    "reported reports claimed claims insisted promised telling saying estimated suggested argued"
    " predicted revealed confirmed acknowledged admitted maintained explained".split()
)
_DATES = frozenset("before until till soon".split())
_SELVES = frozenset("himself herself itself themselves myself yourself".split())
_BIRTHS = frozenset("child baby babies twins".split())
_ELECTORS = frozenset("senate parliament congress lawmakers council committee mps bishop".split())
_OWNERS = DETERMINERS - {"this", "that", "those", "both", "many", "more", "others"}
_NOUN_FOLLOWS = frozenset("was is were has had said of".split())
_NEAR = 12
_QUOTES = frozenset("“\"‘'")
_FEW = 5  # words of a subject
_PLANS = frozenset(
    "it plan deal scheme bill law levy tax proposal agreement project expansion reform budget offer"
    " package accord swap exchange ban cap".split()
)


def fits(words: Words, start: int, stop: int, id: str) -> bool:
    """Return whether the words of a rule have its sense: in her will, nothing will come.

    >>> from claimsync.extract.text.words import words
    >>> text = "She was named in her will."
    >>> fits(words(text, 0, len(text)), 5, 6, "will")
    False
    """
    test = _TESTS.get(id)
    return test is None or test(words, start, stop)


def _before(words: Words, start: int) -> str:
    """Return the word before."""
    return words.low[start - 1] if start else ""


def _ahead(words: Words, start: int, _: int) -> bool:
    """Return whether will, would and may are no noun, no name, no month and no habit."""
    low, before = words.low, _before(words, start)
    if words.capital(start) and (start > 0 or low[start] == "may"):
        return False
    if (
        before in _OWNERS
        or before == "you"
        or _NOUN_FOLLOWS.intersection(low[start + 1 : start + 2])
    ):
        return False
    told = low[start] != "would" or not (SPEECH | _REPORTS).isdisjoint(low)
    return told or _planned(words, start)


def _planned(words: Words, start: int) -> bool:
    """Return whether *would* is what a plan holds: *It would involve 60*, *The deal would free*."""
    low = words.low
    if "if" in low or start > _FEW or low[start + 1 : start + 2] in (["have"], ["not"]):
        return False
    return _before(words, start) in _PLANS


def _negates(words: Words, start: int, _: int) -> bool:
    """Return whether a plain negation is somebody's: what I did not, or was said not to."""
    quoted = words.low[0] in _QUOTES and start < _NEAR  # “There is no agreement,” he said
    said = words.low if quoted else words.low[max(0, start - _NEAR) : start]
    return _before(words, start) in {"i", "we"} or not SPEECH.isdisjoint(said)


def _disputes(words: Words, _: int, stop: int) -> bool:
    """Return whether somebody does not dispute something, and is not out of *the dispute*."""
    return words.low[stop - 1] != "dispute" or words.low[stop - 2] not in DETERMINERS | {"in"}


def _will_not(words: Words, _: int, stop: int) -> bool:
    """Return whether will not is said by somebody and does not only tell when."""
    low = words.low
    return not SPEECH.isdisjoint(low) and _DATES.isdisjoint(low[stop : stop + _NEAR])


def _questions(words: Words, start: int, _: int) -> bool:
    """Return whether there is a doubt, and not no doubt."""
    if words.low[start] not in {"in", "doubt"}:
        return True
    return _before(words, start) not in NOT | {"no", "a", "little", "any", "much"}


def _expects(words: Words, start: int, stop: int) -> bool:
    """Return whether a form of expect, or ``is to``, looks ahead."""
    low = words.low
    if low[start] == "forecast" and _before(words, start) in _OWNERS | {"a", "the"}:
        return _COMPARES.isdisjoint(
            low[max(start - 2, 0) : start]
        )  # beating a forecast of 2 percent
    if low[start] == "expecting":
        return _BIRTHS.isdisjoint(low[start:])
    if low[stop - 1] != "to" or stop - start > 2:  # noqa: PLR2004 - is to, are to
        return True
    following = low[stop] if stop < len(low) else "."
    return following.isalpha() and following not in DETERMINERS | PREPOSITIONS | {"blame"}


def _confirms(words: Words, start: int, stop: int) -> bool:
    """Return whether somebody confirms, and is not asked to, and nothing is called confirmed."""
    return _before(words, start) != "to" and not _adjective(words, start, stop)


def _denies(words: Words, start: int, stop: int) -> bool:
    """Return whether somebody denies that it is so, and does not deny bail, or himself sugar."""
    low, before = words.low, _before(words, start)
    if low[start : start + 2] == ["ruled", "out"] and before in BE:
        return False
    if _adjective(words, start, stop):
        return False
    if not low[start].startswith("den"):
        return True
    refused = (REFUSED | _SELVES).isdisjoint(low[start + 1 : start + 5])
    return refused and not (before in BE and low[start] == "denied")


def _adjective(words: Words, start: int, stop: int) -> bool:
    """Return whether a participle only describes the noun after it: 311 confirmed cases."""
    low, before = words.low, _before(words, start)
    if not low[start].endswith("ed"):
        return False
    following = low[stop] if stop < len(low) else "."
    if before not in BE:
        if low[start + 1 : stop + 1] == ["by"] and before not in HAVE:
            return True  # *videos verified by the agency*
        return before in PREPOSITIONS or before in DETERMINERS - PRONOUNS or before.isdigit()
    if low[start] != "confirmed":
        return following != "by"
    elected = not _ELECTORS.isdisjoint(low[stop : stop + 5])
    return elected or following not in {"by", ".", ",", "that", "on"}


def _taken_back(words: Words, start: int, _: int) -> bool:
    """Return whether a word is a verb: *the resort’s lift company* takes nothing back."""
    noun = words.low[start] in _NOUNS_TOO
    return not noun or _before(words, start) not in GENITIVES | DETERMINERS


_NOUNS_TOO = frozenset({"lift", "pull", "back"})


def _silent(words: Words, start: int, stop: int) -> bool:
    """Return whether somebody says nothing, and is not only *not authorised to speak*."""
    return _LEAVE.isdisjoint(words.low[start:stop])


_LEAVE = frozenset("authorised authorized allowed permitted".split())
_TESTS: Mapping[str, Callable[[Words, int, int], bool]] = {
    "will": _ahead,
    "may": _ahead,
    "negates": _negates,
    "neither": _disputes,
    "will-not": _will_not,
    "questions": _questions,
    "expects": _expects,
    "confirms": _confirms,
    "denies": _denies,
    "no-comment": _silent,
    "retracts": _taken_back,
}
