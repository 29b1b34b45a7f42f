"""Months and days of the week as English pages name them, whatever the language of the machine."""

from __future__ import annotations

DAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}
SHORT_DAYS = {name[:3]: number for name, number in DAYS.items()}
SHORT_DAYS |= {"tues": 1, "thurs": 3, "thur": 3}
MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november"
        " december".split(),
        start=1,
    )
}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
