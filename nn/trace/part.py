"""One layer in one phase: its elementary nodes, then the layer itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nn.arrays import Array
from nn.graph import Node
from nn.trace.backflow import Backflow
from nn.trace.event import Phase
from nn.trace.later import Later
from nn.trace.layer_graph import LayerGraph
from nn.trace.tape import Tape


class Part:
    """Records one layer, loss or parameter in one phase.

    Parameters
    ----------
    tape : Tape
        What is written on.
    phase, layer, name, graph
        As of every event of this part; see `Event`.
    """

    def __init__(self, tape: Tape, phase: Phase, layer: int | None, name: str, graph: LayerGraph) -> None:
        self._tape = tape
        self._graph = graph
        self._facts: dict[str, Any] = {"phase": phase, "layer": layer, "name": name, "graph": graph}

    def forward(
        self, formula: str, inputs: Mapping[str, Array], outputs: Mapping[str, Array], **more: Any
    ) -> Mapping[str, Array]:
        """Record the nodes of the graph in the order in which they are computed, then the whole; return its outputs.

        Those are what the network computed, unless a person changed numbers on the way.
        """
        graph = self._graph
        if self._tape.depth == "node":
            for node in self._graph.operations:
                self._go_through(node)
        if graph.is_overridden:
            outputs = {name: graph.values[node] for name, node in graph.outputs.items()}
        return self._tape.add(inputs, outputs, layer_formula=formula, **more, **self._facts)

    def backward(
        self, formula: str, upstream: str, inputs: Mapping[str, Array], outputs: Mapping[str, Array]
    ) -> Mapping[str, Array]:
        """Record the nodes backwards from the gradient `upstream`, one of the inputs, then the whole.

        Return its outputs, as `forward` does.
        """
        flow = Backflow(self._graph, inputs[upstream])
        if self._tape.depth == "node":
            for i, node in enumerate(self._graph.way_back):
                self._go_back_through(node, flow, set(self._graph.way_back[i + 1 :]))
        if flow.is_overridden:
            outputs = {f"d{name}": flow.total(node) for name, node in self._graph.variables.items()}
        more: dict[str, Any] = {"upstream": upstream, "products": outputs, "backflow": flow}
        return self._tape.add(inputs, outputs, layer_formula=formula, **more, **self._facts)

    def _go_through(self, node: Node) -> None:
        graph, name = self._graph, self._graph.names[node]
        operands = self._operands(node)
        self._tape.add(
            Later(tuple(operands), lambda: {name: graph.values[source] for name, source in operands.items()}),
            Later((name,), lambda: {name: graph.values[node]}),
            node=node,
            **self._facts,
        )

    def _go_back_through(self, node: Node, flow: Backflow, coming: set[Node]) -> None:
        """Record what flows through one node; `coming` are those that the gradient has still to reach."""
        graph, upstream = self._graph, f"d{self._graph.names[node]}"
        values = {**self._operands(node), graph.names[node]: node}
        slopes = {
            f"d{name}": source for name, source in values.items() if source in graph.variable and source is not node
        }
        names = tuple(slopes)

        def inputs() -> Mapping[str, Array]:
            return {upstream: flow.flows[node].dout, **{name: graph.values[each] for name, each in values.items()}}

        self._tape.add(
            Later((upstream, *values), inputs),
            Later(names, lambda: {name: flow.flows[node].sums[source] for name, source in slopes.items()}),
            products=Later(names, lambda: {name: flow.flows[node].products[each] for name, each in slopes.items()}),
            upstream=upstream,
            pending={name: self._pending(source, coming) for name, source in slopes.items()},
            backflow=flow,
            node=node,
            **self._facts,
        )

    def _operands(self, node: Node) -> dict[str, Node]:
        names = self._graph.names
        return {names[source]: source for source in node.inputs}

    def _pending(self, source: Node, coming: set[Node]) -> tuple[str, ...]:
        return tuple(self._graph.names[node] for node in self._graph.consumers[source] if node in coming)
