"""What flows back through a layer's graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nn.arrays import Array
from nn.graph import Node
from nn.trace.later import sealed
from nn.trace.layer_graph import LayerGraph


@dataclass(frozen=True)
class Flow:
    """What flows back through one node.

    Attributes
    ----------
    dout : ndarray
        Upstream gradient.
    products : mapping of Node to ndarray
        What the node adds to the gradient by each of its operands: upstream times local.
    sums : mapping of Node to ndarray
        Those gradients after it has been added.
    """

    dout: Array
    products: Mapping[Node, Array]
    sums: Mapping[Node, Array]


class Backflow:
    """The gradients by every node of a graph, computed when they are first asked for.

    Parameters
    ----------
    graph : LayerGraph
        Of a layer, or of a loss, whose last output is the loss.
    dout : ndarray
        Gradient by its last output.
    """

    def __init__(self, graph: LayerGraph, dout: Array) -> None:
        self.graph = graph
        self.dout = dout

    @cached_property
    def flows(self) -> Mapping[Node, Flow]:
        """What flows through each operation, in the order in which it flows."""
        graph = self.graph
        gradients = {graph.way_back[0]: self.dout}
        flows: dict[Node, Flow] = {}
        with np.errstate(all="ignore"):
            for node in graph.way_back:
                products = self._products(node, gradients[node])
                for source, product in products.items():
                    added = gradients[source] + product if source in gradients else product
                    is_complete = graph.consumers[source][-1] is node
                    gradients[source] = self._put(source, added) if is_complete else sealed(added)
                flows[node] = Flow(gradients[node], products, {source: gradients[source] for source in products})
        return flows

    @property
    def is_overridden(self) -> bool:
        """Whether a person changed a value of the graph or one of these gradients."""
        graph = self.graph
        names = (f"d{graph.names[node]}" for node in graph.variable if node is not graph.way_back[0])
        return bool(graph.overrides) and (graph.is_overridden or any(name in graph.overrides for name in names))

    def total(self, node: Node) -> Array:
        """Return the complete gradient by a node."""
        if node is self.graph.way_back[0]:
            return self.dout
        return self.flows[self.graph.consumers[node][-1]].sums[node]

    def before(self, source: Node, node: Node) -> Array | None:
        """Return the gradient by `source` before `node` adds to it, None if it is the first."""
        earlier = self.graph.consumers[source][: self.graph.consumers[source].index(node)]
        return self.flows[earlier[-1]].sums[source] if earlier else None

    def _put(self, node: Node, gradient: Array) -> Array:
        return sealed(self.graph.overrides.put(f"d{self.graph.names[node]}", gradient))

    def _products(self, node: Node, dout: Array) -> dict[Node, Array]:
        assert node.operation is not None
        values = self.graph.values
        if self.graph.shortcut is not None and self.graph.takes_shortcut(node):
            return {node.inputs[0]: sealed(self.graph.shortcut.gradient(self.dout, values[node]))}
        flows = node.operation.backward(dout, tuple(values[source] for source in node.inputs), values[node])
        products: dict[Node, Array] = {}
        for source, flow in zip(node.inputs, flows, strict=True):
            if source in self.graph.variable:
                products[source] = sealed(products[source] + flow if source in products else flow)
        return products
