"""Statements without a figure: what is denied, confirmed, or left open, in the text's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.clauses import AUXILIARIES, BE, CONNECTIVES, PREPOSITIONS, STOPS, is_adverb
from claimsync.extract.drafts import LIKELY, REVIEW, ClaimDraft, Mention, Slot
from claimsync.extract.nouns import plural
from claimsync.extract.sentences import cut
from claimsync.extract.tokens import position
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.attributions import Attribution
    from claimsync.extract.drafts import Document
    from claimsync.extract.sentences import Sentence
    from claimsync.extract.stances import StanceMark

_LONGEST = 200  # characters of a statement; what is longer says more than one thing
_WIDEST = 9  # words of a source named before its verb
_FEW = 2  # words that name nothing: "for now", "on it"
_COUNTING = 10  # words between who counts and the figure
_COUNTERS = frozenset(
    "counted counts put puts recorded records registered listed lists gave gives speaks spoke"
    " tallied measured documented reported reports estimates estimated expects expect forecasts"
    " predicts projects".split()
)
_PLAIN = frozenset("give expect forecast estimate count predict project put show".split())
_NOUNS = frozenset({"forecasts", "projects"})  # as often of things as of who says so
_OFFERS = frozenset("offered offers demanded demands sought proposed".split())
_REVISES = frozenset("raised revised lowered updated cut has".split())
_COUNTS = frozenset("count number toll figure estimate tally total list".split())
_PRONOUNS = frozenset("it he she they we i you who which that this one".split())
MODALS = frozenset("will would may might could can shall should".split())
_SAID = frozenset("said says added told reported wrote estimates estimated warned".split())
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "two", "three"})
_FAR = 200  # characters before a verb
_NOBODY = frozenset({"contrary", "despite", "there", "it", "this", "that", "what", "which", "who"})
_NAMELESS = _NOBODY | _PRONOUNS
_LEADING = frozenset({"that", "whether", "if", ",", ":", "“", '"', "‘", "'"})
GLUED = "cue/glued"  # where a line's name cannot be told from the headline before it
NOBODYS = "cue/nobody"  # what no one says, or no one claims
_UNSAID = frozenset({Stance.CANNOT_VERIFY, Stance.QUESTIONS})  # the outlet's own, if nobody's


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
    borne = {slot.span for draft in figures if (slot := draft.stance_slot) is not None}
    for mark in marks:
        told_of = mark.cue in borne or _counted(mark, figures)
        if mark.stance is not Stance.ASSERTS and not told_of:
            yield _stance(document, sentence, said, mark)
    for one in said:
        told = [(start, end) for start, end in one.content if start < end]
        if told and one.stance is Stance.ASSERTS and not _spoken(told, marks, figures):
            yield from _statement(document, sentence, one, told)


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
    starts = [draft.start for draft in figures]
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


def _asked(text: str, sentence: Sentence, mark: StanceMark) -> tuple[int, int] | None:
    """Return what somebody was asked about, where the answer itself names nothing."""
    named = mark.target is not None and len(text[slice(*mark.target)].split()) > _FEW
    if named or not mark.stance.withholds or not text.startswith("Asked ", sentence.start):
        return None
    comma = text.find(",", sentence.start, min(mark.cue[0], sentence.start + _LONGEST))
    start = sentence.start + len("Asked ")
    for lead in ("about ", "on ", "by reporters ", "whether ", "if "):
        start += len(lead) if text.startswith(lead, start) else 0
    return _trimmed(text, (start, comma)) if comma > start else None


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
    subject = None if voiceless else _subject(document.text, sentence, at)
    if subject is None:
        return Voice(outlet_of(document))
    slot = Slot.of(document.text, subject)
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


def counted_by(
    document: Document, sentence: Sentence, offset: int, *, offers: bool = False
) -> Voice | None:
    """Return who counts a figure: *Police put the crowd at 11,500*, *neighbours counted 16*.

    With ``offers`` also who offers or demands it.
    """
    stop = position(sentence.words, offset)
    near = sentence.words[max(stop - _COUNTING, 0) : stop]
    for at in range(len(near) - 1, -1, -1):
        word, low = near[at], near[at].low
        if word.text in STOPS:
            return None
        plain = low in _PLAIN and any(
            plural(one.low) for one in near[max(at - _FEW, 0) : at] if not is_adverb(one.low)
        )
        own = low in _REVISES and any(w.low in _COUNTS for w in near[at + 1 : at + 4])
        if low in _COUNTERS or own or plain or (offers and low in _OFFERS):
            if at and near[at - 1].text.casefold() in BE:
                return None  # what is put at a number does not put it
            subject = _subject(document.text, sentence, word.start)
            if subject is None:
                return None
            slot = Slot.of(document.text, subject)
            if low in _NOUNS and slot.text[0].islower() and not slot.text.startswith("the "):
                return None  # as budget forecasts clash over 12 schools
            name = slot.text.removeprefix("The ").removeprefix("the ")
            cue = Slot(word.start, word.end, word.text)
            chain = (*outlet_of(document), Mention(name, slot))
            return Voice(chain, cue=cue, rules=("cue/counts",))
    return None


def said_behind(document: Document, sentence: Sentence, offset: int) -> Voice | None:
    """Return who ends a sentence with *…, the electoral commission said.*, behind ``offset``."""
    words, stop = sentence.words, len(sentence.words)
    while stop and words[stop - 1].text in STOPS:
        stop -= 1
    words = words[:stop]
    if len(words) < len("X,ys") or words[-1].low not in _SAID:
        return None
    comma = next((at for at in range(len(words) - 2, max(len(words) - _WIDEST, 0), -1)
                  if words[at].text == ","), 0)  # fmt: skip
    if not comma or words[comma].start < offset or comma + 1 >= len(words) - 1:
        return None
    first, last = words[comma + 1], words[-2]
    head = first.text.casefold()
    if head in _NAMELESS or not (first.text[0].isupper() or head in _ARTICLES):
        return None
    slot = Slot.of(document.text, (first.start, last.end))
    name = slot.text.removeprefix("the ").removeprefix("The ")
    chain = (*outlet_of(document), Mention(name, slot))
    cue = Slot(words[-1].start, words[-1].end, words[-1].text)
    return Voice(chain, cue=cue, rules=("cue/behind",))


def outlet_of(document: Document) -> tuple[Mention, ...]:
    """Return the outlet as the first voice, where it is known."""
    return (Mention(document.outlet, None),) if document.outlet else ()


def attributed(document: Document, one: Attribution) -> Voice:
    """Return the voice of an attribution."""
    slot = Slot.of(document.text, one.source) if one.source else None
    if slot is not None and "version of this" in slot.text:
        return Voice(outlet_of(document), rules=("cue/version",))  # the page's own, since withdrawn
    if slot is not None and _unsigned(slot.text):
        return Voice(outlet_of(document), cue=Slot.of(document.text, one.cue) if one.cue else None)
    if slot is not None and _nobody(slot.text):
        return Voice(outlet_of(document), rules=(NOBODYS,))
    if slot is not None and _glued(slot.text):
        return Voice(outlet_of(document), rules=(GLUED,))
    named = tuple(Mention(name, slot if at == 0 else None) for at, name in enumerate(one.chain))
    cue = Slot.of(document.text, one.cue) if one.cue else None
    return Voice((*outlet_of(document), *named), one.anonymous, cue, one.inferred, one.rules)


def _glued(name: str) -> bool:
    """Return whether a headline runs into a name: *Blast kills 12 in Kolm Police*."""
    words = name.split()
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


def _nobody(name: str) -> bool:
    """Return whether a subject is nobody: *no group*, *none of them*; not *No Borders*."""
    first, _, rest = name.partition(" ")
    low = first.casefold()
    return low in {"nobody", "none", "no-one"} or (low == "no" and rest[:1].islower())


def _subject(text: str, sentence: Sentence, offset: int) -> tuple[int, int] | None:
    """Return the noun phrase before a verb: *The bank* did not rule out a merger."""
    words = cut(text, max(sentence.start, offset - _FAR), offset)
    while words and (words[-1].low in AUXILIARIES or is_adverb(words[-1].text)):
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
    if first == last or last - first > _WIDEST:
        return None
    head = words[first].low
    if head in PREPOSITIONS:  # "for the current year the government"
        articles = [at for at in range(first + 2, last) if words[at].low in {"the", "its"}]
        first = articles[-1] if articles else first
        head = words[first].low
    if head in _NAMELESS or head in PREPOSITIONS or head.endswith("ing"):
        return None
    if any(word.kind == "number" for word in words[first:last]) or head == words[-1].text == "the":
        return None
    return words[first].start, words[last - 1].end


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
