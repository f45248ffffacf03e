"""Formulas in the names of one network's values."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nn.graph import Node
from nn.notation import PRODUCT, Text
from nn.trace.layer_graph import LayerGraph

# A run of letters with nothing on top of the last one: x̂ is another name than x, and the ᵀ of Wᵀ no part of W.
_NAME = re.compile(r"[A-Za-z]+(?![A-Za-z\u0302])")


def renamed(formula: str, names: Mapping[str, str]) -> str:
    """Return a layer's formula with its own names of values, such as W, replaced by the network's, such as W1."""
    return _NAME.sub(lambda found: names.get(found[0], found[0]), formula)


def written(node: Node, graph: LayerGraph) -> Text:
    """Return what a node computes, over the names of its operands."""
    assert node.operation is not None
    return node.operation.written([graph.text_of(source) for source in node.inputs])


def backward_formula(node: Node, graph: LayerGraph) -> str:
    """Return how the gradients by a node's operands come to be; ``+=`` where some was there before."""
    assert node.operation is not None
    if graph.shortcut is not None and graph.takes_shortcut(node):
        return graph.shortcut.formula
    operands, y = [graph.text_of(source) for source in node.inputs], graph.text_of(node)
    lines = []
    for position, source in enumerate(node.inputs):
        if source not in graph.variable:
            continue
        back = node.operation.written_back(position, Text(f"d{y.text}"), operands, y)
        text = f"Σ {back.within(PRODUCT)}" if graph.is_repeated(source, node) else back.text
        is_first = graph.consumers[source][0] is node and source not in node.inputs[:position]
        lines.append(f"d{graph.names[source]} {'=' if is_first else '+='} {text}")
    return ",  ".join(lines)
