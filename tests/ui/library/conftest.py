"""The real library over a real clinic."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.library.tab import LibraryTab
from cmstation.ui.theme.theme import Theme
from tests.fakes.secret_box import SecretBox


def jpeg(colour: str, size: tuple[int, int] = (640, 480)) -> bytes:
    """Make a picture of one colour."""
    kept = io.BytesIO()
    Image.new("RGB", size, colour).save(kept, "JPEG")
    return kept.getvalue()


@pytest.fixture
def tab(
    qtbot: QtBot,
    theme: Theme,
    icons: Icons,
    station: Station,
    commands: Commands,
    settled: Callable[[], None],
) -> Iterator[LibraryTab]:
    """The library of the rehearsal clinic, shown: five pictures, all described."""
    shown = LibraryTab(theme, icons)
    qtbot.addWidget(shown)
    shown.resize(1366, 660)
    shown.show()
    shown.attach(station, commands)
    commands.changed.connect(shown.look_again)
    settled()
    yield shown
    shown.flush()
    settled()


@pytest.fixture
def opened(tab: LibraryTab) -> list[int]:
    """The posts that the library asked to open, in order."""
    posts: list[int] = []
    tab.post_wanted.connect(posts.append)
    return posts


@pytest.fixture
def bare_station(tmp_path: Path, clock: FixedClock) -> Iterator[Station]:
    """A clinic that has nothing yet."""
    from cmstation.open_station import Parts, open_station

    opened = open_station(tmp_path / "bare", parts=Parts(clock=clock, secrets=SecretBox()))
    yield opened
    opened.close()
