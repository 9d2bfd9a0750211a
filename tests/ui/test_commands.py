"""Commands: off the window's thread, told to every screen, undoable, their errors in words."""

import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.errors import DiskFull
from cmstation.services.done import Done
from cmstation.ui.commands import Commands
from cmstation.ui.jobs import JobRunner
from cmstation.ui.notices import Notice, NoticeKind


def test_a_command_works_elsewhere_and_tells_what_changed(commands: Commands, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    def work() -> Changes:
        threads.append(threading.current_thread())
        return of_posts(7)

    told: list[Changes] = []
    commands.changed.connect(told.append)

    commands.run(work)

    qtbot.waitUntil(lambda: bool(told))
    assert told == [of_posts(7)]
    assert threads[0] is not threading.main_thread()


def test_the_value_comes_before_the_change_is_told(commands: Commands, qtbot: QtBot) -> None:
    order: list[object] = []
    commands.changed.connect(order.append)

    commands.run(lambda: Done("value", of_posts(1)), done=order.append)

    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["value", of_posts(1)]


def test_writes_keep_their_order(commands: Commands, qtbot: QtBot) -> None:
    written: list[int] = []

    for number in range(20):
        commands.run(lambda n=number: Done(written.append(n), Changes()))
    assert commands.flush(5000)

    assert written == list(range(20))


def test_undo_is_offered_and_takes_back_once(commands: Commands, qtbot: QtBot) -> None:
    notices: list[Notice] = []
    taken_back: list[int] = []
    commands.noticed.connect(notices.append)

    def undo() -> Changes:
        taken_back.append(1)
        return of_posts(3)

    commands.run(lambda: Done(3, of_posts(3), undo), undo_text="Draft archived")
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].text == "Draft archived"
    notices[0].actions[0].call()
    commands.undo()

    qtbot.waitUntil(lambda: taken_back == [1])
    assert commands.undo_text == ""


def test_undo_takes_the_last_command_back_first(commands: Commands, qtbot: QtBot) -> None:
    order: list[str] = []

    def undone(name: str) -> Changes:
        order.append(name)
        return Changes()

    for name in ("first", "second"):
        commands.run(lambda n=name: Done(n, Changes(), lambda: undone(n)), undo_text=name)
    qtbot.waitUntil(lambda: commands.undo_text == "second")
    commands.undo()
    commands.undo()

    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["second", "first"]


def test_an_expected_error_becomes_a_notice(commands: Commands, qtbot: QtBot) -> None:
    def work() -> Changes:
        raise DiskFull(folder="/data")

    notices: list[Notice] = []
    commands.noticed.connect(notices.append)

    commands.run(work)

    qtbot.waitUntil(lambda: bool(notices))
    notice = notices[0]
    assert notice.kind is NoticeKind.DANGER
    assert "disk is full" in notice.text
    assert "/data" in notice.detail


def test_an_error_can_be_shown_at_its_place(commands: Commands, qtbot: QtBot) -> None:
    notices: list[object] = []
    shown: list[Exception] = []
    commands.noticed.connect(notices.append)

    def work() -> Changes:
        raise DiskFull(folder="/data")

    def show(error: Exception) -> bool:
        shown.append(error)
        return True

    commands.run(work, failed=show)

    qtbot.waitUntil(lambda: bool(shown))
    assert notices == []


def test_a_defect_is_reported_and_told_calmly(jobs: JobRunner, qtbot: QtBot) -> None:
    reports: list[BaseException] = []

    def report(error: BaseException) -> Path:
        reports.append(error)
        return Path("report")

    commands = Commands(jobs, report=report)

    def work() -> Changes:
        raise ZeroDivisionError

    notices: list[Notice] = []
    commands.noticed.connect(notices.append)

    commands.run(work)

    qtbot.waitUntil(lambda: bool(notices))
    assert isinstance(reports[0], ZeroDivisionError)
    assert "inside CM Station" in notices[0].text


def test_only_the_newest_question_of_a_name_is_answered(commands: Commands, qtbot: QtBot) -> None:
    answers: list[str] = []
    owner = QObject()

    for words in ("o", "oc", "octobre"):
        commands.ask(lambda w=words: w, answers.append, owner=owner, replaces="search")

    qtbot.waitUntil(lambda: bool(answers))
    qtbot.waitUntil(lambda: not commands.jobs.busy)
    assert answers == ["octobre"]


def test_a_screen_that_is_gone_is_not_answered(commands: Commands, qtbot: QtBot) -> None:
    answers: list[int] = []
    gate = threading.Event()
    owner = QObject()

    def work() -> int:
        gate.wait(5)
        return 1

    commands.ask(work, answers.append, owner=owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    gate.set()

    qtbot.waitUntil(lambda: not commands.jobs.busy)
    assert answers == []
