"""Reads the dates of feeds, in all the ways they are written, as aware UTC."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta

from cmstation.networks.feed_bounds import LONGEST_DATE

EARLIEST_YEAR = 1970
LATEST_YEAR = 2100

_MONTHS_BY_LANGUAGE = (
    "january february march april may june july august september october november december",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december",
    "ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος οκτωβριος"
    " νοεμβριος δεκεμβριος",
)
_ZONES = {
    **dict.fromkeys(("", "z", "gmt", "ut", "utc", "wet", "etc/gmt", "etc/utc"), 0),
    **dict.fromkeys(("cet", "bst", "ist", "met", "west", "wedt", "hnec", "mez", "cat", "wat"), 1),
    **dict.fromkeys(("cest", "mest", "eet", "mesz", "haec", "sast", "cedt"), 2),
    **dict.fromkeys(("eest", "msk", "trt", "eat"), 3),
    **dict.fromkeys(("sgt", "cst8", "awst", "hkt"), 8),
    **dict.fromkeys(("jst", "kst"), 9),
    **dict.fromkeys(("aest",), 10),
    **dict.fromkeys(("aedt",), 11),
    **dict.fromkeys(("nzst",), 12),
    **dict.fromkeys(("nzdt",), 13),
    **dict.fromkeys(("ast", "at", "edt"), -4),
    **dict.fromkeys(("adt", "brt", "art"), -3),
    **dict.fromkeys(("est", "et", "cdt"), -5),
    **dict.fromkeys(("cst", "ct", "mdt"), -6),
    **dict.fromkeys(("mst", "mt", "pdt"), -7),
    **dict.fromkeys(("pst", "pt", "akdt"), -8),
    **dict.fromkeys(("akst",), -9),
    **dict.fromkeys(("hst",), -10),
}
_TIME = r"(?P<hour>\d{1,2})\s?[:h]\s?(?P<minute>\d{2})(?::(?P<second>\d{1,2})(?:[.,]\d{1,9})?)?(?![\d:])"
_HALF = r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
_ZONE = (
    r"(?:\s*(?P<zone>[a-z][a-z/_]{0,30}(?:\s?[+-]\d{1,2}:?(?:\d{2})?)?|[+-]\s?\d{1,2}:?(?:\d{2})?)\b.{0,30})?"
)
_WEEKDAY = r"(?:[^\W\d]{2,12}(?:\.?,?\s+|\.?,))?"
_AFTER_DATE = rf"(?:,?\s+(?:(?:at|a|-)\s+)?{_TIME}{_HALF}{_ZONE})?\s*"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?[\s.-]+(?:de\s+)?(?P<month>[^\W\d]{{3,12}})\.?,?[\s.-]+"
    rf"(?:de\s+)?(?P<year>\d{{2,4}}){_AFTER_DATE}"
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<month>[^\W\d]{{3,12}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_AFTER_DATE}"
)
_YEAR_LAST = re.compile(
    rf"{_WEEKDAY}(?P<month>[^\W\d]{{3,12}})\.?\s+(?P<day>\d{{1,2}})\s+{_TIME}"
    r"(?:\s+(?P<zone>[a-z]{1,5}|(?:gmt|utc)?[+-]\d{2}:?\d{2}))?\s+(?P<year>\d{4})"
)
_NUMBERS = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})[/.](?P<year>\d{{4}}|\d{{2}}){_AFTER_DATE}"
)
_YEAR_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<year>\d{{4}})(?:(?P<gap>[-/.]?)0?(?P<month>\d{{1,2}}|[^\W\d]{{3,12}})(?:(?P=gap)(?P<day>\d{{1,2}}))?"
    rf"(?:(?:t|\s+|,\s*){_TIME}{_HALF}{_ZONE})?)?\s*"
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:t?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?\s*(?P<zone>z|[+-]\d{2}:?\d{2})?)?"
)
_SHORT = re.compile(r"-?(?P<year>\d{2})-?(?P<month>\d{2})(?:-?(?P<day>\d{2}))?")
_ORDINAL = re.compile(r"(?P<year>\d{4})-?(?P<ordinal>[0-3]\d{2})")
_PATTERNS = (_DAY_FIRST, _YEAR_FIRST, _COMPACT, _MONTH_FIRST, _YEAR_LAST, _NUMBERS, _ORDINAL, _SHORT)
_BEFORE_TIME = frozenset({"", "T", "t", " "})
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")
_OFFSET = re.compile(r"([+-])\s?(\d{1,2}):?(\d{2})?$")
# By far the most frequent writing.
_USUAL = re.compile(
    r"(?:[A-Z][a-z]{2}, )?[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} (?:[+-][0-9]{4}|GMT)"
)
_ENGLISH = {name[:3].title(): f"{number:02}" for number, name in enumerate(_MONTHS_BY_LANGUAGE[0].split(), 1)}


def read_date(written: str) -> datetime | None:
    """Read a date; None for what is none, or lies outside of the years that make sense.

    A date without a zone is taken as UTC, one without a time as the beginning of its day.
    """
    try:
        moment = _usual(written) if _USUAL.fullmatch(written) else None
        moment = moment or _read(written[:LONGEST_DATE].strip())
    except (ValueError, OverflowError):
        return None
    return moment if moment and EARLIEST_YEAR <= moment.year <= LATEST_YEAR else None


def _usual(written: str) -> datetime | None:
    day, month, year, time, zone = written.split()[-5:]
    if zone == "GMT":
        zone = "Z"
    try:
        moment = datetime.fromisoformat(f"{year}-{_ENGLISH.get(month)}-{day:0>2}T{time}{zone}")
    except ValueError:
        return None
    return moment.astimezone(UTC)


def _read(written: str) -> datetime | None:
    if written[4:5] == "-" and written[10:11] in _BEFORE_TIME:
        try:
            moment = datetime.fromisoformat(written)
        except ValueError:
            pass
        else:
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    epoch = _EPOCH.fullmatch(written)
    if epoch:
        return datetime.fromtimestamp(int(epoch[1]) if epoch[1] else int(epoch[2]) // 1000, UTC)
    plain = _folded(written)
    for pattern in _PATTERNS:
        found = pattern.fullmatch(plain)
        if found:
            return _built(found.groupdict())
    return None


def _folded(written: str) -> str:
    """Return a date in small letters without accents, with plain spaces."""
    letters = unicodedata.normalize("NFD", written.lower())
    return " ".join("".join(sign for sign in letters if not unicodedata.combining(sign)).split())


def _built(parts: dict[str, str | None]) -> datetime | None:
    year = _year(parts["year"] or "")
    ordinal = parts.get("ordinal")
    if ordinal:
        return datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=int(ordinal) - 1)
    day = int(parts.get("day") or 1)
    month = _month(parts.get("month") or "1")
    if month > 12 >= day and "gap" not in parts:  # 10/25/2024
        month, day = day, month
    hour = _hour(int(parts.get("hour") or 0), parts.get("half"))
    second = int(parts.get("second") or 0)
    offset = _offset(parts.get("zone") or "")
    if not month or offset is None or hour > 24 or second > 60:
        return None
    # Midnight is sometimes written 24:00, and a leap second 60: both are the next minute's beginning.
    beginning = datetime(year, month, day, hour % 24, int(parts.get("minute") or 0), tzinfo=UTC)
    return beginning + timedelta(days=hour // 24, seconds=second) - offset


def _year(written: str) -> int:
    """Return a year in full, by the rule of RFC 2822 for years of two and three digits."""
    year = int(written)
    if len(written) == 2:
        return year + (2000 if year < 70 else 1900)
    return year + 1900 if len(written) == 3 else year


def _month(written: str) -> int:
    """Return a month's number by its name or the beginning of it, 0 when it is unknown."""
    if written.isdigit():
        return int(written)
    for length in (len(written), 4, 3):
        number = _MONTHS.get(written[:length])
        if number:
            return number
    return 0


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    return hour % 12 + (12 if half == "p" else 0)


def _offset(zone: str) -> timedelta | None:
    """Return how far a zone is from UTC; None when its numbers make no sense."""
    numbers = _OFFSET.search(zone)
    if numbers:
        hours, minutes = int(numbers[2]), int(numbers[3] or 0)
        if hours > 23 or minutes > 59:
            return None
        offset = timedelta(hours=hours, minutes=minutes)
        return -offset if numbers[1] == "-" else offset
    # Military letters mean nothing sure (RFC 2822, 4.3), and neither do names that nobody lists.
    return timedelta(hours=_ZONES.get(zone, 0))


def _by_beginning() -> dict[str, int]:
    months: dict[str, int] = {}
    for language in _MONTHS_BY_LANGUAGE:
        for number, name in enumerate(language.split(), 1):
            # "jui" alone would be June as well as July.
            for length in (3, 4, len(name)):
                if name[:length] != "jui":
                    months.setdefault(name[:length], number)
    return months


_MONTHS = _by_beginning()
