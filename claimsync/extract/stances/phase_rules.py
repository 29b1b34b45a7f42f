"""The rules of phases and expectations: how far a matter has come, or is said to go.

``wordings`` tells how a pattern is read.
"""

from __future__ import annotations

from claimsync.model.stance import Phase, Stance

PHASES: dict[str, tuple[Stance, Phase | None, tuple[str, ...], str, str, str]] = {
    "will-not": (
        Stance.DENIES,
        Phase.SCHEDULED,
        ("will|would|won|shall not|’t|'t|never",),
        "is said not to come",
        "The firm said it will not close the plant.",
        "The firm said it will close the plant.",
    ),
    "will": (
        Stance.EXPECTS,
        Phase.SCHEDULED,
        (
            "will|’ll|'ll|shall ?not|?also|?be|?have",
            "is|are|was|were set|due =to|for|on",
            "is|are|was|were going to",
            "would ?also|?be",
            "is|are|was|were about to",
        ),
        "is said to be coming",
        "The talks will resume on Monday.",
        "Her last will was read on Monday.",
    ),
    "expects": (
        Stance.EXPECTS,
        None,
        (
            "@expect =<after-expect>",
            "expects",
            "i|we|he|she|it|they expect|expected",
            "@expect ... to",
            "is|are|was|were ?widely expected to",
            "@predict",
            "forecast|forecasts =<after-expect>",
            "@anticipate =<after-expect>",
            "@fear =that|more|many|the|for|a|up|dozens|hundreds|he|they|it",
            "@project =<after-expect>",
            "@estimate ... will",
            "is|are|was|were ?most|?very|?more likely|unlikely|certain|bound to",
            "likely to",
            "@foresee|@envisage|@envision",
            "on track|course to|for",
            (
                "is|are|was|were|looks|look|looked ?also poised|projected|forecast|tipped|"
                "destined|set to"
            ),
            "is|are to",
            "@see ... rising|falling|growing|reaching",
            "sees|see ... growth|inflation|unemployment|output|revenue|revenues|sales|profit",
            "in the coming|next days|weeks|months|hours",
            "@reckon|@believe|@think|@assume ... will|would|could|may|might",
            (
                "could ?well|?also|?soon|?still|?easily <planned>|rise|fall|reach|hit|top|"
                "exceed|cost|take|last|lose|grow"
            ),
            "forecast|forecasts ?is|?are|?was for|of",
            "forecast|forecasts|outlook|expectation|expectations is|are|was that|for|of",
            "bracing|braced|brace for",
            "@await|@wait for",
            "looks|look like|likely|set",
        ),
        "holds that it will be so",
        "The bank expects a loss of two million.",
        "As expected, the bank closed.",
    ),
    "may": (
        Stance.EXPECTS,
        Phase.PROPOSED,
        (
            "may|might ?not|?also|?be|?have",
            "@plan to",
            "@ask|@apply|@request|@seek ?for permission|approval|clearance|consent to",
            "@intend to",
            "@aim to",
            "@hope =to|that|for",
            "@vow|@pledge|@promise|@threaten to",
            (
                "is|are|was|were ?also considering|weighing|planning|mulling|hoping|aiming|"
                "preparing|ready|prepared|determined ?to"
            ),
            "is|are|was|were looking at|to",
            "wants|want|wanted ?the|?his|?her to",
        ),
        "is thought of or aimed at",
        "The envoy may travel to the coast.",
        "The march was on 1 May.",
    ),
    "agreed": (
        Stance.ASSERTS,
        Phase.AGREED,
        (
            "@agree =to|on|a|an",
            "been|was|were|be agreed",
            (
                "signed|sign|signs ?a|?an|?the|?on deal|agreement|treaty|accord|contract|"
                "memorandum|on"
            ),
            "reached|reach|struck ?a|?an|?the deal|agreement|compromise|accord",
            "deal|agreement|treaty|accord was|were|is signed|reached|struck",
            "shook|shaken hands on",
            "@agree in|upon",
            "agreement in principle",
        ),
        "is agreed",
        "Both sides agreed to a truce.",
        "The fish had agreed with him.",
    ),
    "proposed": (
        Stance.ASSERTS,
        Phase.PROPOSED,
        (
            "@propose",
            "@suggest ... pause|truce|meeting|deal|plan",
            "@offer =to|a|an",
            "put forward",
        ),
        "is proposed",
        "The envoy proposed a truce of ten days.",
        "He bought a ring on Friday.",
    ),
    "scheduled": (
        Stance.ASSERTS,
        Phase.SCHEDULED,
        (
            "scheduled|planned|slated =to|for|on",
            "is|are|was|were scheduled|slated|planned =to|for|on",
            "takes place on",
            "due on|in|to|at",
        ),
        "has its date",
        "A vote is scheduled for Monday.",
        "The rent was overdue.",
    ),
    "under-way": (
        Stance.ASSERTS,
        Phase.UNDER_WAY,
        (
            "under way",
            "underway",
            "ongoing",
            "in progress",
            "on|underway their|its|the way",
            "are|is being",
            "continues|continued|continue to",
            "in full swing",
            "has|have begun|started",
            "is|are going|still going|on ?on",
        ),
        "is going on",
        "A search was under way on the coast.",
        "He lost his way.",
    ),
    "completed": (
        Stance.ASSERTS,
        Phase.COMPLETED,
        (
            "completed|completes|completing",
            "carried out",
            "has|have|had|’ve|’s ?already|?now|?since been <done>",
            "has|have|had taken place",
            "took place",
            "has|have|had ended|finished|concluded",
            "concluded|ended|finished on|with|late|early",
        ),
        "is done",
        "The withdrawal has been completed.",
        "The set is complete and has a lid.",
    ),
    "cancelled": (
        Stance.ASSERTS,
        Phase.CANCELLED,
        (
            "cancelled|canceled|cancels|cancelling|cancel|canceling",
            "called|calls|call off",
            "scrapped|aborted",
            "@break|broke|broken off",
            "fell|fall|falls|fallen through",
            "talks|deal|negotiations|agreement|truce ?have|?has collapsed|failed",
            "postponed",
            "was|were|been suspended",
        ),
        "does not take place any more",
        "The match was called off.",
        "The mayor called a taxi.",
    ),
}
