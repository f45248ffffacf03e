"""Rules for what mixes the numbers of a sample: products with weights, sums and the largest along a row."""

from __future__ import annotations

from nn.own_code.as_layer.rules import Reading, rule
from nn.own_code.as_layer.steps import Found, refused

_REDUCTIONS = {"sum": "sum", "max": "largest"}


@rule("dot", "matmul")
def dot(reading: Reading) -> Found:
    """Read the product of rows with a matrix of weights."""
    x, weights = reading.operand(0), reading.operand(1)
    if reading.steps.of(weights.place).name != "parameter" or reading.node.inputs[1].value.ndim != 2:
        raise refused(reading.node)
    return reading.put("dot", x, weights)


@rule(*_REDUCTIONS)
def reduced(reading: Reading) -> Found:
    """Read a sum or the largest of each sample; over the whole batch one sample would change another's."""
    x = reading.operand(0)
    if reading.argument(1, "axis") not in (1, -1) or x.is_flat or set(reading.node.keywords) - {"axis", "keepdims"}:
        raise refused(reading.node)
    found = reading.put(_REDUCTIONS[reading.node.operation], x)
    return Found(found.place, is_flat=not reading.node.keywords.get("keepdims", False))


@rule("reshape", "expand_dims", "atleast_2d")
def reshaped(reading: Reading) -> Found:
    """Read the same numbers in the shape they had, or one number a sample that gets its axis back."""
    x = reading.operand(0)
    before, after = reading.node.inputs[0].shape, reading.node.shape
    if x.is_flat and after == (*before, 1):
        return Found(x.place, x.is_mask)
    if before == after:
        return x
    raise refused(reading.node)
