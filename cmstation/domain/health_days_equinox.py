"""Compute the instant of the March equinox."""

import math
from datetime import UTC, datetime, timedelta
from typing import Final

_J2000: Final = 2451545.0
_J2000_NOON: Final = datetime(2000, 1, 1, 12, tzinfo=UTC)
# Amplitude (0.00001 day), phase and motion per century (both in degrees) of the periodic terms.
_TERMS: Final = (
    (485, 324.96, 1934.136),
    (203, 337.23, 32964.467),
    (199, 342.08, 20.186),
    (182, 27.85, 445267.112),
    (156, 73.14, 45036.886),
    (136, 171.52, 22518.443),
    (77, 222.54, 65928.934),
    (74, 296.72, 3034.906),
    (70, 243.58, 9037.513),
    (58, 119.81, 33718.147),
    (52, 297.17, 150.678),
    (50, 21.02, 2281.226),
    (45, 247.54, 29929.562),
    (44, 325.15, 31555.956),
    (29, 60.93, 4443.417),
    (18, 155.12, 67555.328),
    (17, 288.79, 4562.452),
    (16, 198.04, 62894.029),
    (14, 199.76, 31436.921),
    (12, 95.39, 14577.848),
    (12, 287.11, 31931.756),
    (12, 320.81, 34777.259),
    (9, 227.73, 1222.114),
    (8, 15.45, 16859.074),
)


def march_equinox(year: int) -> datetime:
    """Return the instant of the March equinox, within about two minutes.

    Source: Jean Meeus, Astronomical Algorithms, 2nd edition, chapter 27; the difference between terrestrial
    and universal time after Espenak and Meeus, Polynomial Expressions for Delta T (NASA), 2005 to 2050.

    Args:
        year: from 1900 to 2100.
    """
    mean = _mean_equinox(year)
    centuries = (mean - _J2000) / 36525
    anomaly = math.radians(35999.373 * centuries - 2.47)
    wobble = 1 + 0.0334 * math.cos(anomaly) + 0.0007 * math.cos(2 * anomaly)
    sway = sum(size * math.cos(math.radians(phase + motion * centuries)) for size, phase, motion in _TERMS)
    days = mean + 0.00001 * sway / wobble - _J2000
    return _J2000_NOON + timedelta(days=days) - _terrestrial_lead(year)


def _mean_equinox(year: int) -> float:
    """Return the Julian day of the mean equinox, in terrestrial time."""
    y = (year - 2000) / 1000
    return 2451623.80984 + 365242.37404 * y + 0.05169 * y**2 - 0.00411 * y**3 - 0.00057 * y**4


def _terrestrial_lead(year: int) -> timedelta:
    """Return how far terrestrial time is ahead of universal time."""
    t = year - 2000
    return timedelta(seconds=62.92 + 0.32217 * t + 0.005589 * t**2)
