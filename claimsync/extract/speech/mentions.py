"""Mentions: what the words by which a source is named tell of it, without the page around."""

from __future__ import annotations

import re
from functools import lru_cache

from claimsync.extract.figures.nouns import MONTHS
from claimsync.extract.speech.complements import DOCUMENTS
from claimsync.extract.text.closed_words import (
    DETERMINERS,
    FINITE,
    PERIODS,
    PREPOSITIONS,
    TIMES,
    VERBS,
    is_adverb,
    is_past,
)
from claimsync.extract.text.stems import without_genitive

_WORD = re.compile(r"\w++(?:[-'’.]\w++)*+\.?+")
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president prime minister chancellor king"
    " queen prince princess governor gov sen senator rep representative congressman congresswoman"
    " mayor gen general lt lieutenant col colonel capt captain sgt sergeant maj major admiral"
    " commander judge justice secretary deputy vice foreign defence defense interior finance"
    " spokesman spokeswoman spokesperson chief attorney ambassador pope bishop archbishop cardinal"
    " rev reverend sheriff inspector detective superintendent constable premier speaker director"
    " chairman chairwoman chair ceo envoy special commissioner councillor former acting senior"
    " democrat republican del state us u.s uk".split()
)
ROLES = frozenset(
    "spokesman spokeswoman spokesperson minister president governor mayor director chairman chief"
    " head leader officer official secretary envoy adviser advisor lawyer attorney analyst"
    " economist"
    " professor author editor reporter founder manager candidate nominee senator ambassador judge"
    " commander general aide commissioner prosecutor witness doctor nurse teacher resident coach"
    " driver captain expert diplomat owner engineer scientist researcher activist clerk surveyor"
    " auditor executive superintendent inspector sergeant survivor farmer student pastor"
    " historian pilot paramedic firefighter warden vicar priest bishop sheriff ranger referee"
    " curator principal landlord".split()
)
BODIES = frozenset(
    "ministry company agency committee party council court bank university commission group army"
    " government department union club hospital police service airline operator office institute"
    " association federation court board team firm navy force forces administration embassy"
    " authority watchdog regulator parliament staff charity broadcaster newspaper network"
    " foundation coalition alliance insurer retailer carrier utility brokerage pollster"
    " lender".split()
)
SPOKEN_FOR = ("spokesman", "spokeswoman", "spokesperson")  # who speaks for somebody else
# Offices that one person holds, so that *the governor* is who was named so before.
OFFICES = frozenset(
    "governor mayor president premier chancellor minister commissioner ambassador spokesman"
    " spokeswoman spokesperson director chairman chairwoman chair ceo chief coroner sheriff"
    " prosecutor coach manager captain judge envoy negotiator secretary".split()
)
ANONYMOUS = frozenset(
    "official officials source sources diplomat diplomats aide aides insider insiders person people"
    " adviser advisers witness witnesses lawmaker lawmakers officer officers employee employees"
    " expert experts analyst analysts critic critics observers observer resident residents"
    " survivor survivors doctor doctors executive executives staffer staffers someone"
    " somebody".split()
)
# By which papers, stations and agencies are named.
MEDIA = frozenset(
    "reuters afp ap bbc cnn tass interfax ria npr nbc abc cbs cnbc bloomberg politico axios efe"
    " dpa ansa kyodo xinhua rt sky itv al-jazeera guardian times post journal news herald tribune"
    " telegraph independent mail mirror sun globe gazette observer standard today press radio tv"
    " television agency channel magazine newspaper weekly daily bild spiegel figaro monde express"
    " network wire chronicle star echo sentinel courier bulletin mercury examiner dispatch"
    " argus".split()
)
_FIRMS = frozenset(
    "media street house poll group institute center centre foundation bureau party states kingdom"
    " nations union council energy airlines airways motors holdings industries foods systems"
    " pharma insurance shipping mining logistics railways".split()
)
_OPENINGS = frozenset({"the", "its", "his", "her", "their"})
# What somebody makes and what then tells: its maker speaks.
WORKS = DOCUMENTS | frozenset(
    "projection projections forecast forecasts statement account accounts bulletin bulletins"
    " release stats website site dashboard update briefing".split()
)
NUMBERS = frozenset("figures data statistics stats numbers".split())
_GENITIVES = ("’s", "'s", "s’", "s'")
_BEHIND = PREPOSITIONS | TIMES | DETERMINERS | {""}
ARTICLES = frozenset({"the", "a", "an"})
_SEEN = frozenset("seen shown held taken written drawn sent given".split())
_FULL_NAME = 2  # words
_SITES = frozenset(
    "college school hospital cathedral church hall park royal day daily city".split()
)
CUTS = frozenset(
    "who whose which that of for in at from on with familiar close aware speaking by to and".split()
)
_INNER = frozenset({"of", "for", "and", "in"})  # Bank of England, ministry of defence
IMPERSONAL = BODIES | MEDIA | _FIRMS
_MOST_WORDS = 4  # of the name of a person


