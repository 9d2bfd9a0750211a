"""Press reviews as HTML for mail: tables that Outlook shows too, styles in place, nothing from afar."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from cmstation.desktop.review_look import ACCENT, INK, LINE, MUTED, SOFT, TONES, TRACK
from cmstation.domain.press_review_document import ChapterPart, EntryPart, ReviewDocument, SharePart

LOGO: Final = "logo"  # the identity of the picture within a message
_LOGO_HEIGHT: Final = 64
_FONT: Final = "font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif"
_ROW: Final = 'role="presentation" cellpadding="0" cellspacing="0" border="0"'
_BAR: Final = 120


def written(document: ReviewDocument) -> str:
    """Return a press review as an HTML page.

    A logo is named `cid:logo`: whoever shows the page has it beside.
    """
    body = "\n".join(_body(document))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.words.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)} {escape(document.period)}</title>\n</head>\n"
        f'<body style="margin:0;padding:0;background:{SOFT}">\n'
        f'<table {_ROW} width="100%" style="background:{SOFT}"><tr>'
        f'<td align="center" style="padding:24px 12px">\n'
        f'<table {_ROW} width="640" style="width:100%;max-width:640px;background:#FFFFFF">'
        f'<tr><td style="padding:32px;{_FONT};font-size:15px;line-height:23px;color:{INK}">\n'
        f"{body}\n</td></tr></table>\n</td></tr></table>\n</body>\n</html>\n"
    )


def _body(document: ReviewDocument) -> Iterator[str]:
    yield _masthead(document)
    yield _paragraph(document.summary, "font-weight:600;font-size:16px")
    for paragraph in document.note:
        yield _paragraph(paragraph)
    if not document.chapters:
        return
    words = document.words
    yield _section(words.share)
    yield _shares(document.shares)
    yield _paragraph(words.legend(), f"font-size:13px;color:{MUTED}")
    yield _section(words.contents)
    yield _contents(document.chapters)
    for number, chapter in enumerate(document.chapters):
        yield _heading(chapter.heading, chapter.told, f"theme-{number + 1}")
        yield from (_entry(entry) for entry in chapter.entries)
    yield _heading(words.sources, "", "sources")
    yield _sources(document.sources)


def _masthead(document: ReviewDocument) -> str:
    logo = ""
    if document.logo:
        logo = (
            f'<td align="right" valign="top" style="padding-left:16px"><img src="cid:{LOGO}" '
            f'alt="{escape(document.words.logo)}" height="{_LOGO_HEIGHT}" '
            f'style="height:{_LOGO_HEIGHT}px;width:auto;border:0"></td>'
        )
    clinic = _paragraph(document.clinic, f"font-weight:600;color:{ACCENT}") if document.clinic else ""
    when = _paragraph(f"{document.period} · {document.made}", f"color:{MUTED}")
    return (
        f'<table {_ROW} width="100%" style="border-bottom:1px solid {LINE}"><tr>'
        f'<td valign="top" style="{_FONT}">{clinic}'
        f'<h1 style="margin:0 0 6px;font-size:28px;line-height:34px;color:{INK}">'
        f"{escape(document.title)}</h1>{when}</td>{logo}</tr></table>\n"
        '<div style="height:16px;line-height:16px">&nbsp;</div>'
    )


def _section(words: str) -> str:
    return (
        f'<h2 style="margin:24px 0 8px;font-size:16px;line-height:22px;color:{ACCENT}">{escape(words)}</h2>'
    )


def _shares(shares: Iterable[SharePart]) -> str:
    rows = "\n".join(map(_share, shares))
    return f'<table {_ROW} width="100%" style="{_FONT};font-size:14px;line-height:20px">\n{rows}\n</table>'


def _share(share: SharePart) -> str:
    filled = round(_BAR * share.portion)
    cells = [_filled(filled, ACCENT), _filled(_BAR - filled, TRACK)]
    bar = f'<table {_ROW} width="{_BAR}"><tr>{"".join(cells)}</tr></table>'
    tones = " &nbsp;".join(
        f'<span style="color:{TONES[tone]};white-space:nowrap">{escape(told)}</span>'
        for tone, told in share.tones
    )
    return (
        f'<tr><td style="padding:3px 12px 3px 0">{escape(share.heading)}</td>'
        f'<td width="{_BAR}" valign="middle" style="padding:3px 12px 3px 0">{bar}</td>'
        f'<td style="padding:3px 12px 3px 0">{escape(share.told)}</td>'
        f'<td align="right" style="padding:3px 0;font-size:13px">{tones}</td></tr>'
    )


def _filled(width: int, colour: str) -> str:
    if width <= 0:
        return ""
    style = f"height:10px;line-height:10px;font-size:1px;background:{colour}"
    return f'<td width="{width}" height="10" bgcolor="{colour}" style="{style}">&nbsp;</td>'


def _contents(chapters: Iterable[ChapterPart]) -> str:
    lines = (
        f'<li style="margin:0 0 4px"><a href="#theme-{number + 1}" style="color:{ACCENT}">'
        f"{escape(chapter.heading)}</a> ({escape(chapter.told)})</li>"
        for number, chapter in enumerate(chapters)
    )
    return f'<ul style="margin:0;padding:0 0 0 20px">{"".join(lines)}</ul>'


def _heading(words: str, told: str, anchor: str) -> str:
    beside = (
        f' <span style="font-size:13px;font-weight:400;color:{MUTED}">{escape(told)}</span>' if told else ""
    )
    return (
        f'<h2 id="{anchor}" style="margin:36px 0 16px;padding:0 0 6px;border-bottom:1px solid {LINE};'
        f'font-size:21px;line-height:28px;color:{ACCENT}"><a name="{anchor}"></a>{escape(words)}{beside}</h2>'
    )


def _entry(entry: EntryPart) -> str:
    title, address = escape(entry.title), ""
    if entry.link:
        link = escape(entry.link)
        title = f'<a href="{link}" style="color:{INK}">{title}</a>'
        address = (
            f'<p style="margin:0 0 6px;font-size:13px;line-height:18px;word-break:break-all">'
            f'<a href="{link}" style="color:{ACCENT}">{escape(entry.address)}</a></p>'
        )
    told = (
        f'<p style="margin:0 0 2px;font-size:13px;line-height:18px;color:{MUTED}">'
        f'<strong style="color:{TONES[entry.tone]}">{escape(entry.tone_words)}</strong>'
        f" &nbsp; {escape(entry.told)}</p>"
    )
    summary = "".join(map(_paragraph, entry.summary))
    heading = f'<h3 style="margin:0 0 4px;font-size:16px;line-height:23px">{title}</h3>'
    return f'{heading}\n{told}\n{address}{summary}{_copied(entry)}<div style="height:16px">&nbsp;</div>'


def _copied(entry: EntryPart) -> str:
    if not entry.copied:
        return ""
    text = "".join(map(_paragraph, entry.copied))
    mention = _paragraph(entry.mention, f"font-size:13px;line-height:18px;color:{MUTED}")
    return (
        f'<table {_ROW} width="100%" style="margin:8px 0 0;{_FONT};font-size:15px;line-height:23px"><tr>'
        f'<td width="3" bgcolor="{LINE}" style="width:3px;background:{LINE}"></td>'
        f'<td style="padding:0 0 0 14px">{text}{mention}</td></tr></table>'
    )


def _sources(sources: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f'<tr><td style="padding:2px 12px 2px 0">{escape(name)}</td>'
        f'<td align="right" style="padding:2px 0;color:{MUTED}">{escape(told)}</td></tr>'
        for name, told in sources
    )
    return f'<table {_ROW} width="100%" style="{_FONT};font-size:14px;line-height:20px">{rows}</table>'


def _paragraph(words: str, style: str = "") -> str:
    return f'<p style="margin:0 0 8px;{style}">{escape(words)}</p>'
