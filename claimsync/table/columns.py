"""A claim set as columns: who, what, how, when, and every way to take each claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, overload

import numpy as np

from claimsync.model.codelist import Partition
from claimsync.model.columns import distinct
from claimsync.model.figure import Qualifier
from claimsync.model.interval import Interval
from claimsync.model.meaning import Meaning, meaning
from claimsync.model.question import Question
from claimsync.model.stance import Stance
from claimsync.table.assumptions import Assumptions, Granted
from claimsync.table.groups import Groups
from claimsync.table.keys import AS_OF, FIXED, MEASURE, Codes, Ints, KeySpace
from claimsync.table.origins import Origins
from claimsync.table.rates import Conversion, Rates
from claimsync.table.series import dates_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from claimsync.model.claim import Reading
    from claimsync.model.claimset import ClaimSet
    from claimsync.model.columns import Claims, Column
    from claimsync.model.figure import Figure
    from claimsync.model.measure import Measure
    from claimsync.model.policy import Policy
    from claimsync.table.scope import Scope

OCCURRENCE = -1
_KEPT = 2**16  # options and questions up to which each is kept once it was looked at


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

    @classmethod
    def of(cls, listed: Sequence[tuple[Option, ...]], dtype: Any) -> Ways:
        """Return options that are listed claim by claim."""
        flat = [option for options in listed for option in options]
        return cls(
            start=np.cumsum([0, *map(len, listed)]),
            key=np.array([option.key for option in flat], dtype=dtype),
            meaning=np.array([option.meaning for option in flat], dtype=np.int64),
            over=np.array([option.over for option in flat], dtype=np.int64),
            uninformed=np.array([_uninformed(option.reading) for option in flat], dtype=bool),
            assumed=np.array([bool(option.assumptions) for option in flat], dtype=bool),
        )


@dataclass
class Table:
    """The claims of a set, a row each by the order of ids, so that input order never counts."""

    claimset: ClaimSet
    ids: tuple[str, ...]
    claims: Claims
    origins: Origins
    space: KeySpace
    options: Sequence[tuple[Option, ...]] = field(repr=False)
    ways: Ways = field(repr=False)
    meanings: list[tuple[Measure, Meaning]] = field(repr=False)
    _questions: dict[int, Question] = field(default_factory=dict, repr=False)

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
            if len(self._questions) >= _KEPT:
                self._questions.clear()
            known = self._questions[key] = self._question(key)
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
    def stance(self) -> NDArray[np.int64]:
        """The code of each claim's stance, in the order of ``Stance``; shape (claims,)."""
        codes = [_STANCES.index(stance) for stance in self.claims.stance.values]
        stances: NDArray[np.int64] = np.array(codes, dtype=np.int64)[self.claims.stance.code]
        return stances

    def takes(self, stance: Stance) -> NDArray[np.bool_]:
        """Return which claims take a stance."""
        taken: NDArray[np.bool_] = self.stance == _STANCES.index(stance)
        return taken

    @cached_property
    def bare(self) -> NDArray[np.bool_]:
        """Which claims tell no figure."""
        return ~self.claims.readings.marked(len)

    @cached_property
    def linking(self) -> list[int]:
        """The claims that say what they do to others."""
        rows: list[int] = np.flatnonzero(self.claims.links.marked(len)).tolist()
        return rows

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each id."""
        return {claim_id: row for row, claim_id in enumerate(self.ids)}

    @cached_property
    def as_of(self) -> NDArray[np.int64]:
        """The code of the date that each claim's figure is *as of*; shape (claims,)."""
        code = self.space.codes[AS_OF].code
        codes = [code.get(date, 0) for date in self.claims.as_of.values]
        dates: NDArray[np.int64] = np.array(codes, dtype=np.int64)[self.claims.as_of.code]
        return dates

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
    ids = claimset.ids
    order = sorted(range(len(ids)), key=ids.__getitem__)
    claims = claimset.columns.take(np.array(order, dtype=np.int64))
    coder = _Coder(claimset, policy, claims)
    options = Options(claims, coder)
    return Table(
        claimset=claimset,
        ids=tuple(map(ids.__getitem__, order)),
        claims=claims,
        origins=Origins(claimset.context, claims.attribution),
        space=coder.space,
        options=options,
        ways=options.ways,
        meanings=coder.meanings,
    )


