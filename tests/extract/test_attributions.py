"""Who says what, and on whose word."""

import pytest

from claimsync.extract.stances.attributions import attributions
from claimsync.extract.text.structure import blocks
from claimsync.model.stance import Stance


def read(text):
    return attributions(text, blocks(text))


def said(text, number=0):
    """Return source and content of one attribution, as words."""
    one = read(text)[number]
    source = text[slice(*one.source)] if one.source else None
    return source, [text[a:b] for a, b in one.content]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The mayor said two boats sank.", "The mayor", ["two boats sank"]),
        ("The mayor said that two boats sank.", "The mayor", ["that two boats sank"]),
        ("Two boats sank, the mayor said.", "the mayor", ["Two boats sank"]),
        ("Two boats sank, the mayor told Kolm Radio.", "the mayor", ["Two boats sank"]),
        ("Two boats sank, said Ana Roe.", "Ana Roe", ["Two boats sank"]),
        ("“Two boats sank,” said Ana Roe.", "Ana Roe", ["“Two boats sank,”"]),
        ("“Did two boats sink?” Ana Roe asked.", "Ana Roe", ["“Did two boats sink?”"]),
        ("“Two sank,” he said. “One did not.”", "he", ["“Two sank,”", "“One did not.”"]),
        ("Fans chanted “Two boats!” and kept on till nine.", "Fans", ["“Two boats!”"]),
        ("Two boats, Ana Roe said, sank on Monday.", "Ana Roe", ["Two boats", "sank on Monday"]),
        ("The mayor told reporters two boats sank.", "The mayor", ["two boats sank"]),
        ("According to the mayor, two boats sank.", "the mayor", ["two boats sank"]),
        ("Two boats sank, according to the mayor.", "the mayor", ["Two boats sank"]),
        ("Two boats sank, by the mayor's count.", "the mayor's count", ["Two boats sank"]),
        ("As the mayor noted, two boats sank.", "the mayor", ["two boats sank"]),
        ("The mayor put the number of boats at two.", "The mayor", ["the number of boats at two"]),
        ("The mayor wrote: “Two boats sank.”", "The mayor", ["“Two boats sank.”"]),
        ("On Monday the mayor said two boats sank.", "the mayor", ["two boats sank"]),
        ("The report found that two boats sank.", "The report", ["that two boats sank"]),
        ('“Two boats sank", said the mayor.', "the mayor", ['“Two boats sank"']),
        ("“Two boats sank, said Ana Roe.", "Ana Roe", ["“Two boats sank"]),
        (
            "Ana Roe, the harbour master, said two boats sank.",
            "Ana Roe, the harbour master",
            ["two boats sank"],
        ),
        ("Two boats sank, say officials", "officials", ["Two boats sank"]),
        (
            "Two boats were lost, said the harbour's engineer, Ana Roe.",
            "the harbour's engineer, Ana Roe",
            ["Two boats were lost"],
        ),
        ("The Kolm Weekly said two boats sank.", "The Kolm Weekly", ["two boats sank"]),
        (
            "An official who asked to stay unnamed as the talks are not public said two sank.",
            "An official",
            ["two sank"],
        ),
        ("Two boats sank — mayor", "mayor", ["Two boats sank"]),
        ("Mayor: two boats sank", "Mayor", ["two boats sank"]),
    ],
)
def test_source_and_content_are_found_in_every_order(text, source, content):
    assert said(text) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "The said boats sank.",
        "The United States bought two boats.",
        "News reports were read by two men.",
        "The boats were built according to plan.",
        "Two boats sank.",
        "The judge denied bail to two men.",
        "He wrote two books in a year of rest.",
    ],
)
def test_words_that_only_look_like_speech_attribute_no_clause(text):
    assert not [one for one in read(text) if {"says", "tells", "according"} & {*one.rules}]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Two sank, Kolm Radio reported, citing the ministry.", ("Kolm Radio", "ministry")),
        (
            "Kolm Radio said, citing the council, which quoted a witness, that two boats sank.",
            ("Kolm Radio", "council", "witness"),
        ),
        (
            "Two boats sank, according to a tally by Kolm Radio of reports by local councils.",
            ("Kolm Radio", "local councils"),
        ),
        ("The mayor told Reuters that two boats sank.", ("Reuters", "mayor")),
        ("Kremlin spokesman Ivan Roe said two boats sank.", ("Ivan Roe",)),
        ("The governor of Tarsk, Ana Roe, said two boats sank.", ("Ana Roe",)),
        ("The BBC understands that two boats sank.", ("BBC",)),
        ("Keel chief executive Ana Roe said two boats sank.", ("Ana Roe",)),
        ("The guild's Ana Roe said two boats sank.", ("Ana Roe",)),
        ("King's College London said two boats sank.", ("King's College London",)),
        ("A paper seen by Kolm Radio says two boats sank.", ("paper",)),
        ("Harbour police on Monday: two boats sank", ("Harbour police",)),
        ("According to Ana Roe, who runs the port, two boats sank.", ("Ana Roe",)),
        ("Two boats sank, police said, according to the Kolm Post.", ("Kolm Post", "police")),
        ("“Two sank,” said a coach, according to local media.", ("local media", "coach")),
        (
            "Two sank, said Ana Roe, according to a tally by Kolm Radio of reports by councils.",
            ("Ana Roe", "Kolm Radio", "councils"),
        ),
        (
            "Two sank, Kolm Radio reported, citing a tally compiled by the Lind Institute.",
            ("Kolm Radio", "Lind Institute"),
        ),
    ],
)
def test_the_chain_goes_from_the_voice_to_the_origin(text, chain):
    assert read(text)[0].chain == chain


