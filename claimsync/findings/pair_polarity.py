"""Rows 1 to 8 of the pair table: what is unsaid, withheld, asserted or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.findings.kinds import Basis, Kind
from claimsync.findings.pair_figures import across_phases
from claimsync.model.figure import Qualifier
from claimsync.model.period import Overlap
from claimsync.model.stance import LinkVerb, Stance
from claimsync.table.keys import EVENT, MEASURE, PHASE, WHEN
from claimsync.table.timeline import may_unsay

if TYPE_CHECKING:
    from claimsync.findings.pair import Pair, Verdict
    from claimsync.table.columns import Option


def unsaid(pair: Pair) -> Verdict | None:
    """Row 1, and the links and retracting stances that order the two: only of one's own word."""
    for row, other in ((0, 1), (1, 0)):
        claim = pair.claims[row]
        for link in claim.links:
            mine = may_unsay(pair.table, row, other)
            if link.target == pair.table.ids[other] and link.verb.change and mine:
                return pair.answer(Kind.REVISION, Basis(link.verb.change))
        still = pair.claims[other].stance is not Stance.RETRACTS
        if claim.stance is Stance.RETRACTS and still and pair.one_origin:
            return pair.answer(Kind.REVISION, Basis.RETRACTION)
    return None


def other_question(pair: Pair) -> Verdict | None:
    """Row 2: another measure, or another named event."""
    one, other = pair.codes
    if one[MEASURE] == other[MEASURE]:
        if 0 in {one[EVENT], other[EVENT]} or one[EVENT] == other[EVENT]:
            return None
    elif pair.own_event() is not None or pair.related:
        return None
    first, second = (option.question for option in pair.options)
    keys = tuple(
        name for name in ("measure", "event") if getattr(first, name) != getattr(second, name)
    )
    return pair.answer(Kind.NOT_COMPARABLE, Basis.OTHER_QUESTION, keys=keys)


def withheld(pair: Pair) -> Verdict | None:
    """Rows 3 and 5, and figures that give no information."""
    stances = [claim.stance for claim in pair.claims]
    polar = [stance.polar for stance in stances]
    if not any(polar) or all(stance is Stance.DENIES for stance in stances):
        return pair.answer(Kind.NOT_COMPARABLE, Basis.NO_POLARITY)
    if all(polar):
        uninformed = any(_uninformed(option) for option in pair.options)
        return pair.answer(Kind.NON_CONFIRMATION, Basis.NO_INFORMATION) if uninformed else None
    silent = stances[polar.index(False)]
    if pair.one_origin or silent is Stance.RETRACTS:
        return pair.answer(Kind.NOT_COMPARABLE, Basis.NO_POLARITY)
    return None if pair.differing() else pair.answer(Kind.NON_CONFIRMATION, Basis(silent))


def _uninformed(option: Option) -> bool:
    """Return whether a claim's figure says that there is no information."""
    reading = option.reading
    return reading is not None and reading.figure.qualifier is Qualifier.NO_INFORMATION


def polar(pair: Pair) -> Verdict | None:
    """Rows 4 and 6 to 8: occurrences and denials."""
    event = pair.own_event()
    if event is not None:
        return _event(pair, *event)
    bare = [not claim.readings for claim in pair.claims]
    if not all(claim.stance.polar for claim in pair.claims):
        return None if any(bare) else _denied_by_link(pair)
    if pair.claims[0].stance.affirms != pair.claims[1].stance.affirms:
        return _yes_and_no(pair, bare)
    if all(bare):
        return _both_assert(pair)
    return _entailed(pair, bare.index(False)) if any(bare) else _denied_by_link(pair)


def _yes_and_no(pair: Pair, bare: list[bool]) -> Verdict | None:
    """Row 4, and rows 6 to 8 where one claim denies."""
    if any(bare) and pair.ordered() and not pair.differing():
        return pair.answer(Kind.REVISION, Basis.POSITION_CHANGED)
    if all(bare):
        elsewhere = any(column != WHEN for column in pair.differing())
        return None if elsewhere or _disjoint_periods(pair) else pair.opposed(Basis.POLARITY)
    if pair.differing():
        return None
    return _denied_count(pair, bare.index(False)) if any(bare) else _denied_figure(pair)


def _disjoint_periods(pair: Pair) -> bool:
    """Return whether the periods of both claims share no time (one left out may be any)."""
    first, second = (option.question.when for option in pair.options)
    return first is not None and second is not None and first.overlap(second) is Overlap.DISJOINT


def _both_assert(pair: Pair) -> Verdict | None:
    """Row 6 where both assert the occurrence."""
    differing = pair.differing()
    if not differing:
        return pair.same_word(Basis.EXACT)
    return across_phases(pair, (Kind.AGREEMENT, Basis.EXACT)) if differing == [PHASE] else None


def _denied_figure(pair: Pair) -> Verdict:
    """Row 7: a figure asserted, and a figure denied."""
    denial = 0 if pair.claims[0].stance is Stance.DENIES else 1
    asserted, denied = pair.telling.figure(1 - denial), pair.telling.figure(denial)
    if not asserted.usual.within(denied.logical):
        return pair.answer(Kind.NOT_COMPARABLE, Basis.DENIAL_LEAVES_OPEN)
    if pair.ordered():
        return pair.answer(Kind.REVISION, Basis.POSITION_CHANGED)
    return pair.opposed(Basis.DENIED_FIGURE)


def _denied_by_link(pair: Pair) -> Verdict | None:
    """Row 7 for a claim that links ``denies`` and has a figure too; disjoint ones are row 9."""
    for row, other in ((0, 1), (1, 0)):
        linked = any(
            link.verb is LinkVerb.DENIES and link.target == pair.table.ids[other]
            for link in pair.claims[row].links
        )
        if linked and not pair.telling.figure(0).logical.disjoint(pair.telling.figure(1).logical):
            return pair.opposed(Basis.DENIED_FIGURE)
    return None


def _entailed(pair: Pair, count: int) -> Verdict | None:
    """Row 8, asserted: a positive count and the bare occurrence of the same question."""
    if pair.differing() or not pair.positive(count):
        return None
    return pair.answer(Kind.AGREEMENT, Basis.ENTAILMENT)


def _denied_count(pair: Pair, count: int) -> Verdict:
    """Row 8, denied: a positive count presupposes the occurrence that the other claim denies."""
    if pair.claims[1 - count].stance is Stance.DENIES and pair.positive(count):
        return pair.opposed(Basis.PRESUPPOSITION_DENIED)
    return pair.answer(Kind.NOT_COMPARABLE, Basis.DENIAL_LEAVES_OPEN)


def _event(pair: Pair, count: int, event: int) -> Verdict:
    """Row 8 for a count and the event that its measure implies."""
    counted, told = pair.claims[count], pair.claims[event]
    if not pair.positive(count) or not counted.stance.affirms or told.readings:
        return pair.answer(Kind.NOT_COMPARABLE, Basis.OTHER_QUESTION, keys=("measure",))
    if told.stance is Stance.DENIES:
        return pair.opposed(Basis.PRESUPPOSITION_DENIED)
    return pair.answer(Kind.AGREEMENT, Basis.ENTAILMENT)
