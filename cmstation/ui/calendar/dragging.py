"""What travels with the pointer between the parts of the calendar; never out of the program."""

import json
from datetime import date

from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QDropEvent

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.ui.calendar.look import Grip

MIME = "application/x-cmstation-items"


def packed(grip: Grip) -> QMimeData:
    """Write what is held, for a drag."""
    content = {
        "keys": [[key.kind.value, key.identity, key.part] for key in grip.keys],
        "post": grip.post,
        "day": grip.day.isoformat() if grip.day else None,
    }
    mime = QMimeData()
    mime.setData(MIME, QByteArray(json.dumps(content).encode()))
    return mime


def unpacked(mime: QMimeData, *, copies: bool = False) -> Grip | None:
    """Read what is held; None when it comes from elsewhere."""
    if not mime.hasFormat(MIME):
        return None
    content = json.loads(bytes(mime.data(MIME).data()))
    keys = tuple(ItemKey(ItemKind(kind), identity, part) for kind, identity, part in content["keys"])
    day = date.fromisoformat(content["day"]) if content["day"] else None
    return Grip(keys, content["post"], day, copies)


def held_by(event: QDropEvent) -> Grip | None:
    """Read what a drag over a view holds, and whether it is to be copied."""
    copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return unpacked(event.mimeData(), copies=copies)
