"""Words above the matrices of an event, and their explanations on hover."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from nn.inspection.contents import Content, Moment, Role
from playground.widgets.matrix.numbers import exact_text
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.arrays import Array
    from nn.inspection.sheet import Sheet


class EventMatrixWords(QObject):
    """Names values, roles and phases in the language of the moment."""

    def title(self, content: Content, typed: bool = False) -> str:
        """Give name and shape: ``x (100, 784)``; with its type where a mask stands beside numbers."""
        parts = [content.title, _shape(content)]
        if typed and content.array is not None:
            parts.append(str(content.array.dtype))
        return " ".join(part for part in parts if part)

    def note(self, content: Content, added_up: int = 0) -> str:
        """Say what a value is in the event; `added_up` is how many samples were put together in it."""
        parts = [self.tr("sum over {count} samples").format(count=added_up) if added_up else self._role(content)]
        if content.is_uniform:
            parts.append(self.tr("everywhere"))
        if content.pending:
            parts.append(self.tr("more to come from {names}").format(names=", ".join(content.pending)))
        return ", ".join(parts)

    def _role(self, content: Content) -> str:
        if content.moment is Moment.BEFORE:
            return self.tr("before")
        if content.moment is Moment.AFTER:
            return self.tr("after")
        return {
            Role.INPUT: self.tr("input"),
            Role.UPSTREAM: self.tr("upstream gradient"),
            Role.LOCAL: self.tr("local derivative"),
            Role.PRODUCT: self.tr("upstream × local"),
            Role.OUTPUT: self.tr("output"),
        }[content.role]

    def about(self, content: Content) -> str:
        """Explain what a value is in the event."""
        text = {
            Role.INPUT: self.tr("What this step works with."),
            Role.UPSTREAM: self.tr("The gradient of the loss by the result of this step: it comes from behind."),
            Role.LOCAL: self.tr("How much the result of this step changes with its input, at these numbers."),
            Role.PRODUCT: self.tr(
                "Upstream gradient times local derivative: what this step adds to a gradient that other steps feed too."
            ),
            Role.OUTPUT: self.tr("What this step computes. Point at a number to see what it was made of."),
        }[content.role]
        if content.pending:
            more = self.tr("The value is used more than once, so its gradients add up; not all of them have come yet.")
            text = f"{text} {more}"
        return wrapped(text)

    def captions(self, batch_size: int, row: int | None) -> list[str]:
        """Say what stands in each line: the batch, and one sample if there is one."""
        whole = self.tr("Whole batch, N = {count}").format(count=batch_size)
        if row is None:
            alone = self.tr("One sample alone makes no update.")
            return [f"{whole}.  {alone}"]
        return [whole, self.tr("Sample {row} alone, N = 1").format(row=row)]

    def missing(self) -> str:
        """Say that a value is not computed yet."""
        return self.tr("not yet")

    def earlier(self, sheet: Sheet, before: Array) -> Callable[[int, int], str]:
        """Give what tells on hover which number stood in a cell before an edit."""
        text = self.tr("before the edit: {value}")

        def explain(row: int, column: int) -> str:
            old, new = before[sheet.index_of((row, column))], sheet.table[row, column]
            is_same = bool(old == new) or bool(np.isnan(old) and np.isnan(new))
            return "" if is_same else text.format(value=exact_text(old))

        return explain


def _shape(content: Content) -> str:
    """Write a shape as NumPy does; a single number has none worth showing."""
    return str(tuple(int(n) for n in content.shape)) if content.shape else ""
