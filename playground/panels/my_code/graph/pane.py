"""The graph of the function at which stepping stands: what it computed, and the way back that belongs to it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from nn.inspection.graph_layout import Kind
from playground.panels.my_code.graph.drawing import Drawing
from playground.panels.my_code.graph.words import GraphWords
from playground.session.own_code.walk import is_within, width_of
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.graph.picture import Labels, Part, Role
from playground.widgets.graph.view import GraphView
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Refreshing
from playground.widgets.settings_file import settings_file
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from nn.own_code.recording.site import Site
    from playground.session.own_code.code_stepping import CodeStepping
    from playground.session.own_code.function_graph import FunctionGraph
    from playground.session.own_code.recording_job import RecordedCode

_KEY = "my_code/labels"


class GraphPane(Refreshing, LiveLook, QWidget):
    """Follows the stepping through a person's code while it is seen."""

    site_pointed = Signal(object)
    """Site or None: the expression of what is pointed at."""

    def __init__(self, stepping: CodeStepping, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="codeGraph")
        self._stepping = stepping
        self._result: RecordedCode | None = None
        self._drawing: Drawing | None = None
        self._opened: frozenset[int] = frozenset()
        self._words = GraphWords(self)
        self.graph: FunctionGraph | None = None
        """What is shown."""
        self.marks_wrong = True
        """Whether the first wrong value is red; an exercise would be solved by it."""
        self._wrong_lines: frozenset[int] = frozenset()
        self.view = GraphView()
        self.view.setObjectName("codeGraphView")
        self._title = SteadyLabel()
        self._fold = QPushButton(objectName="codeGraphFold")
        self._fold.clicked.connect(self._on_fold)
        self._labels = ChoiceBox()
        self._labels.setObjectName("codeGraphLabels")
        self._labels.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._file = settings_file()
        kept = self._file.value(_KEY)
        self._labels.show_value(kept if kept in [each.value for each in Labels] else Labels.BOTH.value)
        self._labels.value_edited.connect(self._on_labels_edited)
        self._fit = tool_button("target", "codeGraphFit", clicked=self.view.fit)
        head = in_row((self._title, 1), self._fold, self._labels, self._fit, margins=(6, 2, 2, 0), spacing=4)
        in_column(head, (self.view, 1), of=self, spacing=0)
        self.view.pointed.connect(self._on_pointed)
        self.view.chosen.connect(self._on_chosen)
        stepping.moved.connect(self.out_of_date)
        self.retranslate()

    # ---- what is shown

    def refresh(self) -> None:
        """Show the function at which stepping stands."""
        walk, result = self._stepping.walk, self._stepping.result
        if walk is None or result is None or result.graphs is None:
            self._result, self._drawing, self.graph = None, None, None
            self.view.show_picture(None)
            self._refresh_head()
            return
        if result is not self._result:
            self._result, self._opened = result, frozenset()
            self._drawing = Drawing(walk, result.code.text)
        assert self._drawing is not None
        place = self._stepping.place
        self.graph = result.graphs.at(self._stepping.call_in_sight, walk.known(place), self._opened)
        if self.graph is None:
            self.view.show_picture(None)
        else:
            labels = Labels(self._labels.value())
            self.view.show_picture(self._drawing.picture(self.graph, place, labels, self._wrong(self.graph)))
        self._refresh_head()
        self._refresh_hint(self.view.at)

    def show_wrong_lines(self, lines: frozenset[int]) -> None:
        """Show in red, too, what the lines compute that a person was told to be wrong."""
        if lines != self._wrong_lines:
            self._wrong_lines = lines
            self.out_of_date()

    def _wrong(self, graph: FunctionGraph) -> frozenset[int]:
        """Give the first value on the way back that is not the true gradient, and those of lines told to be wrong."""
        result = self._result
        if result is None or result.walk is None or result.calls is None:
            return frozenset()
        found = [result.first_wrong(graph.calls[-1])] if self.marks_wrong else []
        if self._wrong_lines:
            bound = [each for call in graph.calls for each in result.calls.bound(call)]
            found += [number for number, event in bound if event.site and event.site.line in self._wrong_lines]
        events = result.walk.recorded.events
        return frozenset(node for number in found if number is not None and (node := events[number].node) is not None)

    def _refresh_head(self) -> None:
        graph, result = self.graph, self._result
        title = ""
        if graph is not None and result is not None and result.calls is not None:
            names = [result.calls.all[call].function or result.code.name for call in graph.calls]
            title = self._words.title(names, is_both=graph.layout is not None, shown=graph.shown, of=graph.of)
        self._title.setText(title)
        self._fold.setVisible(bool(self._opened))
        name = self.tr("Computational graph")
        self.view.setAccessibleName(f"{name}: {title}" if title else name)

    def _refresh_hint(self, part: Part | None) -> None:
        node = self.node_of(part)
        if part is None or self.graph is None or self._result is None or self._drawing is None:
            return
        self.view.say(self._words.hint(self._result, self._drawing, self.graph, part, node))

    # ---- what is pointed at

    def node_of(self, part: Part | None) -> int | None:
        """Return the value that a part of the picture shows."""
        graph = self.graph
        if part is None or graph is None:
            return None
        if isinstance(part.at, int):
            return graph.boxes[part.at].node
        return graph.carried.get(part.at)

    @Slot(object)
    def _on_pointed(self, part: Part | None) -> None:
        self._refresh_hint(part)
        self.site_pointed.emit(self._site_of(part))

    def _site_of(self, part: Part | None) -> Site | None:
        graph, result = self.graph, self._result
        if graph is None or result is None or part is None or result.calls is None or result.walk is None:
            return None
        box = graph.boxes[part.at] if isinstance(part.at, int) else graph.boxes[part.at.source]
        recorded = result.walk.recorded
        if box.call is not None:  # the line that calls it
            line = result.calls.all[box.call].line
            return recorded.events[line].site if line >= 0 else None
        node = self.node_of(part)
        if box.kind is Kind.CONSTANT:
            users = [link.target for link in graph.shape.links if link.source == part.at]
            node = graph.boxes[users[0]].node if users else None
        return None if node is None else recorded.nodes[node].site or self._bound_at(node)

    def _bound_at(self, node: int) -> Site | None:
        """Return where a value that came from elsewhere got its name."""
        assert self.graph is not None
        assert self._result is not None
        assert self._result.calls is not None
        for call in self.graph.calls:
            for _, event in self._result.calls.bound(call):
                if event.node == node:
                    return event.site
        return None

    def light(self, line: int, column: int) -> None:
        """Light the circle of the smallest expression around a letter of the file."""
        graph, result = self.graph, self._result
        if graph is None or result is None or result.walk is None:
            return
        found: int | None = None
        nodes = result.walk.recorded.nodes
        for number, box in enumerate(graph.boxes):
            site = nodes[box.node].site if box.node is not None and box.kind is Kind.OPERATION else None
            if box.call is not None:
                site = self._site_of(Part(Role.NODE, number))
            if site is None or site.file != result.walk.file or not is_within(site, line, column):
                continue
            if found is None or width_of(site) <= width_of(nodes[graph.boxes[found].node or 0].site):
                found = number
        self.view.light(None if found is None else Part(Role.NODE, found))

    # ---- what a person does

    @Slot(object)
    def _on_chosen(self, part: Part) -> None:
        """Open a folded call."""
        box = self.graph.boxes[part.at] if self.graph is not None and isinstance(part.at, int) else None
        if box is not None and box.call is not None:
            self._opened |= {box.call}
            self.out_of_date()

    @Slot()
    def _on_fold(self) -> None:
        self._opened = frozenset()
        self.out_of_date()
        self.view.setFocus()  # the button is gone, and the focus with it

    @Slot(object)
    def _on_labels_edited(self, labels: str) -> None:
        self._file.setValue(_KEY, labels)
        self.out_of_date()

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        about = self.tr(
            "From left to right what the function computes, below it from right to left what its backward does. A "
            "dashed circle is not computed yet, a double ring was computed last. A circle with a function's name is a "
            "call: a click opens it. Red: the first value that is not the true gradient."
        )
        on_hover(about, self._title)
        self.view.setAccessibleDescription(about)
        self._fold.setText(self.tr("Fold calls"))
        describe(self._fold, self.tr("Fold calls"), self.tr("Show every call as one circle again."))
        numbers = self.tr("The numbers that go along the edges.")
        symbols = self.tr("What you wrote for each value.")
        both = self.tr("Each number with what you wrote for it, where there is room.")
        self._labels.set_choices([
            Choice(Labels.NUMBERS.value, self.tr("Numbers"), numbers),
            Choice(Labels.SYMBOLS.value, self.tr("Symbols"), symbols),
            Choice(Labels.BOTH.value, self.tr("Both"), both),
        ])  # fmt: skip
        self._labels.setAccessibleName(self.tr("Along the edges"))
        self._labels.explain(self.tr("What stands along the edges of the graph."))
        zoom = self.tr("Show the whole graph (0). Zoom with the wheel or + and -, move by dragging.")
        describe(self._fit, self.tr("Show the whole graph"), zoom)
        self._refresh_head()
