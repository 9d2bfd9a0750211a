"""How the clinic looks on paper: its logo, and the colour of its reports."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from cmstation.domain.changes import Changes
from cmstation.domain.networks import Json
from cmstation.domain.report_document import USUAL_COLOUR
from cmstation.services.done import Done
from cmstation.services.library import MOST_BYTES
from cmstation.storage.settings import Settings

_COLOUR: Final = "clinic_colour"
_LOGO_SIDE: Final = 900
_PICTURES: Final = ("image/png", "image/jpeg")


class LogoKeeper(Protocol):
    """What keeps the clinic's logo (`services/press_reviews.py`)."""

    def logo(self) -> bytes:
        """Return the logo as documents take it, b"" when there is none."""
        ...

    def set_logo(self, file: Path | None) -> Done[int | None]:
        """Choose a logo, or take it off."""
        ...


@dataclass(frozen=True, slots=True)
class LookWish:
    """What is to be changed.

    Args:
        colour: "#RRGGBB", "" for the usual one.
        logo: a picture in the place of the one that is there.
        without_logo: take it off.
    """

    colour: str = ""
    logo: Path | None = None
    without_logo: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Logo and colour, and the name that stands beside them.

    Args:
        logo: a PNG or JPEG, b"" without one.
        colour: "#RRGGBB", the usual one while none was chosen.
    """

    clinic: str
    logo: bytes = field(repr=False)
    colour: str
    is_usual: bool


class ClinicLook:
    """What a person can do with the look of reports.

    Args:
        logos: keep the logo, which press reviews have too.
        clinic: gives its name.
    """

    def __init__(self, settings: Settings, logos: LogoKeeper, clinic: Callable[[], str]) -> None:
        self._settings = settings
        self._logos = logos
        self._clinic = clinic

    def look(self) -> Look:
        """Return how reports look now."""
        return Look(self._clinic(), self.logo(), self.colour(), not self._chosen())

    def logo(self) -> bytes:
        """Return the logo as documents take it, b"" when there is none."""
        return self._logos.logo()

    def colour(self) -> str:
        """Return the colour that was chosen, else the usual one."""
        return self._chosen() or USUAL_COLOUR

    def picture(self, file: Path) -> bytes:
        """Return a picture as it would stand on a report, without keeping it.

        Raises:
            PictureError: it is not a picture that can be used.
        """
        from cmstation.desktop.image_copies import prepare  # noqa: PLC0415 - heavy, for who chooses one
        from cmstation.desktop.images import read_picture_file  # noqa: PLC0415

        data = read_picture_file(file, limit_bytes=MOST_BYTES)
        return prepare(
            data, crop=None, max_bytes=None, max_side=_LOGO_SIDE, max_pixels=None, accepted=_PICTURES
        ).data

    def change(self, wish: LookWish) -> Done[str]:
        """Take another colour and, if it is wished, another logo; one step takes both back.

        Raises:
            ValueError: the colour is none.
            PictureError: the logo is not a picture that can be used; the colour stays too.
        """
        colour = cleaned(wish.colour) if wish.colour else ""
        changes, undo_logo = Changes(), None
        if wish.logo is not None or wish.without_logo:
            done = self._logos.set_logo(wish.logo)
            changes, undo_logo = done.changes, done.undo
        before = self._settings.get(_COLOUR)
        self._settings.set(_COLOUR, colour or None)

        def undo() -> Changes:
            self._put_back(before)
            return undo_logo() if undo_logo is not None else Changes()

        return Done(colour or USUAL_COLOUR, changes, undo)

    # --- inside ---

    def _chosen(self) -> str:
        found = self._settings.get(_COLOUR)
        try:
            return cleaned(found) if isinstance(found, str) else ""
        except ValueError:
            return ""

    def _put_back(self, before: Json) -> None:
        self._settings.set(_COLOUR, before)


def cleaned(written: str) -> str:
    """Return a colour as "#RRGGBB"; a person may leave out the sign, or write three digits.

    Raises:
        ValueError: it is no colour.
    """
    digits = written.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * one for one in digits)
    if len(digits) != 6 or not all(one in "0123456789abcdefABCDEF" for one in digits):
        raise ValueError(written)
    return f"#{digits.upper()}"
