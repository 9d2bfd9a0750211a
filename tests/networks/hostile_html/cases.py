"""Markup that wants to run, to load, to deceive or to exhaust: what a feed may hold on a bad day.

`CASES` are templates: `case.format(remote="http://127.0.0.1:8000")` puts the address of a server in, which
must never be asked for anything. `at(remote)` gives them all with it, also where the scheme is left out.
"""

from tests.networks.hostile_html import loading, looking, parsing, running

_RAW = (*running.CASES, *parsing.CASES, *loading.CASES, *looking.CASES)


def _template(raw: str) -> str:
    return raw.replace("{", "{{").replace("}", "}}").replace("{{remote}}", "{remote}")


CASES: tuple[str, ...] = tuple(_template(raw) for raw in _RAW)


def at(remote: str) -> tuple[str, ...]:
    """Return the cases with the address of a server in them."""
    bare = remote.partition("//")[2]
    return tuple(case.format(remote=remote).replace(f"//{remote}", f"//{bare}") for case in CASES)
