"""A finding as one sentence that a reporter may paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.findings.comparability import DifferenceDetail
from claimsync.findings.equations import broken_text, fitting_text, joint_text
from claimsync.findings.folding import Voice, foldable, folded
from claimsync.findings.joint import JointDetail, rows_used
from claimsync.findings.kinds import Basis, Finding, Kind, Modifier
from claimsync.findings.linked import LinkDetail
from claimsync.findings.revisions import FallDetail
from claimsync.findings.sums import ConflictDetail, SumDetail
from claimsync.findings.wording import figure_text, listed, scope_text, spread_text, who
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.model.interval import Interval

_FEW = 6
_STANCES = {
    Stance.ASSERTS: "said",
    Stance.CONFIRMS: "confirmed",
    Stance.EXPECTS: "expected",
    Stance.DENIES: "denied",
    Stance.NEITHER: "neither confirmed nor denied",
    Stance.NO_COMMENT: "did not comment on",
    Stance.CANNOT_VERIFY: "could not confirm",
    Stance.UNAWARE: "knew nothing of",
    Stance.QUESTIONS: "questioned",
    Stance.RETRACTS: "retracted",
}  # the past tense fits one source and several alike


def sentence(finding: Finding) -> str:
    """Return why the finding holds, as one sentence."""
    teller = _Teller(finding)
    because, therefore = teller.reasons(), teller.conclusion()
    granted = f", granting {listed(finding.assumptions)}" if finding.assumptions else ""
    return f"Because {because}, {therefore}{granted}."


class _Teller:
    """Words for one finding."""

    def __init__(self, finding: Finding) -> None:
        self.finding, self.telling = finding, finding.telling
        self.questions = {str(self.telling.option(row).question) for row in finding.rows}
        related = finding.basis in {Basis.RELATION, Basis.RELATION_BROKEN}
        dates = {self.telling.table.claims[row].as_of for row in finding.rows}
        self.dated = related and len(dates) > 1

    def said(self, row: int) -> str:
        """Return what a claim says, and *as of* when where the finding joins several dates."""
        date = self.telling.table.claims[row].as_of
        return f"{self._said(row)} as of {date}" if self.dated and date else self._said(row)

    def _said(self, row: int) -> str:
        """Return what a claim says; the question only where the finding is about several."""
        claim, option = self.telling.table.claims[row], self.telling.option(row)
        verb, asked = _STANCES[claim.stance], option.question
        if option.reading is None or not claim.stance.polar:
            return f"{verb} '{asked.measure}'{scope_text(asked)}"
        figure = option.reading.figure
        words = self._figures(row)
        if len(self.questions) == 1 or " or " in words:
            return f"{verb} {words}"
        if not figure.states_number:
            return f"{verb} {words} for {asked.measure}{scope_text(asked)}"
        number, spread = (words.removesuffix(tail := spread_text(figure)), tail)
        return f"{verb} {number} {asked.measure}{spread}{scope_text(asked)}"

    def _figures(self, row: int) -> str:
        """Return the figure of a claim; all that survive where several readings do."""
        options = self.telling.table.options[row]
        surviving = self.telling.survivors.get(row) or [self.telling.choice[row]]
        read = [options[at].reading for at in surviving]
        return " or ".join(dict.fromkeys(figure_text(each.figure) for each in read if each))

    def all_said(self, rows: Sequence[int]) -> str:
        """Return what the claims say, the same words of several told once; many are cut short."""
        alike: dict[tuple[object, ...], list[int]] = {}
        for row in rows:
            option = self.telling.option(row)
            figure = option.reading and option.reading.figure
            claim = self.telling.table.claims[row]
            key = (claim.stance, figure, option.question, claim.as_of if self.dated else None)
            alike.setdefault(key, []).append(row)
        told = list(alike.values())
        shown = [self._together(same) for same in told[:_FEW]]
        left = sum(map(len, told[_FEW:]))
        return listed(
            [*shown, f"there are {left:,} more claims" if left > 1 else "one more claim"]
            if left
            else shown
        )

    def _together(self, rows: Sequence[int]) -> str:
        """Return what some claims say alike, with those who say it, each named once."""
        names = list(dict.fromkeys(who(self.telling, row) for row in rows))
        said = self.said(rows[0])
        if len(names) == 1:
            times = {1: "", 2: " (twice)"}.get(len(rows), f" ({len(rows):,} times)")
            return f"{names[0]}{',' if ', citing ' in names[0] else ''} {said}{times}"
        shown = names[:_FEW] + ([f"{len(names) - _FEW:,} more"] if len(names) > _FEW else [])
        return f"{listed(shown)} {'both' if len(names) == 2 else 'all'} {said}"  # noqa: PLR2004 - two

    def reasons(self) -> str:
        """Return the claims that the finding rests on."""
        return self.all_said(self.finding.rows)

    def about(self) -> str:
        """Return the question of the finding in words."""
        asked = self.telling.question(self.finding)
        return f"{asked.measure}{scope_text(asked)}"

    def conclusion(self) -> str:
        """Return what follows."""
        match self.finding.kind:
            case Kind.DIVERGENCE:
                tell = self._divergence
            case Kind.AGREEMENT:
                tell = self._agreement
            case Kind.TENSION:
                tell = self._tension
            case Kind.NON_CONFIRMATION:
                tell = self._nonconfirmation
            case Kind.REVISION:
                tell = self._revision
            case Kind.NOT_COMPARABLE:
                tell = self._not_comparable
            case Kind.ECHO:
                tell = self._echo
        return tell(self.about())

    def _echo(self, about: str) -> str:
        return f"{about} was heard more than once from one origin, which adds no confirmation"

    def _crossed(self, detail: JointDetail, about: str) -> str:
        """Return that sums exclude each other, and what they leave of the question if one shows."""
        squeezed = detail.squeezed
        if squeezed is None:
            return f"the sums that run across each other cannot all hold for {about}"
        cell, least, most = squeezed
        asked = self.telling.table.question(detail.case.cells.keys[cell])
        return (
            f"the sums that run across each other make {asked.measure}{scope_text(asked)}"
            f" {least} and {most}, and they cannot all hold for {about}"
        )

    def _divergence(self, about: str) -> str:
        detail = self.finding.detail
        if isinstance(detail, JointDetail) and self.finding.basis is Basis.RELATION_BROKEN:
            rows = [detail.system.at[row] for row in rows_used(detail.conflict.steps)]
            scope = scope_text(self.telling.question(self.finding))
            return joint_text(detail.case, rows, scope)
        if isinstance(detail, JointDetail):
            return self._crossed(detail, about)
        if isinstance(detail, ConflictDetail):
            gap = detail.case.interval(
                detail.cells[detail.clash.cell], detail.conflict.gap, detail.conflict.gap
            )
            if detail.relations:
                return self._broken(detail, gap)
            way = {
                Basis.PART_EXCEEDS: "a part would be larger than the whole",
                Basis.PARTS_EXCEED: "the parts add up to more than the whole",
                Basis.PARTS_FALL_SHORT: (
                    "the parts, which are all there are, add up to less than the whole"
                ),
            }[self.finding.basis]
            by = self._by(detail, gap)
            return f"{self._sums()}{way}{by}, and they cannot all hold for {about}"
        return {
            Basis.POLARITY: f"{about} is both asserted and denied",
            Basis.DENIED_FIGURE: f"the figure for {about} is denied",
            Basis.PRESUPPOSITION_DENIED: f"what the count for {about} presupposes is denied",
            Basis.RELATION_BROKEN: f"a declared relation cannot hold for {about}",
            Basis.RELAY_DIFFERS: f"one origin is relayed differently on {about}",
            Basis.SELF_CONTRADICTION: (
                f"one origin contradicts itself on {about}, and nothing orders the two in time"
            ),
        }.get(self.finding.basis, f"they cannot all hold for {about}")

    def _by(self, detail: ConflictDetail, gap: Interval) -> str:
        """Return by how much a sum fails: by these claims, and by all that it runs over."""
        cell, conflict = detail.cells[detail.clash.cell], detail.conflict
        least = detail.case.interval(cell, conflict.least, conflict.least)
        told = [str(each).removeprefix("exactly ") for each in (least, gap) if each.point]
        if len(told) < 2:  # noqa: PLR2004 - both
            return ""
        more = f", by {told[1]} with all that is claimed" if told[0] != told[1] else ""
        return f" by {told[0]}{more}"

    def _broken(self, detail: ConflictDetail, gap: Interval) -> str:
        """Return which relation fails, on which day, and by how much."""
        scope = scope_text(self.telling.question(self.finding))
        by = str(gap).removeprefix("exactly ") if gap.point else ""
        return broken_text(detail.case, detail.relations, scope, by)

    def _sums(self) -> str:
        """Return how the sums of a conflict build on each other, where there are several."""
        steps = self.finding.proof["steps"]
        if not foldable(steps):
            return ""
        said = zip(self.finding.claims, self.finding.rows, strict=True)
        return f"{folded(steps, {claim: self._voice(row) for claim, row in said})}: "

    def _voice(self, row: int) -> Voice:
        """Return who makes a claim, and its figure without what it is spread over."""
        reading, words = self.telling.option(row).reading, self._figures(row)
        spread = spread_text(reading.figure) if reading else ""
        return Voice(who(self.telling, row), words.removesuffix(spread))

    def _agreement(self, about: str) -> str:
        detail, cross = self.finding.detail, Modifier.CROSS_PHASE in self.finding.modifiers
        planned = " (planned and done)" if cross else ""
        settled = isinstance(detail, SumDetail) and detail.narrowed
        tight = f", and {self._settled(detail)}" if settled else ""
        if isinstance(detail, SumDetail) and self.finding.basis is Basis.RELATION:
            scope = scope_text(self.telling.question(self.finding))
            return f"{fitting_text(detail.case, detail.rows, scope)}{planned}{tight}"
        if isinstance(detail, SumDetail):
            return f"the parts add up to the whole for {about}{planned}{tight}"
        if self.finding.basis is Basis.AGGREGATION:
            return f"they agree by adding up for {about}{planned}"
        if isinstance(detail, LinkDetail):
            return f"{detail.linked.equation.name.removeprefix('relation ')} holds for {about}"
        if self.finding.basis is Basis.RELATION:
            return f"they fit a declared relation for {about}{planned}"
        how, more = {
            Basis.EXACT: ("agree", ""),
            Basis.ROUNDING: ("agree as rounded", ""),
            Basis.REFINEMENT: ("agree", ", one more precisely"),
            Basis.BOUNDS: ("agree within their bounds", ""),
            Basis.ENTAILMENT: ("agree", ", since the count implies the event"),
        }[self.finding.basis]
        return f"they {how} on {about}{planned}{more}"

    def _settled(self, detail: SumDetail) -> str:
        """Return what the sum leaves of the cells that it narrowed to a point."""
        case, told = detail.case, []
        for cell in detail.narrowed:
            asked = self.telling.table.question(case.cells.keys[cell])
            told.append(f"{asked.measure}{scope_text(asked)} can only be {case.allowed(cell)}")
        return listed(told)

    def _tension(self, about: str) -> str:
        if isinstance(self.finding.detail, FallDetail):
            return f"a running total would have fallen from one to the other for {about}"
        if self.finding.basis is Basis.OUTSIDE_USUAL:
            return f"they can all hold for {about}, but not as such words are usually meant"
        if self.finding.basis is Basis.PLAN_AND_OUTCOME:
            return f"what was planned and what is reported as done differ for {about}"
        return f"they would differ if {about} were read as the total"

    def _nonconfirmation(self, about: str) -> str:
        finding = self.finding
        if finding.basis is Basis.SILENT:
            return f"{finding.detail.source}, which would know, has said nothing on {about}"
        if finding.basis is Basis.SINGLE_ORIGIN:
            return f"{about} rests on {finding.origins[0]} alone"
        if finding.basis is Basis.NO_INFORMATION:
            return f"there is a non-answer on {about}, which is not a zero"
        least, most = finding.origins_at_least, finding.origins_at_most
        if most == 0:
            return f"{about} is neither affirmed nor denied"
        count = f"{most}" if least == most else f"at least {least}, at most {most}"
        return f"{about} is not confirmed; independent origins behind it: {count}"

    def _revision(self, about: str) -> str:
        if self.finding.basis is Basis.CUMULATIVE_FALL:
            after = " (corrected)" if Modifier.CORRECTED in self.finding.modifiers else ""
            return f"a running total fell for {about}{after}"
        what = {
            Basis.UPDATE: "the later figure takes the place of the earlier one",
            Basis.CORRECTION: "the earlier figure was corrected",
            Basis.RETRACTION: "the earlier claim was taken back",
            Basis.POSITION_CHANGED: "the position changed",
        }[self.finding.basis]
        return f"{what} for {about}"

    def _not_comparable(self, about: str) -> str:
        detail = self.finding.detail
        if isinstance(detail, DifferenceDetail):
            return (
                f"they answer different questions (they differ in {listed(detail.keys)});"
                " say how these add up to compare them"
            )
        if self.finding.basis is Basis.DENIAL_LEAVES_OPEN:
            return f"the denial leaves open what holds for {about}"
        return {
            Basis.OTHER_DATE: f"the figures for {about} are of different dates",
            Basis.NO_POLARITY: f"nothing in them confirms or contradicts the other on {about}",
        }.get(
            self.finding.basis, f"they answer different questions ({self.finding.basis}) on {about}"
        )
