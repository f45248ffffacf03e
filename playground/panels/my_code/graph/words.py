"""Words about a function's graph, and what is pointed at in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nn.inspection.graph_layout import Kind
from playground.panels.my_code.value_text import array_text, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.panels.my_code.graph.drawing import Drawing
    from playground.session.own_code.function_graph import FunctionGraph
    from playground.session.own_code.recording_job import RecordedCode
    from playground.widgets.graph.picture import Part

_MOST_LINES = 12


class GraphWords(QObject):
    """Puts one part of a graph into a few lines, in the language of the moment."""

    def title(self, names: Sequence[str], *, is_both: bool, shown: int, of: int) -> str:
        """Say what is shown, and how much of it."""
        if len(names) > 1:
            text = self.tr("{forward}, below it {backward}").format(forward=names[0], backward=names[1])
        elif is_both:
            text = self.tr("{function}, the way back below").format(function=names[0])
        else:
            text = names[0]
        if shown < of:
            text = self.tr("{title} · {shown:,} of {count:,} values").format(title=text, shown=shown, count=of)
        return text

    def hint(
        self, result: RecordedCode, drawing: Drawing, graph: FunctionGraph, part: Part, node: int | None
    ) -> tuple[str, ...]:
        """Say what a part is: what was written, its numbers, its result; and what it should be."""
        assert result.walk is not None
        box = graph.boxes[part.at] if isinstance(part.at, int) else None
        if box is not None and box.kind is Kind.CONSTANT:
            return (box.name,)
        if node is None:
            return ()
        if node >= result.walk.known(drawing.place):
            text = drawing.text_of(result.walk.recorded.nodes[node].site)
            return tuple(filter(None, (text, self.tr("not computed yet"))))
        lines = told(result.walk, result.walk.recorded.nodes[node], result.code.text).split("\n")[:_MOST_LINES]
        if box is not None and box.call is not None:
            lines = [box.name, *lines[-2:], self.tr("A click shows what the call computes.")]
        return (*lines, *self._truth(result, graph, node))

    def _truth(self, result: RecordedCode, graph: FunctionGraph, node: int) -> tuple[str, ...]:
        """Say which gradient belongs there, where one does."""
        assert result.calls is not None
        assert result.walk is not None
        events = result.walk.recorded.events
        for number in result.calls.all[graph.calls[-1]].binds:
            truth = result.truths.get(number)
            if truth is not None and events[number].node == node:
                text = array_text(truth.value)
                if truth.is_met:
                    return (self.tr("This is the true gradient by {name}.").format(name=truth.of),)
                return (self.tr("The true gradient by {name} is {value}").format(name=truth.of, value=text),)
        return ()
