"""Chains: from the voice we hear to the origin on whose word it rests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.speech.complements import DOCUMENTS
from claimsync.extract.speech.mentions import MEDIA, NUMBERS, WORKS, anonymous, head_of
from claimsync.extract.text.clauses import antecedent, phrase_end
from claimsync.extract.text.closed_words import (
    BE,
    DENYING,
    DETERMINERS,
    OBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from claimsync.extract.speech.names import Names
    from claimsync.extract.text.sentence import Found
    from claimsync.extract.text.words import Words

_FAR, _SHORT = 12, 5
_ACTORS = frozenset(
    "line company agency ministry bank union club league airline railway operator charity council"
    " hospital clinic office firm court university network carrier utility army navy party"
    " government cabinet commission institute federation department board regulator".split()
)
_DEEDS = frozenset(
    "sold bought lost made paid cut hired built moved carried treated counted sent closed opened"
    " received recorded spent raised earned found took gave".split()
)
_AUTHORS, _ABOUT = frozenset({"i", "we"}), frozenset({"about", "for", "to", "if", "in", "on"})
OWN = frozenset({"my", "our"})  # of whoever writes: *our own count suggests 40*
_BODYS = frozenset({"its", "their"})
Range = tuple[int, int]
_THIS = (["this"], ["that"], ["the"], ["it"])  # *disputes this*
_REACTS = frozenset({"pledges", "asks"})
_PAPERS = frozenset({"paper", "document", "draft", "note", "plan", "dossier"})
_ISSUED = frozenset("circulated published released issued presented submitted wrote sent drew"
                    " compiled".split())  # fmt: skip
_SENT = frozenset("letter statement email e-mail memo message".split())
_FROM = _SENT | NUMBERS  # a letter, or figures, from the mayor
_READ = frozenset("seen obtained viewed reviewed read shown received".split())  # by others
_MAKER_ENDS = frozenset({"of", "by", "from", "in", "on", "during", "based", "published", ","})
_NAMELESS = (
    ("condition", "of", "anonymity"),
    ("not", "to", "be", "named"),
    ("not", "to", "be", "identified"),
    ("not", "be", "named"),
    ("declined", "to", "be", "named"),
    ("not", "authorised", "to"),
    ("not", "authorized", "to"),
)


def unnamed(low: list[str]) -> bool:
    """Return whether a sentence says that its source would not be named.

    >>> unnamed("said on condition of anonymity".split())
    True
    """
    found = {"anonymity", "named", "identified", "authorised", "authorized"}.intersection(low)
    return bool(found) and any(
        tuple(low[at : at + len(phrase)]) == phrase
        for phrase in _NAMELESS
        for at in range(len(low) - len(phrase) + 1)
    )


def chained(words: Words, found: list[Found], names: Names) -> list[tuple[tuple[str, ...], bool]]:
    """Return for each attribution of a sentence its chain, and whether its origin has no name."""
    met = sorted(range(len(found)), key=lambda at: found[at].cue)  # as a pronoun meets the names
    named = {at: _own(words, found[at], names) for at in met}
    own = [named[at] for at in range(len(found))]
    cited = [(one, link) for one, link in zip(found, own, strict=True) if "cites" in one.kinds]
    chains = []
    for one, links in zip(found, own, strict=True):
        above = _governing(words, found, own, one)
        owned = above and (_staff(words, one) or _shown(words, one))
        chain = above if owned else above + links
        if not one.kinds & {"cites"} and one.rule != "according":
            for other, _ in cited:
                chain = _citing(words, other, chain, names)
        chains.append((_once(chain), _hidden(words, one)))
    return chains


def _staff(words: Words, one: Found) -> bool:
    """Return whether who speaks belongs to who tells of it: *the ministry said its teams found*."""
    if one.source is None:
        return False
    low, (first, last) = words.low, one.source
    own = "own" in low[first : last + 1] and low[last] in WORKS  # *the party's own tally*
    return own or low[first] in _BODYS


def _shown(words: Words, one: Found) -> bool:
    """Return whether who tells of it shows a thing without a maker: *he said tests found 12*."""
    if one.source is None:
        return False
    first, last = one.source
    named = any(words.capital(at) for at in range(first + 1, last + 1))
    made = not _MAKER_ENDS.isdisjoint(words.low[first:last])
    bare = words.low[first] not in DETERMINERS  # *the first survey* is told from another one
    return bare and words.low[last] in _SHOWN and not (named or made)


_SHOWN = DOCUMENTS | frozenset("test tests check checks sample samples papers evidence".split())


def _own(words: Words, one: Found, names: Names) -> tuple[str, ...]:
    """Return the chain that one attribution names by itself."""
    if one.source is None or words.low[one.source[0]] in OWN:
        return ()
    works = _makers(words, one, names)
    if works:
        return works
    first = one.source[0]
    before = first - 2 if first > 1 and words.low[first - 1] == "," else first - 1
    if words.low[first] in RELATIVES and before >= 0:
        named = antecedent(words, before, max(0, before - _FAR))
        start, end = words.span(*(named or one.source))
    else:
        start, end = words.span(*one.source)
    if one.rule == "parenthesis" and words.low[first] == "it":
        _act(words, one, names)
    elif one.rule == "parenthesis":
        _stand_for(words, one, names)
    meant = names.meant(words.text[start:end], start)
    if "asks" in one.kinds and words.low[one.source[1]] in MEDIA | _AUTHORS:
        _ask(words, one, names)
    heard = _relay(words, one, names) if one.via else None
    heard = heard or (_addressee(words, one) if meant and "tells" in one.kinds else None)
    return tuple(name for name in (heard, meant) if name)


def _relay(words: Words, one: Found, names: Names) -> str | None:
    """Return who passes on what another said: *the mayor* quoted police as saying P."""
    if one.via is None:
        return None
    start, end = words.span(*one.via)
    return names.meant(words.text[start:end], start)


def _act(words: Words, one: Found, names: Names) -> None:
    """Note who acts in what *it* is said to say: *The ferry line sold 80 tickets, it said*."""
    acting = actor(words, one.content[0][0], len(words.low)) if one.content else None
    if acting is not None:
        names.acts(*words.span(*acting))


def _stand_for(words: Words, one: Found, names: Names) -> None:
    """Note whom a bare body stands for that tells what it does: *Alder will recall 9, the firm*."""
    low, (first, last) = words.low, one.source or (0, 0)
    opens = one.content[0][0] if one.content else first
    bare = low[first] == "the" and last == first + 1 and low[last] in _FIRMS
    if bare and words.capital(opens) and low[opens] not in DETERMINERS:
        verb = opens + 1 + (low[opens + 1] in _COMING)
        if verb < first and low[verb] in _FIRM_DEEDS:
            names.stand(words.text[slice(*words.span(opens, opens))], low[last],
                        words.starts[opens])  # fmt: skip


_FIRMS = frozenset({"company", "firm", "airline", "operator", "group"})
_COMING = frozenset({"will", "would", "has"})
_FIRM_DEEDS = frozenset(
    "recall recalled recalls cut close closed closes sell sold sells raise raised raises acquire"
    " acquired acquires launch launched launches shed lay hire hired hires invest invested invests"
    " merge merged scrap scrapped scraps buy bought buys".split()
)


def _ask(words: Words, one: Found, names: Names) -> None:
    """Note whom a reporter asks: *I asked the police who they were. They said P*."""
    start = one.cue[1] + 1
    stop = phrase_end(words, start, min(len(words.low), start + _SHORT))
    stop = next((at for at in range(start + 1, stop) if words.low[at] in _ABOUT), stop)
    if start < stop and (words.capital(start) or words.low[start] in DETERMINERS):
        begin, end = words.span(start, stop - 1)
        names.known.opens(begin)  # who answers is whoever is asked, not who asks
        names.meant(words.text[begin:end], begin)


def actor(words: Words, first: int, end: int) -> Range | None:
    """Return the body that acts in a sentence: *The ferry line* sold 80 tickets."""
    low = words.low
    if low[first] not in {"the", "a", "its"}:
        return None
    for at in range(first + 1, min(first + _SHORT, end - 1)):
        if low[at] in _ACTORS:
            deed = low[at + 1]
            if deed == "on" and at + 3 < end and low[at + 2] in WEEKDAYS:
                deed, at = low[at + 3], at + 2  # noqa: PLW2901 - on Tuesday
            if head_of(low[first : at + 1]) not in _ACTORS:
                return None  # *a spokesman for the ministry* acts
            acts = deed in _DEEDS or deed in {"has", "had"} or deed.endswith("ed")
            acts = acts or (deed.endswith("s") and low[at + 2 : at + 3] in _THIS)
            return (first, at) if acts else None
    return None


def _makers(words: Words, one: Found, names: Names) -> tuple[str, ...]:
    """Return who made a tally, and who made the reports that it counts."""
    if one.source is None:
        return ()
    first, last = one.source
    low = words.low
    sent = not _FROM.isdisjoint(low[first:last])
    led = {"by", "from"} if sent or one.rule in {"according", "polls"} else {"by"}
    marks = [at for at in range(first, last) if low[at] in led and low[at - 1] not in _READ]
    if not marks and (maker := _issuer(words, first, last)) is not None:
        begin, end = words.span(*maker)
        named = names.meant(words.text[begin:end], begin)
        return (named,) if named else ()
    within = range(first + 1, marks[0] if marks else first)
    stop = next((at for at in within if low[at] in PREPOSITIONS), within.stop)
    if not marks or (WORKS | _SENT).isdisjoint(low[first:stop]):
        return ()  # *analysts in a poll compiled by the firm* speak themselves
    made = []
    for at in marks:
        stop = at + 1
        while stop <= last and low[stop] not in _MAKER_ENDS:
            stop += 1
        if stop > at + 1:
            start, end = words.span(at + 1, stop - 1)
            made.append(names.meant(words.text[start:end], start))
    return tuple(name for name in made if name)


def _issuer(words: Words, first: int, last: int) -> Range | None:
    """Return who is told to have issued a paper: *a paper that he circulated on Monday*."""
    low, opens = words.low, last + 2
    told = low[last + 1 : last + 2] in (["that"], ["which"])
    if not told or (WORKS | _SENT | _PAPERS).isdisjoint(low[first : last + 1]):
        return None
    near = range(opens + 1, min(len(low), opens + _SHORT))
    verb = next((at for at in near if low[at] in _ISSUED), 0)
    return (opens, verb - 1) if verb and BE.isdisjoint(low[opens:verb]) else None


def _addressee(words: Words, one: Found) -> str | None:
    """Return the outlet that was told, which is then the voice."""
    start = one.cue[1] + 1
    if start >= len(words.low) or words.low[start] in OBJECTS:
        return None
    stop = phrase_end(words, start, min(len(words.low), start + 8))
    for at in range(start, stop):
        if words.low[at] in {"on", "in", "at", "by"}:
            stop = at
            break
    if stop == start or not words.capital(stop - 1) or words.low[stop - 1] not in MEDIA:
        return None
    begin, end = words.span(start, stop - 1)
    return words.text[begin:end].removeprefix("the ").removeprefix("The ")


def _governing(
    words: Words, found: list[Found], own: list[tuple[str, ...]], one: Found
) -> tuple[str, ...]:
    """Return the chain of the attribution in whose content this one stands."""
    chain: tuple[str, ...] = ()
    for other, links in zip(found, own, strict=True):
        if other is one or "cites" in other.kinds or other.rule == "stance":
            continue
        denied = words.low[other.cue[0]] in DENYING
        if "claims" in one.kinds and (denied or other.kinds <= _REACTS):
            continue  # who denies a claim, or will not speak of it, does not pass it on
        if any(start <= one.cue[0] <= end for start, end in other.content):
            chain += links
    return chain


def _citing(words: Words, cite: Found, chain: tuple[str, ...], names: Names) -> tuple[str, ...]:
    """Return a chain with who is cited, or who made what is: *citing X*, *citing a tally by X*.

    Who passes on what its speaker said stands before it: *P, police said, according to the Post*.
    """
    first = cite.content[0][0] if cite.content else -1
    if first < 0 or words.low[first] in POSSESSIVES:
        return chain  # who cites his own records still speaks for himself
    last = max(first, phrase_end(words, first, cite.content[0][1] + 1) - 1)
    if made := _makers(words, replace(cite, source=(first, last)), names):
        return chain + made
    start, end = words.span(first, last)
    name = names.meant(words.text[start:end], start) or ""
    return (name, *chain) if cite.via else (*chain, name)


def _once(chain: tuple[str, ...]) -> tuple[str, ...]:
    """Return a chain without blanks and repeats."""
    return tuple(dict.fromkeys(name for name in chain if name))


def _hidden(words: Words, one: Found) -> bool:
    """Return whether a source is somebody without a name."""
    return one.source is not None and anonymous(words.text[slice(*words.span(*one.source))])
