"""Answers: what a second source tells right behind a first one is of the time that one named."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, LATER, REVIEW, Scope
from claimsync.extract.questions.deeds import code
from claimsync.extract.questions.subject_words import HAPPENING, HARMS, SUBJECT
from claimsync.extract.text.closed_words import AUXILIARIES, BE, HAVE
from claimsync.extract.text.stems import stem
from claimsync.model.stance import Phase, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

_NEAR = 800  # characters between a figure and its answer
_NEXT = 250  # characters between a figure and a bare answer to it
_BARE = 3  # words of a bare answer: *three dead*
_FEW_TIMES = 5  # what is told of many times as many is told of more
_MANY = 10  # figures of one measure looked back on, so that long pages stay quick
_SELVES = frozenset("it they we he she i".split())
_CARE = frozenset("treating treated admitted received taken took operated caring".split())
_CARERS = frozenset("hospital hospitals clinic infirmary medical general centre center".split())
_CLAUSE = 8  # words up to what somebody does
_YEAR, _SO_FAR = len("2026"), "/.."  # an open span, as in *since August*
_ESTIMATES = (" estimates ", " estimate ", " gives ", " reckons ", " calculates ")
_NOW = (" so far ", " to date ", " until now ", " already ", " up to now ")
_OWN = frozenset("sales profit profits revenue revenues earnings turnover output income".split())
PUTS = "puts"
COUNTING = frozenset({PUTS, "counts"})  # verbs of a number, and of nothing that somebody does
PARTS = frozenset({"included", "remaining", "further"})  # of those that were just counted


def answered(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where an answer is of the year that the figure before it is of.

    So are forecasts of one coming time, and figures of the page's own year; what one source tells
    of several times is answered for none of them.

    >>> from claimsync.extract.extractor import extract
    >>> text = "The ministry expects a deficit of 3% in 2029. The bank expects a deficit of 4%."
    >>> [draft.when.code for draft in answered(extract(text))]
    ['2029', '2029']
    """
    found: list[ClaimDraft] = []
    before: dict[object, list[ClaimDraft]] = {}
    for draft in drafts:
        if not draft.readings or not draft.measure or draft.heading or not PARTS.isdisjoint(
            draft.rules
        ):  # fmt: skip
            found.append(draft)
            continue
        told = before.setdefault((draft.measure, draft.event), [])[-_MANY:]
        one = draft
        for way in _WAYS:
            one = way(one, told)
        found.append(one)
        before[draft.measure, draft.event].append(one)
    return found


def _answered_by(draft: ClaimDraft, told: Sequence[ClaimDraft]) -> ClaimDraft | None:
    """Return the last figure told, if a draft answers it."""
    return told[-1] if told and answers(draft, told[-1]) else None


def answers(draft: ClaimDraft, last: ClaimDraft) -> bool:
    """Return whether a second source tells a figure close behind the one of a first."""
    voices = last.origin, draft.origin
    near = 0 <= draft.start - last.start <= _NEAR and draft.said_at == last.said_at
    return near and None not in voices and voices[0] != voices[1]


def of_itself(draft: ClaimDraft) -> bool:
    """Return whether somebody tells what he did himself: *the line said it had carried 900*.

    >>> from claimsync.extract.extractor import extract
    >>> [of_itself(draft) for draft in extract("Ana said she had sold nine boats.")]
    [True]
    """
    words = draft.quote[0].text.casefold().split()
    verb = next((word for word in words[1:] if word not in AUXILIARIES | HAVE), "")
    return words[:1] != [] and words[0] in _SELVES and code(verb) != ""


def _asked(draft: ClaimDraft) -> object:
    """Return what is asked, whenever."""
    whose = draft.code("who"), draft.code(SUBJECT), draft.code(HAPPENING)
    return draft.code("place"), *whose


