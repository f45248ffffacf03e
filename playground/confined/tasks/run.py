"""Run a module, and tell what it printed."""

from __future__ import annotations

from typing import Any

from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Compile and run the text of a module.

    Parameters
    ----------
    request : Frame
        ``source``, and ``name``: what tracebacks call it.
    """
    code = compile(request.data["source"], request.data["name"], "exec", dont_inherit=True)
    with desk.their_code():
        exec(code, {"__name__": "__main__", "__builtins__": __builtins__})
    return {"is_done": True}
