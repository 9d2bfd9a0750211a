"""The dialog of an event: what is typed is what is given back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import CalendarEvent, FloatingTime, WholeDay
from cmstation.domain.labels import Campaign
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.ui.calendar.dialogs.event_dialog import EventDialog, EventForm
from cmstation.ui.icons import Icons
from tests.ui.calendar.dialog_hands import (
    choices,
    choose,
    click,
    enter,
    escape,
    nameless,
    press,
    type_day,
    type_hour,
    walk,
    write,
)

PARIS = "Europe/Paris"
LINES = (EditorialLine(1, "Prévention", "info"), EditorialLine(2, "Vie & soins", "plum"))
CAMPAIGNS = (Campaign(1, "Octobre rose"), Campaign(2, "Été 2025", closed=True))
Ask = Callable[..., EventDialog]


def at(text: str, *, second_pass: bool = False) -> PlannedTime:
    return at_wall_time(datetime.fromisoformat(text), PARIS, second_pass=second_pass)


def floating(text: str) -> FloatingTime:
    return FloatingTime(datetime.fromisoformat(text))


NEW = EventForm(EventKind.EVENT, "", at("2026-10-14T09:00"), at("2026-10-14T10:00"))
MEETING = replace(NEW, title="Comité de communication")
FUNERAL = EventForm(EventKind.QUIET, "Obsèques", WholeDay(date(2026, 10, 31)), WholeDay(date(2026, 11, 2)))


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """The window behind the dialogs."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def ask(behind: QWidget, icons: Icons) -> Ask:
    """Open the dialog."""

    def opened(form: EventForm = NEW, *, known: bool = False, series: bool = False) -> EventDialog:
        dialog = EventDialog(icons, form, PARIS, LINES, CAMPAIGNS, known=known, series=series, parent=behind)
        dialog.open()
        return dialog

    return opened


def kept(dialog: EventDialog) -> list[EventForm]:
    saved: list[EventForm] = []
    dialog.saved.connect(saved.append)
    return saved


# --- writing ---


def test_what_is_typed_is_what_is_saved(ask: Ask) -> None:
    dialog = ask()
    saved, fields = kept(dialog), dialog.fields

    write(fields.title, "  Salon de la santé ")
    choose(fields.kind, "Press release")
    choose(fields.line, "Vie && soins")
    choose(fields.campaign, "Octobre rose")
    type_day(fields.first_day, "31102026")
    type_hour(fields.first_time, "1430")
    write(fields.place, "Lyon")
    fields.notes.setPlainText("Stand 12")
    click(dialog.save)

    assert saved == [
        EventForm(
            EventKind.PRESS_RELEASE,
            "Salon de la santé",
            at("2026-10-31T14:30"),
            at("2026-10-31T15:30"),
            "Lyon",
            "Stand 12",
            2,
            1,
        )
    ]


def test_without_a_title_there_is_nothing_to_save(ask: Ask) -> None:
    dialog = ask()
    assert not dialog.save.isEnabled()

    write(dialog.fields.title, "   ")
    assert not dialog.save.isEnabled()

    write(dialog.fields.title, "Tournage")
    assert dialog.save.isEnabled()


def test_the_end_keeps_its_distance_from_the_beginning(ask: Ask) -> None:
    dialog = ask(MEETING)

    type_hour(dialog.fields.first_time, "2330")

    assert dialog.wish().start == at("2026-10-14T23:30")
    assert dialog.wish().end == at("2026-10-15T00:30")


def test_an_end_before_the_beginning_is_said_and_not_saved(ask: Ask) -> None:
    dialog = ask(MEETING)

    type_hour(dialog.fields.last_time, "0830")

    assert dialog.remark.text() == "It would end before it begins."
    assert not dialog.save.isEnabled()


def test_whole_days_have_no_hours_and_their_end_is_exclusive(ask: Ask) -> None:
    dialog = ask(MEETING)

    click(dialog.fields.whole_day)

    assert dialog.fields.first_time.isHidden()
    assert dialog.fields.last_time.isHidden()
    assert dialog.wish().start == WholeDay(date(2026, 10, 14))
    assert dialog.wish().end == WholeDay(date(2026, 10, 15))


def test_the_last_of_several_whole_days_is_shown_and_given_back(ask: Ask) -> None:
    dialog = ask(FUNERAL, known=True)

    assert dialog.fields.last_day.day() == date(2026, 11, 1)
    assert dialog.wish() == FUNERAL


