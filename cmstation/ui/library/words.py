"""Pictures in words: how heavy, of which kind, what the camera wrote into them, how described."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QLocale

from cmstation.domain.media import MediaItem

translate = QCoreApplication.translate
_KILO, _MEGA = 1_000, 1_000_000


class Described(StrEnum):
    """Whether people who do not see a picture know what it shows."""

    WRITTEN = "written"
    DECORATIVE = "decorative"
    BARE = "bare"


def described(item: MediaItem) -> Described:
    """Tell whether a picture is described."""
    if item.decorative:
        return Described.DECORATIVE
    return Described.WRITTEN if item.alt_text.strip() else Described.BARE


def described_words(state: Described) -> str:
    """Say whether a picture is described, in few words."""
    return {
        Described.WRITTEN: translate("Library", "Described"),
        Described.DECORATIVE: translate("Library", "Decorative"),
        Described.BARE: translate("Library", "To describe"),
    }[state]


def size_words(size: int) -> str:
    """Say a weight in bytes: "640 kB", "2.4 MB"."""
    if size < _MEGA:
        figure = QLocale().toString(max(1, round(size / _KILO)))
        return translate("Library", "{figure} kB").format(figure=figure)
    figure = QLocale().toString(size / _MEGA, "f", 0 if size >= 10 * _MEGA else 1)
    return translate("Library", "{figure} MB").format(figure=figure)


def kind_words(mime: str) -> str:
    """Name the kind of a picture: "JPEG", "PNG"."""
    return PurePath(mime).name.removeprefix("x-").upper() or translate("Library", "Picture")


def measures_words(item: MediaItem) -> str:
    """Say kind, measures and weight in one line."""
    measures = translate("Library", "{width} × {height} pixels").format(width=item.width, height=item.height)
    return " · ".join((kind_words(item.mime), measures, size_words(item.bytes)))


def used_words(count: int) -> str:
    """Say in how many posts a picture is shown, "" when in none."""
    return translate("Library", "%n post(s)", "", count) if count else ""


def item_words(item: MediaItem) -> str:
    """Say a picture in one line, for those who do not see it."""
    state = described(item)
    alt = item.alt_text if state is Described.WRITTEN else described_words(state)
    used = used_words(item.used_in) or translate("Library", "in no post")
    return ", ".join((item.file_name, alt, used))


def shooting_words(had: Iterable[str]) -> str:
    """Say what was found in a picture beside its pixels, and that it never leaves; "" when nothing was."""
    known = {
        "gps": translate("Library", "the place (GPS)"),
        "exif": translate("Library", "camera and hour (EXIF)"),
        "iptc": translate("Library", "press captions (IPTC)"),
        "xmp": translate("Library", "editing notes (XMP)"),
        "text": translate("Library", "comments or names"),
        "second_picture": translate("Library", "a second picture"),
        "credentials": translate("Library", "credentials of origin"),
        "trailing": translate("Library", "something after its end"),
    }
    kinds = set(had)
    found = [words for kind, words in known.items() if kind in kinds]
    if kinds - known.keys():
        found.append(translate("Library", "other details"))
    if not found:
        return ""
    sentence = translate("Library", "Found in the file: {kinds}. None of it is ever sent.")
    return sentence.format(kinds=", ".join(found))
