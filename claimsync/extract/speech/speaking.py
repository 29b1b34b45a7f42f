"""Whether a verb speaks where it stands, or is a noun, or says no such thing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimsync.extract.speech.complements import (
    CLAUSES,
    DOCUMENTS,
    FINITE_OR_PAST,
    HEARERS,
    LONGEST_SUBJECT,
    clause,
    complement_of,
    counts,
    forecasts,
    gives,
    judges,
    opens_object,
    quoted,
    urged,
)
from claimsync.extract.text.clauses import (
    AUXILIARIES,
    DETERMINERS,
    OBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIMES,
    VERBS,
    WEEKDAYS,
    is_adverb,
)
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.sentence import Range, Sentence
    from claimsync.extract.text.words import Words

_REPLIES = frozenset("respond reply answer retort conclude protest wonder continue".split())
_PARTS = frozenset({"percentage", "basis"})  # points
_FORECASTS = frozenset({"forecast", "project", "estimate"})
_JOINS = frozenset({"and", "but"})
_WHICH_ONE = frozenset("first last latest new earlier previous own initial final next".split())
_URGES = frozenset("urge encourage want".split())
_WITH_THAT = frozenset("hear doubt expect".split())
_ADVERBIAL = TIMES | PREPOSITIONS
_AT_LEAST = (["at", "least"], ["at", "most"])
_COMPLEMENTS = CLAUSES | {QUOTE, ":"}
_ASKED = OBJECTS | {"about", "for"}
_NO_KINDS: frozenset[str] = frozenset()
# Who is denied bail is refused it: nothing is said to be untrue.
REFUSED = frozenset(
    "bail access entry permission treatment request requests appeal visa visas service right rights"
    " opportunity boarding food water aid help asylum parole leave medical chance admission"
    " application refund".split()
)
# Verbs whose present forms are at least as often nouns.
NOUNISH = frozenset(
    "state plan tweet remark comment report post rule call claim note estimate charge demand"
    " promise"
    " question attack reference hope fear guess offer praise blame answer cry doubt vow pledge"
    " complaint repeat forecast mention quote reply show view mock object exclaim blog read finish"
    " highlight show protest stress retort sigh laugh shout chant count record register list"
    " measure tally rate project".split()
)
# Verbs that speak only with a clause: a maker recalls kettles, a judge rules a court.
_NEAR, _LED = 4, 2  # words
_RESULTS = frozenset("loss losses profit profits revenue sales earnings turnover income".split())
_CLAUSAL = frozenset("recall rule recount conclude advise post boast charge".split())
_RECKONS = frozenset("estimate forecast claim report".split())  # "…, monitors estimate."
_PRONOMINAL = frozenset("that this those these some any all many both each few several".split())
_MANY = _PRONOMINAL - {"that", "this", "each"}
_PARENTHETIC = TIMES | frozenset(", . ! ? in on to at during".split()) | {QUOTE}
_PLURALS = frozenset(
    "people police they we i you others some many most all who both few those data".split()
)


def speaks(sentence: Sentence, index: int, source: Range, cue: Cue) -> tuple[frozenset[str], int]:
    """Return the rules by which a verb speaks, if any, and how many words the cue has."""
    low, last = sentence.words.low, sentence.last
    particle = low[index + 1] if index + 1 < last and low[index + 2 : index + 3] != ["at"] else ""
    kinds, width = particles(cue.kinds, particle)  # *as X put it*, but *X put it at 12*
    if "says" in kinds and low[index + 1 : index + 2] != ["and"]:
        return kinds, width
    if cue.lemma == "deny" and not REFUSED.isdisjoint(low[index + 1 : index + 5]):
        return _NO_KINDS, width
    after = index + width
    following = low[after] if after < last else "."
    if following == "by" or _noun(sentence, index, source, cue, following):
        return _NO_KINDS, width
    fitting = frozenset(kind for kind in kinds if _fits(sentence, kind, after, source, cue))
    return fitting, width


@lru_cache(maxsize=1 << 12)
def particles(kinds: frozenset[str], following: str) -> tuple[frozenset[str], int]:
    """Return the rules of a verb with the particle that follows, if one does, else of it alone."""
    with_particle = {kind for kind in kinds if following and kind.endswith("+" + following)}
    if with_particle:
        return frozenset(kind.partition("+")[0] for kind in with_particle), 2
    return frozenset(kind for kind in kinds if "+" not in kind), 1


def _noun(  # noqa: PLR0911 - one return a reason
    sentence: Sentence, index: int, source: Range, cue: Cue, following: str
) -> bool:
    """Return whether a form is a noun where it stands."""
    words = sentence.words
    preceding = words.low[index - 1]
    if preceding in PREPOSITIONS or preceding in {"’s", "'s", "’", "'"}:
        return True
    if cue.lemma in _FORECASTS and _owned(words.low, index, source[0]):
        return True
    if "shows" in cue.kinds and _documented(sentence, index, source, cue):
        return False
    verb = words.cues.get(preceding)
    if cue.lemma in NOUNISH and verb and verb.lemma not in NOUNISH and not words.capital(index - 1):
        return True
    if cue.form == "s" and cue.lemma in NOUNISH and preceding.endswith("ed"):
        return not words.capital(index - 1)  # *called reports of 12 dead a lie*
    if cue.lemma in _RECKONS and following in AUXILIARIES:
        return True  # *its growth forecast was cut*
    if preceding in DETERMINERS and (preceding not in _PRONOMINAL or _several(preceding, cue)):
        return True
    if (preceding[0].isdigit() or preceding in _PARTS) and cue.form in {"base", "s"}:
        return True  # *by 0.2 points to 3 percent*
    beside = _beside(sentence, source)
    least = words.low[index + 1 : index + 3] in _AT_LEAST  # *videos showed at least two of them*
    adverbial = following in _ADVERBIAL and not least
    if adverbial and cue.form == "past" and not beside and preceding not in _JOINS:
        return _participial(sentence, index, cue)  # *a message posted Friday*
    reckons = words.low[index] == "forecast" and beside and following in {".", ","}
    if cue.form == "base" and not reckons and not _any_plural(words.low, source, cue):
        return True
    if cue.form == "past" or cue.lemma not in NOUNISH:
        return False
    return not _acts(sentence, index, source, cue, beside=beside)


def _owned(low: list[str], index: int, first: int) -> bool:
    """Return whether a forecast is somebody's: changed, or one of several: *its first forecast*."""
    return (low[index - 1] in _WHICH_ONE and low[index - 2] in POSSESSIVES) or (
        _changed(low[max(first - _LED, 0) : index])
    )


