"""Pages as blocks and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimsync as cs
from claimsync.extract.text.structure import blocks, sentences

PAGE = (
    "\ufeffFerry sinks off Sigrun\r\n"
    "Rescuers found nine people on Monday.\r\n\r\n"
    "14:32 GMT\r\n\r\n"
    "KOLM, Feb 5 (Newswire) - Two boats left the port. They came back.\r\n"
    "• Nine people are safe\r\n"
    "Photo: the harbour at dawn\r\n"
    "Read our full report\r\n"
    "Join our forum\r\n"
)


def kinds(text):
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


def said(text):
    return [text[a:b] for block in blocks(text) for a, b in block.sentences]


def test_a_heading_is_not_glued_to_the_next_line():
    assert kinds(PAGE)[:2] == [
        ("heading", "Ferry sinks off Sigrun"),
        ("paragraph", "Rescuers found nine people on Monday."),
    ]


def test_stamps_bullets_captions_and_boilerplate_are_told_apart():
    assert [kind for kind, _ in kinds(PAGE)[2:]] == [
        "stamp",
        "paragraph",
        "bullet",
        "caption",
        "boilerplate",
        "boilerplate",
    ]


def test_what_follows_a_stamp_was_said_then():
    assert [block.said_at for block in blocks(PAGE)][1:4] == [None, None, "14:32 GMT"]


def test_a_dateline_is_no_part_of_the_first_sentence():
    block = blocks(PAGE)[3]
    assert PAGE[slice(*block.dateline)] == "KOLM, Feb 5 (Newswire) -"
    assert PAGE[slice(*block.sentences[0])] == "Two boats left the port."


def test_a_bullet_begins_after_its_mark():
    assert "Nine people are safe" in said(PAGE)


@pytest.mark.parametrize(
    "stamp", ["09:15", "9.15am", "7 p.m.", "3:25 p.m.", "12 minutes ago", "5 February 2026, 09:15"]
)
def test_a_line_that_only_tells_the_time_is_a_stamp(stamp):
    assert kinds(f"{stamp}\nTwo boats left.")[0] == ("stamp", stamp)


def test_a_stamp_may_stand_before_its_entry():
    assert kinds("14:32 — Two boats left.") == [
        ("stamp", "14:32"),
        ("paragraph", "Two boats left."),
    ]


def test_a_line_that_begins_with_a_number_is_no_stamp():
    assert kinds("12 people were hurt.")[0][0] == "paragraph"


def test_lines_broken_by_a_narrow_page_are_one_paragraph():
    text = "The ministry said on Monday evening that two boats\nhad left the port at dawn.\n"
    assert said(text) == [text.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Roe left at 5 p.m. on Monday.",
        "Sen. J. Roe (D-Ohio) spoke for the U.S. Navy.",
        "It cost 1.2 million.",
        "She asked “Why?” and left.",
        "The firm, Roe Inc. of Kolm, grew.",
    ],
)
def test_points_within_a_sentence_do_not_end_it(text):
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [("He left at 5 p.m. The boat sank.", 2), ("“No.” She left… Nobody came!", 3)],
)
def test_points_between_sentences_end_them(text, count):
    assert len(list(sentences(text, 0, len(text)))) == count


@given(st.text(max_size=300))
def test_blocks_and_sentences_stand_in_order_and_lose_nothing_but_blanks(text):
    last = 0
    for block in blocks(text):
        assert last <= block.start < block.end <= len(text)
        last = block.end
        place = block.start
        for start, end in block.sentences:
            assert place <= start < end <= block.end
            place = end
    kept = "".join(text[block.start : block.end] for block in blocks(text))
    marks = sum(character.isalnum() for character in kept)
    assert marks == sum(character.isalnum() for character in text)


def test_lists_of_other_pages_are_no_part_of_the_page():
    page = "Two boats sank.\nMost read\n1. Five ways to swim\n2. Ten boats\nThey came back.\n• Two"
    page += "\nMore on this: 7 storms\nNext: 9 knots"
    assert [kind for kind, _ in kinds(page)] == [
        "paragraph", "boilerplate", "boilerplate", "boilerplate", "paragraph", "bullet",
        "boilerplate", "boilerplate",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It sank at 5 p.m. Winds were high.", 2),
        ("It sank at 5 p.m. Friday off Kolm.", 1),
        ("It sank at 5 p.m. EST off Kolm.", 1),
    ],
)
def test_a_clock_time_may_end_a_sentence(text, count):
    assert len(list(sentences(text, 0, len(text)))) == count


TABLE = """The union said 400 dockers walked out.

| Port | Dockers |
|------|--------:|
| Kolm | 120 killed |

Kolm | 120 | 14
:--- | ---

The port said 310 dockers walked out | Kolm Post
"""


def test_rows_of_a_table_are_no_prose():
    kinds = [block.kind for block in blocks(TABLE)]
    assert kinds == ["paragraph", *["row"] * 5, "heading"]
    assert [draft.figure.text for draft in cs.extract(TABLE)] == ["400", "310"]
