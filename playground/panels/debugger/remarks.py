"""Remarks of the debugger: why there is nothing to step through, why it stopped, what an edit changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from nn.inspection.outcome import Outcome, outcome_of
from nn.notation import number
from playground.panels.breakpoint_words import stop_text
from playground.panels.debug_commands import open_when_paused
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.breakpoints import Stop
    from playground.session.session import Session

_STRENGTH = 0.14  # share of the mark's colour in the background of a reason
_DIGITS = 5


class DebugNotice(LiveLook, QWidget):
    """Stands in the debugger's place without a pass: says why, and its button leads to one, or ends a search."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, objectName="debugNotice")
        self._progress = QProgressBar(textVisible=False, maximumWidth=260)
        self._button = QPushButton(objectName="debugNoticeButton")
        self._button.clicked.connect(self._on_button_clicked)
        centred = [(widget, 0, Qt.AlignmentFlag.AlignHCenter) for widget in (self._progress, self._button)]
        in_column(STRETCH, self._text, *centred, STRETCH, of=self, margins=(9, 9, 9, 9))
        debugger = session.debugger
        for signal in (
            session.run.running_changed,
            debugger.travel.searching_changed,
            debugger.travel.travelling_changed,
            debugger.trace_changed,
            debugger.expected_changed,
        ):
            signal.connect(self.retranslate)
        debugger.travel.search.progressed.connect(self._on_search_progressed)
        self.retranslate()

    @property
    def is_needed(self) -> bool:
        """Whether there is nothing to step through at this moment."""
        debugger = self._session.debugger
        return self._session.run.is_running or debugger.travel.search.is_searching or not debugger.trace

    @Slot()
    def retranslate(self) -> None:
        """Say what holds at this moment, in the language of the moment."""
        text, button, tip = self._words()
        self._text.setText(text)
        self._button.setText(button)
        on_hover(tip, self._button)
        self._button.setVisible(bool(button))
        self._progress.setVisible(self._session.debugger.travel.search.is_searching)
        about = self.tr("How much of the training has been gone through again")
        describe(self._progress, self.tr("Progress of the search"), about)

    def _words(self) -> tuple[str, str, str]:
        """Give what to say, and the button's text with its explanation."""
        session = self._session
        if session.debugger.travel.search.is_searching:
            text = self.tr("Going through the training again, for the moment at which it went wrong.")
            return text, self.tr("Cancel"), self.tr("Give the search up; nothing is changed.")
        if session.run.is_running:
            text = self.tr("Training runs: pause it to step.")
            tip = self.tr("Stop after this iteration and step through the next one.")
            return text, self.tr("Pause and step"), tip
        if not session.debugger.is_open:
            return self._words_of_beginning()
        return self.tr("There is no pass to step through: the data are not here, or do not fit the network."), "", ""

    def _words_of_beginning(self) -> tuple[str, str, str]:
        if self._session.debugger.expected_kind == "sample":
            text = self.tr(
                "Step through your sample, number by number: forward, and with a target the loss and the gradients.\n"
                "“Next batch” above steps through training."
            )
            tip = self.tr("Record the pass of the sample that all panels show, and stand at its beginning.")
        else:
            text = self.tr(
                "Step through the next iteration of training, number by number: forward, loss, backward and update."
            )
            tip = self.tr("Record the next iteration and stand at its beginning; nothing is trained yet.")
        return text, self.tr("Begin (F10)"), tip

    @Slot(object, object)
    def _on_search_progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    @Slot()
    def _on_button_clicked(self) -> None:
        debugger = self._session.debugger
        if debugger.travel.search.is_searching:
            debugger.travel.cancel()
        elif self._session.run.is_running:
            open_when_paused(self._session)
        else:
            debugger.begin()


