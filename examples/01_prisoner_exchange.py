"""A swap in two counts: 314 people in all, or 157 from each side.

One claim is ambiguous, one is a plan and the other its outcome, one says POW where the other says
prisoner, and one side is silent. Run it: python examples/01_prisoner_exchange.py
"""

import claimsync as cs

day = cs.parse("""
source Steve Witkoff: part of United States
source RIA Novosti: part of Russia
source Russian defence ministry: part of Russia
partition side: both = Russia + Ukraine
assume category: POW = prisoner
party Ukraine on people exchanged

Steve Witkoff: people exchanged [event=swap, category=prisoner, phase=agreed] = 314 total side | 314 each side  ^witkoff
RIA Novosti citing Russian defence ministry: people exchanged [event=swap, category=POW, phase=completed] = 157 each side  ^ria
Russian defence ministry: people exchanged [event=swap, category=civilian, phase=completed] = 3  ^civilians
""")  # noqa: E501 - one claim, one line

result = cs.reconcile(day)
for finding in result.findings:
    print(finding)
    print()

print("How Witkoff's figure is read:", ", ".join(result.readings()["witkoff"]))
print("Who says what:")
print(result.confirmation())

(agreement,) = result.agreements
assert agreement.basis == "aggregation"
assert agreement.assumptions == ("category: POW = prisoner",)
assert result.readings()["witkoff"] == ("314 total side",)
assert {str(finding.basis) for finding in result.non_confirmations} == {"silent"}
assert not result.divergences
