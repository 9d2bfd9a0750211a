"""Writes the markup of the reading pane: blocks that hold emphasis, never the other way round.

Nothing is written before something readable stands in it, so there are no empty elements.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from cmstation.networks import html_addresses as addresses
from cmstation.networks.html_line import Emphasis, Line, escaped

DEEPEST = 12
MOST_CELLS_IN_ROW = 50
MOST_CELLS = 4_000

_CHILD = {"ul": "li", "ol": "li", "dl": "dd", "table": "tr", "tr": "td"}
_FLOWS = frozenset({"", "blockquote"})
_CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that a page would have shown.

    Args:
        address: https.
        alt: what its placeholder says: its text for those who do not see it, else its file's name.
    """

    address: str
    alt: str


@dataclass(slots=True)
class _Container:
    name: str
    attributes: str = ""
    opened: bool = False
    cells: int = 0
    blanks: list[str] = field(default_factory=list[str])


class Page:
    """A page being written."""

    def __init__(self) -> None:
        self.pictures: list[Picture] = []
        self._line = Line()
        self._containers = [_Container("", opened=True)]
        self._leaf = ""
        self._leaf_opened = False

    @property
    def full(self) -> bool:
        """Tell whether nothing more is taken."""
        return self._line.room <= 0

    @property
    def as_set(self) -> bool:
        """Tell whether blanks and line ends count here."""
        return self._leaf == "pre"

    def finished(self) -> str:
        """Close what is open and return the markup."""
        self._close_to(1)
        self._end_emphases(0)
        self.end_leaf()
        return "".join(self._line.pieces)

    # --- blocks -------------------------------------------------------------------------------------------

    def begin_leaf(self, name: str) -> None:
        """Begin a block that holds words only: a heading, or text set as it is."""
        self.end_leaf()
        self._leaf = name

    def end_leaf(self) -> None:
        """End the paragraph, or the line where there are no paragraphs."""
        if self._leaf_opened:
            self._line.shut()
            self._line.write(f"</{self._leaf}>")
            self._line.edge()
        else:
            self._line.end()
        self._leaf, self._leaf_opened = "", False

    def part(self) -> None:
        """Note the edge of a part of the page: a new paragraph, or a new line where text is set as it is."""
        if not self.as_set:
            self.end_leaf()
        elif self._leaf_opened and not self._line.pieces[-1].endswith("\n"):
            self._line.write("\n")

    def line_break(self) -> None:
        """Begin a new line."""
        if not self.as_set:
            self._line.line_break()
        elif self._leaf_opened:
            self._line.write("\n")

    def rule(self) -> None:
        """Draw a line between what came and what comes."""
        self.end_leaf()
        top, pieces = self._containers[-1], self._line.pieces
        if pieces and pieces[-1] != "<hr>" and top.opened and top.name not in _CHILD:
            self._line.shut()
            self._line.write("<hr>")
            self._line.edge()

    # --- containers ---------------------------------------------------------------------------------------

    def push(self, name: str, attributes: str = "") -> None:
        """Begin a container, unless too many are open already."""
        self.end_leaf()
        if len(self._containers) < DEEPEST:
            self._ready_children()
            self._append(name, attributes)

    def push_child(self, parents: Collection[str], name: str) -> None:
        """Begin an entry of the nearest list; a new paragraph when there is none."""
        self.end_leaf()
        at = self._nearest(parents, stops=(*_CELLS, "blockquote"))
        if at:
            self._close_to(at + 1)
            self._append(name)

    def push_row(self) -> None:
        """Begin a row of the table."""
        self.end_leaf()
        table = self._nearest(("table",))
        if table and self._containers[table].cells < MOST_CELLS:
            self._close_to(table + 1)
            self._append("tr")

    def push_cell(self, name: str, attributes: str) -> None:
        """Begin a cell of the table."""
        self.end_leaf()
        if not self.holds("tr"):
            self.push_row()
        row = self._nearest(("tr",))
        if row and self._containers[row].cells < MOST_CELLS_IN_ROW:
            self._close_to(row + 1)
            self._append(name, attributes)

    def close(self, names: Collection[str], stops: Collection[str] = ()) -> None:
        """End the nearest container of these names, and all inside it."""
        self.end_leaf()
        at = self._nearest(names, stops)
        if at:
            self._close_to(at)

    def holds(self, name: str) -> bool:
        """Tell whether such a container is open."""
        return bool(self._nearest((name,)))

    def take_back(self, name: str) -> bool:
        """Forget the container begun last, if it has this name and nothing stands in it."""
        if self._containers[-1].name != name or self._containers[-1].opened:
            return False
        self._containers.pop()
        return True

    # --- words --------------------------------------------------------------------------------------------

    def begin(self, name: str, address: str = "") -> None:
        """Begin an emphasis or a link; a link ends the one before."""
        if name == "a":
            self.finish("a")
        self._line.begin(name, len(self._containers), address)

    def finish(self, name: str) -> None:
        """End the emphasis or link of this name, if there is one."""
        one = self._line.taken(name)
        if one:
            self._ended(one)

    def say(self, text: str) -> None:
        """Write words; blanks at the edges of blocks are left out."""
        if self.as_set:
            self._say_as_set(text)
            return
        body = text.strip()
        begins = text.index(body[0]) if body else len(text)
        self._line.blank(text[:begins])
        if body:
            self._ready()
            self._line.say(body)
            self._line.blank(text[begins + len(body) :])

    def show_picture(self, address: str, alt: str) -> None:
        """Write what stands for an image: a link of its own that says how to ask for it."""
        self.pictures.append(Picture(address, alt))
        self.show_link(addresses.PICTURE_SCHEME + address, f"[{alt}]")

    def show_link(self, address: str, words: str) -> None:
        """Write a whole link, beside the one that may be open."""
        line = self._line
        wanted = line.without_emphases()
        for one in wanted:
            one.has_pictures = True
        line.blank(" ")
        self._ready()
        line.write(f'<a href="{escaped(address)}">{escaped(words)}</a>')
        line.after_words = True
        line.blank(" ")
        line.with_emphases(wanted)

    # --- private ------------------------------------------------------------------------------------------

    def _say_as_set(self, text: str) -> None:
        if not self._leaf_opened:
            text = text.lstrip("\n") if text.strip() else ""
        if text:
            self._ready()
            self._line.say(text)

    def _ready(self) -> None:
        """Open whatever words need around them."""
        self._ready_children()
        if not self._leaf and self._containers[-1].name in _FLOWS:
            self._leaf = "p"
        self._ready_containers()
        if self._leaf and not self._leaf_opened:
            self._line.shut()
            self._line.write(f"<{self._leaf}>")
            self._line.edge()
            self._leaf_opened = True
        self._line.ready()

    def _ready_children(self) -> None:
        while child := _CHILD.get(self._containers[-1].name):
            self._append(child)

    def _ready_containers(self) -> None:
        for above, one in zip(self._containers, self._containers[1:], strict=False):
            if one.opened:
                continue
            self._line.shut()
            self._line.write("".join(above.blanks))
            above.blanks.clear()
            self._line.write(f"<{one.name}{one.attributes}>" + ("<tbody>" if one.name == "table" else ""))
            self._line.edge()
            one.opened = True

    def _ended(self, one: Emphasis) -> None:
        """Keep what a link of images only would lose: where it led."""
        if one.address.startswith(addresses.PICTURE_SCHEME):
            if one.said:
                alt = "".join(one.said).removeprefix("[").removesuffix("]")
                self.pictures.append(Picture(one.address[len(addresses.PICTURE_SCHEME) :], alt))
        elif one.has_pictures and not one.said and not addresses.is_drawn(one.address):
            name = addresses.host(one.address)
            if name:
                self.show_link(one.address, name)

    def _append(self, name: str, attributes: str = "") -> None:
        self._containers.append(_Container(name, attributes))
        if name in _CELLS:
            # The row and its table.
            self._containers[-2].cells += 1
            self._containers[-3].cells += 1

    def _close_to(self, size: int) -> None:
        while len(self._containers) > size:
            self._end_emphases(len(self._containers) - 1)
            self.end_leaf()
            one = self._containers.pop()
            if one.opened:
                self._line.shut()
                self._line.write("".join(one.blanks))
                self._line.write(("</tbody>" if one.name == "table" else "") + f"</{one.name}>")
                self._line.edge()
            elif one.name in _CELLS:
                self._containers[-1].blanks.append(f"<{one.name}{one.attributes}></{one.name}>")

    def _end_emphases(self, depth: int) -> None:
        while one := self._line.taken_below(depth):
            self._ended(one)

    def _nearest(self, names: Collection[str], stops: Collection[str] = ()) -> int:
        """Return the place of the innermost container of these names, 0 when there is none before a stop."""
        for at in range(len(self._containers) - 1, 0, -1):
            if self._containers[at].name in names:
                return at
            if self._containers[at].name in stops:
                return 0
        return 0
