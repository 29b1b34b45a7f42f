"""Unsettled figures: asked, supposed, only heard of, or the whole that a share is taken of.

Whoever tells such a figure does not say that it is so, and nor does the text.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.text.cues import forms
from claimsync.extract.text.tokens import position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

_STOPS = frozenset(',;:.?!()–—“”"') | {"--"}
_ASKING = frozenset("asked ask asks asking wonder wondered see check unclear know knew".split())
_ACCUSING = frozenset("accused accuses accusing accuse suspected".split())
_SAYING = frozenset("saying claiming telling alleging pretending suggesting reporting".split())
_DENYING = frozenset("deny denies denied denying".split())
_SPEAKING = frozenset(
    form
    for verb in ("say", "tell", "confirm", "announce", "state", "promise", "suggest", "claim")
    for kind, form in forms(verb)
    if kind != "s"
)
_SAYS = 6  # words from *denied* to the verb of speech: *denied that it had ever said*
_HEARSAY = frozenset(
    "reports rumours rumors claims allegations suggestions suspicions fears speculation".split()
)
_FIGURED = _HEARSAY | frozenset(
    "report rumour rumor claim allegation suggestion figure figures toll number count tally"
    " estimate estimates total story stories idea assertion assertions".split()
)
_BE = frozenset("is are was were be been being ’s 's".split())
_UNTRUE = frozenset(
    "wrong untrue false exaggerated exaggeration exaggerations incorrect mistaken inflated"
    " overstated fabricated invented baseless unfounded groundless inaccurate lie lies nonsense"
    " fake erroneous".split()
)
_DEGREES = frozenset(
    "a an also been completely entirely simply totally wildly grossly greatly highly much plainly"
    " quite just very utterly hugely vastly all both pure".split()
)
_COMING = frozenset("would could might may will can should ’ll 'll".split())
_BEFORE_BE = _COMING | frozenset("to not also n’t n't soon then only now".split())
_PERFECT = frozenset("have ’ve 've".split())
_PARTS = frozenset(
    "most some many several few half third quarter fifth tenth majority minority part fraction"
    " portion rest percent cent % proportion share each every none any either neither".split()
)
_SCARCELY = frozenset("not nearly almost virtually".split())
_WHOLES = frozenset("the its their his her our these those all".split())
_WIDE = 14  # words between a noun and its "was wrong"


def unsettled(words: Sequence[Token], start: int) -> bool:
    """Return whether the figure at ``start`` is asked, supposed, heard of, or a share's whole.

    >>> from claimsync.extract.questions.sentences import cut
    >>> [unsettled(cut(text, 0, len(text)), text.index("12")) for text in
    ...  ("asked whether 12 had died", "said 12 had died", "Half of the 12 had died")]
    [True, False, True]
    """
    low = [word.low for word in words]
    at = position(words, start)
    opening = _opening(low, at)
    before = low[opening:at]
    return (
        "whether" in before
        or _asked_if(before)
        or _heard(low, opening, at)
        or _whole(low, at)
        or _supposed(low, opening, at)
    )


def not_said(words: Sequence[Token], start: int) -> bool:
    """Return whether who tells of a figure denies to have said it, which is no word on the figure.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "The mayor denied having confirmed that 12 had died."
    >>> not_said(cut(text, 0, len(text)), text.index("12"))
    True
    """
    low = [word.low for word in words]
    at = position(words, start)
    before = low[_opening(low, at) : at]
    denies = next((at for at, word in enumerate(before) if word in _DENYING), len(before))
    return not _SPEAKING.isdisjoint(before[denies + 1 : denies + _SAYS])


def _opening(low: list[str], at: int) -> int:
    """Return where the piece of the sentence that leads up to a figure begins."""
    return next((index + 1 for index in range(at - 1, -1, -1) if low[index] in _STOPS), 0)


def _asked_if(before: list[str]) -> bool:
    """Return whether a figure is asked about: *asked if 12*."""
    return any(one in _ASKING and two == "if" for one, two in pairwise(before))


def _heard(low: list[str], opening: int, at: int) -> bool:
    """Return whether a figure is hearsay: *aware of reports that 12*, *accused of saying that 12*.

    Who *claims that 12* says it: a verb has its subject right before it, a noun has not.
    """
    for index in range(opening, at):
        if low[index] in _HEARSAY and low[index + 1] in {"that", "of"}:
            before = low[index - 1] if index > opening else ""
            if index == opening or before in _HEARING or before.endswith("ing"):
                return True
        accused = low[index] == "of" and low[index + 1] in _SAYING
        if accused and not _ACCUSING.isdisjoint(low[opening:index]):
            return True
    return False


_HEARING = frozenset(
    "of to on about by into with from were are was is been the unconfirmed media earlier some any"
    " many several initial these those such local online and its his her their no despite had has"
    " have received heard seen saw amid widespread conflicting".split()
)


def _whole(low: list[str], at: int) -> bool:
    """Return whether a share is taken of a figure: *half of the 200*, *one in five of the 500*."""
    back = at - 1
    while back > 0 and low[back] in _WHOLES:
        back -= 1
    if back < 1 or low[back] != "of":
        return back >= 0 and low[back] == "half" and back < at - 1
    part = low[back - 1]
    if part == "all":
        return low[max(back - 2, 0)] in _SCARCELY
    return (
        part in _PARTS
        or part[0].isdecimal()
        or part in SMALL
        or part.removesuffix("s") in _PARTS
        or "in" in low[max(back - 3, 0) : back]
    )


def _supposed(low: list[str], opening: int, at: int) -> bool:
    """Return whether a figure hangs on a condition: *if the dam breaks, 5,000 could be killed*."""
    ahead = next((index for index in range(at, len(low)) if low[index] in _STOPS), len(low))
    coming = not _COMING.isdisjoint(low[opening:ahead])
    if any(
        one in _COMING and two in _PERFECT and one not in {"may", "will"}
        for one, two in pairwise(low[opening:ahead])
    ):
        return True  # what would have been
    if any(two == "be" and one not in _BEFORE_BE for one, two in pairwise(low[at:ahead])):
        return True  # *urged that 500 be freed*
    if _condition(low[opening:at]) or (coming and _condition(low[at:ahead])):
        return True
    led = next((index for index in range(opening - 2, -1, -1) if low[index] in _STOPS), -1)
    return coming and opening > 0 and low[opening - 1] == "," and _condition(low[led + 1 : opening])


def _condition(low: list[str]) -> bool:
    """Return whether words hold a condition, and not *as if* or *even if*."""
    return "unless" in low or any(
        word == "if" and (index == 0 or low[index - 1] not in {"as", "even", "only"})
        for index, word in enumerate(low)
    )


def disowned(words: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a figure is said to be wrong: *reports that 64 died are exaggerated*.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "An earlier figure of 64 had been wrong."
    >>> disowned(cut(text, 0, len(text)), 21, 23)
    True
    """
    low = [word.low for word in words]
    if _UNTRUE.isdisjoint(low):
        return False
    at = position(words, start)
    last = position(words, end)
    if _FIGURED.isdisjoint(low[_opening(low, at) : at]):
        return False
    for index in range(last, min(last + _WIDE, len(low))):
        if low[index] in _STOPS:
            return False
        if low[index] in _BE:
            said = next((word for word in low[index + 1 :] if word not in _DEGREES), "")
            if said in _UNTRUE:
                return True
    return False


