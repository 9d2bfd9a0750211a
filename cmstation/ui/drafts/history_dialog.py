"""Look back at a post's earlier contents, and bring one back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from cmstation.domain.drafts import Draft, Snapshot
from cmstation.domain.text_diff import Run, difference
from cmstation.ui.dates import long_words
from cmstation.ui.drafts.difference_view import DifferenceView
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

LIST = 260
ROW = 48


class HistoryDialog(DialogFrame):
    """Shows the contents that were kept, each with its difference to the present one."""

    def __init__(
        self,
        icons: Icons,
        draft: Draft,
        station: "Station",
        commands: "Commands",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, self.tr("History"), parent=parent)
        self._draft, self._station, self._commands = draft, station, commands
        self._snapshots: tuple[Snapshot, ...] = ()
        self.list = QListWidget(self)
        self.list.setFixedWidth(LIST)
        self.list.setAccessibleName(self.tr("Earlier contents"))
        self.list.setUniformItemSizes(True)
        self.view = DifferenceView(icons, self)
        self._said = Note(icons, self.tr("Looking…"), parent=self)
        self.restore = PrimaryButton(icons, self.tr("Bring this one back"), icon="history", parent=self)
        self._lay_out(icons)
        self.list.currentRowChanged.connect(self._show)
        commands.ask(lambda: station.drafts.history(draft.id), self._fill, owner=self, lane="storage")
        self.resize(880, 560)

    def _lay_out(self, icons: Icons) -> None:
        self.body.addWidget(PageTitle(icons, self.tr("Earlier contents"), parent=self))
        self.body.addWidget(self._said)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.list)
        row.addWidget(self.view, 1)
        self.body.addLayout(row, 1)
        close = SecondaryButton(icons, self.tr("Close"), parent=self)
        close.clicked.connect(self.reject)
        self.restore.clicked.connect(self._restore)
        self.restore.setEnabled(False)
        self.add_button(close)
        self.add_button(self.restore, default=True)

    def _fill(self, snapshots: tuple[Snapshot, ...]) -> None:
        self._snapshots = snapshots
        now, zone = self._station.clock.now(), self._station.preferences.zone()
        for snapshot in snapshots:
            words = f"{long_words(snapshot.at, zone, now)}\n{self._reason_words(snapshot.reason)}"
            entry = QListWidgetItem(words)
            entry.setSizeHint(QSize(LIST - Space.L, ROW))
            self.list.addItem(entry)
        if snapshots:
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._said.setText(self.tr("Nothing earlier is kept yet: contents are kept as you write."))

    @Slot(int)
    def _show(self, place: int) -> None:
        self.restore.setEnabled(0 <= place < len(self._snapshots))
        if not self.restore.isEnabled():
            return
        snapshot = self._snapshots[place]
        before, after = _said_by(snapshot), _whole(self._draft.title, self._draft.text)
        self._commands.ask(
            lambda: difference(before, after), self._show_runs, owner=self, replaces="history-difference"
        )

    def _show_runs(self, runs: tuple[Run, ...]) -> None:
        self.view.show_runs(runs)
        self._said.setText(self.tr("Struck through: what this one said. Underlined: what the post says now."))

    @Slot()
    def _restore(self) -> None:
        place = self.list.currentRow()
        if not 0 <= place < len(self._snapshots):
            return
        drafts, post, snapshot = self._station.drafts, self._draft.id, self._snapshots[place].id
        self._commands.run(
            lambda: drafts.restore(post, snapshot), undo_text=self.tr("Earlier content brought back")
        )
        self.accept()

    def _reason_words(self, reason: str) -> str:
        known = {
            "autosave": self.tr("Kept while writing"),
            "before_restore": self.tr("Before another content was brought back"),
            "changed_elsewhere": self.tr("Written elsewhere at the same time"),
            "planned": self.tr("When it was planned"),
        }
        return known.get(reason, self.tr("Kept while writing"))


def _said_by(snapshot: Snapshot) -> str:
    return _whole(snapshot.title, snapshot.text)


def _whole(title: str, text: str) -> str:
    return f"{title}\n\n{text}" if title else text
