"""A few threads that read sources side by side within one refresh.

The window's own threads are in `ui/jobs.py`; a refresh is one job there. These live only while it lasts,
here below the window, because eight jobs would take the places that other work needs.
"""

import queue
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")


class Workers(Generic[Task, Outcome]):
    """Does tasks; a call that hangs cannot keep the program from ending, as its thread is a daemon.

    Args:
        work: turns a task into its outcome, and never raises.
    """

    def __init__(self, work: Callable[[Task], Outcome], most: int) -> None:
        self._work = work
        self.most = most
        self._tasks: queue.SimpleQueue[tuple[Task] | None] = queue.SimpleQueue()
        self._outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._threads = 0
        self.under_way = 0

    def begin(self, task: Task) -> None:
        """Do a task as soon as a thread is free."""
        self.under_way += 1
        self._tasks.put((task,))
        if self._threads < min(self.under_way, self.most):
            self._threads += 1
            threading.Thread(target=self._run, name=f"watch-{self._threads}", daemon=True).start()

    def outcome(self, patience: float) -> Outcome | None:
        """Return the next outcome, None when there is none within so many seconds."""
        try:
            found = self._outcomes.get(timeout=patience) if patience else self._outcomes.get_nowait()
        except queue.Empty:
            return None
        self.under_way -= 1
        return found

    def end(self) -> None:
        """Let the threads end; tasks that have not begun are dropped."""
        try:
            while True:
                self._tasks.get_nowait()
                self.under_way -= 1
        except queue.Empty:
            pass
        for _ in range(self._threads):
            self._tasks.put(None)

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            self._outcomes.put(self._work(task[0]))
            del task
