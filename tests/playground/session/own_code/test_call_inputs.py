"""What goes into the lines that are run: found by what they are, and written into them in place."""

from __future__ import annotations

import numpy as np
import pytest

from playground.session.document.code import Code
from playground.session.own_code.call_inputs import inputs_of, with_input
from playground.session.own_code.recording_job import RecordingJob

RELU = """class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out
    def backward(self, dout):
        return dout * ~self.mask
"""


def test_what_numpy_alone_makes_can_be_replaced_and_what_the_code_returns_cannot():
    result = RecordingJob(Code(RELU), None).run()
    found = inputs_of(result.call, result.recorded)
    assert list(found) == ["x", "dout"]
    assert found["dout"].tolist() == [[1, 2, 3], [4, 5, 6]]
    call = with_input(result.call, "dout", np.array([[7.0, np.nan], [-np.inf, 1e-9]]))
    assert "dout = np.array([[7.0, np.nan], [-np.inf, 1e-09]])" in call.split("\n")
    with pytest.raises(ValueError, match="out"):
        with_input(result.call, "out", np.ones(2))
    assert inputs_of("x = (", result.recorded) == {}


def test_lines_of_other_letters_keep_their_columns():
    written = with_input("가 = '나'; x = [1,\n 2]; y = 3", "x", np.array([5, 6]))
    assert written == "가 = '나'; x = np.array([5, 6]); y = 3"
