"""A search as charts: how each setting goes with the result, and the courses of the best trials."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.panels.races.charts import Chart, Line
from playground.panels.races.palette import contestant_color
from playground.panels.setting_words import setting_text, value_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

    from nn.runs.ranges import Range
    from playground.session.racing.reports import SearchNews

_BEST = 20
"""Trials whose course is drawn."""


def charts_of_trials(search: SearchNews, ranges: Sequence[Range], palette: QPalette) -> list[Chart]:
    """Return a chart for each setting, and one for each of the best trials."""
    courses = range(min(len(search.scores), _BEST))
    return [*(_scatter(search, each, palette) for each in ranges), *(_course(search, at, palette) for at in courses)]


def _scatter(search: SearchNews, of: Range, palette: QPalette) -> Chart:
    """Return the result of each trial along the range of a setting; who diverged lies at the bottom."""
    x = np.array([of.share_of(settings[of.name]) for settings in search.settings])
    scores = np.array(search.scores, np.float64)
    bottom, top = _limits(scores)
    y = np.where(np.isfinite(scores), scores, bottom)
    order = np.argsort(x, kind="stable")
    name = setting_text(of.name)
    line = Line(name, x[order] * 100, y[order], contestant_color(1, palette), is_dots=True)
    low, high = of.ends
    about = QCoreApplication.translate("Races", "from {low} to {high}: the result of each trial upwards")
    ends = value_text(of.name, low), value_text(of.name, high)
    told = about.format(low=ends[0], high=ends[1])
    return Chart(name, (line,), (0.0, 100.0), (bottom, top), told, " … ".join(ends), about=told)


def _course(search: SearchNews, at: int, palette: QPalette) -> Chart:
    """Return how accurate one of the best became: on what it learned, and on what is held back."""
    rows = np.array(search.curves[at], np.float64).reshape(-1, 4)
    translate, color = QCoreApplication.translate, contestant_color(0, palette)
    lines = (
        Line(translate("Races", "held back"), rows[:, 0], rows[:, 2], color),
        Line(translate("Races", "training"), rows[:, 0], rows[:, 1], color, is_dashed=True),
    )
    about = ", ".join(f"{setting_text(name)} {value_text(name, value)}" for name, value in search.settings[at].items())
    end = float(rows[-1, 0]) if len(rows) else 1.0
    return Chart(f"{at + 1}", lines, (0.0, end), note=merit(search.scores[at]), about=about)


def merit(score: float) -> str:
    """Return a result as it is told: a share that is right, or a loss where nothing is right or wrong."""
    if not math.isfinite(score):
        return "NaN"
    return f"{score:.0%}" if score >= 0 else f"{-score:.3g}"


def _limits(scores: NDArray[np.float64]) -> tuple[float, float]:
    """Return what lies at the bottom and at the top: shares from 0 to 1, losses as they are."""
    known = scores[np.isfinite(scores)]
    if not len(known) or known.min() >= 0:
        return 0.0, 1.0
    return float(known.min()), float(known.max()) if known.max() > known.min() else float(known.min()) + 1
