"""Breakpoints with conditions over the names of the function that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from nn.expressions import Expression, Unavailable
from playground.session.own_code.code_frames import names_at, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.session.own_code.recording_job import RecordedCode


class Conditions:
    """Looks at places one after the other."""

    def __init__(self, result: RecordedCode, breakpoints: Mapping[int, str]) -> None:
        self._result, self._breakpoints = result, breakpoints

    def holds(self, place: int) -> bool:
        """Say whether the condition of a place's line is true there, everywhere where it is an array."""
        walk = self._result.walk
        if walk is None:
            return False
        moment = walk.moments[place]
        condition = self._breakpoints.get(moment.line, "")
        if not condition:
            return True
        names = names_at(self._result, place, moment.call)
        try:
            value = np.asarray(Expression.parse(condition).value(lambda name: value_of(self._result, names, name)))
        except (Unavailable, ValueError):
            return False
        return bool(value.size and value.all())
