"""How the window looked last time, and how the person wants it to look; one small file in the data folder."""

import json
import logging
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

log = logging.getLogger(__name__)
FILE = "window.json"
SMALLEST = (1024, 600)


@dataclass(frozen=True, slots=True)
class WindowState:
    """What is kept between two starts.

    Args:
        place: x, y, width, height of the window when it is not maximised; None at the first start.
        splitters: sizes in pixels by name.
        language: "fr", "en", or "" for the system's.
        theme: "light", "dark" or "system".
        motion: False when nothing may move, None to ask the system.
    """

    place: tuple[int, int, int, int] | None = None
    maximised: bool = False
    tab: str = "drafts"
    splitters: dict[str, tuple[int, ...]] = field(default_factory=dict[str, "tuple[int, ...]"])
    language: str = ""
    theme: str = "system"
    bundled_font: bool = True
    motion: bool | None = None


def load_state(folder: Path) -> WindowState:
    """Read the kept state; whatever is missing or damaged is as at the first start."""
    try:
        kept: object = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return WindowState()
    if not isinstance(kept, dict):
        return WindowState()
    return _read(cast("dict[str, object]", kept))


def save_state(folder: Path, state: WindowState) -> None:
    """Keep the state; a folder that refuses is not worth a word, the next start looks as the first."""
    kept = {
        "place": state.place,
        "maximised": state.maximised,
        "tab": state.tab,
        "splitters": state.splitters,
        "language": state.language,
        "theme": state.theme,
        "bundled_font": state.bundled_font,
        "motion": state.motion,
    }
    half = folder / f"{FILE}.part"
    try:
        half.write_text(json.dumps(kept, indent=1), encoding="utf-8")
        half.replace(folder / FILE)
    except OSError:
        log.warning("the window's state could not be kept")


def place_on_screen(wanted: tuple[int, int, int, int] | None) -> QRect:
    """Return where the window fits: as it was, or wholly on a screen that is there today."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    first = QGuiApplication.primaryScreen().availableGeometry()
    if wanted is None:
        width, height = min(1366, first.width()), min(768, first.height())
        rect = QRect(0, 0, width, height)
        rect.moveCenter(first.center())
        return rect
    rect = QRect(*wanted)
    screen = max(screens, key=lambda area: _overlap(area, rect))
    if _overlap(screen, rect) == 0:
        screen = first
    rect.setWidth(min(max(rect.width(), min(SMALLEST[0], screen.width())), screen.width()))
    rect.setHeight(min(max(rect.height(), min(SMALLEST[1], screen.height())), screen.height()))
    rect.moveLeft(min(max(rect.left(), screen.left()), screen.right() - rect.width() + 1))
    rect.moveTop(min(max(rect.top(), screen.top()), screen.bottom() - rect.height() + 1))
    return rect


def _overlap(area: QRect, rect: QRect) -> int:
    shared = area.intersected(rect)
    return shared.width() * shared.height() if shared.isValid() else 0


def _read(kept: dict[str, object]) -> WindowState:
    state = WindowState()
    place = _numbers(kept.get("place"))
    if len(place) == 4 and place[2] > 0 and place[3] > 0:
        state = replace(state, place=(place[0], place[1], place[2], place[3]))
    splitters = kept.get("splitters")
    if isinstance(splitters, dict):
        sizes = {
            str(name): _numbers(value) for name, value in cast("dict[object, object]", splitters).items()
        }
        state = replace(state, splitters={name: value for name, value in sizes.items() if value})
    for name in ("tab", "language", "theme"):
        value = kept.get(name)
        if isinstance(value, str):
            state = replace(state, **{name: value})
    for name in ("maximised", "bundled_font", "motion"):
        value = kept.get(name)
        if isinstance(value, bool):
            state = replace(state, **{name: value})
    return state


def _numbers(value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        return ()
    numbers = cast("list[object]", value)
    return tuple(int(number) for number in numbers if isinstance(number, int) and abs(number) < 100_000)
