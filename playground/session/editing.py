"""Edits of the network, of how it is trained and of what it learns from."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot

from nn.training import Checkpoint
from playground.session.adapting import (
    adapt,
    carry_over,
    check_loss,
    check_mini_batches,
    check_size,
    is_pristine,
    same_parameters,
)
from playground.session.document import DatasetChoice
from playground.session.kept_data import keep
from playground.session.phrase import Phrase, said
from playground.session.recognition import reads_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from playground.session.document import Document
    from playground.session.library import Library
    from playground.session.phrase import Text
    from playground.session.recognition import Recognition
    from playground.session.run import TrainingRun
    from playground.session.run_control import RunControl


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
        recognition: Recognition,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._control = document, run, control
        self._library, self._recognition = library, recognition
        self._wanted: DatasetChoice | None = None
        library.fetched.connect(self._on_dataset_fetched)

    def edit_config(self, text: Text, merge_key: str, changes: dict[str, Any]) -> None:
        """Change fields of the training configuration, live if training runs."""
        with self._mistakes_as_status():
            self._edit_config(text, merge_key, changes)

    def edit_spec(self, text: Text, spec: NetworkSpec, merge_key: str) -> None:
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

    def choose_dataset(self, name: str, options: Mapping[str, Any]) -> None:
        """Load a dataset and, once it is there, make it the document's and fit the network to it."""
        self._wanted = DatasetChoice(name, options)
        self.status.emit(QCoreApplication.translate("Session", "Loading the data …"))
        self._library.fetch(self._wanted)

    def forget(self) -> None:
        """Give up the dataset that is being loaded: it was chosen for another document."""
        self._wanted = None

    def reset_weights(self, seed: int | None) -> None:
        """Draw all weights anew, from the configuration's seed or from another; a run is ended first."""
        self._control.when_idle(partial(self._reset_weights, seed))

    def _edit_config(self, text: Text, merge_key: str, changes: dict[str, Any]) -> None:
        state = self._document.state
        edit: dict[str, Any] = {}
        if changes.get("optimizer", state.config.optimizer) != state.config.optimizer:
            changes = {"optimizer_options": {}, **changes}
        edit["config"] = config = replace(state.config, **changes)
        check_size(state.spec, config.batch_size)
        if self._run.is_running and self._library.data is not None:  # the run takes it at once, and must not fail by it
            check_mini_batches(state.spec, self._library.data, config.batch_size)
        if config.seed != state.config.seed and self._is_untouched():
            edit["checkpoint"] = Checkpoint.initial(state.spec, config.seed)
        self._document.edit(text, merge_key=merge_key, **edit)
        self._control.go_on_live()

    def _replace_network(self, text: Text, spec: NetworkSpec, merge_key: str) -> None:
        state = self._document.state
        if self._is_untouched():
            checkpoint = Checkpoint.initial(spec, state.config.seed)
        else:
            checkpoint = carry_over(state.checkpoint, state.spec, spec, state.config.seed)
        history = state.history if checkpoint.iteration else ()
        self._document.edit(text, merge_key=merge_key, spec=spec, checkpoint=checkpoint, history=history)
        self._control.go_on_live()

    def _use_dataset(self, choice: DatasetChoice, data: Dataset) -> None:
        with self._mistakes_as_status():
            state = self._document.state
            choice, spec = keep(choice, data), adapt(state.spec, data)
            text = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Choose dataset"))
            if spec == state.spec:
                self._document.edit(text, dataset=choice)
                return
            checkpoint = Checkpoint.initial(spec, state.config.seed)
            self._document.edit(text, dataset=choice, spec=spec, checkpoint=checkpoint, history=())
            if not reads_digits(spec):
                self._recognition.set_recogniser("shipped")

    def _reset_weights(self, seed: int | None) -> None:
        config = self._document.state.config
        if seed is not None:
            config = replace(config, seed=seed)
        checkpoint = Checkpoint.initial(self._document.state.spec, config.seed)
        text = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Reset weights"))
        self._document.edit(text, config=config, checkpoint=checkpoint, history=())

    def _is_untouched(self) -> bool:
        """Say whether the weights are as they were drawn: what was typed or learned is not drawn anew."""
        state = self._document.state
        return not self._run.is_running and is_pristine(state.checkpoint, state.spec, state.config.seed)

    @Slot(object, object)
    def _on_dataset_fetched(self, choice: DatasetChoice, data: Dataset) -> None:
        if choice is self._wanted:
            self._wanted = None
            self.status.emit("")  # it has been loaded
            self._control.when_idle(partial(self._use_dataset, choice, data))

    @contextmanager
    def _mistakes_as_status(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, TypeError) as error:
            self.status.emit(said(error))
