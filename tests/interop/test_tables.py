"""Rows of a table, cell by cell."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from claimsync.errors import InvalidClaimsError
from claimsync.interop.records import from_records
from claimsync.interop.tables import read_rows
from claimsync.model.context import Context
from claimsync.model.figure import Figure, Qualifier
from claimsync.model.measure import Measure
from claimsync.model.number import Number
from claimsync.model.question import Question
from claimsync.model.stance import LinkVerb, Phase, Stance

ROW = {"source": "AFP", "measure": "killed"}


def only(**cells):
    """Read the one claim of a row."""
    (claim,) = from_records([{**ROW, **cells}]).claims
    return claim


def faults(*rows, **options):
    """Read rows into what is wrong with them."""
    return read_rows(enumerate(rows, start=2), **options).errors


def fault(**cells):
    """Read a row into the one thing that is wrong with it."""
    (error,) = faults({**ROW, **cells})
    return error


def test_a_row_is_a_claim_with_all_its_columns():
    claim = from_records(
        [
            {**ROW, "id": "x"},
            {
                **ROW,
                "ID": "ria",
                " Stance ": "Denies",
                "event": "swap",
                "phase": "agreed",
                "when": "2026-02-04",
                "value": "157",
                "unit": "person",
                "said_at": "2026-02-05T10:00+02:00",
                "as_of": "2026-02",
                "link": "updates ^x",
                "[place]": "Gaza City | Gaza Strip",
                "[side]": "",
                "quote": "they said",
                "url": "https://example.org",
                "note": "checked",
                "sorce": "kept",
            },
        ]
    ).claims[1]
    assert claim.id == "ria"
    assert claim.stance is Stance.DENIES
    assert claim.question == Question(
        measure="killed",
        event="swap",
        phase=Phase.AGREED,
        dimensions={"place": ["Gaza City", "Gaza Strip"]},
        when="2026-02-04",
    )
    assert [reading.figure for reading in claim.readings] == [Figure(number=157, unit="person")]
    assert str(claim.said_at) == "2026-02-05T10:00:00+02:00"
    assert str(claim.as_of) == "2026-02"
    assert [(link.verb, link.target) for link in claim.links] == [(LinkVerb.UPDATES, "x")]
    told = claim.provenance
    assert (told.quote, told.url, told.note) == ("they said", "https://example.org", "checked")
    assert told.extra == {"sorce": "kept"}
    assert told.row == 2


@pytest.mark.parametrize(
    ("cells", "figure"),
    [
        ({"value": "at least 21"}, Figure(qualifier="at least", number=21)),
        ({"value": "157 each side"}, Figure(number=157, spread="each", over="side")),
        ({"value": "1,234", "unit": "vote"}, Figure(number=1234, unit="vote")),
        ({"low": "8", "high": "12"}, Figure(qualifier="range", number=8, to=12)),
        (
            {"low": "8", "high": "8", "unit": "min"},
            Figure(qualifier="range", number=8, to=8, unit="min"),
        ),
        ({"low": "8", "high": ""}, Figure(qualifier="at least", number=8)),
        ({"low": None, "high": 12.0}, Figure(qualifier="at most", number=12)),
        ({"value": "Dec 02 Not Available", "unit": "min"}, Figure(qualifier="no information")),
    ],
)
def test_a_figure_comes_from_value_or_from_bounds(cells, figure):
    (claim,) = read_rows([(2, {**ROW, **cells})]).claims
    assert [reading.figure for reading in claim.readings] == [figure]


def test_bounds_keep_the_value_beside_them_unread():
    claim = only(low="430", high="430", value="7:10 a.m.")
    assert claim.readings[0].figure.qualifier is Qualifier.RANGE
    assert claim.provenance.published == "7:10 a.m."


def test_bounds_are_never_rounded():
    claim = only(low="0.10", high="12345678901234567890.123456789")
    assert claim.readings[0].figure.number == Number(10, -2)
    assert claim.readings[0].figure.to.value == Fraction("12345678901234567890.123456789")


def test_a_row_without_a_figure_is_an_occurrence():
    assert only(stance="?").readings == ()


def test_words_are_a_category_only_where_the_measure_is_declared_so():
    context = Context(measures=(Measure(name="damage", categories=True),))
    row = {"source": "AFP", "measure": "damage", "value": "significant", "unit": "items"}
    (claim,) = from_records([row], context=context).claims
    assert claim.readings[0].figure == Figure(qualifier="category", word="significant")
    assert faults(row)[0].place.column == "value"


def test_a_row_that_only_links_goes_on_from_the_linked_claim():
    rows = [
        {**ROW, "id": "first", "[place]": "Donetsk", "value": "8"},
        {**ROW, "measure": "", "link": "updates ^first", "[place]": "", "value": "9"},
    ]
    first, second = from_records(rows).claims
    assert second.question == first.question
    assert second.readings[0].figure.number == Number(9)


@pytest.mark.parametrize(
    "cell",
    [314, 314.0, "314", " 314 ", Decimal(314), np.int64(314), np.float64(314), np.float32(314)],
)
def test_a_number_means_the_same_in_every_type(cell):
    assert only(value=cell, low=None) == only(value="314")
    assert only(low=cell) == only(low="314")


@pytest.mark.parametrize(
    "cell", [None, float("nan"), np.nan, pd.NA, pd.NaT, Decimal("nan"), "", "  "]
)
def test_an_empty_cell_is_empty_in_every_type(cell):
    assert only(value=cell, when=cell, **{"[place]": cell}) == only()


@pytest.mark.parametrize(
    "cell",
    [
        dt.date(2026, 2, 4),
        dt.datetime(2026, 2, 4),  # noqa: DTZ001 - as spreadsheets hold days
        pd.Timestamp("2026-02-04"),
        np.datetime64("2026-02-04"),
        np.datetime64("2026-02-04T00:00:00.000000000"),
        "2026-02-04",
    ],
)
def test_a_day_is_a_day_in_every_type(cell):
    assert str(only(when=cell).question.when) == "2026-02-04"


def test_a_whole_float_is_a_code_without_its_point():
    assert only(**{"[ward]": 3.0}).question.dimensions == (("ward", ("3",)),)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"low": "12", "high": "8"}, "low"),
        ({"low": "NaN"}, "low"),
        ({"value": "NaN"}, "value"),
        ({"low": float("inf")}, "low"),
        ({"value": float("-inf")}, "value"),
        ({"high": "1e400"}, "high"),
        ({"value": "9" * 1_000_000}, "value"),
        ({"low": "9" * 1_000_000}, "low"),
        ({"low": 10**5000}, "low"),
        ({"value": True}, "value"),
        ({"value": ["8"]}, "value"),
        ({"value": "5 km", "unit": "mi"}, "unit"),
        ({"said_at": "2026-02-05T10:00"}, "said_at"),
        ({"as_of": "last Tuesday"}, "as_of"),
        ({"when": "2026-13-45"}, "when"),
        ({"when": "2026-02-30"}, "when"),
        ({"phase": "completd"}, "phase"),
        ({"stance": "shouts"}, "stance"),
        ({"link": "undoes x"}, "link"),
        ({"[place]": "a\x00b"}, "place"),
        ({"source": ""}, "source"),
        ({"measure": " "}, "measure"),
        ({"measure": "", "link": "updates ^x", "[place]": "Donetsk"}, "measure"),
    ],
)
def test_a_faulty_cell_is_an_error_with_its_place(cells, column):
    error = fault(id="x1", **cells)
    assert (error.place.row, error.place.id, error.place.column) == (2, "x1", column)
    assert len(error.message) < 500


def test_all_faults_are_told_at_once_and_the_valid_rows_kept():
    table = read_rows(
        enumerate(
            [ROW, {**ROW, "when": "x", "low": "y"}, {**ROW, "value": "8"}, {**ROW, "source": ""}],
            start=2,
        )
    )
    assert [(e.place.row, e.place.column) for e in table.errors] == [
        (3, "when"),
        (3, "low"),
        (5, "source"),
    ]
    assert [claim.provenance.row for claim in table.claims] == [2, 4]


def test_a_zone_of_the_context_serves_times_without_one():
    row = {**ROW, "said_at": "2026-02-05T10:00"}
    (claim,) = from_records([row], zone="+02:00").claims
    assert str(claim.said_at) == "2026-02-05T10:00:00+02:00"


def test_two_ways_to_write_a_number_in_one_column_are_an_error_that_names_both_rows():
    table = read_rows(
        enumerate([{**ROW, "value": v} for v in ("1,234", "5", "1.234", "at least 1,300")], start=2)
    )
    assert [error.place.row for error in table.errors] == [2, 4, 5]
    assert all(
        "row 4" in e.message and ("row 2" in e.message or "row 5" in e.message)
        for e in table.errors
    )
    assert [claim.provenance.row for claim in table.claims] == [3]


@pytest.mark.parametrize(
    "values",
    [
        ("1,234", "0.234"),
        ("1,234", "1.23"),
        ("1,234.567", "8"),
        ("1.234", "2.345"),
        ("1,234", 1.234),
    ],
)
def test_numbers_that_can_be_taken_in_one_way_only_stand_side_by_side(values):
    assert faults(*({**ROW, "value": value} for value in values)) == []


def test_a_value_beside_bounds_is_no_number_to_be_confused():
    assert (
        faults({**ROW, "value": "1,234"}, {**ROW, "value": "1.234", "low": "1", "high": "2"}) == []
    )


def test_columns_are_free_in_case_and_order():
    one = from_records([{"[PLACE]": "Donetsk", "VALUE": "8", "Measure": "killed", "SOURCE": "AFP"}])
    two = from_records([{**ROW, "value": "8", "[place]": "Donetsk"}])
    assert one == two


def test_a_column_takes_the_capitals_of_the_declared_dimension():
    rows = [(1, {**ROW, "[side]": "both"})]
    assert read_rows(rows, dimensions=["Side"]).claims[0].question.dimensions == (
        ("Side", ("both",)),
    )


def test_an_unknown_column_is_told_and_kept_never_guessed():
    table = read_rows([(1, {**ROW, "place": "Donetsk", "vlaue": 9, "[place]": "x"})])
    assert table.claims[0].readings == ()
    assert table.claims[0].provenance.extra == {"place": "Donetsk", "vlaue": "9"}
    assert table.hints == [
        "column 'place' is not known and kept as a note; did you mean '[place]'?",
        "column 'vlaue' is not known and kept as a note; did you mean 'value'?",
    ]


def test_a_missing_column_tells_those_found():
    (error,) = faults({"sorce": "AFP", "measure": "killed"})
    assert error.message == "expected a column 'source', got 'sorce', 'measure'; rename 'sorce'"
    assert error.place.column == "source"


def test_a_column_that_stands_twice_is_an_error():
    assert "'value' 2 times" in faults({**ROW, "value": "8", "Value ": "9"})[0].message
    assert "'place' 2 times" in faults({**ROW, "[place]": "a", "[Place]": "b"})[0].message


def test_a_reserved_key_is_no_dimension():
    assert "without brackets" in faults({**ROW, "[when]": "2026"})[0].message


def test_a_repeated_id_is_an_error_of_its_row():
    with pytest.raises(InvalidClaimsError) as caught:
        from_records([{**ROW, "id": "a"}, {**ROW, "id": "a", "value": "8"}])
    (error,) = caught.value.exceptions
    assert (error.place.row, error.place.column) == (2, "id")


def test_a_row_of_empty_cells_is_no_row():
    assert read_rows([(1, {"source": "", "measure": "", "value": " "})]).errors == []
