"""How the loss of each sample of a batch changes when the parameters move in one direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from nn.arrays import rows
from nn.network import Network

if TYPE_CHECKING:
    from nn.arrays import Array, Rng
    from nn.layers.base import Layer
    from nn.network.spec import NetworkSpec


class SampleSlopes:
    """The parts that the samples of a batch have in its gradient, along one direction in the space of parameters.

    The gradient of a batch is the sum of what each sample lets flow back into the parameters. Along the direction of
    a single parameter these are the sample's parts in that parameter's gradient, x·dout. No gradient of a single
    sample is made for it: layers are linear in their parameters, so that a layer with the direction for its
    parameters says what the direction does to its outputs, and that times dout is what is sought.

    In batch normalization a sample acts on the others of its batch by mean and variance: what flows through it counts
    as its own, so that the parts add up to the gradient there, too.
    """

    def __init__(self, spec: NetworkSpec) -> None:
        self._network, self._moved = Network(spec, None), Network(spec, None)

    def along(self, direction: Array, params: Array, state: Array, x: Array, targets: Array, rng: Rng = None) -> Array:
        """Return for each sample its part in the product of the direction with the gradient of the mean loss.

        Parameters
        ----------
        direction, params : ndarray, shape (P,)
        state : ndarray, shape (S,)
            What layers remember without learning it.
        x : ndarray, shape (N, ...)
            Inputs as the network takes them.
        targets : ndarray, shape (N, C)
            Encoded targets.
        rng : numpy.random.Generator, optional
            From its start, for layers that draw while training.

        Returns
        -------
        ndarray of float64, shape (N,)
            Weight decay, which no sample has a part in, is not in it.
        """
        self._network.load(params, state)
        self._moved.load(direction.astype(params.dtype, copy=False), state)
        inputs, scores = self._forward(x, rng)
        slopes = np.zeros(len(x))
        loss, layers = self._network.loss_layer, list(self._network.layers.items())
        loss.measure(scores, targets)
        dout = loss.backward(1)
        first = next(number for number, (_, layer) in enumerate(layers) if layer.params)
        for number, (name, layer) in reversed(list(enumerate(layers[first:], first))):
            if layer.params:
                slopes += _slopes(layer, self._moved.layers[name], inputs[number], dout)
            if number > first:
                dout = layer.backward(dout)
        return slopes

    def _forward(self, x: Array, rng: Rng) -> tuple[list[Array], Array]:
        inputs = []
        for layer in self._network.layers.values():
            inputs.append(x)
            x = layer.forward(x, True, rng)
        return inputs, x


def _slopes(layer: Layer, moved: Layer, x: Array, dout: Array) -> Array:
    if not layer.is_linear:
        return _one_by_one(layer, moved, dout)
    answer = moved.forward(x, True)
    return np.einsum("ni,ni->n", rows(answer), rows(dout), dtype=np.float64)


def _one_by_one(layer: Layer, moved: Layer, dout: Array) -> Array:
    """Return the parts where nothing is known of a layer: by what flows back through one sample after the other."""
    found = np.zeros(len(dout))
    for sample in range(len(dout)):
        alone = np.zeros_like(dout)
        alone[sample] = dout[sample]
        layer.backward(alone)
        found[sample] = sum(float(np.vdot(moved.params[key], grad)) for key, grad in layer.grads.items())
    return found
