"""Bad lines: a message, the spot, a hint, and every error of a file at once."""

import contextlib
import time

import pytest

from claimsync.errors import InvalidClaimsError, NotationError
from claimsync.model.context import Context
from claimsync.notation import (
    parse,
    parse_attribution,
    parse_claim,
    parse_declaration,
    parse_document,
    parse_figure,
    parse_link,
    parse_question,
    parse_stance,
)


def spot(error):
    start, end = error.span
    return error.line[start:end]


@pytest.mark.parametrize(
    ("line", "culprit", "hint"),
    [
        ("A: killed [pahse=agreed] = 157 each", "each", "phase"),
        ("A: killed = 8 # a note", "# a note", "two spaces"),
        ("killed = 8", "killed = 8", ""),
        (": killed = 8", ": killed = 8", ""),
        ("A: killed [place] = 8", "place", ""),
        ("A: killed [phsae agreed] = 8", "phsae agreed", "phase"),
        ("A: killed [phase=agred] = 8", "agred", "agreed"),
        ("A: (denise) killed", "denise", "denies"),
        ("A: killed [place=x = 8", "[", ""),
        ("A: killed [a=[b]] = 8", "[", ""),
        ("A: killed [a=1, a=2] = 8", "a", ""),
        ("A: killed [when=2026-13-01] = 8", "2026-13-01", ""),
        ("A: killed [event=a | b] = 8", "a | b", ""),
        ("A: killed = 1.234 people", "1.234", "write 1,234 or 1234"),
        ("A: killed = 12,34", "12,34", "12.34"),
        ("A: killed = 1 234 people", "234 people", "1,234"),
        ("A: killed = 8-12", "8-12", "8..12"),
        ("A: killed = significant", "significant", '= "significant"'),
        ("A: killed =", "=", ""),
        ("A: killed = = 5", "= 5", ""),
        ("A: killed = 8 @ 2026-02-XY", "2026-02-XY", ""),
        ("A: killed = 8 @", "@", ""),
        ("A: killed = 8 ^", "^", ""),
        ("A: killed = 8 ^a ^b", "^", ""),
        ("A: killed = 8 ^a#b", "#", ""),
        ('A: killed = 8 "q" "r"', '"', ""),
        ('A: killed = 8 "q" and more', "and more", ""),
        ('A: "killed = 8', '"', '""'),
        ("A: killed [place=x] 8", "8", ""),
        ("A: = 8", "= 8", ""),
        ("A:", "A:", ""),
        ("A citing : killed = 8", "", ""),
        ("A citing citing B: killed = 8", "", ""),
        ("(anonymous): killed = 8", "(anonymous)", ""),
        ("A: killed = 157 each", "each", ""),
        ("A: killed = 8 (2)", "2", ""),
        ("A: killed = 1e400", "1e400", ""),
        ("A: killed\x00 = 8", "\N{REPLACEMENT CHARACTER}", ""),
        (
            "source close to the ministry: killed = 8",
            "source close to the ministry",
            '"source close',
        ),
        ("partiton side: both = Russia + Ukraine", "Russia + Ukraine", ""),
    ],
)
def test_an_error_points_at_the_culprit(line, culprit, hint):
    with pytest.raises(NotationError) as caught:
        parse_claim(line)
    error = caught.value
    assert spot(error) == culprit
    assert hint in error.hint
    assert error.message.startswith("expected ")
    assert "^" in str(error)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("source close to the ministry: killed = 8", "a claim would open with"),
        ("source Kremlin: part off Russia", "part of"),
        ("measure killed: cumulativ", "cumulative"),
        ("measure killed: stock, flow", ""),
        ("partition side: both", ""),
        ("partition side: both = Russia + Ukraine, overlaping", "overlapping"),
        ("partition side: both = Russia + Russia", ""),
        ("relation a = b + c * d", ""),
        ("relation a", ""),
        ("relation a = b * 2", ""),
        ("relation a = b -", ""),
        ("relation a = b - b [previous dya]", "previous day"),
        ("relation a = b - b [day before]", ""),
        ("relation a = b * c * d", ""),
        ("relation a = a + b", ""),
        ("relation a = 0 * b", ""),
        ("relation a <= b + c", ""),
        ("relation a = 1/3 * b", ""),
        ("relation a = b / c", ""),
        ("relation a = 30% of b", ""),
        ("unit EUR = 0 USD", ""),
        ("unit EUR", ""),
        ("unit EUR = x", ""),
        ("assume category POW", ""),
        ("party Ukraine", ""),
        ("party leader on tour: killed = 8", ""),
        ("zone Europe/Kyiv", "offset"),
        ("source", ""),
        ("source: killed = 8", ""),
        ("soruce Kremlin: part of Russia", "source"),
        ("", ""),
    ],
)
def test_a_declaration_word_opens_only_its_own_forms(line, hint):
    with pytest.raises(NotationError) as caught:
        parse_declaration(line)
    assert hint in caught.value.hint


