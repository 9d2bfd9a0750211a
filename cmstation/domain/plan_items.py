"""Arrange posts, events and what waits on the networks as items of the calendar."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind, PlanFilter
from cmstation.domain.calendar_events import CalendarEvent, EventStatus, Occurrence, WholeDay, instant_of
from cmstation.domain.delivery import LEFT_STATES, DeliveryState
from cmstation.domain.drafts import PostState, Stage, state_of
from cmstation.domain.event_words import is_done
from cmstation.domain.events import Event, is_series, key_of
from cmstation.domain.ics_errors import TooManyOccurrences
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.post_hours import ON_TIME
from cmstation.domain.remote_posts import RemotePost

_ZERO: Final = timedelta(0)
_DAY: Final = timedelta(days=1)
_INSTANT: Final = timedelta(microseconds=1)
# A network gives back what it keeps; nobody gives back what else has left, or is leaving.
_GONE: Final = (LEFT_STATES | {DeliveryState.PREPARING}) - {DeliveryState.ON_NETWORK}


@dataclass(frozen=True, slots=True)
class PlannedDelivery:
    """What the calendar knows of deliveries of a post, not cancelled, that differ in their account alone.

    Args:
        due, sent_at: aware UTC.
        zone: in which their hour was planned.
        armed: they were frozen for the irreversible call, and may have left.
    """

    accounts: tuple[int, ...]
    state: DeliveryState
    due: datetime
    zone: str
    sent_at: datetime | None = None
    armed: bool = False


@dataclass(frozen=True, slots=True)
class PlannedPost:
    """What the calendar knows of one post.

    Args:
        title: its own, or its first words.
        planned: aware UTC, None when nothing is decided.
        accounts: the chosen ones.
    """

    id: int
    title: str
    stage: Stage
    archived: bool
    theme: int | None
    campaign: int | None
    planned: datetime | None
    planned_zone: str
    accounts: tuple[int, ...]
    deliveries: tuple[PlannedDelivery, ...] = ()
    picture: str = ""
    sequence: int | None = None


def hour_of(delivery: PlannedDelivery) -> datetime:
    """Return the UTC minute at which deliveries stand."""
    moment, sent = delivery.due, delivery.sent_at
    if delivery.state is DeliveryState.SENT and sent is not None and not _ZERO <= sent - moment <= ON_TIME:
        moment = sent
    return _minute(moment)


def occurrences_in(content: CalendarEvent, start: date, end: date, zone: str) -> list[Occurrence]:
    """Return what takes place of an event between two days, the last one excluded.

    An event that happens once is given whenever it happens. Of a series that nobody can compute, the
    first occurrence is given: what is broken should be seen, and should not hide the rest.
    """
    found = [Occurrence(content, content.start, content.end, content.replaces or content.start)]
    if is_series(content):
        with suppress(TooManyOccurrences, ValueError):
            found = content.occurrences(start, end, zone=zone)
    return [one for one in found if one.event.status is not EventStatus.CANCELLED]


def touches(item: CalendarItem, start: date, end: date) -> bool:
    """Tell whether an item is there on a day of a span, the last day excluded."""
    return item.first < end and item.last >= start


def wants(wanted: PlanFilter, item: CalendarItem) -> bool:
    """Tell whether a filter keeps an item; what it asks for, the item must have."""
    state = PostState.SCHEDULED if item.key.kind is ItemKind.REMOTE else item.state
    return (
        (not wanted.kinds or item.key.kind in wanted.kinds)
        and (not wanted.states or state in wanted.states)
        and (not wanted.accounts or not wanted.accounts.isdisjoint(item.accounts))
        and (not wanted.themes or item.theme in wanted.themes)
        and (not wanted.campaigns or item.campaign in wanted.campaigns)
    )


class PlanItems:
    """Makes the items of one plan.

    Args:
        zone: whose days they touch.
        accounts: the network of every account, in the person's order, removed ones too.
    """

    def __init__(self, zone: str, accounts: Mapping[int, Network]) -> None:
        self._name = zone
        self._zone = ZoneInfo(zone)
        self._networks = accounts
        self._order = {account: place for place, account in enumerate(accounts)}
        # Few differ among thousands.
        self._states: dict[tuple[object, ...], PostState] = {}
        self._chosen: dict[tuple[int, ...], tuple[tuple[int, ...], tuple[Network, ...]]] = {}

    def of_post(self, post: PlannedPost) -> Iterator[CalendarItem]:
        """Give an item for each hour of a post; none when it was put away unsent."""
        deliveries = post.deliveries
        if post.archived and not any(one.state in LEFT_STATES for one in deliveries):
            return
        hours: dict[datetime, list[PlannedDelivery]] = {}
        undelivered = post.accounts
        for delivery in deliveries:
            hours.setdefault(hour_of(delivery), []).append(delivery)
            undelivered = tuple(account for account in undelivered if account not in delivery.accounts)
        planned = None
        if post.planned is not None and (undelivered or not deliveries):
            planned = _minute(post.planned)
            hours.setdefault(planned, [])
        for hour, own in hours.items():
            yield self._of_hour(post, hour, own, undelivered if hour == planned else ())

    def of_event(self, event: Event, one: Occurrence) -> CalendarItem:
        """Return the item of an event, or of one occurrence of a series."""
        start = instant_of(one.start, self._name)
        end = max(instant_of(one.end, self._name), start)
        if isinstance(one.start, WholeDay) and isinstance(one.end, WholeDay):
            first, last = one.start.day, max(one.start.day, one.end.day - _DAY)
            end = max(end, instant_of(WholeDay(last + _DAY), self._name))
        else:
            first, last = self._days(start, end)
        return CalendarItem(
            key=key_of(event.id, event.content, one.replaces),
            title=one.event.title,
            start=start,
            end=end,
            first=first,
            last=last,
            planned_zone=one.start.zone if isinstance(one.start, PlannedTime) else self._name,
            whole_day=isinstance(one.start, WholeDay),
            ends_movable=True,
            event=event.kind,
            theme=event.theme,
            campaign=event.campaign,
            done=event.done_at is not None or is_done(one.event),
            recurs=event.content.recurs,
            place=one.event.place,
        )

    def of_remote(self, post: RemotePost) -> CalendarItem:
        """Return the item of what somebody planned on a network."""
        accounts, networks = self._chosen_ones((post.account,))
        day = post.due.astimezone(self._zone).date()
        return CalendarItem(
            key=ItemKey(ItemKind.REMOTE, post.id),
            title=post.title or post.text,
            start=post.due,
            end=post.due,
            first=day,
            last=day,
            planned_zone=self._name,
            accounts=accounts,
            networks=networks,
            on_network=True,
        )

    # --- inside ---

    def _of_hour(
        self,
        post: PlannedPost,
        hour: datetime,
        own: list[PlannedDelivery],
        undelivered: tuple[int, ...],
    ) -> CalendarItem:
        here = sum((one.accounts for one in own), undelivered)
        accounts, networks = self._chosen_ones(here)
        states = tuple(one.state for one in own)
        day = hour.astimezone(self._zone).date()
        return CalendarItem(
            key=ItemKey(ItemKind.POST, post.id, f"{hour.isoformat()[:16]}Z"),
            title=post.title,
            start=hour,
            end=hour,
            first=day,
            last=day,
            planned_zone=self._first(own).zone if own else post.planned_zone,
            movable=not (post.archived or any(map(_has_left, own))),
            state=self._state(post.stage, states, archived=post.archived),
            theme=post.theme,
            campaign=post.campaign,
            sequence=post.sequence,
            accounts=accounts,
            networks=networks,
            on_network=DeliveryState.ON_NETWORK in states,
            picture=post.picture,
        )

    def _first(self, deliveries: list[PlannedDelivery]) -> PlannedDelivery:
        """Return those of the first account, in the person's order."""
        if len(deliveries) == 1:
            return deliveries[0]
        return min(deliveries, key=lambda one: min(map(self._order.__getitem__, one.accounts)))

    def _chosen_ones(self, accounts: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[Network, ...]]:
        found = self._chosen.get(accounts)
        if found is None:
            ordered = tuple(sorted(accounts, key=self._order.__getitem__))
            networks = dict.fromkeys(self._networks[account] for account in ordered)
            self._chosen[accounts] = found = (ordered, tuple(networks))
        return found

    def _state(self, stage: Stage, deliveries: tuple[DeliveryState, ...], *, archived: bool) -> PostState:
        key = (stage, archived, *deliveries)
        found = self._states.get(key)
        if found is None:
            self._states[key] = found = state_of(stage, deliveries, archived=archived)
        return found

    def _days(self, start: datetime, end: datetime) -> tuple[date, date]:
        first = start.astimezone(self._zone).date()
        last = (end - _INSTANT if end > start else end).astimezone(self._zone).date()
        return first, max(first, last)


def _has_left(delivery: PlannedDelivery) -> bool:
    armed = delivery.armed and delivery.state is not DeliveryState.ON_NETWORK
    return armed or delivery.state in _GONE


def _minute(moment: datetime) -> datetime:
    # Nearly every hour is a whole minute already, and a year has tens of thousands of them.
    return moment.replace(second=0, microsecond=0) if moment.second or moment.microsecond else moment
