"""The notation's own examples, each with what it says."""

import pytest

from claimsync.errors import NotationError
from claimsync.model.claim import Link, Reading
from claimsync.model.codelist import (
    Assumption,
    Completeness,
    Partition,
    PathPartition,
    Sharing,
)
from claimsync.model.figure import Figure
from claimsync.model.measure import Additivity, Measure, Party, Rate, Relation, Term
from claimsync.model.number import Number
from claimsync.model.question import Question
from claimsync.model.source import Attribution, Source
from claimsync.model.stance import Stance
from claimsync.notation import Zone, parse, parse_claim, parse_declaration, parse_document

DAY = """\
# a comment: '#' at the start of a line, or after two spaces outside quotes
zone +02:00
source Dmitry Peskov: speaks for Kremlin
source Kremlin: part of Russia
partition side: both = Russia + Ukraine                 # '=' complete, '>=' there may be more parts
partition place: Ukraine >= Donetsk + Kherson + Zaporizhzhia
assume category: POW = prisoner
party Ukraine on people exchanged                       # who would know: their silence is a finding

Steve Witkoff: people exchanged [event=swap, category=prisoner, phase=agreed] = 314 total side | 314 each side  @ 2026-02-05  ^witkoff
RIA Novosti citing Russian defence ministry: people exchanged [event=swap, category=POW, phase=completed] = 157 each side  @ 2026-02-05  ^ria
Vadym Filashkin: killed [place=Donetsk, when=2026-02-04] = 8  @ 2026-02-05  ^donetsk
Vadym Filashkin: = 9  @ 2026-02-06  updates ^donetsk
"""  # noqa: E501 - one line a claim

EXCHANGED = {"measure": "people exchanged", "event": "swap"}
DECLARED = {
    "zone +02:00": Zone("+02:00"),
    "source Dmitry Peskov: speaks for Kremlin": Source(name="Dmitry Peskov", speaks_for="Kremlin"),
    "source Kremlin: part of Russia": Source(name="Kremlin", part_of="Russia"),
    "source two diplomats: anonymous, members = 2, may overlap French source": Source(
        name="two diplomats", anonymous=True, members=2, may_overlap=("French source",)
    ),
    "source Oryx": Source(name="Oryx"),
    "measure people exchanged: unit person": Measure(name="people exchanged", unit="person"),
    "measure killed: unit person, cumulative   # also: integer | decimal": Measure(
        name="killed", unit="person", cumulative=True
    ),
    "measure x: decimal, stock, minimum none": Measure(
        name="x", integer=False, additivity=Additivity.STOCK, unbounded=True
    ),
    "measure x: integer, flow, minimum 1,000": Measure(
        name="x", integer=True, additivity=Additivity.FLOW, minimum=Number(1000)
    ),
    "measure x: not additive, minimum 0": Measure(
        name="x", additivity=Additivity.NONE, minimum=Number(0)
    ),
    "measure damage: categories": Measure(name="damage", categories=True),
    "measure killed: implies strike happened [event=strike, place=Sumy]": Measure(
        name="killed",
        implies=Question(measure="strike happened", event="strike", dimensions={"place": "Sumy"}),
    ),
    "partition side: both = Russia + Ukraine": Partition(
        dimension="side",
        whole="both",
        parts=("Russia", "Ukraine"),
        completeness=Completeness.COMPLETE,
    ),
    "partition place: Ukraine >= Donetsk + Kherson + Zaporizhzhia": Partition(
        dimension="place", whole="Ukraine", parts=("Donetsk", "Kherson", "Zaporizhzhia")
    ),
    "partition ward: city = north + harbour, overlapping": Partition(
        dimension="ward",
        whole="city",
        parts=("north", "harbour"),
        completeness=Completeness.COMPLETE,
        sharing=Sharing.OVERLAPPING,
    ),
    "partition ward: city = north + harbour, maybe overlapping, closed": Partition(
        dimension="ward",
        whole="city",
        parts=("north", "harbour"),
        completeness=Completeness.COMPLETE,
        sharing=Sharing.MAYBE_OVERLAPPING,
        closed=True,
    ),
    "partition precinct: by path, complete as listed": PathPartition(
        dimension="precinct", completeness=Completeness.AS_LISTED
    ),
    "partition precinct: by path": PathPartition(dimension="precinct"),
    "relation casualties = killed + injured": Relation(
        measure="casualties", terms=(Term(measure="killed"), Term(measure="injured"))
    ),
    "relation votes cast = turnout * registered voters": Relation(
        measure="votes cast",
        terms=(Term(measure="turnout"), Term(measure="registered voters")),
        product=True,
    ),
    "relation new cases = total cases - total cases [previous day]": Relation(
        measure="new cases",
        terms=(
            Term(measure="total cases"),
            Term(measure="total cases", factor=Number(-1), shift="previous day"),
        ),
    ),
    "relation killed_cum >= killed_children_cum + killed_women_cum": Relation(
        measure="killed_cum",
        terms=(Term(measure="killed_children_cum"), Term(measure="killed_women_cum")),
        complete=False,
    ),
    "relation eggs = 12 * dozens sold": Relation(
        measure="eggs", terms=(Term(measure="dozens sold", factor=Number(12)),)
    ),
    "unit EUR = 1.10 USD": Rate(unit="EUR", number="1.10", other="USD"),
    "assume category: POW = prisoner": Assumption(key="category", code="POW", means="prisoner"),
    "party Ukraine on people exchanged": Party(
        source="Ukraine", question=Question(measure="people exchanged")
    ),
    "party Ukraine on killed [place=Donetsk]": Party(
        source="Ukraine", question=Question(measure="killed", dimensions={"place": "Donetsk"})
    ),
}


