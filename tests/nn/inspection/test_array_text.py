from __future__ import annotations

import numpy as np
import pytest

from nn.inspection.array_text import array_lines


@pytest.mark.parametrize(
    ("array", "lines"),
    [
        (np.array([14, 140]), ("[14, 140]",)),
        (np.array(0.1, np.float32), ("0.1",)),
        (np.array(True), ("True",)),
        (np.array([[-1.0, 2.5], [10.0, np.nan]]), ("[[-1, 2.5]", " [10, NaN]]")),
        (np.zeros((0, 3)), ("[]",)),
        (np.zeros(0), ("[]",)),
        (np.arange(9), ("[0, 1, 2, 3, 4, 5, 6, 7, …]",)),
    ],
)
def test_an_array_is_written_as_the_book_prints_it(array, lines):
    assert array_lines(array) == lines


def test_of_many_rows_the_first_ones_are_written():
    lines = array_lines(np.ones((3, 4, 2)))
    assert lines[0] == "[[1, 1]"
    assert lines[-1] == " …]"
    assert len(lines) == 9
