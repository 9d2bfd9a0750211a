"""What the person does with health days and holidays, in the real tab."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QRect

from cmstation.domain.drafts import Stage as Writing
from cmstation.domain.health_days import HealthDay
from cmstation.domain.regions import Region
from cmstation.ui.calendar.deeds.health_day_deeds import HealthDayDeeds
from cmstation.ui.calendar.dialogs.dates_dialog import DatesDialog
from cmstation.ui.calendar.dialogs.days_off_dialog import DaysOffDialog
from cmstation.ui.calendar.dialogs.health_day_card import HealthDayCard
from cmstation.ui.calendar.dialogs.health_days_dialog import HealthDaysDialog
from tests.ui.calendar.tab_stage import Stage

PLACE = QRect(200, 200, 80, 20)


def deeds_of(stage: Stage) -> HealthDayDeeds:
    assert stage.tab.menus is not None
    return stage.tab.menus.health


def a_day(stage: Stage, year: int = 2026) -> HealthDay:
    """A day that lies ahead and for which nothing was written yet."""
    posts = stage.station.health_day_posts
    return next(
        day
        for day in stage.station.health_days.for_year(year)
        if day.start > date(2026, 11, 15)
        and not posts.posts_for(day.slug, day.year)
        and posts.last_post(day.slug, day.year) is None
    )


def card_of(stage: Stage, day: HealthDay) -> HealthDayCard:
    stage.tab.shown.health_day_wanted.emit(day, PLACE)
    stage.settled()
    return stage.window(HealthDayCard)


def rows_of(dialog: HealthDaysDialog, name: str) -> list[str]:
    """When a day falls, as the list says it."""
    rows = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    return [row.text(0) for row in rows if row is not None and row.text(1) == name]


def test_a_post_is_prepared_for_a_day_and_found_again_on_its_card(stage: Stage, opened: list[int]) -> None:
    day = a_day(stage)

    card_of(stage, day).prepare.click()
    stage.settled()
    stage.settled()

    draft = stage.station.drafts.open(opened[0])
    assert draft.title == day.name_fr
    assert draft.planned is not None
    assert draft.planned.wall.date() == day.start
    card = card_of(stage, day)
    assert not hasattr(card, "prepare")
    card.close()


def test_the_post_of_an_earlier_year_is_taken_up_and_has_to_be_read_again(
    stage: Stage, opened: list[int]
) -> None:
    day, posts = a_day(stage), stage.station.health_day_posts
    earlier = posts.prepare(day.slug, day.year - 1).value.id
    stage.station.drafts.update(earlier, text="Nos équipes vous reçoivent.", stage=Writing.APPROVED)

    card_of(stage, day).take_up.click()
    stage.settled()
    stage.settled()

    draft = stage.station.drafts.open(opened[0])
    assert draft.text == "Nos équipes vous reçoivent."
    assert draft.stage is Writing.DRAFT
    assert draft.planned is not None
    assert draft.planned.wall.date() == day.start
    assert "has to be read and validated again" in stage.words()
    stage.undo()
    assert stage.station.drafts.open(opened[0]).deleted_at is not None


def test_dates_are_corrected_for_one_year_and_the_calendar_shows_them(stage: Stage) -> None:
    day = a_day(stage)
    card_of(stage, day).dates.click()
    dialog = stage.window(DatesDialog)
    dialog.first.show_day(date(2026, 11, 2))
    dialog.last.show_day(date(2026, 11, 3))
    dialog.save.click()
    stage.settled()
    stage.settled()

    assert stage.tab.plan is not None
    (shown,) = [one for one in stage.tab.plan.health_days if one.slug == day.slug]
    assert (shown.start, shown.end, shown.to_confirm) == (date(2026, 11, 2), date(2026, 11, 3), False)
    stage.undo()
    assert stage.station.health_days.day(day.slug, 2026).start == day.start


def test_a_day_that_is_not_kept_this_year_disappears_and_undo_brings_it_back(stage: Stage) -> None:
    day = a_day(stage)

    card_of(stage, day).skip.click()
    stage.settled()
    stage.settled()
    assert stage.tab.plan is not None
    assert day.slug not in [one.slug for one in stage.tab.plan.health_days]

    stage.undo()
    assert day.slug in [one.slug for one in stage.tab.plan.health_days]


def test_a_day_of_the_clinic_is_added_corrected_and_removed_in_the_list(stage: Stage) -> None:
    deeds_of(stage).open_list()
    stage.settled()
    dialog = stage.window(HealthDaysDialog)
    assert dialog.year == 2026

    dialog.added.emit("Fête de la clinique", date(2026, 10, 22), "équipe, prévention")
    stage.settled()
    stage.settled()
    assert stage.tab.plan is not None
    (own,) = [one for one in stage.tab.plan.health_days if one.name_fr == "Fête de la clinique"]
    assert own.themes == ("équipe", "prévention")
    (row,) = [one for one in stage.station.health_days.own() if one.slug == own.slug]
    assert dialog.list.show_found("Fête de la clinique") == 1

    dialog.dates_wanted.emit(own)
    dates = stage.window(DatesDialog)
    dates.first.show_day(date(2026, 10, 23))
    dates.save.click()
    stage.settled()
    stage.settled()
    stage.settled()
    assert rows_of(dialog, "Fête de la clinique") == ["23 Oct"]

    dialog.removed.emit(own)
    stage.settled()
    stage.settled()
    assert row.slug not in [one.slug for one in stage.station.health_days.own()]
    assert dialog.list.show_found("Fête de la clinique") == 0
    dialog.reject()


def test_themes_are_hidden_and_shown_again(stage: Stage) -> None:
    assert stage.tab.plan is not None
    day = next(one for one in stage.tab.plan.health_days if len(one.themes) == 1)
    deeds_of(stage).open_list()
    stage.settled()
    dialog = stage.window(HealthDaysDialog)

    dialog.themes_hidden.emit(frozenset(day.themes))
    stage.settled()
    stage.settled()
    assert day.slug not in [one.slug for one in stage.tab.plan.health_days]

    stage.undo()
    assert day.slug in [one.slug for one in stage.tab.plan.health_days]
    dialog.reject()


def test_the_list_leads_to_a_day_of_another_year(stage: Stage) -> None:
    deeds_of(stage).open_list()
    stage.settled()
    dialog = stage.window(HealthDaysDialog)
    dialog.years.setValue(2028)
    stage.settled()
    day = stage.station.health_days.for_year(2028)[3]

    dialog.day_wanted.emit(day)
    dialog.accept()
    stage.settled()

    assert stage.tab.shown.day == day.start


# --- holidays ---


def test_another_region_has_other_holidays(stage: Stage) -> None:
    stage.station.days_off.set_region(Region.FRANCE_C)
    stage.look()
    deeds_of(stage).open_days_off()
    stage.settled()
    dialog = stage.window(DaysOffDialog)
    assert stage.tab.plan is not None
    before = stage.tab.plan.days_off

    dialog.region.setCurrentIndex(dialog.region.findData(Region.QUEBEC))
    dialog.save.click()
    stage.settled()
    stage.settled()

    assert stage.station.days_off.region() is Region.QUEBEC
    assert stage.tab.plan.days_off != before
    stage.undo()
    assert stage.tab.plan.days_off == before


def test_a_file_of_school_holidays_that_cannot_be_read_changes_nothing(stage: Stage, tmp_path: Path) -> None:
    bad = tmp_path / "vacances.csv"
    bad.write_text("rien de lisible", encoding="utf-8")
    deeds_of(stage).open_days_off()
    stage.settled()
    dialog = stage.window(DaysOffDialog)

    dialog.file_chosen.emit(bad)
    stage.settled()

    assert "This file of school holidays cannot be used" in stage.words()
    assert not stage.station.days_off.has_school_file()
    dialog.reject()
