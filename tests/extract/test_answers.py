"""A second source's figure right behind a first one's: of what, of whom and of when it is."""

import pytest

import claimsync as cs

SAID_AT = "2028-05-11"


def told(text, kind):
    """Return the numbers of the claims of each finding of a kind, in order."""
    claims = cs.link(cs.extract(text, said_at=SAID_AT))
    known = {claim.id or claim.content_hash: claim for claim in claims.claims}
    return [
        sorted(float(known[name].readings[0].figure.number.value) for name in finding.claims)
        for finding in cs.reconcile(claims).findings
        if finding.kind == kind and all(known[name].readings for name in finding.claims)
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (("The ministry said exports would reach 4.1% of output in 2029. The chamber of commerce"
         " expects exports to reach 3.2% of output. In 2024 exports were 5% of output."),
         [3.2, 4.1]),
        (("This year's regatta drew 12,000 spectators, said the harbour master. The town council"
         " said 18,000 spectators came. Last year 20,000 spectators came."), [12000, 18000]),
        (("The coach said the club would save 4 million euros a year from 2031. The accountant Ida"
         " Ness said yearly savings were unlikely to exceed 2 million euros."), [2e6, 4e6]),
        (("The stadium will cost 410 million euros, says the city. An independent auditor put the"
         " bill at 560 million euros."), [410e6, 560e6]),
        (("Doctors said nine nurses had been hurt, two of them badly. The Nurses' Union put the"
         " number of its injured members at 14."), [9, 14]),
        (("The mayor said 31 members of his party had signed the petition. The party's secretary,"
         " Jon Mell, put the figure at 24."), [24, 31]),
        (("The guild said 120 of its potters were in Tarn's jails. The ministry put the number at"
         " 45."), [45, 120]),
        (("**Ana Bloom:** We found 64 nests of terns this spring. In 2020 there were 51.\n\n"
         "**Question:** Your colleague counts fewer.\n\n**Tor Wick:** I counted 58."), [58, 64]),
        ("The envoy said the parties had settled 17 points. The ministry put the number at 12.",
         [12, 17]),
        (("The minister said the reform would create 40,000 jobs. An opposition think-tank said it"
         " would create only 12,000."), [12000, 40000]),
        ("The club said it had sold 21,000 season tickets. The league's figures show 18,400.",
         [18400, 21000]),
        ("The museum said five vases had been stolen; police said seven vases had been taken.",
         [5, 7]),
        (
            ("Mine operator Tegen said twelve miners were missing. The miners' union said it had a"
            " list of 19 names."),
            [12, 19],
        ),
        (
            ("The finance ministry expects growth of 2.4% in 2029. The bank forecasts 1.7%."
            " In its report the Kolm Institute put growth at 1.1%."),
            [1.1, 1.7, 2.4],
        ),
        (
            ("The Lake Trust says 3,400 swans wintered on the lake, up from 2,900 a year"
            " earlier. Volunteers put the number at 2,600."),
            [2600, 3400],
        ),
        (
            ("Orlen Airways said it had to cancel 120 flights on Friday. Union president Max"
            " Tor put the number at 180."),
            [120, 180],
        ),
        (
            ("The opposition says 1,100 of its supporters are in jail. The justice ministry says"
            " the number is 340."),
            [340, 1100],
        ),
        (
            "Bread prices rose 5% last year, the ministry said. The bank put the increase at 8%.",
            [5, 8],
        ),
        ("The fund lost 14%, its managers said. The regulator put the loss at 19%.", [14, 19]),
        (
            "The mayor said repairs would cost €3m. The engineers' report gives a cost of €4.5m.",
            [3e6, 4.5e6],
        ),
        (
            "The tram had cost 391 million crowns, the auditor said. The mayor says 355 million.",
            [355e6, 391e6],
        ),
        (
            ("The minister said the toll road would raise 90 million crowns a year. The Institute"
             " for Transport estimates it at 50 million."),
            [50e6, 90e6],
        ),
        (
            ("The zoo expects 500,000 visitors this year. The city's tourism board forecasts"
            " 380,000."),
            [380000, 500000],
        ),
        (
            ("The labour office said there had been 18 breaches of safety rules. Plant manager Hugo"
            " Rand said there had been just five breaches."),
            [5, 18],
        ),
        (("The death toll from the flood rose to 80 on Sunday from 61 earlier in the day, the army"
         " said, but a charity put it at 110 or more."), [80, 110]),
    ],
)  # fmt: skip
def test_what_a_second_source_answers_is_compared(text, numbers):
    assert told(text, "divergence") == [numbers]


