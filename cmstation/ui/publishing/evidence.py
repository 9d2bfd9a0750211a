"""What was looked at while a post was uncertain, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
MOST = 3


def evidence_words(evidence: Sequence[str]) -> list[str]:
    """Say how often the account was looked at and what was found; details stay in the log."""
    if not evidence:
        return []
    looks = sum(line.startswith("look ") for line in evidence) or 1
    counted = translate("Evidence", "%n look(s) at the account found nothing that proves it.", "", looks)
    facts = [_sentence(line) for line in evidence if not line.startswith("look ")]
    return [counted, *[fact for fact in facts if fact][-MOST:]]


def _sentence(line: str) -> str:
    """Word a line `name: value` that an adapter left."""
    name, _, value = line.partition(":")
    sources = {
        "list": translate("Evidence", "The list of posts could not be read to the end."),
        "status": translate("Evidence", "The network answered: {value}."),
        "unreachable": translate("Evidence", "The network could not be reached."),
    }
    found = sources.get(name.strip())
    return "" if found is None else found.format(value=value.strip())
