"""What a person chose for a training of their own code."""

from __future__ import annotations

from dataclasses import dataclass

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
