"""The command line: the same services without a window."""

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication

from cmstation import __version__
from cmstation.cli.printing import Printer
from cmstation.domain.errors import (
    NetworkError,
    NotFound,
    NotReady,
    SecretsLocked,
    SecretsRefused,
    SecretsUnavailable,
    SignInNeeded,
    StationError,
)
from cmstation.services.station import Station
from cmstation.ui.translation import LANGUAGES, Translation

translate = QCoreApplication.translate
Verb = Callable[[Station, argparse.Namespace, Printer], int]


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
    Translation(app).install(_language(argv))
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


def code_of(problem: StationError) -> ExitCode:
    """Return the exit code of an expected error."""
    if isinstance(problem, NotFound):
        return ExitCode.NOT_FOUND
    if isinstance(problem, (SecretsLocked, SecretsRefused, SecretsUnavailable, SignInNeeded)):
        return ExitCode.SIGN_IN
    if isinstance(problem, (NotReady, NetworkError)):
        return ExitCode.REFUSED
    return ExitCode.REFUSED


def parser() -> argparse.ArgumentParser:
    """Build the parser; its help teaches the command line."""
    from cmstation.cli import accounts, deliveries, doctor, drafts  # noqa: PLC0415

    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--data-dir",
        type=Path,
        metavar="FOLDER",
        help=translate("Cli", "folder that holds the clinic's data"),
    )
    shared.add_argument(
        "--rehearsal", action="store_true", help=translate("Cli", "work on the sample clinic; nothing leaves")
    )
    shared.add_argument(
        "--language", choices=LANGUAGES, help=translate("Cli", "speak this language, not the system's")
    )
    shared.add_argument("--json", action="store_true", help=translate("Cli", "answer in JSON, for programs"))
    top = argparse.ArgumentParser(
        prog="cmstation",
        description=translate("Cli", "CM Station without its window; without a verb, it opens."),
        epilog=_epilog(),
        parents=[shared],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"CM Station {__version__}")
    verbs = top.add_subparsers(metavar=translate("Cli", "VERB"), title=translate("Cli", "verbs"))
    for module in (accounts, drafts, deliveries, doctor):
        module.add_verbs(verbs, shared)
    return top


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
        "cmstation draft set 12 --plan 2027-01-15T18:00",
        "cmstation publish 12",
        "cmstation publish-due --json",
        "cmstation delivery resolve 34 --live https://…",
    )
    codes = translate(
        "Cli",
        "Exit codes: 0 done, 1 refused, 2 wrong words, 3 not found, 4 uncertain (may be live: look), "
        "5 sign-in or keyring needed.",
    )
    return "\n".join((translate("Cli", "Examples:"), *(f"  {line}" for line in examples), "", codes))


def _run(verb: Verb, options: argparse.Namespace, printer: Printer) -> int:
    from cmstation.desktop.logs import start_diary  # noqa: PLC0415
    from cmstation.desktop.paths import Folders, rehearsal_folder, usual_folder  # noqa: PLC0415
    from cmstation.open_station import open_station  # noqa: PLC0415

    rehearsal = bool(getattr(options, "rehearsal", False))
    given = cast("Path | None", getattr(options, "data_dir", None))
    folder = given or (rehearsal_folder() if rehearsal else usual_folder())
    start_diary(Folders(folder).made().logs)
    station = open_station(folder, rehearsal=rehearsal)
    try:
        return verb(station, options, printer)
    except Exception:
        logging.getLogger(__name__).exception("verb failed")
        raise
    finally:
        station.close()
        sys.stdout.flush()
