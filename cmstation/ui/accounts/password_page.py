"""Third step where the network wants an application password: WordPress and Bluesky."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from cmstation.domain.errors import SignInNeeded
from cmstation.domain.networks import Network
from cmstation.domain.sign_in import SiteDoor, SiteGrant
from cmstation.services.sign_in import BLUESKY_PASSWORDS
from cmstation.ui.accounts.browser_card import BrowserCard
from cmstation.ui.accounts.browser_sign_in import BrowserSignIn, open_page
from cmstation.ui.accounts.connection import Connection
from cmstation.ui.accounts.page import Page
from cmstation.ui.accounts.secret_field import SecretField
from cmstation.ui.accounts.sign_in_words import abandoned_words
from cmstation.ui.accounts.trouble import Trouble
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.sign_in import SignIn
    from cmstation.ui.commands import Commands


class PasswordPage(Page):
    """Ask for the person's name and an application password, and say where one is made."""

    def __init__(
        self, icons: Icons, sign_in: "SignIn", commands: "Commands", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, parent=parent)
        self._sign_in = sign_in
        self._commands = commands
        self._connection = Connection()
        self._door: SiteDoor | None = None
        self._lead = self.add_lead("")
        self.card = BrowserCard(icons)
        self._browser = BrowserSignIn(commands, self)
        self.login, self.secret = QLineEdit(), SecretField(icons)
        self.column.addWidget(self.card)
        self.column.addSpacing(Space.XL)
        self._login_row = self.add_field(self.login, self.tr("User name"))
        self._password_row = self.add_field(self.secret)
        self._trouble = Trouble(icons)
        self.column.addWidget(self._trouble)
        self.column.addStretch(1)
        self.card.wanted.connect(self._open)
        self.card.given_up.connect(self._give_up)
        self._browser.opened.connect(self.card.page_opened)
        self.login.textChanged.connect(self._typed)
        self.secret.textChanged.connect(self._typed)

    @property
    def ready(self) -> bool:
        named = bool(self.login.text().strip()) or self._connection.network is Network.BLUESKY
        return named and (bool(self.secret.text().strip()) or self._connection.secret is not None)

    @property
    def trouble(self) -> str:
        """What is wrong with what was given, "" when nothing is."""
        return self._trouble.text

    def enter(self, connection: Connection) -> None:
        self._connection = connection
        self._trouble.silence()
        self.secret.forget()
        self.secret.say_given(connection.secret is not None)
        if connection.network is Network.BLUESKY:
            self._ask_bluesky(connection)
        else:
            self._ask_site(connection)

    def leave(self, connection: Connection) -> bool:
        typed = self.secret.take()
        if typed.strip():
            try:
                connection.secret = self._sign_in.secret_of(connection.chosen, typed)
            except SignInNeeded as refused:
                self._trouble.say(abandoned_words(refused), self.secret)
                return False
        if connection.network is Network.WORDPRESS:
            connection.login = self.login.text().strip()
        self.abandon()
        return connection.secret is not None

    def abandon(self) -> None:
        self._browser.cancel()
        self.secret.forget()

    def first_field(self) -> QWidget:
        if self._connection.network is Network.BLUESKY or self.login.text():
            return self.secret
        return self.login

    # --- WordPress ---

    def _ask_site(self, connection: Connection) -> None:
        self.entitle(self.tr("Sign in to the site"))
        self._lead.setText(
            self.tr(
                "An application password opens WordPress to CM Station alone. Your own password stays yours,"
                " and you can withdraw this one at any time."
            )
        )
        self._login_row.show()
        self.login.setText(connection.login)
        # The stored account keeps its person: only the password is replaced.
        self.login.setReadOnly(connection.account is not None)
        self._password_row.name(
            self.tr("Application password"),
            self.tr("Six groups of four letters and figures; spaces do not matter."),
        )
        self._door = None
        self.card.offer(self.tr("Asking the site where it makes application passwords…"), "")
        address = connection.address
        self._commands.ask(
            lambda: self._sign_in.site_door(address),
            self._show_door,
            owner=self,
            failed=self._no_door,
            lane="",
            replaces="account-wizard-door",
        )

    def _show_door(self, door: SiteDoor) -> None:
        self._door = door
        if not door.page:
            self._no_door(None)
        elif door.comes_back:
            self.card.offer(
                self.tr(
                    "The site asks you to allow CM Station; then name and password arrive here by themselves."
                ),
                self.tr("Open the page of the site"),
            )
        else:
            self.card.offer(
                self.tr(
                    "The site asks you to allow CM Station, then shows a password: copy it into the field."
                ),
                self.tr("Open the page of the site"),
            )

    def _no_door(self, _error: Exception | None) -> bool:
        # The check names the cause; here the way by hand is enough.
        self.card.offer(
            self.tr(
                "In WordPress, open Users, then Profile. Under “Application Passwords” add one called"
                " “CM Station” and copy it here."
            ),
            self.tr("Open the profile on the site"),
        )
        return True

    # --- Bluesky ---

    def _ask_bluesky(self, connection: Connection) -> None:
        self.entitle(self.tr("Sign in to Bluesky"))
        self._lead.setText(
            self.tr(
                "An app password lets CM Station publish, and nothing more. The password of the account"
                " stays yours; it is not accepted here."
            )
        )
        self._login_row.hide()
        self._password_row.name(
            self.tr("App password of {handle}").format(handle=connection.login),
            self.tr("Four groups of four letters and figures."),
        )
        self.card.offer(
            self.tr(
                "On Bluesky: Settings, Privacy and security, App passwords. Add one called “CM Station”."
            ),
            self.tr("Open this page of Bluesky"),
        )

    # --- inside ---

    @Slot()
    def _open(self) -> None:
        self._trouble.silence()
        door = self._door
        if self._connection.network is Network.BLUESKY:
            open_page(BLUESKY_PASSWORDS)
        elif door is None or not door.page:
            open_page(f"{self._connection.address}/wp-admin/profile.php#application-passwords-section")
        elif door.comes_back:
            self.card.wait()
            self._browser.start(
                lambda show, page, cancelled: self._sign_in.authorise_site(door, show, page, cancelled),
                self._allowed,
                self._refused,
            )
        else:
            open_page(self._sign_in.site_page(door))

    def _allowed(self, grant: SiteGrant) -> None:
        if self._door is not None:
            self._show_door(self._door)
        expected = self._connection.login if self._connection.account is not None else ""
        if expected and grant.login.casefold() != expected.casefold():
            self._trouble.say(
                self.tr(
                    "The site was opened by {other}; this account is {person}. Sign in there as {person}."
                ).format(other=grant.login, person=expected)
            )
            return
        self._connection.login = grant.login
        self.login.setText(grant.login)
        self._connection.secret = grant.secret
        self.secret.say_given(True)
        self.ready_changed.emit()
        self.completed.emit()

    def _refused(self, error: Exception) -> bool:
        if self._door is not None:
            self._show_door(self._door)
        if isinstance(error, SignInNeeded):
            self._trouble.say(abandoned_words(error))
            return True
        return False

    @Slot()
    def _give_up(self) -> None:
        self._browser.cancel()
        if self._door is not None:
            self._show_door(self._door)

    @Slot()
    def _typed(self) -> None:
        self._trouble.silence()
        self.ready_changed.emit()
