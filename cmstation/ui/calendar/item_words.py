"""Items of the calendar in words: what a chip has no room for, for tooltips and for those who do not see."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKind
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.dates import day_title, full_day_words, time_words
from cmstation.ui.kit.states import state_word

translate = QCoreApplication.translate


def title_words(item: CalendarItem) -> str:
    """Return an item's title, or that it has none."""
    return item.title or translate("Calendar", "Untitled")


def hour_words(item: CalendarItem, zone: str) -> str:
    """Return when an item begins in a zone, "" for a whole day."""
    return "" if item.whole_day else time_words(item.start, zone)


def span_words(item: CalendarItem, zone: str) -> str:
    """Return when an item begins and ends: "09:00 – 10:30", "12 – 14 oct.", "" for one whole day."""
    if item.whole_day:
        if item.days == 1:
            return ""
        first, last = day_title(item.first, with_month=True), day_title(item.last, with_month=True)
        return f"{first} – {last}"
    begins = time_words(item.start, zone)
    return begins if item.is_moment else f"{begins} – {time_words(item.end, zone)}"


def kind_words(item: CalendarItem) -> str:
    """Say what an item is: the state of a post, the kind of an event."""
    if item.key.kind is ItemKind.REMOTE:
        return translate("Calendar", "Planned on the network itself")
    if item.event is not None:
        word = event_word(item.event)
        return translate("Calendar", "{kind}, done").format(kind=word) if item.done else word
    word = state_word(item.state.value) if item.state else ""
    if item.on_network:
        return translate("Calendar", "{state}, kept by the network").format(state=word)
    return word


def event_word(kind: EventKind) -> str:
    """Name a kind of event."""
    match kind:
        case EventKind.EVENT:
            return translate("Calendar", "Event")
        case EventKind.PRESS_RELEASE:
            return translate("Calendar", "Press release")
        case EventKind.SHOOTING:
            return translate("Calendar", "Shooting")
        case EventKind.PRINT_DEADLINE:
            return translate("Calendar", "Print deadline")
        case EventKind.TASK:
            return translate("Calendar", "Task")
        case EventKind.QUIET:
            return translate("Calendar", "Quiet day")


def item_words(item: CalendarItem, look: PlanLook, zone: str) -> str:
    """Say an item in one line: hour, title, kind or state, place, accounts, editorial line, campaign."""
    parts = (span_words(item, zone), title_words(item), kind_words(item), item.place, *_labels(item, look))
    return ", ".join(part for part in parts if part)


def item_card(item: CalendarItem, look: PlanLook, zone: str) -> str:
    """Say an item on several lines, for a tooltip."""
    first = " · ".join(part for part in (span_words(item, zone), kind_words(item)) if part)
    lines = (title_words(item), first, item.place, *_labels(item, look), _still(item))
    return "\n".join(part for part in lines if part)


def day_words(day: date, items: tuple[CalendarItem, ...], look: PlanLook, zone: str, remarks: str) -> str:
    """Say a whole day: its date, what is special about it, and each of its items."""
    name = full_day_words(day)
    if day == look.today:
        name = translate("Calendar", "{day}, today").format(day=name)
    count = translate("Calendar", "%n item(s)", "", len(items)) if items else translate("Calendar", "nothing")
    head = ", ".join(part for part in (name, remarks, count) if part)
    return "\n".join((head, *(item_words(item, look, zone) for item in items)))


def _labels(item: CalendarItem, look: PlanLook) -> tuple[str, str, str]:
    accounts = ", ".join(look.accounts[account] for account in item.accounts if account in look.accounts)
    line = look.lines.get(item.theme) if item.theme is not None else None
    campaign = look.campaigns.get(item.campaign) if item.campaign is not None else None
    return accounts, line.name if line else "", campaign.name if campaign else ""


def _still(item: CalendarItem) -> str:
    if item.movable:
        return ""
    return translate("Calendar", "It has left, or is leaving: it stays where it is.")
