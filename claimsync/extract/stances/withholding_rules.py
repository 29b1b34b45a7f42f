"""The rules of whoever leaves a question open: he will not, cannot or does not know.

``wordings`` tells how a pattern is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from claimsync.model.stance import Phase

WITHHOLDING: dict[str, tuple[Stance, Phase | None, tuple[str, ...], str, str, str]] = {
    "neither": (
        Stance.NEITHER,
        None,
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
        None,
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
            "neither|nobody ... would|could|did|has|have|had @confirm|@comment|@respond|<telling>",
            "neither ... nor ... @confirm|@comment|@respond|@reply|@answer",
            "none of ... @confirm|@comment|@respond|@reply|@answer",
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
        None,
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
        None,
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
        None,
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
}
