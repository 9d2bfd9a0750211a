"""A person at the page of statistics: reads what it shows, and does what it offers."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableWidget, QWidget

from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.statistics.answer_card import ChartAnswer, TextAnswer
from cmstation.ui.statistics.answers_accounts import AccountsAnswer, FigureRow
from cmstation.ui.statistics.answers_posts import WorkedAnswer
from cmstation.ui.statistics.charts.table_view import ChartTable
from cmstation.ui.statistics.entry_dialog import EntryDialog
from cmstation.ui.statistics.goal_dialog import GoalDialog
from cmstation.ui.statistics.import_dialog import ImportDialog
from cmstation.ui.statistics.tab import StatisticsTab
from tests.journeys.conftest import Officer, type_letters
from tests.journeys.shown import Part, types_the_name, visible

_LEFT = Qt.MouseButton.LeftButton
_DISPLAY = Qt.ItemDataRole.DisplayRole


class StatReader:
    """The person."""

    def __init__(self, officer: Officer) -> None:
        """Go to the statistics with the keyboard."""
        self.officer = officer
        officer.press("Ctrl+5")
        officer.wait_until(lambda: bool(visible(StatisticsTab)))
        (self.tab,) = visible(StatisticsTab)
        officer.wait_until(lambda: self.tab.period is not None)
        self.settle()

    def settle(self) -> None:
        """Wait until every answer is on the page."""
        self.officer.settle()
        self.officer.wait_until(lambda: not self.tab.under_way)
        # What was just made is shown a turn later.
        turned: list[bool] = []
        QTimer.singleShot(0, lambda: turned.append(True))
        self.officer.wait_until(lambda: bool(turned))
        self.officer.settle()

    # --- going ---

    @property
    def title(self) -> str:
        """The period that the page names."""
        return self.tab.bar.title.text()

    def go(self, keys: str, title: str) -> None:
        """Press keys that lead to another period."""
        self.officer.press(keys)
        self.officer.wait_until(lambda: self.title == title)
        self.settle()

    def choose_kind(self, words: str, title: str) -> None:
        """Click a kind of period."""
        self.officer.click(self.officer.button(words, self.tab.bar.kinds))
        self.officer.wait_until(lambda: self.title == title)
        self.settle()

    def card(self, kind: type[Part]) -> Part:
        """Return an answer of the page."""
        found = self.tab.card(kind)
        assert isinstance(found, kind)
        return found

    def look_at(self, widget: QWidget) -> None:
        """Scroll until something is seen."""
        self.tab.area.ensureWidgetVisible(widget, 0, 80)
        self.settle()

    # --- reading ---

    def words(self, kind: type[QWidget]) -> list[str]:
        """Return every sentence of an answer that is shown."""
        return [one.text() for one in self.card(kind).findChildren(QLabel) if one.isVisible()]

    def unfold(self, kind: type[ChartAnswer] | type[TextAnswer]) -> None:
        """Click "Details" where it is folded."""
        card = self.card(kind)
        self.look_at(card.details_button)
        if not card.details_button.isChecked():
            self.officer.click(card.details_button)
            self.settle()

    def figures(self) -> dict[str, tuple[str, str, str]]:
        """Return the figures of accounts by subject: the figure, and its two changes."""
        found: dict[str, tuple[str, str, str]] = {}
        for row in self.card(AccountsAnswer).findChildren(FigureRow):
            if row.isVisible():
                subject, _, spoken = row.value.accessibleName().partition(": ")
                assert spoken == row.value.text()
                assert subject not in found
                found[subject] = (row.value.text(), row.before.text(), row.year.text())
        return found

    def explained(self, subject: str) -> tuple[str, str, str]:
        """Return what is told of a figure, and of its two changes, to who cannot see them."""
        rows = self.card(AccountsAnswer).findChildren(FigureRow)
        row = next(
            one
            for one in rows
            if one.isVisible() and one.value.accessibleName().partition(": ")[0] == subject
        )
        labels = (row.value, row.before, row.year)
        return labels[0].toolTip(), labels[1].accessibleDescription(), labels[2].accessibleDescription()

    def scores(self) -> list[tuple[str, str]]:
        """Return the listed posts with what is said of their scores, from top to bottom."""
        fold = self.card(WorkedAnswer).fold
        titles = [(one.parentWidget(), one.text()) for one in fold.findChildren(LinkButton)]
        told = {id(one.parentWidget()): one.text() for one in fold.findChildren(Paragraph)}
        return [(title, told[id(row)]) for row, title in titles if row is not None and row.isVisible()]

    def table(self, kind: type[ChartAnswer]) -> list[tuple[str, ...]]:
        """Return the table behind a chart, its head first; click "Table" where the chart is shown."""
        card = self.card(kind)
        self.look_at(card)
        if not card.shows_table:
            self.officer.click(card.toggle)
        (shown,) = [one for one in card.findChildren(ChartTable) if one.isVisible()]
        model = shown.model()
        columns = range(model.columnCount())
        head = tuple(str(model.headerData(one, Qt.Orientation.Horizontal, _DISPLAY)) for one in columns)
        rows = [
            tuple(str(model.index(row, column).data() or "") for column in columns)
            for row in range(model.rowCount())
        ]
        return [head, *rows]

    # --- doing ---

    def export(self, kind: type[ChartAnswer], file: Path) -> str:
        """Write the table of a chart as CSV; return what the file holds."""
        card = self.card(kind)
        self.look_at(card)
        with types_the_name(file):
            self.officer.choose("Figures (CSV)", lambda: self.officer.click(card.export))
            self.officer.wait_until(file.exists)
        self.settle()
        assert f"Chart written to {file.name}" in self.officer.notice
        return file.read_bytes().decode("utf-8-sig")

    def report(self, words: str, file: Path) -> None:
        """Write the report of the period that is shown."""
        with types_the_name(file):
            self.officer.choose(words, lambda: self.officer.click(self.tab.bar.report))
            self.officer.wait_until(file.exists)
        self.settle()
        assert f"Report written to {file.name}" in self.officer.notice

    def enter(self, account: str, metric: str, value: int) -> None:
        """Type one of today's figures."""
        self._choose("Enter figures")
        dialog = self.dialog(EntryDialog)
        table = dialog.table
        cell = table.item(_place(table, account, rows=True), _place(table, metric, rows=False))
        assert cell is not None
        table.scrollToItem(cell)
        middle = table.visualItemRect(cell).center()
        QTest.mouseClick(table.viewport(), _LEFT, Qt.KeyboardModifier.NoModifier, middle)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        QTest.keyClicks(editor, str(value))
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.officer.wait_until(dialog.save.isEnabled)
        assert dialog.told.text() == "1 figure(s) to save"
        QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._closed(dialog)

    def bring(self, file: Path) -> ImportDialog:
        """Choose a file of figures; return the dialog that tells what is in it."""
        with types_the_name(file):
            self._choose("Import a file")
            return self.dialog(ImportDialog)

    def take(self, dialog: ImportDialog) -> None:
        """Take what is shown."""
        self.officer.click(dialog.take)
        self._closed(dialog)

    def leave(self, dialog: QWidget) -> None:
        """Press Escape."""
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        self._closed(dialog)

    def set_goal(self, account: str, target: int) -> None:
        """Set a goal for the followers of an account."""
        self._choose("Set a goal")
        dialog = self.dialog(GoalDialog)
        dialog.account.setFocus()
        QTest.keyClicks(dialog.account, account)
        assert (dialog.account.currentText(), dialog.what.currentText()) == (account, "Followers")
        self.officer.click(dialog.target)
        type_letters(dialog.target, str(target))
        QTest.keyClick(dialog.target, Qt.Key.Key_Return)
        self._closed(dialog)

    def take_back(self) -> None:
        """Press Ctrl+Z."""
        self.officer.take_up_the_window()
        self.officer.press("Ctrl+Z")
        self.officer.wait_until(lambda: self.officer.notice.startswith("Taken back"))
        self.settle()

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Drag over a chart."""
        none = Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, _LEFT, none, start)
        for step in range(1, 5):
            QTest.mouseMove(widget, start + (end - start) * step / 4)
        QTest.mouseRelease(widget, _LEFT, none, end)

    def dialog(self, kind: type[Part]) -> Part:
        """Wait for a dialog."""
        self.officer.wait_until(lambda: bool(visible(kind)))
        self.officer.settle()
        (found,) = visible(kind)
        return found

    # --- inside ---

    def _choose(self, words: str) -> None:
        self.officer.choose(words, lambda: self.officer.click(self.tab.bar.more))

    def _closed(self, dialog: QWidget) -> None:
        kind = type(dialog)
        self.officer.wait_until(lambda: not visible(kind))
        self.officer.take_up_the_window()
        self.settle()


def _place(table: QTableWidget, words: str, *, rows: bool) -> int:
    count = table.rowCount() if rows else table.columnCount()
    item = table.verticalHeaderItem if rows else table.horizontalHeaderItem
    for place in range(count):
        head = item(place)
        if head is not None and head.text() == words:
            return place
    raise AssertionError(f"there is no {words!r} in the table")
