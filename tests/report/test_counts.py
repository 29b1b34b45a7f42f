"""Every format tells the same numbers, of any findings."""

import csv
import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimsync.errors import InvalidClaimError
from claimsync.findings.kinds import Kind
from claimsync.interop import to_csv
from claimsync.notation import parse
from claimsync.pipeline import reconcile
from claimsync.report import (
    html_fragment,
    html_page,
    json_text,
    markdown_text,
    ndjson_text,
    plain_text,
    records,
    verdict_rows,
)
from claimsync.report.schema import result_schema
from claimsync.report.text import SHOWN, ascii_text
from claimsync.report.words import counted
from tests.strategies import claimsets

RESULT = Draft202012Validator(result_schema())


def results():
    """Results of claims of every kind; those that cannot be reconciled are none of the reports'."""
    return st.one_of(claimsets(), _clashes()).map(_reconciled).filter(lambda result: result)


def _reconciled(claims):
    try:
        return reconcile(claims)
    except InvalidClaimError:
        return None


@st.composite
def _clashes(draw):
    """Claims of a few sources on a few questions, so that findings of every kind come up."""
    stances = st.sampled_from(("", "(denies) ", "? ", "(no comment) ", "(confirms) "))
    figures = st.sampled_from(("= 8", "= 9", ">= 5", "~ 10", "= dozens", ""))
    who = st.sampled_from(("AFP", "dpa", "AFP citing dpa", "<b>", "someone (anonymous)"))
    where = st.sampled_from(("", " [place=all]", " [place=north]", " [place=south]"))
    line = st.tuples(who, stances, where, figures).map(
        lambda t: f"{t[0]}: {t[1]}killed{t[2]} {t[3]}"
    )
    lines = draw(st.lists(line, max_size=8))
    return parse("\n".join(["partition place: all = north + south", *lines]))


@given(results())
def test_all_formats_tell_the_same_counts(result):
    told = json.loads(json_text(result))
    counts = told["summary"]["findings"]
    assert counts == result.counts
    assert sum(counts.values()) == len(told["findings"]) == len(list(records(result)))
    lines = [json.loads(line) for line in ndjson_text(result).splitlines()]
    assert lines[0]["findings"] == counts
    assert [line["id"] for line in lines if line["type"] == "finding"] == [
        finding["id"] for finding in told["findings"]
    ]
    for text in (
        plain_text(result),
        html_page(result),
        html_fragment(result),
        markdown_text(result),
    ):
        for kind in Kind:
            told_so = counted(counts[kind], kind) in text
            assert told_so or not counts[kind]
    assert html_page(result).count("<article") == len(told["findings"])


@given(results())
def test_a_result_in_json_fits_its_schema(result):
    RESULT.validate(json.loads(json_text(result)))


@given(results())
def test_each_claim_gets_one_row_with_a_finding_it_is_part_of(result):
    rows = verdict_rows(result, [{"id": name} for name in result.claims.ids])
    back = list(csv.DictReader(io.StringIO(to_csv(rows))))
    assert len(back) == len(result.claims)
    for row, name in zip(rows, result.claims.ids, strict=True):
        ids = [finding.id for finding in result.about(name)]
        assert sorted(row["findings"].split()) == sorted(ids)
        assert bool(row["verdict"]) == bool(ids)


@given(results())
def test_nothing_said_becomes_markup(result):
    page = html_page(result) + html_fragment(result)
    assert "<script" not in page
    assert "<b>" not in page
    assert not re.search(r'(?:href|src)="(?!https?://)', page)


@given(results(), st.sampled_from(("ascii", "cp1252", "koi8-r")))
def test_any_report_fits_any_encoding(result, encoding):
    text = ascii_text(plain_text(result), encoding)
    assert text.encode(encoding).decode(encoding) == text
    assert len(text.splitlines()) == len(plain_text(result).split("\n"))


def test_lists_cut_for_display_say_so_and_json_has_all():
    day = parse("\n".join(f"{who}: killed [place=p{n}] = 8" for n in range(30) for who in "AB"))
    result = reconcile(day)
    assert "showing 20 of 30 agreements: --format json lists all" in plain_text(result)
    assert SHOWN[Kind.AGREEMENT] == 20
    assert len(json.loads(json_text(result))["findings"]) == 30
    assert "… 10 more: result.to_frame()" in html_fragment(result)


def test_kinds_without_findings_are_hidden_in_text():
    text = plain_text(reconcile(parse("A: killed = 8\nB: killed = 9")))
    assert "1 divergence" in text
    assert "agreement" not in text
