"""Numbers, texts and truth values."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nn.own_code.diagnosis.candidate import Candidate, expression
from nn.own_code.diagnosis.scope import Place, Scope


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield all changes of this kind."""
    numbers = _numbers_of(scope)
    for place in scope.places:
        node = place.node
        if not isinstance(node, ast.Constant) or isinstance(place.parent, ast.Expr | ast.JoinedStr):
            continue
        if isinstance(node.value, str):
            for text in scope.strings:
                if text != node.value:
                    yield expression(scope, place, 2.6, "key", repr(text))
            yield from _other_number_in_key(scope, place, node.value)
        elif node.value is None or isinstance(node.value, bool):
            for text in ("True", "False", "None", "0", *scope.arguments, "{}"):
                if text != repr(node.value):
                    yield expression(scope, place, 2.5, "constant", text)
        elif isinstance(node.value, int | float):
            yield from _number(scope, place, node.value, numbers)


def _number(scope: Scope, place: Place, value: float, numbers: list[float]) -> Iterator[Candidate]:
    near = [0, 1, 2, -1, 0.5, 1.0, 2.0, value + 1, value - 1, 1 - value, -value, value * 2, value / 2, 3, 4, 5]
    small = [1e-7, 1e-8, 1e-4, 1e-6, 0.01, 0.001, 0.9, 0.999, 0.99]
    is_whole = isinstance(value, int)
    kept = [each for each in near + numbers if not is_whole or float(each).is_integer() or place.field != "slice"]
    for each in dict.fromkeys(kept + small):
        if each != value:
            cost = 2.4 if each in numbers or each in (0, 1, 2, -1) else 2.8
            text = repr(int(each)) if is_whole and float(each).is_integer() else repr(each)
            yield expression(scope, place, cost + 0.4 * (place.field == "slice"), "constant", text)
    for name in scope.values:
        yield expression(scope, place, 3.2, "other name", name)


def _numbers_of(scope: Scope) -> list[float]:
    root = scope.owner or scope.function
    values = [node.value for node in ast.walk(root) if isinstance(node, ast.Constant)]
    return list(dict.fromkeys(v for v in values if isinstance(v, int | float) and not isinstance(v, bool)))


def _other_number_in_key(scope: Scope, place: Place, text: str) -> Iterator[Candidate]:
    if text[-1:].isdigit():
        for digit in "123":
            if (new := text[:-1] + digit) not in scope.strings:
                yield expression(scope, place, 2.7, "key", repr(new))
