"""The icon beside the clock: tells alerts while the window is behind others, and brings it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget
from shiboken6 import delete, isValid

if TYPE_CHECKING:
    from cmstation.services.watch_alerts import AlertNews
    from cmstation.ui.shell import Shell

SHOWN_MS: Final = 15_000
_MOST_TITLE, _MOST_LINES = 120, 4
_SIDE: Final = 32
_CLICKS: Final = {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}


class Tray(QObject):
    """Show messages where the desktop has a place for them; elsewhere the notice bar says it all.

    Signals:
        opened: the person wants the window.
        stories_wanted: a tuple of stories that the person wants to see.
        quit_wanted: the person wants to end.
    """

    opened = Signal()
    stories_wanted = Signal(object)
    quit_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        icon: QIcon,
        *,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        parent: QObject | None = None,
    ) -> None:
        """Stand beside the clock, if there is such a place.

        Args:
            window: nothing is said while it, or a dialog before it, has the keyboard.
        """
        super().__init__(parent)
        self._window = window
        self._picture = icon
        self._available = available
        self._stories: tuple[int, ...] = ()
        self._closed = False
        self.icon: QSystemTrayIcon | None = None
        self.menu: QMenu | None = None
        self._stand()

    @Slot(object)
    def tell(self, news: "tuple[AlertNews, ...]") -> None:
        """Tell alerts in one message, unless the person sees the window."""
        # A desktop may have brought its tray up after the window.
        icon = self._stand()
        if icon is None or not news or self._is_seen():
            return
        self._stories = tuple(dict.fromkeys(one.story for alert in news for one in alert.stories))
        icon.showMessage(self._title(news), self._text(news), self._picture, SHOWN_MS)

    @Slot()
    def close(self) -> None:
        """Leave the desktop at once: nothing of it may outlive the application."""
        self._closed = True
        icon, menu = self.icon, self.menu
        self.icon = self.menu = None
        if icon is not None and isValid(icon):
            icon.hide()
            delete(icon)
        if menu is not None and isValid(menu):
            delete(menu)

    # --- inside ---

    def _stand(self) -> QSystemTrayIcon | None:
        if self.icon is not None or self._closed or not self._available():
            return self.icon
        # Heard later, each of them: whoever closes then does not destroy what is just speaking.
        later = Qt.ConnectionType.QueuedConnection
        menu = QMenu(self._window)
        menu.addAction(self.tr("Open CM Station")).triggered.connect(self._open, later)
        menu.addSeparator()
        menu.addAction(self.tr("Quit")).triggered.connect(self.quit_wanted, later)
        icon = QSystemTrayIcon(self._picture, self)
        icon.setToolTip("CM Station")
        icon.setContextMenu(menu)
        icon.activated.connect(self._activated, later)
        icon.messageClicked.connect(self._show_stories, later)
        icon.show()
        self.icon, self.menu = icon, menu
        return icon

    def _is_seen(self) -> bool:
        return QApplication.activeWindow() is not None and not self._window.isMinimized()

    @Slot()
    def _open(self) -> None:
        self.opened.emit()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _CLICKS:
            self.opened.emit()

    @Slot()
    def _show_stories(self) -> None:
        self.opened.emit()
        stories, self._stories = self._stories, ()
        if stories:
            self.stories_wanted.emit(stories)

    def _title(self, news: "tuple[AlertNews, ...]") -> str:
        if len(news) == 1:
            return self.tr("Watch: {name}").format(name=_line(news[0].alert.name))
        return self.tr("Watch: %n alert(s)", "", len(news))

    def _text(self, news: "tuple[AlertNews, ...]") -> str:
        """Say how much was found and one public headline: anybody may look at the screen."""
        if len(news) == 1:
            lines = [self.tr("%n mention(s)", "", news[0].alert.count)]
        else:
            lines = [
                self.tr("{name}: %n mention(s)", "", one.alert.count).format(name=_line(one.alert.name))
                for one in news[:_MOST_LINES]
            ]
        first = next((one.stories[0].title for one in news if one.stories), "")
        return "\n".join([*lines, _line(first)] if first else lines)


def join_tray(
    shell: "Shell", *, available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable
) -> Tray | None:
    """Give an open shell its icon beside the clock; it goes with the window."""
    if shell.workbench is None:
        return None
    window, upkeep = shell.window, shell.workbench.watch_upkeep
    icon = window.windowIcon()
    if icon.isNull():
        icon = shell.icons.icon("feed", "accent", _SIDE)
    tray = Tray(window, icon, available=available, parent=shell)
    upkeep.alerted.connect(tray.tell)
    tray.opened.connect(window.come_to_front)
    tray.stories_wanted.connect(upkeep.stories_wanted)
    tray.quit_wanted.connect(shell.close)
    shell.closed.connect(tray.close)
    return tray


def _line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST_TITLE else f"{words[: _MOST_TITLE - 1].rstrip()}…"
