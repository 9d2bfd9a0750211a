"""Read numbers of things that are counted, in one style for a whole file; what reads two ways is no number.

A count is whole: "16,821" can only be English and "16.821" only French, while "16,000" may be both.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from cmstation.domain.figure_faults import MOST, FileCause


class NumberStyle(StrEnum):
    """How a file writes numbers."""

    FRENCH = "french"  # a comma before decimals; blanks or points between thousands
    ENGLISH = "english"  # a point before decimals; blanks or commas between thousands


@dataclass(frozen=True, slots=True)
class Counted:
    """A number as it was read.

    Args:
        rounded: whether it was written short ("1,2 k").
    """

    value: int
    rounded: bool = False


class NumbersRead(NamedTuple):
    """Numbers of a file: each one, or why it is none; the style that explains them, None when any does.

    Args:
        anchor: place of the first number that can only be read in the style of the file, None without one.
    """

    numbers: tuple[Counted | FileCause, ...]
    style: NumberStyle | None
    anchor: int | None = None


_ABSENT: Final = frozenset({"", "-", "–", "—", "n/a", "na", "n/d", "nd", "n.d.", "n.a.", "null"})
_UNITS: Final = {"": 1, "k": 1_000, "K": 1_000, "M": 1_000_000, "Md": 1_000_000_000}
_WHOLE: Final = re.compile(r"([-\u2212]?) ?([0-9][0-9 .,'\u2019]{0,40}) ?(k|K|Md|M)?")
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:([ .,'\u2019])[0-9]{3})(?:\1[0-9]{3})*")
_KNOWN: Final = 4_096  # a file says the same again and again
_BLANKS: Final = re.compile(r"\s+")
_DECIMAL_SIGN: Final = {NumberStyle.FRENCH: ",", NumberStyle.ENGLISH: "."}


def is_absent(text: str) -> bool:
    """Tell whether a cell says that nothing is known; that is not 0."""
    return text.strip().casefold() in _ABSENT


@lru_cache(maxsize=_KNOWN)
def read_number(text: str, style: NumberStyle) -> Counted | FileCause:
    """Read a number in a style, or say why it is none."""
    found = _WHOLE.fullmatch(_BLANKS.sub(" ", text.strip()))
    if found is None:
        return FileCause.NUMBER
    exact = _exact(found[2].rstrip(), style)
    if exact is None:
        return FileCause.NUMBER
    value = exact * _UNITS[found[3] or ""]
    if value != value.to_integral_value():
        return FileCause.NUMBER_NOT_WHOLE
    if found[1] and value:
        return FileCause.NUMBER_BELOW_ZERO
    return FileCause.NUMBER_TOO_GREAT if value > MOST else Counted(int(value), found[3] is not None)


def read_numbers(texts: Sequence[str]) -> NumbersRead:
    """Read all numbers of a file in the one style that explains them; without one, tell which contradict.

    A number that two styles explain in two ways is read by the style of the others; when they do not tell,
    it is none.
    """
    both = [tuple(read_number(text, style) for style in NumberStyle) for text in texts]
    votes = [_only_in(pair) for pair in both]
    french, english = (votes.count(style) for style in NumberStyle)
    if not french and not english:
        numbers = tuple(
            _alike(one, other) if not isinstance(one, FileCause) else _why(one, other) for one, other in both
        )
        return NumbersRead(numbers, None)
    style = NumberStyle.FRENCH if french >= english else NumberStyle.ENGLISH
    numbers = tuple(
        _why(one, other)
        if vote is None and isinstance(one, FileCause)
        else (one if style is NumberStyle.FRENCH else other)
        if vote in (None, style)
        else FileCause.NUMBER_OTHER_STYLE
        for (one, other), vote in zip(both, votes, strict=True)
    )
    return NumbersRead(numbers, style, votes.index(style))


def _only_in(pair: tuple[Counted | FileCause, ...]) -> NumberStyle | None:
    """Return the only style that explains a number, None when both do, or none does."""
    french, english = (isinstance(one, Counted) for one in pair)
    if french is english:
        return None
    return NumberStyle.FRENCH if french else NumberStyle.ENGLISH


def _alike(one: Counted | FileCause, other: Counted | FileCause) -> Counted | FileCause:
    return one if one == other else FileCause.NUMBER_TWO_WAYS


def _why(one: Counted | FileCause, other: Counted | FileCause) -> Counted | FileCause:
    """Return the more telling of two reasons."""
    return other if one is FileCause.NUMBER else one


def _exact(body: str, style: NumberStyle) -> Decimal | None:
    sign = _DECIMAL_SIGN[style]
    whole, point, decimals = body.partition(sign)
    if point and not (decimals.isascii() and decimals.isdigit()):
        return None
    grouped = _GROUPED.fullmatch(whole)
    if grouped is None and not (whole.isascii() and whole.isdigit()):
        return None
    digits = "".join(letter for letter in whole if letter.isdigit())
    return Decimal(f"{digits}.{decimals or 0}")
