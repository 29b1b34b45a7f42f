"""Whose word a figure is where a page tells beside somebody who speaks: a name, or nobody's."""

import pytest

from claimsync.extract.extractor import extract


def tellers(text):
    """Return who tells each figure; None for the page itself."""
    drafts = extract(text, said_at="2030-08-01")
    return {d.figure.text: d.chain[-1].name if d.chain else None for d in drafts if d.figure}


@pytest.mark.parametrize("verb", ["sending", "pushing", "knocking", "lifting"])
@pytest.mark.parametrize("traded", ["its shares 9%", "the stock price 9%"])
@pytest.mark.parametrize(
    "news", ["Alder will close 14 plants, the company said,", "Alder said it will close 14 plants,"]
)
def test_what_news_does_to_a_market_is_the_pages_own(news, traded, verb):
    found = tellers(f"{news} {verb} {traded} lower.")
    assert found["14"] is not None
    assert found["9"] is None


def test_what_a_report_adds_of_harm_is_still_told_by_who_told_it():
    found = tellers("A boiler burst, police said, sending 12 people to hospital.")
    assert found["12"] == "police"


@pytest.mark.parametrize("firm", ["company", "firm", "airline", "group"])
@pytest.mark.parametrize("deed", ["will close", "closed", "recalls", "has sold"])
def test_a_bare_firm_is_the_one_whose_deed_it_tells(deed, firm):
    told = f"Alder {deed} 14 depots, the {firm} said. The plan covers 900 beds, it said."
    assert tellers(told)["900"] == "Alder"


def test_a_place_that_gets_something_is_no_firm():
    assert tellers("Kolm will get 14 trams, the company said.")["14"] == "company"


@pytest.mark.parametrize(
    "own", ["This page", "This article", "An earlier post", "An earlier article", "Our first story"]
)
def test_what_a_page_said_before_is_its_own(own):
    assert tellers(f"{own} said that 36 wells were tested.")["36"] is None


@pytest.mark.parametrize("other", ["The mayor's earlier post", "This union", "A post by Ana Roe"])
def test_what_others_wrote_is_theirs(other):
    assert tellers(f"{other} said that 36 wells were tested.")["36"] is not None


@pytest.mark.parametrize("see", ["saw", "watched", "heard"])
@pytest.mark.parametrize("who", ["Three of our correspondents", "Two Sentinel reporters on site"])
def test_what_somebody_saw_is_not_told_by_who_spoke_before(who, see):
    found = tellers(f"The ministry said 4 men were hurt. {who} {see} police fire 11 shots.")
    assert found["4"] == "ministry"
    assert found["11"] != "ministry"


@pytest.mark.parametrize(
    "teller", ["a nurse for that clinic said", "the same clinic's matron, on leave, said"]
)
def test_what_another_says_is_not_carried_on(teller):
    text = f"Six were hurt, according to Dr. Ana Roe. Another 15 were taken to Kolm, {teller}."
    assert not any(by == "Ana Roe" for at, by in tellers(text).items() if "15" in at)


@pytest.mark.parametrize("body", ["aid group", "rights group", "local union", "doctors' union"])
@pytest.mark.parametrize("does", ["published a list of", "has named", "listed"])
def test_who_it_said_is_who_opens_the_sentence(body, does):
    text = f"The ministry said 4 men were hurt. The {body} Red Tent {does} 71 men"
    assert tellers(f"{text} who it said were held.")["71"].endswith("Red Tent")


@pytest.mark.parametrize("thing", ["fire", "blast", "storm", "strike"])
def test_no_event_speaks(thing):
    text = f"The {thing} was over by noon. On Monday it told reporters there had been 186 guests."
    assert thing not in (tellers(text)["186"] or "")


@pytest.mark.parametrize("work", ["latest projection", "poll", "new forecast", "analysis"])
@pytest.mark.parametrize("verb", ["gives", "puts"])
def test_a_work_is_told_by_its_maker(work, verb):
    told = tellers(f"The {work} by the institute Datum {verb} the Greens at 12 seats.")
    assert told["12"] == "institute Datum"


@pytest.mark.parametrize("vote", ["Nine members will vote no.", "Nine members told us no."])
def test_a_no_ends_a_sentence(vote):
    found = tellers(f"{vote} Asked about it, Roe declined to answer.")
    assert found.get("Nine") != "Roe"


def test_a_number_after_no_does_not_end_it():
    assert "Roe" in tellers("The blast at plant no. 7 hurt 30 men, Roe said.")["30"]
