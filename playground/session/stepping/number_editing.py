"""Numbers of a pass that a person replaces or moves a little, to see what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.session.phrase import Phrase
from playground.session.stepping.edited_update import checkpoint_after
from playground.session.stepping.nudging import Nudge, nudged, pass_of_subject, pass_of_training

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.arrays import Array
    from nn.trace import Event
    from playground.session.document.document import Document
    from playground.session.editing.weights import WeightEditing
    from playground.session.looking.live_network import LiveNetwork
    from playground.session.looking.looking import Looking
    from playground.session.stepping.stepped_pass import SteppedPass


class NumberEditing:
    """Replaces numbers of the pass that is stepped through, each an undo step of the document."""

    def __init__(
        self, document: Document, weights: WeightEditing, live: LiveNetwork, stepped: SteppedPass, looking: Looking
    ) -> None:
        self._document, self._weights, self._live = document, weights, live
        self._stepped, self._looking = stepped, looking

    @property
    def movable(self) -> Mapping[str, Array]:
        """The parameters that `nudge` can move: those of the pass, none where it comes to no loss."""
        if self._stepped.training_pass is not None:
            return (self._live if self._stepped.past is None else self._looking).network.params
        subject = self._looking.subject
        return {} if pass_of_subject(subject) is None else subject.network.params

    def nudge(self, name: str, index: tuple[int, ...], h: float) -> Nudge | None:
        """Return what moving one parameter of the pass by `h` does to its loss, None without a loss."""
        training_pass = self._stepped.training_pass
        of = pass_of_subject(self._looking.subject) if training_pass is None else pass_of_training(training_pass)
        return None if of is None else nudged(of, name, index, h)

    def override(self, name: str, index: tuple[int, ...], value: float) -> None:
        """Replace one number of the pass, computed or not; what follows is computed from it.

        A parameter is changed for good, like in the weights panel; any other number for this pass alone.
        """
        if not self._stepped.can_be_changed:
            return
        source = QT_TRANSLATE_NOOP("Debugger", "Set {name}[{index}]")
        text = Phrase("Debugger", source, {"name": name, "index": ", ".join(map(str, index))})
        is_mine = self._stepped.training_pass is not None or self._looking.subject.is_yours_now
        if is_mine and self._weights.has(name):
            self._weights.set_cells(text, name, index, value)
            return
        others = [each for each in self._stepped.overrides if (each.name, each.index) != (name, index)]
        mine = self._stepped.next_override(name, index, value)
        self._document.edit(text, overrides=(*others, mine))

    def clear_overrides(self) -> None:
        """Give every replaced number back what was computed."""
        text = Phrase("Debugger", QT_TRANSLATE_NOOP("Debugger", "Give back the computed numbers"))
        self._document.edit(text, overrides=())

    def update(self, trace: tuple[Event, ...]) -> None:
        """Do the update that follows from the replaced numbers: training itself would not know of them."""
        if self._stepped.training_pass is None or self._stepped.row is not None:
            return
        checkpoint, record = checkpoint_after(self._stepped.training_pass, trace)
        text = Phrase("Debugger", QT_TRANSLATE_NOOP("Debugger", "Train 1 iteration with replaced numbers"))
        self._stepped.arrive_at(0)
        history = (*self._document.state.history, record)
        self._document.edit(text, checkpoint=checkpoint, history=history, overrides=())
