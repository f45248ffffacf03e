"""Data with the network and training they ask for: taken, or offered where something of a person's would be lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from nn.datasets import DATASETS
from nn.training import obstacles
from playground.session.document.state import DatasetChoice
from playground.session.editing.adapting import check_fits
from playground.session.phrase import said

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.document.lesson_place import LessonPlace
    from playground.session.editing.editing import Editing
    from playground.session.library import Library
    from playground.session.running.run import TrainingRun


@dataclass(frozen=True)
class Offer:
    """Data that wait for an answer, because a network that was trained and not saved would make way for them.

    Attributes
    ----------
    choice
        The data.
    """

    choice: DatasetChoice


class Recipes(QObject):
    """Takes data with their recipe, asks before that where a trained network is not saved, and knows what is amiss."""

    offered = Signal(object)
    """Offer that waits for an answer, None when it has one or is out of date."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        library: Library,
        editing: Editing,
        lesson_place: LessonPlace,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._library = document, run, library
        self._editing, self._lesson_place = editing, lesson_place
        self.offer: Offer | None = None
        document.dataset_changed.connect(self.decline)
        document.spec_changed.connect(self.decline)

    def choose(self, name: str, **options: Any) -> None:
        """Take data with their recipe, or offer it: a trained network is not given up without a word."""
        if self.iterations_at_stake:
            self._set_offer(Offer(DatasetChoice(name, options)))
        else:
            self.decline()
            self._editing.choose_with_recipe(name, **options)

    @property
    def iterations_at_stake(self) -> int:
        """How long the present network was trained, 0 if a file has it."""
        is_kept = not self._document.is_modified and not self._run.is_running
        return 0 if is_kept else self._run.iteration

    @Slot()
    def accept(self) -> None:
        """Take what is offered, with the recipe."""
        offer = self.offer
        self.decline()
        if offer is not None:
            self._editing.choose_with_recipe(offer.choice.name, **offer.choice.options)

    @Slot()
    def accept_data_alone(self) -> None:
        """Take the data that are offered, and keep the network as far as it fits them."""
        offer = self.offer
        self.decline()
        if offer is not None:
            self._editing.choose_dataset(offer.choice.name, **offer.choice.options)

    @Slot()
    def decline(self) -> None:
        """Leave everything as it is."""
        if self.offer is not None:
            self._set_offer(None)

    def _set_offer(self, offer: Offer | None) -> None:
        self.offer = offer
        self.offered.emit(offer)

    def obstacle(self) -> str:
        """Say why the present settings cannot learn the present data; empty if they can, or a lesson wants it so."""
        data, state = self._library.data, self._document.state
        recipe_for = DATASETS[state.dataset.name].recipe_for
        if data is None or not len(data.x) or recipe_for is None or self._lesson_place.name:
            return ""
        try:
            check_fits(state.spec, data)
        except ValueError as error:
            return said(error)
        reasons = obstacles(state.spec, state.config, data, recipe_for(data), self._run.iteration)
        return said(next(reasons, ""))
