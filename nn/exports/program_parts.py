"""What all exported programs have in common: literals, data and initial weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.exports.base import Run, Unfit
from nn.naming import named_views, param_names
from nn.spec import LayerSpec

LITERAL_NUMBERS = 4000
"""An array of more numbers than this stands in a file beside the program."""

# How a program draws what `nn.initializers` draws; another initializer's weights are written out.
_DRAWS: dict[str, Callable[[str, int, float], str]] = {
    "std": lambda drawn, inputs, scale: f"{scale!r} * {drawn}",
    "Xavier": lambda drawn, inputs, scale: f"{drawn} / np.sqrt({inputs})",
    "He": lambda drawn, inputs, scale: f"{drawn} * np.sqrt(2 / {inputs})",
}


class Aside:
    """The arrays that are too large for the text of a program; they go into one file beside it."""

    def __init__(self) -> None:
        self.arrays: dict[str, npt.NDArray[Any]] = {}

    def expression(self, name: str, array: npt.NDArray[Any]) -> str:
        """Return Python text for an array: its numbers, or where in the file beside the program it stands."""
        if array.size > LITERAL_NUMBERS or not np.isfinite(array).all():
            self.arrays[name] = array
            return f'FILE["{name}"]'
        text = np.array2string(array, threshold=array.size + 1, separator=", ", floatmode="unique", max_line_width=108)
        shape = "" if array.size else f".reshape({array.shape})"
        return f"np.array({text}, np.{array.dtype.name}){shape}"


def data_lines(run: Run, aside: Aside) -> list[str]:
    """Return the lines of a program that hold or load the samples and their targets, as the network takes them."""
    data, spec = run.known_data(), run.network.spec
    lines = [f"{name} = {aside.expression(name, getattr(data, name))}" for name in ("x", "t", "x_test", "t_test")]
    scale = f" * np.{spec.dtype}({data.scale!r})" if data.scale != 1 else ""
    lines += [
        "",
        "",
        "def inputs(x):",
        f'    return (x.reshape{(-1, *spec.input_shape)}{scale}).astype("{spec.dtype}")',
    ]
    return [*lines, "", "", "def targets(t):", f"    return {_encoding(run)}"]


def _encoding(run: Run) -> str:
    spec, t = run.network.spec, run.known_data().t
    if t.ndim == 1 and (spec.outputs > 1 or spec.loss == "SoftmaxWithLoss"):
        return f'np.eye({spec.outputs}, dtype="{spec.dtype}")[t.astype(int)]'
    return f'np.reshape(t, (len(t), {spec.outputs})).astype("{spec.dtype}")'


def weight_lines(run: Run, aside: Aside) -> list[str]:
    """Return the lines that make the parameters training begins with, under the book's names."""
    if not run.begins_as_drawn:
        assert run.start is not None
        views = named_views(run.network.spec, run.start)
        return [f"{name} = {aside.expression(name, values)}" for name, values in views.items()]
    lines, drawn = [], 0
    for layer, plan, names in zip(
        run.network.spec.layers, run.network.spec.plans, param_names(run.network.spec), strict=True
    ):
        lines += [f"{names[key]} = {_initial(run, layer, key, shape, drawn)}" for key, shape in plan.params.items()]
        drawn += bool(plan.params)
    return lines


def _initial(run: Run, layer: LayerSpec, key: str, shape: tuple[int, ...], stream: int) -> str:
    """Return the text of the initial value that ``Network`` gives a parameter."""
    dtype = run.network.spec.dtype
    if key == "W":
        return _initial_weight(run, layer, shape, stream)
    if key not in {"b", "beta", "gamma"}:
        raise Unfit(f"{layer.kind} has a parameter {key!r} that programs cannot make yet; export the weights as .npz.")
    return f"np.{'ones' if key == 'gamma' else 'zeros'}({shape[0]}, np.{dtype})"


def _initial_weight(run: Run, layer: LayerSpec, shape: tuple[int, ...], stream: int) -> str:
    dtype, initializer, scale = run.network.spec.dtype, layer.options["initializer"], float(layer.options["scale"])
    if initializer == "zeros":
        return f"np.zeros({shape}, np.{dtype})"
    if initializer == "constant":
        return f"np.full({shape}, {scale!r}, np.{dtype})"
    if initializer not in _DRAWS:
        raise Unfit(f"Programs cannot draw weights with {initializer!r} yet; export the weights as .npz.")
    # each layer draws from a stream of its own, and in float64
    text = _DRAWS[str(initializer)](f"draw({shape}, {stream})", max(shape[0], 1), scale)
    return f"({text}).astype(np.{dtype})"
