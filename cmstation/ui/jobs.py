"""Runs slow work off the window's thread and brings its outcome back; the only file with threads."""

import _thread
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

Result = TypeVar("Result")
MOST_AT_ONCE = 12


class Cancelled(Exception):
    """The person cancelled the job; raised by `Progress` inside its work."""


class Progress:
    """What a job's work calls to tell how far it is; raises Cancelled once the job was cancelled."""

    def __init__(self, report: Callable[[int, int], None], tell: Callable[[object], None]) -> None:
        self._report = report
        self._tell = tell
        self._cancelled = threading.Event()

    def __call__(self, done: int = 0, total: int = 0) -> None:
        """Report progress.

        Raises:
            Cancelled: stop now; nothing is reported any more.
        """
        if self._cancelled.is_set():
            raise Cancelled
        if total:
            self._report(done, total)

    def tell(self, news: object) -> None:
        """Pass on what was found so far, something that nobody changes any more.

        Raises:
            Cancelled: stop now; nothing is reported any more.
        """
        self()
        self._tell(news)

    @property
    def cancelled(self) -> bool:
        """Whether the person cancelled."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled.set()


@dataclass(slots=True)
class _Outcome:
    """How a piece of work ended; one of the two is set, none when it was cancelled."""

    value: object = None
    error: Exception | None = None
    cancelled: bool = False


@dataclass(slots=True)
class _Work:
    """All that a thread touches: no QObject, so that none can be destroyed outside the window's thread."""

    call: Callable[[Progress], object]
    progress: Progress
    outcome: _Outcome = field(default_factory=_Outcome)

    def release(self) -> None:
        """Let go of what the work referred to, now, rather than when the job is destroyed."""
        self.call = _nothing
        self.outcome = _Outcome()

    def perform(self) -> None:
        try:
            self.progress()
            self.outcome.value = self.call(self.progress)
        except Cancelled:
            self.outcome.cancelled = True
        except Exception as problem:  # noqa: BLE001 - carried to the window's thread, where it is worded
            self.outcome.error = problem


_Tasks = queue.SimpleQueue[tuple[int, _Work] | None]


class Job(QObject, Generic[Result]):
    """One piece of work under way; lives on the window's thread.

    Signals:
        progressed: how many steps of how many are done.
        told: what the work found so far, in its order.
        ended: the job is over, however it ended.
    """

    progressed = Signal(int, int)
    told = Signal(object)
    ended = Signal()

    def __init__(
        self,
        parent: QObject,
        number: int,
        work: _Work,
        lane: str,
        owner: QObject | None,
        on_success: Callable[[Result], None] | None,
        on_failure: Callable[[Exception], object] | None,
    ) -> None:
        super().__init__(parent)
        self.number = number
        self.lane = lane
        self.work = work
        self._owner = owner
        self._on_success = on_success
        self._on_failure = on_failure
        self._over = False

    @property
    def over(self) -> bool:
        """Whether the job has ended."""
        return self._over

    def cancel(self) -> None:
        """Forget the job: nothing is called back, and its work stops at its next report."""
        self.work.progress.cancel()

    def finish(self) -> None:
        """Call back with the outcome; on the window's thread, once."""
        self._over = True
        outcome = self.work.outcome
        owner_is_gone = self._owner is not None and not isValid(self._owner)
        try:
            if self.work.progress.cancelled or outcome.cancelled or owner_is_gone:
                return
            if outcome.error is None:
                if self._on_success is not None:
                    self._on_success(cast("Result", outcome.value))
            elif self._on_failure is not None:
                self._on_failure(outcome.error)
            else:
                raise outcome.error
        finally:
            self._on_success = self._on_failure = self._owner = None
            self.work.release()
            self.ended.emit()
            self.deleteLater()


class _Bell(QObject):
    """How the threads speak to a runner, which may be destroyed while they ring."""

    arrived = Signal()
    reported = Signal(int, int, int)
    news_came = Signal()


# Never let go: a thread may ring at any moment, and a QObject must not die under its hands.
_BELLS: list[_Bell] = []


