"""A tally and its regions: one number settles what "at least 21" means, another breaks the sum.

Run it: python examples/02_casualty_tally.py
"""

import claimsync as cs

DECLARED = "partition place: Ukraine >= Donetsk + Kherson + Zaporizhzhia"
REGIONS = """
Vadym Filashkin: injured [place=Donetsk, when=2026-02-04] >= 21  ^donetsk
Kherson region: injured [place=Kherson, when=2026-02-04] = 5  ^kherson
Zaporizhzhia region: injured [place=Zaporizhzhia, when=2026-02-04] = 3  ^zaporizhzhia
"""


def with_a_tally_of(number: int) -> cs.Reconciliation:
    tally = f"Ukrainska Pravda: injured [place=Ukraine, when=2026-02-04] = {number}  ^tally"
    return cs.reconcile(cs.parse(f"{DECLARED}\n{tally}\n{REGIONS}"))


for number in (28, 29, 30):
    result = with_a_tally_of(number)
    print(f"tally of {number}: {result!r}")
    print("  injured in Donetsk:", result.allowed("injured [place=Donetsk]"))
    for divergence in result.divergences:
        print("  ", divergence.why())
    print()

short = with_a_tally_of(28)
print("What would resolve it, without a word on who is right:")
for repair in short.repairs():
    print("  ", repair)
    assert not short.what_if(drop=repair.aside).divergences

(conflict,) = short.divergences
assert set(conflict.claims) == {"tally", "donetsk", "kherson", "zaporizhzhia"}
assert [len(repair.aside) for repair in short.repairs()] == [1, 1, 1, 1]
assert short.verify() == ()  # every proof holds, checked from the claims alone
assert str(with_a_tally_of(29).allowed("injured [place=Donetsk]")) == "exactly 21"
