"""One rule for all that only moves numbers: the same is done to their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from nn.own_code.gradients.rules import Flow, NoRule, Step, rule
from nn.own_code.recording import Node

_SAME = (
    "copy astype asarray array ascontiguousarray asfarray asanyarray asfortranarray require float float64 float32 item "
    "positive nan_to_num view real deepcopy float_"
)
_MOVES = (
    "T mT flat getitem reshape transpose ravel flatten squeeze expand_dims repeat tile broadcast_to swapaxes moveaxis "
    "pad concatenate stack vstack hstack dstack column_stack row_stack take diag diagonal diagflat roll rollaxis flip "
    "fliplr flipud rot90 split array_split hsplit vsplit dsplit atleast_1d atleast_2d atleast_3d tril triu "
    "broadcast_arrays sliding_window_view as_strided take_along_axis choose compress extract delete insert append "
    "resize trim_zeros block c_ r_ matrix_transpose permute_dims unstack select meshgrid __getitem__"
)


@rule(*_SAME.split())
def same(step: Step, dout: Any) -> Iterator[Flow]:
    """Pass it on: the number is the same in another type or place."""
    source = step.node.inputs[0] if step.inputs else None
    if isinstance(source, Node) and source.shape == step.node.shape:
        yield from step.to(0, dout)
    elif isinstance(source, Node) and np.size(step.inputs[0]) == np.size(dout):
        yield from step.to(0, np.reshape(dout, source.shape))
    else:
        yield from moved(step, dout)


@rule(*_MOVES.split())
def moved(step: Step, dout: Any) -> Iterator[Flow]:
    """Do the same to the places of all numbers; a number that went to several places gets the sum."""
    if step.node.function is None:
        raise NoRule(step.node.operation)
    numbering = _Numbering()
    arguments = [numbering.of(given) for given in step.node.inputs]
    keywords = {
        k: numbering.constant(given) for k, given in step.node.keywords.items() if k not in ("dtype", "in_place")
    }
    found = np.asarray(step.node.function(*arguments, **keywords)).reshape(-1).astype(np.intp)
    flowing = np.zeros(numbering.count)
    np.add.at(flowing, found, np.asarray(dout, float).reshape(-1))
    for node, start in numbering.starts:
        yield node, flowing[start : start + int(np.prod(node.shape))].reshape(node.shape)


class _Numbering:
    """Gives each real number that went into an operation a number of its own; 0 are all constants."""

    def __init__(self) -> None:
        self.count = 1
        self.starts: list[tuple[Node, int]] = []

    def of(self, given: Any) -> Any:
        if isinstance(given, Node):
            if not given.is_real:
                return given.value
            size = int(np.prod(given.shape))
            self.starts.append((given, self.count))
            numbers = np.arange(self.count, self.count + size, dtype=float).reshape(given.shape)
            self.count += size
            return numbers if numbers.ndim else numbers[()]
        if isinstance(given, list | tuple) and type(given) in (list, tuple):
            return type(given)(self.of(part) for part in given)
        return 0.0 if isinstance(given, float) else given

    def constant(self, given: Any) -> Any:
        return self.of(given) if isinstance(given, Node | list | tuple) and not _is_plain(given) else given


def _is_plain(given: Any) -> bool:
    return isinstance(given, list | tuple) and not any(isinstance(part, Node | list | tuple) for part in given)
