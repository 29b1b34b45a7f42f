"""Numbers that are no rival figures: dates, times, ordinals, ages, scores and parts of names.

They are found, so that nobody takes them for figures; each says which kind it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.extract.digits import exact
from claimsync.extract.nouns import STOPS
from claimsync.extract.number_words import POWERS, SMALL
from claimsync.extract.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimsync.extract.lines import Line

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
         "big", "top", "bottom", "last", "court", "case", "resolution", "interstate", "exit",
         "covid", "war", "division", "pier", "berth", "psalm", "act", "scene", "figure", "table",
         "step", "rule", "zone", "district", "ward", "precinct", "school", "bloc"),
         "a number that belongs to a name", "Flight 370 vanished.", "The flight took 370 aboard."),
    Rule("age", ("aged", "age"), "how old someone is", "A man aged 45 died.",
         "He ages 45 wines."),
)  # fmt: skip
_NONE: frozenset[str] = frozenset()
_SURE_YEAR = frozenset("in since until till during late early mid year circa".split())
ORDINALS = {word: place for place, word in enumerate(RULES[3].words[4:-1], start=1)}
# Heads that name only with a capital, or in the singular right before the number.
_CAPITAL_HEADS = frozenset(
    "group game house big top bottom last court area line war figure act case p day week building "
    "block school number size class model unit ward district bloc round table".split()
)
_ATTACHED = frozenset(
    "sub minus plus mid pre post to and over under non nearly about now for by of".split()
)
_YEARS = range(1400, 2101)
_FAR_YEARS = range(2101, 2201)
_DAYS = range(1, 32)
_OLDEST = 120  # years that people become
_LONG = 12  # characters of the longest number that stands apart


@dataclass(frozen=True, slots=True)
class Apart:
    """Tokens ``first`` to ``last``, which are no figure, their kind, number and rule."""

    first: int
    last: int
    kind: str
    value: int
    rule: str


def apart(line: Line, at: int) -> Apart | None:
    """Return what starts at token ``at`` if it is no quantity.

    >>> from claimsync.extract.lines import Line
    >>> apart(Line.of("11 February 2019"), 0).kind, apart(Line.of("21st"), 0).kind
    ('date', 'ordinal')
    >>> apart(Line.of("11 people"), 0) is None
    True
    """
    if line.kind(at) == "word":
        return _ordinal_word(line, at)
    for read in _READERS:
        if (found := read(line, at)) is not None:
            return found
    return None


def _whole(line: Line, at: int) -> int:
    """Return the whole number at token ``at``; -1 where there is none."""
    text = line.marks[at].text if line.kind(at) == "number" else ""
    pair = exact(text) if len(text) <= _LONG else None
    return pair[0] if pair and pair[1] == 0 else -1


def is_month(line: Line, at: int) -> bool:
    """Return whether a month's name stands at ``at``; *may* and *march* need their capital."""
    return line.word(at) in line.grammar.words.get("date-month", _NONE) and line.capital(at)


def _year_at(line: Line, at: int) -> bool:
    """Return whether the token at ``at`` has the form of a year."""
    return len(line.word(at)) == len("2014") and _whole(line, at) in _YEARS


def _ordinal_word(line: Line, at: int) -> Apart | None:
    """Return *third*; *thirty-third* ends in it."""
    place = ORDINALS.get(line.word(at))
    return Apart(at, at + 1, "ordinal", place, "ordinal") if place else None


def _date(line: Line, at: int) -> Apart | None:
    """Return a day beside its month, with the year: *11 February 2019*, *Feb. 11, 2019*."""
    value = _whole(line, at)
    dotted = at - 2 if line.word(at - 1) == "." else at - 1
    if is_month(line, dotted) and (value in _DAYS or _year_at(line, at)):
        end = _past_suffix(line, at + 1)
        if line.word(end) in {"-", "–"} and _whole(line, end + 1) in _DAYS:
            end = _past_suffix(line, end + 2)
        return Apart(at, _with_year(line, end), "date", value, "date-month")
    here = _past_suffix(line, at + 1)
    here += line.word(here) == "of"
    if line.word(here) in {"-", "–", "to", "and"} and _whole(line, here + 1) in _DAYS:
        here = _past_suffix(line, here + 2)
    if value in _DAYS and is_month(line, here):
        return Apart(at, _with_year(line, here + 1), "date", value, "date-month")
    return None


def _past_suffix(line: Line, at: int) -> int:
    """Return the token behind *th*, if it stands at ``at``."""
    if line.word(at) == "st" and _whole(line, at - 1) % 10 != 1:
        return at  # 15st is a weight
    return at + 1 if line.word(at) in {"st", "nd", "rd", "th"} and line.glued(at) else at


def _with_year(line: Line, at: int) -> int:
    """Return the end of a date with the year that may follow it."""
    here = at + 1 if line.word(at) in {",", "."} else at
    return here + 1 if _year_at(line, here) else at


def _clock(line: Line, at: int) -> Apart | None:
    """Return *14:30*, *5 pm*, *10.45pm*."""
    end, value = at + 1, _whole(line, at)
    while line.word(end) == ":" and line.glued(end) and line.glued(end + 1) and end < at + 5:
        if line.kind(end + 1) != "number":
            break
        end += 2
    if end == at + 1 and _dotted_time(line, at):
        return Apart(at, end, "date", max(value, 0), "date-clock")
    word = line.word(end)
    if word in {"a", "p"} and line.word(end + 1) == "." and line.word(end + 2) == "m":
        return Apart(at, end + 3, "date", max(value, 0), "date-clock")
    if word in line.grammar.words.get("date-clock", _NONE) and word not in {"et", "est", "pt"}:
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
        known = _year_at(line, at) or _year_at(line, at + 4)
        return Apart(at, at + 5, "date" if known else "name", max(_whole(line, at), 0), "date-year")
    return None


