"""Readings of one number in a line: what kind it is, where its words begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.amounts import Amount, amount, opening
from claimsync.extract.figures.bare_numbers import addressed, aged, named, scored, year
from claimsync.extract.figures.measures import Measured, rate_of_counts
from claimsync.extract.figures.not_quantities import ORDINALS, Apart, apart, slashed, year_at
from claimsync.extract.figures.nouns import STATES, noun_behind, plural_noun
from claimsync.extract.figures.number_words import PARTS, POWERS, SMALL, VAGUE, Numeral
from claimsync.extract.figures.ones import HARM, NO_NOUNS, Counted, counts_one, ones
from claimsync.extract.figures.terms_served import TERM, served
from claimsync.extract.text.tokens import kind_of

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line
    from claimsync.extract.text.words import Words

_ARTICLES = frozenset({"a", "an", "another", "no"})
STARTERS = frozenset({*SMALL, *VAGUE, *ORDINALS, *_ARTICLES, "half", "dozen", "none", "nobody"})
# A figure, or a sign within a word that the page's own words do not part.
_FIGURE = re.compile(r"[\d¼-¾⅐-⅞_-]")
# Articles alone begin no number: half, a dozen and a driver killed have another word that shows.
_SEEDS = (STARTERS - _ARTICLES) | {"couple", "few", "single", *PARTS, *POWERS}
_HARM = HARM | NO_NOUNS
_KINDS = frozenset({"number", "fraction", "currency"})
_OF = frozenset("the its their his her all these those our both".split())
RIVALS = frozenset({"count", "money", "share", "measure", TERM})


class Reading(NamedTuple):
    """What stands in tokens ``first`` to ``last``, and its unit up to ``stop``."""

    first: int
    last: int
    stop: int
    kind: str
    amount: Amount | None = None
    value: int = 0
    noun: tuple[int, int] | None = None
    rules: tuple[str, ...] = ()


def readings(line: Line) -> list[Reading]:
    """Return what every number of a line is, from left to right.

    >>> from claimsync.extract.figures.lines import Line
    >>> [found.kind for found in readings(Line.of("On 11 May Flight 370 carried 239 people"))]
    ['date', 'name', 'count']
    """
    found: list[Reading] = []
    fence = 0
    for at in _candidates(line):
        if at < fence:
            continue
        reading = _reading(line, at, fence, listed=bool(found))
        if reading is not None:
            found.append(reading)
            fence = max(reading.stop, reading.last, at + 1)
    found = _listed_names(line, found)
    return _suspended(line, found) if "-" in line.low else found


def _candidates(line: Line) -> list[int]:
    """Return the tokens at which a number may begin."""
    low, close = line.low, line.grammar.close
    return [
        at for at, word in enumerate(low)
        if (word in STARTERS
            and (word not in _ARTICLES or not close.isdisjoint(low[at : at + _REACH])))
        or not (word.isalpha() or kind_of(word) not in _KINDS)
    ]  # fmt: skip


def promising(page: Words, start: int, end: int) -> bool:
    """Return whether what stands between two offsets may hold a number; most paragraphs do not.

    >>> from claimsync.extract.text.words import words
    >>> [promising(words(text), 0, 99) for text in ("two men", "a man was hit", "a child left")]
    [True, True, False]
    """
    if _FIGURE.search(page.text, start, end):
        return True
    low = page.low[slice(*page.reach(start, end))]
    return not (_SEEDS.isdisjoint(low) and (_HARM.isdisjoint(low) or _ARTICLES.isdisjoint(low)))


def _listed_names(line: Line, found: list[Reading]) -> list[Reading]:
    """Return the readings with *17* in *lines 4 and 17* as the name, or the age, that 4 is.

    So the years of *its 2013 and 2014 cars* are.
    """
    for place in range(1, len(found)):
        one, two = found[place - 1 : place + 1]
        listed = line.low[one.last : two.first] in (["and"], ["or"], [","], ["to"])
        bare = two.kind == "count" and two.noun is None and two.stop == two.last
        same = {"name-head", "age"} if bare else {"date-year"} if _a_year(line, two) else set()
        if listed and same.intersection(one.rules):
            found[place] = two._replace(kind=one.kind, rules=one.rules)
    return found


def _a_year(line: Line, one: Reading) -> bool:
    """Return whether a number alone has the form of a year."""
    return one.kind == "count" and one.last == one.first + 1 and year_at(line, one.first)


def _suspended(line: Line, found: list[Reading]) -> list[Reading]:
    """Return the readings with *16-* in *16- and 17-year-olds* read as its fellow is."""
    for place in range(len(found) - 2, -1, -1):
        one, two = found[place : place + 2]
        apart = not line.glued(one.last + 1) or line.word(one.last + 1) == ","
        hangs = line.word(one.last) == "-" and line.glued(one.last) and apart
        near = two.first - one.last <= _HANGING and one.amount and two.amount
        if hangs and near and one.kind == "count" and not (one.amount and one.amount.unit):
            unit = two.amount.unit if two.amount else None
            amount_of = one.amount._replace(unit=unit) if one.amount else None
            found[place] = one._replace(kind=two.kind, noun=two.noun, amount=amount_of)
    return found


_HANGING = 4
_REACH = 9  # words from *a* over *12-year-old* to the noun


def _reading(line: Line, at: int, fence: int, *, listed: bool) -> Reading | None:
    """Return the reading of the number at ``at``; nothing where there is none."""
    start = (
        opening(line, at, fence) if line.kind(at) != "word" or line.word(at - 1) == "minus" else at
    )
    if start == at and line.kind(at) != "currency" and (other := _other(line, at)) is not None:
        return other
    found = amount(line, start)
    if found is None:
        aside = slashed(line, at) if line.kind(at) == "number" else None
        aside = aside if aside and line.grammar.on(aside.rule) else None
        return _apart(aside) if aside else _counted(line, ones(line, at))
    return _kind(line, found, listed=listed)


def _other(line: Line, at: int) -> Reading | None:
    """Return a date, an ordinal, a result or another number that is no figure."""
    found = apart(line, at)
    if found is None and line.kind(at) == "number":
        found = _brand(line, at) or _pair(line, at)
    return _apart(found) if found and line.grammar.on(found.rule) else None


def _apart(found: Apart) -> Reading:
    """Return a number that is told apart as a reading."""
    return Reading(
        found.first, found.last, found.last, found.kind, value=found.value, rules=(found.rule,)
    )


def _counted(line: Line, found: Counted | None) -> Reading | None:
    """Return one or none as a reading."""
    if found is None or not line.grammar.on(found.rule):
        return None
    return Reading(
        found.first, found.last, found.last, "count",
        value=found.value, noun=found.noun, rules=(found.rule,),
    )  # fmt: skip


def _brand(line: Line, at: int) -> Apart | None:
    """Return *7-Eleven*: digits joined to a number word with a capital."""
    joined = line.word(at + 1) == "-" and line.glued(at + 1) and line.glued(at + 2)
    spelt = line.word(at + 2) in SMALL and line.capital(at + 2)
    return Apart(at, at + 3, "name", 0, "name-capital") if joined and spelt else None


def _pair(line: Line, at: int) -> Apart | None:
    """Return *2-0*, *89–89* and *2014-15*: two numbers with a hyphen that are no range."""
    hyphen = line.word(at + 1) in {"-", "–"} and line.glued(at + 1) and line.glued(at + 2)
    if not hyphen or line.kind(at + 2) != "number":
        return None
    texts = line.word(at), line.word(at + 2)
    if not all(text.isdecimal() and len(text) <= len("2014") for text in texts):
        return None
    low, high = map(int, texts)
    if year(line, at, counted=False) and (
        year(line, at + 2, counted=False) or high == low % 100 + 1
    ):
        return Apart(at, at + 3, "date", low, "date-year")
    found = amount(line, at)
    if found is None or (found.high is None and low < high) or (found.unit and found.high):
        return None
    if scored(line, at + 3, at + 3, (low, high)) or (high < _MOST_GOALS and not _noun(line, found)):
        return Apart(at, at + 3, "score", low, "score")
    return None


_MOST_GOALS = 8


def _noun(line: Line, found: Amount) -> tuple[int, int] | None:
    """Return the noun that a number counts or is a share of."""
    at = found.stop
    if line.word(at) == "of" and line.word(at + 1) in {"them", "whom", "which"}:
        return noun_behind(line, at + 2)
    if line.word(at) == "of" and (found.unit or found.low.form != "digits" or found.high is None):
        whole = found.low.form in {"vague", "share", "words"} or found.unit is not None
        if not whole:
            return None
        at += 1 + (line.word(at + 1) in _OF)
    elif found.unit is not None and found.unit.kind != "share":
        return None
    return noun_behind(line, at)


def _kind(line: Line, found: Amount, *, listed: bool) -> Reading | None:  # noqa: PLR0911 - one return a form
    """Return what a number is: a figure, or one of the other kinds."""
    number = found.low
    noun = _noun(line, found)
    plain = Reading(found.first, found.last, found.stop, "count", found, noun=noun)
    if found.unit is not None:
        return _in_units(line, plain, found, found.unit)
    if number.form == "share":
        return plain._replace(kind="share", rules=("share-words",))
    if line.word(found.last) == "-" and line.word(found.last + 1) in ORDINALS:
        value = int(number.low) + ORDINALS[line.word(found.last + 1)]
        return _apart(Apart(found.first, found.last + 2, "ordinal", value, "ordinal"))
    if line.word(number.first) == "one" and number.last == number.first + 1 and not found.high:
        rule = counts_one(line, number.first, noun, listed=listed)
        return plain._replace(rules=("one",)) if rule and line.grammar.on("one") else None
    if line.word(number.first) == "zero" and noun is None:
        return None
    if found.high is None and (kind := _kind_of_bare(line, found, noun)) is not None:
        if not line.grammar.on(kind[1]):
            return plain
        return plain._replace(kind=kind[0], rules=(kind[1],))
    if kind_rate := _rate(line, noun):
        return plain._replace(
            kind="measure",
            stop=kind_rate.last,
            rules=("rate",),
            amount=found._replace(unit=kind_rate),
        )
    plural = noun is not None and plural_noun(line, noun[1] - 1)
    if found.high is not None and named(line, found.first, found.last, counted=noun is not None):
        return plain._replace(kind="name", rules=("name-head",))
    if found.high is not None and noun is not None and _proper(line, number, noun):
        return plain._replace(kind="name", rules=("name-capital",))
    if found.high is not None and year(line, number.first, counted=plural):
        return plain._replace(kind="date", rules=("date-year",))
    return plain


def _in_units(line: Line, plain: Reading, found: Amount, unit: Measured) -> Reading:
    """Return the reading of a number with a unit; a time that a court gives is a figure."""
    read = plain._replace(kind=unit.kind, rules=(unit.rule,))
    if unit.kind != "duration":
        return read
    by = served(line, found.first, found.stop, unit.name)
    return read if by is None else read._replace(kind=TERM, rules=(unit.rule, by))


def _kind_of_bare(  # noqa: PLR0911 - one return a kind
    line: Line, found: Amount, noun: tuple[int, int] | None
) -> tuple[str, str] | None:
    """Return the kind and rule of a number without a unit that is no figure."""
    number = found.low
    first, last = found.first, found.last
    counted = noun is not None and not line.capital(noun[0])
    plural = counted and noun is not None and plural_noun(line, noun[1] - 1)
    if number.form == "vague" or number.power:
        return None
    if aged(line, first, last):
        return "age", "age"
    if number.form == "digits" and last == first + 1:
        if (line.glued(last) and line.kind(last) == "word") or _serial(line.word(first)):
            return "name", "name-attached"
        if year(line, first, counted=plural):
            return "date", "date-year"
        if "," in line.word(first):
            return None
        if (noun is not None and _proper(line, number, noun)) or addressed(line, last):
            return "name", "name-capital"
    if named(line, first, last, counted=counted):
        return "name", "name-head"
    return None


def _serial(text: str) -> bool:
    """Return whether digits are too long, without grouping, to be a count of anything."""
    return len(text) > len("1000000000") and text.isdecimal()


def _rate(line: Line, noun: tuple[int, int] | None) -> Measured | None:
    """Return what a counted noun is per, where the text says so."""
    if noun is None or not line.grammar.on("rate"):
        return None
    return rate_of_counts(line, noun[1])


def _proper(line: Line, number: Numeral, noun: tuple[int, int]) -> bool:
    """Return whether a number and the capitalised words behind it are a name: 737 Max."""
    first, last = noun
    return (
        number.low > 1
        and line.capital(first)
        and line.capital(last - 1)
        and not plural_noun(line, last - 1)
        and line.word(last - 1) not in STATES
        and line.word(first) not in STATES
    )
