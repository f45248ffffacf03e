"""What is said of a training of a person's own code, in the language of the moment."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from playground.session.own_code.training import Stage
from playground.session.phrase import said
from playground.widgets.text.loss_text import loss_text
from playground.widgets.text.share_text import share_text

if TYPE_CHECKING:
    from playground.session.document.code import Code
    from playground.session.own_code.training import OwnTraining

_STOPPED = "stopped"


class TrainingSentences(QObject):
    """Says how a training stands."""

    def __init__(self, training: OwnTraining, parent: QObject) -> None:
        super().__init__(parent)
        self._training = training

    def state(self, code: Code | None) -> str:
        """Say what goes on, and whether the code has changed since."""
        text = self._stage()
        if self._training.code is not None and (code is None or code.text != self._training.code.text):
            since = self.tr("The code has changed since: this is how it was.")
            return f"{text} {since}"
        return text

    def _stage(self) -> str:
        training = self._training
        match training.stage:
            case Stage.STARTING:
                return self.tr("It is being started…")
            case Stage.TRAINING:
                return self.tr("It learns.")
            case Stage.PAUSED:
                return self.tr("Paused.")
            case Stage.DONE if not math.isfinite(training.losses[-1]):
                return self.tr(
                    "The loss is no number any more; it cannot learn from there. A smaller learning rate may help."
                )
            case Stage.DONE:
                return self.tr("All iterations are made.")
        if training.ending is None or training.ending.how.value == _STOPPED:
            return self.tr("Stopped.")
        text = said(training.ending.message)
        return f"{text[:1].upper()}{text[1:]}."

    def figures(self) -> str:
        """Say how far it is, how fast, and how well it reads."""
        training = self._training
        parts = [
            self.tr("iteration {count:,} of {last:,}").format(
                count=training.iteration, last=training.settings.iterations
            )
        ]
        if training.rate:
            parts.append(self.tr("{rate:,.0f} a second").format(rate=training.rate))
        if training.losses:
            parts.append(self.tr("loss {loss}").format(loss=loss_text(training.losses[-1])))
        if training.accuracies:
            share = share_text(training.accuracies[-1][1], " %")
            parts.append(self.tr("test accuracy {share}").format(share=share))
        return "  ·  ".join(parts)

    def answer(self, *, has_digit: bool) -> str:
        """Say what the network reads."""
        reading = self._training.reading
        if reading is None:
            if not self._training.is_alive:
                return self.tr("Its process is gone: train again to let it read.")
            if has_digit:
                return self.tr("Your network is asked…")
            return self.tr("Draw a digit in the panel Input: your network reads it here.")
        numbers = [value for value in reading.probabilities if math.isfinite(value)]
        if not numbers:
            return self.tr("Your network answers with no numbers.")
        highest = max(numbers)
        return self.tr("Your network reads your digit: {digit} ({share})").format(
            digit=reading.probabilities.index(highest), share=share_text(highest, " %")
        )

    def kept(self) -> str:
        """Say what stays and what is lost."""
        training = self._training
        if training.remains is None:
            return ""
        parts = []
        if training.parameters:
            parts.append(
                self.tr(
                    "Kept until the program is closed: the curve and {count:,} parameters, of iteration {at:,}."
                ).format(count=training.remains.parameters, at=training.parameters_at)
            )
        else:
            parts.append(self.tr("Kept until the program is closed: the curve."))
        lost = [*training.remains.remembered]
        if lost:
            parts.append(
                self.tr("Lost with the process: what the optimizer remembers ({names}).").format(names=", ".join(lost))
            )
        if training.remains.answers_otherwise:
            parts.append(
                self.tr(
                    "Lost with the process: what the network keeps beside params; without it, it answers otherwise."
                )
            )
        return " ".join(parts)
