"""Words keep the scale: colours, elision and line heights."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import ElidedLabel, Note, PageTitle, Paragraph, SectionTitle, Words
from cmstation.ui.kit.networks import NetworkLabel
from cmstation.ui.kit.pills import Counter, KeyCap, Pill
from cmstation.ui.kit.states import STATE_MARKS, StateLabel, state_mark, state_word
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.kit.conftest import colours_of

_LONG = "Our van stops at the square on Thursday the 15th, and nobody needs an appointment."


def test_titles_and_notes_have_the_sizes_of_the_scale(icons: Icons, qtbot: QtBot) -> None:
    labels = [PageTitle(icons, "a"), SectionTitle(icons, "a"), Words(icons, "a"), Note(icons, "a")]
    for label in labels:
        qtbot.addWidget(label)

    assert [label.font().pixelSize() for label in labels] == [20, 15, 13, 12]
    assert [label.minimumHeight() for label in labels] == [28, 24, 20, 16]


def test_words_in_a_tone_follow_the_theme(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    words = Words(icons, "███", colour="good")
    qtbot.addWidget(words)

    light = colours_of(words)
    green = theme.colour("good").name()
    theme.choose(ThemeChoice.DARK)
    dark = colours_of(words)

    assert green in light
    assert green not in dark
    assert theme.colour("good").name() in dark


def test_muted_words_can_become_an_error_and_back(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    words = Words(icons, "███", colour="muted")
    qtbot.addWidget(words)

    words.set_colour("warning")
    warned = colours_of(words)
    words.set_colour("muted")

    assert theme.colour("warning").name() in warned
    assert theme.colour("muted").name() in colours_of(words)


def test_a_line_that_gives_way_says_the_whole_in_its_tooltip(icons: Icons, qtbot: QtBot) -> None:
    label = ElidedLabel(icons, _LONG)
    qtbot.addWidget(label)

    label.resize(100, 20)
    label.grab()
    short = label.toolTip()
    label.resize(900, 20)
    label.grab()

    assert short == _LONG
    assert label.toolTip() == ""


def test_a_paragraph_takes_as_many_lines_as_it_needs(icons: Icons, qtbot: QtBot) -> None:
    paragraph = Paragraph(icons, _LONG)
    qtbot.addWidget(paragraph)

    assert paragraph.heightForWidth(2000) == 20
    assert paragraph.heightForWidth(200) in {60, 80}
    assert paragraph.heightForWidth(200) % 20 == 0


def test_a_paragraph_makes_room_in_a_layout(icons: Icons, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    paragraph = Paragraph(icons, _LONG)
    column.addWidget(paragraph)
    column.addStretch(1)

    page.resize(240, 300)
    column.activate()
    column.setGeometry(page.rect())

    assert paragraph.height() == paragraph.heightForWidth(paragraph.width())


def test_every_state_has_its_own_shape_and_a_word(icons: Icons, qtbot: QtBot) -> None:
    shapes = {mark.shape for mark in STATE_MARKS.values()}
    words = {state_word(state) for state in STATE_MARKS}

    assert len(shapes) == len(STATE_MARKS) == len(words) == 10


def test_a_state_is_said_in_words(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    label = StateLabel(icons, "uncertain")
    qtbot.addWidget(label)
    first = label.accessibleName()

    label.show_state("in_review", "In review, 1 of 2")

    assert first == "Uncertain"
    assert label.accessibleName() == "In review, 1 of 2"
    assert theme.colour("plum").name() in colours_of(label)


def test_a_state_that_nobody_knows_is_shown_all_the_same(icons: Icons, qtbot: QtBot) -> None:
    label = StateLabel(icons, "elsewhere")
    qtbot.addWidget(label)

    assert label.text() == "elsewhere"
    assert state_mark("elsewhere").colour == "muted"


def test_a_pill_stands_on_the_soft_ground_of_its_tone(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    pill = Pill(icons, "Alternative text", "good", icon="check")
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())

    colours = colours_of(pill)
    pill.say("To write", "warning", "warning")

    assert max(colours, key=lambda name: colours[name]) == theme.colour("good_soft").name()
    assert pill.text() == "To write"
    assert pill.sizeHint().height() == 20


def test_a_counter_vanishes_at_zero(icons: Icons, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    counter = Counter(icons, 3, parent=page)
    shown = counter.isVisibleTo(page)

    counter.set_count(0)

    assert shown
    assert not counter.isVisibleTo(page)


def test_a_key_is_drawn_as_a_cap(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    cap = KeyCap(icons, "Ctrl+K")
    qtbot.addWidget(cap)
    cap.resize(cap.sizeHint())

    assert colours_of(cap)[theme.colour("border").name()] > cap.width()


def test_an_account_shows_its_glyph_and_its_name(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    label = NetworkLabel(icons, "facebook", "Clinic")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())

    colours = colours_of(label)
    label.show_network("bluesky", "clinic.example")

    assert theme.colour("text").name() in colours
    assert label.text() == "clinic.example"


def test_a_paragraph_keeps_its_own_line_breaks(icons: Icons, qtbot: QtBot) -> None:
    paragraph = Paragraph(icons, "One\nTwo")
    qtbot.addWidget(paragraph)

    assert paragraph.heightForWidth(400) == 40


def test_a_paragraph_that_says_something_else_is_measured_anew(icons: Icons, qtbot: QtBot) -> None:
    paragraph = Paragraph(icons, _LONG)
    qtbot.addWidget(paragraph)
    long = paragraph.heightForWidth(200)

    paragraph.setText("Short")
    short = paragraph.heightForWidth(200)
    paragraph.setText(_LONG)
    paragraph.setMaximumWidth(100)

    assert short == 20 < long
    assert paragraph.heightForWidth(200) == paragraph.heightForWidth(100) > long
