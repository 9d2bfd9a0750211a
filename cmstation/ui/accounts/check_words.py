"""Words of a whole check: its result, its figures, its technical details, the message for the host."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from cmstation import __version__
from cmstation.domain.networks import AccountReport, CheckStep, Network, StepState, Way
from cmstation.ui.accounts.connection import Connection
from cmstation.ui.dates import took_words
from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP
from cmstation.ui.wording_checks import CauseWords, cause_words

translate = QCoreApplication.translate

# What will be looked at, to be shown before the first answer.
EXPECTED_STEPS: Final[dict[Network, tuple[str, ...]]] = {
    Network.WORDPRESS: ("address", "rest", "application_passwords", "password", "rights", "trial"),
    Network.MASTODON: ("address", "instance", "token", "scopes", "limits"),
    Network.BLUESKY: ("address", "handle", "password", "second_factor", "account_state", "rights"),
}
_WORTH_SAYING = timedelta(milliseconds=1)
_LINE = frozenset(
    {
        "offline",
        "refused",
        "unreachable",
        "connect_timeout",
        "read_timeout",
        "cut",
        "proxy",
        "server_error",
        "rate_limited",
    }
)
_BY_CAUSE: Final[dict[str, str]] = {
    "offline": QT_TRANSLATE_NOOP("CheckWords", "This computer is off line"),
    "not_secure": QT_TRANSLATE_NOOP("CheckWords", "The address is not secure"),
    "certificate": QT_TRANSLATE_NOOP("CheckWords", "The server answers, but nobody vouches for it"),
    "header_stripped": QT_TRANSLATE_NOOP("CheckWords", "The site answers, but does not hear the password"),
    "not_an_application_password": QT_TRANSLATE_NOOP(
        "CheckWords", "The site answers, but wants another kind of password"
    ),
    "scope_missing": QT_TRANSLATE_NOOP("CheckWords", "The permission works, but does not cover publishing"),
    "account_password": QT_TRANSLATE_NOOP("CheckWords", "It works, but with the password of the account"),
}
_BY_STEP: Final[dict[str, str]] = {
    "address": QT_TRANSLATE_NOOP("CheckWords", "Nothing answers at this address"),
    "rest": QT_TRANSLATE_NOOP("CheckWords", "The site answers, but its interface stays closed"),
    "application_passwords": QT_TRANSLATE_NOOP(
        "CheckWords", "The site answers, but allows no application passwords"
    ),
    "password": QT_TRANSLATE_NOOP("CheckWords", "The server answers, but refuses the password"),
    "rights": QT_TRANSLATE_NOOP("CheckWords", "The password works, but the right to publish is missing"),
    "trial": QT_TRANSLATE_NOOP("CheckWords", "Everything answers, but the trial post did not pass"),
    "instance": QT_TRANSLATE_NOOP("CheckWords", "A server answers, but it is not Mastodon"),
    "token": QT_TRANSLATE_NOOP("CheckWords", "The server answers, but refuses the permission"),
    "handle": QT_TRANSLATE_NOOP("CheckWords", "The server answers, but does not know this name"),
    "second_factor": QT_TRANSLATE_NOOP("CheckWords", "The password works, but a second proof is asked for"),
    "account_state": QT_TRANSLATE_NOOP("CheckWords", "The password works, but the account is closed"),
}
_WARNED: Final = QT_TRANSLATE_NOOP("CheckWords", "It works, with one thing to know")
_UNKNOWN: Final = QT_TRANSLATE_NOOP("CheckWords", "The check did not come to its end")
_NOT_NEEDED: Final = QT_TRANSLATE_NOOP("CheckWords", "not needed")
_NOT_TRIED: Final = QT_TRANSLATE_NOOP("CheckWords", "not tried yet")
# Causes that only the person who runs the server can mend.
FOR_THE_HOST = frozenset(
    {
        "header_stripped",
        "password_or_header",
        "no_rest",
        "rest_closed",
        "forbidden",
        "application_passwords_disabled",
        "certificate",
        "tls",
    }
)


def result_words(report: AccountReport) -> str:
    """Say in one line how a check ended."""
    failed = failed_step(report)
    if failed is None:
        warned = next((step for step in report.steps if step.state is StepState.WARNED), None)
        if warned is None:
            return translate("CheckWords", "Everything works")
        special = _BY_CAUSE.get(warned.cause)
        return translate("CheckWords", special or _WARNED)
    if failed.cause in _LINE and failed.name != "address":
        return translate("CheckWords", "The line was lost during the check")
    words = _BY_CAUSE.get(failed.cause) or _BY_STEP.get(failed.name)
    return translate("CheckWords", words or _UNKNOWN)


def failed_step(report: AccountReport) -> CheckStep | None:
    """Return the step that stopped a check."""
    return next((step for step in report.steps if step.state is StepState.FAILED), None)


def words_of_cause(step: CheckStep) -> CauseWords:
    """Word why a step failed or warned."""
    return cause_words("no_rest" if step.cause == "rest_closed" else step.cause)


def figure_words(step: CheckStep) -> str:
    """Say what stands at the right of a step: what was found, and how long it took."""
    if step.state is StepState.FAILED:
        if step.status is None:
            return ""
        return translate("CheckWords", "answer {status}").format(status=step.status)
    if step.state is StepState.SKIPPED:
        if step.cause == "not_told":
            return translate("CheckWords", "the server does not say")
        return translate("CheckWords", _NOT_NEEDED if step.cause else _NOT_TRIED)
    took = took_words(step.took) if step.took >= _WORTH_SAYING else ""
    return " · ".join(part for part in (_found(step), took) if part)


def _found(step: CheckStep) -> str:
    if step.name == "address" and step.remark[:1].isdigit():
        return translate("CheckWords", "version {version}").format(version=step.remark)
    if step.name == "limits" and step.remark.isdigit():
        figure = QLocale().toString(int(step.remark))
        return translate("CheckWords", "{figure} characters").format(figure=figure)
    # Rights in the words of an interface, numbers of drafts: for the technical details only.
    return "" if step.name in {"scopes", "trial", "rights"} else step.remark


def technical_details(connection: Connection, report: AccountReport, moment: str) -> str:
    """Write a check down for the person who will mend the server; it holds no secret.

    Args:
        moment: when it was made, UTC.
    """
    lines = [
        f"CM Station {__version__} · {moment}",
        f"network: {connection.chosen.value}",
        f"address: {connection.address}",
        f"software: {report.software or '-'}",
    ]
    for step in report.steps:
        parts = [f"{step.name}: {step.state.value}"]
        if step.cause:
            parts.append(f"cause={step.cause}")
        if step.status is not None:
            parts.append(f"status={step.status}")
        if step.remark:
            parts.append(f"found={step.remark}")
        if step.took:
            parts.append(f"{round(step.took.total_seconds() * 1000)} ms")
        lines.append(" ".join(parts))
    return "\n".join(lines)


def host_message(address: str, step: CheckStep) -> tuple[str, str]:
    """Write subject and text of a message to the person who looks after a site."""
    words = words_of_cause(step)
    subject = translate("CheckWords", "{address}: access for a publishing program").format(address=address)
    parts = [
        translate("CheckWords", "Hello,"),
        translate(
            "CheckWords",
            "We publish on {address} with the program CM Station, through the WordPress REST interface"
            " and an application password. The connection does not work yet.",
        ).format(address=address),
        " ".join(part for part in (words.what, words.why) if part),
        _request(step),
    ]
    if words.to_copy:
        parts.append(words.to_copy)
    parts.append(translate("CheckWords", "Thank you for your help."))
    return subject, "\n\n".join(parts)


def _request(step: CheckStep) -> str:
    match step.cause:
        case "header_stripped" | "password_or_header":
            return translate(
                "CheckWords",
                "Could you let the “Authorization” header through to PHP? On Apache this line at the top of"
                " the site’s .htaccess file does it:",
            )
        case "application_passwords_disabled":
            return translate(
                "CheckWords", "Could you allow application passwords on this site? Users keep their own."
            )
        case "certificate" | "tls":
            return translate("CheckWords", "Could you renew the certificate of this address?")
        case _:
            return translate(
                "CheckWords", "Could you open the address /wp-json/ of the site to signed-in users?"
            )


def connection_words(connection: Connection) -> str:
    """Name what is checked: "WordPress · https://…"."""
    place = connection.address if connection.way is Way.DIRECT else connection.handle
    if connection.network is Network.BLUESKY:
        place = connection.handle or connection.login
    return " · ".join(part for part in (connection.chosen.proper_name, place) if part)
