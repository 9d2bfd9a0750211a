"""Commands joined into one: what they changed together, and one way back."""

from cmstation.domain.changes import Changes
from cmstation.services.done import Done, together


def _done(name: str, taken_back: list[str], changes: Changes) -> Done[object]:
    def undo() -> Changes:
        taken_back.append(name)
        return changes

    return Done(name, changes, undo)


def test_commands_are_taken_back_from_the_last_to_the_first() -> None:
    taken_back: list[str] = []
    first = _done("first", taken_back, Changes(watch=True))
    last = _done("last", taken_back, Changes(statistics=True))

    joined = together(2, [first, last])
    assert joined.undo is not None
    back = joined.undo()

    assert taken_back == ["last", "first"]
    assert (joined.value, joined.changes, back) == (2, first.changes | last.changes, joined.changes)


def test_what_cannot_be_taken_back_stays() -> None:
    taken_back: list[str] = []
    lasting: Done[object] = Done("lasting", Changes(watch=True))

    joined = together("both", [lasting, _done("passing", taken_back, Changes())])
    assert joined.undo is not None
    back = joined.undo()

    assert taken_back == ["passing"]
    assert back == Changes()


def test_nothing_done_is_nothing_to_take_back() -> None:
    assert together(0, []) == Done(0, Changes())
