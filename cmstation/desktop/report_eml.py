"""The director's report as a message that a mail program opens as a draft, the PDF attached."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final

from cmstation.domain.report_document import ReportDocument
from cmstation.domain.report_sentences import mail_subject, mail_text

# Written encoded, no line of a text can look like this.
_BOUNDARY: Final = "=_report"


def written(document: ReportDocument, pdf: bytes, name: str) -> bytes:
    """Return a message without sender and receivers; the same document always gives the same bytes.

    Args:
        name: of the attached file.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # Outlook opens it to be sent, not as something received
    message["Subject"] = mail_subject(document.title, document.period, document.masthead.clinic)
    message["Date"] = format_datetime(document.made_at.replace(microsecond=0))
    sentences = document.sections[0].sentences if document.sections else ()
    message.set_content(mail_text(document.title, document.period, sentences), cte="quoted-printable")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    message.set_boundary(_BOUNDARY)
    return message.as_bytes()
