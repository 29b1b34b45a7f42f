"""Terms of people: harmed, held, moved, gathered, employed; and what is told beside them."""

from __future__ import annotations

from claimsync.extract.questions.term import PEOPLE, THINGS, Term
from claimsync.extract.questions.verdicts import PRISON_TERM

_HOSPITALS = "hospital|the hospital|a hospital|hospitals|a local hospital|local hospitals"
_TO_HOSPITAL = "|".join(
    f"{taken} to {where}"
    for where in _HOSPITALS.split("|")
    for taken in "taken|admitted|rushed|sent|flown|airlifted|transferred|brought|evacuated".split(
        "|"
    )
)

PEOPLE_TERMS = (
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
         tolls="number of missing|missing", unit="person", of=PEOPLE, never=("killed",),
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
         before="hospitalised|hospitalized", unit="person", of=PEOPLE, never=("injured",),
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
         unit="person", of=PEOPLE, never=("arrested", "charged"),
         example="Police detained 12 people.", counter_example="Police retained 12 people."),
    Term(PRISON_TERM, before="jailed|imprisoned|sentenced|given|gave|sent|handed|got|received|gets",
         of="term", example="Roe was jailed for 12 years.",
         counter_example="Roe was mailed for 12 years."),
    Term("charged", after="charged|indicted", before="charged|charging|indicted", unit="person",
         of=PEOPLE,
         never=("arrested", "convicted"), example="Twelve people were charged.",
         counter_example="Twelve people were in a charge."),
    Term("convicted", after="convicted|sentenced|found guilty", before="convicted|sentenced",
         unit="person", of=PEOPLE, never=("charged",), example="Twelve people were convicted.",
         counter_example="Twelve people were convinced."),
    Term("displaced", course="rises",
         after="displaced|fled|homeless|forced from their homes|driven from their homes|flee"
               "|left their homes|lost their homes|from their homes|forced out of their homes"
               "|forced to flee|chased from their homes|uprooted",
         before="displaced|displaces|displacing|uprooted", nouns="refugees", unit="person",
         of=PEOPLE,
         loose="fled|flee",
         about="war|fight|fought|flood|fire|storm|quake|refuge|violence|shell|eruption|volcano|bomb"
               "|displac|evacuat|homes|offensive|attack|clash|militan|gang|hurricane|border|camp",
         never=("evacuated",), example="Some 1,200 people were displaced.",
         counter_example="Some 1,200 people were placed."),
    Term("evacuated", course="rises",
         after="evacuated|moved to safety|evacuees|told to leave homes|told to leave their homes"
               "|told to leave|told to evacuate|ordered to leave|ordered to evacuate"
               "|ordered to leave their homes|asked to leave their homes|forced to evacuate"
               "|under evacuation orders|under mandatory evacuation orders"
               "|under an evacuation order|under evacuation order|forced to leave their homes",
         before="evacuated|evacuate|evacuating", nouns="evacuees", unit="person", of=PEOPLE,
         never=("displaced", "rescued"), example="Some 1,200 people were evacuated.",
         counter_example="Some 1,200 people were evaluated."),
    Term("rescued", course="rises",
         after="rescued|pulled alive|saved|pulled from the rubble|pulled out alive"
               "|picked up",
         before="rescued|rescue|rescuing|saved|saving", unit="person", of=PEOPLE,
         never=("evacuated",),
         example="Twelve people were rescued.", counter_example="Twelve people came to rescue."),
    Term("trapped", course="wavers",
         after="trapped|stranded|buried under|buried beneath|buried by|buried alive|feared buried"
        "|still buried|buried in the rubble|buried in rubble|buried in mud|buried in snow",
         before="trapped|trapping|stranded",
         unit="person", of=PEOPLE,
         never=("missing",), example="Twelve people were trapped.",
         counter_example="Twelve people set traps."),
    Term("on board", after="on board|aboard|were on board|travelling|traveling",
         nouns="passengers", unit="person", of=PEOPLE,
         beside="carrying|carried|carries|aboard", never=("killed",),
         example="Twelve people were on board.", counter_example="Twelve people bored the board."),
    Term("treated", course="rises",
         after="treated|being treated|receiving treatment|given treatment",
         before="treated|treating|treats", unit="person", of=PEOPLE, never=("injured",
         "hospitalised"),
         example="Twelve people were treated.", counter_example="Twelve people met for a treaty."),
    Term("survivors", course="rises",
         after="survived|survivors|survive", nouns="survivors", unit="person",
         of=PEOPLE,
         never=("rescued",), example="Twelve people survived.",
         counter_example="Twelve people surveyed it."),
    Term("people exchanged",
         after="exchanged|swapped|would be exchanged|to be exchanged|returned|handed over"
               "|repatriated|came home|come home|returned home|return home|crossed"
               "|part of the exchange|part of the swap|part of an exchange|included in the exchange"
               "|included in the swap",
         before="exchange|exchanged|exchanging|swap|swapped|handed over|hand over|exchanges"
                "|got back|returned|brought home|exchange of|swap of",
         unit="person", of=PEOPLE,
         loose="returned|came home|come home|returned home|return home|crossed|handed over"
               "|hand over"
               "|got back|brought home|repatriated|exchanges",
         about="swap|prisoner exchange|exchange of|exchanged|prisoners of war|captivity|captives"
               "|pows"
               "|both sides|prisoners",
         event="swap", phase=None, never=("released",),
         example="Both sides exchanged 157 prisoners of war.",
         counter_example="Both sides held 157 prisoners of war."),
    Term("released", course="rises",
         after="released|freed|set free", before="released|release|freed|freeing|free",
         unit="person", of=PEOPLE, never=("people exchanged",),
         example="Twelve prisoners were freed.",
         counter_example="Twelve prisoners felt free."),
    Term("seized", things=True, after="seized|confiscated|impounded",
         before="seized|seizing|confiscated|impounded",
         of=THINGS,
         example="Twelve weapons were seized.",
         counter_example="Twelve weapons were sized."),
    Term("kidnapped", after="kidnapped|abducted|taken hostage|hostage",
         before="kidnapped|abducted|seized", of=PEOPLE,
         nouns="hostages", unit="person", example="Twelve people were abducted.",
         counter_example="Twelve people were adducted."),
    Term("infected", course="rises",
         after="infected|tested positive|sickened|fallen ill|fell ill",
         before="infected|infecting|sickened|sickening", nouns="infections|cases|case",
         of=PEOPLE,
         tolls="number of cases|cases|infections", never=("killed", "tests"),
         loose="cases|case|number of cases",
         about="infect|virus|disease|outbreak|epidemic|pandemic|cholera|measles|covid|influenza"
               "| flu "
               "|ebola|illness|symptom|vaccin|fever|tested|bacteri|syphilis|polio|malaria|plague"
               "|poison|salmonella|coli|legionnaires|dengue|mpox|quarantine|contagio|meningitis"
               "|tubercul|rabies|zika|health|patients|doctors|clinic|hospital",
         not_of="court|fraud|abuse|assault|theft|arson|rape|harassment|violence|corruption|neglect"
                "|wine|beer|misconduct|bullying|murder|torture|burglary|robbery|legal|criminal",
         example="Twelve people were infected.", counter_example="Twelve people were inspected."),
    Term("people vaccinated", after="vaccinated|inoculated|immunised|immunized",
         before="vaccinated|inoculated", unit="person", of=PEOPLE, never=("doses given",),
         example="Some 1,200 people were vaccinated.",
         counter_example="Some 1,200 people were vacated."),
    Term("doses given", nouns="doses|jabs",
         beside="given|administered|injected|delivered|received|gave|giving|administering|used|had",
         never=("people vaccinated",),
         example="Some 1,200 doses were given.", counter_example="Some 1,200 people dozed."),
    Term("attendance", course="rises",
         after="attended|took part|taken part|taking part|marched|gathered|turned out|rallied"
               "|protested|demonstrated|took to the streets|joined the march|were present"
               "|turned up|showed up|marching|protesting|demonstrating|rallying",
         before="drew|attracted|attended by|welcomed", tolls="attendance|turnout|crowd",
         nouns="demonstrators|protesters|marchers|spectators|attendees|participants|visitors",
         whoever="fans|supporters|onlookers|worshippers|mourners|concertgoers|followers",
         not_of="unique|web|online", unit="person", of=PEOPLE, never=("tickets sold",),
         example="Some 1,200 people attended.",
         counter_example="Some 1,200 people intended it."),
    Term("tickets sold", nouns="tickets|ticket", never=("attendance",),
         beside="sold|sell|sells|selling|sale|sales|bought|buy|buying|went|gone|snapped|shifted",
         example="Some 1,200 tickets were sold.", counter_example="Some 1,200 thickets were sold."),
    Term("jobs cut",
         after="laid off|made redundant|sacked|losing their jobs|lose their jobs|workers their jobs"
               "|people their jobs|staff their jobs|employees their jobs",
         before="cut|cuts|cutting|axe|axed|shed|lay off|laid off",
         of=PEOPLE, too="job|roles|places|cuts|losses",
         nouns="layoffs|redundancies|jobs|posts|positions", whoever="employees|workers|staff",
         beside="cut|cuts|cutting|lost|lose|loses|losing|loss|losses|go|going|gone|goes|axe|axed"
                "|axing|shed|shedding|slash|slashed|slashing|scrap|scrapped|eliminate|eliminated"
                "|disappear|disappeared|fewer|layoffs|redundancies|redundant|cull|culled",
         never=("people employed",), example="The plant will cut 1,200 jobs.",
         counter_example="The plant created 1,200 jobs."),
    Term("people employed", after="employed", before="employs|employ|employing", of=PEOPLE,
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
    Term("entitled to vote", after="entitled to vote|eligible to vote|registered to vote",
         unit="person", of=PEOPLE, example="Some 1,200 people were entitled to vote.",
         counter_example="Some 1,200 people were titled."),
)  # fmt: skip
