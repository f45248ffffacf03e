"""Move one weight a little and see what the loss does: the numerical gradient beside the one by backpropagation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.inspection.element import is_within
from nn.messages import Message
from nn.network import Network

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from nn.arrays import Array
    from nn.network import NetworkSpec
    from playground.session.looking.subject import Subject
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


@dataclass(frozen=True, eq=False)
class Pass:
    """What a loss is computed from.

    Attributes
    ----------
    spec, params, state
        The network, and its numbers as flat vectors.
    x, t
        What goes through it, and what is right.
    rng
        Gives the random numbers of the iteration from their start; None for a pass that is no training.
    """

    spec: NetworkSpec
    params: Array
    state: Array
    x: Array
    t: NDArray[Any]
    rng: Callable[[], np.random.Generator] | None = None


def pass_of_training(training_pass: TrainingPass) -> Pass:
    """Return what the loss of an iteration is computed from."""
    checkpoint, (x, t) = training_pass.checkpoint, training_pass.batch()
    return Pass(training_pass.spec, checkpoint.params, checkpoint.state, x, t, training_pass.rng)


def pass_of_subject(subject: Subject) -> Pass | None:
    """Return what the loss of the sample that is looked at is computed from, None where there is no loss."""
    sample, observation = subject.sample, subject.observation
    if sample is None or sample.t is None or observation is None or observation.loss is None:
        return None
    network = subject.network
    return Pass(network.spec, network.flat_params, network.flat_state, sample.x, sample.t)


def nudged(of: Pass, name: str, index: tuple[int, ...], h: float) -> Nudge:
    """Return what moving ``params[name][index]`` by `h` does.

    Raises
    ------
    ValueError
        If `h` is 0 or not finite, or there is no such number.
    """
    if not np.isfinite(h) or h == 0:
        raise ValueError(Message("h is {h}; give a small number that is not 0, such as 0.0001", h=h))
    network = Network(replace(of.spec, dtype="float64"), None)
    network.load(of.params, of.state)
    if name not in network.params or not is_within(index, network.params[name].shape):
        raise ValueError(
            Message(
                "the network has no parameter {name}{index}; it has {known}",
                name=name,
                index=list(index),
                known=", ".join(network.params),
            )
        )
    state = network.flat_state.copy()
    start = float(network.params[name][index])
    is_training = of.rng is not None

    def loss(moved: float) -> float:
        network.params[name][index] = moved
        network.flat_state[...] = state  # the running statistics of a normalization move with each pass
        with np.errstate(all="ignore"):
            return network.loss(of.x, of.t, training=is_training, rng=of.rng() if of.rng else None)

    before, after, behind = loss(start), loss(start + h), loss(start - h)
    network.params[name][index] = start
    network.flat_state[...] = state
    gradient = network.gradient(of.x, of.t, training=is_training, rng=of.rng() if of.rng else None)[name][index]
    return Nudge(h, before, after, (after - behind) / (2 * h), float(gradient))