class _Told(NamedTuple):
    """What one reading of a figure comes to in its measure's unit."""

    meaning: int
    over: int
    each: bool
    reading: Reading | None
    conversion: Conversion


_BARE = _Told(OCCURRENCE, -1, False, None, Conversion(Fraction(1)))  # noqa: FBT003 - a place


class _Coder:
    """Codes questions and figures, each distinct one once."""

    def __init__(self, claimset: ClaimSet, policy: Policy, claims: Claims) -> None:
        self.policy, self.measures, self.claims = policy, claimset.measures, claims
        self.rates = Rates(claimset.context.rates)
        self.assumptions = Assumptions(claimset, policy)
        asked, self.first = claims.asked
        self.granted = self._grants()
        self.space = self._space(claimset)
        weighed = zip(self.space.columns, self.space.codes, self.space.radices, strict=True)
        self.codes = {
            name: {code: at * radix for code, at in column.code.items()}
            for name, column, radix in weighed
        }
        self.words = Codes(_category_words(claims.readings))
        self.meanings: list[tuple[Measure, Meaning]] = []
        self._figures: dict[tuple[Figure, str | None, str], tuple[int, Conversion]] = {}
        self.keys = self._keys().take(asked)
        told, example = distinct([claims.measure, claims.unit, claims.readings])
        self.told = [self._told(int(row)) for row in example]
        self.telling = told
        self.asked = asked

    def _grants(self) -> Grants:
        """Return the meanings of the distinct questions that can be taken in several ways.

        Under assumptions, of all: what is meant may be another question than what is asked.
        """
        wanted = np.full(len(self.first), self.assumptions.any)
        for column in self.claims.dimensions.values():
            wanted |= column.take(self.first).marked(lambda codes: codes and len(codes) > 1)
        found: Grants = {}
        for at in np.flatnonzero(wanted).tolist():
            question = self.claims.question(int(self.first[at]))
            meanings = question.meanings() if question else ()
            found[at] = [(meant, self.assumptions.granted(meant)) for meant in meanings]
        return found

    def _plain(self) -> NDArray[np.int64]:
        """Return a claim for each of the other distinct questions."""
        plain = np.ones(len(self.first), dtype=bool)
        plain[list(self.granted)] = False
        return self.first[plain]

    def _keys(self) -> Groups:
        """Return the keys of every distinct question."""
        claims, dtype = self.claims, self.space.dtype
        keys = np.zeros(len(self.first), dtype=dtype)
        for name, column in _specified(claims):
            known = self.codes.get(name, {})
            key = np.array([known.get(_code(code), 0) for code in column.values], dtype=dtype)
            keys += key[column.code[self.first]]
        many = np.ones(len(keys), dtype=np.int64)
        many[list(self.granted)] = [len(meanings) for meanings in self.granted.values()]
        member = np.repeat(keys, many)
        start = np.concatenate([[0], np.cumsum(many)])
        for at, meanings in self.granted.items():
            member[start[at] : start[at + 1]] = [self._key(granted) for _, granted in meanings]
        return Groups(start, member)

    def _key(self, granted: Granted) -> int:
        """Return the key of what a question specifies."""
        return sum(self.codes[name][code] for name, code in granted.parts.items())

    def _told(self, row: int) -> tuple[_Told, ...]:
        """Return the figures of one claim in its measure's unit."""
        measure, unit = self.claims.measure[row], self.claims.unit[row]
        readings = self.claims.readings[row]
        return tuple(self._figure(reading, unit, measure) for reading in readings) or (_BARE,)

    def _figure(self, reading: Reading, unit: str | None, measure: str) -> _Told:
        """Return one figure in its measure's unit."""
        figure = reading.figure
        known = (figure, unit, measure)
        if known not in self._figures:
            of = self.measures[measure]
            conversion = self.rates.conversion(figure.unit or unit, of.unit)
            self.meanings.append((of, self._allowed(figure, of, conversion)))
            self._figures[known] = (len(self.meanings) - 1, conversion)
        code, conversion = self._figures[known]
        over = self.space.columns.index(figure.over) if figure.over else -1
        return _Told(code, over, figure.spread == "each", reading, conversion)

    def _allowed(self, figure: Figure, measure: Measure, conversion: Conversion) -> Meaning:
        """Return the logical and usual interval in the measure's unit; a category is a point."""
        if figure.qualifier is Qualifier.CATEGORY:
            point = Interval(self.words.code[figure.word], self.words.code[figure.word])
            return Meaning(point, point, exact=True)
        meant = meaning(figure, measure, self.policy).scaled(conversion.factor)
        return meant.moved(conversion.apart)

    def _space(self, claimset: ClaimSet) -> KeySpace:
        """Return the columns that these claims and their declared scopes need."""
        claims, plain = self.claims, self._plain()
        names: dict[str, set[Any]] = {name: set() for name in FIXED}
        for name, column in _specified(claims):
            told = column.take(plain)
            known = {_code(told.values[code]) for code in told.used} - {None}
            if known:
                names.setdefault(name, set()).update(known)
        for meanings in self.granted.values():
            for _, granted in meanings:
                for name, code in granted.parts.items():
                    names.setdefault(name, set()).add(code)
        names["as of"] = {claims.as_of.values[code] for code in claims.as_of.used} - {None}
        _, example = distinct([claims.unit, claims.readings])
        for row in example.tolist():
            for reading in claims.readings[row]:
                names["unit"].add(reading.figure.unit or claims.unit[row])
                if reading.figure.over:
                    names.setdefault(reading.figure.over, set())
        _add_scopes(claimset, names)
        _add_series(claimset, self._days(), names)
        columns = (*FIXED, *sorted(set(names) - set(FIXED)))
        dated = {"when", "as of"}
        codes = (
            Codes(names[name], (lambda p: (*p.span, p.text)) if name in dated else None)
            for name in columns
        )
        return KeySpace(columns, tuple(codes))

    def _days(self) -> Iterator[tuple[str, Any, Any]]:
        """Yield every measure with a day that it is asked for, and a date it is told *as of*."""
        claims = self.claims
        _, example = distinct([claims.measure, claims.when, claims.as_of])
        for row in example.tolist():
            yield claims.measure[row], claims.when[row], claims.as_of[row]
        for meanings in self.granted.values():
            for meant, granted in meanings:
                yield meant.measure, granted.parts.get("when"), None


