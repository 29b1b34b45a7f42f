"""News pages on the command line: text and HTML to claims."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimsync.cli.options import PAGES
from claimsync.errors import FormatError, InvalidClaimError, MissingExtraError
from claimsync.extract.drafts import Document
from claimsync.extract.extractor import dated, extract
from claimsync.extract.linking.link import linked
from claimsync.extract.speech.outlets import printed, voiced
from claimsync.extract.text.structure import blocks
from claimsync.interop.content import STDIN, bytes_of, lines_in
from claimsync.interop.files import Input, read_input
from claimsync.model.claimset import ClaimSet
from claimsync.model.context import Context
from claimsync.model.period import Overlap, Period
from claimsync.model.source import UNKNOWN
from claimsync.notation import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimsync.extract.drafts import ClaimDraft
    from claimsync.extract.linking.link import Linked
    from claimsync.model.claim import Claim
    from claimsync.model.question import Question

_HTML = frozenset({".html", ".htm"})
_HEAD = 1_000  # characters in which a page shows what it is
_BAR = "|"  # of tables
_FEW_WORDS = 4  # a sentence has as many


class Page(NamedTuple):
    """A page as text, and what its markup says of it."""

    name: str
    text: str
    said_at: str | None
    outlet: str | None


class Pages(NamedTuple):
    """The pages that can be read, each once, what is wrong with others, and what is to be said."""

    pages: tuple[Page, ...]
    errors: tuple[InvalidClaimError, ...] = ()
    hints: tuple[str, ...] = ()


def is_page(path: str, stdin: bytes | None) -> bool:
    """Return whether a path holds a news page: by its suffix, standard input by what is in it."""
    if path == STDIN:
        text = stdin.decode("utf-8-sig", "replace") if stdin is not None else ""
        return _is_markup(text) or (bool(text) and _is_prose(text))
    return path.casefold().endswith(PAGES)


def _is_prose(text: str) -> bool:
    """Return whether a text is prose: with sentences, and most of its lines are no notation."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or lines[0].lstrip()[:1] in {"{", "["}:
        return False
    if "," in lines[0].partition(" ")[0].rstrip(","):  # a table's head: *Kolm, 12 March* is none
        return False
    if not any(_is_sentence(line) for line in lines):
        return False
    return 2 * len(parse_document(text).errors) > len(lines)


def _is_sentence(line: str) -> bool:
    """Return whether a line ends as sentences do, and says nothing in signs."""
    ends = line.rstrip(" \t\"”’'")[-1:]
    return ends in set(".!?") and "=" not in line and len(line.split()) >= _FEW_WORDS


def pages_of(paths: Sequence[str], stdin: bytes | None = None) -> Pages:
    """Return the pages at ``paths``; one of several that is none is told, one given twice is one.

    Raises FormatError where none can be read.
    """
    read: dict[str, Page] = {}
    errors: list[FormatError] = []
    hints: list[str] = []
    for path in paths:
        try:
            page = page_of(path, stdin)
        except FormatError as error:
            errors.append(error)
            continue
        first = read.setdefault(page.text.strip(), page)
        if first is not page:
            hints.append(f"{path}: the text of {first.name} again, read as one page")
    if errors and not read:
        raise errors[0]
    wrong = (InvalidClaimError(f"{error}; the other pages are read") for error in errors)
    return Pages(tuple(read.values()), tuple(wrong), tuple(hints))


def page_of(path: str, stdin: bytes | None = None) -> Page:
    """Return what a page says, without its markup.

    Raises FormatError for a file that is none, MissingExtraError for HTML without trafilatura.
    """
    data = bytes_of(path) if path != STDIN else stdin or b""
    if not data.strip():
        raise FormatError(
            f"{path}: expected a news page, got an empty file; check that it was saved"
        )
    if data.startswith(b"%PDF"):
        raise FormatError(f"{path}: expected a news page, got a PDF file; save its text as .txt")
    text, errors = lines_in(data, path)
    if errors:
        raise errors[0]
    name = Path(path).stem if path != STDIN else "standard input"
    if Path(path).suffix.casefold() in _HTML or _is_markup(text):
        return _from_html(text, path, name)
    return Page(path, text, None, name)


def _is_markup(text: str) -> bool:
    """Return whether a text is an HTML page, by how it begins."""
    head = text[:_HEAD].lstrip().casefold()
    return head.startswith(("<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p"))


def _from_html(markup: str, path: str, name: str) -> Page:
    """Return the words of an HTML page, with its date and its publisher where it tells them."""
    try:
        import trafilatura
    except ImportError:
        raise MissingExtraError("trafilatura", "html") from None
    text = trafilatura.extract(markup, include_comments=False, include_tables=True)
    if not text:
        raise FormatError(f"{path}: expected a page with an article, got none; save it as .txt")
    known = trafilatura.extract_metadata(markup)
    title = known.title if known is not None else None
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    said_at = known.date if known is not None else None
    return Page(path, text, said_at, (known.sitename if known is not None else None) or name)


def drafts_of(
    pages: Sequence[Page], *, said_at: str | None = None, zone: str = ""
) -> list[tuple[Page, tuple[ClaimDraft, ...]]]:
    """Return the drafts of each page; of several, each outlet is named as the voice.

    Of one, what nobody is said to say is told by the outlet that the page prints as its own.
    """
    if len(pages) == 1:
        (page,) = pages
        outlet = printed(page.text)
        drafts = extract(page.text, said_at=said_at or page.said_at, zone=zone)
        return [(page, tuple(voiced(draft, outlet) for draft in drafts) if outlet else drafts)]
    return [
        (page, extract(page.text, said_at=said_at or page.said_at, zone=zone, outlet=page.outlet))
        for page in _told_apart(pages)
    ]


def _told_apart(pages: Sequence[Page]) -> list[Page]:
    """Return the pages; outlets of one file name bear as much of their paths as is needed."""
    files = {page.name for page in pages if page.outlet == Path(page.name).stem}
    names = _names({Path(name) for name in files})
    return [
        page._replace(outlet=names[Path(page.name)]) if page.name in files else page
        for page in pages
    ]


def _names(paths: set[Path]) -> dict[Path, str]:
    """Return the shortest end of each path, without its suffix, that no other has."""
    names: dict[Path, str] = {}
    left, depth = paths, 1
    while left and depth <= max(len(path.parts) for path in left):
        ends = {path: Path(*path.with_suffix("").parts[-depth:]).as_posix() for path in left}
        often = Counter(ends.values())
        names |= {path: end for path, end in ends.items() if often[end] == 1}
        left, depth = left - names.keys(), depth + 1
    return names | {path: path.as_posix() for path in left}


def input_of_pages(
    paths: Sequence[str], others: Input | None, context: Context, *,
    said_at: str | None = None, zone: str = "", stdin: bytes | None = None,
    statements: bool = False,
) -> Input:  # fmt: skip
    """Return the claims of pages, together with those of other files."""
    given = pages_of(paths, stdin)
    drafts = drafts_of(given.pages, said_at=said_at, zone=zone)
    found = linked((draft for _, told in drafts for draft in told), context=context,
                   statements=statements)  # fmt: skip
    hints = (
        *given.hints,
        *(
            hint
            for page, told in drafts
            for hint in (*_date_hints(page, told, said_at), *_hints(page, told, found))
        ),
        *_unheard(found.claims),
    )
    if others is None:
        return Input(found.claims, given.errors, hints)
    errors = [*others.errors, *given.errors]
    both = ClaimSet.checked(
        (*others.claims.claims, *found.claims.claims),
        others.claims.context.joined(found.claims.context),
        errors,
    )
    return Input(both, tuple(errors), (*others.hints, *hints))


def _hints(page: Page, told: Iterable[ClaimDraft], found: Linked) -> Iterator[str]:
    """Yield what is to be said about what is not read, and about drafts that are not judged."""
    rows = sum(block.kind == "row" for block in blocks(page.text)) if _BAR in page.text else 0
    if rows:
        yield f"{page.name}: the {rows} rows of its tables are not read"
    mine = {id(draft) for draft in told}
    left = sum(id(draft) in mine and not draft.states for draft in found.review)
    if left:
        said = "1 figure or statement is" if left == 1 else f"{left} figures or statements are"
        yield f"{page.name}: {said} read too unsurely to be judged; 'claimsync extract' lists them"


def _unheard(claims: ClaimSet) -> Iterator[str]:
    """Yield what is to be said about questions that one source answers as a page itself does."""
    told: dict[Question, list[Claim]] = {}
    for claim in claims.claims:
        if claim.question is not None and claim.stance.affirms:
            told.setdefault(claim.question, []).append(claim)
    left = sum(_echoes_nobody(answers) for answers in told.values())
    if left:
        many = "1 question is" if left == 1 else f"{left} questions are"
        yield (
            f"{many} answered alike by one source and by a page itself, which may have it from"
            " there; that confirms nothing"
        )


def _echoes_nobody(answers: Sequence[Claim]) -> bool:
    """Return whether one source and nobody named say the same."""
    names = {claim.attribution.origin for claim in answers}
    alike = len({claim.readings for claim in answers}) == 1
    return alike and UNKNOWN in names and len(names - {UNKNOWN}) == 1


def _date_hints(page: Page, told: Sequence[ClaimDraft], said_at: str | None) -> Iterator[str]:
    """Yield what is to be said about the date of a page: none, or another than the one given."""
    if said_at is None:
        undated = (draft for draft in told if draft.said_at is None)
        days = [one for draft in undated for one in draft.scopes if one.dimension == "day"]
        if days:
            named = days[0].slot.text if days[0].slot is not None else days[0].code
            yield (
                f"{page.name}: no date is printed at its top, so nobody knows when {named!r} was;"
                " --said-at DATE tells when the page was written"
            )
        return
    own = page.said_at or dated(Document(page.text), blocks(page.text)).said_at
    if own is not None and not _near(own, said_at):
        yield f"{page.name}: read as of {said_at}, as --said-at has it; the page prints {own}"


def _near(one: str, other: str) -> bool:
    """Return whether two dates have a day in common."""
    return Period.parse(one).overlap(Period.parse(other)) is not Overlap.DISJOINT


def file_of(
    paths: tuple[str, ...], context: str | None, *, said_at: str | None, zone: str,
    stdin: bytes | None, statements: bool = False,
) -> Input:  # fmt: skip
    """Return what pages and other files hold together."""
    pages = [path for path in paths if is_page(path, stdin)]
    rest = [path for path in paths if path not in pages]
    others = read_input(rest, context=context, zone=zone, stdin=stdin) if rest else None
    if not pages:
        return others or Input(ClaimSet())
    try:
        return input_of_pages(pages, others, _context(context), said_at=said_at, zone=zone,
                              stdin=stdin, statements=statements)  # fmt: skip
    except InvalidClaimError as error:
        raise error.at(replace(error.place, file=error.place.file or pages[0])) from None


def _context(path: str | None) -> Context:
    """Return the declarations of a file."""
    from claimsync.interop.contexts import context_of

    return context_of(path, "")