def test_whole_days_that_get_hours_get_them_in_the_zone_of_the_clinic(ask: Ask) -> None:
    dialog = ask(replace(FUNERAL, end=WholeDay(date(2026, 11, 1))), known=True)

    click(dialog.fields.whole_day)

    assert (dialog.wish().start, dialog.wish().end) == (at("2026-10-31T09:00"), at("2026-10-31T10:00"))


def test_an_hour_that_the_clocks_skip_is_said(ask: Ask) -> None:
    dialog = ask(MEETING)

    type_day(dialog.fields.first_day, "28032027")
    type_hour(dialog.fields.first_time, "0230")

    assert dialog.remark.text().startswith("The clocks skip this hour")
    assert not dialog.save.isEnabled()


def test_a_quiet_day_says_what_it_does(ask: Ask) -> None:
    dialog = ask(MEETING)
    assert dialog.remark.isHidden()

    choose(dialog.fields.kind, "Quiet day")

    assert dialog.remark.text().startswith("The calendar warns of everything")
    assert dialog.save.isEnabled()


# --- what nobody touches ---


def test_what_nobody_touches_comes_back_as_it_was(ask: Ask) -> None:
    second = at("2026-10-25T02:30", second_pass=True)
    seconds = at("2026-10-25T04:00:17")
    form = replace(MEETING, start=second, end=seconds, theme=2, campaign=2, place="Bloc", notes="Badges")

    assert ask(form, known=True).wish() == form


def test_a_floating_event_stays_without_a_zone(ask: Ask) -> None:
    nine = floating("2026-10-14T09:00")
    dialog = ask(replace(MEETING, start=nine, end=nine), known=True)

    type_hour(dialog.fields.last_time, "1000")

    assert dialog.wish().start == nine
    assert dialog.wish().end == floating("2026-10-14T10:00")


def test_a_closed_campaign_is_offered_to_its_own_events_alone(ask: Ask) -> None:
    assert choices(ask(MEETING).fields.campaign) == ["No campaign", "Octobre rose"]
    assert "Été 2025" in choices(ask(replace(MEETING, campaign=2)).fields.campaign)


# --- series ---


def test_a_series_with_hours_ends_with_a_moment_that_holds_the_whole_last_day(ask: Ask) -> None:
    late = replace(MEETING, start=at("2026-10-14T23:00"), end=at("2026-10-14T23:30"))
    dialog = ask(late)

    choose(dialog.fields.repeats, "Every day")
    click(dialog.fields.until)
    type_day(dialog.fields.until_day, "26102026")

    # 26 October 23:59:59 in Paris, which is winter time by then.
    assert dialog.wish().rule == "FREQ=DAILY;UNTIL=20261026T225959Z"
    event = CalendarEvent("x", late.start, late.end, rules=(str(dialog.wish().rule),))
    found = event.occurrences(date(2026, 10, 1), date(2026, 12, 1), zone=PARIS)
    assert len(found) == 13
    assert found[-1].start == at("2026-10-26T23:00")


@pytest.mark.parametrize(
    ("start", "end", "until"),
    [
        (WholeDay(date(2026, 10, 14)), WholeDay(date(2026, 10, 15)), "20261231"),
        (floating("2026-10-14T09:00"), floating("2026-10-14T10:00"), "20261231T235959"),
    ],
)
def test_the_end_of_a_series_is_of_the_kind_of_its_beginning(
    ask: Ask, start: WholeDay | FloatingTime, end: WholeDay | FloatingTime, until: str
) -> None:
    dialog = ask(replace(MEETING, start=start, end=end))

    choose(dialog.fields.repeats, "Every two weeks")
    click(dialog.fields.until)
    type_day(dialog.fields.until_day, "31122026")

    assert dialog.wish().rule == f"FREQ=WEEKLY;INTERVAL=2;UNTIL={until}"


def test_the_last_day_of_a_series_is_shown_in_its_own_zone(ask: Ask) -> None:
    dialog = ask(replace(MEETING, rule="FREQ=WEEKLY;UNTIL=20261231T225959Z"), known=True)

    assert dialog.fields.until.isChecked()
    assert dialog.fields.until_day.day() == date(2026, 12, 31)
    assert dialog.wish().rule == "FREQ=WEEKLY;UNTIL=20261231T225959Z"


