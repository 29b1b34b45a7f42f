"""Two who speak in one sentence: each says his own, also where the second leaves words out."""

import pytest

import claimsync as cs


def read(text):
    """Return each figure with who says it and its measure, and the kinds of findings."""
    drafts = cs.extract(text, said_at="2026-03-12")
    told = [(d.figure.text, [one.name for one in d.chain], d.measure) for d in drafts if d.figure]
    return told, {str(found.kind) for found in cs.reconcile(cs.link(drafts)).findings}


@pytest.mark.parametrize(
    ("text", "second", "who", "measure"),
    [
        ("Turnout was 64%, the commission said, while monitors put it at 58%.",
         "58", "monitors", "Turnout"),
        ("The ministry said 12 people were killed, while police said nine.",
         "nine", "police", "killed"),
        ("The ministry said 12 people died in Lyman, while police spoke of nine dead.",
         "nine", "police", "killed"),
        ("The ministry said 12 people were killed, but the governor said 15 had died.",
         "15", "governor", "killed"),
        ("Police put the crowd at 4,000, organisers at 15,000.",
         "15,000", "organisers", "attendance"),
        ("Police put the crowd at 4,000 and the organisers at 15,000.",
         "15,000", "organisers", "attendance"),
        ("Police counted 4,000 marchers, the organisers 15,000.",
         "15,000", "organisers", "attendance"),
        ("Police put the crowd at 4,000 while the organisers put it at 15,000.",
         "15,000", "organisers", "attendance"),
        ("Kesh said it had returned 157 prisoners, Osk said it received 150.",
         "150", "Osk", "people exchanged"),
    ],
)  # fmt: skip
def test_the_second_one_says_his_own(text, second, who, measure):
    told, kinds = read(text)
    assert told[-1] == (second, [who], measure)
    assert told[0][1] != [who]
    assert "divergence" in kinds


@pytest.mark.parametrize(
    "text",
    [
        "The poll put the Reds at 40%, the Greens at 12% and the Blues at 9%.",
        "Police counted 4,000 marchers, 200 stewards and 15 dogs.",
        "The ministry said 12 people were killed; the mayor said four houses burned down.",
    ],
)
def test_what_is_listed_is_no_second_voice(text):
    told, kinds = read(text)
    assert "divergence" not in kinds
    assert (
        len({measure for _, _, measure in told}) > 1 or len({tuple(who) for _, who, _ in told}) == 1
    )
