"""The lines of a calendar file: unfolded, decoded, nested, each with its number."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from cmstation.domain.ics_errors import CalendarProblem, CalendarUnreadable

MOST_BYTES = 20 * 1024 * 1024
MOST_COMPONENTS = 100_000
MOST_DEPTH = 8
_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BREAKS = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One property: its line in the file, its name in capitals, the whole text unfolded."""

    number: int
    name: str
    text: str

    def parts(self) -> tuple[Mapping[str, str], str]:
        """Return the parameters and the raw value.

        Raises:
            CalendarUnreadable: the parameters cannot be told apart.
        """
        plain = self.text[len(self.name) :]
        if plain.startswith(":"):
            return {}, plain[1:]
        from icalendar.parser import Contentline  # noqa: PLC0415 - heavy; only calendar files need it

        try:
            _, params, value = Contentline(self.text).parts()
        except ValueError as failure:
            raise self.wrong(CalendarProblem.NOT_A_PROPERTY) from failure
        # A parameter may hold several values; none of those that we read does.
        known = cast("Mapping[str, object]", params)
        return {key.upper(): str(one) for key, one in known.items()}, str(value)

    def wrong(self, problem: CalendarProblem, found: str | None = None) -> CalendarUnreadable:
        """Return the error that names this line."""
        return CalendarUnreadable(self.number, problem, self.text if found is None else found)


@dataclass(slots=True)
class Component:
    """What stands between a BEGIN and its END."""

    name: str
    line: int
    properties: list[ContentLine] = field(default_factory=list[ContentLine])
    components: "list[Component]" = field(default_factory=list["Component"])

    def texts(self) -> Iterator[str]:
        """Give the component's lines as they were, unfolded."""
        yield f"BEGIN:{self.name}"
        yield from (one.text for one in self.properties)
        for inner in self.components:
            yield from inner.texts()
        yield f"END:{self.name}"


def calendars(data: bytes) -> list[Component]:
    """Return the calendars in a file.

    Raises:
        CalendarUnreadable: the file is too large, no calendar, cut, or a line is none.
    """
    if len(data) > MOST_BYTES:
        raise CalendarUnreadable(0, CalendarProblem.TOO_LARGE, str(len(data)))
    found: list[Component] = []
    open_ones: list[Component] = []
    components = 0
    last = 0
    for number, text in _logical_lines(data):
        last = number
        line = _line(number, text, inside=bool(open_ones))
        if line.name == "BEGIN":
            components += 1
            _begin(line, open_ones, found, components)
        elif line.name == "END":
            _end(line, open_ones)
        else:
            open_ones[-1].properties.append(line)
    if open_ones:
        raise CalendarUnreadable(last, CalendarProblem.CUT_SHORT, open_ones[-1].name)
    if not found:
        raise CalendarUnreadable(0, CalendarProblem.NOT_A_CALENDAR)
    return found


def _line(number: int, text: str, *, inside: bool) -> ContentLine:
    match = _NAME.match(text)
    line = ContentLine(number, match[0].upper() if match else "", text)
    if not inside and line.name != "BEGIN":
        raise line.wrong(CalendarProblem.NOT_A_CALENDAR)
    if match is None:
        raise line.wrong(CalendarProblem.NOT_A_PROPERTY)
    return line


def _begin(line: ContentLine, open_ones: list[Component], found: list[Component], components: int) -> None:
    name = line.text.partition(":")[2].strip().upper()
    if not open_ones and name != "VCALENDAR":
        raise line.wrong(CalendarProblem.NOT_A_CALENDAR)
    if len(open_ones) >= MOST_DEPTH:
        raise line.wrong(CalendarProblem.TOO_DEEP)
    if components > MOST_COMPONENTS:
        raise line.wrong(CalendarProblem.TOO_MANY_COMPONENTS)
    component = Component(name, line.number)
    (open_ones[-1].components if open_ones else found).append(component)
    open_ones.append(component)


def _end(line: ContentLine, open_ones: list[Component]) -> None:
    name = line.text.partition(":")[2].strip().upper()
    if open_ones[-1].name != name:
        raise line.wrong(CalendarProblem.ENDS_UNOPENED)
    open_ones.pop()


def _logical_lines(data: bytes) -> Iterator[tuple[int, str]]:
    # Some programs fold in the middle of a character: bytes are joined before they are decoded.
    pieces: list[bytes] = []
    first = 0
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        if raw[:1] in (b" ", b"\t") and pieces:
            pieces.append(raw[1:])
            continue
        if pieces:
            yield first, _decoded(first, pieces)
        pieces, first = ([raw], number) if raw.strip() else ([], number)
    if pieces:
        yield first, _decoded(first, pieces)


def _decoded(number: int, pieces: list[bytes]) -> str:
    whole = b"".join(pieces)
    try:
        text = whole.decode()
    except UnicodeDecodeError as failure:
        shown = whole.decode("utf-8", "replace")
        raise CalendarUnreadable(number, CalendarProblem.NOT_UTF8, shown) from failure
    if "\x00" in text:
        raise CalendarUnreadable(number, CalendarProblem.NOT_A_PROPERTY, text)
    return text


def plain_text(value: str) -> str:
    """Return a TEXT value as a person reads it."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def text_list(value: str) -> tuple[str, ...]:
    """Return the texts of a list that commas part."""
    parts = re.findall(r"(?:^|,)((?:\\.|[^,\\]|\\$)*)", value)
    return tuple(one for one in map(plain_text, parts) if one)


def escaped(text: str) -> str:
    """Return a text as a TEXT value; what no program could carry is left out."""
    clean = _FORBIDDEN.sub("", _BREAKS.sub("\n", text))
    return re.sub(r"[\\;,]", r"\\\g<0>", clean).replace("\n", "\\n")


def folded(lines: Iterator[str]) -> bytes:
    """Return the lines as a file's bytes: CRLF, at most 75 octets each, no character cut."""
    from icalendar.parser import Contentline  # noqa: PLC0415 - heavy; only calendar files need it

    encodable = (one.encode("utf-8", "replace").decode() for one in lines)
    return b"".join(Contentline(one).to_ical() + b"\r\n" for one in encodable)
