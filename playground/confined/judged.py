"""What a confined process says of a learner's code, looked at before it is believed to be a judgement."""

from __future__ import annotations

import json

from nn.own_code.judgement import Judgement, from_json
from playground.confined.checking import Answer
from playground.confined.ending import Ending, How, ending
from playground.confined.limits import Limits

JUDGING = Limits(cpu_seconds=45, seconds=180)
EXPLAINING = Limits(cpu_seconds=90, seconds=300)
"""Each class that is not right takes some seconds more."""


def judgements_in(answer: Answer) -> tuple[tuple[Judgement, ...], Ending]:
    """Return the judgements of an answer of the task ``judge``, none where it has none, and how it ended."""
    if answer.data is None:
        return (), answer.ending
    try:
        text = json.dumps(answer.data.get("judgements"), ensure_ascii=False)
        return from_json(text), answer.ending
    except (ValueError, TypeError):
        return (), ending(How.GARBLED, JUDGING)
