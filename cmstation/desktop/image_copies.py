"""Make the copy of a picture that leaves for one network: upright, cropped, light, free of metadata."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cmstation.desktop.image_colours import in_srgb
from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_originals import Original, read_original
from cmstation.desktop.image_pillow import resized
from cmstation.desktop.image_turning import animation, seen_size, still
from cmstation.desktop.image_writing import (
    STRIPPERS,
    WIDEST,
    has_alpha,
    written,
    written_animation,
)
from cmstation.domain.crops import WHOLE, CropBox
from cmstation.domain.media_errors import NoAcceptedKind, PictureDoesNotFit

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITIES = (92, 88, 84, 80, 75, 70)
_SHRINKING_LEAST, _SHRINKING_MOST = 0.9, 0.4
_SMALLEST_SIDE = 64
_GRADED_KINDS = (ImageKind.JPEG, ImageKind.WEBP)
_ANIMATED_KINDS = (ImageKind.GIF, ImageKind.WEBP, ImageKind.PNG)


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """A copy that may leave as it is.

    Args:
        width, height: in pixels, as seen.
    """

    data: bytes = field(repr=False)
    mime: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Limits:
    max_bytes: int | None
    max_side: int | None
    max_pixels: int | None

    def within(self, side: int) -> "_Limits":
        """Return the same limits, and a side that the kind of file sets."""
        return replace(self, max_side=min(side, self.max_side or side))

    def allow(self, width: int, height: int) -> bool:
        side_fits = self.max_side is None or max(width, height) <= self.max_side
        return side_fits and (self.max_pixels is None or width * height <= self.max_pixels)

    def allow_bytes(self, data: bytes) -> bool:
        return self.max_bytes is None or len(data) <= self.max_bytes

    def size(self, width: int, height: int, scale: float) -> tuple[int, int]:
        """Return the largest allowed size of this shape, times a scale, never enlarged."""
        if self.max_side is not None:
            scale *= min(1.0, self.max_side / max(width, height))
        if self.max_pixels is not None:
            scale *= min(1.0, (self.max_pixels / (scale * scale * width * height)) ** 0.5) if scale else 0
        across, down = max(int(width * scale + 1e-6), 1), max(int(height * scale + 1e-6), 1)
        if self.max_pixels is not None:  # a thread of a picture stops shrinking at one pixel
            across, down = (
                min(across, self.max_pixels // down or 1),
                min(down, self.max_pixels // across or 1),
            )
        return across, down


def prepare(
    data: bytes,
    *,
    crop: CropBox | None,
    max_bytes: int | None,
    max_side: int | None,
    max_pixels: int | None,
    accepted: tuple[str, ...],
) -> PreparedPicture:
    """Return the copy of a picture for one network; the same arguments always give the same bytes.

    A picture that meets the limits already leaves with its picture data untouched. An animation stays one
    where the network accepts its kind; elsewhere its first frame leaves.

    Args:
        crop: part of the picture as seen; None keeps all of it.
        max_bytes, max_side, max_pixels: what the network accepts; None where it says nothing.
        accepted: mime types.

    Raises:
        PictureDoesNotFit: not even a tiny copy meets `max_bytes`.
        NoAcceptedKind: `accepted` names no kind that can be written.
        PictureError: the picture itself cannot be used.
    """
    kinds = tuple(kind for kind in STRIPPERS if kind in accepted)
    if not kinds:
        raise NoAcceptedKind(accepted=accepted)
    original, limits = read_original(data), _Limits(max_bytes, max_side, max_pixels)
    part = crop or WHOLE
    if part == WHOLE and original.kind in kinds and not original.picture.for_print:
        untouched = _as_it_is(original, limits)
        if untouched:
            return untouched
    if original.picture.frames > 1 and original.kind in kinds and original.kind in _ANIMATED_KINDS:
        return _moving_copy(original, part, limits)
    return _still_copy(original, part, limits, kinds)


def _as_it_is(original: Original, limits: _Limits) -> PreparedPicture | None:
    picture = original.picture
    size = seen_size(picture.width, picture.height, picture.orientation)
    if not limits.allow(*size):
        return None
    data = original.clean_bytes()
    return PreparedPicture(data, original.kind.value, *size) if limits.allow_bytes(data) else None


def _still_copy(
    original: Original, part: CropBox, limits: _Limits, kinds: tuple[ImageKind, ...]
) -> PreparedPicture:
    stored = still(original.picture, original.kind)
    picture = in_srgb(stored.crop(part.pixels(*stored.size)), original.picture.profile)
    plan = _plan(original, kinds, transparent=has_alpha(picture))
    limits = limits.within(min(WIDEST[kind] for kind in plan))
    largest = limits.size(*picture.size, 1.0)

    def make(size: tuple[int, int]) -> PreparedPicture:
        smaller = resized(picture, size)
        if size == largest:
            made = _best_quality(smaller, plan[0], limits)
            if limits.allow_bytes(made.data) or len(plan) == 1:
                return made
        return _best_quality(smaller, plan[-1], limits)

    return _shrunk_until_it_fits(picture.size, limits, make)


def _moving_copy(original: Original, part: CropBox, limits: _Limits) -> PreparedPicture:
    picture, kind = original.picture, original.kind
    box = part.pixels(*seen_size(picture.width, picture.height, picture.orientation))

    def make(size: tuple[int, int]) -> PreparedPicture:
        def change(frame: "Image") -> "Image":
            return resized(in_srgb(frame.crop(box), picture.profile), size)

        data = written_animation(animation(picture, kind, change), kind, quality=_QUALITIES[0])
        return PreparedPicture(data, kind.value, *size)

    return _shrunk_until_it_fits((box[2] - box[0], box[3] - box[1]), limits, make)


def _shrunk_until_it_fits(
    full: tuple[int, int], limits: _Limits, make: Callable[[tuple[int, int]], PreparedPicture]
) -> PreparedPicture:
    """Make copies, each smaller than the one before, until one is light enough."""
    scale = 1.0
    while True:
        size = limits.size(*full, scale)
        made = make(size)
        if limits.max_bytes is None or limits.allow_bytes(made.data):
            return made
        if max(size) <= _SMALLEST_SIDE:
            raise PictureDoesNotFit(limit=limits.max_bytes, reached=len(made.data))
        share = limits.max_bytes / len(made.data)
        scale *= min(max(share**0.5, _SHRINKING_MOST), _SHRINKING_LEAST)


def _best_quality(picture: "Image", kind: ImageKind, limits: _Limits) -> PreparedPicture:
    """Write a picture in the best quality that is light enough, or else in the worst there is."""
    best = _made(picture, kind, _QUALITIES[0])
    if kind not in _GRADED_KINDS or limits.allow_bytes(best.data):
        return best
    best = _made(picture, kind, _QUALITIES[-1])
    low, high = 1, len(_QUALITIES) - 1
    while low < high and limits.allow_bytes(best.data):
        middle = (low + high) // 2
        made = _made(picture, kind, _QUALITIES[middle])
        if limits.allow_bytes(made.data):
            best, high = made, middle
        else:
            low = middle + 1
    return best


def _made(picture: "Image", kind: ImageKind, quality: int) -> PreparedPicture:
    return PreparedPicture(written(picture, kind, quality=quality), kind.value, *picture.size)


def _plan(original: Original, kinds: tuple[ImageKind, ...], *, transparent: bool) -> tuple[ImageKind, ...]:
    """Return one or two kinds: the one to try first, and the one to which a picture too heavy for it goes."""
    graded = [kind for kind in _GRADED_KINDS if kind in kinds]
    exact = [kind for kind in (ImageKind.PNG, ImageKind.GIF) if kind in kinds]
    if original.kind is ImageKind.WEBP:
        graded.reverse()
    if transparent and (exact or ImageKind.WEBP in graded):
        graded = [kind for kind in graded if kind is ImageKind.WEBP]
    is_photo = not original.picture.lossless and (not transparent or original.kind is ImageKind.WEBP)
    if graded and is_photo:
        return (graded[0],)
    return (*exact[:1], *graded[:1])
