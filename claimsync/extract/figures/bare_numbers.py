"""Bare numbers: whether digits without a unit are a year, an age, part of a name or a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.not_quantities import NONE, OLDEST, is_month, whole, year_at
from claimsync.extract.figures.nouns import STOPS
from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.text.closed_words import acting

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line

_CAPITAL_HEADS = frozenset(
    "group game house big top bottom last court area line war figure act case p day week building "
    "block school number size class model unit ward district bloc round table bill law".split()
)
_SURE_YEAR = frozenset("in since until till during late early mid year circa".split())
_FAR_YEARS = range(2101, 2201)


def year(line: Line, at: int, *, counted: bool) -> bool:
    """Return whether the four digits at ``at`` are a year; ``counted`` if a noun stands behind.

    >>> from claimsync.extract.figures.lines import Line
    >>> year(Line.of("in 2014"), 1, counted=False), year(Line.of("all 2000 men"), 1, counted=True)
    (True, False)
    """
    before = line.word(at - 1)
    if not year_at(line, at):
        return before in {"by", "in", "until"} and not counted and whole(line, at) in _FAR_YEARS
    if before in _SURE_YEAR or not counted:
        return True
    if before in {"the", "this", "last", "next", "'s"} or is_month(line, at - 1):
        return True
    return line.capital(at - 1) and before not in STOPS


# Things that bear numbers; where a noun stands behind, as in by train 300 people, they do not.
_NUMBERED = frozenset(
    "row rows seat seats train trains bus tram engine track lane lines gates rooms road street "
    "reactor shaft sector hangar quay ward bed camp hotline call phone tel platform car".split()
)


def named(line: Line, first: int, last: int, *, counted: bool) -> bool:  # noqa: PLR0911 - one return a form
    """Return whether the bare number in tokens ``first`` to ``last`` belongs to a name.

    ``counted`` says that a noun in small letters stands behind it, as in *In Kyiv 12 people*.

    >>> from claimsync.extract.figures.lines import Line
    >>> named(Line.of("Flight 370 vanished"), 1, 2, counted=False)
    True
    >>> named(Line.of("In Kyiv 12 people"), 2, 3, counted=True)
    False
    """
    before = line.word(first - 1)
    capital = line.capital(first - 1)
    if before == "." and line.word(first - 2) in {"no", "nos", "nr"}:
        return True
    if before == "number" and line.word(first - 2) in _OWNERS:
        return line.grammar.on("name-head")  # his number 10
    if before in {"#", "№"} or (before in _NUMBERED and not counted):
        return True
    if before in {"day", "week"} and not counted and line.word(first - 2) in _ON:
        return True  # on day 418 of the war
    if before in line.grammar.words.get("name-head", NONE) and (
        capital or before not in _CAPITAL_HEADS
    ):
        return not (before in STOPS and not capital) and _head_said(line, first - 1)
    if line.kind(first) == "word":
        if before in {"top", "bottom"} and not counted:
            return True
        return (
            line.capital(first)
            and _inside(line, first)
            and line.capital(last)
            and (before == "the" or capital)
        )
    if not capital or before in STOPS or before in _SAID or line.word(last) == "of":
        return False  # *gave the Greens 12 of the 40 seats*
    return not counted or _odd_capital(line.texts[first - 1])


_ON = frozenset({"on", "by", "from", "since", "until"})
_OWNERS = frozenset("the a his her their its my our your".split())


def _head_said(line: Line, at: int) -> bool:
    """Return whether *no* at ``at`` may be a number's head: not in *no 12 people*."""
    return line.word(at) not in {"no", "last", "number"} or line.capital(at)


def _inside(line: Line, at: int) -> bool:
    """Return whether the token at ``at`` stands inside a sentence."""
    return at > 0 and line.kind(at - 1) == "word"


def _odd_capital(word: str) -> bool:
    """Return whether a word has capitals past its first letter but not throughout: iPhone."""
    return any(sign.isupper() for sign in word[1:]) and len(word) > 1 and not word.isupper()


# Capitalised at the head of a sentence or in a headline, these are no names.
_SAID = frozenset(
    """
    about around some nearly almost over under only just exactly roughly approximately least most
    than all both another other more fewer less killed kills dead injured wounded kill killing
    were are was had has have only further remaining total police officials meanwhile however
    today yesterday today's now still also then among including only another these those first last
    next final nearly every least each as many much another monday tuesday wednesday thursday friday
    saturday sunday rescued arrested detained says said plus minus up down fell rose gained lost
    """.split()
)