_SELVES = frozenset({"we", "i"})
_HERE = frozenset({"here", "Here"})


def nameable(said: str) -> bool:
    """Return whether words may name who speaks: not a date, a share, or what somebody does.

    >>> nameable("the lake patrol"), nameable("Jan 6"), nameable("46% of men")
    (True, False, False)
    >>> nameable("shark bit the boat"), nameable("a year ago")
    (False, False)
    """
    words = core(said)
    quoted = said.lstrip("'‘“\"").casefold() in _SELVES and said not in _SELVES
    if not 0 < len(words) <= _MOST_NAMED or "%" in said or quoted or said in _HERE:
        return False  # ‘We have counted 400’ has no name before it
    head = head_of(words)
    timed = head in _NO_HEADS and head in words  # *a year ago*, but *the Times*
    if timed or (words[0].lower() in MONTHS and head.isdecimal()):
        return False
    bare = len(words) == 1 and words[0].islower() and said == words[0]
    if bare and (is_past(head) or is_adverb(head)):
        return False
    return not any(_acts(words, at) for at in range(1, len(words)))


def _acts(words: list[str], at: int) -> bool:
    """Return whether a word of a mention is a verb: *shark bit the boat*, *he has been*."""
    word, after, *_ = *words[at:], ""
    return word in _VERBS or (is_past(word) and after in DETERMINERS)


_VERBS = FINITE | VERBS
_NO_HEADS = TIMES | PERIODS | {"time"}
_MOST_NAMED = 12  # words


def anonymous(said: str) -> bool:
    """Return whether a source is somebody without a name.

    >>> anonymous("two officials familiar with the talks"), anonymous("the defence ministry")
    (True, False)
    """
    words = core(said)
    head = words[-1].lower() if words else ""
    return head in ANONYMOUS


@lru_cache(maxsize=1 << 10)
def core(said: str) -> list[str]:
    """Return the words that name a source, without article, apposition and relative clause."""
    pieces = [piece.strip() for piece in _last_sentence(said).split(",")]
    piece = pieces[0]
    if (
        len(pieces) > 1
        and not _named(pieces[0])
        and (_named(pieces[1].removeprefix("the ")) or _held(pieces))
    ):
        piece = pieces[1]
    words = _WORD.findall(piece.split("(")[0])
    if words and words[0].lower() in ARTICLES:
        words = words[1:]
    words = _owned(_doing_nothing(words))
    for index, word in enumerate(words[1:], 1):
        if word.lower() in CUTS and not (word in _INNER and index + 1 < len(words)):
            words = words[:index]
            break
    while len(words) > 1 and words[-1] in _TRAILING:
        words.pop()
    return _maker(_after_role(words))


_TRAILING = PREPOSITIONS | VERBS  # the ministry made (no comment)


def _last_sentence(said: str) -> str:
    """Return a mention without the sentence that runs into it: *… their boats. Ana Roe*."""
    ended, stop, rest = said.rpartition(". ")
    word = ended.rpartition(" ")[2]
    return rest if stop and word.islower() and len(word) > _LONGEST_SHORT else said


_LONGEST_SHORT = 3  # letters of a word that a stop shortens: *gen.*


