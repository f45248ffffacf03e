"""The figures of runs in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.panels.apart_words import row_of
from playground.widgets.text.share_text import share_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playground.session.looking.settings_apart import Apart
    from playground.session.runs.figures import Figures

NOTHING = "–"


def score_text(value: float, is_accuracy: bool) -> str:
    """Write the best or the last figure of a run: a share of the test data, or a loss on them."""
    if math.isnan(value):
        return NOTHING
    return share_text(value, " %") if is_accuracy else f"{value:.4g}"


def loss_text(figures: Figures) -> str:
    """Write the loss at the end."""
    if figures.has_diverged:
        return "NaN"
    return NOTHING if math.isnan(figures.loss) else f"{figures.loss:.4g}"


def time_text(seconds: float) -> str:
    """Write how long training took; nothing where nobody looked at a clock."""
    translate = QCoreApplication.translate
    if seconds <= 0:
        return NOTHING
    if seconds < 60:
        return translate("RunWords", "{seconds:.1f} s").format(seconds=seconds)
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return translate("RunWords", "{minutes} min {seconds:02d} s").format(minutes=minutes, seconds=rest)
    hours, minutes = divmod(minutes, 60)
    return translate("RunWords", "{hours} h {minutes:02d} min").format(hours=hours, minutes=minutes)


def apart_text(apart: Iterable[Apart]) -> str:
    """Write the settings in which a run is another than those beside it, each with its value."""
    return " · ".join(f"{label} {value}" for label, value, _ in map(row_of, apart))
