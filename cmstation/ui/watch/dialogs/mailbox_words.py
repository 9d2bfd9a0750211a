"""Mailboxes in words: what a provider asks for, and what stands in the way of keeping a password."""

from PySide6.QtCore import QCoreApplication

from cmstation.domain.errors import SecretsLocked, SecretsRefused, SecretsUnavailable
from cmstation.domain.watch_mailbox_hosts import MailHost, SignInWay
from cmstation.domain.watch_networks import SourceUnread
from cmstation.ui.watch.dialogs.source_words import mailbox_trouble_words

translate = QCoreApplication.translate


def way_words(host: MailHost) -> str:
    """Say what a provider wants for a password; "" when nothing special is known."""
    words = {
        SignInWay.PASSWORD: "",
        SignInWay.APP_PASSWORD: translate(
            "Mailboxes",
            "{provider} wants an app password here: make one in the security settings of your {provider} "
            "account. Your usual password is refused.",
        ),
        SignInWay.BROWSER_ONLY: translate(
            "Mailboxes",
            "{provider} and Microsoft 365 let programs sign in through a browser only (OAuth), which "
            "CM Station "
            "does not do: this mailbox cannot be watched. Have the newsletters sent to a mailbox "
            "elsewhere.",
        ),
        SignInWay.NO_IMAP: translate(
            "Mailboxes",
            "{provider} does not let other programs read its mailboxes directly: this mailbox cannot "
            "be watched. "
            "Have the newsletters sent to a mailbox elsewhere.",
        ),
    }
    return words[host.way].format(provider=host.provider)


def mailbox_refusal(error: Exception) -> str:
    """Say why a mailbox was not taken; "" when this is nothing that a person can mend here."""
    if isinstance(error, SourceUnread):
        return mailbox_trouble_words(error.trouble, error.detail)
    if isinstance(error, SecretsLocked):
        told = translate("Mailboxes", "The computer’s password store is locked. Unlock it, then try again.")
    elif isinstance(error, SecretsRefused):
        told = translate(
            "Mailboxes",
            "The computer’s password store refused to keep the password. Allow CM Station when the "
            "system asks, "
            "then try again.",
        )
    elif isinstance(error, SecretsUnavailable):
        told = translate(
            "Mailboxes",
            "This computer has no password store. Ask the computer service to set one up (GNOME "
            "Keyring, KWallet, "
            "Windows Credentials).",
        )
    else:
        return ""
    return f"{told} {translate('Mailboxes', 'Nothing was kept.')}"