class DebugReason(LiveLook, QWidget):
    """Shows what a breakpoint found, until training goes on or a person has read it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stop: Stop | None = None
        self._sign = QLabel()
        self.text = QLabel(wordWrap=True, objectName="stopReason")
        self._close = tool_button("close", clicked=self._on_close_clicked, side=12)
        in_row(self._sign, (self.text, 1), self._close, of=self, margins=(6, 3, 4, 3), spacing=6)
        self.setAutoFillBackground(True)
        session.debugger.stopped.connect(self._on_stopped)
        session.debugger.moved.connect(self._refresh)
        session.debugger.trace_changed.connect(self._refresh)
        session.run.running_changed.connect(self._on_running_changed)
        self.retranslate()
        self.restyle()

    @Slot(object)
    def _on_stopped(self, stop: Stop) -> None:
        self._stop = stop
        self._refresh()

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        if running:
            self._on_close_clicked()

    @Slot()
    def _on_close_clicked(self) -> None:
        self._stop = None
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Show the reason as long as the iteration is shown for which it holds."""
        debugger, stop = self._session.debugger, self._stop
        holds = stop is not None and debugger.is_open and debugger.stepped.iteration == stop.iteration
        if stop is not None and holds:
            text = self.tr("Stopped in iteration {iteration}: {reason}")
            self.text.setText(text.format(iteration=f"{stop.iteration:,}", reason=stop_text(stop)))
        self.setVisible(holds)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        describe(self._close, self.tr("Close the reason"), self.tr("Close: the breakpoint stays"))
        about = self.tr(
            "Training stopped before the update of this iteration: the cursor stands where the number was "
            "made. Step back from here, or continue."
        )
        on_hover(about, self.text)
        self._refresh()

    def restyle(self) -> None:
        """Take the colours of the moment."""
        window = QPalette().color(QPalette.ColorRole.Window)  # the program's: this widget's own is tinted already
        palette = self.palette()
        tint = blend(window, chart_colors(QPalette()).diverged, _STRENGTH)
        if palette.color(QPalette.ColorRole.Window) != tint:  # setting it brings another change of palette
            palette.setColor(QPalette.ColorRole.Window, tint)
            self.setPalette(palette)
        self._sign.setPixmap(icon("breakpoint", QPalette.ColorRole.Accent).pixmap(QSize(12, 12)))


class DebugStrip(LiveLook, QWidget):
    """Compares the pass with what it was before the last edit; there is nothing to be seen without one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._debugger = session, session.debugger
        self.text = QLabel(wordWrap=True, objectName="beforeAfter")
        self._back = tool_button("undo", clicked=self._debugger.numbers.clear_overrides, side=14)
        in_row((self.text, 1), self._back, of=self, margins=(6, 0, 2, 0))
        self._debugger.trace_changed.connect(self._refresh)
        session.run.running_changed.connect(self._refresh)
        session.document.overrides_changed.connect(self._refresh)
        self.retranslate()

    @Slot()
    def _refresh(self) -> None:
        before, after = outcome_of(self._debugger.stepped.earlier), outcome_of(self._debugger.trace)
        is_there = before is not None and after is not None and not self._session.run.is_running
        if before is not None and after is not None and is_there:
            self.text.setText("  ·  ".join(self._parts(before, after)))
        self._back.setVisible(bool(self._debugger.stepped.overrides))
        self.setVisible(is_there)

    def _parts(self, before: Outcome, after: Outcome) -> list[str]:
        parts = [self._output(before.output, after.output)]
        if before.loss is not None and after.loss is not None:
            text = self.tr("Loss {before} → {after}")
            losses = (f"{each:#.{_DIGITS}g}".rstrip(".") for each in (before.loss, after.loss))  # equally long
            parts.append(text.format(before=next(losses), after=next(losses)))
        if before.accuracy is not None and after.accuracy is not None:
            text = self.tr("Right in the batch {before:.1%} → {after:.1%}")
            parts.append(text.format(before=before.accuracy, after=after.accuracy))
        return parts

    def _output(self, before: Array, after: Array) -> str:
        """Tell the largest output of the sample that changed most."""
        if before.ndim != 2 or before.shape != after.shape:
            return self.tr("Before → after the edit")
        change = np.abs(after - before).sum(axis=1)
        row = int(np.nanargmax(change)) if np.isfinite(change).any() else 0
        told = (f"{int(each[row].argmax())} ({number(float(each[row].max()), 3).text})" for each in (before, after))
        text = self.tr("Sample {row}: {before} → {after}")
        return text.format(row=row, before=next(told), after=next(told))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "Before and after the last edit: the largest output of the sample that changed most, the loss, "
            "and the share of the batch that is right. Undo (Ctrl+Z) takes the edit back."
        )
        on_hover(about, self.text)
        back = self.tr("Give every replaced number of this pass back what was computed")
        describe(self._back, self.tr("Give back the computed numbers"), back)
        self._refresh()
