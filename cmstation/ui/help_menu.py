"""The Help menu: its pages need no open folder."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from cmstation.ui.icons import Icons
from cmstation.ui.main_window import MainWindow


class HelpMenu(QObject):
    """Join the Help menu to its pages."""

    def __init__(self, window: MainWindow, icons: Icons, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._icons = icons
        self._folder = folder
        window.menus.shortcuts.triggered.connect(self._open_keys)
        window.menus.how_it_works.triggered.connect(self._open_how)
        window.menus.about.triggered.connect(self._open_about)

    @Slot()
    def _open_keys(self) -> None:
        from cmstation.ui.help_pages import keys_page  # noqa: PLC0415 - made when it is asked for

        keys_page(self._icons, self._window.menus.with_keys, self._window).open()

    @Slot()
    def _open_how(self) -> None:
        from cmstation.ui.help_pages import how_page  # noqa: PLC0415

        how_page(self._icons, self._window).open()

    @Slot()
    def _open_about(self) -> None:
        from cmstation.ui.help_pages import about_page  # noqa: PLC0415

        about_page(self._icons, str(self._folder), self._window).open()
