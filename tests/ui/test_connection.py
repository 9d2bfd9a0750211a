"""The line: the person's wish is stronger than what the system says."""

from pytestqt.qtbot import QtBot

from cmstation.ui.connection import Connection, ConnectionState


def test_the_person_can_stop_all_sending(qtbot: QtBot) -> None:
    connection = Connection()

    with qtbot.waitSignal(connection.changed):
        connection.keep_offline(True)

    assert connection.state is ConnectionState.KEPT_OFFLINE
    assert not connection.may_send


def test_going_on_line_again_is_told(qtbot: QtBot) -> None:
    connection = Connection()
    connection.keep_offline(True)

    with qtbot.waitSignal(connection.back):
        connection.keep_offline(False)

    assert connection.may_send


def test_the_same_state_is_not_told_twice(qtbot: QtBot) -> None:
    connection = Connection()
    changes: list[ConnectionState] = []
    connection.changed.connect(lambda: changes.append(connection.state))

    connection.keep_offline(True)
    connection.keep_offline(True)

    assert changes == [ConnectionState.KEPT_OFFLINE]


def test_watching_the_system_gives_a_state(qtbot: QtBot) -> None:
    connection = Connection()

    connection.watch()

    assert connection.state in {ConnectionState.ONLINE, ConnectionState.OFFLINE}
    assert connection.may_send
