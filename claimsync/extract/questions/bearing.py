"""Bearing: what a stance is on where its own words only point: *denies this*, *the figure*.

They point at what the sentence itself told before, or the sentence before it; so does what breaks
off behind an auxiliary: *said that it had*. Where that tells several things, or none, it stays
open what the stance bears on. *The claim* may be the only one that was made further back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import LIKELY, REVIEW, ClaimDraft
from claimsync.extract.questions.sentences import cut
from claimsync.extract.stances.asides import COUNTED, TOLD
from claimsync.extract.stances.targets import POINTERS
from claimsync.extract.text.closed_words import AUXILIARIES, BE, HAVE
from claimsync.extract.text.rules import Rule
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE = "stance/points"
RULES = (
    Rule(
        RULE,
        (),
        "a stance whose words only point is on what was just told",
        "The union said the pit was shut. The firm denied this.",
        "The union said the pit was shut. The firm denied a leak.",
    ),
)
_PRONOUNS = POINTERS | {"which", "something"}
_LEADS = frozenset(
    "the any such all of about on to with information knowledge evidence their his her its"
    " either".split()
)
_ENDS = frozenset("as and but on in after when at because while nor or outright either".split())
_MOST = 6  # words that point
_PLAIN = frozenset({Stance.ASSERTS, Stance.EXPECTS, Stance.RETRACTS})
_STAND_INS = frozenset("it he she they this that we there".split())
_NOT = (" not", "n't", "n’t")
_AUXILIARIES = BE | HAVE | AUXILIARIES | {"been", "not", "also", "indeed", "ever", "any", "so"}
_DOING = (["doing", "so"], ["having", "done", "so"], ["done", "so"], ["so"])
_TURN = "label"


class Heard(NamedTuple):
    """What was told before a sentence: by the last one, and the figures of the paragraph so far.

    ``asked`` is the question that a turn of a talk answers, ``told`` all that this paragraph and
    the one above tell.
    """

    last: Sequence[ClaimDraft]
    figures: Sequence[ClaimDraft]
    asked: Sequence[ClaimDraft]
    told: Sequence[ClaimDraft]


def borne(
    stated: Sequence[ClaimDraft], mine: Sequence[ClaimDraft], heard: Heard
) -> list[ClaimDraft]:
    """Return what a sentence states, where stances that point bear on what was just told.

    ``mine`` are its figures.

    >>> from claimsync.extract.extractor import RuleExtractor
    >>> from claimsync.extract.drafts import Document
    >>> page = Document("The union said the plant was closed. The firm denied this.")
    >>> [(one.stance.value, one.measure) for one in RuleExtractor().extract(page)]
    [('asserts', 'the plant was closed'), ('denies', 'the plant was closed')]
    """
    here = [*mine, *(one for one in stated if one.states)]
    found: list[ClaimDraft] = []
    for draft in stated:
        told = [*mine, *stated] if _breaks_off(draft) else here
        found.append(_bearing(draft, told, heard))
        here += [found[-1]] if RULE in found[-1].rules else []
    return found


def _far(draft: ClaimDraft, heard: Heard) -> ClaimDraft | None:
    """Return the one claim of somebody else that *the claim* is, told some sentences before."""
    named = not _CLAIMS.isdisjoint(draft.measure.casefold().split())
    claims = [one for one in _spoken(draft, heard.told) if one.chain]
    return _only(draft, claims) if named and not _spoken(draft, heard.last) else None


_CLAIMS = frozenset(
    "claim claims accusation accusations allegation allegations assertion assertions".split()
)


def _bearing(draft: ClaimDraft, here: Sequence[ClaimDraft], heard: Heard) -> ClaimDraft:
    """Return a stance with what it bears on, where it points at what was just told."""
    breaks_off, before = _breaks_off(draft), heard.last
    if (draft.stance in _PLAIN and not breaks_off) or not _taken(draft):
        return draft
    told = [one for one in here if one.start < _at(draft) and one is not draft]
    if not draft.measure:
        return _silent(draft, told or before, heard.figures)
    kind = _PRONOUNS if breaks_off else _pointing(draft.measure)
    if not kind:
        return draft
    if kind is COUNTED:
        counts = [one for one in (*heard.figures, *told) if one.readings]
        told = counts if draft.measure.endswith("s") else _last(counts)  # *these numbers*
        before = [] if counts else [one for one in before if one.readings]
    one = _only(draft, _spoken(draft, told)) or _only(draft, _spoken(draft, before))
    one = one or (next(iter(heard.asked), None) if _TURN in draft.rules else None)
    one = one or (_far(draft, heard) if kind is TOLD else None)
    if breaks_off and one is not None and draft.measure.casefold().endswith(_NOT):
        draft = replace(draft, stance=Stance.DENIES)
    if one is None:
        return replace(draft, confidence=REVIEW) if kind is _PRONOUNS else draft
    return _on(draft, one)


def asked_by(stated: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return what a sentence asks, without *can you confirm that*; nothing if it asks nothing."""
    open_ = [one for one in stated if not one.chain and one.measure]
    asks = any(one.stance is Stance.QUESTIONS for one in open_)
    return [min(open_, key=lambda one: len(one.measure))] if asks else []


