"""Opens the dialog of the copying licence, and stores what is said there."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cmstation.ui.watch.review.licence_dialog import LicenceDialog

if TYPE_CHECKING:
    from cmstation.services.press_reviews import PressReviews
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch.review.page import ReviewPage

translate = QCoreApplication.translate


def open_licence(page: "ReviewPage", reviews: "PressReviews", commands: "Commands", today: date) -> None:
    """Ask whether there is a licence; what it is called is read first."""

    def show(found: tuple[bool, str]) -> None:
        ticked, name = found
        dialog = LicenceDialog(page.icons, name, today, ticked=ticked, parent=page.window())

        def count(first: date, last: date) -> None:
            commands.ask(
                lambda: reviews.declaration(first, last),
                dialog.show_counts,
                owner=dialog,
                replaces="press-review-declaration",
            )

        def keep(has_one: bool, called: str) -> None:
            if (has_one, called) != found:
                words = translate("PressReview", "Copying licence changed")
                commands.run(lambda: reviews.set_licence(has_one, called), undo_text=words)

        dialog.counts_wanted.connect(count)
        dialog.told.connect(keep)
        dialog.open()
        dialog.ask_counts()

    commands.ask(lambda: (reviews.licence(), reviews.licence_name()), show, owner=page)
