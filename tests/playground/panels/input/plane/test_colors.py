"""The colours of classes and values: told apart, the points stronger than the surface, and no colour for NaN."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from playground.widgets.look.class_colors import class_color, shares_colors, signed_colors, value_color
from playground.widgets.look.colors import chart_colors
from playground.window.theme import palette_of

pytestmark = pytest.mark.parametrize("theme", ["light", "dark"])


def of(pixel) -> QColor:
    return QColor.fromRgb(int(pixel))


def distance(one: QColor, other: QColor) -> float:
    return float(np.abs(np.subtract(one.getRgb()[:3], other.getRgb()[:3])).sum())


def test_the_first_two_classes_are_orange_and_blue_and_ten_are_told_apart(qapp, theme):
    palette = palette_of(theme)
    colors = [class_color(index, palette) for index in range(10)]
    assert colors[:2] == [chart_colors(palette).negative, chart_colors(palette).positive]
    assert min(distance(a, b) for a, b in combinations(colors, 2)) > 60


def test_values_are_blue_above_zero_and_never_as_strong_as_a_point(qapp, theme):
    palette = palette_of(theme)
    low, zero, high, beyond = map(of, signed_colors(np.array([-2.0, 0.0, 2.0, 50.0]), 2.0, palette))
    assert zero == chart_colors(palette).background
    assert high.blue() - high.red() > zero.blue() - zero.red() + 30
    assert low.red() - low.blue() > zero.red() - zero.blue() + 30
    assert beyond == high == value_color(2.0, 2.0, palette)
    assert distance(high, zero) < distance(chart_colors(palette).positive, zero)


def test_a_class_is_the_stronger_the_more_it_is_ahead(qapp, theme):
    palette = palette_of(theme)
    shares = np.array([[0.34, 0.33, 0.33], [0.6, 0.2, 0.2], [1.0, 0.0, 0.0]])
    ground = chart_colors(palette).background
    strengths = [distance(of(pixel), ground) for pixel in shares_colors(shares, palette)]
    assert strengths == sorted(strengths)
    assert strengths[0] > 0
    assert len(set(shares_colors(shares, palette, discrete=True).tolist())) == 1


def test_what_is_no_number_has_a_colour_of_its_own(qapp, theme):
    palette = palette_of(theme)
    diverged = chart_colors(palette).diverged
    assert of(signed_colors(np.array([np.nan]), 1.0, palette)[0]) == diverged
    assert of(shares_colors(np.array([[0.1, np.nan, 0.2]]), palette)[0]) == diverged
