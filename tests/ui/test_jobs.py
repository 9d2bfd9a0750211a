"""Background work: its order, its outcome, and what happens when the person or the window is gone."""

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from pytestqt.qtbot import QtBot

from cmstation.ui.jobs import MOST_AT_ONCE, JobRunner, Progress


def test_the_outcome_comes_back_on_the_window_s_thread(jobs: JobRunner, qtbot: QtBot) -> None:
    seen: list[tuple[int, bool, bool]] = []

    def work(_progress: Progress) -> bool:
        return threading.current_thread() is threading.main_thread()

    jobs.start(
        work,
        on_success=lambda on_main: seen.append(
            (1, on_main, threading.current_thread() is threading.main_thread())
        ),
    )

    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(1, False, True)]


def test_an_error_reaches_on_failure(jobs: JobRunner, qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise ValueError("no")

    jobs.start(work, on_failure=errors.append)

    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "no"


def test_an_error_nobody_wants_is_raised_where_the_crash_reporter_sees_it(
    jobs: JobRunner, qtbot: QtBot
) -> None:
    def work(_progress: Progress) -> None:
        raise ValueError("defect")

    with qtbot.captureExceptions() as raised:
        jobs.start(work)
        qtbot.waitUntil(lambda: bool(raised))

    assert raised[0][0] is ValueError


def test_one_lane_keeps_its_order_while_another_goes_on(jobs: JobRunner, qtbot: QtBot) -> None:
    done: list[str] = []
    gate = threading.Event()

    def slow(_progress: Progress) -> None:
        assert gate.wait(5)

    jobs.start(slow, on_success=lambda _: done.append("first"), lane="a")
    jobs.start(lambda _: None, on_success=lambda _: done.append("second"), lane="a")
    jobs.start(lambda _: None, on_success=lambda _: done.append("beside"), lane="b")
    qtbot.waitUntil(lambda: done == ["beside"])
    gate.set()

    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["beside", "first", "second"]


def test_more_jobs_than_threads_all_end(jobs: JobRunner, qtbot: QtBot) -> None:
    done: list[int] = []

    for number in range(MOST_AT_ONCE * 4):
        jobs.start(lambda _p, n=number: n, on_success=done.append)

    qtbot.waitUntil(lambda: len(done) == MOST_AT_ONCE * 4)
    assert sorted(done) == list(range(MOST_AT_ONCE * 4))
    assert not jobs.busy


def test_progress_is_told_and_a_cancelled_job_calls_nobody(jobs: JobRunner, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    called: list[object] = []
    stopped = threading.Event()

    def work(progress: Progress) -> None:
        try:
            for _ in range(100_000):
                progress(3, 10)
                QThread.msleep(1)
        finally:
            stopped.set()

    job = jobs.start(work, on_success=called.append, on_failure=called.append)

    def hear(done: int, total: int) -> None:
        told.append((done, total))

    job.progressed.connect(hear)
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.waitSignal(job.ended):
        job.cancel()

    assert stopped.is_set()
    assert told[0] == (3, 10)
    assert called == []


def test_news_arrive_in_their_order_on_the_window_s_thread_before_the_end(
    jobs: JobRunner, qtbot: QtBot
) -> None:
    heard: list[tuple[object, bool]] = []

    def work(progress: Progress) -> str:
        for piece in ("address", 2, None):
            progress.tell(piece)
        return "end"

    def hear(piece: object) -> None:
        heard.append((piece, threading.current_thread() is threading.main_thread()))

    job = jobs.start(work, on_success=hear)
    job.told.connect(hear)

    qtbot.waitUntil(lambda: len(heard) == 4)
    assert heard == [("address", True), (2, True), (None, True), ("end", True)]


def test_news_of_a_cancelled_job_reach_nobody_and_stop_its_work(jobs: JobRunner, qtbot: QtBot) -> None:
    heard: list[object] = []
    gate, went_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        progress.tell("early")
        assert gate.wait(5)
        progress.tell("late")
        went_on.set()

    job = jobs.start(work, on_success=heard.append)
    job.told.connect(heard.append)
    job.cancel()
    with qtbot.waitSignal(job.ended):
        gate.set()

    assert heard == []
    assert not went_on.is_set()


def test_news_left_over_by_waiting_for_a_lane_are_dropped(jobs: JobRunner) -> None:
    heard: list[object] = []

    job = jobs.start(lambda progress: progress.tell("news"), lane="a")
    job.told.connect(heard.append)
    empty = jobs.finish_lane("a", 5_000)
    QCoreApplication.processEvents()

    assert empty
    assert heard == []


def test_nothing_is_called_back_once_the_owner_is_deleted(jobs: JobRunner, qtbot: QtBot) -> None:
    called: list[object] = []
    gate = threading.Event()
    owner = QObject()
    job = jobs.start(lambda _: gate.wait(5), on_success=called.append, owner=owner)

    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(job.ended):
        gate.set()

    assert called == []


def test_an_object_held_by_the_work_dies_on_the_window_s_thread(jobs: JobRunner, qtbot: QtBot) -> None:
    died_on: list[threading.Thread] = []

    class Canary:
        def __del__(self) -> None:
            died_on.append(threading.current_thread())

    for _ in range(50):
        canary = Canary()
        jobs.start(lambda _p, held=canary: bool(held))
        del canary

    qtbot.waitUntil(lambda: len(died_on) == 50)
    assert set(died_on) == {threading.main_thread()}


def test_a_lane_can_be_finished_without_the_event_loop(jobs: JobRunner) -> None:
    done: list[int] = []

    for number in range(5):
        jobs.start(lambda _p, n=number: n, on_success=done.append, lane="storage")

    assert jobs.finish_lane("storage", 5000)
    assert done == [0, 1, 2, 3, 4]


def test_stop_says_so_when_a_job_does_not_end(qtbot: QtBot) -> None:
    runner = JobRunner()
    gate, begun = threading.Event(), threading.Event()

    def work(_progress: Progress) -> None:
        begun.set()
        gate.wait(10)

    runner.start(work)
    assert begun.wait(5)

    assert not runner.stop(30)

    gate.set()
    assert runner.stop(5000)


def test_jobs_started_after_the_stop_do_nothing(qtbot: QtBot) -> None:
    runner = JobRunner()
    runner.stop(1000)
    called: list[object] = []

    runner.start(lambda _: called.append("worked"), on_success=called.append)

    assert runner.stop(1000)
    assert called == []