def _specified(claims: Claims) -> Iterator[tuple[str, Column]]:
    """Yield the columns of what questions specify, by name."""
    for name in ("measure", "event", "phase", "when"):
        yield name, claims.columns[name]
    yield from claims.dimensions.items()


def _code(codes: Any) -> Any:
    """Return the code that an unambiguous column holds."""
    return codes[0] if isinstance(codes, tuple) else codes


class Options(Sequence[tuple[Option, ...]]):
    """Every way to take each claim, made when it is looked at; ``ways`` are their columns."""

    def __init__(self, claims: Claims, coder: _Coder) -> None:
        """Lay out the options: for each meaning of the question, every figure."""
        self._claims, self._coder = claims, coder
        self._known: dict[int, tuple[Option, ...]] = {}
        self.ways = self._ways()

    def _ways(self) -> Ways:
        """Return the options as columns."""
        coder, space = self._coder, self._coder.space
        told = Groups.listed([range(len(each)) for each in coder.told])
        first, size = told.start[coder.telling], told.lengths[coder.telling]
        many = coder.keys.lengths * size
        start = np.concatenate([[0], np.cumsum(many)])
        row = np.repeat(np.arange(len(many)), many)
        at = np.arange(start[-1]) - start[row]
        figure = first[row] + at % size[row]
        asked = coder.keys.start[row] + at // size[row]
        flat = [each for told in coder.told for each in told]
        stays = [self._stays(each.conversion) for each in flat]
        date = self._claims.as_of
        dated = [coder.codes["as of"].get(day, 0) for day in date.values]
        key = coder.keys.member[asked] + np.array(stays, dtype=space.dtype)[figure]
        granted = np.array([bool(each.conversion.assumptions) for each in flat], dtype=bool)
        assumed = granted[figure] if flat else np.zeros(0, dtype=bool)
        if coder.granted:
            assumed |= self._granted()[asked]
        return Ways(
            start=start,
            key=key + np.array(dated, dtype=space.dtype)[date.code[row]],
            meaning=np.array([each.meaning for each in flat], dtype=np.int64)[figure],
            over=np.array([each.over for each in flat], dtype=np.int64)[figure],
            uninformed=np.array([_uninformed(each.reading) for each in flat], dtype=bool)[figure],
            assumed=assumed,
        )

    def _granted(self) -> NDArray[np.bool_]:
        """Return for which meaning of each claim's question something must be granted."""
        coder = self._coder
        used = {at: any(g.used for _, g in meanings) for at, meanings in coder.granted.items()}
        flags = np.array([used.get(at, False) for at in range(len(coder.first))], dtype=bool)
        return np.repeat(flags[coder.asked], coder.keys.lengths)

    def _stays(self, conversion: Conversion) -> int:
        """Return what a currency that stays adds to a key."""
        return self._coder.codes["unit"][conversion.stays] if conversion.stays else 0

    def __len__(self) -> int:
        """Return how many claims there are."""
        return len(self._claims)

    @overload
    def __getitem__(self, row: int) -> tuple[Option, ...]: ...
    @overload
    def __getitem__(self, row: slice) -> list[tuple[Option, ...]]: ...
    def __getitem__(self, row: int | slice) -> tuple[Option, ...] | list[tuple[Option, ...]]:
        """Return every way to take one claim."""
        if isinstance(row, slice):
            return [self[at] for at in range(len(self))[row]]
        known = self._known.get(row)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[row] = tuple(self._made(int(row)))
        return known

    def _made(self, row: int) -> Iterator[Option]:
        """Yield every way to take one claim."""
        coder, keys = self._coder, self.ways.key[self.ways.start[row] :]
        question = self._claims.question(row)
        meanings = (
            coder.granted.get(int(coder.asked[row])) or [(question, _NOTHING)] if question else []
        )
        told = coder.told[coder.telling[row]]
        ways = ((meant, granted, each) for meant, granted in meanings for each in told)
        for key, (meant, granted, each) in zip(keys.tolist(), ways):  # noqa: B905 - keys go on
            used = granted.used + each.conversion.assumptions
            yield Option(key, each.meaning, each.over, each.each, each.reading, meant, used)


_NOTHING = Granted({}, ())
Grants = dict[int, list[tuple[Question, Granted]]]


def _category_words(readings: Column) -> Iterator[str]:
    """Yield the words of all category figures."""
    for told in readings.values:
        for reading in told:
            if reading.figure.qualifier is Qualifier.CATEGORY and reading.figure.word:
                yield reading.figure.word


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
    claimset: ClaimSet, told: Iterable[tuple[str, Any, Any]], names: dict[str, set[Any]]
) -> None:
    """Add the measures that relations join to claimed ones, and the dates of their series.

    ``told`` are measures, each with a day asked for and a date *as of*.
    """
    relations = claimset.context.relations
    every = list(told) if relations else []
    for relation in relations:
        mine = [each for each in every if each[0] in relation.measures]
        if not mine:
            continue
        names["measure"].update(relation.measures)
        days: set[Any] = {day for _, day, _ in mine} - {None}
        as_of: set[Any] = {date for _, _, date in mine} - {None}
        shifts = [term.shift for term in relation.terms if term.shift]
        both = days | as_of
        both.update(dates_around(both, shifts))
        for column, dates in (("when", days), ("as of", as_of)):
            if dates:
                names[column].update(both)
