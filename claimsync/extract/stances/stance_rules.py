"""The rules of stances: what words do with a question, and one sentence each way.

``wordings`` tells how a pattern is read. Where several fit, the longest wins, of
equally long ones the first.
"""

from __future__ import annotations

from claimsync.extract.stances.phase_rules import PHASES
from claimsync.extract.text.rules import Rule, RuleBook
from claimsync.model.stance import Phase, Stance

_STANCES: dict[str, tuple[Stance, tuple[str, ...], str, str, str]] = {
    "neither": (
        Stance.NEITHER,
        (
            "neither @confirm nor @deny",
            "neither @deny nor @confirm",
            "neither @confirmed nor @denied",
            "NOT ... @confirm or|nor @deny",
            "NOT ... @confirm ... or|nor @deny",
            "@decline|@refuse to @confirm or @deny",
            "without confirming or denying",
            "without denying or confirming",
            "NOT ... @rule out",
            "NOT ... @rule it|this|that in or|nor out",
            "NOT ... @exclude",
            "NOT ... @dispute",
            "NOT ... @deny",
            "could|can|cannot|couldn NOT|confirm ?confirm or|nor deny",
            "NOT ... say|saying yes or no",
            "stopped|stops|stop short of confirming|denying",
            "neither confirmation nor denial",
            "declined|refused|decline to rule out",
            "refused|declined to exclude",
            "leave|leaves|left|leaving open <whether>|the",
            "left|leaves|leave it open",
            "NOT ... @reject =<object>",
            "NOT ... @contradict",
            "NOT ... @refute",
            "@decline|@refuse ... to @rule out",
            "avoided confirming or denying",
            "NOT ... @confirm , nor ... @deny",
            "neither @confirm ... nor ... @deny",
            "NOT ... yes or|nor no",
            "nothing can be|is ruled out",
            "nor would|did|could|will|can ?he|?she|?it|?they|?the @deny|@confirm",
            "nor deny|denied|denying|denies ?it|?the|?them",
            "neither @say ... nor",
            "@refuse|@decline ?either to @confirm or ?to @deny",
            "@refuse|@decline ?either to @deny or ?to @confirm",
            "NOT ... @contest|@challenge",
            "neither|either yes nor|or no",
            "NOT|neither @take ... side|position|view",
        ),
        "leaves open whether it is so",
        "The ministry would neither confirm nor deny the report.",
        "The ministry confirmed the report.",
    ),
    "no-comment": (
        Stance.NO_COMMENT,
        (
            "@decline|@refuse to <telling>",
            (
                "@decline|@refuse to give|offer|provide|share|release ?any|?further|?more|?a|?an|"
                "?the|?its|?his|?her|?their detail|details|information|figure|figures|number|"
                "numbers|name|names|reason|reasons|explanation|breakdown|estimate|timeline|"
                "timetable|toll|specifics|statement|interview"
            ),
            "declined|refused|declining|declines comment",
            "would|will|wouldn|won NOT ... <telling>",
            "NOT ?immediately|?yet|?directly @respond|@reply",
            "NOT ?immediately|?yet @answer ... <asked>",
            "NOT ... @return ... <asked>",
            "NOT ?immediately|?yet|?publicly @comment",
            "NOT ?be|?been ?immediately available|reachable for comment",
            "unavailable|unreachable for comment",
            "could NOT ?immediately be reached",
            "has|have|had yet to @comment|@respond|@reply|@answer|@confirm",
            "is|are yet to @comment|@respond|@reply|@answer",
            "no comment",
            "would|will|wouldn|won NOT guess|speculate",
            "had|has|have no information|details|news to share|add|give ?on|?about",
            "no immediate comment|response|reaction|reply",
            "nothing ?more|?further|?new to announce|say|add|share|report",
            "NOT|n be drawn on|into",
            "kept|keeps|remained|remains|stayed|stays|fell silent ?on|?about|?over",
            "<asked> ... went|go|were|was|remained unanswered|ignored",
            "not|’t|'t|never ?yet|?immediately|?publicly|?officially confirmed|confirm",
            "made|makes|gave|gives|offered no comment|statement|answer|reply",
            "NOT a|the matter|subject|question ... <telling>",
            "avoided|dodged|sidestepped|ducked ... question|questions",
            "NOT ... @discuss ... <whether>|details|the",
            "NOT ?immediately|?yet|?publicly @say =<whether>",
            "would|will|does|do|did|has|have not @say =<whether>",
            "had|has|have no ?further|?immediate comment|answer|explanation",
            (
                "@give|@offer|@provide no ?further|?more details|detail|explanation|reason|"
                "figure|figures|number|numbers|comment|information"
            ),
            "refused|refuses|refusing to be drawn",
            "NOT ... go into ?any|?the detail|details|specifics",
            "NOT in a position to answer|clarify|comment|disclose|discuss|explain|reveal|say|speak",
            "tight-lipped",
            "@ignore|@avoid|@refuse|@evade|@duck|@dodge ... <asked>",
            "turned down ... <asked>|interview",
            "NOT take|taken|taking ... questions",
            "made|make|makes no mention",
            "hung up when|after|on",
            "@keep|@stay|@remain quiet|mum|silent",
            "NOT ... @elaborate",
            "@withhold ... comment",
            "in silence",
            "NOT ... @reply|@respond =to",
            (
                "NOT ... @disclose|@reveal|@specify|@name|@identify <whether>|the|its|his|her|"
                "their|any"
            ),
            "no ?immediate word from",
            "@leave ... <asked> unanswered",
            "NOT ... practice|policy|place|custom|habit to <telling>",
            "right to silence|remain",
            "NOT ... @speak to|about",
            "pleaded|pleads the|his|her right|fifth",
            (
                "no details|details|figures|reason|explanation|comment was|were given|offered|"
                "provided|available"
            ),
            "without ... elaborating|elaboration|comment|explanation",
            "@refer ... <asked> to",
            "@direct ... <asked> to",
            "too early|soon|premature to <telling>",
            "@pass ... <asked> to",
            "@defer ... <asked> to",
        ),
        "says nothing on it",
        "The firm declined to comment on the loss.",
        "Sales at the firm declined to a new low.",
    ),
    "cannot-verify-before": (
        Stance.CANNOT_VERIFY,
        (
            (
                "could|can|couldn NOT ?immediately be ?independently|?immediately verified|"
                "confirmed|checked|corroborated|established"
            ),
            "cannot|can’t be ?independently verified|confirmed|checked|corroborated|established",
            "NOT ?yet ?been ?independently verified|corroborated|authenticated",
            "is|are|was|were|remain|remains|remained ?as|?so|?still|?yet unverified|unconfirmed",
            "impossible to ?independently|?immediately verify|confirm|check .",
        ),
        "is left unverified by the text itself",
        "The figure could not be independently verified.",
        "The figure was verified by hand.",
    ),
    "cannot-verify": (
        Stance.CANNOT_VERIFY,
        (
            (
                "could|can|cannot|couldn|able|unable NOT|to|be|not ?yet|?to|?be ?independently|"
                "?immediately @verify|@confirm|@check|@corroborate|@authenticate|@establish"
            ),
            "cannot ?be ?independently|?immediately @verify|@confirm|@check|@corroborate",
            (
                "NOT ?yet ?been|?be able|possible|unable to ?independently|?immediately "
                "@verify|@confirm|@check|@establish|@corroborate"
            ),
            "NOT ?yet ?been|?be ?independently @verify|@corroborate|@authenticate",
            (
                "unable|impossible|impossibly to ?independently|?immediately @verify|@confirm|"
                "@check|@establish"
            ),
            "cannot|could ?not|?n @verify|@confirm|@check independently",
            (
                "no way|means of|to ?independently|?immediately verifying|checking|confirming|"
                "verify|check|confirm|knowing|know"
            ),
            "no independent|immediate|official confirmation|verification|proof",
            "@fail|@struggle to ?independently @verify|@confirm",
            "has|have|had yet to ?independently @verify|@corroborate",
            "difficult|hard|tough to ?independently verify|confirm|check|establish",
            "NOT ... vouch for",
            "seen no evidence|proof",
            "NOT ... seen ... evidence|proof",
            "without independent verification|confirmation",
            "NOT ... in a position to confirm|verify|check",
            "no way to|of @know|@tell|@establish|@say",
            "NOT ... managed to verify|confirm|check",
            "NOT ?yet ?been able to ... verify|confirm|check|establish|corroborate|authenticate",
            "lack|lacks|lacked ... to verify|check|confirm",
            "NOT ?yet ?been independently @confirm",
            "without ... access ... to|cannot|could verify|check|confirm",
            (
                "NOT ... means|way|possibility to|of verify|verifying|check|checking|confirm|"
                "confirming"
            ),
        ),
        "has no means to tell whether it is so",
        "The agency could not independently verify the figure.",
        "The agency was asked to verify the figure.",
    ),
    "unaware": (
        Stance.UNAWARE,
        (
            "NOT ?been|?yet|?personally|?made @aware|aware of|that",
            "NOT aware",
            "unaware of|that",
            (
                "NOT ?yet|?personally|?immediately know|known|knew|knows of|about|whether|if|"
                "how|who|what|why"
            ),
            "NOT ... heard|hear of|about|that|anything|such",
            "@hear nothing of|about",
            "heard nothing",
            "been|was|were told nothing ?of|?about",
            "know|knows|knew nothing of|about",
            "know|knows|knew of no",
            (
                "no ?prior|?direct|?detailed|?advance knowledge|information|idea|record|"
                "indication of|about|that|on|whether|?how"
            ),
            "no ?such information|knowledge|idea|record",
            "NOT ?yet|?been informed|notified|told of|about|that",
            "NOT ... have ... information|knowledge|details",
            "NOT ... seen ... report|reports|evidence|documents",
            "NOT in possession of",
            "in the dark about|over|on",
            "NOT familiar with",
            "no ?such reports|report|word|sign|news|complaints of|from",
            "lack|lacks|lacked information|details|knowledge",
            "no ?official|?such record|records|memory|recollection of",
            "NOT recall|remember",
            "kept|left in the dark",
            (
                "NOT|none|nothing|nobody ... come|came|reached to|his|her|its|their ?our|?my|"
                "?his|?her|?their|?its attention"
            ),
            "news to me|us|him|her|them",
            "cannot|could|can ?NOT say|tell =<whether>",
            "unclear|uncertain =<whether>",
            "NOT ?immediately|?yet|?entirely clear =<whether>",
            (
                "@receive|@get|@have no ?prior|?official|?any information|word|reports|report|"
                "notice|notification|warning|details"
            ),
            "first|time ... heard of|about",
            "NOT ... any information|knowledge|word|news|details",
            "NOT have a clue",
            "NOT ... received ... information|reports|report|word|notice|notification",
            "nobody|none ... told|informed ... about|of|that",
            "NOT ?yet|?been|?fully briefed on|about",
        ),
        "does not know of it",
        "The mayor was not aware of any complaint.",
        "The mayor is well aware of the complaint.",
    ),
    "questions": (
        Stance.QUESTIONS,
        (
            "@question =<whether>",
            (
                "questioned|questions|questioning|question ?the|?its|?his|?her|?their "
                "?official|?army|?reported <saying>|claim|accuracy|credibility|legality|need|"
                "wisdom|motive|validity|reliability|timing|basis"
            ),
            (
                "@question ... accuracy|credibility|legality|need|wisdom|validity|reliability|"
                "timing|basis|<saying>"
            ),
            "@doubt <whether>|that|the|it|his|her|its|their|any",
            "cast|casts|casting|throw|throws|threw doubt|doubts|suspicion on|over|upon",
            (
                "@voice|@express|@raise ?serious|?strong|?some doubt|doubts|scepticism|"
                "skepticism|questions|concern about|over|whether|that|on|as"
            ),
            "sceptical|skeptical|doubtful|unconvinced ?about|?of|?that|?whether|?by",
            "NOT convinced ?that|?of|?by",
            "NOT ?at ?all|?entirely|?so sure|certain ?that|?of|?about",
            "?",
            "@wonder <whether>|aloud",
            "@ask <whether> ... <saying>",
            (
                "@challenge ... <saying>|method|methods|basis|legality|decision|evidence|logic|"
                "assumption|assumptions|validity|calculation|calculations|accuracy"
            ),
            "@query <whether>|the|its|his|their",
            "has|have|had ?serious|?grave|?some|?strong doubts ?about|?that|?whether",
            "@ask how ... could",
            "@demand proof|evidence",
            "@call into question",
            "called|calls|calling ... into question|doubt",
            "@ask why|how",
            "asks|asked|asking for|to ... proof|evidence",
            "wants|want|wanted to know",
            "@demand answers|explanations|an|explanation|to know",
            "suspicious of|about|that",
            "disbelief|unsure ?about|?that|?of|?whether",
            "hard|difficult to believe",
            (
                "sounded|sounds|expressed|voiced sceptical|skeptical|doubtful|surprise|doubt|"
                "scepticism|skepticism|doubts ?about|?over|?at"
            ),
            "@urge|@express caution",
            "in doubt",
            "what|which proof|evidence",
            "NOT ... @believe ... <saying>",
            "treated|treat ... with caution|suspicion",
            "@mistrust|@distrust",
        ),
        "puts in doubt whether it is so",
        "The union questioned the figure of 40 dead.",
        "Police questioned two men.",
    ),
    "retracts-own": (
        Stance.RETRACTS,
        (
            "an ?earlier|previous|original version|versions of ... article|story|report|page|blog",
            "earlier|previous|original version|versions of ... article|story|report|page|blog",
        ),
        "takes back what the page itself said before",
        "An earlier version of this article put the toll at 14.",
        "An earlier version of the car had two doors.",
    ),
    "retracts": (
        Stance.RETRACTS,
        (
            "@retract ... <stated>",
            "@retract it|this|them",
            "withdrew|withdraw|withdraws|withdrawn|withdrawing ... <stated>",
            "walk|walks|walked|walking back ... <stated>",
            "walk|walks|walked|walking back from ... <stated>",
            "walk|walks|walked|walking ... <stated> back",
            "take|takes|took|taken|taking back what",
            "take|takes|took|taken|taking back ... <stated>",
            "@correct ... <stated>",
            "@correct himself|herself|itself|themselves",
            "@backtrack on|from|over",
            "@backpedal on",
            "@recant ?her|?his|?the|?its|?their",
            "@disavow ... <stated>",
            "misspoke|misspoken",
            "@issue a correction",
            "@publish a correction",
            "@take ... <stated> down",
            "@apologise|@apologize for ... error|mistake|<stated>",
            "retraction of",
            "in error when",
            "@delete ... post|tweet|statement|claim",
            "rowed|rows|row|rowing back on|from",
            "@climb down on|from|over",
            "climbed|climbs down",
            "@reverse ... <stated>",
            "@rescind ... <stated>",
            "NOT|no longer stand|stands|stood by",
            "no longer stands|stand by",
            "previously|earlier wrongly|incorrectly reported|said|stated|published that",
            (
                "wrongly|incorrectly|mistakenly|erroneously said|stated|reported|claimed|put|"
                "gave|named|identified"
            ),
            "has|was|been amended|corrected to",
            "@pull ... story|article|report|post",
            "@disown ... <stated>",
            "we|it|he|she|they got it wrong",
            "was|were mistaken|wrong when|in",
            "took|take|takes|taken it|that|this|them back",
            "@amend|@withdraw ... <stated>",
            "@unsay",
            "@remove ... report|post|statement|claim|article|tweet|story",
            "@regret the error",
            "had|was been wrong =to|about",
            "@revoke|@rescind|@cancel|@lift ... <stated>",
            "@back|@go down|back on|from ... <stated>|word|promise",
        ),
        "takes back what was said",
        "The army retracted its statement on the dead.",
        "The cat retracted its claws.",
    ),
    "denies": (
        Stance.DENIES,
        (
            "@deny =<object>",
            "@deny ... <saying>",
            "@deny =.",
            "@reject ... <saying>",
            "@reject ?it|?them|?this ?as ... <fake>",
            "@dismiss ... <saying>",
            "@dismiss ... as ... <fake>",
            '@describe|@brand|@label .... as ?a|?an|?pure|?mere ?“|?"|?‘ ?a|?an <fake>',
            "@call .... <fake>",
            '@call .... “|"|‘ ?a|?an|?complete|?total|?pure <fake>',
            "absolutely|certainly|definitely not",
            "@refute",
            "@rebut ... <saying>",
            "@repudiate",
            "@debunk",
            (
                "is|was|are|were|’s ?completely|?totally|?absolutely|?simply|?all|?just|?a|?an|"
                "?utterly|?pure <fake>"
            ),
            "@rule out ?that|?any|?the|?a",
            "NOT the case",
            "NOT true",
            "no truth in|to",
            "@deny",
            "@contradict ... <saying>",
            "NOT ?ever happened|happen|occurred|occur|existed|exist",
            "never took|taken place|part",
            "NOT take|taken place",
            (
                "no such <saying>|attack|meeting|strike|order|agreement|talks|deal|plan|plans|"
                "thing|incident"
            ),
            "no such",
            "NOT so",
            "nothing of the sort|kind",
            "nothing to do with",
            "NOT involved in",
            "NOT responsible for",
            "pour|poured|pours cold water on",
            "shot|shoots down ... <saying>",
            "@scotch|@quash ... <saying>",
            "hit|hits back at ... <saying>",
            "brushed|brushes off|aside ... <saying>",
            "no truth ?whatsoever",
            "@disprove",
            "never @say|@do|@make|@give|@order|@take|@meet|@receive",
            "@protest ... innocence",
            "contrary to ... <saying>",
            "no foundation|basis ?in",
            "deny|denial|denials of|that",
            "at no point|time",
            "@discredit ... <saying>",
            "@disclaim ?any",
            "@negate",
            "made up",
            "pure|sheer|total|utter <fake>|fantasy|invention",
            "@dispute ... <saying>",
            "@dispute =that|how|the|his|her|its|their|this|these|those",
            "“|‘|' no ,",
            "no ... whatsoever|at",
            "nothing to it",
            "not a word|shred|grain of truth|it",
            "emphatically|categorically|flatly|strongly|vehemently not|untrue",
            "@laugh|@shrug|@wave|@brush off|away ... <saying>",
            "@scoff at",
            "@contest ... <saying>",
            "pleaded|pleads|pleading not guilty",
            "@maintain|@protest ... innocence",
            "@ridicule ... <saying>",
            "@decry ... as ... <fake>",
            "cannot be true",
        ),
        "says that it is not so",
        "The minister denied that anyone was hurt.",
        "The judge denied bail to the man.",
    ),
    "negates": (
        Stance.DENIES,
        (
            "was|were|is|are|did|had|has|do|does|have NOT",
            "never",
            "that no",
            "there was|were|is|are|had no|never|nothing",
            "was|were never",
        ),
        "says by a plain negation that it is not so, where nothing else is done",
        "The owner said the ship was not overloaded.",
        "The ship was not overloaded.",
    ),
    "confirms": (
        Stance.CONFIRMS,
        (
            "@confirm <object>|at|two|three|four|five|six|seven|eight|nine|ten|<whether>",
            "@confirm",
            "@acknowledge",
            "@reaffirm",
            "@admit =that|the|it|its|his|her|their|having|being|responsibility|killing|using",
            "@concede =that|the|it",
            "no reason|grounds|cause to doubt",
            "NOT doubt =that|the",
            "@corroborate ?the|?that|?this|?his|?her|?its",
            "@give|@have|@report|@cite the|exactly ?the same =figure|number|total|toll|count",
            "@verify =that|the|its",
            "bear|bears|bore ... out",
            "@give|gave|given ... confirmation",
            "stands|stand|stood by ... <stated>",
            "claimed|claims|claim|accepted|accepts|took|taken responsibility for",
            "@verify|@authenticate|@validate|@certify ?that|?the|?its|?this|?his",
            "@own up to",
            "@vouch for",
            "borne out ?by",
            "is|was|’s|it’s indeed|true|correct ?that",
            "@admit to",
            "@admit , ",
            "@admit ... mistake|mistakes|error|errors|guilt|fault|wrongdoing|responsibility|role",
            "owned|owns|own up",
            "has|had indeed",
            "@attest ?to|?that",
            "@prove right|that",
            "@recognise|@recognize that",
            "@back ... <saying>",
            "@substantiate",
            "confirmation of|that",
            "@grant that",
            "confirmation came|was|has|arrived",
            "@give|@provide ... confirmation",
            "official confirmation",
            "@affirm =that|the|its|his",
            "it|that is|was ?indeed ?quite true|right|correct that",
            "@recognise|@recognize =that|the",
        ),
        "says that it is so, as one who would know",
        "The hospital confirmed the death of two men.",
        "He is a confirmed bachelor.",
    ),
}
RULES = RuleBook.of(
    [
        Rule(id, words, says, example, counter)
        for id, (_, words, says, example, counter) in _STANCES.items()
    ]
    + [
        Rule(id, words, says, example, counter)
        for id, (_, _, words, says, example, counter) in PHASES.items()
    ]
)
# What a rule means: its stance, its phase, and whether what it bears on stands before it.
MEANINGS: dict[str, tuple[Stance, Phase | None, bool]] = {
    **{id: (row[0], None, id.endswith("-before")) for id, row in _STANCES.items()},
    **{id: (row[0], row[1], False) for id, row in PHASES.items()},
}
