"""How the words around a figure tell that it was told before, or in place of another one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.page.versions import (
    BEFORE,
    CHANGED,
    FORMERLY,
    OLD,
    TOLD,
    clause,
    versions,
    words_of,
)
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

RULES = (
    Rule("amend/first said", ("earlier said", "first reported", "had earlier spoken of"),
         "a figure that was given first, earlier or before",
         "The mayor had earlier spoken of 12 dead.", "The mayor spoke of the 12 dead."),
    Rule("amend/had said", ("at noon it had counted", "this morning it still put the number at"),
         "a figure that a voice had told before the one that it was just said to tell",
         "The mayor said 14 people died. At noon she had spoken of 12.",
         "The mayor said 14 people died. At noon the army had spoken of 12."),
    Rule("amend/said then", ("this morning it told reporters that there had been",),
         "a figure that a voice told at a moment before it came to tell another one",
         "The mayor now says 14 people died. This morning she spoke of 12.",
         "The mayor says 14 people died. This morning the army spoke of 12."),
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
    Rule("amend/up from", ("up from the … it reported", "down from … in its first count"),
         "a figure that another is up or down from, as it was told before",
         "Police made 14 arrests, up from the 12 they reported on Monday.",
         "Police made 14 arrests, up from 12 on Monday."),
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
(FIRST, HAD_SAID, SAID_THEN, FORMER, VERSION, REVISED_FROM, UP_FROM, REVISED_TO, ASIDE, THEN, NOW,
 CORRECTED, UNSAID) = (rule.id for rule in RULES)  # fmt: skip

AFTER = 60  # characters looked at behind a figure
MISTAKES = frozenset(
    "wrong incorrect mistaken inaccurate error false mistake erroneous untrue".split()
)
_TELLING = frozenset("speaking reporting giving counting putting talking".split())
_TELLS = frozenset("says say puts put speaks speak counts reports estimates gives reckons".split())
_HAD_TOLD = TOLD | frozenset(
    "listed recorded registered forecast predicted projected expected published stood".split()
)
COUNTS = frozenset(
    "estimate statement figure count number report toll tally total announcement version forecast"
    " bulletin projection update".split()
)
_MOMENTS = frozenset("this at on in last yesterday late early hours".split())
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
    *("now", "correct", "version", "we ", "still", "should have", "right figure", "had ", "n from"),
    *("up from", "revised", "raised", "lowered", "updated", "increased", "reduced", "amended"),
    *("graded", *_WRONG, *FORMERLY, *OLD),
)
_WAS = (["that", "was"], ["this", "was"], ["it", "was"])
_UP = (["up", "from"], ["down", "from"])
_OF_COUNT = COUNTS | OLD | frozenset("a an the its their his her of".split())
_OWN = FORMERLY | frozenset("it they he she had was were been first that which as".split())
_NEAR, _FAR = 2, 6  # words between *earlier* and its verb; behind a figure that another is up from


def retold(text: str, draft: ClaimDraft) -> str | None:
    """Return the rule that tells when a figure was said.

    >>> from claimsync.extract.extractor import extract
    >>> page = "The mayor had earlier spoken of 12 dead."
    >>> retold(page, extract(page)[0])
    'amend/first said'
    """
    figure = draft.figure
    if figure is None:
        return None
    around = text[max(figure.start - BEFORE - AFTER, 0) : figure.end + AFTER].casefold()
    if not any(map(around.__contains__, _SIGNS)):
        return None
    leading = clause(text, figure.start)
    words = words_of(leading)
    behind = text[figure.end : figure.end + AFTER]
    own = words[:1] == ["it"] or ", not " in behind  # *It made a mistake. 11 died, not 13*
    wrong = own and _misspoken(text, figure.start - len(leading))
    told = (
        (ASIDE, words[:1] == ["correction"] and words[-1] == "not"),
        (CORRECTED, set_right(words)),
        (VERSION, versions(text, draft)),
        (CORRECTED, words[:1] == ["correction"]),
        (UP_FROM, _up_from(words, behind)),
        (_changed(words), True),
        (THEN, _told_then(words)),
        (FIRST, _told_first(words) or _told_behind(behind)),
        (FORMER, _former(words)),
        (NOW, any("now" in pair and _TELLS & set(pair) for pair in pairwise(words))),
        (CORRECTED, wrong or (words[:2] in _WAS and bool(words[2:3]) and words[2] in MISTAKES)),
        (HAD_SAID, _had_said(words)),
        (SAID_THEN, words[:1] != [] and words[0] in _MOMENTS and not TOLD.isdisjoint(words)),
    )
    return next((rule for rule, fires in told if rule is not None and fires), None)


def set_right(words: Sequence[str]) -> bool:
    """Return whether words lead up to *the correct number is*.

    >>> set_right(["the", "correct", "number", "is"])
    True
    """
    pairs = list(pairwise(words))
    opens = pairs[1:2] if words[:1] == ["the"] else []  # *the correct figure, she says, is*
    return words[-3:-1] == ["should", "have"] or any(
        a in {"correct", "right"} and b in COUNTS for a, b in (*opens, *pairs[-4:])
    )


def blamed(behind: str) -> bool:
    """Return whether a slip is blamed for a figure right behind it.

    >>> blamed("; the ministry blamed a typing error")
    True
    """
    return any(slip in behind.casefold() for slip in ("typing error", "typo", "clerical error"))


def _former(words: Sequence[str]) -> bool:
    """Return whether words speak of *its earlier estimate*."""
    return "this" not in words and any(a in OLD and b in COUNTS for a, b in pairwise(words))


def _up_from(words: Sequence[str], behind: str) -> bool:
    """Return whether a figure is what another is up from, as it was told: *the 12 it reported*.

    What something was before it moved is no word taken back.
    """
    at = next((at for at in range(len(words) - 2, -1, -1) if words[at : at + 2] in _UP), None)
    if at is None or not _OF_COUNT.issuperset(words[at + 2 :]):
        return False
    after = words_of(behind)[:_FAR]
    told = next((i for i, word in enumerate(after) if word in TOLD or word in COUNTS), _FAR)
    itself = _OWN.issuperset(after[:told])  # *up from the 40 it reported*, and nobody else
    named = told < _FAR and ((after[told] in TOLD and itself) or not OLD.isdisjoint(after[:told]))
    return named or not OLD.isdisjoint(words[at + 2 :])


def _had_said(words: Sequence[str]) -> bool:
    """Return whether *At noon it had counted* or *it still put the number at* lead to a figure."""
    at = next((at for at, word in enumerate(words) if word in {"had", "still"}), len(words))
    before, after = words[:at], words[at + 1 : at + 1 + _NEAR]
    return not _HAD_TOLD.isdisjoint(after) and (_HAD_TOLD | _TELLS | {"that"}).isdisjoint(before)


def _changed(words: Sequence[str]) -> str | None:
    """Return whether a figure is what another was changed to, or from."""
    verb = next((word for word in words if word in CHANGED), None)
    if verb is None or words[-1] not in {"to", "from"}:
        return None
    behind = words[words.index(verb) + 1 : -1]
    if not _BREAKS.isdisjoint(behind):
        return None  # *lowered its forecast after revenue fell to 12*
    counted = set(words) & COUNTS or set(behind) & {"that", "it", "this", "to"}
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
    ends = (". ", "\n", ";", "up from", "down from")
    rest = said[: min((said.find(end) for end in ends if end in said), default=None)]
    words = words_of(rest)
    return any(a in TOLD and b in FORMERLY - {"before", "first"}
               for a, b in pairwise(words))  # fmt: skip


def _misspoken(text: str, start: int) -> bool:
    """Return whether the sentence before says that something was wrong."""
    before = text[max(start - AFTER, 0) : start].rstrip(" .\n").casefold()
    return before.endswith(_WRONG)
