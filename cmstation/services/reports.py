"""The director's report: the answers of a period as a document, its files, and the month's mail."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.desktop.whole_files import write_whole
from cmstation.domain import report_metric_words
from cmstation.domain.clock import Clock
from cmstation.domain.metrics import Metric
from cmstation.domain.networks import Network
from cmstation.domain.periods import Period, month
from cmstation.domain.report_document import (
    ReportDocument,
    ReportMasthead,
    Section,
    SectionKey,
    compose,
)
from cmstation.domain.stat_answers import Answers
from cmstation.domain.statistics import Comment
from cmstation.services import reports_sections as of_accounts
from cmstation.services import reports_sections_kept as of_all_else
from cmstation.services import reports_sections_posts as of_posts
from cmstation.services.clinic_look import ClinicLook, LogoKeeper
from cmstation.services.done import Done
from cmstation.services.preferences import Preferences
from cmstation.services.stat_notes import Notes
from cmstation.services.stat_peers import Peers, Rank
from cmstation.services.statistics import Statistics
from cmstation.storage.settings import Settings

_MAILED: Final = "reports_mailed"
_MAILED_KEPT: Final = 24
# A curve of fewer days shows nothing of where it comes from.
_CURVE_DAYS: Final = 92


class Reports:
    """What a person can do with reports; all of it is safe to call from jobs.

    Args:
        press: keeps the clinic's logo.
        settings: remember the colour, and for which months a mail was made.
        metric_words, definition_words: name a metric, and say what a definition counts; the report is
            French, and so are they.
    """

    def __init__(
        self,
        statistics: Statistics,
        notes: Notes,
        peers: Peers,
        press: LogoKeeper,
        settings: Settings,
        preferences: Preferences,
        clock: Clock,
        *,
        metric_words: Callable[[Metric], str] = report_metric_words.metric_words,
        definition_words: Callable[[str], str] = report_metric_words.definition_words,
    ) -> None:
        self._statistics = statistics
        self._notes = notes
        self._peers = peers
        self.look = ClinicLook(settings, press, preferences.clinic)
        self._settings = settings
        self._preferences = preferences
        self._clock = clock
        self._metric_words = metric_words
        self._definition_words = definition_words

    def document(self, period: Period, campaign_name: str = "", *, whole: bool = False) -> ReportDocument:
        """Return the report of a period with all its words.

        Args:
            campaign_name: for the period of a campaign; looked up when it is not given.
            whole: list every post with every figure, as a workbook does.
        """
        answers = self._statistics.answers(period)
        telling = of_accounts.Telling(
            answers,
            of_accounts.account_names(answers),
            ZoneInfo(self._preferences.zone()),
            self._metric_words,
            self._definition_words,
            whole,
        )
        comments = self._notes.comments(period.key)
        sections = [
            replace(one, comment=comments.get(one.key.value, "")) for one in self._sections(telling, period)
        ]
        masthead = ReportMasthead(
            self._preferences.clinic(), self.look.logo(), self.look.colour(), self._preferences.zone()
        )
        name = campaign_name or self._campaign_name(period)
        return compose(masthead, period, answers.made_at, sections, campaign=name)

    def comment(self, period: Period, section: SectionKey, text: str) -> Done[Comment]:
        """Keep what the officer wrote to a section; an empty text takes it away."""
        return self._notes.comment(period.key, section.value, text)

    # --- files ---

    def write(
        self,
        period: Period,
        *,
        pdf: Path | None = None,
        docx: Path | None = None,
        pptx: Path | None = None,
        xlsx: Path | None = None,
    ) -> tuple[Path, ...]:
        """Write the report into files; each appears whole or not at all, in the place of one that is there.

        Returns:
            The files that were written.

        Raises:
            DiskFull, FolderNotWritable, FileHeldOpen: this file and those after it were not written.
        """
        made: list[tuple[Path, bytes]] = []
        if pdf or docx or pptx:
            document = self.document(period)
            made += [(file, written(document)) for file, written in _writers(pdf, docx, pptx)]
        if xlsx:
            from cmstation.desktop import report_xlsx  # noqa: PLC0415 - heavy, and for who asks for it

            made.append((xlsx, report_xlsx.written(self.document(period, whole=True))))
        for file, content in made:
            write_whole(file, content)
        return tuple(file for file, _content in made)

    # --- the month's mail ---

    def mail(self, period: Period, folder: Path) -> Path:
        """Write a mail that opens as a draft with the PDF attached, and remember that it was made.

        Raises:
            DiskFull, FolderNotWritable, FileHeldOpen: it was not written.
        """
        from cmstation.desktop import report_eml, report_pdf  # noqa: PLC0415

        document = self.document(period)
        file = folder / f"rapport-{period.key}.eml"
        content = report_eml.written(document, report_pdf.written(document), f"rapport-{period.key}.pdf")
        write_whole(file, content)
        self._settings.set(_MAILED, [*self._mailed(), period.key][-_MAILED_KEPT:])
        return file

    def due(self, now: datetime) -> Period | None:
        """Return the month before, from the first Monday of a month on, as long as no mail was made of it.

        Nothing is due of a month of which nothing is known.
        """
        today = now.astimezone(ZoneInfo(self._preferences.zone())).date()
        if today < _first_monday(today):
            return None
        before = month(today.year, today.month).before()
        known = self._statistics.first_day()
        if known is None or known > before.last or before.key in self._mailed():
            return None
        return before

    # --- inside ---

    def _sections(self, telling: of_accounts.Telling, period: Period) -> Iterable[Section]:
        answers = telling.answers
        posts = self._statistics.posts(period) if telling.whole else answers.posts
        last = min(period.last, answers.today)
        first = max(min(period.first, last - timedelta(days=_CURVE_DAYS - 1)), self._first_day(last))
        yield of_accounts.summary(telling)
        yield of_posts.worked(telling, posts)
        yield of_posts.forms(telling)
        yield of_posts.hours(telling)
        yield of_posts.lines(telling)
        curves = self._statistics.curves(Metric.FOLLOWERS, None, first, last) if period.first <= last else ()
        marks = self._statistics.marks(first, last) if curves else ()
        yield of_accounts.followers(telling, curves, marks, first, last)
        yield of_all_else.goals(telling)
        yield of_all_else.peers(telling, self._rankings(answers, last))
        yield of_all_else.response(telling)
        yield of_all_else.press(telling)
        yield of_all_else.notes(telling)
        yield of_all_else.gaps(telling)

    def _first_day(self, last: date) -> date:
        known = self._statistics.first_day()
        return last if known is None or known > last else known

    def _rankings(self, answers: Answers, on: date) -> dict[Network, tuple[Rank, ...]]:
        """Rank on each network on which a peer is watched."""
        networks = dict.fromkeys(one.network for one in self._peers.all())
        ours = [one.id for one in answers.accounts]
        return {one: self._peers.ranking(Metric.FOLLOWERS, on, ours, one) for one in networks}

    def _campaign_name(self, period: Period) -> str:
        if period.campaign is None:
            return ""
        names = (one.name for one, _days in self._statistics.campaigns() if one.id == period.campaign)
        return next(names, "")

    def _mailed(self) -> list[str]:
        found = self._settings.get(_MAILED)
        return [str(one) for one in found] if isinstance(found, list) else []


def _writers(
    pdf: Path | None, docx: Path | None, pptx: Path | None
) -> list[tuple[Path, Callable[[ReportDocument], bytes]]]:
    from cmstation.desktop import report_docx, report_pdf, report_pptx  # noqa: PLC0415 - heavy

    wanted = ((pdf, report_pdf.written), (docx, report_docx.written), (pptx, report_pptx.written))
    return [(file, written) for file, written in wanted if file is not None]


def _first_monday(today: date) -> date:
    first = today.replace(day=1)
    return first + timedelta(days=-first.weekday() % 7)
