"""What no claim can check alone: references, circles, closed lists, units, spreads of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claimsync.errors import InvalidClaimError, InvalidContextError, UnknownCodeError, did_you_mean
from claimsync.model.codelist import Partition, PathPartition
from claimsync.model.columns import distinct
from claimsync.model.figure import Qualifier
from claimsync.model.links import place_of, resolved_columns
from claimsync.model.meaning import meaning
from claimsync.model.settle import settled_measures
from claimsync.model.stance import Stance
from claimsync.model.unit import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.model.claim import Claim
    from claimsync.model.columns import Claims, Column
    from claimsync.model.context import Context, Declaration
    from claimsync.model.figure import Figure
    from claimsync.model.measure import Measure
    from claimsync.model.question import Question


def checked_claims(claims: Claims, context: Context, errors: list[InvalidClaimError]) -> Claims:
    """Return the claims that hold, continuations resolved; the others end in ``errors``."""
    linked = resolved_columns(claims, errors)
    if not len(linked):
        return linked
    scope = Scope(context)
    measures = settled_measures(linked, context)
    alike, example = distinct(_checked_parts(linked, scope))
    wrong = [at for at, row in enumerate(example.tolist()) if _fault(linked[row], measures, scope)]
    if not wrong:
        return linked
    faulty = np.isin(alike, wrong)
    errors += filter(
        None, (_fault(linked[at], measures, scope) for at in np.flatnonzero(faulty).tolist())
    )
    return linked.take(np.flatnonzero(~faulty))


def _checked_parts(claims: Claims, scope: Scope) -> list[Column]:
    """Return the columns that decide whether a claim holds."""
    parts = [claims.measure, claims.unit, claims.stance, claims.readings]
    spread = any(reading.figure.over for told in claims.readings.values for reading in told)
    scopes = claims.dimensions.items()
    return [*parts, *(column for name, column in scopes if spread or name in scope.closed)]


def _fault(claim: Claim, measures: dict[str, Measure], scope: Scope) -> InvalidClaimError | None:
    """Return the first thing that is wrong with one claim, with its place."""
    try:
        _check_claim(claim, measures, scope)
    except InvalidClaimError as error:
        return error if error.place.row or error.place.id else error.at(place_of(claim))
    return None


class Scope:
    """What a context declares of scope, looked up by dimension and code."""

    def __init__(self, context: Context) -> None:
        """Index the partitions of ``context``."""
        self.wholes: dict[str, list[str]] = {}
        self.closed: dict[str, set[str]] = {}
        self.paths = {p.dimension for p in context.partitions if isinstance(p, PathPartition)}
        listed = [p for p in context.partitions if isinstance(p, Partition)]
        for partition in listed:
            known = self.wholes.setdefault(partition.dimension, [])
            if partition.whole not in known:
                known.append(partition.whole)
        for dimension in {p.dimension for p in listed if p.closed}:
            codes = {c for p in listed if p.dimension == dimension for c in (p.whole, *p.parts)}
            assumed = {a.code for a in context.assumptions if a.key == dimension}
            self.closed[dimension] = codes | assumed

    def whole_for(self, question: Question, dimension: str) -> str:
        """Return the whole over whose direct parts ``each`` or ``total`` on ``dimension`` runs.

        The question's own code if it is a whole, else the dimension's only root.
        """
        wholes = self.wholes.get(dimension, [])
        code = question.code(dimension)
        if code in wholes:
            return code or ""
        if code is not None or len(wholes) != 1:
            expected = f"the parts of {code!r}" if code else "one whole"
            raise InvalidClaimError(
                f"expected {expected} on {dimension!r} to be declared for 'each' or 'total',"
                f" got {', '.join(map(repr, wholes)) or 'none'};"
                f" declare 'partition {dimension}: {code or 'both'} = … + …',"
                " or name the whole in the question"
            )
        return wholes[0]


def _check_claim(claim: Claim, measures: dict[str, Measure], scope: Scope) -> None:
    """Raise the first thing that is wrong with one claim."""
    question = claim.question
    if question is None:  # resolved before
        return
    measure = measures.get(question.measure)
    for dimension, codes in question.dimensions:
        if dimension in scope.closed:
            _check_codes(dimension, codes, scope.closed[dimension])
    for reading in claim.readings:
        if measure is not None:
            _check_figure(reading.figure, question, measure)
        if claim.stance is Stance.DENIES and reading.figure.qualifier is Qualifier.NO_INFORMATION:
            raise InvalidClaimError(
                "expected a figure to deny, got no information;"
                " leave the figure out to deny the event"
            )
        if reading.figure.over is not None:
            for meant in question.meanings():
                scope.whole_for(meant, reading.figure.over)


def _check_codes(dimension: str, codes: Sequence[str], known: set[str]) -> None:
    """Raise UnknownCodeError for a code outside a closed list."""
    for code in codes:
        if code not in known:
            hint = did_you_mean(code, known)
            raise UnknownCodeError(
                f"expected a code of the closed list {dimension!r} ({', '.join(sorted(known))}),"
                f" got {code!r}{'; ' + hint if hint else ''}"
            )


def _check_figure(figure: Figure, question: Question, measure: Measure) -> None:
    """Raise InvalidClaimError for a figure of another sort than its measure, or impossible."""
    unit = figure.unit or question.unit
    if (
        measure.categories != (figure.qualifier is Qualifier.CATEGORY)
        and figure.qualifier is not Qualifier.NO_INFORMATION
    ):
        expected = "a category in quotes" if measure.categories else "a number"
        raise InvalidClaimError(f"expected {expected} for {measure.name!r}, got '{figure}'")
    if unit and measure.kind is not (kind := unit_of(unit).kind):
        raise InvalidClaimError(
            f"expected a unit of {measure.kind.value} for {measure.name!r}"
            f" (its unit is {measure.unit or 'a count'}), got {unit!r} ({kind.value});"
            " correct the unit or declare the measure's own"
        )
    if meaning(figure, measure).logical.empty:
        least = f" from {measure.floor}" if measure.floor is not None else ""
        kind_text = "a whole number" if measure.whole_numbers else "a number"
        raise InvalidClaimError(
            f"expected {kind_text}{least} for {measure.name!r}, got '{figure}';"
            f" declare 'measure {measure.name}: decimal' or 'minimum none' if that is meant"
        )


def context_faults(context: Context) -> list[tuple[Declaration, InvalidClaimError]]:
    """Return what is wrong among the declarations: each with the declaration at fault."""
    return [*_repeats(context), *_source_circles(context), *_partition_circles(context)]


def _repeats(context: Context) -> Iterator[tuple[Declaration, InvalidClaimError]]:
    """Yield sources and measures that are declared twice, differently."""
    for declared in (context.sources, context.measures):
        seen = set()
        for declaration in declared:
            if declaration.name in seen:
                yield (
                    declaration,
                    InvalidClaimError(
                        f"expected {declaration.name!r} to be declared once,"
                        " got two different declarations; join them"
                    ),
                )
            seen.add(declaration.name)


def _source_circles(context: Context) -> Iterator[tuple[Declaration, InvalidClaimError]]:
    """Yield the sources that speak for or are part of themselves in the end."""
    for source in context.sources:
        try:
            context.side(source.name)
        except InvalidContextError as error:
            yield source, InvalidClaimError(str(error))


def _partition_circles(context: Context) -> Iterator[tuple[Declaration, InvalidClaimError]]:
    """Yield the partitions whose whole is a part of one of its own parts."""
    listed = [p for p in context.partitions if isinstance(p, Partition)]
    children: dict[tuple[str, str], set[str]] = {}
    for partition in listed:
        children.setdefault((partition.dimension, partition.whole), set()).update(partition.parts)
    for partition in listed:
        reached, todo = set[str](), list(partition.parts)
        while todo:
            code = todo.pop()
            if code not in reached:
                reached.add(code)
                todo.extend(children.get((partition.dimension, code), ()))
        if partition.whole in reached:
            yield (
                partition,
                InvalidClaimError(
                    "expected partitions without a circle,"
                    f" got {partition.whole!r} as a part of itself on {partition.dimension!r};"
                    " remove one line"
                ),
            )
