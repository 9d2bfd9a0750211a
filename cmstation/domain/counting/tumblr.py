"""Cut a text into the blocks that Tumblr counts: its paragraphs."""

import re

BLOCK_LIMIT = 4096
_BLANK_LINES = re.compile(r"(?:\r\n|[\n\r])(?:[ \t]*(?:\r\n|[\n\r]))+")


def blocks(text: str) -> list[tuple[int, int]]:
    """Return where the paragraphs begin and end; blank lines lie between them."""
    found: list[tuple[int, int]] = []
    done = 0
    for gap in _BLANK_LINES.finditer(text):
        found.append((done, gap.start()))
        done = gap.end()
    return [*found, (done, len(text))]


def length(text: str) -> int:
    """Count the characters of the longest paragraph."""
    return max(end - start for start, end in blocks(text))
