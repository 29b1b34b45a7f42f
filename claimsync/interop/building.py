"""Values made of parts that are valid already, without validating them again."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

M = TypeVar("M", bound=BaseModel)
_new, _set = object.__new__, object.__setattr__


def built(kind: type[M], fields: dict[str, Any], given: set[str]) -> M:
    """Return a value of ``kind`` that owns ``fields``, which must name every field.

    It is ``kind.model_construct(**fields)`` at a third of the cost, because all values of a table
    share ``given``, the names of their fields: a table makes three values a row.

    >>> from claimsync.model.claim import Link, LinkVerb
    >>> fields = {"verb": LinkVerb.UPDATES, "target": "ria"}
    >>> built(Link, fields, set(fields)) == Link(verb="updates", target="ria")
    True
    """
    value = _new(kind)
    _set(value, "__dict__", fields)
    _set(value, "__pydantic_fields_set__", given)
    _set(value, "__pydantic_extra__", None)
    _set(value, "__pydantic_private__", None)
    return value
