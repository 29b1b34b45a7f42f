"""The words that tell whose a figure is, as data: kinds of events, verbs of having, rules."""

from __future__ import annotations

from claimsync.extract.figures.nouns import MONTHS
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    PERIODS,
    POSSESSIVES,
    SUBORDINATORS,
    WEEKDAYS,
)
from claimsync.extract.text.closed_words import TIMES as WHEN
from claimsync.extract.text.rules import Rule

RULES = (
    Rule("subject/acts", ("X has", "X holds", "X will cost", "X arrested"),
         "who has or does what is counted, or what it costs",
         "Alder Steel has 900 employees.", "There are 900 employees."),
    Rule("subject/owner", ("X's 900", "the Greens' 12"),
         "who owns what is counted", "Alder Steel's 900 employees are out.",
         "All 900 employees are out."),
    Rule("subject/of", ("the cost of X", "the price of X", "X's cost"),
         "what a level is the level of", "The cost of the bridge is €12 million.",
         "The cost is €12 million."),
    Rule("subject/by", ("by X", "for X"), "by whom something is done, or for whom it counts",
         "Twelve people were arrested by the army.", "Twelve people were arrested by noon."),
    Rule("subject/stands", ("X is on 12%", "the poll has X on 12%"),
         "who stands at a share that was told of another",
         "The Reds won 32% of the vote. The Blues are on 12%.", "The vote was on 12 May."),
    Rule("subject/event", ("in the fire", "the blast killed"),
         "the event that a figure is of", "Twelve people died in the fire.",
         "Twelve people died in the night."),
    Rule("subject/payer", ("cost X",), "whom something costs so much",
         "The strike cost the port €3 million.", "The strike cost nearly €3 million."),
    Rule("subject/cause", ("died of X", "deaths from X"), "what people die or fall ill of",
         "Twelve people died of cholera.", "Twelve people died of them all."),
)  # fmt: skip
ACTS, OWNER, OF, BY, STANDS, EVENT, PAYER, CAUSE = (rule.id for rule in RULES)
SUBJECT, HAPPENING = "subject", "event"

# What befalls people is nobody's, whoever has it: *we have 12 dead*.
HARMS = frozenset({"killed", "injured", "casualties", "missing", "bodies found"})
# What happens, under one name for what may be the same.
KINDS = {
    word: words[0]
    for words in (
        "attack strike raid bombing bombardment blast explosion shelling barrage assault attacks"
        " strikes raids blasts explosions bombings bomb bombs missile missiles rocket rockets"
        " shell shells".split(),
        "fire blaze wildfire inferno fires blazes wildfires".split(),
        "flood floods flooding storm storms hurricane typhoon cyclone tornado deluge".split(),
        "quake earthquake tremor".split(),
        "aftershock aftershocks".split(),
        "landslide mudslide avalanche".split(),
        "crash collision accident derailment pile-up".split(),
        "shooting gunfire".split(),
        "stampede crush".split(),
        "collapse".split(),
        "outbreak epidemic".split(),
        "march rally protest demonstration procession".split(),
        "match game derby final".split(),
        "concert festival fair".split(),
        "clashes riot riots".split(),
    )
    for word in words
}
# What is called after what happens, and happens itself in no clause: *the fire service*.
AFTER_KINDS = frozenset(
    "service services brigade brigades department departments chief chiefs crew crews engine"
    " engines official officials station stations union unions marshal marshals authority"
    " authorities commander commanders officer officers centre center agency office institute"
    " monitor monitors squad squads alert alerts warning warnings alarm alarms insurance"
    " insurers defence defences defense defenses relief expert experts committee organiser"
    " organisers organizer organizers truck trucks hydrant season investigators investigator"
    " safety".split()
)
# Words that tell one of several from the others, so that *the second blast* is not *the blast*.
APART = frozenset(
    "last previous earlier former old new similar another other separate second third fourth fifth"
    " first next neighbouring neighboring rival later final past northern southern eastern western"
    " upper lower twin original".split()
)
HAVING = frozenset(
    "have has had having hold holds held win wins won get gets got gain gains gained lose loses"
    " lost score scores scored carry carries carried employ employs employed own owns owned receive"
    " receives received take takes took contain contains contained run runs ran operate operates"
    " operated make makes made build builds built need needs needed use uses used offer offers"
    " offered produce produces produced sell sells sold order orders ordered hire hires hired"
    " earn earns earned owe owes owed buy buys bought export exports exported import imports"
    " imported generate generates generated serve serves served heard hears hear saw sees fed feeds"
    " met meets taught teaches teach".split()
)
# What somebody does to a number as its source holds nothing.
COUNTING = frozenset(
    "counted reported estimated recorded registered listed claimed announced expected confirmed"
    " mentioned named tallied revised updated corrected measured reached topped exceeded added"
    " totalled totaled numbered died involved included".split()
)
CHANGING = frozenset("cut cuts raised raises lowered lowers reduced reduces increased".split())
KEEPING = frozenset("kept keeps keep left leaves leave held holds hold".split())  # *its rate*
INTENDS = frozenset(
    "plan plans planned want wants wanted intend intends intended agree agrees agreed expect"
    " expects expected hope hopes hoped set due going about decided decides began begin begins"
    " continues continued helped managed able sentenced ordered forced obliged told asked".split()
)
PRONOUNS = frozenset("it they he she we i its their his her our my".split())
ARTICLES = frozenset("the a an this that these those".split())
OWN = POSSESSIVES | {"our", "my"}
NO_NAMES = frozenset(
    "there people nobody someone who which that what this those others some many most all none"
    " everyone one".split()
)
SAID = frozenset("said says say told tells added adds according".split())
COSTS = frozenset("cost costs costing".split())
ILLS = frozenset("died die dying deaths death infected sickened ill cases killed dead".split())
MARKS = frozenset({"-", "‑", "&", "’", "'", "."})
TIMES = WHEN | PERIODS | MONTHS
# When it was says the date, and tells no attack from others by its name.
DAYS = WEEKDAYS | frozenset("today yesterday morning afternoon evening night tonight".split())
HARD = SUBORDINATORS | SAID | AUXILIARIES
EVENT_LEADS = frozenset("in by during after from of when at on".split())
LEVEL_ENDS = AUXILIARIES | frozenset("at to from rose fell reached stood hit by".split())