def _of_them(draft: ClaimDraft, told: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return a count of the members of those who speak as one of whom the last one counted.

    *17 officers were hurt, police said; their union put the number of its injured members at 29.*
    """
    who = draft.code("who")
    last = _answered_by(draft, told)
    if last is None or who not in {None, "members"} or COUNTING.isdisjoint(draft.rules):
        return draft
    whom = next((scope for scope in last.scopes if scope.dimension == "who"), None)
    if whom is None or not _speak(whom.code, draft.origin or ""):
        return draft
    scopes = tuple(scope for scope in draft.scopes if scope.dimension != "who")
    return draft.carried("who", scopes=(*scopes, whom))


def _speak(whom: str, name: str) -> bool:
    """Return whether people speak for themselves: *nurses* and the *Nurses' Union*."""
    spoken = {stem(word.rstrip("’'").casefold()) for word in name.split()}
    last = whom.casefold().split()[-1]
    return stem(last) in spoken or (last == "officers" and "police" in name.casefold())


def _of_the_same(draft: ClaimDraft, told: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return a bare answer as one of those that the last figure is of, and where it is.

    *Two workers were killed in Kolm, said the firm. The minister spoke of three dead.*
    """
    near = [one for one in told if draft.start - one.start <= _NEXT]
    last = _answered_by(draft, near) if len(near) == 1 else None
    dated = draft.when is not None and "when" not in draft.inferred
    if last is None or not (last.number and draft.number) or draft.scopes or dated:
        return draft
    low, high = sorted(one.number or 0 for one in (draft, last))
    bare = len(draft.quote[0].text.split()) <= _BARE and draft.readings[0].spread is None
    if not bare or draft.stance is not last.stance or high > low * _FEW_TIMES:
        return draft
    scopes = tuple(scope for scope in last.scopes if not scope.parts)
    return draft.carried(*(scope.dimension for scope in scopes), scopes=scopes)


def _as_often(draft: ClaimDraft, told: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return an answer as of what comes each year, where the last figure is.

    *It saves 18 billion a year, she said; he said the savings would come to 7 billion.*
    """
    last = _answered_by(draft, told)
    if last is None or draft.when is not None:
        return draft
    (unit, each) = (one.readings[0].unit or "" for one in (draft, last))
    if not unit or len(draft.readings) != 1 or not each.startswith(f"{unit} per "):
        return draft
    return replace(draft, readings=(draft.readings[0].model_copy(update={"unit": each}),))


def _as_far(draft: ClaimDraft, told: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return a figure as far as what it answers has come: *yet to come*, *cancelled*.

    *The stadium will cost 410 million, says the city; an auditor puts the bill at 560 million.*
    """
    last = _answered_by(draft, told)
    if last is None or draft.phase is not None or draft.stance is not Stance.ASSERTS:
        return draft
    if _awaited(last):
        return draft.carried("phase", phase=Phase.SCHEDULED) if _estimates(draft) else draft
    goes_on = draft.noun is None and "measure" in draft.inferred and last.stance is Stance.ASSERTS
    return draft.carried("phase", phase=last.phase) if goes_on and last.phase else draft


def _estimates(draft: ClaimDraft) -> bool:
    """Return whether somebody puts a figure at a number, and not at what is there by now."""
    said = f" {draft.quote[0].text.casefold()} "
    cue = f" {draft.cue.text.casefold()} " if draft.cue is not None else ""
    puts = PUTS in draft.rules or cue in _ESTIMATES or any(verb in said for verb in _ESTIMATES)
    bare = draft.noun is None or draft.noun.end <= draft.quote[0].start
    bare = bare and len(said.split()) <= _BARE
    alone = bare and "measure" in draft.inferred  # *the union says 20m*
    return (puts or alone) and not any(now in said for now in _NOW)


def _awaited(draft: ClaimDraft) -> bool:
    """Return whether a figure is of what is yet to come."""
    return draft.stance is Stance.EXPECTS and draft.phase in {None, Phase.SCHEDULED}


def _when(draft: ClaimDraft, told: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return an answer of the time of the last figure that asks the same, if it names none itself.

    What is told of a year gone by is looked back on, and not answered.
    """
    told = [
        one for one in told if _asked(one) == _asked(draft)
        and not (one.when is not None and _looked_back_on(one.when, draft))
    ]  # fmt: skip
    last = _answered_by(draft, told)
    timed = draft.when or draft.as_of or draft.code("day") or draft.stamp in {EARLIER, LATER}
    if last is None or last.when is None or timed:
        return draft
    times = {one.when.code for one in told if one.when is not None and one.origin == last.origin}
    known = len(times) == 1 and _at_hand(last, draft)
    own = draft.code(SUBJECT) is None and not _OWN.isdisjoint(draft.measure.casefold().split())
    return draft.carried("when", when=last.when) if known and not own else draft


def _looked_back_on(when: Scope, draft: ClaimDraft) -> bool:
    """Return whether a time is a year before the page's: *in 2020 there were 51*."""
    return when.code.isdecimal() and when.code < (draft.said_at or "")[:_YEAR]


def _at_hand(last: ClaimDraft, draft: ClaimDraft) -> bool:
    """Return whether both tell of one time to come, or of the year that the page is of."""
    code = last.when.code if last.when is not None else ""
    page = (draft.said_at or "")[:_YEAR]
    awaited = Stance.EXPECTS in {draft.stance, last.stance} or Phase.SCHEDULED is last.phase
    if awaited and (draft.stance is Stance.EXPECTS or draft.phase is Phase.SCHEDULED):
        return code[:_YEAR] >= page and bool(code)
    this_year = code == page or (code.endswith(_SO_FAR) and code[:_YEAR] == page)
    return bool(page) and this_year and last.stance.affirms and draft.stance is last.stance


def _at_its_own(draft: ClaimDraft, told: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return those whom who speaks takes care of as the ones who are there.

    *41 were injured, said police. Kolm General said it was treating 26* is no other toll.
    """
    words = draft.quote[0].text.casefold().split()[:_CLAUSE]
    cares = any(
        verb in _CARE and (before not in BE or verb.endswith("ing"))
        for before, verb in pairwise(words)
    )
    cue = draft.cue.text.casefold().split() if draft.cue is not None else []
    name = draft.chain[0].name.casefold().split() if draft.chain else []
    admits = not (_CARE.isdisjoint(cue) or _CARERS.isdisjoint(name))  # *it had admitted nine*
    short = "measure" in draft.inferred and not draft.code("place") and draft.measure in HARMS
    if not told or not short or not (cares or admits):
        return draft
    if _answered_by(draft, told) is None or not (admits or words[0] in _SELVES):
        return replace(draft, confidence=min(draft.confidence, REVIEW))
    there = Scope("place", draft.chain[-1].name, draft.chain[-1].slot)
    return draft.carried("place", scopes=(*draft.scopes, there))


_WAYS = (
    _at_its_own,
    _of_them,
    _as_far,
    _of_the_same,
    _as_often,
    _when,
)  # in which an answer is of the same
