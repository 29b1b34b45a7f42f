"""Quotations, whichever marks the writer mixed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsync.extract.text.quotations import quotations
from claimsync.extract.text.words import words


def quoted(text):
    return [text[one.start : one.end] for one in quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “two” and “three”.", ["“two”", "“three”"]),
        ('Straight closed by curly: "two” left.', ['"two”']),
        ('Curly closed by straight: “two" left.', ['“two"']),
        ("„Zwei“, sagte er.", ["„Zwei“"]),
        ("« Deux », dit-il.", ["« Deux »"]),
        ("‘Two of us,’ he said.", ["‘Two of us,’"]),
        ("'Two of us,' he said.", ["'Two of us,'"]),
        ("''Two of us,'' he said.", ["''Two of us,''"]),
        ("“He told me ‘go’ at once,” she said.", ["“He told me ‘go’ at once,”"]),
        ("“A “small” boat” sank.", ["“A “small” boat”"]),
        ("dashes—“without spaces”—around", ["“without spaces”"]),
    ],
)
def test_what_stands_between_marks_is_one_quotation(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    ["The workers’ rights don’t end.", "It’s the ’90s.", "6'3\" tall", "Rock 'n' roll O'Neill"],
)
def test_apostrophes_and_inches_quote_nothing(text):
    assert [one for one in quoted(text) if len(one) > 4] == []


def test_an_open_quotation_goes_on_to_the_end():
    (one,) = quotations("He said: “We left", 0, 17)
    assert (one.end, one.closed) == (17, False)


def test_a_quotation_is_one_word():
    text = "“We left. Nobody came,” Roe said."
    assert words(text).quoted(0, len(text), quotations(text, 0, len(text))).low == [
        '"',
        "roe",
        "said",
        ".",
    ]


@given(st.text(alphabet="“”\"'‘’«»„ ab.,s—\n", max_size=200))
def test_quotations_stand_in_order_and_never_overlap(text):
    last = 0
    for one in quotations(text, 0, len(text)):
        assert last <= one.start < one.end <= len(text)
        last = one.end


@given(st.text(max_size=200))
def test_words_are_pieces_of_the_text_in_order(text):
    cut = words(text).quoted(0, len(text), quotations(text, 0, len(text)))
    assert cut.starts == sorted(cut.starts)
    assert all(a < b for a, b in zip(cut.starts, cut.ends, strict=True))
    assert all(a <= b for a, b in zip(cut.ends, cut.starts[1:], strict=False))
