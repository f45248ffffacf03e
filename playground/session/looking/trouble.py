"""What makes further training useless, as soon as it is so, and the way back from it."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from nn.network.naming import layer_names
from nn.training.obstacles import rate_obstacle
from playground.session.phrase import Phrase
from playground.session.running.changes import setup_of
from playground.session.running.run_pieces import until

if TYPE_CHECKING:
    from nn.inspection.layer_health import LayerHealth
    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState, RunRecord
    from playground.session.looking.health import Health
    from playground.session.running.control import RunControl
    from playground.session.running.reports import Progress
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline

Kind = Literal["layer", "loss", "rate", "ahead"]

_LOOKED_AT = 300  # losses: as long must it have been no better than a guess
_GUESSING = 0.98  # of ln K: a smaller mean is better than a guess


class Trouble(NamedTuple):
    """What makes further training useless.

    Attributes
    ----------
    kind
        A layer that cannot learn any more; a loss that is no number; a rate with which nothing is learned; one of the
        first two ahead, where the debugger went back to before it.
    iteration
        By when that was so, as updates made.
    text
        One sentence about it.
    """

    kind: Kind
    iteration: int
    text: Phrase


class Cause(NamedTuple):
    """The change by a person that led to trouble.

    Attributes
    ----------
    text
        The change, in the person's words.
    before
        The document without it, with the weights that training began from when it came.
    """

    text: object
    before: DocumentState


class TroubleWatch(QObject):
    """Tells when training cannot work any more, and what changed before.

    The losses are looked at as they come, which costs nothing; the layers are measured only when somebody sees their
    health anyway, and when the losses are no better than a guess.
    """

    changed = Signal(object)
    """Trouble, or None when there is none any more."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        control: RunControl,
        timeline: Timeline,
        health: Health,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._control = document, run, control
        self._timeline, self._health = timeline, health
        self.trouble: Trouble | None = None
        self._behind: Trouble | None = None  # what is ahead now, for when the journey to before it is undone
        self._since = document.state  # when it was noticed
        self._history = document.state.history  # as it was looked at
        self._is_dismissed = False
        self._losses: deque[float] = deque(maxlen=_LOOKED_AT)
        run.progressed.connect(self._on_run_progressed)
        health.changed.connect(self._on_health_changed)
        document.changed.connect(self._on_document_changed)

    @property
    def cause(self) -> Cause | None:
        """The latest change before the trouble that has to do with learning; None where there is none to undo."""
        return None if self.trouble is None else self._cause_before(self.trouble.iteration)

    @property
    def began(self) -> int:
        """Updates that had been made when the change came that led to the trouble; 0 where none did."""
        cause = self.cause
        return 0 if cause is None else cause.before.checkpoint.iteration

    def undo_cause(self) -> None:
        """Go back to before the change that led here, weights included, as one undo step."""
        self._control.when_idle(self._undo_cause)

    def dismiss(self) -> None:
        """Say nothing more until something is changed."""
        self._set(None)
        self._is_dismissed = True

    # ---- when there is trouble

    @Slot(object)
    def _on_run_progressed(self, progress: Progress) -> None:
        self._losses.extend(progress.losses[-_LOOKED_AT:].tolist())
        if self.trouble is None and self._is_guessing():
            self._health.ask()
            rate = self._absurd_rate()
            if rate is not None:
                self._set(Trouble("rate", progress.iteration, rate))
        elif self.trouble is not None and self.trouble.kind == "rate" and not self._is_guessing():
            self._set(None)

    def _is_guessing(self) -> bool:
        """Say whether the last losses are no better than those of somebody who guesses among the classes."""
        spec = self._document.state.spec
        if spec.loss != "SoftmaxWithLoss" or len(self._losses) < _LOOKED_AT:
            return False
        return not sum(self._losses) / _LOOKED_AT < _GUESSING * math.log(max(spec.outputs, 2))

    def _absurd_rate(self) -> Phrase | None:
        state = self._document.state
        reason = rate_obstacle(state.config)
        if reason is None:
            return None
        text = QT_TRANSLATE_NOOP(
            "TroubleWatch", "The loss stays at {loss}, no better than a guess (ln {classes}). {reason}"
        )
        loss = f"{sum(self._losses) / _LOOKED_AT:.2f}"
        return Phrase("TroubleWatch", text, {"loss": loss, "classes": state.spec.outputs, "reason": reason})

    def _look_at_the_end(self, history: tuple[RunRecord, ...]) -> None:
        """Tell of a run that ended without a finite loss: just now, or in a document that was opened."""
        divergence = history[-1].divergence if history else None
        if divergence is not None:
            text = (
                QT_TRANSLATE_NOOP(
                    "TroubleWatch",
                    "The loss became NaN in iteration {iteration}: training ended there. A smaller learning rate "
                    "helps most often.",
                )
                if math.isnan(divergence.loss)
                else QT_TRANSLATE_NOOP(
                    "TroubleWatch",
                    "The loss became infinite in iteration {iteration}: training ended there. A smaller learning rate "
                    "helps most often.",
                )
            )
            values = {"iteration": f"{divergence.iteration:,}"}
            self._is_dismissed = False  # it is another run
            self._set(Trouble("loss", divergence.iteration - 1, Phrase("TroubleWatch", text, values)))

    @Slot()
    def _on_health_changed(self) -> None:
        found, trouble = self._health.found, self.trouble
        if found is None or not self._health.is_current:
            return
        lost = found.hopeless if found.updates else None
        if lost is not None and (trouble is None or trouble.kind in ("rate", "ahead")):
            self._set(Trouble("layer", found.updates, self._layer_text(lost)))
        elif lost is None and trouble is not None and trouble.kind == "layer":
            self._set(None)

    def _layer_text(self, lost: LayerHealth) -> Phrase:
        ailment = lost.ailment
        text = QT_TRANSLATE_NOOP(
            "TroubleWatch",
            "All {units} neurons of {layer} are dead: no gradient comes through them, and what stands before "
            "them learns nothing any more.",
        )
        if lost.are_filters:
            text = QT_TRANSLATE_NOOP(
                "TroubleWatch",
                "All {units} filters of {layer} are dead: no gradient comes through them, and what stands before "
                "them learns nothing any more.",
            )
        if ailment is not None and ailment.kind == "not_finite":
            text = QT_TRANSLATE_NOOP(
                "TroubleWatch", "Numbers of {layer} are NaN or infinite: what is computed with them is lost."
            )
        name = layer_names(self._document.state.spec)[lost.layers.stop - 1]
        return Phrase("TroubleWatch", text, {"units": f"{lost.units:,}", "layer": name})

    @Slot()
    def _on_document_changed(self) -> None:
        """Forget trouble whose ground is gone; that of a layer is measured anew."""
        now, since = self._document.state, self._since
        went_back = now.checkpoint.iteration < since.checkpoint.iteration or len(now.history) < len(since.history)
        is_other = _setup(now) != _setup(since)
        if self._document.before is now or went_back or is_other:
            self._losses.clear()
            self._since, self._is_dismissed = now, False
            if self.trouble is not None and (self.trouble.kind != "layer" or went_back):
                self._set(None if is_other or not went_back else self._ahead_of(self.trouble))
            elif self.trouble is not None:
                self._health.ask()
        elif now.checkpoint is not since.checkpoint:
            self._since = now
            if self.trouble is not None and self.trouble.kind == "ahead":
                self._set(self._behind if self._document.way_back == "redo" else None)
                self._health.ask()
        if now.history is not self._history:
            self._history = now.history
            self._look_at_the_end(now.history)

    def _ahead_of(self, trouble: Trouble) -> Trouble | None:
        """Return trouble as it is seen from before it, None where nobody travelled back or no change led to it."""
        is_journey = self._document.way_back == "undo" and self._timeline.leads_to(self._document.state.checkpoint)
        cause = self._cause_before(trouble.iteration)
        if trouble.kind == "rate" or not is_journey or cause is None:
            return None
        if trouble.kind == "ahead":
            return trouble
        text = QT_TRANSLATE_NOOP(
            "TroubleWatch", "After “{change}” training went wrong, by iteration {iteration}: you are before that now."
        )
        self._behind = trouble
        values = {"change": cause.text, "iteration": f"{trouble.iteration:,}"}
        return Trouble("ahead", trouble.iteration, Phrase("TroubleWatch", text, values))

    def _set(self, trouble: Trouble | None) -> None:
        if trouble is not self.trouble and not (trouble is not None and self._is_dismissed):
            self.trouble = trouble
            self.changed.emit(trouble)

    # ---- and the way back

    def _cause_before(self, iteration: int) -> Cause | None:
        state = self._run.state
        is_ahead = self.trouble is not None and self.trouble.kind == "ahead"  # one may stand before the change, too
        for text, before, after in self._document.past:
            setup = _setup(after)
            if setup == _setup(before):
                continue
            noted = [first for record in state.history for first, each in record.setups if each == setup]
            start = before.checkpoint.iteration
            here = max(start, state.checkpoint.iteration) if is_ahead else start
            done = max((first - 1 for first in noted if first - 1 <= iteration), default=here)
            if is_ahead:
                done = min(done, here)
            if done <= iteration:
                return Cause(text, self._without(before, done, state))
        return None

    def _without(self, before: DocumentState, done: int, state: DocumentState) -> DocumentState:
        """Return the document without a change that came after so many updates, with the weights of then."""
        checkpoint = before.checkpoint
        if checkpoint.iteration == done:
            return before
        waypoint = self._timeline.before(done)
        if waypoint is None or not _is_at(waypoint.checkpoint, done, checkpoint):
            return before
        return replace(before, checkpoint=waypoint.checkpoint, history=until(state.history, done))

    def _undo_cause(self) -> None:
        cause = self.cause
        if cause is None:
            self._document.undo()
            return
        before = cause.before
        source = QT_TRANSLATE_NOOP("TroubleWatch", "Undo the change: {what}")
        self._document.edit(
            Phrase("TroubleWatch", source, {"what": cause.text}),
            spec=before.spec,
            config=before.config,
            dataset=before.dataset,
            checkpoint=before.checkpoint,
            history=before.history,
        )


def _setup(state: DocumentState) -> object:
    return setup_of(state.spec, state.config, state.dataset)


def _is_at(found: Checkpoint, done: int, like: Checkpoint) -> bool:
    return found.iteration == done and found.params.shape == like.params.shape
