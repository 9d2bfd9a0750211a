"""The drawer: the items of the day, posts to place, what to look at."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind
from cmstation.domain.drafts import DraftRow, PostState
from cmstation.domain.networks import Network
from cmstation.ui.calendar.dragging import packed, unpacked
from cmstation.ui.calendar.look import Grip
from cmstation.ui.calendar.sentence import Sentence
from cmstation.ui.calendar.side.drawer import IDEAS, Drawer
from cmstation.ui.icons import Icons
from tests.ui.calendar.lane_plans import LOOK, TODAY, ZONE, event, post

Keys, Held, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
MOVE = Qt.DropAction.MoveAction
MENU = post(1, TODAY, "08:30", title="Menu de la semaine", theme=1, accounts=(1, 2))
SENT = post(2, TODAY, "07:00", title="Déjà publié", state=PostState.LIVE, movable=False)
FAIR = event(3, TODAY, date(2026, 10, 16), title="Salon de la santé", place="Lyon")
ITEMS = (FAIR, SENT, MENU)


def row(post: int, title: str, state: PostState = PostState.DRAFT) -> DraftRow:
    return DraftRow(
        id=post,
        title=title,
        first_words="",
        state=state,
        theme=1,
        campaign=None,
        when=None,
        zone=ZONE,
        networks=(Network.BLUESKY,),
        accounts=(1,),
        changed_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


WAITING = (row(7, "Sécurité des patients"), row(8, "Le hamac"), row(9, "Portes ouvertes", PostState.IDEA))


class Window(QWidget):
    """Hears the keys that the drawer leaves to the tab."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.drawer = Drawer(icons, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.drawer)
        self.resize(280, 660)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        self.heard.append(Qt.Key(event.key()).name)


@pytest.fixture
def window(qtbot: QtBot, icons: Icons) -> Window:
    shown = Window(icons)
    qtbot.addWidget(shown)
    shown.drawer.show_day(TODAY, ITEMS, LOOK, ZONE)
    shown.drawer.show_undated(WAITING, LOOK)
    shown.show()
    shown.activateWindow()
    return shown


@pytest.fixture
def drawer(window: Window) -> Drawer:
    return window.drawer


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> list[Grip]:
    """What was dragged away; the drag itself ends at once, since nobody lets go of the button."""
    grips: list[Grip] = []

    def end_at_once(drag: QDrag, *_actions: object) -> Qt.DropAction:
        grip = unpacked(drag.mimeData())
        assert grip is not None
        assert not drag.pixmap().isNull()
        grips.append(grip)
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", end_at_once)
    return grips


def held_over(drawer: Drawer, mime: QMimeData) -> QDragMoveEvent:
    over = QDragMoveEvent(QPoint(100, 400), MOVE, mime, Left, Held.NoModifier)
    drawer.dragMoveEvent(over)
    return over


def let_go(drawer: Drawer, mime: QMimeData) -> QDropEvent:
    dropped = QDropEvent(QPointF(100, 400), MOVE, mime, Left, Held.NoModifier)
    drawer.dropEvent(dropped)
    return dropped


# --- the day ---


def test_the_day_lists_its_items_with_their_words(drawer: Drawer) -> None:
    model = drawer.day.items

    words = [str(model.data(model.index(at, 0), Qt.ItemDataRole.AccessibleTextRole)) for at in range(3)]
    assert drawer.title.text() == "Tuesday 13 October"
    assert words[0] == "13 Oct – 16 Oct, Salon de la santé, Event, Lyon"
    assert words[2] == "08:30, Menu de la semaine, Scheduled, Clinique des Tilleuls, @tilleuls, Prévention"


def test_a_screen_reader_finds_a_list_of_items(drawer: Drawer) -> None:
    found = QAccessible.queryAccessibleInterface(drawer.day)

    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Items of the day"
    assert found.childCount() == 3
    first = found.child(0)
    assert first is not None
    assert first.role() == QAccessible.Role.ListItem
    assert first.text(QAccessible.Text.Name).startswith("13 Oct – 16 Oct, Salon de la santé")


def test_enter_and_a_click_open_an_item(drawer: Drawer) -> None:
    opened: list[ItemKey] = []
    drawer.opened.connect(opened.append)

    drawer.enter()
    QTest.keyClick(drawer.day, Keys.Key_Down)
    QTest.keyClick(drawer.day, Keys.Key_Return)
    place = drawer.day.visualRect(drawer.day.items.index(2, 0)).center()
    QTest.mouseClick(drawer.day.viewport(), Left, pos=place)

    assert opened == [SENT.key, MENU.key]


