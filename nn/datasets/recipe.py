"""A network and a way to train it with which a dataset is visibly learned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """Settings with which learning can be seen on some data: plain data, of which `nn.training` makes a network.

    Attributes
    ----------
    hidden : tuple of int
        Neurons of each hidden layer.
    activation, initializer, optimizer : str
        Registered names.
    lr : float
        Learning rate.
    batch_size, epochs, evaluate_every : int
        As in `nn.training.TrainingConfig`.
    filters : tuple of int
        Filters of each convolution before them, for data that are pictures with channels: each of 3 by 3, with an
        activation and a pooling behind it.
    needs_hidden : bool
        Whether the data cannot be learned without a hidden layer that bends.
    """

    hidden: tuple[int, ...]
    activation: str
    initializer: str
    optimizer: str
    lr: float
    batch_size: int
    epochs: int
    evaluate_every: int = 0
    needs_hidden: bool = False
    filters: tuple[int, ...] = ()
