"""The parser of the command line, in the person's language, and what its words may be."""

import argparse
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction["Parser"]  # pyright: ignore[reportPrivateUsage]

translate = QCoreApplication.translate


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Writes the help with headings in the person's language."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Head the line that shows the words of a command."""
        super().add_usage(usage, actions, groups, translate("Cli", "usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Head a list of words."""
        own = {
            "options": translate("Cli", "options"),
            "positional arguments": translate("Cli", "words that must be there"),
        }
        super().start_section(own.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """A parser, or one of its verbs.

    Args:
        helps: whether it answers --help; the options that verbs share do not.
    """

    def __init__(self, *, helps: bool = True, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=Formatter, **settings)
        if helps:
            self.add_argument("-h", "--help", action="help", help=translate("Cli", "show this help and end"))


def shared_options(languages: Sequence[str]) -> Parser:
    """Build the options that every verb takes."""
    shared = Parser(helps=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--data-dir",
        type=folder,
        metavar=translate("Cli", "FOLDER"),
        help=translate("Cli", "folder that holds the clinic's data"),
    )
    shared.add_argument(
        "--rehearsal", action="store_true", help=translate("Cli", "work on the sample clinic; nothing leaves")
    )
    shared.add_argument(
        "--language", choices=languages, help=translate("Cli", "speak this language, not the system's")
    )
    shared.add_argument("--json", action="store_true", help=translate("Cli", "answer in JSON, for programs"))
    return shared


def folder(given: str) -> Path:
    """Read a folder, "~" included."""
    if not given:
        raise argparse.ArgumentTypeError(translate("Cli", "a folder is missing"))
    return Path(given).expanduser()


def number(given: str) -> int:
    """Read the number of a post, an account or a delivery."""
    if not (given.isascii() and given.isdecimal() and 0 < len(given) < 19):
        raise argparse.ArgumentTypeError(
            translate("Cli", "{given} is not a number").format(given=repr(given))
        )
    return int(given)


def numbers(given: str) -> list[int]:
    """Read numbers separated by commas."""
    return [number(part.strip()) for part in given.split(",") if part.strip()]


def words(given: str) -> tuple[str, ...]:
    """Read words separated by commas."""
    return tuple(part.strip() for part in given.split(",") if part.strip())


def moment(given: str) -> datetime:
    """Read a time, local unless it names its offset."""
    try:
        return datetime.fromisoformat(given)
    except ValueError:
        told = translate("Cli", "{given} is not a time such as 2027-01-15T18:00").format(given=repr(given))
        raise argparse.ArgumentTypeError(told) from None


def zone(given: str) -> str:
    """Read the name of a time zone."""
    try:
        return ZoneInfo(given).key
    except (KeyError, ValueError, OSError):
        told = translate("Cli", "{given} is not a time zone such as Europe/Paris").format(given=repr(given))
        raise argparse.ArgumentTypeError(told) from None


class OwnText(argparse.Action):
    """Collects the own texts of accounts: a number, then a text."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Keep one account's text."""
        account, text = values or ("", "")
        try:
            kept = (number(str(account)), str(text))
        except argparse.ArgumentTypeError as wrong:
            raise argparse.ArgumentError(self, str(wrong)) from None
        setattr(namespace, self.dest, [*getattr(namespace, self.dest), kept])
