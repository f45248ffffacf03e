"""The document: what a person edits, what undo takes back, and who is told."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from playground.session.undo import DEFAULT_BUDGET, UndoStack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from nn.network import NetworkSpec
    from nn.training import Checkpoint, Divergence, Evaluation, TrainingConfig
    from playground.session.phrase import Text


@dataclass(frozen=True)
class DatasetChoice:
    """Which data a network learns from: a name in `nn.datasets.DATASETS` and its options."""

    name: str
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class RunRecord:
    """What happened in one stretch of training.

    Attributes
    ----------
    first_iteration
        The iteration of `losses[0]`, counted from 1.
    losses : ndarray of float32, shape (iterations,)
        The loss of every iteration; read-only.
    evaluations
        The accuracies measured on the way.
    divergence
        Why the run ended by itself before its time, or None.
    """

    first_iteration: int
    losses: NDArray[np.float32]
    evaluations: tuple[Evaluation, ...] = ()
    divergence: Divergence | None = None


@dataclass(frozen=True)
class DocumentState:
    """Everything that undo restores. Frozen, with read-only arrays, and therefore free to share."""

    spec: NetworkSpec
    checkpoint: Checkpoint
    config: TrainingConfig
    dataset: DatasetChoice
    history: tuple[RunRecord, ...] = ()


class Document(QObject):
    """Owns the state, changes it by whole values, and tells which fields changed.

    The state changes first; then each changed field's signal is emitted with its value; then `changed`, once.
    """

    spec_changed = Signal(object)
    checkpoint_changed = Signal(object)
    config_changed = Signal(object)
    dataset_changed = Signal(object)
    history_changed = Signal(object)
    changed = Signal()
    undo_changed = Signal()

    def __init__(self, state: DocumentState, parent: QObject | None = None, budget: int = DEFAULT_BUDGET) -> None:
        super().__init__(parent)
        self._stack = UndoStack(state, budget)
        self.when_idle: Callable[[Callable[[], None]], None] = _at_once
        """How to wait until nobody is about to write: undoing in the middle of a run ends the run first."""

    @property
    def state(self) -> DocumentState:
        """The current state."""
        return self._stack.value

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return self._stack.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something taken back can be done again."""
        return self._stack.can_redo

    @property
    def undo_text(self) -> str:
        """What `undo` would take back, in the person's words."""
        return self._stack.undo_text

    @property
    def redo_text(self) -> str:
        """What `redo` would do again, in the person's words."""
        return self._stack.redo_text

    @property
    def is_modified(self) -> bool:
        """Whether the state differs from the one last marked as clean."""
        return not self._stack.is_clean

    def mark_clean(self) -> None:
        """Remember the current state as the one that stands in the file."""
        self._stack.mark_clean()
        self.undo_changed.emit()

    def seal(self) -> None:
        """Let the next edit be an undo step of its own, whatever its merge key."""
        self._stack.seal()

    def edit(self, text: Text, *, merge_key: str = "", **changes: Any) -> None:
        """Replace fields of the state as one undo step.

        Parameters
        ----------
        text
            The name of the step in the menu, such as "Set learning rate"; a phrase follows the language.
        merge_key
            Edits in a row with the same non-empty key become one step.
        **changes
            New values by the names of `DocumentState`'s fields; equal values change nothing.
        """
        after = replace(self.state, **changes)
        if _changed_fields(self.state, after):
            self._move(lambda: self._stack.push(text, after, merge_key))

    def insert(self, base: DocumentState, text: Text, change: Callable[[DocumentState], DocumentState]) -> None:
        """Make a change that began at the state `base` one undo step below all edits made since."""
        self._move(lambda: self._stack.insert(base, text, change))

    def undo(self) -> None:
        """Go back to the state before the last step, exactly."""
        self.when_idle(partial(self._move, self._stack.undo))

    def redo(self) -> None:
        """Go forward again to the state after the step that was undone."""
        self.when_idle(partial(self._move, self._stack.redo))

    def _move(self, act: Callable[[], None]) -> None:
        before = self.state
        act()
        if self.state is before:
            return
        for name in _changed_fields(before, self.state):
            # read anew: a listener may have edited meanwhile, and old values must not follow new ones
            getattr(self, f"{name}_changed").emit(getattr(self.state, name))
        self.changed.emit()
        self.undo_changed.emit()


def _at_once(act: Callable[[], None]) -> None:
    act()


def _changed_fields(before: DocumentState, after: DocumentState) -> list[str]:
    return [f.name for f in fields(after) if not _same(f.name, getattr(before, f.name), getattr(after, f.name))]


def _same(name: str, before: object, after: object) -> bool:
    # checkpoint and history hold arrays: identity is exact for them because nobody changes them
    return before is after or (name in ("spec", "config", "dataset") and before == after)
