"""Alerts in words."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from cmstation.domain.watch_alerts import AlertKind, AlertRule
from cmstation.domain.watch_rule_terms import terms_text
from cmstation.ui.watch.dialogs.rule_words import term_words

translate = QCoreApplication.translate

WINDOWS: Final = (
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(days=1),
    timedelta(days=7),
)


def alert_kind_words(kind: AlertKind) -> str:
    """Say what an alert listens for, in two words."""
    words = {
        AlertKind.OFTEN: translate("WatchAlert", "Said often"),
        AlertKind.NEGATIVE_NEAR: translate("WatchAlert", "Negative word near"),
        AlertKind.ANY: translate("WatchAlert", "Every mention"),
    }
    return words[kind]


def window_words(window: timedelta) -> str:
    """Say a span of time."""
    hours = round(window / timedelta(hours=1))
    if hours == 24 * 7:
        return translate("WatchAlert", "a week")
    if hours % 24 == 0:
        return translate("WatchAlert", "%n day(s)", "", hours // 24)
    return translate("WatchAlert", "%n hour(s)", "", max(1, hours))


def alert_words(rule: AlertRule) -> str:
    """Say an alert in one sentence."""
    words = ", ".join(map(term_words, rule.words)) or translate("WatchAlert", "anything")
    told = {
        AlertKind.OFTEN: translate("WatchAlert", "{words}: %n time(s) within {window}", "", rule.count),
        AlertKind.NEGATIVE_NEAR: translate(
            "WatchAlert", "{words}: a negative word within %n word(s)", "", rule.near
        ),
        AlertKind.ANY: translate("WatchAlert", "{words}: every mention"),
    }
    return told[rule.kind].format(words=words, window=window_words(rule.window))


def alert_name(rule: AlertRule) -> str:
    """Return what an alert is called."""
    return rule.name.strip() or terms_text(rule.words) or translate("WatchAlert", "New alert")
