"""A person's own code as the session has it: the source, and all that is done with it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from playground.session.room import Room

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.editing.architecture import ArchitectureEditing
    from playground.session.own_code.checking import Checking
    from playground.session.own_code.code_scope import CodeScope
    from playground.session.own_code.code_stepping import CodeStepping
    from playground.session.own_code.measuring import Measuring
    from playground.session.own_code.own_code import OwnCode
    from playground.session.own_code.training.offer import Offer
    from playground.session.own_code.training.training import OwnTraining
    from playground.session.own_code.using import Using


class OwnCodeRoom(Room):
    """Makes the parts around the code that a person works on, which many never have."""

    learning_changed = Signal()
    """`has_unkept` may be another."""

    def __init__(self, document: Document, architecture: ArchitectureEditing, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._architecture = document, architecture

    @cached_property
    def source(self) -> OwnCode:
        """The code itself: its text, its file, and whether it may run."""
        from playground.session.own_code.own_code import OwnCode

        return self._adopted(OwnCode(self._document, self))

    @cached_property
    def checking(self) -> Checking:
        """Runs the code, in a process of its own."""
        from playground.session.own_code.checking import Checking

        return self._adopted(Checking(self.source, self))

    @cached_property
    def using(self) -> Using:
        """Puts a class of the code into the network."""
        from playground.session.own_code.using import Using

        return self._adopted(Using(self.source, self._document, self._architecture, self))

    @cached_property
    def measuring(self) -> Measuring:
        """Runs the code to its end, for the numbers that it comes to."""
        from playground.session.own_code.measuring import Measuring

        return self._adopted(Measuring(self.source, self))

    # ---- step by step

    @cached_property
    def stepping(self) -> CodeStepping:
        """Steps through the code."""
        from playground.session.own_code.code_stepping import CodeStepping

        return self._adopted(CodeStepping(self.source, self))

    @cached_property
    def scope(self) -> CodeScope:
        """What the names of the code stand for, where stepping stands."""
        from playground.session.own_code.code_scope import CodeScope

        return CodeScope(self.stepping, self)

    # ---- training

    @cached_property
    def offer(self) -> Offer:
        """What of the code can be trained."""
        from playground.session.own_code.training.offer import Offer

        return self._adopted(Offer(self.source, self))

    @cached_property
    def training(self) -> OwnTraining:
        """Trains the code, in a process of its own."""
        from playground.session.own_code.training.training import OwnTraining

        training = OwnTraining(self.source, self._document, self)
        training.changed.connect(self.learning_changed)
        return self._adopted(training)

    @property
    def has_unkept(self) -> bool:
        """Whether the code was trained, or is being trained, and the document does not have that yet."""
        return self._has_trained and self.training.is_unkept

    def added_to(self, state: DocumentState) -> DocumentState:
        """Return a document's state with what the training of the code has come to."""
        return self.training.added_to(state) if self._has_trained else state

    @property
    def _has_trained(self) -> bool:
        return "training" in self.__dict__  # else it would be made by the question
