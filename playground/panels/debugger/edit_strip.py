"""What an edit in the middle of a pass did to its end: output, loss and accuracy, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from nn.inspection.outcome import Outcome, outcome_of
from nn.notation import number
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from nn.arrays import Array
    from playground.session.session import Session

_DIGITS = 5


class DebugStrip(QWidget):
    """Compares the pass with what it was before the last edit; there is nothing to be seen without one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._debugger = session.debugger
        self.text = QLabel(wordWrap=True)
        self.text.setObjectName("beforeAfter")
        self._back = QToolButton(autoRaise=True)
        self._back.setIcon(icon("undo"))
        self._back.setIconSize(QSize(14, 14))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 2, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self._back)
        self._back.clicked.connect(self._on_back_clicked)
        self._debugger.trace_changed.connect(self._refresh)
        session.run.running_changed.connect(self._refresh)
        session.document.overrides_changed.connect(self._refresh)
        self._session = session
        self.retranslate()

    @Slot()
    def _on_back_clicked(self) -> None:
        self._debugger.numbers.clear_overrides()

    @Slot()
    def _refresh(self) -> None:
        before, after = outcome_of(self._debugger.stepped.earlier), outcome_of(self._debugger.trace)
        is_there = before is not None and after is not None and not self._session.run.is_running
        if before is not None and after is not None and is_there:
            self.text.setText("  ·  ".join(self._parts(before, after)))
        self._back.setVisible(bool(self._debugger.stepped.overrides))
        self.setVisible(is_there)

    def _parts(self, before: Outcome, after: Outcome) -> list[str]:
        parts = [self._output(before.output, after.output)]
        if before.loss is not None and after.loss is not None:
            text = self.tr("Loss {before} → {after}")
            losses = (f"{each:#.{_DIGITS}g}".rstrip(".") for each in (before.loss, after.loss))  # equally long
            parts.append(text.format(before=next(losses), after=next(losses)))
        if before.accuracy is not None and after.accuracy is not None:
            text = self.tr("Right in the batch {before:.1%} → {after:.1%}")
            parts.append(text.format(before=before.accuracy, after=after.accuracy))
        return parts

    def _output(self, before: Array, after: Array) -> str:
        """Tell the largest output of the sample that changed most."""
        if before.ndim != 2 or before.shape != after.shape:
            return self.tr("Before → after the edit")
        change = np.abs(after - before).sum(axis=1)
        row = int(np.nanargmax(change)) if np.isfinite(change).any() else 0
        told = (f"{int(each[row].argmax())} ({number(float(each[row].max()), 3).text})" for each in (before, after))
        text = self.tr("Sample {row}: {before} → {after}")
        return text.format(row=row, before=next(told), after=next(told))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.text.setToolTip(
            wrapped(
                self.tr(
                    "Before and after the last edit: the largest output of the sample that changed most, the loss, "
                    "and the share of the batch that is right. Undo (Ctrl+Z) takes the edit back."
                )
            )
        )
        self._back.setToolTip(wrapped(self.tr("Give every replaced number of this pass back what was computed")))
        self._back.setAccessibleName(self.tr("Give back the computed numbers"))
        self._refresh()
