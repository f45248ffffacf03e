"""What is seen at a moment, as a picture: surfaces and weights in the colours of one scale, predictions as bars."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from playground.widgets.look.class_colors import class_color, shares_colors, signed_colors
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.heat import heat_colors, heat_limit, typical_limit
from playground.words import class_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

    from nn.inspection.surfaces import Meaning
    from playground.session.past.many_moments import Seen, Wanted

_SWATCH = 10  # px
_GROOVE = 0.09  # share of the text colour in the empty part of a bar
_QUIET = 0.68


class Scale(NamedTuple):
    """What the colours of all moments mean.

    Attributes
    ----------
    limit : float
        The size of number that has the full colour; 0 where colours stand for classes.
    classes : tuple of str
        Names of the classes that have a colour each, or a bar.
    """

    limit: float
    classes: tuple[str, ...] = ()


def scale_of(wanted: Wanted, seen: Sequence[Seen], meaning: Meaning) -> Scale:
    """Return the one scale for all moments."""
    numbers = [each.numbers for each in seen if each.numbers is not None]
    if wanted.kind == "prediction":
        count = len(numbers[0]) if numbers else 0
        return Scale(0.0, _names(meaning) if len(meaning.classes) == count else tuple(map(str, range(count))))
    if wanted.kind == "surface" and wanted.layer < 0:
        signed = [meaning.signed(each) is not None for each in numbers]
        return Scale(meaning.limit if all(signed) and not meaning.classes else 0.0, _names(meaning))
    together = np.concatenate([each.ravel() for each in numbers]) if numbers else np.zeros(1)
    finite = together[np.isfinite(together)]
    limit = typical_limit(finite) if wanted.kind == "surface" else heat_limit(finite)
    return Scale(limit or 1.0)


def _names(meaning: Meaning) -> tuple[str, ...]:
    return tuple(map(class_word, meaning.classes))


def image_of(
    wanted: Wanted, numbers: NDArray[np.floating], scale: Scale, meaning: Meaning, palette: QPalette
) -> QImage:
    """Return the picture of a surface or of weights, a pixel for each number."""
    if wanted.kind == "weights":
        sheet = _side_by_side(numbers)
        colors = heat_colors(sheet, scale.limit, palette)
        colors = np.where(np.isnan(sheet), np.uint32(palette.window().color().rgb()), colors)
        return _image(colors)
    side = math.isqrt(len(numbers))
    if wanted.layer >= 0:
        colors = heat_colors(numbers[:, 0], scale.limit, palette)
    else:
        signed = meaning.signed(numbers)
        if signed is None:
            colors = shares_colors(meaning.shares(numbers), palette)
        else:
            colors = signed_colors(signed, meaning.limit, palette)
    return _image(colors.reshape(side, side))


def _side_by_side(channels: NDArray[np.floating]) -> NDArray[np.floating]:
    """Lay the pictures of channels beside each other in about a square, with a gap between them."""
    count, high, wide = channels.shape
    across = math.ceil(math.sqrt(count * high / wide))
    down = math.ceil(count / across)
    gap = int(count > 1)
    sheet = np.full((down * (high + gap) - gap, across * (wide + gap) - gap), np.nan)
    for number, channel in enumerate(channels):
        row, column = divmod(number, across)
        top, left = row * (high + gap), column * (wide + gap)
        sheet[top : top + high, left : left + wide] = channel
    return sheet


def _image(colors: NDArray[np.uint32]) -> QImage:
    colors = np.ascontiguousarray(colors, np.uint32)
    high, wide = colors.shape
    return QImage(colors.tobytes(), wide, high, 4 * wide, QImage.Format.Format_RGB32).copy()


def paint_bars(painter: QPainter, area: QRectF, shares: NDArray[np.floating], scale: Scale, palette: QPalette) -> None:
    """Paint what the network says as bars from 0 to 1, the highest one in the accent's colour."""
    colors, metrics = chart_colors(palette), painter.fontMetrics()
    row = area.height() / max(1, len(shares))
    label = max((metrics.horizontalAdvance(name) for name in scale.classes), default=0)
    label = min(label, round(area.width() * 0.5)) if row >= metrics.height() * 0.8 else 0
    highest = int(np.nanargmax(shares)) if np.isfinite(shares).any() else -1
    for number, share in enumerate(shares.tolist()):
        top = area.top() + number * row
        groove = QRectF(area.left() + label + 4 * bool(label), top + 1, area.width() - label - 4 * bool(label), row - 2)
        painter.fillRect(groove, blend(colors.background, colors.text, _GROOVE))
        length = groove.width() * min(max(share, 0.0), 1.0) if math.isfinite(share) else 0.0
        bar = QRectF(groove.left(), groove.top(), length, groove.height())
        painter.fillRect(bar, colors.accent if number == highest else colors.bar)
        if label:
            painter.setPen(colors.text if number == highest else colors.muted)
            where = QRectF(area.left(), top, label, row)
            name = metrics.elidedText(scale.classes[number], Qt.TextElideMode.ElideRight, label)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)


def paint_scale(painter: QPainter, area: QRectF, wanted: Wanted, scale: Scale, palette: QPalette) -> None:
    """Paint what the colours mean: a strip from the negative to the positive limit, or the classes."""
    colors, metrics = chart_colors(palette), painter.fontMetrics()
    painter.setPen(colors.muted)
    if scale.limit:
        _paint_strip(painter, area, scale.limit, palette, soft=wanted.kind == "surface" and wanted.layer < 0)
        return
    if wanted.kind == "prediction":
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "0 … 1")
        return
    left = area.left()
    for number, name in enumerate(scale.classes):
        square = QRectF(left, area.center().y() - _SWATCH / 2, _SWATCH, _SWATCH)
        painter.fillRect(square, class_color(number, palette))
        width = metrics.horizontalAdvance(name)
        where = QRectF(square.right() + 4, area.top(), width + 2, area.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, name)
        left = where.right() + 12


def _paint_strip(painter: QPainter, area: QRectF, limit: float, palette: QPalette, *, soft: bool) -> None:
    ends = (f"−{limit:.3g}", f"{limit:.3g}")
    widths = [painter.fontMetrics().horizontalAdvance(each) + 6 for each in ends]
    strip = QRectF(area.left() + widths[0], area.center().y() - 5, min(160.0, area.width() - sum(widths)), 10)
    gradient = QLinearGradient(QPointF(strip.left(), 0), QPointF(strip.right(), 0))
    for place in np.linspace(0, 1, 21).tolist():
        number = np.array([(2 * place - 1) * limit])
        rgb = signed_colors(number, limit, palette) if soft else heat_colors(number, limit, palette)
        gradient.setColorAt(place, QColor.fromRgb(int(rgb[0])))
    painter.fillRect(strip, gradient)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(area.left(), area.top(), widths[0], area.height()), middle, ends[0])
    painter.drawText(QRectF(strip.right() + 6, area.top(), widths[1], area.height()), middle, ends[1])