def _taken(draft: ClaimDraft) -> bool:
    """Return whether somebody takes a stance, or the page says that it cannot verify."""
    return bool(draft.chain) or draft.stance is Stance.CANNOT_VERIFY


def _breaks_off(draft: ClaimDraft) -> bool:
    """Return whether words break off where what was told goes on: *denied that she did*."""
    words = draft.measure.casefold().partition(":")[0].split()
    stops = words[:1] != [] and words[0] in _STAND_INS and _AUXILIARIES.issuperset(words[1:])
    bare = len(words) == 1 and not draft.stance.affirms  # *said she did not*, without *did not*
    return draft.figure is None and (
        (stops and (len(words) > 1 or bare)) or words in _DOING or words[1:] in _DOING
    )


def _pointing(measure: str) -> frozenset[str]:
    """Return the words of a kind that a target is no more than one of, and nothing else."""
    words = [word.low for word in cut(measure, 0, len(measure))]
    words = words[: next((at for at, w in enumerate(words) if at and _ends(w)), len(words))]
    words = [word for word in words if word not in _LEADS]
    words = words[words[0] in _PRONOUNS and len(words) > 1 :] if words else []
    if not words or len(words) > _MOST:
        return frozenset()
    return next((kind for kind in _KINDS if words[0] in kind and len(words) == 1), frozenset())


_KINDS = (_PRONOUNS, TOLD, COUNTED)


def _ends(word: str) -> bool:
    """Return whether words that point end before a word: *denied it as absurd*, *this: he was*."""
    return word in _ENDS or not word[0].isalnum()


def _at(draft: ClaimDraft) -> int:
    """Return where the words of a stance stand."""
    return draft.stance_slot.start if draft.stance_slot is not None else draft.start


def _last(figures: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the figures of the last sentence that tells any."""
    return [one for one in figures if one.quote == figures[-1].quote]


def _spoken(draft: ClaimDraft, told: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return what others told, on which somebody may take a stance."""
    sources = {mention.name for one in told for mention in one.chain}  # *citing documents*
    return [
        one for one in told
        if one.measure and not one.heading and (one.origin != draft.origin or not one.chain)
        and not (one.states and one.measure in sources)
    ]  # fmt: skip


def _only(draft: ClaimDraft, told: Sequence[ClaimDraft]) -> ClaimDraft | None:
    """Return the one thing told; None where there are two, or a denial may be denied."""
    if len({(one.measure, one.readings) for one in told}) != 1:
        return None
    one = told[-1]
    against = one.stance is Stance.DENIES and draft.stance.affirms  # *denied it; Ana said it was*
    return one if one.stance.affirms or against or not draft.stance.polar else None


def _silent(
    draft: ClaimDraft, before: Sequence[ClaimDraft], figures: Sequence[ClaimDraft]
) -> ClaimDraft:
    """Return a bare *declined to comment* as one on what was just told, of whoever is silent."""
    if not draft.stance.withholds or not draft.chain:
        return draft  # the page itself is never silent
    name = draft.chain[-1].name
    about = {one.measure: one for one in figures if one.measure and _names(one, name)}
    if len(about) == 1:
        return _on(draft, *about.values())
    one = None if about else _only(draft, _spoken(draft, before))
    return draft if one is None else _on(draft, one)


def _names(one: ClaimDraft, name: str) -> bool:
    """Return whether the words of a claim name somebody who is not the one to make it."""
    said_by = {mention.name for mention in one.chain}
    return name not in said_by and any(name in piece.text for piece in one.quote)


def _on(draft: ClaimDraft, one: ClaimDraft) -> ClaimDraft:
    """Return a stance as one on what was told."""
    return replace(
        draft.carried("measure"), measure=one.measure, measure_slot=one.figure or one.measure_slot,
        scopes=one.scopes, when=one.when, event=one.event, phase=one.phase,
        confidence=LIKELY if "chain" not in draft.inferred else draft.confidence,
        rules=(*draft.rules, RULE),
    )  # fmt: skip
