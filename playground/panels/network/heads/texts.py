"""Texts about the layers of a network above its diagram: names, shapes, and what an edit would keep."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from nn.editing import architecture as edits
from nn.inspection.activation_curve import activation_curve
from nn.network.naming import layer_names
from playground.panels.layer_words import layer_word
from playground.panels.network.heads.card import HeadContent
from playground.session.phrase import said

if TYPE_CHECKING:
    from nn.arrays import Shape
    from nn.editing.transplant import Edit
    from nn.network import NetworkSpec
    from playground.session.editing.architecture import ArchitectureEditing, Change


class HeadTexts:
    """What the heads of a network's columns show: the input's, then one for each layer with neurons.

    Parameters
    ----------
    why_fixed
        Why nothing of it can be changed, empty if it can.
    """

    def __init__(self, spec: NetworkSpec, architecture: ArchitectureEditing, why_fixed: str = "") -> None:
        self._spec, self._why_fixed = spec, why_fixed
        self._architecture = architecture
        self._names = layer_names(spec)
        self._shapes = [spec.input_shape, *(plan.output for plan in spec.plans)]
        self._groups = edits.groups(spec)

    def contents(self) -> list[HeadContent]:
        """Give the heads from left to right."""
        return [self._input_head(self._groups[0]), *(self._head(group) for group in self._groups[1:])]

    def _input_head(self, group: range) -> HeadContent:
        names = (QCoreApplication.translate("LayerTexts", "Input"), *self._names[group.start : group.stop])
        entry, exit_ = self._shapes[0], self._shapes[group.stop]
        shapes = shape_text(entry) if entry == exit_ else f"{shape_text(entry)} → {shape_text(exit_)}"
        about = QCoreApplication.translate(
            "LayerTexts", "The input: the shape of one sample. The data decide how many numbers there are."
        )
        return HeadContent(" + ".join(names), shapes, shape_text(exit_), "\n".join((about, *self._lines(group))))

    def _head(self, group: range) -> HeadContent:
        first = group.start
        entry, exit_ = shape_text(self._shapes[first]), shape_text(self._shapes[group.stop])
        units = self._spec.layers[first].options.get(edits.neurons_option(self._spec.layers[first]))
        return HeadContent(
            title=" + ".join(self._names[first : group.stop]),
            shapes=f"{entry} → {exit_}",
            shape=f"→ {exit_}",
            tooltip="\n".join(self._lines(group)),
            units=units if isinstance(units, int) else None,
            why_not_more=self._why_not(group, units, 1),
            why_not_fewer=self._why_not(group, units, -1),
            are_filters=edits.neurons_option(self._spec.layers[first]) == "filters",
            is_movable=not self._why_fixed,
            curve=self._curve(group),
        )

    def _curve(self, group: range) -> tuple[tuple[float, float], ...]:
        """Return the curve of the first activation of a column."""
        layers = (self._spec.layers[index] for index in group)
        curves = (activation_curve(layer.kind, layer.options) for layer in layers)
        return next(filter(None, curves), ())

    def _why_not(self, group: range, units: object, by: int) -> str:
        """Say why a column cannot have another number of neurons; what is only too large is said when it is tried."""
        if self._why_fixed:
            return self._why_fixed
        is_last = group == self._groups[-1]
        if not isinstance(units, int) or not (is_last or units + by < 1):
            return ""
        if by > 0:
            return self._architecture.refusal(partial(edits.add_neuron, index=group.start))
        if units == 1 and edits.neurons_option(self._spec.layers[group.start]) == "filters":
            return QCoreApplication.translate(
                "LayerTexts", "It has one filter only, and a layer without any gives nothing: remove the layer instead."
            )
        if units == 1:
            return QCoreApplication.translate(
                "LayerTexts", "It has one neuron only, and a layer without any gives nothing: remove the layer instead."
            )
        return self._architecture.refusal(partial(edits.remove_neuron, index=group.start, neuron=units - 1))

    def _lines(self, group: range) -> list[str]:
        """Say of each layer what goes in and out, and what it does."""
        lines = []
        for index in group:
            shapes = f"{shape_text(self._shapes[index])} → {shape_text(self._shapes[index + 1])}"
            about = layer_word(self._spec.layers[index]).explanation
            lines.append(f"{self._names[index]}: {shapes}. {about}")
            note = self._spec.plans[index].note
            if note is not None:
                lines.append(f"{self._names[index]}: {said(note)}.")
        return lines


def shape_text(shape: Shape) -> str:
    """Write a shape as NumPy does: ``(784,)``."""
    return str(tuple(shape))


def consequence(edit: Edit) -> str:
    """Say which shapes an edit leads to and how many of the learned numbers it keeps."""
    outputs = zip(layer_names(edit.spec), edit.plans, strict=True)
    shapes = [shape_text(edit.spec.input_shape), *(f"{name} {shape_text(plan.output)}" for name, plan in outputs)]
    before = sum(plan.numbers for plan in edit.old_plans)
    new = sum(plan.numbers for plan in edit.plans) - edit.kept
    text = QCoreApplication.translate(
        "LayerTexts", "Keeps {kept} of {all} weights and biases; {lost} go, {new} are drawn anew."
    )
    numbers = {"kept": edit.kept, "all": before, "lost": before - edit.kept, "new": new}
    return " → ".join(shapes) + "\n" + text.format(**{name: f"{number:,}" for name, number in numbers.items()})


def explained(architecture: ArchitectureEditing, spec: NetworkSpec, change: Change) -> tuple[str, bool]:
    """Say what an edit would lead to and that it can be made, or why it cannot."""
    reason = architecture.refusal(change)
    return (reason, False) if reason else (consequence(change(spec)), True)
