"""Third step for Mastodon and its family: allow the program in the browser, or paste a token."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import SignInNeeded, StationError
from cmstation.domain.networks import Network
from cmstation.ui.accounts.browser_card import BrowserCard
from cmstation.ui.accounts.browser_sign_in import BrowserSignIn, open_page
from cmstation.ui.accounts.connection import Connection
from cmstation.ui.accounts.page import Page
from cmstation.ui.accounts.secret_field import SecretField
from cmstation.ui.accounts.sign_in_words import abandoned_words
from cmstation.ui.accounts.trouble import Trouble
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.theme.tokens import Space
from cmstation.ui.wording import words_for

if TYPE_CHECKING:
    from cmstation.services.sign_in import SignIn
    from cmstation.ui.commands import Commands


class ServerPage(Page):
    """Ask for the permission of a Mastodon server."""

    def __init__(
        self, icons: Icons, sign_in: "SignIn", commands: "Commands", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, parent=parent)
        self._sign_in = sign_in
        self._connection = Connection()
        self.add_lead(self.tr("You sign in on the server itself; CM Station never sees your password there."))
        self.card = BrowserCard(icons)
        self._browser = BrowserSignIn(commands, self)
        self.token = SecretField(icons)
        self._where = LinkButton(icons, self.tr("Open the page where the server makes one"), icon="external")
        self.column.addWidget(self.card)
        self._trouble = Trouble(icons)
        self.column.addSpacing(Space.M)
        self.column.addWidget(self._trouble)
        self.column.addSpacing(Space.M)
        self.add_field(
            self.token,
            self.tr("Or paste a token"),
            self.tr("On the server: Preferences, Development, a new application called “CM Station”."),
        )
        self.column.addWidget(self._where)
        self.column.addStretch(1)
        self.card.wanted.connect(self._open)
        self.card.given_up.connect(self._give_up)
        self._browser.opened.connect(self.card.page_opened)
        self.token.textChanged.connect(self._typed)
        self._where.clicked.connect(self._open_tokens)

    @property
    def ready(self) -> bool:
        return bool(self.token.text().strip()) or self._connection.secret is not None

    @property
    def trouble(self) -> str:
        """What is wrong, "" when nothing is."""
        return self._trouble.text

    def enter(self, connection: Connection) -> None:
        self._connection = connection
        self._trouble.silence()
        self.token.forget()
        self.token.say_given(connection.secret is not None)
        server = connection.address.partition("://")[2]
        self.entitle(self.tr("Sign in on {server}").format(server=server))
        self._offer()

    def leave(self, connection: Connection) -> bool:
        typed = self.token.take()
        if typed.strip():
            try:
                connection.secret = self._sign_in.secret_of(Network.MASTODON, typed)
            except SignInNeeded as refused:
                self._trouble.say(abandoned_words(refused), self.token)
                return False
        self.abandon()
        return connection.secret is not None

    def abandon(self) -> None:
        self._browser.cancel()
        self.token.forget()

    def first_field(self) -> QWidget:
        return self.card.button

    # --- inside ---

    def _offer(self) -> None:
        self.card.offer(
            self.tr("The server asks you to allow CM Station; then the permission arrives here by itself."),
            self.tr("Sign in in the browser"),
        )

    @Slot()
    def _open(self) -> None:
        self._trouble.silence()
        self.card.wait()
        address = self._connection.address
        self._browser.start(
            lambda show, page, cancelled: self._sign_in.authorise_server(address, show, page, cancelled),
            self._allowed,
            self._refused,
        )

    @Slot()
    def _open_tokens(self) -> None:
        open_page(self._sign_in.token_page(self._connection.address))

    def _allowed(self, secret: Secret) -> None:
        self._offer()
        self._connection.secret = secret
        self.token.say_given(True)
        self.ready_changed.emit()
        self.completed.emit()

    def _refused(self, error: Exception) -> bool:
        self._offer()
        if isinstance(error, SignInNeeded) and error.status is None:
            self._trouble.say(abandoned_words(error))
            return True
        if isinstance(error, StationError):
            words = words_for(error)
            self._trouble.say(" ".join(part for part in (words.what, words.next) if part))
            return True
        return False

    @Slot()
    def _give_up(self) -> None:
        self._browser.cancel()
        self._offer()

    @Slot()
    def _typed(self) -> None:
        self._trouble.silence()
        self.ready_changed.emit()
