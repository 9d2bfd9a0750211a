"""The sentences of every expected error, by the name under which it is stored."""

from typing import Final

from cmstation.ui.error_entry import ErrorEntry, Live
from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP
from cmstation.ui.wording_calendar import CALENDAR_ERRORS
from cmstation.ui.wording_figures import FIGURE_ERRORS
from cmstation.ui.wording_watch import WATCH_ERRORS

UNEXPECTED: Final = ErrorEntry(
    QT_TRANSLATE_NOOP("Wording", "Something went wrong inside CM Station."),
    QT_TRANSLATE_NOOP(
        "Wording", "A report was written on this computer and sent nowhere; Help shows where it lies."
    ),
    grave=True,
)

_LOOK_THEN_SAY = QT_TRANSLATE_NOOP(
    "Wording", "Look at the account, then say whether it is there. Nothing is sent again without you."
)

ERRORS: Final[dict[str, ErrorEntry]] = {
    "station_error": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This did not work."),
        QT_TRANSLATE_NOOP("Wording", "Try again; if it happens again, the diary under Help says more."),
    ),
    **CALENDAR_ERRORS,
    **FIGURE_ERRORS,
    **WATCH_ERRORS,
    # --- posts, deliveries, times ---
    "not_found": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This is no longer here."),
        QT_TRANSLATE_NOOP("Wording", "The window shows what there is now; choose again."),
        QT_TRANSLATE_NOOP("Wording", "It was removed meanwhile."),
    ),
    "published_is_immutable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "What has left for a network can no longer be changed here."),
        QT_TRANSLATE_NOOP("Wording", "Duplicate the post to write a new one."),
    ),
    "changed_elsewhere": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This post was saved elsewhere meanwhile."),
        QT_TRANSLATE_NOOP("Wording", "Open it again to see the newer text, then add what is missing."),
        QT_TRANSLATE_NOOP("Wording", "The newer text was kept."),
    ),
    "not_ready": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This post cannot leave yet."),
        QT_TRANSLATE_NOOP("Wording", "The checks beside the post say what is missing."),
        live=Live.NOTHING,
    ),
    "already_planned": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This post is already on its way to this account."),
        QT_TRANSLATE_NOOP("Wording", "Open its result to follow it or to cancel it."),
    ),
    "wrong_state": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This publication has moved on meanwhile."),
        QT_TRANSLATE_NOOP("Wording", "The window shows where it is now; choose again."),
    ),
    "payload_changed": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The content changed after it was made ready to leave."),
        QT_TRANSLATE_NOOP("Wording", "Nothing more is sent: cancel this publication, then publish again."),
        grave=True,
    ),
    "too_late": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "It is too late to cancel: the post is leaving or has left."),
        QT_TRANSLATE_NOOP("Wording", "Its result will show in a moment."),
    ),
    "hour_does_not_exist": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This hour does not exist on that day: the clocks go forward."),
        QT_TRANSLATE_NOOP("Wording", "Choose {next_wall} or another hour."),
    ),
    "not_alink": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This is not the address of a post."),
        QT_TRANSLATE_NOOP("Wording", "Paste the whole address from the browser, beginning with https."),
    ),
    "not_published_at_its_hour": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network did not show the post at its hour."),
        _LOOK_THEN_SAY,
        QT_TRANSLATE_NOOP("Wording", "The network had accepted to keep it until then."),
        Live.MAYBE,
        grave=True,
    ),
    "interrupted": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "CM Station was stopped while this was leaving."),
        _LOOK_THEN_SAY,
        live=Live.MAYBE,
        grave=True,
    ),
    "comment_taken_out": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The post no longer has a first comment here."),
        QT_TRANSLATE_NOOP("Wording", "Write one in the post before it leaves, and it follows again."),
        live=Live.NOTHING,
    ),
    "post_not_live": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The post that this comment follows did not leave."),
        QT_TRANSLATE_NOOP("Wording", "Send the post again, and the comment follows it."),
        live=Live.NOTHING,
    ),
    "defect": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "A fault of CM Station stopped this publication."),
        QT_TRANSLATE_NOOP("Wording", "Look at the account before you try again; a report was written."),
        grave=True,
    ),
    # --- the computer ---
    "disk_full": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The disk is full: this was not saved."),
        QT_TRANSLATE_NOOP("Wording", "Keep the window open, make room on the disk, then try again."),
        QT_TRANSLATE_NOOP("Wording", "CM Station writes into {folder}."),
        grave=True,
    ),
    "folder_not_writable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "CM Station may not write into its folder: this was not saved."),
        QT_TRANSLATE_NOOP("Wording", "Keep the window open, check the rights of the folder, then try again."),
        QT_TRANSLATE_NOOP("Wording", "The folder is {folder}."),
        grave=True,
    ),
    "storage_damaged": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The file that holds your posts is damaged."),
        QT_TRANSLATE_NOOP(
            "Wording", "Put the newest daily copy from the “backups” folder in its place, or ask for help."
        ),
        QT_TRANSLATE_NOOP("Wording", "It was left as it is: {file}."),
        grave=True,
    ),
    "storage_too_new": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This folder was last used by a newer CM Station."),
        QT_TRANSLATE_NOOP("Wording", "Install the newest release to open it; nothing was changed."),
        grave=True,
    ),
    "storage_unreachable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The shared database does not answer."),
        QT_TRANSLATE_NOOP("Wording", "Check the line, or ask the person who looks after the server."),
        QT_TRANSLATE_NOOP("Wording", "It should be at {address}."),
        grave=True,
    ),
    "already_open": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "CM Station is already open on this folder."),
        QT_TRANSLATE_NOOP("Wording", "Use the window that is open."),
    ),
    "clock_went_back": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The computer’s clock is earlier than it was."),
        QT_TRANSLATE_NOOP("Wording", "Set the date and the time right, so that posts leave at their hour."),
        QT_TRANSLATE_NOOP("Wording", "What waits for its hour leaves late, never early and never twice."),
        grave=True,
    ),
    "secrets_unavailable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This computer offers no safe place for passwords."),
        QT_TRANSLATE_NOOP(
            "Wording", "Sign in for this session only: the password is forgotten when CM Station closes."
        ),
        QT_TRANSLATE_NOOP("Wording", "CM Station never keeps a password in a file."),
    ),
    "secrets_locked": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The computer’s password store is locked."),
        QT_TRANSLATE_NOOP("Wording", "Unlock it, then try again."),
    ),
    "secrets_refused": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The computer’s password store refused access."),
        QT_TRANSLATE_NOOP(
            "Wording", "Allow CM Station to use it and try again, or sign in for this session only."
        ),
    ),
    # --- the networks ---
    "network_error": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network did not accept this."),
        QT_TRANSLATE_NOOP("Wording", "Its own words are in the journal of this publication."),
        live=Live.NOTHING,
    ),
    "not_sent": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network could not be reached."),
        QT_TRANSLATE_NOOP("Wording", "Check the line, then try again."),
        live=Live.NOTHING,
    ),
    "offline": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This computer is off line."),
        QT_TRANSLATE_NOOP("Wording", "Check the cable or the Wi-Fi, then try again."),
        live=Live.NOTHING,
    ),
    "outcome_unknown": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network did not answer."),
        _LOOK_THEN_SAY,
        live=Live.MAYBE,
        grave=True,
    ),
    "sign_in_needed": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network asks you to sign in again."),
        QT_TRANSLATE_NOOP("Wording", "Sign in again under Accounts, then send once more."),
        QT_TRANSLATE_NOOP("Wording", "The password or the permission is missing or no longer accepted."),
        Live.NOTHING,
    ),
    "second_factor_needed": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network asks for a second proof."),
        QT_TRANSLATE_NOOP("Wording", "Make an app password in the network’s settings and sign in with it."),
        QT_TRANSLATE_NOOP("Wording", "The usual password is not enough for this account."),
        Live.NOTHING,
    ),
    "sign_in_abandoned": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The sign-in was not finished."),
        QT_TRANSLATE_NOOP("Wording", "Start the sign-in again when you are ready."),
    ),
    "permission_missing": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This account may not do this."),
        QT_TRANSLATE_NOOP("Wording", "Ask the person who runs the account for the right to publish."),
        live=Live.NOTHING,
    ),
    "rate_limited": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network asks to wait a while."),
        QT_TRANSLATE_NOOP("Wording", "Try again in a quarter of an hour."),
        QT_TRANSLATE_NOOP("Wording", "It received too much in a short time."),
        Live.NOTHING,
    ),
    "payment_needed": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network wants a payment before it takes more."),
        QT_TRANSLATE_NOOP("Wording", "Settle it on the network’s own site, or publish by hand."),
        live=Live.NOTHING,
    ),
    "content_refused": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network refuses this content."),
        QT_TRANSLATE_NOOP("Wording", "Change the text or the pictures, then send once more."),
        QT_TRANSLATE_NOOP("Wording", "Its own words are in the journal of this publication."),
        Live.NOTHING,
    ),
    "duplicate_refused": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network says that it has this post already."),
        _LOOK_THEN_SAY,
        live=Live.MAYBE,
        grave=True,
    ),
    "account_blocked": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network has blocked this account or this action."),
        QT_TRANSLATE_NOOP("Wording", "Sign in on the network’s own site to see why."),
        live=Live.NOTHING,
    ),
    "not_ready_yet": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The network is still working on the pictures."),
        QT_TRANSLATE_NOOP("Wording", "Wait a minute, then try again."),
        live=Live.NOTHING,
    ),
    "answer_not_understood": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "What answers at this address is not the network."),
        QT_TRANSLATE_NOOP("Wording", "Open the address in a browser to see what answers, then try again."),
        QT_TRANSLATE_NOOP("Wording", "A Wi-Fi sign-in page or a filter may stand in between."),
        Live.NOTHING,
    ),
    "address_not_allowed": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This address is not secure, so nothing was sent there."),
        QT_TRANSLATE_NOOP("Wording", "Write it with https in front."),
        live=Live.NOTHING,
    ),
    "address_not_found": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "Nothing of this kind answers at this address."),
        QT_TRANSLATE_NOOP("Wording", "Check the address under Accounts."),
        live=Live.NOTHING,
    ),
    # --- pictures ---
    "picture_error": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This picture cannot be used."),
        QT_TRANSLATE_NOOP("Wording", "Save it again as JPEG or PNG, or choose another one."),
    ),
    "empty_picture": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This file is empty."),
        QT_TRANSLATE_NOOP("Wording", "Copy it once more from where it comes from."),
        QT_TRANSLATE_NOOP("Wording", "A copy or a download was probably interrupted."),
    ),
    "picture_file_unreadable": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This file cannot be opened."),
        QT_TRANSLATE_NOOP("Wording", "Check that it is still there and that you may read it."),
    ),
    "picture_file_too_large": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This file is too heavy: {size}, and {limit} at most."),
        QT_TRANSLATE_NOOP("Wording", "Save a lighter copy of the picture, then add that one."),
    ),
    "too_many_pixels": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This picture is too large: {width} × {height} pixels."),
        QT_TRANSLATE_NOOP("Wording", "Save a smaller copy of the picture, then add that one."),
    ),
    "not_apicture": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This file is not a picture, whatever its name says."),
        QT_TRANSLATE_NOOP("Wording", "Choose a JPEG, PNG, GIF or WebP file."),
    ),
    "picture_kind_not_supported": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "CM Station cannot read this kind of picture: {kind}."),
        QT_TRANSLATE_NOOP("Wording", "Save it as JPEG or PNG, then add that one."),
    ),
    "truncated_picture": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "The end of this picture is missing."),
        QT_TRANSLATE_NOOP("Wording", "Copy it once more from where it comes from."),
        QT_TRANSLATE_NOOP("Wording", "A copy or a download was probably interrupted."),
    ),
    "damaged_picture": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This picture is damaged inside."),
        QT_TRANSLATE_NOOP("Wording", "Open it in a picture program, save it again, then add that one."),
    ),
    "picture_does_not_fit": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This picture cannot be made light enough: {limit} at most."),
        QT_TRANSLATE_NOOP("Wording", "Crop it, or choose a simpler one."),
        live=Live.NOTHING,
    ),
    "no_accepted_kind": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "This network takes no kind of picture that CM Station can make."),
        QT_TRANSLATE_NOOP("Wording", "Publish without the picture, or by hand."),
        live=Live.NOTHING,
    ),
    "media_in_use": ErrorEntry(
        QT_TRANSLATE_NOOP("Wording", "A post that has not left yet shows this picture."),
        QT_TRANSLATE_NOOP("Wording", "Take it off that post first."),
    ),
}

