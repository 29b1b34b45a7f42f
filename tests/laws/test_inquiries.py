"""Laws of asking: what is asked about, of whom, and that its answers lead to what they say."""

import pickle

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimsync.findings.connections import families
from claimsync.findings.inquiries import OPEN, excerpt, open_readings, settled_context
from claimsync.model.policy import DEFAULT
from claimsync.pipeline import reconcile
from tests.laws.worlds import day, judged, lines, texts, told

MORE = (
    "measure raids: implies raided",
    "Fay: raided [event=raid]",
    "Ada: ! raided [event=raid]",
    "Eve: raids [event=raid] = 3",
    "Cy: raids [event=raid, phase=agreed] = 4",
)


def mixed(most=6):
    """Claim lines of several measures, some of which presuppose an event."""
    other = st.sampled_from(MORE[1:])
    return st.lists(st.one_of(lines(), lines("injured"), other), min_size=1, max_size=most)


def text_of(claims):
    """Return claims with the declarations of both measures."""
    return "\n".join((MORE[0], "measure injured: unit person", day(claims)))


@given(mixed())
def test_claims_that_are_not_connected_are_judged_alike_by_themselves(claims):
    whole = judged(text_of(claims))
    frame, context = whole._case.frame, settled_context(whole.claims)
    label = families(frame, range(len(frame.table)), DEFAULT).tolist()
    parts = [[row for row, each in enumerate(label) if each == name] for name in sorted(set(label))]
    alone = [reconcile(excerpt(frame.table, context, rows)) for rows in parts]
    assert sorted(each for part in alone for each in told(part)) == told(whole)
    assert {f.id for part in alone for f in part.findings} == {f.id for f in whole.findings}


@settings(deadline=None)
@given(mixed(most=5))
@example(["Ada: killed = 5", "Ada: killed [place=n | s] = 5", "Ada: ? killed [place=n | s]"])
@example(["Ada: killed = 5", "Ada: killed = no information", "Ada: killed = 5 | 8"])
@example(["Ada: (denies) killed = 5", "Ben: killed [event=raid] = 5"])
def test_an_answer_leads_to_what_saying_it_does(claims):
    result = judged(text_of(claims))
    before = {_lead(finding) for finding in result.findings}
    for inquiry in result.ask(4):
        for answer in inquiry.answers:
            read = {c: answer.words for c in inquiry.about if c in result.claims.ids}
            after = result.what_if(read=read) if read else result.what_if(say=answer.tried)
            now = {_lead(finding) for finding in after.findings}
            assert set(answer.brings) <= now
            assert set(answer.ends) <= before
            gone = {lead for lead in before - now if lead[0] in OPEN}
            assert gone <= set(answer.ends)
            fresh = {lead for lead in now - before if lead[0] in OPEN}
            assert fresh <= set(answer.brings)


def _lead(finding):
    """Return kind, basis and question."""
    return finding.kind, finding.basis, finding.question


def _which(inquiry):
    """Return whether an inquiry asks what was meant."""
    return inquiry.words.startswith("Which do you mean")


@settings(deadline=None)
@given(mixed(), st.data())
def test_inquiries_are_about_what_is_open_and_ordered_by_what_they_settle(claims, data):
    result = judged(text_of(claims))
    found = result.ask(1000)
    open_ids = {f.id for f in result.findings if f.kind in OPEN} | set(open_readings(result))
    assert {each for inquiry in found for each in inquiry.about} == open_ids
    assert found == judged(text_of(data.draw(st.permutations(claims)))).ask(1000)
    assert found[:2] == result.ask(2)
    assert found.left == 0
    orders = [inquiry.settles for inquiry in found]
    assert orders == sorted(orders, reverse=True)
    for inquiry in found:
        least, most = inquiry.settles
        assert 0 <= least <= most <= len(open_ids)
        settles = [answer.settles for answer in inquiry.answers] or [0]
        assert (min(settles), max(settles)) == inquiry.settles
        assert bool(inquiry.answers) == (inquiry.whom is not None)
    asked = [(each.whom, each.question) for each in found if each.whom and not _which(each)]
    assert len(asked) == len(set(asked))
    assert len(found) == len({(each.whom, each.words) for each in found})


@given(texts())
def test_nobody_without_a_name_is_asked(claims):
    asked = {inquiry.whom for inquiry in judged(day(claims)).ask(1000)}
    assert not asked & {"witness", "police", "unknown"}


@given(texts(most=3))
def test_inquiries_can_be_pickled(claims):
    found = judged(day(claims)).ask()
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 - what was pickled here
    assert again == found
    assert again.left == found.left
