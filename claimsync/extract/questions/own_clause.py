"""What a clause says of its own figure only: a verb, a date or a *confirmed* of another is no such.

*140,000 pupils were affected and classes would resume on Monday*: the pupils are not yet to come.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.questions.sayings import RISES
from claimsync.extract.stances.senses import SPEECH
from claimsync.extract.text.closed_words import PASTS, SUBORDINATORS, VERBS, WEEKDAYS, is_past
from claimsync.extract.text.stems import without_genitive
from claimsync.extract.text.tokens import position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

_OPENS = SUBORDINATORS - {"and", "or", "than", "as", "but", "so", "yet", "nor"} | SPEECH
_CONFIRMS = frozenset({"confirmed", "confirms", "confirm"})
# What *as* begins no clause with: *as part of*, *as many as*, *as a result*.
_PHRASES = frozenset("of part well many much few early late soon a an usual planned".split())
BACK = frozenset({"after", "because", "since"})
_BEEN = PASTS - VERBS | {"was", "were", "had"}
_ITS, _OWN = frozenset({"its", "their"}), 5  # words
_DIRECTED = 3  # words of *to the south*
_WAYS = frozenset(
    "north south east west north-east north-west south-east south-west northeast northwest"
    " southeast southwest away inland offshore upstream downstream".split()
)
_LONG = frozenset("hours day days week weeks month months year years".split())
_BEYOND, _OTHER = frozenset({"after", "before", "since"}), frozenset("a an another similar".split())
_LED = frozenset("on in at by since until during from before after of".split())
_CASES, _NEAR = frozenset({"case", "cases", "infection", "infections"}), 4


def another_clause(between: str) -> bool:
    """Return whether the words between a figure and a verb open a clause of their own.

    >>> another_clause(" pupils were affected and that classes "), another_clause(" posts ")
    (True, False)
    """
    words = between.casefold().split()
    if any(word == "as" and after not in _PHRASES for word, after in pairwise(words)):
        return True  # *12 dead as families wait*
    return not _OPENS.isdisjoint(words) or words[-1:] == ["and"]  # *14 were found and fear that*


def parted(between: str) -> bool:
    """Return whether words behind a verb's clause lead into another one.

    >>> parted(", because the union counts "), parted(' "close to ')
    (True, False)
    """
    return ", " in between or another_clause(between)


def tells_past(words: Sequence[Token]) -> bool:
    """Return whether a sentence tells what was, and not only that somebody spoke.

    >>> from claimsync.extract.questions.sentences import cut
    >>> [tells_past(cut(text, 0, len(text)))
    ...  for text in ("Police said 12 were hurt", "Police said the hall holds 12")]
    [True, False]
    """
    return any(is_past(word.low) and word.low not in SPEECH for word in words)


def looks_back(between: str) -> bool:
    """Return whether words behind what is yet to come tell what has been: *after profit fell to*.

    >>> looks_back(" cut 900 jobs after profit fell to "), looks_back(" meet after the 12 ")
    (True, False)
    """
    words = between.casefold().split()
    back = next((at for at, word in enumerate(words) if word in BACK), len(words))
    return any(word in _BEEN or word.endswith("ed") for word in words[back + 1 :])


def days_apart(before: Sequence[str]) -> bool:
    """Return whether words lead to what was another day: *comes two days after a raid killed six*.

    >>> days_apart("two days after a raid".split()), days_apart("a day after it rained".split())
    (True, False)
    """
    return any(
        (unit in _LONG and word in _BEYOND and more in _OTHER)
        for unit, word, more in zip(before, before[1:], before[2:], strict=False)
    )


def found_as_cases(words: Sequence[Token], start: int) -> bool:
    """Return whether *confirmed* says how cases were found: *it had confirmed 3,412 cases*.

    >>> from claimsync.extract.questions.sentences import cut
    >>> [found_as_cases(cut(text, 0, len(text)), text.index("12"))
    ...  for text in ("it confirmed 12 cases", "it confirmed that 12 cases were found")]
    [True, False]
    """
    before = words[: position(words, start)]
    at = next((at for at, word in enumerate(before) if word.low in _CONFIRMS), len(before))
    behind = words[at + 1 : at + 2 + _NEAR]
    counted = bool(behind) and (behind[0].kind == "number" or behind[0].low in SMALL)
    if counted and not _ITS.isdisjoint(word.low for word in before[max(at - _OWN, 0) : at]):
        return True  # *its inspectors had confirmed 96*
    return counted and not _CASES.isdisjoint(word.low for word in behind)


def lies(words: Sequence[Token], end: int) -> bool:
    """Return whether a length tells where a place lies: *about 300 kilometres to the south*.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "in Osterad, 300 km to the south"
    >>> lies(cut(text, 0, len(text)), 18)
    True
    """
    near = [word.low for word in words if word.start >= end][:_DIRECTED]
    return bool(near) and (near[0] in _WAYS or (near[0] in {"to", "in"} and near[-1] in _WAYS))


def risen(words: Sequence[Token], toll: int, start: int) -> bool:
    """Return whether a toll that ends at ``toll`` rose to the figure at ``start``.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "The toll rose to 212 on Sunday"
    >>> risen(cut(text, 0, len(text)), 8, 17)
    True
    """
    return any(word.low in RISES for word in words[position(words, toll) : position(words, start)])


def day_in(said: str) -> str:
    """Return the day that a date of an undated page names.

    >>> day_in("Saturday evening's"), day_in("on Sunday"), day_in("on 10 March")
    ('Saturday', 'Sunday', '10 March')
    """
    words = [without_genitive(word.strip(",")) for word in said.split()]
    led = len(words) > 1 and words[0].casefold() in _LED
    return next((word for word in reversed(words) if word.casefold() in WEEKDAYS),
                " ".join(words[led:]))  # fmt: skip
