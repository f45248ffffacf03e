"""What a stretch of training was done with, in a few short texts, as a history keeps it."""

from __future__ import annotations

from typing import NamedTuple


class Setup(NamedTuple):
    """A network and how it is trained, as far as it changes the course of a loss.

    Attributes
    ----------
    layers : tuple of str
        Registered names with what was chosen, ``"Affine 100"``, ``"Relu"``, ``"Dropout ratio=0.3"``.
    loss, optimizer, data : str
        Registered names, likewise.
    """

    layers: tuple[str, ...]
    loss: str
    optimizer: str
    lr: float
    batch_size: int
    weight_decay: float
    data: str
