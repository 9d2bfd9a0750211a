"""Which editorial lines carry, and which form of post."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from cmstation.domain.stat_answers import FormResult, ThemeResult
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answer_card import ChartAnswer
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.charts.bar_chart import BarChart
from cmstation.ui.statistics.charts.figures import Bar, LineShare
from cmstation.ui.statistics.charts.formats import local_formats
from cmstation.ui.statistics.charts.share_bar import ShareBar
from cmstation.ui.statistics.folds import LazyFold
from cmstation.ui.theme.tokens import LIGHT, ColourRole
from cmstation.ui.wording_metrics import form_words

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_LAGS = 5  # per cent below the wish from which a line is said to be missing


class LinesAnswer(ChartAnswer):
    """Shares of the editorial lines."""

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        self.shares = ShareBar(icons, local_formats())
        super().__init__(icons, self.shares, parent)
        self._icons = icons
        self._asked: Asked | None = None
        self.fold = LazyFold(self._rows)
        self.set_details(self.fold)

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        self._asked = asked
        themes = asked.answers.themes
        self.shares.empty_words = self.tr("No post went out in this period.")
        self.shares.set_shares(
            [
                LineShare(
                    self._name(one),
                    one.share,
                    None if one.wished is None else one.wished / 100,
                    one.count,
                    _colour(one),
                )
                for one in themes
                if one.share is not None
            ]
        )
        sentence, change, tone = self._told(themes)
        self.set_words(self.tr("Editorial lines"), sentence, change, tone=tone)
        self.source.say(
            self.tr("Editorial lines"),
            self.tr("A post that went out on several accounts counts once."),
            self.tr("The share is the line’s part of all posts of the period; the mark is the wished share."),
        )
        self.fold.renew()
        self.renew()

    def _name(self, one: ThemeResult) -> str:
        return one.theme.name if one.theme is not None else self.tr("Without a line")

    def _told(self, themes: Sequence[ThemeResult]) -> tuple[str, str, ColourRole]:
        known = [one for one in themes if one.share is not None and one.theme is not None]
        if not known:
            return self.tr("No post of this period has an editorial line."), "", "muted"
        lagging = [one for one in known if _lag(one) >= _LAGS]
        best = max((one for one in known if one.claim), key=lambda one: one.median or 0, default=None)
        carried = ""
        if best is not None and best.median is not None:
            carried = self.tr("“{line}” does best of all lines: score {score} (1 is usual).").format(
                line=self._name(best), score=words.decimal_words(best.median)
            )
        if lagging:
            worst = max(lagging, key=_lag)
            told = self.tr("“{line}” is missing: {share} of the posts, {wished} wished.").format(
                line=self._name(worst),
                share=words.percent_words(worst.share or 0),
                wished=words.percent_words((worst.wished or 0) / 100),
            )
            return told, carried, "muted"
        first = max(known, key=lambda one: one.share or 0)
        told = self.tr("“{line}” has the largest part: {share} of the posts.").format(
            line=self._name(first), share=words.percent_words(first.share or 0)
        )
        return told, carried, "muted"

    def _rows(self) -> Iterator[QWidget]:
        themes = self._asked.answers.themes if self._asked is not None else ()
        return (Paragraph(self._icons, self._row_words(one)) for one in themes)

    def _row_words(self, one: ThemeResult) -> str:
        name, count = self._name(one), self.tr("%Ln post(s)", "", one.count)
        if one.claim and one.median is not None:
            told = self.tr("{line}: {posts}, score {score} over %n publication(s)", "", one.scored)
            return told.format(line=name, posts=count, score=words.decimal_words(one.median))
        told = self.tr("{line}: {posts}; %n publication(s) with a score, too few to say more", "", one.scored)
        return told.format(line=name, posts=count)


class FormsAnswer(ChartAnswer):
    """Text, picture, video, link."""

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        self.bars = BarChart(icons, local_formats())
        super().__init__(icons, self.bars, parent)

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        forms = asked.answers.forms
        self.bars.empty_words = self.tr("No post went out in this period.")
        self.bars.set_bars(
            [
                Bar(
                    form_words(one.form),
                    one.median if one.claim else None,
                    detail=self.tr("%Ln post(s)", "", one.count),
                )
                for one in forms
            ],
            value_name=self.tr("Median score"),
        )
        self.set_words(self.tr("By form"), *self._told(forms))
        self.source.say(
            self.tr("By form"),
            self.tr("Median score of the posts of each form; with fewer than five, nothing is claimed."),
        )
        self.renew()

    def _told(self, forms: Sequence[FormResult]) -> tuple[str, str]:
        if not forms:
            return self.tr("No post went out in this period."), ""
        first = forms[0]
        most = self.tr("{share} of the publications are “{form}”.").format(
            share=words.percent_words(first.share), form=form_words(first.form).lower()
        )
        claimed = [one for one in forms if one.claim and one.median is not None]
        if not claimed:
            return most, self.tr("There are too few posts with a score to say which form does best.")
        best = max(claimed, key=lambda one: one.median or 0)
        if len(claimed) == 1:
            told = self.tr("“{form}” has a median score of {score} (1 is usual).")
        else:
            told = self.tr("“{form}” does best: score {score} (1 is usual).")
        score = words.decimal_words(best.median or 0)
        return told.format(form=form_words(best.form), score=score), most


def _lag(one: ThemeResult) -> float:
    return 0.0 if one.wished is None or one.share is None else one.wished - 100 * one.share


def _colour(one: ThemeResult) -> ColourRole:
    if one.theme is None or not hasattr(LIGHT, one.theme.colour):
        return "muted"
    return cast("ColourRole", one.theme.colour)
