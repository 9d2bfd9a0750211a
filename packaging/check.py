"""Check style, types, layers, translations and tests: python3 packaging/check.py [PYTEST ARGUMENTS]."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack

if sys.version_info < (3, 11):  # noqa: UP036 - the reader of this sentence has an older one
    sys.exit("CM Station needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import environment
import servers
import system_libraries

GUARD = environment.ROOT / "tests" / "servers" / "guard.py"
SCREEN = ("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset")
TESTS_LIMIT_S = 25 * 60
WINDOWS = ("tests/ui", "tests/journeys")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was checked."""

    name: str
    passed: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    """A command of the environment's interpreter."""

    name: str
    command: tuple[str, ...]
    limit_s: float
    variables: dict[str, str]


class Checks:
    """Runs one step after the other and remembers how each went.

    Attributes:
        steps: what ran.
        not_run: sentences about what could not run.
    """

    def __init__(self) -> None:
        self._began = time.monotonic()
        self.steps: list[Step] = []
        self.not_run: list[str] = []
        self.variables = {
            "QT_QPA_PLATFORM": "offscreen",
            "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
            **os.environ,
        }

    def run(self, name: str, *command: str | Path, limit_s: float | None = None) -> None:
        """Run one command of the environment's interpreter; its output passes through."""
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        try:
            done = subprocess.run(
                [environment.python(), *command],
                cwd=environment.ROOT,
                env=self.variables,
                stdin=subprocess.DEVNULL,
                timeout=limit_s,
                check=False,
            )
            passed = done.returncode == 0
        except subprocess.TimeoutExpired:
            print(f"{name}: stopped after {limit_s:.0f} s", flush=True)
            passed = False
        self.note(name, passed, started)

    def run_beside(self, first: "Run", second: "Run") -> None:
        """Run two commands at once; what the second one says is told when it has ended."""
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
            other = Checks()
            other.variables = {**self.variables, **second.variables}
            thread = threading.Thread(target=other.run_quietly, args=(second, said))
            thread.start()
            self.variables |= first.variables
            self.run(first.name, *first.command, limit_s=first.limit_s)
            thread.join()
            said.seek(0)
            print(f"\n== {second.name}\n{said.read()}", flush=True)
            self.steps += other.steps

    def run_quietly(self, run: "Run", said: TextIO) -> None:
        """Run one command; what it says goes into a file."""
        started = time.monotonic()
        command = [environment.python(), *run.command]
        try:
            done = subprocess.run(
                command,
                cwd=environment.ROOT,
                env=self.variables,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                timeout=run.limit_s,
                check=False,
            )
            passed = done.returncode == 0
        except subprocess.TimeoutExpired:
            said.write(f"{run.name}: stopped after {run.limit_s:.0f} s\n")
            passed = False
        self.steps.append(Step(run.name, passed, time.monotonic() - started))

    def note(self, name: str, passed: bool, started: float) -> None:
        """Remember how a step went and tell its time."""
        self.steps.append(Step(name, passed, time.monotonic() - started))
        print(f"== {name}: {'passed' if passed else 'FAILED'} in {self.steps[-1].seconds:.1f} s", flush=True)

    def summary(self) -> int:
        """Tell how everything went; return the exit code."""
        print("\n== Summary")
        for step in self.steps:
            print(f"  {'passed' if step.passed else 'FAILED':6}  {step.seconds:7.1f} s  {step.name}")
        if self.not_run:
            print(
                "\n".join(["", "Not run on this machine:", *(f"  {sentence}" for sentence in self.not_run)])
            )
        failed = [step.name for step in self.steps if not step.passed]
        total = time.monotonic() - self._began
        print(
            f"\nFAILED: {', '.join(failed)}" if failed else f"\nEverything passed, in {total:.0f} s.",
            flush=True,
        )
        return 1 if failed else 0


