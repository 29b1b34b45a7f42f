"""Who tells a figure: the attribution it stands in, or who counts it within what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import Document
from claimsync.extract.questions.counters import counted_by
from claimsync.extract.questions.own_clause import lies
from claimsync.extract.questions.tellers import (
    MODALS,
    VERSION,
    Voice,
    attributed,
    outlet_of,
    voice_of,
)
from claimsync.extract.stances.said import begged
from claimsync.extract.text.closed_words import PRONOUNS
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.sentences import Sentence
    from claimsync.extract.stances.attribution import Attribution
    from claimsync.extract.stances.said import Said
    from claimsync.extract.stances.stances import StanceMark

_SELVES, _QUOTES = frozenset({"i", "we", "my", "our"}), frozenset("“\"‘'")
_CLOSING = frozenset({"", ".", ",", ";", ":"})
_WHAT = "what"
_BESIDES = ("foreseen",)
_TURN = ("label",)  # all of a transcript's turn, or of a post, is told by one


class Voices(NamedTuple):
    """Tells who says the figures of one sentence."""

    document: Document
    sentence: Sentence
    said: Said

    def said_by(self, one: Quantity) -> Attribution | None:
        """Return the attribution that a figure stands in, if the page goes on with it."""
        by = self.said.around(one.number_start)
        if (
            by is not None
            and by.inferred
            and by.rules[:1] != _TURN
            and (
                self._writes(by)
                or (
                    one.kind == "measure"
                    and lies(self.sentence.words, one.unit[1] if one.unit else one.end)
                )
            )
        ):
            by = None
        return by or self._behind(one)

    def of(self, one: Quantity, by: Attribution | None, mark: StanceMark | None) -> Voice:
        """Return who tells a figure: who is said to, or who expects or denies it."""
        figure = one.start, one.end
        beside = by is not None and not any(a <= one.start < b for a, b in by.content)
        carried = by is None or by.inferred or beside or "passive" in by.rules
        counts = counted_by(self.document, self.sentence, figure) if carried else None
        if by is not None and counts is None:
            return self._attributed(by, figure)
        if counts is not None:
            return counts
        if mark is not None and (whose := self._relative(one, mark)) is not None:
            return whose
        said = self.document.text[slice(*mark.cue)].casefold().split() if mark is not None else []
        verbal = mark is not None and said[0] not in MODALS  # *will have* tells of no source
        if mark is None or mark.stance is Stance.ASSERTS or not verbal:
            return Voice(outlet_of(self.document))
        return voice_of(self.document, self.sentence, (), mark)

    def _behind(self, one: Quantity) -> Attribution | None:
        """Return the one attribution of a sentence that is set behind what it tells."""
        mine = [by for by in self.said.of(self.sentence.start, self.sentence.end) if by.chain]
        by = mine[0] if len({by.chain for by in mine}) == 1 else None
        if by is None or by.cue is None or by.source is None or by.rules[:1] == _BESIDES:
            return None
        first, last = min(by.cue[0], by.source[0]), max(by.cue[1], by.source[1])
        text = self.document.text
        told = any(
            start < first and text[start:end] != _WHAT for start, end in by.content
        )  # *in what the mayor called*
        aside = text[:first].rstrip().endswith(",") and text[last : last + 1] in _CLOSING
        if self.sentence.block.kind == "heading" and ";" in text[one.end : first]:
            return None  # a headline tells several things
        if one.end <= first:
            return by if told or aside else None
        goes_on = text.startswith((", and ", ", but "), last)  # "…, X said, and 30 more …"
        return by if (told or aside) and goes_on else None

    def _attributed(self, by: Attribution, figure: tuple[int, int]) -> Voice:
        """Return the voice of an attribution, or who counts the figure within what is carried on.

        *It has asked for 6%; the government has offered 3.5%*; *a first version said X counted 12*.
        """
        asked = begged(self.document.text, by)
        told = Voice(outlet_of(self.document)) if asked else attributed(self.document, by)
        version = VERSION in told.rules
        if not (by.inferred or version):
            return told
        own = counted_by(self.document, self.sentence, figure, offers=True)
        named = own is not None and own.chain[-1].name.casefold() not in PRONOUNS
        return own if own is not None and (version or named) else told

    def _relative(self, one: Quantity, mark: StanceMark) -> Voice | None:
        """Return whose plan *according to X, which plans to put up 12 tents* tells."""
        text = self.document.text
        for by in self.said.of(self.sentence.start, self.sentence.end):
            if by.source is None or mark.cue[0] < by.source[1]:
                continue
            between = text[by.source[1] : mark.cue[0]]
            if between.strip() in {", which", ", who"} and one.start > mark.cue[0]:
                return attributed(self.document, by)
        return None

    def _writes(self, by: Attribution) -> bool:
        """Return whether whoever writes speaks for himself, outside quotes: *I counted 112*."""
        words = self.sentence.words
        return bool(words) and words[0].low in _SELVES and (
            self.document.text[by.content[0][0] - 1] not in _QUOTES
        )  # fmt: skip