def test_who_cites_a_report_first_has_its_maker_behind():
    text = "Citing a report by the coroner, the mayor said two boats sank."
    assert read(text)[-1].chain == ("mayor", "coroner")


def test_what_one_sentence_of_a_quotation_withholds_another_does_not():
    text = "“Two men died. I will not comment on the others,” said the mayor."
    stances = [one.stance for one in read(text) if text.find("Two") in range(*one.content[0])]
    assert stances == [Stance.ASSERTS]


def test_what_somebody_says_that_another_said_has_both_in_its_chain():
    text = "The mayor said the envoy had told the council that two boats sank."
    assert [one.chain for one in read(text)] == [("mayor",), ("mayor", "envoy")]


def test_what_somebody_says_according_to_another_has_both_in_its_chain():
    text = "The mayor said that, according to the clinic, two men died."
    assert [one.chain for one in read(text)] == [("mayor",), ("mayor", "clinic")]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Two officials familiar with the talks said nine men left.", True),
        ("The mayor said, on condition of anonymity, that nine men left.", True),
        ("Diplomats said nine men left.", True),
        ("A person briefed on the talks said nine men left.", True),
        ("Someone with knowledge of the talks said nine men left.", True),
        ("The defence ministry said nine men left.", False),
        ("Police said nine men left.", False),
    ],
)
def test_who_would_not_be_named_is_anonymous(text, hidden):
    assert read(text)[0].anonymous is hidden


def test_a_name_is_given_in_full_once_the_page_gave_it():
    text = "Minister Oleg Kuleba spoke. Mr Kuleba said two boats sank. He added that one burnt."
    assert [one.chain for one in read(text)] == [("Oleg Kuleba",), ("Oleg Kuleba",)]


def test_the_ministry_is_the_only_one_named_so_far():
    text = "The Kolm defence ministry said two sank. The ministry said one burnt."
    assert {one.chain for one in read(text)} == {("Kolm defence ministry",)}


def test_with_two_ministries_alive_the_ministry_is_neither():
    text = (
        "The defence ministry said two sank. The interior ministry said one did."
        " The ministry said nobody died."
    )
    assert read(text)[2].chain == ()


def test_a_pronoun_that_nobody_was_named_for_has_no_chain():
    assert read("He said two boats sank.")[0].chain == ()


