"""Reads and writes OPML, the lists of feeds that all feed readers exchange."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from cmstation.domain.opml_outlines import OpmlContents, OpmlFeed
from cmstation.domain.opml_parsing import parsed
from cmstation.domain.opml_writing import written

__all__ = ["OpmlContents", "OpmlFeed", "contents", "read", "write"]


def read(data: bytes) -> list[OpmlFeed]:
    """Return the feeds of a list in their order; one that is in two folders comes twice.

    Raises:
        NotOpml: when the file is no list of feeds, or broken in a way that could lose a part of it.
    """
    return list(contents(data).feeds)


def contents(data: bytes) -> OpmlContents:
    """Return all that is used of a list: feeds, title, folders without feeds, and how much was left out.

    Raises:
        NotOpml: as in `read`.
    """
    return parsed(data)


def write(
    feeds: Iterable[OpmlFeed],
    *,
    title: str,
    created: datetime | None = None,
    empty_folders: Iterable[Sequence[str]] = (),
) -> bytes:
    """Return a list as OPML 2.0 in UTF-8: folders and feeds in the order of their first appearance.

    Args:
        created: aware; left out of the file when not given.
        empty_folders: paths of folders that no feed is in.
    """
    return written(feeds, title=title, created=created, empty_folders=empty_folders)
