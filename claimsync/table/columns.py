"""A claim set as columns: who, what, how, when, and every way to take each claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from claimsync.model.codelist import Partition
from claimsync.model.figure import Qualifier
from claimsync.model.interval import Interval
from claimsync.model.meaning import Meaning, meaning
from claimsync.model.question import Question
from claimsync.model.stance import Stance
from claimsync.table.assumptions import Assumptions
from claimsync.table.keys import AS_OF, FIXED, MEASURE, Codes, Ints, KeySpace
from claimsync.table.origins import Origins
from claimsync.table.rates import Conversion, Rates
from claimsync.table.series import dates_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from claimsync.model.claim import Claim, Reading
    from claimsync.model.claimset import ClaimSet
    from claimsync.model.figure import Figure
    from claimsync.model.measure import Measure
    from claimsync.model.policy import Policy
    from claimsync.table.assumptions import Granted
    from claimsync.table.scope import Scope

OCCURRENCE = -1


class Option(NamedTuple):
    """One way to take a claim.

    ``key`` is the question it answers, ``meaning`` the code of what its figure allows (-1: nothing
    but the occurrence is told), ``over`` the column that an *each* or *total* figure runs over
    (-1: none).
    """

    key: int
    meaning: int
    over: int
    each: bool
    reading: Reading | None
    question: Question
    assumptions: tuple[str, ...]


_STANCES = tuple(Stance)
AFFIRMS, POLAR, WITHHOLDS = (
    np.array([getattr(stance, said) for stance in _STANCES])
    for said in ("affirms", "polar", "withholds")
)


@dataclass(frozen=True)
class Ways:
    """The options of all claims, one after the other; those of row ``r`` begin at ``start[r]``.

    ``key``, ``meaning`` and ``over`` are an option's; ``uninformed``: it says that nothing is
    known; ``assumed``: something must be granted for it.
    """

    start: NDArray[np.int64]
    key: Ints
    meaning: NDArray[np.int64]
    over: NDArray[np.int64]
    uninformed: NDArray[np.bool_]
    assumed: NDArray[np.bool_]

    @property
    def several(self) -> NDArray[np.bool_]:
        """Which claims may be taken in several ways."""
        ambiguous: NDArray[np.bool_] = np.diff(self.start) > 1
        return ambiguous


@dataclass
class Table:
    """The claims of a set, a row each by the order of ids, so that input order never counts."""

    claimset: ClaimSet
    ids: tuple[str, ...]
    claims: tuple[Claim, ...]
    origins: Origins
    space: KeySpace
    options: list[tuple[Option, ...]] = field(repr=False)
    meanings: list[tuple[Measure, Meaning]] = field(repr=False)
    _questions: dict[int, Question] = field(repr=False)

    def __len__(self) -> int:
        """Return how many claims there are."""
        return len(self.claims)

    def measure(self, key: int) -> Measure:
        """Return the measure that a key asks for."""
        name = self.space.codes[MEASURE].names[self.space.row(key)[MEASURE]]
        return self.claimset.measures[name]

    def question(self, key: int) -> Question:
        """Return the question of a key, as findings name it."""
        key, radix = int(key), self.space.radices[AS_OF]
        key -= key // radix % len(self.space.codes[AS_OF]) * radix
        known = self._questions.get(key)
        if known is None:
            known = self._questions.setdefault(key, self._question(key))
        return known

    def _question(self, key: int) -> Question:
        """Return the question of a key, made anew."""
        named = self.space.names(key)
        return Question(
            measure=named["measure"],
            event=named.get("event"),
            phase=named.get("phase"),
            dimensions=tuple((name, (code,)) for name, code in named.items() if name not in FIXED),
            when=named.get("when"),
            unit=named.get("unit"),
        )

    @cached_property
    def ways(self) -> Ways:
        """The options of all claims as columns."""
        flat = [option for options in self.options for option in options]
        return Ways(
            start=np.cumsum([0, *map(len, self.options)]),
            key=np.array([option.key for option in flat], dtype=self.space.dtype),
            meaning=np.array([option.meaning for option in flat], dtype=np.int64),
            over=np.array([option.over for option in flat], dtype=np.int64),
            uninformed=np.array([_uninformed(option.reading) for option in flat], dtype=bool),
            assumed=np.array([bool(option.assumptions) for option in flat], dtype=bool),
        )

    @cached_property
    def stance(self) -> NDArray[np.int64]:
        """The code of each claim's stance, in the order of ``Stance``; shape (claims,)."""
        code = {stance: at for at, stance in enumerate(_STANCES)}
        return np.array([code[claim.stance] for claim in self.claims], dtype=np.int64)

    def takes(self, stance: Stance) -> NDArray[np.bool_]:
        """Return which claims take a stance."""
        taken: NDArray[np.bool_] = self.stance == _STANCES.index(stance)
        return taken

    @cached_property
    def bare(self) -> NDArray[np.bool_]:
        """Which claims tell no figure."""
        return np.array([not claim.readings for claim in self.claims], dtype=bool)

    @cached_property
    def linking(self) -> list[int]:
        """The claims that say what they do to others."""
        return [row for row, claim in enumerate(self.claims) if claim.links]

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each id."""
        return {claim_id: row for row, claim_id in enumerate(self.ids)}

    @cached_property
    def as_of(self) -> NDArray[np.int64]:
        """The code of the date that each claim's figure is *as of*; shape (claims,)."""
        code = self.space.codes[AS_OF].code
        return np.array([code[claim.as_of] for claim in self.claims], dtype=np.int64)

    @cached_property
    def alike(self) -> NDArray[np.int64]:
        """One code for all figures that allow the same; shape (meanings,)."""
        code = {meant: at for at, meant in enumerate(self.distinct_meanings)}
        return np.array([code[meant] for _, meant in self.meanings], dtype=np.int64)

    @cached_property
    def distinct_meanings(self) -> tuple[Meaning, ...]:
        """What the figures allow, each once."""
        return tuple(dict.fromkeys(meant for _, meant in self.meanings))

    def most_bounds(self, scope: Scope) -> int:
        """Return how many bounds the claims can give at most, *each* figures on every part."""
        spread = bool((self.ways.over >= 0).any())
        widest = max((len(split.parts) for split in scope.splits), default=1) if spread else 1
        return len(self.ways.key) * widest

    def keys(self, choice: NDArray[np.int64]) -> Ints:
        """Return the key of each claim under a choice of options; shape (claims,)."""
        return self.ways.key[self.ways.start[:-1] + choice]


