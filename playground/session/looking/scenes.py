"""What was looked at when another document took the place of one, which undo and redo bring back with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import ref

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.document.lesson_place import LessonPlace
    from playground.session.document.state import DocumentState
    from playground.session.looking.example import Example
    from playground.session.looking.looking import Looking
    from playground.session.looking.sample import Sample


class Scene(NamedTuple):
    """The network and the sample that were chosen, the digit that was drawn, the open lesson and the step in it."""

    network: str
    chosen: Sample | None
    example: Example | None
    lesson: str
    step: int


class _Crossing:
    """Two documents one undo step apart, with the scene that belongs to each."""

    def __init__(self, before: DocumentState, after: DocumentState, scene: Scene) -> None:
        self.states = ref(before), ref(after)  # they live as long as undo keeps them
        self.scenes: list[Scene | None] = [scene, None]

    def side(self, state: DocumentState) -> int | None:
        return next((side for side, kept in enumerate(self.states) if kept() is state), None)


class Scenes(QObject):
    """Remembers what a lesson or a demonstration took away with the document that it replaced."""

    def __init__(self, document: Document, looking: Looking, lesson_place: LessonPlace, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._looking, self._lesson_place = document, looking, lesson_place
        self._crossings: list[_Crossing] = []
        document.changed.connect(self._on_document_changed)

    def now(self) -> Scene:
        """Return what is looked at."""
        looking, place = self._looking, self._lesson_place
        return Scene(looking.choice, looking.chosen, looking.example, place.name, place.step)

    def note(self, before: DocumentState, after: DocumentState, scene: Scene) -> None:
        """Remember the scene that belongs to the document `before`, which `after` has replaced."""
        alive = [each for each in self._crossings if all(kept() is not None for kept in each.states)]
        self._crossings = [*alive, _Crossing(before, after, scene)]

    @Slot()
    def _on_document_changed(self) -> None:
        left, come = self._document.before, self._document.state
        for crossing in self._crossings:
            one, other = crossing.side(left), crossing.side(come)
            if one is not None and other is not None and one != other:
                crossing.scenes[one] = self.now()
                self._bring_back(crossing.scenes[other])

    def _bring_back(self, scene: Scene | None) -> None:
        if scene is None:
            return
        self._looking.bring_back(scene.network, scene.chosen, scene.example)
        if scene.lesson != self._lesson_place.name:
            self._lesson_place.ask(scene.lesson, scene.step)
