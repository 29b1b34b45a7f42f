"""JSON Schemas: of claims, of claims that a language model fills in, and of a result."""

from __future__ import annotations

from typing import Any

from claimsync.findings.kinds import Basis, Kind, Modifier
from claimsync.report.summary import COUNTED, SCHEMA_VERSION

Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def claims_schema() -> Schema:
    """Return the schema of a set of claims in JSON.

    >>> sorted(claims_schema()["properties"])
    ['claims', 'context']
    """
    from claimsync.model.claimset import ClaimSet

    told: Schema = _described(ClaimSet.model_json_schema())
    return {"$schema": _DIALECT, **told}


def draft_schema() -> Schema:
    """Return the strict schema of claims: no defaults, no open objects, every field required.

    >>> draft_schema()["required"]
    ['claims']
    """
    from claimsync.report.drafts import DraftClaims

    told: Schema = _described(DraftClaims.model_json_schema())
    return told


def result_schema() -> Schema:
    """Return the schema of what ``check --format json`` prints.

    >>> result_schema()["properties"]["schema_version"]
    {'const': 1}
    """
    return {
        "$schema": _DIALECT,
        "title": "Result",
        **_object(
            schema_version={"const": SCHEMA_VERSION},
            summary=_summary(),
            findings=_list(_finding()),
            implied=_list(_implied()),
            repairs=_list(_repair()),
            families=_list(_family()),
            undecided=_list(_object(claims=_texts(), reason=_text())),
            errors=_list(_error()),
            notes=_texts(),
        ),
    }


def _summary() -> Schema:
    """Return the schema of the counts."""
    findings = _object(**{str(kind): _count() for kind in COUNTED})
    return _object(
        claims=_count(), sources=_count(), questions=_count(), findings=findings, undecided=_count()
    )


def _finding() -> Schema:
    """Return the schema of a finding; ``positions_shared`` is there for huge ones only."""
    told = _object(
        id=_text(),
        kind={"enum": [str(kind) for kind in Kind]},
        basis={"enum": [str(basis) for basis in Basis]},
        question=_text(),
        claims=_texts(),
        origins=_texts(),
        positions=_list(_texts()),
        origins_at_least=_count(),
        origins_at_most=_count(),
        readings={"type": "object", "additionalProperties": _text()},
        assumptions=_texts(),
        modifiers=_list({"enum": [str(modifier) for modifier in Modifier]}),
        why=_text(),
        proof=_object(steps=_list({"type": "object"})),
    )
    told["properties"]["positions_shared"] = {"const": True}
    return told


def _implied() -> Schema:
    """Return the schema of an implied bound: null is unbounded, text a fraction such as 1/3."""
    return _ends(question=_text(), claims=_texts())


def _ends(**beside: Schema) -> Schema:
    """Return the schema of both ends of an interval, with what stands beside them."""
    end: Schema = {"type": ["number", "string", "null"]}
    told = _object(**beside, low=end, high=end)
    told["properties"] |= {"low_open": {"const": True}, "high_open": {"const": True}}
    return told


def _repair() -> Schema:
    """Return the schema of a repair; ``more`` says that there are others."""
    told = _object(
        group=_count(),
        aside=_texts(),
        weight=_number(),
        instead={"type": "object", "additionalProperties": _ends()},
    )
    told["properties"]["more"] = {"const": True}
    return told


def _family() -> Schema:
    """Return the schema of a family of divergences; no weight: nothing resolves it."""
    weight: Schema = {"type": ["number", "string", "null"]}
    told = _object(
        group=_count(), findings=_texts(), claims=_texts(), weight=weight, at_least=_number()
    )
    told["properties"] |= {"more": {"const": True}, "why": _text()}
    return told


def _number() -> Schema:
    """Return the schema of an exact number: text a fraction such as 1/3."""
    return {"type": ["number", "string"]}


def _error() -> Schema:
    """Return the schema of an input error."""
    maybe: Schema = {"type": ["string", "null"]}
    row: Schema = {"type": ["integer", "null"]}
    return _object(file=maybe, row=row, id=maybe, column=maybe, message=_text())


def _object(**properties: Schema) -> Schema:
    """Return a closed object, all of whose fields are required."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _text() -> Schema:
    return {"type": "string"}


def _texts() -> Schema:
    return _list(_text())


def _count() -> Schema:
    return {"type": "integer", "minimum": 0}


def _described(schema: Any) -> Any:
    """Return a schema whose descriptions end before the examples for Python."""
    if isinstance(schema, list):
        return [_described(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: _described(value) for name, value in schema.items()}
    if isinstance(told.get("description"), str):
        told["description"] = told["description"].partition("\n\n")[0].replace("\n", " ")
    return told
