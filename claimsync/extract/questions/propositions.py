"""Statements without a figure: what is denied, confirmed, or left open, in the text's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.drafts import LIKELY, REVIEW, ClaimDraft, Slot
from claimsync.extract.questions.sentences import cut
from claimsync.extract.questions.tellers import NOBODYS, Voice, attributed, voice_of
from claimsync.extract.questions.ways import OWN_PLAN
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.drafts import Document
    from claimsync.extract.questions.sentences import Sentence
    from claimsync.extract.stances.attribution import Attribution
    from claimsync.extract.stances.stances import StanceMark

_LONGEST = 200  # characters of a statement; what is longer says more than one thing
_FEW = 2  # words that name nothing: "for now", "on it"
_MORE = frozenset({"more", "anything more", "further", "any more"})
_ANSWERS = frozenset(
    "comment comments statement answer reply response questions question request requests interview"
    " queries inquiries enquiries calls messages emails".split()
)
_REPLIES = _ANSWERS | frozenset(
    "a an any no the his her its their further to for from by of at immediate all reporters"
    " journalists more respond immediately publicly however meanwhile instead still separately"
    " later earlier".split()
)
_EMPTY = _REPLIES | frozenset("give gave provide figure figures detail details number".split())
_BEARING = frozenset("on about regarding concerning".split())
_OPENLY = (
    "Asked ", "When asked ", "Pressed ", "When pressed ", "Questioned ", "Challenged "
)  # fmt: skip
_LEADS = ("about ", "on ", "whether ", "if ")
_ASIDE_ASKED = ", asked "  # "The club, asked whether P, declined to comment"
_ALL = "all"  # a figure that only points: *all three had belonged to a club*
_UNSAID = frozenset({Stance.CANNOT_VERIFY})  # the outlet’s own, if nobody’s


def propositions(
    document: Document,
    sentence: Sentence,
    said: Sequence[Attribution],
    marks: Sequence[StanceMark],
    figures: Sequence[ClaimDraft],
) -> Iterator[ClaimDraft]:
    """Yield a draft for each stance that bears on no figure, and for what is just said."""
    passed_on = any(
        one.rules[:1] == ("remark",) for one in said
    )  # "Asked if P, as X has reported, …"
    asked = 0 if passed_on else asked_until(document.text, sentence)
    borne = {slot.span for draft in figures if (slot := draft.stance_slot) is not None}
    for one in said:
        told = [(start, end) for start, end in one.content if start < end]
        told = [] if "cites" in one.rules else told  # whom somebody cites is nothing that he says
        if told and one.stance is Stance.ASSERTS and not _spoken(told, marks, figures):
            yield from _statement(document, sentence, one, told)
    for mark in marks:
        told_of = mark.cue in borne or _counted(mark, figures) or mark.cue[0] < asked
        if mark.stance is not Stance.ASSERTS and not told_of:
            yield _stance(document, sentence, said, mark)


def _counted(mark: StanceMark, figures: Sequence[ClaimDraft]) -> bool:
    """Return whether a plain negation is that of a figure: *the 12 people were not killed*."""
    if "negates" not in mark.rules or mark.target is None:
        return False
    first, last = mark.target
    return any(
        draft.stance is Stance.DENIES
        and draft.figure is not None
        and draft.measure_slot is not None
        and draft.figure.start < mark.cue[0]
        and first <= draft.measure_slot.start < last
        for draft in figures
    )


def _spoken(
    told: Sequence[tuple[int, int]], marks: Sequence[StanceMark], figures: Sequence[ClaimDraft]
) -> bool:
    """Return whether a figure or a stance is told in some content already."""
    starts = [draft.start for draft in figures if draft.measure or _ALL not in draft.rules]
    starts += [mark.cue[0] for mark in marks if mark.stance is not Stance.ASSERTS]
    return any(start <= at < end for start, end in told for at in starts)


def _stance(
    document: Document, sentence: Sentence, said: Sequence[Attribution], mark: StanceMark
) -> ClaimDraft:
    """Return the draft of a stance on what the mark bears on."""
    text = document.text
    voice = voice_of(document, sentence, said, mark)
    target = _asked(text, sentence, mark) or (_trimmed(text, mark.target) if mark.target else None)
    if (
        target
        and mark.stance.polar
        and any(
            m.slot and m.slot.start <= target[0] and target[1] <= m.slot.end for m in voice.chain
        )
    ):
        target = None  # *Smith pleaded not guilty* denies something, and not Smith
    target = _about(text, target) if target and not mark.stance.polar else target
    if mark.stance is Stance.NO_COMMENT and (target is None or text[slice(*target)] in _MORE):
        target = _told_before(text, said, voice, mark)
    slot = Slot.of(text, target) if target else None
    whole = Slot.of(text, (sentence.start, sentence.end))
    named = bool(voice.chain) or mark.stance in _UNSAID
    named = named and NOBODYS not in voice.rules
    sure = slot is not None and named and len(slot.text) <= _LONGEST and not voice.inferred
    own = (OWN_PLAN,) if _tells_own_plan(text, mark) else ()
    return ClaimDraft(
        quote=(whole,),
        measure=_worded(slot.text) if slot else "",
        measure_slot=slot,
        phase=mark.phase,
        said_at=document.said_at,
        stamp=sentence.block.said_at,
        chain=voice.chain,
        anonymous=voice.anonymous,
        cue=voice.cue,
        stance=mark.stance,
        stance_slot=Slot.of(text, mark.cue),
        hedges=mark.hedges,
        heading=sentence.block.kind == "heading",
        inferred=("chain",) if voice.inferred else (),
        confidence=LIKELY if sure else REVIEW,
        rules=tuple(dict.fromkeys((*mark.rules, *voice.rules, *own))),
    )


def _tells_own_plan(text: str, mark: StanceMark) -> bool:
    """Return whether somebody tells what he himself will do: *Roe said he would not attend*."""
    before = text[max(mark.cue[0] - _NEAR_CUE, 0) : mark.cue[0]].casefold().split()[-1:]
    return not _PLANS.isdisjoint(mark.rules) and bool(before) and before[0] in _HIMSELF


_PLANS, _HIMSELF, _NEAR_CUE = frozenset({"will", "will-not"}), frozenset({"he", "she", "i"}), 12


def _told_before(
    text: str, said: Sequence[Attribution], voice: Voice, mark: StanceMark
) -> tuple[int, int] | None:
    """Return what a source has just told, of which it says no more: *says P and won't say more*."""
    named = [mention.name for mention in voice.chain]
    for one in said:
        told = [span for span in one.content if span[1] <= mark.cue[0] and _about(text, span)]
        if told and one.chain and list(one.chain) == named[-len(one.chain) :]:
            return _trimmed(text, told[0])
    return None


