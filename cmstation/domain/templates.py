"""Variables in templates: {{name}} is asked for, {{date}} and {{clinic}} are known."""

import re
from collections.abc import Mapping

# No repetition beside another one: a hostile paste cannot make the search slow.
_VARIABLE = re.compile(r"\{\{([^{}\n]{1,80})\}\}")


def variables_in(*texts: str) -> tuple[str, ...]:
    """Return the names of the variables, in order of appearance, without doubles."""
    names = (name.strip() for text in texts for name in _VARIABLE.findall(text))
    return tuple(dict.fromkeys(name for name in names if name))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put values in place of variables; those without a value stay as they are."""

    def value(found: re.Match[str]) -> str:
        name = found.group(1).strip()
        return (values.get(name) if name else None) or found.group(0)

    return _VARIABLE.sub(value, text)
