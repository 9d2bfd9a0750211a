"""A watch list: its rule with what that would show, its sources, and how long it keeps."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.watch import Retention, Source, SourceKind, WatchList
from cmstation.domain.watch_rule_terms import Term, terms
from cmstation.domain.watch_rules import Reason, Rule
from cmstation.services.station import Station
from cmstation.services.watch_lists import PreviewRow, RulePreview
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.list_deeds import ListDeeds
from cmstation.ui.watch.dialogs.list_dialog import ListDialog, folder_path, folder_text
from cmstation.ui.watch.dialogs.list_wish import ListWish
from cmstation.ui.watch.dialogs.rule_builder import RuleBuilder
from tests.ui.calendar.dialog_hands import choices, choose, click, enter, nameless, press, walk, write
from tests.ui.watch.dialogs.conftest import opened

Settled = Callable[[], None]
SOURCES = (
    Source(1, SourceKind.FEED, "https://a.example", "La Gazette"),
    Source(2, SourceKind.FEED, "https://b.example", "Éthique et soin"),
    Source(3, SourceKind.PUBMED, "x", "PubMed"),
)
NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)


@pytest.fixture
def show(behind: QWidget, icons: Icons) -> Callable[[ListWish], ListDialog]:
    """Open a list alone."""

    def made(wish: ListWish) -> ListDialog:
        dialog = ListDialog(
            icons, wish, SOURCES, lambda _moment: "today", known=bool(wish.name), parent=behind
        )
        dialog.open()
        return dialog

    return made


@pytest.fixture
def builder(qtbot: QtBot, icons: Icons) -> RuleBuilder:
    """A rule with two sources."""
    made = RuleBuilder(icons, Rule(any=terms("clinique")), {1: "La Gazette", 2: "Éthique et soin"})
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def open_list(
    behind: QWidget, station: Station, commands: Commands, icons: Icons, settled: Settled
) -> Callable[[str], ListDialog]:
    """Open a list of the sample clinic by its name, or a new one."""
    deeds = ListDeeds(behind, station, commands, icons)

    def shown(name: str) -> ListDialog:
        deeds.open(named(station, name).id if name else None)
        settled()
        return opened(behind, ListDialog)

    return shown


def named(station: Station, name: str) -> WatchList:
    return next(one for one in station.watch_lists.all() if one.name == name)


def wait_for_preview(dialog: ListDialog, qtbot: QtBot, settled: Settled) -> None:
    """Wait until the person has stopped typing, and for the answer."""
    with qtbot.waitSignal(dialog.preview_wanted):
        pass
    settled()


# --- the rule ---


def test_what_is_typed_becomes_a_rule(builder: RuleBuilder) -> None:
    write(builder.must, "sante, hopital*")
    builder.any.selectAll()
    QTest.keyClick(builder.any, Qt.Key.Key_Delete)
    write(builder.none, '"offre d emploi"')
    QTest.keyClick(builder.titles, Qt.Key.Key_Space)

    assert builder.rule() == Rule(
        must=terms("sante, hopital*"), none=(Term(("offre d emploi",)),), titles_only=True
    )


def test_one_source_can_have_a_rule_of_its_own_and_give_it_up(builder: RuleBuilder) -> None:
    choose(builder.whose, "La Gazette")
    write(builder.any, "maternite")
    assert builder.rule().per_source == ((1, Rule(any=terms("maternite"))),)
    assert "La Gazette (its own rule)" in choices(builder.whose)
    assert builder.again.isVisible()

    click(builder.again)

    assert builder.rule() == Rule(any=terms("clinique"))
    assert builder.any.text() == "clinique"
    assert not builder.again.isVisible()


def test_the_list_goes_on_with_its_own_rule_after_an_exception(builder: RuleBuilder) -> None:
    choose(builder.whose, "La Gazette")
    write(builder.any, "maternite")

    choose(builder.whose, "all sources of the list")

    assert builder.any.text() == "clinique"
    write(builder.none, "sondage")
    assert builder.rule().none == terms("sondage")
    assert builder.rule().of_source(1) == Rule(any=terms("maternite"))


def test_an_exception_goes_with_its_source(builder: RuleBuilder) -> None:
    choose(builder.whose, "La Gazette")
    write(builder.any, "maternite")

    builder.set_sources({2: "Éthique et soin"})

    assert builder.rule() == Rule(any=terms("clinique"))
    assert builder.any.text() == "clinique"


def test_what_fights_itself_is_said_in_words(builder: RuleBuilder) -> None:
    write(builder.must, "sondage")
    write(builder.none, "sondage, ,-")

    assert "“sondage” is wanted and refused at once" in builder.remarks.text()
    assert "nothing would be shown" in builder.refusal()


def test_a_remark_that_is_not_fatal_refuses_nothing(builder: RuleBuilder) -> None:
    write(builder.any, "a")

    assert "single letter" in builder.remarks.text()
    assert not builder.refusal()


# --- what it would show ---


def test_both_sides_are_counted_with_words_marked_and_reasons(show: Callable[[ListWish], ListDialog]) -> None:
    dialog = show(ListWish("Éthique", sources=(1,)))
    shown = PreviewRow(1, 1, "La clinique ouvre", 1, "La Gazette", NOW, ((3, 11),))
    left = PreviewRow(2, 2, "Sondage", 1, "La Gazette", NOW, (), Reason.FORBIDDEN, terms("sondage"))

    dialog.show_preview(RulePreview(412, 1208, (shown,), (left,)))

    assert dialog.preview.shown.title.text() == "Shown (412)"
    assert dialog.preview.left_out.title.text() == "Left out (1,208)"
    row = dialog.preview.left_out.rows.index(0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Sondage, La Gazette, says “sondage”"
    assert not dialog.warning.isVisible()


def test_a_rule_that_drops_everything_is_warned_of(show: Callable[[ListWish], ListDialog]) -> None:
    dialog = show(ListWish("Éthique", sources=(1,)))

    dialog.show_preview(RulePreview(0, 62, drops_everything=True))

    assert dialog.warning.isVisible()
    assert "leave out everything" in dialog.warning_words.text()
    assert dialog.save.isEnabled()


def test_sources_without_items_say_that_nothing_can_be_told(show: Callable[[ListWish], ListDialog]) -> None:
    dialog = show(ListWish("Éthique", sources=(1,)))

    dialog.show_preview(RulePreview(0, 0))

    assert "Nothing is stored of these sources yet" in dialog.warning_words.text()


def test_typing_asks_once_after_a_pause(show: Callable[[ListWish], ListDialog], qtbot: QtBot) -> None:
    dialog = show(ListWish("Éthique", sources=(1,)))
    asked: list[Rule] = []

    def note(rule: Rule, _sources: tuple[int, ...]) -> None:
        asked.append(rule)

    dialog.preview_wanted.connect(note)

    with qtbot.waitSignal(dialog.preview_wanted):
        write(dialog.builder.must, "sante")

    assert asked == [Rule(must=terms("sante"))]


def test_the_preview_follows_what_is_typed_over_stored_items(
    open_list: Callable[[str], ListDialog], qtbot: QtBot, settled: Settled
) -> None:
    dialog = open_list("Télémédecine")
    shown = dialog.preview.shown.rows.rowCount()
    assert shown > 0
    assert dialog.preview.left_out.rows.rowCount() > 0

    write(dialog.builder.must, "zebre")
    wait_for_preview(dialog, qtbot, settled)

    assert dialog.preview.shown.title.text() == "Shown (0)"
    assert dialog.warning.isVisible()


# --- saving ---


def test_a_new_list_with_sources_and_a_rule_shows_stored_items(
    open_list: Callable[[str], ListDialog], station: Station, settled: Settled
) -> None:
    dialog = open_list("")
    assert not dialog.save.isEnabled()

    write(dialog.name, "Grippe")
    write(dialog.folder, "Agences / Hiver")
    write(dialog.sources.search, "courrier")
    click(dialog.sources.all)
    choose(dialog.retention.read, "30 day(s)")
    press(dialog.part, "Rule")
    write(dialog.builder.any, "grippe")
    click(dialog.save)
    settled()

    made = named(station, "Grippe")
    assert made.folder == ("Agences", "Hiver")
    assert made.retention == Retention(30, 180)
    assert len(made.sources) == 1
    assert station.watch_lists.rule(made.id) == Rule(any=terms("grippe"))
    assert station.watch_lists.shown(made.id) > 0


def test_a_changed_rule_is_kept_and_taken_back(
    open_list: Callable[[str], ListDialog], station: Station, commands: Commands, settled: Settled
) -> None:
    before = named(station, "RSE")
    dialog = open_list("RSE")

    write(dialog.name, "Engagement")
    write(dialog.builder.none, "dechets")
    enter(dialog.builder.none)
    settled()
    changed = named(station, "Engagement")
    assert station.watch_lists.rule(changed.id).none == terms("dechets")

    commands.undo()
    settled()

    assert named(station, "RSE") == before


def test_a_fatal_rule_is_refused_with_the_reason(open_list: Callable[[str], ListDialog]) -> None:
    dialog = open_list("RSE")

    write(dialog.builder.must, "carbone")
    write(dialog.builder.none, "carbone")

    assert not dialog.save.isEnabled()
    assert "wanted and refused at once" in dialog.save.toolTip()


def test_a_list_is_removed_and_brought_back(
    open_list: Callable[[str], ListDialog], station: Station, commands: Commands, settled: Settled
) -> None:
    names = [one.name for one in station.watch_lists.all()]
    dialog = open_list("RSE")

    click(dialog.remove)
    settled()
    assert "RSE" not in [one.name for one in station.watch_lists.all()]
    commands.undo()
    settled()

    assert [one.name for one in station.watch_lists.all()] == names


def test_sources_keep_the_order_that_the_person_gave(show: Callable[[ListWish], ListDialog]) -> None:
    dialog = show(ListWish("Éthique", sources=(3, 1)))

    dialog.show_part("sources")
    dialog.sources.list.setFocus()
    dialog.sources.list.setCurrentRow(2)
    QTest.keyClick(dialog.sources.list, Qt.Key.Key_Space)

    assert dialog.wish().sources == (3, 1, 2)
    assert dialog.builder.whose.accessibleName() == "Rule for"
    assert "Éthique et soin" in choices(dialog.builder.whose)


def test_what_is_kept_for_ever_says_so(show: Callable[[ListWish], ListDialog]) -> None:
    dialog = show(ListWish("Éthique", retention=Retention(None, 45)))

    assert dialog.retention.read.text() == "for ever"
    assert dialog.retention.unread.text() == "45 day(s)"
    assert dialog.wish().retention == Retention(None, 45)


def test_folders_are_written_in_one_line() -> None:
    assert folder_path(" Agences /Hiver/ ") == ("Agences", "Hiver")
    assert folder_text(("Agences", "Hiver")) == "Agences / Hiver"


def test_everything_has_a_name_and_tab_goes_round(show: Callable[[ListWish], ListDialog]) -> None:
    dialog = show(ListWish("Éthique", sources=(1,)))
    assert not nameless(dialog)

    visited = walk(dialog)

    builder = dialog.builder
    order = [visited.index(field) for field in (builder.must, builder.any, builder.none)]
    assert order == sorted(order)
    assert {builder.whose, builder.titles, dialog.preview.shown.list, dialog.save} <= set(visited)
    assert any(isinstance(widget, QToolButton) and widget.text() == "Sources" for widget in visited) or (
        dialog.part.isVisible()
    )


def test_it_fits_a_small_screen_whatever_it_says(show: Callable[[ListWish], ListDialog]) -> None:
    dialog = show(ListWish("Éthique", sources=(1,)))
    write(dialog.builder.must, "carbone")
    write(dialog.builder.none, "carbone")
    dialog.show_preview(RulePreview(0, 62, drops_everything=True))

    assert dialog.width() <= 900
    assert dialog.height() <= 640