_LIGHT = frozenset(
    "be been being is are was were am to have has had having yet ever also now all both".split()
)
_NOT = frozenset("not never n't n’t".split())
_SHORT_OF = frozenset(
    "without almost nearly narrowly feared escape escaped escapes escaping avoid avoided avoids"
    " avoiding longer".split()
)
_THOUGHT = frozenset("thought believed presumed assumed".split())
_ALIVE = frozenset("alive unharmed safe unhurt".split())
_THESE = frozenset("the these those all both".split())


def negated(words: Sequence[Token], start: int, asked: tuple[int, int]) -> bool:
    """Return whether a figure's verb, behind it, has a *not*: *12 people were not killed*.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "12 people were not killed"
    >>> negated(cut(text, 0, len(text)), 0, (19, 25))
    True
    """
    return asked[0] > start and _led(words, start, asked[0]) in _NOT


def known(words: Sequence[Token], start: int) -> bool:
    """Return whether a figure at ``start`` is of those told of before: *the 12 people*.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "the 12 people"
    >>> known(cut(text, 0, len(text)), 4)
    True
    """
    at = position(words, start)
    return at > 0 and words[at - 1].low in _THESE


def short_of(words: Sequence[Token], start: int, asked: tuple[int, int]) -> bool:
    """Return whether a figure's verb falls short of what it tells: *were almost killed*.

    What happened *or* something else did not surely happen, nor what was thought of the living.

    >>> from claimsync.extract.questions.sentences import cut
    >>> [short_of(cut(text, 0, len(text)), 0, (text.index("killed"), text.index("killed") + 6))
    ...  for text in ("12 were nearly killed", "12 were killed or hurt", "12 were killed")]
    [True, True, False]
    """
    low = [word.low for word in words]
    led = _led(words, start, asked[0])
    if led in _SHORT_OF or _attempted(low, position(words, asked[0])):
        return True
    last = position(words, asked[1])
    if led in _THOUGHT and not _ALIVE.isdisjoint(low[last:]):
        return True
    return low[last : last + 1] == ["or"] and low[last + 1 : last + 2] != [] and (
        low[last + 1] in _HARMED
    )  # fmt: skip


