"""What a network is, as plain data: the form that files, forms and undo keep."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod
from numbers import Integral
from typing import Any, Self

from nn.arrays import Shape
from nn.choices.options import OptionValue
from nn.choices.registered_choice import Chosen
from nn.layers.base import LAYERS, Formula, Plan
from nn.losses.base import LOSSES
from nn.messages import Message
from nn.recorded import Program, read_program
from nn.windows import Pair

DTYPES = ("float32", "float64")
MOST_LAYERS = 1000
"""Layers of a network: with more, no file of it would be read again."""
_AT_ONCE = 1000  # about 2 ms of work for a small network
_COST_AT_ONCE = 100_000_000  # products: at most 10 ms of work on one core
_OUTPUT_COST = 30  # products that take as long as making, storing and reading one number
_PASSES_OF_A_STEP = 3  # forwards, and back to the inputs and to the weights
_SPARE_SHARE = 0.5  # of the free memory: the rest stays for the data, the window and other programs


class LayerSpec(Chosen):
    """One layer by its registered name and its options: ``LayerSpec.of("Affine", units=50)``."""

    known = LAYERS

    @classmethod
    def of(cls, kind: str, **options: OptionValue | Pair) -> Self:
        """Return the layer with options given as keywords; the size of a window may be a pair, ``size=(3, 5)``."""
        return cls(kind, LAYERS[kind].spelled_out(options))

    @property
    def own(self) -> Program | None:
        """What a person wrote, where the layer stands for that."""
        return read_program(str(self.options["program"])) if LAYERS[self.kind].is_brought else None

    @property
    def name(self) -> str:
        """What its layers are named after: the class, ``"Affine"``."""
        return LAYERS[self.kind].called(**self.options)

    @property
    def formula(self) -> Formula:
        """Its arithmetic in one line each way."""
        return LAYERS[self.kind].written(**self.options)

    def plan(self, input_shape: Shape) -> Plan:
        """Return the shapes of this layer for inputs of `input_shape`."""
        return LAYERS[self.kind].plan(input_shape, **self.options)


@dataclass(frozen=True)
class NetworkSpec:
    """A network without its numbers.

    Parameters
    ----------
    input_shape : tuple of int
        Shape of one sample.
    layers : tuple of LayerSpec
        From input to output; the last gives the scores.
    loss : str
        Registered name of the loss.
    dtype : str
        ``"float32"``, or ``"float64"`` for small examples whose digits are compared.

    Raises
    ------
    TypeError, ValueError
        If something is not valid; the message names it.
    """

    input_shape: Shape
    layers: tuple[LayerSpec, ...]
    loss: str = "SoftmaxWithLoss"
    dtype: str = "float32"

    def __post_init__(self) -> None:
        object.__setattr__(self, "input_shape", _checked_shape(self.input_shape))
        object.__setattr__(self, "layers", tuple(self.layers))
        if len(self.layers) > MOST_LAYERS:
            raise ValueError(
                Message(
                    "a network has at most {most:,} layers, this one has {layers:,}; leave some out",
                    most=MOST_LAYERS,
                    layers=len(self.layers),
                )
            )
        for layer in self.layers:
            if not isinstance(layer, LayerSpec):
                raise TypeError(
                    Message("layers holds {layer!r}; give LayerSpec(kind, options) for each layer", layer=layer)
                )
        LOSSES[self.loss]  # an unknown name raises and lists the known ones
        if self.dtype not in DTYPES:
            raise ValueError(
                Message("dtype is {dtype!r}; choose one of {known}", dtype=self.dtype, known=", ".join(DTYPES))
            )
        if len(self.output_shape) != 1:
            raise ValueError(
                Message(
                    "the network's output has shape {shape}; the loss needs one row of scores: put a Flatten or an "
                    "Affine layer at the end",
                    shape=self.output_shape,
                )
            )

    @classmethod
    def mlp(
        cls,
        inputs: int,
        hidden: Iterable[int],
        outputs: int,
        *,
        activation: str = "Relu",
        initializer: str = "He",
        scale: float = 0.01,
        loss: str = "SoftmaxWithLoss",
        dtype: str = "float32",
    ) -> Self:
        """Return a fully connected network: an Affine and an activation for each of `hidden`, then an Affine."""
        draw: dict[str, OptionValue] = {"initializer": initializer, "scale": scale}
        layers: list[LayerSpec] = []
        for units in hidden:
            layers += [LayerSpec("Affine", {"units": units, **draw}), LayerSpec(activation)]
        layers.append(LayerSpec("Affine", {"units": outputs, **draw}))
        return cls((inputs,), tuple(layers), loss, dtype)

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """Shapes of every layer."""
        return tuple(self._plans())

    @property
    def output_shape(self) -> Shape:
        """Shape of one sample's scores."""
        plans = self.plans
        return plans[-1].output if plans else self.input_shape

    @property
    def outputs(self) -> int:
        """How many scores the network gives."""
        return self.output_shape[0]

    @property
    def parameters(self) -> int:
        """How many numbers the network learns."""
        return sum(plan.numbers for plan in self.plans)

    @cached_property
    def at_once(self) -> int:
        """How many samples are predicted at a time, so that a piece takes about 10 ms; 1,000 at the most."""
        return max(1, min(_AT_ONCE, _COST_AT_ONCE // self._cost))

    def has_long_steps(self, batch_size: int) -> bool:
        """Say whether a pass forwards and backwards takes longer than a piece of a prediction, about 10 ms."""
        return batch_size * self._cost * _PASSES_OF_A_STEP > _COST_AT_ONCE

    def memory(self, batch_size: int = 1, slots: int = 2) -> int:
        """Return the bytes that training needs, estimated before anything is allocated.

        Parameters
        ----------
        batch_size : int
            Samples at a time.
        slots : int
            Numbers an optimizer remembers for each parameter: 0 for SGD, 1 for Momentum, 2 for Adam.
        """
        # value, gradient, the optimizer's slots and one checkpoint of value and slots
        for_parameters = self.parameters * (2 + slots + 1 + slots)
        for_values = 2 * prod(self.input_shape)
        learned = False
        for plan in self.plans:
            # what comes out and what a layer keeps of it; going back needs as much behind the first that learns
            for_values += prod(plan.output) * 2 + plan.inner + plan.inner_back * learned
            learned = learned or bool(plan.params)
        kept = sum(plan.fixed for plan in self.plans)
        return (for_parameters + kept + batch_size * for_values) * (8 if self.dtype == "float64" else 4)

    def check_memory(self, batch_size: int = 1, slots: int = 2) -> None:
        """Raise ValueError if training would need more than half of the memory that is free now."""
        needed, free = self.memory(batch_size, slots), free_memory()
        if free is not None and needed > _SPARE_SHARE * free:
            raise ValueError(
                Message(
                    "This network needs {needed}; {free} are free, and half of that may be used. Take fewer neurons "
                    "or filters, or a smaller batch.",
                    needed=_gigabytes(needed),
                    free=_gigabytes(free),
                )
            )

    def to_json(self) -> dict[str, Any]:
        """Return the spec as plain dictionaries and lists."""
        return {
            "input_shape": list(self.input_shape),
            "layers": [layer.to_json() for layer in self.layers],
            "loss": self.loss,
            "dtype": self.dtype,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the spec that `to_json` wrote.

        Raises
        ------
        TypeError, ValueError
            If `data` is not such a spec; the message names the field.
        """
        if not isinstance(data, Mapping):
            raise TypeError(Message("a network is a JSON object, got {type}", type=type(data).__name__))
        known = {"input_shape", "layers", "loss", "dtype"}
        for name in data.keys() - known:
            raise ValueError(
                Message(
                    "a network has no field {name!r}; its fields: {known}", name=name, known=", ".join(sorted(known))
                )
            )
        for name in ("input_shape", "layers"):
            if not isinstance(data.get(name), list):
                raise TypeError(
                    Message(
                        "field {name!r} of a network is {value!r}; it must be a list", name=name, value=data.get(name)
                    )
                )
        layers = LayerSpec.all_from_json("layers", data["layers"])
        rest = {name: data[name] for name in ("loss", "dtype") if name in data}
        return cls(tuple(data["input_shape"]), layers, **rest)

    @cached_property
    def _cost(self) -> int:
        """Products that take as long as one sample's way forwards."""
        return max(1, sum(plan.products + _OUTPUT_COST * prod(plan.output) for plan in self.plans))

    def _plans(self) -> Iterator[Plan]:
        shape = self.input_shape
        for layer in self.layers:
            plan = layer.plan(shape)
            shape = plan.output
            yield plan


def free_memory() -> int | None:
    """Return how many bytes of memory are free, None where the system does not tell."""
    try:
        with open("/proc/meminfo", encoding="ascii") as file:  # noqa: PTH123 - a kernel file, not a document
            for line in file:
                if line.startswith("MemAvailable:"):
                    return int(line.split()[1]) * 1024
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES")
    except (OSError, ValueError, AttributeError):
        return None


def _checked_shape(shape: Any) -> Shape:
    sizes = tuple(shape) if isinstance(shape, Iterable) else ()
    if not sizes or not all(isinstance(n, Integral) and not isinstance(n, bool) and int(n) >= 1 for n in sizes):
        raise ValueError(
            Message("input_shape is {shape!r}; give whole numbers of at least 1, such as (784,)", shape=shape)
        )
    return tuple(int(n) for n in sizes)


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1e8 else f"{size / 1e6:.1f} MB"
