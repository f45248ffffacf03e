"""What watches say in a pass of real training, before its update: read live, and by whoever trains again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from nn.expressions import Unavailable, no_such_name
from nn.messages import message_of
from nn.replay import Again
from nn.training import iterations_per_epoch
from playground.session.stepping.training_pass import TrainingPass
from playground.session.stepping.watch_expression import Reading, Watch, WatchError, reading_of

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.expressions import Answer, Expression
    from nn.replay import Stretch, Waypoint
    from nn.trace import Event
    from nn.trace.event import Form

Readings = dict[str, Reading | None]


class PassAgain:
    """The pass that comes next in a training that is done again, before its update; recorded only if it must be.

    Attributes
    ----------
    iteration : int
        Its number, from 1.
    network : Network
        As it stands before the update, for reading only.
    """

    def __init__(self, again: Again, start: Waypoint) -> None:
        self._again, self._start = again, start
        self.iteration, self.network = again.iteration + 1, again.network

    @classmethod
    def after(cls, waypoint: Waypoint) -> PassAgain:
        """Return the pass that follows a point of training."""
        return cls(Again(waypoint, waypoint.checkpoint.iteration), waypoint)

    @property
    def epoch(self) -> int:
        """The number of the epoch that its batch belongs to, from 1."""
        return (self.iteration - 1) // iterations_per_epoch(self._start.data, self._start.config) + 1

    def value_of(self, expression: Expression) -> Any:
        """Return what an expression comes to.

        Raises
        ------
        Unavailable
            If a value does not exist in this pass, or the values do not go together.
        """
        return self.answer_of(expression).value

    def answer_of(self, expression: Expression) -> Answer:
        """Return what an expression and its parts come to; Unavailable as for `value_of`."""
        try:
            return expression.answer(partial(self._value, "book"))
        except Unavailable:  # the optimizer's own names of its memory
            return expression.answer(partial(self._value, "elementary"))

    def readings(self, watches: tuple[str, ...]) -> Readings:
        """Return what each watch says; None where nothing."""
        return {text: self._reading(text) for text in watches}

    def _reading(self, text: str) -> Reading | None:
        try:
            return reading_of(self.value_of(Watch.parse(text).expression))
        except (WatchError, Unavailable):
            return None

    def _value(self, form: Form, name: str) -> Any:
        if name in OF_TIME:
            return OF_TIME[name](self)
        param = self.network.params.get(name)
        return _before_update(self._trace(form), "L" if name == "loss" else name) if param is None else param

    def _trace(self, form: Form) -> tuple[Event, ...]:
        return self._in_book if form == "book" else self._elementary

    @cached_property
    def _in_book(self) -> tuple[Event, ...]:
        return self._recorded("book")

    @cached_property
    def _elementary(self) -> tuple[Event, ...]:
        return self._recorded("elementary")

    def _recorded(self, form: Form) -> tuple[Event, ...]:
        start = self._start
        try:
            done = TrainingPass(start.spec, self._again.checkpoint(), start.config, start.data, form=form)
            return done.record("layer")
        except ValueError as error:  # the data do not fit the network, or the pass would take too much memory
            raise Unavailable(message_of(error)) from error


OF_TIME: Mapping[str, Callable[[PassAgain], int]] = {
    "iteration": lambda pass_: pass_.iteration,
    "epoch": lambda pass_: pass_.epoch,
}
"""What has a name in a condition besides the values of the pass: when it is."""


def readings_at(waypoint: Waypoint, watches: tuple[str, ...]) -> Readings:
    """Return what each watch says in the pass after a point of training, before its update; None where nothing."""
    return PassAgain.after(waypoint).readings(watches)


def _before_update(trace: tuple[Event, ...], name: str) -> Array:
    """Return a value as it is when all gradients are known and nothing has been updated yet."""
    last = next(event for event in reversed(trace) if event.phase != "update")
    if name in last.values:
        return last.values[name]
    given = (event.inputs[name] for event in trace[last.index + 1 :] if name in event.inputs)
    found = next(given, None)
    if found is None:
        raise Unavailable(no_such_name(name, last.values))
    return found


def passes_along(stretch: Stretch) -> Iterator[PassAgain]:
    """Train along a stretch again, and stop before the update of each of its passes."""
    again = Again(stretch.start, stretch.end)
    items = iter(again)
    while again.iteration < stretch.end:
        done = again.iteration
        yield PassAgain(again, stretch.start)
        next(items, None)
        if again.iteration == done:
            return  # the loss was no longer finite
