"""Word-level difference between two texts."""

import difflib
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Change(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words with the same fate."""

    change: Change
    text: str


MOST_WORDS = 4000


def words_of(text: str) -> list[str]:
    """Split into words and the white space between them, losing nothing."""
    edges = [0]
    edges += [place for place in range(1, len(text)) if text[place].isspace() != text[place - 1].isspace()]
    edges.append(len(text))
    return [text[start:end] for start, end in pairwise(edges) if end > start]


def difference(before: str, after: str) -> tuple[Run, ...]:
    """Tell what was removed from and added to a text, word by word.

    Joining the SAME and REMOVED runs gives `before`, the SAME and ADDED runs `after`.
    Beyond `MOST_WORDS` words the middle is compared as one run, so that a pasted book cannot stall.
    """
    old, new = words_of(before), words_of(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return _coarse(before, after)
    runs: list[Run] = []
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for kind, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if kind == "equal":
            runs.append(Run(Change.SAME, "".join(old[a_start:a_end])))
            continue
        if a_end > a_start:
            runs.append(Run(Change.REMOVED, "".join(old[a_start:a_end])))
        if b_end > b_start:
            runs.append(Run(Change.ADDED, "".join(new[b_start:b_end])))
    return tuple(runs)


def _coarse(before: str, after: str) -> tuple[Run, ...]:
    start = 0
    shortest = min(len(before), len(after))
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    pieces = (
        Run(Change.SAME, before[:start]),
        Run(Change.REMOVED, before[start : len(before) - end]),
        Run(Change.ADDED, after[start : len(after) - end]),
        Run(Change.SAME, before[len(before) - end :]),
    )
    return tuple(run for run in pieces if run.text)
