"""Start a post from a template with its variables filled, or keep a text as a template."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from cmstation.domain.drafts import Draft
from cmstation.domain.folding import storable
from cmstation.domain.labels import Template
from cmstation.domain.templates import filled, variables_in
from cmstation.ui.dates import full_day_words, local_day
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton, PrimaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle, Paragraph, SectionTitle, Words
from cmstation.ui.kit.surfaces import Card
from cmstation.ui.theme.tokens import Height, Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

LIST = 220


class TemplateDialog(DialogFrame):
    """Chooses a template and fills its variables.

    Signals:
        made: the new post.
    """

    made = Signal(object)

    def __init__(
        self, icons: Icons, station: "Station", commands: "Commands", parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, self.tr("New from a template"), parent=parent)
        self._station, self._commands = station, commands
        self._templates: tuple[Template, ...] = ()
        self._fields: dict[str, QLineEdit] = {}
        self._values: dict[str, str] = {}
        self.list = QListWidget(self)
        self.list.setFixedWidth(LIST)
        self.list.setAccessibleName(self.tr("Templates"))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(Space.L)
        self._form.setVerticalSpacing(Space.S)
        self._hint = Note(icons, self.tr("Looking…"), parent=self)
        self._title = SectionTitle(icons, "", parent=self)
        self._title.setWordWrap(True)
        self._text = Paragraph(icons, "", parent=self)
        self.start = PrimaryButton(icons, self.tr("Start the post"), parent=self)
        self._forget = LinkButton(icons, self.tr("Forget this template"), icon="trash", parent=self)
        self._lay_out(icons)
        self.list.currentRowChanged.connect(self._show)
        self._ask()
        self.resize(760, 520)

    def _lay_out(self, icons: Icons) -> None:
        card = Card(icons, "surface", parent=self)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        inside.addWidget(self._title)
        inside.addWidget(self._text)
        inside.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(Space.M)
        right.addLayout(self._form)
        right.addWidget(card, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.body.addWidget(PageTitle(icons, self.tr("New from a template"), parent=self))
        self.body.addWidget(self._hint)
        self.body.addLayout(row, 1)
        self.add_cancel()
        self.start.clicked.connect(self._start)
        self.start.setEnabled(False)
        self._forget.clicked.connect(self._forget_template)
        self._forget.hide()
        self.add_foot_left(self._forget)
        self.add_button(self.start, default=True)

    def field(self, variable: str) -> QLineEdit:
        """Return the field of a variable of the chosen template."""
        return self._fields[variable]

    def _ask(self) -> None:
        self._commands.ask(self._station.labels.templates, self._fill, owner=self)

    def _fill(self, templates: tuple[Template, ...]) -> None:
        self._templates = templates
        self.list.clear()
        self.list.addItems([template.name for template in templates])
        if templates:
            self._hint.setText(self.tr("What stays empty is asked for again before the post leaves."))
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._hint.setText(
                self.tr("No template yet. Keep one from a post: its menu has “Keep as a template”.")
            )
            self._show(-1)

    @property
    def _chosen(self) -> Template | None:
        place = self.list.currentRow()
        return self._templates[place] if 0 <= place < len(self._templates) else None

    @Slot(int)
    def _show(self, _place: int) -> None:
        template = self._chosen
        while self._form.rowCount():
            self._form.removeRow(0)
        self._fields = {}
        self.start.setEnabled(template is not None)
        self._forget.setVisible(template is not None)
        if template is not None:
            for name in variables_in(template.title, template.text):
                self._add_field(name)
        self._look()

    def _add_field(self, name: str) -> None:
        field = QLineEdit(self._values.get(name) or self._known(name), self)
        field.setAccessibleName(name)
        field.textChanged.connect(self._look)
        self._fields[name] = field
        words = Words(self.icons, name, parent=self)
        words.setFixedHeight(Height.CONTROL)
        self._form.addRow(words, field)

    def _known(self, name: str) -> str:
        """Return what the program knows by itself."""
        if name.casefold() in {"clinic", "clinique"}:
            return self._station.preferences.clinic()
        if name.casefold() == "date":
            today = local_day(self._station.clock.now(), self._station.preferences.zone())
            words = full_day_words(today, with_year=False)
            return words[:1].lower() + words[1:] if QLocale().language() is QLocale.Language.French else words
        return ""

    def _filled(self) -> dict[str, str]:
        return {name: storable(field.text().strip()) for name, field in self._fields.items()}

    @Slot()
    def _look(self) -> None:
        """Show the post as it would start."""
        values = self._filled()
        self._values.update(values)
        template = self._chosen
        self._title.setText("" if template is None else filled(template.title, values))
        self._text.setText("" if template is None else filled(template.text, values))

    @Slot()
    def _start(self) -> None:
        template, values = self._chosen, self._filled()
        if template is None:
            return
        drafts, chosen = self._station.drafts, template.id
        self.start.setEnabled(False)
        self._commands.run(
            lambda: drafts.from_template(chosen, values), done=self._tell, failed=self._refused, owner=self
        )

    def _tell(self, draft: Draft) -> None:
        self.made.emit(draft)
        self.accept()

    def _refused(self, _error: Exception) -> bool:
        self.start.setEnabled(True)
        return False

    @Slot()
    def _forget_template(self) -> None:
        template, labels = self._chosen, self._station.labels
        if template is None:
            return
        chosen = template.id
        self._commands.run(lambda: labels.remove_template(chosen))
        self._ask()


class KeepTemplateDialog(DialogFrame):
    """Keeps the text of a post to start others from."""

    def __init__(
        self,
        icons: Icons,
        draft: Draft,
        station: "Station",
        commands: "Commands",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, self.tr("Keep as a template"), parent=parent)
        self._draft, self._station, self._commands = draft, station, commands
        self.name = QLineEdit(draft.title, self)
        self.name.setAccessibleName(self.tr("Name of the template"))
        self.name.setPlaceholderText(self.tr("Name of the template"))
        hint = self.tr(
            "Words between double braces, such as {{date}} or {{place}}, will be asked for each time."
        )
        self.body.addWidget(PageTitle(icons, self.tr("Keep as a template"), parent=self))
        self.body.addWidget(Paragraph(icons, hint, colour="muted", parent=self))
        self.body.addWidget(self.name)
        names = ", ".join(variables_in(draft.title, draft.text))
        if names:
            words = self.tr("Asked for in this one: {names}").format(names=names)
            self.body.addWidget(Note(icons, words, parent=self))
        self.body.addStretch(1)
        self.add_cancel()
        self.keep = PrimaryButton(icons, self.tr("Keep"), parent=self)
        self.keep.clicked.connect(self._keep)
        self.add_button(self.keep, default=True)
        self.name.textChanged.connect(self._look)
        self._look()
        self.resize(520, 260)
        self.name.selectAll()
        self.name.setFocus()

    @Slot()
    def _look(self) -> None:
        reason = "" if self.name.text().strip() else self.tr("Give the template a name first.")
        self.keep.set_reason(reason)

    @Slot()
    def _keep(self) -> None:
        labels, draft, name = self._station.labels, self._draft, storable(self.name.text().strip())
        self._commands.run(lambda: labels.add_template(name, draft.title, draft.text))
        self.accept()
