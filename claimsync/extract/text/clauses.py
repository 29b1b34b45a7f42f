"""Clauses: where a noun phrase beside a cue begins and ends, and what only joins clauses.

There is no grammar here, only closed classes of words: what may stand inside a noun phrase is
whatever is not on one of these lists, so that a name nobody has heard of is read like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.calendar_words import DAYS
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.words import Words

Range = tuple[int, int]

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
_LONGEST_ASIDE = 9
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


_CLAUSE_WORDS = SUBORDINATORS | VERBS | AUXILIARIES | {"said", "says", "say"}


def clause_start(words: Words, last: int, first: int) -> int:
    """Return where the clause piece that ends with ``last`` begins, ``first`` or later."""
    low = words.low
    index = last
    while index > first:
        word = low[index - 1]
        if word in STOPS and not _joined(words, index - 1, first):
            return index
        if (
            word in _CLAUSE_WORDS
            and not _inside(words, index - 1, first)
            and not _points(low, index - 1, first)
        ):
            relative = _relative(low, index - 1, first)
            if not relative:
                return index
            index = relative
        index -= 1
    return index


def _points(low: list[str], index: int, first: int) -> bool:
    """Return whether *that* only points at a noun: *a survey in that year*."""
    return low[index] == "that" and index > first and low[index - 1] in PREPOSITIONS


def _relative(low: list[str], verb: int, first: int) -> int:
    """Return where the relative clause of a verb begins (companies that had insured), or 0."""
    if low[verb] in SUBORDINATORS:
        return 0
    for index in range(verb - 1, max(first, verb - 3) - 1, -1):
        if low[index] in {"who", "which", "that"} and index > first and low[index - 1] not in STOPS:
            return 0 if low[index - 1] in _CLAUSE_WORDS else index
    return 0


def _joined(words: Words, index: int, first: int) -> bool:
    """Return whether a stop only belongs to a name: Sen. Poe, (D-Ohio), St. Louis."""
    low = words.low
    if low[index] == ".":
        return index + 1 < len(low) and index > first
    if low[index] == "/":
        return index > first and index + 1 < len(low) and low[index + 1] not in STOPS
    if low[index] == ")":
        return "(" in low[max(first, index - _LONGEST_ASIDE) : index]
    if low[index] == "(":
        return ")" in low[index + 1 : index + _LONGEST_ASIDE]
    return low[index] == "," and index > first and "(" in low[max(first, index - 4) : index]


def _inside(words: Words, index: int, first: int) -> bool:
    """Return whether a joining word or verb form stands within a noun phrase."""
    word = words.low[index]
    if word in {"and", "or"}:
        return _coordinates(words, index, first)
    if word in {"’s", "'s", "’d", "'d"}:
        return word[1] == "s" and index > first and words.low[index - 1] not in CONTRACTING
    if word in VERBS:
        return names(words, index)
    if word == "being":
        return index > first and words.low[index + 1].endswith("ed")
    if word in {"will", "may", "might", "can"}:
        return words.capital(index) and index > first
    return False


CONTRACTING = PRONOUNS | {"that", "there", "here", "what", "this"}


def names(words: Words, index: int) -> bool:
    """Return whether a verb with a capital behind a small word is part of a name: the Met Office.

    >>> from claimsync.extract.text.words import words
    >>> names(words("the Met Office"), 1), names(words("Police met him"), 1)
    (True, False)
    """
    opens = index > 0 and words.low[index - 1] in DETERMINERS | PREPOSITIONS
    return opens and words.capital(index) and not words.capital(index - 1)


def _coordinates(words: Words, index: int, first: int) -> bool:
    """Return whether ``and`` joins two noun phrases and not two clauses."""
    low = words.low
    if low[index - 1] in TIMES and low[index + 1 : index + 2] and low[index + 1] not in TIMES:
        return False  # *fell on Thursday and the bank said*
    for left in range(index - 1, max(first, index - 12) - 1, -1):
        word = low[left]
        if word in STOPS and word not in {".", ")", "("}:
            return left < index - 1 and word == "," and _opens(words, left + 1)
        if word in SUBORDINATORS:
            return word == "that"
        if _acts(words, left):
            return False
    return index > first


def _acts(words: Words, index: int) -> bool:
    """Return whether a word is the verb of a clause."""
    word = words.low[index]
    auxiliary = word in AUXILIARIES and word not in GENITIVES
    return word in VERBS or auxiliary or (is_past(word) and not words.capital(index))


def _opens(words: Words, index: int) -> bool:
    """Return whether a word may open a noun phrase that speaks: *the lake and river patrol*."""
    return words.low[index] in _ARTICLES or bool(words.capital(index))


_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our"})
_NO_HEADS = (
    PREPOSITIONS
    | AUXILIARIES
    | frozenset("the a an when while if whether because since unless although".split())
)


def subject(words: Words, last: int, first: int) -> Range | None:
    """Return the noun phrase that ends with ``last``, if the words before a verb form one."""
    low = words.low
    if last < first or (low[last] in STOPS and low[last] not in {")", "."}):
        return None
    if low[last] in PRONOUNS or low[last] in {"this", "that", "those", "others", "some"}:
        return last, last
    start = _trimmed(words, clause_start(words, last, first), last)
    if start > last or (low[last] in _NO_HEADS and low[last] not in GENITIVES):
        return None
    return _second(words, start, last), last


def _second(words: Words, start: int, last: int) -> int:
    """Return where the second of two noun phrases begins: *a toll* | *the ministry* says will rise.

    An article stands within one only behind what joins nouns.
    """
    low = words.low
    for at in range(last, start, -1):
        before = low[at - 1]
        joined = before in _JOINING or before in STOPS or before.endswith("ing")
        if low[at] in _ARTICLES and not joined and not words.capital(at):
            return at
        if before in _TOLD_OF and words.capital(at):
            return at
    return start


_JOINING = (
    PREPOSITIONS
    | GENITIVES
    | frozenset(
        "and or all both half ’ ' not than around behind above below beyond off plus".split()
    )
)
_TOLD_OF = frozenset(
    "number figure charge claim issue toll total sum amount move decision case problem step level"
    " rate share something cost price".split()
)


def _trimmed(words: Words, start: int, last: int) -> int:
    """Return where the noun phrase begins once connectives and adverbials are left out."""
    low = words.low
    while start < last:
        word = low[start]
        if word in CONNECTIVES or (
            is_adverb(word) and words.capital(start + 1) is not None and _adverbial(words, start)
        ):
            start += 1
        elif word in {"last", "this", "earlier", "late", "next"} and low[start + 1] in PERIODS:
            start += 2
        elif word in PREPOSITIONS or word in {"speaking", "asked"}:
            return _local(words, start, last)
        else:
            return start
    return start


PERIODS = frozenset(
    "week month year morning afternoon evening night spring summer fall autumn weeks months years"
    " days hours day ago earlier later".split()
)


def _adverbial(words: Words, index: int) -> bool:
    """Return whether an adverb at the head of a clause bears on the clause."""
    return words.low[index] not in {"first", "last", "further"}


def _local(words: Words, start: int, last: int) -> int:
    """Return where the last noun phrase after a prepositional opening begins."""
    low = words.low
    index = last
    if words.capital(last):
        while (
            index - 1 > start
            and (words.capital(index - 1) or low[index - 1] in {".", "-", "&"})
            and low[index - 1] not in WEEKDAYS
        ):
            index -= 1
    while index - 1 > start:
        word = low[index - 1]
        if word in PREPOSITIONS or word in TIMES or word in STOPS or word.isdigit():
            break
        lower = not words.capital(index) and low[index] not in GENITIVES
        if words.capital(index - 1) and lower and word not in DETERMINERS:
            break
        index -= 1
        if word in DETERMINERS:
            break
    return index


def phrase_end(words: Words, first: int, end: int) -> int:
    """Return the end, not included, of the noun phrase that begins with ``first``."""
    low = words.low
    index = first
    while index < end:
        word = low[index]
        if word in STOPS:
            if word == "." and index + 1 == end:
                break
            if not _joined(words, index, first) or (word == "(" and not _short(low, index)):
                break
            index += 1
            continue
        if index > first and (
            word in _PHRASE_ENDS
            or word in WEEKDAYS
            or (word in AUXILIARIES and not _inside(words, index, first))
            or (word in VERBS and not names(words, index))
            or (word in {"in", "on", "at", "during"} and _adjunct(words, index, end))
        ):
            break
        index += 1
    return index


_PHRASE_ENDS = frozenset(
    "that which who whom whose when where while because if since until though although as after"
    " before but so than said says told saying adding yesterday today earlier later during".split()
)


def _adjunct(words: Words, index: int, end: int) -> bool:
    """Return whether a preposition opens a time, a place of speech or a manner."""
    for word in words.low[index + 1 : min(end, index + 6)]:
        if word in WEEKDAYS or word in MANNER or word.isdigit():
            return True
        if word in STOPS or word in PREPOSITIONS:
            return False
    return False


def _short(low: list[str], index: int) -> bool:
    """Return whether a bracket holds no more than a party and a state: (D-Ohio)."""
    return ")" in low[index : index + 8]


def before_time(low: list[str], before: int, first: int) -> int:
    """Return the last word before a time that is set behind a noun: *X this week said*."""
    if before - 1 > first and low[before] in PERIODS and low[before - 1] in _WHICH_TIME:
        before -= 2
        return before - (low[before] == "late")
    if before - 1 > first and low[before].isdigit() and low[before - 1] in _DATING:
        return before - 2
    return before


_WHICH_TIME = WEEKDAYS | {"this", "last", "yesterday", "earlier", "late"}
_DATING = frozenset({"in", "from", "since"})


def antecedent(words: Words, last: int, first: int) -> Range | None:
    """Return the noun phrase just before a relative pronoun."""
    low = words.low
    last = before_time(low, last, first)
    if low[last] in STOPS or low[last] in _CLAUSE_WORDS or low[last] in PREPOSITIONS:
        return None
    last -= last > first and _tells(words, last) and bool(words.capital(last - 1))
    start = _local(words, clause_start(words, last, first) - 1, last)
    start += start < last and _tells(words, start) and not words.capital(start)
    acts = low[start].endswith("ing") and start > first and low[start - 1] == ","
    return start + (acts and start < last), last  # "…, contradicting police, who said nine"


def _tells(words: Words, index: int) -> bool:
    """Return whether a verb of speech stands beside a name: *P, the Post reports, which says Q*."""
    cue = words.cues.get(words.low[index])
    return cue is not None and cue.form in {"s", "past"}


def appended(words: Words, comma: int, end: int) -> int:
    """Return where what tells more of a name after ``comma`` ends, or ``comma`` if nothing does."""
    low = words.low
    if comma >= end or low[comma] != "," or comma + 2 >= end:
        return comma
    opening = low[comma + 1]
    if low[comma + 2] == "than" or opening == "that":
        return comma  # "according to X, more than twice as many"; "said, according to X, that P"
    if (
        opening not in {"who", "whose", "now", "then", "formerly"}
        and opening not in DETERMINERS
        and ROLES.isdisjoint(low[comma + 1 : comma + 4])
        and not _person(words, comma, end)
    ):
        return comma
    if opening == "who" and _speaks(low, comma + 2):
        return comma
    index = comma + 1
    while index < end and (low[index] not in STOPS or _joined(words, index, comma + 1)):
        index += 1
    return index - 1 if index == end and low[index - 1] == "." else index


def _person(words: Words, comma: int, end: int) -> bool:
    """Return whether the name of who holds an office follows it: Kolm's coach, Ulla Brink."""
    low, first = words.low, comma + 1
    stop = first
    while stop < end and words.capital(stop):
        stop += 1
    if not 1 < stop - first <= _LONGEST_NAME or not (stop == end or low[stop] in STOPS):
        return False
    if low[stop : stop + 1] in ([], ["."]) and not words.capital(comma - 1):
        return True  # "said the park's warden, Joel Banda."
    return not HOLDERS.isdisjoint(low[max(comma - _OFFICE, 0) : comma])


_LONGEST_NAME, _OFFICE = 3, 6  # words
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


def _speaks(low: list[str], index: int) -> bool:
    """Return whether a relative clause tells what else its subject says."""
    return any(word in _SPEECH for word in low[index : index + 3])


_SPEECH = frozenset("said says added told asked noted emphasized stressed insisted argued".split())
