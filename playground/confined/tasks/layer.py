"""Make a layer of the program's network out of a class: the steps that it takes."""

from __future__ import annotations

from typing import Any

from nn.own_code.as_layer import NoLayerError, make_program
from nn.recorded import written_program
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.inside.failures import Failed
from playground.confined.tasks.programs import source_in, text_errors_said


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Return the ``program``, to be read by `playground.confined.layered`.

    The request has ``source``, ``name``, ``siblings``, and ``only``, the class that is meant.
    """
    with text_errors_said(), desk.their_code():
        try:
            return {"program": written_program(make_program(source_in(request), request.data["only"]))}
        except NoLayerError as error:
            raise Failed(error.message, error.line) from None
