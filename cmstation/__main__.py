"""Start CM Station: the window when no verb is given, the command line otherwise."""

import sys
from collections.abc import Sequence
from pathlib import Path

from cmstation.desktop.no_core import refuse_core_dumps

# What a program in one file starts itself with (`networks/feed_workshop.py`).
READ_FEEDS = "--read-feeds"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code."""
    refuse_core_dumps()
    words = list(sys.argv[1:] if argv is None else argv)
    if words == [READ_FEEDS]:
        from cmstation.networks.feed_child import main as read_feeds  # noqa: PLC0415

        return read_feeds()
    window = _window_wanted(words)
    if window is None:
        from cmstation.cli.main import main as command_line  # noqa: PLC0415

        return command_line(words)
    from cmstation.app import run_window  # noqa: PLC0415

    return run_window(*window)


def _window_wanted(words: Sequence[str]) -> tuple[Path, bool, str | None] | None:
    """Return folder, rehearsal and language of the window, or None when this is for the command line.

    Read by hand: the first paint does not wait for a parser.
    """
    given = {"--data-dir": "", "--language": ""}
    rehearsal = False
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--rehearsal":
            rehearsal = True
        elif name in given:
            given[name] = value if equals else next(rest, "")
            if not given[name]:
                return None  # the command line words what is missing
        else:
            return None
    return _folder(given["--data-dir"], rehearsal), rehearsal, given["--language"] or None


def _folder(given: str, rehearsal: bool) -> Path:
    from cmstation.desktop.paths import rehearsal_folder, usual_folder  # noqa: PLC0415

    if given:
        return Path(given).expanduser()
    return rehearsal_folder() if rehearsal else usual_folder()


if __name__ == "__main__":
    sys.exit(main())
