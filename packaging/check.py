"""Check style, types, layers, translations and tests: python3 packaging/check.py [PYTEST ARGUMENTS]."""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack

if sys.version_info < (3, 11):  # noqa: UP036 - the reader of this sentence has an older one
    sys.exit("CM Station needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

from dataclasses import dataclass
from pathlib import Path

import environment
import servers
import system_libraries

GUARD = environment.ROOT / "tests" / "servers" / "guard.py"
SCREEN = ("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset")
TESTS_LIMIT_S = 25 * 60


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was checked."""

    name: str
    passed: bool
    seconds: float


class Checks:
    """Runs one step after the other and remembers how each went.

    Attributes:
        steps: what ran.
        not_run: sentences about what could not run.
    """

    def __init__(self) -> None:
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
        total = sum(step.seconds for step in self.steps)
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
    """Run pytest and take over its own list of what did not run."""
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "not-run"
        checks.variables["CMSTATION_NOT_RUN_LIST"] = str(listing)
        checks.run("tests", "-m", "pytest", *arguments, limit_s=TESTS_LIMIT_S)
        if listing.is_file():
            checks.not_run += listing.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
