"""Run a program, and tell what it printed."""

from __future__ import annotations

from typing import Any

from nn.own_code.loading.loader import load
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.tasks.programs import must_have_run, notes_of, source_in, text_errors_said


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Run it as a script, with the book's imports served; the answer is its ``notes``."""
    with text_errors_said(), desk.their_code():
        loaded = load(source_in(request), name="__main__")
    return {"notes": notes_of(must_have_run(loaded))}
