"""Variables in templates: {{name}} is asked for, {{date}} and {{clinic}} are known."""

import re
from collections.abc import Mapping

_VARIABLE = re.compile(r"\{\{\s*([^{}\n]{1,60}?)\s*\}\}")


def variables_in(*texts: str) -> tuple[str, ...]:
    """Return the names of the variables, in order of appearance, without doubles."""
    found: dict[str, None] = {}
    for text in texts:
        found.update(dict.fromkeys(_VARIABLE.findall(text)))
    return tuple(found)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put values in place of variables; those without a value stay as they are."""
    return _VARIABLE.sub(lambda match: values.get(match.group(1)) or match.group(0), text)
