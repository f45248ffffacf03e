"""Judge what a program defines."""

from __future__ import annotations

import json
from typing import Any

from nn.own_code.judgement import to_json
from nn.own_code.judging import BUDGET, judge
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.tasks.programs import source_in, text_errors_said


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Return the ``judgements``, to be read by `playground.confined.judged`.

    The request has ``source``, ``name``, ``siblings``; ``only``, the class or function that is meant, or none;
    ``explains``, whether the line and the change are looked for; and ``budget``, seconds of processor time for that.
    """
    data = request.data
    with text_errors_said(), desk.their_code():
        judgements = judge(
            source_in(request),
            data.get("only"),
            explains=data.get("explains", True),
            budget=data.get("budget", BUDGET),
        )
        return {"judgements": json.loads(to_json(judgements))}