@pytest.mark.parametrize("line", DECLARED)
def test_a_declaration_says(line):
    assert parse_declaration(line) == DECLARED[line]


def _parts(line):
    claim = parse_claim(line)
    return claim.attribution, claim.stance, claim.question, claim.readings


def test_the_envoy_s_figure_may_be_taken_in_two_ways():
    claim = parse_claim(DAY.splitlines()[9])
    question = Question(**EXCHANGED, dimensions={"category": "prisoner"}, phase="agreed")
    total = Reading(figure=Figure(number="314", spread="total", over="side"))
    each = Reading(figure=Figure(number="314", spread="each", over="side"))
    assert claim.question == question
    assert claim.readings == (total, each)
    assert (str(claim.said_at), claim.id) == ("2026-02-05", "witkoff")


def test_a_unit_that_begins_with_a_scale_is_told_apart_from_the_number():
    claim = parse_claim('A: x = 5 [unit="million#"]')
    assert claim.readings[0].figure.unit == "million#"
    assert parse_claim(str(claim)) == claim


def test_a_reading_told_twice_is_one():
    assert parse_claim("A: x = 5 | 6 | 5") == parse_claim("A: x = 5 | 6")
    with pytest.raises(NotationError, match=r"one prior for the reading = 5, got 0\.5 and none"):
        parse_claim("A: x = 5 (0.5) | 5")


def test_an_agency_cites_a_ministry():
    claim = parse_claim(DAY.splitlines()[10])
    assert claim.attribution == Attribution(chain=("RIA Novosti", "Russian defence ministry"))
    assert claim.readings[0].figure == Figure(number="157", spread="each", over="side")


@pytest.mark.parametrize(
    ("mark", "stance"),
    [
        ("?", Stance.NEITHER),
        ("!", Stance.DENIES),
        ("(denies)", Stance.DENIES),
        ("(neither confirms nor denies)", Stance.NEITHER),
        ("(no comment)", Stance.NO_COMMENT),
        ("(cannot verify)", Stance.CANNOT_VERIFY),
        ("(Confirms)", Stance.CONFIRMS),
        ("(expects)", Stance.EXPECTS),
        ("", Stance.ASSERTS),
    ],
)
def test_a_stance_stands_before_the_question(mark, stance):
    _, told, question, readings = _parts(f"Kremlin: {mark} envoy visited Moscow [when=2026-02-03]")
    assert told is stance
    assert question == Question(measure="envoy visited Moscow", when="2026-02-03")
    assert readings == ()


@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("T citing local: killed [place=Ukraine, when=2026-02-04] = 12", "= 12"),
        ('V: injured [place=Donetsk, when=2026-02-04] >= 21  "at least 21 people"', ">= 21"),
        ("Z: Ukrainian troops killed ~ 55000", "~ 55,000"),
        ("fire service: burnt [fire=Hill] = 9,900 acre  as of 2026-07-01", "= 9,900 acre"),
        ("A: killed > 5", "> 5"),
        ("A: killed <= 5", "<= 5"),
        ("A: killed < 5", "< 5"),
        ("A: killed 8..12", "= 8..12"),
        ("A: killed [place=x] 8..12 people  ^a", "= 8..12 people"),
        ("A: cost 1.1 million..1.3 million USD", "= 1.1 million..1.3 million USD"),
        ("A: killed = 8..12", "= 8..12"),
        ("A: killed = 12 +- 2", "= 12 +- 2"),
        ("A: killed = at least 21", ">= 21"),
        ("A: killed = around 55,000", "~ 55,000"),
        ("A: killed = dozens", "= dozens"),
        ("A: killed = nearly 300", "= nearly 300"),
        ("A: killed = up to 40", "= up to 40"),
        ("A: killed = no information", "= no information"),
        ('A: damage = "significant"', '= "significant"'),
        ('A: damage = "significant" "they said"  ^a', '= "significant"'),
        ("A: depth = 1.2 m", "= 1.2 m"),
        ("A: area = 5 square miles each place", "= 5 square miles each place"),
        ("A: area≥5", ">= 5"),
    ],
)
def test_a_figure_stands_behind_an_operator(line, figure):
    claim = parse_claim(line)
    assert [str(reading.figure) for reading in claim.readings] == [figure]
    assert parse_claim(str(claim)) == claim


