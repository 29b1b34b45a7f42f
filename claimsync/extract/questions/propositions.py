"""Statements without a figure: what is denied, confirmed, or left open, in the text's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import LIKELY, REVIEW, ClaimDraft, Mention, Slot
from claimsync.extract.questions.sentences import cut
from claimsync.extract.speech.mentions import nameable
from claimsync.extract.text.clauses import (
    AUXILIARIES,
    BE,
    CONNECTIVES,
    PREPOSITIONS,
    STOPS,
    is_adverb,
)
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.drafts import Document
    from claimsync.extract.questions.sentences import Sentence
    from claimsync.extract.stances.attribution import Attribution
    from claimsync.extract.stances.stances import StanceMark

_LONGEST = 200  # characters of a statement; what is longer says more than one thing
_WIDEST = 9  # words of a source named before its verb
_FEW = 2  # words that name nothing: "for now", "on it"
_PRONOUNS = frozenset("it he she they we i you who which that this one".split())
MODALS = frozenset("will would may might could can shall should".split())
_FAR = 200  # characters before a verb
_NOBODY = frozenset({"contrary", "despite", "there", "it", "this", "that", "what", "which", "who"})
NAMELESS = _NOBODY | _PRONOUNS
_VERBAL = AUXILIARIES - {"may", "will", "can", "’s", "'s"}
SAID = frozenset("said says added told reported wrote estimates estimated warned".split())
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
GLUED = "cue/glued"  # where a line's name cannot be told from the headline before it
VERSION = "cue/version"  # what the page itself said before
NOBODYS = "cue/nobody"  # what no one says, or no one claims
_UNSAID = frozenset({Stance.CANNOT_VERIFY})  # the outlet’s own, if nobody’s


class Voice(NamedTuple):
    """Who takes a stance: the sources from the voice on, and how they were found."""

    chain: tuple[Mention, ...]
    anonymous: bool = False
    cue: Slot | None = None
    inferred: bool = False
    rules: tuple[str, ...] = ()


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
        rules=tuple(dict.fromkeys((*mark.rules, *voice.rules))),
    )


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


def voice_of(
    document: Document, sentence: Sentence, said: Sequence[Attribution], mark: StanceMark
) -> Voice:
    """Return who takes a stance: who is quoted around it, else the subject of its verb."""
    at = mark.cue[0]
    for one in said:
        if one.cue and one.cue[0] < mark.cue[1] and mark.cue[0] < one.cue[1] and one.source:
            return attributed(document, one)
    inside = [one for one in said if any(a <= at < b for a, b in one.content)]
    if inside:
        return attributed(document, inside[-1])
    cue = document.text[slice(*mark.cue)].casefold()
    passive = (
        mark.target is not None and mark.target[1] <= at
    )  # "the figures could not be verified"
    voiceless = passive or cue == "?" or cue in MODALS or _impersonal(document.text, mark)
    subject = None if voiceless else subject_of(document.text, sentence, at)
    if subject is None:
        return Voice(outlet_of(document))
    slot = Slot.of(document.text, subject)
    if not nameable(slot.text):
        return Voice(outlet_of(document))
    name = slot.text.removeprefix("The ").removeprefix("the ")
    return Voice((*outlet_of(document), Mention(name, slot)), rules=("stance/subject",))


def _impersonal(text: str, mark: StanceMark) -> bool:
    """Return whether an expectation is nobody's: *is likely to*, *are projected at*, *set to*."""
    if mark.stance is not Stance.EXPECTS:
        return False
    before = text[max(mark.cue[0] - _FAR, 0) : mark.cue[0]].split()[-2:]
    cue = text[slice(*mark.cue)].casefold().split()
    if cue[0] in BE | {"on", "in"} or (before and before[-1].casefold() in BE):
        return not set(cue).isdisjoint(_IMPERSONAL) or cue[-1].endswith("ed") or len(cue) == 1
    return cue[0] in _IMPERSONAL


_IMPERSONAL = frozenset(
    "likely unlikely certain bound poised set projected forecast tipped destined expected to track"
    " course coming next could looks look looking outlook expectation expectations due".split()
)


def outlet_of(document: Document) -> tuple[Mention, ...]:
    """Return the outlet as the first voice, where it is known."""
    return (Mention(document.outlet, None),) if document.outlet else ()


def attributed(document: Document, one: Attribution) -> Voice:
    """Return the voice of an attribution."""
    slot = Slot.of(document.text, one.source) if one.source else None
    if slot is not None and is_version(slot.text):
        return Voice(outlet_of(document), rules=(VERSION,))  # the page's own, since withdrawn
    if slot is not None and (_unsigned(slot.text) or any(map(_is_page, (slot.text, *one.chain)))):
        return Voice(outlet_of(document), cue=Slot.of(document.text, one.cue) if one.cue else None)
    if slot is not None and _nobody(slot.text):
        return Voice(outlet_of(document), rules=(NOBODYS,))
    if slot is not None and _glued(slot.text):
        return Voice(outlet_of(document), rules=(GLUED,))
    told = [name for name in one.chain if not is_version(name)]
    named = tuple(Mention(name, slot if at == 0 else None) for at, name in enumerate(told))
    cue = Slot.of(document.text, one.cue) if one.cue else None
    return Voice((*outlet_of(document), *named), one.anonymous, cue, one.inferred, one.rules)


