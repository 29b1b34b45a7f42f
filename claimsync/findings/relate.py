"""How two claims relate: the pair table, first match wins; it always answers and is symmetric."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.findings.bridges import phase_bridge
from claimsync.findings.case import Case, Frame, case_of
from claimsync.findings.comparability import DifferenceDetail, period_basis
from claimsync.findings.kinds import KINDS, Basis, Finding, Kind, Modifier
from claimsync.findings.pairs import compared
from claimsync.findings.propositions import same_event
from claimsync.findings.readings import judged
from claimsync.findings.telling import Telling
from claimsync.model.claimset import ClaimSet
from claimsync.model.context import Context
from claimsync.model.figure import Qualifier
from claimsync.model.links import resolved
from claimsync.model.measure import Additivity
from claimsync.model.period import Overlap
from claimsync.model.policy import DEFAULT
from claimsync.model.stance import LinkVerb, Phase, Stance
from claimsync.model.unit import Kind as UnitKind
from claimsync.table.amounts import Amounts
from claimsync.table.columns import Option, Table, table_of
from claimsync.table.keys import AS_OF, EVENT, FIXED, PHASE, UNIT, WHEN
from claimsync.table.scope import scope_of
from claimsync.table.timeline import UNSAYING

if TYPE_CHECKING:
    from claimsync.model.claim import Claim
    from claimsync.model.meaning import Meaning
    from claimsync.model.policy import Policy

_RANK = {Kind.AGREEMENT: 0, Kind.ECHO: 0, Kind.REVISION: 0, Kind.NON_CONFIRMATION: 1, Kind.NOT_COMPARABLE: 2,
         Kind.TENSION: 3, Kind.DIVERGENCE: 4}  # fmt: skip


class Verdict(NamedTuple):
    """A kind and a basis, what qualifies them, what was assumed, and the keys that differ."""

    kind: Kind
    basis: Basis
    modifiers: tuple[Modifier, ...] = ()
    assumptions: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


def relate(
    a: Claim, b: Claim, *, context: Context | None = None, policy: Policy = DEFAULT
) -> Finding:
    """Return how two claims relate, under the declarations of ``context``.

    >>> import claimsync as cs
    >>> one = cs.Claim.parse("Reuters: troops killed ~ 55,000")
    >>> other = cs.Claim.parse("AFP: troops killed = 54,800")
    >>> found = cs.relate(one, other)
    >>> str(found.kind), str(found.basis)
    ('agreement', 'rounding')

    Of ambiguous claims the readings that agree best are taken. Raises InvalidClaimError for a claim
    that leaves out its question.
    """
    table = table_of(_two(a, b, context or Context()), policy)
    scope = scope_of(table.claimset.context, table.space)
    frame = Frame(table, scope, Amounts(table.meanings, table.most_bounds(scope)))
    choices = [(i, j) for i in range(len(table.options[0])) for j in range(len(table.options[1]))]
    verdicts = [(_Pair(frame, choice).verdict(), choice) for choice in choices]
    verdict, choice = min(
        verdicts, key=lambda found: (_RANK[found[0].kind], len(found[0].assumptions))
    )
    telling = Telling(table, choice)
    granted = tuple(x for row in (0, 1) for x in telling.option(row).assumptions)
    return KINDS[verdict.kind](
        verdict.basis, (0, 1), telling.option(0).key, telling, verdict.modifiers,
        tuple(dict.fromkeys((*granted, *verdict.assumptions))), DifferenceDetail(verdict.keys) if verdict.keys else None,
    )  # fmt: skip


def _two(a: Claim, b: Claim, context: Context) -> ClaimSet:
    """Return both claims as a set, continuations completed from each other."""
    if a.id is not None and a.id == b.id:
        b = b.model_copy(update={"id": f"{b.id} (other)"})
    if a.question is None or b.question is None:
        a, b = _completed(a, b)
    return ClaimSet.model_construct(claims=(a, b), context=context)


def _completed(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Return both claims with what a continuation leaves out."""
    errors: list[Exception] = []
    found = resolved((a, b), errors)  # type: ignore[arg-type]
    if errors:
        raise errors[0]
    return found[0], found[1]