# Why a network could not be reached, or a sign-in ended: the codes of `networks/failures.py` and others.
CAUSES: Final[dict[str, str]] = {
    "name_not_found": QT_TRANSLATE_NOOP("Wording", "No server has this name: a letter may be wrong."),
    "refused": QT_TRANSLATE_NOOP("Wording", "The server is there but takes no calls at the moment."),
    "unreachable": QT_TRANSLATE_NOOP("Wording", "No way leads to this server at the moment."),
    "connect_timeout": QT_TRANSLATE_NOOP("Wording", "The server did not pick up in time."),
    "read_timeout": QT_TRANSLATE_NOOP("Wording", "The server picked up, then said nothing for too long."),
    "cut": QT_TRANSLATE_NOOP("Wording", "The line was cut in the middle."),
    "certificate": QT_TRANSLATE_NOOP("Wording", "The server’s certificate is not valid."),
    "tls": QT_TRANSLATE_NOOP("Wording", "No secure line could be opened."),
    "proxy": QT_TRANSLATE_NOOP("Wording", "The proxy of this network does not let the call through."),
    "nearly_used": QT_TRANSLATE_NOOP("Wording", "Its server was asked nearly as often as it allows."),
    "no_figures": QT_TRANSLATE_NOOP("Wording", "The page shows no figures that can be read."),
    "no_handle": QT_TRANSLATE_NOOP("Wording", "The address names no account."),
    "members_only": QT_TRANSLATE_NOOP("Wording", "This account shows itself to signed-in people only."),
    "too_long": QT_TRANSLATE_NOOP("Wording", "The answer was longer than any real one."),
    "too_many_redirects": QT_TRANSLATE_NOOP("Wording", "The server sends from one address to the next."),
    "no_rest": QT_TRANSLATE_NOOP("Wording", "The WordPress interface of the site does not answer."),
    "not_moved": QT_TRANSLATE_NOOP("Wording", "The network still keeps the post for its old hour."),
    "rest_forbidden_status": QT_TRANSLATE_NOOP(
        "Wording",
        "The site does not let this account plan posts, for instance because it may only propose them.",
    ),
    "rest_closed": QT_TRANSLATE_NOOP(
        "Wording", "The site keeps its WordPress interface closed; a security extension often does so."
    ),
    "kept_pending": QT_TRANSLATE_NOOP(
        "Wording", "The site keeps the post for approval: this account may write, but not publish."
    ),
    "picture_too_large": QT_TRANSLATE_NOOP("Wording", "A picture is heavier than the network takes."),
    "unusable_secret": QT_TRANSLATE_NOOP(
        "Wording", "The password contains characters that the network cannot take."
    ),
    "elsewhere": QT_TRANSLATE_NOOP("Wording", "The server points to another server."),
    "moved": QT_TRANSLATE_NOOP("Wording", "The server has moved to another address."),
    "access_denied": QT_TRANSLATE_NOOP("Wording", "The permission was not given in the browser."),
    "timed_out": QT_TRANSLATE_NOOP("Wording", "Nobody answered in the browser in time."),
    "cancelled": QT_TRANSLATE_NOOP("Wording", "It was cancelled."),
    "no_browser": QT_TRANSLATE_NOOP("Wording", "No browser could be opened."),
    "no_password": QT_TRANSLATE_NOOP("Wording", "No password is kept on this computer."),
    "no_token": QT_TRANSLATE_NOOP("Wording", "No permission is kept on this computer."),
    "no_secret": QT_TRANSLATE_NOOP("Wording", "No password is kept on this computer."),
}
