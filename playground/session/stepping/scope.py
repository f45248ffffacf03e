"""The named values that an expression may ask for: those of the pass that is stepped through, else of the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from nn.expressions import Unavailable, no_such_name
from nn.inspection.values import known_values
from nn.messages import Message
from nn.network.naming import value_names
from playground.session.looking.gradients import SampleGradients

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.arrays import Array
    from playground.session.looking.looking import Looking
    from playground.session.own_code.code_scope import CodeScope
    from playground.session.stepping.debugger import Debugger
    from playground.session.stepping.stepped_last import SteppedLast


class Scope:
    """Answers for the moment it is asked at.

    While a pass is open, a name means what is known of it where the debugger stands; while a person's own code was
    stepped last, what it means in the function there. Else it means what the subject's network makes of its sample, in
    the shapes of a pass: a sample is a batch of one.
    """

    def __init__(self, debugger: Debugger, looking: Looking, last: SteppedLast, code: CodeScope) -> None:
        self._debugger, self._looking = debugger, looking
        self._last, self._code = last, code
        self._gradients = SampleGradients()

    @property
    def names(self) -> tuple[str, ...]:
        """The names that stand for something at the moment."""
        if self._last.is_code:
            return self._code.names
        if self._debugger.is_open:
            return tuple(known_values(self._debugger.trace, self._debugger.cursor))
        params = self._looking.network.params
        return (*self._of_sample(), *params, *self._gradient_names())

    def value(self, name: str) -> Array:
        """Return what a name stands for.

        Raises
        ------
        Unavailable
            If there is nothing of this name now; the message says what there is, or when it will be.
        """
        if self._last.is_code:
            return self._code.value(name)
        return self._in_pass(name) if self._debugger.is_open else self._of_subject(name)

    def _in_pass(self, name: str) -> Array:
        trace = self._debugger.trace
        known = known_values(trace, self._debugger.cursor)
        if name in known:
            return known[name]
        if trace and name in trace[-1].values:
            raise Unavailable(Message("{name} is computed later in this pass; step on to it.", name=name))
        raise Unavailable(no_such_name(name, known))

    def _of_subject(self, name: str) -> Array:
        params = self._looking.network.params
        if name in params:
            return params[name]
        values = self._of_sample()
        if name in values:
            return values[name]
        if name in self._gradient_names():
            return self._gradient(name)
        if self._looking.sample is None and name in value_names(self._looking.network.spec):
            raise Unavailable(Message("{name} needs a sample: draw a digit or choose a row of the data.", name=name))
        raise Unavailable(no_such_name(name, self.names))

    def _of_sample(self) -> Mapping[str, Array]:
        observation = self._looking.observation
        if observation is None:
            return {}
        values = dict(zip(value_names(observation.spec), observation.values, strict=True))
        values["y"] = observation.output
        if observation.loss is not None and observation.sample.t is not None:
            scores = observation.values[-1]
            t = self._looking.network.loss_layer.encode(observation.sample.t, *scores.shape)
            values.update(t=t.astype(scores.dtype, copy=False), L=np.asarray(observation.loss))
        return values

    def _gradient_names(self) -> tuple[str, ...]:
        network = self._looking.network
        if self._looking.observation is None:
            return ()
        return tuple(f"d{name}" for name in (*value_names(network.spec), *network.params))

    def _gradient(self, name: str) -> Any:
        observation = self._looking.observation
        found = {} if observation is None else self._gradients.of(observation, self._looking.network)
        if name[1:] not in found:
            raise Unavailable(
                Message("{name} needs a loss, and this sample has no target: say what is right.", name=name)
            )
        return found[name[1:]]
