"""What to ask next: questions to named sources, and what each answer would lead to.

Every answer is tried: the claims that it would be are said in addition, and the claims connected
with the question are judged again.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Self

from claimsync.findings.connections import families
from claimsync.findings.kinds import Basis, Kind
from claimsync.model.claimset import ClaimSet
from claimsync.model.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimsync.findings.case import Frame
    from claimsync.findings.kinds import Finding
    from claimsync.findings.replies import Reply
    from claimsync.findings.result import Reconciliation
    from claimsync.findings.standing import Asked
    from claimsync.model.claim import Link
    from claimsync.model.policy import Policy
    from claimsync.table.columns import Table

OPEN = (Kind.DIVERGENCE, Kind.NON_CONFIRMATION)
_NEWS = (*OPEN, Kind.AGREEMENT, Kind.TENSION)
MOST_JUDGED = 50_000  # claims over all runs: some ten seconds
_RUN = 20  # claims that take as long as a run on none
_LAST = 10_000  # behind every gravity: where nobody can be asked
_BASES = {basis: at for at, basis in enumerate(Basis)}


Key = tuple[int, int, int, int, str, str, str]


class Lead(NamedTuple):
    """A finding that an answer ends or brings: its kind, its basis, and its question."""

    kind: Kind
    basis: Basis
    question: str

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.kind} ({self.basis}) on {self.question}"


@dataclass(frozen=True)
class Answer:
    """A possible answer: in words, as the claims tried, and what it leads to.

    ``ends`` are findings that would be gone and ``brings`` those that would be new; ``settles``
    counts the open findings that end without another one, as grave, in their place.
    """

    words: str
    tried: tuple[str, ...]
    ends: tuple[Lead, ...]
    brings: tuple[Lead, ...]
    settles: int


@dataclass(frozen=True)
class Inquiry:
    """A question to a source, its possible answers, and what they settle.

    ``settles`` is how many open findings at least and at most; ``about`` are their ids, and those
    of claims whose reading is open. ``whom`` is None where nobody named can be asked.
    """

    whom: str | None
    question: str
    words: str
    answers: tuple[Answer, ...]
    settles: tuple[int, int]
    about: tuple[str, ...]

    def __str__(self) -> str:
        """Return the question with whom to put it to."""
        return f"{self.whom}: {self.words}" if self.whom else self.words


class Inquiries(tuple[Inquiry, ...]):  # noqa: SLOT001 - a tuple has no slots for more
    """Inquiries, best first; ``left`` is how many groups of connected claims were not looked at."""

    left: int

    def __new__(cls, inquiries: Iterable[Inquiry], left: int = 0) -> Self:
        """Return the inquiries, and how much was left."""
        made = super().__new__(cls, inquiries)
        made.left = left
        return made


class Slice(NamedTuple):
    """Connected claims judged by themselves: the result, and the questions about its open items."""

    result: Reconciliation
    asked: tuple[Asked, ...]


class Heap(NamedTuple):
    """Open items of one slice: how many, where the gravest stands, the ids, and the claim rows."""

    size: int
    gravest: int
    rows: tuple[int, ...]


def heaps_of(result: Reconciliation, frame: Frame, policy: Policy) -> list[Heap]:
    """Return the slices of connected claims with open items, the most promising first."""
    everyone = range(len(frame.table))
    row_of = {claim_id: row for row, claim_id in enumerate(frame.table.ids)}
    found = [f for f in result.findings if f.kind in OPEN]
    grave = [(f.rows[0], gravity(f)) for f in found]
    grave += [(row_of[claim_id], 0) for claim_id in open_readings(result)]
    if not grave:
        return []
    label = families(frame, everyone, policy).tolist()
    members: dict[int, list[int]] = defaultdict(list)
    for row in everyone:
        members[label[row]].append(row)
    of: dict[int, list[int]] = defaultdict(list)
    for row, at in grave:
        of[label[row]].append(at)
    heaps = [Heap(len(at), min(at), tuple(members[name])) for name, at in of.items()]
    return sorted(heaps, key=lambda heap: (-heap.size, heap.gravest, heap.rows))


def best_of(heaps: Sequence[Heap], slice_of: Callable[[Heap], Slice], limit: int) -> Inquiries:
    """Return the best ``limit`` inquiries over all slices, best first.

    Slices are judged from the most promising on, as long as they can still matter, and until
    ``MOST_JUDGED`` claims have been.
    """
    found: list[tuple[Key, Inquiry]] = []
    judged = 0
    for at, heap in enumerate(heaps):
        if len(found) >= limit and found[limit - 1][0] < (-heap.size, -heap.size, heap.gravest):
            break
        if judged > MOST_JUDGED:
            return Inquiries((inquiry for _, inquiry in found[:limit]), len(heaps) - at)
        told = slice_of(heap)
        runs = 1 + sum(len(asked.replies) for asked in told.asked)
        judged += runs * (len(heap.rows) + _RUN)
        found += [
            (_key(told.result, asked, inquiry), inquiry) for asked, inquiry in _inquiries(told)
        ]
        found.sort(key=lambda pair: pair[0])
    return Inquiries((inquiry for _, inquiry in found[:limit]), 0)


def _key(result: Reconciliation, asked: Asked, inquiry: Inquiry) -> Key:
    """Return what inquiries are sorted by: what they settle, how grave it is, and their text.

    Of two sides the one that fewer claims stand on is asked first: it is checked soonest.
    """
    least, most = inquiry.settles
    gravest = min((gravity(f) for f in result.findings if f.id in inquiry.about), default=0)
    last = _LAST if inquiry.whom is None else 0
    grave = (gravest + last, asked.company)
    return (-least, -most, *grave, inquiry.whom or "", inquiry.question, inquiry.words)


def gravity(finding: Finding) -> int:
    """Return where an open finding stands among others: by kind, then by basis."""
    return OPEN.index(finding.kind) * len(_BASES) + _BASES[finding.basis]


def _inquiries(told: Slice) -> Iterator[tuple[Asked, Inquiry]]:
    """Yield the inquiries of one slice; the same question to the same source is one.

    What a source meant is another question than whether something is so.
    """
    merged: dict[tuple[str | None, str, str], Asked] = {}
    for asked in told.asked:
        alone = asked.whom is None or any(reply.read for reply in asked.replies)
        key = (asked.whom, asked.question, asked.words if alone else "")
        known = merged.get(key)
        merged[key] = asked if known is None else _joined(known, asked)
    for asked in merged.values():
        yield asked, _inquiry(told.result, asked)


def _joined(one: Asked, other: Asked) -> Asked:
    """Return two questions to one source as one, with the answers of both, each once."""
    replies: dict[object, Reply] = {}
    for reply in (*one.replies, *other.replies):
        replies.setdefault((reply.claims, reply.read), reply)
    about = tuple(dict.fromkeys((*one.about, *other.about)))
    return replace(one, replies=tuple(replies.values()), about=about)


def _inquiry(result: Reconciliation, asked: Asked) -> Inquiry:
    """Return a question with what each of its answers leads to."""
    answers = tuple(_answer(result, reply) for reply in asked.replies)
    settles = [answer.settles for answer in answers]
    return Inquiry(
        asked.whom,
        asked.question,
        asked.words,
        answers,
        (min(settles, default=0), max(settles, default=0)),
        asked.about,
    )


def _answer(result: Reconciliation, reply: Reply) -> Answer:
    """Return what an answer leads to."""
    lines = tuple(map(str, reply.claims))
    after = result.what_if(say=lines, read=dict(reply.read))
    replaced = {link.target: claim_id for claim_id, link in _links(result, after)}
    before, now = _news(result), _news(after)
    ended = [f for f in before if not any(_same(f, other) for other in now)]
    brought = [f for f in now if not any(_same(other, f) for other in before)]
    tried = set(after.claims.ids[len(result.claims) :])
    fresh = [(f.kind, _everyone(f)) for f in brought if f.kind in OPEN]

    def goes_on(finding: Finding) -> bool:
        """Return whether one as grave takes the place of an open finding, the answer among it."""
        mine = _everyone(finding)
        mine |= {replaced[claim_id] for claim_id in mine if claim_id in replaced}
        return any(
            OPEN.index(kind) <= OPEN.index(finding.kind)
            and mine & other
            and (tried & other or not tried)
            for kind, other in fresh
        )

    settled = sum(f.kind in OPEN and not goes_on(f) for f in ended)
    settled += len(open_readings(result)) - len(open_readings(after))
    return Answer(
        reply.words, reply.lines or lines, _leads(ended), _leads(brought), max(0, settled)
    )


def _links(before: Reconciliation, after: Reconciliation) -> Iterator[tuple[str, Link]]:
    """Yield (claim id, link) of what was said in addition."""
    more = len(before.claims)
    for claim_id, claim in zip(after.claims.ids[more:], after.claims.claims[more:], strict=True):
        yield from ((claim_id, link) for link in claim.links)


def _news(result: Reconciliation) -> list[Finding]:
    """Return the findings that answers are about: no echoes, revisions and other explanations."""
    return [finding for finding in result.findings if finding.kind in _NEWS]


def _same(one: Finding, other: Finding) -> bool:
    """Return whether two findings, of two results, are one: same question, some claim in common."""
    alike = (one.kind, one.basis, one.question) == (other.kind, other.basis, other.question)
    return alike and bool(_core(one) & _core(other))


def _core(finding: Finding) -> set[object]:
    """Return what makes a finding itself: who is silent or withholds, else its claims."""
    if finding.basis is Basis.SILENT:
        return {finding.detail}
    claims = finding.telling.table.claims
    withheld = {finding.telling.table.ids[r] for r in finding.rows if claims[r].stance.withholds}
    return set(withheld or _everyone(finding))


def _everyone(finding: Finding) -> set[str]:
    """Return the ids of the claims of a finding, and of all who stand with either side."""
    return {*finding.claims, *chain.from_iterable(finding.positions)}


def _leads(findings: Iterable[Finding]) -> tuple[Lead, ...]:
    """Return findings by kind, basis and question."""
    leads = {Lead(finding.kind, finding.basis, finding.question) for finding in findings}
    return tuple(sorted(leads, key=lambda lead: (_NEWS.index(lead.kind), *lead[1:])))


def open_readings(result: Reconciliation) -> tuple[str, ...]:
    """Return the ids of the ambiguous claims of which no single reading survives."""
    undecided = {claim_id for each in result.undecided for claim_id in each.claims}
    if not undecided:
        return ()
    surviving = result.readings()
    return tuple(
        claim_id
        for claim_id, claim in zip(result.claims.ids, result.claims.claims, strict=True)
        if claim_id in undecided
        and (len(claim.readings) > 1 or (claim.question and claim.question.ambiguous))
        and len(surviving.get(claim_id, ())) != 1
    )


def excerpt(table: Table, context: Context, rows: Sequence[int]) -> ClaimSet:
    """Return some claims under the ids they have, with a context that settles every measure."""
    kept = tuple(table.claims[row].model_copy(update={"id": table.ids[row]}) for row in rows)
    return ClaimSet.model_construct(claims=kept, context=context)


def settled_context(claims: ClaimSet) -> Context:
    """Return the context with every measure declared as all claims settle it."""
    declared = [d for d in claims.context.declarations() if d not in claims.context.measures]
    return Context.of([*declared, *claims.measures.values()], claims.context.zone)
