"""What a text itself says was told earlier, or is told now in its place: updates, corrections."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, LATER, LIKELY, Slot
from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.page.versions import (
    BEFORE,
    FORMERLY,
    OLD,
    TOLD,
    clause,
    in_place_of,
    is_own,
    of_the_same,
    versions,
    words_of,
)
from claimsync.extract.questions.predicates import UNSURE
from claimsync.extract.text.rules import Rule
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

RULES = (
    Rule("amend/first said", ("earlier said", "first reported", "had earlier spoken of"),
         "a figure that was given first, earlier or before",
         "The mayor had earlier spoken of 12 dead.", "The mayor spoke of the 12 dead."),
    Rule("amend/former figure", ("its earlier estimate", "a first statement", "the initial count"),
         "a figure of a count that came first",
         "Its earlier estimate was 12 dead.", "Its careful estimate was 12 dead."),
    Rule("amend/version", ("an earlier version of this report", "a previous version of this page"),
         "a figure that the page itself gave first",
         "An earlier version of this report gave the toll as 12 dead.",
         "The mayor's version of this report gave the toll as 12 dead."),
    Rule("amend/revised from", ("revised … from", "corrected … from", "lowered … from"),
         "a figure that was changed",
         "The mayor revised the toll from 12 dead.", "The mayor heard of the toll from 12 people."),
    Rule("amend/revised to", ("revised … to", "raised its toll to", "lowered … to"),
         "a figure that another was changed to",
         "The mayor revised the toll to 12 dead.", "The mayor added up the toll to 12 dead."),
    Rule("amend/set aside", ("correction: … not",),
         "a figure that a correction sets aside",
         "Correction: 14 people died, not 12.", "Correction: 12 people died."),
    Rule("amend/then", ("first said …, then",),
         "a figure that was told after another one",
         "The mayor first spoke of 12 dead, then of 14.",
         "The mayor first spoke of 12 dead and a fire."),
    Rule("amend/now says", ("now says", "now speaks of", "says now"),
         "a figure that is told by now",
         "The mayor now says 12 people died.", "The mayor says 12 people died."),
    Rule("amend/corrected", ("corrected … to", "correction:", "the correct number", "I misspoke."),
         "a figure that sets another right",
         "The mayor corrected the toll to 12 dead.", "The mayor added up the toll to 12 dead."),
    Rule("amend/unsaid", ("That was wrong.", "This figure was incorrect."),
         "a figure told earlier that the next sentence takes back",
         "An earlier version of this report gave the toll as 12 dead. That was wrong.",
         "An earlier version of this report gave the toll as 12 dead. That was clear."),
)  # fmt: skip
FIRST, FORMER, VERSION, REVISED_FROM, REVISED_TO, ASIDE, THEN, NOW, CORRECTED, UNSAID = (
    rule.id for rule in RULES
)
_STAMPS = {FIRST: EARLIER, FORMER: EARLIER, VERSION: EARLIER, REVISED_FROM: EARLIER,
           ASIDE: EARLIER, REVISED_TO: LATER, THEN: LATER, NOW: LATER,
           CORRECTED: LATER}  # fmt: skip

_AFTER = 60  # characters looked at behind a figure
_TELLING = frozenset("speaking reporting giving counting putting talking".split())
_TELLS = frozenset("says say puts put speaks speak counts reports estimates gives reckons".split())
_COUNTS = frozenset(
    "estimate statement figure count number report toll tally total announcement version".split()
)
_CHANGED = frozenset(
    "revised corrected raised lowered updated increased reduced amended upgraded downgraded".split()
)
_BREAKS = frozenset("after as when while and but because since".split())
_WRONG = (
    "misspoke",
    "was wrong",
    "was mistaken",
    "take that back",
    "was an error",
    "made an error",
    "made a mistake",
    "was a mistake",
)
# Parts of words, one of which stands around whatever is told as earlier or as set right.
_SIGNS = (
    *(
        "now",
        "correct",
        "version",
        "we ",
        "still",
        "should have",
        "right figure",
        *_WRONG,
        *FORMERLY,
        *OLD,
    ),
    *("had put", "had said", "had given", "had reported", "had spoken", "had counted"),
    *("revised", "raised", "lowered", "updated", "increased", "reduced", "amended", "graded"),
)
_STOPS = (". ", ".\n", "\n", "! ", "? ", ".”", '."')
_POINTS = frozenset("that this the it those these both".split())
_MISTAKES = frozenset(
    "wrong incorrect mistaken inaccurate error false mistake erroneous untrue".split()
)
_WAS = (["that", "was"], ["this", "was"], ["it", "was"])
_SHORT = 12  # words of a sentence that takes something back
_NO_DAY = FORMERLY | {"since", "then", "now", "later", "has", "have"}
_PART_ROLES = frozenset({"included", "part", "remaining", "further"})
_PRONOUNS = frozenset("it they he she".split())
_LAST = 200  # figures looked back on, so that long pages stay quick
_SUBJECT = 4  # words of a clause up to its subject: *an hour earlier it*
_NEAR = 2  # words between *earlier* and its verb


def amended(
    text: str, drafts: Sequence[ClaimDraft], off: frozenset[str] = frozenset()
) -> list[ClaimDraft]:
    """Return the drafts of a page, where what it tells as earlier or as set right says so.

    >>> from claimsync.extract.extractor import extract
    >>> [d.stamp for d in extract("The mayor had earlier spoken of 12 dead.")]
    ['earlier']
    """
    found: list[ClaimDraft] = []
    for read in drafts:
        draft, rule = read, _rule(text, read)
        at = -1 - bool(found[1:] and not found[-1].readings)  # behind what is said of figures
        last = found[at] if found and VERSION in found[at].rules else None
        if last is not None and rule in {None, CORRECTED} and in_place_of(text, draft, last):
            rule, draft = CORRECTED, of_the_same(draft, last)
        if rule is None or rule in off:
            found.append(draft)
            continue
        if rule == CORRECTED and last is not None:
            found[at] = replace(last, rules=(*last.rules, UNSAID))
        found.append(_as_before(_stamped(draft, rule, found, text), found))
        if draft.figure is not None and _blamed(text[draft.figure.end : draft.figure.end + _AFTER]):
            found[-1] = replace(found[-1], rules=(*found[-1].rules, CORRECTED))
        if found[-1].stamp == EARLIER and UNSAID not in off:
            found[-1:] = _unsaid(text, found[-1])
    return found


def _unsaid(text: str, draft: ClaimDraft) -> list[ClaimDraft]:
    """Return an earlier figure, and that the next sentence takes it back."""
    start = draft.figure.end if draft.figure is not None else draft.start
    stop = _sentence_end(text, start)
    end = _sentence_end(text, stop + 1)
    slot = Slot.of(text, (stop + 1 + text[stop + 1 : stop + 2].isspace(), end))
    words = words_of(slot.text)
    takes = words[:1] and words[0] in _POINTS and _MISTAKES & set(words) and len(words) <= _SHORT
    if not takes or any(char.isdecimal() for char in slot.text):
        return [draft]
    taken = replace(
        draft, quote=(slot,), figure=None, readings=(), noun=None, measure_slot=None,
        stance=Stance.RETRACTS, stance_slot=slot, stamp=LATER, cue=None,
        confidence=_sure(draft), rules=(UNSAID,),
    )  # fmt: skip
    return [replace(draft, rules=(*draft.rules, UNSAID)), taken]


def _sentence_end(text: str, start: int) -> int:
    """Return where the sentence around ``start`` ends, behind its stop."""
    ends = (at for mark in _STOPS if (at := text.find(mark, start, start + BEFORE)) >= 0)
    return min(ends, default=min(start + BEFORE, len(text) - 1)) + 1


def _as_before(draft: ClaimDraft, before: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return what is revised under the scope in which the same voice told it before.

    *Revised its number to 18 trapped* speaks of the men that it spoke of.
    """
    if draft.stamp == EARLIER or not draft.chain:
        return draft
    own = (d for d in reversed(before[-_LAST:]) if d.readings and d.measure == draft.measure
           and d.stamp != EARLIER and _voice(d) == _voice(draft)
           and _PART_ROLES.isdisjoint(d.rules))  # fmt: skip
    last = next(own, None)
    if last is None:
        return draft
    missing = tuple(s for s in last.scopes if draft.code(s.dimension) is None and not s.parts)
    if not missing:
        return draft
    return draft.carried(*(s.dimension for s in missing), scopes=(*draft.scopes, *missing))


