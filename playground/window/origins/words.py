"""Numbers, samples and places of the trail in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from nn.notation import number
from playground.words import class_word

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from playground.session.past.number_trail import Stop

_DIGITS = 6
_SHOWN = 4  # numbers of a sample that is no picture


def digits(value: float) -> str:
    """Write a number of the network."""
    return number(value, _DIGITS).text


def signed(value: float, count: int = 4) -> str:
    """Write what was added to a number."""
    if not value:
        return "0"
    text = number(value, count).text
    return text if value < 0 else f"+{text}"


def stop_text(stop: Stop) -> str:
    """Name a place on the trail."""
    if stop.is_update:
        return QCoreApplication.translate("NumberTrail", "update {iteration:,}").format(iteration=stop.iteration)
    text = QCoreApplication.translate("NumberTrail", "{number} after {count:,}")
    return text.format(number=stop.symbol, count=stop.iteration)


def label_text(data: Dataset, row: int) -> str:
    """Say what a training sample is."""
    target = data.t[row]
    if data.classes and np.ndim(target) == 0:
        return class_word(data.classes[int(target)])
    return ", ".join(digits(float(value)) for value in np.atleast_1d(target)[:_SHOWN])


def inputs_text(data: Dataset, row: int) -> str:
    """Write the numbers of a training sample that is no picture."""
    values = np.asarray(data.x[row], np.float64).reshape(-1) * data.scale
    more = " …" if len(values) > _SHOWN else ""
    return f"({', '.join(f'{value:.3g}' for value in values[:_SHOWN])}{more})"
