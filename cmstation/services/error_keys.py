"""Name an error for storage: the class in snake_case, which `ui/wording.py` turns into a sentence."""

import re

_EDGE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def error_key(problem: Exception) -> str:
    """Return the stored name of an error ("sign_in_needed")."""
    return _EDGE.sub("_", type(problem).__name__).lower()
