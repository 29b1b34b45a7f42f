"""Tellers: who takes a stance: who is quoted, the subject of a verb, or the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import Mention, Slot
from claimsync.extract.questions.sentences import cut
from claimsync.extract.speech.mentions import nameable
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    BE,
    CONNECTIVES,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    is_adverb,
)
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import Document
    from claimsync.extract.questions.sentences import Sentence
    from claimsync.extract.stances.attribution import Attribution
    from claimsync.extract.stances.stances import StanceMark

_WIDEST = 9  # words of a source named before its verb
_PRONOUNS = PRONOUNS | {"which", "that", "this", "one"}
MODALS = frozenset("will would may might could can shall should".split())
_FAR = 200  # characters before a verb
_NOBODY = frozenset({"contrary", "despite", "there", "it", "this", "that", "what", "which", "who"})
NAMELESS = _NOBODY | _PRONOUNS
_VERBAL = AUXILIARIES - {"may", "will", "can", "’s", "'s"}
SAID = frozenset("said says added told reported wrote estimates estimated warned".split())
GLUED = "cue/glued"  # where a line's name cannot be told from the headline before it
VERSION = "cue/version"  # what the page itself said before
NOBODYS = "cue/nobody"  # what no one says, or no one claims
_FEW = 2  # words of a name into which no headline runs


class Voice(NamedTuple):
    """Who takes a stance: the sources from the voice on, and how they were found."""

    chain: tuple[Mention, ...]
    anonymous: bool = False
    cue: Slot | None = None
    inferred: bool = False
    rules: tuple[str, ...] = ()


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
    subject = (
        None
        if voiceless
        else _first_of_two(document.text, mark) or subject_of(document.text, sentence, at)
    )
    if subject is None:
        return Voice(outlet_of(document))
    slot = Slot.of(document.text, subject)
    if not nameable(slot.text):
        return Voice(outlet_of(document))
    name = slot.text.removeprefix("The ").removeprefix("the ")
    return Voice((*outlet_of(document), Mention(name, slot)), rules=("stance/subject",))


def _first_of_two(text: str, mark: StanceMark) -> tuple[int, int] | None:
    """Return the first of those who do not: *Neither the mayor nor the council confirmed P*."""
    start, end = mark.cue
    first, nor = start + len("neither "), text.find(" nor ", start, end)
    two = text[start:first].casefold() == "neither " and nor > first
    return (first, nor) if two and text[first:nor].casefold() not in _PRONOUNS else None


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
