"""Write a rule as JSON and read it back."""

import json
from collections.abc import Iterable
from typing import Final, cast

from cmstation.domain.errors import StationError
from cmstation.domain.watch_rule_terms import LARGEST_DISTANCE, Term
from cmstation.domain.watch_rules import Rule

_KEYS: Final = frozenset({"must", "any", "none", "titles_only", "per_source"})


class RuleUnreadable(StationError, ValueError):
    """A stored or imported rule cannot be read (facts: found, the piece that is not what it should be).

    Args:
        found: how that piece is written, shortened.
    """

    def __init__(self, found: str = "") -> None:
        super().__init__(found=found[:80])
        self.found = found[:80]


def rule_json(rule: Rule) -> str:
    """Write a rule; `rule_of` reads the same back."""
    return json.dumps(_written(rule), ensure_ascii=False, separators=(",", ":"))


def rule_of(text: str) -> Rule:
    """Read a rule; no text is the rule that shows everything.

    Raises:
        RuleUnreadable: it is no JSON, or no rule.
    """
    if not text:
        return Rule()
    try:
        return _rule(json.loads(text))
    except RuleUnreadable:
        raise
    except (ValueError, RecursionError) as wrong:
        raise RuleUnreadable(text) from wrong


def written_terms(terms: Iterable[Term]) -> list[dict[str, object]]:
    """Write terms as JSON has them; `read_terms` reads the same back."""
    return [_written_term(term) for term in terms]


def read_terms(found: object) -> tuple[Term, ...]:
    """Read terms as JSON has them.

    Raises:
        RuleUnreadable: it is no list of terms.
    """
    return tuple(_term(term) for term in _list(found))


def _written(rule: Rule) -> dict[str, object]:
    """Leave out what says nothing."""
    whole: dict[str, object] = {
        "must": written_terms(rule.must),
        "any": written_terms(rule.any),
        "none": written_terms(rule.none),
        "titles_only": rule.titles_only,
        "per_source": {str(source): _written(own) for source, own in rule.per_source},
    }
    return {key: value for key, value in whole.items() if value}


def _written_term(term: Term) -> dict[str, object]:
    parts: dict[str, object] = {"parts": list(term.parts)}
    return {**parts, "within": term.within} if term.near or term.within else parts


def _rule(found: object) -> Rule:
    fields = _fields(found, _KEYS)
    titles_only = fields.get("titles_only", False)
    if not isinstance(titles_only, bool):
        raise RuleUnreadable(repr(titles_only))
    return Rule(
        must=read_terms(fields.get("must", [])),
        any=read_terms(fields.get("any", [])),
        none=read_terms(fields.get("none", [])),
        titles_only=titles_only,
        per_source=tuple(
            (int(source), _rule(own)) for source, own in _fields(fields.get("per_source", {})).items()
        ),
    )


def _term(found: object) -> Term:
    fields = _fields(found, frozenset({"parts", "within"}))
    parts, within = _list(fields.get("parts")), fields.get("within", 0)
    # bool is an int to Python, not to a person.
    if type(within) is not int or not 0 <= within <= LARGEST_DISTANCE:
        raise RuleUnreadable(repr(within))
    texts = [part for part in parts if isinstance(part, str)]
    if not texts or len(texts) < len(parts):
        raise RuleUnreadable(repr(parts))
    return Term(tuple(texts), within)


def _list(found: object) -> list[object]:
    if not isinstance(found, list):
        raise RuleUnreadable(repr(found))
    return cast("list[object]", found)


def _fields(found: object, known: frozenset[str] | None = None) -> dict[str, object]:
    if not isinstance(found, dict):
        raise RuleUnreadable(repr(found))
    fields = cast("dict[str, object]", found)
    if known is not None and (unknown := fields.keys() - known):
        raise RuleUnreadable(min(unknown))
    return fields
