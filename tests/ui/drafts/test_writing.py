"""Typing in the base and in versions: saved, detached, taken back, undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmstation.domain.networks import Network
from cmstation.ui.drafts.text_dialogs import DifferenceDialog
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.drafts.conftest import Desk

DRAFT = "Ma santé en ligne"


def test_what_is_typed_is_stored_within_a_second(desk: Desk) -> None:
    desk.open(DRAFT)

    desk.write("Bonjour. ")
    desk.qtbot.waitUntil(lambda: desk.stored.text.startswith("Bonjour. "), timeout=1_500)

    assert desk.draft.text == desk.stored.text


def test_a_long_stretch_of_typing_is_saved_while_it_goes_on(desk: Desk) -> None:
    desk.open(DRAFT)
    before = desk.stored.text

    def typed_on() -> bool:
        desk.write("a")
        return desk.stored.text != before

    desk.qtbot.waitUntil(typed_on, timeout=3_000)


def test_no_break_spaces_of_french_typography_are_kept(desk: Desk) -> None:
    desk.open(DRAFT)

    desk.paste("Vrai\u202f? Oui\u00a0: «\u00a0sans tabou\u00a0». ")
    desk.settle()

    assert desk.stored.text.startswith("Vrai\u202f? Oui\u00a0: «\u00a0sans tabou\u00a0». ")


def test_an_untouched_version_follows_the_base(desk: Desk) -> None:
    desk.open(DRAFT)
    desk.write("Nouveau. ")

    desk.version(Network.BLUESKY)

    assert desk.editor.text().startswith("Nouveau. ")
    assert not desk.tab.composer.parts.detached.reattach.isVisible()


def test_typing_in_a_version_detaches_it_and_leaves_the_base_alone(desk: Desk) -> None:
    base = desk.open(DRAFT).text
    desk.version(Network.BLUESKY)

    desk.write("Ici. ")
    desk.settle()

    bluesky = desk.account(Network.BLUESKY).id
    assert desk.stored.text == base
    assert desk.stored.version(bluesky).text == "Ici. " + base
    assert desk.stored.version(desk.account(Network.FACEBOOK).id).text is None
    assert desk.tab.composer.parts.detached.reattach.isVisible()


def test_undo_goes_back_in_one_version_alone(desk: Desk) -> None:
    base = desk.open(DRAFT).text
    desk.write("Base. ")
    desk.version(Network.BLUESKY)
    desk.write("Ici. ")

    desk.undo()
    desk.settle()

    assert desk.stored.text == "Base. " + base
    assert not desk.stored.version(desk.account(Network.BLUESKY).id).detached


def test_a_version_taken_back_by_undo_follows_the_base_again(desk: Desk) -> None:
    desk.open(DRAFT)
    desk.version(Network.BLUESKY)
    desk.write("x")
    desk.settle()
    assert desk.stored.version(desk.account(Network.BLUESKY).id).detached

    desk.undo()
    desk.settle()

    assert not desk.stored.version(desk.account(Network.BLUESKY).id).detached


def test_a_version_finds_its_way_back_to_the_base_and_undo_takes_that_back(desk: Desk) -> None:
    draft = desk.open()
    bluesky = desk.account(Network.BLUESKY).id
    own = draft.text_for(bluesky)
    desk.version(Network.BLUESKY)

    desk.tab.composer.parts.detached.reattach.click()
    desk.settle()
    assert desk.stored.version(bluesky).text is None
    assert desk.editor.text() == desk.stored.text

    desk.commands.undo()
    desk.settle()

    assert desk.stored.version(bluesky).text == own
    assert desk.editor.text() == own


def test_compare_shows_the_difference_word_by_word(desk: Desk) -> None:
    desk.open()
    desk.version(Network.BLUESKY)

    desk.tab.composer.parts.detached.compare.click()
    dialog = desk.dialog(DifferenceDialog)
    assert isinstance(dialog, DifferenceDialog)

    assert "Venez accompagnée" in dialog.view.toPlainText()
    dialog.accept()


def test_another_post_and_back_keeps_the_undo_history_and_the_caret(desk: Desk) -> None:
    before = desk.open(DRAFT).text
    desk.write("Un. ")
    desk.settle()

    desk.open("Internes")
    desk.open(DRAFT)

    assert desk.editor.textCursor().position() == len("Un. ")
    desk.undo()
    desk.settle()
    assert desk.stored.text == before


def test_typing_then_going_at_once_to_another_post_loses_nothing(desk: Desk) -> None:
    first = desk.open(DRAFT).id
    desk.write("Vite. ")

    desk.tab.show_post(desk.post("Internes"))
    desk.settle()

    assert desk.station.drafts.open(first).text.startswith("Vite. ")
    assert not desk.draft.text.startswith("Vite. ")


def test_typing_goes_on_while_the_earlier_letters_are_being_stored(desk: Desk) -> None:
    desk.open(DRAFT)
    for word in ("un ", "deux ", "trois "):
        desk.write(word)
        desk.tab.flush()

    desk.write("quatre ")
    desk.settle()

    assert desk.stored.text.startswith("un deux trois quatre ")
    assert desk.editor.text() == desk.stored.text


def test_the_title_and_the_link_are_stored(desk: Desk) -> None:
    desk.open(DRAFT)
    parts = desk.tab.composer.parts

    parts.title.selectAll()
    QTest.keyClicks(parts.title, "Titre neuf")
    QTest.keyClicks(parts.link, "https://clinique.example/a")
    desk.settle()

    assert (desk.stored.title, desk.stored.link) == ("Titre neuf", "https://clinique.example/a")
    row = desk.tab.pane.list.posts.row(desk.draft.id)
    assert row is not None
    assert row.title == "Titre neuf"


def test_what_has_left_can_no_longer_be_typed_in(desk: Desk) -> None:
    desk.open("Atelier mémoire")

    desk.write("Encore. ")
    desk.settle()

    assert desk.editor.isReadOnly()
    assert not desk.stored.text.startswith("Encore. ")
    assert desk.tab.composer.parts.title.isReadOnly()


def test_tab_leaves_the_text_for_the_next_control(desk: Desk) -> None:
    desk.open(DRAFT)
    desk.editor.setFocus()

    desk.key(Qt.Key.Key_Tab)

    assert not desk.editor.hasFocus()
    assert "\t" not in desk.editor.text()


def test_other_colours_are_no_typing(desk: Desk, theme: Theme) -> None:
    desk.open()
    desk.version(Network.BLUESKY)
    desk.settle()
    before = desk.stored.revision

    theme.choose(ThemeChoice.DARK)
    saver = desk.tab.composer.autosave
    pending = saver is not None and saver.is_pending
    desk.settle()

    assert not pending
    assert desk.stored.revision == before
    desk.write("Encore. ")
    assert saver is not None
    assert saver.is_pending
