"""The sentences of every step of a connection check, and of every cause that can stop one."""

from dataclasses import dataclass
from typing import Final

from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class CauseEntry:
    """English sentences; `ui/wording_checks.py` translates them."""

    what: str
    next: str = ""
    why: str = ""
    to_copy: str = ""


CHECK_STEPS: Final[dict[str, str]] = {
    "address": QT_TRANSLATE_NOOP("CheckSteps", "Address reached over a secure line"),
    "rest": QT_TRANSLATE_NOOP("CheckSteps", "WordPress interface found"),
    "application_passwords": QT_TRANSLATE_NOOP("CheckSteps", "Application passwords allowed"),
    "password": QT_TRANSLATE_NOOP("CheckSteps", "Password accepted"),
    "rights": QT_TRANSLATE_NOOP("CheckSteps", "Right to publish and to add pictures"),
    "trial": QT_TRANSLATE_NOOP("CheckSteps", "Trial post, kept private, then erased"),
    "instance": QT_TRANSLATE_NOOP("CheckSteps", "Mastodon server recognised"),
    "token": QT_TRANSLATE_NOOP("CheckSteps", "Permission accepted"),
    "scopes": QT_TRANSLATE_NOOP("CheckSteps", "Permission wide enough to publish"),
    "limits": QT_TRANSLATE_NOOP("CheckSteps", "Limits of the server read"),
    "handle": QT_TRANSLATE_NOOP("CheckSteps", "Account name found"),
    "second_factor": QT_TRANSLATE_NOOP("CheckSteps", "No second proof asked for"),
    "account_state": QT_TRANSLATE_NOOP("CheckSteps", "Account open"),
    "rehearsal": QT_TRANSLATE_NOOP("CheckSteps", "Rehearsal account: it publishes nowhere"),
}

_YOUR_PASSWORD_IS_FINE = QT_TRANSLATE_NOOP(
    "CheckSteps", "The web host removes the “Authorization” header. Your password is not the cause."
)
_CHECK_LINE = QT_TRANSLATE_NOOP("CheckSteps", "Check the line of this computer, then try again.")
_TRY_LATER = QT_TRANSLATE_NOOP("CheckSteps", "Wait a few minutes, then try again.")
_CHECK_SPELLING = QT_TRANSLATE_NOOP("CheckSteps", "Check the spelling, then try again.")
_ASK_THE_SITE = QT_TRANSLATE_NOOP("CheckSteps", "Ask the person who looks after the site.")

