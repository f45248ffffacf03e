"""What all exported programs have in common: what they say first, arrays, data and initial weights."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.exports.base import Run, Unfit
from nn.messages import Message
from nn.network.naming import named_views, param_names
from nn.network.spec import LayerSpec
from nn.training import TrainingConfig

LITERAL_LETTERS = 100
"""An array whose text is longer stands in a file beside the program."""

# How a program draws what `nn.initializers` draws; another initializer's weights are written out.
_DRAWS: dict[str, Callable[[str, int, float], str]] = {
    "std": lambda drawn, inputs, scale: f"{scale!r} * {drawn}",
    "Xavier": lambda drawn, inputs, scale: f"{drawn} / np.sqrt({inputs})",
    "He": lambda drawn, inputs, scale: f"{drawn} * np.sqrt(2 / {inputs})",
}

_DRAW = '''def draw(shape, stream):
    """Draw from the normal distribution, each layer from a stream of its own."""
    return np.random.default_rng([{seed}, stream]).standard_normal(shape)


'''

_DATA = '''def inputs(x):
    """Return samples as the network takes them."""
    return {rows}.astype("{dtype}", copy=False)


def targets(t):
    """Return {targets}."""
    return {encoded}


x_train, t_train = inputs({x}), targets({t})
x_test, t_test = inputs({x_test}), targets({t_test})
'''


class Aside:
    """The arrays that are too large for the text of a program; they go into one file beside it."""

    def __init__(self) -> None:
        self.arrays: dict[str, npt.NDArray[Any]] = {}

    def expression(self, name: str, array: npt.NDArray[Any]) -> str:
        """Return Python text for an array: its numbers, or where in the file beside the program it stands."""
        text = _array_text(array) if array.size < LITERAL_LETTERS and np.isfinite(array).all() else None
        if text is None or len(text) > LITERAL_LETTERS:
            self.arrays[name] = array
            return f'ARRAYS["{name}"]'
        return text


def _array_text(array: npt.NDArray[Any]) -> str:
    if not array.size:
        return f"np.empty({array.shape}, np.{array.dtype.name})"
    if array.dtype == np.float32:  # the shortest text of each number, which is another one in float64
        numbers: Any = np.array([float(str(value)) for value in array.flat]).reshape(array.shape).tolist()
    else:
        numbers = array.tolist()
    dtype = "" if array.dtype in (np.float64, np.int64) else f", np.{array.dtype.name}"
    return f"np.array({numbers}{dtype})"


def literal(value: object) -> str:
    """Return plain data as Python text, with double quotes."""
    if isinstance(value, str):  # a file's name may hold halves of characters, which no file of text can
        return json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace").decode()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{literal(key)}: {literal(each)}" for key, each in value.items()) + "}"
    if isinstance(value, tuple):
        return f"({', '.join(map(literal, value))}{',' * (len(value) == 1)})"
    return repr(value)


def arguments(options: Mapping[str, object]) -> list[str]:
    """Return options as the arguments of a call."""
    return [f"{name}={literal(value)}" for name, value in options.items()]


def description(run: Run, means: str) -> str:
    """Return what a program says about itself first: what it does, and what it cannot do again."""
    lines = [f"Train a network for {run.iterations:,} iterations, as NN Playground did, {means}."]
    start = run.start
    if start is not None and start.iteration:
        lines += [
            "",
            f"It begins after iteration {start.iteration:,}, with the weights and optimizer memory of that moment:",
            "what came before cannot be done again: something was changed by hand there (weights, layers or data), or",
            "the file from which it came does not tell it.",
        ]
        if start.iteration == run.iterations:
            lines += ["No training followed; a larger range of iterations, below, trains on."]
    elif not run.begins_as_drawn:
        lines += ["", "It begins with weights that were set by hand or loaded, and that no seed draws."]
    if len(run.stretches) > 1:
        lines += ["", "Settings were changed while training went on; below stands which, and when."]
    if not run.is_known:
        lines += [
            "",
            "The file does not say whether weights or settings were changed on the way: the program does what its last",
            "settings say, from the beginning. Its last line tells whether that led to the same weights.",
        ]
    return "\n".join(lines)


def data_text(run: Run, aside: Aside) -> str:
    """Return the lines of a program that hold or load the samples and their targets, as the network takes them."""
    if any(stretch.config.clip_norm or stretch.config.left_out for stretch in run.stretches):
        raise Unfit(Message("Such programs cannot clip gradients or leave samples out yet; export the program on nn."))
    data, spec = run.known_data(), run.network.spec
    labelled = data.t.ndim == 1 and (spec.outputs > 1 or spec.loss == "SoftmaxWithLoss")
    if labelled:
        encoded = f'np.eye({spec.outputs}, dtype="{spec.dtype}")[t.astype(int)]'
    else:
        encoded = f'np.reshape(t, (len(t), {spec.outputs})).astype("{spec.dtype}")'
    rows = f"x.reshape{(-1, *spec.input_shape)}"
    arrays = {"x": data.x, "t": data.t, "x_test": data.x_test, "t_test": data.t_test}
    return _DATA.format(
        rows=rows if data.scale == 1 else f"({rows} * np.{spec.dtype}({data.scale!r}))",
        dtype=spec.dtype,
        targets="labels in one-hot form" if labelled else "targets, a row for each sample",
        encoded=encoded,
        **{name: aside.expression(name, array) for name, array in arrays.items()},
    )


def params_text(run: Run, aside: Aside) -> str:
    """Return the lines that make the parameters training begins with, under the book's names."""
    entries = "".join(f'    "{name}": {text},\n' for name, text in _params(run, aside).items())
    drawn = _DRAW.format(seed=run.stretches[0].config.seed) if "draw(" in entries else ""
    return f"{drawn}params = {{\n{entries}}}\n"


