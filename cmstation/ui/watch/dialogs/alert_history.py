"""The last alerts: when, which, how much was said, and the stories."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from cmstation.ui.dates import when_words

if TYPE_CHECKING:
    from cmstation.services.watch_alerts import AlertNews

_WHAT, _COUNT, _WHEN = range(3)
_ROW: Final = 32
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_STORY: Final = Qt.ItemDataRole.UserRole


class AlertHistory(QTreeWidget):
    """Alerts, newest first, each with its stories below.

    Signals:
        story_wanted: a story that the person wants to see.
    """

    story_wanted = Signal(int)

    def __init__(
        self, last: "Iterable[AlertNews]", zone: str, now: datetime, *, parent: QWidget | None = None
    ) -> None:
        """Show alerts.

        Args:
            zone: IANA name; in which moments are told.
            now: aware; what "today" is.
        """
        super().__init__(parent)
        self.setAccessibleName(self.tr("Last alerts"))
        self.setHeaderLabels([self.tr("Alert and articles"), self.tr("Mentions"), self.tr("When")])
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        for column in (_COUNT, _WHEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.headerItem().setTextAlignment(_COUNT, _RIGHT)
        rows = [self._alert(news, when_words(news.alert.at, zone, now)) for news in last]
        self.addTopLevelItems(rows)
        for row in rows:
            below = self.indexFromItem(row)
            for place in range(row.childCount()):
                self.setFirstColumnSpanned(place, below, True)
        if rows:
            # What lies further back is unfolded when it is wanted.
            rows[0].setExpanded(True)
            self.setCurrentItem(rows[0])
        self.itemClicked.connect(self._want)

    # --- Qt ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        row = self.currentItem()
        if event.key() not in _ENTER or row is None:
            super().keyPressEvent(event)
        elif row.parent() is None:
            row.setExpanded(not row.isExpanded())  # Enter must not save: the dialog would close
        else:
            self._want(row, _WHAT)

    # --- inside ---

    def _alert(self, news: "AlertNews", when: str) -> QTreeWidgetItem:
        alert, count = news.alert, news.alert.count
        row = QTreeWidgetItem([alert.name, str(count), when])
        font = self.font()
        font.setBold(True)
        row.setFont(_WHAT, font)
        row.setTextAlignment(_COUNT, _RIGHT)
        said = self.tr("{name}, %n mention(s), {when}", "", count).format(name=alert.name, when=when)
        if news.told is None:
            row.setText(_WHEN, self.tr("{when}, waits").format(when=when))
            said = self.tr("{said}: told when quiet hours end").format(said=said)
        row.setData(_WHAT, Qt.ItemDataRole.AccessibleTextRole, said)
        row.setToolTip(_WHAT, said)
        row.setSizeHint(_WHAT, QSize(0, _ROW))
        for story in news.stories:
            row.addChild(self._story(story.story, story.title or self.tr("Without a title")))
        if not news.stories:
            gone = QTreeWidgetItem([self.tr("These articles were cleared away since.")])
            gone.setDisabled(True)
            row.addChild(gone)
        return row

    def _story(self, story: int, title: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem([title])
        row.setData(_WHAT, _STORY, story)
        row.setToolTip(_WHAT, title)
        row.setSizeHint(_WHAT, QSize(0, _ROW))
        return row

    @Slot(QTreeWidgetItem, int)
    def _want(self, row: QTreeWidgetItem, _column: int) -> None:
        story = row.data(_WHAT, _STORY)
        if isinstance(story, int):
            self.story_wanted.emit(story)
