"""Train a learner's network up to an iteration as ``train`` does, and record what happens in that one."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.own_code.loading.loader import Failure, failure_of, load
from nn.own_code.recording import Recorder
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.tasks.learning import Learning
from playground.confined.tasks.programs import must_have_run, notes_of, source_in, text_errors_said
from playground.confined.tasks.record import MOST_BYTES, MOST_NODES, hand_out


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Record the iteration ``record``, counted from 1, and hand out the recording as the task ``record`` does.

    The rest of the request is that of ``train``: where it begins (``iteration`` and parameters) must lie before. The
    report has an array ``loss`` besides, the loss after the update, where the iteration came to its end.
    """
    recorder = Recorder(MOST_NODES, MOST_BYTES)
    with text_errors_said(), desk.their_code():
        loaded = must_have_run(load(source_in(request), recorder))
        learning = Learning(request, loaded.namespace)
        number: int = request.data["record"]
        for iteration in range(request.data.get("iteration", 0) + 1, number):
            learning.update(*learning.batch(iteration))
        loss, failure = _recorded(recorder, learning, number)
    hand_out(desk, recorder, notes_of(loaded), failure, {} if loss is None else {"loss": np.array([loss])})
    return {}


def _recorded(recorder: Recorder, learning: Learning, number: int) -> tuple[float | None, Failure | None]:
    x, t = learning.batch(number)
    with recorder.recording():
        for name, array in ({"x": x, "t": t} | learning.parameters()).items():
            recorder.name(array, name)
        try:
            return learning.update(x, t), None
        except Exception as error:  # noqa: BLE001 - it is the learner's
            return None, failure_of(error, recorder.files, "")
    return None, None  # it was ended by a full recording
