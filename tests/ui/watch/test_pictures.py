"""Pictures of an article: none until somebody asks, then those of this article, in the real reading pane."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.domain.watch import Item, Source, SourceKind
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_gate import FeedCleaner
from cmstation.networks.shown_html import shown
from cmstation.networks.web_pictures import WebPictures
from cmstation.services.watch_pictures import MOST_AT_ONCE, WatchPictures
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.article_page import article_page
from cmstation.ui.watch.reading_pane import ReadingPane
from tests.fakes.page_server import PageServer

NOW = datetime(2026, 10, 13, 7, tzinfo=UTC)
SITE = "https://photos.example"
COLOURS = {"JPEG": "#20a040", "PNG": "#c02030", "WEBP": "#3030b0", "GIF": "#c08020"}


@pytest.fixture(autouse=True)
def collecting(cycles_collected_by_the_window_alone: None) -> None:
    """Keep Python's own collector out of the jobs."""


@pytest.fixture
def site() -> Iterator[PageServer]:
    with PageServer() as server:
        yield server


@dataclass
class Web:
    """The real fetching; https://photos.example is the server of the test, and public."""

    site: PageServer
    hold: Event = field(default_factory=Event)
    stopped: int = 0

    def __post_init__(self) -> None:
        self.hold.set()
        self.fetcher = FeedFetcher(inside=lambda address: address != "127.0.0.1")

    def fetch(self, address: str, home: str = "") -> bytes:
        self.hold.wait(10)
        return WebPictures(self.fetcher).fetch(address.replace(SITE, self.site.url), home)

    def stop(self) -> None:
        self.stopped += 1
        self.fetcher.stop()


class Stored:
    """Stands where stories and sources are stored: all of one source."""

    def get(self, identity: int) -> object:
        return Source(1, SourceKind.FEED, "https://journal.example/feed", "J") if identity == 1 else item("")


@dataclass
class Stage:
    """The reading pane and its hands."""

    pane: ReadingPane
    web: Web
    jobs_end: Callable[[], None]

    def show(self, html: str, number: int = 7) -> None:
        page = article_page([item(html, number)], lambda _moment: "09:00", self.pane.article._icons.theme)  # pyright: ignore[reportPrivateUsage]
        self.pane.show_item(number, page, "", "")
        self.pane.grab()

    def load(self) -> None:
        button = self.pane.article.line.button
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
            self.jobs_end()

    def words(self) -> str:
        return self.pane.article.toPlainText()

    def line(self) -> str:
        line = self.pane.article.line
        return line.words.text() if line.isVisible() else ""

    def sees(self, colour: str) -> int:
        """Count the points of a colour, every fourth across and down."""
        seen, wanted = self.pane.article.grab().toImage(), QColor(colour)

        def near(x: int, y: int) -> bool:
            one = seen.pixelColor(x, y)
            pairs = ((one.red(), wanted.red()), (one.green(), wanted.green()), (one.blue(), wanted.blue()))
            return all(abs(first - second) < 12 for first, second in pairs)

        return sum(near(x, y) for x in range(0, seen.width(), 4) for y in range(0, seen.height(), 4))


@pytest.fixture
def stage(
    qtbot: QtBot, icons: Icons, commands: Commands, settled: Callable[[], None], site: PageServer
) -> Iterator[Stage]:
    pane, web = ReadingPane(icons), Web(site)
    qtbot.addWidget(pane)
    pane.resize(720, 900)
    stored = Stored()
    pane.article.pictures.attach(WatchPictures(stored, stored, web), commands)  # type: ignore[arg-type]
    pane.show()
    yield Stage(pane, web, settled)
    web.hold.set()
    settled()
    web.fetcher.close()


def item(html: str, number: int = 7) -> Item:
    return Item(number, 1, "Le Courrier", "Un potager", "https://journal.example/a", NOW, NOW, html, "", 1)


def stored_and_shown(html: str) -> str:
    """Clean as the program does: for storing, then for showing."""
    return shown(FeedCleaner().clean(html))


def article(*names: str) -> str:
    return stored_and_shown("".join(f'<p>Avant.</p><p><img src="{SITE}/{name}"></p>' for name in names))


def file(kind: str = "PNG", size: tuple[int, int] = (300, 120)) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, COLOURS[kind]).save(stream, kind)
    return stream.getvalue()


# --- the wish ---


def test_nothing_is_asked_for_before_somebody_wishes_it(stage: Stage, site: PageServer) -> None:
    stage.show(article("a.png", "b.png"))
    stage.settle()

    assert site.asked == []
    assert stage.line().startswith("2 ")
    assert "[a.png]" in stage.words()


def test_the_wish_loads_the_pictures_of_this_article_once_each_and_no_tracker(
    stage: Stage, site: PageServer
) -> None:
    for name in ("/a.png", "/b.png", "/other.png", "/t.gif"):
        site.show(name, file(), "image/png")
    stage.show(article("other.png"), 6)
    trackers = f'<img src="{SITE}/t.gif" width="1" height="1"><img src="{SITE}/1x1.gif">'
    stage.show(article("a.png", "b.png", "a.png") + stored_and_shown(trackers))

    stage.load()
    stage.settle()

    assert sorted(site.asked) == ["/a.png", "/b.png"]
    assert stage.line() == ""
    assert "[" not in stage.words()


@pytest.mark.parametrize("kind", list(COLOURS))
def test_a_picture_of_every_usual_kind_is_seen(stage: Stage, site: PageServer, kind: str) -> None:
    site.show("/a", file(kind), f"image/{kind.lower()}")
    stage.show(article("a"))
    assert stage.sees(COLOURS[kind]) == 0

    stage.load()
    stage.settle()

    assert abs(stage.sees(COLOURS[kind]) - 300 * 120 / 16) < 150
    assert "<img" not in stage.pane.article._html  # pyright: ignore[reportPrivateUsage]


