"""What preview cards are made of: heads, texts, pictures, link cards and rows of actions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath

from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.drafts.preview.text_lines import Fold, TextColours, TextLines
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import hairline, rounded
from cmstation.ui.theme.tokens import TYPE, ColourRole, IconSize, Space, TypeRole

AVATAR = 36
TEXT_LINE = 18


class Block:
    """One part of a card.

    Args:
        gap: pixels of air above it.
        bleed: whether it goes from edge to edge of the card.
    """

    def __init__(self, icons: Icons, *, gap: int = Space.S, bleed: bool = False) -> None:
        self.icons = icons
        self.gap = gap
        self.bleed = bleed

    def height(self, width: int) -> int:
        """Return how high the block is at a width."""
        raise NotImplementedError

    def paint(self, painter: QPainter, room: QRect) -> None:
        """Draw the block."""
        raise NotImplementedError


class Head(Block):
    """Who speaks: avatar, name, and a second line.

    Args:
        square: roundness of the avatar; None makes it a disc.
        glyph: an icon at the right of the name.
        beside: words after the name on its own line, muted.
    """

    def __init__(
        self,
        icons: Icons,
        post: PostSeen,
        second: str,
        *,
        square: int | None = None,
        beside: str = "",
        second_icon: str = "",
        size: int = AVATAR,
        gap: int = 0,
    ) -> None:
        super().__init__(icons, gap=gap)
        self._post, self._second, self._beside = post, second, beside
        self._radius = size / 2 if square is None else square
        self._second_icon, self._size = second_icon, size

    def height(self, width: int) -> int:
        return self._size

    def paint(self, painter: QPainter, room: QRect) -> None:
        draw_avatar(
            painter,
            QRect(room.left(), room.top(), self._size, self._size),
            self._post.initial,
            self.icons,
            self._radius,
        )
        left = room.left() + self._size + Space.S
        lines = 18 + 16 if self._second else 18
        top = room.top() + (self._size - lines) // 2
        name = QRect(left, top, room.right() + 1 - left, 18)
        theme = self.icons.theme
        width = draw_elided(painter, name, self._post.name, theme, font="strong")
        if self._beside:
            beside = name.adjusted(width + Space.XS, 0, 0, 0)
            draw_elided(painter, beside, self._beside, theme, font="note", colour="muted")
        second = QRect(left, top + 18, name.width(), 16)
        taken = draw_elided(painter, second, self._second, theme, font="note", colour="muted")
        if self._second_icon and self._second:
            x, side = left + taken + Space.XS, IconSize.TINY
            self.icons.paint(painter, x, second.top() + 2, self._second_icon, "muted", side)


class Text(Block):
    """The text of the post, with its links in colour, its overflow, and the network's fold."""

    def __init__(
        self,
        icons: Icons,
        text: str,
        *,
        overflow: int | None = None,
        fold: Fold | None = None,
        font: TypeRole = "text",
        colour: ColourRole = "text",
        line: int = 0,
        gap: int = Space.S,
    ) -> None:
        super().__init__(icons, gap=gap if text.strip() else 0)
        self._text, self._overflow, self._fold = text, overflow, fold
        self._font: TypeRole = font
        self._colour: ColourRole = colour
        self._line = line or (TEXT_LINE if font == "text" else TYPE[font].line)
        self._laid: tuple[int, bool, TextLines] | None = None

    @property
    def folded(self) -> bool:
        """Whether some of the text is hidden behind the fold."""
        return self._laid is not None and self._laid[2].folded

    def unfold(self) -> None:
        """Show the whole text."""
        self._fold, self._laid = None, None

    def height(self, width: int) -> int:
        return self._lines(width).height if self._text.strip() else 0

    def paint(self, painter: QPainter, room: QRect) -> None:
        if self._text.strip():
            self._lines(room.width()).draw(painter, room.left(), room.top())

    def _lines(self, width: int) -> TextLines:
        theme = self.icons.theme
        if self._laid is None or self._laid[:2] != (width, theme.is_dark):
            colours = TextColours(
                theme.colour(self._colour),
                theme.colour("accent"),
                theme.colour("muted"),
                theme.colour("danger"),
                theme.colour("danger_soft"),
            )
            lines = TextLines(
                self._text,
                theme.font(self._font),
                self._line,
                width,
                colours,
                overflow=self._overflow,
                fold=self._fold,
            )
            self._laid = (width, theme.is_dark, lines)
        return self._laid[2]


class Line(Block):
    """A hairline between two parts."""

    def __init__(self, icons: Icons, *, gap: int = Space.S, bleed: bool = False) -> None:
        super().__init__(icons, gap=gap, bleed=bleed)

    def height(self, width: int) -> int:
        return 1

    def paint(self, painter: QPainter, room: QRect) -> None:
        hairline(painter, room, self.icons.theme.colour("line"), Qt.Edge.TopEdge)


