"""Hours of a day as a person types them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.ui.calendar.dialogs.hours_text import NotHours, hours_in, hours_words

hours = st.builds(time, st.integers(0, 23), st.integers(0, 59))
SIGNS = [", ", ",", ";", " ", "/", " + ", " et ", " and "]


@given(st.frozensets(hours, max_size=8))
def test_what_is_written_is_read_again(chosen: frozenset[time]) -> None:
    assert hours_in(hours_words(chosen)) == tuple(sorted(chosen))


@given(st.lists(hours, min_size=1, max_size=6), st.sampled_from(SIGNS))
def test_order_and_doubles_do_not_matter(typed: list[time], between: str) -> None:
    text = between.join(f"{hour:%H:%M}" for hour in typed)

    assert hours_in(text) == tuple(sorted(set(typed)))


@given(st.lists(hours, max_size=4))
def test_the_french_way_to_write_hours_is_read(typed: list[time]) -> None:
    written = (f"{one.hour}\u00a0h\u00a0{one:%M}" if one.minute else f"{one.hour} h" for one in typed)

    found = hours_in(", ".join(written))

    assert found == tuple(sorted(set(typed)))


@given(st.text(alphabet="0123456789hH:,; et", max_size=14))
def test_any_text_is_hours_or_says_that_it_is_none(text: str) -> None:
    try:
        found = hours_in(text)
    except NotHours:
        return
    assert hours_in(hours_words(found)) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("9", (time(9),)),
        ("9h", (time(9),)),
        ("9 h 30", (time(9, 30),)),
        ("9h, 12:30 18", (time(9), time(12, 30), time(18))),
        ("9h 12:30", (time(9), time(12, 30))),
        ("9h 12h30 et 18h", (time(9), time(12, 30), time(18))),
        ("18:00,", (time(18),)),
    ],
)
def test_hours_are_read_as_they_are_meant(text: str, expected: tuple[time, ...]) -> None:
    assert hours_in(text) == expected


@pytest.mark.parametrize("text", ["midi", "24:00", "9:60", "9:5", "1830", ",9", "9-10", "9h12h"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(NotHours):
        hours_in(text)


def test_hours_are_written_briefly_and_in_order() -> None:
    assert hours_words([time(17, 30), time(9)]) == "9:00, 17:30"
