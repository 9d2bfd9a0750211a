"""All health days of a year: to look through, to correct, to add to."""

from datetime import date

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSpinBox, QWidget

from cmstation.domain.health_days import FIRST_YEAR, LAST_YEAR, HealthDay, themes_of
from cmstation.ui.calendar.dialogs.health_days_list import HealthDaysList
from cmstation.ui.calendar.dialogs.own_day_row import OwnDayRow
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.fields import SearchField
from cmstation.ui.kit.labels import Note, PageTitle
from cmstation.ui.theme.tokens import Space

_WIDTH, _HEIGHT = 920, 600


class HealthDaysDialog(DialogFrame):
    """A list of a year, with what can be done with each day.

    Signals:
        year_wanted: another year.
        day_wanted: show this `HealthDay` in the calendar; the list closes.
        dates_wanted: correct the dates of this one; the list stays, so that others can follow.
        prepare_wanted: write a post for this one; the list closes.
        themes_hidden: the themes whose days the calendar should not show.
        added: name, date and themes of a day of the clinic.
        removed: a day of the clinic that is given up.
    """

    year_wanted = Signal(int)
    day_wanted = Signal(object)
    dates_wanted = Signal(object)
    prepare_wanted = Signal(object)
    themes_hidden = Signal(object)
    added = Signal(str, object, str)
    removed = Signal(object)

    def __init__(
        self,
        icons: Icons,
        year: int,
        days: tuple[HealthDay, ...],
        hidden: frozenset[str],
        own: tuple[str, ...],
        *,
        near: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a year.

        Args:
            hidden: themes whose days the calendar does not show.
            own: slugs of the clinic's own days.
            near: the day around which to look; January when not given.
        """
        super().__init__(icons, self.tr("Health days"), parent=parent)
        self.setModal(True)
        self.setMinimumSize(_WIDTH, _HEIGHT)
        self._hidden = hidden
        self._own: tuple[str, ...] = ()
        self._days: tuple[HealthDay, ...] = ()
        self.years = QSpinBox(self)
        self.years.setRange(FIRST_YEAR, LAST_YEAR)
        self.years.setValue(year)
        self.years.setKeyboardTracking(False)
        self.years.setAccessibleName(self.tr("Year"))
        self.search = SearchField(icons, self.tr("Name or theme"), parent=self)
        self.count = Note(icons, "", parent=self)
        self.themes = SecondaryButton(icons, "", icon="filter", parent=self)
        self.themes.setAutoDefault(False)
        self.themes.setMenu(QMenu(self.themes))
        self.list = HealthDaysList(parent=self)
        self.new_day = OwnDayRow(icons, near or date(year, 1, 15), parent=self)
        self._lay_out(icons)
        self._join()
        self.show_year(year, days, hidden, own)
        self.list.scroll_near(near or date(year, 1, 1))
        self.search.setFocus()

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self.years.value()

    def show_year(
        self, year: int, days: tuple[HealthDay, ...], hidden: frozenset[str], own: tuple[str, ...]
    ) -> None:
        """Show the days of a year."""
        self.years.blockSignals(True)
        self.years.setValue(year)
        self.years.blockSignals(False)
        self._days, self._hidden, self._own = days, hidden, own
        self.list.show_days(days, own)
        self._fill_themes()
        self._look()

    def current(self) -> HealthDay | None:
        """Return the day that is chosen."""
        return self.list.day()

    # --- inside ---

    def _fill_themes(self) -> None:
        some = self.tr("Themes shown (some)") if self._hidden else self.tr("Themes shown (all)")
        self.themes.setText(some)
        menu = self.themes.menu()
        menu.clear()
        every = menu.addAction(self.tr("Show all themes"))
        every.setEnabled(bool(self._hidden))
        every.triggered.connect(lambda _checked=False: self._hide(frozenset()))
        menu.addSeparator()
        for theme in themes_of(self._days):
            action = menu.addAction(theme.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(theme not in self._hidden)
            action.triggered.connect(lambda _checked=False, one=theme: self._hide(self._hidden ^ {one}))

    def _hide(self, themes: frozenset[str]) -> None:
        self._hidden = themes
        self._fill_themes()
        self.themes_hidden.emit(themes)

    @Slot()
    def _look(self) -> None:
        """Show what the words find."""
        self.count.setText(self.tr("%n day(s)", "", self.list.show_found(self.search.text())))

    @Slot()
    def _enable(self) -> None:
        day = self.current()
        for button in (self.go, self.dates, self.prepare):
            button.setEnabled(day is not None)
        self.remove.setVisible(day is not None and day.slug in self._own)

    def _with_day(self, wish: SignalInstance) -> None:
        day = self.current()
        if day is not None:
            wish.emit(day)

    def _close_with(self, wish: SignalInstance) -> None:
        self._with_day(wish)
        self.accept()

    def _join(self) -> None:
        self.search.textChanged.connect(self._look)
        self.years.valueChanged.connect(self.year_wanted)
        self.list.day_changed.connect(self._enable)
        self.list.day_opened.connect(self.dates_wanted)
        self.new_day.added.connect(self.added)
        self.go.clicked.connect(lambda: self._close_with(self.day_wanted))
        self.prepare.clicked.connect(lambda: self._close_with(self.prepare_wanted))
        self.dates.clicked.connect(lambda: self._with_day(self.dates_wanted))
        self.remove.clicked.connect(lambda: self._with_day(self.removed))

    def _lay_out(self, icons: Icons) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(PageTitle(icons, self.windowTitle()))
        head.addWidget(self.years)
        head.addSpacing(Space.M)
        head.addWidget(self.search, 1)
        head.addWidget(self.count)
        head.addWidget(self.themes)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.new_day)
        self.dates = GhostButton(icons, self.tr("Its dates…"))
        self.go = GhostButton(icons, self.tr("Show in the calendar"))
        self.remove = GhostButton(icons, self.tr("Remove"), icon="trash")
        for button in (self.dates, self.go, self.remove):
            button.setAutoDefault(False)
            self.add_foot_left(button)
        close = SecondaryButton(icons, self.tr("Close"))
        close.clicked.connect(self.reject)
        self.prepare = PrimaryButton(icons, self.tr("Prepare a post"), icon="draft")
        self.add_button(close)
        self.add_button(self.prepare)
