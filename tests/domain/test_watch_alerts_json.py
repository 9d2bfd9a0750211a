"""An alert is stored as it is, and damaged ones are refused."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.watch_alert_json import read_alert, read_rule, written_alert, written_rule
from cmstation.domain.watch_alerts import Alert, AlertKind, AlertRule, Mention
from cmstation.domain.watch_rule_json import RuleUnreadable
from cmstation.domain.watch_rule_terms import Term, terms
from tests.domain.watch_rule_samples import some_terms

RULE = AlertRule(1, "Tilleuls", AlertKind.NEGATIVE_NEAR, terms("Tilleuls"))
AT = datetime(2026, 3, 10, 9, 30, 1, 5, tzinfo=UTC)


@given(
    kind=st.sampled_from(AlertKind),
    words=some_terms(),
    minutes=st.integers(1, 44_640),
    lists=st.frozensets(st.integers(1, 9)),
)
def test_a_rule_is_read_back_the_same(
    kind: AlertKind, words: tuple[Term, ...], minutes: int, lists: frozenset[int]
) -> None:
    rule = AlertRule(7, "Nom", kind, words, 4, timedelta(minutes=minutes), 6, lists, active=False)

    assert read_rule(7, "Nom", json.loads(json.dumps(written_rule(rule))), active=False) == rule


def test_an_alert_is_read_back_the_same() -> None:
    mentions = (Mention(4, 3, 2, AT, negative=("plainte",)), Mention(5, 5, 1, AT, new=False))
    alert = Alert(1, "Tilleuls", AlertKind.NEGATIVE_NEAR, AT, mentions)

    assert read_alert(RULE, json.loads(json.dumps(written_alert(alert)))) == alert


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "loud"),
        ("kind", None),
        ("kind", []),
        ("words", None),
        ("count", 0),
        ("count", True),
        ("window_minutes", 0),
        ("window_minutes", 44_641),
        ("near", "5"),
        ("lists", ["a"]),
        ("lists", 3),
    ],
)
def test_a_damaged_rule_is_refused(name: str, value: object) -> None:
    with pytest.raises(RuleUnreadable):
        read_rule(1, "Tilleuls", {**written_rule(RULE), name: value})


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"at": "2026-03-10T09:30:00", "mentions": []},
        {"at": "hier", "mentions": []},
        {"at": AT.isoformat(), "mentions": [3]},
        {"at": AT.isoformat(), "mentions": [{"item": 1}]},
    ],
)
def test_a_damaged_alert_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(RuleUnreadable):
        read_alert(RULE, fields)