@pytest.mark.parametrize(
    "text",
    [
        # several times are told of: an answer may be of any
        (
            "The bank expects inflation of 3% in 2029 and 4% in 2030. The institute expects"
            " inflation of 3.5%."
        ),
        # each has its own
        "Voss expects sales of 4 billion euros in 2029. Halm expects sales of 2 billion euros.",
        "The bank said it had closed 12 branches. Its rival put its own number at 40.",
        (
            "The mayor said 40 members of her party had signed the petition. The party's rival,"
            " Unity, put its own figure at 12."
        ),
        "The college said 12 members had resigned. Its rival, the Tarn school, said nine had.",
        # other people
        (
            "Police said 12 students were hurt. The teachers' union put the number of its injured"
            " members at nine."
        ),
        # what is there by now, and what is to come
        (
            "The stadium will cost 410 million euros, the city said. The auditor put the cost so"
            " far at 90 million euros."
        ),
        "The council says 40 trees will be felled. The warden counted 120 trees.",
        # what each did itself
        "The army said it had captured 12 fighters. The rebels said they had captured 30 fighters.",
        "The north line carried 400 passengers, it said. The south line said it had carried 900.",
        "The bakery said it had sold 300 loaves. The mill said it had sold 90.",
        # another list, another rise
        "Twelve miners are missing, police said. The town has a list of 900 people who work there.",
        "Exports rose 5%, the ministry said. Imports also rose; the bank put the rise at 8%.",
        "Exports rose 5%, the ministry said. The bank put the increase in wages at 8%.",
        # other things, or other deeds
        "The museum said 40 of its lamps were broken. The hall has 200 chairs. The union says 12.",
        (
            "The choir said 40 people had joined. The festival office put the number of singers at"
            " 300."
        ),
        "The zoo said nine parrots had been stolen. The keeper said 12 parrots had been sold.",
        "Guards said 30 vases had been built in. The curator said 12 vases had been broken.",
    ],
)
def test_two_things_are_not_compared(text):
    assert told(text, "divergence") == []


def test_a_part_of_those_counted_takes_no_word_from_the_whole():
    text = "Police said 17 officers had been hurt, three of them badly."

    claims = cs.link(cs.extract(text)).claims

    assert [str(claim.readings[0].figure.number) for claim in claims] == ["17"]


def test_the_rest_is_a_part_of_a_sum():
    text = (
        "The company said it would cut 3,200 jobs in Halvern, 1,400 in Ostra and the remaining 900"
        " in its smaller markets. It will cut 5,500 jobs in all."
    )

    assert told(text, "agreement") == [[900, 1400, 3200, 5500]]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            (
                "Ada Lind said 900 ballots had disappeared from the depot. The board denied that"
                " any ballots had gone missing."
            ),
            900,
        ),
        (
            (
                "The legal group said 40 people had been detained, among them four nurses. The"
                " ministry denied that any nurses were in custody."
            ),
            4,
        ),
        (
            (
                "Residents said nine dogs had been poisoned. The council denied that any dogs had"
                " been poisoned."
            ),
            9,
        ),
    ],
)
def test_who_denies_that_there_were_any_speaks_to_a_count(text, count):
    claims = cs.link(cs.extract(text))
    [finding] = [one for one in cs.reconcile(claims).findings if one.kind == "divergence"]
    known = {claim.id or claim.content_hash: claim for claim in claims.claims}
    stated = [one.figure.number.value for name in finding.claims for one in known[name].readings]

    assert finding.basis == "presupposition denied"
    assert stated == [count]


@pytest.mark.parametrize(
    "denied",
    ["any hospitals had been closed", "any schools had been burned", "any schools had been sold"],
)
def test_a_denial_of_something_else_speaks_to_no_count(denied):
    text = f"The ministry said 12 schools had been closed. The council denied that {denied}."
    findings = cs.reconcile(cs.link(cs.extract(text))).findings

    assert [one for one in findings if one.kind == "divergence"] == []
