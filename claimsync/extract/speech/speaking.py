"""Whether a verb speaks where it stands, or is a noun, or says no such thing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimsync.extract.speech.complements import (
    DOCUMENTS,
    HEARERS,
    clause,
    complement_of,
    counts,
    gives,
    judges,
    opens_object,
    quoted,
    urged,
)
from claimsync.extract.speech.contents import content_start
from claimsync.extract.speech.nounlike import beside, noun
from claimsync.extract.text.closed_words import OBJECTS, PREPOSITIONS, STOPS, TIMES
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.sentence import Range, Sentence

_REPLIES = frozenset("respond reply answer retort conclude protest wonder continue".split())
_URGES = frozenset("urge encourage want".split())
_WITH_THAT = frozenset("hear doubt expect".split())
_ASKED = OBJECTS | {"about", "for"}
_NO_KINDS: frozenset[str] = frozenset()
# Who is denied bail is refused it: nothing is said to be untrue.
REFUSED = frozenset(
    "bail access entry permission treatment request requests appeal visa visas service right rights"
    " opportunity boarding food water aid help asylum parole leave medical chance admission"
    " application refund".split()
)
_NAMELESS = frozenset({"named", "anonymous", "identified", "quoted"})
_NEAR, _FEW = 4, 5  # words
_RESULTS = frozenset("loss losses profit profits revenue sales earnings turnover income".split())
# Verbs that speak only with a clause: a maker recalls kettles, a judge rules a court.
_CLAUSAL = frozenset("recall rule recount conclude advise post boast charge".split())
_PARENTHETIC = TIMES | frozenset(", . ! ? in on to at during".split()) | {QUOTE}


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
    if following == "by" or noun(sentence, index, source, cue, following):
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


def _fits(  # noqa: C901, PLR0911, PLR0912 - one return a rule
    sentence: Sentence, kind: str, after: int, source: Range, cue: Cue
) -> bool:
    """Return whether what stands around a verb suits a rule."""
    low, last = sentence.words.low, sentence.last
    following = low[after] if after < last else "."
    apart = beside(sentence, source)
    aside = apart and following in _PARENTHETIC
    complement = complement_of(low, after, last)
    match kind:
        case "states" if cue.lemma in _CLAUSAL:
            quoting = low[after : after + 2] == [",", QUOTE] or (
                apart and low[source[0] - 1] == QUOTE
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
        case "asks" if not _NAMELESS.isdisjoint(low[after : after + _FEW]):
            return False  # *a nurse who asked not to be named*
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
                or (apart and low[source[0] - 1] == QUOTE)
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
            opens = low[content_start(sentence, after, cue.kinds)] if after < last else ""
            return asked or (cue.form != "base" and opens in {"to", "that"})
        case "cites":
            return cue.form != "base" and opens_object(sentence, after)
    return False
