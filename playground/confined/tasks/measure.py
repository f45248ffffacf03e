"""Run a program to its end, and tell the numbers that it has then; judge first what it stands on."""

from __future__ import annotations

import math
from typing import Any

from nn.own_code.judging import judge
from nn.own_code.loading import load
from nn.own_code.source import Source
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.tasks.programs import must_have_run, source_in, text_errors_said


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Return ``values``, to be read by `playground.confined.measured`: what is no number is left out.

    The request has ``source``, ``name``, ``siblings``; ``names``, which are asked for; and ``judged``, the classes
    and functions of the module ``beside`` that must be right before anything runs. ``wrong`` has those that are not.
    """
    data = request.data
    with text_errors_said(), desk.their_code():
        wrong = _wrong(source_in(request).siblings[data["beside"]], data["judged"]) if data["judged"] else []
        if wrong:
            return {"values": {}, "wrong": wrong}
        loaded = must_have_run(load(source_in(request), name="__main__"))
        found = {name: _number(loaded.namespace.get(name)) for name in data["names"]}
    return {"values": {name: value for name, value in found.items() if value is not None}, "wrong": []}


def _wrong(text: str, names: list[str]) -> list[str]:
    judgements = {each.name: each.is_right for each in judge(Source(text), explains=False, runs_scripts=False)}
    return [name for name in names if judgements.get(name) is not True]


def _number(value: Any) -> float | str | None:
    try:
        number = float(value)
    except Exception:  # noqa: BLE001 - whatever a learner's object does
        return None
    return number if math.isfinite(number) else str(number)
