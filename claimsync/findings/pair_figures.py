"""Rows 9 to 14 of the pair table: figures of equal scope, of two dates, of part and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.findings.bridges import phase_bridge
from claimsync.findings.kinds import Basis, Kind, Modifier
from claimsync.findings.pairs import compared
from claimsync.model.measure import Additivity
from claimsync.model.period import Overlap
from claimsync.model.stance import Phase
from claimsync.table.keys import EVENT, FIXED, PHASE, UNIT, WHEN

if TYPE_CHECKING:
    from claimsync.findings.pair import Pair, Verdict


def figures(pair: Pair) -> Verdict | None:
    """Rows 9 to 14, where both claims assert a figure."""
    if pair.meanings is None or not all(claim.stance.affirms for claim in pair.claims):
        return None
    if _dates_differ(pair):
        return _two_dates(pair)
    differing = pair.differing()
    if not differing:
        return _equal_scope(pair)
    if differing == [PHASE]:
        return across_phases(pair, compared(*pair.meanings))
    if len(differing) == 1 and differing[0] not in {UNIT, WHEN}:
        left_out = _left_out(pair, differing[0])
        if left_out:
            return left_out
    return _part_and_whole(pair, differing)


def _dates_differ(pair: Pair) -> bool:
    """Return whether the figures are of different dates; for flows, one left out may be any."""
    first, second = (claim.as_of for claim in pair.claims)
    both_named = first is not None and second is not None
    return first != second and (pair.measure.dated or both_named)


def _two_dates(pair: Pair) -> Verdict:
    """Return that dates differ, or that a running total fell in between."""
    if not pair.measure.cumulative or pair.differing() or not _fell(pair):
        return pair.answer(Kind.NOT_COMPARABLE, Basis.OTHER_DATE, keys=("as of",))
    if pair.one_origin:
        return pair.answer(Kind.REVISION, Basis.CUMULATIVE_FALL)
    return pair.answer(Kind.TENSION, Basis.OUTSIDE_USUAL)


def _fell(pair: Pair) -> bool:
    """Return whether the later figure lies below the earlier one."""
    first, second = (claim.as_of for claim in pair.claims)
    if first is None or second is None:
        return False
    early, late = (0, 1) if first.span < second.span else (1, 0)
    return pair.telling.figure(late).logical.below(pair.telling.figure(early).logical)


def _equal_scope(pair: Pair) -> Verdict:
    """Rows 9 to 12."""
    kind, basis = compared(pair.telling.figure(0), pair.telling.figure(1))
    if kind is Kind.AGREEMENT:
        return pair.same_word(basis)
    if pair.ordered():
        return pair.answer(Kind.REVISION, Basis.UPDATE)
    return pair.opposed(basis) if kind is Kind.DIVERGENCE else pair.answer(kind, basis)


def across_phases(pair: Pair, told: tuple[Kind, Basis]) -> Verdict:
    """Row 13, where ``told`` is what holds as soon as the phases are comparable."""
    phases = pair.names(PHASE)
    bridge = phase_bridge(0, 1, *phases)
    if bridge is None:
        return pair.answer(Kind.NOT_COMPARABLE, Basis.OTHER_PHASE, keys=("phase",))
    kind, basis = told
    if kind is not Kind.AGREEMENT or Phase.CANCELLED in phases:
        kind, basis = Kind.TENSION, Basis.PLAN_AND_OUTCOME
    cross = (Modifier.CROSS_PHASE,) if bridge.cross_phase else ()
    return pair.answer(kind, basis, *cross, assumed=bridge.assumption)


def _left_out(pair: Pair, column: int) -> Verdict | None:
    """Level 1: one side leaves out the event, or a dimension that the other has at its root."""
    codes = [codes[column] for codes in pair.codes]
    if 0 not in codes:
        return None
    code, scope, space = max(codes), pair.frame.scope, pair.table.space
    if column == EVENT or scope.roots(column)[code]:
        assumed = f"{space.columns[column]}: unspecified = {space.codes[column].names[code]}"
        kind, basis = compared(pair.telling.figure(0), pair.telling.figure(1))
        if kind is not Kind.AGREEMENT:
            kind, basis = Kind.TENSION, Basis.IF_READ_AS_TOTAL
        return pair.answer(kind, basis, assumed=assumed)
    whole = codes.index(0)
    if column in scope.pairs and _exceeds(pair, 1 - whole, whole):
        return pair.answer(Kind.TENSION, Basis.IF_READ_AS_TOTAL)
    return None


def _part_and_whole(pair: Pair, differing: list[int]) -> Verdict | None:
    """Row 14: a part that exceeds its whole, also across phases."""
    scope = [column for column in differing if column != PHASE]
    if not scope:
        return None
    for part, whole in ((0, 1), (1, 0)):
        inside = all(_inside(pair, column, part, whole) for column in scope)
        if inside and _exceeds(pair, part, whole):
            if PHASE not in differing:
                return pair.answer(Kind.DIVERGENCE, Basis.PART_EXCEEDS)
            return pair.answer(Kind.TENSION, Basis.PLAN_AND_OUTCOME, Modifier.CROSS_PHASE)
    return None


def _exceeds(pair: Pair, part: int, whole: int) -> bool:
    """Return whether a part is larger than its whole, where parts of the measure never are."""
    measure = pair.measure
    if measure.adds is Additivity.NONE or measure.floor is None or measure.floor < 0:
        return False
    return pair.telling.figure(whole).logical.below(pair.telling.figure(part).logical)


def _inside(pair: Pair, column: int, part: int, whole: int) -> bool:
    """Return whether the part's code lies inside the whole's on one column."""
    if column == WHEN:
        periods = pair.names(WHEN)
        if pair.measure.adds is not Additivity.FLOW or None in periods:
            return False
        return periods[part].overlap(periods[whole]) is Overlap.WITHIN
    if column < len(FIXED):
        return False
    return pair.codes[whole][column] in pair.frame.scope.above(column, pair.codes[part][column])
