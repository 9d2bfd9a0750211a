"""What a feed may hold on a bad day, in the real reading pane: nothing is asked for, nothing is led to."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.networks import clean_html
from cmstation.ui.icons import Icons
from cmstation.ui.watch.article_view import SAFE_SCHEMES, ArticleView
from tests.fakes.page_server import PageServer
from tests.networks.hostile_html.cases import CASES, at

# Rare scripts without a font here, and colours that are none, make Qt say so; nothing else may
pytestmark = [
    pytest.mark.qt_log_ignore(
        "This plugin does not support",
        r"^OpenType support missing for",
        r"^QTextHtmlParser::applyAttributes: Unknown",
    ),
    pytest.mark.timeout(300),
]
LONGEST_RAW = 5_000
_AT_ONCE = 40
PIECES = [range(first, min(first + _AT_ONCE, len(CASES))) for first in range(0, len(CASES), _AT_ONCE)]


@pytest.fixture
def site() -> Iterator[PageServer]:
    """A server that must never be asked for anything."""
    with PageServer() as server:
        yield server


@pytest.fixture
def view(qtbot: QtBot, icons: Icons) -> ArticleView:
    """The real view, seen."""
    shown = ArticleView(icons)
    qtbot.addWidget(shown)
    shown.resize(800, 700)
    shown.show()
    return shown


@pytest.fixture
def followed(view: ArticleView) -> list[str]:
    """The addresses that the view would open."""
    found: list[str] = []
    view.link_wanted.connect(found.append)
    return found


def links_in(document: QTextDocument) -> set[str]:
    """Return the address behind every piece of text."""
    found: set[str] = set()
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            found.add(pieces.fragment().charFormat().anchorHref())
            pieces += 1
        block = block.next()
    return found - {""}


def show(view: ArticleView, html: str) -> None:
    """Show a page, draw it, and click every link in it."""
    view.show_page(html)
    view.grab()
    for link in links_in(view.document()):
        view.anchorClicked.emit(QUrl(link))
    QApplication.processEvents()


def raw(case: str) -> str:
    """Leave a case as it is; those that only exhaust would take Qt's own stack, and never come uncleaned."""
    return case if len(case) < LONGEST_RAW else ""


@pytest.mark.parametrize("make", [raw, clean_html.clean], ids=["raw", "cleaned"])
@pytest.mark.parametrize("numbers", PIECES, ids=str)
def test_nothing_is_loaded_and_no_link_is_dangerous(
    view: ArticleView,
    followed: list[str],
    site: PageServer,
    make: Callable[[str], str],
    numbers: range,
) -> None:
    cases = at(site.url)

    for number in numbers:
        show(view, make(cases[number]))

    assert site.asked == []
    assert [link for link in followed if QUrl(link).scheme() not in SAFE_SCHEMES] == []


def test_there_are_cases_and_some_of_them_have_links(
    view: ArticleView, followed: list[str], site: PageServer
) -> None:
    for case in at(site.url)[:200]:
        show(view, case)

    assert len(CASES) > 200
    assert followed


def test_nothing_is_given_for_whatever_the_text_asks_for(view: ArticleView, site: PageServer) -> None:
    address = site.show("/a.css", b"p { color: red }", "text/css")

    for kind in QTextDocument.ResourceType:
        for name in (address, "file:///etc/hostname", "qrc:/icons/x.svg", "data:text/css,p{}", "a.png"):
            given = view.loadResource(kind.value, QUrl(name))
            assert not given or (isinstance(given, QImage) and given.size().width() == 1)

    assert site.asked == []


def test_a_picture_on_this_computer_is_not_shown(view: ArticleView, picture: str) -> None:
    red = QColor("#ff0000").rgb()

    for source in (picture, QUrl.fromLocalFile(picture).toString(), f"file:{picture}"):
        view.show_page(f'<p><img src="{source}" width="300" height="300"></p>')
        seen = view.grab().toImage()
        assert not any(
            seen.pixel(x, y) == red for x in range(0, seen.width(), 5) for y in range(0, seen.height(), 5)
        )


@pytest.fixture
def picture(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A red picture in a file."""
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    file = tmp_path_factory.mktemp("pictures") / "red.png"
    assert image.save(str(file))
    return str(file)


def test_a_picture_within_the_text_is_not_shown(view: ArticleView) -> None:
    image, buffer = QImage(300, 300, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor("#ff0000"))
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    written = bytes(buffer.data().toBase64().data()).decode()

    view.show_page(f'<p><img src="data:image/png;base64,{written}" width="300" height="300"></p>')

    seen = view.grab().toImage()
    assert not any(seen.pixel(x, 100) == QColor("#ff0000").rgb() for x in range(0, seen.width(), 5))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "smb://host/share",
        "ftp://127.0.0.1/x",
        "image:javascript:alert(1)",
        "image:file:///etc/passwd",
        "image:image:file:///etc/passwd",
        "image://host/share",
        "\\\\host\\share\\a.exe",
        "/etc/passwd",
        "#here",
        "cm-article:x",
        "cm-article:-1",
        "cm-item:1e3",
        "cm-item:",
        "cm-article:²",
        "ms-msdt:/id",
        "",
    ],
)
def test_no_address_of_another_kind_is_followed(
    qtbot: QtBot, view: ArticleView, followed: list[str], address: str
) -> None:
    own: list[int] = []
    view.article_wanted.connect(own.append)
    view.item_wanted.connect(own.append)

    view.anchorClicked.emit(QUrl(address))
    view.show_page(f'<p><a href="{address}">here</a></p>')
    for link in links_in(view.document()):
        view.anchorClicked.emit(QUrl(link))

    assert followed == []
    assert own == []


def test_links_that_people_may_follow_are_passed_on(view: ArticleView, followed: list[str]) -> None:
    for address in ("https://exemple.fr/a?b=c", "mailto:a@exemple.fr", "image:https://exemple.fr/a.png"):
        view.anchorClicked.emit(QUrl(address))

    assert followed == ["https://exemple.fr/a?b=c", "mailto:a@exemple.fr", "https://exemple.fr/a.png"]


def test_hundreds_of_nested_tags_are_shown_at_once(view: ArticleView) -> None:
    html = clean_html.clean("<blockquote>" * 3_000 + "words" + "<table><tr><td>" * 500)

    view.show_page(html)
    view.grab()

    assert "words" in view.toPlainText()