class JobRunner(QObject):
    """Starts jobs, in lanes where order matters, and stops them all at the end.

    Signals:
        idle: the last job has ended.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, deque[Job[Any]]] = {}
        self._free: deque[Job[Any]] = deque()
        self._running: dict[int, Job[Any]] = {}
        self._tasks: _Tasks = queue.SimpleQueue()
        self._outcomes: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._news: queue.SimpleQueue[tuple[int, object]] = queue.SimpleQueue()
        self._workers = 0
        self._numbers = 0
        self._stopped = False
        self._bell = _Bell()
        _BELLS.append(self._bell)
        self._bell.arrived.connect(self._take_one, Qt.ConnectionType.QueuedConnection)
        self._bell.reported.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._bell.news_came.connect(self._pass_news_on, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Progress], Result],
        *,
        on_success: Callable[[Result], None] | None = None,
        on_failure: Callable[[Exception], object] | None = None,
        lane: str = "",
        owner: QObject | None = None,
    ) -> Job[Result]:
        """Run `work(progress)` on another thread.

        Args:
            on_success: called on the window's thread.
            on_failure: the same; without it an error is raised on the window's thread.
            lane: jobs of the same non-empty lane run one after the other, in order.
            owner: when it is gone, nothing is called back.
        """
        self._numbers += 1
        number = self._numbers
        bell, news = self._bell, self._news

        def tell(piece: object) -> None:
            news.put((number, piece))
            bell.news_came.emit()

        progress = Progress(lambda done, total: bell.reported.emit(number, done, total), tell)
        job: Job[Result] = Job(self, number, _Work(work, progress), lane, owner, on_success, on_failure)
        if self._stopped:
            job.cancel()
        if lane:
            waiting = self._lanes.setdefault(lane, deque())
            waiting.append(job)
            if len(waiting) == 1:
                self._run(job)
        elif len(self._running) < MOST_AT_ONCE:
            self._run(job)
        else:
            self._free.append(job)
        return job

    @property
    def busy(self) -> bool:
        """Whether any job is under way or waits."""
        return bool(self._running or self._free)

    @property
    def lanes(self) -> frozenset[str]:
        """The lanes that have work."""
        return frozenset(self._lanes)

    def busy_lane(self, lane: str) -> bool:
        """Tell whether a lane has work."""
        return lane in self._lanes

    def finish_lane(self, lane: str, timeout_ms: int) -> bool:
        """Wait until a lane is empty, calling back as jobs end; tell whether it is.

        Blocks the window's thread: only for closing.
        """
        return self._wait_until(lambda: lane not in self._lanes, timeout_ms)

    def stop(self, timeout_ms: int) -> bool:
        """Cancel every job, wait, and tell whether all ended; jobs started later do nothing."""
        self._stopped = True
        for jobs in (*self._lanes.values(), self._free):
            for job in jobs:
                job.cancel()
        for job in self._running.values():
            job.cancel()
        ended = self._wait_until(lambda: not self.busy, timeout_ms)
        for _ in range(self._workers):
            self._tasks.put(None)
        self._workers = 0
        return ended

    # --- inside ---

    def _run(self, job: Job[Any]) -> None:
        self._running[job.number] = job
        self._tasks.put((job.number, job.work))
        if self._workers < min(len(self._running), MOST_AT_ONCE):
            self._workers += 1
            # Not `threading.Thread`: its `start` waits for the new thread to have its turn, which the
            # window would feel. These end with the program, so a call that hangs cannot keep it.
            _thread.start_new_thread(_work_on, (self._tasks, self._outcomes, self._bell))

    @Slot()
    def _take_one(self) -> None:
        try:
            number = self._outcomes.get_nowait()
        except queue.Empty:
            return  # `finish_lane` took it already
        self._conclude(number)

    @Slot(int, int, int)
    def _pass_on(self, number: int, done: int, total: int) -> None:
        job = self._running.get(number)
        if job is not None and not job.work.progress.cancelled:
            job.progressed.emit(done, total)

    @Slot()
    def _pass_news_on(self) -> None:
        number, piece = self._news.get_nowait()  # one ring for each piece
        job = self._running.get(number)
        if job is not None and not job.work.progress.cancelled:
            job.told.emit(piece)

    def _conclude(self, number: int) -> None:
        job = self._running.pop(number)
        self._start_next(job)
        try:
            job.finish()
        finally:
            if not self.busy:
                self.idle.emit()

    def _start_next(self, ended: Job[Any]) -> None:
        following: Job[Any] | None = None
        if ended.lane:
            waiting = self._lanes[ended.lane]
            waiting.popleft()
            if waiting:
                following = waiting[0]
            else:
                del self._lanes[ended.lane]
        if following is not None:
            self._run(following)
        if self._free and len(self._running) < MOST_AT_ONCE:
            self._run(self._free.popleft())

    def _wait_until(self, over: Callable[[], bool], timeout_ms: int) -> bool:
        end = time.monotonic() + timeout_ms / 1000
        while not over():
            left = end - time.monotonic()
            if left <= 0:
                return False
            try:
                number = self._outcomes.get(timeout=left)
            except queue.Empty:
                return False
            try:
                self._conclude(number)
            except Exception as defect:  # noqa: BLE001 - as Qt does with a slot: reported, and waiting goes on
                sys.excepthook(type(defect), defect, defect.__traceback__)
        return True


def _nothing(_progress: Progress) -> object:
    return None


def _work_on(tasks: _Tasks, outcomes: "queue.SimpleQueue[int]", bell: _Bell) -> None:
    """Take one piece of work after the other, until None comes."""
    while (task := tasks.get()) is not None:
        number, work = task
        work.perform()
        # Let go before telling: only the window's thread may hold what the work refers to, so that no
        # widget dies here.
        del task, work
        outcomes.put(number)
        bell.arrived.emit()
