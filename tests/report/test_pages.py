"""What stands on a page, in a graph and in a schema."""

import json

import networkx as nx
import pytest
from jsonschema import Draft202012Validator, ValidationError, validate

from claimsync.interop import from_records
from claimsync.model.claim import Claim
from claimsync.notation import parse
from claimsync.pipeline import reconcile
from claimsync.report import html_page, json_text, verdict_rows
from claimsync.report.drafts import DraftClaim, claim_record
from claimsync.report.graphs import dot_text, mermaid_text, node_link_text
from claimsync.report.positions import positions_of
from claimsync.report.schema import claims_schema, draft_schema
from claimsync.report.steps import proof_lines
from claimsync.report.text import shown
from tests.reason.test_check import PROOFS


def _page(url):
    rows = [{"source": name, "measure": "killed", "value": "8", "url": url} for name in "AB"]
    return html_page(reconcile(from_records(rows)))


def test_only_web_addresses_become_links():
    assert '<a href="https://example.org/a?b=1&amp;c=2"' in _page("https://example.org/a?b=1&c=2")
    for address in ("javascript:alert(1)", "data:text/html,x", "//example.org", "https://[", "x"):
        assert "<a " not in _page(address)


def test_a_page_is_whole_and_fetches_nothing():
    page = _page("")
    assert "default-src &#39;none&#39;" not in page
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in page
    assert page.count("<h1>") == 1
    assert '<html lang="en">' in page


def test_control_and_direction_marks_are_shown_as_codes():
    assert shown("a\x1b[2J\u202eb") == r"a\x1b[2J\u202eb"


def test_huge_positions_list_each_claim_once():
    lines = [f"P{n}: killed = {n}" for n in range(600)] + [f"L{n}: killed >= 1" for n in range(600)]
    finding = reconcile(parse("\n".join(lines))).divergences[0]
    positions, shared = positions_of(finding, most=100_000)
    assert shared
    assert sorted(name for position in positions for name in position) == sorted(finding.claims)
    whole, shared = positions_of(finding)
    assert not shared
    assert len(whole) == len(positions) == 600


def test_a_column_of_ours_makes_way_for_the_users():
    result = reconcile(parse("A: killed = 8\nB: killed = 9"))
    rows = verdict_rows(result, [{"why": "mine"}, {"why": "also mine"}])
    assert rows[0]["why"] == "mine"
    assert rows[0]["claimsync why"].startswith("Because")


def test_json_does_not_depend_on_the_order_of_claims():
    lines = ["A: killed = 8", "B: killed = 9", "C: killed >= 5", "D: ? hurt", "E: hurt = 3"]
    texts = {json_text(reconcile(parse("\n".join(order)))) for order in (lines, lines[::-1])}
    assert len(texts) == 1


def test_graph_texts_hold_every_node_and_read_back():
    graph = reconcile(parse('"a ""b"" <c>": killed = 8  ^x\nB: = 9  updates ^x')).graph()
    data = json.loads(node_link_text(graph))
    nodes = {node["id"] for node in data["nodes"]}
    assert nodes == set(graph.nodes)
    assert len(data["edges"]) == graph.number_of_edges()
    back = nx.MultiDiGraph()
    back.add_edges_from((e["source"], e["target"], e["key"]) for e in data["edges"])
    assert set(back.nodes) == nodes
    assert dot_text(graph).count("->") == mermaid_text(graph).count("-->") == len(data["edges"])
    assert "<c>" not in mermaid_text(graph)


def _walk(schema):
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _walk(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _walk(value)


def test_the_strict_schema_leaves_no_freedom():
    schema = draft_schema()
    Draft202012Validator.check_schema(schema)
    for part in _walk(schema):
        assert "oneOf" not in part
        assert "default" not in part
        if "anyOf" in part and isinstance(part["anyOf"], list):
            assert {"type": "null"} in part["anyOf"]
            assert len(part["anyOf"]) == 2
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert part["required"] == list(part["properties"])


FILLED = {
    "id": "ria",
    "chain": [
        {"name": "RIA Novosti", "on_behalf_of": None},
        {"name": "Russian defence ministry", "on_behalf_of": None},
    ],
    "anonymous": False,
    "stance": "asserts",
    "measure": "people exchanged",
    "event": "swap",
    "phase": "completed",
    "dimensions": [{"name": "category", "codes": ["POW"]}],
    "when": None,
    "readings": [
        {"qualifier": "exactly", "number": "157", "to": None, "margin": None, "word": None,
         "unit": None, "spread": "each", "over": "side"},
    ],
    "said_at": "2026-02-05",
    "as_of": None,
    "links": [],
    "quote": "157 each",
}  # fmt: skip
LINE = (
    "RIA Novosti citing Russian defence ministry: people exchanged"
    ' [event=swap, category=POW, phase=completed] = 157 each side  @ 2026-02-05  "157 each"  ^ria'
)


def test_a_filled_draft_becomes_a_claim():
    validate({"claims": [FILLED]}, draft_schema())
    record = claim_record(DraftClaim.model_validate(FILLED))
    validate({"claims": [record]}, claims_schema())
    context = parse("partition side: both = Russia + Ukraine").context
    assert from_records([record], context=context).claims[0] == Claim.parse(LINE)


def test_a_draft_without_a_field_is_refused():
    short = {name: value for name, value in FILLED.items() if name != "quote"}
    with pytest.raises(ValidationError, match="quote"):
        validate({"claims": [short]}, draft_schema())


def test_a_dumped_set_of_claims_fits_the_schema():
    day = parse("party Ukraine on killed\nA: killed [place=x | y] = 8 (0.5) | 9 (0.5)  ^a")
    validate(day.model_dump(mode="json"), claims_schema())


def test_the_steps_of_a_case_split_can_be_followed():
    lines = proof_lines(PROOFS["an odd cycle, by a case split"][0])
    assert lines[3:5] == [
        "3. suppose: question a, at most 0",
        "4. row transfers bound: question b, sum ab = a + b, at least 1 [by 0, 3]",
    ]
    assert lines[-1] == "16. either way: one holds of step 3 and step 11 [by 7, 15]"
    hence = proof_lines(PROOFS["an odd cycle, one case after the other"][0])[11]
    assert hence == "11. hence: question a, step 3 does not hold, at least 1 [by 7]"


def test_the_steps_of_multiplied_rows_can_be_followed():
    assert proof_lines(PROOFS["likewise by multiples of the rows"][0])[2] == (
        "2. rows combine: 2 * step 0, 3 * step 1, 1 * (sum x = 2 * y), -1 * (sum x = 3 * z),"
        " of which a number below 0 is left [by 0, 1]"
    )
    assert proof_lines(PROOFS["a share of its denominator"][0])[2] == (
        "2. row transfers bound: question cast, product cast = 0.01 * turnout * registered,"
        " under 655 [by 0, 1]"
    )
    last = proof_lines(PROOFS["two questions made one"][0])[2]
    assert last == "2. compared across: assuming left = right, they meet [by 0, 1]"
