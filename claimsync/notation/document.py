"""A whole file: every line read, every error of it told in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError, InvalidClaimsError, NotationError, Place
from claimsync.model.checks import context_faults
from claimsync.model.claimset import ClaimSet
from claimsync.model.context import Context
from claimsync.notation.declarations import Zone, declaration_of, declares
from claimsync.notation.parse import claim_of
from claimsync.notation.tokens import Text, line_of, placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.model.claim import Claim
    from claimsync.model.context import Declaration

_NOTHING = Context()


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: its claims, the context they are read with, and what is wrong with it."""

    claims: tuple[Claim, ...] = ()
    context: Context = _NOTHING
    errors: tuple[InvalidClaimError, ...] = ()


def parse_document(text: str, *, file: str | None = None, context: Context = _NOTHING) -> Document:
    r"""Return what the lines of ``text`` say, continuations unresolved; bad lines become errors.

    >>> document = parse_document("party Ukraine on killed\nReuters: killed = 8\nAFP killed = 9")
    >>> len(document.claims), len(document.context.parties), document.errors[0].place.row
    (1, 1, 3)
    """
    reader = _Reader(file, context.zone)
    claims, declared = reader.read(text)
    joined = context.joined(Context.of(declared, reader.zone))
    for declaration, fault in context_faults(joined):
        reader.errors.append(fault.at(Place(file, declared.get(declaration))))
    errors = sorted(reader.errors, key=lambda error: error.place.row or 0)
    return Document(tuple(claims), joined, tuple(errors))


def parse(text: str) -> ClaimSet:
    r"""Return the claims of ``text`` with their declarations.

    >>> parse("Reuters: killed = 8\nAFP: = 9  updates ^r\nReuters: killed = 7  ^r").ids[2]
    'r'

    Raises InvalidClaimsError with every error of the text at once.
    """
    document = parse_document(text)
    errors = list(document.errors)
    claims = ClaimSet.checked(document.claims, document.context, errors)
    if errors:
        raise InvalidClaimsError(errors)
    return claims


class _Reader:
    """The lines of one file on their way to claims and declarations."""

    def __init__(self, file: str | None, zone: str) -> None:
        """Start with the zone that the context gives."""
        self.file, self.zone = file, zone
        self.errors: list[InvalidClaimError] = []

    def read(self, text: str) -> tuple[list[Claim], dict[Declaration, int]]:
        """Return the claims, and the declarations each with its row."""
        lines = list(self._lines(text))
        # A zone serves the whole file, wherever it stands.
        zones = [(row, window) for row, window in lines if declares(window) and _zoned(window)]
        self._take_zones(zones)
        claims: list[Claim] = []
        declared: dict[Declaration, int] = {}
        for row, window in lines:
            try:
                if not declares(window):
                    claims.append(claim_of(window, zone=self.zone, file=self.file, row=row))
                elif not _zoned(window):
                    declaration = declaration_of(window, self.zone)
                    if not isinstance(declaration, Zone):
                        declared.setdefault(declaration, row)
            except NotationError as error:
                self.errors.append(placed(error, Place(self.file, row)))
        return claims, declared

    def _lines(self, text: str) -> Iterator[tuple[int, Text]]:
        """Yield the lines that say something, each with its row."""
        for row, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
            try:
                window = line_of(line.removesuffix("\r"))
            except NotationError as error:
                self.errors.append(placed(error, Place(self.file, row)))
                continue
            if window:
                yield row, window

    def _take_zones(self, zones: list[tuple[int, Text]]) -> None:
        """Take the zone that the file declares; two different ones are an error."""
        declared = ""
        for row, window in zones:
            try:
                zone = str(declaration_of(window)).removeprefix("zone ")
                if declared and zone != declared:
                    window.fail(
                        f"expected one zone in a file, got {zone} after {declared}; keep one"
                    )
                declared = self.zone = zone
            except NotationError as error:
                self.errors.append(placed(error, Place(self.file, row)))


def _zoned(window: Text) -> bool:
    """Return whether the line declares a zone."""
    return str(window).startswith("zone")
