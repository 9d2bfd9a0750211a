"""What a delivery keeps about an error."""

from dataclasses import dataclass

from cmstation.domain.errors import NetworkError, StationError
from cmstation.services.error_keys import error_key

LONGEST_CODE = 80  # a server may answer anything


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error as it is stored.

    Args:
        key: see `error_key`; "" when nothing is wrong.
        detail: the network's own words.
        code: what the network or the line called it.
    """

    key: str
    detail: str
    code: str = ""

    @classmethod
    def of(cls, problem: StationError) -> "Trouble":
        """Take from an error what is worth keeping."""
        if isinstance(problem, NetworkError):
            return cls(error_key(problem), problem.detail, problem.code[:LONGEST_CODE])
        return cls(error_key(problem), "")


NO_TROUBLE = Trouble("", "")
