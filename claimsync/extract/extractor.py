"""The rules at work: a page to drafts of claims, each slot with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError, check_type
from claimsync.extract.book import rule_book, tables_of
from claimsync.extract.drafts import ClaimDraft, Document
from claimsync.extract.figures.quantities import figured
from claimsync.extract.page.amendments import amended
from claimsync.extract.page.areas import located
from claimsync.extract.page.assembly import Assembly
from claimsync.extract.page.breakdowns import RULE as BROKEN_DOWN
from claimsync.extract.page.breakdowns import broken_down
from claimsync.extract.page.carrying import carried
from claimsync.extract.page.continuing import referred, shared, then, there
from claimsync.extract.page.itemised import itemised
from claimsync.extract.page.labels import LABELLED, labelled
from claimsync.extract.page.naming import Usage
from claimsync.extract.page.rebuttals import rebutting
from claimsync.extract.page.respectively import respective
from claimsync.extract.page.tallies import tallied
from claimsync.extract.page.whose import settled
from claimsync.extract.questions.bearing import Heard, asked_by, borne
from claimsync.extract.questions.dates import dates, day_of
from claimsync.extract.questions.kinds import one_kind
from claimsync.extract.questions.propositions import propositions
from claimsync.extract.questions.sentences import cut as tokens_of
from claimsync.extract.questions.sentences import sentences
from claimsync.extract.questions.vocabulary import Vocabulary, newsroom
from claimsync.extract.speech.issuers import ISSUED, issuer
from claimsync.extract.stances.asides import Asides
from claimsync.extract.stances.attributions import attributions
from claimsync.extract.stances.said import Said
from claimsync.extract.stances.stances import Stances
from claimsync.extract.text.stamps import printed
from claimsync.extract.text.structure import blocks
from claimsync.extract.text.words import words
from claimsync.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimsync.extract.book import Tables
    from claimsync.extract.drafts import Extractor
    from claimsync.extract.questions.sentences import Sentence
    from claimsync.extract.speech.issuers import Issuer
    from claimsync.extract.stances.attribution import Attribution
    from claimsync.extract.stances.stances import StanceMark
    from claimsync.extract.text.rules import RuleBook
    from claimsync.extract.text.structure import Block

    Attribute = Callable[[str, tuple[Block, ...]], list[Attribution]]

_REACH = 12  # claims of a paragraph on which a stance may bear
_FIRST_LINES, _DATE_LINE = 6, 120  # where a page prints its date: blocks, characters
_HEADER = 20  # blocks, among which it may say when it was published


@dataclass(frozen=True, slots=True)
class RuleExtractor:
    """The default extractor: rules alone, no model, the same answer every time.

    >>> page = Document("Twelve people were killed in Lyman, the governor said.")
    >>> [draft] = RuleExtractor().extract(page)
    >>> draft.measure, draft.figure.text, draft.code("place"), draft.chain[0].name
    ('killed', 'Twelve', 'Lyman', 'governor')

    ``attribute`` finds who says what; ``rules`` is the book, without what is switched off.

    >>> own = RuleExtractor(rules=rule_book().without("place/in").extended("states", "kvetch"))
    >>> [draft] = own.extract(Document("Twelve people were killed in Lyman, the mayor kvetched."))
    >>> draft.code("place"), draft.chain[0].name
    (None, 'mayor')
    """

    vocabulary: Vocabulary = field(default_factory=newsroom, repr=False)
    attribute: Attribute = attributions
    rules: RuleBook = field(default_factory=rule_book, repr=False)

    def extract(self, document: Document) -> tuple[ClaimDraft, ...]:
        """Return the drafts of a page, in the order of its text.

        Raises InvalidClaimError for rules that the book does not have.
        """
        known = tables_of(self.rules)
        page = blocks(document.text)
        usage = Usage(document.text)
        read = (
            one
            for one in self._drafts(document, page, known, usage)
            if known.off.isdisjoint(one.rules)
        )
        drafts = sorted(read, key=lambda draft: draft.start)
        drafts = labelled(document.text, page, drafts) if LABELLED not in known.off else drafts
        told = amended(document.text, drafts, known.off)
        told = located(document.text, page, told, usage)
        told = respective(document.text, told, known.off)
        if BROKEN_DOWN not in known.off:
            told = broken_down(document.text, told)
        return tuple(carried(settled(one_kind(told))))

    def _drafts(
        self, document: Document, page: tuple[Block, ...], known: Tables, usage: Usage
    ) -> Iterator[ClaimDraft]:
        """Yield figures first, then stances on what is no figure."""
        text, off = document.text, known.off
        document = dated(document, page)
        issued = issuer(text, page) if ISSUED not in off else None
        cut = words(text, cues=known.cues)
        taken = Asides(Stances(cut, known.stances))
        said = [by for by in self._said(text, page, taken, issued) if off.isdisjoint(by.rules)]
        terms = self.vocabulary.without(*(id.removeprefix("measure/") for id in off))
        read = list(figured(cut, known.grammar))
        found = [one for _, here in read for one in here if off.isdisjoint(one.rules)]
        index = Said(said)
        spoken = [one.source for one in said if one.source]
        apart = sorted({*spoken, *(span for one in said for span in one.relayed(text))})
        beside = sorted(span for one in said for span in one.beside)
        turns = sorted(at for one in said if (at := one.turn(text)) is not None)
        block: object = None
        figures: list[ClaimDraft] = []
        above: list[ClaimDraft] = []
        last: list[ClaimDraft] = []
        asked: list[ClaimDraft] = []
        told: list[ClaimDraft] = []
        told_above: list[ClaimDraft] = []
        for sentence in sentences(
            page, found, terms, text=text, said_at=document.said_at, known=_names(said, usage),
            apart=apart, beside=beside, turns=turns, off=off, kept=[line for line, _ in read],
        ):  # fmt: skip
            if sentence.block is not block:
                yield from tallied(figures) if figures else ()
                block, figures, above = sentence.block, [], figures or above
                told, told_above = [], told
            marks, asides = _marks(taken, sentence, off)
            mine: list[ClaimDraft] = []
            by = index.of(sentence.start, sentence.end)
            if marks and not by and (turn := index.turn(sentence.start)) is not None:
                by = [turn]
            if sentence.figures:
                counted = [*Assembly(document, sentence, index, marks, off).figures()]
                counted = [issued.tells(one) for one in counted] if issued else counted
                mine = [referred(one, figures or above, sentence.start) for one in counted]
                mine = [there(one, figures or _with(one, above)) for one in shared(mine)]
                mine = itemised(text, [then(one, figures) for one in mine])
                mine = rebutting(text, mine, figures or above, sentence.start)
                figures += mine
            marks += asides
            stated = [*propositions(document, sentence, by, marks, mine)] if by or marks else []
            stated = [issued.tells(one) for one in stated] if issued else stated
            heard = Heard(last, figures or above, asked, [*told_above, *told])
            last = [*mine, *borne(stated, mine, heard)]
            told = [*told, *last][-_REACH:]
            asked = asked_by(stated) or asked
            yield from last[len(mine) :]
        yield from tallied(figures)

    def _said(
        self, text: str, page: tuple[Block, ...], taken: Asides, issued: Issuer | None
    ) -> list[Attribution]:
        """Return who says what; what is read for it is kept in ``taken``."""
        if self.attribute is attributions:
            return attributions(text, page, taken, issued)
        return self.attribute(text, page)


def _marks(
    page: Asides, sentence: Sentence, off: frozenset[str]
) -> tuple[list[StanceMark], list[StanceMark]]:
    """Return the stances of a sentence, and that of the aside with which it ends."""
    span = sentence.start, sentence.end
    marks = [mark for mark in page.stances.of(*span) if off.isdisjoint(mark.rules)]
    found = page.of(*span)
    if found is None or not off.isdisjoint(found.mark.rules):
        return marks, []
    return [mark for mark in marks if mark.cue[0] < found.start], [found.mark]


def _with(one: ClaimDraft, above: list[ClaimDraft]) -> list[ClaimDraft]:
    """Return the figures of the paragraph above, where *15 others were hurt* goes on with them."""
    return above if "further" in one.rules else []


def _names(said: Sequence[Attribution], usage: Usage) -> frozenset[str]:
    """Return the names of who speaks: they are no places, unless the page tells what was in them.

    *Kolm said 12 had died in Kolm*; a person goes by a longer name as well: *Ana Roe*.
    """
    names = frozenset(name for one in said for name in one.chain)
    single = [name for name in names if " " not in name and name[:1].isupper()]
    if not single:
        return names
    people = {name.rpartition(" ")[2] for name in names if " " in name}
    return names.difference(
        name for name in single if name not in people and usage.is_place(name)
    )  # fmt: skip


def dated(document: Document, page: Sequence[Block]) -> Document:
    """Return a document under the date that its first lines print, where none is known."""
    if document.said_at is not None:
        return document
    text = document.text
    top = [block for block in page[:_HEADER] if printed(text, block.start, block.end)]
    for block in (*top, *page[:_FIRST_LINES]):
        if block.end - block.start <= _DATE_LINE:
            for one in dates(tokens_of(text, block.start, block.end)):
                if day_of(one.period) is not None and "/" not in one.period:
                    return replace(document, said_at=one.period)
    return document


def extract(
    text: str,
    *,
    said_at: str | date | Period | None = None,
    outlet: str | None = None,
    zone: str = "",
    extractor: Extractor | None = None,
) -> tuple[ClaimDraft, ...]:
    """Return what a page says, as drafts of claims.

    >>> [draft] = extract("Police arrested 12 people on Wednesday.", said_at="2026-02-05")
    >>> draft.measure, draft.when.code, draft.chain
    ('arrested', '2026-02-04', ())

    ``said_at`` is the date of the page and ``outlet`` who publishes it. Raises InvalidClaimError
    for a date that is none, and for what is no text.
    """
    check_type(text, str, "the text of a page; read it from its file with read_text()")
    if text.casefold().endswith(_SUFFIXES) and not any(map(str.isspace, text)):
        raise InvalidClaimError(
            f"expected the text of a page, got the path {text!r}; read it with"
            " Path(path).read_text()"
        )
    if outlet is not None:
        check_type(outlet, str, "the name of an outlet as text, as in outlet='Reuters'")
    if check_type(zone, str, "a zone as text, as in zone='+02:00'"):
        Period.parse(_NOON, zone)
    reader = extractor or RuleExtractor()
    if not callable(getattr(reader, "extract", None)):
        check_type(reader, RuleExtractor, "an extractor, as SpacyExtractor.load(name) makes one")
    return tuple(reader.extract(Document(text, _day(said_at), outlet, zone)))


_SUFFIXES = (".txt", ".md", ".html", ".htm")
_NOON = "2026-02-04T12:00"


def _day(said_at: str | date | Period | None) -> str | None:
    """Return the date of a page as text."""
    if said_at is None or isinstance(said_at, str):
        return said_at
    if isinstance(said_at, date):
        return said_at.isoformat()
    return str(check_type(said_at, Period, "a date as text, date or Period"))
