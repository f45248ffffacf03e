"""Batch normalization put into the weights before it, for a network that has learned all that it will."""

from __future__ import annotations

import numpy as np

from nn.layers.batch_normalization import BatchNormalization
from nn.network import Network
from nn.network.spec import NetworkSpec


def folded(network: Network) -> Network:
    """Return a network that predicts the same without its BatchNormalization layers.

    When it predicts, batch normalization scales and shifts each neuron or channel by constants; the Affine or
    Convolution before it can do that as well. What remains is simpler to look at and faster to run.

    Parameters
    ----------
    network : Network
        Each of its BatchNormalization layers stands right behind an Affine or Convolution.

    Returns
    -------
    Network
        With numbers of its own; `network` stays as it is.
    """
    kept = tuple(layer for layer in network.spec.layers if layer.kind != "BatchNormalization")
    spec = network.spec
    small = Network(NetworkSpec(spec.input_shape, kept, spec.loss, spec.dtype))
    copies = iter(small.layers.values())
    previous = None
    for layer in network.layers.values():
        if isinstance(layer, BatchNormalization):
            assert previous is not None, "batch normalization stands behind weights"
            scale = layer.params["gamma"] / np.sqrt(layer.state["running_var"] + layer.epsilon)
            W = previous.params["W"]
            W *= scale.reshape(-1, *[1] * (W.ndim - 1)) if W.ndim > 2 else scale  # filters lie first, neurons last
            previous.params["b"] -= layer.state["running_mean"]
            previous.params["b"] *= scale
            previous.params["b"] += layer.params["beta"]
        else:
            previous = next(copies)
            for key, values in layer.params.items():
                previous.params[key][...] = values
    return small
