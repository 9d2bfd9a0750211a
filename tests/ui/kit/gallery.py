"""Shows every widget of the kit on one page: `python -m tests.ui.kit.gallery FOLDER` writes pictures."""

import sys
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSlider,
    QSpinBox,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cmstation.resource_files import resource
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import (
    DangerButton,
    GhostButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
    SplitButton,
)
from cmstation.ui.kit.choices import GhostCombo, Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.kit.fields import SearchField, TitleField
from cmstation.ui.kit.flow_layout import FlowLayout
from cmstation.ui.kit.labels import ElidedLabel, Note, PageTitle, Paragraph, SectionTitle, Words
from cmstation.ui.kit.networks import NetworkLabel
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.kit.pills import Counter, KeyCap, Pill
from cmstation.ui.kit.states import STATE_MARKS, StateLabel
from cmstation.ui.kit.surfaces import Card, Panel
from cmstation.ui.kit.tabs import TabMark, TabStrip
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.theme.tokens import Height, Space
from tests.ui.kit.gallery_rows import RowDelegate, Rows

_NETWORKS = [
    "wordpress",
    "facebook",
    "x",
    "bluesky",
    "linkedin",
    "mastodon",
    "instagram",
    "threads",
    "youtube",
    "tumblr",
    "scoopit",
    "google_business",
]


