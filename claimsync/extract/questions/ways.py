"""The ways in which a figure is taken for what it measures, where no term of the vocabulary asks.

They have no words of their own. Most are not sure, and leave the figure for somebody to look at.
"""

from __future__ import annotations

from claimsync.extract.text.rules import Rule

OWN_PLAN = "own-plan"
RULES = (
    Rule(
        OWN_PLAN,
        (),
        "what somebody says that he himself will do",
        "The mayor said she would run again in May.",
        "The mayor said the union would strike in May.",
    ),
    Rule(
        "measure/noun alone",
        (),
        "the counted noun itself, which no term knows",
        "The firm has 12 lorries.",
        "The firm lost 12 lorries.",
    ),
    Rule(
        "measure/words beside",
        (),
        "words beside a figure that counts no noun",
        "Turnout was strong: 12 percent voted.",
        "Twelve voters were killed.",
    ),
    Rule(
        "measure/some of",
        (),
        "some of a group that the words name",
        "Of the 212 flights planned, 61 were cancelled.",
        "The firm cancelled 61 flights.",
    ),
    Rule(
        "measure/state",
        (),
        "how those counted before are",
        "Two are in a critical condition.",
        "Two people were killed.",
    ),
    Rule(
        "measure/kind of unit",
        (),
        "what a unit can only measure: a distance, a temperature",
        "It hit 43 °C in Karsk.",
        "It hit 43 people in Karsk.",
    ),
    Rule(
        "measure/figure of noun",
        (),
        "a figure and what it is taken of",
        "The ship came within 300 metres of the reef.",
        "The ship lost 300 men.",
    ),
    Rule(
        "measure/noun of figure",
        (),
        "a noun and *of* before the figure",
        "They are trapped at a depth of 640 metres.",
        "Twelve people were trapped.",
    ),
    Rule(
        "measure/share of noun",
        (),
        "the share of those counted that does something",
        "54% of voters supported the levy.",
        "Taxes rose by 54%.",
    ),
    Rule(
        "measure/number of",
        (),
        "what *the number of* counts",
        "The bank put the number of stations at 41.",
        "The bank has 41 stations.",
    ),
    Rule(
        "measure/of the paragraph before",
        (),
        "what was counted a paragraph before",
        "Twelve ships sailed, the army said.\n\nThe fleet was small."
        "\n\nThe mayor put the number at three.",
        "Twelve ships sailed, the army said.",
    ),
    Rule(
        "measure/level",
        (),
        "what stands at, or moves to, a figure",
        "Revenue rose to 12 million euros.",
        "The fair raised 12 million euros.",
    ),
    Rule(
        "measure/done with money",
        (),
        "what is done with a sum of money",
        "The team won 12,000 francs.",
        "The team won 12 matches.",
    ),
    Rule(
        "measure/stands at",
        (),
        "what stood at the last figure, for another one",
        "The Reds have 41% of the vote. The Greens are on 12%.",
        "The Reds have 41% of the vote.",
    ),
    Rule(
        "measure/asked",
        (),
        "what was asked for",
        "How many are held? Twelve, the mayor said.",
        "Twelve people are held, the mayor said.",
    ),
    Rule(
        "measure/part of",
        (),
        "some of those just counted, whom only a place or a hand tells apart",
        "Thirty people were hurt. Twelve were treated in Karsk, 18 in Sumy.",
        "Thirty people were hurt in Karsk.",
    ),
    Rule(
        "unsettled",
        (),
        "what is asked, supposed, heard of, not said, or a whole that a share is taken of",
        "The mayor asked whether 12 people had died.",
        "The mayor said that 12 people had died.",
    ),
)
