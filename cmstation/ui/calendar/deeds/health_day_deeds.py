"""What the person does with health days and holidays: prepare, take up, correct, add, choose the region."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Slot
from shiboken6 import isValid

from cmstation.domain.drafts import Draft
from cmstation.ui.calendar.dialogs.health_day_card import HealthDayCard

if TYPE_CHECKING:
    from cmstation.domain.health_days import HealthDay
    from cmstation.domain.regions import Region
    from cmstation.services.station import Station
    from cmstation.ui.calendar.tab import CalendarTab
    from cmstation.ui.commands import Commands


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class YearOfDays:
    """What the list of a year shows.

    Args:
        hidden: themes whose days the calendar does not show.
        own: slugs of the days that the clinic added.
    """

    year: int
    days: "tuple[HealthDay, ...]"
    hidden: frozenset[str]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read before a card opens."""

    written: int | None
    earlier: bool


class HealthDayDeeds(QObject):
    """Joins the cards and lists of health days to the services."""

    def __init__(self, tab: "CalendarTab", station: "Station", commands: "Commands") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands

    # --- one day ---

    def show(self, day: "HealthDay", place: QRect) -> None:
        """Show what is known of a day, and what can be done with it."""
        posts = self._station.health_day_posts

        def read() -> _Known:
            written = posts.posts_for(day.slug, day.year)
            return _Known(written[-1] if written else None, posts.last_post(day.slug, day.year) is not None)

        self._commands.ask(
            read, lambda known: self._open_card(day, place, known), owner=self, replaces="health-day"
        )

    def _open_card(self, day: "HealthDay", place: QRect, known: _Known) -> None:
        card = HealthDayCard(
            self._tab.icons, day, written=known.written, earlier=known.earlier, parent=self._tab
        )
        card.prepare_wanted.connect(lambda: self._prepare(day))
        card.take_up_wanted.connect(lambda: self._take_up(day))
        card.post_wanted.connect(self._tab.post_wanted)
        card.dates_wanted.connect(lambda: self.ask_dates(day))
        card.skip_wanted.connect(lambda: self._skip(day))
        card.open_over(place)

    def _prepare(self, day: "HealthDay") -> None:
        self._commands.run(
            lambda: self._station.health_day_posts.prepare(day.slug, day.year),
            done=self._written,
            owner=self,
        )

    def _take_up(self, day: "HealthDay") -> None:
        self._commands.run(
            lambda: self._station.health_day_posts.take_up(day.slug, day.year),
            done=self._written,
            undo_text=self.tr("“{day}” taken up: it has to be read and validated again").format(
                day=day.name_fr
            ),
            owner=self,
        )

    def _written(self, draft: Draft) -> None:
        self._tab.post_wanted.emit(draft.id)

    def ask_dates(self, day: "HealthDay", then: Callable[[], None] = _nothing) -> None:
        """Ask when a day falls in its year.

        Args:
            then: called once it is stored.
        """
        from cmstation.ui.calendar.dialogs.dates_dialog import DatesDialog  # noqa: PLC0415 - made when asked for

        dialog = DatesDialog(self._tab.icons, day, parent=self._tab.window())

        def keep(first: date, last: date) -> None:
            self._commands.run(
                lambda: self._station.health_days.set_dates(day.slug, day.year, first, last),
                done=lambda _day: then(),
                undo_text=self.tr("Dates of “{day}” kept").format(day=day.name_fr),
                owner=self,
            )

        def forget() -> None:
            self._commands.run(
                lambda: self._station.health_days.forget_dates(day.slug, day.year),
                done=lambda _day: then(),
                undo_text=self.tr("“{day}” follows its rule again").format(day=day.name_fr),
                owner=self,
            )

        dialog.chosen.connect(keep)
        dialog.forgotten.connect(forget)
        dialog.open()

    def _skip(self, day: "HealthDay") -> None:
        self._commands.run(
            lambda: self._station.health_days.not_this_year(day.slug, day.year),
            undo_text=self.tr("“{day}” is not kept in {year}").format(day=day.name_fr, year=day.year),
            owner=self,
        )

    # --- all days ---

    @Slot()
    def open_list(self) -> None:
        """Show all health days of the year that is shown."""
        self._read_year(self._tab.shown.day.year, self._open_list)

    def _open_list(self, found: YearOfDays) -> None:
        from cmstation.ui.calendar.dialogs.health_days_dialog import HealthDaysDialog  # noqa: PLC0415 - when asked for

        dialog = HealthDaysDialog(
            self._tab.icons,
            found.year,
            found.days,
            found.hidden,
            found.own,
            near=self._tab.shown.day,
            parent=self._tab.window(),
        )

        def read_again() -> None:
            if isValid(dialog):
                read(dialog.year)

        def read(year: int) -> None:
            self._read_year(year, show)

        def show(new: YearOfDays) -> None:
            if isValid(dialog):
                dialog.show_year(new.year, new.days, new.hidden, new.own)

        def add(name: str, day: date, themes: str) -> None:
            self._add(name, day, themes, read_again)

        def correct(day: "HealthDay") -> None:
            self.ask_dates(day, read_again)

        def remove(day: "HealthDay") -> None:
            self._remove(day, read_again)

        dialog.year_wanted.connect(read)
        dialog.day_wanted.connect(self._go_to)
        dialog.dates_wanted.connect(correct)
        dialog.prepare_wanted.connect(self._prepare)
        dialog.themes_hidden.connect(self._hide)
        dialog.added.connect(add)
        dialog.removed.connect(remove)
        dialog.open()

    def _read_year(self, year: int, answer: Callable[[YearOfDays], None]) -> None:
        health = self._station.health_days

        def read() -> YearOfDays:
            own = tuple(row.slug for row in health.own())
            return YearOfDays(year, health.for_year(year, hidden=True), health.hidden_themes(), own)

        self._commands.ask(read, answer, owner=self, replaces="health-days")

    def _go_to(self, day: "HealthDay") -> None:
        self._tab.shown.go_to(day.start)

    def _hide(self, themes: frozenset[str]) -> None:
        self._commands.run(
            lambda: self._station.health_days.hide_themes(themes),
            undo_text=self.tr("Themes of health days chosen"),
            owner=self,
        )

    def _add(self, name: str, day: date, themes: str, then: Callable[[], None]) -> None:
        self._commands.run(
            lambda: self._station.health_days.add_own(name, day, (themes,)),
            done=lambda _row: then(),
            undo_text=self.tr("“{day}” added").format(day=name),
            owner=self,
        )

    def _remove(self, day: "HealthDay", then: Callable[[], None]) -> None:
        self._commands.run(
            lambda: self._station.health_days.remove_own(day.slug),
            done=lambda _none: then(),
            undo_text=self.tr("“{day}” removed").format(day=day.name_fr),
            owner=self,
        )

    # --- holidays ---

    @Slot()
    def open_days_off(self) -> None:
        """Ask where the clinic is, as far as holidays depend on it."""
        days_off = self._station.days_off

        def read() -> "tuple[Region, date | None, bool, Exception | None]":
            return (
                days_off.region(),
                days_off.schools_known_until(),
                days_off.has_school_file(),
                days_off.trouble(),
            )

        self._commands.ask(read, self._open_days_off, owner=self)

    def _open_days_off(self, found: "tuple[Region, date | None, bool, Exception | None]") -> None:
        from cmstation.ui.calendar.dialogs.days_off_dialog import DaysOffDialog  # noqa: PLC0415 - when asked for

        dialog = DaysOffDialog(self._tab.icons, *found, parent=self._tab.window())
        dialog.region_chosen.connect(self._set_region)
        dialog.file_chosen.connect(self._set_file)
        dialog.shipped_wanted.connect(self._use_shipped)
        dialog.open()

    @Slot(object)
    def _set_region(self, region: "Region") -> None:
        self._commands.run(
            lambda: self._station.days_off.set_region(region),
            undo_text=self.tr("Place of the clinic chosen"),
            owner=self,
        )

    @Slot(object)
    def _set_file(self, path: Path) -> None:
        self._commands.run(
            lambda: self._station.days_off.set_school_file(path),
            undo_text=self.tr("School holidays taken from the file"),
            owner=self,
        )

    @Slot()
    def _use_shipped(self) -> None:
        self._commands.run(
            self._station.days_off.use_shipped_file,
            undo_text=self.tr("School holidays of the program again"),
            owner=self,
        )
