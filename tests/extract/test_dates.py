"""Dates as the text says them, read against the day of the page."""

import pytest

from claimsync.extract.extractor import extract
from claimsync.extract.questions.dates import RULES, dates
from claimsync.extract.text.tokens import tokens


def told(text, said_at="2026-02-05"):
    words = [token for token in tokens(text) if token.kind not in {"space", "newline"}]
    found = dates(words, said_at)
    assert all(text[one.start : one.end].strip() for one in found)
    return found


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Two died on Wednesday", "2026-02-04"),
        ("Two died Thursday", "2026-02-05"),
        ("Two died last Thursday", "2026-01-29"),
        ("Talks will resume on Monday", "2026-02-09"),
        ("Two died yesterday", "2026-02-04"),
        ("Two died on 4 February", "2026-02-04"),
        ("Two died on Feb. 4, 2024", "2024-02-04"),
        ("Two died on the 12th of December", "2025-12-12"),
        ("strikes in January", "2026-01"),
        ("strikes in November", "2025-11"),
        ("two deaths in 2024", "2024"),
        ("two deaths since 2022", "2022/.."),
        ("two deaths last month", "2026-01"),
        ("two deaths this week", "2026-02-02/2026-02-08"),
        ("An hour earlier two had died", ""),
        ("two had died by noon", ""),
    ],
)
def test_a_date_is_read_against_the_day_of_the_page(text, period):
    assert [one.period for one in told(text)] == [period]


@pytest.mark.parametrize(
    "text", ["They may march", "In 314 cases", "on 31 people", "Mar the day", "Sun shone on May"]
)
def test_other_words_are_no_dates(text):
    assert told(text) == []


def test_without_a_day_of_the_page_a_weekday_stays_open():
    assert [one.period for one in told("Two died on Wednesday", None)] == [""]
    assert [one.period for one in told("Two died on 4 February 2026", None)] == ["2026-02-04"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_fires_on_its_example_alone(rule):
    assert rule.id in {one.rule for one in told(rule.example)}
    assert rule.id not in {one.rule for one in told(rule.counter_example)}


def test_an_undated_figure_is_of_the_day_that_is_news_and_not_of_the_one_looked_back_on():
    text = (
        "Nine people were killed on Tuesday, police said. The railway said eight were killed."
        " In 1994 a crash killed 16 people."
    )
    drafts = [draft for draft in extract(text, said_at="2027-06-16") if draft.figure]
    told = {draft.figure.text: draft.when and draft.when.code for draft in drafts}
    assert told["eight"] == told["Nine"] == "2027-06-15"
    assert told["16"] == "1994"


def test_of_two_days_in_the_news_none_is_carried_over():
    text = (
        "Nine people were killed on Monday, police said. Two people were killed on Tuesday."
        " The railway said eight were killed."
    )
    drafts = [draft for draft in extract(text, said_at="2027-06-16") if draft.figure]
    assert {d.figure.text: d.when for d in drafts}["eight"] is None