def test_the_keys_of_the_tab_reach_it_and_it_learns_which_item_is_meant(window: Window) -> None:
    drawer = window.drawer
    assert drawer.current_key() is None

    drawer.enter()
    QTest.keyClick(drawer.day, Keys.Key_End)
    for pressed in (Keys.Key_M, Keys.Key_Delete, Keys.Key_2):
        QTest.keyClick(drawer.day, pressed)

    assert window.heard == ["Key_M", "Key_Delete", "Key_2"]
    assert drawer.current_key() == MENU.key
    assert drawer.day.current_post() == 1
    drawer.waiting.enter()
    assert drawer.current_key() is None


def test_an_event_is_no_post(drawer: Drawer) -> None:
    drawer.day.mark(FAIR.key)

    assert drawer.day.current_post() is None
    assert drawer.day.current_key() == FAIR.key


def test_the_item_one_is_on_stays_current_when_the_day_is_read_again(drawer: Drawer) -> None:
    drawer.day.mark(MENU.key)

    drawer.show_day(TODAY, (SENT, MENU), LOOK, ZONE)

    assert drawer.day.current_key() == MENU.key


def test_an_empty_day_offers_to_write_its_first_post(drawer: Drawer, qtbot: QtBot) -> None:
    drawer.show_day(TODAY, (), LOOK, ZONE)
    assert drawer.free.isVisible()

    drawer.enter()
    assert drawer.write.hasFocus()
    with qtbot.waitSignal(drawer.new_wanted):
        QTest.keyClick(drawer.write, Keys.Key_Space)


def test_escape_goes_back_to_the_view(drawer: Drawer, qtbot: QtBot) -> None:
    for each in (drawer.day, drawer.waiting):
        each.enter()
        with qtbot.waitSignal(drawer.left):
            QTest.keyClick(each, Keys.Key_Escape)


def test_the_menu_of_an_item_is_offered(drawer: Drawer) -> None:
    offered: list[tuple[ItemKey, ...]] = []

    def hear(keys: tuple[ItemKey, ...], _place: QPoint) -> None:
        offered.append(keys)

    drawer.menu_wanted.connect(hear)
    place = drawer.day.visualRect(drawer.day.items.index(2, 0)).center()

    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, drawer.day.mapToGlobal(place))
    QApplication.sendEvent(drawer.day.viewport(), asked)

    assert offered == [(MENU.key,)]


@pytest.mark.parametrize(("item", "grips"), [(MENU, [Grip((MENU.key,), day=TODAY)]), (SENT, [])])
def test_an_item_is_carried_out_of_the_list_unless_it_has_left(
    drawer: Drawer, carried: list[Grip], item: CalendarItem, grips: list[Grip]
) -> None:
    drawer.day.mark(item.key)

    drawer.day.startDrag(MOVE)

    assert carried == grips


# --- posts to place ---


def test_drafts_and_ideas_wait_apart(drawer: Drawer) -> None:
    assert drawer.waiting.posts.count() == 2

    drawer.stage.choose(IDEAS)
    drawer.stage.chosen.emit(IDEAS)

    assert drawer.waiting.posts.count() == 1
    index = drawer.waiting.posts.index(0, 0)
    words = drawer.waiting.posts.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Portes ouvertes, Idea, Bluesky, Prévention"


def test_a_waiting_post_opens_on_enter_and_is_placed_by_p_or_m(drawer: Drawer) -> None:
    opened: list[int] = []
    placed: list[int] = []
    drawer.post_wanted.connect(opened.append)
    drawer.place_wanted.connect(placed.append)

    drawer.waiting.enter()
    QTest.keyClick(drawer.waiting, Keys.Key_Return)
    QTest.keyClick(drawer.waiting, Keys.Key_P)
    QTest.keyClick(drawer.waiting, Keys.Key_Down)
    QTest.keyClick(drawer.waiting, Keys.Key_M)

    assert opened == [7]
    assert placed == [7, 8]


def test_a_waiting_post_is_carried_to_a_day(drawer: Drawer, carried: list[Grip]) -> None:
    drawer.waiting.mark(8)

    drawer.waiting.startDrag(MOVE)

    assert carried == [Grip(post=8)]


