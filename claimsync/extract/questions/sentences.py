"""One sentence read: its figures with what they are figures of, its places and its dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from claimsync.extract.figures.readings import RIVALS
from claimsync.extract.questions.anchors import NOTHING as NO_DAYS
from claimsync.extract.questions.anchors import Anchors
from claimsync.extract.questions.anchors import Told as Days
from claimsync.extract.questions.behind import BESIDE
from claimsync.extract.questions.bystanders import told_of
from claimsync.extract.questions.contests import votes_on
from claimsync.extract.questions.currencies import united
from claimsync.extract.questions.dates import dates
from claimsync.extract.questions.levels import UNSURE
from claimsync.extract.questions.openers import NOTHING, Opener, opener
from claimsync.extract.questions.places import places
from claimsync.extract.questions.placing import VOICE, Placing, Told
from claimsync.extract.questions.predicates import Reader
from claimsync.extract.questions.questioned import question
from claimsync.extract.questions.shorts import LISTS
from claimsync.extract.questions.surroundings import FIGURE_WORDS, sort
from claimsync.extract.stances.senses import SPEECH
from claimsync.extract.text.closed_words import PASTS, RELATIVES, acting
from claimsync.extract.text.structure import UNTOLD
from claimsync.extract.text.tokens import made, marks, position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.figures.lines import Line
    from claimsync.extract.figures.quantities import Quantity
    from claimsync.extract.questions.dates import Dated
    from claimsync.extract.questions.place_phrases import Place
    from claimsync.extract.questions.predicates import Predicate
    from claimsync.extract.questions.vocabulary import Vocabulary
    from claimsync.extract.text.structure import Block
    from claimsync.extract.text.tokens import Token

Span = tuple[int, int]
# What is longer, or holds more figures, is a table or noise, no sentence; it is left unread.
_LONGEST, _MOST = 4000, 60
_PARTS = frozenset({"included", "of which"})  # what is part of another figure is not gone on with
_Item = TypeVar("_Item", "Token", "Quantity")


class Sentence(NamedTuple):
    """A sentence of a block; one with figures is cut into words, with what was found in it."""

    start: int
    end: int
    block: Block
    words: tuple[Token, ...] = ()
    figures: tuple[tuple[Quantity, Predicate | None], ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[Dated, ...] = ()
    opener: Opener = NOTHING
    told: Days = NO_DAYS  # the days told around it

    def place_of(self, figure: Span) -> tuple[Place | None, bool]:
        """Return the place of a figure, and whether it only shares it with another figure."""
        return Placing(self.start, self.end, self.words, self.figures, self.places).of(figure)

    def _former(self, figure: Span, dated: Dated) -> bool:
        """Return whether a date is that of what a figure was before: *84, up from 79 in 2021*."""
        return any(
            one.role == "former" and figure[1] <= one.start < dated.start for one, _ in self.figures
        )

    def _told_apart(self, end: int, start: int) -> bool:
        """Return whether *and that* parts a figure from what stands behind it."""
        low = [word.low for word in self.words if end <= word.start < start]
        return any(pair == ("and", "that") for pair in pairwise(low))

    def _spoken(self, dated: Dated) -> bool:
        """Return whether a date is only when a figure was told: *the nine it named on Monday*."""
        at = position(self.words, dated.start) - 1
        low = [word.low for word in self.words[max(at - 2, 0) : at + 1]]
        if low and low[-1] in SPEECH and self._colon(dated.end):
            return True  # *will cost 9 million, she said on Monday: 4 million for buses*
        if not low or low[-1] not in _GIVEN:
            return False
        who = at - 1 - (low[-2:-1] == ["had"])
        who = who if who > 0 and self.words[who].low in _WHO else at
        return who < at and any(0 <= self.words[who].start - one.end <= _RIGHT_BEHIND
                                for one, _ in self.figures)  # fmt: skip

    def _colon(self, offset: int) -> bool:
        """Return whether a colon stands right behind an offset."""
        return next((word.text for word in self.words if word.start >= offset), "") == ":"

    def _of_a_year(self, dated: Dated) -> bool:
        """Return whether a date is the year that something is meant for: *a budget for 2028*."""
        year = dated.period.isdecimal() and len(dated.period) == len("2028")
        before = [word.low for word in self.words if word.start < dated.start][-1:]
        return year and before == ["for"]

    def date_under(self, frame: int, content: int, told: frozenset[str]) -> Dated | None:
        """Return the date of what *which police said* at ``frame`` goes on to tell.

        *The flood on Tuesday, which the ministry said had left 12 dead*; where a subject of its
        own follows, *that* leads no relative clause. ``told`` are words that date what was said.
        """
        at, goes_on = position(self.words, frame), position(self.words, content)
        dates = [one for one in self.dates if one.end <= frame]
        lead = self.words[at - 1].low if at else ""
        verb = self.words[goes_on].low if goes_on < len(self.words) else ""
        relative = lead in RELATIVES and (verb in _VERBAL or verb.endswith("ed"))
        if not (relative or lead in _WHEN) or len(dates) != 1:
            return None
        said = position(self.words, dates[0].start)
        return dates[0] if not said or self.words[said - 1].low not in told else None

    def surveyed(self, source: Span) -> Dated | None:
        """Return the month or the week of the survey that is the source: *a poll in May found*."""
        low = [word.low for word in self.words if source[0] <= word.start < source[1]]
        mine = [
            one for one in self.dates
            if source[0] <= one.start < source[1] and one.period and len(one.period) != _DAY
        ]  # fmt: skip
        return mine[0] if len(mine) == 1 and not SURVEYS.isdisjoint(low) else None

    def date_of(self, figure: Span, within: tuple[Span, ...]) -> Dated | None:
        """Return the date of a figure among those that lie in ``within``, what was said."""
        if not self.dates:
            return self.opener.date
        inside = [
            d for d in self.dates
            if (not within or any(a <= d.start < b for a, b in within))
            and not self._told_apart(figure[1], d.start) and not self._spoken(d)
        ]  # fmt: skip
        if not inside and (own := [one for one in self.dates if self._of_a_year(one)]):
            return own[0] if len(own) == 1 else None  # a budget for 2028 that it says would
        if len(inside) <= 1:
            return inside[0] if inside and not self._former(figure, inside[0]) else None
        starts = sorted(one.start for one, _ in self.figures)
        following = next((start for start in starts if start >= figure[1]), self.end)
        behind = [one for one in inside if figure[1] <= one.start < following]
        before = [one for one in inside if one.end <= figure[0]]
        if behind or before:
            return behind[0] if behind else before[-1]
        # Of several days told behind other figures, none is that of the first.
        return None if following < inside[0].start else inside[0]


def sentences(
    page: Sequence[Block],
    found: Sequence[Quantity],
    vocabulary: Vocabulary,
    *,
    text: str,
    said_at: str | None,
    kept: Sequence[Line],
    known: frozenset[str] = frozenset(),
    apart: Sequence[Span] = (),
    beside: Sequence[Span] = (),
    turns: Sequence[int] = (),
    off: frozenset[str] = frozenset(),
) -> Iterator[Sentence]:
    """Yield the sentences of a page that may hold a claim.

    ``found`` are all its quantities in order; a sentence without any
    that may rival another is not cut into words.
    ``known`` are names that are no places; figures in the spans ``apart`` (*two diplomats* said it)
    count nothing, and words ``beside`` what is said (*12, the mayor said, died*) ask for nothing.
    At ``turns`` somebody else begins to speak. ``off`` names rules that are switched off, ``kept``
    are the lines of the page that hold a figure, cut before.
    """
    figure_at = line_at = 0
    before: Predicate | None = None
    far: Predicate | None = None
    earlier: Predicate | None = None
    asked: Predicate | None = None
    above: Block | None = None
    anchors = Anchors(page, text, said_at)
    opens, votes, vocabulary = NOTHING, votes_on(text), vocabulary.on(text)
    for block in page:
        if block.kind == "bullet":
            opens = opens if above is None else opener(text, above, block, said_at)
            above = None  # for all points of the list
        else:
            above = block
        answers, asked = asked, None  # a question is answered in the next paragraph
        earlier, before = before, None  # only *the number* is carried over from another paragraph
        far = earlier or far
        kinds: dict[str, Predicate] = {}
        money: str | None = None
        for start, end in block.sentences:
            figure_at, quantities = between(found, figure_at, start, end)
            if block.kind in UNTOLD or end - start > _LONGEST:
                continue
            if "ow many " in text[start:end]:
                asked = question(cut(text, start, end), vocabulary)
            if len(quantities) > _MOST or not any(one.kind in RIVALS for one in quantities):
                yield Sentence(start, end, block)
                continue
            while kept[line_at].ends[-1] <= start:
                line_at += 1
            mine = kept[line_at].tokens(start, end) or cut(text, start, end)
            low = [word.low for word in mine]
            dated = anchors.anchored(dates(mine, said_at, low), block, start)
            sources = _near(apart, start, end)
            located = tuple(_beside(place, sources) for place in places(mine, known, low)
                            if off.isdisjoint(place.rules)
                            and not _of_source(place, sources))  # fmt: skip
            apart_here = (*sources, *(day[:2] for day in dated if day.period))
            counted = list(told_of(quantities, mine, located, apart_here))
            counted, money = united(counted, mine, money, off)
            heard = _without(mine, _near(beside, start, end)) if counted and beside else mine
            reader = (
                Reader(
                    text, heard, counted, vocabulary, low if heard is mine else None, votes=votes
                )
                if counted
                else None
            )
            back = before or (earlier if _points_back(low) else None)
            told = back or answers or asked
            figures = () if reader is None else tuple(
                reader.predicates(told, far, asked=back is None, same=kinds)
            )  # fmt: skip
            if reader and (cuts := turns[bisect_right(turns, start) : bisect_left(turns, end)]):
                figures = _anew(reader, figures, cuts)
            figures = tuple(pair for pair in figures if pair[1] is not None or not _zero(pair[0]))
            asks = [predicate for one, predicate in figures
                    if predicate is not None and one.role not in _PARTS]  # fmt: skip
            before = _carried(asks, before)
            kinds |= {
                sort(one): asked for one, asked in figures
                if asked is not None and asked.measure and one.role not in _PARTS
                and asked.rule != BESIDE
            }  # fmt: skip
            yield Sentence(start, end, block, tuple(mine), figures, located,
                           tuple(one for one in dated if one.rule not in off),
                           opens if block.kind == "bullet" else NOTHING,
                           anchors.told(dated, block, start, mine) if figures else NO_DAYS,
                           )  # fmt: skip


def _anew(reader: Reader, told: Sequence[Told], turns: Sequence[int]) -> tuple[Told, ...]:
    """Return the figures, those read anew where somebody else begins to speak and leaves words out.

    *Turnout was 64%, while monitors put it at 58%* is read as two sentences are.
    """
    found = list(told)
    for turn in turns:
        at = next((at for at, (one, _) in enumerate(found) if one.start >= turn), 0)
        last = next((own for _, own in reversed(found[:at]) if own is not None), None)
        own = found[at][1] if found else None
        short = own is None or own.rule in UNSURE or found[at][0].start - turn <= len("at ")
        if last is not None and last.measure and short:
            again = reader.since(turn).predicates(last)
            if len(again) == len(found) - at and again[0][1] is not None and again[0][1].inherited:
                found[at:] = again
    return tuple(found)


def _without(words: list[Token], beside: Sequence[Span]) -> list[Token]:
    """Return the words without those beside, where these part a subject from its verb."""
    for start, end in beside:
        after = next((word.low for word in words if word.start >= end), "")
        if acting(after):
            words = [one for one in words if one.text == ":" or not start <= one.start < end]
    return words


def _points_back(low: Sequence[str]) -> bool:
    """Return whether words speak of a number told before: *the number was 9,000*."""
    labelled = 2 * (low[1:2] == [":"])  # HOST: The fishermen say 65.
    short = len(low) - labelled <= _BRIEF and not FIGURE_WORDS.isdisjoint(low)
    short = short or not LISTS.isdisjoint(low[: low.index(":")] if ":" in low else ())
    return short or any(
        low[at - 1] == "the" and low[at] in _NUMBERS and low[at + 1] != "of"
        for at in range(1, len(low) - 1)
    )


_GIVEN = frozenset("reported announced gave cited published issued named told".split())
_WHO, _RIGHT_BEHIND = frozenset({"it", "he", "she", "they", "police"}), 15  # characters
_DAY = len("2026-02-04")  # is when a survey was published
SURVEYS = frozenset("survey surveys poll polls census study".split())
_VERBAL = PASTS | frozenset("had has have was were is are would will could may might".split())
_WHEN = frozenset({"when", "where"})
_BRIEF = 6  # words of *I counted 58.*
_NUMBERS = frozenset("number figure toll total tally".split())


def _carried(told: Sequence[Predicate], before: Predicate | None) -> Predicate | None:
    """Return what the next sentence may be short for: the last thing counted, if any is."""
    counts = [one for one in told if one.kind == "count"]
    return counts[-1] if counts else told[-1] if told else before


def cut(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens between two offsets, without the gaps."""
    return made(*marks(text, start, end))


def _beside(place: Place, sources: Sequence[Span]) -> Place:
    """Return a place, marked where it is that of who speaks: *police in Kolm said*."""
    inside = any(start <= place.start < end for start, end in sources)
    return place._replace(lead=VOICE) if inside else place


def _of_source(place: Place, sources: Sequence[Span]) -> bool:
    """Return whether a place is only that of who speaks: *a doctor at Kolm hospital said*."""
    house = place.is_site or place.lead in {"at", "from"}
    return house and any(start <= place.start < end for start, end in sources)


def _zero(one: Quantity) -> bool:
    """Return whether a figure is none at all: *nobody knows* counts nobody."""
    number = one.figure.number
    return number is not None and number.digits == 0


def _near(apart: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Return the spans, in order, that may reach between two offsets."""
    first = bisect_right(apart, (start, start))
    return apart[max(first - 1, 0) : bisect_right(apart, (end, end))]


def between(items: Sequence[_Item], at: int, start: int, end: int) -> tuple[int, list[_Item]]:
    """Return the position behind ``end``, and the items that begin between the offsets."""
    while at < len(items) and items[at].start < start:
        at += 1
    first = at
    while at < len(items) and items[at].start < end:
        at += 1
    return at, list(items[first:at])