def test_another_programs_end_stays_as_it_wrote_it_until_it_is_changed(ask: Ask) -> None:
    dialog = ask(replace(MEETING, rule="FREQ=WEEKLY;UNTIL=20261230T080000Z"), known=True)
    assert dialog.wish().rule == "FREQ=WEEKLY;UNTIL=20261230T080000Z"

    click(dialog.fields.until)

    assert dialog.wish().rule == "FREQ=WEEKLY"


def test_a_series_that_ends_before_it_begins_is_not_saved(ask: Ask) -> None:
    dialog = ask(MEETING)

    choose(dialog.fields.repeats, "Every week")
    click(dialog.fields.until)
    type_day(dialog.fields.until_day, "01102026")

    assert dialog.remark.text() == "The series would end before it begins."
    assert not dialog.save.isEnabled()


def test_what_happens_on_days_that_not_every_month_has_is_said(ask: Ask) -> None:
    dialog = ask(replace(MEETING, start=at("2026-10-31T09:00"), end=at("2026-10-31T10:00")))

    choose(dialog.fields.repeats, "Every month")
    assert dialog.remark.text() == "It is left out in months that have no day 31."

    type_day(dialog.fields.first_day, "28102026")
    assert dialog.remark.isHidden()


def test_a_leap_day_says_when_it_comes_back(ask: Ask) -> None:
    dialog = ask(replace(MEETING, start=at("2028-02-29T09:00"), end=at("2028-02-29T10:00")))

    choose(dialog.fields.repeats, "Every year")

    assert dialog.remark.text() == "It comes back in leap years only."


def test_a_rule_that_the_dialog_does_not_know_is_kept(ask: Ask) -> None:
    dialog = ask(replace(MEETING, rule=None), known=True)

    assert dialog.fields.repeats.text() == "By a rule of its own"
    assert dialog.wish().rule is None


def test_one_of_a_series_leaves_alone_what_belongs_to_all(ask: Ask) -> None:
    dialog = ask(replace(MEETING, rule="FREQ=WEEKLY"), known=True, series=True)

    assert not dialog.wish().whole_series
    assert dialog.fields.repeats.isHidden()
    assert not dialog.fields.kind.isEnabled()

    press(dialog.fields.extent, "The whole series")

    assert dialog.wish().whole_series
    assert not dialog.fields.repeats.isHidden()
    assert dialog.fields.kind.isEnabled()


@pytest.mark.parametrize(("words", "whole"), [("This one", False), ("The whole series", True)])
def test_removing_says_how_much_of_a_series_is_meant(ask: Ask, words: str, whole: bool) -> None:
    dialog = ask(replace(MEETING, rule="FREQ=WEEKLY"), known=True, series=True)
    removed: list[bool] = []
    dialog.removed.connect(removed.append)

    press(dialog.fields.extent, words)
    click(dialog.remove)

    assert removed == [whole]


# --- keyboard and names ---


def test_enter_saves_and_escape_leaves(ask: Ask) -> None:
    first = ask(MEETING)
    saved = kept(first)
    enter(first.fields.title)
    assert [form.title for form in saved] == ["Comité de communication"]

    second = ask(MEETING)
    saved = kept(second)
    escape(second)
    assert second.isHidden()
    assert not saved


def test_tab_goes_from_above_to_below(ask: Ask) -> None:
    dialog = ask(MEETING, known=True)
    fields = dialog.fields

    way = walk(dialog)

    expected = [
        *(fields.title, fields.kind, fields.line, fields.campaign, fields.first_day, fields.first_time),
        *(fields.whole_day, fields.last_day, fields.last_time, fields.repeats, fields.place, fields.notes),
    ]
    assert [widget for widget in way if widget in expected] == expected
    assert way[-1] is dialog.save


def test_everything_has_a_name_for_those_who_do_not_see_it(ask: Ask) -> None:
    assert nameless(ask(replace(MEETING, rule="FREQ=WEEKLY"), known=True, series=True)) == []


def test_the_form_names_the_instant_in_utc(ask: Ask) -> None:
    start = ask(MEETING).wish().start

    assert isinstance(start, PlannedTime)
    assert start.instant == datetime(2026, 10, 14, 7, tzinfo=UTC)
