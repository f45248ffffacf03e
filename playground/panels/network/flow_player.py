"""The way of the sample through the network, played: the session's flow with a clock and with words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.panels.network.flow_bar import FlowBar, FlowState
from playground.words import word

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from nn.trace import Event
    from playground.session.session import Session

_STEP_MS = 1100  # long enough to read a line


class FlowPlayer(QWidget):
    """Plays the flow's pass layer by layer; costs nothing while it is closed or pauses."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._flow, self._stepper = session.flow, session.flow.stepper
        self.bar = FlowBar(self)
        self._clock = QTimer(self, interval=_STEP_MS)
        self._clock.timeout.connect(self._on_clock)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        bar, stepper = self.bar, self._stepper
        bar.play_requested.connect(self._on_play_requested)
        bar.pause_requested.connect(self._on_pause_requested)
        bar.step_requested.connect(self._on_step_requested)
        bar.back_requested.connect(self._on_back_requested)
        bar.place_requested.connect(self._on_place_requested)
        bar.close_requested.connect(self._on_close_requested)
        stepper.trace_changed.connect(self._refresh)
        stepper.moved.connect(self._refresh)

    # ---- what a person does

    @Slot()
    def _on_play_requested(self) -> None:
        self._flow.open()
        if self._stepper.cursor >= len(self._stepper.trace):
            self._stepper.go(0)
        self._clock.start()
        self._stepper.step_over()
        self._refresh()

    @Slot()
    def _on_pause_requested(self) -> None:
        self._clock.stop()
        self._refresh()

    @Slot()
    def _on_step_requested(self) -> None:
        self._clock.stop()
        self._flow.open()
        self._stepper.step_over()
        self._refresh()

    @Slot()
    def _on_back_requested(self) -> None:
        self._clock.stop()
        self._stepper.step_back()
        self._refresh()

    @Slot(int)
    def _on_place_requested(self, cursor: int) -> None:
        self._clock.stop()
        self._stepper.go(cursor)
        self._refresh()

    @Slot()
    def _on_close_requested(self) -> None:
        self._clock.stop()
        self._flow.close()
        self._refresh()

    @Slot()
    def _on_clock(self) -> None:
        self._stepper.step_over()
        if self._stepper.cursor >= len(self._stepper.trace):
            self._clock.stop()
            self._refresh()

    # ---- from the stepper to the bar

    @Slot()
    def _refresh(self) -> None:
        stepper = self._stepper
        if not stepper.is_open:
            self._clock.stop()  # somebody else closed it
            self.bar.show_state(FlowState())
            return
        length, event = len(stepper.trace), stepper.current
        title, words = self._start_words(length) if event is None else (self._title(event), self._words(event))
        self.bar.show_state(FlowState(True, self._clock.isActive(), stepper.cursor, length, title, words))

    def _start_words(self, length: int) -> tuple[str, str]:
        if not length:
            return self.tr("Nothing to show"), self.tr("There is no input that fits the network.")
        return self.tr("The input x is known, nothing else yet"), self.tr("Press the arrow to compute the first layer.")

    def _title(self, event: Event) -> str:
        phases = {
            "forward": self.tr("Forward"),
            "loss": self.tr("Loss"),
            "backward": self.tr("Backward"),
            "update": self.tr("Update"),
        }
        return f"{phases[event.phase]}, {event.name}:  {event.formula}"

    def _words(self, event: Event) -> str:
        if event.phase == "backward":
            return self._words_back(event)
        if event.phase == "update":
            return self.tr("The optimizer moves the parameters against their gradients.")
        if event.layer is None:
            text = word("loss", self._session.looking.network.spec.loss).explanation
            return self.tr("L = {loss:.6g}. {meaning}").format(loss=float(event.outputs.get("L", 0.0)), meaning=text)
        text = word("layer", self._session.looking.network.spec.layers[event.layer].kind).explanation
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

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause: nobody watches."""
        super().hideEvent(event)
        self._clock.stop()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
