"""Fonts for documents: a small TrueType copy of an OpenType font, with no more letters than are used.

Our fonts have PostScript outlines that are not numbered as PDF wants them to be; a viewer may refuse them.
Outlines of TrueType are shown by all.
"""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

# In units of the font, of which a letter is some 2,000 high: nobody can see it.
_MOST_APART: Final = 1.0
_EMPTY: Final = ".notdef"


@lru_cache(maxsize=4)
def letters_of(file: Path) -> frozenset[int]:
    """Return the numbers of the letters that a font has."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy, and only for those who make a document

    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap() or {})


def true_type(file: Path, letters: Iterable[int]) -> bytes:
    """Return a TrueType font with some letters of an OpenType font; the same ones give the same bytes.

    Args:
        letters: their numbers; those that the font has not are left out.
    """
    from fontTools.fontBuilder import FontBuilder  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(file, lazy=True) as whole:
        names = whole.getBestCmap() or {}
        chosen = {letter: names[letter] for letter in sorted(set(letters)) if letter in names}
        order = [_EMPTY, *dict.fromkeys(name for name in chosen.values() if name != _EMPTY)]
        head: Any = whole["head"]
        metrics: Any = whole["hmtx"]
        builder: Any = FontBuilder(head.unitsPerEm, isTTF=True)
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap(chosen)
        builder.setupGlyf(_outlines(whole, order))
        builder.setupHorizontalMetrics({name: metrics[name] for name in order})
        _describe(builder, whole)
    made = BytesIO()
    builder.font.save(made)
    return made.getvalue()


def _outlines(whole: Any, order: Iterable[str]) -> dict[str, Any]:
    from fontTools.pens.cu2quPen import Cu2QuPen  # noqa: PLC0415
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415

    drawn: Any = whole.getGlyphSet()
    outlines: dict[str, Any] = {}
    for name in order:
        pen: Any = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, _MOST_APART, reverse_direction=True))
        outlines[name] = pen.glyph()
    return outlines


def _describe(builder: Any, whole: Any) -> None:
    """Take over how high the font stands and who made it."""
    head, across, windows = whole["head"], whole["hhea"], whole["OS/2"]
    builder.setupHorizontalHeader(ascent=across.ascent, descent=across.descent, lineGap=across.lineGap)
    builder.setupPost(keepGlyphNames=False)
    builder.font["OS/2"] = windows
    builder.font["name"] = whole["name"]
    made: Any = builder.font["head"]
    made.created, made.modified, made.macStyle = head.created, head.modified, head.macStyle
    builder.font.recalcTimestamp = False
