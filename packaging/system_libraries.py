"""System libraries and programs that the project needs, and their installation through apt."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path

# Shared library -> Debian package. Ubuntu knows the same names, newer ones through "Provides".
WINDOW_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
SCREEN_PROGRAMS = {"Xvfb": "xvfb"}
FONTS = {Path("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"): "fonts-noto-color-emoji"}
RETRIES = ("-o", "Acquire::Retries=3")
POLICY = Path("/usr/sbin/policy-rc.d")


class PackagesMissing(Exception):
    """System packages are missing and cannot be installed from here.

    Attributes:
        packages: their Debian names.
        remedy: the sentence that tells a person what to do.
    """

    def __init__(self, packages: Sequence[str], why: str) -> None:
        self.packages = tuple(packages)
        names = " ".join(packages)
        self.remedy = f"{why} As an administrator, run: apt-get install {names}"
        super().__init__(self.remedy)


def missing_window_packages() -> list[str]:
    """Name the packages whose libraries the window needs and this Linux lacks."""
    if sys.platform != "linux":
        return []
    return [package for library, package in WINDOW_LIBRARIES.items() if not _loads(library)]


def missing_screen_packages() -> list[str]:
    """Name the packages that a screen without a monitor needs and this Linux lacks."""
    if sys.platform != "linux":
        return []
    return [package for program, package in SCREEN_PROGRAMS.items() if shutil.which(program) is None]


def missing_font_packages() -> list[str]:
    """Name the packages of fonts that make the window complete: it works without them."""
    if sys.platform != "linux":
        return []
    return [package for font, package in FONTS.items() if not font.exists()]


def missing_packages(packages: Iterable[str]) -> list[str]:
    """Name those of some Debian packages that are not installed."""
    if shutil.which("dpkg-query") is None:
        return list(packages)
    return [package for package in packages if not _installed(package)]


def install(packages: Sequence[str]) -> None:
    """Install Debian packages, telling their names first; no service is started.

    Raises:
        PackagesMissing: no apt, no rights, or apt refused.
    """
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise PackagesMissing(packages, "This system has no apt-get; its own packages are needed instead.")
    right = _administrator()
    if right is None:
        raise PackagesMissing(packages, "System packages are missing and there is no right to install them.")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    with _no_service_starts(right):
        _run(right, "apt-get", *RETRIES, "update", "-qq")
        options = [*RETRIES, "install", "-y", "-qq", "--no-install-recommends"]
        done = _run(right, "apt-get", *options, *packages)
    if done != 0:
        raise PackagesMissing(packages, "apt-get could not install them; its words stand above.")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _installed(package: str) -> bool:
    query = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}", package],
        capture_output=True,
        text=True,
        check=False,
    )
    return query.stdout == "installed"


def _administrator() -> list[str] | None:
    """Return what to write before a command to run it as administrator, or None without the right."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    # Without a terminal nobody can answer the question for the password.
    asking = ["sudo"] if sys.stdin is not None and sys.stdin.isatty() else ["sudo", "-n"]
    allowed = subprocess.run([*asking, "true"], check=False, stderr=subprocess.DEVNULL)
    return asking if allowed.returncode == 0 else None


def _run(right: Sequence[str], *command: str) -> int:
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", *command]
    # apt tells its steps on standard output: keep them away, its errors stay.
    return subprocess.run(
        [*right, *quiet], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
    ).returncode


@contextmanager
def _no_service_starts(right: Sequence[str]) -> Generator[None]:
    """Keep apt from starting the services that it installs; a policy that exists already is respected."""
    if POLICY.exists():
        yield
        return
    write = f"printf '#!/bin/sh\\nexit 101\\n' > {POLICY} && chmod 755 {POLICY}"
    subprocess.run([*right, "sh", "-c", write], check=True)
    try:
        yield
    finally:
        subprocess.run([*right, "rm", "-f", str(POLICY)], check=True)