def test_she_is_not_a_man_who_spoke_before():
    text = "Mr Ivan Roe said two boats sank. She said one burnt."
    assert read(text)[1].chain == ()


def test_a_line_without_a_cue_goes_on_with_the_speaker_and_says_so():
    text = "The governor, Ana Roe, said eight people died.\nAt least 21 others were hurt."
    first, second = read(text)
    assert (first.inferred, second.inferred) == (False, True)
    assert second.cue is None
    assert second.chain == ("Ana Roe",)


def test_a_quotation_over_several_paragraphs_has_one_speaker():
    text = "“We lost many boats.\n\n“We lost two men,” Ana Roe said."
    (one,) = read(text)
    assert [text[a:b] for a, b in one.content] == ["“We lost many boats.", "“We lost two men,”"]


def test_bullets_after_a_colon_are_said_by_who_opened_it():
    text = "The ministry said:\n• Two boats sank\n• One burnt"
    (one,) = read(text)
    assert [text[a:b] for a, b in one.content] == ["Two boats sank", "One burnt"]


def test_two_speakers_in_a_sentence_keep_their_words_apart():
    text = "The firm said it cut 400 jobs, but the union said 600 had gone."
    assert [said(text, number) for number in (0, 1)] == [
        ("The firm", ["it cut 400 jobs"]),
        ("the union", ["600 had gone"]),
    ]


def test_the_same_words_printed_twice_are_attributed_twice():
    line = "“We lost two men,” Ana Roe said."
    first, second = read(f"{line}\n\n{line}")
    assert first.chain == second.chain
    assert first.cue != second.cue


@pytest.mark.parametrize(
    ("text", "who", "stance"),
    [
        (
            "Kremlin spokesman Ivan Roe said he could neither confirm nor deny reports of talks.",
            ("Ivan Roe",),
            Stance.NEITHER,
        ),
        (
            "The airline declined to say whether two jets were lost.",
            ("airline",),
            Stance.NO_COMMENT,
        ),
        ("The bank did not immediately respond to a request.", ("bank",), Stance.NO_COMMENT),
        ("The army denied killing 12 people.", ("army",), Stance.DENIES),
        ("The army said it did not kill 12 people.", ("army",), Stance.DENIES),
        ("The hospital confirmed that two men died.", ("hospital",), Stance.CONFIRMS),
        ("The toll could not be independently verified.", (), Stance.CANNOT_VERIFY),
        ("The mayor said two boats sank.", ("mayor",), Stance.ASSERTS),
        ("The mayor said two boats will sail.", ("mayor",), Stance.EXPECTS),
    ],
)
def test_an_attribution_carries_its_stance(text, who, stance):
    one = read(text)[0]
    assert (one.chain, one.stance) == (who, stance)


def test_an_earlier_version_takes_back_what_it_said():
    (one,) = read("An earlier version of this story said 14 people had died.")
    assert one.stance is Stance.RETRACTS


def test_every_sentence_of_a_turn_is_its_speakers():
    text = "QUESTION: How many?\n\nANA ROE: There were two. I repeat, two."
    assert [one.chain for one in read(text)] == [("ANA ROE",), ("ANA ROE",)]


def test_what_is_posted_is_the_posters():
    text = "@KolmFire 09:15\nTwo boats burnt. We cannot confirm a third."
    first, second = read(text)
    assert (first.chain, second.chain) == (("@KolmFire",), ("@KolmFire",))
    assert second.stance is Stance.CANNOT_VERIFY


def test_a_title_before_a_colon_is_no_speaker():
    assert read("Storm May: two dead in the hills") == []


def test_it_is_the_body_that_the_sentence_before_speaks_of():
    text = "Kolm Power said one burnt.\n\nThe interior ministry has a list. It said two boats sank."
    assert read(text)[-1].chain == ("interior ministry",)


