"""A line in dashes: where they lie, and that nothing large is loaded for them."""

from __future__ import annotations

import subprocess
import sys

import numpy as np

from playground.widgets.plot.dashes import dashed

CORNER = (np.array([0.0, 3, 3]), np.array([0.0, 0, 4]))
"""7 px long, round a corner after 3."""

ALONE = """
import sys
import numpy as np
from playground.widgets.plot.dashes import dashed
dashed(np.arange(9.0), np.zeros(9), (10.0, 10.0), (4.0, 3.0))
print("numpy.ma" in sys.modules)
"""


def test_dashes_go_round_corners_and_have_their_length_in_pixels():
    x, y = dashed(*CORNER, (1.0, 1.0), (2.0, 2.0))
    pieces = zip(x.reshape(-1, 3), y.reshape(-1, 3), strict=True)
    ends = [[(px[0], py[0]), (px[1], py[1])] for px, py in pieces]
    assert ends == [[(0, 0), (2, 0)], [(3, 1), (3, 3)]]
    assert np.isnan(y[2::3]).all()


def test_a_dash_over_a_corner_has_both_its_parts_and_none_of_length_0():
    x, y = dashed(*CORNER, (1.0, 1.0), (3.0, 1.0))
    lengths = np.hypot(np.diff(x), np.diff(y))[::3]
    assert (lengths > 0).all()
    assert lengths.sum() == 6


def test_a_line_with_a_gap_has_dashes_on_both_sides():
    x, y = dashed(np.arange(5.0), np.array([0, 0, np.nan, 0, 0]), (1.0, 1.0), (0.5, 0.5))
    assert not ((x > 1) & (x < 3) & np.isfinite(y)).any()


def test_the_first_dashes_do_not_make_the_window_stand_still():
    done = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]
