"""The scorer of quantities runs, and says so where the set is absent."""

from pathlib import Path

import pytest

from tests.bench.newsquant import SET, Told, hits, main, scores, told
from tests.bench.texts import open_part, rows_of


def test_an_absent_set_is_skipped_in_so_many_words(capsys) -> None:
    main(Path("absent.jsonl.gz"))

    assert capsys.readouterr().out.startswith("skipped: no absent.jsonl.gz")


def test_quantities_are_brought_to_the_terms_of_the_set() -> None:
    found = told(
        "It rose from 20 in 2008 to 29; hundreds left, a 12-year-old boy among them, in May 2014."
    )

    assert [(one.low, one.high) for one in found] == [(20, 29), (100, 1000), (12, 12)]


def test_matches_are_one_to_one() -> None:
    one = Told(5, 5, "=", frozenset({"men"}))

    assert hits([one, one], [one], lambda a, b: a == b) == 1


def test_the_open_part_is_scored_where_it_lies() -> None:
    if not open_part(SET).is_file():
        pytest.skip("the open part of the set is not at hand")
    rows = rows_of(open_part(SET))[:20]

    assert all("%" in score for score in scores(rows, told).values())
