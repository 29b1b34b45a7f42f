"""Deeds: what is said to happen to things that are counted, or that somebody just has them.

*Forty paintings were stolen*, *they stole 40 paintings* and *he has 40 paintings* count three
things, the first two of which are one question; *she counted 40 paintings* may answer either.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimsync.extract.questions.surroundings import JOINING, STEPS
from claimsync.extract.text.closed_words import (
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    NOT,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
)
from claimsync.extract.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

Span = tuple[int, int]
HAS = "has"
# Who does so with things only says how many there are.
_COUNTING = frozenset(
    "counted counts count counting found finds find saw seen sees reported reports recorded records"
    " registered listed lists noted notes observed spotted sighted identified documented mentioned"
    " tallied estimated estimates put puts gave given gives knew knows known spoke spoken speaks"
    " said says say told claims claimed confirmed announced named numbered totalled totaled"
    " affected involved concerned existing present remaining expects expected fears feared"
    " believed thought thinks detected logged added admitted admits acknowledged suggested"
    " shows showed suggests quoted cited cites nearer closer made makes make"
    " come came comes".split()
)
_HAVING = HAVE | frozenset(
    "holds hold held owns own owned contains contained includes included keeps kept operates"
    " operated runs ran boasts lived live lives living exist exists existed stand stands stood"
    " possesses possessed remain remains remained boasted".split()
)
IRREGULAR = {
    form: base
    for base, *forms in (
        line.split()
        for line in (
            "steal stole stolen", "take took taken", "shoot shot", "sell sold", "buy bought",
            "build built", "sink sank sunk", "fall fell fallen", "break broke broken",
            "burn burnt burned", "send sent", "lose lost", "win won", "pay paid", "lay laid",
            "teach taught", "catch caught", "bring brought", "leave left", "lead led",
            "feed fed", "hit hit", "cut cut", "shut shut", "set set", "hurt hurt", "let let",
            "write wrote written", "drive drove driven", "throw threw thrown", "grow grew grown",
            "fly flew flown", "draw drew drawn", "wear wore worn", "tear tore torn",
            "freeze froze frozen", "choose chose chosen", "eat ate eaten", "hide hid hidden",
            "give gave given", "forget forgot forgotten", "rise rose risen", "sit sat",
            "spend spent", "lend lent", "bear bore born", "begin began begun", "ring rang rung",
            "swim swam swum", "run ran", "hold held", "make made", "keep kept", "meet met",
            "rebuild rebuilt", "flee fled", "quit quit", "withdraw withdrew withdrawn",
            "overturn overturned", "get got gotten",
            "beat beaten", "see saw seen", "blow blew blown", "strike struck", "find found",
        )
    )
    for form in (base, *forms)
}  # fmt: skip
_AUXILIARY = BE | HAVE | MODALS | {"to"}
_PLAIN = frozenset("a an the its his her their our my any some no".split())
_REACH = 7  # words between what is counted and its verb
_COMPARED = frozenset({"fewer", "more", "less"})  # how many they have
_IN = frozenset("in at on near".split())


def deed(words: Sequence[Token], first: int, last: int) -> Span | None:
    """Return the words that say what happens to what is counted in ``first`` to ``last``.

    >>> from claimsync.extract.questions.sentences import cut
    >>> text = "Ana said 40 paintings from the hall were stolen."
    >>> words = cut(text, 0, len(text))
    >>> [words[at].text for at in range(*deed(words, 2, 4))]
    ['stolen']
    """
    before = _before(words, first)
    if before is not None and _plain(words[before].low):
        return before, before + 1
    if (told := behind(words, last)) is not None:
        return told
    if before is not None and words[before].low in _HAVING:
        return before, before + 1
    there = [word.low for word in words[max(first - 6, 0) : first]]
    if "there" in there and not BE.isdisjoint(there[there.index("there") :]):
        at = first - len(there) + there.index("there")
        return at, at + 1
    return None


def _plain(word: str) -> bool:
    """Return whether a verb does more than to count or to have."""
    return word not in _COUNTING and word not in _HAVING


def _before(words: Sequence[Token], first: int) -> int | None:
    """Return the position of the verb right before a figure."""
    at = first - 1
    while at >= 0 and (words[at].low in STEPS - {"of"} or is_adverb(words[at].low)):
        at -= 1
    if at < 0 or words[at].kind != "word":
        return None
    low = words[at].low
    closed = low in PREPOSITIONS or low in JOINING or low in DETERMINERS or low in NOT
    if closed or low in _AUXILIARY - HAVE or words[at].text[0].isupper() or low in RELATIVES:
        return None
    verbal = low.endswith("ed") or low in IRREGULAR or low in _HAVING or low in _COUNTING
    return at if verbal or not _placed(words, at) else None


def _placed(words: Sequence[Token], at: int) -> bool:
    """Return whether a word ends what only tells where or when: *At the Brugg plant 80 workers*."""
    for index in range(at - 1, max(at - _REACH, -1), -1):
        if words[index].low in PREPOSITIONS:
            return True
        if words[index].kind != "word" or words[index].low in JOINING:
            return False
    return False


def behind(words: Sequence[Token], last: int) -> Span | None:
    """Return what is said of those counted, behind them."""
    auxiliary, denied = "", 0
    for at in range(last, min(last + _REACH, len(words))):
        low = words[at].low
        if words[at].kind != "word" and low not in {"n’t", "n't"}:
            return None
        if low in NOT or low == "no":
            denied = denied or at
        elif low in _AUXILIARY:
            auxiliary = low
        elif is_adverb(low) or low in RELATIVES or (auxiliary and low in _PLAIN):
            continue
        elif auxiliary and low in _IN and words[at + 1 : at + 2] and (
            words[at + 1].low in DETERMINERS or words[at + 1].text[0].isupper()
        ):  # fmt: skip
            return None  # where they are
        elif low in JOINING - _AUXILIARY or low in _COMPARED:
            return None
        elif auxiliary and low in PREPOSITIONS:
            continue  # on strike
        elif auxiliary or (at == last and low not in PREPOSITIONS and low not in DETERMINERS) or (
            low.endswith("ed") and len(low) > len("need")
        ):  # fmt: skip
            if low == "found" and auxiliary:
                return at - 1, at + 1  # *three had been found* tells more than *she found three*
            return None if low in _COUNTING else (denied or at, at + 1)
    return None


@lru_cache(maxsize=1 << 12)
def code(said: str) -> str:
    """Return what the words of a deed come to, whatever their form: nothing where they only count.

    >>> code("stolen"), code("stole"), code("has"), code("counted"), code("not checked")
    ('steal', 'steal', 'has', '', 'not check')
    """
    low = said.casefold().split()
    verb = low[-1] if low else ""
    if verb in _HAVING or verb == "there":
        return HAS
    if verb in _COUNTING - ({"found"} if len(low) > 1 else set()) or not verb:
        return ""
    base = _ALIKE.get(_base(verb), _base(verb))
    return f"not {base}" if len(low) > 1 and (low[0] in NOT or low[0] == "no") else base


def _undoubled(word: str) -> str:
    """Return a stem without the consonant that its ending doubled: *stopp*."""
    twice = len(word) > len("add") and word[-1] == word[-2] and word[-1] not in "lse"
    return word[:-1] if twice else word


def _base(verb: str) -> str:
    """Return what the forms of a verb share."""
    return IRREGULAR.get(verb) or _undoubled(stem(verb).removesuffix("e"))


# Words for one deed: whoever is dismissed is sacked.
_ALIKE = {
    _base(word): _base(words[0])
    for words in (
        line.split()
        for line in (
            "stolen taken snatched looted robbed", "built constructed erected",
            "rebuilt reconstructed", "dismissed sacked axed", "shut closed",
            "restored reconnected", "resigned quit", "vanished disappeared",
            "confiscated seized impounded", "felled chopped", "hired recruited employed",
            "escaped fled", "granted approved", "refused rejected", "inspected examined",
            "stranded marooned", "distributed delivered", "postponed deferred",
            "smashed shattered", "evicted expelled", "signed endorsed",
            "vaccinated immunised immunized inoculated",
        )
    )
    for word in words
}  # fmt: skip
