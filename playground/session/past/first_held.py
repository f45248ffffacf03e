"""When did something first hold: the question to the passes of a training that is over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.expressions import Unavailable
from nn.messages import Message
from playground.session.stepping.watch_expression import Watch, WatchError
from playground.session.stepping.watch_names import named_shapes
from playground.session.stepping.watch_reading import OF_TIME

if TYPE_CHECKING:
    from nn.network import NetworkSpec
    from nn.training import TrainingConfig
    from playground.session.past.questions import Asked
    from playground.session.stepping.watch_reading import PassAgain

_STAYS = re.compile(r"(iteration|epoch)>=?\d+(\.\d*)?")  # time alone goes one way
ALSO = (*OF_TIME, "loss")
"""Names of a condition that no value of a pass has."""


class Held(NamedTuple):
    """Whether a condition holds in a pass, with a number of it that shows why.

    Attributes
    ----------
    part : str
        What that number is, empty where there is none.
    is_given : bool
        Whether nothing of it is made in the pass: it holds at its start, by what the updates before have made.
    """

    holds: bool
    part: str = ""
    number: float = np.nan
    is_given: bool = False


@dataclass(frozen=True)
class FirstHeld:
    """The question whether a condition holds, everywhere where it is an array; the first pass is what is wanted.

    Attributes
    ----------
    stays : bool
        Whether a person says that it holds ever after, once it has held.
    """

    text: str
    stays: bool = False

    @classmethod
    def of(cls, text: str, spec: NetworkSpec, config: TrainingConfig, *, stays: bool = False) -> FirstHeld:
        """Understand ``max(abs(W2)) > 3``, ``mean(a1 > 0) < 0.1`` or ``(loss < 0.1) & (epoch > 2)``.

        Raises
        ------
        WatchError
            If it is no condition, or names nothing of this network; the message says what is one.
        """
        watch = Watch.parse(text)
        if not is_condition(text, spec, config):
            raise WatchError(
                Message("{text} is a number; a condition compares, as in {text} > 1", text=watch.expression.text)
            )
        return cls(str(watch), stays or _STAYS.fullmatch(str(watch)) is not None)

    @property
    def is_promised(self) -> bool:
        """Whether a person says that it stays, and not time itself."""
        return self.stays and _STAYS.fullmatch(self.text) is None

    def answer(self, pass_: PassAgain) -> Held:
        """Say whether it holds in a pass before its update; what it names may be missing there."""
        expression = Watch.parse(self.text).expression
        try:
            value, parts = pass_.answer_of(expression)
        except Unavailable:
            return Held(False)
        array = np.asarray(value)
        if not (array.size and array.all()):
            return Held(False)
        numbers = [(each.text, each.number) for each in parts if each.number is not None and each.text not in OF_TIME]
        text, number = numbers[-1] if numbers else ("", np.nan)
        return Held(True, text, float(number), is_given=expression.names <= {*pass_.network.params, *OF_TIME})

    def ends_with(self, answer: object) -> bool:
        """Say whether it held."""
        return isinstance(answer, Held) and answer.holds


def is_condition(text: str, spec: NetworkSpec, config: TrainingConfig) -> bool:
    """Say whether a text holds or does not, and is no number; WatchError if it is neither."""
    shapes = {**dict.fromkeys(ALSO, ()), **named_shapes(spec, config.optimizer)}
    return Watch.parse(text).is_condition(shapes, config.batch_size)


def first_held(asked: Asked, last: int) -> int | None:
    """Return in which pass of a way of `last` iterations it first held, as far as that is known; 0 for in none."""
    if asked.is_answered:
        return asked.latest
    return 0 if asked.covered >= last else None
