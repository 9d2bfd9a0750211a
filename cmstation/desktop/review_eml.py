"""Press reviews as a message that a mail program opens as a draft: HTML, plain text, the logo inside."""

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final

from cmstation.desktop import review_html
from cmstation.domain.press_review_document import EntryPart, ReviewDocument
from cmstation.domain.press_review_words import NBSP

# Written encoded, no line of a text can look like these.
_OUTER: Final = "=_press-review-texts"
_INNER: Final = "=_press-review-page"
_PNG: Final = b"\x89PNG"


def written(document: ReviewDocument) -> bytes:
    """Return a message without sender and receivers; the same document always gives the same bytes."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # Outlook opens it to be sent, not as something received
    message["Subject"] = _subject(document)
    message["Date"] = format_datetime(document.made_at.replace(microsecond=0))
    message.set_content("\n".join(_plain(document)), cte="quoted-printable")
    message.add_alternative(review_html.written(document), subtype="html", cte="quoted-printable")
    if document.logo:
        _add_logo(message, document.logo)
    message.set_boundary(_OUTER)
    return message.as_bytes()


def _add_logo(message: EmailMessage, logo: bytes) -> None:
    kind = "png" if logo.startswith(_PNG) else "jpeg"
    page = message.get_payload(1)
    assert isinstance(page, EmailMessage)  # noqa: S101 - it was added just before
    page.add_related(
        logo,
        maintype="image",
        subtype=kind,
        cid=f"<{review_html.LOGO}>",
        disposition="inline",
        filename=f"logo.{kind}",
    )
    page.set_boundary(_INNER)


def _subject(document: ReviewDocument) -> str:
    subject = f"{document.title} {document.period}"
    return f"{document.clinic} – {subject}" if document.clinic else subject


def _plain(document: ReviewDocument) -> Iterator[str]:
    """Give the lines of the text for those who read no HTML."""
    yield from (line for line in (document.clinic, document.title.upper()) if line)
    yield f"{document.period} · {document.made}"
    yield from ("", document.summary, *document.note)
    if not document.chapters:
        return
    words = document.words
    yield from ("", words.share, "")
    for share in document.shares:
        yield f"- {share.heading}{NBSP}: {share.told}"
    for chapter in document.chapters:
        yield from ("", "", f"{chapter.heading.upper()} ({chapter.told})")
        for entry in chapter.entries:
            yield from _plain_entry(entry)
    yield from ("", "", words.sources.upper(), "")
    yield from (f"- {name}{NBSP}: {told}" for name, told in document.sources)


def _plain_entry(entry: EntryPart) -> Iterator[str]:
    yield from ("", entry.title, f"{entry.tone_words} · {entry.told}")
    if entry.link:
        yield f"<{entry.link}>"
    yield from entry.summary
    if entry.copied:
        yield from ("", *entry.copied, entry.mention)
