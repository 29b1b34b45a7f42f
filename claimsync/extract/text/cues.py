"""Cues: the words by which a text says that somebody speaks, as rules and as a look-up table."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.text.rules import Rule, RuleBook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RULES = RuleBook.of(
    (
        Rule(
            "says",
            ("say",),
            "plain speech, in every order of words",
            "The mayor said two bridges were closed.",
            "All things said and done, two bridges were closed.",
        ),
        Rule(
            "states",
            tuple(
                "acknowledge add admit affirm allege announce argue assert boast brag caution claim"
                " clarify comment complain conclude confess confirm contend counter declare"
                " deny disclose emphasise emphasize estimate explain grumble hint imply insist joke"
                " lament maintain mention muse note observe opine point-out post predict proclaim"
                " quip reaffirm recall recount reiterate remark repeat report reveal rule"
                " specify speculate state stress suggest swear testify tweet underline underscore"
                " warn write advise charge forecast guess marvel propose blog retweet"
                " assess calculate anticipate reckon determine reason theorise theorize signal"
                " detail attest profess project put-it".split()
            ),
            "speech, if a clause, a quotation or a thing said comes with it",
            "The mayor announced that two bridges were closed.",
            "The mayor, as announced, was out.",
        ),
        Rule(
            "voices",
            tuple(
                "concede continue exclaim interject reply respond retort cry shout yell scream sing"
                " chant"
                " thunder concur agree disagree laugh sigh snap answer conclude begin finish read"
                " intone whisper mutter chime-in enthuse gush fume vent protest wonder".split()
            ),
            "the manner of speaking, if a quotation stands beside it",
            "“Two bridges are closed,” the mayor continued.",
            "The mayor continued the tour.",
        ),
        Rule(
            "tells",
            ("tell", "inform", "remind", "assure", "notify"),
            "speech to somebody: X told Z that P",
            "The mayor told reporters that two bridges were closed.",
            "Two bridges told the story of the town.",
        ),
        Rule(
            "asks",
            ("ask", "wonder", "question"),
            "a question",
            "The mayor asked whether two bridges were closed.",
            "The asking price was high.",
        ),
        Rule(
            "shows",
            tuple("show find indicate reveal suggest conclude learn concede".split()),
            "what a poll, a report or an inquiry shows",
            "The report shows that two bridges were unsafe.",
            "Two bridges show their age.",
        ),
        Rule(
            "holds",
            tuple(
                "believe think hope fear expect feel suspect doubt assume understand know worry"
                " realise realize recognise recognize imagine agree bet hear".split()
            ),
            "what somebody thinks, told by the text",
            "The mayor believes that two bridges will close.",
            "Two bridges, believe it or not, were closed.",
        ),
        Rule(
            "judges",
            tuple(
                "accuse attack blame blast call criticise criticize condemn decry denounce deride"
                " describe dismiss endorse hail lambast mock praise rebuke ridicule slam cite"
                " reject question defend echo liken tout call-on call-for point-to refer-to"
                " rate complain-about highlight reference invoke label characterise characterize"
                " portray brand dub deem oppose dispute scold charge".split()
            ),
            "judgement on a person or thing named next",
            "The mayor criticized the state of two bridges.",
            "The two bridges called for repair crews for years.",
        ),
        Rule(
            "pledges",
            tuple(
                "vow pledge promise threaten urge demand propose refuse offer decline agree"
                " recommend plan want encourage".split()
            ),
            "what somebody undertakes or asks others to do",
            "The mayor vowed to close two bridges.",
            "The mayor made a vow.",
        ),
        Rule(
            "puts",
            ("put", "value", "give"),
            "a figure set by somebody: X put the toll at N",
            "The mayor put the number of closed bridges at two.",
            "The mayor put on his coat.",
        ),
        Rule(
            "cites",
            ("cite", "quote"),
            "words passed on: citing X, quoting X",
            "Two bridges were closed, the paper wrote, citing the mayor.",
            "The mayor, a quote machine, closed two bridges.",
        ),
        Rule(
            "counts",
            tuple("count tally record register list measure speak-of know-of arrive-at".split()),
            "a figure that somebody counted",
            "The mayor, using old maps, counts 12 closed bridges.",
            "The mayor counts on two bridges.",
        ),
        Rule(
            "claims",
            tuple(
                "claim claims assertion assertions allegation allegations warning warnings"
                " statement announcement estimate estimates prediction predictions forecast"
                " insistence admission assurance assurances suggestion suggestions argument"
                " contention boast accusation accusations conclusion finding findings"
                " arguments emphasis acknowledgement acknowledgment admission belief view fear"
                " fears concern concerns complaint complaints denial reminder pledge promise vow"
                " threat representation calculation calculations testimony report reports".split()
            ),
            "a claim by its noun: X's claim that P, claims by X that P",
            "The mayor's claim that two bridges were closed was repeated.",
            "Claims that two bridges were closed were repeated.",
        ),
        Rule(
            "minded",
            tuple(
                "sure confident certain convinced adamant clear worried concerned afraid hopeful"
                " optimistic doubtful sceptical skeptical positive insistent unequivocal".split()
            ),
            "what somebody is sure or afraid of, or makes clear",
            "The mayor is confident that two bridges will open.",
            "The clear water under two bridges froze.",
        ),
        Rule(
            "revises",
            ("forecast", "estimate", "projection", "outlook", "prediction", "guidance"),
            "somebody's own forecast that is raised, cut or kept",
            "The mayor raised her estimate of closed bridges to two.",
            "Two bridges were in the estimate.",
        ),
        Rule(
            "polls",
            tuple("poll polls survey surveys census study count".split()),
            "a poll or a study in which something is so",
            "In a poll by Kolm Radio, two in three wanted the bridges closed.",
            "In a town by the sea, two bridges were closed.",
        ),
        Rule(
            "comments",
            tuple("comment comments statement remark remarks message announcement".split()),
            "a remark that is announced with a colon, and follows",
            "The mayor made the following comment:\n“Two bridges are closed.”",
            "The mayor made the bridge safe:\n“Two bridges are closed.”",
        ),
        Rule(
            "signed",
            ("—", "–", "―"),
            "a quotation with the name of who wrote it behind a dash",
            "“Two bridges are closed.” — Ana Roe",
            "“Two bridges are closed.” — and more.",
        ),
        Rule(
            "noted",
            ("(", ")"),
            "a source with a date in brackets at the end",
            "Closed bridges: two (Kolm Council, 1 April).",
            "Two bridges were closed (Kolm, Vester).",
        ),
        Rule(
            "according",
            ("according to", "in the words of", "in the view of", "by the account of", "per"),
            "a source named beside what it says",
            "According to the mayor, two bridges were closed.",
            "The bridges were built according to plan.",
        ),
    )
)

_IRREGULAR = {
    "put": ("puts", "put", "put", "putting"),
    "give": ("gives", "gave", "given", "giving"),
    "take": ("takes", "took", "taken", "taking"),
    "make": ("makes", "made", "made", "making"),
    "keep": ("keeps", "kept", "kept", "keeping"),
    "leave": ("leaves", "left", "left", "leaving"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "know": ("knows", "knew", "known", "knowing"),
    "hear": ("hears", "heard", "heard", "hearing"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "see": ("sees", "saw", "seen", "seeing"),
    "get": ("gets", "got", "got", "getting"),
    "meet": ("meets", "met", "met", "meeting"),
    "pay": ("pays", "paid", "paid", "paying"),
    "unsay": ("unsays", "unsaid", "unsaid", "unsaying"),
    "rebut": ("rebuts", "rebutted", "rebutted", "rebutting"),
    "have": ("has", "had", "had", "having"),
    "rule": ("rules", "ruled", "ruled", "ruling"),
    "offer": ("offers", "offered", "offered", "offering"),
    "debunk": ("debunks", "debunked", "debunked", "debunking"),
    "own": ("owns", "owned", "owned", "owning"),
    "do": ("does", "did", "done", "doing"),
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "find": ("finds", "found", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "sing": ("sings", "sang", "sung", "singing"),
    "begin": ("begins", "began", "begun", "beginning"),
    "read": ("reads", "read", "read", "reading"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "admit": ("admits", "admitted", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipped", "quipping"),
    "snap": ("snaps", "snapped", "snapped", "snapping"),
    "concur": ("concurs", "concurred", "concurred", "concurring"),
    "brag": ("brags", "bragged", "bragged", "bragging"),
    "slam": ("slams", "slammed", "slammed", "slamming"),
    "plan": ("plans", "planned", "planned", "planning"),
    "refer": ("refers", "referred", "referred", "referring"),
    "blog": ("blogs", "blogged", "blogged", "blogging"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
    "bet": ("bets", "bet", "bet", "betting"),
}


_NO_VERBS = frozenset(
    {"according", "claims", "minded", "revises", "polls", "comments", "signed", "noted"}
)
VERBS = tuple(rule for rule in RULES if rule.id not in _NO_VERBS)


class Cue(NamedTuple):
    """A form of a cue: its lemma, the rules it may fire, and which form it is.

    ``form`` is base, s, past or ing; ``particle`` the second word of a cue such as ``point out``.
    """

    lemma: str
    kinds: frozenset[str]
    form: str


def forms(verb: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb by name.

    >>> dict(forms("deny"))
    {'base': 'deny', 's': 'denies', 'past': 'denied', 'ing': 'denying'}
    """
    yield "base", verb
    if verb in _IRREGULAR:
        third, past, participle, ing = _IRREGULAR[verb]
        yield from (("s", third), ("past", past), ("ing", ing))
        if participle != past:
            yield "participle", participle
        return
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (("s", verb[:-1] + "ies"), ("past", verb[:-1] + "ied"), ("ing", verb + "ing"))
        return
    yield "s", verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    yield "past", stem + "ed"
    yield "ing", stem + "ing"


@cache
def cue_forms(rules: RuleBook = RULES) -> Mapping[str, Cue]:
    """Return the cues by form; a cue of two words is looked up by its first.

    >>> cue_forms()["said"].lemma
    'say'
    """
    table: dict[str, Cue] = {}
    for rule in rules:
        if rule.id in _NO_VERBS:
            continue
        for lemma in rule.words:
            verb, _, particle = lemma.partition("-")
            known = dict(forms(verb))
            for name, form in sorted(known.items(), key=lambda one: one[0] == "base"):
                old = table.get(form)
                kind = f"{rule.id}+{particle}" if particle else rule.id
                kinds = (old.kinds if old else frozenset()) | {kind}
                table[form] = Cue(verb, kinds, old.form if old else name)
    return MappingProxyType(table)


CUES = cue_forms()
