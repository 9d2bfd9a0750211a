"""The icon beside the clock: only where there is a place for it, and gone with the window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cmstation.domain.clock import FixedClock
from cmstation.domain.watch_alerts import Alert, AlertKind, Mention
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.services.watch_alerts import AlertNews, AlertStory
from cmstation.ui.folder_opening import Opening
from cmstation.ui.icons import Icons
from cmstation.ui.main_window import MainWindow
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme
from cmstation.ui.tray import Tray, join_tray
from cmstation.ui.window_state import WindowState
from tests.fakes.secret_box import SecretBox

# Qt's tray of X11 connects a signal that only the plugin of X11 has, and here is no X11.
pytestmark = [
    pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", extend=True),
    pytest.mark.usefixtures("cycles_collected_by_the_window_alone"),
]
NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)


@dataclass
class Desktop:
    """Whether there is a tray, and what was shown in it."""

    has_tray: bool = True
    messages: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def available(self) -> bool:
        return self.has_tray


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    made = Desktop()

    def show(_icon: QSystemTrayIcon, title: str, text: str, _picture: QIcon, _ms: int) -> None:
        made.messages.append((title, text))

    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    return made


@pytest.fixture
def make_tray(desktop: Desktop, icons: Icons, qtbot: QtBot) -> Iterator[Callable[[], Tray]]:
    window = QWidget()
    qtbot.addWidget(window)
    made: list[Tray] = []

    def make() -> Tray:
        made.append(Tray(window, icons.icon("feed"), available=desktop.available, parent=window))
        return made[-1]

    yield make
    for tray in made:
        tray.close()


def news(name: str = "La clinique", *titles: str, count: int = 2) -> AlertNews:
    mentions = tuple(Mention(one, one, one, NOW) for one in range(count))
    stories = tuple(AlertStory(place + 5, title) for place, title in enumerate(titles))
    return AlertNews(Alert(1, name, AlertKind.ANY, NOW, mentions), stories)


def menus() -> list[QMenu]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu)]


def test_without_a_place_for_it_there_is_no_icon_and_nothing_breaks(
    desktop: Desktop, make_tray: Callable[[], Tray]
) -> None:
    desktop.has_tray = False
    tray = make_tray()

    tray.tell((news(),))
    tray.close()

    assert (tray.icon, tray.menu, desktop.messages) == (None, None, [])


def test_a_place_that_comes_later_is_taken(desktop: Desktop, make_tray: Callable[[], Tray]) -> None:
    desktop.has_tray = False
    tray = make_tray()
    desktop.has_tray = True

    tray.tell((news(),))

    assert tray.icon is not None
    assert len(desktop.messages) == 1


def test_one_alert_is_told_by_name_count_and_first_headline(
    desktop: Desktop, make_tray: Callable[[], Tray]
) -> None:
    make_tray().tell((news("La clinique", "Incendie\n au  bloc", "Autre"),))

    assert desktop.messages == [("Watch: La clinique", "2 mention(s)\nIncendie au bloc")]


def test_several_alerts_are_one_message_with_one_headline(
    desktop: Desktop, make_tray: Callable[[], Tray]
) -> None:
    make_tray().tell((news("Un"), news("Deux", "Incendie", count=3), news("Trois", "Autre")))

    assert desktop.messages == [
        ("Watch: 3 alert(s)", "Un: 2 mention(s)\nDeux: 3 mention(s)\nTrois: 2 mention(s)\nIncendie")
    ]


def test_a_headline_without_end_is_cut(desktop: Desktop, make_tray: Callable[[], Tray]) -> None:
    make_tray().tell((news("La clinique", "long " * 1000),))

    ((_title, text),) = desktop.messages
    assert len(text) < 200
    assert text.endswith("long…")


def test_who_has_the_window_before_them_gets_no_message(
    desktop: Desktop, make_tray: Callable[[], Tray], qtbot: QtBot
) -> None:
    tray = make_tray()
    window = tray.parent()
    assert isinstance(window, QWidget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    tray.tell((news(),))

    assert desktop.messages == []


def test_a_click_on_the_message_brings_the_window_and_the_stories_once(
    make_tray: Callable[[], Tray], qtbot: QtBot
) -> None:
    tray, heard = make_tray(), list[object]()
    tray.opened.connect(lambda: heard.append("window"))
    tray.stories_wanted.connect(heard.append)
    tray.tell((news("Un", "Incendie", "Autre"), news("Deux", "Incendie")))
    assert tray.icon is not None

    tray.icon.messageClicked.emit()
    qtbot.waitUntil(lambda: len(heard) == 2)
    tray.icon.messageClicked.emit()
    qtbot.waitUntil(lambda: len(heard) == 3)

    assert heard == ["window", (5, 6), "window"]


def test_a_click_on_the_icon_and_the_menu_say_what_is_wanted(
    make_tray: Callable[[], Tray], qtbot: QtBot
) -> None:
    tray, heard = make_tray(), list[str]()
    tray.opened.connect(lambda: heard.append("window"))
    tray.quit_wanted.connect(lambda: heard.append("quit"))
    assert tray.icon is not None
    assert tray.menu is not None
    for reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.Context):
        tray.icon.activated.emit(reason)
    actions = {one.text(): one for one in tray.menu.actions()}

    actions["Open CM Station"].trigger()
    actions["Quit"].trigger()

    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == ["window", "window", "quit"]


def test_quitting_from_its_menu_destroys_it_without_harm(make_tray: Callable[[], Tray], qtbot: QtBot) -> None:
    tray = make_tray()
    tray.quit_wanted.connect(tray.close)
    icon, menu = tray.icon, tray.menu
    assert icon is not None
    assert menu is not None
    assert menus() == [menu]

    menu.actions()[-1].trigger()

    qtbot.waitUntil(lambda: not isValid(icon))
    assert not isValid(menu)
    assert menus() == []


def test_what_is_closed_does_not_come_back(desktop: Desktop, make_tray: Callable[[], Tray]) -> None:
    tray = make_tray()

    tray.close()
    tray.close()
    tray.tell((news(),))

    assert (tray.icon, desktop.messages) == (None, [])


@pytest.fixture
def shell(qtbot: QtBot, theme: Theme, clinic_folder: Path) -> Iterator[Shell]:
    """A window on the rehearsal clinic."""

    def opened() -> Station:
        parts = Parts(clock=FixedClock(NOW), secrets=SecretBox())
        return open_station(clinic_folder, rehearsal=True, parts=parts)

    state = WindowState(place=(0, 0, 1280, 680))
    window = MainWindow()
    made = Shell(window, clinic_folder, Opening(opened), state=state, theme=theme, catches_defects=False)
    window.show_as(state)
    made.open()
    qtbot.waitUntil(lambda: made.workbench is not None, timeout=20_000)
    yield made
    window.close()
    window.close()
    window.deleteLater()


def test_an_alert_of_the_clinic_is_told_beside_the_clock_and_leads_to_its_stories(
    shell: Shell, desktop: Desktop, qtbot: QtBot
) -> None:
    tray = join_tray(shell, available=desktop.available)
    assert tray is not None
    assert tray.icon is not None
    assert shell.workbench is not None
    assert shell.station is not None
    upkeep, wanted = shell.workbench.watch_upkeep, list[tuple[int, ...]]()
    upkeep.stories_wanted.connect(wanted.append)
    shell.window.showMinimized()
    upkeep.read_all()
    qtbot.waitUntil(lambda: bool(desktop.messages), timeout=20_000)
    assert shell.notices.current is not None
    assert shell.notices.current.text.startswith("Watch: ")

    tray.icon.messageClicked.emit()

    qtbot.waitUntil(lambda: bool(wanted))
    assert shell.window.isVisible()
    assert not shell.window.isMinimized()
    titles = {row.title for row in shell.station.watch_reading.rows(wanted[0])}
    assert desktop.messages[0][1].splitlines()[-1] in titles


def test_the_icon_goes_with_the_window(shell: Shell, desktop: Desktop, qtbot: QtBot) -> None:
    tray = join_tray(shell, available=desktop.available)
    assert tray is not None
    icon, menu = tray.icon, tray.menu
    assert icon is not None
    assert menu is not None

    with qtbot.waitSignal(shell.closed, timeout=20_000):
        menu.actions()[-1].trigger()

    assert not isValid(icon)
    assert not isValid(menu)