def _uninformed(reading: Reading | None) -> bool:
    """Return whether a reading says that nothing is known."""
    return reading is not None and reading.figure.qualifier is Qualifier.NO_INFORMATION


def table_of(claimset: ClaimSet, policy: Policy) -> Table:
    """Return the columns of ``claimset`` under ``policy``."""
    order = sorted(range(len(claimset)), key=claimset.ids.__getitem__)
    claims = tuple(claimset.claims[row] for row in order)
    coder = _Coder(claimset, policy, claims)
    return Table(
        claimset=claimset,
        ids=tuple(claimset.ids[row] for row in order),
        claims=claims,
        origins=Origins(claimset.context, claims),
        space=coder.space,
        options=[coder.options(claim) for claim in claims],
        meanings=coder.meanings,
        _questions=coder.questions,
    )


class _Coder:
    """Codes questions and figures, each distinct one once."""

    def __init__(self, claimset: ClaimSet, policy: Policy, claims: Sequence[Claim]) -> None:
        self.policy, self.measures = policy, claimset.measures
        self.rates = Rates(claimset.context.rates)
        self.granted = _granted(Assumptions(claimset, policy), claims)
        self.space = _space(claimset, claims, self.granted)
        weighed = zip(self.space.columns, self.space.codes, self.space.radices, strict=True)
        self.codes = {
            name: {code: at * radix for code, at in column.code.items()}
            for name, column, radix in weighed
        }
        self.words = Codes(_category_words(claims))
        self.meanings: list[tuple[Measure, Meaning]] = []
        self._figures: dict[tuple[int, str | None, str], tuple[int, Conversion]] = {}
        self.questions: dict[int, Question] = {}
        self._base: dict[int, list[tuple[Question, int, tuple[str, ...]]]] = {}

    def options(self, claim: Claim) -> tuple[Option, ...]:
        """Return every way to take ``claim``."""
        question = claim.question
        if question is None:
            return ()
        base = self._base.get(id(question))
        if base is None:
            base = [
                (meant, self._key(granted), granted.used)
                for meant, granted in self.granted[question]
            ]
            for meant, key, used in base:
                if not used and meant.unit is None:
                    self.questions.setdefault(key, meant)
            self._base[id(question)] = base
        dated = self.codes["as of"][claim.as_of] if claim.as_of else 0
        return tuple(
            self._option(meant, key + dated, used, reading)
            for meant, key, used in base
            for reading in claim.readings or (None,)
        )

    def _key(self, granted: Granted) -> int:
        """Return the key of what a question specifies."""
        return sum(self.codes[name][code] for name, code in granted.parts.items())

    def _option(
        self, question: Question, key: int, used: tuple[str, ...], reading: Reading | None
    ) -> Option:
        """Return one option: its key with the currency that stays, and its figure's meaning."""
        if reading is None:
            return Option(key, OCCURRENCE, -1, False, None, question, used)  # noqa: FBT003 - positions, since millions are made
        figure = reading.figure
        code, conversion = self._meaning(figure, question)
        if conversion.stays:
            key += self.codes["unit"][conversion.stays]
        over = self.space.columns.index(figure.over) if figure.over else -1
        each = figure.spread == "each"
        return Option(key, code, over, each, reading, question, used + conversion.assumptions)

    def _meaning(self, figure: Figure, question: Question) -> tuple[int, Conversion]:
        """Return the code of what a figure allows in its measure's unit, and the conversion."""
        known = (id(figure), question.unit, question.measure)
        if known not in self._figures:
            measure = self.measures[question.measure]
            conversion = self.rates.conversion(figure.unit or question.unit, measure.unit)
            self.meanings.append((measure, self._allowed(figure, measure, conversion)))
            self._figures[known] = (len(self.meanings) - 1, conversion)
        return self._figures[known]

    def _allowed(self, figure: Figure, measure: Measure, conversion: Conversion) -> Meaning:
        """Return the logical and usual interval in the measure's unit; a category is a point."""
        if figure.qualifier is Qualifier.CATEGORY:
            point = Interval(self.words.code[figure.word], self.words.code[figure.word])
            return Meaning(point, point, exact=True)
        meant = meaning(figure, measure, self.policy).scaled(conversion.factor)
        return meant.moved(conversion.apart)


