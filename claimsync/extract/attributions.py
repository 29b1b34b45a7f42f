"""Attributions: who says what, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.extract.frames import Found, Sentence, frames, speaks_after
from claimsync.extract.quotations import quotations
from claimsync.extract.words import QUOTE, Words, words
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.extract.quotations import Quotation
    from claimsync.extract.structure import Block

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that somebody said: by which cue, on whose word, and what."""

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    chain: tuple[str, ...]
    anonymous: bool
    inferred: bool
    stance: Stance
    rules: tuple[str, ...] = ()


def attributions(text: str, blocks: tuple[Block, ...]) -> list[Attribution]:
    """Return who says what in a page, in order."""
    found: list[Attribution] = []
    for block in blocks:
        if block.kind in {"stamp", "boilerplate"}:
            continue
        found.extend(_of_block(text, block))
    return found


def _of_block(text: str, block: Block) -> Iterator[Attribution]:
    """Yield the attributions of one block."""
    start = block.sentences[0][0]
    quotes = quotations(text, start, block.end)
    cut = words(text, start, block.end, quotes)
    previous: list[Found] = []
    for first, last in units(cut, block, quotes):
        here = frames(Sentence(cut, first, last, _titled(cut, first, last)))
        if not here and previous and cut.low[first] == QUOTE:
            _speaker(previous).content.append((first, last - 1))
            continue
        yield from (_attribution(cut, one) for one in previous)
        previous = here
    yield from (_attribution(cut, one) for one in previous)


def units(cut: Words, block: Block, quotes: list[Quotation]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a block as ranges of words; no quotation is cut in two."""
    ends = {end for _, end in block.sentences}
    inside = {quote.start: quote.end for quote in quotes}
    first = 0
    index = 0
    count = len(cut.low)
    sentence_ends = sorted(ends)
    pointer = 0
    while index < count:
        end = cut.ends[index]
        while pointer < len(sentence_ends) and sentence_ends[pointer] < end:
            pointer += 1
        if pointer < len(sentence_ends) and sentence_ends[pointer] == end:
            if not (cut.starts[index] in inside and _tail_follows(cut, index)):
                yield first, index + 1
                first = index + 1
        index += 1
    if first < count:
        yield first, count


def _tail_follows(cut: Words, quote: int) -> bool:
    """Return whether the words after a quotation that ends in ? or ! name its speaker."""
    return cut.text[cut.ends[quote] - 2] in "?!,—-" and speaks_after(cut, quote)


def _attribution(cut: Words, found: Found) -> Attribution:
    """Return what was found, as spans of the text."""
    source = cut.span(*found.source) if found.source else None
    content = tuple(cut.span(*piece) for piece in found.content)
    chain = (cut.text[slice(*source)],) if source else ()
    return Attribution(
        cut.span(*found.cue), source, content, chain, anonymous=False, inferred=False,
        stance=Stance.ASSERTS, rules=(found.rule, *sorted(found.kinds)),
    )


def _titled(cut: Words, first: int, last: int) -> bool:
    """Return whether nearly every word of a short line begins with a capital, as in a headline."""
    if not 3 <= last - first <= 25:
        return False
    capitals = [cut.capital(index) for index in range(first, last) if cut.low[index][0].isalpha()]
    return 4 * sum(capitals) > 3 * len(capitals)


def _speaker(previous: list[Found]) -> Found:
    """Return the one of a sentence's attributions that a quotation after it goes on with."""
    for one in previous:
        if one.rule in {"parenthesis", "inverted"}:
            return one
    return previous[-1]
