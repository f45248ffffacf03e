"""The list of moments: now, the beginning, and any iteration by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from playground.widgets.fields.quiet_fields import QuietSpinBox
from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.text.tooltips import describe, on_hover, wrapped

if TYPE_CHECKING:
    from playground.session.session import Session


class MomentList(QObject):
    """Fills a menu with the moments of your network that can be looked at."""

    def __init__(self, session: Session, menu: QMenu) -> None:
        super().__init__(menu)
        self._session = session
        self._first_moment: int | None = None
        self._now, self._first = (menu.addAction("") for _ in range(2))
        self._now.setObjectName("momentNow")
        self._now.setCheckable(True)
        self._first.setObjectName("momentFirst")
        self._now.triggered.connect(self._on_now)
        self._first.triggered.connect(self._on_first)
        self._caption, self._iteration = QLabel(), QuietSpinBox(0, 0)
        self._iteration.setObjectName("momentIteration")
        self._iteration.value_edited.connect(self._on_iteration)
        self._caption.setBuddy(self._iteration)
        entry, line = QWidgetAction(menu), QWidget()
        in_row(self._caption, STRETCH, self._iteration, of=line, margins=(12, 3, 12, 3), spacing=12)
        entry.setDefaultWidget(line)
        menu.addAction(entry)
        menu.aboutToShow.connect(self._refresh)
        self._refresh()
        self.retranslate()

    # ---- what a person does

    @Slot()
    def _on_now(self) -> None:
        self._session.looking.choose("mine")

    @Slot()
    def _on_first(self) -> None:
        self._session.past.playhead.go(self._session.past.playhead.first)

    @Slot(object)
    def _on_iteration(self, iteration: int) -> None:
        self._session.past.playhead.go(iteration)

    # ---- what is shown

    @Slot()
    def _refresh(self) -> None:
        """See what there is now: asked when the list opens, and at no other time."""
        session = self._session
        way, last = session.timeline.way, session.run.iteration
        self._first_moment = way.first if way is not None and way.first < last else None
        self._now.setChecked(session.looking.subject.is_yours_now)
        for part in (self._first, self._iteration, self._caption):
            part.setEnabled(self._first_moment is not None)
        self._iteration.setRange(self._first_moment or 0, last)
        updates = session.looking.subject.moment.updates
        self._iteration.show_value(last if updates is None else updates)
        self._say_first()
        why_not = session.timeline.why_no_past()
        if why_not:
            self._first.setToolTip(wrapped(why_not))

    def _say_first(self) -> None:
        self._first.setText(self.tr("The beginning: iteration {first:,}").format(first=self._first_moment or 0))
        self._first.setToolTip(wrapped(self.tr("Look at the network before it learned anything here.")))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._now.setText(self.tr("Now"))
        self._now.setToolTip(wrapped(self.tr("Your network as it is.")))
        name, about = self.tr("Iteration"), self.tr("Any moment of the training that led here, by its number.")
        self._caption.setText(name)
        on_hover(about, self._caption)
        describe(self._iteration, name, about)
        self._say_first()
