"""How the window looks: colours, place, the tab that is open; kept from one start to the next."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from cmstation.ui.main_window import MainWindow
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.window_state import WindowState, save_state

if TYPE_CHECKING:
    from cmstation.ui.settings_dialog import SettingsValues


class WindowLook(QObject):
    """Follows what the person chooses, and writes it down."""

    def __init__(self, window: MainWindow, folder: Path, theme: Theme, state: WindowState) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._theme = theme
        self._state = state
        themes = window.menus.themes
        themes.triggered.connect(self._theme_chosen)
        for action in themes.actions():
            action.setChecked(action.data() == state.theme)

    @property
    def state(self) -> WindowState:
        """What is kept; place and tab as they were when it was last saved."""
        return self._state

    def keep(self, values: "SettingsValues") -> None:
        """Take over what the person chose in the settings."""
        self._state = replace(
            self._state,
            language=values.language,
            bundled_font=values.bundled_font,
            motion=values.motion,
        )
        self._choose(values.theme)
        if values.motion is not None:
            self._theme.set_no_motion(not values.motion)
        for action in self._window.menus.themes.actions():
            action.setChecked(action.data() == values.theme)
        self.save()

    def save(self) -> None:
        """Write down how the window looks now."""
        window = self._window
        self._state = replace(
            self._state,
            place=window.place(),
            maximised=window.isMaximized(),
            tab=window.pages.key or self._state.tab,
            splitters=window.pages.splitter_sizes(),
        )
        save_state(self._folder, self._state)

    @Slot(QAction)
    def _theme_chosen(self, action: QAction) -> None:
        self._choose(str(action.data()))

    def _choose(self, choice: str) -> None:
        self._theme.choose(ThemeChoice(choice))
        self._state = replace(self._state, theme=choice)
