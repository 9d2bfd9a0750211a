"""The sample clinic: realistic posts in every state, around today, on networks that publish nowhere."""

import json
import secrets
from datetime import datetime, timedelta
from typing import TypedDict, cast
from zoneinfo import ZoneInfo

from cmstation.domain.accounts import Account, NewAccount
from cmstation.domain.drafts import Stage
from cmstation.domain.networks import Network, Receipt, Way
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.resource_files import resource
from cmstation.services.rehearsal_calendar import Filled, RehearsalCalendar
from cmstation.services.station import Station
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.posts import Posts

OWNER = "rehearsal"


class _Account(TypedDict):
    network: str
    name: str
    handle: str
    address: str


class _PostAlways(TypedDict):
    title: str
    text: str
    theme: int
    accounts: list[str]


class _Post(_PostAlways, total=False):
    day: int
    hour: str
    stage: str
    plan: bool
    archived: bool
    link: str
    tags: list[str]
    campaign: int
    picture: list[int]
    undescribed: int
    versions: dict[str, str]
    end: dict[str, str]


class _Clinic(TypedDict):
    clinic: str
    accounts: list[_Account]
    themes: list[list[str]]
    campaigns: list[str]
    templates: list[list[str]]
    pictures: list[list[str]]
    posts: list[_Post]


class RehearsalClinic:
    """Fills a new data folder with the sample clinic."""

    def __init__(self, station: Station, deliveries: Deliveries, posts: Posts) -> None:
        self._station = station
        self._deliveries = deliveries
        self._posts = posts
        text = resource("rehearsal", "clinic.json").read_text(encoding="utf-8")
        self._clinic = cast("_Clinic", json.loads(text))

    def fill(self) -> None:
        """Write accounts, labels, pictures, posts and the calendar."""
        station, clinic = self._station, self._clinic
        station.preferences.set_clinic(clinic["clinic"])
        accounts = {given["network"]: self._account(given) for given in clinic["accounts"]}
        themes = [station.labels.add_theme(name, colour).value.id for name, colour in clinic["themes"]]
        campaigns = [station.labels.add_campaign(name).value.id for name in clinic["campaigns"]]
        for name, title, text in clinic["templates"]:
            station.labels.add_template(name, title, text)
        pictures = [self._picture(name, alt) for name, alt in clinic["pictures"]]
        posts: dict[str, int] = {}
        for given in clinic["posts"]:
            post = posts[given["title"]] = self._post(given, accounts, themes, campaigns)
            self._illustrate(post, given, pictures)
            self._send(post, given, accounts)
        calendar = RehearsalCalendar(station, self._publish)
        calendar.fill(Filled(accounts, themes, campaigns, posts))

    def _account(self, given: _Account) -> Account:
        new = NewAccount(
            Network(given["network"]), Way.REHEARSAL, given["name"], given["address"], "", given["handle"]
        )
        return self._station.accounts.add(new, None).value

    def _picture(self, name: str, alt_text: str) -> int:
        item = self._station.library.add_bytes(resource("rehearsal", name).read_bytes(), name).value
        self._station.library.describe(item.id, alt_text)
        return item.id

    def _post(
        self, given: _Post, accounts: dict[str, Account], themes: list[int], campaigns: list[int]
    ) -> int:
        place = given.get("campaign")
        post = self._station.drafts.new(
            title=given["title"],
            text=given["text"],
            stage=Stage(given.get("stage", "draft")),
            accounts=[accounts[network].id for network in given["accounts"]],
            theme=themes[given["theme"]],
            campaign=None if place is None else campaigns[place],
            tags=given.get("tags", []),
            link=given.get("link", ""),
            planned=self._planned(given),
        ).value.id
        for network, text in given.get("versions", {}).items():
            self._station.drafts.set_version(post, accounts[network].id, text=text)
        if given.get("archived"):
            self._station.drafts.archive(post)
        return post

    def _illustrate(self, post: int, given: _Post, pictures: list[int]) -> None:
        for place, picture in enumerate(given.get("picture", [])):
            self._station.drafts.attach(post, pictures[picture])
            if given.get("undescribed") == place:
                self._station.drafts.describe(post, pictures[picture], "")

    def _send(self, post: int, given: _Post, accounts: dict[str, Account]) -> None:
        planned = self._planned(given)
        if planned is None:
            return
        if given.get("plan"):
            self._station.outbox.plan(post, due=planned)
        for network, end in given.get("end", {}).items():
            self._bring_to(end, post, accounts[network], planned)

    def _publish(self, post: int, account: Account, due: PlannedTime) -> None:
        self._bring_to("live", post, account, due)

    def _bring_to(self, end: str, post: int, account: Account, due: PlannedTime) -> None:
        at = due.instant
        delivery = self._deliveries.add(post, account.id, due, at, key=secrets.token_hex(16)).id
        self._deliveries.claim(delivery, at, OWNER)
        if end == "failed":
            self._deliveries.failed(delivery, at + timedelta(seconds=2), "permission_missing", "")
            return
        self._deliveries.arm(delivery, at, OWNER, b"{}", "44136fa355b3678a1146ad16f7e8649e")
        if end == "live":
            identity = f"{account.network.value}-{post}"
            url = f"https://repetition.example/{identity}"
            self._deliveries.sent(delivery, at + timedelta(seconds=3), Receipt(identity, url))
            return
        # Looked at often enough: only the person can tell now.
        self._deliveries.journal_note(delivery, "looks", "99")
        evidence = ("look 1: nothing found", "look 2: nothing found", "look 3: nothing found")
        self._deliveries.uncertain(delivery, at + timedelta(seconds=30), "outcome_unknown", "", evidence)

    def _planned(self, given: _Post) -> PlannedTime | None:
        if "day" not in given or "hour" not in given:
            return None
        zone = self._station.preferences.zone()
        now = self._station.clock.now()
        hours, minutes = (int(part) for part in given["hour"].split(":"))
        day = (at_local(now, zone) + timedelta(days=given["day"])).date()
        wall = datetime(day.year, day.month, day.day, hours, minutes)  # noqa: DTZ001 (a wall time)
        return at_wall_time(wall, zone)


def at_local(instant: datetime, zone: str) -> datetime:
    """Return an instant as the zone's clocks show it."""
    return instant.astimezone(ZoneInfo(zone))
