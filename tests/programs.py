"""Running a program of the gallery or the course as Python does, with the book's modules served."""

from __future__ import annotations

import contextlib
import io
import sys
import types
import warnings
from functools import cache

import nn
from nn import functions
from nn.exports.pieces import numpy_layers


def ran(text, **beside):
    """Run a program as ``__main__``; return its names.

    ``beside`` are texts of modules that it can import.
    """
    kept = dict(sys.modules)
    sys.modules.update(_served())
    try:
        for name, source in beside.items():
            sys.modules[name] = types.ModuleType(name)
            exec(compile(source, f"{name}.py", "exec"), sys.modules[name].__dict__)
        names = {"__name__": "__main__"}
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of nan and overflow, which is what many are about
            exec(compile(text, "own.py", "exec"), names)
        return names
    finally:
        for name in set(sys.modules) - set(kept):
            if name in _served() or name in beside:
                del sys.modules[name]


@cache
def _mnist(**options):
    parts = nn.load_mnist(**options)
    for pair in parts:
        for array in pair:
            array.flags.writeable = False
    return parts


def _module(name, names):
    made = types.ModuleType(name)
    made.__path__ = []
    made.__dict__.update(names)
    return made


@cache
def _served():
    layers = {name: getattr(numpy_layers, name) for name in ("Affine", "Relu", "Sigmoid")}
    return {
        "dataset": _module("dataset", {}),
        "dataset.mnist": _module("dataset.mnist", {"load_mnist": _mnist}),
        "common": _module("common", {}),
        "common.layers": _module("common.layers", layers | {"SoftmaxWithLoss": nn.SoftmaxWithLoss}),
        "common.functions": _module("common.functions", {name: getattr(functions, name) for name in functions.__all__}),
    }
