"""Write alerts as JSON has them and read them back: what a rule listens for, and what it told."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import cast

from cmstation.domain.watch_alerts import LONGEST_WINDOW, Alert, AlertKind, AlertRule, Mention
from cmstation.domain.watch_rule_json import RuleUnreadable, read_terms, written_terms


def written_rule(rule: AlertRule) -> dict[str, object]:
    """Write what a rule listens for; its identity, its name and whether it is active are kept beside."""
    return {
        "kind": rule.kind.value,
        "words": written_terms(rule.words),
        "count": rule.count,
        "window_minutes": rule.window // timedelta(minutes=1),
        "near": rule.near,
        "lists": sorted(rule.lists),
    }


def read_rule(identity: int, name: str, fields: Mapping[str, object], *, active: bool = True) -> AlertRule:
    """Read a rule.

    Raises:
        RuleUnreadable: the fields are not those of a rule.
    """
    kind = fields.get("kind")
    if not isinstance(kind, str) or kind not in set(AlertKind):
        raise RuleUnreadable(repr(kind))
    window = _number(fields, "window_minutes", at_least=1)
    if window > LONGEST_WINDOW // timedelta(minutes=1):
        raise RuleUnreadable(repr(window))
    return AlertRule(
        identity,
        name,
        AlertKind(kind),
        read_terms(fields.get("words")),
        count=_number(fields, "count", at_least=1),
        window=timedelta(minutes=window),
        near=_number(fields, "near", at_least=1),
        lists=frozenset(_is_number(one) for one in _list(fields, "lists")),
        active=active,
    )


def written_alert(alert: Alert) -> dict[str, object]:
    """Write an alert, told or held; its rule is kept beside."""
    return {
        "at": alert.at.astimezone(UTC).isoformat(),
        "mentions": [
            {
                "item": mention.item,
                "story": mention.story,
                "source": mention.source,
                "moment": mention.moment.astimezone(UTC).isoformat(),
                "new": mention.new,
                "negative": list(mention.negative),
            }
            for mention in alert.mentions
        ],
    }


def read_alert(rule: AlertRule, fields: Mapping[str, object]) -> Alert:
    """Read an alert of a rule.

    Raises:
        RuleUnreadable: the fields are not those of an alert.
    """
    mentions = tuple(_mention(one) for one in _list(fields, "mentions"))
    return Alert(rule.id, rule.name, rule.kind, _moment(fields, "at"), mentions)


def _mention(found: object) -> Mention:
    if not isinstance(found, dict):
        raise RuleUnreadable(repr(found))
    fields = cast("dict[str, object]", found)
    negative = tuple(one for one in _list(fields, "negative") if isinstance(one, str))
    return Mention(
        _number(fields, "item"),
        _number(fields, "story"),
        _number(fields, "source"),
        _moment(fields, "moment"),
        new=fields.get("new") is True,
        negative=negative,
    )


def _number(fields: Mapping[str, object], name: str, *, at_least: int = 0) -> int:
    number = _is_number(fields.get(name))
    if number < at_least:
        raise RuleUnreadable(repr(number))
    return number


def _is_number(found: object) -> int:
    # bool is an int to Python, not to a person.
    if not isinstance(found, int) or isinstance(found, bool):
        raise RuleUnreadable(repr(found))
    return found


def _moment(fields: Mapping[str, object], name: str) -> datetime:
    found = fields.get(name)
    try:
        moment = datetime.fromisoformat(cast("str", found))
    except (TypeError, ValueError):
        raise RuleUnreadable(repr(found)) from None
    if moment.tzinfo is None:
        raise RuleUnreadable(repr(found))
    return moment.astimezone(UTC)


def _list(fields: Mapping[str, object], name: str) -> list[object]:
    found = fields.get(name)
    if not isinstance(found, list):
        raise RuleUnreadable(repr(found))
    return cast("list[object]", found)
