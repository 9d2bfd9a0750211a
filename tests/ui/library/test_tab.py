"""The library as a person uses it: look, search, describe, delete, write."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmstation.domain.changes import Changes
from cmstation.domain.media import MediaItem
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.library.tab import LibraryTab
from cmstation.ui.library.words import Described, described
from cmstation.ui.notices import Notice
from cmstation.ui.theme.theme import Theme
from tests.ui.library.conftest import jpeg

Settled = Callable[[], None]


def names(tab: LibraryTab) -> list[str]:
    return [item.file_name for item in tab.grid.media.between(0, tab.grid.media.rowCount())]


def add(station: Station, tab: LibraryTab, settled: Settled, colour: str, name: str) -> MediaItem:
    item = station.library.add_bytes(jpeg(colour), name).value
    tab.look_again(Changes(media=frozenset({item.id})))
    settled()
    return item


def search(qtbot: QtBot, tab: LibraryTab, settled: Settled, words: str) -> None:
    with qtbot.waitSignal(tab.bar.filter_changed):
        QTest.keyClicks(tab.bar.search, words)
    settled()


# --- looking ---


def test_it_shows_every_picture_and_the_details_of_the_first(tab: LibraryTab) -> None:
    assert len(names(tab)) == 5
    first = tab.grid.current()
    assert first is not None
    assert tab.details.name.text() == first.file_name
    assert tab.details.alt.text.toPlainText() == first.alt_text
    assert "pixels" in tab.details.measures.text()


def test_visible_pictures_get_their_thumbnails(qtbot: QtBot, tab: LibraryTab) -> None:
    items = tab.grid.media.between(0, 5)

    qtbot.waitUntil(lambda: all(tab.grid.media.has_picture(item.digest) for item in items))


def test_a_search_ignores_accents_and_looks_into_descriptions(
    qtbot: QtBot, tab: LibraryTab, settled: Settled
) -> None:
    search(qtbot, tab, settled, "medecin ecran")

    assert names(tab) == ["teleconsultation.jpg"]


def test_a_search_without_result_says_so_and_escape_shows_all_again(
    qtbot: QtBot, tab: LibraryTab, settled: Settled
) -> None:
    search(qtbot, tab, settled, "girafe")
    assert names(tab) == []
    assert tab.nothing_found.isVisible()
    assert not tab.details.isVisible()

    with qtbot.waitSignal(tab.bar.filter_changed):
        QTest.keyClick(tab.bar.search, Qt.Key.Key_Escape)
    settled()

    assert len(names(tab)) == 5


def test_the_filter_keeps_what_nobody_has_described(
    tab: LibraryTab, station: Station, settled: Settled
) -> None:
    item = add(station, tab, settled, "green", "jardin.jpg")

    tab.bar.which.choose("bare")
    tab.bar.filter_changed.emit()
    settled()

    assert names(tab) == ["jardin.jpg"]
    assert described(item) is Described.BARE


def test_a_new_picture_comes_first_and_the_counts_follow(
    tab: LibraryTab, station: Station, settled: Settled
) -> None:
    add(station, tab, settled, "green", "jardin.jpg")

    assert names(tab)[0] == "jardin.jpg"
    assert station.library.count() == 6
    assert station.library.count(bare=True) == 1


def test_showing_a_medium_clears_the_search_and_goes_there(
    qtbot: QtBot, tab: LibraryTab, station: Station, settled: Settled
) -> None:
    search(qtbot, tab, settled, "camion")
    wanted = station.library.rows("vaccination")[0]

    tab.show_media(wanted.id)
    settled()

    current = tab.grid.current()
    assert current is not None
    assert current.id == wanted.id
    assert tab.bar.search.text() == ""


def test_a_post_that_changes_elsewhere_moves_neither_the_choice_nor_the_page(
    tab: LibraryTab, station: Station, settled: Settled
) -> None:
    third = tab.grid.media.index(2, 0)
    tab.grid.setCurrentIndex(third)
    item = tab.grid.current()
    assert item is not None
    station.drafts.attach(station.drafts.new(title="Ailleurs").value.id, item.id)

    tab.look_again(Changes(posts=frozenset({1})))
    settled()

    now = tab.grid.current()
    assert now is not None
    assert (now.id, now.used_in) == (item.id, item.used_in + 1)
    assert "Ailleurs" in [line.text() for line in tab.details.uses.lines()]


def test_a_hidden_library_looks_again_only_when_it_is_shown(
    tab: LibraryTab, station: Station, settled: Settled
) -> None:
    tab.hide()
    add(station, tab, settled, "green", "jardin.jpg")
    assert len(names(tab)) == 5

    tab.show()
    settled()

    assert len(names(tab)) == 6


# --- describing ---


def test_what_is_typed_is_stored_without_a_button(
    qtbot: QtBot, tab: LibraryTab, station: Station, settled: Settled
) -> None:
    item = add(station, tab, settled, "green", "jardin.jpg")
    tab.show_media(item.id)

    QTest.keyClicks(tab.details.alt.text, "Un jardin")
    qtbot.waitUntil(lambda: station.library.get(item.id).alt_text == "Un jardin")
    settled()

    current = tab.grid.current()
    assert current is not None
    assert current.alt_text == "Un jardin"
    assert tab.details.alt.text.toPlainText() == "Un jardin"


def test_going_to_another_picture_stores_the_last_letters_first(
    tab: LibraryTab, station: Station, settled: Settled
) -> None:
    item = add(station, tab, settled, "green", "jardin.jpg")
    tab.show_media(item.id)
    QTest.keyClicks(tab.details.alt.text, "Un jardin")

    QTest.keyClick(tab.grid, Qt.Key.Key_Right)
    settled()

    assert station.library.get(item.id).alt_text == "Un jardin"
    current = tab.grid.current()
    assert current is not None
    assert tab.details.alt.text.toPlainText() == current.alt_text != "Un jardin"


def test_closing_hands_the_last_letters_over(tab: LibraryTab, station: Station, settled: Settled) -> None:
    item = add(station, tab, settled, "green", "jardin.jpg")
    tab.show_media(item.id)
    QTest.keyClicks(tab.details.alt.text, "Un jardin en mai")

    tab.flush()
    settled()

    assert station.library.get(item.id).alt_text == "Un jardin en mai"


def test_letters_typed_while_others_are_stored_are_kept(
    tab: LibraryTab, station: Station, settled: Settled
) -> None:
    item = add(station, tab, settled, "green", "jardin.jpg")
    tab.show_media(item.id)
    QTest.keyClicks(tab.details.alt.text, "Un")
    tab.flush()
    QTest.keyClicks(tab.details.alt.text, " jardin")

    settled()
    assert tab.details.alt.text.toPlainText() == "Un jardin"
    tab.flush()
    settled()

    assert station.library.get(item.id).alt_text == "Un jardin"


def test_decorative_is_a_deliberate_choice(
    qtbot: QtBot, tab: LibraryTab, station: Station, settled: Settled
) -> None:
    item = add(station, tab, settled, "green", "jardin.jpg")
    tab.show_media(item.id)

    tab.details.alt.decorative.click()

    assert not tab.details.alt.text.isEnabled()
    qtbot.waitUntil(lambda: station.library.get(item.id).decorative)


# --- posts ---


def test_the_posts_that_show_a_picture_are_ways_to_them(
    tab: LibraryTab, station: Station, settled: Settled, opened: list[int]
) -> None:
    item = station.library.rows("clinique")[0]
    uses = station.library.uses(item.id)
    tab.show_media(item.id)
    settled()
    lines = tab.details.uses.lines()
    assert len(lines) == len(uses) == item.used_in

    QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)

    assert opened == [uses[0].post]


def test_a_post_in_the_bin_is_no_use(station: Station, settled: Settled, tab: LibraryTab) -> None:
    item = add(station, tab, settled, "green", "jardin.jpg")
    post = station.drafts.new(title="Le jardin").value.id
    station.drafts.attach(post, item.id)
    assert [use.title for use in station.library.uses(item.id)] == ["Le jardin"]

    station.drafts.delete(post)

    assert station.library.uses(item.id) == ()


def test_a_post_can_be_begun_with_a_picture(
    qtbot: QtBot, tab: LibraryTab, station: Station, opened: list[int]
) -> None:
    item = tab.grid.current()
    assert item is not None

    QTest.mouseClick(tab.details.write, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: bool(opened))
    (attachment,) = station.drafts.open(opened[0]).attachments
    assert attachment.media.id == item.id
    assert attachment.alt_text == item.alt_text


# --- deleting ---


def test_a_deleted_picture_goes_and_comes_back_by_undo(
    tab: LibraryTab, station: Station, commands: Commands, settled: Settled
) -> None:
    item = add(station, tab, settled, "green", "jardin.jpg")
    tab.show_media(item.id)

    QTest.keyClick(tab.grid, Qt.Key.Key_Delete)
    settled()
    assert "jardin.jpg" not in names(tab)
    assert len(names(tab)) == 5

    commands.undo()
    settled()

    assert names(tab)[0] == "jardin.jpg"


def test_a_picture_that_a_draft_shows_stays_and_a_notice_says_why(
    tab: LibraryTab, station: Station, commands: Commands, settled: Settled
) -> None:
    item = add(station, tab, settled, "green", "jardin.jpg")
    station.drafts.attach(station.drafts.new(title="Le jardin").value.id, item.id)
    tab.show_media(item.id)
    told: list[Notice] = []
    commands.noticed.connect(told.append)

    QTest.mouseClick(tab.details.delete, Qt.MouseButton.LeftButton)
    settled()

    assert "jardin.jpg" in names(tab)
    assert [notice.text for notice in told] == ["A post that has not left yet shows this picture."]


def test_a_library_without_pictures_is_invited_to_add_some(
    qtbot: QtBot, theme: Theme, icons: Icons, bare_station: Station, commands: Commands, settled: Settled
) -> None:
    tab = LibraryTab(theme, icons)
    qtbot.addWidget(tab)
    tab.show()
    tab.attach(bare_station, commands)
    settled()

    assert tab.empty.isVisible()
    assert tab.empty.button is not None
    assert isinstance(tab.empty.button, QObject)
