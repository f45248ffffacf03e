"""Run a program to its end, and tell the numbers that it then has under some names."""

from __future__ import annotations

import math
from typing import Any

from nn.own_code.loading import load
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.tasks.programs import must_have_run, source_in, text_errors_said


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Return ``values``, to be read by `playground.confined.measured`: what is no number is left out.

    The request has ``source``, ``name``, ``siblings``, and ``names``, which are asked for.
    """
    with text_errors_said(), desk.their_code():
        loaded = must_have_run(load(source_in(request), name="__main__"))
        found = {name: _number(loaded.namespace.get(name)) for name in request.data["names"]}
    return {"values": {name: value for name, value in found.items() if value is not None}}


def _number(value: Any) -> float | str | None:
    try:
        number = float(value)
    except Exception:  # noqa: BLE001 - whatever a learner's object does
        return None
    return number if math.isfinite(number) else str(number)
