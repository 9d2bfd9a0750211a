"""The rhythm of the clinic: at which hours each account speaks, how the lines share, what to warn of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.dialogs.hours_text import NotHours, hours_in, hours_words
from cmstation.ui.dates import weekday_name
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import ElidedLabel, PageTitle, Paragraph, Words
from cmstation.ui.theme.tokens import Space

_MONDAY = date(2024, 1, 1)
_NAMES = 168
_CELL, _WIDEST_CELL, _CELL_SIDES = 96, 144, 28
_HEIGHT = 480
SLOTS, SHARES, WARNINGS = "slots", "shares", "warnings"


@dataclass(frozen=True, slots=True)
class RhythmWish:
    """What the dialog shows and gives back.

    Args:
        slots: hours by account and weekday (0 is Monday).
        wishes: per cent by editorial line, None without a wish.
        gap_minutes: two posts of an account that are nearer are too close.
        silence_days: days without a post that are worth a warning.
        approval_days: days before its hour by which a post should be approved.
    """

    slots: Mapping[tuple[int, int], tuple[time, ...]]
    wishes: Mapping[int, int | None]
    gap_minutes: int
    silence_days: int
    approval_days: int


class RhythmDialog(DialogFrame):
    """Three pages: slots, shares, warnings.

    Signals:
        saved: the `RhythmWish` that the person wants.
    """

    saved = Signal(object)

    def __init__(
        self,
        icons: Icons,
        wish: RhythmWish,
        accounts: Mapping[int, str],
        lines: Sequence[EditorialLine],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, self.tr("Rhythm of the clinic"), parent=parent)
        self.setModal(True)
        self.setMinimumHeight(_HEIGHT)
        self._wish = wish
        self.cells: dict[tuple[int, int], QLineEdit] = {}
        self.shares: dict[int, QSpinBox] = {}
        self.gap = self._spin(0, 24 * 60, wish.gap_minutes, self.tr(" min"))
        self.silence = self._days(1, 60, wish.silence_days)
        self.approval = self._days(0, 30, wish.approval_days)
        self.remark = Paragraph(icons, "", font="note", colour="danger", parent=self)
        self.save = PrimaryButton(icons, self.tr("Save"))
        self.choice = Segmented(icons, self.tr("Part of the rhythm"), parent=self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._slots_page(accounts))
        self.pages.addWidget(self._shares_page(lines))
        self.pages.addWidget(self._warnings_page())
        for key, words in (
            (SLOTS, self.tr("Weekly slots")),
            (SHARES, self.tr("Editorial lines")),
            (WARNINGS, self.tr("Warnings")),
        ):
            self.choice.add(key, words)
        self.choice.chosen.connect(self.show_page)
        self._lay_out()
        self._look()

    def show_page(self, key: str) -> None:
        """Show one part."""
        self.choice.choose(key)
        self.pages.setCurrentIndex((SLOTS, SHARES, WARNINGS).index(key))

    def wish(self) -> RhythmWish:
        """Return what is written now.

        Raises:
            NotHours: a cell holds something else.
        """
        return RhythmWish(
            slots={key: hours_in(cell.text()) for key, cell in self.cells.items()},
            wishes={line: spin.value() or None for line, spin in self.shares.items()},
            gap_minutes=self.gap.value(),
            silence_days=self.silence.value(),
            approval_days=self.approval.value(),
        )

    # --- inside ---

    def _slots_page(self, accounts: Mapping[int, str]) -> QWidget:
        inner = QWidget()
        hours = (
            self.fontMetrics().horizontalAdvance(hours_words(each)) for each in self._wish.slots.values()
        )
        self._cell_width = min(max(_CELL, max(hours, default=0) + _CELL_SIDES), _WIDEST_CELL)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, Space.M, 0)
        grid.setHorizontalSpacing(Space.XS)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnMinimumWidth(0, _NAMES)
        days = [_MONDAY + timedelta(days=place) for place in range(7)]
        for column, day in enumerate(days, start=1):
            grid.setColumnStretch(column, 1)
            grid.addWidget(Words(self.icons, weekday_name(day, short=True), colour="muted"), 0, column)
        for row, (account, name) in enumerate(accounts.items(), start=1):
            grid.addWidget(ElidedLabel(self.icons, name), row, 0)
            for weekday, day in enumerate(days):
                grid.addWidget(self._cell(account, weekday, name, day), row, weekday + 1)
        grid.setRowStretch(len(accounts) + 1, 1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard, and scroll it
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setMinimumWidth(grid.minimumSize().width())
        told = self.tr(
            "Write the hours at which an account usually speaks, for instance 9:00 or 12:30, 18:00. "
            "“Put in the queue” gives a post the next free one."
        )
        return self._page(told, area)

    def _cell(self, account: int, weekday: int, name: str, day: date) -> QLineEdit:
        cell = QLineEdit(hours_words(self._wish.slots.get((account, weekday), ())))
        cell.setMinimumWidth(self._cell_width)
        cell.setCursorPosition(0)
        cell.setToolTip(cell.text())
        cell.setAccessibleName(
            self.tr("{account}, {weekday}").format(account=name, weekday=weekday_name(day))
        )
        cell.textChanged.connect(self._look)
        self.cells[account, weekday] = cell
        return cell

    def _shares_page(self, lines: Sequence[EditorialLine]) -> QWidget:
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnMinimumWidth(0, _NAMES)
        grid.setColumnStretch(2, 1)
        for row, line in enumerate(lines):
            words = Words(self.icons, line.name)
            spin = self._spin(0, 100, self._wish.wishes.get(line.id) or 0, self.tr(" %"))
            spin.setSpecialValueText(self.tr("no wish"))
            spin.setAccessibleName(line.name)
            spin.valueChanged.connect(self._look)
            words.setBuddy(spin)
            self.shares[line.id] = spin
            grid.addWidget(words, row, 0)
            grid.addWidget(spin, row, 1)
        grid.setRowStretch(len(lines), 1)
        told = self.tr(
            "What part of a month’s posts each editorial line should have; the bar above the "
            "calendar compares."
        )
        if not lines:
            told = self.tr("The clinic has no editorial lines yet: they are added in a post, under Theme.")
        return self._page(told, inner)

    def _warnings_page(self) -> QWidget:
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(2, 1)
        rows = (
            (self.tr("Two posts of an account are too close within"), self.gap),
            (self.tr("Say when nothing is planned for"), self.silence),
            (self.tr("A post should be approved before its hour by"), self.approval),
        )
        for row, (label, field) in enumerate(rows):
            words = Words(self.icons, label)
            words.setBuddy(field)
            field.setAccessibleName(label)
            grid.addWidget(words, row, 0)
            grid.addWidget(field, row, 1)
        grid.setRowStretch(len(rows), 1)
        told = self.tr(
            "The calendar looks at what is planned and says what deserves a second look. It "
            "never changes anything."
        )
        return self._page(told, inner)

    def _page(self, told: str, inner: QWidget) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(Paragraph(self.icons, told, colour="muted"))
        column.addWidget(inner, 1)
        return page

    def _lay_out(self) -> None:
        self.body.addWidget(PageTitle(self.icons, self.windowTitle()))
        self.body.addWidget(self.choice)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.remark)
        self.add_cancel()
        self.save.clicked.connect(self._save)
        self.add_button(self.save, default=True)

    def _spin(self, least: int, most: int, value: int, unit: str) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(least, most)
        spin.setValue(value)
        spin.setSuffix(unit)
        spin.setMinimumWidth(112)
        return spin

    def _days(self, least: int, most: int, value: int) -> QSpinBox:
        spin = self._spin(least, most, value, self._unit(value))
        spin.valueChanged.connect(self._count)
        return spin

    def _unit(self, days: int) -> str:
        return self.tr(" day(s)", "", days)

    @Slot(int)
    def _count(self, days: int) -> None:
        """Say "1 day" and "2 days"."""
        spin = self.sender()
        assert isinstance(spin, QSpinBox)  # noqa: S101 (nothing else is joined)
        spin.setSuffix(self._unit(days))

    @Slot()
    def _look(self) -> None:
        """Say what cannot be kept as it is."""
        words = ""
        for cell in self.cells.values():
            try:
                hours_in(cell.text())
            except NotHours:
                words = self.tr("{where}: “{text}” is no hour. Write 9:00, or 12:30, 18:00.").format(
                    where=cell.accessibleName(), text=cell.text()
                )
                break
        total = sum(spin.value() for spin in self.shares.values())
        if not words and total > 100:
            words = self.tr("The wished shares make {total} % together.").format(total=total)
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
        self.save.setEnabled(not words)

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self.wish())
        self.accept()
