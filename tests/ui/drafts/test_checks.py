"""Counts, checks and preview of the open post, and the ways to what is to be mended."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmstation.domain.checks.findings import Severity
from cmstation.domain.networks import Network
from cmstation.ui.drafts.alt_text_dialog import AltTextDialog
from cmstation.ui.drafts.checks_list import CheckRow
from tests.ui.drafts.conftest import Desk


def row_saying(desk: Desk, words: str) -> CheckRow:
    return next(row for row in desk.tab.side.checks.rows() if words in row.text.text())


def test_failures_come_first_with_a_way_to_mend_them(desk: Desk) -> None:
    desk.open()

    rows = desk.tab.side.checks.rows()

    assert [row.severity for row in rows] == sorted((row.severity for row in rows), key=list(Severity).index)
    assert rows[0].severity is Severity.BLOCKING
    assert rows[0].link.isVisible()
    assert not rows[-1].link.isVisible()


def test_go_puts_the_caret_where_the_text_becomes_too_long(desk: Desk) -> None:
    desk.open()
    bluesky = desk.account(Network.BLUESKY).id

    row_saying(desk, "Bluesky").link.click()

    overflow = desk.tab.composer.display.counts[bluesky].overflow_start
    assert desk.tab.composer.parts.tabs.current() == bluesky
    assert desk.editor.hasFocus()
    before = desk.editor.text()[:overflow].encode("utf-16-le")
    assert desk.editor.textCursor().position() == len(before) // 2


def test_write_opens_the_description_of_the_picture(desk: Desk) -> None:
    desk.open()

    row_saying(desk, "describe").link.click()
    dialog = desk.dialog(AltTextDialog)
    assert isinstance(dialog, AltTextDialog)
    QTest.keyClicks(dialog.editor, "A nurse")
    dialog.keep.click()
    desk.settle()

    assert not [row for row in desk.tab.side.checks.rows() if "describe the image" in row.text.text()]


def test_a_variable_left_in_the_text_is_shown_in_its_place(desk: Desk) -> None:
    desk.open("Internes")
    desk.paste("Le {{date}}, venez. ")
    desk.settle()
    desk.editor.put_caret(0)

    row_saying(desk, "date").link.click()

    assert desk.editor.textCursor().position() == len("Le ")


def test_a_link_that_is_none_leads_to_its_field(desk: Desk) -> None:
    desk.open("Internes")
    QTest.keyClicks(desk.tab.composer.parts.link, "pas un lien")
    desk.settle()
    desk.editor.setFocus()

    row_saying(desk, "not a web address").link.click()

    assert desk.tab.composer.parts.link.hasFocus()


def test_a_text_too_long_is_marked_in_the_text_and_said_below_it(desk: Desk) -> None:
    desk.open()
    desk.version(Network.BLUESKY)
    desk.settle()

    room = desk.tab.composer.parts.room
    assert "too many for Bluesky" in room.line.trouble.text
    (selection,) = desk.editor.extraSelections()
    assert selection.cursor.selectedText().endswith("accompagnée.")  # type: ignore[attr-defined]

    desk.version(Network.LINKEDIN)

    assert not room.line.trouble.text
    assert not desk.editor.extraSelections()


def test_the_preview_follows_the_version_and_its_buttons_lead_there(desk: Desk) -> None:
    desk.open()
    desk.version(Network.LINKEDIN)
    desk.settle()
    post = desk.tab.side.card.post
    assert post is not None
    assert post.account.network is Network.LINKEDIN

    desk.tab.side.switch.chosen.emit(desk.account(Network.MASTODON).id)

    assert desk.tab.composer.parts.tabs.current() == desk.account(Network.MASTODON).id
    post = desk.tab.side.card.post
    assert post is not None
    assert post.account.network is Network.MASTODON


def test_the_preview_shows_what_is_typed(desk: Desk) -> None:
    desk.open("Internes")

    desk.write("Tout neuf. ")
    desk.settle()

    post = desk.tab.side.card.post
    assert post is not None
    assert post.text.startswith("Tout neuf. ")
    assert "Tout neuf" in desk.tab.side.card.accessibleDescription()


def test_accounts_are_ticked_in_a_menu_that_stays_open(desk: Desk) -> None:
    draft = desk.open("Internes")
    menu = desk.tab.composer.parts.tabs.menu
    tick = next(action for action in menu.actions() if action.text() == "Bluesky")

    tick.trigger()
    desk.settle()

    bluesky = desk.account(Network.BLUESKY).id
    assert desk.stored.accounts == (bluesky, *draft.accounts)
    row = desk.tab.pane.list.posts.row(draft.id)
    assert row is not None
    assert Network.BLUESKY in row.networks


def test_everything_that_acts_has_a_name_and_can_be_reached_by_keyboard(desk: Desk) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit

    desk.open()

    kinds = (QAbstractButton, QLineEdit, QTextEdit)
    shown = [one for kind in kinds for one in desk.tab.findChildren(kind) if one.isVisible()]
    acting = [one for one in shown if not isinstance(one.parentWidget(), QLineEdit)]
    nameless = [one for one in acting if not (one.accessibleName() or getattr(one, "text", lambda: "")())]
    unreachable = [
        one
        for one in acting
        if isinstance(one, QAbstractButton)
        and one.isEnabled()
        and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and type(one.parentWidget()).__name__ != "TabStrip"
    ]
    assert not nameless
    assert not unreachable
