"""What holds for the quantities of any text whatever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsync.extract.figures.quantities import RULES, Quantity, quantities
from claimsync.extract.text.tokens import tokens
from tests.extract.timing import seconds

PIECES = st.sampled_from(
    """
    12 1,200 3.5 2019 ½ one two twenty hundred thousand million bn m k dozen a an half third
    two-thirds of the to and or between from at least up nearly about more than % € $ £ US$ km
    people dead men year-old - – / . , ( ) : ' " S&P May 11 pm st no none each total in all
    including remaining Flight per day 1/2 9/11 5- -5 ٣١٤ 12\u202f000 é 🕊 \u200b \ufeff rose fell
    by not degrees C was injured Rs USD 1.2.3 00 0 1e5 99999999999999999999
    """.split()
)
NEWSLIKE = st.lists(
    st.tuples(PIECES, st.sampled_from([" ", "", "\u00a0", "-"])).map("".join), max_size=25
).map("".join)
TEXTS = st.one_of(st.text(max_size=200), NEWSLIKE)


def moved(found: list[Quantity], by: int) -> list[tuple[object, ...]]:
    """Show quantities with every place moved."""
    return [
        (q.start + by, q.end + by, q.kind, str(q.figure), q.role, q.spread, q.change, q.rules)
        for q in found
    ]


@given(TEXTS)
def test_tokens_tile_any_text(text) -> None:
    found = tokens(text)

    assert "".join(token.text for token in found) == text
    assert all(text[token.start : token.end] == token.text for token in found)


@given(TEXTS)
def test_spans_lie_in_the_text_in_order_and_apart(text) -> None:
    end = 0
    for q in quantities(text):
        assert end <= q.start <= q.number_start < q.number_end <= len(text)
        assert q.start < q.end <= len(text)
        assert text[q.start : q.end] == text[q.start : q.end].strip()
        for span in (q.unit, q.noun):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        end = q.end


@given(TEXTS)
def test_what_is_found_is_the_same_each_time_and_states_a_number(text) -> None:
    found = quantities(text)

    assert found == quantities(text)
    assert all(q.figure.states_number for q in found)
    assert all(q.worth[0] <= q.worth[1] for q in found)


@given(TEXTS)
def test_paragraphs_passed_over_hold_nothing(text) -> None:
    assert quantities(text) == quantities(text, rules=RULES)


@given(st.lists(TEXTS, max_size=4))
def test_paragraphs_set_one_after_another_give_the_union_of_theirs(paragraphs) -> None:
    text = "\n".join(paragraphs)
    alone, place = [], 0
    for paragraph in paragraphs:
        alone += moved(quantities(paragraph), place)
        place += len(paragraph) + 1

    assert moved(quantities(text), 0) == alone


@given(TEXTS, TEXTS, TEXTS)
def test_a_window_on_whole_lines_gives_what_the_lines_give_alone(before, line, after) -> None:
    text = f"{before}\n{line}\n{after}"
    start = len(before) + 1

    found = quantities(text, start, start + len(line))

    assert moved(found, 0) == moved(quantities(line), start)


HOSTILE = {
    "digits": "7",
    "digits and commas": "1,",
    "groups": "123 ",
    "thin groups": "123\u202f",
    "slashes": "1/",
    "colons": "1:",
    "hyphens": "1-",
    "scales": "million ",
    "number words": "twenty-one hundred and ",
    "qualifiers": "at least about nearly ",
    "ranges": "from 1 to ",
    "articles": "a ",
    "halves": "half a ",
    "nouns": "men ",
    "dots": ".",
    "currencies": "$",
    "quotes": "“‘",
    "letters": "x",
    "months": "May 11 ",
}
LENGTH = 20_000


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_no_more_per_character_than_twice_as_much_of_it(name) -> None:
    text = "5 " + HOSTILE[name] * (2 * LENGTH // len(HOSTILE[name]))

    def cost(length: int) -> float:
        return seconds(lambda: quantities(text[:length]))

    assert cost(2 * LENGTH) < 4 * min(cost(LENGTH) for _ in range(2)) + 0.3


def test_ten_megabytes_without_a_line_break_are_read() -> None:
    filler = "the ministry published documents afterwards " * 20_000
    text = f"{filler}and at least 21 people died, " * (10_000_000 // len(filler))

    found = quantities(text)

    assert len(found) == text.count("21")
    assert {text[q.start : q.end] for q in found} <= {"at least 21", "least 21", "21"}


def test_every_block_of_unicode_is_read() -> None:
    for first in range(0, 0x110000, 2048):
        block = "".join(
            chr(code) for code in range(first, first + 2048) if not 0xD800 <= code < 0xE000
        )
        text = f"12 {block} 13"
        for q in quantities(text):
            assert text[q.number_start : q.number_end]
