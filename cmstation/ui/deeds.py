"""What the menus do once a folder is open: each action joined to a tab, a dialog or a service."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QAction, QDesktopServices

from cmstation.ui.main_window import MainWindow
from cmstation.ui.notices import Notice, Notices

if TYPE_CHECKING:
    from cmstation.domain.accounts import Account
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.icons import Icons
    from cmstation.ui.tab import WritesPosts


class ShowsPosts(Protocol):
    """The part of `ui/publishing` that the menus use."""

    def show_result(self, post: int) -> None:
        """Show how each account of a post fares."""
        ...


class Deeds(QObject):
    """Join the menus of one window to the services of one folder."""

    def __init__(
        self,
        window: MainWindow,
        station: "Station",
        commands: "Commands",
        notices: Notices,
        icons: "Icons",
        publishing: ShowsPosts,
        zone: str,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._station = station
        self._commands = commands
        self._notices = notices
        self._icons = icons
        self._publishing = publishing
        self._zone = zone
        self._join()

    def show_post(self, post: int) -> None:
        """Bring a post before the person, in Drafts."""
        self._window.choose_tab("drafts")
        self._window.pages.tab("drafts").show_post(post)

    def show_media(self, media: int) -> None:
        """Bring a picture before the person, in the library."""
        self._window.choose_tab("library")
        self._call("library", "show_media", media)

    def open_accounts(self) -> None:
        """Open the list of accounts."""
        from cmstation.ui.accounts.dialog import AccountsDialog  # noqa: PLC0415 - made when it is asked for

        dialog = AccountsDialog(
            self._station, self._commands, self._icons.theme, self._icons, parent=self._window
        )
        dialog.wizard_wanted.connect(self.open_wizard)
        dialog.open()

    def open_wizard(self) -> None:
        """Connect an account."""
        from cmstation.ui.accounts.wizard import AccountWizard  # noqa: PLC0415 - made when it is asked for

        wizard = AccountWizard(
            self._station, self._commands, self._icons.theme, self._icons, parent=self._window
        )
        wizard.open()

    def sign_in_again(self, account: int) -> None:
        """Lead through the sign-in of an account whose password is no longer accepted."""
        self._commands.ask(lambda: self._station.accounts.get(account), self._open_sign_in, owner=self)

    # --- inside ---

    def _open_sign_in(self, account: "Account") -> None:
        from cmstation.ui.accounts.wizard import AccountWizard  # noqa: PLC0415 - made when it is asked for

        wizard = AccountWizard.for_account(
            self._station, self._commands, self._icons.theme, self._icons, account, parent=self._window
        )
        wizard.open()

    def _join(self) -> None:
        menus = self._window.menus
        join: tuple[tuple[QAction, Callable[[], object]], ...] = (
            (menus.new_post, lambda: self._write("new_post")),
            (menus.from_template, lambda: self._write("new_from_template")),
            (menus.add_media, self._add_media),
            (menus.find, lambda: self._window.pages.tab(self._window.pages.key).focus_search()),
            (menus.publish, lambda: self._with_post("publish_current")),
            (menus.result, self._show_result),
            (menus.duplicate, lambda: self._with_post("duplicate_current")),
            (menus.versions, lambda: self._with_post("show_history_of_current")),
            (menus.archive, lambda: self._with_post("archive_current")),
            (menus.delete, lambda: self._with_post("delete_current")),
            (menus.accounts, self.open_accounts),
            (menus.add_account, self.open_wizard),
            (menus.open_folder, lambda: open_folder(self._station.folder)),
            (menus.reports, lambda: open_folder(self._station.folder / "logs")),
            (menus.history, self._open_history),
        )
        for action, deed in join:
            action.triggered.connect(_without_check(deed))

    def _write(self, deed: str) -> None:
        self._window.choose_tab("drafts")
        self._call("drafts", deed)

    def _with_post(self, deed: str) -> None:
        """Act on the post that the person is on, wherever that is."""
        post = self._post()
        if post is None:
            return
        drafts = self._drafts()
        if drafts.current_post() != post:
            self.show_post(post)
        self._window.choose_tab("drafts")
        self._call("drafts", deed)

    def _show_result(self) -> None:
        post = self._post()
        if post is not None:
            self._publishing.show_result(post)

    def _post(self) -> int | None:
        pages = self._window.pages
        post = pages.tab(pages.key).current_post()
        if post is None:
            self._notices.show(Notice(self.tr("Choose a post first."), key="choose-a-post"))
        return post

    def _add_media(self) -> None:
        self._window.choose_tab("library")
        self._call("library", "add_files")

    def _open_history(self) -> None:
        from cmstation.ui.notice_history import NoticeHistory  # noqa: PLC0415 - made when it is asked for

        history = NoticeHistory(
            self._icons, self._notices, self._station.clock, self._zone, parent=self._window
        )
        history.open()

    def _drafts(self) -> "WritesPosts":
        return cast("WritesPosts", self._window.pages.tab("drafts"))

    def _call(self, key: str, deed: str, *values: int) -> None:
        found = getattr(self._window.pages.page(key), deed)
        found(*values)


def _without_check(deed: Callable[[], object]) -> Callable[[bool], None]:
    def act(_checked: bool) -> None:
        deed()

    return act


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