class Gallery(QWidget):
    """Every widget of the kit, in the arrangement of the main screen."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.icons = icons
        self.setWindowTitle("CM Station")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        panes = QSplitter()
        panes.addWidget(self._list())
        panes.addWidget(self._middle())
        panes.addWidget(self._right())
        panes.setSizes([300, 746, 320])
        column.addWidget(panes, 1)
        self.resize(1366, 768)

    def _header(self) -> QWidget:
        icons = self.icons
        head = Panel(icons, "surface", Qt.Edge.BottomEdge)
        head.setFixedHeight(Height.TABS)
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.S, 0, Space.L, 0)
        tabs = TabStrip(icons, "Onglets")
        for name in ("Calendrier", "Brouillons", "Veille"):
            tabs.add(name)
        tabs.add("Échanges", TabMark(counter="3"))
        tabs.add("Statistiques")
        tabs.setCurrentIndex(1)
        row.addWidget(tabs, 1)
        palette = GhostButton(icons, "Chercher ou agir", icon="search")
        palette.setProperty("kind", "secondary")
        palette.setProperty("align", "left")
        palette.setFixedWidth(272)
        row.addWidget(palette)
        row.addWidget(Words(icons, "En ligne", colour="good"))
        row.addWidget(Counter(icons, 3, "warning"))
        row.addWidget(KeyCap(icons, "Ctrl+K"))
        return head

    def _list(self) -> QWidget:
        icons = self.icons
        pane = Panel(icons, "surface")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, Space.M, 0, 0)
        top = QHBoxLayout()
        top.setContentsMargins(Space.L, 0, Space.L, 0)
        self.search = SearchField(icons, "Chercher un brouillon")
        top.addWidget(self.search, 1)
        top.addWidget(IconButton(icons, "plus", "Nouveau", kind="secondary", size="normal"))
        column.addLayout(top)
        filters = QHBoxLayout()
        filters.setContentsMargins(Space.S, 0, 0, 0)
        filters.setSpacing(Space.XS)
        for name in ("État", "Thème", "Compte"):
            combo = GhostCombo(icons, name)
            combo.add_choice(1, "Prévention", square="info")
            filters.addWidget(combo)
        filters.addStretch(1)
        column.addLayout(filters)
        self.rows = QListView()
        self.rows.setFrameShape(QListView.Shape.NoFrame)
        self.rows.setMouseTracking(True)
        self.rows.setModel(Rows(self))
        self.rows.setItemDelegate(RowDelegate(icons, self.rows))
        self.rows.setCurrentIndex(self.rows.model().index(1, 0))
        column.addWidget(self.rows, 1)
        return pane

    def _middle(self) -> QWidget:
        icons = self.icons
        pane = Panel(icons, "surface")
        column = QVBoxLayout(pane)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        title = QHBoxLayout()
        field = TitleField(icons, "Titre")
        field.setText("Octobre rose : le dépistage près de chez vous")
        title.addWidget(field, 1)
        title.addWidget(StateLabel(icons, "draft"))
        title.addWidget(IconButton(icons, "more", "Autres actions"))
        column.addLayout(title)
        line = QHBoxLayout()
        theme_combo = GhostCombo(icons, "Thème")
        theme_combo.add_choice(1, "Prévention", square="info")
        theme_combo.add_choice(2, "Vie de la clinique", square="accent")
        theme_combo.choose(1)
        line.addWidget(theme_combo)
        line.addWidget(GhostCombo(icons, "Octobre rose 2026", icon="flag"))
        line.addWidget(GhostButton(icons, "dépistage, sein", icon="tag", size="small"))
        line.addStretch(1)
        column.addLayout(line)
        self.versions = TabStrip(icons, "Versions", versions=True)
        self.versions.add("Base")
        self.versions.add("Site", TabMark(icons.network("wordpress")))
        self.versions.add("Facebook", TabMark(icons.network("facebook"), dot=True, counter="412"))
        at = self.versions.add(
            "Bluesky", TabMark(icons.network("bluesky"), dot=True, counter="328/300", alarm=True)
        )
        self.versions.add("LinkedIn", TabMark(icons.network("linkedin"), counter="341"))
        self.versions.setCurrentIndex(at)
        column.addWidget(self.versions)
        note = QHBoxLayout()
        note.addWidget(Note(icons, "Texte propre à Bluesky, détaché de la base."))
        note.addWidget(LinkButton(icons, "Comparer", font="note_medium"))
        note.addWidget(LinkButton(icons, "Revenir à la base", font="note_medium"))
        note.addStretch(1)
        column.addLayout(note)
        text = QPlainTextEdit("Notre camion s’arrête place des Tilleuls.")
        text.setFont(icons.theme.font("post"))
        text.setFixedHeight(64)
        column.addWidget(text)
        column.addLayout(self._buttons())
        column.addLayout(self._plain_widgets())
        states = FlowLayout(spacing=Space.L)
        for state in STATE_MARKS:
            states.addWidget(StateLabel(icons, state))
        column.addLayout(states)
        pills = FlowLayout()
        for tone in ("muted", "accent", "danger", "warning", "good", "info", "plum"):
            pills.addWidget(Pill(icons, "Texte alternatif", tone, icon="check"))
        column.addLayout(pills)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(Note(icons, "Enregistré à 09:41"))
        foot.addStretch(1)
        when = GhostCombo(icons, "Aujourd’hui, 18:00", icon="clock", outlined=True, size="normal")
        when.add_choice(1, "Demain, 08:30")
        foot.addWidget(when)
        publish = SplitButton(icons, "Publier…")
        publish.setMenu(QMenu(publish))
        foot.addWidget(publish)
        column.addLayout(foot)
        return pane

    def _buttons(self) -> QHBoxLayout:
        icons = self.icons
        row = QHBoxLayout()
        self.primary = PrimaryButton(icons, "Nouveau", icon="plus")
        row.addWidget(self.primary)
        row.addWidget(SecondaryButton(icons, "Premier commentaire", icon="chat"))
        row.addWidget(GhostButton(icons, "Plus tard"))
        row.addWidget(DangerButton(icons, "Supprimer"))
        refused = SecondaryButton(icons, "Refusé", icon="check")
        refused.set_reason("Un avis manque.")
        row.addWidget(refused)
        row.addStretch(1)
        segments = Segmented(icons, "Vue")
        for key in ("Mois", "Semaine", "Jour"):
            segments.add(key, key)
        row.addWidget(segments)
        return row

    def _plain_widgets(self) -> QGridLayout:
        grid = QGridLayout()
        combo = QComboBox()
        combo.addItems(["Non lus", "Tous"])
        grid.addWidget(combo, 0, 0)
        spin = QSpinBox()
        spin.setValue(12)
        grid.addWidget(spin, 0, 1)
        wrong = QLineEdit("12/2026")
        wrong.setProperty("invalid", True)
        grid.addWidget(wrong, 0, 2)
        grid.addWidget(QLineEdit(placeholderText="Lien"), 0, 3)
        checked = QCheckBox("Photos décrites")
        checked.setChecked(True)
        grid.addWidget(checked, 1, 0)
        grid.addWidget(QCheckBox("Prévenir"), 1, 1)
        radio = QRadioButton("Maintenant")
        radio.setChecked(True)
        grid.addWidget(radio, 1, 2)
        bar = QProgressBar()
        bar.setValue(34)
        grid.addWidget(bar, 1, 3)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setValue(40)
        grid.addWidget(slider, 1, 4)
        off = QComboBox()
        off.addItem("Hors ligne")
        off.setEnabled(False)
        grid.addWidget(off, 0, 4)
        return grid

    def _right(self) -> QWidget:
        icons = self.icons
        pane = Panel(icons, "bg")
        column = QVBoxLayout(pane)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        top = QHBoxLayout()
        top.addWidget(SectionTitle(icons, "Aperçu"), 1)
        for place, key in enumerate(_NETWORKS[:5]):
            button = IconButton(icons, icons.network(key), key, role="muted", checkable=True)
            button.setChecked(place == 3)
            top.addWidget(button)
        column.addLayout(top)
        card = Card(icons)
        inside = QVBoxLayout(card)
        inside.addWidget(PageTitle(icons, "Clinique"))
        inside.addWidget(
            Paragraph(icons, "En octobre, un geste simple peut tout changer : dès 50 ans, la mammographie…")
        )
        inside.addWidget(ElidedLabel(icons, "Une ligne beaucoup trop longue pour la place qui reste ici"))
        column.addWidget(card)
        glyphs = FlowLayout(spacing=Space.L)
        for key in _NETWORKS:
            glyphs.addWidget(NetworkLabel(icons, key, key))
        column.addLayout(glyphs)
        tabs = QTabWidget()
        table = QTableWidget(4, 3)
        table.setHorizontalHeaderLabels(["Compte", "Portée", "Date"])
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        for row in range(4):
            for col in range(3):
                table.setItem(row, col, QTableWidgetItem(f"{row * 111} · {col}"))
        table.selectRow(1)
        tabs.addTab(table, "Tableau")
        tabs.addTab(QWidget(), "Courbe")
        column.addWidget(tabs, 1)
        return pane


class IconSheet(QWidget):
    """Every icon, at the sizes in use."""

    def __init__(self, icons: Icons, names: list[str]) -> None:
        super().__init__()
        self._icons = icons
        self._names = names
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.resize(1280, 40 + 52 * ((len(names) + 9) // 10))

    def paintEvent(self, _event: object, /) -> None:
        painter = QPainter(self)
        for place, name in enumerate(self._names):
            x, y = 16 + 126 * (place % 10), 16 + 52 * (place // 10)
            for step, size in enumerate((12, 14, 16, 20, 28)):
                self._icons.paint(painter, x + (0, 14, 30, 48, 72)[step], y, name, "text", size)
            draw_elided(
                painter, QRect(x, y + 24, 120, 16), name, self._icons.theme, font="heat", colour="muted"
            )


def empty_state(icons: Icons) -> QWidget:
    """Show the first run as in the pictures."""
    page = EmptyState(
        icons,
        "Écrivez votre premier post",
        "Un seul texte, puis une version pour chaque réseau. Tout s’enregistre au fil de la frappe, "
        "même sans connexion. Rien ne part sans votre accord.",
        action="Écrire un post",
        action_icon="draft",
        keys="Ctrl+N",
        keys_word="ou",
    )
    page.add_card("link", "Brancher un compte", "Votre site, Bluesky, Mastodon, puis les autres, pas à pas.")
    page.add_card(
        "calendar", "Reprendre un planning", "Un fichier Excel, CSV ou iCalendar que vous tenez déjà."
    )
    page.add_card("eye", "Voir un exemple", "Une clinique fictive, remplie, qui ne publie nulle part.")
    page.resize(1066, 660)
    return page


def dialog(icons: Icons, parent: QWidget) -> DialogFrame:
    """Show a dialog over a window."""
    frame = DialogFrame(icons, "Publier — dernier regard", parent=parent)
    frame.setModal(True)
    frame.resize(720, 360)
    frame.body.addWidget(PageTitle(icons, "Octobre rose : le dépistage près de chez vous"))
    frame.body.addWidget(Paragraph(icons, "5 comptes · mardi 13 octobre, heure de Paris", colour="muted"))
    frame.body.addStretch(1)
    frame.add_foot_left(LinkButton(icons, "Copier le détail technique", icon="copy"))
    frame.add_button(SecondaryButton(icons, "Revenir au texte"))
    frame.add_button(PrimaryButton(icons, "Confirmer les 5 publications"), default=True)
    return frame


def take_pictures(app: QApplication, theme: Theme, icons: Icons, folder: Path) -> None:
    """Write the pictures of both themes, switching live."""
    folder.mkdir(parents=True, exist_ok=True)
    gallery, empty = Gallery(icons), empty_state(icons)
    names = sorted(path.stem for path in resource("icons").glob("*.svg"))
    names += [f"networks/{key}" for key in _NETWORKS]
    sheet = IconSheet(icons, names)
    gallery.show()
    gallery.activateWindow()
    front = dialog(icons, gallery)
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        theme.choose(choice)
        gallery.primary.setFocus()
        app.processEvents()
        gallery.grab().save(str(folder / f"gallery-{choice}.png"))
        empty.grab().save(str(folder / f"empty-{choice}.png"))
        sheet.grab().save(str(folder / f"icons-{choice}.png"))
        front.open()
        app.processEvents()
        app.primaryScreen().grabWindow(0).save(str(folder / f"dialog-{choice}.png"))
        front.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, choice is ThemeChoice.DARK)
        front.hide()
    front.close()


def main() -> int:
    """Show the gallery, or write its pictures into the folder that is named."""
    app = QApplication(sys.argv[:1])
    theme = Theme(ThemeChoice.LIGHT)
    theme.apply(app)
    icons = Icons(theme)
    if len(sys.argv) > 1:
        take_pictures(app, theme, icons, Path(sys.argv[1]))
        return 0
    gallery = Gallery(icons)
    gallery.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
