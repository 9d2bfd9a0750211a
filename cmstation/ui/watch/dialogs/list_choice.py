"""Into which lists something goes: a button with a menu, and a field for a new list."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from cmstation.domain.watch import WatchList
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.theme.tokens import Space

_NAMED = 2
_WIDTH = 240


class ListChoice(QWidget):
    """Any number of lists, and perhaps a new one.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(
        self, icons: Icons, lists: Iterable[WatchList], *, new: bool = True, parent: QWidget | None = None
    ) -> None:
        """Offer lists.

        Args:
            new: whether a list can be made here.
        """
        super().__init__(parent)
        self._names = {one.id: one.name for one in lists}
        self._chosen: set[int] = set()
        self._new = new
        self.button = SecondaryButton(icons, "", icon="list", parent=self)
        self.button.setAutoDefault(False)
        self.button.setMenu(QMenu(self.button))
        self.button.setMinimumWidth(_WIDTH)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name of the new list"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.name.hide()
        self.name.textChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.button)
        row.addWidget(self.name, 1)
        row.addStretch(0)
        self._fill()

    def chosen(self) -> tuple[int, ...]:
        """Return the lists that are chosen, in the person's order."""
        return tuple(one for one in self._names if one in self._chosen)

    def new_name(self) -> str:
        """Return the name of the list to make, "" for none."""
        return self.name.text().strip() if not self.name.isHidden() else ""

    def choose(self, lists: Iterable[int]) -> None:
        """Choose lists without a signal."""
        self._chosen = set(lists) & set(self._names)
        self._fill()

    # --- inside ---

    def _fill(self) -> None:
        menu = self.button.menu()
        menu.clear()
        for one, name in self._names.items():
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one in self._chosen)
            action.triggered.connect(lambda _checked=False, one=one: self._turn(one))
        if self._new:
            if self._names:
                menu.addSeparator()
            menu.addAction(self.tr("New list…")).triggered.connect(self._begin_new)
        self._tell()

    def _turn(self, one: int) -> None:
        self._chosen ^= {one}
        self._tell()
        self.changed.emit()

    @Slot()
    def _begin_new(self) -> None:
        self.name.show()
        self.name.setFocus()
        self.changed.emit()

    def _tell(self) -> None:
        names = [self._names[one] for one in self.chosen()]
        words = _some(names) if names else self._none()
        self.button.setText(words.replace("&", "&&"))
        self.button.setToolTip(", ".join(names) if len(names) > _NAMED else "")
        self.button.setAccessibleName(self.tr("Lists: {names}").format(names=words))

    def _none(self) -> str:
        return self.tr("No list") if self._new else self.tr("All lists")


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return f"{shown} + {len(names) - _NAMED}" if len(names) > _NAMED else shown
