"""What news pages of all sorts say in passing: who speaks, what is to come, what counts nothing."""

from __future__ import annotations

import pytest

import claimsync as cs

DAY = "2028-05-14"


def drafts(text):
    """Return what a text says, as of one day."""
    return cs.extract(text, said_at=DAY)


def figures(text):
    """Return the drafts that hold a figure."""
    return [draft for draft in drafts(text) if draft.figure is not None]


def voices(text):
    """Return who tells each figure, origin last."""
    return [draft.chain[-1].name if draft.chain else None for draft in figures(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The levy may raise little more than half that sum.", 0),
        ("The club sold 400 shirts, a third of the number it sold last year.", 1),
        ("The town has 400 wells, half as many as before the war.", 1),
        ("Asked three times whether he knew, the coach said nothing.", 0),
        ("It happened twice, not four times.", 1),
        ("($1 = 0.91 euros)", 0),
        ("(1 euro = 11.42 crowns)", 0),
        ("Fire damaged 12 boats in three ports.", 1),
        ("The firm will lay off 900 people at two plants.", 1),
        ("Three ports were closed.", 1),
        ("Half of the 200 prisoners were freed.", 2),
    ],
)
def test_what_only_relates_a_figure_is_none(text, count):
    assert len(figures(text)) == count


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Two in every 100 homes are empty.", "= 2 %"),
        ("Three out of every ten trains ran late.", "= 30 %"),
        ("One in every five pupils is absent.", "= 20 %"),
    ],
)
def test_so_many_in_every_hundred_are_a_share(text, figure):
    assert [str(reading) for reading in figures(text)[0].readings] == [figure]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Tarn's navy said nine men were lost.\n\n"
                "Kolm's coast guard service gave another account. It said 12 men were lost."
            ),
            ["Tarn's navy", "Kolm's coast guard service"],
        ),
        (
            "The airline said 12 flights were cancelled.\n\nAbout 3,400 people work for it.",
            ["airline", None],
        ),
        ("The mayor said eight were hurt.\n\nAt least 21 others were killed.", ["mayor"] * 2),
        ("The city board has counted 88% of the ballots.", [None]),
        ("Monitors counted 16 breaches.", ["Monitors"]),
        (
            (
                "The head of the rescue service, Ana Brandt, has been talking to reporters."
                " She says 12 people are missing."
            ),
            ["Ana Brandt"],
        ),
        ("The mayor said that according to her own count 40 homes were lost.", ["mayor"]),
        ("The bank posted a loss of 3 million euros.", ["bank"]),
        (
            (
                "The minister refused to comment on a report in the Daily Echo that 300 teachers"
                " would lose their jobs."
            ),
            ["Daily Echo"],
        ),
        (
            (
                "Asked about a report by Radio Kell that 40 soldiers had left, the army declined to"
                " comment."
            ),
            ["Radio Kell"],
        ),
        ("The king's aide would not discuss press reports that 12 horses had died.", ["press"]),
        ("The port dismissed a report on Kolm Radio that 40 ships were lost.", ["port"]),
    ],
)
def test_each_figure_has_its_own_speaker(text, told):
    assert voices(text) == told


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The party claims that 700,000 homes would be hit.", ["expects"]),
        ("Of the posts to close, 30 are in Kolm and 12 in Tarn.", ["expects", "expects"]),
        ("The agency put the cost at 61 million euros in a projection.", ["expects"]),
        ("She says no winner will be named and that 31 boxes have yet to come.", ["asserts"]),
        (
            "It said 240 posts would go, because the firm had not counted two teams.",
            ["expects", "asserts"],
        ),
        ("Both sides will hold a swap. It would involve about 60 men.", ["expects"]),
        ("The levy would raise 40 million euros.", ["expects"]),
        ("It would have raised 40 million euros.", ["asserts"]),
        ("The line said 45% of the crew due to fly had not come.", ["asserts"]),
    ],
)
def test_what_is_to_come_is_told_from_what_is(text, stances):
    assert [str(draft.stance) for draft in figures(text)] == stances


@pytest.mark.parametrize(
    ("text", "stance", "about"),
    [
        ("The envoy said no such request had been made.", "denies", "request had been made"),
        (
            '"There are no plans to close the school," the council said.',
            "denies",
            "plans to close the school",
        ),
        (
            "Asked three times whether she would go, the minister refused to say.",
            "no comment",
            "she would go",
        ),
        (
            "Police say they are looking into a theft and won't say more.",
            "no comment",
            "they are looking into a theft",
        ),
        (
            (
                "Asked if the bridge would be shut, the town said it would neither confirm nor deny"
                " it."
            ),
            "neither confirms nor denies",
            "the bridge would be shut",
        ),
    ],
)
def test_a_stance_bears_on_what_was_asked_or_told(text, stance, about):
    told = {str(draft.stance): draft.measure for draft in drafts(text)}
    assert told.get(stance) == about
    assert "expects" not in told


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "The union is asking for a pay rise of 9%. The line says it has offered 6.5%.",
            ["pay rise asked for", "pay rise offered"],
        ),
        (
            "Kolm demanded a payment of 40 million euros. The insurer offered 12 million euros.",
            ["payment asked for", "offered"],
        ),
        (
            ("The club offered 4 million euros for him. The agent said the club offered 6 million"
            " euros."),
            ["offered", "offered"],
        ),
        (
            "Some 300 passengers were affected, and two-thirds of them had been rebooked.",
            ["affected", "passengers rebook share"],
        ),
        ("The agency knew of 1,100 planned job cuts.", ["jobs cut"]),
        ("The firm will lay off 900 employees. The union said 950 posts would go.",
         ["jobs cut", "jobs cut"]),
    ],
)  # fmt: skip
def test_wants_offers_and_cuts_are_measures_of_their_own(text, measures):
    assert [draft.measure for draft in figures(text)] == measures


def test_a_paragraph_stays_in_the_year_that_it_looks_back_on():
    text = "Four years ago she won with 58% of the vote. She led by 41,000 votes. She is 49."
    assert [draft.when and draft.when.code for draft in figures(text)][:2] == ["2024", "2024"]
    now = "Four years ago the firm had 12 shops. It has 40 shops now."
    assert [draft.when and draft.when.code for draft in figures(now)] == ["2024", None]


def test_a_demand_and_an_offer_do_not_diverge():
    text = "The union demanded a rise of 9%, it said. The port said it offered a rise of 6%."
    assert cs.reconcile(cs.link(drafts(text))).divergences == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The firm said it would cut 900 jobs in 2030 after profit fell to 41 million euros.",
         [("expects", "2030"), ("asserts", None)]),
        ("The club will close three stands because attendance dropped to 1,200.",
         [("expects", None), ("asserts", None)]),
        ("The union will meet after the 12 sites reopen.", [("expects", None)]),
    ],
)  # fmt: skip
def test_why_something_comes_is_not_yet_to_come(text, told):
    read = [(str(d.stance), d.when.code if d.when else None) for d in figures(text)]
    assert read == told
