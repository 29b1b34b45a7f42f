"""Measures: the units and currencies that stand beside a number, as news writes them.

A unit's first spelling is its name in a figure: a name that ``claimsync.model.unit`` knows where it
knows one. Money that the text does not name by country (a bare ``$``) keeps its sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.nouns import plural_noun
from claimsync.extract.figures.number_words import POWERS
from claimsync.extract.text.rules import Rule
from claimsync.model.unit import Kind, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimsync.extract.figures.lines import Line

# Spellings of one unit are joined by |, units parted by a comma. Case is told apart only in _CASED.
UNIT_RULES = (
    Rule("unit-share", ("%|percent|per cent|pc|pct|％|٪", "percentage point|percentage points",
         "basis point|basis points|bps", "‰|per mille"), "share", "Some 12 percent voted.",
         "A percentage fee."),
    Rule("unit-length", ("km|kms|kilometre|kilometres|kilometer|kilometers",
         "m|metre|metres|meter|meters", "cm|centimetre|centimetres|centimeter|centimeters",
         "mm|millimetre|millimetres|millimeter|millimeters", "μm|µm|micron|microns",
         "nm|nanometre|nanometres|nanometer|nanometers", "mile|miles|mi", "foot|feet|ft",
         "inch|inches|″|in", "yard|yards|yd|yds", "nautical mile|nautical miles",
         "light year|light years"), "measure", "The wall is 12 km long.", "A milestone."),
    Rule("unit-area", (
         ("square metre|square metres|square meter|square meters|sq m|sq metres|"
          "m2|m²|sqm"),
         ("square kilometre|square kilometres|square kilometer|square kilometers|"
          "sq km|km2|km²"),
         "square foot|square feet|sq ft|square-foot", "square mile|square miles|sq mi|square-mile",
         "square inch|square inches", "hectare|hectares|ha", "acre|acres", "cm2|cm²"),
         "measure", "A fire burnt 300 hectares.", "Square one."),
    Rule("unit-volume", ("litre|litres|liter|liters|l",
         "ml|millilitre|millilitres|milliliter|milliliters",
         "cubic metre|cubic metres|cubic meter|cubic meters|m3|m³",
         "cubic foot|cubic feet", "gallon|gallons", "pint|pints", "quart|quarts",
         "fluid ounce|fluid ounces", "barrel|barrels|bbl", "cc", "bushel|bushels"),
         "measure", "They spilt 40 litres.", "A literal reading."),
    Rule("unit-mass", ("kg|kgs|kilogram|kilograms|kilo|kilos|kilogramme|kilogrammes",
         "g|gram|grams|gramme|grammes", "mg|milligram|milligrams", "μg|microgram|micrograms",
         "tonne|tonnes|metric ton|metric tons", "ton|tons", "lb|lbs", "ounce|ounces|oz",
         "pound|pounds", "stone|st", "carat|carats"), "measure", "Police seized 20 kg of heroin.",
         "A kilowatt."),
    Rule("unit-speed", ("mph|miles per hour|miles an hour",
         ("km/h|kmh|kph|km/hr|kilometres per hour|kilometers per hour|"
          "kilometres an hour|kilometers an hour"),
         "knot|knots", "rpm",
         "m/s|metres per second|meters per second", "mach"), "measure", "Winds of 90 mph.",
         "A speedy boat."),
    Rule("unit-power", ("W|watt|watts", "kW|kilowatt|kilowatts", "MW|megawatt|megawatts",
         "GW|gigawatt|gigawatts", "hp|horsepower|bhp|PS", "kWh|kilowatt-hour|kilowatt-hours",
         "MWh|megawatt-hour|megawatt-hours", "GWh|gigawatt hours|gigawatt-hours", "TWh",
         "joule|joules", "volt|volts|V", "amp|amps", "mAh", "Nm|newton-metres", "lb-ft|lb ft",
         "pound-feet|pound-foot", "Hz|hertz", "kHz", "MHz", "GHz", "decibel|decibels|dB",
         "calorie|calories|kcal|kJ"), "measure", "The plant makes 600 MW.", "A powerful wave."),
    Rule("unit-pressure", ("Pa|pascal|pascals", "kPa", "GPa|gigapascal|gigapascals", "MPa", "psi",
         "bar|bars", "millibar|millibars"), "measure", "It reached 30 psi.", "A barred window."),
    Rule("unit-heat", ("°C|degree Celsius|degrees Celsius|degrees C|Celsius|centigrade|℃|C",
         "°F|degree Fahrenheit|degrees Fahrenheit|degrees F|Fahrenheit|℉|F", "degree|degrees|°",
         "kelvin"), "measure", "It was 40 degrees Celsius.", "A degree in law."),
    Rule("unit-data", ("KB|kilobyte|kilobytes", "MB|megabyte|megabytes", "GB|gigabyte|gigabytes",
         "TB|terabyte|terabytes", "Mbps|megabits per second", "Gbps", "bit|bits", "byte|bytes",
         "pixel|pixels", "megapixel|megapixels|MP", "fps"), "measure", "It leaked 8 GB.",
         "A bitter row."),
    Rule("unit-rate", ("mpg|miles per gallon", "ppm|parts per million", "ppb|parts per billion",
         "times|x"), "measure", "Levels of 9 ppm.", "Many a time."),
    Rule("unit-time", ("second|seconds|sec|secs|s", "minute|minutes|min|mins",
         "hour|hours|hr|hrs|h", "day|days", "night|nights", "week|weeks", "fortnight|fortnights",
         "month|months", "year|years|yr|yrs", "decade|decades", "century|centuries"),
         "duration", "Talks lasted 3 hours.", "A daily paper."),
    Rule("unit-money", ("USD|U.S. dollars|US dollars|American dollars|US dollar",
         "AUD|Australian dollars", "CAD|Canadian dollars", "NZD|New Zealand dollars",
         "HKD|Hong Kong dollars", "SGD|Singapore dollars", "dollar|dollars|buck|bucks",
         "EUR|euro|euros", "GBP|pounds sterling|pound sterling|British pounds|quid",
         "JPY|yen|Japanese yen", "CNY|yuan|renminbi", "KRW|won|South Korean won",
         "INR|rupees|Indian rupees", "rupee", "PKR|Pakistani rupees", "ILS|shekel|shekels",
         "RUB|rouble|roubles|ruble|rubles", "UAH|hryvnia|hryvnias|hryvnya",
         "DKK|Danish crowns|Danish kroner", "SEK|Swedish crowns|Swedish kronor",
         "NOK|Norwegian crowns|Norwegian kroner", "CZK|Czech crowns", "crown|crowns",
         "krona|kronor", "krone|kroner", "CHF|Swiss francs", "franc|francs", "TRY|Turkish lira",
         "lira|liras", "MXN|Mexican pesos", "peso|pesos", "BRL|reais", "real", "ZAR", "rand",
         "PLN|zloty|zlotys", "HUF|forint|forints", "dirham|dirhams", "riyal|riyals",
         "ringgit", "baht", "rupiah", "naira", "dinar|dinars", "rial|rials", "shilling|shillings",
         "thaler|thalers", "guilder|guilders", "ducat|ducats", "florin|florins", "birr",
         "mark|marks", "cedi|cedis", "taka", "tenge", "kwacha", "leva", "manat", "bitcoin|bitcoins",
         "cent|cents", "pence|p|penny", "sen", "kopecks"),
         "money", "It cost 12 euros.", "A dollarised economy."),
)  # fmt: skip
# Letters that are units only in this case, or only where they touch the number.
_CASED = frozenset("W kW MW GW V PS MB GB KB TB MP C F Nm PS Pa m g h l s p x ha in st".split())
_GLUED = frozenset("m g l s h x p W V C F in st".split())
_APART = frozenset("C F m W V".split())
_DEGREES = frozenset({"C", "F"})
MONEY_SIGNS = {
    "us": "USD", "u.s": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD",
    "hk": "HKD", "s": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN",
}  # fmt: skip
_SIGNS = {"€": "EUR", "£": "GBP", "₴": "UAH", "₽": "RUB", "₪": "ILS", "₹": "INR", "₩": "KRW",
          "₺": "TRY", "₦": "NGN", "₫": "VND", "฿": "THB", "₱": "PHP", "₸": "KZT"}  # fmt: skip
_LETTERS = {"y": "JPY", "rs": "Rs", "rm": "MYR", "ps": "PS", "rp": "IDR", "fr": "CHF"}
_PER = frozenset(
    "barrel ounce month day week year share gallon tonne ton pound hour night head person gram "
    "kilo kilogram kg litre liter mile minute second unit bottle pint piece capita km m2 sq acre "
    "hectare megawatt mmbtu annum household game match decade century square cubic".split()
)


class Measured(NamedTuple):
    """Tokens ``first`` to ``last`` that name a unit, its name in a figure, kind and rule."""

    first: int
    last: int
    name: str
    kind: str
    rule: str


def spellings(rules: Iterable[Rule]) -> dict[str, tuple[str, str, str]]:
    """Return the spellings of units, each with the unit's name, kind and rule.

    >>> spellings(UNIT_RULES[:1])["per cent"]
    ('%', 'share', 'unit-share')
    """
    return {
        _cut(spelling): (unit.partition("|")[0], rule.says, rule.id)
        for rule in rules
        for unit in rule.words
        for spelling in unit.split("|")
    }


def _cut(spelling: str) -> str:
    """Return a spelling with its tokens apart, in lower case."""
    for sign in "/-°.23":
        spelling = spelling.replace(sign, f" {sign} ")
    return " ".join(spelling.lower().split())


_CASED_NAMES = {name.lower(): name for name in _CASED}


def measured(line: Line, at: int) -> Measured | None:
    """Return the unit that starts at token ``at``, right behind a number, with what it is per.

    >>> from claimsync.extract.figures.lines import Line
    >>> measured(Line.of("12 square miles"), 1).name, measured(Line.of("5% of"), 1).kind
    ('square mile', 'share')
    """
    start = at + 1 if line.word(at) == "-" and line.glued(at) and line.glued(at + 1) else at
    found = line.grammar.units.at(line.low, start)
    if found is None or not _fits_case(line, start, found[0]):
        return None
    end, spelling = found
    name, kind, rule = line.grammar.spelt[spelling]
    if spelling in {"day", "night"} and start == at and plural_noun(line, end):
        return None  # 90,000 day tickets
    if spelling in _COINS:
        if not _paid(line, start):
            return per(line, Measured(start, end, name, kind, rule)) if kind != "money" else None
        name, kind, rule = _COINS[spelling], "money", "unit-money"
    if (
        start > at
        and kind == "duration"
        and line.low[end : end + 2] in (["-", "old"], ["-", "olds"])
    ):
        return Measured(start, end + 2, "year", "age", "age")
    if kind == "duration" and line.word(end) in {"old", "-"} and _old(line, end):
        return Measured(start, end + (2 if line.word(end) == "-" else 1), "year", "age", "age")
    return per(line, Measured(start, end, name, kind, rule))


# Units that are money only beside a word of money, or in millions.
_COINS = {"mark": "mark", "marks": "mark", "pound": "GBP", "pounds": "GBP"}
PAYING = frozenset(
    "cost costs costing worth paid pay pays paying price prices priced bill fine fined fee fees"
    " debt debts owe owes owed loan budget spend spends spent sold sell bought buy buys reward"
    " salary wages wage rent valued value damage damages loss losses profit sales fund grant grants"
    " raised donated donation charged charge bribe bribes ransom invested stole stolen money cash"
    " savings salaries tax taxes prize earned earns earn compensation"
    " revenue revenues turnover income sum sums".split()
)
_NEARBY = 8  # words from a word of money to its sum


def _paid(line: Line, at: int) -> bool:
    """Return whether a word of money, or millions, stand before the unit at ``at``."""
    return line.word(at - 1) in POWERS or not PAYING.isdisjoint(line.low[max(at - _NEARBY, 0) : at])


def _old(line: Line, at: int) -> bool:
    """Return whether *old* or *-old* stands at ``at``."""
    return line.word(at) == "old" or (line.word(at) == "-" and line.word(at + 1) in {"old", "olds"})


def _fits_case(line: Line, start: int, end: int) -> bool:
    """Return whether a spelling of letters stands in its case, and touches the number if short."""
    word = line.texts[start]
    name = _CASED_NAMES.get(line.low[start])
    if line.kind(end - 1) == "number":
        return line.glued(end - 1)
    if end > start + 1 or name is None:
        return True
    if name in _DEGREES and (line.word(start + 1) == "-" or line.kind(start - 1) == "word"):
        return False  # eight F-15 jets
    return word == name and (name not in _GLUED or line.glued(start) or name in _APART)


def per(line: Line, unit: Measured) -> Measured:
    """Return the unit with the rate behind it: *dollars per barrel*, *tonnes a day*, *g/km*."""
    here = unit.last
    if line.word(here) == "/" and line.glued(here) and line.kind(here + 1) == "word":
        stop = here + 3 if line.kind(here + 2) == "number" and line.glued(here + 2) else here + 2
        return _rate(line, unit, here + 1, stop)
    under = _under(line, here)
    if under is None or unit.kind == "duration":
        return unit
    return _rate(line, unit, *under)


def _under(line: Line, at: int) -> tuple[int, int] | None:
    """Return the tokens of what a rate at ``at`` is per: *per barrel*, *a day*, *-a-day*."""
    hyphen = line.word(at) == "-" and line.glued(at) and line.word(at + 1) in {"a", "per"}
    joint = at + 1 if hyphen else at
    start = joint + 2 if hyphen and line.word(joint + 1) == "-" else joint + 1
    if line.word(joint) == "per" and line.kind(start) == "number":
        return start, start + 1  # 12 cases per 100,000
    if line.word(joint) == "per" and line.kind(start) == "word":
        return start, start + (2 if line.word(start) in {"square", "cubic", "sq"} else 1)
    if line.word(joint) not in {"a", "an"} or line.word(start) not in _PER:
        return None
    dated = line.word(start + 2).isdecimal()  # *saves 3 million a year from 2032*
    return (start, start + 1) if dated or line.word(start + 1) not in _THEN else None


# Behind *a year* these make it a time: a year ago.
_THEN = frozenset("ago earlier later before after from since old".split())


def rate_of_counts(line: Line, at: int) -> Measured | None:
    """Return the rate behind a counted noun: *300 tests a day* are no 300 tests.

    >>> from claimsync.extract.figures.lines import Line
    >>> rate_of_counts(Line.of("300 tests a day"), 2).name
    'per day'
    """
    under = _under(line, at)
    if under is None:
        return None
    return Measured(at, under[1], f"per {' '.join(line.low[slice(*under)])}", "measure", "rate")


def _rate(line: Line, unit: Measured, start: int, stop: int) -> Measured:
    """Return a unit per another; it measures something else than the unit alone."""
    under = " ".join(line.low[start:stop]) if line.kind(start + 1) != "number" else ""
    under = under or "".join(line.low[start:stop])
    kind = unit.kind if unit.kind in {"money", "share"} else "measure"
    return Measured(unit.first, stop, f"{unit.name} per {under}", kind, unit.rule)


_CODE = 3  # letters of a currency in ISO 4217


def currency(line: Line, at: int) -> Measured | None:
    """Return the currency that starts at token ``at``, in front of a number.

    >>> from claimsync.extract.figures.lines import Line
    >>> [currency(Line.of(t), 0).name for t in ("US$5", "£5", "$5", "EUR 5", "Rs. 5", "$US 5")]
    ['USD', 'GBP', '$', 'EUR', 'Rs', 'USD']
    """
    text = line.texts[at] if at < len(line) else ""
    if line.kind(at) == "currency":
        return _sign(line, at, at)
    if line.kind(at) != "word" or not text[0].isupper():
        return None
    if line.kind(at + 1) == "currency" and line.low[at] in MONEY_SIGNS and _of_sign(line, at):
        return _sign(line, at, at + 1)
    if line.low[at] in _LETTERS and text != text.lower():
        end = at + 2 if line.word(at + 1) in {".", "="} and line.glued(at + 1) else at + 1
        sure = line.kind(end) == "number" and (end > at + 1 or line.glued(end) or text == "Rs")
        sure = sure and (text != "Y" or line.word(at + 1) == "=")  # the wires' Y= is yen
        return Measured(at, end, _LETTERS[line.low[at]], "money", "unit-money") if sure else None
    if len(text) == _CODE and text.isupper() and unit_of(text).kind is Kind.MONEY:
        return Measured(at, at + 1, text, "money", "unit-money")
    return None


def _of_sign(line: Line, at: int) -> bool:
    """Return whether the letters at ``at`` belong to the sign behind: *US $5*, not *A $5 note*."""
    return line.glued(at + 1) or len(line.low[at]) > 1


def _sign(line: Line, first: int, at: int) -> Measured:
    """Return the currency of a sign, with the country's letters before or behind it."""
    sign, end = line.texts[at], at + 1
    name = MONEY_SIGNS[line.low[first]] if first < at and sign == "$" else _SIGNS.get(sign, sign)
    behind = line.kind(end) == "word" and line.texts[end].isupper() and line.glued(end)
    if sign == "$" and behind and line.low[end] in MONEY_SIGNS and line.kind(end + 1) == "number":
        return Measured(first, end + 1, MONEY_SIGNS[line.low[end]], "money", "unit-money")
    return Measured(first, end, name, "money", "unit-money")