def _voice(draft: ClaimDraft) -> str:
    """Return on whose word a draft rests, without the mark of an owner."""
    return draft.chain[-1].name.replace("’", "").replace("'", "") if draft.chain else ""


def _stamped(draft: ClaimDraft, rule: str, before: Sequence[ClaimDraft], text: str) -> ClaimDraft:
    """Return a draft with when it was told, and who *it* or *they* are, as told just before."""
    opening = words_of(clause(text, draft.figure.start)) if draft.figure else []
    if versions(text, draft) or _set_right(opening):
        # *An earlier version said police had counted 12; the correct figure is 21.*
        told = before[-1].chain if before and VERSION in before[-1].rules else ()
        named = draft.chain if "chain" not in draft.inferred else ()
        chain = () if draft.chain and is_own(draft.chain[-1].name) else draft.chain
        chain = named or told if _set_right(opening) else chain
        draft = replace(draft, chain=chain, anonymous=False, stance=Stance.ASSERTS,
                        stance_slot=None, confidence=_sure(draft))  # fmt: skip
    clock = _STAMPS[rule] == LATER and draft.stamp not in {None, EARLIER}
    stamp = draft.stamp if clock else _STAMPS[rule]
    draft = _undated(replace(draft, stamp=stamp, rules=(*draft.rules, rule)))
    if draft.chain or draft.figure is None or not before or not before[-1].chain:
        return draft
    last = before[-1]
    before_it = words_of(clause(text, draft.figure.start))
    if (
        not _PRONOUNS.isdisjoint(before_it[:_SUBJECT])
        and "\n" not in text[last.start : draft.start]
    ):
        return replace(draft.carried("chain"), chain=last.chain, anonymous=last.anonymous)
    return draft


