"""A breakpoint after the fact: when a condition first held in the training that led here, found by training again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.breakpoints import Breakpoint, Finding, Place, Stop
from playground.session.past.first_held import FirstHeld, Held, first_held

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.past.asking import Asking
    from playground.session.past.questions import Asked, Found
    from playground.session.stepping.debugger import Debugger


class FirstTime(QObject):
    """Asks for one condition at a time; whoever gives it up keeps what was covered, and another way takes it away.

    Attributes
    ----------
    question : FirstHeld or None
        What was asked last.
    """

    changed = Signal()
    """Another question, or more is known of it."""

    def __init__(self, document: Document, asking: Asking, debugger: Debugger, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._asking, self._debugger = document, asking, debugger
        self.question: FirstHeld | None = None
        self._held: dict[int, Held] = {}
        asking.found.connect(self._on_found)
        asking.changed.connect(self.changed)
        asking.cut.connect(self._on_cut)

    def ask(self, text: str, *, stays: bool = False) -> bool:
        """Find out when a condition first held; say whether there is a past to ask.

        Parameters
        ----------
        stays
            Whether it holds ever after, once it has held: then the kept moments tell where to look.

        Raises
        ------
        WatchError
            If it is no condition of this network.
        """
        state = self._document.state
        question = FirstHeld.of(text, state.spec, state.config, stays=stays)
        if self.question is not None and question != self.question:
            self._asking.forget((self.question,))
        if question != self.question:
            self.question, self._held = question, {}
        asked = self._asking.ask((question,))
        self.changed.emit()
        return asked

    @Slot()
    def cancel(self) -> None:
        """Look no further; what was covered stays known, and asking again goes on from there."""
        if self.question is not None:
            self._asking.drop((self.question,))

    def forget(self) -> None:
        """Ask nothing any more."""
        if self.question is not None:
            question, self.question, self._held = self.question, None, {}
            self._asking.forget((question,))
            self.changed.emit()

    # ---- what is known

    @property
    def is_busy(self) -> bool:
        """Whether it is being looked for."""
        return self.question is not None and self._asking.is_open(self.question)

    @property
    def known(self) -> Asked | None:
        """How much is known."""
        return None if self.question is None else self._asking.progress(self.question)

    @property
    def iteration(self) -> int | None:
        """The iteration in whose pass it first held; 0 where it held in none, None as long as that is not known."""
        known = self.known
        return None if known is None else first_held(known, self._asking.last)

    @property
    def held(self) -> Held | None:
        """What was found there."""
        return self._held.get(self.iteration or 0)

    @property
    def share_done(self) -> float:
        """How much of the passes that may be the first one is looked through, from 0 to 1."""
        known = self.known
        if known is None:
            return 0.0
        end = min(known.latest or self._asking.last, self._asking.last)
        return (known.covered - self._asking.first) / max(1, end - self._asking.first)

    def look_there(self) -> None:
        """Let all panels look at the moment at which it first held, before that update."""
        if self.iteration:
            self._debugger.playhead.go(self.iteration - 1)

    def step_there(self) -> None:
        """Look at that moment, and open the debugger in its pass, where what holds is made."""
        held, question = self.held, self.question
        if question is None or held is None or not self.iteration:
            return
        said: dict[str, object] = {"expression": question.text}
        text = "{expression} holds."
        if held.part:
            said |= {"part": held.part, "got": held.number}
            text = "{expression} holds: {part} is {got:.4g}."
        by_event = question.text.replace("loss", "L")
        breakpoint_ = Breakpoint.when("expression", expression=by_event)
        stop = Stop(self.iteration, breakpoint_, (Finding(text, said),), Place(value=question.text))
        self._debugger.look_at(stop, at_start=held.is_given)

    # ---- what is told

    @Slot(object)
    def _on_found(self, found: tuple[Found, ...]) -> None:
        for each in found:
            held = each.answers.get(self.question) if self.question is not None else None
            if isinstance(held, Held) and held.holds:
                self._held[each.iteration] = held

    @Slot(object)
    def _on_cut(self, iteration: int) -> None:
        self._held = {each: held for each, held in self._held.items() if each <= iteration}