def _params(run: Run, aside: Aside) -> dict[str, str]:
    spec = run.network.spec
    if run.start is not None and not run.begins_as_drawn:
        return {name: aside.expression(name, part) for name, part in named_views(spec, run.start.params).items()}
    texts: dict[str, str] = {}
    drawn = 0
    for layer, plan, names in zip(spec.layers, spec.plans, param_names(spec), strict=True):
        texts |= {names[key]: _initial(run, layer, key, shape, drawn) for key, shape in plan.params.items()}
        drawn += bool(plan.params)
    return texts


def drawing(run: Run) -> dict[str, str]:
    """Return the parts of a training loop that draw the samples of an epoch."""
    shuffle = "order = np.random.default_rng([seed, epoch]).permutation(train_size)"
    again = "order = np.random.default_rng([seed, epoch]).integers(train_size, size=iter_per_epoch * batch_size)"
    if not _draws_again(run):
        return {"order": shuffle, "order_argument": ""}
    choice = f"if replacement:\n                {again}\n            else:\n                {shuffle}"
    return {"order": choice, "order_argument": ", replacement"}


def drawn(run: Run, config: TrainingConfig) -> str:
    """Return the argument that says how a stretch draws its samples, or nothing where all shuffle."""
    return f", replacement={config.replacement}" if _draws_again(run) else ""


def _draws_again(run: Run) -> bool:
    return any(stretch.config.replacement for stretch in run.stretches)


def memory_arrays(run: Run) -> Mapping[str, Mapping[str, npt.NDArray[Any]]]:
    """Return what the optimizer remembers when the program begins: arrays by slot and parameter."""
    start, spec = run.start, run.network.spec
    if start is None or start.optimizer != run.stretches[0].config.optimizer:
        return {}
    return {slot: named_views(spec, vector) for slot, vector in start.memory.items()}


def _initial(run: Run, layer: LayerSpec, key: str, shape: tuple[int, ...], stream: int) -> str:
    """Return the text of the initial value that ``Network`` gives a parameter."""
    dtype = run.network.spec.dtype
    if key == "W":
        return _initial_weight(run, layer, shape, stream)
    if key not in {"b", "beta", "gamma"}:
        raise Unfit(
            Message(
                "{layer} has a parameter {name!r} that programs cannot make yet; export the weights as .npz.",
                layer=layer.kind,
                name=key,
            )
        )
    return f"np.{'ones' if key == 'gamma' else 'zeros'}({shape[0]}, np.{dtype})"


def _initial_weight(run: Run, layer: LayerSpec, shape: tuple[int, ...], stream: int) -> str:
    dtype, initializer, scale = run.network.spec.dtype, layer.options["initializer"], float(layer.options["scale"])
    if initializer == "zeros":
        return f"np.zeros({shape}, np.{dtype})"
    if initializer == "constant":
        return f"np.full({shape}, {scale!r}, np.{dtype})"
    if initializer not in _DRAWS:
        raise Unfit(
            Message("Programs cannot draw weights with {name!r} yet; export the weights as .npz.", name=initializer)
        )
    # each layer draws from a stream of its own, and in float64; a filter is a column of what is drawn
    filters, inputs = shape[0], prod(shape[1:])
    drawn = shape if len(shape) == 2 else (inputs, filters)
    text = _DRAWS[str(initializer)](f"draw({drawn}, {stream})", max(drawn[0], 1), scale)
    turned = "" if drawn == shape else f".T.reshape({shape})"
    return f"({text}){turned}.astype(np.{dtype})"
