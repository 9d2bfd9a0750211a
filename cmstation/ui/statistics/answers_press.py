"""What the press wrote and how fast the clinic answers."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmstation.domain.stat_answers import Press, PressTheme
from cmstation.ui.dates import duration_words
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.statistics.answer_card import ChartAnswer, TextAnswer
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.charts.bar_chart import BarChart
from cmstation.ui.statistics.charts.figures import Bar
from cmstation.ui.statistics.charts.formats import local_formats
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons


class ResponseAnswer(TextAnswer):
    """How fast messages are answered."""

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        time = asked.answers.response_time
        self.set_words(self.tr("Response time"), self._time_words(time), self._why(time))

    def _time_words(self, time: timedelta | None) -> str:
        if time is None:
            return self.tr("How fast you answer is not known yet.")
        return self.tr("Half of the messages were answered within {time}.").format(time=duration_words(time))

    def _why(self, time: timedelta | None) -> str:
        if time is not None:
            return ""
        return self.tr(
            "It comes with Exchanges: until comments and messages are read there, nothing is counted."
        )


class PressAnswer(ChartAnswer):
    """Articles of the press by theme, and how they speak."""

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        self.bars = BarChart(icons, local_formats())
        super().__init__(icons, self.bars, parent)
        self._reviews = QWidget()
        self._rows = QVBoxLayout(self._reviews)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.XS)
        self._icons = icons
        self.set_details(self._reviews)

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        press = asked.answers.press
        self.bars.empty_words = self.tr("No article was kept in this period.")
        self.bars.set_bars(
            [
                Bar(one.theme or self.tr("Without a theme"), one.articles, detail=self._tone_words(one))
                for one in press.themes
            ],
            value_name=self.tr("Articles"),
        )
        self.set_words(self.tr("Press"), *self._told(press, asked))
        self.source.say(
            self.tr("Press"),
            self.tr("Articles that you kept for a review or made a post of; the tone is the one you chose."),
        )
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for review in press.reviews:
            count = self.tr("%n article(s)", "", review.articles)
            self._rows.addWidget(Paragraph(self._icons, f"{review.title} · {count}"))
        self.details_button.setVisible(bool(press.reviews))
        self.renew()

    def _told(self, press: Press, asked: Asked) -> tuple[str, str]:
        if not press.articles and not press.reviews:
            told = self.tr("No article was kept or passed on in {period}.")
            return told.format(period=asked.period_words), ""
        kept = self.tr("%n article(s) kept for a review", "", press.kept)
        relayed = self.tr("%n passed on in a post", "", press.relayed)
        sentence = self.tr("{kept}, {relayed}.").format(kept=kept, relayed=relayed)
        if not press.reviews:
            return sentence, self.tr("No press review was made in this period.")
        return sentence, self.tr("%n press review(s) made in this period.", "", len(press.reviews))

    def _tone_words(self, one: PressTheme) -> str:
        parts = (
            self.tr("%n positive", "", one.positive) if one.positive else "",
            self.tr("%n neutral", "", one.neutral) if one.neutral else "",
            self.tr("%n negative", "", one.negative) if one.negative else "",
        )
        return ", ".join(part for part in parts if part)
