"""Pages that are got ready before anybody asks for them."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui import warming
from cmstation.ui.icons import Icons
from cmstation.ui.jobs import JobRunner
from cmstation.ui.pages import Pages
from cmstation.ui.warming import PAGES, Warming


def _told(built: list[str]) -> Callable[[str, QWidget], None]:
    return lambda key, _page: built.append(key)


def test_each_page_is_built_and_none_is_shown(
    icons: Icons,
    jobs: JobRunner,
    settled: Callable[[], None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(warming, "PAUSE_MS", 1)
    pages = Pages(icons)
    qtbot.addWidget(pages)
    pages.choose("drafts")
    built = list[str]()
    pages.built.connect(_told(built))

    Warming(pages, jobs, pages).start()
    settled()
    qtbot.waitUntil(lambda: set(PAGES) <= pages.built_pages().keys())

    assert built == ["calendar", "library", "statistics"]
    assert pages.key == "drafts"
    assert pages.currentWidget() is pages.built_pages()["drafts"]
