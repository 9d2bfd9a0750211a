"""Expected errors of the calendar's hands; facts, never prose."""

from cmstation.domain.errors import StationError


class HourHasPassed(StationError):
    """A post cannot be given an hour that lies behind us (facts: due, now)."""


class HourTooNear(StationError):
    """The network keeps a post only for an hour further ahead (facts: due, shortest_wait)."""


class LeavingNow(StationError):
    """The hour at which the network publishes has come, or nearly (facts: remote_id, due)."""


class NoLongerWaiting(StationError):
    """The network does not keep the post for later any more (facts: remote_id, found)."""


class CannotMoveThere(StationError):
    """This account's network does not let what it keeps be moved (facts: account)."""


class MovedInPart(StationError):
    """Some accounts have another hour now and others not (facts: post, moved, stayed, changes).

    Args:
        moved, stayed: accounts; what is stored agrees with the networks.
        changes: what the screens should look at again.
    """


class TakenBackInPart(StationError):
    """Some networks gave a waiting post back and others keep it (facts: post, taken, stayed, changes).

    Args:
        taken, stayed: accounts; what is stored agrees with the networks.
        changes: what the screens should look at again.
    """


class UndoneInPart(StationError):
    """Of several items some could not be put back (facts: refused, changes).

    Args:
        refused: their keys.
        changes: what the screens should look at again.
    """


class PlannedElsewhere(StationError):
    """Somebody planned this on the network itself: here it can only be moved (facts: key)."""