def _changed(told: list[str]) -> bool:
    """Return whether words lead to a forecast that is changed: *Alder cut its sales* forecast."""
    own = next((at for at, word in enumerate(told) if word in POSSESSIVES), 0)
    return own > 0 and (told[own - 1] in {*VERBS, "cut"} or told[own - 1].endswith("ed"))


def _acts(sentence: Sentence, index: int, source: Range, cue: Cue, *, beside: bool) -> bool:
    """Return whether a present form that is as often a noun is a verb where it stands."""
    words, after = sentence.words, index + 1
    following = words.low[after] if after < sentence.last else "."
    if following == "that" and words.low[after + 1 : after + 2]:
        word = words.low[after + 1]
        noun = word in AUXILIARIES or word in VERBS or word in {"come", "promise"}
        return not noun and cue.lemma != "plan"
    named = _is_named(words, source) or is_adverb(words.low[index - 1])
    if following in {":", QUOTE} or (sentence.heading and following[0].isdigit()):
        return True
    if cue.form == "base" and "holds" in cue.kinds and clause(sentence, after):
        return True
    if named and cue.lemma in _FORECASTS and forecasts(words.low, after, sentence.last):
        return True
    named = named or words.low[source[0] - 1] == "whose"
    reckoned = cue.form == "base" and cue.lemma in _RECKONS
    ends = sentence.heading and cue.form == "s" and after >= _end_of(sentence)
    if beside and (ends or ((named or reckoned) and following in {".", ","})):
        return True
    pledging = following == "to" and "pledges" in cue.kinds
    return cue.form == "s" and named and (pledging or opens_object(sentence, after))


def _several(pronoun: str, cue: Cue) -> bool:
    """Return whether a noun follows what cannot be the subject of a form in s: *those states*."""
    return cue.form == "s" and pronoun in _MANY


def _documented(sentence: Sentence, index: int, source: Range, cue: Cue) -> bool:
    """Return whether a document shows what follows: *documents from the archive show he left*."""
    heads = _heads(sentence.words.low, source, cue)
    if DOCUMENTS.isdisjoint(heads) or cue.form not in {"base", "s"}:
        return False
    if cue.form == "base" and not _any_plural(sentence.words.low, source, cue):
        return False
    low, last = sentence.words.low, sentence.last
    if complement_of(low, index + 1, last) == "clause" or opens_object(sentence, index + 1):
        return True
    near = range(index + 2, min(last, index + LONGEST_SUBJECT))
    stop = next((at for at in near if low[at] in STOPS), last)
    return any(low[at] in FINITE_OR_PAST for at in near if at < stop)  # *data show sales fell*


def _any_plural(low: list[str], source: Range, cue: Cue) -> bool:
    """Return whether a noun that may head a source is a plural."""
    return any(_plural(head) for head in _heads(low, source, cue))


