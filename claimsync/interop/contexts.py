"""Declarations to read claims with, from wherever they come, checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError, InvalidClaimsError
from claimsync.interop.content import bytes_of, text_in
from claimsync.model.checks import context_faults
from claimsync.model.claimset import ClaimSet
from claimsync.model.context import Context
from claimsync.notation import parse_document

if TYPE_CHECKING:
    from os import PathLike

    from claimsync.notation import Document


def context_of(
    declared: Context | ClaimSet | str | PathLike[str] | None, zone: str = ""
) -> Context:
    """Return the declarations of a context, a set of claims or a .claims file.

    >>> context_of(Context(zone="+01:00"), zone="+02:00").zone
    '+02:00'

    A ``zone`` given here wins. Raises InvalidClaimsError where the declarations cannot be used.
    """
    match declared:
        case None:
            context = Context()
        case Context():
            context = declared
        case ClaimSet():
            context = declared.context
        case _:
            context = _of_file(str(Path(declared)))
    return sound(context.model_copy(update={"zone": zone}) if zone else context)


def sound(context: Context) -> Context:
    """Return the context.

    Raises InvalidClaimsError with everything that is wrong in it.
    """
    if errors := [error for _, error in context_faults(context)]:
        raise InvalidClaimsError(errors)
    return context


def _of_file(name: str) -> Context:
    """Return the declarations of a .claims file; its claims are left alone."""
    try:
        document: Document = parse_document(text_in(bytes_of(name), name), file=name)
    except InvalidClaimError as error:
        raise InvalidClaimsError([error]) from None
    if document.errors:
        raise InvalidClaimsError(list(document.errors))
    return document.context
