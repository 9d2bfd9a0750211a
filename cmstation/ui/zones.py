"""The time zones that a person is offered, in the order of their use."""

from collections.abc import Sequence

# Where the clinics of French-speaking countries are; the others follow in alphabetical order.
NEAR_ZONES = (
    "Europe/Paris",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Cayenne",
    "Indian/Reunion",
    "Indian/Mayotte",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "America/Toronto",
    "Europe/Brussels",
    "Europe/Zurich",
    "Europe/Luxembourg",
)


def ordered_zones(known: Sequence[str], chosen: str) -> tuple[str, ...]:
    """Return the zones to offer: near ones first, the chosen one always among them."""
    near = [zone for zone in NEAR_ZONES if zone in known]
    others = sorted(zone for zone in known if "/" in zone and zone not in near)
    rest = [] if chosen in near or chosen in others else [chosen]
    return (*rest, *near, *others)
