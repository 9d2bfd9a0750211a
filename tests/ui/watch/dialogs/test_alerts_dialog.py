"""Alerts: what is told, when, and in which hours nothing is."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cmstation.domain.watch_alert_hours import QuietHours
from cmstation.domain.watch_alerts import AlertKind, AlertRule
from cmstation.domain.watch_rule_terms import terms
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.alert_deeds import AlertDeeds
from cmstation.ui.watch.dialogs.alert_words import alert_words
from cmstation.ui.watch.dialogs.alerts_dialog import AlertsDialog, AlertsWish
from tests.ui.calendar.dialog_hands import choose, click, nameless, press, walk, write
from tests.ui.watch.dialogs.conftest import opened

Settled = Callable[[], None]
ZONE = "Europe/Paris"
OFTEN = AlertRule(4, "Souvent", AlertKind.OFTEN, terms("clinique"))


@pytest.fixture
def show(behind: QWidget, icons: Icons) -> Callable[..., AlertsDialog]:
    """Open alerts alone."""

    def made(*rules: AlertRule, quiet: tuple[QuietHours, ...] = ()) -> AlertsDialog:
        dialog = AlertsDialog(icons, rules, quiet, (), ZONE, parent=behind)
        dialog.open()
        return dialog

    return made


@pytest.fixture
def joined(
    behind: QWidget, station: Station, commands: Commands, icons: Icons, settled: Settled
) -> AlertsDialog:
    """The alerts of the sample clinic."""
    AlertDeeds(behind, station, commands, icons).open()
    settled()
    return opened(behind, AlertsDialog)


def test_a_new_alert_is_written_and_kept(joined: AlertsDialog, station: Station, settled: Settled) -> None:
    before = station.watch_alerts.all()

    click(joined.new)
    assert not joined.save.isEnabled()
    write(joined.form.name, "Le directeur")
    write(joined.form.words, "Bernard Petit, B. Petit")
    press(joined.form.kind, "Negative word near")
    joined.form.near.setValue(8)
    next(one for one in joined.form.lists.button.menu().actions() if one.text() == "RSE").trigger()
    click(joined.save)
    settled()

    made = station.watch_alerts.all()[-1]
    assert len(station.watch_alerts.all()) == len(before) + 1
    assert (made.name, made.kind, made.near) == ("Le directeur", AlertKind.NEGATIVE_NEAR, 8)
    assert made.words == terms("Bernard Petit, B. Petit")
    assert len(made.lists) == 1


def test_saving_is_taken_back_at_once(
    joined: AlertsDialog, station: Station, commands: Commands, settled: Settled
) -> None:
    rules, quiet = station.watch_alerts.all(), station.watch_alerts.quiet()
    click(joined.remove)
    QTest.keyClick(joined.quiet.at_weekend, Qt.Key.Key_Space)
    click(joined.save)
    settled()
    assert len(station.watch_alerts.all()) == len(rules) - 1
    assert station.watch_alerts.quiet() != quiet

    commands.undo()
    settled()

    assert (station.watch_alerts.all(), station.watch_alerts.quiet()) == (rules, quiet)


def test_space_turns_an_alert_off(show: Callable[..., AlertsDialog]) -> None:
    dialog = show(OFTEN)

    QTest.keyClick(dialog.list, Qt.Key.Key_Space)

    assert not dialog.wish().rules[0].active


def test_how_often_and_within_which_time_can_be_chosen(show: Callable[..., AlertsDialog]) -> None:
    dialog = show(OFTEN)

    dialog.form.count.setValue(5)
    choose(dialog.form.span, "1 day(s)")

    rule = dialog.wish().rules[0]
    assert (rule.count, rule.window) == (5, timedelta(days=1))
    assert dialog.meaning.text() == "“clinique”: 5 time(s) within 1 day(s)"


def test_an_alert_without_words_or_lists_keeps_the_others_from_being_saved(
    show: Callable[..., AlertsDialog],
) -> None:
    dialog = show(OFTEN)

    click(dialog.new)

    assert dialog.save.toolTip().startswith("“New alert” listens to nothing yet")
    click(dialog.remove)
    assert dialog.save.isEnabled()
    assert dialog.wish() == AlertsWish((OFTEN,), (), ())


def test_walking_through_the_alerts_changes_nothing(show: Callable[..., AlertsDialog]) -> None:
    other = AlertRule(5, "Tout", AlertKind.ANY, terms("RSE"), active=False)
    dialog = show(OFTEN, other)

    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)

    assert dialog.wish().rules == (OFTEN, other)


def test_quiet_hours_keep_their_days_and_those_of_another_kind(show: Callable[..., AlertsDialog]) -> None:
    night = QuietHours(time(21), time(7), ZONE, frozenset(range(5)))
    noon = QuietHours(time(12), time(13), ZONE)
    dialog = show(OFTEN, quiet=(night, noon))
    assert dialog.quiet.hours() == (night, noon)

    QTest.keyClick(dialog.quiet.at_weekend, Qt.Key.Key_Space)
    QTest.keyClick(dialog.quiet.at_night, Qt.Key.Key_Space)

    weekend = QuietHours(time(), time(), ZONE, frozenset({5, 6}))
    assert dialog.quiet.hours() == (weekend, noon)
    assert not dialog.quiet.start.isEnabled()


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (OFTEN, "“clinique”: 3 time(s) within 1 hour(s)"),
        (AlertRule(1, "", AlertKind.NEGATIVE_NEAR, terms("a b")), "“a b”: a negative word within 10 word(s)"),
        (AlertRule(1, "", AlertKind.ANY, ()), "anything: every mention"),
    ],
)
def test_an_alert_is_said_in_a_sentence(rule: AlertRule, told: str) -> None:
    assert alert_words(rule) == told


def test_everything_has_a_name_and_tab_goes_round(show: Callable[..., AlertsDialog]) -> None:
    dialog = show(OFTEN)
    assert not nameless(dialog)

    visited = walk(dialog)

    fields = (dialog.list, dialog.form.name, dialog.form.words, dialog.form.count, dialog.quiet.at_night)
    order = [visited.index(field) for field in fields]
    assert order == sorted(order)
