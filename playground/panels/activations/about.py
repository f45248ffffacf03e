"""The explanation of one activation function: its formula, its values, its use, its troubles, its limits."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from nn.layers import LAYERS
from nn.losses import LOSSES
from nn.network.spec import LayerSpec
from playground.panels.activations.formula_label import FormulaLabel
from playground.panels.activations.function_limits import Limit, limits
from playground.panels.layer_words import layer_word
from playground.widgets.layouts import in_column
from playground.widgets.text.tooltips import wrapped
from playground.words import activation_word, output_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from nn.choices.options import OptionValue
    from nn.layers.base import Formula

PRECISIONS = ("float32", "float64")


class ActivationAbout(QWidget):
    """Explains one function at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, Mapping[str, OptionValue] | None] | None = None  # a loss has no options here
        self.name = QLabel()
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.forward, self.backward = FormulaLabel(), FormulaLabel()
        self.text, self.numbers = QLabel(wordWrap=True), QLabel(wordWrap=True)
        in_column(self.name, self.forward, self.backward, self.text, self.numbers, of=self, spacing=7)
        for label in (self.text, self.numbers):
            label.setTextFormat(Qt.TextFormat.RichText)

    def show_function(self, kind: str, options: Mapping[str, OptionValue]) -> None:
        """Explain a function with these options."""
        if self._shown == (kind, options):
            return
        self._shown = (kind, options)
        layer = LayerSpec(kind, options)
        name, explanation = layer_word(layer, _first_line(LAYERS[kind]))
        picture = kind if layer.own is None else ""  # of a person's own the steps are written out
        limit_text = "".join(_paragraph(*line) for line in self._limit_lines(kind, options))
        self._show(name, picture, layer.formula, "".join(self._paragraphs(kind, explanation)), limit_text)

    def show_output(self, loss: str) -> None:
        """Explain the output activation that belongs to a loss."""
        self._shown = (loss, None)
        name, explanation = output_word(loss, _first_line(LOSSES[loss]))
        self._show(name, loss, LOSSES[loss].formula, _paragraph("", explanation), "")

    def _show(self, name: str, picture: str, formula: Formula, text: str, numbers: str) -> None:
        self.name.setText(name)
        self.forward.show_formula(f"{picture}.forward", formula.forward)
        self.backward.show_formula(f"{picture}.backward", formula.backward)
        self.text.setText(text)
        self.numbers.setText(numbers)
        self.numbers.setToolTip(wrapped(self._about_limits()))

    def _paragraphs(self, kind: str, explanation: str) -> Iterator[str]:
        known = activation_word(kind)
        yield _paragraph("", explanation)
        for title, text in (
            (self.tr("Values"), known.values),
            (self.tr("Use"), known.use),
            (self.tr("Trouble"), known.trouble),
        ):
            if text:
                yield _paragraph(title, text)

    def _limit_lines(self, kind: str, options: Mapping[str, OptionValue]) -> Iterator[tuple[str, str]]:
        found = False
        for precision in PRECISIONS:
            for x, group in _grouped(limits(kind, options, precision)).items():
                found = True
                yield f"{precision}, x {'≤' if x < 0 else '≥'} {x:.6g}", self._clauses(group)
        if not found:
            yield self.tr("Numbers"), self.tr("Straight lines only: no precision saturates or overflows.")

    def _clauses(self, group: list[Limit]) -> str:
        texts = {
            "constant": self.tr("y is exactly {value}").format(value=f"{group[0].value + 0.0:.4g}"),
            "straight": self.tr("y is exactly x"),
            "no slope": self.tr("the slope is exactly 0"),
            "overflow": self.tr("a number in its formula overflows"),
        }
        return ", ".join(texts[limit.kind] for limit in group) + "."

    def _about_limits(self) -> str:
        return self.tr(
            "Found by asking the layer itself: from these numbers on, a computer's digits end before the function does."
        )

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        shown, self._shown = self._shown, None
        if shown is None:
            return
        name, options = shown
        if options is None:
            self.show_output(name)
        else:
            self.show_function(name, options)


def _first_line(thing: type) -> str:
    return (thing.__doc__ or "").strip().partition("\n")[0]


def _grouped(found: tuple[Limit, ...]) -> dict[float, list[Limit]]:
    groups: dict[float, list[Limit]] = {}
    for limit in found:
        groups.setdefault(limit.x, []).append(limit)
    return groups


def _paragraph(title: str, text: str) -> str:
    head = f"<b>{escape(title)}:</b> " if title else ""
    return f'<p style="margin:0 0 5px 0">{head}{escape(text)}</p>'
