"""Recording a person's code in a process of its own: work for a thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.messages import Message
from playground.confined.child import LARGE, Child
from playground.confined.frames import Garbled
from playground.confined.limits import Limits
from playground.confined.recorded import recorded, values_in
from playground.session.own_code.calls import Calls
from playground.session.own_code.function_graph import FunctionGraphs
from playground.session.own_code.sample_call import sample_call
from playground.session.own_code.siblings import siblings
from playground.session.own_code.true_gradients import questions, truths_of
from playground.session.own_code.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from playground.confined.child import Report
    from playground.confined.recorded import Recorded
    from playground.session.document.code import Code
    from playground.session.own_code.training.replay import Replay
    from playground.session.own_code.true_gradients import Question, Truth

_LARGEST_VALUE, _LARGEST_UNNAMED, _MOST_NUMBERS = 100_000, 10_000, 4_000_000
_LIMITS = Limits(cpu_seconds=30, seconds=60)
_REPLAY_LIMITS = Limits(cpu_seconds=None, seconds=None, megabytes=2048, nice=0)


@dataclass(frozen=True, eq=False)
class RecordedCode:
    """What came of it.

    Attributes
    ----------
    code
        What was run.
    call
        The lines that let it do something, empty where it ran as a program.
    recorded
        What happened, None if nothing can be told.
    printed, left_out
        What it printed, and how many letters of it are missing.
    trouble
        Why it did not come to its end, empty if it did.
    line
        Where, 0 if that is not known.
    walk, calls, graphs
        The way through what happened, its calls, and their graphs; None as `recorded`.
    truths
        What belongs where backward gave names, by the event.
    gradients
        The true gradient by values of forward, by the node.
    iteration
        The iteration of a training that this is, 0 where it is none.
    is_same
        Whether its loss is that of the training, to the last digit that is kept.
    """

    code: Code
    call: str
    recorded: Recorded | None
    printed: str
    left_out: int
    trouble: str
    line: int
    walk: Walk | None = None
    calls: Calls | None = None
    graphs: FunctionGraphs | None = None
    truths: Mapping[int, Truth] = field(default_factory=dict)
    gradients: Mapping[int, NDArray[Any]] = field(default_factory=dict)
    iteration: int = 0
    is_same: bool = True

    def first_wrong(self, call: int) -> int | None:
        """Return the event of a call at which the first value is not the true gradient, None where all are."""
        binds = [] if self.calls is None else self.calls.all[call].binds
        return next((number for number in binds if number in self.truths and not self.truths[number].is_met), None)


class RecordingJob:
    """One recording; `run` in a thread, `cancel` from any other.

    Parameters
    ----------
    code : Code
    call : str or None
        Lines that let it do something; None to find some.
    replay : Replay, optional
        An iteration of a training, to be recorded instead.
    wanted : str
        The class or function that the lines are found for.
    """

    def __init__(self, code: Code, call: str | None, replay: Replay | None = None, wanted: str = "") -> None:
        self._code, self._call, self._replay, self._wanted = code, call, replay, wanted
        self._child = Child("record", _LIMITS) if replay is None else Child("iterate", _REPLAY_LIMITS)

    def cancel(self) -> None:
        """End it now."""
        self._child.kill()

    def run(self) -> RecordedCode:
        """Let the code run, and take what is told of it."""
        self._child.start()
        request = {"source": self._code.text, "name": self._code.name, "siblings": siblings(self._code)}
        replay, call = self._replay, ""
        if replay is not None:
            self._child.ask({**request, **replay.request}, replay.arrays, expects=LARGE)
        else:
            call = self._found_call()
            self._child.ask({**request, "call": call or None}, expects=LARGE)
        return self._listen(call)

    def _found_call(self) -> str:
        if self._call is not None:
            return self._call
        try:
            return sample_call(self._code.text, self._wanted)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ""  # the process says what is wrong with the text

    def _listen(self, call: str) -> RecordedCode:
        talk = _Talk(self._child)
        is_sound = talk.listen()
        ending = self._child.wait()
        printed = "".join(talk.printed)
        if talk.told is None or not is_sound:
            trouble = ending.message if ending is not None else Message("there was no answer")
            return RecordedCode(self._code, call, None, printed, talk.left_out, trouble, (ending and ending.line) or 0)
        told, calls = talk.told, talk.calls or Calls(talk.told)
        graphs = FunctionGraphs(told, calls)
        graphs.prepare()
        walk = Walk(told, self._code.name)
        why, line = told.failure or "", told.failed_line or 0
        found = (walk, calls, graphs, talk.truths, talk.gradients)
        made = RecordedCode(self._code, call, told, printed, talk.left_out, why, line, *found)
        if self._replay is None:
            return made
        is_same = talk.loss is None or _is_same(talk.loss, self._replay.loss)
        return replace(made, iteration=self._replay.iteration, is_same=is_same)


class _Talk:
    """What is asked of the process, one after the other, and what it told."""

    def __init__(self, child: Child) -> None:
        self._child = child
        self._waiting: list[Question] | None = None
        self.told: Recorded | None = None
        self.calls: Calls | None = None
        self.truths: dict[int, Truth] = {}
        self.gradients: dict[int, NDArray[Any]] = {}
        self.printed: list[str] = []
        self.left_out = 0
        self.loss: float | None = None

    def listen(self) -> bool:
        """Take the recording, ask for what is not there yet, and let the process go; say whether it made sense."""
        try:
            for report in self._child.reports():
                self.printed.append(report.printed)
                self.left_out += report.left_out
                if not report.is_answer and (self.told is not None or report.data):
                    self._take(report)
        except Garbled:
            self._child.kill()
            return False
        return True

    def _take(self, report: Report) -> None:
        if self.told is None:
            self.told = recorded(report)
            loss = report.arrays.get("loss")
            self.loss = float(loss[0]) if loss is not None and loss.shape == (1,) and loss.dtype.kind == "f" else None
            self._child.ask({"values": _wanted(self.told)}, expects=LARGE)
            return
        answers = values_in(report, len(self.told.nodes))
        if self.calls is None or self._waiting is None:
            self.told = replace(self.told, values={**self.told.values, **answers})
            self.calls = Calls(self.told)
            self._waiting = questions(self.told, self.calls)
        else:
            self.gradients |= answers
            self.truths |= truths_of(self.told, self.calls, self._waiting.pop(0), answers)
        self._ask_next(self.told)

    def _ask_next(self, told: Recorded) -> None:
        if not self._waiting:
            self._child.stop()
            return
        question = self._waiting[0]
        seed = None if question.seed is None else told.values.get(question.seed)
        order = {"gradients": question.output, "of": list(question.of.values())}
        self._child.ask(order, None if seed is None else {"seed": seed}, expects=LARGE)


def _is_same(loss: float, before: float) -> bool:
    """Compare as many digits as a document keeps."""
    with np.errstate(over="ignore"):
        return bool(np.array_equal(np.float32(loss), np.float32(before), equal_nan=True))


def _wanted(told: Recorded) -> list[int]:
    """Return the values worth having as far as there is room: those that got a name first."""
    left, wanted = _MOST_NUMBERS, []
    named = dict.fromkeys(event.node for event in told.events if event.node is not None and event.kind == "bind")
    for number in dict.fromkeys((*named, *range(len(told.nodes)))):
        size, most = prod(told.nodes[number].shape), _LARGEST_VALUE if number in named else _LARGEST_UNNAMED
        if number not in told.values and size <= min(most, left):
            left -= size
            wanted.append(number)
    return wanted
