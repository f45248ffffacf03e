"""A value that was chosen behind its line: all its numbers, and beside them the true gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QSplitter, QWidget

from playground.panels.my_code.value_text import shape_words
from playground.panels.my_code.values.table import TitledTable
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from playground.confined.recorded import RecordedEvent
    from playground.session.own_code.code_stepping import CodeStepping
    from playground.session.own_code.recording_job import RecordedCode


class Choice(NamedTuple):
    """A name in a line."""

    line: int
    name: str


class ValuePane(Refreshing, LiveLook, QWidget):
    """Follows the stepping: it shows what the name in its line has where one stands."""

    importance = Importance.DETAIL
    closed = Signal()

    def __init__(self, stepping: CodeStepping, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="codeValue")
        self._stepping = stepping
        self.choice: Choice | None = None
        """What is shown."""
        self._shown: tuple[RecordedCode, Choice, int | None] | None = None
        self.value, self.truth = TitledTable("codeValueTable"), TitledTable("codeTruthTable")
        self._ties = QLabel(objectName="codeValueTies", textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._ties.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._close = tool_button("close", "codeValueClose", clicked=self._on_close)
        self._both = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._both.addWidget(self.value)
        self._both.addWidget(self.truth)
        row = in_row((self._both, 1), (self._close, 0, Qt.AlignmentFlag.AlignTop), spacing=2)
        in_column((row, 1), self._ties, of=self, margins=(6, 2, 2, 2), spacing=2)
        self.value.scrolled.connect(self.truth.scroll_to)
        self.truth.scrolled.connect(self.value.scroll_to)
        stepping.moved.connect(self._on_moved)
        self.hide()
        self.retranslate()

    def hasHeightForWidth(self) -> bool:
        """Hide that words have: the dock would grow to the height that all of it likes best."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Be content with a few rows; they scroll."""
        return QSize(200, 6 * self.fontMetrics().lineSpacing())

    def show_value(self, line: int, name: str) -> None:
        """Show what a name got in a line."""
        self.choice = Choice(line, name)
        self.show()
        self.out_of_date()

    @Slot()
    def _on_moved(self) -> None:
        if not self._stepping.is_open:
            self.choice = None
            self.hide()
        elif self.choice is not None:
            self.out_of_date()

    @Slot()
    def _on_close(self) -> None:
        self.choice = None
        self.hide()
        self.closed.emit()

    # ---- what is shown

    def refresh(self) -> None:
        """Show the value as it is where stepping stands; most steps leave it as it is."""
        result, choice = self._stepping.result, self.choice
        if result is None or result.walk is None or choice is None:
            return
        number = self._event(result, choice)
        if self._shown is None or self._shown[0] is not result or self._shown[1:] != (choice, number):
            self._shown = result, choice, number
            self._show_value(result, choice, number)
        self._show_ties(result, number)

    def _show_value(self, result: RecordedCode, choice: Choice, number: int | None) -> None:
        assert result.walk is not None
        if number is None:
            self.truth.hide()
            self.value.show_words(self.tr("{name}: not computed yet").format(name=choice.name))
            return
        event = result.walk.recorded.events[number]
        array = None if event.node is None else result.walk.recorded.values.get(event.node)
        title = self.tr("{name} in line {line}").format(name=choice.name, line=choice.line)
        if event.node is None:
            self.value.show_words(f"{title}: {event.value or None}")
        elif array is None:
            shape = shape_words(result.walk.recorded.nodes[event.node].shape)
            self.value.show_words(self.tr("{value}: {shape} is too large to be shown").format(value=title, shape=shape))
        else:
            kind = result.walk.recorded.nodes[event.node].kind
            self.value.show_array(f"{title}: {shape_words(array.shape)} {kind}", choice.name, array)
        self.truth.setVisible(array is not None and self._show_truth(result, number, event, array))

    def _event(self, result: RecordedCode, choice: Choice) -> int | None:
        assert result.walk is not None
        events = result.walk.recorded.events
        bound = (number for number in reversed(result.walk.bound(self._stepping.place)))
        return next((n for n in bound if events[n].name == choice.name and _line(events[n]) == choice.line), None)

    def _show_truth(self, result: RecordedCode, number: int, event: RecordedEvent, array: NDArray[Any]) -> bool:
        """Show which gradient belongs there, of a value of forward the gradient by it; say whether there is one."""
        truth = result.truths.get(number)
        if truth is not None:
            title = self.tr("What belongs there, the true gradient by {name}").format(name=truth.of)
            self.truth.show_array(f"{title}: {self._compared(array, truth.value)}", f"∂{truth.of}", truth.value)
        elif event.node in result.gradients:
            title = self.tr("The true gradient by {name}").format(name=event.name)
            self.truth.show_array(title, f"∂{event.name}", result.gradients[event.node])
        return truth is not None or event.node in result.gradients

    def _compared(self, array: NDArray[Any], true: NDArray[Any]) -> str:
        from nn.own_code.checks.comparing import near, worst  # who has no code loads nothing for it

        if array.shape != true.shape:
            return self.tr("its shape is {shape}").format(shape=shape_words(true.shape))
        if near(array, true):
            return self.tr("they are equal")
        place, got, wanted = worst(array, true)
        text = self.tr("they differ most at {place}, {got:.4g} instead of {wanted:.4g}")
        return text.format(place=list(place), got=got, wanted=wanted)

    def _show_ties(self, result: RecordedCode, number: int | None) -> None:
        """Say who else has this memory."""
        names = () if number is None else self._tied(result, number)
        if names:
            text = self.tr("In the same memory: {names}. A write through one of them shows in all.")
            self._ties.setText(text.format(names=", ".join(names)))
        self._ties.setVisible(bool(names))

    def _tied(self, result: RecordedCode, number: int) -> tuple[str, ...]:
        assert result.walk is not None
        nodes, event = result.walk.recorded.nodes, result.walk.recorded.events[number]
        if event.node is None or not nodes[event.node].shape:
            return ()
        same, own = {event.node, *nodes[event.node].sharing}, (event.name, "return")
        here = result.walk.bindings(self._stepping.place)
        return tuple(dict.fromkeys(each.name for each in here if each.node in same and each.name not in own))

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._shown = None
        describe(self._close, self.tr("Close the value"), self.tr("Show no value beside the code any more."))
        self.out_of_date()


def _line(event: RecordedEvent) -> int:
    return 0 if event.site is None else event.site.line
