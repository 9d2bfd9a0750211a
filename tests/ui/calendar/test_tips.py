"""What a person wrote is shown letter by letter in tooltips."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from cmstation.ui.calendar.agenda.agenda import agenda_rows
from cmstation.ui.calendar.agenda.agenda_model import AgendaModel
from cmstation.ui.calendar.sentence import Sentence
from cmstation.ui.calendar.side.day_model import DayModel
from cmstation.ui.calendar.side.warnings_list import WarningModel
from cmstation.ui.calendar.tips import plain_tip
from tests.ui.calendar.lane_plans import LOOK, TODAY, ZONE, plan, post

TITLE = "Tension < 14 & pouls <b>gras</b> &lt;"


def read(tip: object) -> str:
    """What a person sees of a tooltip that Qt takes for a page when it begins like one."""
    document = QTextDocument()
    document.setHtml(str(tip))
    return document.toPlainText()


def test_signs_of_a_page_stay_signs() -> None:
    assert read(plain_tip(TITLE)) == TITLE
    assert read(plain_tip(f"{TITLE}\n09:00")).split() == f"{TITLE} 09:00".split()


def test_words_without_such_signs_stay_as_they_are() -> None:
    assert plain_tip("Octobre rose\n09:00 · programmé") == "Octobre rose\n09:00 · programmé"


def test_the_lists_say_titles_letter_by_letter() -> None:
    item = post(1, TODAY, title=TITLE)
    day, warnings, agenda = DayModel(), WarningModel(), AgendaModel()
    day.show_items((item,), LOOK, ZONE)
    warnings.show_warnings((Sentence(TODAY, TITLE, (item.key,)),))
    agenda.show_rows(agenda_rows(plan(item), TODAY, date(2026, 10, 14), TODAY), LOOK, ZONE)

    tips = [
        day.index(0, 0).data(Qt.ItemDataRole.ToolTipRole),
        warnings.index(0, 0).data(Qt.ItemDataRole.ToolTipRole),
        agenda.index_of(item.key).data(Qt.ItemDataRole.ToolTipRole),
    ]

    assert all(read(tip).startswith(TITLE) for tip in tips)
    assert day.index(0, 0).data() == TITLE