def main(arguments: list[str]) -> int:
    """Set up, run every step, sum up."""
    checks = Checks()
    started = time.monotonic()
    try:
        wanted = [*system_libraries.missing_screen_packages(), *system_libraries.missing_font_packages()]
        environment.set_up(
            environment.CHECKING,
            system_libraries.missing_window_packages(),
            wishes=[*wanted, *servers.missing_packages()],
        )
    except environment.SetUpFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    checks.note("set-up", True, started)
    with ExitStack() as cleanup:
        installation = start_installing_servers(cleanup)
        checks.run("ruff check", "-m", "ruff", "check")
        checks.run("ruff format", "-m", "ruff", "format", "--check")
        checks.run("import contracts", "-c", "from importlinter.cli import lint_imports_command as c; c()")
        if environment.TRANSLATIONS.is_file():
            checks.run("translations", environment.TRANSLATIONS, "check")
        checks.run("pyright", "-m", "pyright")
        finish_installing_servers(checks, installation)
        give_a_screen(checks, cleanup)
        run_tests(checks, arguments)
    return checks.summary()


def start_installing_servers(cleanup: ExitStack) -> subprocess.Popen[str]:
    """Install the test servers beside the static checks; it is mostly waiting and one compiler."""
    command = [environment.python(), environment.ROOT / "packaging" / "servers.py", "install"]
    installation = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return cleanup.enter_context(installation)


def finish_installing_servers(checks: Checks, installation: subprocess.Popen[str]) -> None:
    """Wait for the servers; one that is missing fails nothing by itself, its tests will say so."""
    print("\n== test servers", flush=True)
    started = time.monotonic()
    said, _ = installation.communicate()
    print(said, end="")
    checks.note("test servers (rest of their installation)", True, started)
    if installation.returncode != 0:
        reasons = [line for line in said.splitlines() if line.startswith("NOT INSTALLED")]
        checks.not_run += reasons or [f"Test servers: {said.strip()}"]


def give_a_screen(checks: Checks, cleanup: ExitStack) -> None:
    """Start a screen without a monitor for the tests that need a real one."""
    if sys.platform != "linux" or os.environ.get("DISPLAY"):
        return
    if system_libraries.missing_screen_packages():
        checks.not_run.append("Tests on a real screen, because Xvfb is missing (Debian package xvfb).")
        return
    folder = cleanup.enter_context(tempfile.TemporaryDirectory())
    screen = subprocess.Popen(
        [environment.python(), "-I", GUARD, "15", folder, *SCREEN],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    cleanup.enter_context(screen)
    number = screen.stdout.readline().strip() if screen.stdout is not None else ""
    if number:
        checks.variables["DISPLAY"] = f":{number}"
    else:
        checks.not_run.append("Tests on a real screen, because Xvfb did not start.")


def run_tests(checks: Checks, arguments: list[str]) -> None:
    """Run pytest and take over its own lists of what did not run.

    All tests run in two processes, one of which mostly waits for windows, the other one for servers.
    """
    with tempfile.TemporaryDirectory() as folder:
        if arguments:
            run = _tests("tests", Path(folder) / "not-run", *arguments)
            checks.variables |= run.variables
            checks.run(run.name, *run.command, limit_s=run.limit_s)
        else:
            windows = _tests("tests of the window", Path(folder) / "not-run-1", *WINDOWS)
            ignored = [f"--ignore={name}" for name in WINDOWS]
            others = _tests("all other tests", Path(folder) / "not-run-2", "tests", *ignored)
            checks.run_beside(windows, others)
        for listing in sorted(Path(folder).iterdir()):
            told = listing.read_text(encoding="utf-8").splitlines()
            checks.not_run += [sentence for sentence in told if sentence not in checks.not_run]


def _tests(name: str, listing: Path, *arguments: str) -> Run:
    command = ("-m", "pytest", "-p", "no:cacheprovider", *arguments)
    return Run(name, command, TESTS_LIMIT_S, {"CMSTATION_NOT_RUN_LIST": str(listing)})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
