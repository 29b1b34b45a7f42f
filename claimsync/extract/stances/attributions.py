"""Attributions: who says what in a page, and on whose word."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.extract.speech.chains import chained, unnamed
from claimsync.extract.speech.frames import frames, speaks_after
from claimsync.extract.speech.labels import handle, turn
from claimsync.extract.speech.names import Names
from claimsync.extract.speech.nominal import signature
from claimsync.extract.stances.asides import Asides
from claimsync.extract.stances.attribution import Attribution, Draft, Span
from claimsync.extract.stances.going_on import BEHIND, going_on
from claimsync.extract.stances.stances import Stances
from claimsync.extract.stances.targets import told_until
from claimsync.extract.stances.topics import rival, topic
from claimsync.extract.stances.unspoken import unspoken
from claimsync.extract.text.closed_words import AUXILIARIES, POSSESSIVES
from claimsync.extract.text.quotations import quotations
from claimsync.extract.text.sentence import Found, Sentence
from claimsync.extract.text.structure import UNTOLD, sentences
from claimsync.extract.text.words import QUOTE, words
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.extract.speech.issuers import Issuer
    from claimsync.extract.stances.stances import StanceMark
    from claimsync.extract.text.quotations import Quotation
    from claimsync.extract.text.sentence import Range
    from claimsync.extract.text.structure import Block
    from claimsync.extract.text.words import Words

# Words by which a quotation may take a stance; others are not looked at word by word.
_ROOTS = (
    *("onfirm", "den", "omment", "othing", "aware", "true", "fake", "lie", "verif", "doubt"),
    *(" not ", "n’t", "n't", "never", "ly not", "no,"),
)
_AHEAD = frozenset({"plans", "foreseen"})
_OWN = ("retracts-own",)  # an earlier version of the page itself
_NEAR = 8
_LONGEST_LABEL = 40  # characters
_LONGEST = 150  # words: what is longer is no sentence, and is read in pieces


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of a page as it is read: who was named, and the stances that were met."""

    names: Names
    asides: Asides

    @property
    def stances(self) -> Stances:
        """The stances, each sentence read once."""
        return self.asides.stances


def attributions(
    text: str,
    blocks: tuple[Block, ...],
    page: Asides | None = None,
    issued: Issuer | None = None,
) -> list[Attribution]:
    """Return who says what in a page, in order; ``page`` keeps what was read on the way.

    ``issued`` is by whom the page is, if it is a statement.

    >>> from claimsync.extract.text.structure import blocks
    >>> text = "Two were hurt, the mayor said. He would not say whether a third is missing."
    >>> [(one.chain, one.stance.value) for one in attributions(text, blocks(text))]
    [(('mayor',), 'asserts'), (('mayor',), 'no comment')]
    """
    read = _Page(Names(text), page or Asides(Stances(words(text))))
    if issued is not None:
        read.names.note(issued.name, issued.slot.start)
    title = issued.slot.start if issued else -1
    found: list[Draft] = []
    last: list[Draft] = []
    waiting: list[Span] = []  # paragraphs of a quotation whose speaker has not been named yet
    poster: Span | None = None
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            goes_on = poster is not None and _below(text, blocks[index - 1], block)
            poster = handle(text, block.start, block.end) or (poster if goes_on else None)
            if poster and not goes_on:
                last = []
                continue
        if poster and block.kind not in UNTOLD:
            found += _of_post(text, block, read, poster)
            continue
        if block.kind in UNTOLD or block.start <= title < block.end:
            last = [] if block.kind == "stamp" else last
            continue
        if block.kind != "bullet" and index and blocks[index - 1].kind == "bullet":
            last = [one for one in last if not one.opens]  # the list is over
        reopened = index + 1 < len(blocks) and _reopens(text, blocks[index + 1])
        here = _of_block(text, block, read, last, reopened=reopened)
        headed = block.kind == "heading"
        if not (here or last or headed) and reopened and _reopens(text, block):
            waiting.append((block.sentences[0][0], block.end))
            continue
        if here and here[0].rules[0] in BEHIND and _reopens(text, block):
            here[0].content[:0] = waiting
        waiting = []
        found += here
        listed = index + 1 < len(blocks) and blocks[index + 1].kind == "bullet"
        if not listed:  # results that no list follows open nothing
            here = [one for one in here if not one.opens or _ends_open(text, block)]
        last = here or [one for one in last if one.opens and block.kind == "bullet"]
    return [one.done() for one in found if one.content]


def _ends_open(text: str, block: Block) -> bool:
    """Return whether a block ends with a colon, which what follows goes on with."""
    return text[: block.end].rstrip().endswith(":")


