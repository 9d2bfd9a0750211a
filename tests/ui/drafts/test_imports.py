"""The tab is there before anything heavy is imported."""

import subprocess
import sys

HEAVY = "regex", "PIL", "sqlalchemy", "requests", "keyring", "idna"


def test_importing_the_tab_brings_in_nothing_heavy() -> None:
    program = f"import sys, cmstation.ui.drafts.tab; print(*[n for n in {HEAVY!r} if n in sys.modules])"

    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert found.stdout.split() == []
