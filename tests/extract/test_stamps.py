"""Times that pages print above their entries, and which entry came first."""

import pytest

import claimsync as cs
from claimsync.extract.text.stamps import moment
from claimsync.extract.text.structure import blocks
from claimsync.model.stance import LinkVerb

STAMPS = [
    "14:05",
    "14.05 GMT",
    "14:05:32",
    "5:57 PM GMT+1",
    "4:05 p.m. ET",
    "March 12, 2026, 4:05 p.m. ET",
    "Thursday 12 March 2026, 09:15",
    "5:57 PM GMT+1, March 12, 2026",
    "2026-03-12 14:05 UTC",
    "2h ago",
    "3 hr 12 min ago",
    "an hour ago",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_line_that_tells_a_moment_is_a_stamp(stamp):
    first, then = blocks(f"{stamp}\nTwo boats left the port.")
    assert (first.kind, then.said_at) == ("stamp", stamp)


@pytest.mark.parametrize("stamp", ["Aug 7, 2016 5:57 AM CDT", "7 August 2016, 05:57"])
def test_a_stamp_may_stand_in_brackets(stamp):
    first, then = blocks(f"({stamp}) Two divers were hurt.")
    assert (first.kind, then.kind, then.said_at) == ("stamp", "paragraph", stamp)


@pytest.mark.parametrize(
    "line",
    [
        "(12 people were hurt) The mayor left.",
        "12 March 2026 was a Thursday.",
        "15:05 NATO says so.",
    ],
)
def test_a_sentence_is_no_stamp(line):
    kinds = [block.kind for block in blocks(line)]
    assert kinds[-1] == "paragraph"
    assert all(block.said_at is None or block.said_at == "15:05" for block in blocks(line))


@pytest.mark.parametrize(
    "line",
    [
        "Published 12 March 2026",
        "Last updated 2 hours ago",
        "Updated at 14.12 GMT",
        "Updated 5:57 PM GMT+1, March 12, 2026",
        "First published on Thu 12 Mar 2026 06.00 CET",
    ],
)
def test_when_a_page_was_printed_is_no_part_of_its_story(line):
    assert [block.kind for block in blocks(f"{line}\nTwo boats left.")] == [
        "boilerplate",
        "paragraph",
    ]


def test_figures_may_be_published_and_updated():
    lines = "Published figures show 12 dead.\nUpdated counts put the dead at 14.\n"
    assert [block.kind for block in blocks(lines)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line", ["Published 12 March 2026", "(Mar 12, 2026 5:57 AM CDT) Rain fell.", "12 March 2026"]
)
def test_the_date_of_a_page_is_the_one_it_says_it_was_published(line):
    head = "Live\nReporting\nAnna Roe\nSummary\n* It rained\n* It is dry\n* It may rain\n"
    text = (head if line.startswith("Pub") else "") + f"{line}\nPolice arrested 12 men on Monday."
    [twelve] = [draft for draft in cs.extract(text) if draft.figure]
    assert twelve.when.code == "2026-03-09"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("09:15", "14:05"),
        ("12:10 a.m.", "1:05 a.m."),
        ("11:30 a.m.", "12:05 p.m."),
        ("11 March, 23:40", "12 March, 09:15"),
        ("31 December 2026, 23:40", "1 January 2027, 00:15"),
        ("March 12, 2026, 2:41 p.m. ET", "March 12, 2026, 4:05 p.m. ET"),
        ("4 hr 40 min ago", "3 hr 12 min ago"),
        ("2h ago", "40 minutes ago"),
        ("2 days ago", "an hour ago"),
    ],
)
def test_stamps_tell_which_entry_came_first(first, then):
    assert moment(first).before(moment(then))
    assert not moment(then).before(moment(first))
    entries = {
        first: "Six people were killed in Korva, the mayor, Ihor Pane, said.",
        then: "Nine people were killed in Korva, Mr Pane said.",
    }
    for order in (first, then), (then, first):
        page = "Strike on Korva\n\n" + "\n\n".join(f"{at}\n{entries[at]}" for at in order)
        [updating] = [claim for claim in cs.link(cs.extract(page)) if claim.links]
        assert str(updating.readings[0].figure.number) == "9"
        assert updating.links[0].verb is LinkVerb.UPDATES


@pytest.mark.parametrize(("first", "then"), [("09:15", "2h ago"), ("09:15", "12 March, 10:00")])
def test_stamps_of_two_kinds_tell_no_order(first, then):
    assert not moment(first).before(moment(then))
    assert not moment(then).before(moment(first))
