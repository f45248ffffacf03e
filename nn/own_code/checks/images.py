"""Convolution and pooling: what the book's own classes do with a border, and with numbers of half the width; notes."""

from __future__ import annotations

import traceback
from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.building import arguments_of, built, has_option
from nn.own_code.checks.findings import Examination, Finding
from nn.own_code.checks.sentences import sizes
from nn.own_code.roles import Target


def check(cls: Any, target: Target, examination: Examination) -> None:
    """Note what is only seen where a layer is used otherwise than in the book."""
    if not examination.thorough:
        return
    if target.kind == "pooling" and has_option(cls, "pad"):
        _note_border(cls, target, examination)
    _note_precision(cls, target, examination)


def _note_border(cls: Any, target: Target, examination: Examination) -> None:
    """Note a size that is computed without the border, as the book's Pooling does."""
    layer = built(cls, arguments_of(cls, target, examination.seed, pool_h=2, pool_w=2, stride=2, pad=1))
    try:
        shape = np.shape(layer.forward(np.ones((2, 3, 4, 4))))
    except Exception as error:  # noqa: BLE001 - it is the learner's
        line = traceback.extract_tb(error.__traceback__)[-1].lineno if error.__traceback__ is not None else None
        message = Message("With pad = 1 it stops with {kind}: the border is not counted.", kind=type(error).__name__)
        examination.say(Finding("border", "forward", message, False, line))
        return
    examination.expect(shape == (2, 3, 3, 3), "border", "forward", lambda: _size(shape), is_error=False)


def _note_precision(cls: Any, target: Target, examination: Examination) -> None:
    given = arguments_of(cls, target, examination.seed, stride=1, pad=0, pool_h=2, pool_w=2)
    narrow = {name: v.astype(np.float32) if isinstance(v, np.ndarray) else v for name, v in given.items()}
    try:
        y = np.asarray(built(cls, narrow).forward(np.ones((2, 3, 5, 5), np.float32)))
    except Exception:  # noqa: BLE001 - that is told elsewhere
        return
    examination.expect(y.dtype != np.float64, "precision", "forward", _precision, is_error=False)


def _size(shape: tuple[int, ...]) -> Message:
    return Message("With pad = 1 the size is {got}: the border is not counted.", got=sizes(shape))


def _precision() -> Message:
    return Message(
        "float32 goes in and float64 comes out, as with the book's im2col: twice the memory, and slower. `np.zeros` "
        "takes a dtype."
    )
