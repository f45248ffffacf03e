"""Breakpoints of the document: set, changed and taken away, each an undo step; and how often each held."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from nn.breakpoints import Breakpoint
from playground.session.phrase import Phrase

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.running.run import TrainingRun


class BreakpointEditing(QObject):
    """Changes the document's breakpoints and counts their hits; a run that is running heeds them at once."""

    hits_changed = Signal()

    def __init__(self, document: Document, run: TrainingRun, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._run = document, run
        self._hits: Counter[Breakpoint] = Counter()
        run.looked.connect(self._on_run_looked)

    @property
    def all(self) -> tuple[Breakpoint, ...]:
        """The document's breakpoints."""
        return self._document.state.breakpoints

    @property
    def enabled(self) -> tuple[Breakpoint, ...]:
        """Those that stop."""
        return tuple(each for each in self.all if each.enabled)

    def hits(self, breakpoint_: Breakpoint) -> int:
        """Return how often a breakpoint held since the program was started."""
        return self._hits[_switched_on(breakpoint_)]

    def add(self, breakpoint_: Breakpoint) -> None:
        """Set a breakpoint, unless it is there already."""
        if breakpoint_ not in self.all:
            self._set(QT_TRANSLATE_NOOP("BreakpointEditing", "Add breakpoint"), (*self.all, breakpoint_))

    def toggle(self, breakpoint_: Breakpoint) -> None:
        """Set a breakpoint, or take it away."""
        if breakpoint_ in self.all:
            self.remove(self.all.index(breakpoint_))
        else:
            self.add(breakpoint_)

    def replace(self, position: int, breakpoint_: Breakpoint) -> None:
        """Put another breakpoint in the place of one."""
        changed = (*self.all[:position], breakpoint_, *self.all[position + 1 :])
        self._set(QT_TRANSLATE_NOOP("BreakpointEditing", "Change breakpoint"), changed)

    def enable(self, position: int, on: bool) -> None:
        """Let a breakpoint stop, or pass it over."""
        text = (
            QT_TRANSLATE_NOOP("BreakpointEditing", "Switch breakpoint on")
            if on
            else QT_TRANSLATE_NOOP("BreakpointEditing", "Switch breakpoint off")
        )
        changed = replace(self.all[position], enabled=on)
        self._set(text, (*self.all[:position], changed, *self.all[position + 1 :]))

    def remove(self, position: int) -> None:
        """Take a breakpoint away."""
        rest = (*self.all[:position], *self.all[position + 1 :])
        self._set(QT_TRANSLATE_NOOP("BreakpointEditing", "Remove breakpoint"), rest)

    def _set(self, text: object, breakpoints: tuple[Breakpoint, ...]) -> None:
        self._document.edit(Phrase("BreakpointEditing", text), breakpoints=breakpoints)
        if self._run.is_running:
            self._run.reconfigure(self._run.until)

    @Slot(object)
    def _on_run_looked(self, hits: tuple[int, ...]) -> None:
        for each, count in zip(self.all, hits, strict=False):
            self._hits[_switched_on(each)] += count
        self.hits_changed.emit()


def _switched_on(breakpoint_: Breakpoint) -> Breakpoint:
    return replace(breakpoint_, enabled=True)