def test_a_post_let_go_over_the_drawer_should_lose_its_hour(drawer: Drawer) -> None:
    unplaced: list[Grip] = []
    drawer.unplaced.connect(unplaced.append)
    grip = Grip((MENU.key,), day=TODAY)

    over = held_over(drawer, packed(grip))
    assert drawer.below.marked
    dropped = let_go(drawer, packed(grip))

    assert over.isAccepted()
    assert dropped.isAccepted()
    assert unplaced == [grip]
    assert not drawer.below.marked


@pytest.mark.parametrize(
    "grip",
    [Grip(post=7), Grip((FAIR.key,)), Grip((MENU.key, FAIR.key)), Grip((ItemKey(ItemKind.REMOTE, 1),))],
)
def test_what_has_no_hour_to_lose_is_refused(drawer: Drawer, grip: Grip) -> None:
    unplaced: list[Grip] = []
    drawer.unplaced.connect(unplaced.append)

    over, dropped = held_over(drawer, packed(grip)), let_go(drawer, packed(grip))

    assert not over.isAccepted()
    assert not dropped.isAccepted()
    assert unplaced == []


def test_a_drag_that_leaves_unmarks_the_drawer(drawer: Drawer) -> None:
    held_over(drawer, packed(Grip((MENU.key,))))

    drawer.dragLeaveEvent(QDragLeaveEvent())

    assert not drawer.below.marked


# --- what to look at ---


def sentences(count: int) -> list[Sentence]:
    words = "Deux posts à moins d’une heure, numéro {at}"
    return [Sentence(TODAY, words.format(at=at), (MENU.key,)) for at in range(count)]


def test_warnings_stand_at_the_foot_three_at_a_time(drawer: Drawer) -> None:
    assert not drawer.warnings.isVisible()

    drawer.show_warnings(sentences(5))

    listed = drawer.warnings.list
    assert drawer.warnings.isVisible()
    assert drawer.warnings.title.text() == "To look at (5)"
    assert listed.sentences.rowCount() == 3
    assert drawer.warnings.more.text() == "2 more"
    QTest.mouseClick(drawer.warnings.more, Left)
    assert listed.sentences.rowCount() == 5
    assert drawer.warnings.more.text() == "Show fewer"


def test_other_warnings_are_folded_again_and_none_hide_the_section(drawer: Drawer) -> None:
    drawer.show_warnings(sentences(5))
    QTest.mouseClick(drawer.warnings.more, Left)

    drawer.show_warnings(sentences(2))
    assert drawer.warnings.list.sentences.rowCount() == 2
    assert not drawer.warnings.more.isVisible()
    drawer.show_warnings([])

    assert not drawer.warnings.isVisible()


def test_a_warning_leads_to_its_items_by_click_and_by_enter(drawer: Drawer) -> None:
    wanted: list[Sentence] = []
    drawer.warning_wanted.connect(wanted.append)
    one = Sentence(TODAY, "Sans accord", (MENU.key,))
    two = Sentence(TODAY, "Deux fois le même texte", (MENU.key, SENT.key))
    drawer.show_warnings([one, two])
    listed = drawer.warnings.list

    QTest.mouseClick(listed.viewport(), Left, pos=listed.visualRect(listed.sentences.index(0, 0)).center())
    listed.enter()
    QTest.keyClick(listed, Keys.Key_Down)
    QTest.keyClick(listed, Keys.Key_Return)

    assert wanted == [one, two]


def test_everything_fits_on_the_real_pc(window: Window) -> None:
    crowd = tuple(post(100 + at, TODAY, f"{8 + at:02}:00") for at in range(12))
    window.drawer.show_day(TODAY, crowd, LOOK, ZONE)
    window.drawer.show_warnings(sentences(5))

    window.resize(280, 560)

    assert window.height() == 560
    assert window.drawer.waiting.height() >= 80
    assert window.drawer.warnings.geometry().bottom() <= window.drawer.rect().bottom()


def test_the_models_obey_qt(drawer: Drawer) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (drawer.day.items, drawer.waiting.posts, drawer.warnings.list.sentences)
    ]

    drawer.show_warnings(sentences(5))
    drawer.show_undated(WAITING[:1], LOOK)
    drawer.show_day(TODAY, (), LOOK, ZONE)

    assert len(testers) == 3


def test_many_waiting_posts_are_handed_out_page_by_page(drawer: Drawer) -> None:
    drawer.show_undated(tuple(row(at, f"Post {at}") for at in range(200)), LOOK)
    assert drawer.waiting.posts.rowCount() < 200

    drawer.waiting.mark(150)

    assert drawer.waiting.current_post() == 150
    assert drawer.stage.findChildren(QToolButton)[0].text() == "Drafts 200"
