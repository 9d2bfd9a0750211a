"""Words of an account: its state, its way, when it was checked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.networks import Way
from cmstation.ui.dates import when_words
from cmstation.ui.theme.tokens import ColourRole
from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is shown: always shape, word and colour together."""

    shape: str
    colour: ColourRole
    word: str


_STATES: Final[dict[AccountState, StateLook]] = {
    AccountState.READY: StateLook("live", "good", QT_TRANSLATE_NOOP("AccountWords", "Connected")),
    AccountState.SIGN_IN_NEEDED: StateLook(
        "failed", "danger", QT_TRANSLATE_NOOP("AccountWords", "Sign in again")
    ),
    AccountState.SESSION_ONLY: StateLook(
        "warning", "warning", QT_TRANSLATE_NOOP("AccountWords", "Signed in for this session")
    ),
    AccountState.PAUSED: StateLook("pause", "muted", QT_TRANSLATE_NOOP("AccountWords", "Paused")),
}
_BY_HAND: Final = StateLook("paste", "info", QT_TRANSLATE_NOOP("AccountWords", "By hand"))
_REHEARSAL: Final = StateLook("rehearsal", "plum", QT_TRANSLATE_NOOP("AccountWords", "Rehearsal"))
_WAYS: Final[dict[Way, str]] = {
    Way.DIRECT: QT_TRANSLATE_NOOP("AccountWords", "CM Station publishes here by itself."),
    Way.ASSISTED: QT_TRANSLATE_NOOP("AccountWords", "You publish here by hand; everything is prepared."),
    Way.REHEARSAL: QT_TRANSLATE_NOOP("AccountWords", "A rehearsal account: nothing leaves this computer."),
}
_EXPLAINED: Final[dict[AccountState, str]] = {
    AccountState.SIGN_IN_NEEDED: QT_TRANSLATE_NOOP(
        "AccountWords", "The password or permission is missing or no longer accepted."
    ),
    AccountState.SESSION_ONLY: QT_TRANSLATE_NOOP(
        "AccountWords", "The password is forgotten when CM Station closes."
    ),
    AccountState.PAUSED: QT_TRANSLATE_NOOP(
        "AccountWords", "Planned posts wait until you resume the account."
    ),
}


def state_look(account: Account) -> StateLook:
    """Return how an account's state is shown, its word translated."""
    look = _STATES[account.state]
    if account.state is AccountState.READY:
        look = {Way.ASSISTED: _BY_HAND, Way.REHEARSAL: _REHEARSAL}.get(account.way, look)
    return StateLook(look.shape, look.colour, translate("AccountWords", look.word))


def place_words(account: Account) -> str:
    """Name where an account is: its handle, or the address without what everyone knows."""
    address = account.address.partition("://")[2].rstrip("/")
    handle = "" if account.handle == account.login and address else account.handle
    return " · ".join(part for part in (account.network.proper_name, handle or address) if part)


def way_words(account: Account) -> str:
    """Say how a post reaches an account, and what its state means."""
    parts = [translate("AccountWords", _WAYS[account.way])]
    if account.state in _EXPLAINED:
        parts.append(translate("AccountWords", _EXPLAINED[account.state]))
    return " ".join(parts)


def checked_words(account: Account, zone: str, now: datetime) -> str:
    """Say when the connection was tried last."""
    if account.way is not Way.DIRECT:
        return ""
    if account.checked_at is None:
        return translate("AccountWords", "Not checked since it was connected")
    return translate("AccountWords", "Checked {when}").format(when=when_words(account.checked_at, zone, now))


def spoken_words(account: Account) -> str:
    """Say a row as a screen reader reads it."""
    return ", ".join((account.name, place_words(account), state_look(account).word))
