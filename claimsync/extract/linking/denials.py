"""Stances on a count: *denied that any tickets had been burned*, *could not verify the figure*.

Who denies that there were any speaks to the count of the same things that somebody else gave; so
does who takes a stance on a figure just told, without telling it again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import LIKELY, REVIEW, UNSETTLED
from claimsync.extract.linking.counted import deed_of
from claimsync.extract.linking.joins import DENIAL
from claimsync.extract.questions.bearing import RULE as POINTS
from claimsync.extract.questions.deeds import HAS, code
from claimsync.extract.questions.levels import UNKNOWN
from claimsync.extract.questions.questioned import question
from claimsync.extract.questions.sentences import cut
from claimsync.extract.text.closed_words import AUXILIARIES, HAVE
from claimsync.extract.text.stems import stems
from claimsync.model.stance import Phase, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft
    from claimsync.extract.questions.vocabulary import Vocabulary

_ANY, _MANY = "any ", "how many "
_GONE, _MISSING = code("vanished"), "missing"  # what has vanished is missing
_LIGHT = frozenset(
    "any ever single no such making made make receiving received having had getting got taking"
    " taken anyone anybody anything there".split()
)
_MARKS = ".,;:“”\"'‘’()"
_FAR, _SHORT = 400, 4  # characters from a count to its denial; words of one that names one thing
_NEAR = 3  # drafts in which who denies a count may give his own
_BACK = 20  # counts looked back on, so that long pages stay quick


def denied(drafts: Sequence[ClaimDraft], vocabulary: Vocabulary) -> list[ClaimDraft]:
    """Return the drafts, where a denial that there were any is one of what another source counted.

    >>> from claimsync.extract.extractor import extract
    >>> from claimsync.extract.questions.vocabulary import newsroom
    >>> text = "Ana said two nurses were detained. The army denied that any nurses were in custody."
    >>> [draft.measure for draft in denied(extract(text), newsroom())]
    ['detained', 'detained']
    """
    found = list(drafts)
    counts: list[int] = []
    places = {draft.figure: at for at, draft in enumerate(found) if draft.readings}
    for at, draft in enumerate(found):
        if draft.readings:
            counts.append(at)
        elif POINTS in draft.rules and draft.measure_slot in places:
            count = places[draft.measure_slot]
            if any(
                _tells(one, draft, found[count]) for one in found[max(at - _NEAR, 0) : at + _NEAR]
            ):
                found[at] = replace(draft, confidence=REVIEW)
                continue
            if found[count].confidence < LIKELY:
                shared = draft.stance is Stance.CONFIRMS and _counts(found[count])
                found[count] = (_sure if shared else _stated)(found[count])
            found[at] = _pointing(draft, found[count])
        elif draft.stance is Stance.DENIES and draft.chain:
            near = [one for one in counts[-_BACK:] if _answers(found[one], draft)]
            told = _denied(draft, found, near, vocabulary)
            if told is not None:
                found[at] = _denial(draft, found[told])
                found[told] = _sure(found[told])
    return found


def _denied(
    draft: ClaimDraft, found: Sequence[ClaimDraft], near: Sequence[int], vocabulary: Vocabulary
) -> int | None:
    """Return the place of the count that is denied: of the same things, or in its own words."""
    asked = _asked(_told(draft), vocabulary) if _told(draft).startswith(_ANY) else None
    same = [one for one in near if asked is not None and _same(found[one], asked)]
    last = [one for one in near[-1:] if _repeats(draft, found[one])]
    return next(iter((*same[-1:], *last)), None)


def _repeats(draft: ClaimDraft, count: ClaimDraft) -> bool:
    """Return whether a denial says no more than a count does: *denied that any was stolen*."""
    if not 0 <= draft.start - count.start <= _FAR or UNSETTLED in count.rules:
        return False
    who = {word.strip(".,") for word in f"{draft.origin} it its they their he she".split()}
    words = [word.strip(_MARKS) for word in _told(draft).split()]
    forms = [_forms(word) for word in words if word not in who | _LIGHT | AUXILIARIES | HAVE]
    said = set().union(*(_forms(word.strip(_MARKS)) for word in count.quote[0].text.split()))
    asked = count.measure_slot or count.noun
    deed = set().union(*map(_forms, asked.text.split())) if asked is not None else set()
    forms = [each for each in forms if each]
    return bool(
        forms
        and all(each & said for each in forms)
        and any(each & deed for each in forms)
        and (len(forms) > 1 or len(words) <= _SHORT)
    )


def _forms(word: str) -> frozenset[str]:
    """Return what a word is known by in any form; nothing for one that says little."""
    deed = code(word)
    return stems([word]) | ({deed, *stems([deed])} - {""})


def _told(draft: ClaimDraft) -> str:
    """Return what is denied, in the text's own words."""
    return draft.measure_slot.text if draft.measure_slot is not None else ""


