"""The gradient of a penalty that is in the loss and was forgotten: weight decay."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nn.own_code.diagnosis.candidate import Candidate, expression
from nn.own_code.diagnosis.scope import Place, Scope


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield `… + 0.01 * self.params['W1']` for what becomes the gradient of W1."""
    if scope.owner is None or scope.function.name != "gradient" or "self.params" not in scope.attributes:
        return
    factors = list(dict.fromkeys(_factors(scope.owner)))
    for place, key in _gradients_in(scope):
        text = ast.unparse(place.node)
        for factor in factors:
            new = f"{text} + {factor} * self.params[{key!r}]"
            yield expression(scope, place, 2.2, "decay", new, weight=key, term=f"{factor} * self.params[{key!r}]")


def _factors(owner: ast.ClassDef) -> Iterator[str]:
    """Yield what may be the strength: what is called so, and small numbers of the loss."""
    for node in ast.walk(owner):
        if isinstance(node, ast.Attribute) and any(
            word in node.attr.lower() for word in ("lambda", "decay", "reg", "l2")
        ):
            yield ast.unparse(node)
    for method in owner.body:
        if isinstance(method, ast.FunctionDef) and method.name in ("loss", "penalty", "__init__"):
            for node in ast.walk(method):
                if isinstance(node, ast.Constant) and isinstance(node.value, float) and 0 < node.value < 1:
                    yield repr(node.value)


def _gradients_in(scope: Scope) -> Iterator[tuple[Place, str]]:
    """Yield each expression that is the gradient of a weight matrix: in a dictionary, or assigned to an item of one."""
    for place in scope.places:
        parent = place.parent
        if isinstance(parent, ast.Dict) and place.field == "values" and place.index is not None:
            key = parent.keys[place.index]
        elif isinstance(parent, ast.Assign) and place.field == "value" and isinstance(parent.targets[0], ast.Subscript):
            key = parent.targets[0].slice
        else:
            continue
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value.startswith("W"):
            yield place, key.value
