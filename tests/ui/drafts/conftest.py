"""A drafts tab in a window, on the rehearsal clinic or on an empty folder, and what a person does in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.accounts import Account
from cmstation.domain.clock import FixedClock
from cmstation.domain.drafts import Draft, DraftFilter
from cmstation.domain.networks import Network
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.drafts.editor import PostEditor
from cmstation.ui.drafts.tab import DraftsTab
from cmstation.ui.icons import Icons
from cmstation.ui.jobs import JobRunner
from cmstation.ui.notices import Notice
from cmstation.ui.theme.theme import Theme

SCREENING = "Dépistage du sein"


@dataclass
class Desk:
    """The tab as a person works in it."""

    tab: DraftsTab
    station: Station
    commands: Commands
    jobs: JobRunner
    qtbot: QtBot
    notices: list[Notice] = field(default_factory=list[Notice])

    def settle(self) -> None:
        """Wait until nothing runs, nothing is to be saved, and the counts are shown."""

        def quiet() -> bool:
            composer = self.tab.composer
            saver = composer.autosave
            pending = saver is not None and saver.is_pending
            return not (self.jobs.busy or pending or composer.measuring.is_due or self.tab.filling.is_due)

        self.qtbot.waitUntil(quiet, timeout=10_000)

    def attach(self) -> None:
        self.commands.changed.connect(self.tab.look_again)
        self.commands.noticed.connect(self.notices.append)
        self.tab.attach(self.station, self.commands)
        self.settle()

    def post(self, words: str) -> int:
        return next(row.id for row in self.station.drafts.rows(DraftFilter()) if words in row.title)

    def open(self, words: str = SCREENING) -> Draft:
        self.tab.show_post(self.post(words))
        self.settle()
        return self.draft

    def account(self, network: Network) -> Account:
        return next(one for one in self.station.accounts.all() if one.network is network)

    def version(self, network: Network | None) -> None:
        self.tab.composer.parts.tabs.go_to(0 if network is None else self.account(network).id)

    @property
    def draft(self) -> Draft:
        draft = self.tab.composer.draft
        assert draft is not None
        return draft

    @property
    def stored(self) -> Draft:
        return self.station.drafts.open(self.draft.id)

    @property
    def editor(self) -> PostEditor:
        return self.tab.composer.parts.editor

    def write(self, words: str) -> None:
        for letter in words:
            # QTest knows ASCII keys alone; an accent comes as any keyboard of France sends it.
            key = Qt.Key.Key_unknown if not letter.isascii() else Qt.Key(ord(letter.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.editor, event)

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, on: QWidget | None = None) -> None:
        chosen = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            chosen |= modifier
        QTest.keyClick(on or self.editor, key, chosen)

    def undo(self) -> None:
        self.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def paste(self, text: str) -> None:
        carried = QMimeData()
        carried.setText(text)
        self.editor.insertFromMimeData(carried)

    def dialog(self, kind: type[QWidget]) -> QWidget:
        def there() -> list[QWidget]:
            return [
                one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
            ]

        self.qtbot.waitUntil(lambda: bool(there()), timeout=5_000)
        return there()[0]


@pytest.fixture
def desk_on(
    theme: Theme, icons: Icons, jobs: JobRunner, commands: Commands, qtbot: QtBot
) -> Iterator[Callable[[Station], Desk]]:
    """Open the tab on any station; everything is handed over at the end."""
    opened: list[Desk] = []

    def make(station: Station) -> Desk:
        tab = DraftsTab(theme, icons)
        qtbot.addWidget(tab)
        tab.resize(1366, 660)
        tab.show()
        desk = Desk(tab, station, commands, jobs, qtbot)
        opened.append(desk)
        desk.attach()
        return desk

    yield make
    for desk in opened:
        desk.tab.flush()
        assert commands.flush()


@pytest.fixture
def desk(desk_on: Callable[[Station], Desk], station: Station) -> Desk:
    """The tab on the rehearsal clinic."""
    return desk_on(station)


@pytest.fixture
def empty_station(tmp_path: Path, clock: FixedClock) -> Iterator[Station]:
    """The services of a folder without anything."""
    from cmstation.open_station import Parts, open_station

    opened = open_station(tmp_path / "empty", parts=Parts(clock=clock))
    yield opened
    opened.close()


@pytest.fixture
def empty_desk(desk_on: Callable[[Station], Desk], empty_station: Station) -> Desk:
    """The tab on an empty folder."""
    return desk_on(empty_station)
