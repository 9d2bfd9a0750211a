"""Killing the program loses at most the last second of typing."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

from cmstation.domain.drafts import DraftFilter
from cmstation.open_station import open_station

TYPED_THEN_WAITS = """
    import sys
    from pathlib import Path

    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from cmstation.domain.drafts import DraftFilter
    from cmstation.open_station import open_station
    from cmstation.ui.commands import Commands
    from cmstation.ui.drafts.tab import DraftsTab
    from cmstation.ui.icons import Icons
    from cmstation.ui.jobs import JobRunner
    from cmstation.ui.theme.theme import Theme, ThemeChoice

    app = QApplication([])
    theme = Theme(ThemeChoice.LIGHT)
    theme.apply(app)
    station = open_station(Path(sys.argv[1]))
    commands = Commands(JobRunner())
    tab = DraftsTab(theme, Icons(theme))
    tab.show()
    tab.attach(station, commands)

    def type_into_it() -> None:
        if tab.current_post() is None:
            QTimer.singleShot(20, type_into_it)
            return
        QTest.keyClicks(tab.composer.parts.title, "Avant la coupure")
        QTest.keyClicks(tab.composer.parts.editor, "Rien ne se perd.")
        QTimer.singleShot(1000, lambda: print("now", flush=True))

    tab.new_post()
    type_into_it()
    app.exec()
"""


def test_a_second_after_typing_a_kill_loses_nothing(tmp_path: Path) -> None:
    program = [sys.executable, "-c", textwrap.dedent(TYPED_THEN_WAITS), str(tmp_path / "clinic")]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline().strip() == "now"

        running.send_signal(signal.SIGKILL)
        running.wait(10)

    station = open_station(tmp_path / "clinic")
    (row,) = station.drafts.rows(DraftFilter())
    found = station.drafts.open(row.id)
    station.close()
    assert (found.title, found.text) == ("Avant la coupure", "Rien ne se perd.")
