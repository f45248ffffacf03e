"""The document: what a person edits, what undo takes back, and who is told."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from playground.session.document.state import TooMuch
from playground.session.document.undo import DEFAULT_BUDGET, UndoStack
from playground.session.phrase import Phrase, said
from playground.session.runs.keeping import keeping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playground.session.document.state import DocumentState
    from playground.session.phrase import Text

WayBack = Literal["undo", "redo"]


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
    code_changed = Signal(object)
    code_training_changed = Signal(object)
    runs_changed = Signal(object)
    run_label_changed = Signal(object)
    race_changed = Signal(object)
    begun = Signal()
    """It is another document, and nothing of the one before goes on."""
    changed = Signal()
    undo_changed = Signal()
    refused = Signal(str)
    """Why an edit was not made."""
    retraced = Signal(str)
    """What was undone or done again, in the person's words."""

    def __init__(self, state: DocumentState, parent: QObject | None = None, budget: int = DEFAULT_BUDGET) -> None:
        super().__init__(parent)
        self._budget = budget
        self._stack = UndoStack(state, budget)
        self.before = state
        """The state before the last gesture: an edit, a whole drag, an undo or a redo."""
        self.gesture: Text = ""
        """What that gesture was, in the person's words."""
        self.way_back: WayBack = "undo"
        """How the state before that gesture can be had back."""
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
    def past(self) -> Iterator[tuple[Text, DocumentState, DocumentState]]:
        """Each step that can be undone, the latest first: what was done, and the state before and after it."""
        return self._stack.past

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
        self.begun.emit()
        self._tell(before)

    def seal(self) -> None:
        """Let the next edit be an undo step of its own, whatever its merge key."""
        self._stack.seal()

    def edit(self, text: Text, *, merge_key: str = "", **changes: Any) -> None:
        """Replace fields of the state as one undo step; a run that ends by it is kept.

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
            after = keeping(self.state, replace(self.state, **_with_all_samples(self.state, changes)))
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
        self._retrace(Phrase("Document", source, {"what": self._stack.undo_text}), self._stack.undo, "redo")

    def _redo(self) -> None:
        source = QT_TRANSLATE_NOOP("Document", "Redo: {what}")
        self._retrace(Phrase("Document", source, {"what": self._stack.redo_text}), self._stack.redo, "undo")

    def _retrace(self, text: Text, act: Callable[[], None], way_back: WayBack) -> None:
        before = self.state
        self._move(text, act, way_back=way_back)
        if self.state is not before:
            self.retraced.emit(str(text))

    def _move(
        self,
        text: Text,
        act: Callable[[], bool | None],
        base: DocumentState | None = None,
        way_back: WayBack = "undo",
    ) -> None:
        before = self.state
        is_continued = act()
        if self.state is before:
            return
        self.gesture, self.way_back = text, way_back
        if not is_continued:
            self.before = base or before
        self._tell(before)

    def _tell(self, before: DocumentState) -> None:
        for name in _changed_fields(before, self.state):
            # read anew: a listener may have edited meanwhile, and old values must not follow new ones
            getattr(self, f"{name}_changed").emit(getattr(self.state, name))
        self.changed.emit()
        self.undo_changed.emit()


def _at_once(act: Callable[[], None]) -> None:
    act()


def _with_all_samples(state: DocumentState, changes: dict[str, Any]) -> dict[str, Any]:
    """Return changes that leave no samples out any more where the data become others: their numbers mean others."""
    is_other = changes.get("dataset", state.dataset) != state.dataset
    if is_other and "config" not in changes and state.config.left_out:
        return {**changes, "config": replace(state.config, left_out="")}
    return changes


def _changed_fields(before: DocumentState, after: DocumentState) -> list[str]:
    return [f.name for f in fields(after) if not _same(f.name, getattr(before, f.name), getattr(after, f.name))]


def _same(name: str, before: object, after: object) -> bool:
    # checkpoint, history and race hold arrays: identity is exact for them because nobody changes them
    return before is after or (name not in ("checkpoint", "history", "race") and before == after)