def _asked(said: str, vocabulary: Vocabulary) -> tuple[str, str, str] | None:
    """Return what *any nurses were in custody* asks: the measure, of whom, and the deed."""
    text = _MANY + said.removeprefix(_ANY)
    found = question(cut(text, 0, len(text)), vocabulary)
    if found is None:
        return None
    done = code(text[slice(*found.deed)]) if found.deed else ""
    return found.measure.casefold(), (found.who or "").casefold(), done


def _answers(count: ClaimDraft, denial: ClaimDraft) -> bool:
    """Return whether somebody else gave a count before a denial."""
    told = count.stance.affirms and count.chain and count.said_at == denial.said_at
    return bool(told) and count.origin != denial.origin


def _same(count: ClaimDraft, asked: tuple[str, str, str]) -> bool:
    """Return whether a count tells how many, of the same things, by the same deed."""
    measure, who, done = asked
    named, whom = count.measure.casefold(), (count.code("who") or "").casefold()
    if UNKNOWN.isdisjoint(count.rules):
        return (named, whom) == (measure, who)
    gone = measure == _MISSING and (named, deed_of(count)) == (who, _GONE)
    return gone or (named == measure and done == deed_of(count) and done not in {"", HAS})


def _tells(one: ClaimDraft, draft: ClaimDraft, count: ClaimDraft) -> bool:
    """Return whether who denies a count gives another one, which says it all."""
    denies = draft.stance is Stance.DENIES and bool(one.readings)
    return denies and one.origin == draft.origin and one.measure == count.measure


def _counts(count: ClaimDraft) -> bool:
    """Return whether a missing term alone makes a count unsure, that a second one tells."""
    dated = count.when is None or bool(count.when.code)
    return not UNKNOWN.isdisjoint(count.rules) and UNSETTLED not in count.rules and dated


def _stated(count: ClaimDraft) -> ClaimDraft:
    """Return an unsure count as a plain statement, on which somebody else takes a stance."""
    if not (count.chain and count.stance is Stance.ASSERTS and UNSETTLED not in count.rules):
        return count
    return replace(
        count, figure=None, readings=(), measure=count.quote[0].text, measure_slot=count.quote[0],
        noun=None, scopes=(), when=None, event=None, confidence=LIKELY,
        rules=(*count.rules, DENIAL),
    )  # fmt: skip


def _pointing(draft: ClaimDraft, count: ClaimDraft) -> ClaimDraft:
    """Return a stance that points at a count as one on that very count."""
    if count.confidence < LIKELY:
        return replace(draft, confidence=REVIEW)
    repeats = draft.stance in {Stance.DENIES, Stance.CONFIRMS}
    readings = count.readings if repeats else ()
    return replace(
        draft, measure=count.measure, scopes=count.scopes, when=count.when, event=count.event,
        phase=_phase(count), readings=readings,
    )  # fmt: skip


def _phase(count: ClaimDraft) -> Phase | None:
    """Return how far a count has come; that it is done goes without saying."""
    return None if count.phase is Phase.COMPLETED and count.event is None else count.phase


def _denial(draft: ClaimDraft, count: ClaimDraft) -> ClaimDraft:
    """Return a denial as one of what was counted."""
    return draft.carried(
        "measure", "place", "when", measure=count.measure, measure_slot=count.measure_slot,
        scopes=count.scopes, when=count.when, event=count.event, phase=_phase(count),
        confidence=LIKELY, rules=(*draft.rules, DENIAL),
    )  # fmt: skip


def _sure(count: ClaimDraft) -> ClaimDraft:
    """Return a count that may be judged: a second source speaks to it."""
    return replace(count, confidence=max(count.confidence, LIKELY))
