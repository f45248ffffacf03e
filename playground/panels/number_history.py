"""The history of one number, drawn where it was pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from playground.session.past.number_past import OUTPUT, SampleNumber
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.plot.history_plot import HistoryPlot
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from playground.session.looking.sample import Sample
    from playground.session.past.number_past import ParameterNumber
    from playground.session.session import Session

_SIZE = QSize(420, 230)


class NumberHistory(Refreshing, LiveLook, QFrame):
    """A small window; a click into the plot leads to that moment.

    It goes away with Escape, when there is another sample, and when another number is asked for.
    """

    importance = Importance.ANSWER
    least_gap = READABLE_S

    def __init__(self, session: Session, title: str, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Tool, objectName="numberHistory")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._session, self._history = session, session.past.number_past
        self._question: SampleNumber | ParameterNumber | None = None
        self._title, self._told = QLabel(title, textFormat=Qt.TextFormat.PlainText), QLabel(wordWrap=True)
        self.setWindowTitle(title)
        self._told.setObjectName("historyTold")
        self._cancel = tool_button("close", "historyCancel", clicked=self._history.cancel, side=12)
        self.plot = HistoryPlot(self)
        self.plot.setObjectName("historyPlot")
        head = in_row((self._title, 1), self._cancel)
        in_column(head, (self.plot, 1), self._told, of=self, margins=(10, 8, 10, 8), spacing=4)
        self.plot.moment_wanted.connect(self._on_moment_wanted)
        self._history.changed.connect(self.out_of_date)
        session.looking.sample_changed.connect(self._on_sample_changed)
        self.retranslate()

    def ask(self, layer: int, index: int, is_rest: bool) -> None:
        """Have the history of a number found, as `NumberPast.ask` does."""
        self._history.ask(layer, index, is_rest=is_rest)
        self._question = self._history.question
        self.out_of_date()

    def ask_parameter(self, name: str, index: tuple[int, ...]) -> None:
        """Have the history of a number of a parameter found."""
        self._history.ask_parameter(name, index)
        self._question = self._history.question
        self.out_of_date()

    def open_at(self, place: QPoint) -> None:
        """Show it beside a place on the screen."""
        self.resize(_SIZE)
        room = self.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        top = place.y() if place.y() + self.height() <= room.bottom() else place.y() - self.height()
        self.move(max(left, room.left()), max(top, room.top()))
        self.show()
        self.plot.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_sample_changed(self, sample: Sample | None) -> None:
        if isinstance(self._question, SampleNumber) and sample is not self._question.sample:
            self.close()

    @Slot(object)
    def _on_moment_wanted(self, iteration: int) -> None:
        self._session.past.playhead.pause()
        self._session.past.playhead.go(iteration)

    def refresh(self) -> None:
        """Draw what was found so far."""
        if self._question not in (None, self._history.question):
            self.close()
            return
        asking, found = self._session.past.asking, self._history.series.between(-np.inf, np.inf)
        span = (float(asking.first), float(max(asking.last, asking.first + 1)))
        within = (0.0, 1.0) if self._is_class else None
        self.plot.show_numbers(found.iterations.astype(np.float64), found.numbers, span, within)
        self._cancel.setVisible(self._history.is_busy)
        if self._history.is_busy:
            self._told.setText(self.tr("Found by training again: {share:.0%}").format(share=self._history.share_done))
        else:
            self._told.setText(self.tr("A click shows that moment in every panel."))

    @property
    def _is_class(self) -> bool:
        is_output = isinstance(self._question, SampleNumber) and self._question.layer == OUTPUT
        return is_output and bool(self._session.looking.subject.classes)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        describe(
            self.plot, self._title.text(), self.tr("By the updates that had been made. A click leads to a moment.")
        )
        describe(self._cancel, self.tr("Look no further"), self.tr("What was found of the past stays."))
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask no further."""
        if self._question is self._history.question:
            self._history.forget()
        super().closeEvent(event)
