"""The benchmarks run, and both sides of a ratio find the same; no time is asserted."""

import claimsync as cs
from claimsync.reason.propagate import propagate
from tests.bench import scale
from tests.bench.bench import by_hand, forest, main, tally


def test_the_benchmark_prints_its_ratios(capsys) -> None:
    main(200)

    assert "claims to findings" in capsys.readouterr().out


def test_the_script_by_hand_and_the_library_find_the_same_conflicts() -> None:
    context = cs.parse("measure injured: unit person\npartition place: all = n + m + s").context
    frame = tally(2_000)
    result = cs.reconcile(cs.from_frame(frame, context=context))
    values = sum(f.basis == "value" for f in result.divergences)
    sums = {f.question for f in result.divergences if f.basis != "value"} - {
        f.question for f in result.divergences if f.basis == "value"
    }

    assert (values, len(sums)) == by_hand(frame)


def test_the_forest_of_the_benchmark_is_consistent() -> None:
    assert not propagate(forest(1_000, 4)).clashes


def test_the_benchmark_of_one_table_prints_time_and_memory(capsys) -> None:
    scale.main(200)

    assert "memory, without that of the frame" in capsys.readouterr().out
