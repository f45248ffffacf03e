"""One layer in one phase: its elementary nodes, then the layer itself."""

from __future__ import annotations

from collections.abc import Mapping

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
        self._facts = {"phase": phase, "layer": layer, "name": name, "graph": graph}

    def forward(self, formula: str, inputs: Mapping[str, Array], outputs: Mapping[str, Array]) -> None:
        """Record the nodes of the graph in the order in which they are computed, then the whole."""
        if self._tape.depth == "node":
            for node in self._graph.operations:
                self._go_through(node)
        self._tape.add(inputs, outputs, layer_formula=formula, **self._facts)

    def backward(self, formula: str, upstream: str, inputs: Mapping[str, Array], outputs: Mapping[str, Array]) -> None:
        """Record the nodes backwards from the gradient `upstream`, one of the inputs, then the whole."""
        flow = Backflow(self._graph, inputs[upstream])
        if self._tape.depth == "node":
            operations = self._graph.operations
            for i in reversed(range(len(operations))):
                self._go_back_through(operations[i], flow, set(operations[:i]))
        more = {"upstream": upstream, "products": outputs, "backflow": flow}
        self._tape.add(inputs, outputs, layer_formula=formula, **more, **self._facts)

    def _go_through(self, node: Node) -> None:
        graph, name = self._graph, self._graph.names[node]
        outputs = Later((name,), lambda: {name: graph.values[node]})
        self._tape.add(self._operands(node), outputs, node=node, **self._facts)

    def _go_back_through(self, node: Node, flow: Backflow, earlier: set[Node]) -> None:
        """Record what flows through one node; `earlier` are the nodes that are still to come on the way back."""
        graph, names = self._graph, self._graph.names
        upstream, sources = f"d{names[node]}", [source for source in node.inputs if not source.is_constant]
        slopes = {f"d{names[source]}": source for source in sources}
        inputs = Later(
            (upstream, *self._operands(node), names[node]),
            lambda: {upstream: flow.flows[node].dout, **self._operands(node), names[node]: graph.values[node]},
        )
        self._tape.add(
            inputs,
            Later(tuple(slopes), lambda: {name: flow.flows[node].sums[source] for name, source in slopes.items()}),
            products=Later(
                tuple(slopes), lambda: {name: flow.flows[node].products[source] for name, source in slopes.items()}
            ),
            upstream=upstream,
            pending={name: self._pending(source, earlier) for name, source in slopes.items()},
            backflow=flow,
            node=node,
            **self._facts,
        )

    def _operands(self, node: Node) -> Later:
        names, values = self._graph.names, self._graph
        return Later(
            tuple(dict.fromkeys(names[source] for source in node.inputs)),
            lambda: {names[source]: values.values[source] for source in node.inputs},
        )

    def _pending(self, source: Node, earlier: set[Node]) -> tuple[str, ...]:
        return tuple(self._graph.names[node] for node in self._graph.consumers[source] if node in earlier)
