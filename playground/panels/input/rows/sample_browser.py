"""Leaf through numbered samples by keyboard or mouse."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QSpinBox, QToolButton, QWidget

from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover
from playground.widgets.wrapping_row import WrappingRow


class SampleBrowser(LiveLook, QWidget):
    """Ask for a sample by its number, for the one before, the one after, or the next mistake.

    It only asks: nothing changes until its owner answers with `show_number`.
    """

    sample_requested = Signal(int)
    mistake_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = QLabel(self)
        self._number = QSpinBox(self, maximum=0, keyboardTracking=False)
        self._number.valueChanged.connect(self.sample_requested)
        self._caption.setBuddy(self._number)
        self._previous = self._button("previous")
        self._next = self._button("next")
        self._mistake = self._button("next-mistake")
        self._mistake.setAutoRaise(False)
        self._mistake.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._previous.clicked.connect(self.go_back)
        self._next.clicked.connect(self.go_on)
        self._mistake.clicked.connect(self.mistake_requested)
        leaf = QWidget(self)
        in_row(self._caption, self._previous, self._number, self._next, STRETCH, of=leaf, spacing=4)
        WrappingRow(self, (leaf, self._mistake), leaf, spacing=4)
        self.retranslate()
        self.set_count(0)

    @property
    def number(self) -> int:
        """The sample last shown or asked for."""
        return self._number.value()

    def set_count(self, count: int) -> None:
        """Say how many samples there are; with none everything is disabled."""
        with QSignalBlocker(self._number):
            self._number.setMaximum(max(count - 1, 0))
        self.setEnabled(count > 0)

    def show_number(self, number: int) -> None:
        """Show which sample is being looked at, asking for nothing."""
        with QSignalBlocker(self._number):
            self._number.setValue(number)

    def go_back(self) -> None:
        """Ask for the sample before; the first one's is the last."""
        self._ask((self.number - 1) % (self._number.maximum() + 1))

    def go_on(self) -> None:
        """Ask for the sample after; the last one's is the first."""
        self._ask((self.number + 1) % (self._number.maximum() + 1))

    def _ask(self, number: int) -> None:
        self.show_number(number)
        self.sample_requested.emit(number)

    def _button(self, icon_name: str) -> QToolButton:
        return QToolButton(self, icon=icon(icon_name), autoRaise=True, focusPolicy=Qt.FocusPolicy.StrongFocus)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._caption.setText(self.tr("Test digit"))
        number = self.tr("Number of a digit among MNIST's test images; none of them was trained on.")
        on_hover(number, self._caption, self._number)
        previous, following = self.tr("Previous test digit"), self.tr("Next test digit")
        left, right = self.tr("Left arrow on the canvas"), self.tr("Right arrow on the canvas")
        describe(self._previous, previous, f"{previous} ({left})")
        describe(self._next, following, f"{following} ({right})")
        mistake = self.tr("Go to the next test digit that the chosen network takes for another one (M on the canvas)")
        describe(self._mistake, self.tr("Next mistake"), mistake)
        self._mistake.setText(self.tr("Next mistake"))
