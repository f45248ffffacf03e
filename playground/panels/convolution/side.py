"""What is chosen beside the stage: picture, filter, how it slides, and how large the output gets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nn.inspection.convolution.named_filters import FILTERS
from nn.inspection.convolution.sweep import Sweep, size_formula
from playground.panels.convolution.number_grid import NumberGrid
from playground.panels.convolution.own_picture import OwnPicture
from playground.session.looking.sketch import (
    LARGEST_FILTER,
    OWN,
    ConvolutionSketch,
    resized,
)
from playground.widgets.convolution.stage import BACKWARD, POOLING
from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox, QuietSpinBox
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from nn.inspection.convolution.named_filters import Rows

_MOST_STRIDE, _MOST_PAD = 8, 8
_LETTERS = 21  # least width, in Latin letters


class ConvolutionSide(LiveLook, QWidget):
    """The fields of a sketch; tells of a whole new one whenever a person changed something."""

    edited = Signal(object)
    """ConvolutionSketch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sketch = ConvolutionSketch()
        self._names: dict[QWidget, QLabel] = {}
        self._groups: dict[QWidget, QWidget] = {}
        self.picture, self.filter, self.gradients = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.own = OwnPicture(self)
        self.numbers = NumberGrid(LARGEST_FILTER, self)
        self.bias = NumberEntry(-1e6, 1e6)
        self.side_length = QuietSpinBox(1, LARGEST_FILTER)
        self.stride, self.pad = QuietSpinBox(1, _MOST_STRIDE), QuietSpinBox(0, _MOST_PAD)
        self.formula = QLabel(self, wordWrap=True, objectName="sizeFormula")
        self._name_objects()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _name_objects(self) -> None:
        names = {
            "sketchPicture": self.picture,
            "sketchFilter": self.filter,
            "sketchGradients": self.gradients,
            "sketchBias": self.bias,
            "sketchSize": self.side_length,
            "sketchStride": self.stride,
            "sketchPad": self.pad,
        }
        for name, field in names.items():
            field.setObjectName(name)

    def _lay_out(self) -> None:
        self.own.setFixedHeight(9 * self.fontMetrics().lineSpacing())
        sizes = in_row(*((self._named(field), 1) for field in (self.side_length, self.stride, self.pad)), spacing=4)
        rows = (
            self._named(self.picture),
            self.own,
            self._named(self.filter),
            self.numbers,
            sizes,
            self._named(self.bias, beside=True),
            self._named(self.gradients),
            self.formula,
        )
        in_column(*rows, STRETCH, of=self, margins=(0, 0, 6, 0), spacing=5)

    def _named(self, field: QWidget, beside: bool = False) -> QWidget:
        """Put a field below its name, or beside it."""
        self._names[field] = name = QLabel(buddy=field)
        self._groups[field] = group = QWidget()
        if beside:
            in_row(name, (field, 1), of=group, spacing=4)
        else:
            in_column(name, field, of=group, spacing=1)
        return group

    def _connect(self) -> None:
        self.picture.value_edited.connect(self._on_picture_edited)
        self.filter.value_edited.connect(self._on_filter_edited)
        self.gradients.value_edited.connect(self._on_gradients_edited)
        self.own.edited.connect(self._on_own_edited)
        self.numbers.edited.connect(self._on_numbers_edited)
        self.bias.value_edited.connect(self._on_bias_edited)
        self.side_length.value_edited.connect(self._on_size_edited)
        self.stride.value_edited.connect(self._on_stride_edited)
        self.pad.value_edited.connect(self._on_pad_edited)

    # ---- what is shown

    @property
    def _pools(self) -> bool:
        return self._sketch.scene == POOLING

    def show_sketch(self, sketch: ConvolutionSketch) -> None:
        """Show what is laid out; size and stride are those of what is seen."""
        self._sketch = sketch
        self.picture.show_value(sketch.picture)
        self.filter.show_value(sketch.filter)
        self.gradients.show_value(sketch.gradients)
        self.own.show_rows(sketch.numbers)
        self.numbers.show_rows(sketch.weights)
        self.bias.show_value(sketch.bias)
        self.side_length.show_value(sketch.pool if self._pools else len(sketch.weights))
        self.stride.show_value(sketch.pool_stride if self._pools else sketch.stride)
        self.pad.show_value(sketch.pad)
        self.own.setVisible(sketch.picture == OWN)
        for field in (self.filter, self.bias, self.pad):
            self._groups[field].setVisible(not self._pools)
        self.numbers.setVisible(not self._pools)
        self._groups[self.gradients].setVisible(sketch.scene in (BACKWARD, POOLING))

    def show_sizes(self, sweep: Sweep | None) -> None:
        """Show how large the output gets, and why it does not divide."""
        if sweep is None:
            self.formula.setText("")
            return
        lines = [size_formula(sweep, 0), size_formula(sweep, 1)]
        if sweep.picture[0] == sweep.picture[1]:
            lines = lines[:1]
        if not sweep.divides:
            rows, columns = sweep.remainder
            text = self.tr(
                "It does not divide: rows left over at the bottom: {rows}, columns at the right: {columns}. The book's "
                "code rounds down; nobody reads them, and their gradient is 0."
            )
            lines.append(text.format(rows=rows, columns=columns))
        self.formula.setText("\n".join(lines))

    # ---- what a person does

    def _tell(self, **changes: object) -> None:
        self.edited.emit(replace(self._sketch, **changes))  # type: ignore[arg-type]  # fields of the sketch

    @Slot(object)
    def _on_picture_edited(self, name: str) -> None:
        self._tell(picture=name)

    @Slot(object)
    def _on_filter_edited(self, name: str) -> None:
        self._tell(filter=name, weights=FILTERS.get(name, self._sketch.weights))

    @Slot(object)
    def _on_gradients_edited(self, name: str) -> None:
        self._tell(gradients=name)

    @Slot(object)
    def _on_own_edited(self, rows: Rows) -> None:
        self._tell(numbers=rows)

    @Slot(object)
    def _on_numbers_edited(self, rows: Rows) -> None:
        self._tell(filter=OWN, weights=rows)

    @Slot(object)
    def _on_bias_edited(self, value: float) -> None:
        self._tell(bias=float(value))

    @Slot(object)
    def _on_size_edited(self, value: int) -> None:
        if self._pools:
            self._tell(pool=value)
        else:
            self._tell(filter=OWN, weights=resized(self._sketch.weights, value))

    @Slot(object)
    def _on_stride_edited(self, value: int) -> None:
        if self._pools:
            self._tell(pool_stride=value)
        else:
            self._tell(stride=value)

    @Slot(object)
    def _on_pad_edited(self, value: int) -> None:
        self._tell(pad=value)

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        tables = (self._picture_words(), self._filter_words(), self._gradient_words())
        for box, words in zip((self.picture, self.filter, self.gradients), tables, strict=True):
            box.set_choices(Choice(name, text) for name, text in words.items())
        fields = (
            (self.picture, self.tr("Picture"), self.tr("What the window slides over: the sample of all panels, live.")),
            (self.filter, self.tr("Filter"), self.tr("Numbers with a name; changing one makes them your own.")),
            (self.gradients, self.tr("Gradients"), self.tr("What has come back to the outputs.")),
            (self.bias, self.tr("Bias"), self.tr("Added at every place.")),
            (self.side_length, self.tr("Size"), self.tr("Rows and columns of the window.")),
            (self.stride, self.tr("Stride"), self.tr("How far the window goes from place to place.")),
            (self.pad, self.tr("Padding"), self.tr("Rows and columns of zeros around the picture.")),
        )
        for field, name, about in fields:
            self._names[field].setText(name)
            describe(field, name, about)
            if isinstance(field, ChoiceBox):
                field.explain(about)
        on_hover(self.tr("Height and width of the output, as the book computes them."), self.formula)
        self.show_sketch(self._sketch)

    def _picture_words(self) -> dict[str, str]:
        return {
            "sample": self.tr("The sample"),
            "own": self.tr("Your own numbers"),
            "figure 7-3": self.tr("Figure 7-3 of the book"),
            "ones": self.tr("Ones, 4 × 4"),
            "counted": self.tr("0 to 15, 4 × 4"),
            "ties": self.tr("With ties, 4 × 4"),
        }

    def _filter_words(self) -> dict[str, str]:
        return {
            "own": self.tr("Your own filter"),
            "vertical edges": self.tr("Vertical edges (Sobel)"),
            "horizontal edges": self.tr("Horizontal edges (Sobel)"),
            "blur": self.tr("Blur"),
            "sharpen": self.tr("Sharpen"),
            "outline": self.tr("Outline"),
            "nothing": self.tr("Leave as it is"),
            "figure 7-3": self.tr("Figure 7-3 of the book"),
            "ones": self.tr("Ones"),
        }

    def _gradient_words(self) -> dict[str, str]:
        return {
            "ones": self.tr("1 everywhere"),
            "counted": self.tr("1, 2, 3 ..."),
            "random": self.tr("Random, -1 to 1"),
        }

    def minimumSizeHint(self) -> QSize:
        """Give the width of a field with its name."""
        return QSize(self.fontMetrics().horizontalAdvance("n" * _LETTERS), super().minimumSizeHint().height())
