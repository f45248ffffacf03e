"""Train a network that a learner wrote, with their own optimizer or the plainest, and do meanwhile what is asked."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import numpy as np

from nn.own_code.loading.loader import load
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.tasks.learning import Learning, right_share
from playground.confined.tasks.programs import must_have_run, source_in, text_errors_said

_REPORT_EVERY_S = 1 / 30


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Train until told to stop, and answer with what there is then.

    The request has ``source``, ``name``, ``siblings``; ``network`` and ``optimizer``, names of classes: without the
    former it is the book's of the layers that are there, without the latter the plainest; ``arguments`` and
    ``optimizer_arguments``, what they are made with, or else ``hidden`` and ``lr``; ``iterations``, ``batch_size``,
    ``seed``; and the arrays ``x``, ``t``, ``x_test`` and ``t_test``, without them MNIST. To go on where another
    process ended it has ``iteration``, the updates so far, and the parameters as arrays by the names ``param W1``;
    with ``is_paused`` it waits there.

    Orders: ``{"do": "pause"}``, ``"resume"``, which may bring other ``iterations``, ``"step"``; ``"accuracy"``;
    ``"predict"`` with an array ``x``; ``"params"``; ``"state"``. Reports tell ``iteration`` and the ``losses`` since
    the last one, ``is_done``, and what was asked for, with the order in ``answers``.
    """
    run = _Run(desk, request)
    try:
        while not desk.is_stopped:
            run.go_on()
        run.hand_in()
    except KeyboardInterrupt:  # in the middle of an iteration
        return {"iteration": run.iteration, "is_cut": True}
    return {"iteration": run.iteration, "is_cut": False}


class _Run:
    """A network that learns."""

    def __init__(self, desk: Desk, request: Frame) -> None:
        self._desk = desk
        with text_errors_said(), desk.their_code():
            self._learning = Learning(request, must_have_run(load(source_in(request))).namespace)
        asked = request.data
        self._last = asked.get("iterations", 10_000)
        self.iteration, self._losses, self._told = asked.get("iteration", 0), list[float](), 0.0
        self._is_paused, self._left = bool(asked.get("is_paused")), 0  # single steps while it is paused

    def go_on(self) -> None:
        """Do what was asked, or an iteration, or wait."""
        for order in self._desk.waiting():
            self._obey(order)
        if self.iteration < self._last and (self._left or not self._is_paused):
            self._left = max(0, self._left - 1)
            self._step()
            self._tell(is_due=self._left == 0 and self._is_paused)
        else:
            self._tell(is_due=bool(self._losses))
            asked = self._desk.next()
            if asked is not None:
                self._obey(asked)

    def hand_in(self) -> None:
        """Give the parameters if they were asked for while the last iteration was made."""
        for order in self._desk.waiting():
            if order.data.get("do") == "params":
                self._obey(order)

    def _step(self) -> None:
        x, t = self._learning.batch(self.iteration + 1)
        with self._desk.their_code():
            loss = self._learning.update(x, t)
        self.iteration += 1
        self._losses.append(loss)
        if not np.isfinite(loss):
            self._last = self.iteration

    def _tell(self, *, is_due: bool) -> None:
        is_done = self.iteration >= self._last
        if not (is_due or (is_done and self._losses) or time.monotonic() - self._told > _REPORT_EVERY_S):
            return
        self._told = time.monotonic()
        losses, self._losses = np.array(self._losses), []
        self._desk.report({"iteration": self.iteration, "is_done": is_done}, {"losses": losses})

    def _obey(self, order: Frame) -> None:
        match order.data.get("do"):
            case "pause":
                self._is_paused = True
                self._tell(is_due=bool(self._losses))
            case "resume":
                self._is_paused = False
                self._last = order.data.get("iterations", self._last)
            case "step":
                self._is_paused, self._left = True, self._left + 1
            case "predict":
                with self._desk.their_code():
                    y = self._learning.predicted(order.arrays["x"])
                self._answer("predict", {"y": y})
            case "accuracy":
                with self._desk.their_code():
                    share = right_share(self._learning.predicted, *self._learning.data[2:])
                self._answer("accuracy", {}, test_accuracy=share)
            case "params":
                self._tell(is_due=bool(self._losses))  # all that led to them comes before
                self._answer("params", self._learning.parameters())
            case "state":
                with self._desk.their_code():
                    state = self._learning.state()
                self._answer("state", {}, **state)

    def _answer(self, order: str, arrays: Mapping[str, np.ndarray[Any, Any]], **data: Any) -> None:
        self._desk.report({"iteration": self.iteration, "answers": order, **data}, arrays)
