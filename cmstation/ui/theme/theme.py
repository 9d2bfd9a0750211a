"""The theme: which colours and fonts hold now, and their way into the application."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from cmstation.ui.theme.fonts import load_fonts, make_font
from cmstation.ui.theme.motion import system_wants_no_motion
from cmstation.ui.theme.qt_palette import item_view_palette, qt_palette
from cmstation.ui.theme.tokens import DARK, LIGHT, TYPE, ColourRole, Duration, Palette, TypeRole

if TYPE_CHECKING:
    from cmstation.ui.theme.focus import FocusMarks


class ThemeChoice(StrEnum):
    """What the person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Hold the colours, fonts and motion in force.

    Signals:
        changed: the colours are others now; the application's palette already is.
    """

    changed = Signal()

    def __init__(
        self,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        *,
        bundled_font: bool = True,
        no_motion: bool | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Read what the system shows; `apply` makes it visible.

        Args:
            bundled_font: False takes the system's typeface.
            no_motion: None asks the system.
        """
        super().__init__(parent)
        self._choice = choice
        self._bundled_font = bundled_font
        self._no_motion = system_wants_no_motion() if no_motion is None else no_motion
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[TypeRole, QFont] = {}
        self._app: QApplication | None = None
        self._is_dark = self._wanted_dark()
        self._focus_marks: FocusMarks | None = None

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return DARK if self._is_dark else LIGHT

    @property
    def is_dark(self) -> bool:
        """Whether the ground is dark."""
        return self._is_dark

    @property
    def choice(self) -> ThemeChoice:
        """What the person asked for."""
        return self._choice

    @property
    def no_motion(self) -> bool:
        """Whether nothing may move."""
        return self._no_motion

    def colour(self, role: ColourRole) -> QColor:
        """Give one colour in force; do not change it, it is shared."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = QColor(getattr(self.palette, role))
        return found

    def font(self, role: TypeRole) -> QFont:
        """Give the font of one step of the type scale; copy it before changing it."""
        found = self._fonts.get(role)
        if found is None:
            found = self._fonts[role] = make_font(role, bundled=self._bundled_font)
        return found

    def metrics(self, role: TypeRole) -> QFontMetricsF:
        """Give the measures of the font of one step."""
        return QFontMetricsF(self.font(role))

    def line_height(self, role: TypeRole) -> int:
        """Give the height of one line of a step, in pixels."""
        return TYPE[role].line

    def duration(self, wanted_ms: int = Duration.MOVE) -> int:
        """Give how long a movement lasts: nothing when the system asks for none."""
        return 0 if self._no_motion else min(wanted_ms, Duration.MOVE)

    @property
    def focus_marks(self) -> "FocusMarks":
        """What shows where the keyboard is."""
        if self._focus_marks is None:
            from cmstation.ui.theme.focus import FocusMarks  # noqa: PLC0415 - not before the first paint

            app = QApplication.instance()
            assert isinstance(app, QApplication)  # noqa: S101 - nothing is drawn without one
            self._focus_marks = FocusMarks.of(app)
        return self._focus_marks

    def apply(self, app: QApplication) -> None:
        """Give the application its colours, its fonts and its style."""
        self.apply_colours(app)
        self.apply_style(app)

    def apply_colours(self, app: QApplication) -> None:
        """Give the application its colours and fonts, and from now on follow the system and the choice.

        It is all that the first paint of an empty window needs; `apply_style` comes right after.
        """
        self._app = app
        if self._bundled_font and not load_fonts():
            self._bundled_font = False
        app.setFont(self.font("text"))
        self._ask_system()
        self._paint()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def apply_style(self, app: QApplication) -> None:
        """Give every widget its look and the keyboard its ring."""
        from cmstation.ui.theme.focus import FocusMarks  # noqa: PLC0415 - not before the first paint
        from cmstation.ui.theme.style import StationStyle  # noqa: PLC0415

        app.setStyle(StationStyle(self))
        # A new style brings its own palette: ours comes back.
        self._paint()
        QToolTip.setFont(self.font("note"))
        self._focus_marks = FocusMarks.of(app)

    def choose(self, choice: ThemeChoice) -> None:
        """Change to light, dark, or what the system shows."""
        self._choice = choice
        self._ask_system()
        self._follow()

    def set_no_motion(self, no_motion: bool) -> None:
        """Stop or allow movement."""
        self._no_motion = no_motion

    @Slot()
    def _follow(self) -> None:
        if self._wanted_dark() == self._is_dark:
            return
        self._is_dark = not self._is_dark
        self._colours.clear()
        self._paint()
        self.changed.emit()

    def _ask_system(self) -> None:
        """Tell the platform, so that title bars and native dialogs follow."""
        if self._app is None:
            return
        scheme = {
            ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
            ThemeChoice.LIGHT: Qt.ColorScheme.Light,
            ThemeChoice.DARK: Qt.ColorScheme.Dark,
        }[self._choice]
        QGuiApplication.styleHints().setColorScheme(scheme)

    def _wanted_dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK

    def _paint(self) -> None:
        if self._app is None:
            return
        palette = qt_palette(self.palette)
        QApplication.setPalette(palette)
        rows = item_view_palette(palette, self.palette)
        # The stubs say bytes, the binding takes text alone.
        QApplication.setPalette(rows, "QAbstractItemView")  # pyright: ignore[reportArgumentType]
        tip = QPalette(palette)
        tip.setColor(QPalette.ColorRole.Window, self.colour("surface"))
        QToolTip.setPalette(tip)
