"""A recorded graph written in one line, as long as a line is read."""

from __future__ import annotations

from nn import graph
from nn.notation import Text, number
from nn.recorded.program import Program
from nn.recorded.replay import X, node_of

_LONGEST = 72


def written(program: Program) -> str:
    """Return what comes out over what goes in, ``x / (1.0 + exp(-x))``; of a long one the class as a function."""
    variables = {name: graph.variable(name) for name in (X, *program.params)}
    output = node_of(program, variables, "float64")
    texts: dict[graph.Node, Text] = {}
    for node in graph.topological_order(output):
        if node.operation is None:
            texts[node] = Text(node.name) if node.value is None else number(float(node.value))
            continue
        texts[node] = node.operation.written([texts[source] for source in node.inputs])
        if len(texts[node].text) > _LONGEST:
            return f"{program.name}({', '.join(variables)})"
    return texts[output].text.removesuffix(".astype(float64)")
