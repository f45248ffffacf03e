"""A matrix of points on a worksheet is seen as a cloud."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from playground.lessons.asking.sheet import Sheet
from playground.panels.lessons.scatter import LessonScatter
from playground.panels.lessons.sheet import LessonSheet
from playground.panels.lessons.wishes import Wishes
from playground.widgets.look.colors import chart_colors


@pytest.fixture
def scatters(qtbot):
    """Give a function that writes lines on a sheet and returns the pictures beside them."""

    owners = []  # nobody else keeps them

    def write(*texts):
        owner, sheet = QWidget(), Sheet({}.__getitem__)
        owners.append(owner)
        qtbot.addWidget(owner)
        owner.wishes = Wishes(owner)
        made = LessonSheet(owner.wishes, owner)
        for text in texts:
            sheet.write(text)
        made.show_lines(sheet.lines, is_open=True)
        return made.findChildren(LessonScatter)

    return write


def test_only_a_cloud_of_points_is_a_picture(scatters):
    assert len(scatters("c = [[3, 1], [1, 3], [-1, -3], [-3, -1]]")) == 1
    assert scatters("x = [[1.0, -0.5], [-2.0, 3.0]]", "b = [[True, False], [False, True], [True, True]]") == []
    assert scatters("y = ones(5, 2)", "v = [1, 2, 3]", "n = [[1, 2], [3, nan], [2, 1]]") == []


def test_white_data_are_round_and_others_are_not(scatters):
    tilted, white = scatters(
        "c = [[3, 1], [1, 3], [-1, -3], [-3, -1]]", "w = [[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]]"
    )
    assert is_alike(white, np.flipud)
    assert not is_alike(tilted, np.flipud)
    assert is_alike(tilted, np.rot90, 2)
    assert "c as a point" in tilted.accessibleName()


def is_alike(scatter, turned, *args):
    image = scatter.grab().toImage()
    ink = chart_colors(scatter.palette()).network.rgb()
    seen = np.array([[image.pixel(x, y) == ink for x in range(image.width())] for y in range(image.height())])
    assert seen.sum() > 50
    return (seen & turned(seen, *args)).sum() > 0.6 * seen.sum()
