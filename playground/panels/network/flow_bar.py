"""Play, pause, scrub and step a recorded pass, and say what happens in it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from playground.widgets.fields.quiet_fields import QuietSlider
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import wrapped

_ICON_SIZE = QSize(16, 16)


class FlowState(NamedTuple):
    """Where a pass stands.

    Attributes
    ----------
    is_open : bool
        Whether there is a recorded pass that the diagram shows.
    is_playing : bool
    cursor, length : int
        Events that have happened, and all.
    title, words : str
        What the last event computed: its formula, and what it means.
    """

    is_open: bool = False
    is_playing: bool = False
    cursor: int = 0
    length: int = 0
    title: str = ""
    words: str = ""


class FlowBar(LiveLook, QWidget):
    """Buttons and a slider that wish for a place in a pass; `show_state` shows where it stands.

    Signals
    -------
    play_requested, pause_requested, step_requested, back_requested, close_requested
    place_requested : int
        The slider was moved to the place after so many events.
    """

    play_requested = Signal()
    pause_requested = Signal()
    step_requested = Signal()
    back_requested = Signal()
    close_requested = Signal()
    place_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FlowState()
        self._play = self._button("buttonPlayFlow", "play")
        self._back = self._button("buttonFlowBack", "previous")
        self._step = self._button("buttonFlowStep", "next")
        self._close = self._button("buttonCloseFlow", "close")
        self._slider = QuietSlider()
        self._place = SteadyLabel()
        self._title = SteadyLabel()
        self._words = SteadyLabel()
        self._row = QHBoxLayout()
        self._connect()
        self._lay_out()
        self.retranslate()
        self.show_state(self._state)

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget at the right end of the row of buttons."""
        self._row.addWidget(widget)

    def show_state(self, state: FlowState) -> None:
        """Show where the pass stands."""
        if state.length != self._state.length:
            self._place.reserve(f"{state.length} / {state.length}")
        self._state = state
        self._play.setIcon(icon("pause" if state.is_playing else "play"))
        self._back.setEnabled(state.cursor > 0)
        self._step.setEnabled(not state.is_open or state.cursor < state.length)
        self._slider.setRange(0, state.length)
        self._slider.setValue(state.cursor)
        self._place.setText(f"{state.cursor} / {state.length}")
        self._title.setText(state.title)
        self._words.setText(state.words)
        for label in (self._title, self._words):
            label.setToolTip(wrapped(f"{state.title}\n{state.words}"))
        for widget in (self._slider, self._place, self._close, self._title, self._words):
            widget.setVisible(state.is_open)
        self._retranslate_play()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._state.is_open:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._play.setText(self.tr("Flow"))
        self._retranslate_play()
        for button, name, explanation in (
            (
                self._step,
                self.tr("Next step of the flow"),
                self.tr("Compute the next layer for this sample: forwards to the loss, then the gradients back."),
            ),
            (self._back, self.tr("Previous step of the flow"), self.tr("Go back by one layer.")),
            (self._close, self.tr("Close the flow"), self.tr("Show the finished prediction again (Esc).")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(wrapped(f"{name}: {explanation}"))
        self._slider.setAccessibleName(self.tr("Place in the flow"))
        self._slider.setToolTip(wrapped(self.tr("Drag through the pass: what is hollow is not computed yet.")))
        self._place.setToolTip(self.tr("Steps that have happened, and all steps of the pass."))

    def _retranslate_play(self) -> None:
        if self._state.is_playing:
            name, explanation = self.tr("Pause the flow"), self.tr("Stop at this step.")
        else:
            name = self.tr("Play the flow")
            explanation = self.tr("Watch this sample go forward through the network and its gradients come back.")
        self._play.setAccessibleName(name)
        self._play.setToolTip(wrapped(f"{name}: {explanation}"))

    def _button(self, name: str, picture: str) -> QToolButton:
        button = QToolButton(objectName=name, icon=icon(picture), iconSize=_ICON_SIZE, autoRaise=True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _connect(self) -> None:
        self._play.clicked.connect(self._on_play_clicked)
        self._back.clicked.connect(self.back_requested)
        self._step.clicked.connect(self.step_requested)
        self._close.clicked.connect(self.close_requested)
        self._slider.actionTriggered.connect(self._on_slider_moved)

    def _lay_out(self) -> None:
        self._play.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._place.reserve("0 / 0")
        self._slider.setMinimumWidth(60)
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        bold = QFont(self.font())
        bold.setBold(True)
        self._title.setFont(bold)
        row = self._row
        row.setSpacing(2)
        for widget in (self._play, self._back, self._step):
            row.addWidget(widget)
        row.addWidget(self._slider, 4)
        row.addWidget(self._place)
        row.addWidget(self._close)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(row)

    @Slot()
    def _on_play_clicked(self) -> None:
        (self.pause_requested if self._state.is_playing else self.play_requested).emit()

    @Slot(int)
    def _on_slider_moved(self, _action: int) -> None:
        # actionTriggered comes from a person only, and before the value is taken over.
        if self._slider.sliderPosition() != self._state.cursor:
            self.place_requested.emit(self._slider.sliderPosition())
