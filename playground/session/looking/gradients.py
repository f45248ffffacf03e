"""The gradient of the sample's loss by everything that has a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from nn.network import Network
from nn.network.naming import value_names

if TYPE_CHECKING:
    from nn.arrays import Array
    from playground.session.looking.observation import Observation


class SampleGradients:
    """Goes backward through a copy of a network, once for each observation.

    A copy, because the session's network is for reading only and a backward pass writes into it.
    """

    def __init__(self) -> None:
        self._observation: Observation | None = None
        self._copy: Network | None = None
        self._found: Mapping[str, Array] = {}

    def of(self, observation: Observation, network: Network) -> Mapping[str, Array]:
        """Return the gradients by the name of what they are by: ``"W1"``, ``"a1"``, ``"x"``.

        Parameters
        ----------
        observation
            A sample on its way through `network` as it is now.
        network
            Only read.

        Returns
        -------
        mapping of str to ndarray
            Those of values have an axis for the samples; empty for a sample without a target that fits.
        """
        if observation is not self._observation:
            self._observation = observation
            self._found = self._measured(observation, network)
        return self._found

    def _measured(self, observation: Observation, network: Network) -> Mapping[str, Array]:
        if observation.loss is None or observation.sample.t is None:
            return {}
        copy = self._copied(network)
        names = value_names(observation.spec)
        with np.errstate(all="ignore"):  # a diverged network has a gradient of NaN, which is shown
            copy.loss(observation.values[0], observation.sample.t)
            dout = copy.loss_layer.backward()
            found = {names[-1]: dout}
            for name, layer in zip(reversed(names[:-1]), reversed(copy.layers.values()), strict=True):
                found[name] = dout = layer.backward(dout)
        return {**found, **copy.grads}

    def _copied(self, network: Network) -> Network:
        if self._copy is None or self._copy.spec != network.spec:
            self._copy = Network(network.spec, None)
        self._copy.load(network.flat_params, network.flat_state)
        return self._copy
