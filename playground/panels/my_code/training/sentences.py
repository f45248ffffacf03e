"""What is said of a training of a person's own code, in the language of the moment."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from playground.session.own_code.training.stage import Stage
from playground.session.phrase import said
from playground.widgets.text.loss_text import loss_text
from playground.widgets.text.share_text import share_text

if TYPE_CHECKING:
    from playground.confined.ending import Ending
    from playground.session.document.code import Code
    from playground.session.own_code.training.training import OwnTraining

_STOPPED = "stopped"


class TrainingSentences(QObject):
    """Says how a training stands."""

    def __init__(self, training: OwnTraining, parent: QObject) -> None:
        super().__init__(parent)
        self._training = training

    def state(self, code: Code | None) -> str:
        """Say what goes on, and whether the code has changed since."""
        text = self._stage()
        trained = self._training.course.code
        if trained is not None and (code is None or code.text != trained.text):
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
            case Stage.PAUSED if training.is_taken_up:
                again = self.tr("A new process has the parameters of iteration {at:,}: it reads, and can go on.")
                if training.course.settings.is_script:
                    again = self.tr("A new process has the parameters after {at:,} losses: it reads digits.")
                ending = "" if training.ending is None else self._ending(training.ending)
                return f"{ending} {again.format(at=training.course.begun_at)}".strip()
            case Stage.PAUSED:
                return self.tr("Paused.")
            case Stage.KEPT:
                return self.tr("This training came with the document; nothing of it runs.")
            case Stage.DONE if training.course.settings.is_script:
                return self.tr("The script has run to its end.")
            case Stage.DONE if not math.isfinite(training.course.losses[-1]):
                return self.tr(
                    "The loss is no number any more; it cannot learn from there. A smaller learning rate may help."
                )
            case Stage.DONE:
                return self.tr("All iterations are made.")
        return self.tr("Stopped.") if training.ending is None else self._ending(training.ending)

    def _ending(self, ending: Ending) -> str:
        if ending.how.value == _STOPPED:
            return self.tr("Stopped.")
        text = said(ending.message)
        return f"{text[:1].upper()}{text[1:]}."

    def figures(self) -> str:
        """Say how far it is, how fast, and how well it reads."""
        course = self._training.course
        if course.settings.is_script:
            parts = [self.tr("{count:,} losses").format(count=course.iteration)]
        else:
            parts = [self.tr("iteration {count:,} of {last:,}").format(count=course.iteration, last=course.last)]
        if self._training.stage is Stage.TRAINING and course.rate:
            parts.append(self.tr("{rate:,.0f} a second").format(rate=course.rate))
        if course.losses:
            parts.append(self.tr("loss {loss}").format(loss=loss_text(course.losses[-1])))
        if course.accuracies:
            at, accuracy = course.accuracies[-1]
            text = self.tr("test accuracy {share}").format(share=share_text(accuracy))
            if at != course.iteration:
                text = self.tr("{accuracy} at {iteration:,}").format(accuracy=text, iteration=at)
            parts.append(text)
        return "  ·  ".join(parts)

    def answer(self, *, has_digit: bool) -> str:
        """Say what the network reads."""
        reading = self._training.reading
        if reading is None:
            if not self._training.is_alive:
                return self._why_it_cannot_read()
            if self._training.refusal is not None:
                reason = said(self._training.refusal)
                return self.tr("Your network cannot read a digit: {reason}").format(reason=reason)
            if has_digit:
                return self.tr("Your network is asked…")
            return self.tr("Draw a digit in the panel Input: your network reads it here.")
        numbers = [value for value in reading.probabilities if math.isfinite(value)]
        if not numbers:
            return self.tr("Your network answers with no numbers.")
        highest = max(numbers)
        return self.tr("Your network reads your digit: {digit} ({share})").format(
            digit=reading.probabilities.index(highest), share=share_text(highest)
        )

    def _why_it_cannot_read(self) -> str:
        training = self._training
        if not training.can_be_taken_up:
            return self.tr("Its process is gone and handed in no parameters: train again to let it read.")
        if not training.may_run:
            return self.tr("To let it read, take it up again: then you are asked whether its code may run.")
        if training.is_hopeless:
            return self.tr("A new process with its parameters could not read: its line above says why.")
        return self.tr("Draw a digit in the panel Input: a new process with its parameters reads it here.")

    def kept(self) -> str:
        """Say what stays and what is lost."""
        course = self._training.course
        if course.remains is None:
            return ""
        parts = []
        if course.parameters:
            parts.append(
                self.tr("The document keeps the code, the curve and {count:,} parameters, of iteration {at:,}.").format(
                    count=course.remains.parameters, at=course.parameters_at
                )
            )
        elif not course.keeps_parameters:
            parts.append(self.tr("Too large to be kept: {count:,} parameters.").format(count=course.remains.parameters))
        lost = [*course.remains.remembered]
        if lost:
            parts.append(
                self.tr("Lost with the process: what the optimizer remembers ({names}).").format(names=", ".join(lost))
            )
        if course.remains.answers_otherwise:
            parts.append(
                self.tr(
                    "Lost with the process: what the network keeps beside params; without it, it answers otherwise."
                )
            )
        return " ".join(parts)