CHECK_CAUSES: Final[dict[str, CauseEntry]] = {
    # --- the line ---
    "name_not_found": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "No server has this name."),
        _CHECK_SPELLING,
        QT_TRANSLATE_NOOP("CheckSteps", "A letter may be wrong or missing."),
    ),
    "offline": CauseEntry(QT_TRANSLATE_NOOP("CheckSteps", "This computer is off line."), _CHECK_LINE),
    "refused": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server takes no calls at the moment."), _TRY_LATER
    ),
    "unreachable": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "No way leads to this server at the moment."), _CHECK_LINE
    ),
    "connect_timeout": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server did not pick up in time."), _TRY_LATER
    ),
    "read_timeout": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server picked up, then said nothing."), _TRY_LATER
    ),
    "cut": CauseEntry(QT_TRANSLATE_NOOP("CheckSteps", "The line was cut in the middle."), _TRY_LATER),
    "too_long": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The answer was longer than any real one."), _ASK_THE_SITE
    ),
    "too_many_redirects": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server sends from one address to the next without end."),
        _ASK_THE_SITE,
    ),
    "elsewhere": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "This address leads to another server."),
        QT_TRANSLATE_NOOP(
            "CheckSteps", "Open it in a browser, and take the address that you see at the end."
        ),
    ),
    "moved": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server has moved to another address."),
        QT_TRANSLATE_NOOP(
            "CheckSteps", "Open it in a browser, and take the address that you see at the end."
        ),
    ),
    "certificate": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The certificate of the server is not valid."),
        _ASK_THE_SITE,
        QT_TRANSLATE_NOOP("CheckSteps", "Nothing was sent, so that nobody can listen."),
    ),
    "tls": CauseEntry(QT_TRANSLATE_NOOP("CheckSteps", "No secure line could be opened."), _ASK_THE_SITE),
    "proxy": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The proxy of the clinic does not let this call through."),
        QT_TRANSLATE_NOOP("CheckSteps", "Ask the computer service to allow this address."),
    ),
    "server_error": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server answers with a fault of its own."), _TRY_LATER
    ),
    "rate_limited": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server asks to wait: too many tries in a short time."),
        _TRY_LATER,
    ),
    "not_secure": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "This address is not secure."),
        QT_TRANSLATE_NOOP("CheckSteps", "Write it with https in front; nothing was sent."),
    ),
    "not_found": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "Nothing of this kind answers at this address."), _CHECK_SPELLING
    ),
    "not_understood": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The answer is not what this network says."),
        QT_TRANSLATE_NOOP("CheckSteps", "Open the address in a browser to see what answers."),
        QT_TRANSLATE_NOOP("CheckSteps", "A Wi-Fi sign-in page or a filter may stand in between."),
    ),
    "not_told": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server does not say."),
        QT_TRANSLATE_NOOP("CheckSteps", "Nothing to do: the usual rules are used."),
    ),
    # --- signing in ---
    "sign_in_refused": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The sign-in is refused."),
        QT_TRANSLATE_NOOP("CheckSteps", "Sign in again with a new password or permission."),
    ),
    "second_factor": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The network asks for a second proof."),
        QT_TRANSLATE_NOOP(
            "CheckSteps", "Make an app password in the settings of the network, and use that one."
        ),
        QT_TRANSLATE_NOOP(
            "CheckSteps", "The account is well protected; its usual password is not enough here."
        ),
    ),
    "no_secret": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "No password was given."),
        QT_TRANSLATE_NOOP("CheckSteps", "Go back one step and give it."),
    ),
    "account_blocked": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The network has closed or suspended this account."),
        QT_TRANSLATE_NOOP("CheckSteps", "Sign in on the network’s own site to see why."),
    ),
    "permission_missing": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "This account may not publish."),
        QT_TRANSLATE_NOOP("CheckSteps", "Ask the person who runs the account for the right to publish."),
    ),
    "password_refused": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The network does not accept this name with this password."),
        QT_TRANSLATE_NOOP("CheckSteps", "Copy the app password once more, or make a new one."),
    ),
    "incorrect_password": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "WordPress does not accept this password."),
        QT_TRANSLATE_NOOP("CheckSteps", "Make a new application password in your WordPress profile."),
        QT_TRANSLATE_NOOP("CheckSteps", "It may have been revoked, or belong to another person."),
    ),
    "unknown_user": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "WordPress does not know this person."),
        QT_TRANSLATE_NOOP("CheckSteps", "Use the name that stands in your WordPress profile."),
    ),
    # --- WordPress ---
    "no_rest": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The site answers, but not its WordPress interface."),
        QT_TRANSLATE_NOOP(
            "CheckSteps", "Ask the person who looks after the site to open the REST interface."
        ),
        QT_TRANSLATE_NOOP("CheckSteps", "A security extension often closes it."),
    ),
    "rest_closed": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The site keeps its WordPress interface closed."),
        QT_TRANSLATE_NOOP(
            "CheckSteps", "Ask the person who looks after the site to open the REST interface."
        ),
        QT_TRANSLATE_NOOP("CheckSteps", "A security extension often closes it."),
    ),
    "rest_no_route": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "A part of the site’s WordPress interface is missing."),
        QT_TRANSLATE_NOOP(
            "CheckSteps", "Ask the person who looks after the site to open the REST interface."
        ),
        QT_TRANSLATE_NOOP("CheckSteps", "A security extension often closes it."),
    ),
    "header_stripped": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The password does not reach WordPress."),
        QT_TRANSLATE_NOOP("CheckSteps", "Have this line put at the top of the site’s .htaccess file."),
        _YOUR_PASSWORD_IS_FINE,
        'SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1',
    ),
    "password_or_header": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "Either the password is wrong, or it does not reach WordPress."),
        QT_TRANSLATE_NOOP(
            "CheckSteps",
            "Copy the password once more; if that does not help, hand this line to the web host.",
        ),
        QT_TRANSLATE_NOOP("CheckSteps", "The site does not let us tell one from the other."),
        'SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1',
    ),
    "not_an_application_password": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "This is not an application password."),
        QT_TRANSLATE_NOOP(
            "CheckSteps", "Make one in your WordPress profile: six groups of four letters and figures."
        ),
        QT_TRANSLATE_NOOP(
            "CheckSteps", "The password that opens WordPress in a browser is not accepted here."
        ),
    ),
    "application_passwords_disabled": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The site does not allow application passwords."),
        QT_TRANSLATE_NOOP("CheckSteps", "Ask the person who looks after the site to allow them."),
        QT_TRANSLATE_NOOP("CheckSteps", "A security extension often switches them off."),
    ),
    "missing_publish_posts": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "This person may write on the site, but not publish."),
        QT_TRANSLATE_NOOP("CheckSteps", "Ask for the role of author or editor."),
    ),
    "missing_upload_files": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "This person may not add pictures to the site."),
        QT_TRANSLATE_NOOP("CheckSteps", "Ask for the role of author or editor."),
    ),
    "forbidden": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The site forbids this call."),
        QT_TRANSLATE_NOOP("CheckSteps", "Ask the person who looks after the site to allow CM Station."),
        QT_TRANSLATE_NOOP("CheckSteps", "A firewall or a security extension often does so."),
    ),
    "trial_left": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The trial post could not be erased; it is still a private draft."),
        QT_TRANSLATE_NOOP("CheckSteps", "Erase the draft called “CM Station” on the site; publishing works."),
    ),
    # --- Mastodon ---
    "not_mastodon": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server at this address is not Mastodon or one of its family."),
        _CHECK_SPELLING,
    ),
    "closed_instance": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "This server does not introduce itself to strangers."),
        QT_TRANSLATE_NOOP("CheckSteps", "Ask its administrator whether programs are welcome."),
    ),
    "token_refused": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server does not accept this permission."),
        QT_TRANSLATE_NOOP("CheckSteps", "Give a new one in the browser, or copy the token once more."),
        QT_TRANSLATE_NOOP("CheckSteps", "It may have been withdrawn, or belong to another server."),
    ),
    "scope_missing": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The permission does not cover publishing."),
        QT_TRANSLATE_NOOP("CheckSteps", "Give a new one that allows writing posts and adding pictures."),
    ),
    "key_not_kept": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "This server does not protect from doubles by itself."),
        QT_TRANSLATE_NOOP("CheckSteps", "Nothing to do: CM Station looks before it sends again."),
    ),
    "cannot_read_back": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The permission allows writing, but not reading back."),
        QT_TRANSLATE_NOOP("CheckSteps", "Allow reading too, so that a post in doubt can be looked for."),
    ),
    # --- Bluesky ---
    "not_bluesky": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "The server at this address is not part of Bluesky."),
        _CHECK_SPELLING,
    ),
    "handle_unknown": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "Nobody has this account name."),
        QT_TRANSLATE_NOOP("CheckSteps", "Write it whole, for instance clinic.bsky.social."),
    ),
    "mail_address": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "Signed in with a mail address: there is no name to look up."),
    ),
    "account_password": CauseEntry(
        QT_TRANSLATE_NOOP("CheckSteps", "This is the password of the whole account."),
        QT_TRANSLATE_NOOP(
            "CheckSteps", "It works; an app password is safer, since it can be withdrawn alone."
        ),
    ),
}
