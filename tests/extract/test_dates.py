"""Dates as the text says them, read against the day of the page."""

import subprocess
import sys

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
        ("two died on 3 and 4 February", "2026-02-03/2026-02-04"),
        ("two died on 1-3 February", "2026-02-01/2026-02-03"),
        ("two died on 1 and 4 February", ""),
        ("two died between Monday and Wednesday", "2026-02-02/2026-02-04"),
        ("two died from Monday to Wednesday", "2026-02-02/2026-02-04"),
        ("two died in the October-December quarter", "2025-10/2025-12"),
        ("two died at the weekend", "2026-01-31/2026-02-01"),
        ("The pool will open this weekend", "2026-02-07/2026-02-08"),
        ("two died last autumn", "2025"),
        ("two died last winter", "2024-12/2025-02"),
        ("two died this winter", "2025-12/2026-02"),
        ("Two ships will leave before the end of the month", "2026-02"),
        ("two died in the past 24 hours", "2026-02-05"),
        ("two died over the past day", "2026-02-05"),
        ("two died in the last few hours", "2026-02-05"),
        ("two ships sank in the past 48 hours", None),
        ("For the fourth quarter, sales were flat", "2025-10/2025-12"),
        ("fires in the same period of 2023", "2023"),
        ("A vote is planned for November", "2026-11"),
        ("They asked for March", None),
        ("the worst since a storm in June", None),
        ("two deaths since the truce in June", "2025-06/.."),
        ("The act, which passed on Tuesday, would raise rents", "2026-02-03"),
        ("Two left over the weekend, and we expect more", "2026-01-31/2026-02-01"),
        ("The road will close after a bridge fell on Monday", "2026-02-02"),
        ("The bridge, to be reopened on Monday, will take trains", "2026-02-09"),
        ("They agreed to meet on Monday, and will talk", "2026-02-09"),
        ("The rain is expected to stop by Friday night", "2026-02-06"),
        ("Two died on Monday last week", "2026-01-26"),
        ("Two died earlier on Thursday", "2026-02-05"),
        ("Two died on Tuesday, 27 January", "2026-01-27"),
        ("Two died on Monday and Tuesday", "2026-02-02/2026-02-03"),
        ("Two died on Monday and Wednesday", ""),
        ("Two died overnight into Wednesday", "2026-02-03/2026-02-04"),
        ("Two died this past weekend", "2026-01-31/2026-02-01"),
        ("Two died on New Year's Eve", "2025-12-31"),
        ("Two died on 2026-01-03", "2026-01-03"),
        ("two died three days ago", "2026-02-02"),
        ("two died in the past three days", "2026-02-02/2026-02-05"),
        ("two died over the past month", "2026-01/2026-02"),
        ("She has led it for the past three years", None),
        ("two deaths in mid-January", "2026-01"),
        ("two deaths in the last week of January", "2026-01"),
        ("two deaths in March last year", "2025-03"),
        ("two deaths last March", "2025-03"),
        ("two deaths in late 2025", "2025"),
        ("two deaths throughout 2025", "2025"),
        ("two deaths at the end of last year", "2025"),
        ("two deaths in 2024-25", "2024/2025"),
        ("two deaths in the 2024-25 season", "2024/2025"),
        ("two deaths in the 2019 flood", "2019"),
        ("more deaths than in the 2019 flood", None),
        ("under the 2019 act", None),
        ("two deaths last quarter", "2025-10/2025-12"),
        ("fourth-quarter sales fell", "2025-10/2025-12"),
        ("sales in Q3 2025", "2025-07/2025-09"),
        ("sales in the final three months of 2025", "2025-10/2025-12"),
        ("sales in the 12 months to the end of January", "2025-02/2026-01"),
        ("sales in the week to 31 January", "2026-01-25/2026-01-31"),
        ("a goal in first half", None),
        ("two deaths as of Tuesday", "2026-02-03"),
        ("An hour earlier two had died", ""),
        ("two had died by noon", ""),
        ("two had died by 9 p.m.", ""),
        ("two died that night", ""),
    ],
)
def test_a_date_is_read_against_the_day_of_the_page(text, period):
    assert [one.period for one in told(text)] == ([] if period is None else [period])


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


