"""The colours and shapes of a report's charts: told apart by those who see no colours, and on grey paper."""

from enum import StrEnum
from typing import Final

INK: Final = "#18212B"
MUTED: Final = "#566273"
LINE: Final = "#D5DBE2"
GRID: Final = "#E3E8ED"
SOFT: Final = "#F3F5F8"
WHITE: Final = "#FFFFFF"
# Each differs from its neighbours in lightness too; none is paler than 3 : 1 on white.
SERIES: Final = ("#0072B2", "#C44E00", "#18212B", "#008A66", "#A64D82", "#7F5300", "#5B5BD6", "#6B7785")
# From little to much, one hue, darker each time: the same order on grey paper.
STEPS: Final = ("#DCEDEF", "#A9D3D6", "#63AEB4", "#227981", "#0A565C")
READABLE: Final = 4.5
_DARKER: Final = 0.96


class Form(StrEnum):
    """A small sign on a curve."""

    DISC = "disc"
    SQUARE = "square"
    UP = "up"
    DIAMOND = "diamond"
    DOWN = "down"
    RING = "ring"
    FRAME = "frame"
    CROSS = "cross"


FORMS: Final = tuple(Form)


def series_look(number: int) -> tuple[str, Form]:
    """Return the colour and the sign of a curve."""
    return SERIES[number % len(SERIES)], FORMS[number % len(FORMS)]


def step(portion: float) -> str:
    """Return the colour of a part of the most there is, 0 to 1."""
    return STEPS[min(int(max(portion, 0.0) * len(STEPS)), len(STEPS) - 1)]


def on(colour: str) -> str:
    """Return the colour of a text that is read on another colour."""
    return WHITE if contrast(colour, WHITE) >= contrast(colour, INK) else INK


def readable(colour: str, usual: str, least: float = READABLE) -> str:
    """Return a colour dark enough for text on white.

    Args:
        usual: instead of one that is no colour.
        least: how far from white it must be.
    """
    parts = parts_of(colour)
    if parts is None:
        return usual
    while contrast(hexadecimal(parts), WHITE) < least:
        parts = tuple(part * _DARKER for part in parts)
    return hexadecimal(parts)


def contrast(one: str, other: str) -> float:
    """Return how far apart two colours are for the eye, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def parts_of(colour: str) -> tuple[float, ...] | None:
    """Return red, green and blue, 0 to 255; None of what is no "#RRGGBB"."""
    text = colour.strip().removeprefix("#")
    if len(text) != 6 or not all(letter in "0123456789abcdefABCDEF" for letter in text):
        return None
    return tuple(float(int(text[place : place + 2], 16)) for place in (0, 2, 4))


def hexadecimal(parts: tuple[float, ...]) -> str:
    """Return a colour as "#RRGGBB"."""
    return "#" + "".join(f"{int(part):02X}" for part in parts)


def luminance(colour: str) -> float:
    """Return how light a colour is for the eye, 0 to 1; 0 of what is none."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (one / 255 for one in parts_of(colour) or (0.0, 0.0, 0.0))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
