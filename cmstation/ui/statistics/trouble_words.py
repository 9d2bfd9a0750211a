"""Why the figures of an account could not be read, in words."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def trouble_sentence(trouble: str) -> str:
    """Say why figures could not be read.

    Args:
        trouble: as it is stored (`Collection.trouble`).
    """
    if trouble in {"sign_in_needed", "second_factor_needed", "permission_missing"}:
        return translate(
            "Statistics", "The network does not accept the sign-in for this. Sign in again under Accounts."
        )
    if trouble == "rate_limited":
        return translate("Statistics", "The network asks to wait before it is read again.")
    if trouble in {"offline", "not_sent", "outcome_unknown", "network_error"}:
        return translate("Statistics", "The network did not answer.")
    if trouble == "account_blocked":
        return translate("Statistics", "The network has closed the account. Look at it in your browser.")
    if trouble.startswith("secrets_"):
        return translate(
            "Statistics", "The stored password could not be reached. Sign in again under Accounts."
        )
    return translate("Statistics", "The last reading failed. Try again with “Collect now”.")
