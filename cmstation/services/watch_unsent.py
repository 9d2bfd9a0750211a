"""Answers of physicians that are half written: what is remembered until they are written down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from cmstation.domain.networks import Json


@dataclass(frozen=True, slots=True)
class UnsentAnswer:
    """An answer as far as it is written.

    Args:
        favourable: as in `Opinion`; it says nothing until `judged`.
        judged: one of the three was chosen.
    """

    text: str = ""
    physician: str = ""
    favourable: bool | None = None
    judged: bool = False


def written(answers: Mapping[int, UnsentAnswer]) -> Json:
    """Return answers by request as they are stored."""
    return {
        str(opinion): [one.text, one.physician, one.favourable, one.judged]
        for opinion, one in answers.items()
    }


def read(stored: Json) -> dict[int, UnsentAnswer]:
    """Return what `written` gave; what is damaged is left out."""
    found: dict[int, UnsentAnswer] = {}
    for opinion, row in (stored if isinstance(stored, dict) else {}).items():
        if opinion.isdecimal() and isinstance(row, list) and _is_whole(row):
            found[int(opinion)] = UnsentAnswer(*cast("tuple[str, str, bool | None, bool]", tuple(row)))
    return found


def _is_whole(row: list[Json]) -> bool:
    kinds = (str, str, bool | None, bool)
    return len(row) == len(kinds) and all(isinstance(one, kind) for one, kind in zip(row, kinds, strict=True))
