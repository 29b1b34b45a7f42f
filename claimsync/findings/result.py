"""The result of reconciling: findings, and what all claims together allow."""

from __future__ import annotations

import importlib
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from claimsync.errors import InvalidClaimError, UnknownCodeError, check_named, did_you_mean
from claimsync.findings import asking
from claimsync.findings.columns import Findings
from claimsync.findings.confirmation import Confirmation, confirmation_of
from claimsync.findings.conflicts import Conflicts, listed
from claimsync.findings.desk import Desk
from claimsync.findings.equations import unused_relations
from claimsync.findings.facts import ClaimFacts
from claimsync.findings.hints import hints_of
from claimsync.findings.hypotheses import NOTHING, with_aside, with_more, with_readings
from claimsync.findings.implied import implied_bounds, undecided_jointly
from claimsync.findings.inquiries import (
    OPEN,
    Heap,
    Inquiries,
    Slice,
    best_of,
    excerpt,
    heaps_of,
    open_readings,
    settled_context,
)
from claimsync.findings.kinds import Finding, Kind
from claimsync.findings.lookup import cell_of, dated
from claimsync.findings.nonconfirmation import covers
from claimsync.findings.outcomes import Bound, Open, Position
from claimsync.findings.proof import implied_proof
from claimsync.findings.rejected import Rejected, rejected
from claimsync.findings.repairs import BUDGET, Family, Repair, families, weighed
from claimsync.findings.sums import Undecided
from claimsync.findings.telling import Telling, reading_text
from claimsync.findings.units import unit_notes
from claimsync.findings.values import CellDetail
from claimsync.findings.verification import Fault, faults
from claimsync.graph import graph_of
from claimsync.model.interval import ANYTHING
from claimsync.model.question import Question
from claimsync.model.stance import Stance
from claimsync.table.keys import find
from claimsync.table.timeline import foreign_links

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from decimal import Decimal
    from fractions import Fraction

    from claimsync.findings.case import Case
    from claimsync.findings.columns import Batch
    from claimsync.findings.conflicts import Order
    from claimsync.findings.hypotheses import Again, Hypothesis
    from claimsync.findings.readings import Settled
    from claimsync.findings.standing import Asked
    from claimsync.model.claimset import ClaimSet
    from claimsync.model.interval import Interval

_REPAIRS_CHECKED = 4  # of each family: all share the same conflicts


