"""The scenes of the watch: its columns, a search, the morning, and its dialogs."""

from collections.abc import Callable
from typing import Any

from stage import Stage

from cmstation.domain.watch import Reading
from cmstation.ui.watch.places import PlaceKind
from cmstation.ui.watch.stories_pane import StoriesPane


def shown(stage: Stage, place: str = "reading-all", reading: Reading = Reading.ALL, words: str = "") -> Any:
    """Show a place of the watch, on its second story."""
    tab = stage.page("watch")
    pane: StoriesPane = tab.stories
    pane.search.setText(words)
    pane.reading.choose(reading)
    pane.wanted.emit()
    tab.places.list.choose(place)
    stage.settle()
    stage.settle()
    tab.stories.stories.list.step(2)
    stage.settle()
    stage.settle()
    return tab


def everything(stage: Stage) -> None:
    """Show all stories, and the text of one."""
    shown(stage)


def unread(stage: Stage) -> None:
    """Show what nobody has read yet."""
    shown(stage, reading=Reading.UNREAD)


def search(stage: Stage) -> None:
    """Search the watch."""
    shown(stage, words="telesurv")


def review(stage: Stage) -> None:
    """Show what is kept for the press review."""
    shown(stage, "reading-review")


def nothing(stage: Stage) -> None:
    """Search for what nobody wrote."""
    shown(stage, words="xylophone")


def morning(stage: Stage) -> None:
    """Go through what is new, story by story."""
    tab = stage.page("watch")
    tab.begin_morning()
    stage.settle()
    stage.settle()


def press_review(stage: Stage) -> None:
    """Compose the director's press review."""
    _apart(stage, PlaceKind.PRESS)


def board(stage: Stage) -> None:
    """Show what waits for a physician."""
    _apart(stage, PlaceKind.BOARD)


def _apart(stage: Stage, kind: PlaceKind) -> None:
    tab = shown(stage)
    tab.looking.page_wanted.emit(kind)
    for _ in range(4):
        stage.settle()


SCENES: dict[str, Callable[[Stage], None]] = {
    "watch": everything,
    "watch-unread": unread,
    "watch-search": search,
    "watch-review": review,
    "watch-nothing": nothing,
    "watch-morning": morning,
    "watch-press-review": press_review,
    "watch-board": board,
}
