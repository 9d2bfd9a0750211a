"""Writes lists of feeds as OPML 2.0."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cmstation.domain.opml_outlines import DEEPEST, KNOWN, OpmlFeed
from cmstation.domain.opml_text import without_impossible

# `opml`, `body` and the feed itself are elements too.
_DEEPEST_FOLDER = DEEPEST - 3
# Names of other letters exist; no program writes them.
_NAME = re.compile(r"(?:\{([^{}]+)\})?([A-Za-z_À-ÖØ-öø-ÿ][\w.-]*)", re.ASCII)
_USUAL_PREFIXES = {"https://freshrss.org/opml": "frss"}
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(slots=True)
class _Folder:
    folders: dict[str, "_Folder"] = field(default_factory=dict[str, "_Folder"])
    contents: list["str | OpmlFeed"] = field(default_factory=list["str | OpmlFeed"])

    def inner(self, name: str) -> "_Folder":
        """Return the folder of this name, made at its first appearance."""
        if name not in self.folders:
            self.folders[name] = _Folder()
            self.contents.append(name)
        return self.folders[name]


def written(
    feeds: Iterable[OpmlFeed],
    *,
    title: str,
    created: datetime | None,
    empty_folders: Iterable[Sequence[str]],
) -> bytes:
    """Return the bytes of a whole file."""
    feeds = list(feeds)
    prefixes = _prefixes(feeds)
    top = _Folder()
    for feed in feeds:
        _folder(top, feed.folders).contents.append(feed)
    for path in empty_folders:
        _folder(top, path)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0"{_declarations(prefixes)}>',
        "  <head>",
        f"    <title>{_text(title)}</title>",
        *([f"    <dateCreated>{_date(created)}</dateCreated>"] if created else []),
        "  </head>",
        "  <body>",
        *_outlines(top, prefixes, "    "),
        "  </body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines).encode()


def _folder(top: _Folder, path: Sequence[str]) -> _Folder:
    folder = top
    for name in path[:_DEEPEST_FOLDER]:
        if clean := without_impossible(name).strip():
            folder = folder.inner(clean)
    return folder


def _outlines(folder: _Folder, prefixes: dict[str, str], indent: str) -> Iterator[str]:
    for one in folder.contents:
        if isinstance(one, OpmlFeed):
            yield f"{indent}<outline{_attributes(_said(one, prefixes))}/>"
            continue
        inner = folder.folders[one]
        head = f"{indent}<outline{_attributes([('text', one), ('title', one)])}"
        if not inner.contents:
            yield f"{head}/>"
            continue
        yield f"{head}>"
        yield from _outlines(inner, prefixes, indent + "  ")
        yield f"{indent}</outline>"


def _said(feed: OpmlFeed, prefixes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Give what is written of a feed; what is empty is left out, but for what must be there."""
    others = {name.lower(): value for name, value in reversed(feed.others)}
    yield "text", feed.title
    yield "title", others.get("title", "") or feed.title
    yield "type", feed.kind
    yield "xmlUrl", feed.url
    categories = ",".join(one.replace(",", " ") for one in feed.categories)
    optional = {
        "htmlUrl": feed.site,
        "description": feed.description,
        "language": feed.language,
        "category": categories,
    }
    yield from ((name, value) for name, value in optional.items() if value)
    seen = set(KNOWN)
    for name, value in feed.others:
        match = _NAME.fullmatch(name)
        if match and name.lower() not in seen:
            seen.add(name.lower())
            vocabulary, local = match.groups()
            yield f"{prefixes[vocabulary]}:{local}" if vocabulary else local, value


def _attributes(said: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{_text(value)}"' for name, value in said)


def _prefixes(feeds: Iterable[OpmlFeed]) -> dict[str, str]:
    """Return a prefix for each vocabulary that the feeds use."""
    names = (_NAME.fullmatch(name) for feed in feeds for name, _value in feed.others)
    vocabularies = sorted({str(name.group(1)) for name in names if name and name.group(1)})
    return {one: _USUAL_PREFIXES.get(one, f"n{at}") for at, one in enumerate(vocabularies, 1)}


def _declarations(prefixes: dict[str, str]) -> str:
    return "".join(f' xmlns:{prefix}="{_text(vocabulary)}"' for vocabulary, prefix in prefixes.items())


def _text(text: str) -> str:
    return without_impossible(text).translate(_ESCAPES)


def _date(moment: datetime) -> str:
    """Return the moment as RFC 822 writes it; its names are English everywhere."""
    utc = moment.astimezone(UTC)
    day, month = _DAYS[utc.weekday()], _MONTHS[utc.month - 1]
    return f"{day}, {utc.day:02} {month} {utc.year:04} {utc:%H:%M:%S} GMT"
