"""What can be watched, in a few lines."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph, Words
from cmstation.ui.theme.tokens import Space


class HintPage(QWidget):
    """Lines to read before something is typed."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.XS, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(Words(icons, self.tr("What can be watched"), font="strong"))
        for line in (
            self.tr("A site or a page: its feed is found by itself, if it has one."),
            self.tr("A feed, a Google Alert, a Scoop.it topic, a podcast, a YouTube channel."),
            self.tr("An account or a tag: @name@server on Mastodon, @name.bsky.social on Bluesky."),
            self.tr("Words: they are looked for in PubMed, on Bluesky and in the news."),
            self.tr("Newsletters: those of a folder of a mailbox, through “A mailbox’s newsletters”."),
        ):
            column.addWidget(Paragraph(icons, line, colour="muted"))
        column.addStretch(1)
