"""What stands at a level, what is told anew, and what is yet to come: everyday business English."""

from __future__ import annotations

import pytest

import claimsync as cs

PAGE_DAY = "2027-11-18"


def figures(text):
    """Return the drafts of a text that hold a figure."""
    return [draft for draft in cs.extract(text, said_at=PAGE_DAY) if draft.figure is not None]


def voice(draft):
    """Return on whose word a draft rests."""
    return draft.chain[-1].name if draft.chain else None


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Exports are forecast at 80 billion dollars.", "Exports"),
        ("Sales in the third quarter rose to 5.2 million euros.", "Sales"),
        ("Turnout in 2023 was 58.9 percent.", "Turnout"),
        ("Rents would climb 4 percent next year to 900 euros, the mayor said.", "Rents rise"),
        ("A charge on lorries that the council says will yield 9%.", "charge on lorries"),
        ("Annual sales were unlikely to exceed 450 million euros.", "Annual sales"),
        ("The bank sees inflation of just 1.1 percent.", "inflation"),
        ("The price of bread has gone up by 14 percent.", "price bread rise"),
        ("The vault was worth 52 million euros.", "worth"),
        ("Pre-tax profit fell 38 percent.", "Pre-tax profit fall"),
        ("The reform would cut the subsidy to 3.4 percent of output.", "subsidy"),
        ("The budget has a 12% increase in school spending.", "school spending"),
        ("They won 2 million euros in damages.", "damages"),
        ("The bank raised its key rate by a quarter point to 4.5%.", "key rate"),
        ("Kolm Steel posted a net loss of 45 million euros.", "net loss"),
        ("Demand picked up to 1.9%.", "Demand"),
        ("The Liberals won 41.3 percent of the vote.", "vote share"),
    ],
)
def test_the_noun_of_a_level_is_read(text, measure):
    assert figures(text)[0].measure == measure


def test_the_level_after_a_time_is_of_the_same_noun():
    told = figures("Inflation slowed to 2.1 percent in March from 2.4 percent a month earlier.")

    assert [draft.measure for draft in told] == ["Inflation", "Inflation"]
    assert [draft.when.code for draft in told] == ["2027-03", "2027-02"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Growth was 3% last year, the bank said. The ministry's own tables give 3.9%.",
         ("Growth", "ministry's own tables")),
        ("Inflation was 3.1% in May, the bank said. The institute expects 4%.",
         ("Inflation", "institute")),
        ("Turnout was 63%, the court said. But the party gave a figure of 67%.",
         ("Turnout", "party")),
    ],
)  # fmt: skip
def test_a_level_told_anew_is_of_what_was_told_before(text, said):
    last = figures(text)[-1]

    assert (last.measure, voice(last)) == said


def test_each_party_stands_at_its_own_share():
    told = figures("The Reds won 32% of the vote. The Blues are on 29% and the Green Left on 9%.")

    assert [draft.measure for draft in told] == ["vote share"] * 3
    assert [draft.code("subject") for draft in told] == ["Reds", "Blues", "Green Left"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Exports are forecast to hit 80 billion dollars.", None),
        ("The bridge is likely to cost 5 million euros.", None),
        ("Crime fell 3 percent in May, figures released on Monday showed.", None),
        ("Crime fell 3 percent, figures released by the police union showed.", "police union"),
        ("Mayor defends plan as budget forecasts clash over 12 schools", None),
        ("Unity on course for 57 seats, broadcaster projects", "broadcaster"),
        ("The bank said rents would rise, partly because the city expects wages to grow by 4%.",
         "city"),
        ("Growth is expected to slow to 1.4% in 2028, the commission forecast.", "commission"),
        ("Ms Roe said Velmark expected sales of 40 million euros.", "Roe"),
        ("The nurses have asked for 6%; the clinic has offered 3.5%.", None),
    ],
)  # fmt: skip
def test_nobody_speaks_who_is_only_told_of(text, source):
    found = voice(figures(text)[0])

    assert found == source or (found is not None and found.endswith(f" {source}"))


@pytest.mark.parametrize(
    ("text", "stance", "phase"),
    [
        ("The ministry had been notified of 1,400 planned redundancies.", "expects", "scheduled"),
        ("The firm said 3,200 posts would go.", "expects", "scheduled"),
        ("The paper reported that the singer would earn 180,000 euros.", "expects", "scheduled"),
        ("The plans in short:\n\n- A 12% increase in school spending\n", "expects", None),
        ("The year in short:\n\n- A 12% increase in school spending\n", "asserts", None),
        ("Sales rose 0.4% in June, beating a forecast of 0.2%.", "asserts", None),
        ("Fares fell 4% on Thursday and the bank said rents would rise.", "asserts", None),
    ],
)
def test_what_is_planned_is_yet_to_come(text, stance, phase):
    told = figures(text)[0]

    assert (str(told.stance), told.phase and str(told.phase)) == (stance, phase)


def test_the_whole_of_what_may_go_is_there():
    part, whole = figures("The chain may close 60 of its 240 shops.")

    assert (str(part.stance), str(whole.stance)) == ("expects", "asserts")


def test_results_are_told_by_who_publishes_them_and_of_their_time():
    page = (
        "Kolm Steel on Thursday published its results for the six months to 30 September.\n\n"
        "- Revenue rose 4% to €6.1bn\n- Net profit fell to €412m\n\nThe mayor wants 40 trams.\n"
    )
    told = figures(page)

    assert [voice(draft) for draft in told] == ["Kolm Steel"] * 3 + [None]
    assert {draft.when.code for draft in told[:3]} == {"2027-04/2027-09"}


def test_a_sum_without_a_currency_has_that_of_the_sum_before():
    told = figures("Income was 4 billion euros, leaving a gap of 2 billion. Some 3 million came.")

    assert [draft.readings[0].unit for draft in told] == ["EUR", "EUR", None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shares in Velmar rose 3.1 percent.", None),
        ("Ana Roe, an analyst at Marden Crest, said 12 shops closed.", None),
        ("Police in the southern city of Harn say they detained five men.", "Harn"),
        ("The firm said 3,200 posts would go in its home market of Halvern.", "Halvern"),
    ],
)
def test_a_firm_is_no_place(text, place):
    assert figures(text)[0].code("place") == place


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He will wear the number nine shirt.", 0),
        ("The vote gave Unity 57 of the 120 seats.", 2),
        ("Sales are down by more than a third.", 1),
        ("They were joined by a third man.", 0),
        ("A steward was treated for burns.", 1),
        ("A steward was treated unfairly.", 0),
        ("Two in three residents oppose the plan.", 1),
    ],
)
def test_a_number_is_a_figure_or_a_name(text, found):
    assert len(figures(text)) == found
