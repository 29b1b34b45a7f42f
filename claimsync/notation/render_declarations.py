"""Declarations to text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError
from claimsync.model.codelist import Assumption, Completeness, Partition, PathPartition, Sharing
from claimsync.model.measure import Measure, Party, Rate, Relation, Term
from claimsync.model.number import Number
from claimsync.model.source import Source
from claimsync.notation.amounts import SCALE_FIRST
from claimsync.notation.marks import (
    IN_DECLARATION,
    IN_MEASURE,
    IN_SUM,
    ON,
    RATIO,
    in_quotes,
    written,
)
from claimsync.notation.render_claims import question_text

if TYPE_CHECKING:
    from claimsync.model.context import Context, Declaration

_MINUS_ALONE = re.compile(r"(?<!\S)[-−](?!\S)|^[-−]")
_IN_QUESTION = IN_MEASURE + ",:"


def declaration_text(declaration: Declaration) -> str:  # noqa: PLR0911 - one return a kind
    """Return the line of a declaration."""
    match declaration:
        case Source():
            return _source(declaration)
        case Measure():
            return _measure(declaration)
        case Partition():
            return _partition(declaration)
        case PathPartition():
            return _paths(declaration)
        case Relation():
            return _relation(declaration)
        case Rate():
            return _rate(declaration)
        case Assumption():
            key, code, means = map(_name, (declaration.key, declaration.code, declaration.means))
            return f"assume {key}: {code} = {means}"
        case Party():
            source = declaration.source
            name = in_quotes(source) if ON.search(source) else _name(source)
            return f"party {name} on {question_text(declaration.question, marks=_IN_QUESTION)}"


def context_text(context: Context) -> str:
    """Return the lines of a context."""
    zone = [f"zone {context.zone}"] if context.zone else []
    return "\n".join((*zone, *map(declaration_text, context.declarations())))


def _name(name: str) -> str:
    """Return a name as written in a declaration."""
    return written(name, IN_DECLARATION)


def _headed(word: str, name: str, options: list[str]) -> str:
    """Return ``word NAME: option, option``."""
    head = f"{word} {_name(name)}"
    return f"{head}: {', '.join(options)}" if options else head


def _source(source: Source) -> str:
    """Return the line of a source."""
    options = [
        f"speaks for {_name(source.speaks_for)}" if source.speaks_for else "",
        f"part of {_name(source.part_of)}" if source.part_of else "",
        "anonymous" if source.anonymous else "",
        f"members = {source.members}" if source.members else "",
        *(f"may overlap {_name(name)}" for name in source.may_overlap),
    ]
    return _headed("source", source.name, [option for option in options if option])


def _measure(measure: Measure) -> str:
    """Return the line of a measure."""
    whole = {True: "integer", False: "decimal", None: ""}[measure.integer]
    implied = measure.implies and question_text(measure.implies, marks=_IN_QUESTION)
    options = [
        f"unit {_name(measure.unit)}" if measure.unit else "",
        whole,
        measure.additivity.value if measure.additivity else "",
        f"minimum {measure.minimum}" if measure.minimum is not None else "",
        "minimum none" if measure.unbounded else "",
        "cumulative" if measure.cumulative else "",
        "categories" if measure.categories else "",
        f"implies {implied}" if implied else "",
    ]
    return _headed("measure", measure.name, [option for option in options if option])


def _partition(partition: Partition) -> str:
    """Return the line of a partition."""
    sign = "=" if partition.completeness is Completeness.COMPLETE else ">="
    whole = written(partition.whole, IN_SUM)
    parts = " + ".join(written(part, IN_SUM) for part in partition.parts)
    options = [
        partition.sharing.value if partition.sharing is not Sharing.DISJOINT else "",
        "complete as listed" if partition.completeness is Completeness.AS_LISTED else "",
        "closed" if partition.closed else "",
    ]
    listed = ", ".join(("", *filter(None, options)))
    return f"partition {_name(partition.dimension)}: {whole} {sign} {parts}{listed}"


def _paths(partition: PathPartition) -> str:
    """Return the line of a dimension of paths."""
    complete = partition.completeness
    option = f", {complete.value}" if complete is not Completeness.OPEN else ""
    return f"partition {_name(partition.dimension)}: by path{option}"


def _rate(rate: Rate) -> str:
    """Return the line of a rate."""
    other = in_quotes(rate.other) if SCALE_FIRST.match(rate.other) else _name(rate.other)
    return f"unit {_name(rate.unit)} = {rate.number} {other}"


def _relation(relation: Relation) -> str:
    """Return the line of a relation."""
    first, *others = relation.terms
    text = _factored(first, first.factor)
    for term in others:
        factor, joint = term.factor, "*" if relation.product else "+"
        if joint == "+" and factor.digits < 0:
            factor, joint = Number(-factor.digits, factor.exponent), "-"
        text += f" {joint} {_factored(term, factor)}"
    if not relation.product and first.factor == Number(-1):
        text = f"- {text.removeprefix('-1 * ')}"
    sign = "=" if relation.complete else ">="
    return f"relation {_summand(relation.measure)} {sign} {text}"


def _factored(term: Term, factor: Number) -> str:
    """Return a term with the number it is multiplied by."""
    shift = f" [{term.shift}]" if term.shift else ""
    times = f"{factor} * " if factor != Number(1) else ""
    return f"{times}{_summand(term.measure)}{shift}"


def _summand(name: str) -> str:
    """Return a measure as written in a sum, where a lone minus and a number mean something."""
    try:
        Number.parse(name)
    except InvalidClaimError:
        marked = _MINUS_ALONE.search(name) or RATIO.fullmatch(name)
        return in_quotes(name) if marked else written(name, IN_SUM)
    return in_quotes(name)
