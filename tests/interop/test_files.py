"""Files of every format, sound and hostile."""

import csv
import gzip
import json

import pytest

from claimsync.errors import FormatError, InvalidClaimsError
from claimsync.interop.files import read, read_input
from claimsync.model.context import Context
from claimsync.model.source import Source

CSV = "source,measure,value,[place]\nAFP,killed,8,Donetsk\ndpa,killed,at least 7,Donetsk\n"


@pytest.fixture
def write(tmp_path):
    """Give a function that writes a file and names it."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def faults(path, **options):
    """Read a file into what is wrong with it, as (row, column)."""
    return [(error.place.row, error.place.column) for error in read_input(path, **options).errors]


def message(path):
    """Read a file into the message of its one error."""
    (error,) = read_input(path).errors
    assert error.place.file == str(path)
    return error.message


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        b"\xfe\xff" + CSV.encode("utf-16-be"),
        CSV.replace("\n", "\r\n").encode(),
        CSV.replace("\n", "\r").encode(),
        (CSV + "\n,,,\n\n").encode(),
    ],
)
def test_encodings_and_line_ends_make_no_difference(write, data):
    assert read(write("day.csv", data)) == read("-", stdin=CSV.encode())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("day.csv", CSV),
        ("day.tsv", CSV.replace(",", "\t")),
        ("day.ndjson", "\n".join(json.dumps(row) for row in csv.DictReader(CSV.splitlines()))),
        ("day.jsonl", "\n".join(json.dumps(row) for row in csv.DictReader(CSV.splitlines()))),
        ("day.json", json.dumps(list(csv.DictReader(CSV.splitlines())), indent=1)),
        ("day.json", json.dumps({"claims": list(csv.DictReader(CSV.splitlines()))}, indent=1)),
    ],
)
def test_every_format_holds_the_same_claims(write, name, content):
    expected = read("-", stdin=CSV.encode())
    assert read(write(name, content)) == expected
    assert read(write(name + ".gz", gzip.compress(content.encode()))) == expected
    assert read("-", stdin=content.encode()) == expected
    assert read("-", stdin=gzip.compress(content.encode())) == expected


def test_notation_is_read_from_files_and_standard_input(write):
    line = "AFP: killed [place=Donetsk] = 8\n"
    assert read(write("day.claims", line)) == read("-", stdin=line.encode())


def test_several_files_are_one_set_under_all_their_declarations(write):
    paths = [
        write("day.csv", CSV),
        write("rules.claims", "source AFP: part of press\nzone +02:00\n"),
        write("more.csv", "source,measure,said_at\nAFP,envoy left,2026-02-05T10:00\n"),
    ]
    claims = read(paths)
    assert len(claims) == 3
    assert claims.context.side("AFP") == "press"
    assert [claim.provenance.file for claim in claims.claims] == [str(paths[0])] * 2 + [
        str(paths[2])
    ]


def test_ids_are_unique_over_all_files(write):
    text = "id,source,measure\na,AFP,killed\n"
    assert faults([write("one.csv", text), write("two.csv", text)]) == [(2, "id")]


def test_a_context_may_be_a_file_a_set_or_declarations(write):
    rules = write("rules.claims", "source AFP: part of press\nAFP: killed = 3\n")
    day = write("day.csv", CSV)
    by_file = read(day, context=rules)
    assert len(by_file) == 2
    assert by_file == read(day, context=by_file)
    assert by_file == read(day, context=Context(sources=(Source(name="AFP", part_of="press"),)))


def test_a_faulty_context_raises_with_its_row_even_where_errors_are_collected(write):
    rules = write("rules.claims", "\nsource AFP: part of dpa\nsource dpa: part of AFP\n")
    day = write("day.csv", CSV)
    for options in ({"context": rules}, {"errors": [], "context": rules}):
        with pytest.raises(InvalidClaimsError) as caught:
            read(day, **options)
        assert caught.value.exceptions[0].place.row in {2, 3}


def test_faulty_declarations_of_a_file_are_listed_and_the_claims_still_read(write):
    rules = write("rules.claims", "\nsource AFP: part of dpa\nsource dpa: part of AFP\n")
    errors = []
    assert len(read([rules, write("day.csv", CSV)], errors=errors)) == len(
        read(write("b.csv", CSV))
    )
    assert {error.place.row for error in errors} == {2, 3}


def test_errors_raise_together_or_are_collected(write):
    path = write("day.csv", CSV + "AFP,killed,eight,\n,killed,9,\n")
    with pytest.raises(InvalidClaimsError) as caught:
        read(path)
    assert [error.place.row for error in caught.value.exceptions] == [4, 5]
    errors = []
    assert len(read(path, errors=errors)) == 2
    assert [(error.place.file, error.place.row) for error in errors] == [
        (str(path), 4),
        (str(path), 5),
    ]


def test_ragged_rows_are_errors_and_the_others_kept(write):
    path = write("day.csv", CSV + "AFP,killed\nAFP,killed,8,x,y\nAP,killed,8,\n")
    assert faults(path) == [(4, None), (5, None)]
    assert len(read_input(path).claims) == 3


def test_rows_are_told_by_the_line_they_begin_on(write):
    path = write(
        "day.csv", 'source,measure,value,quote\nAFP,killed,8,"two\nlines"\nAFP,killed,x,\n'
    )
    assert faults(path) == [(4, "value")]


def test_a_bad_line_of_ndjson_is_an_error_and_reading_goes_on(write):
    good = '{"source": "AFP", "measure": "killed", "value": 8}'
    bad = [
        '{"source": ',
        "[1]",
        '{"a": 1, "a": 2}',
        '{"value": NaN}',
        "[" * 100_000,
        '{"note": "\\ud800"}',
    ]
    path = write("day.ndjson", "\n".join([good, *bad, good]))
    found = read_input(path)
    assert [error.place.row for error in found.errors] == [2, 3, 4, 5, 6, 7]
    assert len(found.claims) == 2


def test_json_numbers_keep_their_digits(write):
    content = '[{"source": "AFP", "measure": "share", "unit": "%", "value": 0.50}]'
    (claim,) = read(write("day.json", content)).claims
    assert str(claim.readings[0].figure.number) == "0.50"
    for number in ("1e400", "9" * 100_000):
        assert faults(write("day.json", content.replace("0.50", number))) == [(1, "value")]


def test_broken_json_tells_its_line(write):
    assert faults(write("day.json", '[\n{"source": "AFP",\n}]')) == [(3, None)]
    assert "expected a list of records" in message(write("day.json", '{"rows": []}'))
    assert "expected an object" in message(write("day.json", '["AFP"]'))


def test_bytes_that_are_no_utf_8_are_told_with_their_position(write):
    path = write("day.csv", CSV.encode() + "Élysée,killed,8,\n".encode("latin-1"))
    assert "the byte 0xC9 at column 1" in message(path)
    assert faults(path) == [(4, None)]
    errors = []
    assert len(read(path, errors=errors)) == len(read(write("whole.csv", CSV)))


def test_a_nul_character_is_told_with_its_row(write):
    assert faults(write("day.csv", CSV + "A\0P,killed,8,\n")) == [(4, None)]


@pytest.mark.parametrize("name", ["day.csv", "day.tsv", "day.ndjson", "day.json", "day.claims"])
@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_error(write, name, content):
    assert "an empty file" in message(write(name, content))


@pytest.mark.parametrize(("name", "content"), [("day.csv", "source,measure\n"), ("day.json", "[]")])
def test_a_table_without_rows_is_an_error(write, name, content):
    assert "expected rows of claims, got none" in message(write(name, content))


def test_a_header_with_a_column_twice_is_one_error(write):
    assert "'value' 2 times" in message(
        write("day.csv", "source,measure,value,Value\nAFP,killed,8,9\nAFP,x,8,9\n")
    )


def test_a_header_without_the_needed_columns_tells_those_found(write):
    errors = read_input(write("day.csv", "source;measure\nAFP;killed\n")).errors
    found = [error.message for error in errors]
    assert len(found) == 2
    assert "separated by ';'" in found[0]


def test_a_column_without_a_name_goes_by_its_position(write):
    found = read_input(write("day.csv", ",source,measure,\n0,AFP,killed,\n"))
    assert found.claims.claims[0].provenance.extra == {"column 1": "0"}


def test_a_huge_cell_is_an_error_and_changes_no_setting(write):
    limit = csv.field_size_limit()
    path = write("day.csv", CSV + f'AFP,killed,8,"{"x" * 50_000_000}"\n')
    assert "at most" in message(path)
    assert len(read_input(path).claims) == 2
    assert csv.field_size_limit() == limit


def test_a_quote_that_is_never_closed_is_an_error_of_its_row(write):
    assert "closing quote" in message(
        write("day.csv", CSV + 'AFP,killed,8,"Donetsk\nAFP,killed,8,x\n')
    )


def test_text_after_a_closing_quote_is_an_error_of_its_row(write):
    path = write("day.csv", CSV + 'AFP,killed,8,"Don"etsk\nAP,killed,8,x\n')
    assert faults(path) == [(4, None)]
    assert len(read_input(path).claims) == 3


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("day.csv.gz", gzip.compress(CSV.encode(), mtime=0)[:-12], "whole gzip file"),
        ("day.csv.gz", CSV.encode(), "whole gzip file"),
        ("day.csv", gzip.compress(CSV.encode(), mtime=0), "add .gz"),
        ("day.parquet", b"PAR1", "claimsync[arrow]"),
        ("day.csv", b"PAR1....", "claimsync[arrow]"),
        ("day.xlsx", b"PK\x03\x04", "claimsync[excel]"),
        ("day.csv", b"PK\x03\x04", "claimsync[excel]"),
        ("day.txt", CSV.encode(), ".ndjson"),
        ("day", CSV.encode(), "no suffix"),
    ],
)
def test_a_file_of_another_kind_tells_what_is_supported(write, name, content, told):
    with pytest.raises(FormatError) as caught:
        read(write(name, content), errors=[])
    assert told in str(caught.value)


def test_a_missing_file_and_a_directory_are_told(write, tmp_path):
    write("day.csv", CSV)
    with pytest.raises(FormatError, match=r"did you mean 'day\.csv'"):
        read(tmp_path / "dya.csv")
    folder = tmp_path / "days.csv"
    folder.mkdir()
    with pytest.raises(FormatError, match="got a directory"):
        read(folder)
    with pytest.raises(FormatError, match="pass stdin"):
        read("-")


def test_hints_tell_unknown_columns_once_a_file(write):
    found = read_input(write("day.csv", "source,measure,vaule\nAFP,killed,8\nAP,killed,8\n"))
    (hint,) = found.hints
    assert hint.endswith("column 'vaule' is not known and kept as a note; did you mean 'value'?")
