"""The part of a picture that a network shows, and the shapes that networks show."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cmstation.domain.networks import Network

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class CropBox:
    """A part of a picture as it is seen (after turning), in shares of its width and height.

    Args:
        left, top, width, height: from 0 to 1; the box lies inside the picture and has a surface.
    """

    left: float
    top: float
    width: float
    height: float

    def __post_init__(self) -> None:
        for start, length in ((self.left, self.width), (self.top, self.height)):
            inside = start >= 0 and length > 0 and start + length <= 1 + _ROUNDING
            if not (math.isfinite(start) and math.isfinite(length) and inside):
                raise ValueError(f"a crop box must lie inside its picture: {self!r}")

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom in whole pixels; never an empty part."""
        left, right = _whole_pixels(self.left, self.width, width)
        top, bottom = _whole_pixels(self.top, self.height, height)
        return left, top, right, bottom

    def moved(self, right: float, down: float) -> "CropBox":
        """Return the same box shifted by shares of the picture, stopped at its edges."""
        left = min(max(self.left + right, 0.0), 1 - self.width)
        top = min(max(self.top + down, 0.0), 1 - self.height)
        return CropBox(max(left, 0.0), max(top, 0.0), self.width, self.height)


WHOLE = CropBox(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A shape, width to height."""

    across: float
    down: float

    @property
    def value(self) -> float:
        """Width divided by height."""
        return self.across / self.down

    @property
    def label(self) -> str:
        """The way people write it: `4:5`, `1.91:1`."""
        return f"{self.across:g}:{self.down:g}"


@dataclass(frozen=True, slots=True)
class Shapes:
    """What one network does with the shape of a picture.

    Args:
        offered: shapes that the crop tool proposes, the usual one first; empty when all are shown whole.
        narrowest, widest: width/height accepted by the network; None when it refuses no shape.
    """

    offered: tuple[Ratio, ...] = ()
    narrowest: float | None = None
    widest: float | None = None

    @property
    def free(self) -> bool:
        """Whether every shape is shown whole."""
        return not self.offered

    def accepts(self, width: int, height: int) -> bool:
        """Tell whether a picture of this size is taken as it is; half a pixel of rounding is forgiven."""
        narrow_enough = self.widest is None or width - 0.5 <= self.widest * (height + 0.5)
        wide_enough = self.narrowest is None or width + 0.5 >= self.narrowest * (height - 0.5)
        return narrow_enough and wide_enough


_SQUARE = Ratio(1, 1)
_WIDE = Ratio(16, 9)
_CARD = Ratio(1.91, 1)
_PORTRAIT = Ratio(4, 5)
_CLASSIC = Ratio(4, 3)

SHAPES: Mapping[Network, Shapes] = MappingProxyType(
    {
        Network.WORDPRESS: Shapes(),
        Network.MASTODON: Shapes(),
        Network.BLUESKY: Shapes(),
        Network.FACEBOOK: Shapes((_CARD, _SQUARE, _PORTRAIT)),
        Network.INSTAGRAM: Shapes((_PORTRAIT, _SQUARE, _CARD), _PORTRAIT.value, _CARD.value),
        Network.X: Shapes((_WIDE, _SQUARE)),
        Network.LINKEDIN: Shapes((_CARD, _SQUARE, _PORTRAIT)),
        Network.THREADS: Shapes(),
        Network.YOUTUBE: Shapes((_WIDE,)),
        Network.TUMBLR: Shapes(),
        Network.SCOOPIT: Shapes(),
        Network.GOOGLE_BUSINESS: Shapes((_CLASSIC, _SQUARE)),
    }
)


def centred(ratio: float, width: int, height: int) -> CropBox:
    """Return the largest box of a shape in the middle of a picture.

    Args:
        ratio: width divided by height that the cropped picture shall have, in pixels.
        width, height: of the picture as seen, in pixels.
    """
    if not (math.isfinite(ratio) and ratio > 0 and width > 0 and height > 0):
        raise ValueError(f"no box of ratio {ratio} in {width} x {height}")
    share = ratio * height / width
    if share <= 1:
        return CropBox((1 - share) / 2, 0.0, share, 1.0)
    return CropBox(0.0, (1 - 1 / share) / 2, 1.0, 1 / share)


def fits(box: CropBox, ratio: float, width: int, height: int) -> bool:
    """Tell whether a box has a shape, as exactly as whole pixels of this picture allow."""
    left, top, right, bottom = box.pixels(width, height)
    across, down = right - left, bottom - top
    return (across - 1) <= ratio * (down + 1) and (across + 1) >= ratio * (down - 1)


def needed(network: Network, width: int, height: int) -> CropBox | None:
    """Return the centred crop without which a network refuses a picture, or None when it takes it whole."""
    shapes = SHAPES[network]
    if shapes.accepts(width, height):
        return None
    too_wide = shapes.widest is not None and width > shapes.widest * height
    limit = shapes.widest if too_wide else shapes.narrowest
    return None if limit is None else centred(limit, width, height)


def _whole_pixels(start: float, length: float, size: int) -> tuple[int, int]:
    first = min(round(start * size), size - 1)
    last = min(round((start + length) * size), size)
    return first, max(last, first + 1)
