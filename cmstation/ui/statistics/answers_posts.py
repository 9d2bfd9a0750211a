"""What worked: the posts of the period by their score, each score explained."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.stat_answers import PostResult
from cmstation.ui.dates import day_words, when_words
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.labels import ElidedLabel, Note, Paragraph
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answer_card import ChartAnswer
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.charts.bar_chart import BarChart
from cmstation.ui.statistics.charts.figures import Bar
from cmstation.ui.statistics.charts.formats import local_formats
from cmstation.ui.statistics.folds import LazyFold
from cmstation.ui.theme.tokens import Space
from cmstation.ui.wording_metrics import metric_words

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

translate = QCoreApplication.translate
_BARS, _LISTED = 5, 40
_LONGEST = 60


class WorkedAnswer(ChartAnswer):
    """The best posts.

    Signals:
        post_wanted: a post of ours that the person wants to see.
        address_wanted: where a post stands on its network.
    """

    post_wanted = Signal(int)
    address_wanted = Signal(str)

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        self.bars = BarChart(icons, local_formats())
        super().__init__(icons, self.bars, parent)
        self._icons = icons
        self._asked: Asked | None = None
        self.fold = LazyFold(self._rows)
        self.set_details(self.fold)

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        self._asked = asked
        scored = [one for one in asked.answers.posts if one.score is not None]
        shown = scored[:_BARS]
        self.bars.empty_words = self.tr("No post of this period has a score.")
        self.bars.set_bars(
            [
                Bar(_short(one, self.tr("Untitled")), one.score.value, 1.0, asked.name(one.post.account))
                for one in shown
                if one.score is not None
            ],
            value_name=self.tr("Score (1 is usual)"),
            before_name=self.tr("usual post of the account"),
        )
        self.set_words(self.tr("What worked"), *self._told(scored, asked))
        self.source.say(
            self.tr("Score"),
            self.tr("A score of 1 is the usual post of the account; 2 is twice that."),
            self.tr(
                "Reactions count once, comments twice, shares three times, saved posts once, as they stand "
                "seven "
                "days after the post. Their sum is divided by the median of the same account’s posts of "
                "the 90 "
                "days before; fewer than eight of these, and there is no score."
            ),
            *asked.definitions(of_posts=True),
        )
        self.fold.renew()
        self.renew()

    def _told(self, scored: Sequence[PostResult], asked: Asked) -> tuple[str, str]:
        answers = asked.answers
        if not answers.posts_in_all:
            return self.tr("No post went out in {period}.").format(period=asked.period_words), ""
        count = self.tr("%Ln post(s)", "", answers.posts_in_all)
        if not scored:
            told = self.tr("{posts} went out; which did best cannot be said yet.").format(posts=count)
            why = self.tr("A score needs eight earlier posts of the same account whose figures are known.")
            return told, why
        best = scored[0]
        assert best.score is not None  # noqa: S101 - so they were chosen
        if best.score.value > 1:
            told = self.tr("“{title}” did {score} times as well as usual.")
        else:
            told = self.tr("No post did better than usual; the best, “{title}”, has a score of {score}.")
        told = told.format(
            title=_short(best, self.tr("Untitled")), score=words.decimal_words(best.score.value)
        )
        rest = self.tr("{scored} of {posts} in this period can be compared with earlier ones.")
        return told, rest.format(scored=words.figure_words(answers.posts_scored), posts=count)

    def _rows(self) -> Iterator[QWidget]:
        asked = self._asked
        if asked is None:
            return
        listed = asked.answers.posts[:_LISTED]
        for one in listed:
            row = self.fold.again(PostRow) or self._made_row()
            row.show_post(one, asked)
            yield row
        left = asked.answers.posts_in_all - len(listed)
        if left > 0:
            yield Note(self._icons, self.tr("%Ln more post(s) are not listed here.", "", left))

    def _made_row(self) -> "PostRow":
        row = PostRow(self._icons)
        row.post_wanted.connect(self.post_wanted)
        row.address_wanted.connect(self.address_wanted)
        return row


class PostRow(QWidget):
    """A post with its title, where and when it went out, and why it has its score.

    Signals:
        post_wanted: the post, when it is ours.
        address_wanted: where it stands on its network, when it is not.
    """

    post_wanted = Signal(int)
    address_wanted = Signal(str)

    def __init__(self, icons: "Icons") -> None:
        super().__init__()
        self._post: int | None = None
        self._address = ""
        self.link = LinkButton(icons, "", parent=self)
        self.link.clicked.connect(self._go)
        self._title = ElidedLabel(icons, font="medium", parent=self)
        self._where = Note(icons, parent=self)
        self._gone = Paragraph(icons, font="note", colour="warning", parent=self)
        self._gone.setText(self.tr("No longer on the network; its last figures are kept."))
        self._why = Paragraph(icons, font="note", colour="muted", parent=self)
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        for part in (self.link, self._title, self._where):
            first.addWidget(part)
        first.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.XS)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._gone)
        column.addWidget(self._why)

    def show_post(self, one: PostResult, asked: Asked) -> None:
        """Show a post."""
        title, gone = one.post.title or self.tr("Untitled"), one.post.gone_at is not None
        self._post, self._address = one.post.post, "" if gone else one.post.url
        leads = self._post is not None or bool(self._address)
        self.link.setText(_shortened(title) if leads else "")
        self.link.setToolTip(title)
        self.link.setVisible(leads)
        self._title.setText("" if leads else title)
        self._title.setVisible(not leads)
        say_when = when_words if one.post.hour_known else day_words
        when = say_when(one.post.published_at, asked.zone, asked.now)
        self._where.setText(f"{asked.name(one.post.account)} · {when}")
        self._gone.setVisible(gone)
        self._why.setText(score_words(one))

    @Slot()
    def _go(self) -> None:
        if self._post is not None:
            self.post_wanted.emit(self._post)
        else:
            self.address_wanted.emit(self._address)


def score_words(one: PostResult) -> str:
    """Explain the score of a post, or say why it has none."""
    if one.score is None:
        if not one.counts:
            return translate("Statistics", "No score: none of its reactions, comments and shares is known.")
        counts = _counts_words(one)
        told = translate("Statistics", "No score: too few earlier posts to compare with. {counts}")
        return told.format(counts=counts)
    parts = translate("Statistics", " + ", "between the parts of a sum").join(
        translate("Statistics", "{count} × {factor} ({metric})").format(
            count=words.figure_words(count), factor=factor, metric=metric_words(metric).lower()
        )
        for metric, count, factor in one.score.parts
    )
    told = translate(
        "Statistics", "Score {score}: {parts} = {weight}; the usual one of {posts} before it weighs {usual}."
    ).format(
        score=words.decimal_words(one.score.value),
        parts=parts,
        weight=words.figure_words(one.score.weight),
        posts=translate("Statistics", "%Ln post(s)", "", one.score.of),
        usual=words.decimal_words(one.score.usual),
    )
    if one.young:
        told += " " + translate("Statistics", "It is less than seven days old and may still grow.")
    elif one.late:
        told += " " + translate("Statistics", "Some figures were first read later than seven days after it.")
    return told


def _counts_words(one: PostResult) -> str:
    return ", ".join(
        f"{metric_words(metric)} {words.figure_words(count)}" for metric, count in one.counts.items()
    )


def _short(one: PostResult, untitled: str) -> str:
    return _shortened(one.post.title or untitled)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
