"""How much memory a trace takes, before it is recorded."""

from __future__ import annotations

from functools import lru_cache
from math import prod

import numpy as np

from nn.choices.options import OptionValue
from nn.graph import topological_order, variable
from nn.layers.base import LAYERS
from nn.messages import Message
from nn.network.spec import LayerSpec, NetworkSpec, free_memory
from nn.optimizers import Optimizer
from nn.trace.event import Depth

DEFAULT_LIMIT = 512 * 2**20
"""Bytes that a trace may take, unless told otherwise."""

_NODES_OF_A_LOSS = 12  # more than any loss has; scores are few, so that it hardly counts
_NODES_OF_AN_UPDATE = 18  # those of Adam in the book's form with weight decay
_TINY = 2
_PIXELS = 4  # of a picture into which every window fits that nobody chose


def estimate_memory(
    spec: NetworkSpec, samples: int = 1, depth: Depth = "node", optimizer: Optimizer | None = None
) -> int:
    """Return the bytes that a trace takes at most, as far as can be said before it is recorded."""
    plans = spec.plans
    shapes = [spec.input_shape, *(plan.output for plan in plans)]
    sizes = [prod(shape) for shape in shapes]
    parameters = sum(plan.numbers for plan in plans)
    numbers = 2 * samples * sum(sizes) + 4 * samples * sizes[-1] + 2 * parameters
    if depth == "node":
        for layer, plan, shape, before in zip(spec.layers, plans, shapes, sizes, strict=False):
            # its value, its gradient, and what was added to that
            largest = max(before, prod(plan.output), plan.largest)
            numbers += 3 * samples * largest * _nodes_of(layer.kind, len(shape), _brought(layer))
        numbers += 3 * samples * sizes[-1] * _NODES_OF_A_LOSS + parameters
    if optimizer is not None:
        numbers += parameters * (1 + 2 * len(optimizer.slots))
        numbers += parameters * _NODES_OF_AN_UPDATE * (depth == "node")
    return numbers * np.dtype(spec.dtype).itemsize


def check_memory(spec: NetworkSpec, samples: int, depth: Depth, optimizer: Optimizer | None, limit: int) -> None:
    """Raise ValueError if a trace would take more than `limit` bytes or half of the memory that is free."""
    needed, free = estimate_memory(spec, samples, depth, optimizer), free_memory()
    allowed = limit if free is None else min(limit, free // 2)
    if needed > allowed:
        raise ValueError(
            Message(
                "a trace of {samples} samples at {depth} depth takes about {needed:.0f} MB, "
                "and {allowed:.0f} MB may be used; {way_out}",
                samples=samples,
                depth=Message("node") if depth == "node" else Message("layer"),
                needed=needed / 2**20,
                allowed=allowed / 2**20,
                way_out=Message("take fewer samples or layer depth")
                if depth == "node"
                else Message("take fewer samples or a smaller network"),
            )
        )


def _brought(layer: LayerSpec) -> tuple[tuple[str, OptionValue], ...]:
    """Return the options that make another graph of a layer: not its size or how it is drawn."""
    return tuple((each.name, layer.options[each.name]) for each in LAYERS[layer.kind].options if not each.is_chosen)


@lru_cache
def _nodes_of(kind: str, dimensions: int, brought: tuple[tuple[str, OptionValue], ...]) -> int:
    """Return how many operations a layer's graph has in training, counted on a tiny one."""
    shape = (1, _PIXELS, _PIXELS) if LAYERS[kind].takes_images else (1,) * (dimensions - 1) + (_TINY,)
    rng = np.random.default_rng(0)
    layer = LAYERS[kind].build(shape, rng, "float32", **LayerSpec(kind, dict(brought)).options)
    layer.forward(np.ones((_TINY, *shape), np.float32), True, rng)
    graph = layer.graph(variable("x"), {key: variable(key) for key in layer.params})
    return sum(node.operation is not None for node in topological_order(graph))
