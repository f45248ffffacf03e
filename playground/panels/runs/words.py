"""The figures of runs in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.panels.apart_words import row_of
from playground.widgets.text.share_text import share_text
from playground.widgets.text.spread_text import spread_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nn.runs.spread import Spread
    from playground.session.looking.settings_apart import Apart
    from playground.session.runs.groups import Entry

NOTHING = "–"
_MEGABYTE = 2**20 * 0.95  # bytes from which on they are written as such


def score_text(figure: Spread, is_accuracy: bool) -> str:
    """Write the best or the last figure of a run, a share of the test data or a loss on them; of several with ±."""
    if math.isnan(figure.mean):
        return NOTHING
    if figure.count < 2:
        return share_text(figure.mean) if is_accuracy else f"{figure.mean:.4g}"
    if is_accuracy:
        return f"{100 * figure.mean:.1f} ± {100 * figure.deviation:.1f}%"
    return spread_text(figure.mean, figure.deviation)


def loss_text(entry: Entry) -> str:
    """Write the loss at the end."""
    if any(figures.has_diverged for figures in entry.figures):
        return "NaN"
    return score_text(entry.spread_of("loss"), is_accuracy=False)


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


def size_text(count: int) -> str:
    """Write a number of bytes."""
    return f"{count / 2**20:.1f} MB" if count >= _MEGABYTE else f"{max(1, round(count / 2**10)):,} kB"


def branch_text(iteration: int, changed: Iterable[Apart], *, edited: bool) -> str:
    """Write where a run left another one and what was changed since; `edited`: numbers, too, by hand."""
    translate = QCoreApplication.translate
    parts = [translate("RunWords", "after {iteration:,}").format(iteration=iteration)]
    if edited:
        parts.append(translate("RunWords", "numbers changed"))
    return " · ".join([*parts, *filter(None, [apart_text(changed)])])


def alike_text() -> str:
    """Say that runs differ in nothing that was chosen."""
    return QCoreApplication.translate("RunWords", "the same settings")
