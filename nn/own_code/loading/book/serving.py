"""Which module of the book is what here."""

from __future__ import annotations

import importlib.resources
import types
from functools import cache
from typing import Any

import numpy as np

import nn
from nn import functions

BOOK_FILES = frozenset(
    {"two_layer_net", "multi_layer_net", "multi_layer_net_extend", "simple_convnet", "deep_convnet", "layer_naive"}
    | {"mnist", "gradient_2d", "gradient_simplenet", "overfit_dropout"}
)
"""Programs of the book that others of it import from beside themselves."""
_TEXTS = frozenset({"common.layers", "common.util", "common.trainer"})
_OPTIMIZERS = ("SGD", "Momentum", "Nesterov", "AdaGrad", "RMSprop", "Adam")


def book_module(name: str) -> types.ModuleType | str | None:
    """Return a module of the book, or its text where it is to be followed line by line; None if there is none."""
    if name in _TEXTS:
        return _text(name.rpartition(".")[2])
    names = _names(name)
    if names is None:
        return None
    module = types.ModuleType(name)
    module.__dict__.update(names)
    module.__dict__["__all__"] = list(names)
    return module


@cache
def book_functions() -> dict[str, Any]:
    """Return the book's functions by name."""
    return {name: getattr(functions, name) for name in functions.__all__}


def _names(module: str) -> dict[str, Any] | None:
    if module == "common.functions":
        return book_functions() | {"np": np}
    if module == "common.optimizer":
        return {name: nn.OPTIMIZERS[name] for name in _OPTIMIZERS}
    if module == "common.gradient":
        return {
            "numerical_gradient": nn.numerical_gradient,
            "numerical_gradient_2d": nn.numerical_gradient,
            "_numerical_gradient_1d": nn.numerical_gradient,
        }
    if module == "dataset.mnist":
        return {"load_mnist": nn.load_mnist}
    return None


@cache
def _text(name: str) -> str:
    return (importlib.resources.files("nn.own_code.loading.book") / f"{name}.txt").read_text("utf-8")
