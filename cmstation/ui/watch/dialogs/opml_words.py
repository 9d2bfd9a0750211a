"""A list of another reader in words: what it brings, what cannot be taken, and why a file is none."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.domain.watch_errors import NotOpml, OpmlProblem

if TYPE_CHECKING:
    from cmstation.services.watch_opml import OpmlLine, OpmlPreview

translate = QCoreApplication.translate
_NAMED = 3


def opml_sentences(preview: "OpmlPreview") -> list[str]:
    """Say what taking a file would do."""
    found: list[str] = []
    added, known, lists = preview.added, preview.known, preview.new_lists
    if added:
        names = _names([line.title or line.address for line in added])
        told = translate("WatchOpml", "%n new source(s): {names}", "", len(added))
        found.append(told.format(names=names))
    if known:
        found.append(translate("WatchOpml", "%n already watched: they join their lists.", "", len(known)))
    if lists:
        told = translate("WatchOpml", "%n new list(s): {names}", "", len(lists))
        found.append(told.format(names=_names([" / ".join(path) for path in lists])))
    if preview.ignored:
        found.append(translate("WatchOpml", "%n other entry(ies) are no feeds.", "", preview.ignored))
    return found or [translate("WatchOpml", "The file brings nothing new.")]


def opml_faults(preview: "OpmlPreview") -> list[str]:
    """Name the feeds that cannot be taken, with their place in the file."""
    return [_fault(line) for line in preview.refused]


def opml_can_take(preview: "OpmlPreview") -> bool:
    """Tell whether there is anything to take."""
    return bool(preview.added or preview.known or preview.new_lists)


def not_opml_words(problem: NotOpml) -> str:
    """Say why a file is no list of feeds, and what to do."""
    words = {
        OpmlProblem.NOT_OPML: translate(
            "WatchOpml", "This file is no list of sources. Export one as OPML from the other reader."
        ),
        OpmlProblem.ILL_FORMED: translate(
            "WatchOpml", "The file is broken. Export it again from the other reader."
        ),
        OpmlProblem.CUT_SHORT: translate(
            "WatchOpml", "The file is cut short: its end is missing. Export it again."
        ),
        OpmlProblem.ENTITIES: translate(
            "WatchOpml", "The file holds something that may be harmful: nothing was read."
        ),
        OpmlProblem.TOO_LARGE: translate("WatchOpml", "The file is far too large to be a list of sources."),
        OpmlProblem.TOO_MANY: translate("WatchOpml", "The file names too many sources to be taken at once."),
        OpmlProblem.TOO_DEEP: translate(
            "WatchOpml", "The folders of the file lie too deep within each other."
        ),
    }
    told = words[problem.problem]
    if not problem.line:
        return told
    return translate("WatchOpml", "Line {line}: {why}").format(line=problem.line, why=told)


def _fault(line: "OpmlLine") -> str:
    # The values of `OpmlRefusal`: the service is not needed for words.
    if line.refusal is not None and line.refusal.value == "too_long":
        why = translate("WatchOpml", "its address is too long")
    else:
        why = translate("WatchOpml", "its address is not one of the web")
    told = translate("WatchOpml", "Feed {place}, “{title}”: {why}")
    return told.format(place=line.place, title=line.title or "…", why=why)


def _names(names: list[str]) -> str:
    shown = ", ".join(translate("WatchOpml", "“{name}”").format(name=name) for name in names[:_NAMED])
    return f"{shown}, …" if len(names) > _NAMED else shown
