"""Themes (editorial lines), campaigns and templates: what a clinic sorts its posts by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """An editorial line.

    Args:
        colour: role of a colour in the design language: info, accent, plum, good, warning, danger.
        wished: per cent of a month's posts that the clinic would like it to have, or None.
    """

    id: int
    name: str
    colour: str
    position: int = 0
    wished: int | None = None


@dataclass(frozen=True, slots=True)
class Campaign:
    """A named effort over some weeks."""

    id: int
    name: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A text to start from, with variables written {{name}}."""

    id: int
    name: str
    title: str
    text: str
