"""Set CM Station up and open its window on the rehearsal clinic: python3 packaging/start.py [ARGUMENTS]."""

import os
import subprocess
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the reader of this sentence has an older one
    sys.exit("CM Station needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

import environment
import system_libraries

VALUED_OPTIONS = ("--data-dir", "--language")


def main(arguments: list[str]) -> int:
    """Set up, then hand over to the program."""
    try:
        environment.set_up(
            environment.RUNNING,
            system_libraries.missing_window_packages(),
            wishes=system_libraries.missing_font_packages(),
        )
    except environment.SetUpFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    if wants_window(arguments) and not has_screen():
        print("CM Station is set up, but there is no screen here to open its window on.", file=sys.stderr)
        print("Start it from a desktop session; --help lists what works without.", file=sys.stderr)
        return 1
    program = [str(environment.python()), "-m", "cmstation", "--rehearsal", *arguments]
    try:
        return subprocess.run(program, cwd=environment.ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


def wants_window(arguments: list[str]) -> bool:
    """Tell whether the program will open its window: no verb, and nothing that asks for words only."""
    values = {place + 1 for place, word in enumerate(arguments) if word in VALUED_OPTIONS}
    words = [word.partition("=")[0] for place, word in enumerate(arguments) if place not in values]
    return all(word == "--rehearsal" or word in VALUED_OPTIONS for word in words)


def has_screen() -> bool:
    """Tell whether a window can be shown; QT_QPA_PLATFORM is the word of someone who knows better."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
