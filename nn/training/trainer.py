"""The book's Trainer, for networks that a reader wrote themselves (book 4.5, 7.5)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from nn.arrays import Array
from nn.messages import Message
from nn.optimizers import OPTIMIZERS, Optimizer

_LR = {"lr": 0.01}


class ReadersNetwork(Protocol):
    """What the book's networks have: `TwoLayerNet`, `SimpleConvNet`, and `Network` of this library."""

    params: dict[str, Array]

    def gradient(self, x: Any, t: Any) -> Mapping[str, Array]:
        """Return the gradients by name."""

    def loss(self, x: Any, t: Any) -> float:
        """Return the mean loss of a batch."""

    def accuracy(self, x: Any, t: Any) -> float:
        """Return the share of samples that are right."""


class Trainer:
    """Trains a network that has `params`, `gradient`, `loss` and `accuracy`, with the book's arguments and numbers.

    Batches are drawn with ``np.random.choice``, so that ``np.random.seed`` decides them, and the loss of a batch is
    that after its own update, as in the book. Accuracy is measured at the first update of each epoch, also where the
    batches do not divide the samples; the book's own skips epochs there. A `Network` is trained faster, and can be
    stopped and gone on with, by `nn.train`.

    Parameters
    ----------
    network : object
        What to train, in place.
    x_train, t_train, x_test, t_test : ndarray
        Samples and their targets.
    epochs, mini_batch_size : int
        How long, and how many samples an update.
    optimizer : str
        ``"SGD"``, ``"Momentum"``, ``"Nesterov"``, ``"AdaGrad"``, ``"RMSprop"``, ``"Adam"`` or another of
        `OPTIMIZERS`, in letters of any case.
    optimizer_param : mapping
        Its settings, such as ``{"lr": 0.001}``.
    evaluate_sample_num_per_epoch : int, optional
        How many samples each measurement of accuracy takes; by default all.
    verbose : bool
        Whether to print each loss and accuracy, as the book's does.

    Attributes
    ----------
    train_loss_list, train_acc_list, test_acc_list : list of float
        The loss of each batch; the accuracies of each epoch.

    Raises
    ------
    ValueError
        If the optimizer is not known, or there is nothing to learn from.
    """

    def __init__(
        self,
        network: ReadersNetwork,
        x_train: npt.NDArray[Any],
        t_train: npt.NDArray[Any],
        x_test: npt.NDArray[Any],
        t_test: npt.NDArray[Any],
        epochs: int = 20,
        mini_batch_size: int = 100,
        optimizer: str = "SGD",
        optimizer_param: Mapping[str, Any] = _LR,
        evaluate_sample_num_per_epoch: int | None = None,
        verbose: bool = True,
    ) -> None:
        if not len(x_train) or len(x_train) != len(t_train):
            raise ValueError(
                Message(
                    "got {samples} samples and {targets} targets; give one target for each sample",
                    samples=len(x_train),
                    targets=len(t_train),
                )
            )
        self.network, self.verbose = network, verbose
        self.x_train, self.t_train, self.x_test, self.t_test = x_train, t_train, x_test, t_test
        self.epochs, self.batch_size = epochs, mini_batch_size
        self.evaluate_sample_num_per_epoch = evaluate_sample_num_per_epoch
        self.optimizer = _optimizer(optimizer, optimizer_param)
        self.train_size = len(x_train)
        self.iter_per_epoch = max(self.train_size / mini_batch_size, 1)
        self.max_iter = int(epochs * self.iter_per_epoch)
        self.current_iter = self.current_epoch = 0
        self.train_loss_list: list[float] = []
        self.train_acc_list: list[float] = []
        self.test_acc_list: list[float] = []

    def train_step(self) -> None:
        """Draw a batch, update by it, and measure where an epoch begins."""
        rows = np.random.choice(self.train_size, self.batch_size)  # noqa: NPY002 - the book's stream of numbers
        x_batch, t_batch = self.x_train[rows], self.t_train[rows]
        self.optimizer.update(self.network.params, self.network.gradient(x_batch, t_batch))
        self.train_loss_list.append(self.network.loss(x_batch, t_batch))
        self._say(f"train loss:{self.train_loss_list[-1]}")
        if self.current_iter == math.ceil(self.current_epoch * self.iter_per_epoch):
            self.current_epoch += 1
            self._measure()
        self.current_iter += 1

    def train(self) -> None:
        """Do all updates, and measure the accuracy on all test samples at the end."""
        for _ in range(self.max_iter):
            self.train_step()
        if self.verbose:
            self._say("=============== Final Test Accuracy ===============")
            self._say(f"test acc:{self.network.accuracy(self.x_test, self.t_test)}")

    def _measure(self) -> None:
        few = slice(self.evaluate_sample_num_per_epoch)
        self.train_acc_list.append(self.network.accuracy(self.x_train[few], self.t_train[few]))
        self.test_acc_list.append(self.network.accuracy(self.x_test[few], self.t_test[few]))
        train, test = self.train_acc_list[-1], self.test_acc_list[-1]
        self._say(f"=== epoch:{self.current_epoch}, train acc:{train}, test acc:{test} ===")

    def _say(self, line: str) -> None:
        if self.verbose:
            print(line)  # noqa: T201 - who uses the book's Trainer waits for these lines


def _optimizer(name: str, settings: Mapping[str, Any]) -> Optimizer:
    named = {known.lower(): known for known in OPTIMIZERS}
    return OPTIMIZERS[named.get(name.lower(), name)](**settings)  # an unknown name raises and lists the known ones
