"""What a command changed, so that each screen can tell whether to look again."""

from dataclasses import dataclass

NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Changes:
    """Identities of what changed; `everything` asks every screen to look again.

    `calendar` names what stands there beside posts: events, slots, sequences, health days; `watch` sources,
    lists, items and reviews; `statistics` figures, peers, goals and notes.
    """

    posts: frozenset[int] = NOTHING
    deliveries: frozenset[int] = NOTHING
    accounts: frozenset[int] = NOTHING
    media: frozenset[int] = NOTHING
    labels: bool = False
    everything: bool = False
    calendar: bool = False
    watch: bool = False
    statistics: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.posts | other.posts,
            self.deliveries | other.deliveries,
            self.accounts | other.accounts,
            self.media | other.media,
            self.labels or other.labels,
            self.everything or other.everything,
            self.calendar or other.calendar,
            self.watch or other.watch,
            self.statistics or other.statistics,
        )

    def __bool__(self) -> bool:
        return bool(
            self.posts
            or self.deliveries
            or self.accounts
            or self.media
            or self.labels
            or self.everything
            or self.calendar
            or self.watch
            or self.statistics
        )


def of_posts(*posts: int) -> Changes:
    """Name changed posts."""
    return Changes(posts=frozenset(posts))


def of_deliveries(posts: frozenset[int], deliveries: frozenset[int]) -> Changes:
    """Name changed deliveries with the posts they belong to."""
    return Changes(posts=posts, deliveries=deliveries)
