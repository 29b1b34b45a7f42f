"""Claims as JSON objects, the way ``Claim.model_dump(mode="json")`` writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from claimsync.errors import InvalidClaimError, Place
from claimsync.model.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping

M = TypeVar("M", bound=BaseModel)


def nested_claim(
    record: Mapping[Any, object], file: str | None = None, row: int | None = None
) -> Claim:
    """Return the claim that a JSON object spells out field by field.

    >>> claim = Claim.parse("AFP: killed [place=Donetsk] >= 8")
    >>> nested_claim(claim.model_dump(mode="json")) == claim
    True

    Raises InvalidClaimError with the path of the field at fault.
    """
    claim = validated(Claim, record)
    provenance = claim.provenance.model_copy(update={"file": file, "row": row})
    return claim.model_copy(update={"provenance": provenance})


def validated(kind: type[M], fields: Mapping[Any, object]) -> M:
    """Return the value of ``kind`` with these fields.

    Raises InvalidClaimError, also where pydantic found the fault.
    """
    try:
        return kind.model_validate({str(key): value for key, value in fields.items()})
    except ValidationError as error:
        raise _plain(error) from None
    except TypeError as error:  # a number where the model goes through codes or names
        raise InvalidClaimError(f"expected text in every name and code, got: {error}") from None


def _plain(error: ValidationError) -> InvalidClaimError:
    """Return what pydantic found as an error of ours, all faults in one message."""
    faults = error.errors(include_url=False)
    messages = [str(fault.get("ctx", {}).get("error", "")) or _told(fault) for fault in faults]
    column = ".".join(str(part) for part in faults[0]["loc"]) or None
    return InvalidClaimError("; ".join(dict.fromkeys(messages)), Place(column=column))


def _told(fault: Any) -> str:
    """Return pydantic's own sentence with where and what it found."""
    where = ".".join(str(part) for part in fault["loc"])
    return f"{fault['msg']} at {where!r}, got {repr(fault['input'])[:60]}"
