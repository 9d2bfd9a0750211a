"""Numbers and dates as French people write them, and as English people do."""

from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, TypeAlias

Number: TypeAlias = int | float | Decimal

NARROW_SPACE: Final = "\u202f"
MINUS: Final = "\u2212"

_WIDE: Final = Context(prec=400, rounding=ROUND_HALF_UP)
_MILLION: Final = 1_000_000
_MONTHS: Final = {
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
_SHORT_MONTHS: Final = {
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_GREAT_UNITS: Final = {"fr": ("M", "Md"), "en": ("M", "B")}


def number(value: Number, places: int = 0, *, locale: str = "fr", signed: bool = False) -> str:
    """Return a number: 16821 is "16 821" in French, "16,821" in English; halves are rounded away from 0.

    A float is read as it is printed, so 2.675 is 2,68. What rounds to 0 has no sign.

    Args:
        places: how many decimals.
        locale: "fr", "fr_CA", "en" …; all but English is written the French way.
        signed: put "+" before what is more than 0.

    Raises:
        ValueError: it is not a number, or infinite.
    """
    rounded = _rounded(value, places)
    language = _language(locale)
    whole, _, decimals = f"{abs(rounded):,f}".partition(".")
    if language == "fr":
        whole = whole.replace(",", NARROW_SPACE)
    point = "," if language == "fr" else "."
    return _sign(rounded, signed) + whole + (point + decimals if decimals else "")


def compact(value: Number, *, locale: str = "fr", signed: bool = False) -> str:
    """Return a number short enough for a chart: "78 000", then "1,2 M" and "3 Md"."""
    language = _language(locale)
    size = abs(_rounded(value, 0))
    if size < _MILLION:
        return number(value, locale=locale, signed=signed)
    exact = _exact(value)
    millions = _rounded(exact / _MILLION, 1)
    great = abs(millions) >= 1_000
    shown = _rounded(exact / (1_000 * _MILLION), 1) if great else millions
    written = number(shown, 0 if shown == shown.to_integral_value() else 1, locale=locale, signed=signed)
    return written + (NARROW_SPACE if language == "fr" else "") + _GREAT_UNITS[language][great]


def percent(share: Number, places: int = 0, *, locale: str = "fr", signed: bool = False) -> str:
    """Return a share of 1 in percent: 0.125 is "12,5 %" with one decimal."""
    space = NARROW_SPACE if _language(locale) == "fr" else ""
    return (
        f"{number(_WIDE.multiply(_exact(share), Decimal(100)), places, locale=locale, signed=signed)}{space}%"
    )


def day(of: date, *, locale: str = "fr", short: bool = False, with_year: bool = True) -> str:
    """Return a day: "1er octobre 2026", "2 oct."; in English "1 October 2026"."""
    language = _language(locale)
    first = "1er" if language == "fr" and of.day == 1 else str(of.day)
    year = f" {of.year}" if with_year else ""
    return f"{first} {month_name(of.month, locale=locale, short=short)}{year}"


def days(first: date, last: date, *, locale: str = "fr") -> str:
    """Return some days, said once what they share: "1er–15 octobre 2026", "28 mars – 3 avril 2026"."""
    if first == last:
        return day(first, locale=locale)
    end = day(last, locale=locale)
    if (first.year, first.month) == (last.year, last.month):
        start = day(first, locale=locale, with_year=False).partition(" ")[0]
        return f"{start}–{end}"
    return f"{day(first, locale=locale, with_year=first.year != last.year)} – {end}"


def month(year: int, of: int, *, locale: str = "fr", short: bool = False) -> str:
    """Return a month: "octobre 2026"."""
    return f"{month_name(of, locale=locale, short=short)} {year}"


def quarter(year: int, of: int, *, locale: str = "fr") -> str:
    """Return a quarter: "4e trimestre 2026", "1er trimestre 2027"; in English "Q4 2026"."""
    if _language(locale) == "en":
        return f"Q{of} {year}"
    return f"{of}{'er' if of == 1 else 'e'} trimestre {year}"


def month_name(of: int, *, locale: str = "fr", short: bool = False) -> str:
    """Return the name of a month, 1 to 12."""
    if not 1 <= of <= 12:
        raise ValueError("a month is 1 to 12")
    return (_SHORT_MONTHS if short else _MONTHS)[_language(locale)][of - 1]


def _language(locale: str) -> str:
    return "en" if locale[:2].lower() == "en" else "fr"


def _exact(value: Number) -> Decimal:
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        raise ValueError("only finite numbers can be written")
    return exact


def _rounded(value: Number, places: int) -> Decimal:
    return _exact(value).quantize(Decimal(1).scaleb(-places), context=_WIDE)


def _sign(rounded: Decimal, signed: bool) -> str:
    if rounded < 0:
        return MINUS
    return "+" if signed and rounded > 0 else ""
