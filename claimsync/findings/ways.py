"""The ways to take a claim, from the claim itself: which questions it bounds, and by which ends."""

from __future__ import annotations

from functools import cached_property
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from claimsync.findings.asked import Asked
from claimsync.model.codelist import Partition
from claimsync.model.figure import Qualifier
from claimsync.model.interval import Interval
from claimsync.model.meaning import meaning
from claimsync.model.question import Question
from claimsync.table.assumptions import Assumptions
from claimsync.table.rates import Rates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimsync.model.claim import Claim
    from claimsync.model.claimset import ClaimSet
    from claimsync.model.figure import Figure
    from claimsync.model.period import Period
    from claimsync.model.policy import Policy


class Way(NamedTuple):
    """One way to take a claim: the questions that it bounds, dated, and what it lets them be."""

    asked: tuple[Asked, ...]
    logical: Interval
    usual: Interval


class Ways:
    """The ways to take the claims of a set.

    ``standing`` are the ids of those that settle what is asked; ``read`` tells of ambiguous ones
    which of their options is meant, counted as codes and then readings are written.
    """

    def __init__(
        self, claims: ClaimSet, policy: Policy, standing: Iterable[str], read: Mapping[str, int]
    ) -> None:
        """Keep what claims are read with; they are read one by one, when asked for."""
        self.claims, self.policy, self.standing = claims, policy, tuple(standing)
        self._meant = read
        self._assumptions, self._rates = Assumptions(claims, policy), Rates(claims.context.rates)
        self._granting = bool(claims.context.assumptions) or policy.unspecified.value == "total"

    def of(self, name: str) -> Iterator[Way]:
        """Yield the ways to take a claim; none for one that bounds nothing."""
        claim = self.claims.claim(name)
        for figure, questions, meant in self._bounding(name, claim):
            asked = tuple(self._dated(question, claim) for question in questions)
            yield Way(asked, *self._allowed(figure, meant))

    def asked(self, name: str) -> Iterator[Asked]:
        """Yield every question that a claim bounds in some way, without reading its figures."""
        claim = self.claims.claim(name)
        for _, questions, _ in self._bounding(name, claim):
            yield from (self._dated(question, claim) for question in questions)

    def _bounding(
        self, name: str, claim: Claim
    ) -> Iterator[tuple[Figure, list[Question], Question]]:
        """Yield the figures of a claim that bound something, those questions, and the one asked."""
        for meant, figure in self._options(name, claim):
            if figure is not None and _bounds(claim, figure):
                yield figure, self._spread(self._question(meant, figure), figure), meant

    def _options(self, name: str, claim: Claim) -> Iterator[tuple[Question, Figure | None]]:
        """Yield the options of a claim, or the one meant: a question, and a figure if any."""
        if claim.question is None:
            return
        figures: list[Figure | None] = [reading.figure for reading in claim.readings]
        meant = self._meant.get(name)
        options = product(claim.question.meanings(), figures or [None])
        yield from islice(options, meant or 0, None if meant is None else meant + 1)

    def _question(self, meant: Question, figure: Figure | None) -> Question:
        """Return the question that a figure answers, assumptions granted; money keeps its unit."""
        stated, wanted = figure and figure.unit, self.claims.measures[meant.measure].unit
        stated = stated or (figure and meant.unit)
        currency = self._rates.conversion(stated, wanted).stays if stated else None
        if meant.unit == currency and not self._granting:
            return meant
        granted = self._assumptions.granted(meant)
        fixed = {"measure", "event", "phase", "when"}
        parts = granted.parts.items()
        dimensions = {name: code for name, code in parts if name not in fixed}
        told = {name: code for name, code in parts if name in fixed}
        return Question.model_validate({**told, "dimensions": dimensions, "unit": currency})

    def _allowed(self, figure: Figure, meant: Question) -> tuple[Interval, Interval]:
        """Return what a figure allows logically and usually, in its measure's unit."""
        if figure.qualifier is Qualifier.CATEGORY:
            point = Interval(self._categories[figure.word], self._categories[figure.word])
            return point, point
        measure = self.claims.measures[meant.measure]
        stated, found = figure.unit or meant.unit, meaning(figure, measure, self.policy)
        if stated and stated != measure.unit:
            conversion = self._rates.conversion(stated, measure.unit)
            found = found.scaled(conversion.factor).moved(conversion.apart)
        return found.logical, found.usual

    @cached_property
    def _categories(self) -> dict[str | None, int]:
        """The categories that any claim names, numbered in their order."""
        figures = (r.figure for claim in self.claims.claims for r in claim.readings)
        words = {f.word for f in figures if f.qualifier is Qualifier.CATEGORY and f.word}
        return {word: at for at, word in enumerate(sorted(words), start=1)}

    def _spread(self, question: Question, figure: Figure) -> list[Question]:
        """Return what a figure bounds: the question, or with *each* or *total* what it is over."""
        if not figure.over:
            return [question]
        code, listed = question.code(figure.over), self.claims.context.partitions
        mine = [p for p in listed if isinstance(p, Partition) and p.dimension == figure.over]
        split = min((p for p in mine if code in {None, p.whole}), key=str)
        codes = split.parts if figure.spread == "each" else (split.whole,)
        rest = tuple(pair for pair in question.dimensions if pair[0] != figure.over)
        return [
            Question.model_validate(
                {**dict(question), "dimensions": (*rest, (figure.over, (code,)))}
            )
            for code in codes
        ]

    def _dated(self, question: Question, claim: Claim) -> Asked:
        """Return a question with the date of a claim, unless the latest stands for the question."""
        date = claim.as_of
        return Asked(question, None if date and self.latest.get(question) == date else date)

    @cached_property
    def latest(self) -> dict[Question, Period]:
        """The latest date told on each question whose figures need no date of their own."""
        found: dict[Question, Period] = {}
        for name in self.standing:
            claim = self.claims.claim(name)
            if claim.as_of and claim.question and not self._needs_dates(claim.question):
                for question in self._told_on(name, claim):
                    known = found.get(question, claim.as_of)
                    found[question] = max(known, claim.as_of, key=in_time)
        return found

    @cached_property
    def dates(self) -> dict[Question, Period]:
        """The date of the figures on each question for which the latest ones stand."""
        found: dict[Question, Period] = {}
        for name in self.standing if self.latest else ():
            date = self.claims.claim(name).as_of
            for asked in self.asked(name) if date else ():
                if date and asked.as_of is None:
                    found[asked.question] = date
        return found

    def _needs_dates(self, question: Question) -> bool:
        return self.claims.measures[question.measure].dated

    def _told_on(self, name: str, claim: Claim) -> Iterator[Question]:
        """Yield what a claim speaks of, bounding it or not, and the whole that it spreads over."""
        for meant, figure in self._options(name, claim):
            asked = self._question(meant, figure)
            yield asked
            if figure is not None and figure.over and _bounds(claim, figure):
                yield from self._spread(asked, figure)
                yield from self._spread(asked, figure.model_copy(update={"spread": "total"}))


def _bounds(claim: Claim, figure: Figure) -> bool:
    """Return whether a figure of a claim bounds what it is asked for."""
    return claim.stance.affirms and figure.qualifier is not Qualifier.NO_INFORMATION


def in_time(period: Period) -> tuple[tuple[float, float], str]:
    """Return by what periods are ordered in time."""
    return period.span, period.text
