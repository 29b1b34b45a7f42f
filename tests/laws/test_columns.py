"""Laws of columns: what is judged at once is what is judged one by one, and is told alike."""

import pickle
from weakref import WeakValueDictionary

import numpy as np
from hypothesis import given

from claimsync.findings import plain_sums
from claimsync.findings.columns import Findings
from claimsync.findings.kinds import Kind
from claimsync.interop import from_records, to_records
from claimsync.model.columns import Claims
from claimsync.notation import bare_texts, claim_text, parse
from claimsync.pipeline import reconcile
from claimsync.table.columns import Ways
from tests.laws.worlds import day, judged, parsed, texts, told, worlds


@given(worlds(most=12))
def test_sums_judged_at_once_are_those_judged_one_by_one(world):
    at_once = told(world.judged())
    kept = plain_sums.plain_rows
    plain_sums.plain_rows = lambda case: np.zeros(len(case.cells.rows), dtype=bool)
    try:
        one_by_one = told(reconcile(parsed(world.text)))
    finally:
        plain_sums.plain_rows = kept

    assert at_once == one_by_one


@given(texts())
def test_columns_of_findings_say_what_the_findings_do(claims):
    findings = judged(day(claims)).findings

    assert [tuple(rows) for rows in map(findings.rows.__getitem__, range(len(findings)))] == [
        finding.rows for finding in findings
    ]
    assert findings.key.tolist() == [finding.key for finding in findings]
    assert [list(Kind)[kind] for kind in findings.kind] == [finding.kind for finding in findings]
    assert {kind: n for kind, n in findings.counts().items() if n} == {
        kind: sum(f.kind is kind for f in findings) for kind in {f.kind for f in findings}
    }


@given(texts())
def test_findings_stand_by_kind_basis_question_and_claims(claims):
    findings = judged(day(claims)).findings
    order = [
        (k, b, f.key, f.rows)
        for k, b, f in zip(findings.kind, findings.basis, findings, strict=True)
    ]

    assert order == sorted(order)


@given(texts())
def test_columns_of_claims_say_what_the_claims_do(lines):
    claims = parsed(str(day(lines))).claims
    columns = Claims.of(claims)
    parts = [columns._made(at, claim.provenance) for at, claim in enumerate(claims)]

    assert columns == claims == Claims.joined([columns[:1], columns[1:]])
    assert tuple(parts) == claims
    assert [*bare_texts(columns)] == [claim_text(claim, bare=True) for claim in claims]
    assert columns.questions == len({claim.question for claim in claims})


@given(texts())
def test_columns_of_options_say_what_the_options_do(lines):
    table = judged(day(lines))._telling.table
    flat = [option for options in table.options for option in options]
    again = Ways.of([*table.options], table.space.dtype)

    assert all(
        np.array_equal(getattr(again, name), getattr(table.ways, name)) for name in vars(again)
    )
    assert all(table.meanings[each.meaning] for each in flat if each.meaning >= 0)


@given(texts())
def test_what_was_read_from_a_table_can_be_pickled_and_its_proofs_hold(lines):
    claimset = from_records(to_records(parsed(day(lines))), context=parsed(day(lines)).context)
    result = reconcile(claimset)
    result.findings._kept = WeakValueDictionary()  # as for very many

    again = pickle.loads(pickle.dumps(result))  # noqa: S301 - what was pickled here
    assert again.to_json() == result.to_json()
    assert again.verify() == ()


def test_findings_are_a_sequence_that_makes_each_once():
    findings = reconcile(parse("A: killed = 8\nB: killed = 9\nC: hurt = 2")).findings

    assert findings[0] is findings[0]
    assert findings[:1] == (findings[0],)
    assert findings != ()
    assert findings[:0] == Findings.of([]) == ()
    assert repr(findings[:0]) == "()"
    assert [*findings] == [*findings[:1], *findings[1:]]
