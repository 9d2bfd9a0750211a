"""Set a goal: what, how much, where, until when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.metric_definitions import of
from cmstation.domain.metrics import Metric, Nature, Scope
from cmstation.domain.statistics import Goal
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.statistics.asked import names_of
from cmstation.ui.statistics.edit_dialog import EditDialog
from cmstation.ui.statistics.fields import Form, whole_number
from cmstation.ui.theme.tokens import Space
from cmstation.ui.wording_metrics import metric_words

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_STANDING = (Metric.FOLLOWERS, Metric.POSTS, Metric.COMMENTS, Metric.VIDEO_VIEWS)


class GoalDialog(EditDialog):
    """A goal: what is saved is a `Goal`."""

    def __init__(
        self,
        icons: "Icons",
        goal: Goal | None,
        accounts: Sequence[Account],
        today: date,
        *,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Change a goal") if goal is not None else self.tr("Set a goal")
        super().__init__(icons, title, goal.id if goal is not None else 0, parent=parent)
        self.setMinimumWidth(480)
        self._accounts = {one.id: one for one in accounts}
        self._goal = goal or Goal(0, "", Metric.FOLLOWERS, 0)
        self.account, self.what = QComboBox(self), QComboBox(self)
        self.target, self.name = QLineEdit(self), QLineEdit(self)
        self.dated = QCheckBox(self.tr("&Until"), self)
        self.by = DayField(icons, self.tr("Day until which it is to be reached"), today, parent=self)
        self._name_fields()
        self._fill(names_of(accounts))
        self._lay_out(icons)
        self._look()

    def written(self) -> Goal | None:
        """Return the goal, None while there is no number to reach."""
        target = whole_number(self.target.text())
        if not target:
            return None
        return replace(
            self._goal,
            name=self.name.text().strip(),
            metric=Metric(self.what.currentData()),
            target=target,
            account=self.account.currentData(),
            by=self.by.day() if self.dated.isChecked() else None,
        )

    # --- inside ---

    def _name_fields(self) -> None:
        self.account.setAccessibleName(self.tr("Account"))
        self.what.setAccessibleName(self.tr("What is counted"))
        self.target.setAccessibleName(self.tr("Number to reach"))
        self.name.setAccessibleName(self.tr("Name of the goal"))
        self.target.setPlaceholderText(self.tr("for instance 17000"))
        self.name.setPlaceholderText(self.tr("may stay empty"))

    def _fill(self, names: dict[int, str]) -> None:
        goal = self._goal
        for account, name in names.items():
            self.account.addItem(name, account)
        self.account.addItem(self.tr("All accounts together"), None)
        wanted = goal.account if goal.id else self._first_followed()
        self.account.setCurrentIndex(max(0, self.account.findData(wanted)))
        self._offer_metrics()
        self.what.setCurrentIndex(max(0, self.what.findData(goal.metric)))
        self.target.setText(str(goal.target) if goal.target else "")
        self.name.setText(goal.name)
        self.dated.setChecked(goal.by is not None)
        if goal.by is not None:
            self.by.show_day(goal.by)
        self.account.currentIndexChanged.connect(self._offer_metrics)
        self.target.textChanged.connect(self._look)
        self.dated.toggled.connect(self._look)

    def _first_followed(self) -> int | None:
        """Return the first account that people can follow."""
        followed = (
            one.id
            for one in self._accounts.values()
            if any(known.metric is Metric.FOLLOWERS for known in of(one.network, Scope.ACCOUNT))
        )
        return next(followed, None)

    def _lay_out(self, icons: "Icons") -> None:
        form = Form(icons)
        form.add(self.tr("&Account"), self.account)
        form.add(self.tr("&What"), self.what)
        form.add(self.tr("&Number"), self.target)
        form.add(self.tr("Na&me"), self.name)
        self.body.addLayout(form)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.dated)
        row.addWidget(self.by)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.add_foot(self.tr("Give this goal up"))

    @Slot()
    def _offer_metrics(self) -> None:
        """Offer what the account counts and what stands at a moment."""
        account = self._accounts.get(self.account.currentData() or 0)
        chosen = self.what.currentData()
        self.what.clear()
        if account is None:
            offered = set(_STANDING)
        else:
            known = of(account.network, Scope.ACCOUNT)
            offered = {one.metric for one in known if one.nature is Nature.STOCK}
        for metric in Metric:
            if metric in offered or (metric is self._goal.metric and self._goal.id):
                self.what.addItem(metric_words(metric), metric)
        self.what.setCurrentIndex(max(0, self.what.findData(chosen)))

    @Slot()
    def _look(self) -> None:
        self.by.setEnabled(self.dated.isChecked())
        sound = bool(whole_number(self.target.text()))
        self.save.set_reason("" if sound else self.tr("Write the number to reach."))
