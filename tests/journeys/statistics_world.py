"""A clinic with two years of simulated figures, and the program that is killed over them."""

import json
import signal
import sqlite3
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from cmstation.domain.clock import FixedClock
from cmstation.open_station import Parts, open_station
from cmstation.storage.database import FILE_NAME, Database
from tests.fakes.secret_box import SecretBox
from tests.fakes.simulated_statistics import NOW, ZONE, Simulated, simulate
from tests.journeys.own_window import complaints_in, started
from tests.journeys.statistics_program import Order

# The simulator favours no hour: here, what goes out on a Tuesday between twelve and one does much better.
BEST_HOUR = (1, 12)
MUCH_BETTER = 4


@dataclass(frozen=True, slots=True)
class Clinic:
    """What was put in.

    Args:
        viral: title and day of the post that did far better than all others.
    """

    folder: Path
    simulated: Simulated
    viral: tuple[str, date]


def clinic_in(folder: Path) -> Clinic:
    """Make a station, and fill it with two years."""
    open_station(folder, parts=Parts(clock=FixedClock(NOW), secrets=SecretBox())).close()
    database = Database.in_folder(folder)
    database.open(NOW)
    simulated = simulate(database)
    database.close()
    rows = sqlite3.connect(folder / FILE_NAME)
    with rows:
        posts = rows.execute("SELECT id, title, published_at FROM stat_posts").fetchall()
        local = {post: datetime.fromisoformat(at).astimezone(ZONE) for post, _title, at in posts}
        favoured = [(MUCH_BETTER, post) for post, at in local.items() if (at.weekday(), at.hour) == BEST_HOUR]
        rows.executemany("UPDATE stat_post_figures SET value = value * ? WHERE stat_post_id = ?", favoured)
    rows.close()
    title = next(title for post, title, _at in posts if post == simulated.viral)
    return Clinic(folder, simulated, (title, local[simulated.viral].date()))


def work_and_be_killed(order: Order, complaints: Path) -> str:
    """Have the program do an order in a process of its own, and kill it at once; return its last notice."""
    program = started("tests.journeys.statistics_program", complaints)
    assert program.stdin is not None
    assert program.stdout is not None
    try:
        program.stdin.write(json.dumps(asdict(order)) + "\n")
        program.stdin.flush()
        said, _, notice = program.stdout.readline().rstrip("\n").partition(" ")
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait(30)
        for pipe in (program.stdin, program.stdout):
            pipe.close()
    assert complaints_in(complaints) == []
    assert said == "HELD"
    return notice
