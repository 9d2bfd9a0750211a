"""Where the clinic stands among the accounts of others that the person listed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.choices import GhostCombo
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answer_card import ChartAnswer
from cmstation.ui.statistics.asked import Asked, Ranking
from cmstation.ui.statistics.charts.bar_chart import BarChart
from cmstation.ui.statistics.charts.figures import Bar
from cmstation.ui.statistics.charts.formats import local_formats

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons


class PeersAnswer(ChartAnswer):
    """The rank by followers, network by network.

    Signals:
        peers_wanted: the list of peers is to be changed.
    """

    peers_wanted = Signal()

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        self.bars = BarChart(icons, local_formats())
        super().__init__(icons, self.bars, parent)
        self._rankings: tuple[Ranking, ...] = ()
        self.network = GhostCombo(icons, self.tr("Network"), outlined=True)
        self.network.chosen.connect(self._choose)
        self.edit = LinkButton(icons, self.tr("List of peers…"))
        self.edit.clicked.connect(self.peers_wanted)
        row = QHBoxLayout()
        row.addWidget(self.network)
        row.addWidget(self.edit)
        row.addStretch(1)
        self._column.insertLayout(1, row)

    def show_asked(self, asked: Asked) -> None:
        """Show a period."""
        self._rankings = asked.rankings
        chosen = self.network.current()
        self.network.clear_choices()
        for ranking in self._rankings:
            self.network.add_choice(ranking.network, ranking.network)
        networks = [ranking.network for ranking in self._rankings]
        self.network.setVisible(len(networks) > 1)
        if networks:
            self._choose(chosen if chosen in networks else networks[0])
            return
        self.bars.empty_words = self.tr("Nobody is listed.")
        self.bars.set_bars((), value_name=self.tr("Followers"))
        self.set_words(
            self.tr("Among other clinics"),
            self.tr("No other clinic is listed yet."),
            self.tr("List the public accounts of a few, and you see where you stand."),
        )
        self.source.say("", "")
        self.renew()

    def _choose(self, network: object) -> None:
        self.network.choose(network)
        ranking = next(one for one in self._rankings if one.network == network)
        self.bars.set_bars(
            [
                Bar(
                    rank.name,
                    rank.value,
                    detail=self.tr("you") if rank.account is not None else "",
                    colour="accent" if rank.account is not None else "muted",
                )
                for rank in ranking.ranks
            ],
            value_name=self.tr("Followers"),
        )
        self.set_words(self.tr("Among other clinics"), *self._told(ranking))
        self.source.say(
            self.tr("Among other clinics"),
            self.tr("Followers as the networks show them to everybody, or as you entered them."),
        )
        self.renew()

    def _told(self, ranking: Ranking) -> tuple[str, str]:
        known = [rank for rank in ranking.ranks if rank.value is not None]
        own = next((rank for rank in known if rank.account is not None), None)
        unknown = len(ranking.ranks) - len(known)
        rest = (
            self.tr("%n account(s) have no known figure and are not counted.", "", unknown) if unknown else ""
        )
        if own is None or own.place is None:
            told = self.tr("Your own followers on {network} are not known, so there is no rank.")
            return told.format(network=ranking.network), rest
        told = self.tr("On {network}, you are number {place} of {count} by followers.")
        return (
            told.format(network=ranking.network, place=own.place, count=words.figure_words(len(known))),
            rest,
        )