def _slashed(line: Line, at: int) -> Apart | None:
    """Return *9/11*, *24/7*, *2018/19*: a slash that makes no fraction."""
    slash = line.word(at + 1) == "/" and line.glued(at + 1) and line.glued(at + 2)
    if not slash or line.kind(at + 2) != "number":
        return None
    kind = "date" if _year_at(line, at) else "name"
    return Apart(at, at + 3, kind, max(_whole(line, at), 0), "name-slash")


def _decade(line: Line, at: int) -> Apart | None:
    """Return *1990s*, *'90s*; *in his 20s* is an age."""
    end = at + 1 + (line.word(at + 1) == "'" and line.glued(at + 1))
    if line.word(end) != "s" or not line.glued(end) or _whole(line, at) < 0:
        return None
    value = _whole(line, at)
    if value % 10 or value > _YEARS.stop:
        return Apart(at, end + 1, "name", value, "name-attached")
    age = line.word(at - 1) in {"his", "her", "their", "my", "our", "early", "late", "mid"}
    return Apart(at, end + 1, "age" if age and value < _OLDEST else "date", value, "date-decade")


def _ordinal(line: Line, at: int) -> Apart | None:
    """Return *21st*."""
    if _past_suffix(line, at + 1) == at + 2 and _whole(line, at) >= 0:
        return Apart(at, at + 2, "ordinal", _whole(line, at), "ordinal")
    return None


def _attached(line: Line, at: int) -> Apart | None:
    """Return the number of *CO2*, *F-35*, *Covid-19*: glued to the letters before it."""
    value = max(_whole(line, at), 0)
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


def year(line: Line, at: int, *, counted: bool) -> bool:
    """Return whether the four digits at ``at`` are a year; ``counted`` if a noun stands behind.

    >>> from claimsync.extract.lines import Line
    >>> year(Line.of("in 2014"), 1, counted=False), year(Line.of("all 2000 men"), 1, counted=True)
    (True, False)
    """
    before = line.word(at - 1)
    if not _year_at(line, at):
        return before in {"by", "in", "until"} and not counted and _whole(line, at) in _FAR_YEARS
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

    >>> from claimsync.extract.lines import Line
    >>> named(Line.of("Flight 370 vanished"), 1, 2, counted=False)
    True
    >>> named(Line.of("In Kyiv 12 people"), 2, 3, counted=True)
    False
    """
    before = line.word(first - 1)
    capital = line.capital(first - 1)
    if before == "." and line.word(first - 2) in {"no", "nos", "nr"}:
        return True
    if before in {"#", "№"} or (before in _NUMBERED and not counted):
        return True
    if before in line.grammar.words.get("name-head", _NONE) and (
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
    if not capital or before in STOPS or before in _SAID:
        return False
    return not counted or _odd_capital(line.marks[first - 1].text)


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
    "pupils students residents voters teenagers babies workers players".split()
)


def aged(line: Line, first: int, last: int) -> bool:  # noqa: PLR0911 - one return a form
    """Return whether the bare number in tokens ``first`` to ``last`` is an age.

    >>> from claimsync.extract.lines import Line
    >>> aged(Line.of("John Doe, 66, has"), 3, 4), aged(Line.of("In May, 66, it said"), 3, 4)
    (True, False)
    """
    before = line.word(first - 1)
    if before in line.grammar.words.get("age", _NONE) or (
        before == "of" and line.word(first - 2) == "age"
    ):
        return True
    value = _whole(line, first) if last == first + 1 else -1
    if before in {"was", "is", "turned", "be", "turns"} and line.kind(last) in {"punct", ""}:
        here = first - 3 if line.word(first - 2) in {"will", "would"} else first - 2
        return line.word(here) in {"he", "she"} and 0 < value < _OLDEST
    if not 0 < value < _OLDEST:
        return False
    person = line.capital(first - 2) and not is_month(line, first - 2)
    if before in {"under", "over"} and line.word(first - 2) in _YOUNG:
        return line.kind(last) in {"punct", ""} or line.word(last) in STOPS
    if before == "now" or line.low[first - 3 : first] in (
        ["as", "young", "as"],
        ["as", "old", "as"],
    ):
        return line.word(last) in {",", ".", ")"}
    if before == "," and person and line.word(last) in {",", ".", ";", "and", "—", "–", "―"}:
        return line.capital(first - 3) or line.word(last) == ","
    return before == "(" and line.word(last) == ")" and person


def scored(line: Line, first: int, last: int, pair: tuple[int, int]) -> bool:
    """Return whether two numbers with a hyphen between are a result: 2-0, or 5 to 3 in votes."""
    low, high = pair
    if low >= high:
        return True
    return line.word(last) in {
        "win", "victory", "loss", "defeat", "draw", "lead", "vote", "ruling", "decision", "triumph",
        "tie", "on", "aggregate", "majority",
    } and line.word(first - 1) not in {"between", "from"}  # fmt: skip
