"""Move one weight a little and see what the loss does: the numerical gradient beside the one by backpropagation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from nn.messages import Message
from nn.network import Network

if TYPE_CHECKING:
    from playground.session.stepping.training_pass import TrainingPass


@dataclass(frozen=True)
class Nudge:
    """The effect on the loss of a pass when one parameter moves by `h`.

    Attributes
    ----------
    before, after
        The loss with the parameter as it is, and moved by `h`.
    slope
        ``(L(w + h) - L(w - h)) / 2h``, in float64 (book 4.3.1).
    gradient
        By backpropagation, as the optimizer gets it without weight decay.
    """

    h: float
    before: float
    after: float
    slope: float
    gradient: float


def nudged(training_pass: TrainingPass, name: str, index: tuple[int, ...], h: float) -> Nudge:
    """Return what moving ``params[name][index]`` by `h` does.

    Raises
    ------
    ValueError
        If `h` is 0 or not finite, or there is no such number.
    """
    if not np.isfinite(h) or h == 0:
        raise ValueError(Message("h is {h}; give a small number that is not 0, such as 0.0001", h=h))
    network = Network(replace(training_pass.spec, dtype="float64"), None)
    network.load(training_pass.checkpoint.params, training_pass.checkpoint.state)
    if name not in network.params or not _has(network.params[name].shape, index):
        raise ValueError(
            Message(
                "the network has no parameter {name}{index}; it has {known}",
                name=name,
                index=list(index),
                known=", ".join(network.params),
            )
        )
    x, t = training_pass.batch()
    state = network.flat_state.copy()
    start = float(network.params[name][index])

    def loss(moved: float) -> float:
        network.params[name][index] = moved
        network.flat_state[...] = state  # the running statistics of a normalization move with each pass
        with np.errstate(all="ignore"):
            return network.loss(x, t, training=True, rng=training_pass.rng())

    before, after, behind = loss(start), loss(start + h), loss(start - h)
    network.params[name][index] = start
    gradient = network.gradient(x, t, training=True, rng=training_pass.rng())[name][index]
    return Nudge(h, before, after, (after - behind) / (2 * h), float(gradient))


def _has(shape: tuple[int, ...], index: tuple[int, ...]) -> bool:
    return len(shape) == len(index) and all(0 <= i < n for i, n in zip(index, shape, strict=True))
