"""Rules for what mixes the numbers of a sample: products with weights; sums, means and the largest along a row."""

from __future__ import annotations

from nn.own_code.as_layer.rules import Reading, rule
from nn.own_code.as_layer.steps import Found, refused
from nn.own_code.recording import Node

_REDUCTIONS = {"sum": "sum", "max": "largest", "mean": "mean", "average": "mean"}
_KNOWN = {"axis", "keepdims"}


@rule("dot", "matmul")
def dot(reading: Reading) -> Found:
    """Read the product of rows with a matrix of weights."""
    x, weights = reading.operand(0), reading.operand(1)
    if reading.steps.of(weights.place).name != "parameter" or reading.node.inputs[1].value.ndim != 2:
        raise refused(reading.node)
    return reading.put("dot", x, weights)


@rule(*_REDUCTIONS)
def reduced(reading: Reading) -> Found:
    """Read a sum, a mean or the largest of each sample."""
    return _one_each(reading, reading.put(_REDUCTIONS[reading.node.operation], _along_row(reading)))


@rule("min")
def smallest(reading: Reading) -> Found:
    """Read minus the largest of all with the other sign."""
    x = reading.put("negate", _along_row(reading))
    return _one_each(reading, reading.put("negate", reading.put("largest", x)))


@rule("var", "std")
def variance(reading: Reading) -> Found:
    """Read the mean square of how far the numbers are from their mean, or its root."""
    x = _along_row(reading, "ddof")
    if reading.node.keywords.get("ddof", 0):
        raise refused(reading.node)
    away = reading.put("add", x, reading.put("negate", reading.put("mean", x)))
    square = reading.put("mean", reading.put("multiply", away, away))
    return _one_each(reading, square if reading.node.operation == "var" else reading.put("square root", square))


@rule("norm")
def norm(reading: Reading) -> Found:
    """Read the root of the sum of squares."""
    if reading.node.keywords.get("ord") not in (None, 2) or len(reading.node.inputs) > 1:
        raise refused(reading.node)
    x = _along_row(reading, "ord")
    return _one_each(reading, reading.put("square root", reading.put("sum", reading.put("multiply", x, x))))


def _along_row(reading: Reading, *also: str) -> Found:
    """Return what is summed up along each sample; over the whole batch one sample would change another's."""
    x, axis = reading.operand(0), reading.argument(1, "axis")
    is_row = reading.is_single and reading.node.inputs[0].value.ndim == 1
    is_along = axis in (None, 0, -1) if is_row else axis in (1, -1)
    if not is_along or x.is_flat or len(reading.node.inputs) > 2 or set(reading.node.keywords) - _KNOWN - set(also):
        raise refused(reading.node)
    return x


def _one_each(reading: Reading, found: Found) -> Found:
    """Return one number a sample, as the code has it: with its axis or without."""
    is_row = reading.is_single and reading.node.inputs[0].value.ndim == 1
    return Found(found.place, is_flat=not is_row and not reading.node.keywords.get("keepdims", False))


@rule("reshape", "expand_dims", "atleast_2d")
def reshaped(reading: Reading) -> Found:
    """Read the same numbers in the shape they had, or one number a sample that gets its axis back."""
    x = reading.operand(0)
    before, after = reading.node.inputs[0].shape, reading.node.shape
    if x.is_flat and after == (*before, 1):
        return Found(x.place, x.is_mask)
    if before == after or (reading.is_single and after in ((1, *before), before[1:])):
        return x
    raise refused(reading.node)


@rule("array", "asarray", "stack", "vstack", "concatenate")
def of_rows(reading: Reading) -> Found:
    """Read what was put together of the row of the one sample there is; how it is with more has to show."""
    part = reading.node.inputs[0]
    while reading.is_single and isinstance(part, list | tuple) and len(part) == 1:
        (part,) = part
    if part is not reading.node.inputs[0] and isinstance(part, Node):
        found = reading.found(part)
        return Found(found.place, found.is_mask, is_flat=reading.node.shape == (1,) and part.shape == ())
    if reading.node.operation in ("array", "asarray"):
        return reading.as_it_is()
    raise refused(reading.node)
