"""The measures of the look: every colour, size and duration of the program is written here."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

ColourRole = Literal[
    "bg",
    "surface",
    "soft",
    "border",
    "text",
    "muted",
    "accent",
    "on_accent",
    "danger",
    "warning",
    "good",
    "info",
    "plum",
    "accent_hover",
    "accent_pressed",
    "hover",
    "line",
    "track",
    "handle",
    "selection",
    "danger_soft",
    "warning_soft",
    "good_soft",
    "info_soft",
    "plum_soft",
    "scrim",
]
Tone = Literal["text", "muted", "accent", "danger", "warning", "good", "info", "plum"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Palette:
    """The colours of one theme, as Qt reads them (`#RRGGBB`, or `#AARRGGBB` where it lets through).

    Args:
        bg, surface, soft: grounds; `soft` is the tinted ground of what is chosen.
        border, line: outline of a control; hairline inside a surface.
        hover: ground of the row under the pointer.
        track, handle: empty part of a bar; thumb of a scroll bar.
        selection: ground of selected text.
        danger_soft … plum_soft: grounds for text in the colour of the same name.
        scrim: laid over the window behind a dialog.
    """

    bg: str
    surface: str
    soft: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    danger: str
    warning: str
    good: str
    info: str
    plum: str
    accent_hover: str
    accent_pressed: str
    hover: str
    line: str
    track: str
    handle: str
    selection: str
    danger_soft: str
    warning_soft: str
    good_soft: str
    info_soft: str
    plum_soft: str
    scrim: str


LIGHT: Final = Palette(
    bg="#F6F7F9",
    surface="#FFFFFF",
    soft="#E4F1F2",
    border="#D5DBE2",
    text="#18212B",
    muted="#566273",
    accent="#0A666D",
    on_accent="#FFFFFF",
    danger="#B3261E",
    warning="#7F5300",
    good="#1B6B38",
    info="#1C5A9E",
    plum="#7A3E8E",
    accent_hover="#08545A",
    accent_pressed="#064348",
    hover="#EDF0F3",
    line="#E7EBEF",
    track="#E3E8ED",
    handle="#C3CBD4",
    selection="#BFE0E2",
    danger_soft="#FCEBE9",
    warning_soft="#FAF1DF",
    good_soft="#E6F3EA",
    info_soft="#E7F0FA",
    plum_soft="#F4EBF7",
    scrim="#5718212B",
)

DARK: Final = Palette(
    bg="#12161B",
    surface="#1A2027",
    soft="#17353A",
    border="#36404B",
    text="#E9EDF2",
    muted="#A5B0BD",
    accent="#63CBD2",
    on_accent="#06292C",
    danger="#FF9389",
    warning="#F0B94F",
    good="#74D391",
    info="#86BBF7",
    plum="#D7A3E6",
    accent_hover="#7FD8DE",
    accent_pressed="#97E2E7",
    hover="#232B34",
    line="#28313A",
    track="#2B343E",
    handle="#4A5663",
    selection="#1C474D",
    danger_soft="#3A2321",
    warning_soft="#352B17",
    good_soft="#1B3225",
    info_soft="#1C2D41",
    plum_soft="#32263A",
    scrim="#8C000000",
)


class Space:
    """Distances between things, in pixels."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 24
    XXL: Final = 32


class Radius:
    """Roundness of corners, in pixels."""

    SMALL: Final = 4
    CONTROL: Final = 6
    CARD: Final = 10


class Height:
    """Heights of what is clicked or typed in, in pixels."""

    SMALL: Final = 28
    CONTROL: Final = 32
    LARGE: Final = 40
    MENU_BAR: Final = 28
    PILL: Final = 20
    TABS: Final = 48
    VERSION_TABS: Final = 40
    TOOLBAR: Final = 48
    FOOTER: Final = 64


class Stroke:
    """Widths of lines and of small marks, in pixels."""

    HAIRLINE: Final = 1
    FOCUS: Final = 2
    FOCUS_GAP: Final = 2
    ICON: Final = 1.6
    SELECTED_BAR: Final = 3
    SCROLL_BAR: Final = 10
    SCROLL_THUMB: Final = 6
    SPLIT_ARROW: Final = 32
    CHECK_BOX: Final = 18
    COUNTER_DOT: Final = 6


class IconSize:
    """Sides of icons, in pixels."""

    TINY: Final = 12
    SMALL: Final = 14
    CONTROL: Final = 16
    NORMAL: Final = 20


class Duration:
    """Lengths of movements and waits, in milliseconds."""

    MOVE: Final = 120
    SHOW_WAITING: Final = 400


class TypeStyle(NamedTuple):
    """One step of the type scale: pixels, line height in pixels, weight from 400 to 700."""

    size: int
    line: int
    weight: int
    spacing: float = 0.0


TypeRole = Literal[
    "title",
    "page",
    "answer",
    "section",
    "post",
    "reading",
    "lead",
    "item",
    "text",
    "medium",
    "strong",
    "note",
    "note_medium",
    "note_strong",
    "heat",
    "mono",
]

FONT_FAMILY: Final = "Inter"
TYPE: Final[dict[TypeRole, TypeStyle]] = {
    "title": TypeStyle(24, 32, 600, -0.3),  # welcome and morning
    "page": TypeStyle(20, 28, 600, -0.2),
    "answer": TypeStyle(17, 24, 600),
    "section": TypeStyle(15, 24, 600),
    "post": TypeStyle(15, 23, 400),
    "reading": TypeStyle(15, 24, 400),
    "lead": TypeStyle(14, 22, 400),  # what a welcome says under its title
    "item": TypeStyle(14, 20, 600),  # title of something to read
    "text": TypeStyle(13, 20, 400),
    "medium": TypeStyle(13, 20, 500),
    "strong": TypeStyle(13, 20, 600),
    "note": TypeStyle(12, 16, 400),
    "note_medium": TypeStyle(12, 16, 500),
    "note_strong": TypeStyle(12, 16, 600),
    "heat": TypeStyle(11, 16, 400),  # day letters of the heat map, nothing else
    "mono": TypeStyle(12, 16, 400),  # something to copy exactly
}
