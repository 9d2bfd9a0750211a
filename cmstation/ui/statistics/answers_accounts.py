"""How the clinic does: each account with its followers and their change, the other figures below."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cmstation.domain.curves import Curve
from cmstation.domain.metrics import Metric
from cmstation.domain.stat_answers import Headline, Published
from cmstation.ui.kit.labels import ElidedLabel, Note, Words
from cmstation.ui.kit.networks import NetworkLabel
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answer_card import TextAnswer
from cmstation.ui.statistics.answers_curves import chart_points
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.charts.formats import local_formats
from cmstation.ui.statistics.charts.sparkline import Sparkline
from cmstation.ui.statistics.folds import LazyFold
from cmstation.ui.statistics.info_button import InfoButton
from cmstation.ui.theme.tokens import Height, Space
from cmstation.ui.wording_metrics import full_definition_words, metric_words

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

translate = QCoreApplication.translate
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FIGURE, _CHANGE, _NAME = 104, 200, 140
_MOST_POINTS = 120


class FigureRow(QWidget):
    """A name, a figure, its two changes, its curve, and what it counts."""

    def __init__(self, icons: "Icons", *, curve: bool) -> None:
        super().__init__()
        self._curve = Sparkline(icons, local_formats()) if curve else None
        self.name = NetworkLabel(icons, "", "", parent=self)
        self.name.setMinimumWidth(_NAME)
        self.what = ElidedLabel(icons, colour="muted", parent=self)
        self.value = Words(icons, font="strong", parent=self)
        self.before = ElidedLabel(icons, parent=self)
        self.year = ElidedLabel(icons, parent=self)
        self.info = InfoButton(icons, self)
        self._place(curve)

    def show_headline(self, one: Headline, network: str, asked: Asked, curve: Curve | None) -> None:
        """Show a figure."""
        name, metric = asked.name(one.account), metric_words(one.metric)
        period = asked.answers.period
        self.name.show_network(network, name)
        self.what.setText("" if self._curve is not None else metric)
        told = words.figure_words(one.value)
        if one.standing.rounded and one.value is not None:
            told = translate("Statistics", "about {figure}").format(figure=told)
        self.value.setText(told)
        self.value.set_colour("text" if one.value is not None else "muted")
        for label, change, against in (
            (self.before, one.against_before, period.before()),
            (self.year, one.against_year_before, period.year_before()),
        ):
            short = words.short_change_words(change)
            label.setText(short.text)
            label.set_colour(short.tone)
            label.setAccessibleDescription(words.change_words(change, one.nature, against).text)
        subject = f"{metric}, {name}"
        fresh = words.freshness_words(one.taken_at, one.origins, asked.zone, asked.now)
        known = words.known_days_words(one)
        keys = sorted(one.standing.definitions) or [one.last.definition if one.last is not None else ""]
        self.info.explain(subject, *map(full_definition_words, keys), known, fresh)
        self.value.setToolTip(self.info.toolTip())
        self.value.setAccessibleName(f"{subject}: {told}")
        self.value.setAccessibleDescription(self.info.accessibleDescription())
        if self._curve is not None:
            points = () if curve is None else chart_points(curve.thinned(_MOST_POINTS))
            self._curve.set_words(subject, told)
            self._curve.set_points(points)

    def show_published(self, one: Published, network: str, asked: Asked) -> None:
        """Show how many posts went out."""
        name = asked.name(one.account)
        self.name.show_network(network, name)
        self.what.setText(translate("Statistics", "Posts published"))
        self.value.setText(words.figure_words(one.count))
        self.value.set_colour("text" if one.count is not None else "muted")
        self.value.setAccessibleName(f"{self.what.text()}, {name}: {self.value.text()}")
        self.value.setAccessibleDescription("")
        self.value.setToolTip("")
        for label, than in ((self.before, one.before), (self.year, one.year_before)):
            known = one.count is not None and than is not None
            label.setText(
                translate("Statistics", "{figure} then").format(figure=words.figure_words(than))
                if known
                else translate("Statistics", "not known then")
            )
            label.set_colour("text" if known else "muted")
            label.setAccessibleDescription("")
        self.info.explain(
            f"{self.what.text()}, {name}",
            translate("Statistics", "Posts that went out in the period, as this program knows them."),
        )

    def _place(self, curve: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.name, 3)
        row.addWidget(self.what, 0 if curve else 2)
        self.what.setVisible(not curve)
        for label, width in ((self.value, _FIGURE), (self.before, _CHANGE), (self.year, _CHANGE)):
            label.setFixedWidth(width)
            label.setAlignment(_RIGHT)
            row.addWidget(label)
        if self._curve is not None:
            row.addWidget(self._curve)
        row.addWidget(self.info)
        self.setMinimumHeight(Height.SMALL)


class _Heads(QWidget):
    """What the columns are."""

    def __init__(self, icons: "Icons", *, curve: bool) -> None:
        super().__init__()
        self._notes = tuple(Note(icons, parent=self) for _place in range(5))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._notes[0], 3)
        if not curve:
            row.addStretch(2)
            row.addSpacing(Space.M)
        for note, width in zip(self._notes[1:4], (_FIGURE, _CHANGE, _CHANGE), strict=True):
            note.setFixedWidth(width)
            note.setAlignment(_RIGHT)
            row.addWidget(note)
        if curve:
            self._notes[4].setFixedWidth(112)
            row.addWidget(self._notes[4])
        else:
            self._notes[4].hide()
        row.addSpacing(Height.SMALL + (Space.M if curve else 0))

    def name(self, *titles: str) -> None:
        for note, title in zip(self._notes, titles, strict=False):
            note.setText(title)


class AccountsAnswer(TextAnswer):
    """Followers of every account; what else is counted unfolds."""

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._asked: Asked | None = None
        self._heads = _Heads(icons, curve=True)
        self.rows: list[FigureRow] = []
        self.body.addWidget(self._heads)
        self._fold = LazyFold(self._other_rows)
        self.set_details(self._fold)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        self._asked = asked
        answers = asked.answers
        found = [one for one in answers.headlines if one.metric is Metric.FOLLOWERS]
        lead = max(found, key=lambda one: one.value or 0, default=None)
        sentence, told = self._sentence_for(lead, asked)
        self.set_words(self.tr("How we are doing"), sentence, told.text, tone=told.tone)
        period = answers.period
        since = self.tr("since end of {period}")
        self._heads.name(
            self.tr("Account"),
            self.tr("Followers"),
            since.format(period=words.period_words(period.before())),
            since.format(period=words.period_words(period.year_before())),
            self.tr("two years"),
        )
        networks = {account.id: str(account.network) for account in answers.accounts}
        for place, one in enumerate(found):
            if place == len(self.rows):
                self.rows.append(FigureRow(self.icons, curve=True))
                self.body.addWidget(self.rows[place])
            self.rows[place].show_headline(
                one, networks.get(one.account, ""), asked, asked.curves.get(one.account)
            )
            self.rows[place].show()
        for row in self.rows[len(found) :]:
            row.hide()
        self._heads.setVisible(bool(found))
        fresh = asked.freshness({Metric.FOLLOWERS})
        self.source.say(self.tr("Followers"), fresh, *asked.definitions(Metric.FOLLOWERS))
        self._fold.renew()

    def _sentence_for(self, lead: Headline | None, asked: Asked) -> tuple[str, words.Told]:
        if lead is None or lead.value is None:
            told = self.tr("How many followers there were in {period} is not known.")
            next_step = self.tr("Collect the figures now, or enter them, in the menu at the top right.")
            return told.format(period=asked.period_words), words.Told(next_step)
        name, value = asked.name(lead.account), words.figure_words(lead.value)
        by = lead.against_before.by
        year = words.change_words(lead.against_year_before, lead.nature, asked.answers.period.year_before())
        if by is None:
            sentence = self.tr("{account} has {value} followers.").format(account=name, value=value)
            before = words.change_words(lead.against_before, lead.nature, asked.answers.period.before())
            return sentence, words.Told(_capital(f"{before.text} · {year.text}"))
        if by == 0:
            sentence = self.tr("{account} still has {value} followers.").format(account=name, value=value)
        elif by > 0:
            gain = self.tr("%Ln follower(s)", "gained or lost", by)
            sentence = self.tr("{account} gained {gain} and has {value}.")
            sentence = sentence.format(account=name, gain=gain, value=value)
        else:
            loss = self.tr("%Ln follower(s)", "gained or lost", -by)
            sentence = self.tr("{account} lost {loss} and has {value}.")
            sentence = sentence.format(account=name, loss=loss, value=value)
        return sentence, words.Told(_capital(year.text), year.tone)

    def _other_rows(self) -> Iterator[QWidget]:
        asked = self._asked
        if asked is None:
            return
        networks = {account.id: str(account.network) for account in asked.answers.accounts}
        period = asked.answers.period
        heads = self._fold.again(_Heads) or _Heads(self.icons, curve=False)
        than = self.tr("against {period}")
        heads.name(
            self.tr("Account"),
            self.tr("In the period"),
            than.format(period=words.period_words(period.before())),
            than.format(period=words.period_words(period.year_before())),
        )
        yield heads
        for one in asked.answers.published:
            row = self._figure_row()
            row.show_published(one, networks.get(one.account, ""), asked)
            yield row
        for headline in asked.answers.headlines:
            if headline.metric is not Metric.FOLLOWERS:
                row = self._figure_row()
                row.show_headline(headline, networks.get(headline.account, ""), asked, None)
                yield row

    def _figure_row(self) -> FigureRow:
        return self._fold.again(FigureRow) or FigureRow(self.icons, curve=False)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
