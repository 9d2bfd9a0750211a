"""A picture of the web as the program shows it, and what fetches it."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ScreenPicture:
    """A picture that is ready for the screen.

    Args:
        pixels: red, green, blue and opacity of each, a byte each, row by row.
    """

    width: int
    height: int
    pixels: bytes = field(repr=False)


class PictureFetcher(Protocol):
    """Fetches pictures of the web; called by several threads at once."""

    def fetch(self, address: str, home: str = "") -> bytes:
        """Return what lies at an address, whatever it is.

        Args:
            home: an address that the person chose; the same server may be asked even in a private network.

        Raises:
            SourceUnread: nothing came, or too much.
        """
        ...

    def stop(self) -> None:
        """Break off what is under way, from another thread; what begins later works again."""
        ...
