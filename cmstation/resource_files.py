"""Where the files that ship with the program are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Give the path of one file or folder of `resources/`, in a clone as in an installed program.

    Args:
        parts: path below `resources/`, one folder or file name each.
    """
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)
