"""The way of the sample through the network, played: the session's flow with a clock, buttons and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolButton, QWidget

from playground.panels.layer_words import layer_word
from playground.widgets.fields.quiet_fields import QuietSlider
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.fonts import bold
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover
from playground.words import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QKeyEvent

    from nn.trace import Event
    from playground.session.session import Session

_STEP_MS = 1100  # long enough to read a line


class FlowPlayer(LiveLook, QWidget):
    """Plays, scrubs and steps the flow's pass layer by layer; costs nothing while it is closed or pauses."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._flow, self._stepper = session, session.flow, session.flow.stepper
        self._clock = QTimer(self, interval=_STEP_MS)
        self._clock.timeout.connect(self._on_clock)
        self._play = _button("play", "buttonPlayFlow", self._on_play_clicked)
        self._play.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._back = _button("previous", "buttonFlowBack", self._on_back_clicked)
        self._step = _button("next", "buttonFlowStep", self._on_step_clicked)
        self._close = _button("close", "buttonCloseFlow", self._on_close_clicked)
        self._slider = QuietSlider()
        self._slider.setMinimumWidth(60)
        self._slider.actionTriggered.connect(self._on_slider_moved)
        self._place, self._title, self._words = SteadyLabel(), SteadyLabel(), SteadyLabel()
        self._title.setFont(bold(self.font()))
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        buttons = (self._play, self._back, self._step)
        self._row = in_row(*buttons, (self._slider, 4), self._place, self._close, STRETCH, spacing=2)
        in_column(self._title, self._words, self._row, of=self, spacing=1)
        self._stepper.trace_changed.connect(self._refresh)
        self._stepper.moved.connect(self._refresh)
        self.retranslate()

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget at the right end of the row of buttons."""
        self._row.addWidget(widget)

    # ---- what a person does

    @Slot()
    def _on_play_clicked(self) -> None:
        if self._clock.isActive():
            self._clock.stop()
        else:
            self._flow.open()
            if self._stepper.cursor >= len(self._stepper.trace):
                self._stepper.go(0)
            self._clock.start()
            self._stepper.step_over()
        self._refresh()

    @Slot()
    def _on_step_clicked(self) -> None:
        self._flow.open()
        self._pause_after(self._stepper.step_over)

    @Slot()
    def _on_back_clicked(self) -> None:
        self._pause_after(self._stepper.step_back)

    @Slot()
    def _on_close_clicked(self) -> None:
        self._pause_after(self._flow.close)

    @Slot()
    def _on_slider_moved(self) -> None:
        # actionTriggered comes from a person only, and before the value is taken over.
        if self._slider.sliderPosition() != self._stepper.cursor:
            self._pause_after(self._stepper.go, self._slider.sliderPosition())

    def _pause_after(self, move: Callable[..., None], *where: int) -> None:
        self._clock.stop()
        move(*where)
        self._refresh()

    @Slot()
    def _on_clock(self) -> None:
        self._stepper.step_over()
        if self._stepper.cursor >= len(self._stepper.trace):
            self._clock.stop()
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._stepper.is_open:
            self._on_close_clicked()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause: nobody watches."""
        super().hideEvent(event)
        self._clock.stop()
        self._refresh()

    # ---- from the stepper to the widgets

    @Slot()
    def _refresh(self) -> None:
        stepper = self._stepper
        if not stepper.is_open:
            self._clock.stop()  # somebody else closed it
        length, event = len(stepper.trace), stepper.current
        self._play.setIcon(icon("pause" if self._clock.isActive() else "play"))
        self._back.setEnabled(stepper.cursor > 0)
        self._step.setEnabled(not stepper.is_open or stepper.cursor < length)
        self._slider.setRange(0, length)
        self._slider.setValue(stepper.cursor)
        self._place.reserve(f"{length} / {length}")
        self._place.setText(f"{stepper.cursor} / {length}")
        title, words = self._start_words(length) if event is None else (self._title_of(event), self._words_of(event))
        self._title.setText(title)
        self._words.setText(words)
        on_hover(f"{title}\n{words}", self._title, self._words)
        for widget in (self._slider, self._place, self._close, self._title, self._words):
            widget.setVisible(stepper.is_open)
        self._describe_play()

    def _describe_play(self) -> None:
        if self._clock.isActive():
            name, about = self.tr("Pause the flow"), self.tr("Stop at this step.")
        else:
            name = self.tr("Play the flow")
            about = self.tr("Watch this sample go forward through the network and its gradients come back.")
        describe(self._play, name, f"{name}: {about}")

    def _start_words(self, length: int) -> tuple[str, str]:
        if not length:
            return self.tr("Nothing to show"), self.tr("There is no input that fits the network.")
        return self.tr("The input x is known, nothing else yet"), self.tr("Press the arrow to compute the first layer.")

    def _title_of(self, event: Event) -> str:
        phases = {
            "forward": self.tr("Forward"),
            "loss": self.tr("Loss"),
            "backward": self.tr("Backward"),
            "update": self.tr("Update"),
        }
        return f"{phases[event.phase]}, {event.name}:  {event.formula}"

    def _words_of(self, event: Event) -> str:
        if event.phase == "backward":
            return self._words_back(event)
        if event.phase == "update":
            return self.tr("The optimizer moves the parameters against their gradients.")
        if event.layer is None and "L" not in event.outputs:
            return self.tr("What the network says. Without a target t there is no loss and no way back.")
        if event.layer is None:
            text = word("loss", self._session.looking.network.spec.loss).explanation
            return self.tr("L = {loss:.6g}. {meaning}").format(loss=float(event.outputs["L"]), meaning=text)
        text = layer_word(self._session.looking.network.spec.layers[event.layer]).explanation
        if event.index + 1 == len(self._stepper.trace):
            text += " " + self.tr("Without a target t there is no loss and no way back.")
        return text

    def _words_back(self, event: Event) -> str:
        if event.layer is None:
            return self.tr("How the loss changes with each score: here the gradients begin.")
        kind = self._session.looking.network.spec.layers[event.layer].kind
        if kind == "Affine":
            return self.tr("The gradient goes back through the weights: to the inputs, to W and to b.")
        if self._session.looking.network.layers[event.name].elementwise:
            return self.tr("Each gradient is multiplied by the slope of the activation at its sum.")
        return self.tr("The gradient that arrives, times how the output changes with the input.")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._play.setText(self.tr("Flow"))
        step = self.tr("Next step of the flow")
        step_about = self.tr("Compute the next layer for this sample: forwards to the loss, then the gradients back.")
        back, back_about = self.tr("Previous step of the flow"), self.tr("Go back by one layer.")
        close, close_about = self.tr("Close the flow"), self.tr("Show the finished prediction again (Esc).")
        describe(self._step, step, f"{step}: {step_about}")
        describe(self._back, back, f"{back}: {back_about}")
        describe(self._close, close, f"{close}: {close_about}")
        drag = self.tr("Drag through the pass: what is hollow is not computed yet.")
        describe(self._slider, self.tr("Place in the flow"), drag)
        on_hover(self.tr("Steps that have happened, and all steps of the pass."), self._place)
        self._refresh()


def _button(picture: str, name: str, slot: Callable[[], None]) -> QToolButton:
    return tool_button(picture, name, clicked=slot, focusPolicy=Qt.FocusPolicy.StrongFocus)
