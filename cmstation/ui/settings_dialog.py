"""The settings: few, each with what it does."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cmstation.domain.planned_time import USUAL_ZONE
from cmstation.ui.campaign_link_fields import CampaignLinkFields
from cmstation.ui.dates import zone_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Paragraph, SectionTitle, Words
from cmstation.ui.theme.tokens import Space

_LABELS = 136


@dataclass(frozen=True, slots=True)
class SettingsValues:
    """What the dialog shows and gives back.

    Args:
        language: "fr", "en", "" for the system's.
        theme: "system", "light", "dark".
        motion: False when nothing may move, None to ask the system.
        marks_links: links to the clinic's own sites carry campaign marks.
        own_sites: hosts of the clinic's sites beside those it publishes on.
        known_sites: hosts of the sites it publishes on; only shown.
        zone: IANA name.
    """

    clinic: str = ""
    zone: str = USUAL_ZONE
    countdown_seconds: int = 8
    always_last_look: bool = False
    grace_minutes: int = 30
    language: str = ""
    theme: str = "system"
    bundled_font: bool = True
    motion: bool | None = None
    marks_links: bool = False
    own_sites: tuple[str, ...] = ()
    known_sites: tuple[str, ...] = ()


class SettingsDialog(DialogFrame):
    """Show the settings in three groups.

    Signals:
        saved: the `SettingsValues` that the person wants.
    """

    saved = Signal(object)

    def __init__(
        self, icons: Icons, values: SettingsValues, zones: Sequence[str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, self.tr("Settings"), parent=parent)
        self._values = values
        self.setModal(True)
        self.setMinimumWidth(960)
        self._clinic = QLineEdit(values.clinic)
        self._zone = QComboBox()
        self._countdown = self._spin(0, 60, values.countdown_seconds, self.tr(" s"))
        self._last_look = QCheckBox(self.tr("Always show the last look before publishing"))
        self._grace = self._spin(1, 24 * 60, values.grace_minutes, self.tr(" min"))
        self.links = CampaignLinkFields(icons, values.own_sites, values.known_sites, self)
        self.links.box.setChecked(values.marks_links)
        self._language = Segmented(icons, self.tr("Language"))
        self._theme = Segmented(icons, self.tr("Colours"))
        self._font = Segmented(icons, self.tr("Typeface"))
        self._motion = QCheckBox(self.tr("No movement on screen"))
        self._fill(zones)
        self._lay_out()

    def values(self) -> SettingsValues:
        """Return what is chosen now."""
        motion = False if self._motion.isChecked() else (None if self._values.motion is None else True)
        language = self._language.current()
        return SettingsValues(
            clinic=self._clinic.text().strip(),
            zone=str(self._zone.currentData() or self._values.zone),
            countdown_seconds=self._countdown.value(),
            always_last_look=self._last_look.isChecked(),
            grace_minutes=self._grace.value(),
            language="" if language == "system" else language,
            theme=self._theme.current(),
            bundled_font=self._font.current() == "inter",
            motion=motion,
            marks_links=self.links.box.isChecked(),
            own_sites=self.links.sites(),
            known_sites=self._values.known_sites,
        )

    def _fill(self, zones: Sequence[str]) -> None:
        values = self._values
        for zone in zones:
            area = zone.partition("/")[0]
            self._zone.addItem(self.tr("{city} ({area})").format(city=zone_words(zone), area=area), zone)
        self._zone.setCurrentIndex(self._zone.findData(values.zone))
        self._zone.setEditable(True)
        self._zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self._zone.model(), self._zone)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._zone.setCompleter(completer)
        self._last_look.setChecked(values.always_last_look)
        for key, words in (("system", self.tr("System")), ("fr", "Français"), ("en", "English")):
            self._language.add(key, words)
        self._language.choose(values.language or "system")
        for key, words in (
            ("system", self.tr("System")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self._theme.add(key, words)
        self._theme.choose(values.theme)
        for key, words in (("inter", "Inter"), ("system", self.tr("System"))):
            self._font.add(key, words)
        self._font.choose("inter" if values.bundled_font else "system")
        self._motion.setChecked(values.motion is False)

    def _lay_out(self) -> None:
        # Side by side: all of it has to fit a screen of 768 lines.
        columns = QHBoxLayout()
        columns.setSpacing(Space.XXL)
        self.body.addLayout(columns)
        self.body.addStretch(1)
        self._grid = _column(columns, _LABELS, 3)
        self._group(self.tr("The clinic"))
        self._row(self.tr("&Name"), self._clinic)
        self._row(self.tr("&Time zone"), self._zone)
        self._group(self.tr("Publishing"))
        wait = self.tr("How long a publication waits for Cancel; nothing leaves before. 0 sends at once.")
        self._row(self.tr("&Countdown"), self._countdown, wait)
        self._row("", self._last_look)
        late = self.tr("A post that is later than this, after a sleep for instance, asks before it leaves.")
        self._row(self.tr("&Late by at most"), self._grace, late)
        self._row("", self.links.box, self.links.meaning)
        sites = self._row(self.tr("&Other sites"), self.links.field)
        self._grid.addWidget(self.links.note, self._grid.rowCount(), 1)
        for part in (sites, self.links.field, self.links.note):
            part.setVisible(self.links.box.isChecked())
            self.links.box.toggled.connect(part.setVisible)
        self._grid = _column(columns, 0, 2)
        self._group(self.tr("Look"))
        again = self.tr("Language and typeface change at the next start.")
        self._row(self.tr("Language"), self._language, again)
        self._row(self.tr("Colours"), self._theme)
        self._row(self.tr("Typeface"), self._font)
        self._row("", self._motion)
        self.add_cancel()
        self.save = PrimaryButton(self.icons, self.tr("Save"))
        self.save.clicked.connect(self._save)
        self.add_button(self.save, default=True)

    def _group(self, title: str) -> None:
        place = self._grid.rowCount()
        if place > 1:
            self._grid.setRowMinimumHeight(place, Space.M)
            place += 1
        self._grid.addWidget(SectionTitle(self.icons, title), place, 0, 1, 2)

    def _row(self, label: str, field: QWidget, explanation: str = "") -> Words:
        place = self._grid.rowCount()
        words = Words(self.icons, label, parent=self)
        words.setVisible(bool(label))
        if label:
            words.setBuddy(field)
            self._grid.addWidget(words, place, 0, Qt.AlignmentFlag.AlignVCenter)
            field.setAccessibleName(label.replace("&", ""))
        wide = isinstance(field, QLineEdit | QComboBox)
        if wide:
            self._grid.addWidget(field, place, 1)
        else:
            self._grid.addWidget(field, place, 1, Qt.AlignmentFlag.AlignLeft)
        if explanation:
            note = Paragraph(self.icons, explanation, font="note", colour="muted")
            self._grid.addWidget(note, place + 1, 1)
            field.setAccessibleDescription(explanation)
        return words

    def _spin(self, least: int, most: int, value: int, unit: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(least, most)
        spin.setValue(value)
        spin.setSuffix(unit)
        spin.setMinimumWidth(112)
        return spin

    def _save(self) -> None:
        if self.links.box.isChecked() and self.links.refused():
            self.links.field.setFocus()
            return
        self.saved.emit(self.values())
        self.accept()


def _column(row: QHBoxLayout, labels: int, stretch: int) -> QGridLayout:
    """Add a column of labels and fields; what it holds stays at its top."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.S)
    grid.setColumnMinimumWidth(0, labels)
    grid.setColumnStretch(1, 1)
    holder = QVBoxLayout()
    holder.addLayout(grid)
    holder.addStretch(1)
    row.addLayout(holder, stretch)
    return grid