def test_a_pronoun_far_from_any_name_means_nobody():
    text = (
        "Mr Ivan Roe said two boats sank. " + "Rain fell on the hills. " * 60 + "He said one burnt."
    )
    assert read(text)[-1].chain == ()


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Word of a leak was rejected as untrue by the ministry.", [("ministry",)]),
        ("The claim that two died was rejected.", []),
        ("Citing a nurse at the camp, the Post said that two died.", [("Post", "nurse")]),
        ("Citing the heat, the mayor said that two died.", [("mayor",)]),
        ("The ferry line sold 80 tickets, it said.", [("ferry line",)]),
        ("Asked if she would stay, Ana Roe smiled and said: “Two sank.”", [("Ana Roe",)]),
        (
            "A note that claimed “two boats” sank was wrong, Ana Roe said: it was one.",
            [("Ana Roe", "note"), ("Ana Roe",)],
        ),
        ("Two boats sank, Ana Roe said; Jan Poe estimated 4.", [("Ana Roe",), ("Jan Poe",)]),
        ("Two boats sank, Ana Roe said; captains counted 4.", [("Ana Roe",), ("captains",)]),
        ("Its rival, Nordbank, said two sank.", [("Nordbank",)]),
        ("Of 212 men seen, 61 confirmed; two died.", []),
    ],
)
def test_who_is_meant_is_found_or_left_open(text, chains):
    assert [one.chain for one in read(text) if one.rules[0] != "citing"] == chains


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The club's doctor, Jan Poe, saw 3 men. “Two sank,” he said.", "Jan Poe"),
        (
            "Jane Roe said one burnt.\n\nAid: the ministry has 30 boats. It said two sank.",
            "ministry",
        ),
        ("Officials in Kolm said one sank. The hospital has 9 beds. It said two sank.", "hospital"),
        ("Jane Roe spoke. Engineer Tor Mo mended 12 lines. He said two sank.", "Tor Mo"),
        ("@KolmFire 09:15\nMinistry: two boats burnt. Of these, one sank.", "Ministry"),
    ],
)
def test_a_line_goes_on_with_whom_the_line_before_named(text, last):
    assert read(text)[-1].chain[-1] == last


def test_a_place_at_the_head_of_a_page_does_not_speak():
    text = "KOLM: Two boats sank in the bay. It had 3 boats, and nine sank in Kolm."
    assert read(text) == []


def test_a_new_paragraph_on_what_it_was_is_the_pages_own():
    text = "Jane Roe said one burnt.\n\nIt was the worst storm since 1990, when 20 boats sank."
    assert len(read(text)) == 1


def test_whom_someone_says_tells_of_the_noun_before():
    text = "Kolm did not respond to questions about the 30 workers whom the union says it hired."
    one = next(one for one in read(text) if one.source and text[slice(*one.source)] == "the union")
    assert (one.chain, text[slice(*one.content[0])]) == (("union",), "30 workers")


def test_a_headline_tells_several_things():
    text = "Storm: 24 boats lost, mayor says – captains claim 40"
    assert [(one.chain, [text[a:b] for a, b in one.content]) for one in read(text)] == [
        (("mayor",), ["Storm: 24 boats lost"]),
        (("captains",), ["40"]),
    ]
    text = "Two ports to close; 10 boats lost, mayor says"
    assert [text[a:b] for a, b in read(text)[0].content] == ["10 boats lost"]


def test_what_follows_a_semicolon_goes_on_unless_another_speaks():
    def told(text):
        return [text[a:b] for a, b in read(text)[0].content]

    assert told("Two boats sank, Ana Roe said; one burnt.") == ["Two boats sank", "one burnt"]
    assert told("Two boats sank, Ana Roe said; captains counted 4.") == ["Two boats sank"]
    assert told("Two boats sank, Ana Roe said; Jan Poe estimated 4.") == ["Two boats sank"]


def test_a_pronoun_after_both_were_meant_means_nobody():
    text = "Kolm Power said one sank. The port said two. Neither told more. It had said three."
    assert read(text)[-1].chain == ()
