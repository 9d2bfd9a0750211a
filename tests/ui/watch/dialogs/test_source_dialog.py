"""Adding a source: looked for, seen, put into lists."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.watch import SourceKind, SourceTrouble
from cmstation.services.station import Station
from cmstation.services.watch_sources import Discovery, FoundSource
from cmstation.services.watch_starter import StarterSource
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.source_deeds import SourceDeeds
from cmstation.ui.watch.dialogs.source_dialog import SourceDialog
from cmstation.ui.watch.dialogs.source_wish import AddWish
from tests.ui.calendar.dialog_hands import click, enter, nameless, walk, write
from tests.ui.watch.dialogs.conftest import opened

Settled = Callable[[], None]
FEED = FoundSource(
    SourceKind.FEED, "https://a.example/feed", "La Gazette", sample=("Un", "Deux", "Trois", "Quatre")
)
KNOWN = FoundSource(SourceKind.FEED, "https://b.example/feed", "Le Journal", known=7)
VIDEO = FoundSource(SourceKind.FEED, "https://www.youtube.com/feeds/videos.xml?channel_id=x", "La chaîne")
OFFERED = (
    StarterSource("Actualités", "https://has.example/feed", "HAS", "FR", "Recommandations", page=False),
    StarterSource("Sécurité", "https://ansm.example/feed", "ANSM", "FR", "Médicament", page=False),
)


@pytest.fixture
def dialog(behind: QWidget, icons: Icons) -> SourceDialog:
    """The dialog alone, with two proposals."""
    made = SourceDialog(icons, (), OFFERED, parent=behind)
    made.open()
    return made


@pytest.fixture
def open_dialog(
    behind: QWidget, station: Station, commands: Commands, icons: Icons, settled: Settled
) -> Callable[[], SourceDialog]:
    """Open the dialog joined to the sample clinic."""
    deeds = SourceDeeds(behind, station, commands, icons)

    def show() -> SourceDialog:
        deeds.open()
        settled()
        return opened(behind, SourceDialog)

    return show


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def titles(station: Station) -> set[str]:
    return {one.source.title for one in station.watch_sources.all()}


def wishes(dialog: SourceDialog) -> list[AddWish]:
    found: list[AddWish] = []
    dialog.added.connect(found.append)
    return found


def test_a_source_is_found_and_watched_with_the_keyboard_alone(
    open_dialog: Callable[[], SourceDialog], station: Station, settled: Settled
) -> None:
    dialog = open_dialog()

    write(dialog.address, "https://www.has-sante.example")
    enter(dialog.address)
    settled()
    enter(dialog.list)
    settled()

    assert "has-sante.example" in titles(station)


def test_it_goes_into_lists_old_and_new_under_its_own_name(
    open_dialog: Callable[[], SourceDialog], station: Station, settled: Settled
) -> None:
    dialog = open_dialog()
    write(dialog.address, "https://www.has-sante.example")
    enter(dialog.address)
    settled()

    actions = {action.text(): action for action in dialog.lists.button.menu().actions()}
    actions["RSE"].trigger()
    actions["New list…"].trigger()
    write(dialog.lists.name, "Agences du monde")
    write(dialog.name, "La HAS")
    click(dialog.add)
    settled()

    added = next(one for one in station.watch_sources.all() if one.source.name == "La HAS")
    names = {one.id: one.name for one in station.watch_lists.all()}
    assert {names[list_] for list_ in added.lists} == {"RSE", "Agences du monde"}


def test_adding_is_taken_back_with_the_list_that_was_made(
    open_dialog: Callable[[], SourceDialog], station: Station, commands: Commands, settled: Settled
) -> None:
    lists, dialog = station.watch_lists.all(), open_dialog()
    write(dialog.address, "https://www.has-sante.example")
    enter(dialog.address)
    settled()
    next(one for one in dialog.lists.button.menu().actions() if one.text() == "New list…").trigger()
    write(dialog.lists.name, "Passagère")
    click(dialog.add)
    settled()
    assert "has-sante.example" in titles(station)

    commands.undo()
    settled()

    assert [one.name for one in station.watch_lists.all()] == [one.name for one in lists]
    assert "has-sante.example" not in titles(station)


def test_what_is_no_address_is_said_in_words(
    open_dialog: Callable[[], SourceDialog], settled: Settled
) -> None:
    dialog = open_dialog()

    write(dialog.address, "ftp://x")
    enter(dialog.address)
    settled()

    assert "There is no feed at this address any more." in words(dialog)
    assert not dialog.add.isEnabled()
    assert dialog.focusWidget() is dialog.address


def test_looking_can_be_given_up(dialog: SourceDialog, qtbot: QtBot) -> None:
    write(dialog.address, "https://a.example")
    click(dialog.look)
    assert dialog.waits

    with qtbot.waitSignal(dialog.given_up):
        click(dialog.stop)

    assert not dialog.waits
    assert dialog.focusWidget() is dialog.address


def test_an_answer_that_was_given_up_is_not_shown(
    open_dialog: Callable[[], SourceDialog], settled: Settled
) -> None:
    dialog = open_dialog()
    write(dialog.address, "https://www.has-sante.example")
    enter(dialog.address)

    click(dialog.stop)
    settled()

    assert not dialog.list.isVisible()


def test_the_best_new_source_is_checked_and_space_checks_others(dialog: SourceDialog) -> None:
    found = wishes(dialog)
    dialog.show_found(Discovery((KNOWN, FEED, VIDEO)))
    assert dialog.list.found.checked() == (FEED,)

    dialog.list.setCurrentIndex(dialog.list.found.index(2))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.add.text() == "Watch 2 source(s)"
    assert not dialog.name.isEnabled()
    enter(dialog.list)

    assert found == [AddWish((FEED, VIDEO))]


def test_a_click_on_a_row_checks_it(dialog: SourceDialog) -> None:
    dialog.show_found(Discovery((FEED, VIDEO)))
    second = dialog.list.visualRect(dialog.list.found.index(1))

    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=second.center())

    assert dialog.list.found.checked() == (FEED, VIDEO)


def test_a_row_says_its_kind_its_titles_and_that_it_is_known(dialog: SourceDialog) -> None:
    dialog.show_found(Discovery((FEED, KNOWN, VIDEO)))
    rows = [
        dialog.list.found.index(row).data(Qt.ItemDataRole.AccessibleTextRole).split("\n") for row in range(3)
    ]

    assert rows[0] == ["La Gazette, Feed", "Un", "Deux", "Trois"]
    assert rows[1] == ["Le Journal, Feed, already watched"]
    assert rows[2] == ["La chaîne, YouTube channel"]


def test_nothing_can_be_added_before_something_is_checked(dialog: SourceDialog) -> None:
    dialog.show_found(Discovery((KNOWN,)))

    assert not dialog.add.isEnabled()
    assert dialog.add.toolTip() == "Look for a source and check it first."


def test_trouble_is_said_with_what_to_do(dialog: SourceDialog) -> None:
    dialog.show_found(Discovery(trouble=SourceTrouble.REFUSED, detail="403"))

    assert "The site refuses to be read. Open it and see. (403)" in words(dialog)


def item(dialog: SourceDialog, body: int, row: int = 0) -> QTreeWidgetItem:
    top = dialog.starter.tree.topLevelItem(body)
    assert top is not None
    found = top.child(row)
    assert found is not None
    return found


def test_a_proposal_is_tried_then_watched_and_the_others_come_back(dialog: SourceDialog) -> None:
    found = wishes(dialog)
    click(dialog.proposals)
    assert item(dialog, 0).text(2) == "to be tried"
    dialog.starter.tree.setCurrentItem(item(dialog, 0))

    asked: list[str] = []
    dialog.look_wanted.connect(asked.append)
    click(dialog.starter.attempt)
    dialog.show_found(Discovery((FEED,)))
    click(dialog.add)

    assert asked == ["https://has.example/feed"]
    assert found == [AddWish((FEED,))]
    assert dialog.isVisible()
    assert [item(dialog, 0).text(2), item(dialog, 1).text(2)] == ["watched", "to be tried"]


def test_proposals_are_found_by_words(dialog: SourceDialog) -> None:
    click(dialog.proposals)

    write(dialog.starter.search, "medicament")

    tops = [dialog.starter.tree.topLevelItem(row) for row in range(2)]
    assert [top.isHidden() for top in tops if top is not None] == [True, False]


def test_everything_has_a_name_and_tab_goes_round(dialog: SourceDialog) -> None:
    assert not nameless(dialog)
    write(dialog.address, "https://a.example")
    dialog.show_found(Discovery((FEED,)))
    dialog.address.setFocus()

    visited = walk(dialog)

    for widget in (dialog.address, dialog.look, dialog.list, dialog.lists.button, dialog.name, dialog.add):
        assert widget in visited
    assert visited.index(dialog.list) < visited.index(dialog.lists.button) < visited.index(dialog.name)


def test_a_screen_reader_meets_a_list_of_boxes(dialog: SourceDialog) -> None:
    dialog.show_found(Discovery((FEED,)))
    spoken = QAccessible.queryAccessibleInterface(dialog.list)

    assert spoken.role() is QAccessible.Role.List
    assert spoken.child(0).state().checkable
    assert spoken.child(0).state().checked


def test_it_fits_a_small_screen(dialog: SourceDialog) -> None:
    assert dialog.width() <= 900
    assert dialog.height() <= 640
