"""What the person set once: the clinic's name, the zone, the countdown and the like."""

import secrets
from collections.abc import Iterable

from cmstation.domain.campaign_links import host_of
from cmstation.domain.networks import Json
from cmstation.domain.planned_time import USUAL_ZONE
from cmstation.domain.restoration import SETTING, Restored
from cmstation.storage.settings import Settings


class Preferences:
    """Reads the few settings of a data folder from memory; writes go to the database."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: dict[str, Json] = settings.all()

    def clinic(self) -> str:
        """Return the clinic's name, "" until it is given."""
        return str(self._known.get("clinic", ""))

    def set_clinic(self, name: str) -> None:
        """Give the clinic's name."""
        self._set("clinic", name.strip())

    def zone(self) -> str:
        """Return the IANA zone in which new times are planned."""
        return str(self._known.get("zone", USUAL_ZONE))

    def set_zone(self, zone: str) -> None:
        """Choose the zone of new times; planned ones keep theirs."""
        self._set("zone", zone)

    def countdown_seconds(self) -> int:
        """Return how long a publication waits for Cancel, 0 to 60 seconds."""
        return max(0, min(60, _whole(self._known.get("countdown_seconds", 8), 8)))

    def set_countdown_seconds(self, seconds: int) -> None:
        """Choose how long a publication waits for Cancel."""
        self._set("countdown_seconds", max(0, min(60, seconds)))

    def always_last_look(self) -> bool:
        """Tell whether the last look opens even when every check passes."""
        return bool(self._known.get("always_last_look", False))

    def set_always_last_look(self, wanted: bool) -> None:
        """Choose whether the last look always opens."""
        self._set("always_last_look", wanted)

    def grace_minutes(self, usual: int = 30) -> int:
        """Return how late a planned post may leave without asking."""
        return max(1, _whole(self._known.get("grace_minutes", usual), usual))

    def set_grace_minutes(self, minutes: int) -> None:
        """Choose how late a planned post may leave without asking."""
        self._set("grace_minutes", max(1, minutes))

    def language(self) -> str:
        """Return the forced language ("fr", "en"), "" to follow the system."""
        return str(self._known.get("language", ""))

    def set_language(self, language: str) -> None:
        """Force a language, or follow the system with ""."""
        self._set("language", language)

    def marks_links(self) -> bool:
        """Tell whether links to the clinic's own sites carry campaign marks.

        Off until somebody asks for it: marks change words that were planned and looked at without them,
        and make a link longer where readers see it.
        """
        return self._known.get("campaign_marks") is True

    def set_marks_links(self, wanted: bool) -> None:
        """Choose whether links to the clinic's own sites carry campaign marks."""
        self._set("campaign_marks", wanted)

    def own_sites(self) -> tuple[str, ...]:
        """Return the hosts of the clinic's sites that it has no account for."""
        kept = self._known.get("own_sites")
        names = kept if isinstance(kept, list) else ()
        return tuple(host for name in names if isinstance(name, str) and (host := host_of(name)))

    def set_own_sites(self, sites: Iterable[str]) -> None:
        """Name the clinic's other sites: hosts or whole addresses; what names no site is left out."""
        self._set("own_sites", list(dict.fromkeys(host for site in sites if (host := host_of(site)))))

    def scope(self) -> str:
        """Return the name under which this folder's secrets are kept in the keyring; made once."""
        found = self._known.get("secrets_scope", "")
        if not found:
            found = secrets.token_hex(8)
            self._set("secrets_scope", found)
        return str(found)

    def restored(self) -> Restored | None:
        """Return which copy took the place of a damaged file, until the person has looked."""
        found = self._known.get(SETTING)
        return Restored.from_json(found) if found else None

    def forget_restored(self) -> None:
        """Remember that the person has looked at what left since."""
        self._set(SETTING, None)

    def _set(self, name: str, value: Json) -> None:
        self._settings.set(name, value)
        self._known[name] = value


def _whole(value: object, usual: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else usual
