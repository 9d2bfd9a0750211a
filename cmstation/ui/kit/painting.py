"""What the delegates of all lists draw, so that every row looks alike."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from cmstation.ui.icons import Icons
from cmstation.ui.kit.states import state_mark, state_word
from cmstation.ui.theme.draw_rows import row_ground
from cmstation.ui.theme.strokes import hairline, ring, rounded
from cmstation.ui.theme.theme import Theme
from cmstation.ui.theme.tokens import ColourRole, Height, IconSize, Radius, Space, Tone, TypeRole

_State = QStyle.StateFlag
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_PILL_PADDING = 6


def draw_row(
    painter: QPainter, option: QStyleOptionViewItem, icons: Icons, *, bar: bool = True, line: bool = True
) -> None:
    """Draw the ground of a row: chosen, under the pointer, where the keyboard is.

    Args:
        bar: the accent bar at the left edge of a chosen row.
        line: the hairline at the foot.
    """
    theme = icons.theme
    row_ground(
        theme,
        painter,
        option.rect,
        hover=bool(option.state & _State.State_MouseOver),
        selected=bool(option.state & _State.State_Selected),
        bar=bar,
    )
    if line:
        hairline(painter, option.rect, theme.colour("line"), Qt.Edge.BottomEdge)
    if option.state & _State.State_HasFocus and theme.focus_marks.by_keyboard:
        draw_focus_ring(painter, option.rect, theme)


def draw_row_ground(
    painter: QPainter, rect: QRect, theme: Theme, *, hover: bool, selected: bool, bar: bool = True
) -> None:
    """Draw the ground of a row whose state is known otherwise than by an option."""
    row_ground(theme, painter, rect, hover=hover, selected=selected, bar=bar)


def draw_focus_ring(painter: QPainter, rect: QRect, theme: Theme, radius: float = Radius.SMALL) -> None:
    """Draw the ring of the keyboard inside a rectangle."""
    ring(painter, rect, theme.colour("accent"), radius)


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Draw one line in the middle of `rect`, elided at its end; give the width it took."""
    metrics = QFontMetricsF(font)
    shown = text
    if metrics.horizontalAdvance(text) > rect.width():
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, int(align | _MIDDLE | Qt.TextFlag.TextSingleLine), shown)
    return min(rect.width(), round(metrics.horizontalAdvance(shown) + 0.5))


def draw_elided(
    painter: QPainter,
    rect: QRect,
    text: str,
    theme: Theme,
    *,
    font: TypeRole = "text",
    colour: ColourRole = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Draw one line of the type scale, elided at its end; give the width it took."""
    return draw_text(painter, rect, text, theme.font(font), theme.colour(colour), align=align)


def draw_state(
    painter: QPainter,
    rect: QRect,
    state: str,
    icons: Icons,
    *,
    word: str | None = None,
    detail: str = "",
    size: int = IconSize.SMALL,
) -> int:
    """Draw shape, word and colour of a state, then a detail in muted; give the width it took.

    Args:
        word: None takes the word of the state, "" draws the shape alone.
        detail: what follows, its own separator included (" · 18:00").
    """
    theme = icons.theme
    mark = state_mark(state)
    top = rect.top() + (rect.height() - size) / 2
    icons.paint(painter, rect.left(), top, mark.shape, mark.colour, size)
    x = size
    shown = state_word(state) if word is None else word
    if shown:
        room = rect.adjusted(x + Space.XS, 0, 0, 0)
        x += Space.XS + draw_elided(painter, room, shown, theme, font="note_medium", colour=mark.colour)
    if detail:
        room = rect.adjusted(x, 0, 0, 0)
        x += draw_elided(painter, room, detail, theme, font="note", colour="muted")
    return x


def state_width(state: str, theme: Theme, *, detail: str = "", size: int = IconSize.SMALL) -> int:
    """Say how wide `draw_state` is when nothing is elided."""
    word = theme.metrics("note_medium").horizontalAdvance(state_word(state))
    more = theme.metrics("note").horizontalAdvance(detail) if detail else 0.0
    return size + Space.XS + round(word + 0.5) + round(more + 0.5) + 1


def network_glyphs_width(count: int, size: int = IconSize.SMALL, gap: int = Space.XS) -> int:
    """Say how wide a row of glyphs is."""
    return max(0, count * (size + gap) - gap)


def draw_network_glyphs(
    painter: QPainter,
    rect: QRect,
    networks: Iterable[str],
    icons: Icons,
    *,
    size: int = IconSize.SMALL,
    gap: int = Space.XS,
    colour: ColourRole = "muted",
) -> int:
    """Draw the glyphs of networks at the right edge of `rect`; give the width they took."""
    keys = list(networks)
    width = network_glyphs_width(len(keys), size, gap)
    x = rect.right() + 1 - width
    top = rect.top() + (rect.height() - size) / 2
    for place, key in enumerate(keys):
        icons.paint(painter, x + place * (size + gap), top, icons.network(key), colour, size)
    return width


def pill_width(text: str, theme: Theme, *, icon: bool = False) -> int:
    """Say how wide a pill is."""
    words = theme.metrics("note_medium").horizontalAdvance(text)
    mark = IconSize.TINY + (Space.XS if text else 0) if icon else 0
    return round(words + 0.5) + mark + 2 * _PILL_PADDING


def draw_pill(painter: QPainter, at: QPoint, text: str, tone: Tone, icons: Icons, *, icon: str = "") -> int:
    """Draw a pill, 20 px high, with its upper left corner at a point; give its width."""
    theme = icons.theme
    rect = QRect(at.x(), at.y(), pill_width(text, theme, icon=bool(icon)), Height.PILL)
    rounded(painter, rect, fill=theme.colour(soft_of(tone)), radius=Radius.SMALL)
    room = rect.adjusted(_PILL_PADDING, 0, -_PILL_PADDING + 1, 0)
    if icon:
        top = rect.top() + (rect.height() - IconSize.TINY) / 2
        icons.paint(painter, room.left(), top, icon, tone, IconSize.TINY)
        room.setLeft(room.left() + IconSize.TINY + Space.XS)
    draw_elided(painter, room, text, theme, font="note_medium", colour=tone)
    return rect.width()


def draw_square(painter: QPainter, rect: QRect, colour: QColor, side: int = 8) -> None:
    """Draw the small square of an editorial line, in the middle of `rect`."""
    square = QRect(0, 0, side, side)
    square.moveCenter(rect.center())
    rounded(painter, square, fill=colour, radius=2)


def soft_of(tone: Tone) -> ColourRole:
    """Give the ground that goes with a tone."""
    grounds: dict[Tone, ColourRole] = {
        "text": "track",
        "muted": "track",
        "accent": "soft",
        "danger": "danger_soft",
        "warning": "warning_soft",
        "good": "good_soft",
        "info": "info_soft",
        "plum": "plum_soft",
    }
    return grounds[tone]
