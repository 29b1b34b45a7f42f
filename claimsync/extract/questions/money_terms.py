"""Terms of money: costs, prices, pay, debts, and how an economy grows."""

from __future__ import annotations

from claimsync.extract.questions.term import Term

MONEY_TERMS = (
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
    Term("paid", before="paid|pay|pays|paying|paid out|pay out", after="paid|paid out", of="money",
         example="The firm paid €12 million.", counter_example="The firm played for 12 minutes."),
    Term("spent", before="spent|spend|spends|spending", after="spent", of="money",
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
    Term("pay", tolls="salary|wage|wages|pay|basic salary", of="money|share",
         example="The salary of the striker is €12 million.",
         counter_example="The seller of the strikers is on 12 May."),
    Term("earned", before="earn|earns|earned|earning", of="money", never=("pay",),
         example="The striker earns €12 million.",
         counter_example="The striker yearns for 12 May."),
)  # fmt: skip
