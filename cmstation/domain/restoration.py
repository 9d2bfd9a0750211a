"""A copy that took the place of a damaged database: from when it is, what must be looked at."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from cmstation.domain.networks import Json

SETTING = "restored"  # name of the setting that remembers it until the person has looked
RESTORED = "restored"  # key of the trouble of a delivery that may have left after the copy was made


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """A daily copy that can be taken back.

    Args:
        made_at: aware UTC.
        zone: in which the clinic plans (IANA name).
    """

    file: Path
    made_at: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Restored:
    """What took the place of a damaged database.

    Args:
        copied_at: aware UTC; the posts are as they were then.
        at: aware UTC; when the copy was taken back.
        kept: name of the damaged file, kept beside the database.
    """

    copied_at: datetime
    at: datetime
    kept: str

    def as_json(self) -> dict[str, Json]:
        """Return what is stored."""
        return {"copied_at": self.copied_at.isoformat(), "at": self.at.isoformat(), "kept": self.kept}

    @classmethod
    def from_json(cls, stored: Json) -> "Restored":
        """Read what was stored."""
        found = cast("dict[str, str]", stored)
        return cls(
            datetime.fromisoformat(found["copied_at"]), datetime.fromisoformat(found["at"]), found["kept"]
        )
