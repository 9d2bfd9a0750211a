"""What the window expects of a tab."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from cmstation.domain.changes import Changes
    from cmstation.domain.drafts import PostState
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


@runtime_checkable
class Tab(Protocol):
    """A page of the window; also a QWidget. Built without services, so that it can be painted first."""

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, once, and show what there is."""
        ...

    def look_again(self, changes: "Changes") -> None:
        """Show what a command changed."""
        ...

    def show_post(self, post: int) -> None:
        """Bring a post before the person."""
        ...

    def focus_search(self) -> None:
        """Put the keyboard into the tab's search field."""
        ...

    def current_post(self) -> int | None:
        """Return the post the person is on, or None."""
        ...

    def flush(self) -> None:
        """Hand every pending write to the commands: the window is closing."""
        ...


class WritesPosts(Tab, Protocol):
    """What the window expects of Drafts besides."""

    def new_post(self) -> None:
        """Start a post."""
        ...

    def new_from_template(self) -> None:
        """Choose a template and start a post from it."""
        ...

    def publish_current(self) -> None:
        """Publish the post that is open, its last letters included."""
        ...

    def duplicate_current(self) -> None:
        """Copy the post that is open."""
        ...

    def archive_current(self) -> None:
        """Put the post that is open away."""
        ...

    def delete_current(self) -> None:
        """Put the post that is open into the bin."""
        ...

    def show_history_of_current(self) -> None:
        """Show the earlier versions of the post that is open."""
        ...

    def show_states(self, states: "frozenset[PostState]") -> None:
        """List the posts in these states."""
        ...

    def set_publishing(self, publishing: object) -> None:
        """Receive what publishes."""
        ...
