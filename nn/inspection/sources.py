"""The numbers of an event's inputs of which one number of its outputs was made: all of them, not only the largest."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from nn.arrays import Shape
from nn.boxes import Softmax
from nn.graph import Node
from nn.operations import Dot, Max, Sum
from nn.operations.base import STOPS
from nn.trace import Event

Mask = NDArray[np.bool_]
Index = tuple[int, ...]


def sources_of(event: Event, name: str, index: Index) -> Mapping[str, Mask]:
    """Give for each input of an event which of its numbers went into one number of an output.

    Parameters
    ----------
    event : Event
    name : str
        Of the output.
    index : tuple of int
        Place in it.

    Returns
    -------
    mapping of str to ndarray of bool
        Of the inputs' shapes; inputs of which no number went into it are missing.
    """
    mask = np.zeros(event.outputs[name].shape, bool)
    mask[index] = True
    search = _Search(event)
    if event.upstream:
        search.back(_operand(event, name), mask)
    else:
        search.forward(event.graph.outputs[name] if event.node is None else event.node, mask)
    found = {each: mask for each, mask in search.found.items() if each in event.inputs and mask.any()}
    return {**found, **_same_places(event, mask)}


def _operand(event: Event, name: str) -> Node:
    if event.node is None:
        return event.graph.variables[name[1:]]
    return next(node for node in event.node.inputs if f"d{event.graph.names[node]}" == name)


def _same_places(event: Event, mask: Mask) -> dict[str, Mask]:
    """Give the place in y and t from which a loss takes its gradient: its formula is shorter than its graph."""
    if event.node is not None or not event.upstream or event.layer is not None:
        return {}
    return {name: mask for name, array in event.inputs.items() if array.shape == mask.shape}


class _Search:
    """Follows numbers back through a graph, for all places of an array at a time."""

    def __init__(self, event: Event) -> None:
        self._event, self._graph = event, event.graph
        self.found: dict[str, Mask] = {}
        """By the names of values."""
        self._values: dict[Node, Mask] = {}

    def forward(self, node: Node, mask: Mask) -> None:
        """Follow a value to what it was computed from."""
        self._values[node] = mask
        self._follow_values(start=node)

    def back(self, node: Node, mask: Mask) -> None:
        """Follow a gradient to the upstream gradient and the values of the local derivatives."""
        gradients = {node: mask}
        only = self._event.node
        for each in self._graph.order:
            if each not in gradients:
                continue
            for consumer in self._graph.consumers.get(each, ()) if only is None else (only,):
                results = self._through(each, consumer, gradients[each])
                if results is not None:
                    gradients[consumer] = gradients.get(consumer, False) | results
            if only is not None:
                break
        end = self._graph.way_back[0] if only is None else only
        if end in gradients:
            self.found[self._event.upstream] = gradients[end]
        self._follow_values()

    def _follow_values(self, start: Node | None = None) -> None:
        """Follow all values that were asked for to what goes into the event."""
        for node in reversed(self._graph.order):
            mask = self._values.get(node)
            if mask is None:
                continue
            name = self._graph.names[node]
            if node.operation is None or (node is not start and name in self._event.inputs):
                self.found[name] = mask
            else:
                for source, part in zip(node.inputs, self._made_of(node, mask), strict=True):
                    self._ask(source, part)

    def _ask(self, node: Node, mask: Mask) -> None:
        self._values[node] = self._values.get(node, False) | mask

    def _made_of(self, node: Node, mask: Mask) -> list[Mask]:
        shapes = [self._graph.values[source].shape for source in node.inputs]
        if isinstance(node.operation, Dot):
            return [_rows(mask, shapes[0]), _columns(mask, shapes[1])]
        if isinstance(node.operation, Softmax):
            return [_rows(mask, shapes[0])]
        if node.operation is not None and node.operation.moves:
            return [self._moved_back(node, mask)]
        return [_fitted(mask, shape) for shape in shapes]

    def _moved_back(self, node: Node, mask: Mask) -> Mask:
        """Give where numbers stood before they were moved."""
        assert node.operation is not None
        values = tuple(self._graph.values[source] for source in node.inputs)
        return np.asarray(node.operation.backward(mask.astype(np.float64), values, self._graph.values[node])[0]) > 0

    def _through(self, source: Node, consumer: Node, mask: Mask) -> Mask | None:
        """Give where the upstream gradient of a gradient stands; ask for the values of the local derivative."""
        shape, operation = self._graph.values[consumer].shape, consumer.operation
        results: Mask | None = None
        for position, each in enumerate(consumer.inputs):
            if each is not source or operation is None:
                continue
            if self._event.node is None and operation.slopes[position] == STOPS:  # a step that adds 0 says from what
                continue
            if isinstance(operation, Dot):
                factor = consumer.inputs[1 - position]
                here, other = _through_dot(mask, position, shape, self._graph.values[factor].shape)
                self._ask(factor, other)
            elif isinstance(operation, Softmax):
                here = _rows(mask, shape)
                self._ask(consumer, here)
            elif operation.moves:
                here = operation.forward(mask.astype(np.float64)) > 0
            else:
                here = _fitted(mask, shape)
                self._ask_for_slope(consumer, position, here)
            results = here if results is None else results | here
        return results

    def _ask_for_slope(self, consumer: Node, position: int, results: Mask) -> None:
        assert consumer.operation is not None
        pattern = consumer.operation.slopes[position].text
        for number, operand in enumerate(consumer.inputs):
            if f"{{{number}}}" in pattern:
                self._ask(operand, _fitted(results, self._graph.values[operand].shape))
        if "{y}" in pattern and not isinstance(consumer.operation, (Sum, Max)):
            self._ask(consumer, results)


def _fitted(mask: Mask, shape: Shape) -> Mask:
    """Give the places that belong together where one of two shapes is repeated along axes of the other."""
    if mask.size == int(np.prod(shape)):
        return mask.reshape(shape)
    spare = mask.ndim - len(shape)
    if spare > 0:
        mask = np.asarray(mask.any(axis=tuple(range(spare))))
    axes = tuple(i for i, (n, m) in enumerate(zip(mask.shape, shape[len(shape) - mask.ndim :], strict=True)) if n > m)
    return np.broadcast_to(mask.any(axis=axes, keepdims=True) if axes else mask, shape)


def _rows(mask: Mask, shape: Shape) -> Mask:
    """Give whole rows, of an array as high as the mask."""
    rows = np.asarray(np.atleast_2d(mask).any(axis=1))[:, np.newaxis]
    return np.broadcast_to(rows, (len(rows), shape[-1])).reshape(shape)


def _columns(mask: Mask, shape: Shape) -> Mask:
    """Give whole columns, of an array as wide as the mask."""
    return np.broadcast_to(np.atleast_2d(mask).any(axis=0), shape)


def _through_dot(mask: Mask, position: int, shape: Shape, other: Shape) -> tuple[Mask, Mask]:
    """Give the places in the upstream gradient and in the other factor of a matrix product."""
    rows, columns = (np.asarray(np.atleast_2d(mask).any(axis=axis)) for axis in (1, 0))
    if position == 0:
        return _rows(mask, shape), np.broadcast_to(columns[:, np.newaxis], other)
    return np.broadcast_to(columns, shape), np.broadcast_to(rows, other)
