"""Asks the system whether things may move."""

import os
import sys
from pathlib import Path
from typing import Final

# File below the configuration folder, and the line in it that says "no animations".
_STILL: Final = (
    ("gtk-4.0/settings.ini", "gtk-enable-animations", {"0", "false"}),
    ("gtk-3.0/settings.ini", "gtk-enable-animations", {"0", "false"}),
    ("kdeglobals", "AnimationDurationFactor", {"0", "0.0"}),
)


def system_wants_no_motion() -> bool:
    """Say whether the person turned animations off in the system."""
    if sys.platform == "win32":
        return _windows_wants_no_motion()
    folder = os.environ.get("XDG_CONFIG_HOME")
    return desktop_wants_no_motion(Path(folder) if folder else Path.home() / ".config")


def desktop_wants_no_motion(folder: Path) -> bool:
    """Say whether a desktop's settings in `folder` turn animations off."""
    return any(_value(folder / name, key).lower() in still for name, key, still in _STILL)


def _value(file: Path, key: str) -> str:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""  # this desktop is not the one in use
    for line in lines:
        name, _, value = line.partition("=")
        if name.strip() == key:
            return value.strip()
    return ""


def _windows_wants_no_motion() -> bool:
    import ctypes  # noqa: PLC0415 - only Windows needs it

    client_area_animation = 0x1042  # SPI_GETCLIENTAREAANIMATION
    enabled = ctypes.c_int(1)
    windll = getattr(ctypes, "windll")  # noqa: B009 - absent from the types of other systems
    asked = windll.user32.SystemParametersInfoW(client_area_animation, 0, ctypes.byref(enabled), 0)
    return bool(asked) and not enabled.value
