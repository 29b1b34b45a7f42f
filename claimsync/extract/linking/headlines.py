"""Whether the body of a page gives the figures of its headline."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.quantities import quantities
from claimsync.extract.figures.readings import RIVALS
from claimsync.extract.questions.predicates import Reader
from claimsync.extract.questions.sentences import between, cut
from claimsync.extract.questions.vocabulary import newsroom
from claimsync.extract.text.stems import stems
from claimsync.extract.text.structure import blocks
from claimsync.extract.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.text.tokens import Token

_FIRST_YEAR, _LAST_YEAR, _CENTURY, _DAYS = 1000, 3000, 100, 31
_WORD = 30  # characters that hold the next word
_PLAIN = 10  # up to here any page holds the number for some other reason
_NEAR, _ROUND = 20, 5  # a rounded number lies within a fifth, one cut off within a twentieth
_KIN = {
    "count": frozenset({"count", "score", "name"}),
    "age": frozenset({"age", "count", "duration"}),
    "duration": frozenset({"duration", "age", "count", "term"}),
    "term": frozenset({"term", "duration", "age", "count"}),
    "date": frozenset({"date", "name", "count"}),
    "ordinal": frozenset({"ordinal"}),
    "name": frozenset({"name", "ordinal", "count", "score", "date"}),
    "score": frozenset({"score", "count"}),
}
_STYLE = frozenset({"count", "name", "score"})  # what a headline's short style may hide


class Support(NamedTuple):
    """A figure of a headline, the figures of the body that give it, and how."""

    figure: Quantity
    by: tuple[Quantity, ...]
    how: str


class Counted(NamedTuple):
    """A figure with the stems of what it counts, what is asked of it, and the words around it."""

    figure: Quantity
    noun: frozenset[str]
    measure: str
    around: frozenset[str]
    numbers: tuple[Fraction, ...] = ()


def unsupported(headline: str, body: str) -> list[Quantity]:
    """Return the figures of a headline that its body does not give.

    >>> [str(q.figure) for q in unsupported("13 dead in Lyman", "Twelve people died in Lyman.")]
    ['= 13']
    """
    given = Body(body)
    return [one.figure for one in counted(headline) if given.support(one) is None]


class Body:
    """The figures of a body, by what they count."""

    def __init__(self, text: str) -> None:
        """Read the figures of ``text``."""
        self._figures = counted(text)

    def support(self, one: Counted) -> Support | None:
        """Return what in the body gives a figure of a headline, or None.

        A figure of the same noun or measure decides; where there is none, one of the same kind
        will do if it is no small number or stands among the headline's own words.
        """
        alike = [other for other in self._figures if _alike(one, other)]
        found = _first(one, alike) or self._summed(one) or self._between_years(one)
        if found is not None:
            return found
        kin = [other for other in self._figures if _kin(one, other) and other not in alike]
        if alike and one.numbers and one.numbers[0] <= _PLAIN:
            kin = [other for other in kin if not other.noun and not other.measure]
        return _first(one, kin, telling=True)

    def _summed(self, one: Counted) -> Support | None:
        """Return two figures of one noun and sentence that add up: *15 men and 16 women*."""
        for first, second in zip(self._figures, self._figures[1:], strict=False):
            if first.around is not second.around or not (
                _alike(one, first) and _alike(one, second)
            ):
                continue
            total = sum(each.numbers[0] if each.numbers else 0 for each in (first, second))
            if first.figure.kind == "count" and total and total in one.numbers:
                return Support(one.figure, (first.figure, second.figure), "sum")
        return None

    def _between_years(self, one: Counted) -> Support | None:
        """Return the two years whose difference a headline tells as *22 years later*."""
        if one.figure.kind not in {"duration", "age"} or not one.numbers:
            return None
        for year, other in self._years:
            for last, at in (self._years[-1], self._years[0]):
                if abs(year - last) == one.numbers[0]:
                    return Support(one.figure, (other, at), "years")
        return None

    @cached_property
    def _years(self) -> list[tuple[Fraction, Quantity]]:
        """The years that the body names, in order."""
        return sorted(
            ((value, one.figure) for one in self._figures if one.figure.kind == "date"
             for value in one.numbers if _FIRST_YEAR <= value < _LAST_YEAR),
            key=lambda year: year[0],
        )  # fmt: skip


def _first(one: Counted, others: Sequence[Counted], *, telling: bool = False) -> Support | None:
    """Return the first of ``others`` that gives the number; where ``telling``, by no accident."""
    for other in others:
        how = given(one, other)
        if how and not (telling and _by_accident(one, other)):
            return Support(one.figure, (other.figure,), how)
    return None


def _alike(one: Counted, other: Counted) -> bool:
    """Return whether two figures count the same."""
    if one.measure and one.measure == other.measure:
        return True
    same = one.figure.kind == other.figure.kind or _kin(one, other)
    return same and bool(one.noun & other.noun)


def _kin(one: Counted, other: Counted) -> bool:
    """Return whether two figures may be of one kind."""
    kinds = _KIN.get(one.figure.kind)
    if kinds is None or (one.figure.kind in _STYLE and not one.noun):
        return other.figure.kind == one.figure.kind or one.figure.kind in _STYLE
    return other.figure.kind in kinds


def _by_accident(one: Counted, other: Counted) -> bool:
    """Return whether a number may stand in the body for another reason."""
    number = one.figure.figure.number
    if number is None or number.value > _PLAIN or number.value.denominator > 1:
        return False
    if one.figure.kind == other.figure.kind != "count":
        return False
    return one.around.isdisjoint(other.around)


def given(one: Counted, other: Counted) -> str:
    """Return how ``other`` gives the number of ``one``: same, rounded, or not at all."""
    number = one.figure.figure.number
    if number is None:
        word = one.figure.figure.word
        return "same" if word and word == other.figure.figure.word else ""
    value, step = number.value, number.granularity
    dated = other.figure.kind == "date"
    for told in other.numbers:
        if dated and one.figure.kind != "date":  # a year may be counted as one, a day may not
            if told >= _FIRST_YEAR and (told == value or told % _CENTURY == value > _DAYS):
                return "same"
            continue
        if told == value or (dated and told % _CENTURY == value > _DAYS):
            return "same"
        off = abs(told - value)
        coarse = step > 1 or told.denominator > 1
        rounded = off <= step / 2 and off * _ROUND <= value
        cut_off = 0 <= told - value < step and off * _NEAR <= value
        if coarse and (rounded or cut_off):
            return "rounded"
    return ""


def _numbers(text: str, one: Quantity) -> tuple[Fraction, ...]:
    """Return the numbers that a figure states; of a date, its day and its year."""
    told = [number.value for number in (one.figure.number, one.figure.to) if number is not None]
    if one.kind == "date":
        told += [
            Fraction(token.text) for token in tokens(text, one.start, one.end)
            if token.kind == "number" and token.text.isdecimal() and len(token.text) <= len("2026")
        ]  # fmt: skip
    return tuple(told)


def counted(text: str) -> tuple[Counted, ...]:
    """Return the figures of a text with what they count."""
    found = quantities(text)
    told: list[Counted] = []
    figure_at = 0
    for block in blocks(text):
        for start, end in block.sentences:
            figure_at, figures = between(found, figure_at, start, end)
            if figures:
                told += _counted(text, cut(text, start, end), figures)
    return tuple(told)


def _counted(text: str, words: Sequence[Token], figures: Sequence[Quantity]) -> Iterator[Counted]:
    """Yield the figures of one sentence."""
    around = stems(word.text for word in words if word.kind == "word")
    reader = Reader(text, words, figures, newsroom())
    asked = {id(one): predicate for one, predicate in reader.predicates()}
    for one in figures:
        predicate = asked.get(id(one))
        measure = predicate.measure if predicate and predicate.term and one.kind in RIVALS else ""
        yield Counted(one, _noun(text, one), measure, around, _numbers(text, one))


def _noun(text: str, one: Quantity) -> frozenset[str]:
    """Return the stems of what a figure counts: its noun, else its unit."""
    span = one.noun or one.unit
    if span is None and one.kind in {"ordinal", "name"}:
        following = (token for token in tokens(text, one.end, min(one.end + _WORD, len(text))))
        return stems([next((t.text for t in following if t.kind == "word"), "of")])
    if span is None:
        return frozenset((one.figure.unit,)) if one.figure.unit else frozenset()
    return stems(token.text for token in tokens(text, *span) if token.kind == "word")
