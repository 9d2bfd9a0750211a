"""What a person wants a watch list to be. Plain values, without Qt."""

from dataclasses import dataclass, field

from cmstation.domain.watch import Retention
from cmstation.domain.watch_rules import Rule


@dataclass(frozen=True, slots=True)
class ListWish:
    """A watch list as it is written in its dialog.

    Args:
        folder: path of folders from the top.
    """

    name: str = ""
    folder: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()
    retention: Retention = field(default_factory=Retention)
    rule: Rule = field(default_factory=Rule)
