"""A rule in words: what must be said, what may be, what must not, and the exceptions of single sources."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from cmstation.domain.watch_rule_remarks import Remark, looks_wrong
from cmstation.domain.watch_rule_terms import Term, terms, terms_text
from cmstation.domain.watch_rules import Rule
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.choices import GhostCombo
from cmstation.ui.kit.labels import Paragraph, Words
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.rule_words import remark_words

EVERY = 0  # no source has this identity
_MOST_TOLD = 2


class RuleBuilder(QWidget):
    """The fields of a rule.

    Signals:
        changed: the rule is another one now.
    """

    changed = Signal()

    def __init__(
        self, icons: Icons, rule: Rule, sources: Mapping[int, str], *, parent: QWidget | None = None
    ) -> None:
        """Show a rule.

        Args:
            sources: names of those that the list looks at.
        """
        super().__init__(parent)
        self._icons = icons
        self._rule = replace(rule, per_source=())
        self._own = dict(rule.per_source)
        self._sources = dict(sources)
        self._whose = EVERY
        self.whose = GhostCombo(icons, self.tr("Rule for"), outlined=True, size="normal", parent=self)
        self.again = LinkButton(icons, self.tr("Follow the list’s rule again"), parent=self)
        self.must = self._field(self.tr("All of these words"), self.tr("clinique"))
        self.any = self._field(
            self.tr("At least one of these"), self.tr("télémed*, “maison de santé”, cancer ~5 dépistage")
        )
        self.none = self._field(self.tr("None of these"), self.tr("offre d’emploi, vétérinaire"))
        self.titles = QCheckBox(self.tr("Look &only in titles"), self)
        self.remarks = Paragraph(icons, "", font="note", colour="warning", parent=self)
        self._lay_out()
        self._offer()
        self._show(self._rule)
        self._join()
        self._tell()

    def rule(self) -> Rule:
        """Return the rule as it is written now, with the exceptions of sources that the list still has."""
        own = tuple((source, one) for source, one in self._own.items() if source in self._sources)
        return replace(self._rule, per_source=own)

    def found_wrong(self) -> tuple[Remark, ...]:
        """Return what looks wrong in it."""
        return looks_wrong(self.rule())

    def refusal(self) -> str:
        """Say why the rule cannot be kept; "" when it can."""
        fatal = next((one for one in self.found_wrong() if one.fatal), None)
        return remark_words(fatal, self._sources) if fatal is not None else ""

    def set_sources(self, sources: Mapping[int, str]) -> None:
        """Say which sources the list looks at now."""
        if dict(sources) == self._sources:
            return
        self._sources = dict(sources)
        if self._whose not in self._sources:
            self._whose = EVERY
            self._show(self._rule)
        self._offer()
        self._tell()

    # --- inside ---

    def _field(self, name: str, example: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(self.tr("for instance: {example}").format(example=example))
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.whose)
        head.addWidget(self.again)
        head.addStretch(1)
        head.addWidget(self.titles)
        grid.addWidget(Words(self._icons, self.tr("Rule for")), 0, 0)
        grid.addLayout(head, 0, 1)
        rows = (
            (self.tr("&All of these words"), self.must),
            (self.tr("At &least one of these"), self.any),
            (self.tr("&None of these"), self.none),
        )
        for row, (words, field) in enumerate(rows, start=1):
            label = Words(self._icons, words)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        told = self.tr(
            "Commas part the terms; accents and capitals do not count. Several words are a phrase; "
            "télémed* takes any ending; cancer ~5 dépistage finds both within five words."
        )
        grid.addWidget(Paragraph(self._icons, told, font="note", colour="muted"), 4, 1)
        grid.addWidget(self.remarks, 5, 1)
        grid.setColumnStretch(1, 1)

    def _join(self) -> None:
        for field in (self.must, self.any, self.none):
            field.textEdited.connect(self._read)
        self.titles.toggled.connect(self._read)
        self.whose.chosen.connect(self._turn_to)
        self.again.clicked.connect(self._give_up_exception)

    def _offer(self) -> None:
        """Name the sources; those with a rule of their own come first and say so."""
        self.whose.clear_choices()
        self.whose.add_choice(EVERY, self.tr("all sources of the list"))
        for source in sorted(self._sources, key=lambda one: (one not in self._own, self._sources[one])):
            name = self._sources[source]
            own = self.tr("{source} (its own rule)").format(source=name)
            self.whose.add_choice(source, own if source in self._own else name)
        self.whose.choose(self._whose)
        self.again.setVisible(self._whose in self._own)

    def _show(self, rule: Rule) -> None:
        pairs: tuple[tuple[QLineEdit, tuple[Term, ...]], ...] = (
            (self.must, rule.must),
            (self.any, rule.any),
            (self.none, rule.none),
        )
        for field, words in pairs:
            field.setText(terms_text(words))
            field.setCursorPosition(0)
        self.titles.blockSignals(True)
        self.titles.setChecked(rule.titles_only)
        self.titles.blockSignals(False)

    @Slot()
    def _read(self) -> None:
        """Take what is written; a source whose rule is the list's has none of its own."""
        written = Rule(
            must=terms(self.must.text()),
            any=terms(self.any.text()),
            none=terms(self.none.text()),
            titles_only=self.titles.isChecked(),
        )
        if self._whose == EVERY:
            self._rule = written
        elif (written != self._rule) != (self._whose in self._own):
            self._own = {**self._own, self._whose: written}
            if written == self._rule:
                del self._own[self._whose]
            self._offer()
        elif self._whose in self._own:
            self._own[self._whose] = written
        self._tell()
        self.changed.emit()

    @Slot(object)
    def _turn_to(self, source: object) -> None:
        self._whose = source if isinstance(source, int) else EVERY
        self._show(self._own.get(self._whose, self._rule))
        self.again.setVisible(self._whose in self._own)

    @Slot()
    def _give_up_exception(self) -> None:
        self._own.pop(self._whose, None)
        self._show(self._rule)
        self._offer()
        self._tell()
        self.whose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _tell(self) -> None:
        """Say what looks wrong, the gravest first."""
        found = sorted(self.found_wrong(), key=lambda one: not one.fatal)
        told = [remark_words(one, self._sources) for one in found[:_MOST_TOLD]]
        self.remarks.set_colour("danger" if found and found[0].fatal else "warning")
        self.remarks.setText("\n".join(told))
        self.remarks.setVisible(bool(told))
