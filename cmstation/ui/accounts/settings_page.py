"""Last step: what the clinic calls the account, who reads it, and who keeps planned posts."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.native import can_keep
from cmstation.domain.networks import Network, Way
from cmstation.ui.accounts.connection import Connection, connection_name
from cmstation.ui.accounts.page import Page
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.theme.tokens import Space

LONGEST_AUDIENCE = 120


def keeps_posts(network: Network, way: Way) -> bool:
    """Tell whether a network can keep planned posts itself."""
    then = datetime(2026, 1, 1, tzinfo=UTC)
    account = Account(0, network, way, "", "", "", "", AccountState.READY, 0)
    return can_keep(account, then, then + timedelta(days=1))


class SettingsPage(Page):
    """Ask for a name and for the readers; offer native scheduling where the network can."""

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent=parent)
        self.entitle(self.tr("How shall the account be called here?"))
        self.add_lead(self.tr("Tabs, lists and the calendar show this name; visitors never see it."))
        self.name = QLineEdit()
        self.add_field(self.name, self.tr("Name"))
        self.audience = QLineEdit()
        self.audience.setMaxLength(LONGEST_AUDIENCE)
        self.add_field(
            self.audience,
            self.tr("For whom?"),
            self.tr("Those who read this account, for instance “patients and families”. It may stay empty."),
        )
        self.native = QCheckBox(self.tr("The network keeps planned posts until their hour"))
        self._native_words = Paragraph(
            icons,
            self.tr("They then leave even when this computer is off."),
            font="note",
            colour="muted",
        )
        self._assisted_words = Paragraph(
            icons,
            self.tr("At the hour of a post CM Station reminds you, opens the page and has everything ready."),
            colour="muted",
        )
        self.column.addWidget(self.native)
        self.column.addSpacing(Space.XS)
        self.column.addWidget(self._native_words)
        self.column.addWidget(self._assisted_words)
        self.column.addStretch(1)
        self.name.textChanged.connect(self._typed)

    @property
    def ready(self) -> bool:
        return bool(self.name.text().strip())

    def enter(self, connection: Connection) -> None:
        self.name.setText(connection.name or connection_name(connection))
        self.audience.setText(connection.audience)
        possible = keeps_posts(connection.chosen, connection.way)
        self.native.setVisible(possible)
        self._native_words.setVisible(possible)
        self.native.setChecked(connection.native_scheduling)
        self._assisted_words.setVisible(connection.way is Way.ASSISTED)

    def leave(self, connection: Connection) -> bool:
        connection.name = self.name.text().strip()
        connection.audience = self.audience.text().strip()
        connection.native_scheduling = self.native.isChecked()
        return bool(connection.name)

    def first_field(self) -> QWidget:
        return self.name

    @Slot()
    def _typed(self) -> None:
        self.ready_changed.emit()