def _undated(draft: ClaimDraft) -> ClaimDraft:
    """Return a draft without a date that says no more than *since* or *earlier*."""
    when = draft.when
    named = words_of(when.slot.text) if when is not None and when.slot is not None else []
    if when is None or when.code or not (_NO_DAY | _CHANGED).issuperset(named):
        return draft
    return replace(draft, when=None, confidence=_sure(draft))


def _sure(draft: ClaimDraft) -> int:
    """Return how sure a reading is whose date or voice was all that made it unsure."""
    known = draft.measure and not UNSURE & set(draft.rules)
    return max(draft.confidence, LIKELY) if known else draft.confidence


def _rule(text: str, draft: ClaimDraft) -> str | None:
    """Return the rule that tells when a figure was said."""
    figure = draft.figure
    if figure is None:
        return None
    around = text[max(figure.start - BEFORE - _AFTER, 0) : figure.end + _AFTER].casefold()
    if not any(map(around.__contains__, _SIGNS)):
        return None
    leading = clause(text, figure.start)
    words = words_of(leading)
    behind = text[figure.end : figure.end + _AFTER]
    own = words[:1] == ["it"] or ", not " in behind  # *It made a mistake. 11 died, not 13*
    wrong = own and _misspoken(text, figure.start - len(leading))
    told = (
        (ASIDE, words[:1] == ["correction"] and words[-1] == "not"),
        (CORRECTED, _set_right(words)),
        (VERSION, versions(text, draft)),
        (CORRECTED, words[:1] == ["correction"]),
        (_changed(words), True),
        (THEN, _told_then(words)),
        (FIRST, _told_first(words) or _told_behind(behind)),
        (FORMER, _former(words)),
        (NOW, any("now" in pair and _TELLS & set(pair) for pair in pairwise(words))),
        (CORRECTED, wrong or (words[:2] in _WAS and bool(words[2:3]) and words[2] in _MISTAKES)),
    )
    return next((rule for rule, fires in told if rule is not None and fires), None)


