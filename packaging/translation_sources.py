"""Copies the sources into a form that lupdate reads whole."""

import ast
from pathlib import Path

_CALLS = frozenset({"translate"})
_SPOKEN = frozenset({"translate", "tr", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"})
_COUNT = "%n"


def readable_copy(source: Path, root: Path, folder: Path) -> Path:
    """Copy one file below `folder`, every count that `translate` is given replaced by a figure.

    WORKAROUND: lupdate 6.11 knows the plural of `translate(context, text, comment, n)` only when `n` is a
    literal; it drops the text when `n` is a call.
    """
    text = source.read_text(encoding="utf-8")
    copy = folder / source.relative_to(root)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(_with_figures(text), encoding="utf-8")
    return copy


def counting_texts(source: Path) -> set[str]:
    """Return every text of a file that counts something, as a reader of the file finds it.

    What lupdate made of the file must hold them all: a text that it drops, or takes for one that does not
    count, stays English without a word.
    """
    found: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or _name(node.func) not in _SPOKEN:
            continue
        for word in node.args[:2]:
            if isinstance(word, ast.Constant) and isinstance(word.value, str) and _COUNT in word.value:
                found.add(word.value)
    return found


def _with_figures(text: str) -> str:
    lines = text.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    content = b"".join(lines)
    for count in sorted(
        _counts(ast.parse(text)), key=lambda node: (node.lineno, node.col_offset), reverse=True
    ):
        begin = starts[count.lineno - 1] + count.col_offset
        end = starts[(count.end_lineno or 1) - 1] + (count.end_col_offset or 0)
        content = content[:begin] + b"1" + content[end:]
    return content.decode()


def _counts(tree: ast.AST) -> list[ast.expr | ast.keyword]:
    found: list[ast.expr | ast.keyword] = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or _name(node.func) not in _CALLS:
            continue
        found += node.args[3:4]
        found += [keyword for keyword in node.keywords if keyword.arg == "n"]
    return found


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""