def _doing_nothing(words: list[str]) -> list[str]:
    """Return a source without what it does or is: *relatives gathered*, *a paper seen by X*."""
    for index in range(1, len(words)):
        word, before = words[index], words[index - 1]
        if word in _SEEN:
            return words[:index]
        if not (word.endswith(("ed", "ing")) and word.islower()):
            continue
        many = before.endswith("s") and (index == 1 or before.islower())
        many = many or before in ANONYMOUS  # *a person briefed on the talks*
        after, *_ = *words[index + 1 :], ""
        named = any(each[:1].isupper() for each in words[index:])  # *a survey done for the BNC*
        described = before in WORKS and after in _BEHIND and not named
        if many or described:
            return words[:index]
    return words


def _maker(words: list[str]) -> list[str]:
    """Return who made a work: *the ministry* of the ministry's latest bulletin, ONS of ONS data."""
    if not words or words[-1] not in WORKS:
        return words
    owned = next((at for at, word in enumerate(words) if word.endswith(_GENITIVES)), None)
    if owned is not None:
        return [*words[:owned], owner(words[owned])]
    last = len(words) - 1
    first = last
    while first > 0 and words[first - 1][:1].isupper():
        first -= 1
    return words[first:last] if words[-1] in NUMBERS and first < last else words


def _owned(words: list[str]) -> list[str]:
    """Return a person without whose he is: the UN's *Ana Roe*; not King's College London."""
    owner, *named = words or [""]
    if len(named) != _FULL_NAME or not owner.endswith(("’s", "'s")):
        return words
    site = any(word.lower() in _SITES for word in named)
    return named if personal(" ".join(named)) and not site else words


def _held(pieces: list[str]) -> bool:
    """Return whether one word names who was described before it: its rival, Nordbank."""
    described, named = pieces[0].split(), pieces[1].split()
    return (
        len(named) == 1
        and named[0][:1].isupper()
        and len(described) > 1
        and described[0].lower() in _OPENINGS
        and described[-1].islower()
        and not named[0].endswith("day")
    )


def _after_role(words: list[str]) -> list[str]:
    """Return the name behind a role: Kremlin spokesman Dmitry Poe is Dmitry Poe."""
    for index in range(len(words) - 1, 0, -1):
        if words[index - 1].lower() in ROLES and all(w[:1].isupper() for w in words[index:]):
            return words[index:]
    return words


def _named(piece: str) -> bool:
    """Return whether a piece is a name of at least two words in capitals."""
    words = piece.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def head_of(words: list[str]) -> str:
    """Return what a name is the name of: the *ministry* of defence, the city *council*."""
    stop = next((at for at, word in enumerate(words) if word.lower() in CUTS), len(words))
    return words[stop - 1].lower() if stop else ""


def plural(name: str) -> bool:
    """Return whether a name is of several: *rescuers*, *Officials in Kolm*, not *Statsbus*."""
    words = name.split()
    stop = next((at for at, word in enumerate(words) if word in CUTS), len(words))
    head = words[max(stop - 1, 0)] if words else ""
    if head.lower() == "police":
        return True
    return head.endswith("s") and (head.islower() or head.lower() in ANONYMOUS)


def personal(name: str) -> bool:
    """Return whether a name looks like that of a person: two or three words, none a body's."""
    words = name.split()
    return 1 < len(words) <= _MOST_WORDS and all(
        word[:1].isupper() and word.lower() not in IMPERSONAL for word in words
    )


def called(behind: str) -> str:
    """Return what the words behind a name call it: *spokesman* in *, a spokesman for Alder,*.

    >>> called(", the charity’s deputy director,"), called(", who left")
    ('director', '')
    """
    comma, _, told = behind.partition(", ")
    words = _WORD.findall(told.partition(",")[0])
    led = words[:1] and words[0].lower() in ARTICLES | _OPENINGS
    return head_of(words[1:]) if led and not comma.strip(" )") else ""


def untitled(words: list[str]) -> list[str]:
    """Return the words of a name without the titles before it."""
    index = 0
    while index < len(words) - 1 and words[index].rstrip(".").lower() in TITLES:
        index += 1
    return words[index:]


def owner(name: str) -> str:
    """Return a name without the mark of its genitive."""
    return without_genitive(name).rstrip(".’'")
