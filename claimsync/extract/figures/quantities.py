"""Quantities: every figure of a text, with what it counts and how it is meant."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.amounts import level
from claimsync.extract.figures.changes import direction, moves
from claimsync.extract.figures.grammar import RULES, grammar
from claimsync.extract.figures.lines import Line, lines
from claimsync.extract.figures.nouns import STOPS, noun_behind
from claimsync.extract.figures.qualifiers import CHANGES, Qualified, qualified
from claimsync.extract.figures.readings import RIVALS, promising, readings
from claimsync.extract.figures.spreads import role, spread
from claimsync.extract.figures.statements import stated, worth
from claimsync.model.figure import Figure, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimsync.extract.figures.grammar import Grammar
    from claimsync.extract.figures.readings import Reading
    from claimsync.extract.text.rules import Rule
    from claimsync.extract.text.words import Words
__all__ = ["RULES", "Quantity", "quantities"]


class Quantity(NamedTuple):
    """A figure in a text; every span is ``[start, end)`` in code points.

    ``kind`` is count, money, share or measure; or ordinal, age, date, duration, name or score,
    which are told apart so that they are never taken for a rival figure. ``spread`` is each or
    total where the text says so, else both readings stay open. ``role`` tells how the figure
    stands to another (included, remaining, further, all, part, former, goal); ``change`` is one of
    ``= ~ > < up down``. ``worth`` is the least and the most that the bare number says, without its
    qualifier; a share in words keeps its fraction (a third: 1/3) where no decimal number has it.
    """

    start: int
    end: int
    figure: Figure
    number_start: int
    number_end: int
    unit: tuple[int, int] | None = None
    noun: tuple[int, int] | None = None
    kind: str = "count"
    spread: str | None = None
    role: str | None = None
    change: str = "="
    rules: tuple[str, ...] = ()
    worth: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))

    @property
    def rival(self) -> bool:
        """Whether it can agree or diverge with another figure: no date, age, name or score."""
        return self.kind in RIVALS


def quantities(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    rules: Iterable[Rule] | None = None,
) -> list[Quantity]:
    """Return the quantities of ``text[start:end]`` in the order of the text.

    >>> for found in quantities("At least 21 people died, 12 km away."):
    ...     print(found.figure, found.kind, found.change)
    >= 21 count >
    = 12 km measure =

    A figure never reaches over a line break. ``rules`` replaces the built-in ``RULES``.
    """
    tables = grammar(None if rules is None else tuple(rules))
    stop = len(text) if end is None else min(end, len(text))
    cut = (Line.of(text, first, last, tables) for first, last in lines(text, start, stop))
    return [one for line in cut for one in _in_line(line)]


def figured(page: Words, rules: Grammar | None = None) -> Iterator[tuple[Line, list[Quantity]]]:
    r"""Yield the lines of a page that hold quantities, cut into tokens, with what they hold.

    >>> from claimsync.extract.text.words import words
    >>> [len(found) for _, found in figured(words("Two died.\nA man left.\nIt took 3 hours."))]
    [1, 1]
    """
    for first, last in lines(page.text, 0, len(page.text)):
        if promising(page, first, last):
            line = Line.of(page.text, first, last, rules)
            if found := _in_line(line):
                yield line, found


def _in_line(line: Line) -> list[Quantity]:
    """Return the quantities of one line."""
    read = _levelled(line, readings(line))
    found: list[Quantity] = []
    fence = 0
    before = None
    for place, reading in enumerate(read):
        ahead = read[place + 1].first if place + 1 < len(read) else len(line)
        meant = _meant(line, reading, (fence, ahead))
        if before is not None and not meant.rules and _converts(line, read[place - 1], reading):
            meant = meant._replace(qualifier=before.qualifier, rules=("converted",))
        setting = _Setting(
            (fence, ahead),
            pair=_to_level(line, read[place : place + 4], meant.first) is not None,
            before=read[place - 1].kind if place else "",
            carried="included" if found and found[-1].role == "included" else None,
        )
        found.append(_quantity(line, reading, meant, setting))
        fence, before = max(reading.stop, meant.last), meant
    return found


def _converts(line: Line, one: Reading, two: Reading) -> bool:
    """Return whether a figure in brackets, or behind a slash there, converts the one before."""
    if one.kind not in _CONVERTED or one.kind != two.kind:
        return False
    gap = line.low[one.stop : two.first]
    units = [found.amount and found.amount.unit for found in (one, two)]
    apart = gap in (["("], ["/"]) and line.grammar.on("converted")
    return apart and None not in units and units[0] != units[1]


_CONVERTED = frozenset({"money", "measure"})


def _meant(line: Line, reading: Reading, fences: tuple[int, int]) -> Qualified:
    """Return how a reading is qualified, between the figures before and behind.

    A conversion in brackets is meant as the figure that it converts: over 7 miles (11 km).
    """
    plain = Qualified(Qualifier.EXACTLY, reading.first, reading.last)
    if reading.amount is None or reading.kind in {"name", "score", "date", "ordinal"}:
        return plain
    start = reading.first
    ranged = reading.amount.high is not None
    opened = ranged and line.word(start - 1) in {"between", "from"}
    start -= opened and start > fences[0]
    return qualified(line, start, reading.last, reading.stop, fences)


def _to_level(line: Line, read: list[Reading], first: int) -> Reading | None:
    """Return the level that a figure behind *from* changed to: from 20 in 2008 to 29."""
    one = read[0]
    two = next((found for found in read[1:] if found.kind in RIVALS), None)
    if not line.grammar.on("from-to"):
        return None
    if line.word(first - 1) != "from" or two is None or one.kind not in RIVALS:
        return None
    gap = line.low[one.stop : two.first]
    near = "to" in gap[-3:] and len(gap) <= _GAP and not _FENCES.intersection(gap)
    return two if near and two.amount is not None else None


def _levelled(line: Line, read: list[Reading]) -> list[Reading]:
    """Return the readings where both levels of a change have the unit and scale that one says."""
    for place, reading in enumerate(read):
        if line.word(reading.first - 1) == "from" and reading.amount and not reading.amount.unit:
            two = _to_level(line, read[place : place + 4], reading.first)
            if two is not None and two.amount is not None:
                one = level(reading.amount, two.amount)
                kind = two.kind if one.unit else reading.kind
                read[place] = reading._replace(amount=one, kind=kind)
    return read


_GAP = 9
_FENCES = frozenset({".", ";", ",", "(", ")"})


class _Setting(NamedTuple):
    """Where a figure stands in its line: between which tokens, and beside which figures.

    ``pair`` says that it is the first of two levels; ``before`` is the kind of the figure before,
    ``carried`` the role that a list shares with it: including 3 men and 2 boys.
    """

    fences: tuple[int, int]
    pair: bool
    before: str
    carried: str | None


def _quantity(line: Line, reading: Reading, meant: Qualified, setting: _Setting) -> Quantity:
    """Return a reading with its words, as spans of the text."""
    first, last = meant.first, meant.last
    rival = reading.kind in RIVALS
    figure, spelt = stated(reading, meant)
    how = _role(line, reading, meant, setting) if rival else None
    over = spread(line, first, last, line.grammar.spreads, setting.fences) if rival else None
    change = direction(line, first, reading.kind) if rival or reading.kind == "duration" else None
    scales = (line.grammar.scales.get(word) for word in line.low[first:last])
    fired = (over, *scales, how, "from-to" if setting.pair else None, change)
    unit = reading.amount.unit if reading.amount else None
    number = reading.amount.low.first if reading.amount else reading.first
    noun = noun_behind(line, last) if last > reading.stop else reading.noun
    return Quantity(
        *_span(line, first, last), figure, *_span(line, number, max(reading.last, number + 1)),
        unit=_span(line, unit.first, unit.last) if unit else None,
        noun=_span(line, *noun) if noun and rival else None,
        kind=reading.kind, spread=over, role=how,
        change=change or CHANGES.get(meant.qualifier, "="),
        rules=(*meant.rules, *reading.rules, *spelt, *(rule for rule in fired if rule)),
        worth=worth(reading),
    )  # fmt: skip


def _role(line: Line, reading: Reading, meant: Qualified, setting: _Setting) -> str | None:
    """Return how a figure stands to another one."""
    if setting.pair:
        return "former"
    first = meant.first
    how = role(line, first, meant.last, line.grammar.roles)
    if how == "former" and line.word(first - 1) == "from":
        how = how if setting.before == reading.kind and moves(line, first - 1) else None
    if how in {"part", "included"} and reading.kind == "share" and line.word(meant.last) == "of":
        return None
    return how or (setting.carried if _listed(line, setting.fences[0], first) else None)


def _listed(line: Line, fence: int, first: int) -> bool:
    """Return whether only nouns, commas and *and* stand between two figures."""
    gap = line.low[fence:first]
    return (
        len(gap) <= _GAP
        and bool(gap)
        and gap[-1] in {"and", ","}
        and not STOPS.intersection(set(gap) - {"and"})
        and not _FENCES.intersection(set(gap) - {","})
    )


def _span(line: Line, first: int, last: int) -> tuple[int, int]:
    """Return the span in the text of tokens ``first`` to ``last``."""
    return line.starts[first], line.ends[last - 1]