def after(line: Line, at: int) -> Measured | None:
    """Return the unit behind a number: a unit's word, a currency's sign or code."""
    if (found := measured(line, at)) is not None:
        return found
    if line.kind(at) == "currency" and line.kind(at + 1) != "number":
        return per(line, _sign(line, at, at))
    text = line.texts[at] if at < len(line) else ""
    if (found := _composed(line, at)) is not None:
        return found
    if len(text) == _CODE and text.isupper() and text.isascii():
        money = unit_of(text).kind is Kind.MONEY
        return per(line, Measured(at, at + 1, text, "money", "unit-money")) if money else None
    return None


_LONG = 4


def _composed(line: Line, at: int) -> Measured | None:
    """Return a unit of symbols over symbols that no table has: A/cm2, mg/dl, g/kWh."""
    short = (
        line.kind(at) == "word" and len(line.low[at]) < _LONG and line.grammar.on("unit-composed")
    )
    if not short or line.word(at + 1) != "/" or not (line.glued(at + 1) and line.glued(at + 2)):
        return None
    if line.kind(at + 2) != "word" or len(line.low[at + 2]) > _LONG:
        return None
    end = at + 4 if line.kind(at + 3) == "number" and line.glued(at + 3) else at + 3
    name = line.text[line.starts[at] : line.ends[end - 1]]
    return Measured(at, end, name, "measure", "unit-composed")
