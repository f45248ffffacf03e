"""Rules for what the program itself lends: the book's functions and the layers of `nn`, whose circles are known."""

from __future__ import annotations

from nn import graph
from nn.graph import Node as Circle
from nn.layers.base import LAYERS
from nn.own_code.as_layer.rules import Reading, rule
from nn.own_code.as_layer.steps import Found, refused

_FUNCTIONS = {
    "sigmoid": "Sigmoid",
    "relu": "Relu",
    "swish": "Swish",
    "softplus": "Softplus",
    "gelu": "Gelu",
    "identity_function": "Identity",
    "step_function": "Step",
    "softmax": "Softmax",
}
_LAWS = {
    "Negate": "negate",
    "Exp": "exp",
    "Log": "log",
    "Tanh": "tanh",
    "SquareRoot": "square root",
    "Reciprocal": "reciprocal",
    "Abs": "abs",
    "Add": "add",
    "Multiply": "multiply",
    "Maximum": "maximum",
    "Minimum": "minimum",
    "Greater": "greater",
    "AtMost": "at most",
    "Dot": "dot",
    "Sum": "sum",
    "Max": "largest",
    "Shift": "largest",
}


@rule(*_FUNCTIONS)
def function(reading: Reading) -> Found:
    """Read one of the book's functions as the circles of its layer."""
    if len(reading.node.inputs) != 1 or reading.node.keywords:
        raise refused(reading.node)
    source = graph.variable("x")
    output = LAYERS[_FUNCTIONS[reading.node.operation]]().graph(source, {})
    found: dict[Circle, Found] = {source: reading.operand(0)}
    for node in graph.topological_order(output):
        if node.value is not None:
            found[node] = Found(reading.steps.constant(node.value))
        elif node.operation is not None:
            found[node] = by_law(reading, type(node.operation).__name__, [found[each] for each in node.inputs])
    return found[output]


def by_law(reading: Reading, law: str, operands: list[Found]) -> Found:
    """Read an operation of `nn`."""
    if law == "Masked":
        return reading.put("masked", operands[1], operands[0])
    if law == "AsType":
        return reading.as_number(operands[0])
    if law in ("Flatten", "Unflatten"):
        return operands[0]
    if law not in _LAWS:
        raise refused(reading.node)
    return reading.put(_LAWS[law], *operands)
