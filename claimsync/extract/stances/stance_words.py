"""Words that share a role in the rules of stances: ``<saying>`` stands for any of its words."""

from __future__ import annotations

CLASSES = {
    "saying": frozenset(
        "account accounts accusation accusations allegation allegations article assertion"
        " assertions charge charges claim claims comment comments confession count criticism"
        " data estimate estimates figure figures finding findings idea information"
        " insinuation insinuations involvement knowledge narrative news notion number"
        " numbers remark remarks report reports responsibility rumor rumors rumour rumours"
        " speculation speculations statement statements stories story suggestion suggestions"
        " testimony toll version wrongdoing".split()
    ),
    "stated": frozenset(
        "account accounts accusation accusations advice alert alerts allegation allegations"
        " announcement apology article articles assertion assertions claim claims comment"
        " comments confession count denial estimate estimates figure figures forecast"
        " guidance number paper post posts remark remarks report reports statement"
        " statements stories story tally testimony toll tweet tweets version warning"
        " warnings words".split()
    ),
    "telling": frozenset(
        "answer clarify comment confirm disclose discuss elaborate explain"
        " identify name respond reveal say speak specify speculate"
        " tell".split()
    ),
    "fake": frozenset(
        "absurd baseless bogus disinformation exaggerated exaggeration fabricated"
        " fabrication fake false fantasy fiction groundless hoax inaccurate incorrect"
        " invented lie lies misinformation nonsense overblown overstated propaganda"
        " ridiculous rubbish speculation unfounded untrue wrong".split()
    ),
    "doubtful": frozenset("doubtful dubious hasty premature speculative".split()),
    "asked": frozenset(
        "call calls e-mail email emails enquiries enquiry inquiries inquiry invitation"
        " letter letters message messages queries query question questions request requests".split()
    ),
    "whether": frozenset("how if what when where whether which who whose why".split()),
    "object": frozenset(
        "a accusations all allegations an any attacking being claims giving having her his"
        " involvement it its killing knowing knowledge making on our receiving reports"
        " responsibility rumors rumours taking that the their these this those to"
        " wrongdoing".split()
    ),
    "after-expect": frozenset(
        "a about an another around at between few fewer further growth heavy her him it its"
        " less losses many more no some that the them three to two up".split()
    ),
    "planned": frozenset(
        "address announce appear be become begin build buy close come cut discuss exchange"
        " face follow free get go hold host join launch leave lose meet move open pay"
        " receive release resume return run sell send sign stand start step take travel"
        " visit vote withdraw".split()
    ),
    "done": frozenset(
        "achieved closed completed concluded delivered destroyed evacuated exchanged"
        " extinguished freed handed implemented killed moved put released reopened repaired"
        " rescued restored returned sent swapped transferred vaccinated withdrawn".split()
    ),
}
HEDGES = frozenset(
    "alleged allegedly apparently likely perhaps possibly presumably probably"
    " purportedly reportedly seemingly supposedly suspected unconfirmed".split()
)
