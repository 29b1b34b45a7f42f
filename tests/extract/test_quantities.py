"""Every form in which news writes a number, in sentences of our own."""

import pytest

from claimsync.extract.figures.quantities import RULES, Quantity, quantities
from claimsync.extract.text.rules import Rule, RuleBook
from claimsync.model.figure import Qualifier
from claimsync.model.number import Number


def shown(text: str) -> list[str]:
    """Show each rival figure as surface, figure and noun, so that a test reads as a table."""
    return [
        f"{text[q.start : q.end]} | {q.figure}" + (f" | {_at(text, q.noun)}" if q.noun else "")
        for q in quantities(text)
        if q.rival
    ]


def _at(text: str, span: tuple[int, int] | None) -> str:
    return text[slice(*span)] if span else ""


def only(text: str) -> Quantity:
    """Give the one rival figure of a text."""
    (found,) = [q for q in quantities(text) if q.rival]
    return found


def kinds(text: str) -> list[tuple[str, str]]:
    """Show the surface and kind of everything found."""
    return [(text[q.start : q.end], q.kind) for q in quantities(text)]


NUMBERS = [
    ("A dozen or so people were rescued.", ["A dozen or so | ~ 12 | people"]),
    ("Two dozen boats sank.", ["Two dozen | = 24 | boats"]),
    ("Half a dozen vans came.", ["Half a dozen | = 6 | vans"]),
    ("Scores of villagers fled.", ["Scores | = 40..200 | villagers"]),
    ("Dozens of villagers fled.", ["Dozens | = dozens | villagers"]),
    ("Several boats sank.", ["Several | = several | boats"]),
    ("A few hundred cars burnt.", ["A few hundred | = a few hundred | cars"]),
    ("Tens of thousands of homes.", ["Tens of thousands | = tens of thousands | homes"]),
    ("Half a million homes lost power.", ["Half a million | = 0.5 million | homes"]),
    ("One and a half million homes.", ["One and a half million | = 1.5 million | homes"]),
    (
        "Two-thirds of the 1,200 workers voted.",
        ["Two-thirds | = 66..67 %", "1,200 | = 1,200 | workers"],
    ),
    ("Nearly half of the voters stayed.", ["Nearly half | = nearly 50 % | voters"]),
    ("One in four adults smokes.", ["One in four | = 25 % | adults"]),
    ("A quarter of the crew left.", ["A quarter | = 25 % | crew"]),
    ("Some ¾ of them left.", ["Some ¾ | ~ 75 %"]),
    ("It spent 1.2m on roads.", ["1.2m | = 1.2 million"]),
    ("Some 1.2m people left.", ["Some 1.2m | ~ 1.2 million | people"]),
    ("A wall of 1.2 m fell.", ["1.2 | = 1.2 m"]),
    ("The hole is 30m deep.", ["30 | = 30 m"]),
    ("The $1.2 m house.", ["$1.2 m | = 1.2 million $"]),
    ("Between 12 and 15 people died.", ["Between 12 and 15 | = 12..15 | people"]),
    ("From 12 to 15 people died.", ["From 12 to 15 | = 12..15 | people"]),
    ("It held 12 to 15 thousand people.", ["12 to 15 thousand | = 12,000..15,000 | people"]),
    ("They need 24–35bn euros.", ["24–35bn | = 24 billion..35 billion EUR"]),
    ("Three or four boats sank.", ["Three or four | = 3..4 | boats"]),
    ("Police held 50-60 protesters.", ["50-60 | = 50..60 | protesters"]),
    ("As many as 40 were trapped.", ["As many as 40 | = up to 40"]),
    ("Up to 50 soldiers were lost.", ["Up to 50 | = up to 50 | soldiers"]),
    ("No fewer than nine boats sank.", ["No fewer than nine | >= 9 | boats"]),
    ("Nearly 300 families left.", ["Nearly 300 | = nearly 300 | families"]),
    ("Just over 300 families left.", ["Just over 300 | > 300 | families"]),
    ("At most 12 remain.", ["At most 12 | <= 12"]),
    ("300+ dead, 20 or more missing.", ["300+ | >= 300 | dead", "20 or more | >= 20 | missing"]),
    ("20 people or more fled.", ["20 | = 20 | people"]),
    ("12 to 15 rockets, give or take.", ["12 to 15 | = 12..15 | rockets"]),
    ("The toll more than doubled to 31.", ["31 | = 31"]),
    ("A further three bodies were found.", ["three | = 3 | bodies"]),
    ("No guests were hurt.", ["No | = 0 | guests"]),
    ("Not a single house burnt.", ["Not a single | = 0 | house"]),
    ("It sold 90,000 day tickets.", ["90,000 | = 90,000 | day tickets"]),
    ("It was minus 40 to minus 59 degrees.", ["minus 40 to minus 59 | = -59..-40 degree"]),
    ("A $5 note.", ["$5 | = 5 $"]),
    ("A quarter of a million dollars.", ["A quarter of a million | = 0.25 million dollar"]),
    ("Rates rose by ½ percent.", ["½ | = 0.5 %"]),
    ("It rose from one-third to 40%.", ["one-third | = 33..34 %", "40 | = 40 %"]),
    ("It is two-thirds of a mile.", ["two-thirds | = 0.66..0.67 mile"]),
    ("It ticked up to 3.7% from 3.6%.", ["3.7 | = 3.7 %", "3.6 | = 3.6 %"]),
    ("It raised $12m from five firms.", ["$12m | = 12 million $", "five | = 5 | firms"]),
    ("Three in four were hurt.", ["Three in four | = 75 %"]),
    ("Four-, five- and six-cylinder cars.", [
        "Four | = 4 | cylinder cars", "five | = 5 | cylinder cars", "six | = 6 | cylinder cars",
    ]),
    ("None of the passengers was hurt.", ["None | = 0 | passengers"]),
    ("No one was hurt.", ["No one | = 0"]),
    ("There were no casualties.", ["no | = 0 | casualties"]),
    ("One of the pilots died.", ["One | = 1 | pilots"]),
    (
        "12 people (including 3 children) were hurt.",
        ["12 | = 12 | people", "3 | = 3 | children"],
    ),
    ("12 dead, among them 2 women.", ["12 | = 12 | dead", "2 | = 2 | women"]),
    ("A bus driver was injured.", ["A | = 1 | bus driver"]),
    ("A 12-year-old boy was injured.", ["A | = 1 | boy"]),
    ("A man aged 34 was killed.", ["A | = 1 | man"]),
    ("They put the number of dead at 12.", ["12 | = 12"]),
    ("The blast killed a child.", ["a | = 1 | child"]),
    ("They killed twelve and injured 29.", ["twelve | = 12", "29 | = 29"]),
    ("Seven in Kharkiv and one in Sumy died.", ["Seven | = 7", "one | = 1"]),
    ("314 prisoners of war came home.", ["314 | = 314 | prisoners of war"]),
    ("Two thousand five hundred men.", ["Two thousand five hundred | = 2,500 | men"]),
    ("Twenty-one thousand men.", ["Twenty-one thousand | = 21,000 | men"]),
    ("One hundred and fifty-seven men.", ["One hundred and fifty-seven | = 157 | men"]),
    ("It took 3 lakh votes.", ["3 lakh | = 300,000 | votes"]),
    ("Two crore doses came.", ["Two crore | = 20,000,000 | doses"]),
    ("It took 12,34,567 votes.", ["12,34,567 | = 1,234,567 | votes"]),
    ("Es kostet 3,5 Milliarden Euro.", ["3,5 Milliarden | = 3.5 billion EUR"]),
    ("It cost 12\u202f000 euros.", ["12\u202f000 | = 12,000 EUR"]),
    ("It cost 1 234 567 euros.", ["1 234 567 | = 1,234,567 EUR"]),
    ("It cost 1.234.567 euros.", ["1.234.567 | = 1,234,567 EUR"]),
    ("قتل ٣١٤ شخصا", ["٣١٤ | = 314 | شخصا"]),
    ("It cost £2.7bn.", ["£2.7bn | = 2.7 billion GBP"]),
    ("It cost US$5 million.", ["US$5 million | = 5 million USD"]),
    ("It made $7m a year.", ["$7m | = 7 million $ per year"]),
    ("It is 1,500 Swiss francs.", ["1,500 | = 1,500 CHF"]),
    ("A 300-mile march.", ["300 | = 300 mile"]),
    ("It ran 300 tests a day.", ["300 | = 300 per day | tests"]),
    ("It holds 300,000 km².", ["300,000 | = 300,000 square kilometre"]),
    ("It was −5 °C.", ["−5 | = -5 °C"]),
    ("It made 2½ tonnes.", ["2½ | = 2.5 tonne"]),
    ("It made 1 1/2 tonnes.", ["1 1/2 | = 1.5 tonne"]),
    ("Rates rose 0.5 percentage points.", ["0.5 | = 0.5 percentage point"]),
    ("A share of .5 percent.", [".5 | = 0.5 %"]),
    ("12.50 percent voted.", ["12.50 | = 12.50 %"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_is_read_as_it_is_meant(text, expected) -> None:
    assert shown(text) == expected


NOT_FIGURES = [
    ("A third wave hit on 11 May 2022.", [("third", "ordinal"), ("11 May 2022", "date")]),
    ("Flight 370 vanished.", [("370", "name")]),
    ("The S&P 500 closed after 9/11.", [("500", "name"), ("9/11", "name")]),
    ("It was staffed 24/7 in the 1990s.", [("24/7", "name"), ("1990s", "date")]),
    ("A 12-year-old boy came.", [("12", "age")]),
    ("Ivan Petrenko, 45, left.", [("45", "age")]),
    ("A man aged 45 left.", [("45", "age")]),
    ("It lasted three days.", [("three", "duration")]),
    ("They won 3-2 and drew 2-2.", [("3-2", "score"), ("2-2", "score")]),
    ("It began at 5pm, or 17:00.", [("5pm", "date"), ("17:00", "date")]),
    ("In 2014, the 21st of May.", [("2014", "date"), ("21st of May", "date")]),
    ("Covid-19 and the F-35.", [("19", "name"), ("35", "name")]),
    ("From 2014 to 2016 it rained.", [("2014 to 2016", "date")]),
    ("It was 2022-05-03, or 3/5/2022.", [("2022-05-03", "date"), ("3/5/2022", "date")]),
    ("Brigade 72 took Height 214.", [("72", "name"), ("214", "name")]),
    ("The 2022 election.", [("2022", "date")]),
    ("It is case No. 314.", [("314", "name")]),
    ("Lines 4 and 17 are shut.", [("4", "name"), ("17", "name")]),
    ("09.15 The hall opens.", [("09.15", "date")]),
    ("Children under 10 left.", [("under 10", "age")]),
    ("They are aged 24 and 27.", [("24", "age"), ("27", "age")]),
    ("In the 90's it rained.", [("90's", "date")]),
    ("It is 123456789012.", [("123456789012", "name")]),
    ("The Six Nations agreed.", [("Six", "name")]),
]


@pytest.mark.parametrize(("text", "expected"), NOT_FIGURES)
def test_dates_ages_names_and_results_are_no_rival_figures(text, expected) -> None:
    assert kinds(text) == expected
    assert not any(q.rival for q in quantities(text))


NOTHING = [
    "I for one agree.",
    "The same one came.",
    "It is second to none.",
    "They had none.",
    "One must hope.",
    "There is no plan.",
    "It was the score of the year.",
    "A driver was there.",
    "They left in the first half.",
    "Read our full report.",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_only_look_like_numbers_give_no_figure(text) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "spread"),
    [
        ("They freed 157 prisoners each.", "each"),
        ("They freed 157 prisoners apiece.", "each"),
        ("They freed 157 prisoners from either side.", "each"),
        ("Both sides lost 10 soldiers.", "each"),
        ("A total of 314 prisoners came home.", "total"),
        ("In all, 314 prisoners came home.", "total"),
        ("They freed 314 prisoners in total.", "total"),
        ("They lost 314 soldiers combined.", "total"),
        ("They swapped 314 prisoners.", None),
        ("All 314 prisoners came home.", None),
    ],
)
def test_each_and_total_are_kept_where_said_and_open_where_not(text, spread) -> None:
    assert only(text).spread == spread


def test_figures_named_respectively_are_neither_each_nor_total() -> None:
    found = quantities("Kyiv and Moscow freed 12 and 15 prisoners, respectively.")

    assert [(str(q.figure), q.spread) for q in found] == [("= 12", None), ("= 15", None)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("12 dead, including 3 men and 2 boys.", [None, "included", "included"]),
        ("12 dead, 3 of them children.", [None, "included"]),
        ("The remaining four left.", ["remaining"]),
        ("A further three left.", ["further"]),
        ("Three more left.", ["further"]),
        ("All 157 left.", ["all"]),
        ("All but five left.", ["except"]),
        ("One of the four left.", ["part", None]),
        ("It rose from 12 to 15.", ["former", None]),
        ("It is 15, up from 12.", [None, "former"]),
        ("People from 12 towns left.", [None]),
    ],
)
def test_the_role_tells_how_a_figure_stands_to_another(text, roles) -> None:
    assert [q.role for q in quantities(text)] == roles


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose 5 percent.", "up"),
        ("Prices fell by nearly 5 percent.", "down"),
        ("Prices fell to 5 euros.", "="),
        ("At least 5 died.", ">"),
        ("Fewer than 5 died.", "<"),
        ("About 5 died.", "~"),
        ("Some died; 5 lived.", "="),
    ],
)
def test_the_change_is_told_apart_from_the_level(text, change) -> None:
    assert only(text).change == change


