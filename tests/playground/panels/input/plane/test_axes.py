import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from playground.panels.input.plane.axes import geometry_in
from playground.widgets.look.fonts import smaller


@pytest.mark.parametrize("area", [(-0.5, 1.5, -0.5, 1.5), (-6.0, 6.0, -6.0, 6.0), (0.0, 0.0125, 0.0, 0.0125)])
@pytest.mark.parametrize("size", [(180, 260), (180, 180), (400, 200)])
def test_all_numbers_below_the_frame_have_room(qapp, area, size):
    font = QFont()
    geometry = geometry_in(QRectF(0, 0, *size), area, font)
    metrics = QFontMetricsF(smaller(font))
    for tick in geometry.ticks(0):
        end = geometry.pixels((tick, area[2])).x() + metrics.horizontalAdvance(f"{tick:.6g}") / 2
        assert end <= size[0]
