"""The frames of answers: one around a chart, one around words alone; both say how fresh their figures are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.kit.surfaces import Card
from cmstation.ui.statistics.charts.chart_card import ChartCard
from cmstation.ui.statistics.info_button import InfoButton
from cmstation.ui.theme.tokens import ColourRole, Height, Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons
    from cmstation.ui.statistics.charts.canvas import Chart
    from cmstation.ui.statistics.comment_fold import CommentFold


class SourceLine(QWidget):
    """How fresh the figures of an answer are, and what they count."""

    def __init__(self, icons: "Icons") -> None:
        super().__init__()
        self.info = InfoButton(icons, self)
        self.note = Paragraph(icons, font="note", colour="muted", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.info, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, (Height.SMALL - icons.theme.line_height("note")) // 2, 0, 0)
        beside.addWidget(self.note)
        row.addLayout(beside, 1)
        self.hide()

    def say(self, subject: str, note: str, *definitions: str) -> None:
        """Tell it.

        Args:
            note: stands there; the definitions are behind the "i".
        """
        self.note.setText(note)
        self.info.explain(subject, *definitions, note)
        self.setVisible(bool(note))


class ChartAnswer(ChartCard):
    """An answer with a chart."""

    def __init__(self, icons: "Icons", chart: "Chart", parent: QWidget | None = None) -> None:
        super().__init__(icons, chart, parent)
        self.source = SourceLine(icons)
        self._column.addWidget(self.source)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def title(self) -> str:
        """What it is about."""
        return self.chart.title

    def set_comment(self, fold: "CommentFold") -> None:
        """Let the person's own words unfold before the note on freshness."""
        self._foot.insertWidget(1, fold.button)
        self._column.insertWidget(self._column.indexOf(self.source), fold)


class TextAnswer(Card):
    """An answer in words, with rows of its own below, some of them folded away."""

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        super().__init__(icons, parent=parent)
        self.icons = icons
        self._title = Paragraph(icons, font="note_strong", colour="muted")
        self._sentence = Paragraph(icons, font="answer")
        self._change = Paragraph(icons, colour="muted")
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        self.details_button = LinkButton(icons, self.tr("Details"), icon="chevron-right")
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self._unfold)
        self.details_button.hide()
        self.source = SourceLine(icons)
        self._details: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._column.setSpacing(Space.S)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._title, self._sentence, self._change):
            words.addWidget(part)
        self._column.addLayout(words)
        self._column.addLayout(self.body)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(Space.L)
        self._foot.addWidget(self.details_button)
        self._foot.addStretch(1)
        self._column.addLayout(self._foot)
        self._column.addWidget(self.source)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def title(self) -> str:
        """What it is about."""
        return self._title.text()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def set_words(self, title: str, sentence: str, change: str = "", *, tone: ColourRole = "muted") -> None:
        """Say the answer; see `ChartCard.set_words`."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._change.setText(change)
        self._change.set_colour(tone)
        self._change.setVisible(bool(change))
        self.details_button.setAccessibleDescription(title)
        self.setAccessibleName(title)

    def set_details(self, details: QWidget | None) -> None:
        """Give what unfolds; one that was given before is deleted."""
        if self._details is not None:
            self._details.deleteLater()
        self._details = details
        self.details_button.setVisible(details is not None)
        if details is not None:
            details.setVisible(self.details_button.isChecked())
            self._column.insertWidget(self._column.indexOf(self.source), details)

    def set_comment(self, fold: "CommentFold") -> None:
        """Let the person's own words unfold before the note on freshness."""
        self._foot.insertWidget(1, fold.button)
        self._column.insertWidget(self._column.indexOf(self.source), fold)

    @Slot(bool)
    def _unfold(self, wanted: bool) -> None:
        self.icons.bind(self.details_button, "chevron-down" if wanted else "chevron-right", "muted")
        if self._details is not None:
            self._details.setVisible(wanted)


def clear_rows(layout: QVBoxLayout) -> None:
    """Take every row out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
