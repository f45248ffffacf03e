"""The computational graph of the layer at which a debugger's cursor stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QSpinBox, QWidget

from nn.inspection.graph_moment import GraphMoment
from playground.panels.breakpoint_words import phase_text
from playground.panels.debugger.graph.layer_picture import ArrayTexts, picture_of
from playground.panels.debugger.graph.legend import GraphLegend
from playground.panels.debugger.graph.words import EventGraphWords
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.graph.picture import Labels, Role
from playground.widgets.graph.view import GraphView
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Refreshing
from playground.widgets.settings_file import settings_file
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from nn.trace import Event
    from playground.widgets.graph.picture import GraphPicture, Part

_KEY = "debugger/labels"
_WHOLE = 100  # px of height in which most graphs are whole
_ALL = -1  # of a spin box: no number is chosen


class EventGraph(Refreshing, LiveLook, QWidget):
    """Show a layer's graph at a moment of a trace, and say where each number of it came from.

    Signals
    -------
    event_requested : int
        A circle was chosen: index of the event that computed it, or took its gradient back.
    element_requested : (str, tuple of int or None)
        A number was chosen: name of the value and place in it, None for all of it.
    origin_requested : str
        What was given to the pass was chosen: its name.
    """

    event_requested = Signal(object)
    element_requested = Signal(object, object)
    origin_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trace: Sequence[Event] = ()
        self._texts = ArrayTexts()  # of that trace
        self._cursor = 0
        self._element: tuple[int, ...] | None = None
        self.moment: GraphMoment | None = None
        """What is shown; None without a trace, or before the widget was first seen."""
        self._words = EventGraphWords(self)
        self.view = GraphView()
        self._title = SteadyLabel()
        self._sample_label, self._number_label = QLabel(), QLabel()
        self._sample, self._number = QSpinBox(keyboardTracking=False), QSpinBox(keyboardTracking=False)
        self._labels = ChoiceBox()
        self._labels.setObjectName("graphLabels")
        self._labels.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._file = settings_file()
        kept = self._file.value(_KEY)
        self._labels.show_value(kept if kept in [each.value for each in Labels] else Labels.NUMBERS.value)
        self._labels.value_edited.connect(self._on_labels_edited)
        self._fit = tool_button("target", clicked=self.view.fit)
        self.setObjectName("eventGraph")
        self.view.setObjectName("eventGraphView")
        choice = (self._sample_label, self._sample, self._number_label, self._number)
        head = in_row((self._title, 1), *choice, self._labels, self._fit, margins=(6, 2, 2, 0), spacing=4)
        self._head, self._legend = head, GraphLegend()
        foot = in_row(self._legend, margins=(6, 0, 6, 0))  # nothing is left of it when it is hidden
        in_column(head, (self.view, 1), foot, of=self, spacing=0)
        for box in (self._sample, self._number):
            box.valueChanged.connect(self._on_choice_edited)
        self.view.pointed.connect(self._refresh_hint)
        self.view.chosen.connect(self._on_part_chosen)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """Be content with the graph: the legend is there where there is room for it, too."""
        head, graph = self._head.minimumSize(), self.view.minimumSizeHint()
        return QSize(max(head.width(), graph.width()), head.height() + graph.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room of the legend to a graph that would be cut."""
        super().resizeEvent(event)
        room = self.height() - self._head.sizeHint().height() - self._legend.sizeHint().height()
        self._legend.setVisible(room >= _WHOLE)

    def show_moment(self, trace: Sequence[Event], cursor: int, element: tuple[int, ...] | None = None) -> None:
        """Show the graph of the last event that has happened.

        Parameters
        ----------
        trace : sequence of Event
        cursor : int
            How many events have happened.
        element : tuple of int, optional
            Place in the layer's output whose numbers are shown; without it arrays show shape and range.
        """
        if trace is not self._trace:
            self._texts = ArrayTexts()
        self._trace, self._cursor, self._element = trace, cursor, element
        self.out_of_date()

    # ---- from the trace to the widgets

    def refresh(self) -> None:
        """Show the moment that was asked for last."""
        self.moment = GraphMoment(self._trace, self._cursor, self._element) if self._trace else None
        self.view.show_picture(None if self.moment is None else self._picture(self.moment))
        self._refresh_title()
        self._refresh_choice()
        self._refresh_hint(self.view.at)

    def _picture(self, moment: GraphMoment) -> GraphPicture:
        return picture_of(moment, Labels(self._labels.value()), self._texts)

    def _refresh_title(self) -> None:
        event = None if self.moment is None else self.moment.event
        text = "" if event is None else f"{event.name}  {phase_text(event.phase)}"
        self._title.setText(text)
        self.view.setAccessibleName(
            self.tr("Computational graph")
            if event is None
            else self.tr("Computational graph of {layer}").format(layer=event.name)
        )

    def _refresh_choice(self) -> None:
        """Show which number is looked at, where there is more than one."""
        shape = () if self.moment is None else self.moment.choice.shape
        element = None if self.moment is None else self.moment.choice.element
        has_rows = len(shape) > 1
        boxes = [(self._sample_label, self._sample, shape[0] if has_rows else 1, 0)]
        boxes.append((self._number_label, self._number, shape[-1] if shape else 1, -1))
        for label, box, count, axis in boxes:
            with QSignalBlocker(box):
                if (box.minimum(), box.maximum()) != (_ALL, count - 1):
                    box.setRange(_ALL, count - 1)  # asks for a new layout of the whole debugger, also for the same one
                value = _ALL if element is None else element[axis]
                if box.value() != value:  # it is painted anew also for the same one
                    box.setValue(value)
            for widget in (label, box):
                widget.setVisible(len(shape) in (1, 2) and count > 1)

    @Slot(object)
    def _refresh_hint(self, part: Part | None) -> None:
        if part is not None and self.moment is not None:
            self.view.say(self._words.hint(self.moment, part))

    # ---- what a person does

    @Slot(object)
    def _on_part_chosen(self, part: Part) -> None:
        moment = self.moment
        if moment is None:
            return
        if part.role is Role.NODE and isinstance(part.at, int):
            event = moment.event_of(part.at)
            index = moment.origin_of(part.at) if event is None else event.index
            if index is not None:
                self.event_requested.emit(index)
            else:
                self.origin_requested.emit(moment.name_of(part.at))
            return
        number = part.at if isinstance(part.at, int) else part.at.source
        node, prefix = moment.nodes[number], "" if part.role is Role.VALUE else "d"
        place = moment.place(node)
        self.element_requested.emit(f"{prefix}{moment.graph.names[node]}", place)

    @Slot(object)
    def _on_labels_edited(self, labels: str) -> None:
        self._file.setValue(_KEY, labels)
        self.out_of_date()

    @Slot()
    def _on_choice_edited(self) -> None:
        """Ask for another number of the output; either box alone chooses the first of the other axis."""
        moment = self.moment
        if moment is None:
            return
        boxes = (self._sample, self._number)[-len(moment.choice.shape) :]
        was_chosen = moment.choice.element is not None
        is_cleared = was_chosen and any(box.value() == _ALL for box in boxes if box.maximum() > 0)
        place = None if is_cleared else tuple(max(box.value(), 0) for box in boxes)
        self.element_requested.emit(moment.chosen_name, place)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._sample_label.setText(self.tr("Sample"))
        self._number_label.setText(self.tr("Number"))
        texts = (
            self.tr("Row of the batch whose numbers stand along the edges. “all” shows shapes and ranges."),
            self.tr("Place in the row: the neuron whose numbers stand along the edges. “all” shows shapes and ranges."),
        )
        labels = (self._sample_label, self._number_label)
        for box, label, text in zip((self._sample, self._number), labels, texts, strict=True):
            box.setSpecialValueText(self.tr("all"))
            describe(box, label.text(), text)
            on_hover(text, label)
        on_hover(self.tr("The layer at which the cursor stands, and on which way."), self._title)
        self._labels.set_choices(self._label_choices())
        self._labels.setAccessibleName(self.tr("Along the edges"))
        self._labels.explain(self.tr("What stands along the edges of the graph."))
        about = self.tr("Show the whole graph (0). Zoom with the wheel or + and -, move by dragging.")
        describe(self._fit, self.tr("Show the whole graph"), about)
        self._refresh_title()

    def _label_choices(self) -> list[Choice]:
        numbers = self.tr("The numbers that go forwards and the gradients that come back.")
        symbols = self.tr("How each is made by the chain rule: exp(-x) forwards, -∂L/∂y·y² backwards.")
        both = self.tr("Each number with its symbol beside it, where there is room.")
        return [
            Choice(Labels.NUMBERS.value, self.tr("Numbers"), numbers),
            Choice(Labels.SYMBOLS.value, self.tr("Symbols"), symbols),
            Choice(Labels.BOTH.value, self.tr("Both"), both),
        ]
