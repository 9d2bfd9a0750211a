"""The scenes of the screenshots: each brings the window of the rehearsal clinic into one state.

Add a scene as a function of one argument and put it into `SCENES`; its name is the name of its file.
Those of the calendar are in `calendar_scenes.py`, those of the watch in `watch_scenes.py`,
those of the statistics in `statistics_scenes.py`.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from calendar_scenes import SCENES as CALENDAR
from stage import Stage
from statistics_scenes import SCENES as STATISTICS
from watch_scenes import SCENES as WATCH

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import DiskFull, OutcomeUnknown, StorageDamaged
from cmstation.domain.networks import AccountReport, CheckStep, Network, StepState
from cmstation.domain.restoration import BackupCopy
from cmstation.ui.accounts.connection import Connection, Unfinished
from cmstation.ui.accounts.connection import Stage as Step
from cmstation.ui.accounts.wizard import AccountWizard
from cmstation.ui.opening import CannotOpen
from cmstation.ui.wording import sentence_for


def drafts(stage: Stage) -> None:
    """Show a post whose Bluesky version is too long."""
    stage.open_post("depistage camion", "Bluesky")


def drafts_facebook(stage: Stage) -> None:
    """Show the Facebook version of the same post."""
    stage.open_post("depistage camion", "Facebook")


def drafts_uncertain(stage: Stage) -> None:
    """Show a post that nobody can tell is live."""
    stage.open_post("journee mondiale vue")


def library(stage: Stage) -> None:
    """Show the pictures."""
    stage.page("library")


def exchanges(stage: Stage) -> None:
    """Show what Exchanges will be."""
    stage.page("exchanges")


def palette(stage: Stage) -> None:
    """Search for posts, pictures and actions at once."""
    stage.page("drafts")
    stage.shell.palette.open()
    stage.shell.palette.type_words("cam")
    stage.settle()


def error(stage: Stage) -> None:
    """Tell that the disk is full."""
    stage.page("drafts")
    stage.shell.notices.show(sentence_for(DiskFull(folder="C:\\CM Station")))


def uncertain(stage: Stage) -> None:
    """Tell that a network did not answer."""
    CALENDAR["calendar"](stage)
    stage.shell.notices.show(sentence_for(OutcomeUnknown(code="read_timeout")))


def result(stage: Stage) -> None:
    """Show how each account of an uncertain post fares."""
    stage.page("drafts")
    workbench(stage).publishing.show_result(stage.post("journee mondiale vue"))


def last_look(stage: Stage) -> None:
    """Open the last look at a post that is not ready."""
    stage.page("drafts")
    workbench(stage).publishing.look(stage.post("depistage camion"))


def history(stage: Stage) -> None:
    """List the earlier notices."""
    stage.page("drafts")
    for told in (OutcomeUnknown(code="cut"), DiskFull(folder="C:\\CM Station")):
        stage.shell.notices.show(sentence_for(told))
    stage.shell.window.menus.history.trigger()


def settings(stage: Stage) -> None:
    """Open the settings."""
    stage.page("drafts")
    stage.shell.window.menus.settings.trigger()


def keys(stage: Stage) -> None:
    """Open the sheet of keys."""
    stage.page("drafts")
    stage.shell.window.menus.shortcuts.trigger()


def accounts(stage: Stage) -> None:
    """Open the list of accounts."""
    stage.page("drafts")
    stage.shell.window.menus.accounts.trigger()


def wizard(stage: Stage) -> None:
    """Begin to connect an account."""
    stage.page("drafts")
    Unfinished.under(stage.shell.commands).take()  # of another scene
    stage.shell.window.menus.add_account.trigger()


def wizard_sign_in(stage: Stage) -> None:
    """Ask for the permission of a server."""
    stage.page("drafts")
    known = Connection(network=Network.MASTODON, address="https://sante.example")
    connect(stage, known, Step.SIGN_IN)


def wizard_password(stage: Stage) -> None:
    """Refuse the password of a whole account."""
    stage.page("drafts")
    known = Connection(
        network=Network.BLUESKY, address="https://bsky.social", login="clinique-tilleuls.bsky.social"
    )
    wizard = connect(stage, known, Step.SIGN_IN)
    wizard.pages.password.secret.setText("no app password")
    wizard.next.click()


def wizard_check(stage: Stage) -> None:
    """Show a check that a web host lets fail, with the cause and the line to copy."""
    stage.page("drafts")
    known = site()
    known.report = AccountReport(
        (
            passed("address", 184, "6.8"),
            passed("rest", 212, "Clinique des Tilleuls"),
            passed("application_passwords", 0),
            CheckStep("password", StepState.FAILED, "header_stripped", status=401),
            CheckStep("rights", StepState.SKIPPED),
            CheckStep("trial", StepState.SKIPPED),
        ),
        address=known.address,
    )
    connect(stage, known, Step.CHECK)


def wizard_passed(stage: Stage) -> None:
    """Show a check in which everything works."""
    stage.page("drafts")
    known = site()
    names = ("address", "rest", "application_passwords", "password", "rights", "trial")
    figures = ("6.8", "Clinique des Tilleuls", "", "redaction", "editor", "")
    steps = tuple(
        passed(name, 96 + 31 * len(found), found) for name, found in zip(names, figures, strict=True)
    )
    known.report = AccountReport(steps, address=known.address, handle="redaction")
    connect(stage, known, Step.CHECK)


def wizard_settings(stage: Stage) -> None:
    """Name the account and say who reads it."""
    stage.page("drafts")
    connect(stage, site(), Step.SETTINGS)


def site() -> Connection:
    """Return the site of the clinic on its way."""
    return Connection(
        network=Network.WORDPRESS,
        address="https://www.clinique-tilleuls.example",
        login="redaction",
        secret=Secret({"password": "rehearsal"}),
    )


def passed(name: str, milliseconds: int, found: str = "") -> CheckStep:
    """Return a step that went well."""
    return CheckStep(name, StepState.PASSED, remark=found, took=timedelta(milliseconds=milliseconds))


def connect(stage: Stage, known: Connection, step: Step) -> AccountWizard:
    """Open the wizard in the middle of a connection; nothing is called."""
    shell = stage.shell
    wizard = AccountWizard(
        stage.station,
        shell.commands,
        shell.icons.theme,
        shell.icons,
        shell.window,
        connection=known,
        stage=step,
    )
    wizard.open()
    return wizard


def damaged(stage: Stage) -> None:
    """Say that the folder cannot be opened."""
    now = stage.station.clock.now()
    copy = BackupCopy(Path("cmstation-2026-10-12.db"), now - timedelta(hours=23), "Europe/Paris")
    error = StorageDamaged(file="cmstation.db", report=())
    page = CannotOpen(stage.shell.icons, error, copy=copy, now=now)
    stage.shell.window.pages.cover(page)


def workbench(stage: Stage) -> Any:
    """Return what joins the clinic to the window."""
    found = stage.shell.workbench
    if found is None:
        raise SystemExit("the rehearsal clinic is not open")
    return found


SCENES: dict[str, Callable[[Stage], None]] = {
    "drafts": drafts,
    "drafts-facebook": drafts_facebook,
    "drafts-uncertain": drafts_uncertain,
    **CALENDAR,
    "library": library,
    **WATCH,
    **STATISTICS,
    "exchanges": exchanges,
    "palette": palette,
    "error": error,
    "uncertain": uncertain,
    "result": result,
    "last-look": last_look,
    "history": history,
    "settings": settings,
    "keys": keys,
    "accounts": accounts,
    "wizard": wizard,
    "wizard-sign-in": wizard_sign_in,
    "wizard-password": wizard_password,
    "wizard-check": wizard_check,
    "wizard-passed": wizard_passed,
    "wizard-settings": wizard_settings,
    "damaged": damaged,
}
