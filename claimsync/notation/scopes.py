"""Declarations that hold a sum: partitions of a scope, and relations between measures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

from claimsync.errors import InvalidClaimError, did_you_mean
from claimsync.model.codelist import Completeness, Partition, PathPartition, Sharing
from claimsync.model.measure import Relation, Shift, Term
from claimsync.model.number import Number
from claimsync.notation.marks import IN_DECLARATION, IN_SUM, RATIO

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimsync.notation.tokens import Text

_PLUS = re.compile(r"\+")
_EQUALS = re.compile(r">=|=")
_COMPARED = re.compile(r"[<>]=?|[≤≥=]")
_PATHS = {
    "complete": Completeness.COMPLETE,
    "complete as listed": Completeness.AS_LISTED,
    "open": Completeness.OPEN,
}
_OPTIONS: dict[str, tuple[str, object]] = {
    **{sharing.value: ("sharing", sharing) for sharing in Sharing},
    "complete as listed": ("completeness", Completeness.AS_LISTED),
    "closed": ("closed", True),
}
_STEP = re.compile(r"\+|\*|(?<!\S)[-−](?!\S)")
_LEAD = re.compile(r"[-−](?![0-9])")
_MINUS = frozenset("-−")


def partition_of(rest: Text, refuse: Callable[[Text], NoReturn]) -> Partition | PathPartition:
    """Return the partition of ``DIM: WHOLE = PART + PART, …`` or ``DIM: by path, …``."""
    colon = rest.find(":")
    body = rest.at(rest.end if colon < 0 else colon + 1, rest.end)
    if not body:
        refuse(rest)
    dimension = rest.at(rest.start, colon).name("a dimension", IN_DECLARATION)
    sums, *options = body.options()
    if str(sums) == "by path":
        if len(options) > 1:
            options[1].fail(f"expected one option, got {options[1].shown} too; keep one")
        complete = _option(options[0], _PATHS) if options else Completeness.OPEN
        return rest.build(PathPartition, dimension=dimension, completeness=complete)
    equals = sums.search(_EQUALS)
    if equals is None:
        refuse(sums)
    whole = sums.at(sums.start, equals.start())
    parts = sums.at(equals.end(), sums.end)
    fields: dict[str, Any] = {
        "completeness": Completeness.COMPLETE if equals[0] == "=" else Completeness.OPEN,
        "whole": whole.name("the whole", IN_SUM),
        "parts": tuple(part.name("a part", IN_SUM) for part in parts.split(_PLUS)),
    }
    fields |= _options(options)
    return rest.build(Partition, dimension=dimension, **fields)


def _options(options: list[Text]) -> dict[str, Any]:
    """Return what the words behind the parts say, each once."""
    given: dict[str, Any] = {}
    for option in options:
        name, value = _option(option, _OPTIONS)
        if name in given:
            option.fail(f"expected each option once, got {option.shown} too; keep one")
        given[name] = value
    return given


def _option(option: Text, known: dict[str, Any]) -> Any:
    """Return what one word behind the parts says."""
    words = " ".join(str(option).split())
    if words not in known:
        hint = did_you_mean(words, known)
        option.fail(
            f"expected an option ({', '.join(known)}), got {option.shown}; correct it", hint
        )
    return known[words]


def relation_of(rest: Text, refuse: Callable[[Text], NoReturn]) -> Relation:
    """Return the relation of ``MEASURE = TERM + TERM``, ``- TERM [previous day]`` or ``* …``.

    With ``>=`` the measure is at least that.
    """
    equals = rest.search(_COMPARED)
    if equals is None:
        refuse(rest)
    if not _EQUALS.fullmatch(equals[0]):
        rest.at(equals.start(), equals.end()).fail(
            f"expected '=' or '>=' behind the measure, got {equals[0]!r};"
            " write what is at least the other on the left, as in 'killed >= children'"
        )
    measure = rest.at(rest.start, equals.start()).name("a measure", IN_SUM)
    terms, product = _terms(rest.at(equals.end(), rest.end))
    fields = {"measure": measure, "terms": terms, "product": product}
    return rest.build(Relation, **fields, complete=equals[0] == "=")


def _terms(body: Text) -> tuple[tuple[Term, ...], bool]:
    """Return the terms, and whether they are multiplied."""
    terms: list[Term] = []
    joints: set[str] = set()
    lead = body.match(_LEAD)
    sign, factor, start = "-" if lead else "", None, lead.end() if lead else body.start
    for step in (*_STEP.finditer(body.bare, start, body.end), None):
        piece = body.at(start, step.start() if step else body.end)
        start, joint = (step.end(), step[0]) if step else (body.end, "")
        number = _factor(piece)
        if number is not None:
            if factor is not None or joint != "*":
                piece.fail(
                    f"expected one number before a measure, got {piece.shown}; write '2 * killed'"
                )
            factor = number
            continue
        terms.append(_term(piece, _signed(factor, sign)))
        sign, factor = ("-" if joint in _MINUS else ""), None
        joints.add("*" if joint == "*" else "+" if joint else "")
    if {"*", "+"} <= joints:
        body.fail(f"expected a sum or a product, got both in {body.shown}; declare two relations")
    return tuple(terms), "*" in joints


def _signed(factor: Number | None, sign: str) -> Number:
    """Return what a measure is multiplied by."""
    number = factor or Number(1)
    return Number(-number.digits, number.exponent) if sign else number


def _factor(piece: Text) -> Number | None:
    """Return the number that a piece is, if it is one."""
    if not piece or piece.quoted:
        return None
    try:
        return Number.parse(str(piece))
    except InvalidClaimError:
        return None


def _term(piece: Text, factor: Number) -> Term:
    """Return one measure, shifted in time where brackets say so."""
    if not piece.quoted and RATIO.fullmatch(str(piece)):
        piece.fail(
            f"expected a measure, got {piece.shown}; write a factor as in '0.5 * killed', turn"
            " a fraction round as in 'whole = 3 * third', and put a name in double quotes"
        )
    opening = piece.find("[")
    if opening < 0:
        return piece.build(Term, measure=piece.name("a measure", IN_SUM), factor=factor)
    bracket = piece.at(opening, piece.end)
    if bracket.bare[bracket.end - 1] != "]":
        bracket.fail(f"expected a shift such as [previous day], got {bracket.shown}; close it")
    shift = _shift(bracket.at(bracket.start + 1, bracket.end - 1))
    measure = piece.at(piece.start, opening).name("a measure", IN_SUM)
    return piece.build(Term, measure=measure, factor=factor, shift=shift)


def _shift(inner: Text) -> Shift:
    """Return the shift that stands between brackets."""
    words = " ".join(inner.name("a shift", IN_DECLARATION).split())
    try:
        return Shift(words)
    except ValueError:
        known = ", ".join(Shift)
        inner.fail(
            f"expected a shift in time ({known}), got {inner.shown}; write one of them",
            did_you_mean(words, Shift),
        )
