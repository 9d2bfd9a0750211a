"""Colours and shapes of lines, for every kind of sight."""

import math
from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from cmstation.ui.statistics.charts.inks import Inks, contrast
from cmstation.ui.theme.tokens import DARK, LIGHT, Palette

Matrix = tuple[tuple[float, float, float], ...]
# How those who lack one kind of cones see linear light (Machado, Oliveira and Fernandes 2009, at their full).
SIGHTS: dict[str, Matrix] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def lab(colour: QColor, sight: Matrix) -> tuple[float, float, float]:
    """Return where an eye of that sight sees a colour in CIELAB."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, light, strict=True))))
        for row in sight
    ]
    white = (
        (0.4124, 0.3576, 0.1805, 0.9505),
        (0.2126, 0.7152, 0.0722, 1.0),
        (0.0193, 0.1192, 0.9505, 1.089),
    )
    x, y, z = (
        _root((red * seen[0] + green * seen[1] + blue * seen[2]) / most) for red, green, blue, most in white
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("sight", SIGHTS)
def test_any_two_lines_differ_for_every_sight(palette: Palette, sight: str) -> None:
    inks = Inks(palette)

    seen = [lab(inks.line(place).colour, SIGHTS[sight]) for place in range(7)]

    assert min(math.dist(one, other) for one, other in combinations(seen, 2)) >= 18


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_each_of_seven_lines_has_its_colour_and_its_shape(palette: Palette) -> None:
    inks = Inks(palette)

    lines = [inks.line(place) for place in range(7)]

    assert len({line.colour.name() for line in lines}) == len({line.shape for line in lines}) == 7
    assert all(contrast(line.colour, inks.colour("surface")) >= 2.99 for line in lines)
    assert inks.line(7).colour == lines[0].colour
    assert inks.line(7).shape != lines[0].shape


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_neighbours_differ_in_lightness(palette: Palette) -> None:
    inks = Inks(palette)

    pairs = [contrast(inks.line(place).colour, inks.line(place + 1).colour) for place in range(4)]

    assert min(pairs) > 1.5
