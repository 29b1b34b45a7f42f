"""Drafts to claims: one code for one thing, sums only where the text states them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from pydantic import ValidationError

from claimsync.errors import InvalidClaimError, InvalidContextError, check_type
from claimsync.extract.drafts import LIKELY, ClaimDraft
from claimsync.extract.linking.adding import added_up
from claimsync.extract.linking.counted import counted
from claimsync.extract.linking.declared import declarations
from claimsync.extract.linking.denials import denied
from claimsync.extract.linking.doubts import EACH_OF_WHOM, OTHER_UNIT, SAID_BEFORE, TWO_WAYS, doubt
from claimsync.extract.linking.echoes import (
    consistent,
    echoed,
    superseded,
    taken_back,
)
from claimsync.extract.linking.joins import (
    DENIAL,
    HEADING,
    NOUN,
    STATEMENT,
    SUM,
    switched_off,
)
from claimsync.extract.linking.limits import limited
from claimsync.extract.linking.matching import matched
from claimsync.extract.linking.overtaken import overtaken
from claimsync.extract.linking.updates import unsaid, updated
from claimsync.extract.linking.voices import one_voice
from claimsync.extract.linking.wholes import whole_again
from claimsync.extract.page.contrasts import contrasted
from claimsync.extract.page.whose import one_event, settled
from claimsync.extract.questions.kinds import one_kind
from claimsync.extract.questions.vocabulary import Vocabulary, newsroom
from claimsync.model.checks import context_faults
from claimsync.model.claim import Claim, Provenance, Reading
from claimsync.model.claimset import ClaimSet
from claimsync.model.context import Context
from claimsync.model.figure import Spread
from claimsync.model.period import Period
from claimsync.model.question import Question
from claimsync.model.source import UNKNOWN, Attribution, Speaker
from claimsync.model.stance import Phase, Stance
from claimsync.model.unit import Kind, unit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimsync.extract.text.rules import RuleBook
    from claimsync.model.figure import Figure

    _Step = Callable[[Sequence[ClaimDraft]], Sequence[ClaimDraft]]


@dataclass(frozen=True, slots=True)
class Linked:
    """Claims that may be judged, and the drafts that somebody should look at first, each with why.

    ``doubts`` are the reasons, in the order of ``review``.
    """

    claims: ClaimSet
    review: tuple[ClaimDraft, ...]
    doubts: tuple[str, ...]


def link(
    drafts: Iterable[ClaimDraft],
    vocabulary: Vocabulary | None = None,
    *,
    context: Context | None = None,
    rules: RuleBook | None = None,
    least: int = LIKELY,
    statements: bool = False,
) -> ClaimSet:
    """Return the claims that drafts make together, with what the text declares about them.

    >>> from claimsync.extract.extractor import extract
    >>> str(link(extract("Eight people were killed in Lyman, the mayor said."))).splitlines()[-1]
    'mayor: killed [place=Lyman] = 8  "Eight people were killed in Lyman"'

    Of ``rules`` those of linking count: what is not among them is not done. Drafts whose reading is
    less sure than ``least`` per cent are left out; ``linked`` lists them.
    With ``statements`` what somebody just says, without a figure, is a claim as well.
    """
    found = linked(
        drafts, vocabulary, context=context, rules=rules, least=least, statements=statements
    )
    return found.claims


def linked(
    drafts: Iterable[ClaimDraft],
    vocabulary: Vocabulary | None = None,
    *,
    context: Context | None = None,
    rules: RuleBook | None = None,
    least: int = LIKELY,
    statements: bool = False,
) -> Linked:
    """Return what ``link`` returns, with the drafts that it leaves out."""
    wanted = "a vocabulary, as in newsroom().joined([...]) (drafts of several pages: a + b)"
    words = newsroom() if vocabulary is None else check_type(vocabulary, Vocabulary, wanted)
    if context is not None:
        check_type(context, Context, "a context, as in context=cs.parse(text).context")
    given = _given(drafts)
    off = switched_off(rules)

    def unless(rule: str, step: _Step, drafts: Sequence[ClaimDraft]) -> Sequence[ClaimDraft]:
        return drafts if rule in off else step(drafts)

    named = one_kind(taken_back(unless(STATEMENT, matched, one_voice(given))))
    summed = whole_again(unless(SUM, added_up, one_event(settled(named))))
    limits = limited(unless(NOUN, counted, summed))
    told = unless(DENIAL, partial(denied, vocabulary=words), limits)
    likely = [draft for draft in told if draft.measure and (
        draft.confidence >= least or (statements and _states(draft))
    )]  # fmt: skip
    sifted, why = _sifted(unless(HEADING, echoed, likely))
    sure = contrasted(sifted)
    declared = declarations(sure, words)
    current = overtaken(sure, given, declared.context, words)
    why |= _without(sure, current, SAID_BEFORE)
    claims: list[Claim] = []
    kept: list[ClaimDraft] = []
    for draft in current:
        claim = _claim(draft, declared.sides)
        if not declared.sides and any(one.spread is Spread.EACH for one in draft.readings):
            why[_place(draft)] = EACH_OF_WHOM
        elif claim is not None:
            claims.append(claim)
            kept.append(draft)
    joined = _sound(declared.context if context is None else declared.context.joined(context))
    errors: list[InvalidClaimError] = []
    found = ClaimSet.checked(unsaid(updated(claims, kept, joined), kept), joined, errors)
    used = {_place(draft) for draft in kept}
    left = [
        (raw, why.get(_place(draft)) or doubt(raw))
        for raw, draft in zip(given, told, strict=True)
        if _place(draft) not in used
    ]
    return Linked(found, tuple(raw for raw, _ in left), tuple(reason for _, reason in left))


def _sifted(drafts: Sequence[ClaimDraft]) -> tuple[list[ClaimDraft], dict[object, str]]:
    """Return the drafts that can be judged together, and why the others cannot, by their place."""
    sure, why = list(drafts), dict[object, str]()
    for reason, sift in (
        (OTHER_UNIT, _one_kind), (TWO_WAYS, consistent), (SAID_BEFORE, superseded)
    ):  # fmt: skip
        left = sift(sure)
        why |= _without(sure, left, reason)
        sure = left
    return sure, why


def _without(
    drafts: Sequence[ClaimDraft], left: Sequence[ClaimDraft], reason: str
) -> dict[object, str]:
    """Return why drafts are left out, by their place."""
    places = {_place(draft) for draft in left}
    return {_place(draft): reason for draft in drafts if _place(draft) not in places}


def _given(drafts: Iterable[ClaimDraft]) -> tuple[ClaimDraft, ...]:
    """Return the drafts; raise InvalidClaimError for what are none."""
    expected = "drafts, as cs.extract returns them (of several pages: a + b)"
    if not isinstance(drafts, Iterable):
        raise InvalidClaimError(f"expected {expected}, got {type(drafts).__name__}")
    return tuple(check_type(draft, ClaimDraft, expected) for draft in drafts)


def _place(draft: ClaimDraft) -> object:
    """Return what tells one draft of some pages from all others, whoever it is traced back to."""
    stance = draft.stance if draft.figure is None else None
    return draft.start, draft.quote, draft.figure, stance, draft.said_at


def _states(draft: ClaimDraft) -> bool:
    """Return whether a draft is a plain statement of somebody who is named."""
    return draft.states and bool(draft.chain)


def _sound(context: Context) -> Context:
    """Return the declarations that hold together; a page may state places in a circle."""
    wrong = [declaration for declaration, _ in context_faults(context)]
    if not wrong:
        return context
    kept = [each for each in context.declarations() if each not in wrong]
    return Context.of(kept, context.zone)


def _one_kind(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts whose unit is of the kind that their measure is mostly stated in."""
    kinds: dict[str, Counter[object]] = {}
    for draft in drafts:
        if draft.readings:
            kinds.setdefault(draft.measure, Counter()).update([_kind(draft)])
    most = {measure: counted.most_common(1)[0][0] for measure, counted in kinds.items()}
    return [draft for draft in drafts if not draft.readings or _kind(draft) == most[draft.measure]]


