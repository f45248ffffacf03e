"""Train the network of a milestone with what a learner wrote, and tell how well it reads."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.loading.loader import load
from nn.own_code.source import Source
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.inside.failures import Failed
from playground.confined.tasks.programs import must_have_run, text_errors_said

OWN = "own"
"""The module under which the program finds the learner's file."""


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Run ``program`` as a script beside ``source``; the answer is its ``accuracy``."""
    data = request.data
    source = Source(data["program"], "proof.py", {**data.get("siblings", {}), OWN: data["source"]})
    with text_errors_said(), desk.their_code():
        loaded = load(source, name="__main__")
        if loaded.failure is not None and loaded.failure.file == source.name:  # the line is none of theirs
            raise Failed(_reason(loaded.failure.message), None)
        accuracy = float(must_have_run(loaded).namespace.get("accuracy", np.nan))
    if not 0 <= accuracy <= 1:
        raise Failed(Message("the network trained, but its accuracy is no number from 0 to 1"), None)
    return {"accuracy": accuracy}


def _reason(message: str) -> str:
    reason = message.values.get("reason") if isinstance(message, Message) else None
    return reason if isinstance(reason, Message) else message