def whens(text, said_at="2026-02-05"):
    """Return the day and the *as of* of each figure, by its words."""
    return {
        draft.figure.text: (draft.when and draft.when.code, draft.as_of and draft.as_of.code)
        for draft in extract(text, said_at=said_at)
        if draft.figure is not None
    }


LEAD = "A barge sank at Ulm on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("told", "when", "as_of"),
    [
        ("By noon 14 sailors had been rescued.", "2026-02-03", "2026-02-03T12:00"),
        ("By 9:30 p.m. on Wednesday 14 sailors had been rescued.", "2026-02-04",
         "2026-02-04T21:30"),
        ("By Wednesday 14 sailors had been rescued.", "2026-02-03", "2026-02-04"),
        ("At 6am 14 sailors were rescued.", "2026-02-03", None),
        ("At the time 14 sailors were on board.", "2026-02-03", None),
        ("Another ship was hit that night and 14 sailors were rescued.", "2026-02-03", None),
        ("A storm hit the port on 1 February. That night 14 sailors were rescued.",
         "2026-02-01", None),
        ("The port was closed on Wednesday. Police said 14 sailors were rescued.",
         "2026-02-04", None),
    ],
)  # fmt: skip
def test_a_moment_is_of_the_day_told_before_it(told, when, as_of):
    assert whens(LEAD + told)["14"] == (when, as_of)


@pytest.mark.parametrize(
    "told",
    [
        "14 sailors are still missing.",
        "14 sailors have been killed in the war.",
        "The shipping office employed 14 sailors.",
        "The port has berths for 14 ships.",
        "A tug sank in 2009. By noon 14 sailors had been rescued.",  # of which of the two?
        "The port was closed on Wednesday. It has berths for 14 ships.",
        "The port was closed on Wednesday, and the dock on Monday. Police said 14 were rescued.",
    ],
)
def test_what_is_no_moment_of_the_news_has_no_day(told):
    assert whens(LEAD + told)["14"][0] in {None, ""}


def test_without_a_day_told_a_clock_time_dates_nothing():
    assert whens("A barge sank. At 6am 14 sailors were rescued.")["14"] == (None, None)


def test_what_a_source_is_said_to_tell_is_of_the_day_that_the_clause_above_names():
    said = "The fire on Tuesday, which the brigade said had killed 14 horses, began in a loft."
    assert whens(said)["14"][0] == "2026-02-03"
    plain = "On Tuesday the mayor learned that the brigade said 14 horses had been killed."
    assert whens(plain)["14"][0] is None


def test_a_survey_is_of_the_month_when_it_was_taken_and_not_of_the_day_it_was_published():
    assert (
        whens("A survey taken in January found that 14% of skippers drink.")["14"][0] == "2026-01"
    )
    assert whens("A survey published on Monday found that 14% of skippers drink.")["14"][0] is None


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Arden knew of 14 leaks, up from the nine it reported on Monday.", [None, None]),
        ("Arden knew of 14 leaks, not the nine they had announced on Monday.", [None, None]),
        ("Arden found 14 leaks on Monday.", ["2026-02-02"]),
        ("For the third quarter of 2025, Arden reported sales of 9 million euros.",
         ["2025-07/2025-09"]),
        (("In the first half of 2025 Arden reported sales of 9 million euros."
          " Net profit fell to 2 million euros from 3 million a year earlier."),
         ["2025-01/2025-06", "2025-01/2025-06", "2024-01/2024-06"]),
    ],
)  # fmt: skip
def test_a_figure_is_of_the_time_it_tells_of_and_not_of_when_it_was_told(text, periods):
    found = [one.when.code if one.when else None for one in extract(text, said_at="2026-02-05")
             if one.figure]  # fmt: skip
    assert found == periods


def test_dates_are_english_whatever_the_calendar_of_the_machine_speaks():
    code = """
import calendar
calendar.month_name = calendar.month_abbr = ["", *(f"Monat {n}" for n in range(1, 13))]
calendar.day_name = calendar.day_abbr = [f"Tag {n}" for n in range(1, 8)]
import claimsync as cs
[draft] = cs.extract("Police arrested 12 men on Monday, 9 March.", said_at="2026-03-12")
print(draft.when.code)
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "2026-03-09"
