"""Moments without a day of their own: *by noon*, *at 9 p.m.*, *at the time*, *the same evening*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

RULES = (
    Rule("date/clock", ("by noon", "at 9 p.m.", "shortly before midnight"),
         "the day told before in the paragraph, else that of the page's first lines",
         "By 9 p.m. four people had died.", "Four people paid 9 euros."),
    Rule("date/then", ("at the time", "that night", "the same evening", "in the same month"),
         "the time told before in the paragraph, else the day of the page's first lines",
         "Four people died that night.", "She said that four people died at the same time."),
    Rule("date/next", ("the next day", "the following morning", "the day before"),
         "a day after or before the one told before it",
         "Four people died the next day.", "Four people will die one day."),
)  # fmt: skip
CLOCK, THEN, NEXT = (rule.id for rule in RULES)
HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "", "dawn": "", "dusk": "",
         "daybreak": "", "nightfall": "", "sunrise": "", "sunset": ""}  # fmt: skip
EVENINGS = frozenset({"dusk", "nightfall", "sunset"})  # whose hour nobody knows, but their day
UNITS = frozenset({"week", "month", "year", "quarter", "season", "period"})
SPANS = frozenset({"day", "night", "evening", "morning", "afternoon", "date", *UNITS})
_PARTS = ("morning", "afternoon", "evening")
_THEN = {
    *((first, unit) for first in ("that", "same") for unit in SPANS), ("first", "day"),
    *((lead, "the", part) for lead in ("in", "since") for part in _PARTS), ("during", "the", "day"),
    ("in", "the", "early", "hours"), ("in", "the", "night"), ("during", "the", "night"),
    ("the", "end", "of", "the", "day"), ("at", "the", "time"), ("at", "that", "time"),
    ("for", "the", "day"), ("early", "-", "morning"),
}  # fmt: skip
_NEXT: dict[tuple[str, ...], int] = {
    **{("the", word, unit): 1 for word in ("next", "following") for unit in ("day", *_PARTS)},
    **{("the", "previous", unit): -1 for unit in ("day", "night", *_PARTS)},
    ("the", "day", "before"): -1, ("the", "day", "after"): 1,
}  # fmt: skip
_LENGTHS = (5, 4, 3, 2)
FIRST = frozenset({*HOURS, *(words[0] for words in (*_THEN, *_NEXT))})
NAMED = frozenset(words[1] for words in (*_THEN, *_NEXT) if words[0] == "the")
AT = frozenset({"first", "the", "that"})
_ARTICLED = {
    "same": frozenset({"the"}), "first": frozenset({"the", "its", "their", "on"}),
}  # fmt: skip
_LEADS = frozenset({"by", "at", "before", "after", "until", "since", "around", "about", "from"})
_NEARLY = frozenset({"about", "around", "shortly", "just", "roughly", "almost", "soon", "well"})
_ZONES = frozenset("gmt utc local hours hrs bst cet cest".split())
_HALVES = {"am": 0, "pm": 12, "a": 0, "p": 12}
_NOON, _LAST_HOUR = 12, 23
_LIMITS = frozenset({"to", "until", "till"})  # *up to the same day*
_ANOTHER = frozenset("of in last a one two three four five".split())  # *the same period of 2027*
_CLOSING = frozenset({"", ",", ".", ";", ":", ")", "and", "–", "—"})

Found = tuple[int, int, str]  # where it begins and ends, and the rule


def moment(low: Sequence[str], at: int) -> Found | None:
    """Return the moment that the word at ``at`` tells, as positions with its rule.

    >>> moment("24 were freed by 9 pm".split(), 4), moment("it fell that day".split(), 2)
    ((3, 6, 'date/clock'), (2, 4, 'date/then'))
    """
    word = low[at]
    if word in HOURS or word[0].isdigit():
        after = at + 1 if word in HOURS else (hour(low, at) or ("", 0))[1]
        return _led(low, at, after) if after else None
    if word not in FIRST:
        return None
    for length in _LENGTHS:
        words = tuple(low[at : at + length])
        after = at + len(words)
        if words in _THEN:
            return (at, after, THEN) if _begins(low, at, after) else None
        if words in _NEXT:
            closed = "".join(low[after : after + 1]) in _CLOSING
            return (at, after, NEXT) if closed or not at else None
    return None


def moved(words: Sequence[str]) -> int:
    """Return how many days a time is from the one told before it.

    >>> moved(["the", "next", "day"])
    1
    """
    return _NEXT.get(tuple(words), 0)


def _begins(low: Sequence[str], at: int, after: int) -> bool:
    """Return whether what stands beside *same evening* or *for the day* lets it tell a time."""
    word, before, behind = low[at], low[at - 1] if at else "", "".join(low[after : after + 1])
    if word in _ARTICLED:
        limit = at > 1 and low[at - 2] in _LIMITS
        another = word == "same" and behind in _ANOTHER
        return before in _ARTICLED[word] and not limit and not another
    return behind in _CLOSING if word == "for" else before not in _LIMITS


def _led(low: Sequence[str], at: int, after: int) -> Found | None:
    """Return a clock time with the words that lead it: *shortly before midnight*."""
    first = at
    while first and low[first - 1] in _NEARLY:
        first -= 1
    if first and low[first - 1] in _LEADS:
        first -= 1
        first -= first > 0 and low[first - 1] in _NEARLY
    led = first < at
    return (first, after, CLOCK) if led or low[at] in HOURS else None


def hour(low: Sequence[str], at: int) -> tuple[str, int] | None:
    """Return the time of the clock whose number stands at ``at``, and where it ends.

    >>> hour("9 p . m .".split(), 0), hour(["21", ":", "15"], 0), hour(["9", "people"], 0)
    (('21:00', 5), ('21:15', 3), None)
    """
    told, dot, minutes = low[at].partition(".")
    after = at + 1
    if len(told) == len("0915") and low[after : after + 1] and low[after] in _ZONES:
        told, minutes = told[:2], told[2:]
    if low[after : after + 1] == [":"] and len("".join(low[after + 1 : after + 2])) == len("15"):
        minutes, after = low[after + 1], after + 2
    half = "".join(low[after : after + 1])
    if half in {"a", "p"}:
        if list(low[after + 1 : after + 3]) != [".", "m"]:
            return None
        after += 3 + (low[after + 3 : after + 4] == ["."])
    elif half in {"am", "pm"}:
        after += 1
    elif dot or not minutes:
        return None
    if not (told.isdecimal() and told.isascii() and len(told) < len("100")):
        return None
    number = int(told)
    if half in _HALVES:
        number = number % _NOON + _HALVES[half]
    right = number <= _LAST_HOUR and (not minutes or (minutes.isdecimal() and minutes < "60"))
    return (f"{number:02}:{minutes or '00'}", after) if right else None
