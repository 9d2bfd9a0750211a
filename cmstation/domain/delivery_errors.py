"""Expected errors of the outbox and of the media library; facts, never prose."""

from cmstation.domain.errors import StationError


class AlreadyPlanned(StationError):
    """This account has a delivery of this post on its way already (facts: post, account, kind)."""


class WrongState(StationError):
    """The delivery is in another state than the change needs (facts: delivery, found, wanted)."""


class PayloadChanged(StationError):
    """What should leave differs from what was frozen for this delivery (facts: delivery)."""


class TooLate(StationError):
    """The delivery can no longer be cancelled (facts: delivery, found)."""


class MediaInUse(StationError):
    """A post that has not left yet shows this medium (facts: media, posts)."""
