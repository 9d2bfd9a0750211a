"""The message that takes a question to a physician: plain text to paste into an e-mail."""

from datetime import datetime
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from PySide6.QtCore import QCoreApplication

from cmstation.domain.watch import Item, Opinion
from cmstation.ui.dates import full_day_words, local_day

translate = QCoreApplication.translate
_OPEN_TO_ALL: Final = frozenset({"http", "https"})


def mail_text(opinion: Opinion, item: Item, zone: str) -> str:
    """Return the message: the question and the article, nothing of what the clinic notes about it."""
    hello = translate("BoardMail", "Hello,")
    if opinion.physician:
        hello = translate("BoardMail", "Hello {name},").format(name=_one_line(opinion.physician))
    parts = [hello, translate("BoardMail", "May I have your opinion on this article, before we choose?")]
    if opinion.question.strip():
        parts.append(translate("BoardMail", "Question: {question}").format(question=opinion.question.strip()))
    parts.append("\n".join(filter(None, (_one_line(item.title), _origin(item, zone), open_link(item.link)))))
    parts.append(
        translate(
            "BoardMail",
            "A few words are enough: favourable, with reservations or not favourable, and why. "
            "A post that comes of it would still be submitted to you for validation.",
        )
    )
    parts.append(translate("BoardMail", "Thank you."))
    return "\n\n".join(parts) + "\n"


def open_link(link: str) -> str:
    """Return an address without the name and password that it may hold; "" for what is not on the web."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    if parts.scheme not in _OPEN_TO_ALL:
        return ""
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _origin(item: Item, zone: str) -> str:
    moment: datetime = item.moment
    day = full_day_words(local_day(moment, zone))
    told = dict.fromkeys(filter(None, (_one_line(item.source_name), _one_line(item.origin), day)))
    return " · ".join(told)


def _one_line(words: str) -> str:
    return " ".join(words.split())