class Reconciliation:
    r"""What a set of claims says: findings first, then what all claims together still allow.

    >>> import claimsync as cs
    >>> result = cs.reconcile(cs.parse("Reuters: killed = 8\nAFP: killed = 8"))
    >>> [(str(finding.kind), str(finding.basis)) for finding in result.findings]
    [('agreement', 'exact')]
    """

    def __init__(
        self,
        claims: ClaimSet,
        case: Case,
        telling: Telling,
        settled: Settled,
        findings: Iterable[Finding | Batch],
        *,
        supposed: Hypothesis = NOTHING,
        again: Again[Reconciliation],
    ) -> None:
        """Order the findings: what needs a human first, then by question.

        ``again`` judges claims under another hypothesis, as this result was judged.
        """
        self.claims = claims
        self._supposed, self._again = supposed, again
        self._families: dict[object, tuple[Family, ...]] = {}
        self._case, self._telling, self._settled = case, telling, settled
        self.findings = Findings.of(findings).ordered()

    def of_kind(self, kind: Kind | str) -> Findings:
        """Return the findings of one kind.

        Raises UnknownCodeError for a kind that is none.
        """
        if kind not in tuple(Kind):
            raise UnknownCodeError(f"expected a kind ({', '.join(Kind)}), got {kind!r}")
        return self.findings.only([Kind(kind)])

    @property
    def divergences(self) -> Findings:
        """Where claims cannot all hold."""
        return self.of_kind(Kind.DIVERGENCE)

    @property
    def agreements(self) -> Findings:
        """Where claims say the same as far as they go."""
        return self.of_kind(Kind.AGREEMENT)

    @property
    def non_confirmations(self) -> Findings:
        """Where somebody speaks without saying yes or no, is silent, or stands alone."""
        return self.of_kind(Kind.NON_CONFIRMATION)

    @property
    def tensions(self) -> Findings:
        """Where claims differ under a usual reading or an assumption only."""
        return self.of_kind(Kind.TENSION)

    @property
    def revisions(self) -> Findings:
        """Where a claim took the place of an earlier one."""
        return self.of_kind(Kind.REVISION)

    @property
    def not_comparable(self) -> Findings:
        """Where claims look alike and answer different questions."""
        return self.of_kind(Kind.NOT_COMPARABLE)

    @property
    def echoes(self) -> Findings:
        """Where one origin was heard more than once."""
        return self.of_kind(Kind.ECHO)

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each kind there are, zeros included."""
        return {str(kind): count for kind, count in self.findings.counts().items()}

    @cached_property
    def implied(self) -> tuple[Bound, ...]:
        """The questions whose bounds all claims together tighten."""
        table = self._telling.table
        open_rows = [row for tie in self._settled.ties for row in tie.rows]
        return tuple(
            Bound(
                dated(self._case, bound.cell),
                bound.interval,
                tuple(table.ids[row] for row in bound.rows),
                partial(implied_proof, self._case, bound.cell),
            )
            for bound in implied_bounds(self._case, open_rows)
        )

    @cached_property
    def undecided(self) -> tuple[Open, ...]:
        """The claims about which nothing was decided, and why."""
        tied = "several readings fit equally well; only what holds under all is told"
        found: list[Undecided] = [
            *undecided_jointly(self._case, self.divergences),
            *self._settled.undecided,
            *(Undecided(tie.rows, tied) for tie in self._settled.ties),
        ]
        ids = self._telling.table.ids
        return tuple(Open(tuple(ids[row] for row in each.rows), each.reason) for each in found)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know: declarations that were not used, names that may be typos."""
        supposed = self._supposed.notes(self._telling.table)
        unused = tuple(unused_relations(self._case))
        links = tuple(
            f"'{row}' unsays ^{target}, which is another source's own word: a claim like others"
            for row, target in foreign_links(self._telling.table)
        )
        notes = (*supposed, *unused, *unit_notes(self._case))
        return (*notes, *links, *hints_of(self.claims))

    def allowed(self, question: str | Question) -> Interval:
        """Return what all claims together still allow for one question.

        ``question`` may leave out keys as long as it fits only one that is claimed.

        Raises AmbiguousQuestionError where it fits none, or several.
        """
        cell = cell_of(self._case, question)
        allowed = self._case.allowed(cell)
        for tie in self._settled.ties:
            for case in tie.cases(self._case.frame, self._settled.choice):
                at = int(find(case.cells.keys, self._case.cells.keys[cell : cell + 1])[0])
                allowed = allowed if at < 0 else allowed.hull(case.allowed(at))
        return allowed

    def positions(self, question: str | Question) -> tuple[Position, ...]:
        """Return who holds what: the maximal sets of claims on one question that hold together.

        Raises AmbiguousQuestionError where ``question`` fits none, or several.
        """
        table, found = self._telling.table, []
        spans = self._yes_and_no(question)
        if not spans:
            spans = list(CellDetail(self._case, cell_of(self._case, question)).spans())
        for rows, interval in spans:
            codes = self._telling.origin_codes(rows)
            names = sorted({table.origins.origins[code].name for code in codes})
            found.append(Position(interval, tuple(table.ids[row] for row in rows), tuple(names)))
        return tuple(found)

    def _yes_and_no(self, question: str | Question) -> list[tuple[list[int], Interval]]:
        """Return who affirms and who denies the occurrence that ``question`` fits, if any."""
        asked = Question.parse(question) if isinstance(question, str) else question
        claims = self._telling.table.claims
        fitting = [
            row
            for row in self._case.rows
            if not claims[row].readings and covers(asked, self._telling.option(row).question)
        ]
        if len({str(self._telling.option(row).question) for row in fitting}) != 1:
            return []
        yes = [row for row in fitting if claims[row].stance.affirms]
        no = [row for row in fitting if claims[row].stance is Stance.DENIES]
        return [(rows, ANYTHING) for rows in (yes, no) if rows]

    def readings(self) -> dict[str, tuple[str, ...]]:
        """Return the surviving readings of each ambiguous claim, by id."""
        table = self._telling.table
        return {
            table.ids[row]: tuple(reading_text(table, row, option) for option in options)
            for row, options in sorted(self._settled.survivors.items())
        }

    def rejected(self) -> dict[str, tuple[Rejected, ...]]:
        """Return the losing readings of each ambiguous claim, by id, and why each lost."""
        found: dict[str, tuple[Rejected, ...]] = {}
        for row, lost in rejected(self._case.frame, self._settled):
            claim_id = self._telling.table.ids[row]
            found[claim_id] = (*found.get(claim_id, ()), lost)
        return found

    def what_if(
        self,
        *,
        drop: str | Iterable[str] = (),
        assume: str | Iterable[str] = (),
        read: Mapping[str, str] | None = None,
        say: str | Iterable[str] = (),
    ) -> Reconciliation:
        r"""Return the result as it would be under a hypothesis.

        >>> import claimsync as cs
        >>> result = cs.reconcile(cs.parse("Reuters: killed = 8  ^r\nAFP: killed = 9  ^a"))
        >>> result.what_if(drop="r").divergences
        ()
        >>> [str(f.kind) for f in result.what_if(say="AFP: = 8  corrects ^a").agreements]
        ['agreement']

        ``drop`` sets claims (ids) aside; which questions and parts there are, they still settle,
        and what they unsaid stays unsaid. ``assume`` makes declarations of assumptions as findings
        name them, ``read`` fixes the reading of claims by id, ``say`` adds claims in the notation.

        Raises KeyError for an id that is none, InvalidClaimError for an assumption or a reading
        that is none or contradicts another, and InvalidClaimsError for lines that do not hold.
        """
        claims, more = with_more(self.claims, assume=assume, say=say, until=self._again.until)
        supposed = with_aside(self._supposed, self.claims, drop)
        readings = check_named(read or {}, "readings")
        supposed = with_readings(supposed, self.claims, readings, self._telling.table)
        return self._again(claims, replace(supposed, more=(*supposed.more, *more)))

    def repairs(
        self,
        *,
        weigh: Mapping[str, int | str | Fraction | Decimal] | None = None,
        pin: Collection[str] = (),
        budget: int = BUDGET,
    ) -> tuple[Repair, ...]:
        """Return the lightest sets of claims to set aside so that no divergence is left.

        Every family of divergences has its own; one of each resolves all. All claims weigh 1 unless
        ``weigh`` says otherwise, by claim id or source; pinned ones are never set aside. ``budget``
        limits the questions looked at: of a family that it does not suffice for, none is told.

        Raises InvalidClaimError for a name that is none, and for a weight that is not above 0.
        """
        found = self.families(weigh=weigh, pin=pin, budget=budget)
        return tuple(repair for family in found for repair in family.repairs)

    def families(
        self,
        *,
        weigh: Mapping[str, int | str | Fraction | Decimal] | None = None,
        pin: Collection[str] = (),
        budget: int = BUDGET,
    ) -> tuple[Family, ...]:
        """Return the divergences in families that share claims, each with all lightest repairs.

        Raises InvalidClaimError likewise.
        """
        weights = check_named(weigh or {}, "weights")
        pinned = tuple(sorted([pin] if isinstance(pin, str) else pin))
        asked = (tuple(sorted(weights.items())), pinned, budget)
        if asked not in self._families:
            weight = weighed(self._case, weights, pinned)
            self._families[asked] = families(self._case, self.divergences, weight, budget)
        return self._families[asked]

    def conflicts(
        self, about: Finding | str, *, limit: int = 10, by: Order = "size", budget: int = BUDGET
    ) -> Conflicts:
        r"""Return minimal conflicts: those around a divergence, or those that a claim is part of.

        >>> import claimsync as cs
        >>> day = cs.parse("A: killed = 8  ^a\nB: killed = 9  ^b\nC: killed = 10  ^c")
        >>> [found.claims for found in cs.reconcile(day).conflicts("a")]
        [('a', 'b'), ('a', 'c')]

        ``about`` is a finding or its id, or the id of a claim. The first ``limit`` are listed, the
        smallest (or lightest) first; ``budget`` limits the questions looked at.

        Raises KeyError for an id that is none.
        """
        claim = isinstance(about, str) and about in self.claims.ids
        rows = [self._telling.table.ids.index(str(about))] if claim else []
        finding = about if claim or isinstance(about, Finding) else self.finding(about)
        for family in self.families():
            if family.region is not None and family.concerns(finding):
                return listed(family.region, rows, limit=limit, by=by, budget=budget)
        return Conflicts(())

    def ask(self, limit: int = 10) -> Inquiries:
        r"""Return what to ask next, and of whom: what settles most of what is open comes first.

        >>> import claimsync as cs
        >>> day = cs.parse("Reuters: raid happened\nKremlin: ? raid happened  ^kremlin")
        >>> (inquiry,) = cs.reconcile(day).ask()
        >>> str(inquiry)
        "Kremlin: Is it right: 'raid happened'?"
        >>> [(answer.words, answer.settles) for answer in inquiry.answers]
        [('yes', 1), ('no', 0)]

        What each answer leads to is worked out by saying it in addition. Of a large set the groups
        of connected claims with most open findings come first, and ``left`` says how many others
        were not looked at.

        Raises InvalidClaimError for a limit below 1.
        """
        if limit < 1:
            raise InvalidClaimError(f"expected a limit of 1 or more, got {limit}")
        table, context = self._telling.table, settled_context(self.claims)

        def slice_of(heap: Heap) -> Slice:
            """Return connected claims judged by themselves, with what could be asked."""
            claims = excerpt(table, context, heap.rows)
            part = self._again(claims, self._supposed.only(claims.ids))
            return Slice(part, part._asked())  # noqa: SLF001 - of its own kind

        return best_of(heaps_of(self, self._case.frame, self._again.policy), slice_of, limit)

    def _asked(self) -> tuple[Asked, ...]:
        """Return what could be asked about everything that is open."""
        desk = Desk(self, self._case, self._telling)
        asked = [each for f in self.findings if f.kind in OPEN for each in asking.about(desk, f)]
        return (*asked, *asking.meant(desk, [desk.row_of[name] for name in open_readings(self)]))

    def confirmation(self) -> Confirmation:
        """Return the matrix of parties and questions: who asserts, denies, withholds, is silent."""
        return confirmation_of(self._case, self._telling)

    def finding(self, finding_id: str) -> Finding:
        """Return the finding with this id.

        Raises KeyError.
        """
        for finding in self.findings:
            if finding.id == finding_id:
                return finding
        hint = did_you_mean(finding_id, [finding.id for finding in self.findings])
        raise KeyError(
            f"expected the id of a finding, got {finding_id!r}{'; ' + hint if hint else ''}"
        )

    def about(self, claim_id: str) -> tuple[Finding, ...]:
        """Return the findings that a claim is part of."""
        return tuple(finding for finding in self.findings if claim_id in finding.claims)

    @cached_property
    def facts(self) -> ClaimFacts:
        """What proofs may start from, read off the claims that stand, not off the engine."""
        table, case = self._telling.table, self._case
        rows = sorted((*case.rows, *case.aside))
        read = {table.ids[row]: case.choice[row] for row in rows if len(table.options[row]) > 1}
        return ClaimFacts(self.claims, self._again.policy, [table.ids[row] for row in rows], read)

    def verify(self) -> tuple[Fault, ...]:
        r"""Check the proofs again; return what does not hold.

        That is every finding, every implied bound, and the first few repairs of each family.

        >>> import claimsync as cs
        >>> cs.reconcile(cs.parse("Reuters: killed = 8\nAFP: killed = 9")).verify()
        ()
        """
        return tuple(faults(self.facts, self.findings, self.implied, self._checked_repairs))

    @property
    def proofs(self) -> int:
        """How many proofs ``verify`` checks."""
        return len(self.findings) + len(self.implied) + len(self._checked_repairs)

    @cached_property
    def _checked_repairs(self) -> list[Repair]:
        return [one for family in self.families() for one in family.repairs[:_REPAIRS_CHECKED]]

    def graph(self, finding: Finding | None = None) -> Any:
        """Return a ``networkx.MultiDiGraph`` of all claims, or of one finding's."""
        return graph_of(self.claims, None if finding is None else frozenset(finding.claims))

    def to_json(self) -> str:
        """Return the JSON that ``claimsync check --format json`` prints."""
        return str(_report().json_text(self))

    def to_html(self, path: str | None = None) -> str:
        """Return the report as one HTML page, and write it to ``path`` if one is given."""
        return str(_report().write_html(self, path))

    def to_records(self) -> list[dict[str, Any]]:
        """Return one flat record a finding."""
        return list(_report().records(self))

    def to_frame(self) -> Any:
        """Return the findings as a pandas DataFrame.

        Raises MissingExtraError without pandas.
        """
        return importlib.import_module("claimsync.interop").frame(self.to_records())

    def __str__(self) -> str:
        """Return the report as plain text."""
        return str(_report().plain_text(self))

    def __repr__(self) -> str:
        """Return the counts of findings."""
        told = " · ".join(f"{count} {kind}" for kind, count in self.counts.items() if count)
        return f"Reconciliation({told or 'no findings'})"

    def _repr_html_(self) -> str:
        """Return the findings as HTML for a notebook."""
        return str(_report().html_fragment(self))


def _report() -> Any:
    """Return the reports: above the findings, so imported by name when one is asked for."""
    return importlib.import_module("claimsync.report")
