"""Reads Qt's translation files, and tells what a French text lacks."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

NARROW = "\u202f"
WIDE = "\u00a0"
_PLACEHOLDER = re.compile(r"(?<!\{)\{[a-z_]*\}(?!\})|%n|%\d")
# A tag, an address, an hour, a path or a file filter holds signs that are no punctuation.
_NO_PROSE = re.compile(r"https?://\S*|<[^>]*>|\d\d:\d\d(?::\d\d)?|&\w+;|\{[a-z_]*\}|\);;")
_RULES = (
    (re.compile(r"[^\s\u202f;?!][;?!](?![\w=&])"), "no thin space before ; ? or !"),
    (re.compile(r"[ \u00a0][;?!]"), "an ordinary space before ; ? or !"),
    (re.compile(r"\w:(?!\w)"), "no space before :"),
    (re.compile(r"[ \u202f]:(?=\s|$)"), "not a no-break space before :"),
    (re.compile(r"«(?!\u202f)|(?<!\u202f)»"), "no thin space inside « »"),
    (re.compile(r"'"), "a straight apostrophe"),
    (re.compile(r'"|“|”'), "quotation marks that are not « »"),
    (re.compile(r"\.\.\."), "three dots instead of …"),
    (re.compile(r"!"), "an exclamation mark"),
    (re.compile(r"\d %"), "an ordinary space before %"),
)


@dataclass(frozen=True, slots=True)
class Message:
    """One text and its translation: one form, or several where it counts something."""

    context: str
    source: str
    forms: tuple[str, ...]
    finished: bool
    counts: bool

    @property
    def place(self) -> str:
        """The context with the source text."""
        return f"{self.context}: {self.source!r}"


def messages_of(file: Path) -> list[Message]:
    """Read a translation file."""
    tree = ET.parse(file)  # noqa: S314 - a file of this repository
    return [
        _message(context.findtext("name") or "", message)
        for context in tree.iter("context")
        for message in context.iter("message")
    ]


def lay_out(file: Path) -> None:
    """Write a file as it is kept: indented, so that a change shows as the lines that it changed."""
    tree = ET.parse(file)  # noqa: S314 - a file of this repository
    ET.indent(tree, "    ")
    body = ET.tostring(tree.getroot(), encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def placeholder_faults(message: Message) -> Iterator[str]:
    """Tell whether a translation lost or invented a placeholder; singular forms may leave out the count."""
    wanted = sorted(_PLACEHOLDER.findall(message.source))
    for form in message.forms:
        found = sorted(_PLACEHOLDER.findall(form))
        without_count = [name for name in wanted if name != "%n"]
        if found != wanted and not (message.counts and found == without_count):
            yield f"placeholders differ: {', '.join(found) or 'none'} in {form!r}"


def french_faults(message: Message) -> Iterator[str]:
    """Tell what a French typesetter would mend."""
    for form in message.forms:
        prose = _NO_PROSE.sub("0", form)
        for rule, fault in _RULES:
            if rule.search(prose):
                yield f"{fault} in {form!r}"


def english_plurals(messages: Sequence[Message]) -> str:
    """Write the English file: the source says "%n picture(s)", a person reads "1 picture" or "3 pictures"."""
    root = ET.Element("TS", version="2.1", language="en_GB", sourcelanguage="en_GB")
    contexts: dict[str, ET.Element] = {}
    for message in messages:
        if not message.counts:
            continue
        context = contexts.get(message.context)
        if context is None:
            context = contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = message.context
        written = ET.SubElement(context, "message", numerus="yes")
        ET.SubElement(written, "source").text = message.source
        translation = ET.SubElement(written, "translation")
        for ending in ("", "s"):
            form = message.source.replace("(s)", ending).replace("(es)", "e" * bool(ending) + ending)
            ET.SubElement(translation, "numerusform").text = form
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def _message(context: str, message: ET.Element) -> Message:
    translation = message.find("translation")
    forms: tuple[str, ...] = ()
    unfinished = True
    if translation is not None:
        plural = [form.text or "" for form in translation.iter("numerusform")]
        forms = tuple(plural) or (translation.text or "",)
        unfinished = translation.get("type") is not None or not all(forms)
    return Message(
        context,
        message.findtext("source") or "",
        forms,
        not unfinished,
        message.get("numerus") == "yes",
    )
