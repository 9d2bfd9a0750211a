"""Make the environment in .venv that CM Station runs in, exactly as its lock files say."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
RUNNING = ROOT / "requirements.lock"
CHECKING = ROOT / "packaging" / "check.lock"
TRANSLATIONS = ROOT / "packaging" / "translations.py"
# What was installed, so that the second start does not ask pip again.
MARK = ENVIRONMENT / "cmstation-locks.json"


class SetUpFailed(Exception):
    """The environment cannot be made; the message tells a person why and what to do."""


def python() -> Path:
    """Return the interpreter of the environment."""
    if sys.platform == "win32":
        return ENVIRONMENT / "Scripts" / "python.exe"
    return ENVIRONMENT / "bin" / "python"


def set_up(lock: Path, packages: Sequence[str], *, wishes: Sequence[str] = ()) -> None:
    """Install what the lock file names, after the system packages.

    Args:
        lock: RUNNING or CHECKING; the second includes the first.
        packages: Debian packages without which nothing works.
        wishes: Debian packages that are installed with them where that is possible.

    Raises:
        SetUpFailed: something could not be installed.
    """
    _install_system_packages([*packages, *_packages_for_venv()], wishes)
    if not _works(python()):
        _create()
    if _digest(lock) not in _installed_locks():
        _install(lock)
        _remember(lock)
    compile_translations()


def compile_translations() -> None:
    """Make the files that Qt reads from the translations."""
    if not TRANSLATIONS.is_file():
        return
    if subprocess.run([python(), TRANSLATIONS, "compile"], cwd=ROOT, check=False).returncode != 0:
        raise SetUpFailed("The translations could not be compiled; the words above say why.")


def _install_system_packages(packages: Sequence[str], wishes: Sequence[str]) -> None:
    try:
        system_libraries.install([*packages, *wishes])
    except system_libraries.PackagesMissing as missing:
        if not packages:
            print(f"Going on without {' '.join(wishes)}. {missing.remedy}", flush=True)
            return
        raise SetUpFailed(missing.remedy) from missing


def _packages_for_venv() -> list[str]:
    """Debian and Ubuntu keep a part of Python that makes environments in a package of its own."""
    if _works(python()) or importlib.util.find_spec("ensurepip") is not None:
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def _works(interpreter: Path) -> bool:
    """Tell whether an interpreter runs, is recent enough and has pip."""
    if not interpreter.is_file():
        return False
    question = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([interpreter, "-c", question], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def _create() -> None:
    print(f"Making the environment {ENVIRONMENT.name} …", flush=True)
    # A half-made environment of an interrupted start must not stay in the way.
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=False)
    if made.returncode != 0:
        raise SetUpFailed("Python could not make an environment; the words above say why.")


def _install(lock: Path) -> None:
    print(f"Installing what {lock.name} names …", flush=True)
    arguments = ["--quiet", "--quiet", "--require-hashes", "-r", str(lock)]
    uv = shutil.which("uv")
    if uv is not None:
        if _run([uv, "pip", "install", "--python", str(python()), *arguments]):
            return
        print("uv could not; trying pip, which reads its own settings.", flush=True)
    if not _run([str(python()), "-m", "pip", "install", *arguments]):
        raise SetUpFailed(
            "pip could not install the libraries; its words above say why. Is the network reachable?"
        )


def _run(command: Iterable[str]) -> bool:
    settings = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    return subprocess.run([*command], cwd=ROOT, env={**os.environ, **settings}, check=False).returncode == 0


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _installed_locks() -> list[str]:
    try:
        return list(json.loads(MARK.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return []


def _remember(lock: Path) -> None:
    locks = {lock, RUNNING} if lock == CHECKING else {lock}
    MARK.write_text(json.dumps(sorted(_digest(one) for one in locks)), encoding="utf-8")
