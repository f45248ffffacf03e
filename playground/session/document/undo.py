"""An undo stack that keeps whole values: going back is choosing an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Generic, TypeVar

import numpy as np

from playground.session.phrase import Text

T = TypeVar("T")
DEFAULT_BUDGET = 256 * 2**20
"""Bytes of arrays that all kept values together may hold."""


@dataclass(frozen=True)
class _Step(Generic[T]):
    """One kept value and what the person did to reach it."""

    text: Text
    value: T
    merge_key: str = ""


class UndoStack(Generic[T]):
    """Values a person can go back to and forward to again.

    A plain list instead of `QUndoStack`: Qt's keeps every merged command alive for ever and moves its index
    even when undoing fails. Values are shared between steps: a step costs only the arrays that are new in it.

    Parameters
    ----------
    value
        The value to begin with. Values must never change after they were handed in.
    budget
        Bytes of arrays to keep. The oldest steps go first; the current value and one step back always stay.
    """

    def __init__(self, value: T, budget: int = DEFAULT_BUDGET) -> None:
        self._steps = [_Step("", value)]
        self._cursor = 0
        self._mergeable = False
        self._clean: T | None = value
        self._budget = budget
        self._ledger = _Ledger()
        self._ledger.retain(value)

    @property
    def value(self) -> T:
        """The current value."""
        return self._steps[self._cursor].value

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier value."""
        return self._cursor > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a value that was undone."""
        return self._cursor + 1 < len(self._steps)

    @property
    def undo_text(self) -> Text:
        """What `undo` would take back, empty if nothing."""
        return self._steps[self._cursor].text if self.can_undo else ""

    @property
    def redo_text(self) -> Text:
        """What `redo` would do again, empty if nothing."""
        return self._steps[self._cursor + 1].text if self.can_redo else ""

    @property
    def past(self) -> Iterator[tuple[Text, T, T]]:
        """Each step that can be undone, the latest first: what was done, and the value before and after it."""
        for at in range(self._cursor, 0, -1):
            yield self._steps[at].text, self._steps[at - 1].value, self._steps[at].value

    @property
    def is_clean(self) -> bool:
        """Whether the current value is the one last marked as clean."""
        return self.value is self._clean

    @property
    def kept_bytes(self) -> int:
        """Bytes of all arrays kept, each counted once."""
        return self._ledger.bytes

    def mark_clean(self, value: T | None) -> None:
        """Remember a value as the one that stands in the file; None: no file has what is here."""
        self._clean = value

    def seal(self) -> None:
        """Let the next push be a step of its own, whatever its merge key."""
        self._mergeable = False

    def push(self, text: Text, value: T, merge_key: str = "") -> bool:
        """Make `value` the current one; forget what was undone.

        Pushes in a row with the same non-empty `merge_key` (one drag of a slider) become one step.

        Returns
        -------
        bool
            Whether this push became a part of the last one.
        """
        merges = self._mergeable and merge_key == self._steps[self._cursor].merge_key and not self.is_clean
        keep = self._cursor + (0 if merges else 1)
        self._replace_tail(keep, [_Step(text, value, merge_key)])
        self._mergeable = merge_key != ""
        return merges

    def insert(self, base: T, text: Text, change: Callable[[T], T]) -> None:
        """Do something that began at `base` as a step of its own, *below* what was done since.

        A training run ends after the learning rate was changed in the middle of it: the next undo must take
        back the learning rate, which the person did last, and keep what was learned.
        """
        index = next((i for i in range(self._cursor + 1) if self._steps[i].value is base), self._cursor)
        since = self._steps[index + 1 : self._cursor + 1]
        steps = [_Step(text, change(self._steps[index].value))]
        steps += [_Step(step.text, change(step.value), step.merge_key) for step in since]
        self._replace_tail(index + 1, steps)
        self.seal()

    def undo(self) -> None:
        """Go one value back, if there is one."""
        self._cursor -= self.can_undo
        self.seal()

    def redo(self) -> None:
        """Go one value forward again, if there is one."""
        self._cursor += self.can_redo
        self.seal()

    def _replace_tail(self, keep: int, steps: list[_Step[T]]) -> None:
        for step in steps:  # before the old ones go, so that shared arrays are not counted anew
            self._ledger.retain(step.value)
        for step in self._steps[keep:]:
            self._ledger.release(step.value)
        self._steps[keep:] = steps
        self._cursor = len(self._steps) - 1
        self._forget_oldest()

    def _forget_oldest(self) -> None:
        while self._ledger.bytes > self._budget and self._cursor > 1:
            self._ledger.release(self._steps.pop(0).value)
            self._cursor -= 1


class _Ledger:
    """Bytes of the arrays reachable from some values, each array counted once.

    Counts references like an interpreter does, so that a step costs what is new in it and not a walk through
    the whole history of the document.
    """

    def __init__(self) -> None:
        self.bytes = 0
        self._counts: dict[int, int] = {}

    def retain(self, value: object) -> None:
        count = self._counts.get(id(value), 0)
        self._counts[id(value)] = count + 1
        if count == 0:
            self.bytes += _own_bytes(value)
            for part in _parts(value):
                self.retain(part)

    def release(self, value: object) -> None:
        self._counts[id(value)] -= 1
        if self._counts[id(value)] == 0:
            del self._counts[id(value)]
            self.bytes -= _own_bytes(value)
            for part in _parts(value):
                self.release(part)


def _own_bytes(value: object) -> int:
    if isinstance(value, np.ndarray) and not isinstance(value.base, np.ndarray):
        return value.nbytes
    return 0


def _parts(value: object) -> Iterator[Any]:
    """Give the parts of a value that can hold arrays: a view's owner, fields, items."""
    if isinstance(value, np.ndarray):
        parts: tuple[Any, ...] = (value.base,)
    elif isinstance(value, Mapping):
        parts = tuple(value.values())
    elif isinstance(value, tuple):
        parts = value
    elif is_dataclass(value):
        parts = tuple(getattr(value, field.name) for field in fields(value))
    else:
        return
    for part in parts:
        if isinstance(part, np.ndarray | Mapping | tuple) or is_dataclass(part):
            yield part
