"""The command line: the same services without a window."""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QCoreApplication

from cmstation import __version__
from cmstation.cli.arguments import Parser, shared_options
from cmstation.cli.printing import Printer
from cmstation.domain.errors import (
    AddressNotAllowed,
    NotFound,
    SecretsLocked,
    SecretsRefused,
    SecretsUnavailable,
    SignInNeeded,
    StationError,
)
from cmstation.domain.planned_time import HourDoesNotExist
from cmstation.services.post_link import NotALink
from cmstation.ui.translation import LANGUAGES, Translation

if TYPE_CHECKING:
    from cmstation.services.station import Station

translate = QCoreApplication.translate
log = logging.getLogger(__name__)
Verb: TypeAlias = "Callable[[Station, argparse.Namespace, Printer], int]"


class ExitCode(IntEnum):
    """What a script may rely on."""

    DONE = 0
    REFUSED = 1  # a check, a network or the computer refused; nothing was published
    USAGE = 2  # the words of the command are off (argparse's own code)
    NOT_FOUND = 3
    UNCERTAIN = 4  # something may be live: look before anything else
    SIGN_IN = 5  # no secret on this computer, a locked keyring, a refused password


def main(argv: Sequence[str]) -> int:
    """Run one verb and return its exit code."""
    app = QCoreApplication.instance() or QCoreApplication([])
    translation = Translation(app)
    translation.install(_language(argv))
    try:
        try:
            return _main(argv)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has seen enough (`| head`): the rest is for nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    finally:
        translation.remove()


def code_of(problem: StationError) -> ExitCode:
    """Return the exit code of an expected error."""
    if isinstance(problem, NotFound):
        return ExitCode.NOT_FOUND
    if isinstance(problem, (SecretsLocked, SecretsRefused, SecretsUnavailable, SignInNeeded)):
        return ExitCode.SIGN_IN
    if isinstance(problem, (AddressNotAllowed, HourDoesNotExist, NotALink)):
        return ExitCode.USAGE
    return ExitCode.REFUSED


def parser() -> Parser:
    """Build the parser; its help teaches the command line."""
    from cmstation.cli import (  # noqa: PLC0415
        accounts,
        calendar,
        deliveries,
        doctor,
        drafts,
        health_days,
        report,
        review,
        stats,
        watch,
    )

    shared = shared_options(LANGUAGES)
    top = Parser(
        prog="cmstation",
        description=translate("Cli", "CM Station without its window; without a verb, it opens."),
        epilog=_epilog(),
        parents=[shared],
    )
    top.add_argument(
        "--version",
        action="version",
        version=f"CM Station {__version__}",
        help=translate("Cli", "show the version and end"),
    )
    verbs = top.add_subparsers(metavar=translate("Cli", "VERB"), title=translate("Cli", "verbs"))
    for module in (accounts, drafts, deliveries, calendar, health_days, watch, review, stats, report, doctor):
        module.add_verbs(verbs, shared)
    return top


def _main(argv: Sequence[str]) -> int:
    options = parser().parse_args(argv)
    if not hasattr(options, "verb"):
        parser().print_help()
        return ExitCode.USAGE
    printer = Printer(as_json=bool(getattr(options, "json", False)))
    try:
        return _run(cast("Verb", options.verb), options, printer)
    except StationError as problem:
        from cmstation.ui.wording import sentence_for  # noqa: PLC0415

        words = sentence_for(problem)
        printer.problem(type(problem).__name__, words.text, words.detail)
        return code_of(problem)


def _language(argv: Sequence[str]) -> str:
    """Return the language asked for; read before the parser, whose help is translated too."""
    for place, word in enumerate(argv):
        name, _, value = word.partition("=")
        if name == "--language":
            return value or next(iter(argv[place + 1 :]), "")
    return ""


def _epilog() -> str:
    examples = (
        'cmstation draft add --title "Portes ouvertes" --text -  < texte.txt',
        'cmstation draft set 12 --picture photo.jpg "La façade" --plan 2027-01-15T18:00',
        "cmstation publish 12",
        "cmstation publish-due --json",
        "cmstation delivery resolve 34 --live https://…",
        "cmstation --rehearsal draft list",
    )
    codes = translate(
        "Cli",
        "Exit codes: 0 done, 1 refused, 2 wrong words, 3 not found, 4 uncertain (may be live: look), "
        "5 sign-in or keyring needed.",
    )
    return "\n".join((translate("Cli", "Examples:"), *(f"  {line}" for line in examples), "", codes))


def _run(verb: Verb, options: argparse.Namespace, printer: Printer) -> int:
    from cmstation.desktop.logs import end_diary, start_diary  # noqa: PLC0415
    from cmstation.desktop.paths import Folders, rehearsal_folder, usual_folder  # noqa: PLC0415
    from cmstation.open_station import open_station  # noqa: PLC0415

    rehearsal = bool(getattr(options, "rehearsal", False))
    given = cast("Path | None", getattr(options, "data_dir", None))
    folders = Folders(given or (rehearsal_folder() if rehearsal else usual_folder())).made()
    start_diary(folders.logs)
    try:
        station = open_station(folders.root, rehearsal=rehearsal)
        try:
            return verb(station, options, printer)
        finally:
            station.close()
    except (StationError, BrokenPipeError):
        raise
    except Exception as defect:
        log.exception("verb failed")
        return _crashed(defect, folders.logs, printer)
    finally:
        end_diary()


def _crashed(defect: Exception, logs: Path, printer: Printer) -> int:
    from cmstation.desktop.crash_reports import CrashReports  # noqa: PLC0415
    from cmstation.ui.wording import sentence_for  # noqa: PLC0415

    report = CrashReports(logs).write(defect)
    printer.problem(type(defect).__name__, sentence_for(defect).text, str(report))
    return ExitCode.REFUSED