class _Pair:
    """Two claims, each taken in one way: rows 0 and 1 of a table."""

    def __init__(self, frame: Frame, choice: tuple[int, int]) -> None:
        self.frame, self.table, self.choice = frame, frame.table, choice
        self.telling = Telling(frame.table, choice)
        self.a, self.b = self.table.claims
        self.option_a, self.option_b = (self.telling.option(row) for row in (0, 1))
        self.codes = tuple(
            self.table.space.row(option.key) for option in (self.option_a, self.option_b)
        )
        origin, voice = self.table.origins.origin_of_claim, self.table.origins.voice_of_claim
        self.one_origin, self.one_voice = bool(origin[0] == origin[1]), bool(voice[0] == voice[1])
        self.modifiers = self.telling.relation_of((0, 1))

    def verdict(self) -> Verdict:
        """Return the first row of the table that applies."""
        return (
            self._unsaid()
            or self._other_question()
            or self._withheld()
            or self._polar()
            or self._spread()
            or self._figures()
            or self._scope()
        )

    def _answer(
        self,
        kind: Kind,
        basis: Basis,
        *more: Modifier,
        keys: tuple[str, ...] = (),
        assumed: str = "",
    ) -> Verdict:
        return Verdict(kind, basis, (*more, *self.modifiers), (assumed,) if assumed else (), keys)

    def _unsaid(self) -> Verdict | None:
        """Row 1, and the links and retracting stances that order the two."""
        for claim, other, row in ((self.a, self.b, 1), (self.b, self.a, 0)):
            for link in claim.links:
                if link.target == self.table.ids[row] and link.verb in UNSAYING:
                    return self._answer(Kind.REVISION, Basis(UNSAYING[link.verb]))
            if (
                claim.stance is Stance.RETRACTS
                and other.stance is not Stance.RETRACTS
                and self.one_origin
            ):
                return self._answer(Kind.REVISION, Basis.RETRACTION)
        return None

    def _other_question(self) -> Verdict | None:
        """Row 2."""
        one, other = self.option_a.question, self.option_b.question
        if self.codes[0][0] == self.codes[1][0]:
            if len({self.codes[0][EVENT], self.codes[1][EVENT]} - {0}) < 2:  # noqa: PLR2004 - two named events
                return None
        elif self._own_event() is not None:
            return None
        keys = tuple(
            name for name in ("measure", "event") if getattr(one, name) != getattr(other, name)
        )
        return self._answer(Kind.NOT_COMPARABLE, Basis.OTHER_QUESTION, keys=keys)

    def _own_event(self) -> tuple[int, int] | None:
        """Return (count, event) rows if one claim asks for the event that the other's count implies."""
        options = (self.option_a, self.option_b)
        for count, event in ((0, 1), (1, 0)):
            implied = self.table.measure(options[count].key).implies
            if implied and same_event(options[count].question, implied, options[event].question):
                return count, event
        return None

    def _withheld(self) -> Verdict | None:
        """Rows 3 and 5, and figures that give no information."""
        stances = [claim.stance for claim in (self.a, self.b)]
        polar = [stance.polar for stance in stances]
        if not any(polar) or all(stance is Stance.DENIES for stance in stances):
            return self._answer(Kind.NOT_COMPARABLE, Basis.NO_POLARITY)
        if all(polar):
            if any(self._uninformed(option) for option in (self.option_a, self.option_b)):
                return self._answer(Kind.NON_CONFIRMATION, Basis.NO_INFORMATION)
            return None
        silent = stances[polar.index(False)]
        if self.one_origin or silent is Stance.RETRACTS:
            return self._answer(Kind.NOT_COMPARABLE, Basis.NO_POLARITY)
        if self._differing():
            return None
        return self._answer(Kind.NON_CONFIRMATION, Basis(silent))

    def _uninformed(self, option: Option) -> bool:
        return (
            option.reading is not None
            and option.reading.figure.qualifier is Qualifier.NO_INFORMATION
        )

    def _differing(self) -> list[int]:
        """Return the columns of scope in which the claims differ (dates aside)."""
        one, other = self.codes
        return [
            at for at, (x, y) in enumerate(zip(one, other, strict=True)) if x != y and at != AS_OF
        ]

    def _polar(self) -> Verdict | None:
        """Rows 4 and 6 to 8: occurrences and denials."""
        yes_no = self.a.stance.affirms != self.b.stance.affirms
        bare = [not claim.readings for claim in (self.a, self.b)]
        pair = self._own_event()
        if pair is not None:
            return self._event(pair)
        if not self.a.stance.polar or not self.b.stance.polar or not (yes_no or any(bare)):
            return self._denied_by_link() if not any(bare) else None
        if yes_no and self.one_origin and self._ordered() and not self._differing() and any(bare):
            return self._answer(Kind.REVISION, Basis.POSITION_CHANGED)
        if all(bare):
            return self._occurrences(yes_no)
        if not yes_no:
            return self._entailed(bare)
        return self._denied(bare)

    def _ordered(self) -> bool:
        """Return whether the times of saying order the two."""
        first, second = self.a.said_at, self.b.said_at
        return (
            first is not None
            and second is not None
            and (first.before(second) or second.before(first))
        )

    def _occurrences(self, yes_no: bool) -> Verdict | None:  # noqa: FBT001 - one is a denial
        """Row 6, and both asserting."""
        differing = [at for at in self._differing() if at != WHEN]
        if yes_no:
            if differing or self._periods() is Overlap.DISJOINT:
                return None
            return self._opposed(Basis.POLARITY)
        if not self._differing():
            return self._same_word(Basis.EXACT)
        if differing == [PHASE] and len(self._differing()) == 1:
            return self._phases(None)
        return None

    def _opposed(self, basis: Basis) -> Verdict:
        """Return a divergence, told as one origin's own where there is one origin."""
        if self.one_origin:
            basis = Basis.SELF_CONTRADICTION if self.one_voice else Basis.RELAY_DIFFERS
        return self._answer(Kind.DIVERGENCE, basis)

    def _same_word(self, basis: Basis) -> Verdict:
        """Return agreement, or an echo where one origin is heard twice."""
        if self.one_origin and (not self.one_voice or self._same_content()):
            return self._answer(Kind.ECHO, Basis.REPEATED if self.one_voice else Basis.SAME_ORIGIN)
        return self._answer(Kind.AGREEMENT, basis)

    def _same_content(self) -> bool:
        """Return whether both say the same to the word."""
        if self.option_a.meaning < 0 or self.option_b.meaning < 0:
            return self.option_a.meaning == self.option_b.meaning
        return self._meaning(0) == self._meaning(1)

    def _entailed(self, bare: list[bool]) -> Verdict | None:
        """Row 8, asserted: a positive count and the bare occurrence of the same question."""
        if self._differing() or not self._positive(bare.index(False)):
            return None
        return self._answer(Kind.AGREEMENT, Basis.ENTAILMENT)

    def _denied(self, bare: list[bool]) -> Verdict | None:
        """Rows 7 and 8, denied."""
        if self._differing():
            return None
        if any(bare):
            count = bare.index(False)
            denies = (self.a, self.b)[1 - count].stance is Stance.DENIES
            if denies and self._positive(count):
                return self._opposed(Basis.PRESUPPOSITION_DENIED)
            return self._answer(Kind.NOT_COMPARABLE, Basis.DENIAL_LEAVES_OPEN)
        denial, assertion = (0, 1) if self.a.stance is Stance.DENIES else (1, 0)
        if self._meaning(assertion).usual.within(self._meaning(denial).logical):
            ordered = self.one_origin and self._ordered()
            return (
                self._answer(Kind.REVISION, Basis.POSITION_CHANGED)
                if ordered
                else self._opposed(Basis.DENIED_FIGURE)
            )
        return self._answer(Kind.NOT_COMPARABLE, Basis.DENIAL_LEAVES_OPEN)

    def _denied_by_link(self) -> Verdict | None:
        """Row 7 for a claim that links ``denies`` and gives its own figure; disjoint figures are row 9."""
        for claim, row in ((self.a, 1), (self.b, 0)):
            linked = any(
                link.verb is LinkVerb.DENIES and link.target == self.table.ids[row]
                for link in claim.links
            )
            if linked and not self._meaning(0).logical.disjoint(self._meaning(1).logical):
                return self._opposed(Basis.DENIED_FIGURE)
        return None

    def _event(self, pair: tuple[int, int]) -> Verdict | None:
        """Row 8 for a count and the event that its measure implies."""
        count, event = pair
        claims = (self.a, self.b)
        if not self._positive(count) or not claims[count].stance.affirms or claims[event].readings:
            return self._answer(Kind.NOT_COMPARABLE, Basis.OTHER_QUESTION, keys=("measure",))
        if claims[event].stance is Stance.DENIES:
            return self._opposed(Basis.PRESUPPOSITION_DENIED)
        return self._answer(Kind.AGREEMENT, Basis.ENTAILMENT)

    def _meaning(self, row: int) -> Meaning:
        return self.table.meanings[self.telling.option(row).meaning][1]

    def _positive(self, row: int) -> bool:
        option = self.telling.option(row)
        low = self._meaning(row).logical.low if option.meaning >= 0 else None
        return low is not None and low > 0

    def _periods(self) -> Overlap:
        first, second = self.option_a.question.when, self.option_b.question.when
        return Overlap.OVERLAPS if first is None or second is None else first.overlap(second)

    def _spread(self) -> Verdict | None:
        """*Each* and *total* figures: judged by the engine, since they speak of several cells."""
        if self.option_a.over < 0 and self.option_b.over < 0:
            return None
        found = judged(case_of(self.frame, (0, 1), self.choice), self.telling)
        both = [finding for finding in found if set(finding.rows) == {0, 1}]
        if not both:
            return self._scope()
        gravest = max(both, key=lambda finding: _RANK[finding.kind])
        return Verdict(gravest.kind, gravest.basis, gravest.modifiers, gravest.assumptions)

    def _figures(self) -> Verdict | None:
        """Rows 9 to 14: figures of equal scope, of plan and outcome, of part and whole."""
        if self.option_a.meaning < 0 or self.option_b.meaning < 0:
            return None
        if not (self.a.stance.affirms and self.b.stance.affirms):
            return None
        differing = self._differing()
        if self._dates_differ():
            return self._dates(differing)
        if not differing:
            return self._equal_scope()
        if differing == [PHASE]:
            return self._phases(compared(self._meaning(0), self._meaning(1)))
        if len(differing) == 1 and differing[0] != UNIT:
            bridged = self._left_out(differing[0])
            if bridged:
                return bridged
        return self._part_and_whole(differing)

    def _dates_differ(self) -> bool:
        """Return whether the figures are of different dates; for flows, one left out may be any."""
        first, second = self.a.as_of, self.b.as_of
        if first == second:
            return False
        return self.table.measure(self.option_a.key).dated or (
            first is not None and second is not None
        )

    def _dates(self, differing: list[int]) -> Verdict:
        """Return that dates differ, or that a running total fell in between."""
        first, second = self.a.as_of, self.b.as_of
        measure = self.table.measure(self.option_a.key)
        if measure.cumulative and first is not None and second is not None and not differing:
            early, late = (0, 1) if first.span < second.span else (1, 0)
            later, earlier = self._meaning(late).logical, self._meaning(early).logical
            if (
                later.disjoint(earlier)
                and later.high is not None
                and earlier.low is not None
                and later.high <= earlier.low
            ):
                if self.one_origin:
                    return self._answer(Kind.REVISION, Basis.CUMULATIVE_FALL)
                return self._answer(Kind.TENSION, Basis.OUTSIDE_USUAL)
        return self._answer(Kind.NOT_COMPARABLE, Basis.OTHER_DATE, keys=("as of",))

    def _equal_scope(self) -> Verdict:
        """Rows 9 to 12."""
        kind, basis = compared(self._meaning(0), self._meaning(1))
        if kind is Kind.AGREEMENT:
            return self._same_word(basis)
        if kind is Kind.DIVERGENCE:
            if self.one_origin and self._ordered():
                return self._answer(Kind.REVISION, Basis.UPDATE)
            return self._opposed(basis)
        if self.one_origin and self._ordered():
            return self._answer(Kind.REVISION, Basis.UPDATE)
        return self._answer(kind, basis)

    def _phases(self, figures: tuple[Kind, Basis] | None) -> Verdict:
        """Row 13; ``figures`` is None for bare occurrences."""
        names = self.table.space.codes[PHASE].names
        phases = [names[codes[PHASE]] for codes in self.codes]
        bridge = phase_bridge(0, 1, *phases)
        if bridge is None:
            return self._answer(Kind.NOT_COMPARABLE, Basis.OTHER_PHASE, keys=("phase",))
        cross = (Modifier.CROSS_PHASE,) if bridge.cross_phase else ()
        kind, basis = figures or (Kind.AGREEMENT, Basis.EXACT)
        if kind is not Kind.AGREEMENT or Phase.CANCELLED in phases:
            return self._answer(
                Kind.TENSION, Basis.PLAN_AND_OUTCOME, *cross, assumed=bridge.assumption
            )
        return self._answer(kind, basis, *cross, assumed=bridge.assumption)

    def _left_out(self, column: int) -> Verdict | None:
        """Level 1 for a pair: one side leaves out the event, or a dimension that the other has at its root."""
        codes = [codes[column] for codes in self.codes]
        if 0 not in codes or column in {WHEN, PHASE}:
            return None
        code = max(codes)
        root = column == EVENT or code in self.frame.scope.roots(column)
        name, names = self.table.space.columns[column], self.table.space.codes[column].names
        assumed = f"{name}: unspecified = {names[code]}"
        kind, basis = compared(self._meaning(0), self._meaning(1))
        if root:
            if kind is Kind.AGREEMENT:
                return self._answer(kind, basis, assumed=assumed)
            return self._answer(Kind.TENSION, Basis.IF_READ_AS_TOTAL, assumed=assumed)
        whole, part = (0, 1) if codes[0] == 0 else (1, 0)
        if self._adds() and column in self.frame.scope.pairs and self._exceeds(part, whole):
            return self._answer(Kind.TENSION, Basis.IF_READ_AS_TOTAL)
        return None

    def _adds(self) -> bool:
        """Return whether parts of this measure can never exceed their whole."""
        measure = self.table.measure(self.option_a.key)
        return (
            measure.adds is not Additivity.NONE and measure.floor is not None and measure.floor >= 0
        )

    def _exceeds(self, part: int, whole: int) -> bool:
        """Return whether the part's low end lies above the whole's high end."""
        mine, theirs = self._meaning(part).logical, self._meaning(whole).logical
        return (
            mine.disjoint(theirs)
            and mine.low is not None
            and theirs.high is not None
            and mine.low >= theirs.high
        )

    def _part_and_whole(self, differing: list[int]) -> Verdict | None:
        """Row 14: a part that exceeds its whole, also across phases."""
        scope = [at for at in differing if at != PHASE]
        if not scope or not self._adds():
            return None
        for part, whole in ((0, 1), (1, 0)):
            if all(self._inside(at, part, whole) for at in scope) and self._exceeds(part, whole):
                if PHASE not in differing:
                    return self._answer(Kind.DIVERGENCE, Basis.PART_EXCEEDS)
                return self._answer(Kind.TENSION, Basis.PLAN_AND_OUTCOME, Modifier.CROSS_PHASE)
        return None

    def _inside(self, column: int, part: int, whole: int) -> bool:
        """Return whether one code lies inside the other on one column."""
        if column == WHEN:
            flow = self.table.measure(self.option_a.key).adds is Additivity.FLOW
            periods = [self.table.space.codes[WHEN].names[codes[WHEN]] for codes in self.codes]
            return (
                flow
                and None not in periods
                and periods[part].overlap(periods[whole]) is Overlap.WITHIN
            )
        if column < len(FIXED):
            return False
        return self.codes[whole][column] in self.frame.scope.above(column, self.codes[part][column])

    def _scope(self) -> Verdict:
        """Row 15: why the two cannot be compared."""
        space = self.table.space
        differing = self._differing()
        if not differing:
            over = max(self.option_a.over, self.option_b.over)
            return self._answer(
                Kind.NOT_COMPARABLE,
                Basis.SCOPE_UNKNOWN,
                keys=(space.columns[over],) if over >= 0 else (),
            )
        keys = tuple(space.columns[at] for at in differing)
        bases = {self._basis(at) for at in differing}
        for basis in (
            Basis.NO_COMMON_UNIT, Basis.OTHER_DENOMINATOR, Basis.SCOPE_UNKNOWN, Basis.SCOPE_OVERLAPS,
            Basis.OTHER_SCOPE, Basis.OTHER_PHASE,
        ):  # fmt: skip
            if basis in bases:
                return self._answer(Kind.NOT_COMPARABLE, basis, keys=keys)
        return self._answer(Kind.NOT_COMPARABLE, Basis.OTHER_SCOPE, keys=keys)

    def _basis(self, column: int) -> Basis:
        """Return what a difference in one column means."""
        one, other = self.codes[0][column], self.codes[1][column]
        if column == UNIT:
            return Basis.NO_COMMON_UNIT
        if column == PHASE:
            return Basis.OTHER_PHASE
        if one == 0 or other == 0:
            return Basis.SCOPE_UNKNOWN
        if column == WHEN:
            names = self.table.space.codes[WHEN].names
            return period_basis(names[one], names[other]) or Basis.OTHER_SCOPE
        if self.table.measure(self.option_a.key).kind is UnitKind.PERCENT:
            return Basis.OTHER_DENOMINATOR
        return (
            Basis.SCOPE_OVERLAPS
            if self.frame.scope.overlapping(column, one, other)
            else Basis.OTHER_SCOPE
        )
