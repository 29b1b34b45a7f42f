"""The words of the newsroom: each measure with what asks for it, as data.

Every term is a rule: its example is read as asking for the measure, its counter-example is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimsync.extract.questions.verdicts import PRISON_TERM
from claimsync.extract.text.rules import Rule
from claimsync.model.stance import Phase


@dataclass(frozen=True, slots=True)
class Term:
    """A measure and the words that ask for it, each list written with ``|``.

    ``after`` stand behind the figure (*12 people were killed*), ``before`` in front of it (*killed
    12*), ``nouns`` are counted themselves (*12 deaths*), ``tolls`` lead up to it (*the death toll
    rose to 12*). With ``things`` the counted noun is part of the measure (*drones shot down*);
    otherwise it says *who*. ``never`` names measures that are often mixed up with this one. Where
    ``beside`` names words, a counted noun asks only near one of them (*200 jobs will go*), unless
    it is ``plain``; ``not_of`` names what the measure is never told of (*300 workers were fired*),
    ``whoever`` who is no group of its own (*12,000 fans turned up* is the crowd); with ``of`` it is
    told of one kind of figure alone, as a price is of money. Its ``course`` over the hours is told
    where it ``"rises"`` or ``"wavers"``: an older figure is no rival of a newer one then.
    """

    measure: str
    after: str = ""
    before: str = ""
    nouns: str = ""
    tolls: str = ""
    unit: str | None = None
    things: bool = False
    event: str | None = None
    phase: Phase | None = None
    parts: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    beside: str = ""
    plain: str = ""
    not_of: str = ""
    of: str = ""
    whoever: str = ""
    course: str = ""
    example: str = ""
    counter_example: str = ""

    @property
    def rule(self) -> Rule:
        """The term as a rule of the book."""
        lists = (self.after, self.before, self.nouns, self.tolls)
        words = tuple(word for listed in lists for word in listed.split("|") if word)
        return Rule(f"measure/{self.measure}", words, f"asks for {self.measure}",
                    self.example, self.counter_example)  # fmt: skip


_HOSPITALS = "hospital|the hospital|a hospital|hospitals|a local hospital|local hospitals"
_TO_HOSPITAL = "|".join(
    f"{taken} to {where}"
    for where in _HOSPITALS.split("|")
    for taken in "taken|admitted|rushed|sent|flown|airlifted|transferred|brought|evacuated".split(
        "|"
    )
)
_WORKS = (
    "albums|songs|singles|films|books|documents|emails|files|pages|photos|photographs|pictures"
    "|images|videos|records|reports|statements|games|tapes|recordings|details|letters|tonnes|litres"
    "|barrels|birds|fish|turtles|figures|tickets"
)

NEWSROOM = (
    Term("killed", course="rises",
         after="killed|dead|died|dying|slain|murdered|perished|shot dead|lost their lives|die"
               "|have died|massacred|executed|drowned|deaths|fatalities|lives lost|drown"
               "|did not survive|didn’t survive|didn't survive",
         before="killed|kills|kill|killing|claimed the lives of|murdered|slew|massacred|executed"
                "|death of|deaths of|killing of",
         nouns="deaths|death|fatalities|fatality|dead|lives",
         tolls="death toll|death tolls|toll|the toll|its toll|a toll|true toll"
               "|real toll|official toll"
               "|number of deaths|number of dead"
               "|number of people killed|deaths|fatalities|number killed|the dead|dead",
         unit="person", never=("casualties", "bodies found", "missing"),
         example="Twelve people were killed in Lyman.",
         counter_example="Twelve people were cast in Lyman."),
    Term("injured", course="rises",
         after="injured|wounded|hurt|harmed|injuries|maimed|treated for injuries"
               "|treated for their injuries|treated for wounds",
         before="injured|injures|injure|injuring|wounded|wounds|wound|wounding|hurt|hurting",
         nouns="injured|wounded|injuries|injury",
         tolls="number of injured|number of wounded|injured|number of people injured|wounded",
         unit="person", never=("casualties", "hospitalised"),
         example="Twelve people were hurt in Lyman.",
         counter_example="Twelve people were heard in Lyman."),
    Term("casualties", course="rises",
         nouns="casualties|casualty|victims", tolls="casualties|number of casualties",
         plain="casualties|casualty",
         beside="killed|dead|died|injured|wounded|hurt|blast|crash|fire|quake|earthquake|flood"
                "|disaster|bodies|buried|identified|rescued|hospital|hospitals|shooting|attack"
                "|attacks|toll|rubble|collapse|accident|missing|explosion|bombing",
         unit="person", parts=("killed", "injured"), never=("killed", "injured"),
         example="There were 12 casualties in Lyman.",
         counter_example="There were 12 casual visitors in Lyman."),
    Term("missing", course="wavers",
         after="missing|unaccounted for|feared trapped", nouns="missing",
         tolls="number of missing|missing", unit="person", never=("killed",),
         example="Twelve people are missing in Lyman.",
         counter_example="Twelve people miss Lyman."),
    Term("bodies found", course="rises",
         nouns="bodies|body", unit="person", never=("killed",),
         beside="found|find|finds|recovered|recover|retrieved|pulled|counted|identified|rubble|sea"
                "|buried|washed|unearthed|exhumed|brought|lay|lying|lie|dead|discovered|removed"
                "|morgue|mortuary|grave|graves|water|wreckage|ruins|collected|taken|carried|seen"
                "|located|unidentified|burned|burnt|charred|received|handed|returned|examined",
         example="Rescuers recovered 12 bodies in Lyman.",
         counter_example="Twelve people felt it in their bones in Lyman."),
    Term("hospitalised", course="rises",
         after="hospitalised|hospitalized|in hospital|in a hospital|in the hospital"
               f"|{_TO_HOSPITAL}",
         before="hospitalised|hospitalized", unit="person", never=("injured",),
         example="Twelve people were taken to hospital.",
         counter_example="Twelve people took to the road."),
    Term("arrested", course="rises",
         after="arrested|rounded up", before="arrested|arrest|arresting|arrests",
         nouns="arrests|arrest", tolls="number of arrests", unit="person",
         never=("detained", "charged", "convicted"),
         example="Police arrested 12 people.", counter_example="Police rested 12 people."),
    Term("detained", course="rises",
         after="detained|held|in custody|jailed|imprisoned|in captivity",
         before="detained|detain|detaining|jailed|holding", nouns="detainees",
         unit="person", never=("arrested", "charged"),
         example="Police detained 12 people.", counter_example="Police retained 12 people."),
    Term(PRISON_TERM, before="jailed|imprisoned|sentenced|given|gave|sent|handed|got|received|gets",
         of="term", example="Roe was jailed for 12 years.",
         counter_example="Roe was mailed for 12 years."),
    Term("charged", after="charged|indicted", before="charged|charging|indicted", unit="person",
         never=("arrested", "convicted"), example="Twelve people were charged.",
         counter_example="Twelve people were in a charge."),
    Term("convicted", after="convicted|sentenced|found guilty", before="convicted|sentenced",
         unit="person", never=("charged",), example="Twelve people were convicted.",
         counter_example="Twelve people were convinced."),
    Term("displaced", course="rises",
         after="displaced|fled|homeless|forced from their homes|driven from their homes|flee"
               "|left their homes|lost their homes|people from their homes"
               "|residents from their homes|families from their homes|villagers from their homes"
               "|civilians from their homes|others from their homes|forced out of their homes"
               "|forced to flee|chased from their homes|uprooted",
         before="displaced|displaces|displacing|uprooted", nouns="refugees", unit="person",
         never=("evacuated",), example="Some 1,200 people were displaced.",
         counter_example="Some 1,200 people were placed."),
    Term("evacuated", course="rises",
         after="evacuated|moved to safety|evacuees|told to leave homes|told to leave their homes"
               "|told to leave|told to evacuate|ordered to leave|ordered to evacuate"
               "|ordered to leave their homes|asked to leave their homes|forced to evacuate"
               "|under evacuation orders|under mandatory evacuation orders"
               "|under an evacuation order|under evacuation order|forced to leave their homes",
         before="evacuated|evacuate|evacuating", nouns="evacuees", unit="person",
         never=("displaced", "rescued"), example="Some 1,200 people were evacuated.",
         counter_example="Some 1,200 people were evaluated."),
    Term("rescued", course="rises",
         after="rescued|pulled alive|saved|pulled from the rubble|pulled out alive"
               "|picked up",
         before="rescued|rescue|rescuing|saved|saving", unit="person", never=("evacuated",),
         not_of="jobs|posts|positions",
         example="Twelve people were rescued.", counter_example="Twelve people came to rescue."),
    Term("trapped", course="wavers",
         after="trapped|stranded|buried", before="trapped|trapping|stranded",
         unit="person",
         never=("missing",), example="Twelve people were trapped.",
         counter_example="Twelve people set traps."),
    Term("on board", after="on board|aboard|were on board|travelling|traveling",
         nouns="passengers", unit="person",
         beside="carrying|carried|carries|aboard", never=("killed",),
         example="Twelve people were on board.", counter_example="Twelve people bored the board."),
    Term("treated", course="rises",
         after="treated|being treated|receiving treatment|given treatment",
         before="treated|treating|treats", unit="person", never=("injured", "hospitalised"),
         example="Twelve people were treated.", counter_example="Twelve people met for a treaty."),
    Term("survivors", course="rises",
         after="survived|survivors|survive", nouns="survivors", unit="person",
         never=("rescued",), example="Twelve people survived.",
         counter_example="Twelve people surveyed it."),
    Term("people exchanged",
         after="exchanged|swapped|would be exchanged|to be exchanged|returned|handed over"
               "|repatriated|came home|come home|returned home|return home|crossed"
               "|part of the exchange|part of the swap|part of an exchange|included in the exchange"
               "|included in the swap",
         before="exchange|exchanged|exchanging|swap|swapped|handed over|hand over|exchanges"
                "|got back|returned|brought home|exchange of|swap of",
         unit="person",
         not_of="lorries|trucks|vehicles|boats|ships|cars|buses|convoys|tankers|planes|trains",
         event="swap", phase=None, never=("released",),
         example="Both sides exchanged 157 prisoners of war.",
         counter_example="Both sides held 157 prisoners of war."),
    Term("released", course="rises",
         after="released|freed|set free", before="released|release|freed|freeing|free",
         unit="person", not_of=_WORKS, never=("people exchanged",),
         example="Twelve prisoners were freed.",
         counter_example="Twelve prisoners felt free."),
    Term("seized", things=True, after="seized|confiscated|impounded",
         before="seized|seizing|confiscated|impounded",
         not_of="people|men|women|children|girls|boys|students|schoolgirls|pupils|hostages|passengers"
                "|soldiers|civilians|journalists|workers|villagers|sailors|tourists|crew|others",
         example="Twelve weapons were seized.",
         counter_example="Twelve weapons were sized."),
    Term("kidnapped", after="kidnapped|abducted|taken hostage", before="kidnapped|abducted|seized",
         nouns="hostages", unit="person", example="Twelve people were abducted.",
         counter_example="Twelve people were adducted."),
    Term("infected", course="rises",
         after="infected|tested positive|sickened|fallen ill|fell ill",
         before="infected|infecting|sickened|sickening", nouns="infections|cases|case",
         tolls="number of cases|cases|infections", never=("killed", "tests"),
         not_of="court|fraud|abuse|assault|theft|arson|rape|harassment|violence|corruption|neglect"
                "|wine|beer|misconduct|bullying|murder|torture|burglary|robbery|legal|criminal",
         example="Twelve people were infected.", counter_example="Twelve people were inspected."),
    Term("people vaccinated", after="vaccinated|inoculated|immunised|immunized",
         before="vaccinated|inoculated", unit="person", never=("doses given",),
         example="Some 1,200 people were vaccinated.",
         counter_example="Some 1,200 people were vacated."),
    Term("doses given", nouns="doses|jabs|shots", plain="doses|jabs",
         beside="vaccine|vaccines|vaccination|flu|booster|measles|polio|given|administered",
         never=("people vaccinated",),
         example="Some 1,200 doses were given.", counter_example="Some 1,200 people dozed."),
    Term("attendance", course="rises",
         after="attended|took part|taken part|taking part|marched|gathered|turned out|rallied"
               "|protested|demonstrated|took to the streets|joined the march|were present"
               "|turned up|showed up",
         before="drew|attracted|attended by|welcomed", tolls="attendance|turnout|crowd",
         nouns="demonstrators|protesters|marchers|spectators|attendees|participants|visitors",
         whoever="fans|supporters|onlookers|worshippers|mourners|concertgoers|followers",
         not_of="votes|complaints|bids|offers|comments|responses|views|entries|applications",
         unit="person", never=("tickets sold",), example="Some 1,200 people attended.",
         counter_example="Some 1,200 people intended it."),
    Term("tickets sold", nouns="tickets|ticket", never=("attendance",),
         example="Some 1,200 tickets were sold.", counter_example="Some 1,200 thickets were sold."),
    Term("jobs cut", after="laid off|made redundant|sacked|losing their jobs|lose their jobs",
         before="cut|cuts|cutting|axe|axed|shed|lay off|laid off",
         nouns="layoffs|redundancies|jobs|posts|positions", whoever="employees|workers|staff",
         beside="cut|cuts|cutting|lost|lose|loses|losing|loss|losses|go|going|gone|goes|axe|axed"
                "|axing|shed|shedding|slash|slashed|slashing|scrap|scrapped|eliminate|eliminated"
                "|disappear|disappeared|fewer|layoffs|redundancies|redundant|cull|culled",
         never=("people employed",), example="The plant will cut 1,200 jobs.",
         counter_example="The plant created 1,200 jobs."),
    Term("people employed", after="employed", before="employs|employ|employing",
         nouns="employees|staff",
         unit="person", never=("jobs cut",), example="The plant employs 1,200 people.",
         counter_example="The plant deploys 1,200 people."),
    Term("on strike",
         after="walked out|went on strike|on strike|go on strike|gone on strike|downed tools"
               "|joined the strike|joined the walkout|took strike action|walk out|walking out"
               "|taking strike action|joined strikes|joining the strike|joined the stoppage",
         whoever="workers|staff|employees|members", unit="person", never=("attendance", "jobs cut"),
         example="Some 1,200 nurses walked out.",
         counter_example="Some 1,200 nurses talked it out."),
    Term("destroyed", course="rises",
         things=True,
         after="destroyed|burned down|burnt down|razed|flattened|demolished|levelled|pulled down"
               "|wiped out|burned|burnt|gutted",
         before="destroyed|destroys|destroying|razed|flattened|levelled|burned|burnt|scorched"
                "|pulled down",
         never=("damaged",), example="Twelve houses were destroyed.",
         counter_example="Twelve houses were employed."),
    Term("damaged", course="rises",
         things=True, after="damaged", before="damaged|damages|damaging",
         never=("destroyed",), example="Twelve houses were damaged.",
         counter_example="Twelve houses were managed."),
    Term("lost", course="rises",
         things=True, after="lost", before="lost|loses|losing",
         not_of="jobs|posts|positions",
         example="They lost 12 houses.",
         counter_example="They cost 12 houses."),
    Term("shot down", course="rises",
         things=True, after="shot down|intercepted|downed|brought down|neutralised",
         before="shot down|shooting down|intercepted|intercepting|downed|downing|brought down"
                "|shoot down|neutralised",
         never=("launched",), example="Twelve drones were shot down.",
         counter_example="Twelve drones were sat down."),
    Term("launched",
         things=True, after="launched|fired|were fired",
         before="launched|launches|launching|fired|fires|firing|sent", never=("shot down",),
         not_of="workers|worker|employees|people|staff|teachers|officers|journalists|men|women"
                "|managers|officials|nurses|doctors|drivers|miners|engineers|others|persons",
         example="The army launched 12 drones.", counter_example="The army lunched on 12 scones."),
    Term("sent", things=True, after="sent|deployed|dispatched|on their way|en route",
         before="sent|deployed|sends|deploys|sending|deploying|dispatched", phase=None,
         example="The army deployed 12 boats.", counter_example="The army destroyed its boats."),
    Term("closed", course="wavers",
         things=True, after="closed|shut|shut down", before="closed|closing|shut|close",
         example="Twelve schools were closed.", counter_example="Twelve schools were close by."),
    Term("cancelled", course="rises",
         things=True, after="cancelled|canceled|called off|scrapped|grounded",
         before="cancelled|canceled|cancelling|scrapped", never=("delayed",),
         example="Twelve flights were cancelled.",
         counter_example="Twelve flights were counselled."),
    Term("delayed", course="rises",
         things=True, after="delayed|postponed", before="delayed|postponed",
         never=("cancelled",), example="Twelve flights were delayed.",
         counter_example="Twelve flights were relayed."),
    Term("ordered", things=True, after="ordered", before="ordered|orders|ordering",
         never=("doses given", "sold"), example="The state ordered 12 boats.",
         counter_example="The state bordered 12 lakes."),
    Term("rejected", things=True,
         after="rejected|spoiled|invalid|disqualified|thrown out|ruled invalid",
         before="rejected|rejecting|disqualified", example="Twelve ballots were rejected.",
         counter_example="Twelve ballots were rejoiced at."),
    Term("repaired", things=True, after="repaired|mended|fixed", before="repaired|mended|fixed",
         never=("damaged",), example="Twelve roads were repaired.",
         counter_example="Twelve roads were prepared."),
    Term("affected", course="rises",
         after="affected", before="affected|affects|affecting", unit="person",
         never=("infected", "injured"), example="Twelve people were affected.",
         counter_example="Twelve people were effective."),
    Term("without power", course="wavers",
         after="without power|without electricity|in the dark|lost power",
         before="", example="Some 1,200 homes were without power.",
         counter_example="Some 1,200 homes were empowered."),
    Term("offline", course="wavers",
         after="offline|disconnected|without internet", before="disconnected",
         example="Some 1,200 homes were offline.",
         counter_example="Some 1,200 homes were in line."),
    Term("drained", things=True, after="drained|leaked|spilled|spilt|released into",
         before="drained|leaked|spilled|spilt|spilling", example="Twelve barrels leaked.",
         counter_example="Twelve barrels peaked."),
    Term("sold", things=True, after="sold", before="sold|sells|selling",
         example="Twelve cars were sold.", counter_example="Twelve cars were solid."),
    Term("built", things=True, after="built|completed", before="built|building",
         example="Twelve homes were built.", counter_example="Twelve homes were guilty."),
    Term("cost", before="cost|costs|costing", of="money",
         tolls="the cost|cost|costs|bill|price tag",
         example="The line will cost €12 million.", counter_example="The coast is 12 miles long."),
    Term("worth", before="worth|valued at", tolls="value", of="money", never=("cost", "price"),
         example="The rings are worth €12 million.",
         counter_example="The words of 12 rings are worn."),
    Term("price", tolls="price|selling price|asking price", of="money", never=("cost",),
         example="The price of the house was €1 million.",
         counter_example="The pride of the house was 12 roses."),
    Term("damage", tolls="damage", of="money",
         example="The damage came to €12 million.",
         counter_example="The dam came to 12 metres."),
    Term("owed", before="owes|owe|owed|owing", tolls="debts|debt", of="money",
         example="The club owes €12 million.", counter_example="The club owns 12 rooms."),
    Term("paid", before="paid|pay|pays|paying|paid out|pay out", after="paid|paid out",
         example="The firm paid €12 million.", counter_example="The firm played for 12 minutes."),
    Term("spent", before="spent|spend|spends|spending", after="spent",
         example="The firm spent €12 million.", counter_example="The tent weighs 12 kg."),
    Term("fined", before="fined|a fine of", example="The firm was fined €12 million.",
         counter_example="The firm found €12 million."),
    Term("promised", before="promised|pledged|promises|pledging", after="promised|pledged",
         example="The state promised €12 million.",
         counter_example="The state premised €12 million."),
    Term("asked for",
         before="asked for|asks for|ask for|appeal for|appealed for|appeals for|demanded|demands"
                "|demanding|seeks|sought",
         after="requested|asked for",
         example="The union asked for €12 million.",
         counter_example="The union was tasked with €12 million."),
    Term("raised", before="raised|raising|raise|raises|bring in|brings in|brought in",
         after="raised", of="money",
         example="The fair raised €12 million.", counter_example="The firm erased €12 million."),
    Term("deficit", tolls="deficit|budget deficit|shortfall|budget shortfall",
         example="The deficit was €12 million.", counter_example="The debit was on 12 May."),
    Term("growth",
         before="economy to grow|economy grew|economy will grow|economy would grow|economy grow"
                "|economy grows|economy to expand|economy expanded|economy will expand|gdp grew"
                "|gdp to grow|gdp rose",
         tolls="economic growth|gdp growth", example="The economy grew 2%.",
         counter_example="The economic crew made 12 points."),
    Term("savings", before="save|saves|saved|saving", tolls="savings", of="money",
         example="The plan would save €12 million.",
         counter_example="The plan would sail on 12 May."),
    Term("pay", before="earn|earns|earned|earning", tolls="salary|wage|wages|pay|basic salary",
         example="The striker earns €12 million.",
         counter_example="The striker yearns for 12 May."),
    Term("entitled to vote", after="entitled to vote|eligible to vote|registered to vote",
         unit="person", example="Some 1,200 people were entitled to vote.",
         counter_example="Some 1,200 people were titled."),
    Term("held", things=True, after="held", before="held|contained|contains",
         example="The reservoir held 12 barrels.",
         counter_example="The reservoir yelled at 12 barrels."),
)  # fmt: skip
