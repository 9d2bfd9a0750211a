"""A morning in the real watch."""

from collections.abc import Iterator

import pytest

from tests.ui.watch.morning.morning_stage import MorningStage
from tests.ui.watch.watch_stage import WatchStage


@pytest.fixture
def morning(stage: WatchStage) -> Iterator[MorningStage]:
    """A morning that has just begun."""
    found = MorningStage(stage)
    stage.click(stage.tab.places.morning)
    yield found
    found.end()
