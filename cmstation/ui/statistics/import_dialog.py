"""Shows what a file of figures would bring before anything of it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QListWidget, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.figure_days import DayFormat
from cmstation.domain.figure_faults import FileCause
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import ElidedLabel, Note, Paragraph
from cmstation.ui.statistics.asked import names_of
from cmstation.ui.statistics.fields import Form
from cmstation.ui.statistics.import_words import fault_words, preview_words
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.stat_files import FilePreview
    from cmstation.ui.icons import Icons

_LIST_HEIGHT = 220


@dataclass(frozen=True, slots=True)
class ImportWish:
    """A file, and what the person says about it.

    Args:
        account: the one that it is about, when it does not say so.
        order: of its days, when it does not tell.
    """

    file: Path
    account: int | None = None
    order: DayFormat | None = None


class ImportDialog(DialogFrame):
    """Counts what would be taken, and names the lines that are wrong; then nothing is taken.

    Signals:
        look_again: an `ImportWish`: the file is to be looked at with another account or order.
        taken: the `FilePreview` that the person wants.
    """

    look_again = Signal(object)
    taken = Signal(object)

    def __init__(
        self,
        icons: "Icons",
        wish: ImportWish,
        preview: "FilePreview",
        accounts: Sequence[Account],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, self.tr("Import figures"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(720)
        self._wish = wish
        self._preview = preview
        self.told = Paragraph(icons)
        self.count = Note(icons)
        self.faults = QListWidget(self)
        self.faults.setAccessibleName(self.tr("What is wrong in the file"))
        self.faults.setWordWrap(True)
        self.faults.setSpacing(Space.XS)
        self.faults.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.faults.setMinimumHeight(_LIST_HEIGHT)
        self.account, self.order = QComboBox(self), QComboBox(self)
        self._offer(accounts)
        self.verdict = Paragraph(icons, colour="danger")
        self.cancel = SecondaryButton(icons, self.tr("Cancel"))
        self.take = PrimaryButton(icons, self.tr("Take these figures"), icon="import")
        self._lay_out(icons)
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)
        self.account.currentIndexChanged.connect(self._ask_again)
        self.order.currentIndexChanged.connect(self._ask_again)
        self.show_preview(preview)

    def show_preview(self, preview: "FilePreview") -> None:
        """Show the file as it was looked at now."""
        self._preview = preview
        sound = preview.file is not None and not preview.faults and bool(preview.rows)
        causes = {one.cause for one in preview.faults}
        self._form_row(self.account, FileCause.ACCOUNT_NOT_CHOSEN in causes or self._wish.account is not None)
        self._form_row(self.order, FileCause.DAY_ORDER_UNKNOWN in causes or self._wish.order is not None)
        self.told.setText("\n".join(preview_words(preview)))
        self.told.setVisible(preview.file is not None)
        self.faults.clear()
        self.faults.addItems([fault_words(one) for one in preview.faults])
        self.faults.setVisible(bool(preview.faults))
        self.count.setText(self._count_words(preview))
        self.count.setVisible(bool(preview.faults))
        self.verdict.setText(
            self.tr("Nothing is taken before the file is right.")
            if preview.faults
            else self.tr("There is no line of figures in the file.")
        )
        self.verdict.setVisible(not sound)
        self.take.setEnabled(sound)
        if sound:
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside ---

    def _count_words(self, preview: "FilePreview") -> str:
        told = self.tr("%n thing(s) to look at", "", len(preview.faults))
        return self.tr("{count}, and more further down").format(count=told) if preview.more_faults else told

    def _offer(self, accounts: Sequence[Account]) -> None:
        self.account.setAccessibleName(self.tr("Account that the file is about"))
        self.account.addItem(self.tr("Choose…"), None)
        for account, name in names_of(accounts).items():
            self.account.addItem(name, account)
        self.order.setAccessibleName(self.tr("How the file writes days"))
        self.order.addItem(self.tr("Choose…"), None)
        self.order.addItem(self.tr("Day first (03/04 is 3 April)"), DayFormat.DAY_FIRST)
        self.order.addItem(self.tr("Month first (03/04 is 4 March)"), DayFormat.MONTH_FIRST)

    def _lay_out(self, icons: "Icons") -> None:
        name = self._wish.file.name
        self.body.addWidget(ElidedLabel(icons, name, font="page", mode=Qt.TextElideMode.ElideMiddle))
        self.body.addWidget(self.told)
        self.body.addWidget(self.count)
        self.body.addWidget(self.faults, 1)
        self._form = Form(icons)
        self._form.add(self.tr("&Account"), self.account)
        self._form.add(self.tr("&Days"), self.order)
        self.body.addLayout(self._form)
        self.body.addWidget(self.verdict)
        self.body.addStretch(1)
        self.add_button(self.cancel)
        self.add_button(self.take, default=True)

    def _form_row(self, field: QComboBox, wanted: bool) -> None:
        place = self._form.indexOf(field)
        label = self._form.itemAt(place - 1)
        field.setVisible(wanted)
        widget = label.widget() if label is not None else None
        if widget is not None:
            widget.setVisible(wanted)

    @Slot()
    def _ask_again(self) -> None:
        self._wish = replace(self._wish, account=self.account.currentData(), order=self.order.currentData())
        self.take.setEnabled(False)
        self.look_again.emit(self._wish)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self._preview)
        self.accept()