def _about(text: str, target: tuple[int, int]) -> tuple[int, int] | None:
    """Return what is not spoken to, None for bare words such as *comment*, *to questions*."""
    words = cut(text, *target)
    start = next((at for at, word in enumerate(words) if word.low not in _REPLIES), len(words))
    if start == len(words):
        return None
    led = start and words[start].low in _BEARING and any(w.low in _ANSWERS for w in words[:start])
    return (words[start + 1].start, target[1]) if led and start + 1 < len(words) else target


def asked_until(text: str, sentence: Sentence) -> int:
    """Return where an opening question ends: *Asked whether she would go, the minister …*."""
    if not text.startswith(_OPENLY, sentence.start):
        return 0
    return max(text.find(",", sentence.start, min(sentence.end, sentence.start + _LONGEST)), 0)


def _asked(text: str, sentence: Sentence, mark: StanceMark) -> tuple[int, int] | None:
    """Return what somebody was asked about, where the answer itself names nothing."""
    asked = asked_until(text, sentence)
    target = mark.target if mark.target and mark.target[0] >= asked else None
    told = text[slice(*target)].casefold().split() if target is not None else []
    named = len(told) > _FEW and not _EMPTY.issuperset(told)
    if named or not mark.stance.withholds:
        return None
    end = min(mark.cue[0], sentence.start + _LONGEST)
    aside = text.find(_ASIDE_ASKED, sentence.start, end)
    opening = next((len(o) for o in _OPENLY if text.startswith(o, sentence.start)), 0)
    if aside < 0 and not opening:
        return None
    start = aside + len(_ASIDE_ASKED) if aside >= 0 else sentence.start + opening
    comma = text.find(",", start, end)
    leads = [at + len(lead) for lead in _LEADS if (at := text.find(lead, start, comma)) >= 0]
    return _trimmed(text, (min(leads, default=start), comma)) if comma > start else None


def _statement(
    document: Document, sentence: Sentence, one: Attribution, told: Sequence[tuple[int, int]]
) -> Iterator[ClaimDraft]:
    """Yield what somebody just says, unsure until somebody else speaks to it."""
    spans = [span for piece in told if (span := _trimmed(document.text, piece)) is not None]
    slots = tuple(Slot.of(document.text, span) for span in spans)
    if not slots or len(slots[0].text) > _LONGEST or one.source is None:
        return
    voice = attributed(document, one)
    yield ClaimDraft(
        quote=slots,
        measure=_worded(slots[0].text),
        measure_slot=slots[0],
        said_at=document.said_at,
        stamp=sentence.block.said_at,
        chain=voice.chain,
        anonymous=voice.anonymous,
        cue=voice.cue,
        heading=sentence.block.kind == "heading",
        inferred=("chain",) if voice.inferred else (),
        confidence=REVIEW,
        rules=one.rules,
    )


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return a span without *that*, quotes and stops at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "“”\"'‘’,:;–—- "):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "“”\"'‘’,:;–—-. "):
        end -= 1
    for lead in ("that ", "whether ", "if "):
        if text[start:end].startswith(lead):
            return _trimmed(text, (start + len(lead), end))
    return (start, end) if start < end else None


def _worded(text: str) -> str:
    """Return a statement as the name of a measure: one line, printable."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(text.split())
