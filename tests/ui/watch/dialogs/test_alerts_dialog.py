"""Alerts: what is told, when, and in which hours nothing is."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from cmstation.domain.watch_alert_hours import QuietHours
from cmstation.domain.watch_alerts import Alert, AlertKind, AlertRule, Mention
from cmstation.domain.watch_rule_terms import terms
from cmstation.services.station import Station
from cmstation.services.watch_alerts import AlertNews, AlertStory
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.alert_deeds import AlertDeeds
from cmstation.ui.watch.dialogs.alert_words import alert_words
from cmstation.ui.watch.dialogs.alerts_dialog import AlertsDialog, AlertsWish
from tests.ui.calendar.dialog_hands import choose, click, nameless, press, walk, write
from tests.ui.watch.dialogs.conftest import opened

Settled = Callable[[], None]
ZONE = "Europe/Paris"
NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
OFTEN = AlertRule(4, "Souvent", AlertKind.OFTEN, terms("clinique"))


@pytest.fixture
def show(behind: QWidget, icons: Icons) -> Callable[..., AlertsDialog]:
    """Open alerts alone."""

    def made(
        *rules: AlertRule, quiet: tuple[QuietHours, ...] = (), last: tuple[AlertNews, ...] = ()
    ) -> AlertsDialog:
        dialog = AlertsDialog(icons, rules, quiet, (), ZONE, last=last, now=NOW, parent=behind)
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


# --- what was told ---


def told(name: str, *titles: str, hours: int = 0, waits: bool = False) -> AlertNews:
    at = NOW - timedelta(hours=hours)
    stories = tuple(AlertStory(place + 7, title) for place, title in enumerate(titles))
    mentions = tuple(Mention(one.story, one.story, 1, at) for one in stories)
    return AlertNews(Alert(4, name, AlertKind.ANY, at, mentions), stories, None if waits else NOW)


TWO = (told("Souvent", "Incendie", "Plainte", waits=True), told("Autre", hours=72))


def story_at(dialog: AlertsDialog, alert: int, story: int) -> QTreeWidgetItem:
    row = dialog.history.topLevelItem(alert)
    assert row is not None
    child = row.child(story)
    assert child is not None
    return child


def click_row(dialog: AlertsDialog, row: QTreeWidgetItem) -> None:
    at = dialog.history.visualItemRect(row).center()
    QTest.mouseClick(dialog.history.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at.x(), at.y()))


def test_the_last_alerts_say_when_which_how_much_and_what(show: Callable[..., AlertsDialog]) -> None:
    dialog = show(OFTEN, last=TWO)
    dialog.show_last()
    first, second = dialog.history.topLevelItem(0), dialog.history.topLevelItem(1)
    assert first is not None
    assert second is not None

    assert [first.text(column) for column in range(3)] == ["Souvent", "2", "today, 09:41, waits"]
    assert [story_at(dialog, 0, place).text(0) for place in range(2)] == ["Incendie", "Plainte"]
    assert [second.text(column) for column in range(3)] == ["Autre", "0", "Sat 10, 09:41"]
    assert story_at(dialog, 1, 0).text(0) == "These articles were cleared away since."
    assert first.data(0, Qt.ItemDataRole.AccessibleTextRole).endswith("told when quiet hours end")
    assert not nameless(dialog)


def test_a_click_on_a_story_leaves_for_it_once(show: Callable[..., AlertsDialog]) -> None:
    dialog, wanted, saved = show(OFTEN, last=TWO), list[int](), list[object]()
    dialog.story_wanted.connect(wanted.append)
    dialog.saved.connect(saved.append)
    dialog.show_last()

    click_row(dialog, story_at(dialog, 0, 1))

    assert (wanted, saved) == ([8], [])
    assert not dialog.isVisible()


def test_enter_on_a_story_leaves_for_it_and_saves_nothing(show: Callable[..., AlertsDialog]) -> None:
    dialog, wanted, saved = show(OFTEN, last=TWO), list[int](), list[object]()
    dialog.story_wanted.connect(wanted.append)
    dialog.saved.connect(saved.append)
    dialog.show_last()
    assert dialog.focusWidget() is dialog.history

    QTest.keyClick(dialog.history, Qt.Key.Key_Down)
    QTest.keyClick(dialog.history, Qt.Key.Key_Return)

    assert (wanted, saved) == ([7], [])


def test_enter_on_an_alert_folds_it_and_closes_nothing(show: Callable[..., AlertsDialog]) -> None:
    dialog, wanted = show(OFTEN, last=TWO), list[int]()
    dialog.story_wanted.connect(wanted.append)
    dialog.show_last()
    row = dialog.history.topLevelItem(0)
    assert row is not None
    assert row.isExpanded()

    QTest.keyClick(dialog.history, Qt.Key.Key_Return)

    assert not row.isExpanded()
    assert dialog.isVisible()
    assert wanted == []


def test_leaving_for_a_story_keeps_what_was_changed(show: Callable[..., AlertsDialog]) -> None:
    dialog, saved = show(OFTEN, last=TWO), list[AlertsWish]()
    dialog.saved.connect(saved.append)
    dialog.form.count.setValue(9)
    dialog.show_last()

    click_row(dialog, story_at(dialog, 0, 0))

    assert [wish.rules[0].count for wish in saved] == [9]


def test_what_cannot_be_saved_is_shown_instead_of_lost(show: Callable[..., AlertsDialog]) -> None:
    dialog, wanted = show(OFTEN, last=TWO), list[int]()
    dialog.story_wanted.connect(wanted.append)
    click(dialog.new)
    dialog.show_last()

    click_row(dialog, story_at(dialog, 0, 0))

    assert wanted == []
    assert dialog.isVisible()
    assert dialog.form.isVisible()
    assert dialog.choice.current() == "rules"


def test_before_the_first_alert_the_page_says_what_will_be_there(show: Callable[..., AlertsDialog]) -> None:
    dialog = show(OFTEN)

    press(dialog.choice, "Last alerts")

    assert not dialog.history.isVisible()
    assert not dialog.form.isVisible()


def test_the_alerts_of_the_clinic_lead_to_their_stories(
    behind: QWidget, station: Station, commands: Commands, icons: Icons, settled: Settled
) -> None:
    station.watch_alerts.told(station.watch_alerts.look())
    deeds, wanted = AlertDeeds(behind, station, commands, icons), list[int]()
    deeds.story_wanted.connect(wanted.append)

    deeds.open(last=True)
    settled()
    dialog = opened(behind, AlertsDialog)
    click_row(dialog, story_at(dialog, 0, 0))

    assert [row.title for row in station.watch_reading.rows(wanted)] == [
        station.watch_alerts.history()[0].stories[0].title
    ]
