"""The curves of followers: counted, or as growth."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from cmstation.domain.metrics import Metric
from cmstation.ui.statistics.answers_curves import CurvesAnswer
from tests.ui.statistics.stat_stage import StatStage, texts


def measured(card: CurvesAnswer, words: str) -> None:
    """Click a segment above the curves."""
    button = next(one for one in card.measure.findChildren(QToolButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def columns(card: CurvesAnswer) -> dict[str, tuple[object, ...]]:
    chart = card.lines
    return dict(zip(chart.header(), zip(*chart.records(), strict=True), strict=True))


def test_growth_shows_small_accounts_beside_large_ones(stage: StatStage) -> None:
    card = stage.card(CurvesAnswer)
    today = stage.bench.statistics.today()
    told = stage.bench.statistics.curves(Metric.FOLLOWERS, None, today - timedelta(days=730), today)
    curves = [curve for _account, curve in told if curve.points]
    counted = columns(card)

    measured(card, "Growth")

    grown = columns(card)
    assert grown.keys() == counted.keys()
    shares = [curve.growth()[-1][1] for curve in curves]
    last = [next(one for one in reversed(values) if one is not None) for values in list(grown.values())[1:]]
    assert sorted(last) == sorted(round(share * 100, 1) for share in shares)  # type: ignore[type-var]
    assert any("grew most: +" in one for one in texts(card).split("\n"))


def test_the_gaps_of_growth_are_those_of_the_figures(stage: StatStage) -> None:
    card = stage.card(CurvesAnswer)
    counted = columns(card)

    measured(card, "Growth")
    grown = columns(card)
    measured(card, "Followers")

    for name in list(counted)[1:]:
        empty = [value is None for value in counted[name]]
        assert [value is None for value in grown[name]] == empty
    assert columns(card) == counted


def test_growth_stays_chosen_in_another_period(stage: StatStage) -> None:
    card = stage.card(CurvesAnswer)
    measured(card, "Growth")
    before = columns(card)

    QTest.keyClick(stage.tab, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    stage.settle()

    assert card.measure.current() == "growth"
    assert columns(card).keys() == before.keys()
