"""The page of statistics over two years of real figures: what it shows is what the services answered."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmstation.domain.accounts import NewAccount
from cmstation.domain.changes import Changes
from cmstation.domain.metrics import Metric
from cmstation.domain.networks import Network, Way
from cmstation.domain.periods import Period, PeriodKind, month, quarter, year
from cmstation.domain.statistics import NoteKind
from cmstation.ui.statistics import words
from cmstation.ui.statistics.answers_accounts import AccountsAnswer
from cmstation.ui.statistics.answers_curves import CurvesAnswer
from cmstation.ui.statistics.answers_gaps import GapsAnswer
from cmstation.ui.statistics.answers_hours import HoursAnswer
from cmstation.ui.statistics.answers_lines import FormsAnswer, LinesAnswer
from cmstation.ui.statistics.answers_notes import NotesAnswer
from cmstation.ui.statistics.answers_posts import WorkedAnswer, score_words
from cmstation.ui.statistics.answers_press import ResponseAnswer
from cmstation.ui.statistics.page import ORDER
from tests.fakes.simulated_statistics import Simulated
from tests.ui.stalls import watched_work
from tests.ui.statistics.stat_stage import StatStage, texts

OCTOBER = month(2026, 10)


def shown(stage: StatStage, period: Period) -> None:
    stage.tab.go_to(period)
    stage.settle()
    assert stage.tab.period == period


def test_this_month_is_shown_first_with_every_answer_in_order(stage: StatStage) -> None:
    assert stage.tab.bar.title.text() == "October 2026"
    assert [type(card) for card in stage.tab.cards] == list(ORDER)


def test_the_followers_shown_are_those_that_were_answered(stage: StatStage) -> None:
    answers = stage.bench.statistics.answers(OCTOBER)
    followers = [one for one in answers.headlines if one.metric is Metric.FOLLOWERS]

    rows = [row for row in stage.card(AccountsAnswer).rows if not row.isHidden()]

    assert len(rows) == len(followers) == 6
    for row, one in zip(rows, followers, strict=True):
        assert row.value.text() == words.figure_words(one.value)
        assert row.before.text() == words.short_change_words(one.against_before).text
        assert row.year.text() == words.short_change_words(one.against_year_before).text


def test_each_figure_says_what_it_counts_and_when_it_was_taken(stage: StatStage) -> None:
    row = stage.card(AccountsAnswer).rows[0]

    assert row.info.accessibleName() == "What is counted: Followers, Facebook"
    assert "How many accounts follow this one" in row.info.accessibleDescription()
    assert "As of" in row.info.accessibleDescription()
    assert row.value.toolTip() == row.info.toolTip()


def test_what_is_not_known_is_said_in_words(stage: StatStage) -> None:
    shown(stage, month(2024, 11))

    row = stage.card(AccountsAnswer).rows[0]

    assert row.before.text() == "not known then"
    assert "0" not in row.before.text()


def test_a_month_without_any_figure_shows_no_number(stage: StatStage) -> None:
    shown(stage, month(2023, 3))

    card = stage.card(AccountsAnswer)

    assert card.sentence == "How many followers there were in March 2023 is not known."
    assert all(row.isHidden() for row in card.rows)


def test_figures_of_another_meaning_are_not_compared(stage: StatStage) -> None:
    card = stage.card(AccountsAnswer)

    card.details_button.setChecked(True)
    stage.settle()

    assert "counted otherwise then" in texts(card)


def test_curves_stop_where_no_figure_was_taken(stage: StatStage) -> None:
    chart = stage.card(CurvesAnswer).lines

    facebook = dict(zip(chart.header(), zip(*chart.records(), strict=True), strict=True))["Facebook"]

    assert None in facebook


def test_the_best_post_and_its_score_are_those_that_were_answered(stage: StatStage) -> None:
    answers = stage.bench.statistics.answers(OCTOBER)
    best = answers.posts[0]
    assert best.score is not None

    bars = stage.card(WorkedAnswer).bars.records()

    assert bars[0][:2] == (best.post.title, best.score.value)
    assert f"Score {words.decimal_words(best.score.value)}" in score_words(best)
    assert f"= {best.score.weight}" in score_words(best)


def test_hours_claim_only_what_was_answered(stage: StatStage) -> None:
    hours = stage.bench.statistics.answers(OCTOBER).hours
    claimed = {(cell.weekday + 1, cell.hour) for cell in hours.cells if cell.claim}

    records = stage.card(HoursAnswer).map.records()

    assert len([one for one in records if isinstance(one[3], float)]) == len(claimed) > 0
    assert sum(int(one[2] or 0) for one in records if isinstance(one[2], int)) == sum(
        cell.count for cell in hours.cells
    )


def test_lines_and_forms_show_what_was_answered(stage: StatStage) -> None:
    answers = stage.bench.statistics.answers(OCTOBER)

    lines, forms = stage.card(LinesAnswer).shares.records(), stage.card(FormsAnswer).bars.records()

    assert [one[1] for one in lines] == [one.count for one in answers.themes if one.share is not None]
    assert [one[1] for one in forms] == [one.median if one.claim else None for one in answers.forms]


def test_gaps_are_named_by_their_days(stage: StatStage) -> None:
    shown(stage, month(2025, 8))

    told = texts(stage.card(GapsAnswer))

    assert "4–15 August 2025" in told
    assert "nothing is filled in" in told


def test_response_time_says_that_it_is_still_to_come(stage: StatStage) -> None:
    assert stage.card(ResponseAnswer).sentence == "How fast you answer is not known yet."


def test_the_keyboard_turns_the_periods(stage: StatStage) -> None:
    stage.tab.take_keyboard()

    QTest.keyClick(stage.tab.area, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    stage.settle()
    assert stage.tab.period == month(2026, 9)

    QTest.keyClick(stage.tab.area, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    stage.settle()
    assert stage.tab.period == OCTOBER
    assert not stage.tab.bar.after.isEnabled()


def test_kinds_of_periods_stay_around_the_same_days(stage: StatStage) -> None:
    stage.tab.bar.kinds.chosen.emit(PeriodKind.QUARTER.value)
    stage.settle()
    assert stage.tab.period == quarter(2026, 4)

    stage.tab.bar.kinds.chosen.emit(PeriodKind.YEAR.value)
    stage.settle()
    assert stage.tab.period == year(2026)
    assert stage.tab.bar.kinds.current() == "year"


def test_a_campaign_has_its_own_days(stage: StatStage, simulated: Simulated) -> None:
    stage.tab.bar.campaign_menu.actions()[0].trigger()
    stage.settle()

    assert stage.tab.period is not None
    assert stage.tab.period.campaign == simulated.campaign
    assert stage.tab.bar.title.text().startswith("Octobre rose (")


def test_the_old_answers_stay_until_the_new_ones_are_there(stage: StatStage) -> None:
    stage.tab.go_to(month(2026, 9))

    assert stage.tab.bar.title.text() == "October 2026"
    assert not stage.tab.shows_empty
    stage.settle()
    assert stage.tab.bar.title.text() == "September 2026"


def test_one_account_alone_can_be_looked_at(stage: StatStage, simulated: Simulated) -> None:
    facebook = simulated.accounts[1]

    stage.tab.bar.accounts.click()
    actions = stage.tab.bar.accounts_menu.actions()
    next(one for one in actions if one.text() == "Facebook").trigger()
    stage.tab.bar.accounts_menu.close()
    stage.settle()

    rows = [row for row in stage.card(AccountsAnswer).rows if not row.isHidden()]
    assert stage.tab.bar.chosen == frozenset({facebook.id})
    assert len(rows) == 1


def test_the_report_is_asked_for_the_period_that_is_shown(stage: StatStage) -> None:
    asked: list[Period] = []
    stage.tab.report_wanted.connect(asked.append)

    stage.tab.bar.report.click()

    assert asked == [OCTOBER]


def test_a_post_of_ours_opens_from_its_title(stage: StatStage) -> None:
    card = stage.card(WorkedAnswer)
    ours = next(
        one.post for one in stage.bench.statistics.answers(OCTOBER).posts[:40] if one.post.post is not None
    )
    card.details_button.setChecked(True)
    stage.settle()

    from cmstation.ui.kit.buttons import LinkButton

    link = next(one for one in card.fold.findChildren(LinkButton) if one.toolTip() == ours.title)
    asked: list[int] = []
    stage.tab.post_wanted.connect(asked.append)
    link.click()

    assert asked == [ours.post]


def test_a_change_made_elsewhere_is_shown(stage: StatStage) -> None:
    done = stage.bench.stat_notes.add(stage.bench.statistics.today(), NoteKind.THANKS, "Merci à l’équipe")

    stage.commands.changed.emit(done.changes)
    stage.settle()

    assert "Merci à l’équipe" in texts(stage.card(NotesAnswer))


def test_a_hidden_page_looks_again_when_it_is_seen(stage: StatStage) -> None:
    stage.tab.hide()
    done = stage.bench.stat_notes.add(stage.bench.statistics.today(), NoteKind.FACT, "Portes ouvertes")
    stage.commands.changed.emit(done.changes)
    stage.settle()
    assert "Portes ouvertes" not in texts(stage.card(NotesAnswer))

    stage.tab.show()
    stage.settle()

    assert "Portes ouvertes" in texts(stage.card(NotesAnswer))


def test_nothing_known_offers_ways_to_begin(bare: StatStage) -> None:
    assert bare.tab.shows_empty
    assert bare.tab.empty.button is not None
    assert bare.tab.empty.button.text() == "Collect now"
    assert not bare.tab.bar.report.isEnabled()


def test_collecting_without_a_network_that_tells_says_what_to_do(bare: StatStage) -> None:
    assert bare.tab.empty.button is not None

    bare.tab.empty.button.click()
    bare.settle()

    assert "Enter them, or import a file" in bare.told[-1].text


def test_no_turn_of_the_loop_takes_long_when_the_period_changes(stage: StatStage) -> None:
    with watched_work() as work:
        shown(stage, month(2026, 9))

    assert work.longest_ms < 50


def test_unrelated_changes_ask_nothing(stage: StatStage) -> None:
    stage.tab.look_again(Changes(media=frozenset({1})))

    assert not stage.commands.jobs.busy


def test_every_control_of_the_bar_has_a_name(stage: StatStage) -> None:
    bar = stage.tab.bar

    for control in (bar.before, bar.after, bar.kinds, bar.accounts, bar.more):
        assert control.accessibleName()


def test_more_posts_than_are_listed_are_counted_in_the_words(stage: StatStage) -> None:
    shown(stage, year(2026))
    answers = stage.bench.statistics.answers(year(2026))
    card = stage.card(WorkedAnswer)

    card.details_button.setChecked(True)
    stage.settle()
    stage.settle()

    assert answers.posts_in_all > answers.posts_scored > len(answers.posts)
    told = f"{answers.posts_scored:,} of {answers.posts_in_all:,} post(s) in this period"
    assert told in texts(card)
    assert f"{answers.posts_in_all - 40:,} more post(s) are not listed here." in texts(card)


def test_a_post_that_is_gone_is_named_and_its_dead_address_is_not_offered(stage: StatStage) -> None:
    best = stage.bench.statistics.answers(OCTOBER).posts
    theirs = next(one.post for one in best[:40] if one.post.post is None and one.post.url)
    stage.bench.posts.gone([theirs.id], stage.bench.clock.now())
    stage.commands.changed.emit(Changes(statistics=True))
    stage.settle()
    card = stage.card(WorkedAnswer)

    card.details_button.setChecked(True)
    stage.settle()

    assert "1 post(s) are no longer on their network; the last figures are kept." in texts(
        stage.card(GapsAnswer)
    )
    assert texts(card).count("No longer on the network; its last figures are kept.") == 1


def test_a_post_without_an_hour_shows_its_day_alone(bare: StatStage) -> None:
    account = bare.bench.accounts.add(NewAccount(Network.FACEBOOK, Way.ASSISTED, "Page"), None).value
    table = "date;titre;réactions\n2026-10-12;Sans heure;1\n".encode()
    bare.bench.stat_files.take(bare.bench.stat_files.preview(table, "posts.csv", account=account.id))
    bare.commands.changed.emit(Changes(statistics=True))
    bare.settle()
    card = bare.card(WorkedAnswer)

    card.details_button.setChecked(True)
    bare.settle()

    assert "Page · Mon 12" in texts(card)
    assert "00:00" not in texts(card)