def _below(text: str, above: Block, block: Block) -> bool:
    """Return whether a line stands right below another, with no empty line between them."""
    return text.count("\n", above.end, block.start) == 1 or text[above.end : block.start] == "\r"


def _reopens(text: str, block: Block) -> bool:
    """Return whether a block begins with a quote mark, as a quotation over paragraphs does."""
    return block is not None and bool(block.sentences) and text[block.sentences[0][0]] in '“"«„‘'


def _of_block(
    text: str, block: Block, page: _Page, before: list[Draft], *, reopened: bool
) -> list[Draft]:
    """Return the attributions of one block; what ``before`` opened goes on in it."""
    start = block.sentences[0][0]
    quotes = quotations(text, start, block.end)
    if quotes and not quotes[-1].closed and not reopened:
        quotes.pop()  # the mark was forgotten: what follows may be speech and cue alike
    if quotes and quotes[0].start == start and _capitals(text, start + 1):
        quotes.pop(0)  # a talk that is quoted turn by turn: "ROE: We lost
    cut = page.stances.words.quoted(start, block.end, quotes)
    drafts: list[Draft] = []
    speaking: list[Draft] = []
    if speaker := turn(cut):
        return _of_turn(cut, units(cut, block, quotes), speaker, page)
    for first, last in units(cut, block, quotes):
        here = _of_unit(cut, first, last, page, heading=block.kind == "heading")
        if not here:
            topic(cut, first, last, page.names)
            opened = first == 0 or any(one.opens for one in before)
            here = going_on(cut, first, last, speaking, before if opened else [])
            drafts += here
            if speaking and not here and cut.low[first] != QUOTE and rival(cut, first, last):
                speaking = []  # somebody else acts, of whom the rest may tell
            continue
        drafts += here
        speaking = here
    return drafts


def _capitals(text: str, start: int) -> bool:
    """Return whether a name in capitals with a colon opens a quotation."""
    colon = text.find(":", start, start + _LONGEST_LABEL)
    return colon > 0 and text[start:colon].isupper()


def _of_post(text: str, block: Block, page: _Page, poster: Span) -> list[Draft]:
    """Return the attributions of a block that somebody posted: every sentence is the poster's."""
    quotes = quotations(text, block.sentences[0][0], block.end)
    cut = page.stances.words.quoted(block.sentences[0][0], block.end, quotes)
    chain: tuple[str, ...] = (text[slice(*poster)],)
    drafts: list[Draft] = []
    for first, last in units(cut, block, quotes):
        labels = [one for one in drafts if one.rules[:1] == ("label",) and one.source != poster]
        chain = labels[-1].chain if labels else chain  # a post that passes on what others say
        content = [cut.span(first, last - 1)]
        marks = _marks(cut, first, last, page)
        mark = _stance(cut.text, (content[0][0], content[0][0]), content, marks)
        stance = mark.stance if mark else Stance.ASSERTS
        rules = ("label", "label", *(mark.rules if mark else ()))
        drafts.append(Draft(poster, poster, content, stance, rules, chain))
        drafts += _within(chain, _of_unit(cut, first, last, page, heading=False))
    return drafts


def _of_turn(
    cut: Words, sentences: Iterator[Range], speaker: tuple[Range, Range], page: _Page
) -> list[Draft]:
    """Return the attributions of a turn in a transcript: every sentence is its speaker's."""
    drafts: list[Draft] = []
    cue, source = speaker
    for start, last in sentences:
        first = max(start, cue[1] + 1)
        if first >= last:
            continue
        one = Found(cue, source, [(first, last - 1)], "label", frozenset({"label"}))
        ((chain, hidden),) = chained(cut, [one], page.names)
        turned = _draft(cut, one, chain, _marks(cut, first, last, page), anonymous=hidden)
        drafts.append(turned)
        drafts += _within(chain, _of_unit(cut, first, last, page, heading=False))
    return drafts


def _within(chain: tuple[str, ...], inner: list[Draft]) -> list[Draft]:
    """Return what is attributed within a turn or a post; who only intends does not speak there."""
    for one in inner:
        own = () if one.rules[0] == "stance" and one.stance is Stance.EXPECTS else one.chain
        one.chain = tuple(dict.fromkeys(chain + own))
    return inner


