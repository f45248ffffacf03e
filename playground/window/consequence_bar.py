"""The line above the status bar: what the last edit did, before and after."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

from playground.widgets.layouts import in_row
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.loss_text import loss_text
from playground.widgets.text.share_text import probability_text
from playground.widgets.text.steady_label import SteadyLabel

if TYPE_CHECKING:
    from playground.session.looking.appraisal import Appraisal, Consequence
    from playground.session.session import Session

_FEW = 3  # outputs that have room in the line
_WAITING = "…"


class ConsequenceBar(Refreshing, QObject):
    """Shows the answer to the sample, the loss and the accuracy before and after an edit, for every panel alike."""

    importance = Importance.ANSWER

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._session: Session | None = None
        self._shown: Consequence | None = None
        self._line, self._is_shared = window.statusBar(), False
        self._edit = SteadyLabel()
        self._figures = {name: SteadyLabel() for name in ("output", "loss", "accuracy")}
        self.bar = _bar([self._edit, *self._figures.values()], window)
        self._edit.setObjectName("consequenceEdit")
        for name, label in self._figures.items():
            label.setObjectName(f"consequence{name.capitalize()}")
        self.retranslate()

    def attach(self, session: Session) -> None:
        """Follow the edits of a session."""
        self._session = session
        session.consequences.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, consequence: Consequence | None) -> None:
        self._shown = consequence
        self.out_of_date()

    @Slot(bool)
    def share_line(self, shared: bool) -> None:
        """Say in the line below what the last edit did, where the window is too low for a line of its own."""
        self._is_shared = shared
        self.bar.setVisible(not shared)

    def shown_in(self) -> QWidget:
        """Return the bar, or the line that it shares."""
        return self._line if self._is_shared else self.bar

    def refresh(self) -> None:
        """Write what the last edit did."""
        shown = self._shown
        hint = self.tr("Change a weight, an activation, a layer: this line says what it does.")
        self._edit.setForegroundRole(
            QPalette.ColorRole.PlaceholderText if shown is None else QPalette.ColorRole.WindowText
        )
        self._edit.setText(hint if shown is None else self._edit_text(shown))
        texts = {} if shown is None else self._texts(shown)
        for name, label in self._figures.items():
            label.setText(texts.get(name, ""))
            label.setVisible(name in texts)  # what has nothing to say leaves its room to the edit
        self._figures["output"].setToolTip(self._output_tip())
        if self._is_shared and shown is not None:
            self._line.showMessage("  ·  ".join([self._edit_text(shown), *texts.values()]))

    def _edit_text(self, shown: Consequence) -> str:
        """Name the edit, and say what it took away and how that comes back, or why there is nothing to compare."""
        if shown.iterations_lost:
            return f"{shown.text}. {self._way_back(shown)}"
        why = {
            "data": self.tr("other data: before and after cannot be compared"),
            "shape": self.tr("other inputs or outputs: before and after cannot be compared"),
            "loss": self.tr("another loss function: the losses cannot be compared"),
        }
        return f"{shown.text} ({why[shown.obstacle]})" if shown.obstacle else str(shown.text)

    def _way_back(self, shown: Consequence) -> str:
        is_one = shown.iterations_lost == 1
        if shown.way_back == "redo" and is_one:
            text = self.tr("Redo brings back the network trained for 1 iteration.")
        elif shown.way_back == "redo":
            text = self.tr("Redo brings back the network trained for {count:,} iterations.")
        elif is_one:
            text = self.tr("Undo brings back the network trained for 1 iteration.")
        else:
            text = self.tr("Undo brings back the network trained for {count:,} iterations.")
        return text.format(count=shown.iterations_lost)

    def _texts(self, shown: Consequence) -> dict[str, str]:
        before, after = shown.before, shown.after
        lines = {
            "output": (self.tr("Output  {change}"), self._answer(before), self._answer(after)),
            "loss": (self.tr("Loss  {change}"), "" if shown.obstacle else _loss(before), _loss(after)),
            "accuracy": (self.tr("Accuracy  {change}"), _accuracy(before), _accuracy(after)),
        }
        changes = {name: f"{old} → {new}" if old else new for name, (_, old, new) in lines.items()}
        return {name: text.format(change=changes[name]) for name, (text, _, new) in lines.items() if new}

    def _answer(self, appraisal: Appraisal) -> str:
        """Say the likeliest class with its probability, or the outputs where they are few or no classes."""
        output, classes = appraisal.output, self._classes(appraisal)
        if output is None:
            return ""
        if classes and all(map(math.isfinite, output)):
            best = int(output.argmax())
            return f"{classes[best]}  {probability_text(float(output[best]))}"
        text = ", ".join(f"{value:.4g}" for value in output[:_FEW])
        return f"{text}, …" if len(output) > _FEW else text

    def _classes(self, appraisal: Appraisal) -> tuple[str, ...]:
        from playground.words import class_word  # a long table, which the first paint does not wait for

        data = self._session.library.data if self._session else None
        classes = data.classes if data is not None else ()
        fits = appraisal.output is not None and len(classes) == len(appraisal.output)
        return tuple(map(class_word, classes)) if fits else ()

    def _output_tip(self) -> str:
        about = self.tr("What the network says of the sample that is shown, before and after the edit.")
        shown = self._shown
        if shown is None or shown.before.output is None or shown.after.output is None:
            return about
        names = self._classes(shown.after) or [str(i) for i in range(len(shown.after.output))]
        rows = [f"{name}:  {new:.4g}" for name, new in zip(names, shown.after.output, strict=True)]
        if len(shown.before.output) == len(shown.after.output):
            pairs = zip(names, shown.before.output, shown.after.output, strict=True)
            rows = [f"{name}:  {old:.4g} → {new:.4g}" for name, old, new in pairs]
        return "\n".join([about, *rows])

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.bar.setWindowTitle(self.tr("Consequences"))
        self._edit.setToolTip(self.tr("The last edit; Undo takes it back."))
        self._edit.setAccessibleName(self.tr("Last edit"))
        self._figures["loss"].setToolTip(self.tr("Mean loss on the test data, before and after the edit."))
        self._figures["accuracy"].setToolTip(
            self.tr("Share of the test data that the network gets right, before and after the edit.")
        )
        for name, widest in (
            ("output", self.tr("Output  {change}").format(change="orange  100.0% → orange  100.0%")),
            ("loss", self.tr("Loss  {change}").format(change="9999.9999 → 9999.9999")),
            ("accuracy", self.tr("Accuracy  {change}").format(change="100.00% → 100.00%  (−100.00)")),
        ):
            self._figures[name].reserve(widest)
        names = (self.tr("Output before and after"), self.tr("Loss before and after"))
        for name, text in zip(self._figures, (*names, self.tr("Accuracy before and after")), strict=True):
            self._figures[name].setAccessibleName(text)
        self.refresh()


def _bar(labels: list[SteadyLabel], window: QMainWindow) -> QToolBar:
    bar = QToolBar(objectName="consequenceBar", movable=False, floatable=False)
    row = QWidget()
    layout = in_row(of=row, margins=(8, 2, 8, 2), spacing=24)
    for label in labels:
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(label)
    layout.setStretch(0, 1)
    bar.addWidget(row)
    window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, bar)
    return bar


def _loss(appraisal: Appraisal) -> str:
    if not appraisal.is_measured:
        return ""
    return _WAITING if appraisal.loss is None else loss_text(appraisal.loss)


def _accuracy(appraisal: Appraisal) -> str:
    if not appraisal.is_measured:
        return ""
    if appraisal.accuracy is None:
        return _WAITING
    return "" if math.isnan(appraisal.accuracy) else f"{appraisal.accuracy:.2%}"