def test_both_levels_of_a_change_have_the_unit_and_scale_that_one_says() -> None:
    before, after = quantities("It rose from 24.2 to 33 billion euros.")

    assert str(before.figure) == "= 24.2 billion EUR"
    assert (before.role, str(after.figure)) == ("former", "= 33 billion EUR")


def test_a_conversion_in_brackets_is_meant_as_what_it_converts() -> None:
    found = quantities("It is more than 7 miles (11 km) away.")

    assert [q.figure.qualifier for q in found] == [Qualifier.MORE_THAN] * 2


def test_a_third_is_held_exactly_by_its_figure_and_told_by_its_worth() -> None:
    third = only("A third of them left.")

    assert third.worth[0] * 3 == 1
    assert (third.figure.number, third.figure.to) == (Number(33), Number(34))


def test_a_rule_can_be_switched_off_and_words_added() -> None:
    book = RuleBook.of(RULES)
    added = book.joined(
        [Rule("at-least", ("at a floor of",), "the number or more", "At a floor of 5.", "A floor.")]
    )

    assert str(quantities("At least 5 died.", rules=book.without("at-least"))[0].figure) == "= 5"
    assert str(quantities("At a floor of 5 died.", rules=added)[0].figure) == ">= 5"


def test_spans_hold_behind_a_byte_order_mark_emoji_and_carriage_returns() -> None:
    text = "\ufeff🕊️ At least\u00a021 died.\r\n• €1.2bn — “12” hurt"

    assert [text[q.start : q.end] for q in quantities(text)] == ["At least\u00a021", "€1.2bn", "12"]


def test_a_part_of_a_text_is_read_with_the_offsets_of_the_whole() -> None:
    text = "12 died. At least 21 fled. 3 stayed."
    (found,) = quantities(text, 9, 26)

    assert text[found.start : found.end] == "At least 21"


def test_of_two_shares_both_are_told_in_percent():
    [one] = quantities("⅐-⅜")
    assert (str(one.figure.number), str(one.figure.to), one.figure.unit) == ("14", "38", "%")