def _attempted(low: Sequence[str], at: int) -> bool:
    """Return whether the verb at ``at`` is only tried, or not brought off: *failed to free 12*."""
    return at > 1 and low[at - 1] == "to" and low[at - 2] in _ATTEMPTS


def wished(words: Sequence[Token], start: int, asked: tuple[int, int]) -> bool:
    """Return whether somebody only calls for what a verb tells: *rallies to free 12*.

    >>> from claimsync.extract.questions.sentences import cut
    >>> [wished(cut(text, 0, len(text)), 99, (text.index("release"), text.index(" of")))
    ...  for text in ("It blocked the release of 12.", "It told of the release of 12.")]
    [True, False]
    """
    if asked[0] > start:
        return False
    low = [word.low for word in words]
    at = position(words, asked[0])
    before = low[max(at - 1, 0) : at]
    if before == ["the"]:
        return not _WISHES.isdisjoint(low[max(at - _CALLS, 0) : at - 1])
    return before == ["to"] and at > 1 and low[at - 2] in _RALLIES


_WISHES = frozenset(
    "for block blocked blocking blocks demand demands demanded demanding seek seeks sought seeking"
    " urged urge urges urging oppose opposed opposing prevent prevented stop stopped".split()
)
_RALLIES = frozenset(
    "rally rallies march marches campaign campaigns plea pleas appeal appeals pledge pledges vow"
    " vows talks calls call demand demands petition petitions pressure deal plan plans".split()
)
_CALLS = 3  # words: *called for the release*
_ATTEMPTS = frozenset(
    "try tries tried trying attempt attempts attempted attempting fail fails failed failing unable"
    " struggle struggles struggled struggling race racing raced scramble scrambling scrambled"
    " refuse refuses refused refusing effort efforts bid battle battling battled work working"
    " worked fight fighting fought".split()
)
_HARMED = frozenset("killed wounded injured hurt missing dead maimed captured".split())


def _led(words: Sequence[Token], start: int, asked: int) -> str:
    """Return the word that leads up to a verb, without what only forms it; of one clause."""
    at = position(words, asked) - 1
    first = position(words, start) if start < asked else 0
    while at > first and words[at].low in _LIGHT:
        at -= 1
    return words[at].low if at >= first else ""


_DEGREED = frozenset(
    "seriously critically badly severely gravely slightly lightly immediately serious"
    " critical major severe further other more new additional fresh life threatening minor"
    " immediate".split()
)
_FOLLOWS = 6  # words between no one and what nobody was


def counts_none(
    words: Sequence[Token], start: int, end: int, asked: tuple[int, int] | None
) -> bool:
    """Return whether *none* is a figure: *no one was hurt*, not *no one called*.

    ``asked`` are the words that say what is counted. That nobody was *seriously* hurt, or that
    there were no *further* deaths, answers another question.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "Nobody was seriously hurt."
    >>> counts_none(cut(text, 0, len(text)), 0, 6, (21, 25))
    False
    """
    first, after = position(words, start), range(position(words, end), len(words))
    opening = [word.low for word in words[first : first + 2]]
    nobody = opening[:1] == ["nobody"] or opening in (["no", "one"], ["no", "-"])
    near = list(after[:_FOLLOWS])
    if asked is not None and asked[0] >= end:
        near = [index for index in after if words[index].start < asked[0]]
    elif nobody:
        return False
    if len(near) > _FOLLOWS:
        return not nobody
    between = {words[index].low for index in near}
    return _DEGREED.isdisjoint(between)
