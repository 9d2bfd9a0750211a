"""What the tests of these dialogs share: a window behind, the dialog that opened over it, a mailbox."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.watch import SourceKind
from cmstation.services.station import Station
from cmstation.services.watch_mailboxes import Mailboxes
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.source_deeds import SourceDeeds
from tests.fakes.secret_box import SecretBox
from tests.ui.watch.dialogs.sample_mailbox import Mail

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """The window behind the dialogs."""
    window = QWidget()
    window.resize(1366, 700)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def mail() -> Mail:
    """The mailbox outside."""
    return Mail()


@pytest.fixture
def box(station: Station, mail: Mail) -> SecretBox:
    """The keyring of the sample clinic, which reaches a mailbox."""
    made = SecretBox()
    station.watch_sources.mailboxes = Mailboxes({SourceKind.MAILBOX: mail}, made)
    return made


@pytest.fixture
def adding(
    behind: QWidget, station: Station, commands: Commands, icons: Icons, box: SecretBox
) -> SourceDeeds:
    """What “Add a source” does, where a mailbox can be reached."""
    return SourceDeeds(behind, station, commands, icons)


def opened(window: QWidget, kind: type[Dialog]) -> Dialog:
    """Return the dialog of a kind that is open over a window."""
    found = [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1, f"{len(found)} of {kind.__name__}"
    return found[0]
