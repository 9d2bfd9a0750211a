"""The menus, with every action and its shortcut; also what the palette can do."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from cmstation.ui.icons import Icons

_Standard = QKeySequence.StandardKey
Keys = QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """An action as the palette lists it."""

    action: QAction
    menu: str
    icon: str


class Menus(QObject):
    """Make the actions once; who does what is joined elsewhere."""

    def __init__(self, icons: Icons, bar: QMenuBar, tab_names: tuple[str, ...]) -> None:
        super().__init__(bar)
        self._icons = icons
        self._bar = bar
        self._listed: list[Listed] = []
        self._file()
        self._edit()
        self._view(tab_names)
        self._publication()
        self._accounts()
        self._help()

    @property
    def listed(self) -> tuple[Listed, ...]:
        """What the palette offers."""
        return tuple(self._listed)

    @property
    def with_keys(self) -> tuple[Listed, ...]:
        """What the sheet of shortcuts shows, menu by menu."""
        return tuple(found for found in self._listed if not found.action.shortcut().isEmpty())

    def _file(self) -> None:
        menu = self._menu(self.tr("&File"))
        self.new_post = self._add(menu, self.tr("&New post"), "draft", _Standard.New)
        self.from_template = self._add(menu, self.tr("New post from a &template…"), "template")
        self.add_media = self._add(menu, self.tr("Add &pictures to the library…"), "image", "Ctrl+Shift+O")
        menu.addSeparator()
        self.settings = self._add(menu, self.tr("&Settings…"), "settings", "Ctrl+,")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.open_folder = self._add(menu, self.tr("Open the &folder of CM Station"), "folder")
        menu.addSeparator()
        self.quit = self._add(menu, self.tr("&Quit"), "close", _quit_keys())
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _edit(self) -> None:
        menu = self._menu(self.tr("&Edit"))
        self.undo = self._add(menu, self.tr("&Undo"), "undo", _Standard.Undo)
        self.redo = self._add(menu, self.tr("&Redo"), "redo", _Standard.Redo, listed=False)
        menu.addSeparator()
        self.cut = self._add(menu, self.tr("Cu&t"), "", _Standard.Cut, listed=False)
        self.copy = self._add(menu, self.tr("&Copy"), "copy", _Standard.Copy, listed=False)
        self.paste = self._add(menu, self.tr("&Paste"), "paste", _Standard.Paste, listed=False)
        self.select_all = self._add(menu, self.tr("Select &all"), "", _Standard.SelectAll, listed=False)
        menu.addSeparator()
        self.find = self._add(menu, self.tr("&Find in this part"), "search", _Standard.Find)

    def _view(self, tab_names: tuple[str, ...]) -> None:
        menu = self._menu(self.tr("&View"))
        self.tabs = tuple(
            self._add(menu, name, icon, f"Ctrl+{place}")
            for place, (name, icon) in enumerate(zip(tab_names, _TAB_ICONS, strict=True), start=1)
        )
        menu.addSeparator()
        self.palette = self._add(menu, self.tr("&Search or do…"), "search", "Ctrl+K", listed=False)
        self.history = self._add(menu, self.tr("Earlier &notices"), "bell", "Ctrl+Shift+H")
        menu.addSeparator()
        look = menu.addMenu(self.tr("&Colours"))
        self.themes = QActionGroup(self)
        for key, words, icon in (
            ("system", self.tr("Colours as the &system has them"), "settings"),
            ("light", self.tr("&Light colours"), "sun"),
            ("dark", self.tr("&Dark colours"), "moon"),
        ):
            action = self._add(look, words, icon)
            action.setCheckable(True)
            action.setData(key)
            self.themes.addAction(action)
        self.full_screen = self._add(menu, self.tr("F&ull screen"), "", _Standard.FullScreen)
        self.full_screen.setCheckable(True)

    def _publication(self) -> None:
        menu = self._menu(self.tr("&Publication"))
        self.publish = self._add(menu, self.tr("&Publish this post"), "send", "Ctrl+Return")
        self.publish.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.result = self._add(menu, self.tr("&Result of this post"), "list", "Ctrl+R")
        menu.addSeparator()
        self.duplicate = self._add(menu, self.tr("&Duplicate this post"), "duplicate", "Ctrl+D")
        self.versions = self._add(menu, self.tr("&Earlier versions of this post"), "history")
        self.archive = self._add(menu, self.tr("&Archive this post"), "archive")
        self.delete = self._add(menu, self.tr("De&lete this post"), "trash")
        menu.addSeparator()
        self.due = self._add(menu, self.tr("What leaves &today"), "clock")
        self.hand = self._add(menu, self.tr("What &waits for me"), "uncertain")
        self.send_now = self._add(menu, self.tr("&Look at the networks now"), "refresh", "F5")
        self.stay_offline = self._add(menu, self.tr("&Stop all sending"), "pause")
        self.stay_offline.setCheckable(True)

    def _accounts(self) -> None:
        menu = self._menu(self.tr("&Accounts"))
        self.accounts = self._add(menu, self.tr("&Accounts of the clinic…"), "users")
        self.add_account = self._add(menu, self.tr("&Connect an account…"), "plug")

    def _help(self) -> None:
        menu = self._menu(self.tr("&Help"))
        self.shortcuts = self._add(menu, self.tr("&Keys"), "command", _Standard.HelpContents)
        self.how_it_works = self._add(menu, self.tr("How &CM Station works"), "book")
        self.reports = self._add(menu, self.tr("Open the &diary and the reports"), "folder")
        menu.addSeparator()
        self.about = self._add(menu, self.tr("A&bout CM Station"), "info")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _menu(self, title: str) -> QMenu:
        return self._bar.addMenu(title)

    def _add(self, menu: QMenu, words: str, icon: str, keys: Keys = None, *, listed: bool = True) -> QAction:
        action = QAction(words, self)
        if isinstance(keys, str):
            action.setShortcut(QKeySequence(keys))
        elif keys is not None:
            action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        menu.addAction(action)
        if listed:
            title = menu.title().replace("&", "")
            self._listed.append(Listed(action, title, icon))
        return action


_TAB_ICONS = ("calendar", "draft", "newspaper", "chat", "chart", "image")


def _quit_keys() -> Keys:
    """Windows has no standard keys to quit; Ctrl+Q is what people try."""
    return _Standard.Quit if QKeySequence.keyBindings(_Standard.Quit) else "Ctrl+Q"


def plain(words: str) -> str:
    """Return the words of an action without the mark of its key."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
