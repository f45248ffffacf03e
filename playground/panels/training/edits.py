"""Edits from the training form to the session: this way only, never back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from nn.editing.architecture import groups, matched, rebuild
from playground.panels.training.blueprint import Blueprint
from playground.session.editing.adapting import LARGEST, VALUE_LOSS, suits
from playground.session.phrase import Phrase
from playground.words import CONFIG, LOSSES, OPTIMIZERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nn.editing.transplant import Edit
    from nn.network import NetworkSpec
    from playground.panels.training.form import TrainingForm
    from playground.panels.training.layers_editor import HiddenLayer
    from playground.session.session import Session

_LAYER_EDITS = {
    "units": QT_TRANSLATE_NOOP("TrainingEdits", "Set units"),
    "activation": QT_TRANSLATE_NOOP("TrainingEdits", "Set activation"),
    "add": QT_TRANSLATE_NOOP("TrainingEdits", "Add layer"),
    "remove": QT_TRANSLATE_NOOP("TrainingEdits", "Remove layer"),
    "move": QT_TRANSLATE_NOOP("TrainingEdits", "Move layer"),
}


class TrainingEdits(QObject):
    """Writes each edit of the form to the session, as one undo step with a name."""

    refused = Signal(str)
    """Why an edit was not made, for the person."""
    changed_nothing = Signal()
    """The form shows what the document is not, or not yet."""

    def __init__(self, session: Session, form: TrainingForm, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        form.dataset_edited.connect(self._on_dataset_edited)
        form.data_option_edited.connect(self._on_data_option_edited)
        form.layers_edited.connect(self._on_layers_edited)
        form.network_option_edited.connect(self._on_network_option_edited)
        form.config_edited.connect(self._on_config_edited)
        form.rate_dragged.connect(self._on_rate_dragged)
        form.optimizer_option_edited.connect(self._on_optimizer_option_edited)
        form.refused.connect(self.refused)

    @Slot(str)
    def _on_dataset_edited(self, name: str) -> None:
        recipes = self._session.recipes
        recipes.choose(name)
        if recipes.offer is not None:
            self.changed_nothing.emit()

    @Slot(str, object)
    def _on_data_option_edited(self, option: str, value: object) -> None:
        chosen = self._session.document.state.dataset
        self._session.editing.choose_dataset(chosen.name, **{**chosen.options, option: value})

    @Slot(object, str, object)
    def _on_layers_edited(self, hidden: tuple[HiddenLayer, ...], what: str, places: tuple[int | None, ...]) -> None:
        text = Phrase("TrainingEdits", _LAYER_EDITS[what])
        self._edit_layers(text, replace(self._plain_blueprint(), hidden=hidden), places)

    @Slot(str, object)
    def _on_network_option_edited(self, name: str, value: Any) -> None:
        text, spec = _set_text(name), self._session.document.state.spec
        if name in ("loss", "dtype"):
            self._edit_spec(text, replace(spec, **{name: value}))
        else:
            blueprint = self._plain_blueprint()
            self._edit_layers(text, blueprint.with_choice(name, value), range(len(blueprint.hidden)))

    @Slot(str, object)
    def _on_config_edited(self, name: str, value: Any) -> None:
        self._edit_config(_set_text(name), **{name: value})

    @Slot(object, int)
    def _on_rate_dragged(self, value: float, gesture: int) -> None:
        self._edit_config(_set_text("lr"), merge_key=f"lr {gesture}", lr=value)

    @Slot(str, object)
    def _on_optimizer_option_edited(self, name: str, value: Any) -> None:
        config = self._session.document.state.config
        source = QT_TRANSLATE_NOOP("TrainingEdits", "Set option of {optimizer}")
        text = Phrase("TrainingEdits", source, {"optimizer": Phrase("Words", OPTIMIZERS[config.optimizer].label)})
        self._edit_config(text, optimizer_options={**config.optimizer_options, name: value})

    def blueprint(self) -> Blueprint | None:
        """Read the document's network as the form shows it, None when the form cannot."""
        return Blueprint.of(self._session.document.state.spec)

    def _plain_blueprint(self) -> Blueprint:
        blueprint = self.blueprint()
        assert blueprint is not None, "the form hides the layers of a network without a blueprint"
        return blueprint

    def _edit_layers(self, text: Phrase, blueprint: Blueprint, places: Iterable[int | None]) -> None:
        """Let the session build other layers; `places` says which hidden layer each hidden layer was before."""
        spec = self._session.document.state.spec
        new = replace(spec, layers=blueprint.layers())
        if self._fits(new, self._session.document.state.config.batch_size):
            change = partial(_rearranged, spec, new, tuple(places))
            self._do(partial(self._session.architecture.edit, text, change, draw_untouched=True))

    def _edit_spec(self, text: Phrase, spec: NetworkSpec) -> None:
        batch_size = self._session.document.state.config.batch_size
        if self._has_suitable_loss(spec) and self._fits(spec, batch_size):
            self._do(partial(self._session.editing.edit_spec, text, spec))

    def _edit_config(self, text: Phrase, merge_key: str = "", **changes: Any) -> None:
        state = self._session.document.state
        if self._fits(state.spec, changes.get("batch_size", state.config.batch_size)):
            self._do(partial(self._session.editing.edit_config, text, merge_key, **changes))

    def _do(self, edit: Callable[[], None]) -> None:
        before = self._session.document.state
        edit()
        if self._session.document.state is before:  # not possible, or only when the run has ended
            self.changed_nothing.emit()

    def _fits(self, spec: NetworkSpec, batch_size: int) -> bool:
        need = spec.memory(batch_size)
        if need <= LARGEST:
            return True
        text = self.tr(
            "This network would need {need} of memory to train; at most {limit} are allowed. "
            "Use fewer units or a smaller batch size."
        )
        self._refuse(text.format(need=bytes_text(need), limit=bytes_text(LARGEST)))
        return False

    def _has_suitable_loss(self, spec: NetworkSpec) -> bool:
        data = self._session.library.data
        if data is None or suits(spec.loss, data):
            return True
        text = self.tr("These data have values to predict and no classes: only “{loss}” can measure the error.")
        self._refuse(text.format(loss=Phrase("Words", LOSSES[VALUE_LOSS].label)))
        return False

    def _refuse(self, reason: str) -> None:
        self.changed_nothing.emit()
        self.refused.emit(reason)


def _rearranged(before: NetworkSpec, after: NetworkSpec, places: tuple[int | None, ...], spec: NetworkSpec) -> Edit:
    """Return the edit of `spec` to `after`; the places are right if it is still the network `before`."""
    if spec != before:
        return matched(spec, after)
    old, new = groups(before), groups(after)
    sources = (0, *(None if place is None else place + 1 for place in places), len(old) - 1)
    origins: list[int | None] = [None] * len(after.layers)
    for group, source in zip(new, sources, strict=True):
        by_kind = {} if source is None else {before.layers[index].kind: index for index in old[source]}
        for index in group:
            origins[index] = by_kind.get(after.layers[index].kind)
    return rebuild(before, after.layers, origins)


def _set_text(name: str) -> Phrase:
    source = QT_TRANSLATE_NOOP("TrainingEdits", "Set {name}")
    return Phrase("TrainingEdits", source, {"name": Phrase("Words", CONFIG[name].label)})


def bytes_text(size: int) -> str:
    """Write a number of bytes in the largest unit of which there is at least one."""
    if size >= 1e9:
        return f"{size / 1e9:.1f} GB"
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.1f} kB"
