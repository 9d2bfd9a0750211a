"""Second step: where the account is, forgiving what people copy along."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from cmstation.domain.errors import AddressNotAllowed
from cmstation.domain.networks import Network, Way
from cmstation.services.sign_in import (
    BLUESKY_SERVER,
    bluesky_handle,
    page_address,
    server_address,
    site_address,
)
from cmstation.ui.accounts.connection import Connection
from cmstation.ui.accounts.page import Page
from cmstation.ui.accounts.trouble import Trouble
from cmstation.ui.icons import Icons


class AddressPage(Page):
    """Ask for the address of a site or server, or for the name of an account.

    One field, or two: Bluesky has a name and a server, an assisted account a page and a name.
    """

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent=parent)
        self._network = Network.WORDPRESS
        self._way = Way.DIRECT
        self._lead = self.add_lead("")
        self.first, self.second = QLineEdit(), QLineEdit()
        self._first_row = self.add_field(self.first)
        self._second_row = self.add_field(self.second)
        self._trouble = Trouble(icons)
        self.column.addWidget(self._trouble)
        self.column.addStretch(1)
        self.first.textChanged.connect(self._typed)
        self.second.textChanged.connect(self._typed)

    @property
    def ready(self) -> bool:
        return self._way is Way.ASSISTED or bool(self.first.text().strip())

    @property
    def trouble(self) -> str:
        """What is wrong with what was typed, "" when nothing is."""
        return self._trouble.text

    def enter(self, connection: Connection) -> None:
        if (self._network, self._way) != (connection.chosen, connection.way):
            self.first.clear()
        self._network, self._way = connection.chosen, connection.way
        self._second_row.hide()
        if self._way is Way.ASSISTED:
            self._ask_page(connection)
        elif self._network is Network.BLUESKY:
            self._ask_handle(connection)
        elif self._network is Network.MASTODON:
            self._ask_server(connection)
        else:
            self._ask_site(connection)
        self._trouble.silence()

    def leave(self, connection: Connection) -> bool:
        first, second = self.first.text(), self.second.text()
        try:
            if self._way is Way.ASSISTED:
                connection.address, connection.handle = page_address(first), second.strip()
                return True
            if self._network is Network.BLUESKY:
                return self._take_handle(connection)
            address = site_address(first) if self._network is Network.WORDPRESS else server_address(first)
        except AddressNotAllowed as refused:
            name = self._network is Network.BLUESKY and self._way is Way.DIRECT
            self._trouble.say(self._words_of(refused, name=name), self.first)
            return False
        self._take_address(connection, address)
        return True

    def first_field(self) -> QWidget:
        return self.first

    # --- what is asked ---

    def _ask_site(self, connection: Connection) -> None:
        self.entitle(self.tr("What is the address of the site?"))
        self._lead.setText(self.tr("The one that visitors see. What is too much is left out."))
        self._show_first(self.tr("Address of the site"), connection.address, "www.clinique.example")

    def _ask_server(self, connection: Connection) -> None:
        self.entitle(self.tr("On which server is the account?"))
        self._lead.setText(
            self.tr(
                "Mastodon, Pleroma, Friendica, Pixelfed and others: the server’s name, or the whole handle."
            )
        )
        self._show_first(self.tr("Server or handle"), connection.address, "@clinique@mastodon.example")

    def _ask_handle(self, connection: Connection) -> None:
        self.entitle(self.tr("What is the account called on Bluesky?"))
        self._lead.setText(self.tr("The handle as it stands on the profile, with or without the @."))
        self._show_first(self.tr("Handle"), connection.login, "clinique.bsky.social")
        self._show_second(
            self.tr("Server"),
            connection.address or BLUESKY_SERVER,
            self.tr("Leave it as it is, unless your account lives on a server of its own."),
        )

    def _ask_page(self, connection: Connection) -> None:
        name = connection.chosen.proper_name
        self.entitle(self.tr("Where do you publish on {network}?").format(network=name))
        self._lead.setText(self.tr("This page opens when a post is ready for you to paste."))
        self._show_first(
            self.tr("Page to open"), connection.address, "", self.tr("Nothing opens when it is left empty.")
        )
        self._show_second(
            self.tr("Name of the account on {network}").format(network=name),
            connection.handle,
            self.tr("As visitors see it; previews show it. It may stay empty."),
        )

    def _show_first(self, label: str, value: str, example: str, hint: str = "") -> None:
        self._first_row.name(label, hint)
        if value:  # else what the person typed before they looked back stays
            self.first.setText(value)
        self.first.setPlaceholderText(example)

    def _show_second(self, label: str, value: str, hint: str) -> None:
        self._second_row.name(label, hint)
        self.second.setText(value)
        self._second_row.show()

    # --- what is taken ---

    def _take_handle(self, connection: Connection) -> bool:
        login = bluesky_handle(self.first.text())
        try:
            address = server_address(self.second.text() or BLUESKY_SERVER)
        except AddressNotAllowed as refused:
            self._trouble.say(self._words_of(refused, name=False), self.second)
            return False
        if login != connection.login:
            connection.forget_secret()
        connection.login = login
        connection.handle = f"@{login}" if "@" not in login else ""
        self._take_address(connection, address)
        return True

    def _take_address(self, connection: Connection, address: str) -> None:
        if address != connection.address:
            # A password is for one server only: never offer it to another one.
            connection.forget_secret()
        connection.address = address

    @Slot()
    def _typed(self) -> None:
        self._trouble.silence()
        self.ready_changed.emit()

    def _words_of(self, refused: AddressNotAllowed, *, name: bool) -> str:
        if refused.facts.get("code") == "not_secure":
            return self.tr("This address is not secure. Write it with https in front; nothing was sent.")
        if name:
            return self.tr("This is no handle. Write it whole, for instance clinique.bsky.social.")
        return self.tr("This is no address. Write it as in a browser, for instance www.clinique.example.")
