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

conflict = with_a_tally_of(28).divergences[0]
print("Taking any claim of the conflict away dissolves it:")
for claim_id in conflict.claims:
    claims = with_a_tally_of(28).claims
    kept = tuple(c for c in claims.claims if c.id != claim_id)
    rest = cs.reconcile(cs.ClaimSet(claims=kept, context=claims.context))
    print(f"  without {claim_id}: {len(rest.divergences)} divergences")
    assert not rest.divergences

assert set(conflict.claims) == {"tally", "donetsk", "kherson", "zaporizhzhia"}
assert str(with_a_tally_of(29).allowed("injured [place=Donetsk]")) == "exactly 21"