_YOUNG = frozenset(
    "children boys girls kids people adults women men anyone those all patients "
    "pupils students residents voters teenagers babies workers players them".split()
)
_AS_THEY_DO = frozenset("travel pay live stay go get make vote need eat work".split())


def aged(line: Line, first: int, last: int) -> bool:  # noqa: PLR0911 - one return a form
    """Return whether the bare number in tokens ``first`` to ``last`` is an age.

    >>> from claimsync.extract.figures.lines import Line
    >>> aged(Line.of("John Doe, 66, has"), 3, 4), aged(Line.of("In May, 66, it said"), 3, 4)
    (True, False)
    """
    before = line.word(first - 1)
    if before in line.grammar.words.get("age", NONE) or (
        before == "of" and line.word(first - 2) == "age"
    ):
        return True
    value = SMALL.get(line.word(first), whole(line, first)) if last == first + 1 else -1
    if 0 < value < OLDEST and _at_an_age(line, first, last):
        return True
    if before in {"was", "is", "turned", "be", "turns"} and line.kind(last) in {"punct", ""}:
        here = first - 3 if line.word(first - 2) in {"will", "would"} else first - 2
        return line.word(here) in {"he", "she"} and 0 < value < OLDEST
    if not 0 < value < OLDEST:
        return False
    person = line.capital(first - 2) and not is_month(line, first - 2)
    someone = line.word(first - 2) in line.grammar.words.get("article-one", NONE)
    whose = line.word(first - 2)
    if before in {"under", "over"} and (
        whose in _YOUNG or whose in line.grammar.words.get("age", NONE)
    ):
        behind = line.word(last)
        return line.kind(last) in {"punct", ""} or behind in STOPS or acting(behind) or (
            behind in _AS_THEY_DO
        )  # fmt: skip
    if before == "now" or line.low[first - 3 : first] in (
        ["as", "young", "as"],
        ["as", "old", "as"],
    ):
        return line.word(last) in {",", ".", ")"}
    if before == "," and someone and line.word(last) == ",":
        return True  # a woman, 34, was hurt
    if before == "," and person and line.word(last) in {",", ".", ";", "and", "—", "–", "―"}:
        return line.capital(first - 3) or line.word(last) == ","
    return before == "(" and line.word(last) == ")" and (person or someone)


def _at_an_age(line: Line, first: int, last: int) -> bool:
    """Return whether a number says when in a life: *Roe was 17 when*, *who died at 27*."""
    before, behind = line.word(first - 1), line.word(last)
    if before == "at" and first == 1:
        return behind in {"he", "she"} or line.low[last : last + 2] in ([",", "he"], [",", "she"])
    if before == "at":
        counts = line.word(first - 3) == "of"  # *put the number of dead at 12*
        return line.word(first - 2) in _DYING and not counts and line.kind(last) in {"punct", ""}
    when = behind == "when" or line.low[last : last + 3] == ["at", "the", "time"]
    named = line.capital(first - 2) and line.word(first - 2) not in STOPS and (
        first - 2 == 0 or line.capital(first - 3) or line.kind(first - 3) == "punct"
    )  # fmt: skip
    someone = named or line.word(first - 2) in {"who", "he", "she"}
    return before in {"was", "is"} and when and someone


_DYING = frozenset({"dead", "died", "dies"})


def addressed(line: Line, last: int) -> bool:
    """Return whether a street's name stands from token ``last`` on: *at 12 Mill Street*.

    >>> from claimsync.extract.figures.lines import Line
    >>> addressed(Line.of("12 Mill Street"), 1), addressed(Line.of("12 Mill workers"), 1)
    (True, False)
    """
    for at in range(last, last + _STREET_NAME):
        if not line.capital(at):
            return False
        if at > last and line.word(at) in _STREETS:
            return True
    return False


_STREETS = frozenset(
    "street road avenue lane square drive boulevard terrace crescent close st rd ave".split()
)
_STREET_NAME = 4  # words


def scored(line: Line, first: int, last: int, pair: tuple[int, int]) -> bool:
    """Return whether two numbers with a hyphen between are a result: 2-0, or 5 to 3 in votes."""
    low, high = pair
    if low >= high:
        return True
    return line.word(last) in {
        "win", "victory", "loss", "defeat", "draw", "lead", "vote", "ruling", "decision", "triumph",
        "tie", "on", "aggregate", "majority",
    } and line.word(first - 1) not in {"between", "from"}  # fmt: skip