def test_a_misspelt_declaration_word_is_named():
    with pytest.raises(NotationError, match="did you mean 'partition'"):
        parse_claim("partiton side: both = Russia + Ukraine")


def test_every_error_of_a_file_is_told_with_its_place():
    text = "killed = 8\nA: killed = 8\nA: killed = x\n\nsource A: part of B\nsource B: part of A\n"
    document = parse_document(text, file="day.claims")
    assert [error.place.row for error in document.errors] == [1, 3, 5, 6]
    assert {error.place.file for error in document.errors} == {"day.claims"}
    assert len(document.claims) == 1


def test_errors_of_text_and_references_are_told_together():
    with pytest.raises(InvalidClaimsError) as caught:
        parse("killed = 8\nA: killed = 8  updates ^nothing\nsource A: part of A\n")
    assert len(caught.value.exceptions) == 3


def test_a_zone_serves_the_whole_file_wherever_it_stands():
    line = "A: killed = 8  @ 2026-02-05T10:00"
    assert [error.place.row for error in parse_document(line).errors] == [1]
    assert not parse_document(f"{line}\nzone +02:00").errors
    said = parse_document(line, context=Context(zone="+02:00")).claims[0].said_at
    assert str(said) == "2026-02-05T10:00:00+02:00"
    twice = parse_document(f"zone Z\n{line}\nzone +02:00")
    assert [error.place.row for error in twice.errors] == [3]


def test_lines_end_in_any_common_way_and_a_byte_order_mark_is_passed_over():
    document = parse_document(
        "\ufeff# day\r\nA: killed = 8\r\n\r\nB: killed\u00a0= 1.1\u00a0billion\r\n"
    )
    assert not document.errors
    assert [claim.provenance.row for claim in document.claims] == [2, 4]


HOSTILE = (
    "9" * 10**6,
    "A: x = " + "9" * 900_000,
    "A: x " + "9" * 900_000 + "..",
    "A: " + "[" * 10**5,
    "A: " + "]" * 10**5,
    "A: x " + '"' * (10**5 + 1),
    "A: x " + '"a" ' * 10**5,
    "A: x = " + '"a"|' * 10**5,
    "A: x = " + "(" * 10**5,
    "A: x = 1" + "(0.5)" * 10**5,
    "A" + " citing B" * 10**5,
    "A: x " + "denies " * 10**5,
    "A: x " + "denies ^a " * 90_000,
    "A: x " + "as of " * 10**5,
    "A: x [" + "a=b," * 10**5 + "]",
    "A: x [" + "a=b|" * 10**5 + "]",
    "A: x " + "1.1 " * 10**5 + "..",
    "A: x = " + "at " * 10**5,
    "A: x = " + "1,111" * 10**5,
    "A: x = 5 " + "each " * 10**5,
    "A: x = 1e" + "9" * 10**5,
    "A: x = " + "|" * 10**5,
    " " * 10**6,
    "A: x " + '  #"' * 10**5,
    "A: x\x00",
    "A: x\x1b[0m",
    "A: \ud800 = 5",
    "A\u200b: x",
    "\x00",
    "A: x\ny",
    "A: x = NaN",
    "A: x = inf",
    "source " + "a" * 9 + ": " + "may overlap b, " * 60_000,
    "partition a: b = " + "c + " * 10**5,
    "relation a = " + "b - " * 10**5,
    "relation a = " + "2 * " * 10**5,
    "unit a = " + "9" * 10**6,
    "measure a: implies " + "[" * 10**5,
    "party a" + " on b" * 10**5,
    "A: x" * 13_000_000,
)


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_lines_are_refused_or_read_in_linear_time(line):
    begun = time.perf_counter()
    readers = (
        parse_claim,
        parse_declaration,
        parse_question,
        parse_attribution,
        parse_figure,
        parse_link,
        parse_stance,
    )
    for read in readers:
        with contextlib.suppress(NotationError):
            read(line)
    parse_document(line)
    assert time.perf_counter() - begun < 30


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_the_error_of_a_hostile_line_is_short_enough_to_print(line):
    assert all(len(str(error)) < 2000 for error in parse_document(line).errors)