class Words(Block):
    """One line of small words, ended by … when it is too long."""

    def __init__(
        self,
        icons: Icons,
        text: str,
        *,
        font: TypeRole = "note",
        colour: ColourRole = "muted",
        gap: int = Space.S,
    ) -> None:
        super().__init__(icons, gap=gap if text else 0)
        self._text = text
        self._font: TypeRole = font
        self._colour: ColourRole = colour

    def height(self, width: int) -> int:
        return TYPE[self._font].line if self._text else 0

    def paint(self, painter: QPainter, room: QRect) -> None:
        draw_elided(painter, room, self._text, self.icons.theme, font=self._font, colour=self._colour)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing readers can do: a shape, and sometimes its word."""

    icon: str
    word: str = ""


class Actions(Block):
    """The row of what readers can do, spread over the width.

    Args:
        packed: side by side from the left, instead of spread.
        last_right: the last one alone at the right edge.
    """

    def __init__(
        self,
        icons: Icons,
        actions: Sequence[Action],
        *,
        packed: bool = False,
        last_right: bool = False,
        gap: int = Space.S,
        side: int = IconSize.CONTROL,
    ) -> None:
        super().__init__(icons, gap=gap)
        self._actions, self._packed, self._last_right, self._side = actions, packed, last_right, side

    def height(self, width: int) -> int:
        return 20

    def paint(self, painter: QPainter, room: QRect) -> None:
        for action, left in zip(self._actions, self._lefts(room), strict=True):
            top = room.top() + (20 - self._side) / 2
            self.icons.paint(painter, left, top, action.icon, "muted", self._side)
            words = QRect(left + self._side + Space.XS, room.top(), room.right() + 1 - left - self._side, 20)
            if action.word:
                theme = self.icons.theme
                draw_elided(painter, words, action.word, theme, font="note_medium", colour="muted")

    def _lefts(self, room: QRect) -> list[int]:
        widths = [self._width(action) for action in self._actions]
        free = room.width() - sum(widths)
        spread = len(widths) - 1 - (1 if self._last_right else 0)
        between = Space.L if self._packed else max(Space.XS, free // max(1, len(widths) - 1))
        lefts: list[int] = []
        left = room.left()
        for width in widths:
            lefts.append(left)
            left += width + between
        if self._last_right and spread >= 0:
            lefts[-1] = room.right() + 1 - widths[-1]
        return lefts

    def _width(self, action: Action) -> int:
        metrics = self.icons.theme.metrics("note_medium")
        words = round(metrics.horizontalAdvance(action.word)) + Space.XS + 1 if action.word else 0
        return self._side + words


class LinkCard(Block):
    """The card that a network draws for a link: a picture's place, its title and its site."""

    def __init__(
        self,
        icons: Icons,
        title: str,
        host: str,
        *,
        radius: int = 8,
        bleed: bool = False,
        host_first: bool = True,
        gap: int = Space.S,
    ) -> None:
        super().__init__(icons, gap=gap, bleed=bleed)
        self._title, self._host, self._radius, self._host_first = title, host, radius, host_first

    def height(self, width: int) -> int:
        return 64

    def paint(self, painter: QPainter, room: QRect) -> None:
        theme = self.icons.theme
        line = None if self.bleed else theme.colour("border")
        ground = theme.colour("bg")
        rounded(painter, room, fill=ground, line=line, radius=0 if self.bleed else self._radius)
        inside = room.adjusted(Space.M, Space.S, -Space.M, -Space.S)
        upper = QRect(inside.left(), inside.top() + 4, inside.width(), 18)
        lower = QRect(inside.left(), upper.bottom() + 3, inside.width(), 18)
        host_room, title_room = (upper, lower) if self._host_first else (lower, upper)
        side = IconSize.TINY
        self.icons.paint(painter, host_room.left(), host_room.top() + 3, "globe", "muted", side)
        host = host_room.adjusted(side + Space.XS, 0, 0, 0)
        draw_elided(painter, host, self._host, theme, font="note", colour="muted")
        draw_elided(painter, title_room, self._title or self._host, theme, font="strong")


class Drawn(Block):
    """Anything else, drawn by a function of its own."""

    def __init__(
        self,
        icons: Icons,
        height: int,
        draw: Callable[[QPainter, QRect], None],
        *,
        gap: int = Space.S,
        bleed: bool = False,
    ) -> None:
        super().__init__(icons, gap=gap, bleed=bleed)
        self._height, self._draw = height, draw

    def height(self, width: int) -> int:
        return self._height

    def paint(self, painter: QPainter, room: QRect) -> None:
        self._draw(painter, room)


def draw_avatar(painter: QPainter, frame: QRect, initial: str, icons: Icons, radius: float) -> None:
    """Draw the clinic's initial on its colour."""
    theme = icons.theme
    rounded(painter, frame, fill=theme.colour("accent"), radius=radius)
    font = QFont(theme.font("section"))
    font.setPixelSize(max(11, round(frame.height() * 0.42)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor(theme.colour("on_accent")))
    painter.drawText(QRectF(frame), int(Qt.AlignmentFlag.AlignCenter), initial)


def clip_to(painter: QPainter, frame: QRect, radius: float) -> None:
    """Keep what is drawn next inside a frame with rounded corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(frame), radius, radius)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
