"""Numbers that are no rival figures: dates, times, ordinals, ages, scores and parts of names.

They are found, so that nobody takes them for figures; each says which kind it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.nouns import STOPS
from claimsync.extract.figures.number_words import POWERS, SMALL
from claimsync.extract.text.digits import exact
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimsync.extract.figures.lines import Line

RULES = (
    Rule("date-month", ("january", "february", "march", "april", "may", "june", "july", "august",
         "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul",
         "aug", "sep", "sept", "oct", "nov", "dec"), "a day or year beside a month",
         "It ended on 11 February 2019.", "It may be 11."),
    Rule("date-year", ("in", "since", "until", "till", "during", "by", "before", "after", "from",
         "of", "late", "early", "mid", "year", "spring", "summer", "autumn", "winter", "season",
         "for", "between", "to", "and", "through", "circa", "around"),
         "four digits where a year stands", "It began in 2014.", "Some 2,014 people came."),
    Rule("date-clock", ("am", "pm", "a.m", "p.m", "gmt", "utc", "bst", "cet", "est", "edt", "et",
         "pt", "pdt", "pst", "o'clock", "hrs"), "a time of day", "It began at 5 pm.",
         "They were 5 at work."),
    Rule("ordinal", ("st", "nd", "rd", "th", "first", "second", "third", "fourth", "fifth",
         "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
         "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
         "twentieth", "hundredth"), "a place in a row", "A third wave came.",
         "A third of them came."),
    Rule("name-head", ("flight", "no", "nos", "number", "channel", "route", "highway", "room",
         "chapter", "article", "section", "page", "pages", "phase", "group", "stage", "type",
         "category", "grade", "class", "gate", "line", "platform", "size", "version",
         "model", "episode", "round", "game", "week", "day", "unit", "apollo", "boeing", "airbus",
         "formula", "area", "windows", "iphone", "galaxy", "fortune", "ftse", "sp", "p", "nasdaq",
         "cac", "dax", "nikkei", "stoxx", "radio", "level", "tier", "terminal", "building", "block",
         "house",
         "big", "top", "bottom", "last", "court", "case", "resolution", "interstate",
         "covid", "war", "division", "pier", "berth", "psalm", "act", "scene", "figure", "table",
         "bill", "proposition", "amendment", "law", "title", "directive", "ordinance", "exit",
         "exits", "junction", "junctions",
         "step", "rule", "zone", "district", "ward", "precinct", "school", "bloc", "issue"),
         "a number that belongs to a name", "Flight 370 vanished.", "The flight took 370 aboard."),
    Rule("age", ("aged", "age"), "how old someone is", "A man aged 45 died.",
         "He ages 45 wines."),
)  # fmt: skip
NONE: frozenset[str] = frozenset()
ORDINALS = {word: place for place, word in enumerate(RULES[3].words[4:-1], start=1)}
# Heads that name only with a capital, or in the singular right before the number.
_ATTACHED = frozenset(
    "sub minus plus mid pre post to and over under non nearly about now for by of".split()
)
_YEARS = range(1400, 2101)
_DAYS = range(1, 32)
OLDEST = 120  # years that people become
_LONG = 12  # characters of the longest number that stands apart


# Signs and words, besides months and clock words, one of which stands beside what is no figure.
BESIDE = frozenset(". : - – / ' s st nd rd th of to and a p".split())


class Apart(NamedTuple):
    """Tokens ``first`` to ``last``, which are no figure, their kind, number and rule."""

    first: int
    last: int
    kind: str
    value: int
    rule: str


def apart(line: Line, at: int) -> Apart | None:
    """Return what starts at token ``at`` if it is no quantity.

    >>> from claimsync.extract.figures.lines import Line
    >>> apart(Line.of("11 February 2019"), 0).kind, apart(Line.of("21st"), 0).kind
    ('date', 'ordinal')
    >>> apart(Line.of("11 people"), 0) is None
    True
    """
    if line.kind(at) == "word":
        return _ordinal_word(line, at)
    beside = line.word(at - 1), line.word(at + 1)
    if line.word(at).isdecimal() and not line.glued(at) and line.grammar.beside.isdisjoint(beside):
        return None  # most numbers stand by themselves
    for read in _READERS:
        if (found := read(line, at)) is not None:
            return found
    return None


def whole(line: Line, at: int) -> int:
    """Return the whole number at token ``at``; -1 where there is none."""
    text = line.texts[at] if line.kind(at) == "number" else ""
    pair = exact(text) if len(text) <= _LONG else None
    return pair[0] if pair and pair[1] == 0 else -1


def is_month(line: Line, at: int) -> bool:
    """Return whether a month's name stands at ``at``; *may* and *march* need their capital."""
    return line.word(at) in line.grammar.words.get("date-month", NONE) and line.capital(at)


