"""The menu that says what the calendar shows."""

import pytest
from PySide6.QtWidgets import QMenu

from cmstation.domain.calendar import EVERYTHING, ItemKind, PlanFilter
from cmstation.domain.drafts import PostState
from cmstation.ui.calendar.filter_menu import FilterMenu
from cmstation.ui.calendar.tab import CalendarTab


@pytest.fixture
def menu(tab: CalendarTab) -> FilterMenu:
    """The menu over the calendar of the rehearsal clinic."""
    return FilterMenu(tab)


def tick(menu: FilterMenu, *path: str) -> PlanFilter:
    """Open the menu, go down the path and tick its end."""
    menu.aboutToShow.emit()
    place: QMenu = menu
    for words in path[:-1]:
        opened = next(action for action in place.actions() if action.text().startswith(words)).menu()
        assert isinstance(opened, QMenu)
        place = opened
    next(action for action in place.actions() if action.text() == path[-1]).trigger()
    return menu.wanted


def ticked(menu: FilterMenu) -> set[str]:
    menu.aboutToShow.emit()
    return {action.text() for action in menu.actions() if action.isChecked()}


def test_at_first_everything_is_shown(menu: FilterMenu) -> None:
    assert ticked(menu) == {
        *("Posts", "Events of the clinic", "Planned on the networks"),
        *("Health days", "Holidays"),
    }


def test_what_is_unticked_is_no_longer_shown(menu: FilterMenu) -> None:
    found: list[PlanFilter] = []
    menu.filtered.connect(found.append)

    tick(menu, "Events of the clinic")
    tick(menu, "Health days")

    assert found[-1] == PlanFilter(kinds=frozenset({ItemKind.POST, ItemKind.REMOTE}), health_days=False)
    assert ticked(menu) == {"Posts", "Planned on the networks", "Holidays"}


def test_who_unticks_the_last_kind_sees_all_of_them_again(menu: FilterMenu) -> None:
    for words in ("Events of the clinic", "Posts", "Planned on the networks"):
        tick(menu, words)

    assert menu.wanted == EVERYTHING


def test_states_are_chosen_one_by_one_and_the_menu_says_that_some_are(menu: FilterMenu) -> None:
    tick(menu, "States", "Draft")
    tick(menu, "States", "Approved")

    assert menu.wanted.states == {PostState.DRAFT, PostState.APPROVED}
    menu.aboutToShow.emit()
    assert any(action.text() == "States (some)" for action in menu.actions())


def test_accounts_and_editorial_lines_of_the_clinic_are_offered(menu: FilterMenu, tab: CalendarTab) -> None:
    account, name = next(iter(tab.beside.accounts.items()))
    line = next(iter(tab.beside.lines.values()))

    tick(menu, "Accounts", name.replace("&", "&&"))
    tick(menu, "Editorial lines", line.name.replace("&", "&&"))

    assert menu.wanted.accounts == {account}
    assert menu.wanted.themes == {line.id}


def test_everything_can_be_shown_again(menu: FilterMenu) -> None:
    tick(menu, "States", "Draft")
    tick(menu, "Holidays")

    assert tick(menu, "Show everything") == EVERYTHING