def test_a_wide_picture_is_as_wide_as_the_text_and_follows_the_window(stage: Stage, site: PageServer) -> None:
    site.show("/a", file("JPEG", (2400, 600)), "image/jpeg")
    stage.show(article("a"))
    stage.load()
    stage.settle()
    wide = stage.sees(COLOURS["JPEG"])

    stage.pane.resize(480, 900)
    QApplication.processEvents()

    assert stage.pane.article.horizontalScrollBar().maximum() == 0
    assert 0 < stage.sees(COLOURS["JPEG"]) < wide


def test_another_theme_keeps_the_pictures_and_another_article_forgets_them(
    stage: Stage, site: PageServer
) -> None:
    site.show("/a.png", file(), "image/png")
    stage.show(article("a.png"))
    stage.load()
    stage.settle()

    stage.pane.article._icons.theme.changed.emit()  # pyright: ignore[reportPrivateUsage]
    stage.show(article("a.png"))
    assert stage.sees(COLOURS["PNG"]) > 0

    stage.show("<p>Rien.</p>", 8)
    stage.show(article("a.png"))

    assert stage.sees(COLOURS["PNG"]) == 0
    assert stage.line().startswith("1 ")
    assert site.asked == ["/a.png"]


def test_more_pictures_than_one_wish_loads_wait_for_the_next(stage: Stage, site: PageServer) -> None:
    names = [f"{number}.png" for number in range(MOST_AT_ONCE + 3)]
    for name in names:
        site.show(f"/{name}", file(size=(8, 8)), "image/png")
    stage.show(article(*names))

    stage.load()
    stage.settle()
    assert len(site.asked) == MOST_AT_ONCE
    assert stage.line().startswith("3 ")
    stage.load()
    stage.settle()

    assert len(site.asked) == len(names)
    assert stage.line() == ""


# --- what goes wrong ---


def test_a_picture_that_does_not_come_keeps_its_place_and_can_be_tried_again(
    stage: Stage, site: PageServer
) -> None:
    stage.show(article("a.png"))
    stage.load()
    stage.settle()
    assert "[a.png] (not loaded)" in stage.words()
    assert stage.line().startswith("1 ")

    site.show("/a.png", file(), "image/png")
    stage.load()
    stage.settle()

    assert stage.sees(COLOURS["PNG"]) > 0
    assert "not loaded" not in stage.words()


@pytest.mark.parametrize(
    "hostile",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='{site}/x.png' width='9' height='9'/></svg>",
        b"<html><img src='{site}/x.png'></html>",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x00\x01\x00\x00\x00\x01\x00\x00\x08\x06\x00\x00\x00",
    ],
)
def test_a_hostile_file_leaves_the_words_and_asks_for_nothing_else(
    stage: Stage, site: PageServer, hostile: bytes
) -> None:
    site.show("/a.png", hostile.replace(b"{site}", site.url.encode()), "image/png")
    stage.show(article("a.png"))

    stage.load()
    stage.settle()

    assert site.asked == ["/a.png"]
    assert "[a.png] (not loaded)" in stage.words()


def test_a_public_site_that_leads_to_a_private_one_shows_nothing(stage: Stage, site: PageServer) -> None:
    site.lead("/a.png", site.show("/b.png", file(), "image/png").replace("127.0.0.1", "127.0.0.2"))
    stage.show(article("a.png"))

    stage.load()
    stage.settle()

    assert site.asked == ["/a.png"]
    assert "(not loaded)" in stage.words()


def test_a_speck_that_came_is_nothing_to_be_seen(stage: Stage, site: PageServer) -> None:
    site.show("/a.png", file(size=(1, 1)), "image/png")
    stage.show(article("a.png"))

    stage.load()
    stage.settle()

    assert "a.png" not in stage.words()
    assert "\ufffc" not in stage.words()


def test_what_comes_after_the_person_went_on_is_dropped(stage: Stage, site: PageServer) -> None:
    site.show("/a.png", file(), "image/png")
    stage.web.hold.clear()
    stage.show(article("a.png"))
    stage.load()
    assert stage.line().startswith("Loading 1 ")

    stage.show(article("a.png", "b.png"), 8)
    stage.web.hold.set()
    stage.settle()

    assert stage.web.stopped == 1
    assert stage.sees(COLOURS["PNG"]) == 0
    assert stage.line().startswith("2 ")
    assert "[a.png]" in stage.words()


def test_a_text_cannot_name_our_pictures_before_they_are_there(stage: Stage, site: PageServer) -> None:
    site.show("/a.png", file(), "image/png")
    stage.show('<p><img src="cm-picture:0"><img src="cm-picture:1"></p>')
    stage.settle()

    assert stage.sees(COLOURS["PNG"]) == 0
    assert stage.line() == ""


# --- who asks ---


def test_the_wish_can_be_made_by_keyboard_and_is_explained(stage: Stage, site: PageServer) -> None:
    site.show("/a.png", file(), "image/png")
    stage.show(article("a.png"))
    button = stage.pane.article.line.button
    spoken = QAccessible.queryAccessibleInterface(button)

    assert spoken.text(QAccessible.Text.Name) == "Load pictures"
    assert "learn" in spoken.text(QAccessible.Text.Description)
    assert "learn" in button.toolTip()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not stage.pane.note.hasFocus()
    stage.settle()

    assert stage.sees(COLOURS["PNG"]) > 0


def test_without_the_services_nothing_is_offered(qtbot: QtBot, icons: Icons) -> None:
    pane = ReadingPane(icons)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_item(7, article_page([item(article("a.png"))], lambda _m: "", icons.theme), "", "")

    assert not pane.article.line.isVisible()