def year_at(line: Line, at: int) -> bool:
    """Return whether the token at ``at`` has the form of a year."""
    return len(line.word(at)) == len("2014") and whole(line, at) in _YEARS


def _ordinal_word(line: Line, at: int) -> Apart | None:
    """Return *third*; *thirty-third* ends in it."""
    place = ORDINALS.get(line.word(at))
    return Apart(at, at + 1, "ordinal", place, "ordinal") if place else None


def _date(line: Line, at: int) -> Apart | None:
    """Return a day beside its month, with the year: *11 February 2019*, *Feb. 11, 2019*."""
    value = whole(line, at)
    dotted = at - 2 if line.word(at - 1) == "." else at - 1
    if is_month(line, dotted) and (value in _DAYS or year_at(line, at)):
        end = _past_suffix(line, at + 1)
        if line.word(end) in {"-", "–"} and whole(line, end + 1) in _DAYS:
            end = _past_suffix(line, end + 2)
        return Apart(at, _with_year(line, end), "date", value, "date-month")
    here = _past_suffix(line, at + 1)
    here += line.word(here) == "of"
    if line.word(here) in {"-", "–", "to", "and"} and whole(line, here + 1) in _DAYS:
        here = _past_suffix(line, here + 2)
    if value in _DAYS and is_month(line, here):
        return Apart(at, _with_year(line, here + 1), "date", value, "date-month")
    return None


def _past_suffix(line: Line, at: int) -> int:
    """Return the token behind *th*, if it stands at ``at``."""
    if line.word(at) == "st" and whole(line, at - 1) % 10 != 1:
        return at  # 15st is a weight
    return at + 1 if line.word(at) in {"st", "nd", "rd", "th"} and line.glued(at) else at


def _with_year(line: Line, at: int) -> int:
    """Return the end of a date with the year that may follow it."""
    here = at + 1 if line.word(at) in {",", "."} else at
    return here + 1 if year_at(line, here) else at


def _clock(line: Line, at: int) -> Apart | None:
    """Return *14:30*, *5 pm*, *10.45pm*."""
    end, value = at + 1, whole(line, at)
    while line.word(end) == ":" and line.glued(end) and line.glued(end + 1) and end < at + 5:
        if line.kind(end + 1) != "number":
            break
        end += 2
    if end == at + 1 and _dotted_time(line, at):
        return Apart(at, end, "date", max(value, 0), "date-clock")
    word = line.word(end)
    if word in {"a", "p"} and line.word(end + 1) == "." and line.word(end + 2) == "m":
        return Apart(at, end + 3, "date", max(value, 0), "date-clock")
    if word in line.grammar.words.get("date-clock", NONE) and word not in {"et", "est", "pt"}:
        return Apart(at, end + 1, "date", max(value, 0), "date-clock")
    if end > at + 1:
        return Apart(at, end, "date", max(value, 0), "date-clock")
    return None


