"""What every test of the project may use."""

import os
from importlib.util import find_spec

# Before any Qt import: the tests draw into memory unless someone wants to look.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if find_spec("tests.servers.fixtures") is not None:
    pytest_plugins = ["tests.servers.fixtures"]
