"""What a figure allows: logically (outside it the words are false), and usually, inside that."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from claimsync.errors import UnknownCodeError, did_you_mean
from claimsync.model.figure import Figure, Qualifier
from claimsync.model.interval import ANYTHING, Exact, Interval
from claimsync.model.policy import DEFAULT, Policy, RoundNumbers, Vague
from claimsync.model.unit import Kind

if TYPE_CHECKING:
    from claimsync.model.measure import Measure


@dataclass(frozen=True, slots=True)
class Meaning:
    """The logical and the usual interval of one figure, in the figure's own unit.

    ``exact``: one number without a qualifier. ``number`` and ``grain`` are the one number stated
    and the place it was written to; None where the figure states none, or two.
    """

    logical: Interval
    usual: Interval
    exact: bool = False
    number: Fraction | None = None
    grain: Fraction | None = None

    @property
    def positive(self) -> bool:
        """Whether only numbers above zero are allowed."""
        return self.logical.low is not None and self.logical.low > 0

    def moved(self, by: Exact) -> Meaning:
        """Return the meaning in a unit whose zero lies lower by ``by``."""
        if by == 0:
            return self
        number = None if self.number is None else self.number + by
        return Meaning(self.logical.moved(by), self.usual.moved(by), self.exact, number, self.grain)

    def scaled(self, factor: Exact) -> Meaning:
        """Return the meaning in a unit ``factor`` times smaller."""
        if factor == 1:
            return self
        number = None if self.number is None else self.number * factor
        grain = None if self.grain is None else self.grain * factor
        return Meaning(
            self.logical.scaled(factor), self.usual.scaled(factor), self.exact, number, grain
        )


def meaning(figure: Figure, measure: Measure, policy: Policy = DEFAULT) -> Meaning:
    """Return what ``figure`` allows for ``measure`` under ``policy``.

    >>> from claimsync.model.measure import Measure
    >>> killed = Measure(name="killed", unit="person")
    >>> about = meaning(Figure(qualifier="around", number="55,000"), killed)
    >>> about.logical, about.usual
    (Interval(49,500 to 60,500), Interval(53,900 to 56,100))
    >>> meaning(Figure(qualifier="at least", number="21"), killed).usual
    Interval(21 to 26)
    """
    return _meaning(figure, measure.whole_numbers, measure.kind, measure.floor, policy)


@lru_cache(maxsize=262144)
def _meaning(
    figure: Figure,
    whole_numbers: bool,  # noqa: FBT001 - a cache looks positions up faster than keywords
    kind: Kind,
    floor: Fraction | None,
    policy: Policy,
) -> Meaning:
    """Return the meaning, rounded inwards for whole numbers and clipped to the floor."""
    shares = kind in {Kind.PERCENT, Kind.POINTS}
    reader = _Reader(figure, policy, whole_numbers=whole_numbers, shares=shares)
    logical, usual = reader.intervals()
    if whole_numbers:
        logical, usual = logical.inwards(), usual.inwards()
    if floor is not None and figure.qualifier is not Qualifier.CATEGORY:
        above = Interval(floor, None)
        logical, usual = logical.meet(above), usual.meet(above)
    usual = logical.meet(usual)
    usual = logical if usual.empty else usual
    if figure.number is None or figure.qualifier not in _ONE_NUMBER:
        return Meaning(logical, usual, figure.exact)
    return Meaning(logical, usual, figure.exact, figure.number.value, reader.g)


_ONE_NUMBER = {Qualifier.EXACTLY, Qualifier.AROUND}


class _Reader:
    """One figure on its way to intervals: n, a = |n| and g (its granularity) under a policy."""

    def __init__(
        self, figure: Figure, policy: Policy, *, whole_numbers: bool, shares: bool
    ) -> None:
        self.figure, self.policy, self.whole_numbers = figure, policy, whole_numbers
        number = figure.number
        if number is not None:
            self.n = number.value
            self.a = abs(self.n)
            self.g = number.last_place if shares else number.granularity

    def intervals(self) -> tuple[Interval, Interval]:
        """Return the logical and the usual interval, before rounding and clipping."""
        match self.figure.qualifier:
            case Qualifier.EXACTLY:
                both = self._exactly()
            case Qualifier.AROUND:
                both = self._around()
            case Qualifier.NEARLY:
                both = self._nearly()
            case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
                both = self._at_least()
            case Qualifier.AT_MOST | Qualifier.UNDER | Qualifier.UP_TO:
                both = self._at_most()
            case Qualifier.RANGE | Qualifier.MARGIN:
                both = self._as_said()
            case Qualifier.WORD:
                word = _vague(self.figure, self.policy)
                both = Interval(word.low, word.high), Interval(word.usual_low, word.usual_high)
            case Qualifier.NO_INFORMATION | Qualifier.CATEGORY:
                both = ANYTHING, ANYTHING
        return both

    def _exactly(self) -> tuple[Interval, Interval]:
        """Return a point for counts, and what rounds to the figure for decimals."""
        half = self.g / 2
        if not self.whole_numbers:
            span = Interval(self.n - half, self.n + half, low_open=True, high_open=True)
        elif self.policy.round_numbers is RoundNumbers.APPROXIMATE and self.g > 1:
            span = Interval(self.n - half, self.n + half)
        else:
            span = Interval(self.n, self.n)
        return span, span

    def _around(self) -> tuple[Interval, Interval]:
        """Return widely and narrowly around the figure."""
        wide, narrow = self._wide(), max(self.g / 2, self._share("usual_share"))
        return _centred(self.n, wide), _centred(self.n, min(narrow, wide))

    def _nearly(self) -> tuple[Interval, Interval]:
        """Return from a bit below up to the figure; readers understand: not the figure itself."""
        low = self.n - max(self.g / 2, self._share("usual_share"))
        usual = Interval(low, self.n, high_open=True)
        if self.whole_numbers:
            usual = Interval(min(Fraction(math.ceil(low)), self.n - 1), self.n - 1)
        return Interval(self.n - self._wide(), self.n), usual

    def _at_least(self) -> tuple[Interval, Interval]:
        """Return everything above; readers understand: not far above."""
        more = self.figure.qualifier is Qualifier.MORE_THAN
        usual = Interval(self.n, self.n + self._beyond(), low_open=more)
        return Interval(self.n, None, low_open=more), usual

    def _at_most(self) -> tuple[Interval, Interval]:
        """Return everything below; readers understand: not far below, twice as far for "up to"."""
        under = self.figure.qualifier is Qualifier.UNDER
        reach = self._beyond() * (2 if self.figure.qualifier is Qualifier.UP_TO else 1)
        usual = Interval(self.n - reach, self.n, high_open=under)
        return Interval(None, self.n, high_open=under), usual

    def _as_said(self) -> tuple[Interval, Interval]:
        """Return the bounds that the figure itself gives."""
        if self.figure.margin is not None:
            span = _centred(self.n, self.figure.margin.value)
        else:
            span = Interval(self.n, self.figure.to.value if self.figure.to else None)
        return span, span

    def _share(self, name: str) -> Fraction:
        """Return a width parameter times |n|."""
        return self.policy.share(name) * self.a

    def _wide(self) -> Fraction:
        """Return how far "around" may logically reach: min(max(g, 10 %), max(25 %, 1))."""
        return min(
            max(self.g, self._share("around_share")), max(self._share("around_most"), Fraction(1))
        )

    def _beyond(self) -> Fraction:
        """Return how far beyond a bound readers usually expect the number: max(g, 25 %)."""
        return max(self.g, self._share("beyond_share"))


def _vague(figure: Figure, policy: Policy) -> Vague:
    """Return what the policy takes a number word for."""
    word = policy.words.get(figure.word or "")
    if word is None:
        hint = did_you_mean(figure.word or "", policy.words)
        raise UnknownCodeError(
            f"expected a number word that policy {policy.name!r} knows, got {figure.word!r}"
            f"{'; ' + hint if hint else ''}"
        )
    return word


def _centred(middle: Exact, reach: Exact) -> Interval:
    """Return the interval of ``reach`` to both sides of ``middle``."""
    return Interval(middle - reach, middle + reach)
