"""The dialog of "what would have been": from when, what, and which value; the rest is a branch that trains."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QProgressBar, QWidget

from nn.causes.imagined import ACTIVATION, Imagined, activations_in
from nn.choices.options import Option
from nn.network.naming import layer_names
from playground.panels import registered_choices as offers
from playground.widgets.fields.options_form import OptionLike, OptionsForm, OptionText
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox, QuietSpinBox
from playground.widgets.headed_dialog import Head, HeadedDialog
from playground.widgets.layouts import in_column
from playground.widgets.text.tooltips import describe
from playground.window.causes.words import edit_text
from playground.words import word

if TYPE_CHECKING:
    from nn.causes.edits import PastEdit
    from nn.network import NetworkSpec
    from nn.training import TrainingConfig
    from playground.session.session import Session

_SETTINGS = ("lr", "optimizer", "batch_size", "weight_decay", "clip_norm")
_MOST_EDITS = 20


class _What(NamedTuple):
    """Something that could have been otherwise: a setting, the activation of a layer, or an edit that is taken back."""

    setting: str
    layer: int = -1
    edit: PastEdit | None = None


class WhatIfDialog(HeadedDialog):
    """Offers what was in force at the iteration chosen; closes itself when there is the branch."""

    def __init__(self, session: Session, at: int | None, parent: QWidget | None = None) -> None:
        super().__init__("whatIf", Head("cause", 32, 1.15), parent)
        self._imagining, self._timeline = session.causes.imagining, session.timeline
        self._whats: list[_What] = []
        first, last = self._imagining.range or (0, 0)
        self._from = QuietSpinBox(first, max(first, last))
        self._from.setObjectName("whatIfIteration")
        self._from.show_value(min(max(last if at is None else at, first), last))
        self._what = ChoiceBox()
        self._what.setObjectName("whatIfSetting")
        self._value = OptionsForm(self._text_of, self)
        self._value.setObjectName("whatIfValue")
        self._was = QLabel(objectName="whatIfWas", wordWrap=True)
        self._progress = QProgressBar(self, objectName="whatIfProgress", textVisible=False)
        self._progress.setRange(0, 1000)
        self._progress.hide()
        self._from_label, self._what_label = QLabel(), QLabel()
        form = QFormLayout()
        form.addRow(self._from_label, self._from)
        form.addRow(self._what_label, self._what)
        body = QWidget(self)
        in_column(form, self._value, self._was, self._progress, of=body, spacing=8)
        self._buttons = QDialogButtonBox(self)
        self._begin = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._begin.setObjectName("buttonSeeWhatIf")
        self._cancel = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._on_begin)
        self._buttons.rejected.connect(self.reject)
        self.lay_out(body, self._buttons)
        self.setMinimumWidth(480)
        self._from.value_edited.connect(self._on_moment_edited)
        self._what.value_edited.connect(self._on_what_edited)
        self._value.option_edited.connect(self._refresh_was)
        self._imagining.changed.connect(self._refresh_progress)
        self._imagining.begun.connect(self.accept)
        self.finished.connect(self._imagining.cancel)
        self._offer()
        self.retranslate()

    # ---- what can be chosen

    def _offer(self) -> None:
        """Offer what was in force at the iteration; what was chosen stays where it still can be."""
        settings = self._imagining.settings_at(self._from.value())
        chosen = self._what.value() or _SETTINGS[0]
        self._whats = [] if settings is None else [_What(name) for name in _SETTINGS]
        if settings is not None:
            self._whats += [_What(ACTIVATION, place) for place in activations_in(settings[0])]
            self._whats += [_What("edit", edit=edit) for edit in self._imagining.edits[:_MOST_EDITS]]
        self._what.set_choices(Choice(str(number), *self._label(what)) for number, what in enumerate(self._whats))
        self._what.show_value(chosen if chosen.isdigit() and int(chosen) < len(self._whats) else "0")
        self._show_value()

    def _label(self, what: _What) -> tuple[str, str]:
        if what.edit is not None:
            text = self.tr("Without the change after iteration {iteration}: {change}")
            label = text.format(iteration=f"{what.edit.iteration:,}", change=edit_text(what.edit))
            return label, self.tr("As if you had not made this change: the iteration is that of the change.")
        if what.setting == ACTIVATION:
            spec = self._spec
            text = self.tr("Activation {layer}")
            about = self.tr("What each number of this layer goes through.")
            return text.format(layer="" if spec is None else layer_names(spec)[what.layer]), about
        return word("config", what.setting)

    @property
    def _chosen(self) -> _What | None:
        value = self._what.value()
        return self._whats[int(value)] if value.isdigit() and int(value) < len(self._whats) else None

    @property
    def _spec(self) -> NetworkSpec | None:
        settings = self._imagining.settings_at(self._from.value())
        return None if settings is None else settings[0]

    def _show_value(self) -> None:
        what, settings = self._chosen, self._imagining.settings_at(self._from.value())
        if what is None or settings is None or what.edit is not None:
            self._value.set_options(())
        else:
            option = _option(what)
            self._value.set_options((option,))
            self._value.show_values({option.name: _present(what, *settings)})
        if what is not None and what.edit is not None:
            self._from.show_value(what.edit.iteration)
        self._refresh_was()

    def _text_of(self, option: OptionLike) -> OptionText:
        if option.name == ACTIVATION:
            return OptionText(self.tr("would have been"), "", offers.choices("layer", offers.ACTIVATIONS))
        return offers.field_text(option)._replace(label=self.tr("would have been"))

    # ---- what a person does

    @Slot(object)
    def _on_moment_edited(self, _value: object) -> None:
        self._offer()

    @Slot(object)
    def _on_what_edited(self, _value: object) -> None:
        self._show_value()

    @Slot()
    def _on_begin(self) -> None:
        what = self._chosen
        if what is None or not self._is_otherwise:
            return
        if what.edit is not None:
            self._imagining.without(what.edit, self._label(what)[0])
            return
        option = _option(what)
        value = self._value.field(option.name).value()
        label, shown = self._label(what)[0], word("layer", value).label if what.setting == ACTIVATION else value
        name = f"{label}: {shown:g}" if isinstance(shown, float) else f"{label}: {shown}"
        self._imagining.begin(self._from.value(), Imagined(what.setting, value, what.layer), name)

    @Slot()
    def _refresh_was(self) -> None:
        what, settings = self._chosen, self._imagining.settings_at(self._from.value())
        parts = []
        if what is not None and settings is not None and what.edit is None:
            present = _present(what, *settings)
            shown = word("layer" if what.setting == ACTIVATION else "optimizer", str(present)).label
            number = f"{present:g}" if isinstance(present, float) else str(present)
            text = self.tr("It was: {value}.")
            parts.append(text.format(value=shown if isinstance(present, str) else number))
        goal = self.tr("The branch is trained up to iteration {goal}, where the run stands, and drawn beside it.")
        parts.append(goal.format(goal=f"{self._imagining.goal:,}"))
        self._was.setText(" ".join(parts))
        self._begin.setEnabled(self._is_otherwise and not self._imagining.is_busy)

    @property
    def _is_otherwise(self) -> bool:
        """Whether what is chosen is another thing than what was."""
        what, settings = self._chosen, self._imagining.settings_at(self._from.value())
        if what is None or settings is None:
            return False
        return what.edit is not None or self._value.field(_option(what).name).value() != _present(what, *settings)

    @Slot()
    def _refresh_progress(self) -> None:
        self._progress.setVisible(self._imagining.is_busy)
        self._progress.setValue(round(1000 * self._imagining.share_done))
        self._begin.setEnabled(self._is_otherwise and not self._imagining.is_busy)

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setWindowTitle(self.tr("What would have been"))
        self.headline.setText(self.tr("What would have been?"))
        self.explanation.setText(
            self.tr("Choose from when on, and what would have been otherwise. The run as it was stays among the runs.")
            if self._whats
            else self._timeline.why_no_past()
        )
        self._from_label.setText(self.tr("From iteration"))
        describe(self._from, self._from_label.text(), self.tr("After so many updates, to the bit."))
        self._what_label.setText(self.tr("What"))
        self._what.setAccessibleName(self._what_label.text())
        self._begin.setText(self.tr("See it"))
        describe(self._begin, self._begin.text(), self.tr("Begin this branch and train it to where the run stands."))
        self._cancel.setText(self.tr("Cancel"))
        self._progress.setAccessibleName(self.tr("Finding the exact moment"))
        self._value.retranslate()
        self._offer()


def _option(what: _What) -> Option:
    if what.setting == ACTIVATION:
        return Option(ACTIVATION, offers.ACTIVATIONS[0], choices=offers.ACTIVATIONS)
    if what.setting == "optimizer":
        return offers.OPTIMIZER[0]
    return offers.config_option(what.setting)


def _present(what: _What, spec: NetworkSpec, config: TrainingConfig) -> bool | int | float | str:
    if what.setting == ACTIVATION:
        return spec.layers[what.layer].kind
    return getattr(config, what.setting)