Grants = dict[Question, list[tuple[Question, "Granted"]]]


def _granted(assumptions: Assumptions, claims: Iterable[Claim]) -> Grants:
    """Return, for each question, its unambiguous meanings with what they specify."""
    questions = dict.fromkeys(claim.question for claim in claims if claim.question)
    return {q: [(meant, assumptions.granted(meant)) for meant in q.meanings()] for q in questions}


def _category_words(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the words of all category figures."""
    for claim in claims:
        for reading in claim.readings:
            if reading.figure.qualifier is Qualifier.CATEGORY and reading.figure.word:
                yield reading.figure.word


def _space(claimset: ClaimSet, claims: Sequence[Claim], grants: Grants) -> KeySpace:
    """Return the columns that these claims and their declared scopes need."""
    names: dict[str, set[Any]] = {name: set() for name in FIXED}
    for meanings in grants.values():
        for _, granted in meanings:
            for name, code in granted.parts.items():
                names.setdefault(name, set()).add(code)
    names["as of"] = {claim.as_of for claim in claims if claim.as_of}
    names["unit"] = {
        r.figure.unit or (c.question and c.question.unit) for c in claims for r in c.readings
    }
    for figure in {r.figure for c in claims for r in c.readings if r.figure.over}:
        names.setdefault(figure.over or "", set())
    _add_scopes(claimset, names)
    _add_series(claimset, grants, names, claims)
    columns = (*FIXED, *sorted(set(names) - set(FIXED)))
    dated = {"when", "as of"}
    codes = (
        Codes(names[name], (lambda p: (*p.span, p.text)) if name in dated else None)
        for name in columns
    )
    return KeySpace(columns, tuple(codes))


def _add_scopes(claimset: ClaimSet, names: dict[str, set[Any]]) -> None:
    """Add the codes that only partitions name: wholes, parts, and the prefixes of paths."""
    for partition in claimset.context.partitions:
        known = names.get(partition.dimension)
        if known is None:
            continue
        if isinstance(partition, Partition):
            known.update((partition.whole, *partition.parts))
        else:
            for code in tuple(known):
                while "/" in code:
                    code = code.rpartition("/")[0]  # noqa: PLW2901 - climbing the path
                    known.add(code)


def _add_series(
    claimset: ClaimSet, grants: Grants, names: dict[str, set[Any]], claims: Sequence[Claim]
) -> None:
    """Add the measures that relations join to claimed ones, and the dates of their series."""
    for relation in claimset.context.relations:
        asked: list[Any] = [
            granted.parts.get("when")
            for meanings in grants.values()
            for meant, granted in meanings
            if meant.measure in relation.measures
        ]
        if not asked:
            continue
        names["measure"].update(relation.measures)
        days = {day for day in asked if day is not None}
        as_of = {
            claim.as_of
            for claim in claims
            if claim.as_of and claim.question and claim.question.measure in relation.measures
        }
        shifts = [term.shift for term in relation.terms if term.shift]
        both = days | as_of
        both.update(dates_around(both, shifts))
        for column, told in (("when", days), ("as of", as_of)):
            if told:
                names[column].update(both)
