"""Figures of each side: two without names add up; *each* of who knows how many does not."""

import pytest

import claimsync as cs
from claimsync.extract import linked

EACH = (
    "each side released 157 prisoners",
    "both sides released 157 prisoners each",
    "the two sides released 157 prisoners each",
    "157 prisoners were released from either side",
)
WHOLE = (
    "the two sides released {whole} prisoners in all",
    "the two sides released {whole} prisoners combined",
    "{whole} prisoners were released",
    "a total of {whole} prisoners were released",
)


def found(text):
    """Return kind and basis of each finding of a text."""
    result = cs.reconcile(cs.link(cs.extract(text, said_at="2026-03-12")))
    return {(str(each.kind), str(each.basis)) for each in result.findings}


def page(each, whole, number):
    """Return what two sources say."""
    said = whole.format(whole=number)
    return f"The ministry said {each}.\n\nThe envoy said {said}.\n"


@pytest.mark.parametrize("each", EACH)
@pytest.mark.parametrize("whole", WHOLE)
def test_each_of_two_sides_adds_up_to_the_whole(each, whole):
    assert ("agreement", "aggregation") in found(page(each, whole, 314))
    bare = whole.startswith("{whole}")  # may be those of one side, if read so
    assert ("tension" if bare else "divergence") in {k for k, _ in found(page(each, whole, 400))}


def test_what_is_said_of_each_of_nobody_knows_how_many_is_left():
    text = "The union said the firm paid its drivers 1,000 euros each."
    told = linked(cs.extract(text))
    assert told.claims.claims == ()
    assert "it is said of each, and not of how many" in told.doubts


def test_who_does_it_on_each_side_is_no_holder():
    drafts = cs.extract("Both sides lost 10 soldiers. Each side released 157 prisoners.")
    assert [draft.code("subject") for draft in drafts if draft.figure] == [None, None]
