"""Every exception that claimsync raises.

::

    ClaimsyncError
    ├── InvalidClaimError (ValueError)      one claim, figure, period or declaration is not usable
    │   ├── NotationError                   a line of the notation does not parse; with a caret
    │   └── UnknownCodeError                a name outside a closed list
    ├── InvalidClaimsError (ExceptionGroup) all errors of one input, at once
    ├── InvalidContextError (ValueError)    declarations that contradict one another
    ├── AmbiguousQuestionError (LookupError) a partial question that fits none or several
    ├── SearchLimitError (RuntimeError)     a budget is spent
    ├── FormatError (ValueError)            a file is not what its format promises
    ├── ProofError (ValueError)             a step of a proof does not follow
    ├── StoreError (RuntimeError)           a ledger cannot be read or written
    └── MissingExtraError (ImportError)     an optional package is not installed

Messages say what was expected, what was found, where, and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")


class ClaimsyncError(Exception):
    """Base of every error that claimsync raises."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input something stands: file, row (1-based), claim id and column."""

    file: str | None = None
    row: int | None = None
    id: str | None = None
    column: str | None = None

    def __str__(self) -> str:
        """Return the place as a prefix such as ``day.claims:7``."""
        head = ":".join(str(part) for part in (self.file, self.row) if part is not None)
        tail = ", ".join(
            f"{name} {value}" for name, value in (("id", self.id), ("column", self.column)) if value
        )
        return " ".join(part for part in (head, f"({tail})" if tail else "") if part)


class InvalidClaimError(ClaimsyncError, ValueError):
    """A claim, figure, period or declaration that cannot be used."""

    def __init__(self, message: str, place: Place | None = None) -> None:
        """Keep the bare message and its place apart, so that reports can show both."""
        super().__init__(message)
        self.message = message
        self.place = place or Place()

    def __str__(self) -> str:
        """Return the message with its place in front, where one is known."""
        where = str(self.place)
        return f"{where}: {self.message}" if where else self.message

    def at(self, place: Place) -> InvalidClaimError:
        """Return the same error told at ``place``."""
        self.place = place
        return self


class NotationError(InvalidClaimError):
    """A line of the notation that does not parse; ``str()`` points at the spot."""

    def __init__(
        self, message: str, line: str = "", span: tuple[int, int] = (0, 0), hint: str = ""
    ) -> None:
        """Keep the line, the half-open span of the spot in it, and a hint."""
        super().__init__(message)
        self.line, self.span, self.hint = line, span, hint

    def __str__(self) -> str:
        """Return message, line, caret and hint, each on a line of its own."""
        parts = [super().__str__()]
        if self.line:
            parts.extend(_pointed(self.line, self.span))
        if self.hint:
            parts.append(f"hint: {self.hint}")
        return "\n".join(parts)


class UnknownCodeError(InvalidClaimError):
    """A name that is not in a closed list."""


class InvalidClaimsError(ClaimsyncError, ExceptionGroup[InvalidClaimError]):
    """All errors of one input, told at once."""

    def __new__(cls, errors: Sequence[InvalidClaimError]) -> Self:
        """Make the group with a message that counts its errors."""
        count = f"{len(errors)} error{'s' if len(errors) != 1 else ''} in the input"
        return super().__new__(cls, count, list(errors))

    def __init__(self, errors: Sequence[InvalidClaimError]) -> None:
        """Accept the errors that ``__new__`` grouped."""

    # The override is narrower on purpose: these groups hold nothing but errors of claims.
    def derive(self, excs: Sequence[InvalidClaimError]) -> InvalidClaimsError:  # type: ignore[override]
        """Return a group of the same kind over ``excs``."""
        return InvalidClaimsError(excs)

    def __reduce__(self) -> tuple[type[InvalidClaimsError], tuple[list[InvalidClaimError]]]:
        """Pickle by the errors alone."""
        return type(self), ([e for e in self.exceptions if isinstance(e, InvalidClaimError)],)

    def __str__(self) -> str:
        """Return every error, one after another."""
        return "\n".join([self.message, *(str(error) for error in self.exceptions)])


class InvalidContextError(ClaimsyncError, ValueError):
    """Declarations that contradict one another."""


class AmbiguousQuestionError(ClaimsyncError, LookupError):
    """A partial question that fits no claimed question, or several."""


class SearchLimitError(ClaimsyncError, RuntimeError):
    """A budget that the caller passed in is spent."""


class FormatError(ClaimsyncError, ValueError):
    """A file that is not what its format promises."""


class ProofError(ClaimsyncError, ValueError):
    """A proof of which a step does not follow; ``where`` names the step."""

    def __init__(self, expected: str, got: str, where: str) -> None:
        """Keep the three apart, so that reports can show each."""
        super().__init__(f"{where}: expected {expected}, got {got}")
        self.expected, self.got, self.where = expected, got, where


class StoreError(ClaimsyncError, RuntimeError):
    """A ledger that cannot be read or written."""


class MissingExtraError(ClaimsyncError, ImportError):
    """An optional package that is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        """Say which package is missing and which extra brings it."""
        super().__init__(f"{package} is not installed: pip install 'claimsync[{extra}]'")


_MOST_NAMES = 1000


def check_named(given: Mapping[str, T], what: str) -> Mapping[str, T]:
    """Return ``given``; raise InvalidClaimError unless it is a mapping from names to ``what``."""
    if not isinstance(given, Mapping):
        raise InvalidClaimError(
            f"expected {what} by name, as in {{'name': ...}}, got {type(given).__name__}"
        )
    return given


def check_type(given: object, kind: type[T], expected: str) -> T:
    """Return ``given``; raise InvalidClaimError, telling what is ``expected``, for another type."""
    if not isinstance(given, kind):
        raise InvalidClaimError(f"expected {expected}, got {type(given).__name__}")
    return given


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a hint naming the closest known name, or an empty string (also among very many).

    >>> did_you_mean("plaec", ["place", "side"])
    "did you mean 'place'?"
    """
    names = [str(each) for each in known]
    if len(names) > _MOST_NAMES:
        return ""
    close = get_close_matches(name[:200], names, n=1, cutoff=0.75)
    return f"did you mean {close[0]!r}?" if close else ""


_WIDTH = 100


def _pointed(line: str, span: tuple[int, int]) -> list[str]:
    """Return the line, cut around the span if it is long, with a caret line under it."""
    start, end = span
    cut = max(0, start - _WIDTH // 2)
    shown = line[cut : cut + _WIDTH]
    lead, length = start - cut, max(1, min(end, cut + _WIDTH) - start)
    pad = "".join("\t" if char == "\t" else " " for char in shown[:lead])
    return [f"  {shown}", f"  {pad}{'~' * (length - 1)}^"]
