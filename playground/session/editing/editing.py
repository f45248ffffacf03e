"""Edits of the network, of how it is trained and of what it learns from."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot

from nn.arrays import frozen
from nn.datasets import DATASETS
from nn.editing.architecture import matched
from nn.editing.transplant import transplant
from nn.training import Checkpoint, suggested_network, suggested_training
from playground.session.document.kept_data import keep
from playground.session.document.state import DatasetChoice
from playground.session.editing.adapting import (
    adapt,
    check_loss,
    check_mini_batches,
    check_size,
    same_parameters,
)
from playground.session.editing.background_build import Making, redrawn
from playground.session.phrase import Phrase, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.editing.architecture import ArchitectureEditing
    from playground.session.library import Library
    from playground.session.looking.scenes import Scene, Scenes
    from playground.session.phrase import Text
    from playground.session.running.control import RunControl
    from playground.session.running.run import TrainingRun


_DIGITS = "mnist"
"""The data that the shipped network has learned from."""


class Editing(QObject):
    """Makes each change one undo step; a running training takes it up, or is ended first where it cannot.

    A person's mistakes are answered by `status`.
    """

    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        control: RunControl,
        library: Library,
        architecture: ArchitectureEditing,
        scenes: Scenes,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._control = document, run, control
        self._library, self._architecture, self._scenes = library, architecture, scenes
        self._wanted: DatasetChoice | None = None
        self._with_recipe = False
        self._wanted_at = document.state
        library.fetched.connect(self._on_dataset_fetched)

    def begin(self, state: DocumentState) -> None:
        """Make this the document, without a way back by undoing; a run is ended first."""
        self._control.when_idle(partial(self._begin, state))

    def replace(self, text: Text, state: DocumentState, scene: Scene | None = None) -> None:
        """Make another document of this one as one undo step: what was trained and looked at can be had back.

        `scene` is what was looked at, where that is something else by now.
        """
        self._control.when_idle(partial(self._replace, text, state, scene or self._scenes.now()))

    def edit_config(self, text: Text, merge_key: str = "", **changes: Any) -> None:
        """Change fields of the training configuration, live if training runs.

        Another optimizer begins with its default options, unless some are given.
        """
        with self._mistakes_as_status():
            self._edit_config(text, merge_key, changes)

    def edit_spec(self, text: Text, spec: NetworkSpec, merge_key: str = "") -> None:
        """Replace the network, keeping the weights that fit: live if all do, else a run is ended first."""
        with self._mistakes_as_status():
            check_size(spec, self._document.state.config.batch_size)
            if self._library.data is not None:  # a run takes the new loss at once, and must not fail by it
                check_loss(spec.loss, self._library.data)
            replace_network = partial(self._replace_network, text, spec, merge_key)
            if same_parameters(spec, self._document.state.spec):
                replace_network()
            else:
                self._control.when_idle(replace_network)

    def choose_dataset(self, name: str, **options: Any) -> None:
        """Load a dataset and, once it is there, make it the document's and fit the network to it."""
        self._fetch(DatasetChoice(name, options), with_recipe=False)

    def choose_with_recipe(self, name: str, **options: Any) -> None:
        """Load a dataset and, once it is there, make it the document's with the network and training it asks for."""
        self._fetch(DatasetChoice(name, options), with_recipe=True)

    def take_recipe(self) -> None:
        """Replace network and training by those that the document's data ask for, as one undo step."""
        self._control.when_idle(self._take_recipe)

    def _fetch(self, choice: DatasetChoice, *, with_recipe: bool) -> None:
        self._wanted, self._wanted_at, self._with_recipe = choice, self._document.state, with_recipe
        self.status.emit(QCoreApplication.translate("Session", "Loading the data …"))
        self._library.fetch(self._wanted)

    def copy_shipped(self) -> None:
        """Make the network that ships with the program the document's own, and its digits the data: one undo step."""
        shipped = self._library.shipped
        if shipped is None:
            return
        state = self._document.state
        checkpoint = Checkpoint(0, frozen(shipped.flat_params), frozen(shipped.flat_state))
        dataset = state.dataset if state.dataset.name == _DIGITS else DatasetChoice(_DIGITS)
        text = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Copy the shipped network"))
        copy = replace(state, spec=shipped.spec, checkpoint=checkpoint, dataset=dataset, history=(), overrides=())
        self.replace(text, copy)
        self.status.emit(
            QCoreApplication.translate(
                "Session", "The shipped network is yours now. Undo brings back the network that you had."
            )
        )

    def reset_weights(self, seed: int | None = None) -> None:
        """Draw all weights anew, from the configuration's seed or from another; a run is ended first."""
        self._control.when_idle(partial(self._reset_weights, seed))

    def _begin(self, state: DocumentState) -> None:
        self._control.stop()
        self._wanted = None  # a dataset that is being loaded was chosen for the document before
        self._run.pass_over_nothing()
        self._document.begin(state)

    def _replace(self, text: Text, state: DocumentState, scene: Scene) -> None:
        self._run.pass_over_nothing()
        before = self._document.state
        self._document.edit(text, **{field.name: getattr(state, field.name) for field in fields(state)})
        if self._document.state is not before:
            self._scenes.note(before, self._document.state, scene)
            if before.checkpoint.iteration:  # what is opened may begin to train at once, and the bar say that
                text = QCoreApplication.translate(
                    "Session", "Undo brings back the network trained for {count:,} iterations."
                )
                self.status.emit(text.format(count=before.checkpoint.iteration))

    def _edit_config(self, text: Text, merge_key: str, changes: dict[str, Any]) -> None:
        state = self._document.state
        if changes.get("optimizer", state.config.optimizer) != state.config.optimizer:
            changes = {"optimizer_options": {}, **changes}
        config = replace(state.config, **changes)
        check_size(state.spec, config.batch_size)
        if self._run.is_running and self._library.data is not None:  # the run takes it at once, and must not fail by it
            check_mini_batches(state.spec, self._library.data, config.batch_size, replacement=config.replacement)
        if config.seed != state.config.seed and not self._run.is_running and not state.checkpoint.iteration:
            make = partial(redrawn, state, state.spec, config.seed, lambda: state.checkpoint)
            change = partial(_with_config, changes)
            self._architecture.make(Making(text, state, state.spec, make, change, merge_key=merge_key))
            return
        self._document.edit(text, merge_key=merge_key, config=config)
        self._control.go_on_live()

    def _replace_network(self, text: Text, spec: NetworkSpec, merge_key: str) -> None:
        state = self._document.state
        edit = matched(state.spec, spec)
        keep = partial(transplant, edit, state.checkpoint, state.config.seed)
        make = keep if self._run.is_running else partial(redrawn, state, spec, state.config.seed, keep)
        is_quick = edit.keeps_everything and (self._run.is_running or bool(state.checkpoint.iteration))
        self._architecture.make(
            Making(text, state, spec, make, lambda _: {"spec": spec}, merge_key=merge_key, is_quick=is_quick)
        )

    def _take_recipe(self) -> None:
        state, data = self._document.state, self._library.data
        if data is not None:
            text = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Take the recipe"))
            self._edit_by_recipe(text, state.dataset, data)

    def _edit_by_recipe(self, text: Text, choice: DatasetChoice, data: Dataset) -> None:
        recipe_for, state = DATASETS[choice.name].recipe_for, self._document.state
        if recipe_for is None:
            self._use_dataset(choice, data, with_recipe=False)
            return
        recipe = recipe_for(data)
        spec, config = suggested_network(recipe, data), suggested_training(recipe, state.config)
        self._edit_with_network(text, spec, dataset=choice, config=config)

    def _edit_with_network(self, text: Text, spec: NetworkSpec, **changes: Any) -> None:
        """Begin anew with a network, unless it is the one there and nothing was learned yet."""
        state = self._document.state
        if spec != state.spec or state.checkpoint.iteration:
            changes |= {"spec": spec, "checkpoint": Checkpoint.initial(spec, state.config.seed), "history": ()}
        self._document.edit(text, **changes)

    def _use_dataset(self, choice: DatasetChoice, data: Dataset, *, with_recipe: bool) -> None:
        with self._mistakes_as_status():
            state = self._document.state
            choice, spec = keep(choice, data), adapt(state.spec, data)
            text = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Choose dataset"))
            if with_recipe:
                self._edit_by_recipe(text, choice, data)
                return
            if spec == state.spec:
                self._document.edit(text, dataset=choice)
                return
            self._edit_with_network(text, spec, dataset=choice)

    def _reset_weights(self, seed: int | None) -> None:
        state = self._document.state
        changes: dict[str, Any] = {} if seed is None else {"seed": seed}
        config = replace(state.config, **changes)
        make = partial(Checkpoint.initial, state.spec, config.seed)
        text = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Reset weights"))
        self._architecture.make(Making(text, state, state.spec, make, partial(_with_config, changes)))

    @Slot(object, object)
    def _on_dataset_fetched(self, choice: DatasetChoice, data: Dataset) -> None:
        if choice is self._wanted:
            self._wanted = None
            self.status.emit("")  # it has been loaded
            if self._document.can_redo and self._document.state is not self._wanted_at:
                return  # something was undone meanwhile: this edit would cut off what can be redone
            self._control.when_idle(partial(self._use_dataset, choice, data, with_recipe=self._with_recipe))

    @contextmanager
    def _mistakes_as_status(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, TypeError) as error:
            self.status.emit(said(error))


def _with_config(changes: Mapping[str, Any], state: DocumentState) -> dict[str, Any]:
    return {"config": replace(state.config, **changes)}
