"""A network whose check goes on when the test says so."""

import queue
from collections.abc import Callable
from dataclasses import dataclass, field

from cmstation.domain.accounts import Account, NewAccount, Secret
from cmstation.domain.networks import (
    AccountReport,
    CheckStep,
    Publisher,
    StepState,
    TellStep,
    tell_nobody,
)

LONGEST_WAIT = 20


@dataclass
class SlowCheck:
    """Checks an account, and gives every account such a check."""

    handle: str = "@clinique@social.example"
    steps: queue.SimpleQueue[CheckStep | None] = field(default_factory=queue.SimpleQueue[CheckStep | None])

    def passes(self, *names: str) -> None:
        """Let steps pass."""
        for name in names:
            self.steps.put(CheckStep(name, StepState.PASSED))

    def fails(self, name: str, cause: str) -> None:
        """Let a step fail; the check is over."""
        self.steps.put(CheckStep(name, StepState.FAILED, cause))
        self.steps.put(None)

    def ends(self) -> None:
        """Let the check come to its end."""
        self.steps.put(None)

    def check(self, tell: TellStep = tell_nobody) -> AccountReport:
        done: list[CheckStep] = []
        while (step := self.steps.get(timeout=LONGEST_WAIT)) is not None:
            tell(step)
            done.append(step)
        return AccountReport(tuple(done), handle=self.handle, address="https://social.example")

    def checker(self, account: NewAccount, secret: Secret | None) -> "SlowCheck":
        return self

    def publisher(self, account: Account, secret: Secret | None, keep: Callable[[Secret], None]) -> Publisher:
        raise NotImplementedError

    def metrics(self, account: Account, secret: Secret | None, keep: Callable[[Secret], None]) -> None:
        return None
