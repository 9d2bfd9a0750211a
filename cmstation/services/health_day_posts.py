"""The posts that are written for a health day, this year and in the years before."""

from datetime import datetime, time
from typing import Final

from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.clock import Clock
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotFound
from cmstation.domain.health_day_themes import fitting_line
from cmstation.domain.health_days import HealthDay
from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.services.done import Done
from cmstation.services.drafts import Drafts
from cmstation.services.health_days import HealthDays
from cmstation.services.preferences import Preferences
from cmstation.storage.health_days import HealthDayTable
from cmstation.storage.labels import Labels

USUAL_HOUR: Final = time(9)
_CHANGED: Final = Changes(calendar=True)


class HealthDayPosts:
    """Drafts for the health days, begun anew or from an earlier year."""

    def __init__(
        self,
        days: HealthDays,
        table: HealthDayTable,
        drafts: Drafts,
        labels: Labels,
        preferences: Preferences,
        clock: Clock,
    ) -> None:
        self._days = days
        self._table = table
        self._drafts = drafts
        self._labels = labels
        self._preferences = preferences
        self._clock = clock

    def posts_for(self, slug: str, year: int) -> tuple[int, ...]:
        """Return the posts written for a day of a year, oldest first."""
        return self._table.posts_for(slug, year)

    def last_post(self, slug: str, before_year: int) -> int | None:
        """Return the newest post that was written for a day in an earlier year."""
        return self._table.last_post(slug, before_year)

    def prepare(self, slug: str, year: int) -> Done[Draft]:
        """Start a post for a day of a year, planned on its first morning when that lies ahead.

        Raises:
            NotFound: there is no such day, or it is not kept that year.
        """
        day = self._days.day(slug, year)
        line = fitting_line(day, self._labels.themes())
        done = self._drafts.new(
            title=day.name_fr, theme=line.id if line else None, planned=self._first_morning(day)
        )
        return self._linked(done, slug, year)

    def take_up(self, slug: str, year: int) -> Done[Draft]:
        """Copy the newest post of an earlier year as a draft that is reviewed anew, at this year's hour.

        Raises:
            NotFound: there is no such day, or no earlier post.
        """
        day, source = self._days.day(slug, year), self._table.last_post(slug, year)
        if source is None:
            raise NotFound(subject="post", identity=slug)
        done = self._drafts.duplicate(source)
        planned = self._first_morning(day)
        copy = self._drafts.update(done.value.id, planned=planned) if planned else done.value
        return self._linked(Done(copy, done.changes, done.undo), slug, year)

    # --- inside ---

    def _first_morning(self, day: HealthDay) -> PlannedTime | None:
        planned = at_wall_time(datetime.combine(day.start, USUAL_HOUR), self._preferences.zone())
        return planned if planned.instant > self._clock.now() else None

    def _linked(self, done: Done[Draft], slug: str, year: int) -> Done[Draft]:
        self._table.link(done.value.id, slug, year)
        undo = done.undo
        return Done(
            done.value,
            of_posts(done.value.id) | _CHANGED,
            (lambda: undo() | _CHANGED) if undo else None,
        )
