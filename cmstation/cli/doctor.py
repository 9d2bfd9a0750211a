"""The verb doctor: what works on this computer, in words that can be sent to someone who helps."""

import argparse
import platform
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, qVersion

from cmstation import __version__
from cmstation.cli.arguments import Parser
from cmstation.cli.printing import Printer
from cmstation.desktop.secrets import KeyringSecrets
from cmstation.domain.errors import ClockWentBack, StationError

if TYPE_CHECKING:
    from cmstation.cli.arguments import Subparsers
    from cmstation.services.station import Station

translate = QCoreApplication.translate
_LITTLE_ROOM = 500_000_000


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was looked at."""

    name: str
    sound: bool
    words: str


def add_verbs(verbs: "Subparsers", shared: Parser) -> None:
    """Add `doctor`."""
    verbs.add_parser(
        "doctor", parents=[shared], help=translate("Cli", "check the data, the keyring and the disk")
    ).set_defaults(verb=doctor)


def doctor(station: "Station", options: argparse.Namespace, printer: Printer) -> int:
    """Look at everything the program needs; exit 1 when something is wrong."""
    remarks = [_versions(), _database(station), _media(station), _room(station), _clock(station)]
    remarks += [_keyring(station), *_outbox(station)]
    printer.show(remarks, [f"{'✓' if remark.sound else '!'} {remark.words}" for remark in remarks])
    return 0 if all(remark.sound for remark in remarks) else 1


def _versions() -> Remark:
    program = f"CM Station {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return Remark("versions", True, f"{program}, {platform.platform()}")


def _database(station: "Station") -> Remark:
    problems = station.database.check()
    if problems:
        words = translate("Cli", "The database is damaged: {report}")
        return Remark("database", False, words.format(report="; ".join(problems)))
    return Remark("database", True, translate("Cli", "The database is sound."))


def _media(station: "Station") -> Remark:
    gone = [item.file_name for item in station.library.rows() if not station.library.path(item).is_file()]
    if gone:
        words = translate("Cli", "Pictures missing from the folder: {names}")
        return Remark("media", False, words.format(names=", ".join(gone[:10])))
    return Remark("media", True, translate("Cli", "Every picture is in its place."))


def _room(station: "Station") -> Remark:
    free = shutil.disk_usage(station.folder).free
    words = translate("Cli", "{megabytes} MB free on the disk.").format(megabytes=free // 1_000_000)
    return Remark("disk", free >= _LITTLE_ROOM, words)


def _clock(station: "Station") -> Remark:
    from cmstation.ui.wording import sentence_for  # noqa: PLC0415

    try:
        station.clock_watch.check()
    except ClockWentBack as trouble:
        notice = sentence_for(trouble)
        return Remark("clock", False, f"{notice.text} {notice.detail}")
    return Remark("clock", True, translate("Cli", "The clock has not gone back."))


def _keyring(station: "Station") -> Remark:
    from cmstation.ui.wording import sentence_for  # noqa: PLC0415

    try:
        KeyringSecrets(station.preferences.scope()).works()
    except StationError as problem:
        return Remark("keyring", station.rehearsal, sentence_for(problem).text)
    return Remark("keyring", True, translate("Cli", "The keyring keeps and gives back secrets."))


def _outbox(station: "Station") -> list[Remark]:
    waiting = station.outbox.needing_a_hand()
    if not waiting:
        return [Remark("outbox", True, translate("Cli", "Nothing in the outbox needs a hand."))]
    words = translate("Cli", "Deliveries that need a hand: {numbers}")
    numbers = ", ".join(str(delivery.id) for delivery in waiting)
    return [Remark("outbox", station.rehearsal, words.format(numbers=numbers))]
