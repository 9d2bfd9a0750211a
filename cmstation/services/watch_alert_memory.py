"""What an alert rule remembers: what it noticed, and when the person was told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, cast

from cmstation.domain.watch_alert_json import read_alert, read_rule, written_alert
from cmstation.domain.watch_alerts import Alert, AlertRule, reach
from cmstation.domain.watch_rule_json import RuleUnreadable
from cmstation.storage.watch_alerts import KeptAlert

# Told alerts that stay listed although nothing depends on them any longer.
MOST_LISTED: Final = 30
_NOTICED: Final = "noticed"


@dataclass(frozen=True, slots=True)
class Noticed:
    """An alert that was noticed.

    Args:
        told: when it reached the person, aware UTC; None while it waits.
    """

    alert: Alert
    told: datetime | None = None


def rule_of(kept: KeptAlert) -> AlertRule | None:
    """Read a rule; None when a newer program wrote it."""
    try:
        return read_rule(kept.id, kept.name, kept.content, active=kept.active)
    except RuleUnreadable:
        return None


def noticed_in(rule: AlertRule, state: Mapping[str, object]) -> tuple[Noticed, ...]:
    """Read what a rule noticed, oldest first; what a newer program wrote is left out."""
    found = state.get(_NOTICED)
    rows = cast("list[object]", found) if isinstance(found, list) else []
    return tuple(one for row in rows if (one := _noticed(rule, row)) is not None)


def written_state(rule: AlertRule, noticed: Iterable[Noticed], now: datetime) -> dict[str, object]:
    """Write what a rule noticed; of what was told, what still matters and the newest that are listed."""
    kept = sorted(noticed, key=lambda one: one.alert.at)
    earliest = now - reach((rule,))
    listed = {id(one) for one in [one for one in kept if one.told is not None][-MOST_LISTED:]}
    return {
        _NOTICED: [
            {**written_alert(one.alert), "told": one.told and one.told.astimezone(UTC).isoformat()}
            for one in kept
            if one.told is None or one.alert.at >= earliest or id(one) in listed
        ]
    }


def with_told(noticed: Iterable[Noticed], alert: Alert, now: datetime) -> tuple[Noticed, ...] | None:
    """Put an alert that was told in the place of those it was joined of; None when all were told before."""
    several = tuple(noticed)
    left = tuple(one for one in several if one.told is not None or one.alert.at > alert.at)
    if len(left) == len(several):
        return None
    return (*left, Noticed(alert, now))


def _noticed(rule: AlertRule, row: object) -> Noticed | None:
    if not isinstance(row, dict):
        return None
    fields = cast("dict[str, object]", row)
    told = fields.get("told")
    try:
        return Noticed(
            read_alert(rule, fields), datetime.fromisoformat(told) if isinstance(told, str) else None
        )
    except ValueError:  # `RuleUnreadable` is one too
        return None
