"""Leads: words that lead from what stands at a level to its figure: verbs, and times between.

*Revenues are projected at 199 billion*, *sales in the third quarter rose to 5 million*, *a levy
that will bring in 2 million*: the noun stands before them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import MONTHS
from claimsync.extract.text.cues import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

# Verbs by which a thing comes to a level, or by which somebody brings it there.
_PLAIN = (
    "exceed surpass reach remain grow shrink bring save earn generate widen narrow sink swell soar"
    " hover settle go pick improve worsen keep come stand creep tumble approach"
).split()
# Of these the bare form, and that with an s, may as well be a noun: *a budget of*, *prices of*.
_NOUNS = (
    "rise fall climb drop hit jump slip increase decrease estimate total value top surge slow ease"
    " slide gain double triple average amount peak dip plunge slump decline edge recover rebound"
    " forecast project peg cap fix budget price assess rate yield fetch raise gross net trim lower"
    " hold push lift boost cut pass near touch cross reduce revise halve stay predict"
).split()
_IRREGULAR = (
    "went gone expected anticipated rose risen fell fallen stood grew grown shrank shrunk came saw"
    " seen brought held kept slid"
    " sank sunk hitting topped topping dropped dropping slipped slipping dipped dipping capped"
    " pegged trimmed netted netting cutting"
).split()
LEVEL_VERBS = frozenset(
    (
        *(form for verb in _PLAIN for _, form in forms(verb)),
        *(form for verb in _NOUNS for name, form in forms(verb) if name in {"past", "ing"}),
        *_IRREGULAR,
    )
) - {"cut", "hit", "hold", "forecast"}
LEVEL_BARE = frozenset(_NOUNS)  # verbs behind *will*, *to* and the like
# Beside a verb they say how sure it is, and name nothing.
LIKELY = frozenset("likely unlikely expected due set certain bound worth able poised back".split())
# Whoever does this to a figure only passes it on: it is of what was told before.
GIVES = frozenset(
    form
    for verb in "give expect forecast project predict estimate offer report cite".split()
    for _, form in forms(verb)
)
PREDICTS = frozenset(
    form for verb in "expect forecast project predict".split() for _, form in forms(verb)
)
FORECASTS = frozenset(
    form for verb in "expect forecast project predict estimate".split() for _, form in forms(verb)
)
# Whoever does so tells a figure anew, whatever was counted: *the union lists 515*, *assumed 11*.
TELLS = FORECASTS | frozenset(
    form for verb in "assume list reckon name count register tally".split()
    for _, form in forms(verb)
)  # fmt: skip
# Before *at*, *of* and the like.
_TELLING = {
    "at": frozenset("arrive arrives arrived arriving".split()),
    "of": frozenset("talk talks talked talking speak speaks spoke speaking aware".split()),
    "about": frozenset("talk talks talked talking".split()),
    "with": frozenset("reckon reckons reckoned reckoning".split()),
}
_PASSIVE = frozenset("is are was were be been being to".split())


def telling(low: Sequence[str], last: int) -> int | None:
    """Return the position of the verb that ends at ``last`` by which somebody tells a figure.

    >>> telling("the union also lists".split(), 3), telling("a study arrived at".split(), 3)
    (3, 2)
    >>> telling("sales are predicted".split(), 2) is None
    True
    """
    led = low[last] in _TELLING and last > 0 and low[last - 1] in _TELLING[low[last]]
    verb = last - 1 if led else last
    if not led and low[verb] not in TELLS:
        return None
    passive = verb > 0 and low[verb - 1] in _PASSIVE and low[verb] not in {"talking", "aware"}
    return None if passive and not low[verb].endswith("ing") else verb


# Verbs that a noun phrase never runs over: *the institute sees growth of*.
FINITE = frozenset(
    "expect predict anticipate fear"
    " sees saw expects expected forecasts predicts predicted projects projected anticipates gives"
    " gave leaves leaving wants wanted offers offered demands demanded plans planned hopes hoped"
    " fears feared brings brought keeps kept holds made makes posted posts booked suffered recorded"
    " reported announced received passed approved signed beat beats beating want missing forecast"
    " values valued begins began starts started using".split()
)
RELATIVES = frozenset({"that", "which"})
SPEECH = frozenset("says said say hopes believes expects claims thinks estimates reckons".split())
UNITS = frozenset(
    "year years month months week weeks quarter quarters half halves season seasons day days decade"
    " decades spring summer autumn winter".split()
)
_TIMELY = frozenset(
    "first second third fourth last this next past previous current coming same early late mid"
    " earlier later ago before the a an one two three four five six of financial fiscal end start"
    " beginning so far and to period full".split()
)
_OPENS = frozenset(
    "in for during on over last this next a an one two three from by since until throughout at so"
    " earlier".split()
)
_MOST = 7  # words of a time


def before_time(low: Sequence[str], last: int) -> int:
    """Return the position before the time that ends at ``last``; ``last`` where none does.

    >>> before_time("sales in the third quarter".split(), 4)
    0
    >>> before_time("sales in Lyman".split(), 2)
    2
    """
    first, found, sure = last, last, False
    while first >= 0 and last - first < _MOST:
        word = low[first]
        year = word.isdecimal() and len(word) == len("2026") and word[:2] in {"19", "20"}
        strong = word in UNITS or word in MONTHS or year
        if not strong and word not in _TIMELY and word not in _OPENS:
            break
        sure = sure or strong
        if sure and word in _OPENS:
            found = first - 1
        first -= 1
    return found
