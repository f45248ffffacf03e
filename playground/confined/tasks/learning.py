"""A network of a learner's and what lets it learn: made as a request says, and one update after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from nn.datasets import load_mnist
from nn.messages import Message
from nn.own_code.training.book_network import BookNetwork
from nn.own_code.training.hidden import answers_otherwise, kept_by_optimizer
from nn.own_code.training.making import NotMadeError, network_arguments, optimizer_arguments, takes_images
from playground.confined.frames import Frame
from playground.confined.inside.failures import Failed
from playground.confined.tasks import PARAMETER

_ROWS = 1000
"""Samples that `predict` is given at once."""


class Learning:
    """A network, its optimizer and its data. Batches, and what the code draws, depend on seed and iteration alone.

    Whoever calls a method runs a learner's code.

    Parameters
    ----------
    request : Frame
        As `playground.confined.tasks.train` says.
    names : mapping of str to object
        What the program defines.
    """

    def __init__(self, request: Frame, names: Mapping[str, Any]) -> None:
        self._asked, self._names = request.data, names
        self.data = _data(request.arrays)
        self._seed, self._size = self._asked.get("seed", 0), self._asked.get("batch_size", 100)
        np.random.seed(self._seed)  # noqa: NPY002 - weights are drawn as the book draws them
        self.network = self.made_network()
        self.optimizer = self._made_optimizer()
        self._takes_images = takes_images(type(self.network))
        put(self.network.params, request.arrays)

    def made_network(self) -> Any:
        """Return a network as it is at the beginning."""
        name, arguments = self._asked.get("network"), self._asked.get("arguments")
        sizes = (self.data[0].shape[1], self._asked.get("hidden", 50), _classes(self.data[1]))
        if name is None:
            return BookNetwork(self._names, *sizes)
        cls = _class(self._names, name)
        return cls(**(_known(network_arguments, cls, *sizes) if arguments is None else arguments))

    def _made_optimizer(self) -> Any:
        name, arguments = self._asked.get("optimizer"), self._asked.get("optimizer_arguments")
        lr = self._asked.get("lr", 0.1)
        cls = _Plainest if name is None else _class(self._names, name)
        return cls(**(_known(optimizer_arguments, cls, lr) if arguments is None else arguments))

    def batch(self, iteration: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        """Return samples and labels of an iteration, counted from 1, and seed what the code draws in it."""
        x, t = self.data[:2]
        chosen = np.random.default_rng((self._seed, iteration)).choice(len(x), self._size)
        np.random.seed((self._seed, iteration))  # noqa: NPY002 - masks of a dropout, say
        return self._shaped(x[chosen]), t[chosen]

    def update(self, x: np.ndarray[Any, Any], t: np.ndarray[Any, Any]) -> float:
        """Make an update, and return the loss after it."""
        self.optimizer.update(self.network.params, self.network.gradient(x, t))
        return _number(self.network.loss(x, t))

    def predicted(self, x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """Return what the network answers to samples."""
        return row_for_each(self.network.predict(self._shaped(x.copy())), len(x))

    def state(self) -> dict[str, Any]:
        """Tell how much there is to keep, and what could not be kept."""
        drawn = np.random.get_state()  # noqa: NPY002
        few = self._shaped(self.data[2][:20].copy())
        otherwise = answers_otherwise(self.network, self.made_network(), few)
        np.random.set_state(drawn)  # noqa: NPY002 - as if nobody had asked
        return {
            "parameters": sum(array.size for array in self.parameters().values()),
            "remembered": kept_by_optimizer(self.optimizer),
            "answers_otherwise": otherwise,
        }

    def parameters(self) -> dict[str, np.ndarray[Any, Any]]:
        """Return the parameters that are arrays of numbers, by name."""
        return arrays_of(self.network.params)

    def _shaped(self, x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        if x.ndim > 2:  # pictures in colour
            return x if self._takes_images else x.reshape(len(x), -1)
        side = round(x.shape[1] ** 0.5)
        return x.reshape(-1, 1, side, side) if self._takes_images else x


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


def put(params: dict[str, Any], arrays: Mapping[str, np.ndarray[Any, Any]]) -> None:
    """Give a network the parameters that a request brings, into its own arrays where those are shared with layers."""
    for name, value in _parameters(arrays):
        mine = params.get(name)
        if mine is None or np.shape(mine) != value.shape:
            raise Failed(
                Message(
                    "the kept {name} has shape {shape}; the network of the code has another one",
                    name=name,
                    shape=str(value.shape),
                ),
                None,
            )
        if isinstance(mine, np.ndarray) and mine.dtype == value.dtype:
            mine[...] = value
        else:
            params[name] = value.copy()


def row_for_each(answer: Any, samples: int) -> np.ndarray[Any, Any]:
    """Return what ``predict`` gave, if it is a row of numbers for each sample."""
    y = np.asarray(answer)
    if y.dtype.kind not in "fiub" or y.ndim != 2 or len(y) != samples:
        raise Failed(
            Message("`predict` should give a row of numbers for each sample, of shape ({rows}, …)", rows=samples), None
        )
    return y.astype(float)


def right_share(
    predict: Callable[[np.ndarray[Any, Any]], np.ndarray[Any, Any]], x: np.ndarray[Any, Any], t: np.ndarray[Any, Any]
) -> float:
    """Return the share of samples that are answered rightly."""
    labels, right = t if t.ndim == 1 else t.argmax(axis=1), 0
    for start in range(0, len(x), _ROWS):
        right += int(np.sum(predict(x[start : start + _ROWS]).argmax(axis=1) == labels[start : start + _ROWS]))
    return right / len(x)


def arrays_of(params: Mapping[Any, Any]) -> dict[str, np.ndarray[Any, Any]]:
    """Return the parameters that are arrays of numbers, by name."""
    arrays = {name: np.asarray(value) for name, value in params.items() if isinstance(name, str)}
    return {name: array for name, array in arrays.items() if array.dtype.kind in "fiub"}


def _parameters(arrays: Mapping[str, np.ndarray[Any, Any]]) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    for name, array in arrays.items():
        if name.startswith(PARAMETER):
            yield name[len(PARAMETER) :], array


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
