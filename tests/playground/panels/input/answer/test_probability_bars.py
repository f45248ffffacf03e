"""The bars as a person sees, points at and hears them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from playground.widgets.look.colors import chart_colors
from playground.widgets.plot.probability_bars import ProbabilityBars, percentage

SURE_OF_SEVEN = (0.01, 0.0, 0.02, 0.03, 0.0, 0.0, 0.0, 0.9, 0.04, 0.0)


@pytest.fixture
def bars(qtbot):
    widget = ProbabilityBars()
    qtbot.addWidget(widget)
    widget.resize(240, 200)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def colored_pixels(bars: ProbabilityBars, row: int, color: QColor) -> int:
    image = bars.grab().toImage()
    y = round((row + 0.5) * bars.height() / len(bars.labels))
    return sum(image.pixelColor(x, y) == color for x in range(image.width()))


def accent(bars: ProbabilityBars) -> QColor:
    return chart_colors(bars.palette()).accent


def hover(bars: ProbabilityBars, row: int) -> str:
    return hover_at(bars, round((row + 0.5) * bars.height() / len(bars.labels)))


def hover_at(bars: ProbabilityBars, y: int) -> str:
    point = QPoint(bars.width() // 2, y)
    QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, point, bars.mapToGlobal(point)))
    text = QToolTip.text()
    QToolTip.hideText()
    return text


class PaintedAreas(QObject):
    """Notes where a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.tops: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.tops.append(event.region().boundingRect().top())
        return False


def test_empty_bars_are_painted_and_explain_themselves(bars):
    assert not bars.grab().isNull()
    assert "probability" in hover(bars, 3)


def test_the_highest_bar_alone_is_emphasised(bars):
    bars.show_probabilities(SURE_OF_SEVEN)

    emphasised = [colored_pixels(bars, row, accent(bars)) > 0 for row in range(10)]
    assert emphasised == [row == 7 for row in range(10)]


def test_a_bar_is_as_long_as_its_probability(bars):
    bars.show_probabilities((1.0,) + (0.0,) * 9)
    full = colored_pixels(bars, 0, accent(bars))
    bars.show_probabilities((0.25, 0.75) + (0.0,) * 8)

    assert colored_pixels(bars, 1, accent(bars)) == pytest.approx(0.75 * full, abs=2)


def test_rows_are_painted_anew_when_the_highest_one_changes(bars):
    bars.show_probabilities(SURE_OF_SEVEN)
    bars.repaint()
    bars.show_probabilities(SURE_OF_SEVEN[::-1])

    assert colored_pixels(bars, 2, accent(bars)) > 0
    assert colored_pixels(bars, 7, accent(bars)) == 0


def test_only_rows_that_changed_are_painted_anew(bars, qtbot):
    bars.show_probabilities(SURE_OF_SEVEN)
    bars.repaint()
    QApplication.processEvents()
    painted = PaintedAreas(bars)
    bars.show_probabilities((*SURE_OF_SEVEN[:8], 0.03, 0.01))
    qtbot.waitUntil(lambda: bool(painted.tops))

    assert min(painted.tops) >= 8 * bars.height() / 10


def test_hover_gives_the_exact_value(bars):
    bars.show_probabilities((0.123456,) + (0.0,) * 8 + (0.876544,))

    assert hover(bars, 0) == "Probability of 0: 0.123456"
    assert hover(bars, 9) == "Probability of 9: 0.876544"
    bars.show_probabilities((2.5e-15,) + (0.0,) * 8 + (1.0,))
    assert hover(bars, 0) == "Probability of 0: 2.5e-15", "not 0.000000"


def test_the_bar_of_all_ends_before_its_percentage(bars):
    bars.show_probabilities((0.0,) * 7 + (1.0, 0.0, 0.0))
    bold = bars.font()
    bold.setBold(True)
    widest = QFontMetricsF(bold).horizontalAdvance(percentage(1.0))
    image, y = bars.grab().toImage(), round(7.5 * bars.height() / 10)
    assert max(x for x in range(image.width()) if image.pixelColor(x, y) == accent(bars)) < bars.width() - widest


def test_a_screen_reader_hears_the_probabilities(bars, qtbot):
    bars.show_probabilities(SURE_OF_SEVEN)

    def heard() -> str:
        return QAccessible.queryAccessibleInterface(bars).text(QAccessible.Text.Description)

    qtbot.waitUntil(lambda: "7: 90.0%" in heard())
    assert QAccessible.queryAccessibleInterface(bars).text(QAccessible.Text.Name)


def test_what_is_not_a_number_is_shown_as_such_and_is_never_the_highest(bars):
    bars.show_probabilities((float("nan"),) * 9 + (0.5,))

    assert bars.highest() == 9
    assert not bars.grab().isNull()
    assert "nan" in hover(bars, 0)


def test_nothing_but_nan_has_no_highest(bars):
    bars.show_probabilities((float("nan"),) * 10)

    assert bars.highest() is None


def test_bars_can_be_emptied(bars):
    bars.show_probabilities(SURE_OF_SEVEN)
    bars.show_probabilities(())

    assert bars.highest() is None
    assert colored_pixels(bars, 7, accent(bars)) == 0


def test_other_classes_can_be_shown(bars):
    bars.show_probabilities((0.2, 0.8), ("cat", "dog"))
    bars.resize(bars.sizeHint())

    assert hover(bars, 1) == "Probability of dog: 0.800000"


def test_a_few_classes_stay_together_in_the_middle_of_a_tall_place(bars):
    bars.show_probabilities((0.2, 0.8), ("cat", "dog"))
    bars.resize(200, 600)

    assert hover_at(bars, 290) == "Probability of cat: 0.200000"
    assert hover_at(bars, 310) == "Probability of dog: 0.800000"
    assert hover_at(bars, 100) == "The probability the network gives to each class."


def test_a_number_without_a_label_is_refused(bars):
    with pytest.raises(ValueError, match="3 probabilities for 10 labels"):
        bars.show_probabilities((0.1, 0.2, 0.7))
