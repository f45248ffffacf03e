"""How a network of a learner's is doing in a confined process, looked at before it is believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from nn.messages import Message
from playground.confined.child import Report
from playground.confined.frames import Garbled
from playground.confined.wording import message_of

_LAST = 10**12
_MOST_NAMES = 20
_ANSWERS = ("", "accuracy", "predict", "params", "state")


@dataclass(frozen=True)
class Remains:
    """What of a training can be kept, and what cannot.

    Attributes
    ----------
    parameters : int
        Numbers that the network learns.
    remembered : tuple of str
        What the optimizer keeps of the updates before: m, v.
    answers_otherwise : bool
        Whether a fresh network with these parameters would answer otherwise: it keeps something beside them.
    """

    parameters: int
    remembered: tuple[str, ...]
    answers_otherwise: bool


@dataclass(frozen=True, eq=False)
class Progress:
    """What a report of the task ``train`` tells.

    Attributes
    ----------
    iteration : int
        Of them that are done.
    losses : ndarray
        Of the iterations since the report before; may hold what is not finite.
    is_done : bool
        Whether there are no more iterations.
    test_accuracy : float or None
        If it was asked for.
    arrays : Mapping of str to ndarray
        What was asked for: ``y``, or parameters by name.
    remains : Remains or None
        If it was asked for.
    answers : str
        The order that this answers, or nothing.
    refused : Message or None
        Why that cannot be answered.
    """

    iteration: int
    losses: NDArray[Any] | None
    is_done: bool
    test_accuracy: float | None
    arrays: Mapping[str, NDArray[Any]]
    remains: Remains | None = None
    answers: str = ""
    refused: Message | None = None


def progress(report: Report) -> Progress:
    """Return what a report tells.

    Raises
    ------
    Garbled
        If it is none of training.
    """
    iteration, accuracy = report.data.get("iteration"), report.data.get("test_accuracy")
    losses = report.arrays.get("losses")
    if type(iteration) is not int or not 0 <= iteration < _LAST:
        raise Garbled("no iteration")
    if accuracy is not None and not (isinstance(accuracy, float | int) and 0 <= accuracy <= 1):
        raise Garbled("no accuracy")
    if losses is not None and (losses.ndim != 1 or losses.dtype.kind != "f"):
        raise Garbled("no losses")
    answers = report.data.get("answers", "")
    if answers not in _ANSWERS:
        raise Garbled("no answer")
    remains = _remains(report.data) if answers == "state" else None
    is_done = report.data.get("is_done") is True
    refused = report.data.get("refused")
    reason = None if refused is None else message_of(refused)
    return Progress(iteration, losses, is_done, accuracy, report.arrays, remains, answers, reason)


def _remains(data: Mapping[str, Any]) -> Remains:
    parameters, remembered = data["parameters"], data.get("remembered")
    if type(parameters) is not int or not 0 <= parameters < _LAST:
        raise Garbled("no number of parameters")
    if not isinstance(remembered, list) or not all(isinstance(name, str) for name in remembered):
        raise Garbled("no names")
    return Remains(parameters, tuple(remembered[:_MOST_NAMES]), data.get("answers_otherwise") is True)
