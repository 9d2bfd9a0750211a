"""Tells tables that hold figures from those that only lay a page out."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmstation.networks.html_tokens import Tag

_ROWS = frozenset({"tr", "thead", "tbody", "tfoot", "caption"})


@dataclass(slots=True)
class _Table:
    at: int
    lays_out: bool
    cells: int = 0
    widest: int = 0


def of_figures(tokens: Sequence[Tag | str]) -> frozenset[int]:
    """Return where the tables begin that are worth being tables: two columns, no table inside.

    Letters by mail are tables in tables; read as such they would be narrow columns of nothing.
    """
    tables: list[_Table] = []
    nested: list[_Table] = []
    for at, token in enumerate(tokens):
        if isinstance(token, str):
            continue
        if token.name == "table":
            if token.ends:
                if nested:
                    nested.pop()
                continue
            if nested:
                nested[-1].lays_out = True
            nested.append(_Table(at, token.attributes().get("role", "") in ("presentation", "none")))
            tables.append(nested[-1])
        elif nested and not token.ends:
            _counted(nested[-1], token.name)
    return frozenset(table.at for table in tables if table.widest >= 2 and not table.lays_out)


def _counted(table: _Table, name: str) -> None:
    if name in _ROWS:
        table.cells = 0
    elif name in ("td", "th"):
        table.cells += 1
        table.widest = max(table.widest, table.cells)
