"""Writes words, emphases and links: they open with the first word and close before the next block."""

from dataclasses import dataclass, field

LONGEST_PAGE = 200_000
"""Signs of the longest page."""
MOST_EMPHASES = 8

# What closes a page, and one opening tag of each kind, fit in here.
_RESERVE = 12_000


@dataclass(slots=True, eq=False)
class Emphasis:
    """An emphasis or a link that was begun.

    Args:
        depth: how many containers were open.
        address: where a link leads, "" for an emphasis.
        said: the words in it, of links only.
        has_pictures: whether something was written beside it while it was open.
    """

    name: str
    depth: int
    address: str = ""
    said: list[str] = field(default_factory=list[str])
    has_pictures: bool = False


class Line:
    """The words being written, and how much room is left for them."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.room = LONGEST_PAGE - _RESERVE
        self.after_words = False
        self._breaks = 0
        self._blank = ""
        self._wanted: list[Emphasis] = []
        self._opened: list[Emphasis] = []

    def write(self, piece: str) -> None:
        """Write markup as it is."""
        if piece:
            self.pieces.append(piece)
            self.room -= len(piece)

    def edge(self) -> None:
        """Note that a block begins or ends here: blanks and empty lines are not wanted."""
        self.after_words, self._breaks, self._blank = False, 0, ""

    def end(self) -> None:
        """Have the next words begin on a new line."""
        if self.after_words:
            self._breaks = max(self._breaks, 1)
        self._blank = ""

    def line_break(self) -> None:
        """Begin a new line; two leave an empty one, more leave no more."""
        if self.after_words:
            self._breaks = min(self._breaks + 1, 2)

    def blank(self, text: str) -> None:
        """Have the next words follow after a blank."""
        self._blank = _joined(self._blank, text)

    def say(self, words: str) -> None:
        """Write words; `ready` comes before."""
        piece = escaped(words)
        self.write(piece if len(piece) <= self.room else escaped(words[: max(self.room, 0) // 6]))
        self.after_words = True
        for one in self._wanted:
            if one.address:
                one.said.append(words)

    def ready(self) -> None:
        """Close the emphases that are over, write the blank that is due, open the emphases that wait."""
        same = 0
        for opened, wanted in zip(self._opened, self._wanted, strict=False):
            if opened is not wanted and (opened.name == "a" or opened.name != wanted.name):
                break
            same += 1
        self.shut(same)
        if self.after_words:
            self.write("<br>" * self._breaks or escaped(self._blank))
        self._breaks, self._blank = 0, ""
        for one in self._wanted[same:]:
            self.write(f'<a href="{escaped(one.address)}">' if one.address else f"<{one.name}>")
        self._opened[same:] = self._wanted[same:]

    def shut(self, kept: int = 0) -> None:
        """Close the emphases that are open; those still wanted open again with the next words."""
        for one in reversed(self._opened[kept:]):
            self.write(f"</{one.name}>")
        del self._opened[kept:]

    def begin(self, name: str, depth: int, address: str) -> None:
        """Begin an emphasis or a link; one inside another of its name is not needed."""
        if len(self._wanted) < MOST_EMPHASES and not any(one.name == name for one in self._wanted):
            self._wanted.append(Emphasis(name, depth, address))

    def taken(self, name: str) -> Emphasis | None:
        """End the emphasis of this name, and return it."""
        for at, one in enumerate(self._wanted):
            if one.name == name:
                return self._wanted.pop(at)
        return None

    def taken_below(self, depth: int) -> Emphasis | None:
        """End the last emphasis, and return it, if it was begun below this depth."""
        return self._wanted.pop() if self._wanted and self._wanted[-1].depth > depth else None

    def without_emphases(self) -> list[Emphasis]:
        """Set aside the emphases that are wanted, and return them for `with_emphases`."""
        wanted, self._wanted = self._wanted, []
        return wanted

    def with_emphases(self, wanted: list[Emphasis]) -> None:
        """Want these emphases again."""
        self._wanted = wanted


def escaped(text: str) -> str:
    """Write signs as the parser of the last check writes them, so that a page stays as it is."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\u00a0", "&nbsp;")


def _joined(blank: str, more: str) -> str:
    """Make one blank of two; those that do not break win."""
    both = (blank + more)[:8]
    return both.replace(" ", "")[:2] or both[:1]
