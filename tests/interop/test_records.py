"""Records and frames: the same claims from every container, and back."""

import csv
import io
import json

import pandas as pd
import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimsync.errors import InvalidClaimError, InvalidClaimsError
from claimsync.interop.files import read
from claimsync.interop.records import from_frame, from_records
from claimsync.interop.rendering import to_records
from claimsync.interop.tables import read_rows
from claimsync.interop.words import codes_in
from claimsync.interop.writers import to_csv, to_ndjson
from claimsync.model.claim import Claim, Link, Provenance, Reading
from claimsync.model.claimset import ClaimSet
from claimsync.model.codelist import Partition
from claimsync.model.context import Context
from claimsync.model.figure import Figure, Qualifier, Spread
from claimsync.model.measure import Measure
from claimsync.model.number import Number
from claimsync.model.question import Question
from claimsync.model.source import Attribution, Speaker
from claimsync.model.stance import LinkVerb, Phase, Stance
from tests import strategies

CONTEXT = Context(
    measures=(
        Measure(name="killed", unit="person", integer=False, unbounded=True),
        Measure(name="damage", categories=True),
    ),
    partitions=(Partition(dimension="side", whole="both", parts=("Russia", "Ukraine")),),
)
names = st.one_of(
    st.sampled_from(
        ["AFP", "a, b", 'the "Post"', "x: y", "citing", "Ötzi", "nan", "1,234", "1.234", "A"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8),
)
numbers = st.builds(
    Number, st.integers(-(10**9), 10**9), st.sampled_from([-3, -2, -1, 0, 0, 0, 2, 5, 6, 14])
)
units = st.sampled_from([None, "person", "people"])
spreads = st.sampled_from(
    [{}, {"spread": Spread.EACH, "over": "side"}, {"spread": Spread.TOTAL, "over": "side"}]
)


@st.composite
def figures(draw):
    """Draw a figure that states a number, or that there is none."""
    qualifier = draw(st.sampled_from([q for q in Qualifier if q is not Qualifier.CATEGORY]))
    if qualifier is Qualifier.NO_INFORMATION:
        return Figure(qualifier=qualifier)
    number, slots = draw(numbers), draw(spreads) | {"unit": draw(units)}
    if qualifier is Qualifier.WORD:
        return Figure(qualifier=qualifier, word=draw(st.sampled_from(["dozens", "a few"])), **slots)
    if qualifier is Qualifier.MARGIN:
        margin = draw(numbers.filter(lambda n: n.digits >= 0))
        return Figure(qualifier=qualifier, number=number, margin=margin, **slots)
    if qualifier is Qualifier.RANGE:
        low, high = sorted([number, draw(numbers)], key=lambda n: n.value)
        return Figure(qualifier=qualifier, number=low, to=high, **slots)
    return Figure(qualifier=qualifier, number=number, **slots)


readings = st.one_of(
    st.just(()),
    figures().map(lambda figure: (Reading(figure=figure),)),
    st.lists(
        st.builds(
            Reading,
            figure=figures().filter(lambda figure: figure.states_number),
            prior=st.sampled_from([None, Number(5, -1), Number(125, -3)]),
        ),
        min_size=2,
        max_size=3,
        unique_by=lambda reading: reading.figure,
    ).map(tuple),
)
categories = names.map(
    lambda word: (Reading(figure=Figure(qualifier=Qualifier.CATEGORY, word=word)),)
)
periods = st.sampled_from(
    [None, "2026-02-04", "2026-01-XX", "../2026-02-04", "2026-02-05T10:00:00+02:00"]
)
codes = st.lists(names, min_size=1, max_size=2).map(tuple)


@st.composite
def claims(draw):
    """Draw a claim that fits the context."""
    measure = draw(st.sampled_from(["killed", "damage", "envoy left"]))
    told = {"killed": readings, "damage": st.one_of(st.just(()), categories)}.get(
        measure, st.just(())
    )
    dimensions = draw(st.dictionaries(st.sampled_from(["place", "Ward", "a.b"]), codes, max_size=2))
    read, stance = draw(told), draw(st.sampled_from(Stance))
    if any(reading.figure.qualifier is Qualifier.NO_INFORMATION for reading in read):
        stance = Stance.ASSERTS  # there is nothing to deny
    speakers = st.builds(Speaker, name=names, on_behalf_of=st.one_of(st.none(), names))
    return Claim(
        attribution=Attribution(
            chain=tuple(draw(st.lists(speakers, min_size=1, max_size=3))),
            anonymous=draw(st.booleans()),
        ),
        question=Question(
            measure=measure,
            event=draw(st.one_of(st.none(), names)),
            phase=draw(st.sampled_from([None, *Phase])),
            dimensions=dimensions,
            when=draw(periods),
            unit=draw(units) if measure == "killed" else None,
        ),
        readings=read,
        stance=stance,
        said_at=draw(periods),
        as_of=draw(periods),
        provenance=Provenance(published=draw(st.sampled_from([None, "about 8"]))),
    )


@st.composite
def claim_sets(draw):
    """Draw claims with ids and links under the context."""
    drawn = draw(st.lists(claims(), min_size=1, max_size=4))
    ids = [None if draw(st.booleans()) else f"c{number}" for number in range(len(drawn))]
    linked = []
    for position, (claim, claim_id) in enumerate(zip(drawn, ids, strict=True)):
        others = [other for other in ids[:position] if other]
        links = [Link(verb=draw(st.sampled_from(LinkVerb)), target=other) for other in others[:2]]
        update = {"id": claim_id, "links": tuple(links) if draw(st.booleans()) else ()}
        linked.append(claim.model_copy(update=update))
    return ClaimSet(claims=tuple(linked), context=CONTEXT)


@given(claim_sets())
def test_records_read_back_as_equal_claims(day):
    assert from_records(to_records(day), context=CONTEXT) == day


@given(strategies.claims(continuations=False))
def test_any_claim_that_can_be_built_reads_back_from_its_row(claim):
    assume(all(codes_in(" | ".join(codes)) == codes for _, codes in claim.question.dimensions))
    (record,) = to_records(ClaimSet.model_construct(claims=(claim,), context=Context()))
    table = read_rows([(1, record)])
    assert table.errors == []
    assert table.claims == [claim]


@given(claim_sets())
def test_every_container_holds_the_same_claims(day):
    records = to_records(day)
    assert read("-", stdin=to_csv(records).encode(), context=CONTEXT) == day
    assert read("-", stdin=to_ndjson(records).encode(), context=CONTEXT) == day
    assert read("-", stdin=json.dumps(records).encode(), context=CONTEXT) == day
    assert from_frame(pd.DataFrame(records), context=CONTEXT) == day
    assert from_frame(pl.DataFrame(records), context=CONTEXT) == day
    tsv = io.StringIO()
    writer = csv.DictWriter(tsv, records[0], delimiter="\t")
    writer.writeheader()
    writer.writerows(records)
    assert read("-", stdin=tsv.getvalue().encode(), context=CONTEXT) == day


def test_words_of_categories_are_no_way_to_write_numbers():
    claims = [f'A: damage = "{word}"' for word in ("1,234", "1.234")]
    day = ClaimSet(claims=tuple(map(Claim.parse, claims)), context=CONTEXT)
    number = Claim.parse("A: killed = 1.000")
    day = ClaimSet(claims=(*day.claims, number), context=CONTEXT)
    assert read("-", stdin=to_csv(to_records(day)).encode(), context=CONTEXT) == day


@given(claim_sets())
def test_claims_as_json_objects_read_back_as_equal_claims(day):
    dumped = [claim.model_dump(mode="json") for claim in day.claims]
    assert from_records(dumped, context=CONTEXT) == day
    assert read("-", stdin=json.dumps(day.model_dump(mode="json")).encode()) == day


@given(claim_sets())
def test_writing_is_deterministic_and_what_is_written_again_is_the_same(day):
    text = to_csv(to_records(day))
    assert to_csv(to_records(read("-", stdin=text.encode(), context=CONTEXT))) == text


def test_frames_with_gaps_read_like_tables_with_empty_cells():
    text = "source,measure,value,low,[ward]\nAFP,killed,8,,1\ndpa,killed,,7,\n"
    expected = read("-", stdin=text.encode())
    assert from_frame(pd.read_csv(io.StringIO(text))) == expected
    assert from_frame(pl.read_csv(io.StringIO(text))) == expected


def test_a_frame_with_a_column_twice_is_an_error():
    frame = pd.DataFrame([["AFP", "killed", 8, 9]], columns=["source", "measure", "value", "Value"])
    same = frame.set_axis(["source", "measure", "value", "value"], axis=1)
    for doubled in (frame, same):
        with pytest.raises(InvalidClaimsError) as caught:
            from_frame(doubled)
        assert "'value' 2 times" in str(caught.value)


def test_what_is_no_frame_is_an_error():
    with pytest.raises(InvalidClaimError, match="got list"):
        from_frame([{"source": "AFP"}])


def test_a_table_without_rows_is_an_error():
    for empty in (
        from_records([], errors=(errors := [])),
        from_frame(pd.DataFrame({"source": []}), errors=errors),
    ):
        assert len(empty) == 0
    assert len(errors) >= 2


def test_records_that_are_no_mappings_are_errors_and_the_others_kept():
    errors = []
    good = {"source": "AFP", "measure": "killed", "value": 8}
    assert len(from_records([good, "AFP: killed = 8", None], errors=errors)) == 1
    assert [error.place.row for error in errors] == [2, 3]


def test_a_nested_claim_with_a_fault_tells_the_field():
    errors = []
    nested = {
        "attribution": {"chain": ["AFP"]},
        "question": {"measure": "killed"},
        "readings": [{"figure": {"qualifier": "range", "number": "9", "to": "8"}}],
    }
    assert len(from_records([nested], errors=errors)) == 0
    (error,) = errors
    assert error.message.startswith("expected low ≤ high")
    assert (error.place.row, error.place.column) == (1, "readings.0.figure")


def test_a_number_as_a_code_of_a_nested_claim_is_an_error():
    nested = {
        "attribution": {"chain": ["AFP"]},
        "question": {"measure": "x", "dimensions": {"a": 5}},
    }
    (error,) = read_rows([(1, nested)]).errors
    assert "expected text" in error.message


def test_bounds_and_notes_go_back_to_their_columns():
    row = {
        "source": "AFP",
        "measure": "killed",
        "value": "some eight",
        "low": "8",
        "quote": "q",
        "extra": "e",
    }
    assert to_records(from_records([row])) == [row | {"source": "AFP"}]


def test_a_code_that_holds_the_separator_of_codes_cannot_be_written():
    claim = Claim(
        attribution={"chain": ["AFP"]},
        question={"measure": "killed", "dimensions": {"place": "a | b"}},
    )
    with pytest.raises(InvalidClaimError, match="rename the code"):
        to_records(ClaimSet(claims=(claim,)))


def test_hints_are_handed_over():
    hints = []
    from_records([{"source": "AFP", "measure": "killed", "value": 8, "region": "n"}], hints=hints)
    (hint,) = hints
    assert hint.startswith("column 'region' is not known and kept as a note")


def test_a_misspelt_column_is_an_error_and_its_rows_are_read():
    errors = []
    record = {"source": "AFP", "measure": "killed", "vaule": 8}
    assert len(from_records([record], errors=errors)) == 1
    assert errors[0].place.column == "vaule"
    assert "did you mean 'value'?" in errors[0].message
