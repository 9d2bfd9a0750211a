"""The list of posts: search, filters, headings, keyboard, thousands of posts."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

import cmstation.ui
from cmstation.domain.drafts import DraftFilter, DraftRow, PostState
from cmstation.domain.networks import Network
from cmstation.services.station import Station
from cmstation.ui.drafts.arrange import Heading, arranged
from cmstation.ui.drafts.list_model import DraftListModel
from cmstation.ui.drafts.list_pane import PostList
from cmstation.ui.drafts.welcome import Welcome
from cmstation.ui.icons import Icons
from tests.ui.drafts.conftest import Desk

NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)


def row(post: int, state: PostState = PostState.DRAFT, when: datetime | None = None) -> DraftRow:
    return DraftRow(
        post, f"Post {post}", "", state, None, None, when, "Europe/Paris", (Network.X,), (1,), NOW
    )


def titles(desk: Desk) -> list[str]:
    model = desk.tab.pane.list.posts
    found = [model.entry(model.index(place, 0)) for place in range(model.rowCount())]
    return [entry.title for entry in found if isinstance(entry, DraftRow)]


def test_rows_stand_under_the_heading_of_their_urgency() -> None:
    rows = [
        row(1, PostState.UNCERTAIN, NOW - timedelta(days=1)),
        row(2, when=NOW + timedelta(hours=2)),
        row(3, when=NOW + timedelta(days=20)),
        row(4),
        row(5, when=NOW - timedelta(hours=1)),
        row(6, PostState.LIVE, NOW - timedelta(days=2)),
        row(7, PostState.LIVE, NOW - timedelta(days=1)),
    ]

    entries = arranged(rows, NOW, "Europe/Paris").entries

    shown = [entry if isinstance(entry, Heading) else entry.id for entry in entries]
    assert shown == [
        Heading.TO_CHECK,
        1,
        Heading.TIME_PASSED,
        5,
        Heading.THIS_WEEK,
        2,
        Heading.LATER,
        3,
        Heading.UNDATED,
        4,
        Heading.PUBLISHED,
        7,
        6,
    ]


def test_the_week_ends_with_sunday_in_the_clinics_zone() -> None:
    sunday = datetime(2026, 10, 18, 21, 59, tzinfo=UTC)  # 23:59 in Paris

    entries = arranged([row(1, when=sunday), row(2, when=sunday + timedelta(minutes=1))], NOW, "Europe/Paris")

    assert entries.keys == (Heading.THIS_WEEK, 1, Heading.LATER, 2)


def test_the_model_keeps_qts_promises_and_hands_out_pages(qtmodeltester: ModelTester) -> None:
    model = DraftListModel()
    rows = [row(post) for post in range(1, 501)]
    model.show_listing(arranged(rows, NOW, "Europe/Paris"), NOW, "Europe/Paris")

    # Qt's own tester fetches from within an insertion, and then complains of itself.
    qtmodeltester.check(model, force_py=True)  # pyright: ignore[reportUnknownMemberType]
    assert model.rowCount() < 500
    index = model.index_of(490)

    assert model.data(index, DraftListModel.PostRole) == 490


def test_search_ignores_accents_and_finds_words_of_the_text(desk: Desk) -> None:
    QTest.keyClicks(desk.tab.pane.search, "velOUTE")
    desk.settle()

    assert titles(desk) == ["Menu de la semaine"]


def test_a_search_without_a_match_says_so_and_clearing_brings_all_back(desk: Desk) -> None:
    everything = titles(desk)

    QTest.keyClicks(desk.tab.pane.search, "zzzz")
    desk.settle()
    assert desk.tab.pane.hint.isVisible()
    assert not desk.tab.pane.list.isVisible()

    desk.key(Qt.Key.Key_Escape, on=desk.tab.pane.search)
    desk.settle()

    assert titles(desk) == everything


def test_filters_by_state_theme_and_account(desk: Desk) -> None:
    pane = desk.tab.pane

    pane.state.choose("approved")
    pane.state.chosen.emit("approved")
    desk.settle()
    assert titles(desk) == ["Grippe et Covid : où se faire vacciner", "Bilan de l’action dépistage"]

    mastodon = desk.account(Network.MASTODON).id
    pane.account.choose(mastodon)
    pane.account.chosen.emit(mastodon)
    desk.settle()

    assert titles(desk) == ["Bilan de l’action dépistage"]


def test_the_header_asks_for_several_states_and_the_filter_says_which(desk: Desk) -> None:
    desk.tab.show_states(frozenset({PostState.UNCERTAIN, PostState.FAILED}))
    desk.settle()

    assert set(titles(desk)) == {"Journée mondiale de la vue", "Menu de la semaine"}
    assert desk.tab.pane.state.text() == "Uncertain, Failed"


def test_arrow_keys_go_from_post_to_post(desk: Desk) -> None:
    first = desk.tab.current_post()

    desk.key(Qt.Key.Key_Down, on=desk.tab.pane.list)
    desk.settle()

    assert desk.tab.current_post() != first
    assert desk.tab.pane.list.current_post() == desk.tab.current_post()


def test_pages_turn_over_headings_and_stop_at_both_ends(desk: Desk) -> None:
    posts = desk.tab.pane.list
    places = [posts.currentIndex().row()]

    for key in [Qt.Key.Key_PageDown] * 6 + [Qt.Key.Key_PageUp] * 6:
        desk.key(key, on=posts)
        places.append(posts.currentIndex().row())

    assert places[0] == places[-1] == 1
    assert max(places) == posts.posts.rowCount() - 1
    assert all(isinstance(posts.posts.entry(posts.posts.index(place, 0)), DraftRow) for place in places)


def test_the_list_stays_where_the_person_scrolled_while_typing_is_saved(desk: Desk) -> None:
    desk.open("Ma santé en ligne")
    bar = desk.tab.pane.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    place = bar.value()

    desk.write("Bonjour. ")
    desk.settle()

    assert bar.value() == place


def test_delete_takes_a_post_away_and_undo_brings_it_back(desk: Desk) -> None:
    title = "Internes : les terrains de stage"
    post = desk.open("Internes").id

    desk.key(Qt.Key.Key_Delete, on=desk.tab.pane.list)
    desk.settle()
    assert title not in titles(desk)
    assert desk.tab.current_post() not in {None, post}

    desk.commands.undo()
    desk.settle()

    assert title in titles(desk)


def test_archive_and_back(desk: Desk) -> None:
    desk.open("Internes")

    desk.tab.archive_current()
    desk.settle()
    assert "Internes : les terrains de stage" not in titles(desk)

    desk.commands.undo()
    desk.settle()

    assert "Internes : les terrains de stage" in titles(desk)


def test_what_changes_behind_another_page_is_listed_once_the_list_is_seen(desk: Desk) -> None:
    title, post = "Internes : les terrains de stage", desk.post("Internes")
    desk.tab.hide()

    desk.commands.run(lambda: desk.station.drafts.archive(post))
    desk.settle()
    assert title in titles(desk)
    desk.tab.show()
    desk.settle()

    assert title not in titles(desk)


def test_duplicate_opens_the_copy(desk: Desk) -> None:
    source = desk.open("Internes")

    desk.tab.duplicate_current()
    desk.settle()

    assert desk.draft.id != source.id
    assert desk.draft.text == source.text


def test_an_empty_folder_welcomes_and_the_first_post_takes_its_place(empty_desk: Desk) -> None:
    desk = empty_desk
    assert desk.tab.empty.isVisible()
    assert isinstance(desk.tab.empty, Welcome)
    assert not desk.tab.side.isVisible()

    desk.tab.new_post()
    desk.settle()

    assert not desk.tab.empty.isVisible()
    assert desk.tab.composer.parts.title.hasFocus()
    assert len(desk.station.drafts.rows(DraftFilter())) == 1


def test_every_row_tells_title_state_time_and_networks_to_a_screen_reader(desk: Desk) -> None:
    model = desk.tab.pane.list.posts
    index = model.index_of(desk.post("Grippe et Covid"))

    words = str(model.data(index, int(Qt.ItemDataRole.AccessibleTextRole)))

    assert "Grippe et Covid" in words
    assert "Approved" in words
    assert "tomorrow, 08:30" in words
    assert "Facebook" in words


def test_the_keys_of_pages_never_hang_in_ten_thousand_posts(qtbot: QtBot, icons: Icons) -> None:
    rows = tuple(row(number) for number in range(10_000))
    view = PostList(icons)
    qtbot.addWidget(view)
    view.resize(300, 600)
    view.show()
    view.show_listing(arranged(rows, NOW, "Europe/Paris"), NOW, "Europe/Paris")
    last = len(rows)

    places: list[int] = []
    begun = time.monotonic()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        QTest.keyClick(view, key)
        places.append(view.currentIndex().row())
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_PageUp):
        QTest.keyClick(view, key)
        places.append(view.currentIndex().row())

    assert time.monotonic() - begun < 5
    assert 0 < places[0] < places[1] < places[2] == places[3] == last
    assert last > places[4] > places[5] > places[6] == places[7] == 1


def test_no_other_list_is_laid_out_in_batches() -> None:
    """Such a list needs the moves of `PostList`: Qt's own hang on entries that are not laid out yet."""
    folder = Path(cmstation.ui.__file__).parent
    batched = [file for file in folder.rglob("*.py") if "LayoutMode.Batched" in file.read_text("utf-8")]

    assert [file.name for file in batched] == ["list_pane.py"]


@pytest.mark.parametrize("posts", [2_000])
def test_thousands_of_posts_are_listed_and_searched(
    desk_on: Callable[[Station], Desk], station: Station, posts: int
) -> None:
    from tests.fakes.many_posts import fill

    fill(station.database, posts)
    desk = desk_on(station)
    model = desk.tab.pane.list.posts
    assert model.posts() > posts
    assert model.rowCount() < 1_000

    desk.key(Qt.Key.Key_End, on=desk.tab.pane.list)
    desk.settle()
    QTest.keyClicks(desk.tab.pane.search, "velou")
    desk.settle()

    assert titles(desk) == ["Menu de la semaine"]
