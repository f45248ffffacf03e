"""Puts what a lesson wants in place: its ready state, what its buttons do, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from playground.lessons.setting import Row, Typed
from playground.session.looking.selection import FunctionPlot, Neuron
from playground.session.phrase import Phrase, said

if TYPE_CHECKING:
    from playground.lessons.setting import Setting, Stand
    from playground.session.looking.scenes import Scene
    from playground.session.session import Session


class Placing(QObject):
    """Changes the document and what is looked at on behalf of the lesson that is open.

    Attributes
    ----------
    is_astray : bool
        Whether another sample is looked at than the lesson put there last, or through another network.
    """

    placed = Signal()
    """What the lesson looks at is in place; a row of the data comes when they are loaded."""
    astray_changed = Signal(bool)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._row: Row | None = None  # to be shown when the data are there
        self._stand: Stand | None = None  # to be taken when what it needs is there
        self._own: Typed | Row | None = None
        self.is_astray = False
        session.library.data_changed.connect(self._on_data_changed)
        session.looking.changed.connect(self._on_looking_changed)

    def forget(self) -> None:
        """Forget what the lesson before wanted."""
        self._row, self._stand, self._own = None, None, None
        self._on_looking_changed()

    def clear(self) -> None:
        """Look at nothing: what is asked once more is not to be read off the panels."""
        self.forget()
        self._session.debugger.close()
        looking = self._session.looking
        looking.bring_back(looking.choice, None, None)

    def open(self, start: Setting, scene: Scene, then: Callable[[], None]) -> None:
        """Make a lesson's ready state the document, as one undo step, as soon as training allows it; then go on."""
        self._session.document.when_idle(partial(self._open, start, scene, then))

    def _open(self, start: Setting, scene: Scene, then: Callable[[], None]) -> None:
        text = Phrase("Course", QT_TRANSLATE_NOOP("Course", "Open lesson"))
        self._session.debugger.close()  # its pass is that of the document before
        self._session.editing.replace(text, start.opened(), scene)
        self.clear()  # what was typed or drawn before is none of the lesson's
        self.look_at(start)
        self._session.status.emit(self.tr("The lesson is open. Undo brings back what you had before."))
        then()

    def put(self, setting: Setting) -> None:
        """Do what a button of a step does."""
        if setting.edits_training_only:  # a run takes it up at once and goes on
            self._session.editing.edit_config(_step_text(), **setting.training)
            self.look_at(setting)
        else:
            self._session.document.when_idle(partial(self._put, setting))

    def _put(self, setting: Setting) -> None:
        if setting.edits:
            try:
                state = setting.applied(self._session.document.state)
            except ValueError as error:
                text = self.tr("This does not fit the network of the moment: {reason}. Restart the lesson.")
                self._session.status.emit(text.format(reason=said(error)))
                return
            self._session.editing.replace(_step_text(), state)
        self.look_at(setting)

    def look_at(self, setting: Setting) -> None:
        """Do what is no edit: the sample, the plot, the neuron, the panels, the debugger, and training."""
        session, plot = self._session, setting.plot
        if setting.look:
            session.looking.choose(setting.look)
        if setting.sample is not None:
            self._own = setting.sample
            self._show_own()
        if plot is not None:
            session.selection.show_plot(FunctionPlot(plot.functions, plot.low, plot.high, plot.derivatives))
        if setting.sketch is not None:
            session.selection.show_sketch(setting.sketch)
        if setting.neuron is not None:
            session.selection.select(Neuron(*setting.neuron))
        if setting.stand is not None:
            self._stand = setting.stand
            self._take_stand()
        for name in setting.panels:
            session.panel_requested.emit(name)
        if setting.train:
            session.control.train()
        self.placed.emit()

    def come_back(self) -> None:
        """Look again at the person's network and at the sample that the lesson put there last."""
        self._session.looking.choose("mine")
        if self._own is not None:
            self._show_own()

    def _show_own(self) -> None:
        if isinstance(self._own, Row):
            self._row = self._own
            self._on_data_changed()
        elif self._own is not None:
            try:
                self._session.looking.type_sample(self._own.x, self._own.t)
            except ValueError as error:  # meanwhile another network was made
                self._session.status.emit(said(error))

    # ---- what comes later

    @Slot()
    def _on_data_changed(self) -> None:
        if self._session.library.data is None or (self._row is None and self._stand is None):
            return
        row, self._row = self._row, None
        if row is not None:
            try:
                self._session.looking.show_row(row.index, row.part)
            except ValueError as error:  # meanwhile another network was made or undone
                self._session.status.emit(said(error))
        self._take_stand()
        self.placed.emit()

    def _take_stand(self) -> None:
        """Stand in the debugger where the lesson wants, when there is what it goes through."""
        stand, session = self._stand, self._session
        if stand is None or self._row is not None:
            return
        if stand.kind == "batch" and session.library.data is None:
            return
        self._stand = None
        session.document.when_idle(partial(self._stand_at, stand))

    def _stand_at(self, stand: Stand) -> None:
        debugger = self._session.debugger
        debugger.open(stand.kind)
        events = (each.index for each in debugger.trace if stand.place is not None and stand.place.is_at(each))
        index = next(events, None)
        if index is not None:
            debugger.go(index if stand.before else index + 1)
        debugger.set_element(stand.element)
        self._session.panel_requested.emit("debugger")
        self.placed.emit()

    @Slot()
    def _on_looking_changed(self) -> None:
        is_astray = self._own is not None and self._row is None and not self._looks_at_own(self._own)
        if is_astray != self.is_astray:
            self.is_astray = is_astray
            self.astray_changed.emit(is_astray)

    def _looks_at_own(self, own: Typed | Row) -> bool:
        subject = self._session.looking.subject
        sample = subject.sample
        if sample is None or not subject.is_yours_now:
            return False
        if isinstance(own, Row):
            return sample.origin == f"{own.part} {own.index}"
        return own.x.size == sample.x.size and bool(np.array_equal(own.x.reshape(-1), sample.x.reshape(-1)))


def _step_text() -> Phrase:
    return Phrase("Course", QT_TRANSLATE_NOOP("Course", "Do a step of the lesson"))
