"""The editorial line that fits a health day is found by its name."""

import pytest

from cmstation.domain.health_day_themes import fitting_line
from cmstation.domain.health_days import for_year
from cmstation.domain.labels import Theme


@pytest.mark.parametrize(
    ("slug", "names", "fits"),
    [
        ("rein", ["Équipe", "reins"], "reins"),
        ("rein", ["Équipe"], None),
        ("rein", ["Le rein et vous", "Rein"], "Rein"),
        ("cancer-mondiale", ["Cancer"], "Cancer"),
        ("mgf", ["Santé", "Santé des femmes"], "Santé des femmes"),
        ("droits-femmes", ["Les droits des femmes"], "Les droits des femmes"),
        ("droits-femmes", ["Droits des patients", ""], None),
    ],
)
def test_the_line_of_a_similar_name_is_chosen(slug: str, names: list[str], fits: str | None) -> None:
    day = next(day for day in for_year(2027) if day.slug == slug)
    lines = [Theme(number, name, "info", number) for number, name in enumerate(names, start=1)]

    line = fitting_line(day, lines)

    assert (line.name if line else None) == fits
