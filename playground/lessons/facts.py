"""What can be said about the session at one moment, by the book's names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from nn.expressions import Unavailable
from nn.messages import Message
from nn.network.naming import value_names

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.breakpoints import Stop
    from playground.lessons.task import Task
    from playground.lessons.training_watch import TrainingWatch
    from playground.session.document.state import DocumentState
    from playground.session.looking.gradients import SampleGradients
    from playground.session.looking.observation import Observation
    from playground.session.session import Session

_ARRAYS = re.compile(r"x|t|y|d?[az]\d+(_\w+)?|dx|d?(W|b|gamma|beta)\d+")
"""Names of arrays that a network may have."""


class Facts:
    """Everything that conditions and live numbers ask for; what costs time is computed when it is asked for.

    Attributes
    ----------
    session, watch, gradients
        Where the facts come from.
    task
        What the step at hand gives to do.
    tried
        Which of its buttons were pressed.
    is_answered
        Whether all that it asks was answered.
    stop
        The last breakpoint that held since the step began, or None.
    is_measured
        Whether its race was run.
    """

    def __init__(
        self,
        session: Session,
        watch: TrainingWatch,
        gradients: SampleGradients,
        task: Task,
        tried: frozenset[int] = frozenset(),
        is_answered: bool = False,
        stop: Stop | None = None,
        is_measured: bool = False,
    ) -> None:
        self.session, self.watch, self.task = session, watch, task
        self.tried, self.is_answered = tried, is_answered
        self.stop, self.is_measured = stop, is_measured
        self._gradients = gradients

    @property
    def state(self) -> DocumentState:
        """The document."""
        return self.session.document.state

    def value(self, name: str) -> Any:
        """Return what a name stands for.

        Raises
        ------
        Unavailable
            If there is nothing of this name now.
        """
        known = _NAMES[name](self) if name in _NAMES else self._array(name)
        if known is None:
            raise Unavailable(Message("there is no {name} at the moment", name=name))
        return known

    def _array(self, name: str) -> Any:
        params = self.session.live.network.params
        if name in params:
            return params[name]
        observation = self.observation
        if observation is None:
            return None
        if name.startswith("d"):
            gradient = self._gradients.of(observation, self.session.live.network).get(name[1:])
            return gradient if name[1:] in params else self.shaped(gradient)
        return self.shaped(dict(zip(value_names(observation.spec), observation.values, strict=True)).get(name))

    def shaped(self, value: Array | None) -> Array | None:
        """Return a value without the batch axis where one sample is shown."""
        sample = self.session.looking.own.sample
        return value[0] if value is not None and sample is not None and sample.single else value

    @property
    def observation(self) -> Observation | None:
        """What the document's network makes of the sample, whatever is looked at."""
        return self.session.looking.own.observation


def is_known(name: str) -> bool:
    """Say whether a lesson may ask for a name; whether there is such a thing depends on the network."""
    return name in _NAMES or _ARRAYS.fullmatch(name) is not None


def known_names() -> str:
    """Return the names a lesson may ask for, as a person reads them."""
    return ", ".join([*_NAMES, "x", "a1", "z1", "W1", "b1", "dW1", "da1", "..."])


def _target(facts: Facts) -> Any:
    sample = facts.session.looking.own.sample
    if sample is None or sample.t is None:
        return None
    return sample.t[0] if sample.single else sample.t


def _output(facts: Facts) -> Any:
    observation = facts.observation
    return None if observation is None else facts.shaped(observation.output)


def _loss(facts: Facts) -> Any:
    return None if facts.observation is None else facts.observation.loss


def _digit(facts: Facts) -> Any:
    looking = facts.session.looking
    return looking.prediction.digit if looking.shows_example and looking.prediction is not None else None


def _label(facts: Facts) -> Any:
    return None if facts.session.looking.example is None else facts.session.looking.example.label


_NAMES: Mapping[str, Callable[[Facts], Any]] = {
    "y": _output,
    "t": _target,
    "loss": _loss,
    "iteration": lambda facts: facts.watch.iteration,
    "training_loss": lambda facts: facts.watch.loss,
    "train_accuracy": lambda facts: facts.watch.train_accuracy,
    "test_accuracy": lambda facts: facts.watch.test_accuracy,
    "lr": lambda facts: facts.state.config.lr,
    "batch_size": lambda facts: facts.state.config.batch_size,
    "seed": lambda facts: facts.state.config.seed,
    "parameters": lambda facts: facts.state.spec.parameters,
    "digit": _digit,
    "label": _label,
}
