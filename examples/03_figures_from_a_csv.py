"""Figures from a table: words in its cells, declarations beside it, verdicts written back.

Run it: python examples/03_figures_from_a_csv.py
"""

import tempfile
from pathlib import Path

import claimsync as cs

TABLE = """\
id,source,measure,when,[place],value,note
tally,Ukrainska Pravda citing local authorities,killed,2026-02-04,Ukraine,12,
donetsk,Vadym Filashkin,killed,2026-02-04,Donetsk,8,
kherson,Kherson region,killed,2026-02-04,Kherson,4,
early,Reuters,killed,2026-02-04,Ukraine,about a dozen,an early report
late,AFP,killed,2026-02-04,Kherson,5,
railway,Sumy railway,killed,2026-02-04,Sumy,n/a,a non-answer is not zero
"""
DECLARED = """\
measure killed: unit person
partition place: Ukraine >= Donetsk + Kherson + Zaporizhzhia
"""

with tempfile.TemporaryDirectory() as folder:
    table, declared = Path(folder, "day.csv"), Path(folder, "declared.claims")
    table.write_text(TABLE, encoding="utf-8")
    declared.write_text(DECLARED, encoding="utf-8")
    result = cs.reconcile(cs.read(table, context=declared))

for finding in result.findings:
    print(finding)
print()
print("Who holds what on Kherson:")
for position in result.positions("killed [place=Kherson]"):
    print(f"  {position.interval}: {', '.join(position.origins)}")

bases = sorted(str(divergence.basis) for divergence in result.divergences)
assert bases == ["parts exceed whole", "value"]
