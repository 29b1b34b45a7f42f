"""Values made of parts that are valid already, without validating them again."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

from claimsync.model.claim import Claim, Provenance
from claimsync.model.question import Question

M = TypeVar("M", bound=BaseModel)
_new, _set = object.__new__, object.__setattr__
_GIVEN: dict[type[BaseModel], set[str]] = {
    kind: set(kind.model_fields) for kind in (Claim, Provenance, Question)
}


def built(kind: type[M], fields: dict[str, Any]) -> M:
    """Return a value of ``kind`` that owns ``fields``, which must name every field.

    It is ``kind.model_construct(**fields)`` at a third of the cost, because all values of one kind
    share the set of given fields: a table makes three values a row.

    >>> fields = dict.fromkeys(Question.model_fields) | {"measure": "killed", "dimensions": ()}
    >>> built(Question, fields) == Question(measure="killed")
    True
    """
    value = _new(kind)
    _set(value, "__dict__", fields)
    _set(value, "__pydantic_fields_set__", _GIVEN[kind])
    _set(value, "__pydantic_extra__", None)
    _set(value, "__pydantic_private__", None)
    return value
