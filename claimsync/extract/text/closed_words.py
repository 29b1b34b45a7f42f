"""Closed classes of English words; whatever is on none of these lists may be part of a name."""

from __future__ import annotations

from claimsync.extract.text.calendar_words import DAYS
from claimsync.extract.text.words import QUOTE

BE = frozenset("am is are was were be been being ’s ’re 's 're".split())
HAVE = frozenset("has have had having ’ve 've ’s 's ’d 'd".split())
MODALS = frozenset("will would can could may might must should shall cannot ’ll 'll ’d 'd".split())
DO = frozenset("do does did".split())
NOT = frozenset("not n’t ’t 't never".split())
CONTRACTED = frozenset({"’t", "'t"})  # what stands before is a verb: *aren’t*, *don’t*
AUXILIARIES = BE | HAVE | MODALS | DO | NOT
GENITIVES = frozenset({"’s", "'s"})
FINITE = AUXILIARIES - GENITIVES  # what is surely no mark of a genitive: X's boats
PRONOUNS = frozenset("he she they it we i you who".split())
RELATIVES = frozenset({"who", "which", "that"})
OBJECTS = frozenset("him her them it us me you reporters".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any many most several all"
    " both each every no another one two three four five six seven eight nine ten few more other"
    " such".split()
)
WEEKDAYS = frozenset(DAYS)
TIMES = WEEKDAYS | frozenset("today yesterday tomorrow tonight now then later earlier".split())
ADVERBS = TIMES | frozenset(
    "also again once only just still even ever often soon too always sometimes instead thus"
    " further long already yet first last additionally publicly simply repeatedly"
    " together".split()
)
PREPOSITIONS = frozenset(
    "in on at after during for by from with under before since amid among despite via through"
    " about against over into of to as between within without until upon near following"
    " throughout outside inside across toward towards like besides unlike per".split()
)
SUBORDINATORS = frozenset(
    "that because while when where if whether though although before after since until unless as"
    " what which why how whose whom than but so or yet and nor".split()
)
CONNECTIVES = frozenset(
    "but and so yet however meanwhile still also then now moreover furthermore instead later"
    " earlier nevertheless nonetheless indeed similarly likewise additionally or today yesterday"
    " separately thus therefore otherwise though although while because that when as if once"
    " whether where what which why how".split()
)
POSSESSIVES = frozenset("its his her their".split())
BREAKS = frozenset({",", "—", "–", "--", "―"})
STOPS = frozenset(",;:—–.!?()[]{}…/|•·*―“”„«»") | {"--", "---", QUOTE}
# Frequent verbs that are hardly ever anything else: a subject begins after them.
VERBS = frozenset(
    "went came made took gave got saw knew became left kept began brought held met ran paid sent"
    " lost won grew sat stood heard led meant spoke became wants want know knows see sees seems"
    " seem remain"
    " seemed go goes come comes make makes take takes give gives get gets let lets put puts tried"
    " tries became wrote believe believes include includes included appears appeared remains"
    " remained according".split()
)
UNTRUE = frozenset("fake false untrue baseless unfounded groundless fabricated invented".split())
# Pasts that no ending tells; those that are as often nouns (*cost*, *cut*, *hit*) are left out.
PASTS = VERBS | frozenset(
    "ate beat bit blew bought broke built burnt caught chose crept dealt drank drew drove fed fell"
    " fled flew forgot fought found froze hid hung hurt laid lent lit made meant met rang rode rose"
    " said sank sang sent shone shook shot shut slept slid sold spent spun stole stole struck stuck"
    " swam swept swore taught threw told tore understood withdrew woke wore wrote".split()
)


def is_past(word: str) -> bool:
    """Return whether a word may be the past of a verb.

    >>> is_past("fell"), is_past("ended"), is_past("holds")
    (True, True, False)
    """
    return word in PASTS or word.endswith("ed")


def acting(word: str) -> bool:
    """Return whether a word is a verb, or the auxiliary of one, that goes on with its subject.

    >>> acting("were"), acting("fell"), acting("people")
    (True, True, False)
    """
    return word in AUXILIARIES or is_past(word)


# By which somebody says that what others told is not so.
DENYING = frozenset(
    "denies denied deny rejects rejected reject disputes disputed dispute contests contested"
    " contest dismisses dismissed dismiss".split()
)
MANNER = frozenset(
    "statement interview speech news conference briefing tweet post email e-mail report letter"
    " filing call message telegram facebook twitter memo column article blog rally press".split()
)


def is_adverb(word: str) -> bool:
    """Return whether a word may stand between a subject and its verb.

    >>> is_adverb("repeatedly"), is_adverb("family")
    (True, False)
    """
    return word in ADVERBS or (
        word.endswith("ly") and word not in _NO_ADVERBS and len(word) > _SHORTEST
    )


def before_auxiliaries(low: list[str], at: int, first: int) -> int:
    """Return the last word before the adverbs and auxiliaries that end with ``at``, if any do.

    >>> before_auxiliaries("police have n’t yet said".split(), 3, 0)
    0
    """
    while at >= first and (low[at] in _SKIPPED or is_adverb(low[at])):
        at -= 1 + (low[at] in CONTRACTED)
    return at


_SKIPPED = AUXILIARIES | {"so", "far", "still"}
_SHORTEST = 4
_NO_ADVERBS = frozenset(
    "family italy reply supply ally july assembly anomaly monopoly kelly billy sally emily molly"
    " early elderly rally tally bully belly".split()
)
CONTRACTING = PRONOUNS | {"that", "there", "here", "what", "this"}
PERIODS = frozenset(
    "week month year morning afternoon evening night spring summer fall autumn weeks months years"
    " days hours day ago earlier later".split()
)
ROLES = frozenset(
    "head chief chairman chairwoman chair director president minister governor mayor spokesman"
    " spokeswoman spokesperson professor editor founder co-founder executive secretary leader"
    " commander general author analyst economist lawyer attorney senator deputy vice former"
    " acting senior executive policy communications officer ambassador envoy".split()
)
HOLDERS = ROLES | frozenset(
    "coach engineer manager official captain agent doctor teacher owner adviser advisor prosecutor"
    " witness driver researcher scientist expert activist widow mother father brother sister"
    " son daughter".split()
)
