"""Says which items stayed where they were, and why."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from cmstation.domain.calendar import CalendarItem, ItemKey, Moved
from cmstation.domain.errors import StationError
from cmstation.ui.calendar.item_words import title_words
from cmstation.ui.notices import Notice, NoticeKind

translate = QCoreApplication.translate
_NAMED = 3


def refusal_notice(moved: Moved, item_of: Callable[[ItemKey], CalendarItem | None], key: str) -> Notice:
    """Name what stayed; the reason is that of the first one."""
    from cmstation.ui.wording import words_for  # noqa: PLC0415 - not needed for the first paint

    items = [item for refused in moved.refused if (item := item_of(refused)) is not None]
    names = ", ".join(
        translate("Calendar", "“{title}”").format(title=title_words(item)) for item in items[:_NAMED]
    )
    count = len(moved.refused)
    if not names:
        text = translate("Calendar", "%n item(s) stayed where they were.", "", count)
    elif count <= len(items[:_NAMED]):
        text = translate("Calendar", "{titles} stayed.", "", count).format(titles=names)
    else:
        more = count - len(items[:_NAMED])
        text = translate("Calendar", "{titles} and %n more stayed.", "", more).format(titles=names)
    why = next(iter(moved.refused.values()))
    words = words_for(why) if isinstance(why, StationError) else None
    detail = f"{words.what} {words.detail}".strip() if words is not None else ""
    return Notice(text, NoticeKind.WARNING, detail, key=key)
