"""What is kept between two starts, whatever happened to the file and to the screens."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cmstation.ui.window_state import FILE, WindowState, load_state, place_on_screen, save_state

STATE = WindowState(
    (10, 20, 1300, 700), True, "library", {"drafts": (300, 700, 320)}, "fr", "dark", False, True
)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    save_state(tmp_path, STATE)

    assert load_state(tmp_path) == STATE


def test_the_first_start_has_no_file(tmp_path: Path) -> None:
    assert load_state(tmp_path) == WindowState()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"place": "wide", "splitters": 3, "theme": 7}'])
def test_a_damaged_file_is_as_at_the_first_start(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")

    assert load_state(tmp_path) == WindowState()


def test_a_folder_that_refuses_is_not_worth_a_word(tmp_path: Path) -> None:
    save_state(tmp_path / "missing", STATE)

    assert not (tmp_path / "missing").exists()


def test_a_screen_that_is_gone_does_not_hide_the_window(qapp: QApplication) -> None:
    screen = QGuiApplication.primaryScreen().availableGeometry()

    rect = place_on_screen((5000, 5000, 900, 700))

    assert screen.contains(rect)


@given(
    st.tuples(
        st.integers(-20_000, 20_000),
        st.integers(-20_000, 20_000),
        st.integers(1, 9000),
        st.integers(1, 9000),
    )
)
def test_wherever_it_was_it_is_wholly_on_a_screen(place: tuple[int, int, int, int]) -> None:
    rect = place_on_screen(place)

    assert any(screen.availableGeometry().contains(rect) for screen in QGuiApplication.screens())


@given(
    st.dictionaries(st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5))
)
def test_no_content_of_the_file_breaks_the_start(
    tmp_path_factory: pytest.TempPathFactory, kept: object
) -> None:
    folder = tmp_path_factory.mktemp("state")
    (folder / FILE).write_text(json.dumps(kept), encoding="utf-8")

    assert isinstance(load_state(folder), WindowState)
