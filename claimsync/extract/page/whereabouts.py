"""The places that a page names, looked up where a word such as *the city* points back to one."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from claimsync.extract.page.naming import LAND, NEAR, TOWN, Named, Naming
from claimsync.extract.page.nations import Nations
from claimsync.extract.questions.place_words import FEATURES, QUARTERS, SITES
from claimsync.extract.questions.sentences import cut
from claimsync.extract.text.countries import metonyms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.page.naming import Usage
    from claimsync.extract.text.structure import Block

_TOWNS = frozenset("city town village municipality suburb".split())
_LANDS = frozenset("region province state oblast governorate county district prefecture".split())
_BACK, _FAR = 5, 12  # sentences looked back over in a paragraph, on a page
_LEADING = 2  # blocks that open a page: its heading and its first paragraph
_LONGEST = 4_000  # characters of a sentence


class Whereabouts:
    """The places of a page, each sentence read once, and only if a word asks for it."""

    def __init__(
        self, text: str, page: Sequence[Block], codes: frozenset[str | None], usage: Usage
    ) -> None:
        """Take the page in blocks, the codes of its figures' places, and how it writes words."""
        self._text, self._page, self._codes = text, page, codes
        self.spans = [(*span, at) for at, block in enumerate(page) for span in block.sentences]
        self._starts = [start for start, _, _ in self.spans]
        self._known: dict[int, tuple[Named, ...]] = {}
        self._usage = usage

    def is_town(self, name: str) -> bool:
        """Return whether figures are told of a place of this name, which stands for no country."""
        return name in self._codes and name not in metonyms() and not self._nations.of(name)

    def site(self, kind: str, offset: int) -> str | None:
        """Return the one *hospital*, *stadium* … with a name that was named before."""
        names = (one for names in self._far(offset) for one in names if one.start < offset)
        fits = {one.code for one in names if one.kind == kind}
        return fits.pop() if len(fits) == 1 else None

    def area(self, kind: str, offset: int) -> str | None:
        """Return the one *city*, *county* … that a word at an offset points back to."""
        own, *back = self.near(offset)
        own = [one for one in own if one.start < offset or one.beside]
        for names in (own, *back):
            fits = {one.code for one in names if one.kind == kind}
            fits = fits or {one.code for one in names if _may_be(one, kind)}
            if fits:
                return fits.pop() if len(fits) == 1 else None
        at = self.at(offset)
        told = [one for span in self.entry(at) for one in self.names(*self.spans[span][:2])]
        fits = {one.code for one in told if not one.beside and _may_be(one, kind)}
        fits = fits or {one.code for names in self._far(offset) for one in names
                        if one.kind == kind}  # fmt: skip
        if not fits:
            fits = {one.code for one in self.leading if _may_be(one, kind)}
        return fits.pop() if len(fits) == 1 else None

    def there(self, offset: int) -> str | None:
        """Return the place that was named last before *there*."""
        own, *back = self.near(offset)
        own = [one for one in own if one.start < offset]
        governed = {one.code for one in own if one.kind in {TOWN, LAND}}
        if len(governed) == 1 and all(one.beside for one in own):
            return governed.pop()  # Kolm's mayor said 12 had been hurt there
        for names in (own, *back):
            if any(not one.beside for one in names):
                one = only(names)
                return one.code if one is not None else None
        return None

    def country(self, offset: int, speaker: str) -> str | None:
        """Return the country that *nationwide* is about; of several, the one that is near."""
        if len(self._nations) <= 1:
            only = self._nations.of(self._text[:_LONGEST])
            return next((one for one in only if one in self._codes), None)
        at = self.at(offset)
        start, end, block = self.spans[at]
        own, *back = self.near(offset)
        named = ([one for one in own if one.start < offset], *back)
        codes = (" ".join(one.code for one in names if not one.beside) for names in named)
        above = self._text[max(self._page[block].start, start - _LONGEST) : start]
        for piece in (*codes, speaker, self._text[start:end], above):
            told = self._nations.of(piece)
            if told:
                return told.pop() if len(told) == 1 else None
        return None

    @cached_property
    def _nations(self) -> Nations:
        return Nations(self._text)

    @cached_property
    def leading(self) -> tuple[Named, ...]:
        """The places of the first lines."""
        spans = [span for span in self.spans if span[2] < _LEADING]
        return tuple(one for start, end, _ in spans[:_BACK] for one in self.names(start, end))

    def at(self, offset: int) -> int:
        """Return which sentence an offset stands in."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def stamp(self, at: int) -> str | None:
        """Return the time stamp of the entry that a sentence stands in, if there are several."""
        stamp = self._page[self.spans[at][2]].said_at
        return stamp if len(self._stamps) > 1 else None

    def entry(self, at: int) -> Iterator[int]:
        """Yield the sentences before one in its entry, the nearest first."""
        stamp = self.stamp(at)
        for before in range(at - 1, max(at - _FAR, 0) - 1, -1):
            if stamp is None or self.stamp(before) != stamp:
                return
            yield before

    @cached_property
    def _stamps(self) -> set[str]:
        """The time stamps of the page."""
        return {block.said_at for block in self._page if block.said_at is not None}

    def near(self, offset: int) -> list[Sequence[Named]]:
        """Return the names of a sentence and of those before it in its paragraph, nearest first."""
        at = self.at(offset)
        block = self.spans[at][2]
        back = [span for span in self.spans[max(at - _BACK, 0) : at + 1] if span[2] == block]
        near: list[Sequence[Named]] = [self.names(*span[:2]) for span in reversed(back)]
        return [*near, self._dateline(self._page[block])]

    def _dateline(self, block: Block) -> Sequence[Named]:
        """Return the town where a paragraph was written: *KOLM, 4 May (KNA) –*."""
        words = cut(self._text, *block.dateline) if block.dateline is not None else []
        end = next((at for at, word in enumerate(words) if not word.text[0].isupper()), 0)
        if not end:
            return ()
        name = " ".join(word.text for word in words[:end])
        name = name.title() if name.isupper() else name
        return (Named(words[0].start, words[end - 1].end, name, TOWN, beside=True),)

    def _far(self, offset: int) -> Iterator[Sequence[Named]]:
        """Yield the names of the sentences before one on the page, and of its first lines."""
        at = self.at(offset)
        yield from (self.names(*span[:2]) for span in self.spans[max(at - _FAR, 0) : at])
        yield self.leading

    def names(self, start: int, end: int) -> tuple[Named, ...]:
        """Return the places that a sentence names."""
        if start not in self._known:
            long = end - start > _LONGEST
            self._known[start] = () if long else Naming(self._text, start, end, self._usage).read()
        return self._known[start]


def only(names: Sequence[Named]) -> Named | None:
    """Return the one place of some names, if they are of one.

    What lies beside it adds none, nor does a house or a road in it.
    """
    told = {one.code: one for one in reversed(names) if not one.beside}
    inside = {code: one for code, one in told.items() if one.kind != NEAR} or told
    towns = {code: one for code, one in inside.items() if not is_house(code)} or inside
    return next(iter(towns.values())) if len(towns) == 1 else None


def is_house(code: str) -> bool:
    """Return whether a place is a house or a road, which lies in another one."""
    last = code.rpartition(" ")[2].casefold()
    return last not in QUARTERS and (code.islower() or last in SITES | FEATURES)


def _may_be(one: Named, kind: str) -> bool:
    """Return whether a name may be that of a *city*, or of the *region* that is governed."""
    if kind in _TOWNS:
        return one.kind in {"", TOWN}
    return kind in _LANDS and one.kind == LAND