def _of_unit(cut: Words, first: int, last: int, page: _Page, *, heading: bool) -> list[Draft]:
    """Return the attributions of one sentence."""
    page.names.known.opens(cut.starts[first])
    taken = _marks(cut, first, last, page)
    beside = page.asides.of(cut.starts[first], cut.ends[last - 1])
    if beside is not None:
        last = max(first + 1, cut.reach(0, beside.start)[1])
        taken = [mark for mark in taken if mark.cue[0] < beside.start]
    found = frames(Sentence(cut, first, last, heading))
    found = unspoken(cut, (first, last), found, taken) if taken else found
    if beside is not None:
        cue, source, noun = map(cut.over, (beside.cue, beside.source, beside.noun))
        found.append(Found(cue, source, [noun], "stance", frozenset({"stance"})))
        taken.append(beside.mark)
    if not found:
        return []
    sources = [one.source[0] for one in found if one.source]
    if sources and min(sources) > first:
        topic(cut, first, min(sources), page.names)  # "The mayor disputes this: it says 355"
    chains = chained(cut, found, page.names)
    nameless = unnamed(cut.low[first:last])
    return [
        _draft(cut, one, chain, taken, anonymous=nameless or hidden)
        for one, (chain, hidden) in zip(found, chains, strict=True)
    ]


def _draft(
    cut: Words, one: Found, chain: tuple[str, ...], taken: list[StanceMark], *, anonymous: bool
) -> Draft:
    """Return what was found as spans of the text, with its stance."""
    cue, content = cut.span(*one.cue), [cut.span(*piece) for piece in one.content]
    source = cut.span(*one.source) if one.source else None
    first = cue if one.joint is not None else min(source or cue, cue)  # "confirmed P, but said Q"
    if one.rule == "claims" and one.source and cut.low[one.source[0]] not in POSSESSIVES:
        # who dismisses a claim is not who makes it; who withdraws its own is
        first, taken = cue, [mark for mark in taken if mark.cue[0] >= cue[0]]
    mark = _stance(cut.text, (first[0], cue[1]), content, taken)
    if mark is not None and mark.stance.withholds:
        content = [cut.span(start, told_until(cut, start, end)) for start, end in one.content]
    ahead = not one.kinds.isdisjoint(_AHEAD)  # "Under X's plan, P", "the 12 that X expected"
    plain = Stance.EXPECTS if ahead else Stance.ASSERTS
    if "asks" in one.kinds and one.content and cut.low[one.content[0][0]] in AUXILIARIES:
        plain = Stance.QUESTIONS  # "Were 12 people killed, the paper asked"
    return Draft(
        cue,
        source,
        content,
        mark.stance if mark else plain,
        (one.rule, *sorted(one.kinds), *(mark.rules if mark else ())),
        () if mark and mark.rules == _OWN else chain,
        anonymous=anonymous,
        opens=one.rule == "opens",
        kinds=one.kinds,
    )


def _stance(
    text: str, cue: Span, content: list[Span], taken: list[StanceMark]
) -> StanceMark | None:
    """Return the mark that the cue carries, or else the one with which the content begins.

    Of several sentences that are quoted, all may be confirmed in one, not withheld or denied.
    """
    for mark in taken:
        if mark.cue[0] < cue[1] and cue[0] < mark.cue[1] and mark.stance is not Stance.ASSERTS:
            return mark
    for mark in taken:
        for start, end in content:
            if start <= mark.cue[0] < end and mark.stance is not Stance.ASSERTS:
                near = mark.cue[0] - start <= _NEAR * _NEAR
                whole = mark.stance.affirms or next(sentences(text, start, end))[1] == end
                return mark if near and whole else None
    return None


def _marks(cut: Words, first: int, last: int, page: _Page) -> list[StanceMark]:
    """Return the stances of a sentence, those in its quotations included."""
    start, end = cut.starts[first], cut.ends[last - 1]
    quoted = QUOTE in cut.low[first:last]
    if quoted and not any(map(cut.text[start:end].lower().__contains__, _ROOTS)):
        return page.stances.read(cut.part(first, last))
    return page.stances.of(start, end)


def units(cut: Words, block: Block, quotes: list[Quotation]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a block as ranges of words; no quotation is cut in two."""
    quoted = {quote.start for quote in quotes}
    first = 0
    for _, end in block.sentences:
        index = bisect_left(cut.ends, end)
        if index == len(cut.ends) or cut.ends[index] != end:
            continue  # it ends within a quotation
        if cut.starts[index] in quoted and _tail_follows(cut, index):
            continue
        while index - first > _LONGEST:
            yield first, first + _LONGEST + 1
            first += _LONGEST + 1
        yield first, index + 1
        first = index + 1
    while first < len(cut.low):
        yield first, min(first + _LONGEST + 1, len(cut.low))
        first += _LONGEST + 1


def _tail_follows(cut: Words, quote: int) -> bool:
    """Return whether the words after a quotation that ends in ? or ! name its speaker."""
    goes_on = cut.text[cut.ends[quote] - 2] in "?!,—-" and speaks_after(cut, quote)
    return goes_on or signature(cut, quote, len(cut.low)) is not None
