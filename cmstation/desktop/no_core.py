"""Keep the system from writing this program's memory, secrets included, to disk when it crashes."""

import sys

_PR_SET_DUMPABLE = 4


def refuse_core_dumps() -> None:
    """Refuse core files for this process; a system that cannot be asked is left alone."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (POSIX only)

    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return
    if sys.platform == "linux":
        _not_dumpable()


def _not_dumpable() -> None:
    """Ask Linux too: where dumps go to another program, the limit alone is not heeded."""
    import ctypes  # noqa: PLC0415

    try:
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    except (OSError, AttributeError):
        return
