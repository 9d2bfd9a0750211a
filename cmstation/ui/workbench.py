"""Joins an open data folder to the window: tabs, heartbeat, notices, palette, settings."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.changes import Changes
from cmstation.domain.drafts import PostState
from cmstation.ui.calendar_upkeep import CalendarUpkeep
from cmstation.ui.connection import Connection
from cmstation.ui.deeds import Deeds
from cmstation.ui.delivery_notices import DeliveryNotices
from cmstation.ui.edit_menu import EditMenu
from cmstation.ui.heartbeat import Heartbeat, Pulse
from cmstation.ui.main_window import MainWindow
from cmstation.ui.notices import Notices
from cmstation.ui.settings_dialog import SettingsDialog, SettingsValues
from cmstation.ui.stat_upkeep import StatUpkeep
from cmstation.ui.waiting_posts import WaitingPosts
from cmstation.ui.warming import Warming
from cmstation.ui.watch_upkeep import WatchUpkeep
from cmstation.ui.zones import ordered_zones

if TYPE_CHECKING:
    from cmstation.domain.checks.findings import Finding
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.icons import Icons
    from cmstation.ui.palette import Palette
    from cmstation.ui.publishing.publishing import Publishing
    from cmstation.ui.window_state import WindowState

LATEST_START_MS = 3_000
_LEAVING = frozenset({PostState.SCHEDULED, PostState.SENDING})
_NEEDING = frozenset({PostState.UNCERTAIN, PostState.FAILED, PostState.SENDING})


class Workbench(QObject):
    """Everything that needs both the window and the services.

    Args:
        keep: keeps how the window should look (language, colours, typeface, motion).
        look: how it looks now.
    """

    def __init__(
        self,
        window: MainWindow,
        station: "Station",
        commands: "Commands",
        notices: Notices,
        icons: "Icons",
        connection: Connection,
        palette: "Callable[[], Palette]",
        *,
        clinic: str,
        zone: str,
        look: "Callable[[], WindowState]",
        keep: "Callable[[SettingsValues], None]",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._station = station
        self._commands = commands
        self._notices = notices
        self._icons = icons
        self._connection = connection
        self._zone = zone
        self._look = look
        self._keep = keep
        self._pulse = Pulse()
        self._listed = _NEEDING
        self._beating = False
        self.heartbeat = Heartbeat(station, commands, connection, parent=self)
        self.upkeep = CalendarUpkeep(station, commands, connection, self)
        self.watch_upkeep = WatchUpkeep(station, commands, connection, self)
        self.stat_upkeep = StatUpkeep(station, commands, connection, self)
        self.publishing = self._build_publishing()
        self.deeds = Deeds(window, station, commands, notices, icons, self.publishing, zone)
        self._edit = EditMenu(window.menus, commands)
        self._waiting = WaitingPosts(icons, station, commands, zone, self)
        self._told = DeliveryNotices(station, commands, notices, self.heartbeat, self.publishing, zone)
        self._palette = palette
        self._warming = Warming(window.pages, commands.jobs, self)
        window.name_clinic(clinic, rehearsal=station.rehearsal)
        self._join()
        window.pages.built.connect(self._meet_page)
        for key, page in window.pages.built_pages().items():
            self._meet_page(key, page)
        window.pages.attach(station, commands)

    def start(self) -> None:
        """Begin to publish what is due, as soon as the screens have what they asked for."""
        once = Qt.ConnectionType.SingleShotConnection
        self._commands.jobs.idle.connect(self._start_beating, once)
        QTimer.singleShot(LATEST_START_MS, self._start_beating)

    @Slot()
    def _start_beating(self) -> None:
        if self._beating:
            return
        self._beating = True
        palette = self._palette()
        palette.attach(self._station, self._commands, self._zone)
        palette.post_chosen.connect(self.deeds.show_post)
        palette.media_chosen.connect(self.deeds.show_media)
        self._connection.watch()
        self.heartbeat.start()
        self.upkeep.start()
        self.watch_upkeep.start()
        self.stat_upkeep.start()
        self._warming.start()

    # --- inside ---

    def _join(self) -> None:
        window, menus = self._window, self._window.menus
        self._commands.changed.connect(self._look_again)
        self.watch_upkeep.stories_wanted.connect(self._show_stories)
        self.heartbeat.felt.connect(self._show_pulse)
        self._connection.changed.connect(self._show_line)
        self._waiting.post_chosen.connect(self.deeds.show_post)
        self._waiting.all_wanted.connect(lambda: self._show_states(self._listed))
        self._told.post_wanted.connect(self.deeds.show_post)
        self._told.all_wanted.connect(lambda: self._show_states(_NEEDING))
        window.notice_bar.history_wanted.connect(menus.history.trigger)
        window.header.due_wanted.connect(self._show_due)
        window.header.hand_wanted.connect(self._show_needing)
        window.header.add_line_action(menus.stay_offline)
        menus.due.triggered.connect(self._show_due)
        menus.hand.triggered.connect(self._show_needing)
        menus.send_now.triggered.connect(self.heartbeat.line_back)
        menus.stay_offline.toggled.connect(self._connection.keep_offline)
        self.publishing.sign_in_wanted.connect(self.deeds.sign_in_again)
        self.publishing.mend_wanted.connect(self._mend)
        menus.settings.triggered.connect(self._open_settings)

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        self.stat_upkeep.changed(changes)  # before its page asks again
        self._window.pages.look_again(changes)

    @Slot(str, QWidget)
    def _meet_page(self, key: str, page: QWidget) -> None:
        """Give a page what only some of them want, and hear what only some of them say."""
        wishes: dict[str, Callable[..., object]] = {
            "post_wanted": self.deeds.show_post,
            "accounts_wanted": self.deeds.open_accounts,
            "wizard_wanted": self.deeds.open_wizard,
            "alone_wanted": self._leave_alone,
        }
        for name, deed in wishes.items():
            signal = cast("Any", getattr(page, name, None))
            if signal is not None:
                signal.connect(deed)
        if key == "drafts":
            cast("Any", page).set_publishing(self.publishing)
        elif key == "watch":
            cast("Any", page).set_upkeep(self.watch_upkeep)
        elif key == "statistics":
            from cmstation.ui.statistics.report_files import ReportFiles  # noqa: PLC0415

            files = ReportFiles(cast("Any", page).bar.report, self._station.reports, self._commands, page)
            cast("Any", page).report_wanted.connect(files.offer)

    @Slot(object)
    def _show_stories(self, stories: tuple[int, ...]) -> None:
        """Go to what an alert tells of."""
        self._window.choose_tab("watch")
        cast("Any", self._window.pages.page("watch")).show_stories(stories)

    @Slot(bool)
    def _leave_alone(self, alone: bool) -> None:
        """Give a page the whole window below the menus, or take it back."""
        self._window.header.setVisible(not alone)

    @Slot(int, object)
    def _mend(self, post: int, finding: "Finding") -> None:
        """Go to the place where a check failed, once its post is open."""
        drafts = cast("Any", self._window.pages.page("drafts"))
        was_open = drafts.current_post() == post
        self.deeds.show_post(post)
        if was_open:
            from cmstation.ui.wording_findings import finding_words  # noqa: PLC0415

            drafts.mending.mend(finding, finding_words(finding).action)

    @Slot(object)
    def _show_pulse(self, pulse: Pulse) -> None:
        self._pulse = pulse
        self._window.header.show_counts(len(pulse.due), len(pulse.posts_needing))

    @Slot()
    def _show_line(self) -> None:
        self._window.header.show_line(self._connection.state)

    @Slot()
    def _show_due(self) -> None:
        self._list_posts(self._window.header.due, self._pulse.due, _LEAVING)

    @Slot()
    def _show_needing(self) -> None:
        self._list_posts(self._window.header.hand, self._pulse.posts_needing, _NEEDING)

    def _list_posts(self, button: QWidget, posts: tuple[int, ...], states: frozenset[PostState]) -> None:
        if posts and button.isVisible():
            self._listed = states
            self._waiting.open(button, posts)
        else:
            self._show_states(states)

    def _show_states(self, states: frozenset[PostState]) -> None:
        self._window.choose_tab("drafts")
        cast("Any", self._window.pages.page("drafts")).show_states(states)

    def _build_publishing(self) -> "Publishing":
        from cmstation.ui.publishing.publishing import Publishing  # noqa: PLC0415 - after the first paint

        return Publishing(self._window, self._station, self._commands, self._icons.theme, self._icons)

    # --- settings ---

    @Slot()
    def _open_settings(self) -> None:
        self._commands.ask(self._settings_now, self._show_settings, owner=self._window)

    def _settings_now(self) -> tuple[SettingsValues, tuple[str, ...]]:
        from zoneinfo import available_timezones  # noqa: PLC0415 - reads a folder, so not on the window's thread

        from cmstation.services.campaign_marks import site_hosts  # noqa: PLC0415 - after the first paint

        kept, look = self._station.preferences, self._look()
        values = SettingsValues(
            clinic=kept.clinic(),
            zone=kept.zone(),
            countdown_seconds=kept.countdown_seconds(),
            always_last_look=kept.always_last_look(),
            grace_minutes=kept.grace_minutes(),
            language=look.language,
            theme=look.theme,
            bundled_font=look.bundled_font,
            motion=look.motion,
            marks_links=kept.marks_links(),
            own_sites=kept.own_sites(),
            known_sites=site_hosts(self._station.accounts.all()),
        )
        return values, ordered_zones(tuple(available_timezones()), values.zone)

    def _show_settings(self, found: tuple[SettingsValues, tuple[str, ...]]) -> None:
        dialog = SettingsDialog(self._icons, *found, parent=self._window)
        dialog.saved.connect(self._save_settings)
        dialog.open()

    @Slot(object)
    def _save_settings(self, values: SettingsValues) -> None:
        self._keep(values)
        self._window.name_clinic(values.clinic, rehearsal=self._station.rehearsal)
        self._commands.run(lambda: self._store_settings(values))

    def _store_settings(self, values: SettingsValues) -> Changes:
        kept = self._station.preferences
        kept.set_clinic(values.clinic)
        kept.set_zone(values.zone)
        kept.set_countdown_seconds(values.countdown_seconds)
        kept.set_always_last_look(values.always_last_look)
        kept.set_grace_minutes(values.grace_minutes)
        kept.set_own_sites(values.own_sites)
        kept.set_marks_links(values.marks_links)
        self._station.outbox.grace = timedelta(minutes=values.grace_minutes)
        return Changes(everything=True)