def _kind(draft: ClaimDraft) -> object:
    """Return the kind of a draft's unit; one that nobody knows is of its own kind."""
    unit = draft.readings[0].unit if draft.readings else None
    kind = unit_of(unit).kind if unit else Kind.COUNT
    return kind if kind is not Kind.COUNT else (kind, unit)


def _claim(draft: ClaimDraft, sides: tuple[str, ...]) -> Claim | None:
    """Return the claim of a draft, or None where a slot holds what no claim can."""
    try:
        return Claim(
            attribution=_attribution(draft),
            question=_question(draft),
            readings=tuple(Reading(figure=figure) for figure in _figures(draft, sides)),
            stance=draft.stance,
            said_at=Period.parse(draft.said_at) if draft.said_at else None,
            as_of=Period.parse(draft.as_of.code) if draft.as_of and draft.as_of.code else None,
            provenance=Provenance(quote=_quoted(draft)),
        )
    except (InvalidClaimError, InvalidContextError, ValidationError):
        return None


def _attribution(draft: ClaimDraft) -> Attribution:
    """Return who says it; *unknown* where the text names nobody."""
    chain = tuple(Speaker(name=m.name, on_behalf_of=m.on_behalf_of) for m in draft.chain)
    return Attribution(chain=chain or (Speaker(name=UNKNOWN),), anonymous=draft.anonymous)


def _question(draft: ClaimDraft) -> Question:
    """Return what a draft asks."""
    return Question(
        measure=draft.measure,
        event=draft.event or draft.code("event"),
        phase=_phase(draft),
        dimensions=tuple(
            (s.dimension, (s.code,)) for s in draft.scopes if s.dimension not in {"side", "event"}
        ),
        when=Period.parse(draft.when.code) if draft.when and draft.when.code else None,
    )


def _phase(draft: ClaimDraft) -> Phase | None:
    """Return how far a matter has come; that a count is done goes without saying."""
    if not draft.readings or draft.event is not None:
        return draft.phase
    if draft.phase is None and draft.stance is Stance.EXPECTS:
        return Phase.SCHEDULED
    return None if draft.phase is Phase.COMPLETED else draft.phase


def _figures(draft: ClaimDraft, sides: tuple[str, ...]) -> tuple[Figure, ...]:
    """Return the readings of a figure: of two sides' swap it may be each one's or both's."""
    if not sides:
        return tuple(
            figure.model_copy(update={"spread": None, "over": None}) for figure in draft.readings
        )
    if draft.event != "swap" or len(draft.readings) != 1 or draft.readings[0].spread is not None:
        return draft.readings
    verb = draft.measure_slot.text.casefold() if draft.measure_slot else ""
    if not draft.readings[0].states_number or not any(w in verb for w in ("exchang", "swap")):
        return draft.readings
    bare = draft.readings[0]
    return tuple(
        bare.model_copy(update={"spread": s, "over": "side"}) for s in (Spread.TOTAL, Spread.EACH)
    )


def _quoted(draft: ClaimDraft) -> str:
    """Return the words of the text, on one line."""
    return " ".join(" ".join(slot.text for slot in draft.quote).split())
