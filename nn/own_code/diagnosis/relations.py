"""How a value differs from the one that belongs there: by a factor, a sign, a transposition, a mask."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.comparing import near
from nn.own_code.checks.sentences import number
from nn.own_code.diagnosis.replay import Run

CLOSE = 1e-4


def relation(value: Any, true: Any, run: Run) -> Message | None:
    """Return the first relation that holds, None if there is none that has a name."""
    value, true = np.asarray(value, float), np.asarray(true, float)
    if not (np.isfinite(value).all() and np.isfinite(true).all()):
        return None
    if value.shape != true.shape:
        return _of_shapes(value, true)
    factor = _factor(value, true)
    if factor is not None:
        return _of_factor(factor, run.samples)
    if value.ndim == 2 and near(value.T, true, CLOSE):
        return Message("Transposed.")
    return _of_forward(value, true, run) or _of_mask(value, true)


def _of_shapes(value: np.ndarray, true: np.ndarray) -> Message | None:
    if value.ndim == 2 and near(value.T, true, CLOSE):
        return Message("Transposed.")
    for axis in range(value.ndim):
        if near(value.sum(axis=axis), true, CLOSE):
            return Message("It is not summed yet: sum over axis {axis}.", axis=axis)
    if value.ndim == 0 and near(value, true.sum(), CLOSE):
        return Message("It is summed over everything; each element has a sum of its own.")
    return None


def _factor(value: np.ndarray, true: np.ndarray) -> float | None:
    """Return the number by which all of it is to be multiplied, if there is one."""
    size = float(np.sum(value * value))
    factor = float(np.sum(value * true)) / size if size else 0.0
    return factor if factor and near(value * factor, true, CLOSE) else None


def _of_factor(factor: float, samples: int) -> Message:
    if near(factor, 1 / samples, CLOSE):
        return Message(
            "Everywhere {samples} times too large: the batch size is {samples}. Divide by it once.", samples=samples
        )
    if near(factor, samples, CLOSE):
        return Message(
            "Everywhere too small by 1/{samples}: it is divided by the batch size once too often.", samples=samples
        )
    if near(factor, -1, CLOSE):
        return Message("The sign is the other way round.")
    return Message("Everywhere it is {times} times what it should be.", times=number(1 / factor))


def _of_forward(value: np.ndarray, true: np.ndarray, run: Run) -> Message | None:
    for name, node in run.named.items():
        known = np.asarray(node.value, float)
        try:
            fits = np.broadcast_shapes(known.shape, true.shape) == true.shape and known.ndim > 0
        except ValueError:
            continue
        if not fits:
            continue
        with np.errstate(all="ignore"):
            for text, factor in ((name, known), (f"(1 - {name})", 1 - known)):
                if near(value * factor, true, CLOSE):
                    return Message(
                        "The factor {factor} is missing: the chain rule multiplies what comes from above.", factor=text
                    )
                if np.all(factor != 0) and near(value / factor, true, CLOSE):
                    return Message("The factor {factor} is one too many.", factor=text)
    return None


def _of_mask(value: np.ndarray, true: np.ndarray) -> Message | None:
    away = ~np.isclose(value, true, rtol=CLOSE, atol=1e-9)
    if not away.any() or away.all():
        return None
    if not np.any(true[away]):
        return Message(
            "{count} of {size} elements should be 0 here and are not.", count=int(away.sum()), size=away.size
        )
    if not np.any(value[away]):
        return Message(
            "{count} of {size} elements are 0 here and should not be.", count=int(away.sum()), size=away.size
        )
    return None
