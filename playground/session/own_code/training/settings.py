"""What a person chose for a training of their own code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nn.own_code.training.trainable import Trainable
    from playground.session.document.code import Code

TRAIN_SAMPLES = 60_000


@dataclass(frozen=True)
class Settings:
    """What a person chose.

    Attributes
    ----------
    network, optimizer : str
        Names of classes of the code; empty: the book's TwoLayerNet of the layers that are there, and plain SGD.
    lr : float
    hidden : int
        Neurons of the hidden layer.
    batch_size, epochs, seed : int
    is_script : bool
        Whether the code runs as the script that it is, with its own training loop; then nothing else counts.
    """

    network: str = ""
    optimizer: str = ""
    lr: float = 0.1
    hidden: int = 50
    batch_size: int = 100
    epochs: int = 17
    seed: int = 0
    is_script: bool = False

    @property
    def epoch(self) -> int:
        """Iterations of an epoch."""
        return max(1, TRAIN_SAMPLES // self.batch_size)

    @property
    def iterations(self) -> int:
        """Iterations of all epochs."""
        return self.epochs * self.epoch


def trainable_in(code: Code) -> Trainable:
    """Return what of a code can be trained; its text is read, nothing of it runs."""
    from nn.own_code.source import Source
    from nn.own_code.training.trainable import trainable

    return trainable(Source(code.text, code.name))