def _end_of(sentence: Sentence) -> int:
    """Return the position behind a sentence, without the stop that ends it."""
    return sentence.last - (sentence.words.low[sentence.last - 1] in STOPS)


def _heads(low: list[str], source: Range, cue: Cue) -> list[str]:
    """Return the nouns that may head a source: *scientists* at the Polar *Centre* estimate."""
    heads = [low[source[1]]]
    if cue.lemma in _RECKONS or "shows" in cue.kinds:
        inner = range(source[0] + 1, source[1])
        described = next((at for at in inner if _describes(low[at])), source[0])
        heads += low[source[0] : described]
    return heads


def _describes(word: str) -> bool:
    """Return whether a word opens what is told of a noun: figures *released* on Monday *by* X."""
    return word in PREPOSITIONS or word.endswith("ed")


def _is_named(words: Words, source: Range) -> bool:
    """Return whether a source is a name, a pronoun, or has an article."""
    first, last = words.low[source[0]], words.low[source[1]]
    return words.capital(source[1]) or last in PRONOUNS or first in {"the", "a", "an"}


def _plural(head: str) -> bool:
    """Return whether a verb in its base form may follow a noun."""
    return head in _PLURALS or (head.endswith("s") and not head.endswith("ss"))


def _participial(sentence: Sentence, index: int, cue: Cue) -> bool:
    """Return whether a past form only describes the noun before it: a message posted Friday."""
    if cue.kinds & {"says", "tells", "asks", "pledges"}:
        return False
    low, stop = sentence.words.low, min(sentence.last, index + 14)
    dated = index + (3 if low[index + 1] == "on" else 2)
    if not WEEKDAYS.isdisjoint(low[dated - 1 : dated]) and opens_object(sentence, dated):
        return False  # *announced on Friday the arrest of two men*
    for follower in range(index + 1, stop):
        word = low[follower]
        if word in _COMPLEMENTS:
            return False
        if word in STOPS or word in AUXILIARIES:
            break
    return low[index + 1] not in {"on", "to", "for", "about"} or "judges" not in cue.kinds


def _beside(sentence: Sentence, source: Range) -> bool:
    """Return whether a source stands right after a comma or a quotation."""
    return source[0] > sentence.first and sentence.words.low[source[0] - 1] in {",", QUOTE}


def _fits(  # noqa: C901, PLR0911, PLR0912 - one return a rule
    sentence: Sentence, kind: str, after: int, source: Range, cue: Cue
) -> bool:
    """Return whether what stands around a verb suits a rule."""
    low, last = sentence.words.low, sentence.last
    following = low[after] if after < last else "."
    beside = _beside(sentence, source)
    aside = beside and following in _PARENTHETIC
    complement = complement_of(low, after, last)
    match kind:
        case "states" if cue.lemma in _CLAUSAL:
            quoting = low[after : after + 2] == [",", QUOTE] or (
                beside and low[source[0] - 1] == QUOTE
            )
            results = cue.lemma == "post" and not _RESULTS.isdisjoint(low[after : after + _NEAR])
            return aside or quoting or results or following in {"that", ":", QUOTE}
        case "states":
            return (
                aside
                or complement != ""
                or (cue.lemma == "claim" and following == "to")
                or (cue.form != "base" and following not in {".", ",", "as", "to"})
                or (sentence.heading and following[0].isdigit())
            )
        case "tells":
            return aside or following not in {".", ","}
        case "asks":
            return (
                aside
                or complement != ""
                or (following in _ASKED or (cue.form == "past" and opens_object(sentence, after)))
            )
        case "voices":
            return (
                (complement == "quote" and quoted(low[after:last]))
                or (following == "that" and cue.lemma in _REPLIES)
                or (aside and low[source[0] - 2] == QUOTE)
                or (beside and low[source[0] - 1] == QUOTE)
            )
        case "shows":
            documented = not DOCUMENTS.isdisjoint(low[source[0] : source[1] + 1])
            return (
                following == "that"
                or (aside and following not in PREPOSITIONS)
                or (documented and following not in {".", ","})
                or clause(sentence, after)
            )
        case "holds":
            bare = cue.lemma not in _WITH_THAT or not HEARERS.isdisjoint(low[source[0] : after])
            return following == "that" or (bare and clause(sentence, after))
        case "judges":
            return judges(sentence, after, cue)
        case "puts" if cue.lemma == "give":
            return gives(low, after, last)
        case "puts":
            return "at" in low[after + 1 : after + 9] and (
                following not in STOPS and following not in PREPOSITIONS
            )
        case "counts":
            return cue.form != "base" and counts(low, after, last)
        case "pledges":
            asked = cue.lemma in _URGES and urged(low, after, last)
            return asked or (cue.form != "base" and following in {"to", "that"})
        case "cites":
            return cue.form != "base" and opens_object(sentence, after)
    return False