def _former(words: Sequence[str]) -> bool:
    """Return whether words speak of *its earlier estimate*."""
    return "this" not in words and any(a in OLD and b in _COUNTS for a, b in pairwise(words))


def _set_right(words: Sequence[str]) -> bool:
    """Return whether words lead up to *the correct number is*."""
    pairs = list(pairwise(words))
    opens = pairs[1:2] if words[:1] == ["the"] else []  # *the correct figure, she says, is*
    return words[-3:-1] == ["should", "have"] or any(
        a in {"correct", "right"} and b in _COUNTS for a, b in (*opens, *pairs[-4:])
    )


def _changed(words: Sequence[str]) -> str | None:
    """Return whether a figure is what another was changed to, or from."""
    verb = next((word for word in words if word in _CHANGED), None)
    if verb is None or words[-1] not in {"to", "from"}:
        return None
    behind = words[words.index(verb) + 1 : -1]
    if not _BREAKS.isdisjoint(behind):
        return None  # *lowered its forecast after revenue fell to 12*
    counted = set(words) & _COUNTS or set(behind) & {"that", "it", "this", "to"}
    if not counted and len(behind) > 1:
        return None
    if words[-1] == "from":
        return REVISED_FROM
    return CORRECTED if verb == "corrected" else REVISED_TO


def _told_first(words: Sequence[str]) -> bool:
    """Return whether *first reported*, *had earlier said* or *said at first* lead to a figure."""
    for at, word in enumerate(words):
        if word in _TELLING and words[at - 1] == "still" and words[at - 2] == "was":
            return True
        if word not in TOLD:
            continue
        near = words[max(at - _NEAR, 0) : at]
        if FORMERLY & set(near) and "the" not in words[max(at - _NEAR, 0) : at]:
            return True
        if "had" in near and (FORMERLY & set(words[:at]) or _past(words)):
            return True
        if words[at + 1 : at + 2] and words[at + 1] in FORMERLY - {"before", "first"}:
            return True
    return False


def _told_then(words: Sequence[str]) -> bool:
    """Return whether *first said 12, then* leads to a figure."""
    at = next((at for at in range(len(words) - 1, max(len(words) - 5, -1), -1)
               if words[at] in {"then", "later"}), 0)  # fmt: skip
    return bool(at) and words[at - 1] not in FORMERLY and _told_first(words[:at]) and any(
        word.isdecimal() or word in SMALL for word in words[:at]
    )  # fmt: skip


def _past(words: Sequence[str]) -> bool:
    """Return whether a clause opens with a time gone by: *last week the ministry had put it at*."""
    return words[:1] == ["yesterday"] or (words[:1] in (["last"], ["on"]) and len(words) > 1)


def _told_behind(said: str) -> bool:
    """Return whether *…, the mayor had said earlier* follows a figure."""
    rest = said[: min((said.find(end) for end in (". ", "\n", ";") if end in said), default=None)]
    words = words_of(rest)
    return any(a in TOLD and b in FORMERLY - {"before", "first"}
               for a, b in pairwise(words))  # fmt: skip


def _blamed(behind: str) -> bool:
    """Return whether a slip is blamed for a figure right behind it: *blamed a typing error*."""
    return any(slip in behind.casefold() for slip in ("typing error", "typo", "clerical error"))


def _misspoken(text: str, start: int) -> bool:
    """Return whether the sentence before says that something was wrong."""
    before = text[max(start - _AFTER, 0) : start].rstrip(" .\n").casefold()
    return before.endswith(_WRONG)