def _dotted_time(line: Line, at: int) -> bool:
    """Return whether *13.30* is a time: at the head of a line, or where only a time stands."""
    hour, _, minute = line.word(at).partition(".")
    if len(minute) != len("30") or len(hour) > len("13") or not (hour + minute).isdecimal():
        return False
    if int(hour) >= _HOURS or int(minute) >= _MINUTES or line.kind(at + 1) == "currency":
        return False
    if at == 0:
        return line.glued(1) or line.capital(1) or line.kind(1) == "punct"
    before = line.word(at - 1)
    lone = line.kind(at + 1) in {"punct", ""} or line.word(at + 1) in STOPS or line.capital(at + 1)
    return lone and (before in {"since", "until"} or (hour[0] == "0" and hour != "0"))


_HOURS, _MINUTES = 24, 60


def _signed_date(line: Line, at: int) -> Apart | None:
    """Return *2019-05-03*, *3/5/2019*, *03.05.2019*."""
    text = line.word(at)
    if text.count(".") == len("..") and exact(text) is None and len(text) <= _LONG:
        return Apart(at, at + 1, "date" if text[-4:].isdecimal() else "name", 0, "date-year")
    if line.word(at + 1) not in {"-", "/", "–"} or line.word(at + 3) != line.word(at + 1):
        return None
    three = all(line.glued(at + step) for step in range(1, 5)) and line.kind(at + 4) == "number"
    if three and line.kind(at + 2) == "number":
        known = year_at(line, at) or year_at(line, at + 4)
        return Apart(at, at + 5, "date" if known else "name", max(whole(line, at), 0), "date-year")
    return None


def _slashed(line: Line, at: int) -> Apart | None:
    """Return *9/11*, *24/7*, *2018/19*: a slash that makes no fraction."""
    slash = line.word(at + 1) == "/" and line.glued(at + 1) and line.glued(at + 2)
    if not slash or line.kind(at + 2) != "number":
        return None
    kind = "date" if year_at(line, at) else "name"
    return Apart(at, at + 3, kind, max(whole(line, at), 0), "name-slash")


def _decade(line: Line, at: int) -> Apart | None:
    """Return *1990s*, *'90s*; *in his 20s* is an age."""
    end = at + 1 + (line.word(at + 1) == "'" and line.glued(at + 1))
    if line.word(end) != "s" or not line.glued(end) or whole(line, at) < 0:
        return None
    value = whole(line, at)
    if value % 10 or value > _YEARS.stop:
        return Apart(at, end + 1, "name", value, "name-attached")
    age = line.word(at - 1) in {"his", "her", "their", "my", "our", "early", "late", "mid"}
    return Apart(at, end + 1, "age" if age and value < OLDEST else "date", value, "date-decade")


def _ordinal(line: Line, at: int) -> Apart | None:
    """Return *21st*."""
    if _past_suffix(line, at + 1) == at + 2 and whole(line, at) >= 0:
        return Apart(at, at + 2, "ordinal", whole(line, at), "ordinal")
    return None


def _attached(line: Line, at: int) -> Apart | None:
    """Return the number of *CO2*, *F-35*, *Covid-19*: glued to the letters before it."""
    value = max(whole(line, at), 0)
    if not line.glued(at):
        return None
    if line.kind(at - 1) == "word" and line.word(at - 1) not in _ATTACHED:
        return Apart(at, at + 1, "name", value, "name-attached")
    hyphen = line.word(at - 1) in {"-", "–", "&"} and line.glued(at - 1)
    named = line.kind(at - 2) == "word" and line.word(at - 2) not in _ATTACHED
    if hyphen and named and line.word(at - 2) not in SMALL and line.word(at - 2) not in POWERS:
        return Apart(at, at + 1, "name", value, "name-attached")
    return None


_READERS: tuple[Callable[[Line, int], Apart | None], ...] = (
    _attached, _date, _clock, _signed_date, _decade, _ordinal,
)  # fmt: skip


def slashed(line: Line, at: int) -> Apart | None:
    """Return the number at ``at`` as a name where a slash follows that makes no fraction."""
    return _slashed(line, at)
