"""The shapes in which sentences say who speaks: rules without words of their own.

A cue of the book (*said*, *told*) is found by its words; how the sentence around it names the
speaker is one of these shapes.
"""

from __future__ import annotations

from claimsync.extract.text.rules import Rule

RULES = (
    Rule(
        "plain",
        (),
        "the speaker stands before the verb of speech",
        "The mayor said that 12 people had died.",
        "Twelve people had died.",
    ),
    Rule(
        "opens",
        (),
        "a sentence that ends with a colon brings the speaker of what follows in",
        "Telvia published its results:\n- Revenue fell to 12 million euros",
        "Revenue fell to 12 million euros.",
    ),
    Rule(
        "inverted",
        (),
        "the speaker stands behind the verb of speech",
        "“Twelve people have died,” said the mayor.",
        "The mayor said that 12 people had died.",
    ),
    Rule(
        "parenthesis",
        (),
        "who says it stands behind what is said, or within it",
        "Twelve people had died, the mayor said.",
        "The mayor said that 12 people had died.",
    ),
    Rule(
        "label",
        (),
        "a name and a colon open a line, or a dash and a name close it",
        "Mayor: 12 people have died.",
        "The mayor said that 12 people had died.",
    ),
    Rule(
        "participle",
        (),
        "the verb of speech hangs on another verb of its speaker",
        "Police closed the road, saying 12 people had died.",
        "Police said that 12 people had died.",
    ),
    Rule(
        "passive",
        (),
        "the speaker stands behind *by*",
        "The toll was put at 12 by the mayor.",
        "The mayor put the toll at 12.",
    ),
    Rule(
        "relayed",
        (),
        "one passes on what another says",
        "The agency quoted the mayor as saying that 12 people had died.",
        "The mayor said that 12 people had died.",
    ),
    Rule(
        "remark",
        (),
        "who says it is named in passing",
        "As the mayor noted, 12 people had died.",
        "The mayor noted that 12 people had died.",
    ),
    Rule(
        "reckoned",
        (),
        "whose count a figure is says it",
        "The mayor's own figure is 12 dead.",
        "The mayor's own house is 12 years old.",
    ),
    Rule(
        "planned",
        (),
        "whose plan it is expects it",
        "Under the mayor's plan, 12 schools would close.",
        "The mayor says 12 schools would close.",
    ),
    Rule(
        "plans",
        (),
        "a plan is expected to come, and by whose plan it is",
        "Under the mayor's plan, 12 schools would close.",
        "Under the mayor's desk, 12 schools are drawn.",
    ),
    Rule(
        "foreseen",
        (),
        "what somebody had expected, beside which a figure is set, is theirs",
        "Sales came to £9m, short of the £12m that analysts had expected.",
        "Sales came to £9m, short of the £12m of last year.",
    ),
    Rule(
        "announced",
        (),
        "the sentence opens with the verb of speech",
        "Said Ana Roe: 12 people have died.",
        "Ana Roe said 12 people had died.",
    ),
    Rule(
        "heard",
        (),
        "who is told something passes it on",
        "The inquest was told that 12 people had died.",
        "The inquest found that 12 people had died.",
    ),
    Rule(
        "carried",
        (),
        "a sentence that adds to the one before has its speaker",
        "The mayor said 12 people had died. Another three were hurt.",
        "The mayor said 12 people had died.",
    ),
    Rule(
        "stance",
        (),
        "who takes a stance speaks by it alone",
        "The mayor would not say whether 12 people had died.",
        "The mayor said that 12 people had died.",
    ),
    Rule(
        "stance/subject",
        (),
        "the subject of the sentence takes its stance",
        "The mayor never gave a number.",
        "The mayor said that 12 people had died.",
    ),
    Rule(
        "cue/counts",
        (),
        "who counts, demands, raises or lowers a figure, or puts something at it, says it",
        "The crowd was put at 12 by police.",
        "Police said the crowd was 12.",
    ),
    Rule(
        "cue/nobody",
        (),
        "what nobody says is no one's word",
        "Nobody said that 12 people had died.",
        "The mayor said that 12 people had died.",
    ),
    Rule(
        "cue/version",
        (),
        "an earlier version of the page is its own word, since withdrawn",
        "An earlier version of this report said that 12 people had died.",
        "The report said that 12 people had died.",
    ),
    Rule(
        "cue/glued",
        (),
        "a name that runs into the words before it is nobody's",
        "Blast kills 12 in Kolm Police deny it was a bomb.",
        "Kolm police deny it was a bomb.",
    ),
)
