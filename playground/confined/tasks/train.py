"""Train a network that a learner wrote, with their own optimizer or the plainest, and do meanwhile what is asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from nn.datasets import load_mnist
from nn.messages import Message
from nn.own_code.loading.loader import load
from nn.own_code.training.book_network import BookNetwork
from nn.own_code.training.hidden import answers_otherwise, kept_by_optimizer
from nn.own_code.training.making import NotMadeError, network_arguments, optimizer_arguments, takes_images
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.inside.failures import Failed
from playground.confined.tasks.programs import must_have_run, source_in, text_errors_said

_REPORT_EVERY_S = 1 / 30
_ROWS = 1000
"""Samples that `predict` is given at once."""


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Train until told to stop, and answer with what there is then.

    The request has ``source``, ``name``, ``siblings``; ``network`` and ``optimizer``, names of classes: without the
    former it is the book's of the layers that are there, without the latter the plainest; ``arguments`` and
    ``optimizer_arguments``, what they are made with, or else ``hidden`` and ``lr``; ``iterations``, ``batch_size``,
    ``seed``; and the arrays ``x``, ``t``, ``x_test`` and ``t_test``, without them MNIST.

    Orders: ``{"do": "pause"}``, ``"resume"``, ``"step"``; ``"accuracy"``; ``"predict"`` with an array ``x``;
    ``"params"``; ``"state"``. Reports tell ``iteration`` and the ``losses`` since the last one, ``is_done``, and what
    was asked for, with the order in ``answers``.
    """
    run = _Run(desk, request)
    try:
        while not desk.is_stopped:
            run.go_on()
    except KeyboardInterrupt:  # in the middle of an iteration
        return {"iteration": run.iteration, "is_cut": True}
    return {"iteration": run.iteration, "is_cut": False}


class _Run:
    """A network that learns."""

    def __init__(self, desk: Desk, request: Frame) -> None:
        self._desk, self._asked = desk, request.data
        self._data = _data(request.arrays)
        seed = self._asked.get("seed", 0)
        with text_errors_said(), desk.their_code():
            self._names = must_have_run(load(source_in(request))).namespace
            np.random.seed(seed)  # noqa: NPY002 - weights are drawn as the book draws them
            self.network = self._made_network()
            self._optimizer = self._made_optimizer()
        self._takes_images = takes_images(type(self.network))
        self._chance = np.random.default_rng(seed)
        self._size, self._last = self._asked.get("batch_size", 100), self._asked.get("iterations", 10_000)
        self.iteration, self._losses, self._told = 0, list[float](), 0.0
        self._is_paused, self._left = False, 0  # single steps while it is paused

    def _made_network(self) -> Any:
        name, arguments = self._asked.get("network"), self._asked.get("arguments")
        sizes = (self._data[0].shape[1], self._asked.get("hidden", 50), _classes(self._data[1]))
        if name is None:
            return BookNetwork(self._names, *sizes)
        cls = _class(self._names, name)
        return cls(**(_known(network_arguments, cls, *sizes) if arguments is None else arguments))

    def _made_optimizer(self) -> Any:
        name, arguments = self._asked.get("optimizer"), self._asked.get("optimizer_arguments")
        lr = self._asked.get("lr", 0.1)
        cls = _Plainest if name is None else _class(self._names, name)
        return cls(**(_known(optimizer_arguments, cls, lr) if arguments is None else arguments))

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

    def _step(self) -> None:
        x, t = self._data[:2]
        batch = self._chance.choice(len(x), self._size)
        x, t = self._shaped(x[batch]), t[batch]
        with self._desk.their_code():
            self._optimizer.update(self.network.params, self.network.gradient(x, t))
            loss = _number(self.network.loss(x, t))
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
            case "step":
                self._is_paused, self._left = True, self._left + 1
            case "predict":
                self._answer("predict", {"y": self._predicted(order.arrays["x"])})
            case "accuracy":
                self._answer("accuracy", {}, test_accuracy=self._accuracy())
            case "params":
                self._answer("params", dict(_arrays(self.network.params)))
            case "state":
                self._answer("state", {}, **self._state())

    def _answer(self, order: str, arrays: Mapping[str, np.ndarray[Any, Any]], **data: Any) -> None:
        self._desk.report({"iteration": self.iteration, "answers": order, **data}, arrays)

    def _predicted(self, x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        with self._desk.their_code():
            y = np.asarray(self.network.predict(self._shaped(x.copy())))
        if y.dtype.kind not in "fiub" or y.ndim != 2 or len(y) != len(x):
            raise Failed(
                Message("`predict` should give a row of numbers for each sample, of shape ({rows}, …)", rows=len(x)),
                None,
            )
        return y.astype(float)

    def _shaped(self, x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        side = round(x.shape[1] ** 0.5)
        return x.reshape(-1, 1, side, side) if self._takes_images else x

    def _state(self) -> dict[str, Any]:
        """Tell how much there is to keep, and what could not be kept."""
        sizes = [array.size for _, array in _arrays(self.network.params)]
        drawn = np.random.get_state()  # noqa: NPY002
        with self._desk.their_code():
            otherwise = answers_otherwise(self.network, self._made_network(), self._shaped(self._data[2][:20].copy()))
        np.random.set_state(drawn)  # noqa: NPY002 - as if nobody had asked
        return {
            "parameters": sum(sizes),
            "remembered": kept_by_optimizer(self._optimizer),
            "answers_otherwise": otherwise,
        }

    def _accuracy(self) -> float:
        x, t = self._data[2:]
        right = 0
        for start in range(0, len(x), _ROWS):
            y = self._predicted(x[start : start + _ROWS])
            right += int(np.sum(y.argmax(axis=1) == _labels(t[start : start + _ROWS])))
        return right / len(x)


class _Plainest:
    """Subtracts the gradients, for who wrote no optimizer."""

    def __init__(self, lr: float = 0.1) -> None:
        self._lr = lr

    def update(self, params: dict[str, Any], grads: Mapping[str, Any]) -> None:
        for key in params:
            if key not in grads:
                raise Failed(Message("`gradient` gives no gradient for {name}", name=str(key)), None)
            params[key] -= self._lr * grads[key]


def _class(names: Mapping[str, Any], name: str) -> Any:
    if not isinstance(names.get(name), type):
        raise Failed(Message("there is no class {name} in it", name=name), None)
    return names[name]


def _known(arguments: Callable[..., dict[str, Any]], *of: Any) -> dict[str, Any]:
    try:
        return arguments(*of)
    except NotMadeError as error:
        raise Failed(error.message, None) from None


def _number(loss: Any) -> float:
    if np.size(loss) != 1 or np.asarray(loss).dtype.kind not in "fiub":
        raise Failed(Message("`loss` gives no number"), None)
    return float(np.asarray(loss).reshape(()))


def _classes(t: np.ndarray[Any, Any]) -> int:
    return t.shape[1] if t.ndim == 2 else int(t.max()) + 1


def _data(arrays: Mapping[str, np.ndarray[Any, Any]]) -> tuple[np.ndarray[Any, Any], ...]:
    if "x" in arrays:
        return tuple(arrays[name] for name in ("x", "t", "x_test", "t_test"))
    (x, t), (x_test, t_test) = load_mnist(normalize=True, flatten=True, one_hot_label=True)
    return x, t, x_test, t_test


def _labels(t: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return t if t.ndim == 1 else t.argmax(axis=1)


def _arrays(params: Mapping[str, Any]) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    for name, value in params.items():
        array = np.asarray(value)
        if isinstance(name, str) and array.dtype.kind in "fiub":
            yield name, array
