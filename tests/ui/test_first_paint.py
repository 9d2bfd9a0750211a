"""Nothing heavy is imported before the first paint."""

import subprocess
import sys
from pathlib import Path

HEAVY = (
    "sqlalchemy",
    "alembic",
    "requests",
    "urllib3",
    "PIL",
    "keyring",
    "regex",
    "idna",
    "icalendar",
    "dateutil",
)
PROBE = """
import sys
from pathlib import Path
import cmstation.__main__ as start
from cmstation import app
found = {}

def note(application, window, *_args, **_options):
    found["heavy"] = [name for name in sys.argv[2].split(",") if name in sys.modules]
    application.quit()
    return type("Shell", (), {"jobs_ended": True})

app.furnished = note
code = start.main(["--rehearsal", "--data-dir", sys.argv[1]])
print("heavy:", ",".join(found["heavy"]), "code:", code)
"""


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(tmp_path / "data"), ",".join(HEAVY)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert "heavy:  code: 0" in done.stdout, done.stdout + done.stderr