def test_a_quote_is_not_a_measure_and_a_quoted_measure_is_no_quote():
    quoted = parse_claim('V: "injured: all" >= 21  "at least 21"')
    assert quoted.question == Question(measure="injured: all")
    assert quoted.provenance.quote == "at least 21"
    assert parse_claim('K: (denies) "the ""visit"""').question == Question(measure='the "visit"')


def test_only_a_final_anonymous_in_parentheses_is_a_mark():
    who = parse_claim("French source (anonymous): visited").attribution
    assert who == Attribution(chain=("French source",), anonymous=True)
    who = parse_claim("OpenElections (county file) citing Georgia: votes = 5").attribution
    assert who == Attribution(chain=("OpenElections (county file)", "Georgia"))
    who = parse_claim("TechForPalestine citing (no official report): killed = 5").attribution
    assert who.origin == "(no official report)"
    assert not who.anonymous


def test_someone_may_speak_for_another_this_once():
    who = parse_claim("Reuters citing A on behalf of B citing C: killed = 5").attribution
    assert [speaker.name for speaker in who.chain] == ["Reuters", "A", "C"]
    assert who.chain[1].on_behalf_of == "B"


def test_the_first_bare_colon_ends_the_attribution():
    claim = parse_claim('"Reuters: World": a: b [when=2026-02-04T10:00+02:00] = 5')
    assert claim.attribution.voice == "Reuters: World"
    assert claim.question.measure == "a: b"


def test_a_tail_comes_in_any_order():
    one = parse_claim(
        'A: x = 5 "q" ^i denies ^b @ 2026-02-04 10:00+02:00 as of 2026-02 updates ^"c d"'
    )
    assert one.links == (Link(verb="denies", target="b"), Link(verb="updates", target="c d"))
    assert (one.id, one.provenance.quote) == ("i", "q")
    assert (str(one.said_at), str(one.as_of)) == ("2026-02-04T10:00:00+02:00", "2026-02")


@pytest.mark.parametrize(
    "body", ["= 9  updates ^x", "updates ^x", "@ 2026 updates ^x", "8..9 denies ^x"]
)
def test_a_continuation_leaves_the_question_to_the_linked_claim(body):
    claim = parse_claim(f"A: {body}")
    assert claim.question is None
    assert claim.links[0].target == "x"


def test_a_code_may_be_ambiguous():
    question = _parts("A: killed [place=Gaza City | Gaza Strip] = 5")[2]
    assert question.dimensions == (("place", ("Gaza City", "Gaza Strip")),)


def test_keys_are_written_in_canonical_order():
    question = Question.parse("x [unit=km, when=2026, b=1, phase=agreed, a=2, event=e]")
    assert str(question) == "x [event=e, a=2, b=1, phase=agreed, when=2026, unit=km]"


@pytest.mark.parametrize(
    "line",
    [
        "@handle: crowd [place=Київ] = 5",
        "OpenElections (county file): votes [precinct=Georgia/Fulton/1A] = 12",
        "Boeing 737: parts: all [x=a: b] = 5 %",
        "Reuters: total [when=2026-01-XX] = 3 US gallon each place",
        "საქართველო: 東京 [place=القاهرة] = 5 🕊",
    ],
)
def test_names_are_quoted_only_where_they_must_be(line):
    assert str(parse_claim(line)) == line


def test_a_whole_day_reads_in_one_go():
    document = parse_document(DAY, file="day.claims")
    assert document.errors == ()
    assert len(document.claims) == 4
    assert document.context.zone == "+02:00"
    assert (document.claims[0].provenance.file, document.claims[0].provenance.row) == (
        "day.claims",
        10,
    )
    day = parse(DAY)
    assert str(day.claims[3].question) == "killed [place=Donetsk, when=2026-02-04]"
    assert parse(str(day)) == day
