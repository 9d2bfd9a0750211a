"""The watch without eyes and without a pointer: names, roles, and a way to everything by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from cmstation.domain.watch import Reading
from tests.ui.calendar.spoken import ROLES, all_within, controls, name_of, said, spoken
from tests.ui.watch.morning.morning_stage import MorningStage
from tests.ui.watch.watch_stage import WatchStage

Role = QAccessible.Role


def reached_by_tab(start: QWidget) -> list[QWidget]:
    """Press Tab from a widget until it has the keyboard again."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if found and focus is start:
            break
        if focus not in found:
            found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return found


def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(stage: WatchStage) -> None:
    stage.click_story(0)

    found = said(spoken(stage.tab))

    assert len(found) > 10
    assert [(role, kind) for role, name, kind in found if not name.strip()] == []
    assert {(role, name) for role, name, _ in found if role not in ROLES} == {(Role.StaticText, "Article")}


def test_the_controls_say_what_they_are(stage: WatchStage) -> None:
    stage.click_story(0)

    found = {name_of(one): one.role() for one in controls(spoken(stage.tab))}

    wanted = {
        "Morning watch · 27": Role.Button,
        "Watch lists": Role.List,
        "Search the watch": Role.EditableText,
        "Which stories": Role.ButtonMenu,
        "More for the watch": Role.ButtonMenu,
        "Stories": Role.List,
        "Relay": Role.Button,
        "To the physicians": Role.Button,
        "Keep": Role.Button,
        "Later": Role.Button,
        "Dismiss (E)": Role.Button,
        "Article": Role.StaticText,
        "My note": Role.EditableText,
    }
    assert wanted.items() <= found.items()


def test_a_story_is_said_with_source_sources_and_state(stage: WatchStage) -> None:
    stage.read_rows()

    rows = [one for one in all_within(spoken(stage.listed)) if one.role() is Role.ListItem]

    assert len(rows) == 28
    assert name_of(rows[0]).endswith(", Le Courrier du Val, + 3 source(s), unread, starred")
    assert len({name_of(row) for row in rows}) == 28


def test_what_was_read_and_decided_is_said(stage: WatchStage) -> None:
    stage.press(Qt.Key.Key_J)
    stage.press(Qt.Key.Key_G)
    stage.want(Reading.ALL)
    stage.read_rows()
    rows = [one for one in all_within(spoken(stage.listed)) if one.role() is Role.ListItem]
    assert name_of(rows[0]).endswith(", starred, Kept for the review")
    assert "unread" not in name_of(rows[0])


def test_a_place_is_said_with_its_figure(stage: WatchStage) -> None:
    rows = [one for one in all_within(spoken(stage.tab.places.list)) if one.role() is Role.ListItem]

    assert "Everything, 28" in {name_of(row) for row in rows}


def test_tab_leads_to_everything_and_back(stage: WatchStage) -> None:
    stage.click_story(0)
    reading = stage.tab.reading

    found = reached_by_tab(stage.tab.places.morning)

    wanted = (
        stage.tab.places.morning,
        stage.tab.places.list,
        stage.tab.stories.search,
        stage.tab.stories.reading,
        stage.tab.stories.more,
        stage.listed,
        *(reading.relay, reading.physicians, reading.keep, reading.later, reading.dismiss),
        reading.article,
        reading.note,
    )
    assert [one for one in wanted if one not in found] == []
    assert [found.index(one) for one in wanted] == sorted(found.index(one) for one in wanted)


@pytest.mark.parametrize("name", ["relay", "physicians", "keep", "later", "dismiss"])
def test_space_presses_the_buttons_of_the_article(stage: WatchStage, name: str) -> None:
    stage.click_story(0)
    button = getattr(stage.tab.reading, name)
    assert isinstance(button, QAbstractButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    decided, following = stage.model.keys[:2]
    stage.press(Qt.Key.Key_Space, button)

    assert stage.station.watch_reading.story(decided)[0].decision is not None
    assert stage.listed.current_story() == following


def test_the_links_of_an_article_are_reached_by_tab(stage: WatchStage) -> None:
    stage.click_story(0)
    article = stage.tab.reading.article
    article.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(article, Qt.Key.Key_Tab)
    QTest.keyClick(article, Qt.Key.Key_Return)

    assert stage.browser.opened == [stage.story()[0].link]


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End])
def test_pages_and_ends_lead_through_the_stories(stage: WatchStage, key: Qt.Key) -> None:
    stage.want(Reading.ALL)
    stage.click_story(3)
    before = stage.listed.currentIndex().row()

    stage.press(key)

    after = stage.listed.currentIndex().row()
    down = key in {Qt.Key.Key_PageDown, Qt.Key.Key_End}
    assert after > before if down else after < before
    assert after in {0, 82} or key is Qt.Key.Key_PageDown
    rect = stage.listed.visualRect(stage.listed.currentIndex())
    assert stage.listed.viewport().rect().contains(rect)


def test_the_morning_has_names_and_roles_too(stage: WatchStage) -> None:
    stage.click(stage.tab.places.morning)

    found = said(spoken(stage.tab.morning))

    assert {name for _role, name, _kind in found} >= {
        *("Leave", "Article", "Relay", "Physicians", "Keep", "Later", "Dismiss"),
        *("Site", "Facebook", "Bluesky", "LinkedIn", "Mastodon", "Instagram"),
        "Take the last choice back (Ctrl+Z)",
    }
    assert [(role, kind) for role, name, kind in found if not name.strip()] == []
    assert {(role, name) for role, name, _ in found if role not in ROLES} == {(Role.StaticText, "Article")}
    MorningStage(stage).end()


def test_tab_leads_to_everything_of_the_morning(stage: WatchStage) -> None:
    stage.click(stage.tab.places.morning)
    page = stage.tab.morning

    found = reached_by_tab(page.leave)

    wanted = (page.leave, page.article, *MorningStage(stage).accounts(), page.undo, *page.keys.values())
    assert [one.accessibleName() or type(one).__name__ for one in wanted if one not in found] == []
    MorningStage(stage).end()
