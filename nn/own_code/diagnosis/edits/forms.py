"""What a reader writes who has understood it otherwise: an expression in the place of another one of its kind."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nn.own_code.diagnosis.candidate import Candidate, expression
from nn.own_code.diagnosis.scope import Place, Scope

_MOST_COUNTS = 3


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield all changes of this kind."""
    for place in scope.places:
        node = place.node
        if isinstance(node, ast.BinOp):
            yield from _power_outside(scope, place, node)
        if isinstance(node, ast.Call):
            yield from _mean_of_all(scope, place, node)
            yield from _flattened(scope, place, node)
            yield from _value_for_slope(scope, place, node)
            yield from _of_the_batch(scope, place, node)
            yield from _softmax_twice(scope, place, node)


def _is_of_numpy(node: ast.Call, *names: str) -> bool:
    return ast.unparse(node.func) in {f"{module}.{name}" for module in ("np", "numpy") for name in names}


def _power_outside(scope: Scope, place: Place, node: ast.BinOp) -> Iterator[Candidate]:
    """Yield sum(a ** 2) for sum(a) ** 2."""
    call = node.left
    if isinstance(node.op, ast.Pow) and isinstance(call, ast.Call) and _is_of_numpy(call, "sum", "mean") and call.args:
        rest = [ast.unparse(each) for each in (*call.args[1:], *call.keywords)]
        inside = f"({ast.unparse(call.args[0])}) ** {ast.unparse(node.right)}"
        text = ast.unparse(ast.parse(f"{ast.unparse(call.func)}({', '.join([inside, *rest])})", mode="eval"))
        yield expression(scope, place, 1, "brackets", text)


def _mean_of_all(scope: Scope, place: Place, node: ast.Call) -> Iterator[Candidate]:
    """Yield a sum over the number of samples for the mean of all elements."""
    if _is_of_numpy(node, "mean", "average") and len(node.args) == 1 and not node.keywords:
        function = ast.unparse(node.func).split(".")[0]
        for count in scope.counts[:_MOST_COUNTS]:
            text = f"{function}.sum({ast.unparse(node.args[0])}) / {count}"
            yield expression(scope, place, 1.6, "mean of all", text, count=count)


def _flattened(scope: Scope, place: Place, node: ast.Call) -> Iterator[Candidate]:
    """Yield a row for each sample where the whole batch becomes one."""
    if not isinstance(node.func, ast.Attribute):
        return
    arguments = [ast.unparse(each) for each in node.args]
    if (node.func.attr, arguments) in (("reshape", ["-1"]), ("flatten", []), ("ravel", [])):
        array = ast.unparse(node.func.value)
        yield expression(scope, place, 1.4, "one row", f"{array}.reshape({array}.shape[0], -1)")


def _value_for_slope(scope: Scope, place: Place, node: ast.Call) -> Iterator[Candidate]:
    """Yield the slope of the ReLU for its value, on the way back."""
    if scope.function.name != "backward" or not (_is_of_numpy(node, "maximum") or ast.unparse(node.func) == "relu"):
        return
    for given in node.args:
        if not isinstance(given, ast.Constant):
            yield expression(scope, place, 1.5, "value for slope", f"{ast.unparse(given)} > 0")


def _of_the_batch(scope: Scope, place: Place, node: ast.Call) -> Iterator[Candidate]:
    """Yield what self keeps of a statistic for that of the batch."""
    if isinstance(node.func, ast.Attribute) and node.func.attr in ("mean", "var", "std"):
        for kept in scope.attributes:
            if node.func.attr in kept:
                yield expression(scope, place, 2, "of the batch", kept)


def _softmax_twice(scope: Scope, place: Place, node: ast.Call) -> Iterator[Candidate]:
    """Yield the scores for their softmax, in a network whose last layer takes it."""
    if scope.owner is None or scope.function.name != "predict" or len(node.args) != 1:
        return
    if ast.unparse(node.func).split(".")[-1] == "softmax" and "SoftmaxWithLoss" in ast.unparse(scope.owner):
        yield expression(scope, place, 0.6, "softmax twice", ast.unparse(node.args[0]))
