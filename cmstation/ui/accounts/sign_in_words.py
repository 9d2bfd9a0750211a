"""What the wizard says when a sign-in did not come to its end."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from cmstation.domain.errors import SignInNeeded
from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_WORDS: Final[dict[str, str]] = {
    "access_denied": QT_TRANSLATE_NOOP(
        "SignInWords", "Access was refused in the browser. Open the page again to allow it."
    ),
    "timed_out": QT_TRANSLATE_NOOP(
        "SignInWords", "No answer came from the browser in ten minutes. Open the page again."
    ),
    "no_browser": QT_TRANSLATE_NOOP(
        "SignInWords", "No browser could be opened on this computer. Use the field below."
    ),
    "account_password": QT_TRANSLATE_NOOP(
        "SignInWords",
        "This does not look like an app password, so it was not sent. Make one on Bluesky: it has"
        " four groups of four characters, and can be withdrawn without touching your account.",
    ),
    "no_token": QT_TRANSLATE_NOOP(
        "SignInWords", "This cannot be a token: it is one long word, without spaces. Copy it again."
    ),
    "no_secret": QT_TRANSLATE_NOOP("SignInWords", "The field is empty. Paste the password, then go on."),
}
_OTHERWISE: Final = QT_TRANSLATE_NOOP("SignInWords", "The sign-in did not come to its end. Try again.")


def abandoned_words(error: SignInNeeded) -> str:
    """Say why no permission came, and what to do next."""
    return translate("SignInWords", _WORDS.get(error.code, _OTHERWISE))
