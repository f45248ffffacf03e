"""The row for stepping through the code: what is called, where it stands, and a handle over all that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from playground.panels.my_code.call_form import CallForm
from playground.session.phrase import said
from playground.widgets.fields.quiet_fields import QuietSlider
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.settings_file import settings_file
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.session.own_code.code_stepping import CodeStepping

_GRAPH_KEY = "my_code/graph"


class WalkBar(LiveLook, QWidget):
    """Shows itself while the code is stepped through, or runs for it."""

    views_changed = Signal()
    """Other views are wanted beside the code."""

    def __init__(self, stepping: CodeStepping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepping = stepping
        self.text = SteadyLabel()  # another one at each step: a label that wraps would lay out the whole panel anew
        self.text.setObjectName("codePlace")
        self.trouble = QLabel(wordWrap=True, objectName="codeTrouble", textFormat=Qt.TextFormat.PlainText)
        self.trouble.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._slider = QuietSlider()
        self._slider.setObjectName("codeScrubber")
        self._slider.valueChanged.connect(self._on_slid)
        self._busy = QProgressBar(maximum=0, textVisible=False)
        self._busy.setFixedSize(80, 8)
        self.call = CallForm()
        self.call.wanted.connect(self._on_call_wanted)
        self._show_call = QPushButton(objectName="codeShowCall", checkable=True)
        self._show_call.clicked.connect(self._refresh_call)
        self._graph = QPushButton(objectName="codeShowGraph", checkable=True)
        self._graph.setChecked(settings_file().value(_GRAPH_KEY, "true") == "true")
        self._graph.clicked.connect(self._on_graph_clicked)
        self._on = tool_button("play", "codeContinue", clicked=stepping.step_on)
        self._close = tool_button("close", "codeStopStepping", clicked=self._on_close)
        place = in_row((self.text, 1), self._busy, spacing=6)
        told = QWidget()  # in the place of the handle where there is nothing to walk over
        in_row((self.trouble, 1), of=told)
        row = in_row(self._on, (self._slider, 1), (told, 1), self._graph, self._show_call, self._close, spacing=6)
        in_column(place, row, self.call, of=self, spacing=2)
        self.hide()
        self.retranslate()

    def refresh(self) -> None:
        """Show where it stands."""
        stepping = self._stepping
        walk, result = stepping.walk, stepping.result if stepping.is_current else None
        self.setVisible(stepping.is_busy or walk is not None or bool(result is not None and result.trouble))
        self._busy.setVisible(stepping.is_busy or stepping.search.is_going)
        self._slider.setVisible(walk is not None)
        self._on.setVisible(walk is not None)
        self._graph.setVisible(walk is not None)
        self.text.setText(self._place())
        self.text.setToolTip(self.text.text())
        self.text.setVisible(bool(self.text.text()))
        trouble = "" if stepping.is_busy else self._trouble()
        self.trouble.setText(trouble)
        self.trouble.parentWidget().setVisible(walk is None or bool(trouble))
        if walk is not None:
            self._slider.blockSignals(True)
            self._slider.setMaximum(walk.end)
            self._slider.setValue(stepping.place)
            self._slider.blockSignals(False)
        if result is not None:
            self.call.show_result(result)
        self._refresh_call()

    @Slot()
    def _refresh_call(self) -> None:
        self.call.setVisible(self._show_call.isChecked())

    def _place(self) -> str:
        stepping = self._stepping
        walk, moment, result = stepping.walk, stepping.moment, stepping.result
        if stepping.is_busy:
            return self.tr("The code runs, recorded…")
        if walk is None:
            return ""
        if stepping.search.is_going:
            return self.tr("Looking for a breakpoint whose condition holds: {number:,} of {count:,}…").format(
                number=stepping.search.place + 1, count=walk.end
            )
        if moment is None and result is not None and result.recorded is not None and result.recorded.is_full:
            text = self.tr("The recording is full: {count:,} lines of it have run, and there is no room for more.")
            return text.format(count=walk.end)
        if moment is None:
            return self.tr("At the end: all {count:,} lines have run.").format(count=walk.end)
        place = self.tr("Before line {line} of {function}").format(
            line=moment.line, function=moment.function or stepping.result.code.name
        )
        if result is not None and result.iteration:
            place = self.tr("Iteration {number:,}: {place}").format(number=result.iteration, place=place)
        round_ = walk.round(stepping.place)
        if round_ > 1:
            place = self.tr("{place}, for the {round:,}. time").format(place=place, round=round_)
        return self.tr("{place} · {number:,} of {count:,}").format(
            place=place, number=stepping.place + 1, count=walk.end
        )

    def _trouble(self) -> str:
        """Say why the recording ends where it does, once one has come there; without one at once."""
        stepping, result = self._stepping, self._stepping.result if self._stepping.is_current else None
        is_on_the_way = stepping.walk is not None and (stepping.moment is not None or stepping.search.is_going)
        if result is None or is_on_the_way:
            return ""
        is_other = stepping.walk is not None and not result.is_same
        other = self.tr("The loss is not that of the training: the code does not do the same twice.")
        return " ".join(filter(None, (other if is_other else "", said(result.trouble) if result.trouble else "")))

    @property
    def shows_graph(self) -> bool:
        """Whether the graph of the function is wanted."""
        return self._graph.isChecked()

    @Slot()
    def _on_graph_clicked(self) -> None:
        settings_file().setValue(_GRAPH_KEY, "true" if self.shows_graph else "false")
        self.views_changed.emit()

    @Slot(int)
    def _on_slid(self, place: int) -> None:
        self._stepping.go_to(place)

    @Slot(str)
    def _on_call_wanted(self, call: str) -> None:
        self._stepping.open(call)

    @Slot()
    def _on_close(self) -> None:
        if self._stepping.search.is_going:
            self._stepping.give_up_search()
            return
        self._stepping.cancel()
        self._stepping.stop()
        self.hide()

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._slider.setAccessibleName(self.tr("Place in the recording"))
        self._slider.setToolTip(self.tr("Drag through all that happened, forwards and back."))
        self._graph.setText(self.tr("Graph"))
        describe(
            self._graph,
            self.tr("Graph"),
            self.tr("Show the computational graph of the function that is stepped through."),
        )
        self._show_call.setText(self.tr("Call…"))
        describe(self._show_call, self.tr("Call"), self.tr("The lines that let your class do something, to be edited."))
        about = self.tr("Go on to the next line with a breakpoint, or to the end (F5 in the code).")
        describe(self._on, self.tr("Continue"), about)
        describe(self._close, self.tr("Stop stepping"), self.tr("Leave the recording; end a search for a breakpoint."))
        self.refresh()