def is_version(name: str) -> bool:
    """Return whether a source is the page as it stood before: *an earlier version of this report*.

    >>> is_version("An earlier version"), is_version("the mayor's version")
    (True, False)
    """
    words = name.casefold().split()
    at = words.index("version") if "version" in words else -1
    own = words[at + 1 : at + 3] in ([], ["of", "this"], ["of", "the"])
    return at >= 0 and own and (not at or words[at - 1] in _FORMER)


_FORMER = frozenset("earlier previous original first initial former older".split())


def _glued(name: str) -> bool:
    """Return whether a headline runs into a name: *Blast kills 12 in Kolm Police*."""
    words = name.partition(",")[0].split()  # *Roe, who acts for 26 of them*
    return len(words) > _FEW and any(word.isdecimal() for word in words[:-1]) and any(
        word.islower() and word.isalpha() for word in words
    ) and words[0][:1].isupper()  # fmt: skip


_ISSUED = frozenset("released published issued seen obtained compiled out leaked".split())
_ITEMS = frozenset("figures data numbers statistics documents results".split())


def _unsigned(name: str) -> bool:
    """Return whether a source is figures that nobody is named for: *figures released on Monday*."""
    words = name.casefold().split()
    words = words[words[:1] == ["the"] :]
    return words[:1] != [] and words[0] in _ITEMS and words[1:2] != [] and (
        words[1] in _ISSUED and "by" not in words and "from" not in words
    )  # fmt: skip


def _is_page(name: str) -> bool:
    """Return whether a source is what the page itself is: *this page*, *an earlier post*."""
    *led, last = name.casefold().split() or [""]
    former = led[-1:] != [] and led[-1] in _FORMER and led[:-1] in ([], ["a"], ["an"], ["our"])
    return last in _PAGES and (led == ["this"] or former)


_PAGES = frozenset("page article story post headline caption blog newsletter".split())


def _nobody(name: str) -> bool:
    """Return whether a subject is nobody: *no group*, *none of them*; not *No Borders*."""
    first, _, rest = name.partition(" ")
    low = first.casefold()
    return low in {"nobody", "none", "no-one"} or (low == "no" and rest[:1].islower())


def subject_of(text: str, sentence: Sentence, offset: int) -> tuple[int, int] | None:
    """Return the noun phrase before a verb: *The bank* did not rule out a merger."""
    words = cut(text, max(sentence.start, offset - _FAR), offset)
    while words and (words[-1].low in AUXILIARIES | {"since"} or is_adverb(words[-1].text)):
        words.pop()
    last = len(words)
    if last and words[-1].text == ",":  # "The council, using photographs, counts 140"
        last = next((at for at in range(last - 2, 0, -1) if words[at].text == ","), last)
    first = last
    while first > 0 and words[first - 1].text not in STOPS and (
        words[first - 1].low not in CONNECTIVES
    ):  # fmt: skip
        first -= 1
    if words[first:last] and words[first].text == "On" and last - first > len(("On", "Monday")):
        first += len(("On", "Monday"))
    opening = [word.low for word in words[first : first + 2]]
    if opening[:1] in _THIS and not _DAYTIMES.isdisjoint(opening[1:]):
        first += len(("This", "morning"))
    if first == last or last - first > _WIDEST:
        return None
    head = words[first].low
    if head in PREPOSITIONS:  # "for the current year the government"
        articles = [at for at in range(first + 2, last) if words[at].low in {"the", "its"}]
        first = articles[-1] if articles else first
    last = next((at for at in range(first, last) if words[at].low in _VERBAL), last)
    said = next((at for at in range(last - 1, first - 1, -1) if words[at].low in SAID), first - 1)
    first = said + 1  # *an earlier version said Densa had counted*
    if first >= last or words[last - 1].low == "to":
        return None  # *which has gathered reports from 14 clinics*
    head = words[first].low
    if head in NAMELESS or head in PREPOSITIONS or head.endswith("ing"):
        return None
    if head.replace("’", "'").partition("'")[0] in NAMELESS:
        return None  # *It's not clear why*
    if any(word.kind == "number" for word in words[first:last]) or head == words[-1].text == "the":
        return None
    return words[first].start, words[last - 1].end


_THIS = (["this"], ["last"])
_DAYTIMES = frozenset("morning afternoon evening night week month year spring summer autumn"
                      " winter".split())  # fmt: skip


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
