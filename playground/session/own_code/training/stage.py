"""How far a training of a person's own code is."""

from __future__ import annotations

from enum import Enum


class Stage(Enum):
    """How far a training is."""

    NONE = "none"
    STARTING = "starting"
    TRAINING = "training"
    PAUSED = "paused"
    """It makes no updates; the network is there and can be asked."""
    DONE = "done"
    """It has made its iterations, or its loss is no number; the network is there and can be asked."""
    ENDED = "ended"
    """The process is gone; its parameters and curves are there."""
    KEPT = "kept"
    """It came with the document: nothing of it has run since."""


ALIVE = frozenset({Stage.STARTING, Stage.TRAINING, Stage.PAUSED, Stage.DONE})
