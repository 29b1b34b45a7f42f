"""What is given to the functions of extraction: dates in every form, errors for the rest."""

import datetime as dt
from pathlib import Path

import pytest

import claimsync as cs

PAGE = "Police arrested 12 people on Wednesday."
DRAFTS = cs.extract(PAGE)


@pytest.mark.parametrize("day", [dt.date(2026, 2, 5), cs.Period.parse("2026-02-05"), "2026-02-05"])
def test_the_date_of_a_page_is_given_as_dates_are(day):
    [draft] = cs.extract(PAGE, said_at=day)
    assert draft.when.code == "2026-02-04"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (lambda: cs.extract(None), "text of a page.*NoneType"),
        (lambda: cs.extract(b"x"), "text of a page.*bytes"),
        (lambda: cs.extract(Path("x")), "text of a page.*Path"),
        (lambda: cs.extract(PAGE, said_at=5), "date.*int"),
        (lambda: cs.extract(PAGE, outlet=5), "outlet.*int"),
        (lambda: cs.extract(PAGE, zone="foo"), "expected a date.*foo"),
        (lambda: cs.extract(PAGE, extractor="spacy"), "an extractor.*str"),
        (lambda: cs.link("text"), "drafts.*str"),
        (lambda: cs.link(None), "drafts.*NoneType"),
        (lambda: cs.link([DRAFTS, DRAFTS]), "several pages.*tuple"),
        (lambda: cs.link(DRAFTS, context="text"), "context.*str"),
    ],
)
def test_what_is_of_another_kind_is_refused_with_what_to_do(step, told):
    with pytest.raises(cs.InvalidClaimError, match=told):
        step()


def test_kinds_and_readings_that_are_none_are_refused():
    result = cs.reconcile(cs.parse("A: killed = 8  ^a"))
    with pytest.raises(cs.InvalidClaimError, match=r"divergence, .*got 'foo'"):
        result.of_kind("foo")
    assert result.of_kind("non-confirmation") == result.non_confirmations
    with pytest.raises(cs.InvalidClaimError, match=r"in words.*int"):
        result.what_if(read={"a": 0})
