"""Run a learner's script with its own training loop, tell its losses, and do meanwhile what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nn.datasets import load_mnist
from nn.messages import Message
from nn.own_code.loading.loader import load
from nn.own_code.training.definitions import DefinitionsOnly
from nn.own_code.training.hidden import kept_by_optimizer
from nn.own_code.training.loops import LoopWatch
from nn.own_code.training.making import takes_images
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.inside.failures import Failed
from playground.confined.tasks.learning import arrays_of, put, right_share, row_for_each
from playground.confined.tasks.programs import must_have_run, source_in, text_errors_said
from playground.confined.wording import plain

_MOST_LOSSES = 2**20
_UNKNOWN = Message("the script has no network with `predict` and `params` under a name of its own")


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Run until the script has ended and it is told to stop, or in the middle of it.

    The request has ``source``, ``name``, ``siblings``. Orders and reports are those of the task ``train``; what the
    script's network cannot do is told in ``refused``. With ``is_paused`` and parameters, as there, the loops are left
    out: only the network that the script makes is there, with these parameters.
    """
    run = _Script(desk)
    try:
        if request.data.get("is_paused"):
            run.stand_ready(request)
        else:
            run.run(request)
        while not desk.is_stopped:
            order = desk.next()
            if order is not None:
                run.obey(order)
    except KeyboardInterrupt:
        return {"iteration": run.iteration, "is_cut": True}
    return {"iteration": run.iteration, "is_cut": False}


class _Script:
    """A script that runs, or has run."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._watch = LoopWatch(self._look)
        self._is_paused = False
        self.iteration = self._accuracies = 0

    def run(self, request: Frame) -> None:
        """Run it to its end."""
        with text_errors_said(), self._desk.their_code():
            loaded = must_have_run(load(source_in(request), self._watch, name="__main__"))
        self._watch.ends(loaded.namespace)
        self._tell(is_done=True)

    def stand_ready(self, request: Frame) -> None:
        """Make the network only, with the parameters that are brought."""
        with text_errors_said(), self._desk.their_code():
            self._watch.ends(load(source_in(request), DefinitionsOnly()).namespace)  # of which some may fail
        if self._watch.network is None:
            raise Failed(Message("the script makes its network within its loop; run it again to let it read"), None)
        put(self._watch.network.params, request.arrays)
        self.iteration = request.data.get("iteration", 0)

    def _look(self) -> None:
        """Tell what is new, and do what is asked, in the middle of the script."""
        self._tell(is_done=False)
        if self._watch.is_at_rest:
            for order in self._desk.waiting():
                self.obey(order)
        while self._is_paused and not self._desk.is_stopped:
            asked = self._desk.next()
            if asked is not None:
                self.obey(asked)
        if self._desk.is_stopped:
            raise KeyboardInterrupt

    def _tell(self, *, is_done: bool) -> None:
        losses = self._watch.losses(self.iteration)[: max(0, _MOST_LOSSES - self.iteration)]
        self.iteration += len(losses)
        self._desk.report({"iteration": self.iteration, "is_done": is_done}, {"losses": np.array(losses, float)})
        accuracies = self._watch.test_accuracies(self._accuracies)
        self._accuracies += len(accuracies)
        if accuracies and 0 <= accuracies[-1] <= 1:
            self._answer("accuracy", {}, test_accuracy=accuracies[-1])

    def obey(self, order: Frame) -> None:
        """Do what is asked."""
        asked = order.data.get("do")
        match asked:
            case "pause" | "resume":
                self._is_paused = asked == "pause"
            case "predict" | "accuracy" | "params":
                try:
                    self._ask_network(asked, order)
                except Failed as failed:
                    self._answer(asked, {}, refused=plain(failed.message))
                except Exception as error:  # noqa: BLE001 - the script may be about something else than digits
                    reason = Message("{error}: {reason}", error=type(error).__name__, reason=error)
                    self._answer(asked, {}, refused=plain(reason))
            case "state":
                self._answer("state", {}, **self._state())

    def _ask_network(self, asked: str, order: Frame) -> None:
        network = self._watch.network
        if network is None:
            raise Failed(_UNKNOWN, None)
        drawn = np.random.get_state()  # noqa: NPY002
        try:
            self._have_answered(network, asked, order)
        finally:
            np.random.set_state(drawn)  # noqa: NPY002 - the script goes on as if nobody had asked

    def _have_answered(self, network: Any, asked: str, order: Frame) -> None:
        if asked == "predict":
            self._answer(asked, {"y": _predicted(network, order.arrays["x"])})
        elif asked == "params":
            self._answer(asked, arrays_of(network.params))
        else:
            _, (x, t) = load_mnist(normalize=True, flatten=True, one_hot_label=True)
            self._answer(asked, {}, test_accuracy=right_share(lambda part: _predicted(network, part), x, t))

    def _state(self) -> dict[str, Any]:
        network, optimizer = self._watch.network, self._watch.optimizer
        sizes = [] if network is None else [array.size for array in arrays_of(network.params).values()]
        remembered = [] if optimizer is None else kept_by_optimizer(optimizer)
        return {"parameters": sum(sizes), "remembered": remembered, "answers_otherwise": False}

    def _answer(self, order: str, arrays: Mapping[str, np.ndarray[Any, Any]], **data: Any) -> None:
        self._desk.report({"iteration": self.iteration, "answers": order, **data}, arrays)


def _predicted(network: Any, x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    shaped = x.reshape(-1, 1, 28, 28) if takes_images(type(network)) else x.copy()
    return row_for_each(network.predict(shaped), len(x))
