"""The document: what a person edits, what undo takes back, and who is told."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from nn.messages import Message
from playground.session.document.undo import DEFAULT_BUDGET, UndoStack
from playground.session.phrase import Phrase, said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from nn.breakpoints import Breakpoint
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.training import Checkpoint, Divergence, Evaluation, TrainingConfig
    from playground.session.document.override import Override
    from playground.session.phrase import Text


@dataclass(frozen=True, eq=False)
class Points:
    """Training samples that a person made; equal where all their numbers are.

    Attributes
    ----------
    x, t : ndarray, shape (N, ...)
        Samples and targets as in `nn.datasets.Dataset`; read-only.
    """

    x: NDArray[Any]
    t: NDArray[Any]

    def __post_init__(self) -> None:
        for name in ("x", "t"):
            view = getattr(self, name).view()
            view.flags.writeable = False
            object.__setattr__(self, name, view)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Points):
            return NotImplemented
        return np.array_equal(self.x, other.x) and np.array_equal(self.t, other.t)

    def __hash__(self) -> int:
        return hash((self.x.tobytes(), self.t.tobytes()))


@dataclass(frozen=True)
class DatasetChoice:
    """The data that a network learns from, by their name and options.

    Attributes
    ----------
    name
        A name in `nn.datasets.DATASETS`.
    options
        Its options.
    train
        The training samples, where a person changed those of the dataset; else None.
    kept
        The dataset itself, where it is a person's own and small: then it is there without its file. Arrays are shared
        by all steps of the undo history.
    """

    name: str
    options: Mapping[str, Any] = field(default_factory=dict)
    train: Points | None = None
    kept: Dataset | None = None

    @property
    def base(self) -> DatasetChoice:
        """The same dataset as it is made, without what a person changed."""
        return self if self.train is None else replace(self, train=None)


def kept_losses(losses: Sequence[float]) -> NDArray[np.float32]:
    """Return losses as a history keeps them, read-only: float32 is enough for a curve.

    A loss of float64 that is larger than any float32 is finite still, and does not become infinite: it is kept as the
    largest float32.
    """
    exact = np.array(losses, np.float64)
    most = np.finfo(np.float32).max
    kept = np.where(np.isfinite(exact), exact.clip(-most, most), exact).astype(np.float32)
    kept.flags.writeable = False
    return kept


@dataclass(frozen=True)
class RunRecord:
    """The record of one stretch of training.

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
    paces
        Where in it an epoch began to have how many iterations: at its first one, and where the batches or the data
        changed. Empty where nobody noted it down.
    """

    first_iteration: int
    losses: NDArray[np.float32]
    evaluations: tuple[Evaluation, ...] = ()
    divergence: Divergence | None = None
    paces: tuple[tuple[int, int], ...] = ()


MOST = {"breakpoints": 1000, "watches": 1000, "overrides": 10_000}
"""Of what a document has many: a file with more is refused, and so is the edit that would lead to such a file."""
LONGEST_WATCH = 1000


class TooMuch(ValueError):
    """A state that could be written, but not read again."""


@dataclass(frozen=True)
class DocumentState:
    """Everything that undo restores. Frozen, with read-only arrays, and therefore free to share.

    Raises
    ------
    TooMuch
        If there is more of something than a document may have.
    """

    spec: NetworkSpec
    checkpoint: Checkpoint
    config: TrainingConfig
    dataset: DatasetChoice
    history: tuple[RunRecord, ...] = ()
    breakpoints: tuple[Breakpoint, ...] = ()
    watches: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()

    def __post_init__(self) -> None:
        for name, most in MOST.items():
            if len(getattr(self, name)) > most:
                raise TooMuch(_too_many(name, most))
        if any(len(watch) > LONGEST_WATCH for watch in self.watches):
            raise TooMuch(Message("a watch has at most {most:,} letters; write a shorter one", most=LONGEST_WATCH))


class Document(QObject):
    """Owns the state, changes it by whole values, and tells which fields changed.

    The state changes first; then each changed field's signal is emitted with its value; then `changed`, once.
    """

    spec_changed = Signal(object)
    checkpoint_changed = Signal(object)
    config_changed = Signal(object)
    dataset_changed = Signal(object)
    history_changed = Signal(object)
    breakpoints_changed = Signal(object)
    watches_changed = Signal(object)
    overrides_changed = Signal(object)
    changed = Signal()
    undo_changed = Signal()
    refused = Signal(str)
    """Why an edit was not made."""

    def __init__(self, state: DocumentState, parent: QObject | None = None, budget: int = DEFAULT_BUDGET) -> None:
        super().__init__(parent)
        self._budget = budget
        self._stack = UndoStack(state, budget)
        self.before = state
        """The state before the last gesture: an edit, a whole drag, an undo or a redo."""
        self.gesture: Text = ""
        """What that gesture was, in the person's words."""
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
        return str(self._stack.undo_text)

    @property
    def redo_text(self) -> str:
        """What `redo` would do again, in the person's words."""
        return str(self._stack.redo_text)

    @property
    def is_modified(self) -> bool:
        """Whether the state differs from the one last marked as clean."""
        return not self._stack.is_clean

    def mark_clean(self, state: DocumentState | None) -> None:
        """Remember the state that stands in the file, the current or an earlier one; None: no file has any."""
        self._stack.mark_clean(state)
        self.undo_changed.emit()

    def begin(self, state: DocumentState) -> None:
        """Become another document: nothing of the one before can be had back by undoing."""
        before = self.state
        self._stack = UndoStack(state, self._budget)
        self.before, self.gesture = state, ""
        self._tell(before)

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
            New values by the names of `DocumentState`'s fields; equal values change nothing, and what would be too
            much for a file is `refused`.
        """
        try:
            after = replace(self.state, **changes)
        except TooMuch as error:
            self.refused.emit(said(error))
            return
        if _changed_fields(self.state, after):
            self._move(text, lambda: self._stack.push(text, after, merge_key))

    def insert(self, base: DocumentState, text: Text, change: Callable[[DocumentState], DocumentState]) -> None:
        """Make a change that began at the state `base` one undo step below all edits made since."""
        self._move(text, lambda: self._stack.insert(base, text, change), base)

    def undo(self) -> None:
        """Go back to the state before the last step, exactly."""
        self.when_idle(self._undo)

    def redo(self) -> None:
        """Go forward again to the state after the step that was undone."""
        self.when_idle(self._redo)

    def _undo(self) -> None:
        source = QT_TRANSLATE_NOOP("Document", "Undo: {what}")
        self._move(Phrase("Document", source, {"what": self._stack.undo_text}), self._stack.undo)

    def _redo(self) -> None:
        source = QT_TRANSLATE_NOOP("Document", "Redo: {what}")
        self._move(Phrase("Document", source, {"what": self._stack.redo_text}), self._stack.redo)

    def _move(self, text: Text, act: Callable[[], bool | None], base: DocumentState | None = None) -> None:
        before = self.state
        is_continued = act()
        if self.state is before:
            return
        self.gesture = text
        if not is_continued:
            self.before = base or before
        self._tell(before)

    def _tell(self, before: DocumentState) -> None:
        for name in _changed_fields(before, self.state):
            # read anew: a listener may have edited meanwhile, and old values must not follow new ones
            getattr(self, f"{name}_changed").emit(getattr(self.state, name))
        self.changed.emit()
        self.undo_changed.emit()


def _too_many(name: str, most: int) -> Message:
    says = {
        "breakpoints": Message("a document has at most {most:,} breakpoints; take one away first", most=most),
        "watches": Message("a document has at most {most:,} watches; take one away first", most=most),
        "overrides": Message(
            "a document has at most {most:,} replaced numbers; give back the computed ones first", most=most
        ),
    }
    return says[name]


def _at_once(act: Callable[[], None]) -> None:
    act()


def _changed_fields(before: DocumentState, after: DocumentState) -> list[str]:
    return [f.name for f in fields(after) if not _same(f.name, getattr(before, f.name), getattr(after, f.name))]


def _same(name: str, before: object, after: object) -> bool:
    # checkpoint and history hold arrays: identity is exact for them because nobody changes them
    return before is after or (name not in ("checkpoint", "history") and before == after)
