"""Drafts: every slot is a piece of the text, and JSON gives them back."""

import jsonschema
import pytest

from claimsync.errors import InvalidClaimError
from claimsync.extract.drafts import (
    Document,
    Slot,
    checked,
    drafts_from_json,
    drafts_json,
    drafts_schema,
)
from claimsync.extract.extractor import extract

PAGE = "Twelve people were killed in Lyman on Wednesday, the governor said.\n"


def test_json_gives_the_drafts_back():
    drafts = extract(PAGE, said_at="2026-02-05")
    assert drafts_from_json(drafts_json(drafts)) == drafts


def test_the_schema_allows_what_is_written_and_nothing_else():
    import json

    schema = drafts_schema()
    written = json.loads(drafts_json(extract(PAGE, said_at="2026-02-05")))
    jsonschema.validate(written, schema)
    written[0]["verdict"] = "true"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, schema)


def test_every_object_of_the_schema_is_closed_and_complete():
    for part in drafts_schema()["$defs"].values():
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert set(part["required"]) == set(part["properties"])


def test_a_slot_that_is_not_in_the_text_is_refused():
    [draft] = extract(PAGE)
    with pytest.raises(InvalidClaimError, match="own words"):
        checked(draft, PAGE.replace("Twelve", "Eleven"))


def test_slots_are_counted_in_code_points():
    text = "😀 Zoë: “12 people were killed in Lyman”, the governor said."
    [draft] = [d for d in extract(text) if d.figure]
    assert checked(draft, text).figure == Slot(text.index("12"), text.index("12") + 2, "12")


def test_a_page_must_have_a_date_that_is_one():
    with pytest.raises(InvalidClaimError, match="expected a date"):
        Document("", said_at="Wednesday")
